"""Where each section of a service plan stands in each cut of it: the questions, the four headings, parts 1 and 2."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from planwright.records.sections import SECTIONS, WORKED_OUT
from planwright.reports._edition import Edition, View
from planwright.wording import capital, plural


@dataclass(frozen=True, slots=True)
class Section:
    """A section, the field of the plan it shows and our heading for it; several sections may show one field."""

    key: str
    field: str
    heading: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A numbered chapter with the keys of its sections; one of a single section has the section's heading."""

    heading: str
    sections: tuple[str, ...]


_SHOWING = {  # the field that a section of another name shows
    "team_programmes": "teams",
    "overall_assessment": "assessment",
    "outline_of_partnerships": "partnerships",
    "partnership_development": "partnerships",
    "bill": "resources",
    "key_indicators": "indicators",
    "detailed_indicators": "indicators",
    "potential_improvements": "improvements",
    "triggers": "indicators",
}
REGISTRY: Mapping[str, Section] = MappingProxyType(
    {key: Section(key, _SHOWING.get(key, key), heading) for key, heading in {**SECTIONS, **WORKED_OUT}.items()}
)
_TERMS = {"objectives": "objective", "risks": "risk", "indicators": "indicator"}  # sections named by one word

_QUESTIONS = (
    Chapter(
        "Introduction",
        (
            "overview", "facts", "profile", "scope", "vision", "mission", "justification", "drivers", "other_plans",
        ),
    ),
    Chapter(
        "Where are we now?", ("assessment", "standards", "aspects", "feedback", "achievements", "comparisons")
    ),
    Chapter(
        "Where do we need to be?",
        (
            "priorities", "planned_changes", "objectives", "swot", "pestle", "capacity_gaps",
            "critical_success_factors",
        ),
    ),
    Chapter(
        "How do we get there?",
        (
            "strategies", "actions", "work_programme", "risks", "teams", "resources", "efficiency", "value_for_money",
            "deliverability", "improvements", "cross_cutting", "consultations", "dialogue", "partnerships",
            "workforce", "service_development", "continuity",
        ),
    ),
    Chapter(
        "How do we know we are there?",
        (
            "indicators", "collections", "triggers", "monitoring", "planning_days", "risk_confirmation", "approvals",
            "changes",
        ),
    ),
)  # fmt: skip
_AMBITION = (
    Chapter(
        "Ambition, achievements and prioritisation",
        (
            "overview", "facts", "scope", "vision", "mission", "justification", "drivers", "other_plans",
            "achievements", "feedback", "consultations", "comparisons", "aspects", "swot", "pestle", "priorities",
            "objectives", "planned_changes", "cross_cutting",
        ),
    ),
    Chapter(
        "Planning and capacity",
        (
            "strategies", "critical_success_factors", "actions", "work_programme", "risks",
            "risk_confirmation", "teams", "resources", "capacity_gaps", "efficiency", "value_for_money",
            "deliverability", "partnerships", "continuity",
        ),
    ),
    Chapter(
        "Performance management",
        (
            "assessment", "standards", "indicators", "collections", "triggers", "improvements", "monitoring",
            "planning_days", "approvals", "changes",
        ),
    ),
    Chapter("Organisation and skills", ("profile", "workforce", "service_development", "dialogue")),
)  # fmt: skip
_PART_1 = (
    Chapter(
        "Outline of the service",
        ("overview", "facts", "profile", "scope", "vision", "mission", "justification", "drivers"),
    ),
    Chapter("Key targets and objectives", ("priorities", "objectives")),
    Chapter("Resources", ("bill", "efficiency", "value_for_money")),
    Chapter("Partnerships", ("outline_of_partnerships",)),
    Chapter("Medium-term issues and opportunities", ("planned_changes", "swot", "pestle", "capacity_gaps")),
    Chapter("Consultation", ("consultations", "feedback")),
    Chapter("Key performance indicators", ("key_indicators", "standards")),
    Chapter("Service improvement plan", ("improvements", "aspects", "deliverability")),
    Chapter("Cross-cutting issues", ("cross_cutting",)),
    Chapter("Overall assessment of performance", ("overall_assessment", "achievements", "comparisons")),
)
_PART_2 = (
    Chapter("Annual work plans", ("work_programme", "actions", "team_programmes")),
    Chapter("Partnership development", ("partnership_development",)),
    Chapter("Service development plan", ("service_development", "workforce")),
    Chapter("Dialogue with customers and stakeholders", ("dialogue",)),
    Chapter("Local indicators and management data", ("detailed_indicators", "collections", "triggers", "monitoring")),
    Chapter("Business continuity", ("continuity",)),
    Chapter("Potential improvements", ("potential_improvements",)),
)
LAYOUTS: Mapping[str, tuple[Chapter, ...]] = MappingProxyType({"questions": _QUESTIONS, "ambition": _AMBITION})
PARTS: Mapping[str, tuple[Chapter, ...]] = MappingProxyType({"1": _PART_1, "2": _PART_2})


def chapters(edition: Edition, plan: View) -> list[View]:
    """Return the chapters of the edition's cut of a plan, each with its heading and its sections in order.

    A section has a heading (empty where the chapter's says the same) and what holds it, where that is another document.
    What the council does not use is left out.
    """
    part, layout = edition.cut.part, edition.cut.layout or edition.settings["plans"]["layout"]
    found = (
        _chapter(chapter, list(_sections(edition, chapter, plan["held_elsewhere"])))
        for chapter in (PARTS[part] if part else LAYOUTS[layout])
    )
    return [chapter for chapter in found if chapter["sections"]]


def _chapter(chapter: Chapter, sections: list[View]) -> View:
    """Return a chapter; where it has but one section by its nature, that section's heading stands for both."""
    heading = sections[0]["heading"] if sections and len(chapter.sections) == 1 else chapter.heading
    named = [one | {"heading": "" if one["heading"] == heading else one["heading"]} for one in sections]
    return {"heading": heading, "sections": named}


def _sections(edition: Edition, chapter: Chapter, held: list[View]) -> Iterator[View]:
    unused = set(edition.settings["plans"]["unused"])
    for key in chapter.sections:
        section = REGISTRY[key]
        if not {key, section.field} & unused:
            yield {
                "key": key,
                "heading": _heading(edition, section),
                "elsewhere": [one for one in held if one["section"] == section.field],
            }


def _heading(edition: Edition, section: Section) -> str:
    """Return the council's heading for a section, else ours; a section that shows part of a field has its own."""
    own = edition.settings["plans"]["headings"]
    usual = SECTIONS.get(section.field, section.heading)
    given = own.get(section.key) or (own.get(section.field) if section.heading == usual else None)
    return capital(given or (plural(edition.term(_TERMS[section.key])) if section.key in _TERMS else section.heading))
