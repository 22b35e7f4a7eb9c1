"""The example councils: what they hold, what is wrong with them on purpose, and nothing that is not."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal, get_args, get_origin

import pytest

from planwright import kinds
from planwright.assessment import Assessment, Colour, assess
from planwright.assessment.states import STATES
from planwright.cli import main
from planwright.document import parse
from planwright.kinds.indicators import Indicator
from planwright.kinds.results import Results
from planwright.kinds.service_plan import ServicePlan
from planwright.linking import link
from planwright.records.base import Item, Plan, Record
from planwright.records.rating import PRESETS, Benchmark, RatingRule, Trigger
from planwright.records.shape import RECORD, Shape, fields_of
from planwright.records.thread import Link
from planwright.repository import read_folder
from planwright.resources import example
from planwright.workspace import Subject

COUNCIL = example("council")
MINIMAL = example("minimal")
README = (COUNCIL / "README.md").read_text(encoding="utf-8")
AS_AT = date(2026, 11, 21)
LISTED = re.compile(r"^\| (PW\d{3}) (\S+) \|", re.MULTILINE)
RULE = re.compile(r"^\| ([A-Z]{3}-(?:PI-\d{2}|C\d)) \| (.*) \|$", re.MULTILINE)
RATED = {
    "green", "amber", "red", "met", "not-met", "better", "on-target", "worse", "well-above", "above", "below",
    "well-below", "both-met", "between", "both-missed", "second-quartile", "third-quartile",
}  # fmt: skip
NOT_RATED = {
    "data-only", "no-target", "target-pending", "not-due", "awaited", "late", "not-collected", "suspended",
    "baseline-year", "not-applicable", "withheld", "no-tolerance", "no-benchmark", "retired",
}  # fmt: skip
# The college stays in the middle of its field, and the Head of Planning judges in time.
ABSENT = {"best-quartile", "worst-quartile", "not-judged"}
WORK_RISKS_AND_PLANS = {
    "due-soon", "overdue-in-grace", "overdue", "complete", "complete-late", "ongoing", "no-date", "deferred",
    "cancelled", "superseded", "not-scored", "closed", "accepted", "draft", "reported", "in-progress", "referred",
    "decided",
}  # fmt: skip
FOUR_QUESTIONS = """
    overview vision mission justification profile scope drivers assessment aspects feedback achievements comparisons
    planned_changes capacity_gaps swot pestle priorities objectives critical_success_factors actions risks efficiency
    value_for_money deliverability improvements consultations partnerships workforce continuity collections monitoring
    risk_confirmation approvals standards resources cross_cutting dialogue service_development work_programme
    planning_days other_plans
"""


def read(folder: Path, as_at: date = AS_AT) -> Assessment:
    return assess(link(parse(file.name, file.data) for file in read_folder(folder)), as_at)


def choices(record: type[Record], field: str) -> set[str]:
    """Return the words that a field of a record may be."""
    return {word for shape in flat(record.model_fields[field].annotation) for word in get_args(shape)}


def flat(annotation: object) -> Iterator[object]:
    """Yield the Literals in an annotation."""
    if get_origin(annotation) is Literal:
        yield annotation
    else:
        for part in get_args(annotation):
            yield from flat(part)


@pytest.fixture(scope="module")
def council() -> Assessment:
    return read(COUNCIL)


def findings(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    main(["-C", str(folder), "--as-at", str(AS_AT), "validate", "--format", "json"])
    found: list[dict[str, str]] = json.loads(capsys.readouterr().out)["diagnostics"]
    return found


def test_the_council_has_the_warnings_its_readme_lists_and_no_others(capsys: pytest.CaptureFixture[str]) -> None:
    found = findings(COUNCIL, capsys)
    listed = LISTED.findall(README)
    assert sorted((one["code"], one["subject"]) for one in found) == sorted(listed)
    assert 8 <= len(found) <= 20
    assert {one["severity"] for one in found} == {"warning"}


def test_the_minimal_council_is_four_short_files_with_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    files = read_folder(MINIMAL)
    assert findings(MINIMAL, capsys) == []
    assert len(files) == 4
    assert sum(len(file.data.splitlines()) for file in files) < 80
    assert [one.state.key for one in read(MINIMAL).indicators.values()] == ["green"]


def test_the_council_is_as_large_as_it_says(council: Assessment) -> None:
    things = (
        "service", "service-plan", "team-plan", "work-plan", "national-priorities", "department-plan", "indicator",
        "action", "risk", "pip",
    )  # fmt: skip
    assert {thing: len(council.workspace.of(thing)) for thing in things} == {
        "service": 7,
        "service-plan": 7,
        "team-plan": 2,
        "work-plan": 2,
        "national-priorities": 1,
        "department-plan": 1,
        "indicator": 56,
        "action": 86,
        "risk": 51,
        "pip": 5,
    }
    assert all(action.record.milestones for action in council.workspace.of("action"))


def test_every_state_of_an_indicator_occurs(council: Assessment) -> None:
    subjects = council.workspace.of("indicator")
    ratings = [rating for subject in subjects for rating in council.ratings.history(subject)]
    groups = {group.state.key for rating in ratings for group in rating.groups}
    found = groups | {rating.state.key for rating in ratings}
    own = set(council.workspace.settings.states) - STATES.keys()
    assert len(own) == 4
    assert found == RATED | NOT_RATED | own


def test_no_state_is_left_out_of_the_tests_above() -> None:
    assert STATES.keys() == ABSENT | RATED | NOT_RATED | WORK_RISKS_AND_PLANS


def test_every_direction_a_reader_meets_occurs(council: Assessment) -> None:
    found = {rating.previous.key for rating in council.indicators.values() if rating.previous}
    assert {
        "improved", "declined", "no-change", "at-maximum", "moved-up", "moved-down", "no-previous",
        "not-comparable",
    } == found  # fmt: skip


def test_indicators_show_everything_an_indicator_may_choose(council: Assessment) -> None:
    subjects = council.workspace.of("indicator")
    for field in ("polarity", "aggregation", "scope"):
        assert {getattr(subject.record, field) for subject in subjects} == choices(Indicator, field), field
    assert {subject.record.frequency for subject in subjects} == {
        "monthly", "quarterly", "half-yearly", "annual", "academic-year", "two-yearly",
    }  # fmt: skip
    for field in ("window_months", "weight", "lag_days", "grace_days", "target_pending", "baseline", "breakdown"):
        assert any(getattr(subject.record, field) for subject in subjects), field
    assert {pause.state for subject in subjects for pause in subject.record.pauses} == {
        "suspended", "baseline year", "not applicable",
    }  # fmt: skip


def test_rating_rules_show_every_family_preset_and_level(council: Assessment) -> None:
    rules = [council.figures.rule(subject) for subject in council.workspace.of("indicator")]
    for part in ("method", "basis", "boundary"):
        assert {getattr(rule, part).value for rule in rules} == choices(RatingRule, part), part
    assert {rule.place.by for rule in rules if rule.basis.value == "benchmark"} == choices(Benchmark, "by")
    assert {rule.band.relative for rule in rules} == {True, False}
    settings = [getattr(rule, field.name) for rule in rules for field in fields(rule)]
    assert {setting.level for setting in settings} == {"indicator", "set", "settings", "default"}
    assert {setting.preset for setting in settings} - {""} == PRESETS.keys()


def test_triggers_show_every_condition_and_how_long_it_holds(council: Assessment) -> None:
    triggers = [council.figures.trigger(subject) for subject in council.workspace.of("indicator")]
    assert {trigger.level for trigger in triggers} == {"indicator", "set", "settings"}
    assert {condition for trigger in triggers for condition in trigger.value.when} == choices(Trigger, "when")
    assert {trigger.value.periods for trigger in triggers} == {1, 2, 3}
    assert any(trigger.value.below is not None for trigger in triggers)
    fired = {id_: rating.fired for id_, rating in council.indicators.items() if rating.fired}
    assert fired == {
        "COR-PI-01": ("worsening, 3 periods running",),
        "HSG-PI-02": ("worse than target",),
        "HSG-PI-03": ("red, 2 periods running",),
        "HSG-PI-07": ("forecast to miss",),
        "LEI-PI-02": ("red, 2 periods running",),
        "RVB-PI-03": ("red, 3 periods running",),
        "SCT-PI-C": ("red",),
        "SSW-PI-05": ("red and worsening",),
    }


def test_a_group_is_red_under_a_whole_that_is_green(council: Assessment) -> None:
    whole = council.indicators["SSW-PI-04"]
    assert whole.state.colour is Colour.GREEN
    assert {group.name: group.state.colour for group in whole.groups} == {
        "North": Colour.RED,
        "Central": Colour.BLUE,
        "South": Colour.GREEN,
    }


@pytest.mark.parametrize("id_", [row[0] for row in RULE.findall(README)])
def test_why_explains_each_rule_that_the_readme_names(id_: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-C", str(COUNCIL), "--as-at", str(AS_AT), "why", id_]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{id_}: ")
    assert "what would change it" in said
    assert "None" not in said


def test_the_readme_says_which_indicator_shows_each_family(council: Assessment) -> None:
    rules = [council.indicators[id_].rule for id_, _ in RULE.findall(README) if id_ in council.indicators]
    assert {rule.method.value for rule in rules} == choices(RatingRule, "method")
    assert {rule.basis.value for rule in rules} == choices(RatingRule, "basis")


@pytest.mark.parametrize(
    ("day", "counts", "recycling"),
    [
        ("2025-08-01", {"green": 19, "amber": 23, "red": 4, "grey": 10}, "amber"),
        ("2026-05-10", {"green": 29, "amber": 15, "red": 4, "grey": 8}, "red"),
        ("2026-11-21", {"green": 18, "amber": 15, "red": 8, "grey": 15}, "green"),
    ],
)
def test_the_council_stood_otherwise_at_other_dates(day: str, counts: dict[str, int], recycling: str) -> None:
    then = read(COUNCIL, date.fromisoformat(day))
    assert Counter(rating.state.colour.value for rating in then.indicators.values()) == counts
    assert then.indicators["SSW-PI-02"].state.key == recycling


def test_a_corrected_figure_reads_as_it_was_known(council: Assessment) -> None:
    before = read(COUNCIL, date(2026, 5, 10)).indicators["SSW-PI-02"]
    after = council.ratings.rate(before.subject, before.period)
    assert (before.value, after.value) == (Decimal("45.3"), Decimal("44.6"))


def test_an_indicator_that_was_merged_into_another_is_kept_until_the_day_it_ended(council: Assessment) -> None:
    assert council.indicators["SSW-PI-09"].state.key == "retired"
    assert read(COUNCIL, date(2026, 9, 28)).indicators["SSW-PI-09"].state.key == "data-only"


def test_work_stands_in_every_way_it_can(council: Assessment) -> None:
    found = Counter(rating.state.key for rating in council.work)
    assert set(found) == {
        "not-due", "due-soon", "overdue-in-grace", "overdue", "complete", "complete-late", "ongoing", "deferred",
        "cancelled", "superseded",
    }  # fmt: skip
    assert found["overdue"] == 2
    assert found["overdue-in-grace"] == 1


def test_risks_stand_in_every_band_and_one_review_is_overdue(council: Assessment) -> None:
    assert {rating.state.word for rating in council.risks.values()} == {
        "Low", "Medium", "High", "Very high", "Closed",
    }  # fmt: skip
    assert [id_ for id_, rating in council.risks.items() if rating.review_overdue] == ["LEI-R3"]
    assert {rating.movement for rating in council.risks.values()} == {"up", "down", "same", "new"}
    assert {rating.subject.id for rating in council.risks.values() if rating.subject.record.escalated_to} == {
        "HSG-R1",
        "SSW-R1",
        "DCS-R1",
    }


def test_improvement_plans_stand_in_five_states(council: Assessment) -> None:
    assert {id_: rating.state.key for id_, rating in council.pips.items()} == {
        "PIP-RVB-01": "draft",
        "PIP-HSG-01": "in-progress",
        "PIP-SSW-01": "decided",
        "PIP-PBC-01": "accepted",
        "PIP-DCS-01": "complete",
    }


def chain(council: Assessment, start: str, end: str) -> list[tuple[str, Link]]:
    """Return the first links upward from one objective to another, each with the id of the objective it leaves."""
    steps: list[tuple[str, Link]] = []
    subject: Subject = council.workspace.find(start, "objective")
    while subject.id != end:
        link_ = council.thread.links(subject)[0]
        steps.append((subject.id, link_))
        subject = council.workspace.find(link_.to, "objective", "aim")
    return steps


@pytest.mark.parametrize(
    ("start", "end", "through", "types"),
    [
        (
            "WP-RECEPTION-O1",
            "COM-1",
            ["WP-RECEPTION-O1", "WP-VOIDS-O1", "EMT-O1", "HSG-O1", "CORP-1"],
            {"direct"},
        ),
        ("SCT-O1", "COM-2", ["SCT-O1", "SSW-O1", "CORP-3"], {"direct"}),
        ("EGS-O1", "COM-4", ["EGS-O1", "CORP-5"], {"indirect"}),
    ],
)
def test_the_golden_thread_of_the_sources_runs_unbroken(
    council: Assessment, start: str, end: str, through: list[str], types: set[str]
) -> None:
    steps = chain(council, start, end)
    assert [id_ for id_, _ in steps] == through
    assert {link_.type for _, link_ in steps} == types
    assert all(link_.so_that for _, link_ in steps)


def filled(value: object, record: type[Record]) -> Iterator[tuple[type[Record], str]]:
    """Yield every field that a plain value gives, with the record it is part of."""
    known = fields_of(record)
    given = value if isinstance(value, dict) else {getattr(record, "main", ""): value}
    for name, part in given.items():
        if part and name in known:
            yield record, name
            yield from within(part, known[name].shape)


def within(value: object, shape: Shape) -> Iterator[tuple[type[Record], str]]:
    """Yield what the records inside a value of a shape give."""
    if shape.sort == RECORD and shape.record:
        yield from filled(value, shape.record)
    elif shape.inner and isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from within(part, shape.inner)


def every_record(record: type[Record], found: set[type[Record]]) -> set[type[Record]]:
    """Return a record with all that stand in its fields."""
    if record not in found:
        found.add(record)
        for field in fields_of(record).values():
            shape: Shape | None = field.shape
            while shape:
                if shape.record:
                    every_record(shape.record, found)
                shape = shape.inner
    return found


def test_every_field_is_filled_in_somewhere(council: Assessment) -> None:
    documents = [loaded.document for loaded in council.workspace.loaded]
    given = {one for document in documents for one in filled(document.value, kinds.model(document.kind))}
    records: set[type[Record]] = set()
    for name in kinds.names():
        every_record(kinds.model(name), records)
    inherited = {*Item.model_fields, *Plan.model_fields, *RatingRule.model_fields}
    missing = {
        (record.__name__, name)
        for record in records
        for name in fields_of(record)
        if (record, name) not in given and not (name in inherited and not name.startswith("id"))
    }
    # The country sets aims and priorities, no council's vision; and one plan or another here uses every section.
    assert missing == {
        *(("NationalPriorities", name) for name in ("vision", "mission", "values", "management_principles")),
        *(("NationalPriorities", name) for name in ("objectives", "actions")),
        ("PlanRules", "unused"),
    }
    assert {name for _, name in given} >= inherited


@pytest.mark.parametrize("plan", ["HSG", "SSW"])
def test_the_full_plans_answer_every_question(council: Assessment, plan: str) -> None:
    record: ServicePlan = council.workspace.find(plan, "service-plan").record
    empty = [name for name in FOUR_QUESTIONS.split() if not getattr(record, name)]
    assert empty == []


def test_three_years_of_results_hold_what_results_may_hold(council: Assessment) -> None:
    plans = [plan for _, plan in council.workspace.plans(Results)]
    results = [result for plan in plans for parts in plan.results.values() for result in parts.values()]
    assert {plan.period for plan in plans} == {"2023-24", "2024-25", "2025-26", "2026-27"}
    for field in (
        "provisional", "forecast", "forecast_by", "forecast_on", "forecast_note", "restated", "missing", "numerator",
        "comment", "action", "published", "judgement", "groups", "checked_by",
    ):  # fmt: skip
        assert any(getattr(result, field) for result in results), field
    unexplained = [
        id_
        for id_, rating in council.indicators.items()
        if rating.state.key in {"red", "amber"} and not (rating.result and rating.result.comment)
    ]
    assert unexplained == []


def test_most_indicators_have_three_whole_years_of_results(council: Assessment) -> None:
    quarterly = [subject for subject in council.workspace.of("indicator") if subject.record.frequency == "quarterly"]
    lengths = Counter(len(council.ratings.history(subject)) >= 12 for subject in quarterly)
    assert lengths[True] >= 9 * lengths[False]


def test_per_cent_is_written_one_way() -> None:
    spaced = [file.name for file in read_folder(COUNCIL) if re.search(rb"\d %", file.data)]
    assert spaced == []


@pytest.mark.slow
def test_public_documents_leave_out_what_is_private_or_exempt(tmp_path: Path) -> None:
    out = tmp_path / "build"
    render = ["-C", str(COUNCIL), "--as-at", str(AS_AT), "render", "--format", "md", "--output", str(out)]
    assert main([*render, "--all"]) == 0
    public = "\n".join(file.read_text(encoding="utf-8") for file in out.glob("*.md"))
    assert "Average time to re-let an empty council home" in public
    assert "The public papers count 81 actions and 49 risks" in README
    assert "| **All** | 81 |" in public
    assert "49 risks are open" in public
    assert re.findall(r".*\d %.*", public) == []
    for secret in ("A. Example", "Postholder", "proper knot", "WP-VOIDS", "A large employer comes to the district"):
        assert secret not in public
    assert main([*render, "--edition", "members", "risk-log", "GROWTH"]) == 0
    members = (out / "risk-log-GROWTH-members.md").read_text(encoding="utf-8")
    assert "A large employer comes to the district" in members
