"""Open an improvement plan: section 1 filled in from the results, the other five sections ready to be written."""

from dataclasses import dataclass
from typing import NoReturn

from planwright.assessment import Assessment
from planwright.assessment.opening import OpeningFigures, opening_figures
from planwright.assessment.rounding import rounded
from planwright.document.editing import EditRefusedError
from planwright.document.notation import scalar_text
from planwright.quantity import shown
from planwright.visible import visible
from planwright.workspace import Subject

_LONGEST_ID = 64
_FIGURES = ("target", "score", "last_year_end", "twelve_months_ago")
_SECTIONS = """\

# Sections 2 and 3: what holds performance down. Every factor is external (outside the council) or internal,
# and temporary or long term. Take the # away and write in place of the examples.
# factors:
#   - id: {id}-F1
#     text: Heavy snow stopped the rounds for nine days
#     origin: external
#     term: temporary
#   - id: {id}-F2
#     text: Nobody suitable applied for the vacant post
#     origin: internal
#     term: long term

# Section 4: solutions, each with the day on which it is in place and the factors it addresses. Say how long
# performance will take to follow, and whether the service pays for it or extra funding is sought.
# solutions:
#   - id: {id}-S1
#     text: Share a trained officer with a neighbouring council
#     in_place_by: {in_place_by}
#     factors: [{id}-F1, {id}-F2]
#     lead: {author}
#     lag: one quarter
#     resourcing: within the service

# Section 5: what management and members say, with the meeting at which they said it.
# management_comments:
{levels}

# Section 6: progress at every collection of the indicator; the last entry completes the plan.
# progress:
#   - on: {next_progress}
#     comment: What has been done and what comes next
"""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to be written that does not exist yet: its name below the root, and its text."""

    name: str
    text: str


def new_pip(assessment: Assessment, indicator: Subject) -> NewFile:
    """Return the file of a new improvement plan for an indicator, opened on the assessment's date.

    Raises EditRefusedError when one is open already, when the indicator is not kept any more, or when nobody answers
    for it.
    """
    open_ = next((plan for plan in assessment.pips_of(indicator.id) if plan.open), None)
    if open_:
        _refuse(indicator, f"has an open plan already, {open_.subject.id} ({open_.subject.spot.file})")
    coming = next((one for one in assessment.workspace.of("pip") if _is_to_come(assessment, one, indicator)), None)
    if coming:
        _refuse(indicator, f"has a plan already that opens on {coming.record.opened}, {coming.id} ({coming.spot.file})")
    if indicator.record.retired:
        _refuse(indicator, "is retired, so no plan can improve it")
    author = indicator.record.owner
    if author is None:
        _refuse(indicator, f"has no owner to write the plan; give it one in {indicator.spot.file}")
    id_ = _free_id(assessment, indicator)
    rating = assessment.indicators[indicator.id]
    figures = opening_figures(assessment.ratings, indicator, rating.period)
    head = [
        "# yaml-language-server: $schema=../.planwright/schemas/pip.schema.json",
        "kind: pip",
        f"id: {scalar_text(id_)}",
        f"indicator: {scalar_text(indicator.id)}  # {visible(indicator.title)}",
        f"author: {scalar_text(author)}",
        f"opened: {assessment.as_at.isoformat()}",
        "",
        "# Section 1: the indicator's figures, as they stand today.",
        *_details(figures, indicator.record.decimals),
        *_about(assessment, indicator),
    ]
    levels = "\n".join(_level(level) for level in assessment.workspace.settings.pips.levels)
    rest = _SECTIONS.format(
        id=id_,
        author=author,
        levels=levels,
        in_place_by=rating.period.next.next.last.isoformat(),
        next_progress=rating.period.next.last.isoformat(),
    )
    return NewFile(f"pips/{id_.replace('/', '-')}.yaml", "\n".join(head) + "\n" + rest)


def _is_to_come(assessment: Assessment, plan: Subject, indicator: Subject) -> bool:
    return str(plan.record.indicator) == indicator.id and plan.record.opened > assessment.as_at


def _refuse(indicator: Subject, why: str) -> NoReturn:
    raise EditRefusedError(f"{indicator.id} {why}. Nothing was written.")


def _free_id(assessment: Assessment, indicator: Subject) -> str:
    """Return an id that nothing has or had: PIP and the indicator's, with a number from the second plan on."""
    taken = {id_.casefold() for id_ in (*assessment.workspace.subjects, *assessment.workspace.broken)}
    number, id_ = 1, ""
    while not id_ or id_.casefold() in taken:
        tail = f"-{number}" if number > 1 else ""
        id_ = f"PIP-{indicator.id}"[: _LONGEST_ID - len(tail)].rstrip("-._/") + tail
        number += 1
    return id_


def _details(figures: OpeningFigures, decimals: int | None) -> list[str]:
    lines = ["details:", f"  period: {figures.period}"]
    for name in _FIGURES:
        found = getattr(figures, name)
        if found is None:
            lines.append(f"  # {name}: there is no figure")
        else:
            lines += [
                f"  {name}: {shown(rounded(found.value, decimals))}",
                f"  {name}_as_at: {found.as_at.isoformat()}",
            ]
    return lines


def _about(assessment: Assessment, indicator: Subject) -> list[str]:
    """Return the rest of section 1: why the target is what it is, where the indicator tells, and room to comment."""
    used = assessment.indicators[indicator.id].target
    rationale = (used.target.rationale if used else None) or indicator.record.target_rationale
    told = (
        f"target_rationale: {scalar_text(rationale)}"
        if rationale
        else "# target_rationale: Why the target is what it is"
    )
    return [told, "# comments: What the reader must know about these figures"]


def _level(level: str) -> str:
    told = ("text: What was said", "on: YYYY-MM-DD", "meeting: ID of the meeting")
    return "\n".join([f"#   - level: {scalar_text(level)}", *(f"#     {line}" for line in told)])
