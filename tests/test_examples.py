"""The example councils: what they hold, what is wrong with them on purpose, and nothing that is not."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from planwright.assessment import Assessment, assess
from planwright.cli import main
from planwright.document import parse
from planwright.kinds.results import Results
from planwright.kinds.service_plan import ServicePlan
from planwright.linking import link
from planwright.records.thread import Link
from planwright.repository import read_folder
from planwright.resources import example
from planwright.workspace import Subject

COUNCIL = example("council")
MINIMAL = example("minimal")
AS_AT = date(2026, 11, 21)
LISTED = re.compile(r"^\| (PW\d{3}) (\S+) \|", re.MULTILINE)
FOUR_QUESTIONS = """
    overview vision mission justification profile scope drivers assessment aspects feedback achievements comparisons
    planned_changes capacity_gaps swot pestle priorities objectives critical_success_factors actions risks efficiency
    value_for_money deliverability improvements consultations partnerships workforce continuity collections monitoring
    risk_confirmation approvals
"""


def read(folder: Path) -> Assessment:
    return assess(link(parse(file.name, file.data) for file in read_folder(folder)), AS_AT)


@pytest.fixture(scope="module")
def council() -> Assessment:
    return read(COUNCIL)


def findings(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    main(["-C", str(folder), "--as-at", str(AS_AT), "validate", "--format", "json"])
    found: list[dict[str, str]] = json.loads(capsys.readouterr().out)["diagnostics"]
    return found


def test_the_council_has_the_warnings_its_readme_lists_and_no_others(capsys: pytest.CaptureFixture[str]) -> None:
    found = findings(COUNCIL, capsys)
    listed = LISTED.findall((COUNCIL / "README.md").read_text(encoding="utf-8"))
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
    things = ("service", "service-plan", "team-plan", "work-plan", "indicator", "action", "risk", "pip")
    assert {thing: len(council.workspace.of(thing)) for thing in things} == {
        "service": 7,
        "service-plan": 7,
        "team-plan": 2,
        "work-plan": 2,
        "indicator": 50,
        "action": 80,
        "risk": 50,
        "pip": 4,
    }
    assert all(action.record.milestones for action in council.workspace.of("action"))


def test_every_state_of_an_indicator_occurs(council: Assessment) -> None:
    found = {rating.state.key for rating in council.indicators.values()}
    assert found == {
        "green", "amber", "red", "data-only", "no-target", "target-pending", "not-due", "awaited", "late",
        "not-collected", "suspended", "baseline-year", "not-applicable", "withheld", "no-tolerance",
    }  # fmt: skip


def test_every_direction_a_reader_meets_occurs(council: Assessment) -> None:
    found = {rating.previous.key for rating in council.indicators.values() if rating.previous}
    assert {
        "improved", "declined", "no-change", "at-maximum", "moved-up", "moved-down", "no-previous",
        "not-comparable",
    } == found  # fmt: skip


def test_indicators_show_every_polarity_frequency_method_and_scope(council: Assessment) -> None:
    records = [subject.record for subject in council.workspace.of("indicator")]
    assert {record.polarity for record in records} == {"higher", "lower", "range", "none"}
    assert {record.frequency for record in records} == {"monthly", "quarterly", "half-yearly", "annual"}
    assert {record.scope for record in records} == {"corporate", "service", "national", "management", "context"}
    rules = [council.figures.rule(subject) for subject in council.workspace.of("indicator")]
    assert {rule.method.value for rule in rules} == {"tolerance", "two-state", "values"}
    assert {rule.band.relative for rule in rules} == {True, False}


def test_work_stands_in_every_way_it_can(council: Assessment) -> None:
    found = Counter(rating.state.key for rating in council.work)
    assert set(found) == {
        "not-due", "due-soon", "overdue-in-grace", "overdue", "complete", "complete-late", "ongoing", "deferred",
        "cancelled", "superseded",
    }  # fmt: skip
    assert found["overdue"] == 2
    assert found["overdue-in-grace"] == 1


def test_risks_stand_in_every_band_and_one_review_is_overdue(council: Assessment) -> None:
    assert {rating.state.word for rating in council.risks.values()} == {"Low", "Medium", "High", "Very high"}
    assert [id_ for id_, rating in council.risks.items() if rating.review_overdue] == ["LEI-R3"]
    assert {rating.movement for rating in council.risks.values()} == {"up", "down", "same", "new"}
    assert {rating.subject.id for rating in council.risks.values() if rating.subject.record.escalated_to} == {
        "HSG-R1",
        "SSW-R1",
        "DCS-R1",
    }


def test_improvement_plans_stand_in_four_states(council: Assessment) -> None:
    assert {id_: rating.state.key for id_, rating in council.pips.items()} == {
        "PIP-RVB-01": "draft",
        "PIP-HSG-01": "in-progress",
        "PIP-SSW-01": "decided",
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


@pytest.mark.parametrize("plan", ["HSG", "SSW"])
def test_the_full_plans_answer_every_question(council: Assessment, plan: str) -> None:
    record: ServicePlan = council.workspace.find(plan, "service-plan").record
    empty = [name for name in FOUR_QUESTIONS.split() if not getattr(record, name)]
    assert empty == []


def test_three_years_of_results_hold_what_results_may_hold(council: Assessment) -> None:
    plans = [plan for _, plan in council.workspace.plans(Results)]
    results = [result for plan in plans for parts in plan.results.values() for result in parts.values()]
    assert {plan.period for plan in plans} == {"2023-24", "2024-25", "2025-26", "2026-27"}
    for field in ("provisional", "forecast", "restated", "missing", "numerator", "comment", "action", "published"):
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
    assert lengths[True] > 9 * lengths[False]


def test_per_cent_is_written_one_way() -> None:
    spaced = [file.name for file in read_folder(COUNCIL) if re.search(rb"\d %", file.data)]
    assert spaced == []


def test_public_documents_leave_out_what_is_private_or_exempt(tmp_path: Path) -> None:
    out = tmp_path / "build"
    render = ["-C", str(COUNCIL), "--as-at", str(AS_AT), "render", "--format", "md", "--output", str(out)]
    assert main([*render, "--all"]) == 0
    public = "\n".join(file.read_text(encoding="utf-8") for file in out.glob("*.md"))
    assert "Average time to re-let an empty council home" in public
    readme = (COUNCIL / "README.md").read_text(encoding="utf-8")
    assert "The public papers count 76 actions and 49 risks" in readme
    assert "| **All** | 76 |" in public
    assert "49 risks are open" in public
    assert re.findall(r".*\d %.*", public) == []
    for secret in ("A. Example", "Postholder", "proper knot", "WP-VOIDS", "A large employer comes to the district"):
        assert secret not in public
    assert main([*render, "--edition", "members", "risk-log", "GROWTH"]) == 0
    members = (out / "risk-log-GROWTH-members.md").read_text(encoding="utf-8")
    assert "A large employer comes to the district" in members
