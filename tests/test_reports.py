"""Reports: what each edition may show, counts that add up, words from plans as they stand, and golden pages."""

import json
import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from conftest import workspace_of
from filled_council import canary, council
from hypothesis import given, settings
from hypothesis import strategies as st
from small_council import FILES

from planwright import formats, reports, resources
from planwright.assessment import Assessment, assess
from planwright.cli import main
from planwright.diagnostic import PlanwrightError
from planwright.kinds import Visibility
from planwright.page import Facts, Page
from planwright.rendering import render
from planwright.reports import Edition
from planwright.reports._edition import View

AS_AT = date(2026, 11, 21)
GOLDEN = Path(__file__).parent / "golden"
LEVELS = (Visibility.PUBLIC, Visibility.MEMBERS, Visibility.OFFICERS)


def edition_of(files: Mapping[str, str], level: Visibility = Visibility.PUBLIC, as_at: date = AS_AT) -> Edition:
    return Edition(assess(workspace_of(files), as_at), level)


def page_of(edition: Edition, name: str, subject: str | None = None) -> Page:
    view = reports.load(name).view(edition, subject)
    facts = Facts("Wexcombe District Council", edition.assessment.as_at, "working copy", edition.level.value, "0")
    return render(name, view, resources.templates(), facts)


def text_of(edition: Edition, name: str, subject: str | None = None) -> str:
    return formats.load("md").write(page_of(edition, name, subject)).decode()


def everything(edition: Edition) -> str:
    """Return all documents of an edition in all formats as one text."""
    pages = []
    for name in reports.names():
        report = reports.load(name)
        subjects = set(report.subjects(edition).values())
        pages += [page_of(edition, name, subject) for subject in sorted(subjects)]
        pages += [page_of(edition, name)] if report.WHOLE else []
    return "\n".join(formats.load(one).write(page).decode() for one in formats.available() for page in pages)


@pytest.fixture(scope="module")
def filled() -> Assessment:
    return assess(workspace_of({name: json.dumps(value) for name, value in council().items()}), AS_AT)


def test_the_filled_council_is_read_whole(filled: Assessment) -> None:
    assert filled.workspace.problems == ()
    assert all(loaded.record for loaded in filled.workspace.loaded)


@pytest.mark.parametrize("level", LEVELS)
def test_an_edition_prints_no_text_that_is_above_its_level(filled: Assessment, level: Visibility) -> None:
    printed = everything(Edition(filled, level))
    shown = {one for one in Visibility if canary(one) in printed or canary(one).replace("-", r"\-") in printed}
    assert shown <= set(LEVELS[: LEVELS.index(level) + 1])
    assert "Ordinary words" in printed


def test_what_members_may_see_stands_in_their_edition(filled: Assessment) -> None:
    assert canary(Visibility.MEMBERS) in everything(Edition(filled, Visibility.MEMBERS))


def test_a_field_above_the_level_is_as_if_not_given(filled: Assessment) -> None:
    action = filled.workspace.of("action")[0]
    assert Edition(filled).item(action)["resources"] is None
    assert Edition(filled).item(action)["progress"] == []
    assert Edition(filled, Visibility.MEMBERS).item(action)["resources"]["money"] == 12
    assert Edition(filled, Visibility.OFFICERS).item(action)["progress"]


EXEMPT = """\
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    current: {likelihood: medium, impact: high}
    owner: HEAD
    reviewed: 2026-06-01
  - id: HSG-R9
    title: The buyer of the depot goes bankrupt
    current: {likelihood: high, impact: high}
    owner: HEAD
    reviewed: 2026-10-01
    exempt:
      paragraph: 3
      reason: The price is still being negotiated
      review: 2027-03-31
"""


def exempt_council(**changed: str) -> dict[str, str]:
    plan = FILES["services/housing/plan.yaml"].replace("  - HSG-R1\n", "  - HSG-R1\n  - HSG-R9\n")
    return FILES | {"services/housing/risks.yaml": EXEMPT, "services/housing/plan.yaml": plan} | changed


def test_exempt_records_are_left_out_of_the_public_edition_and_listed() -> None:
    edition = edition_of(exempt_council())
    for name, subject in (
        ("risk-log", None),
        ("risk-log", "HSG-RL"),
        ("service-plan", "HSG"),
        ("performance-report", None),
    ):
        text = text_of(edition, name, subject)
        assert "depot" not in text
        assert "HSG-R9" not in text
        assert "paragraph 3: 1 item" in text
        assert "negotiated" not in text
    assert "1 risk is open" in text_of(edition, "risk-log")
    assert not edition.shows("HSG-R9")


def test_a_paper_tells_only_of_what_would_stand_in_it() -> None:
    corporate = """\
kind: risk-log
id: CRR
corporate: yes
risks:
  - id: CRR-1
    title: Flood
"""
    edition = edition_of(exempt_council(**{"corporate-risks.yaml": corporate}))
    assert "paragraph 3" in text_of(edition, "risk-log", "HSG-RL")
    assert "paragraph 3" not in text_of(edition, "risk-log", "CRR")
    assert "paragraph 3" not in text_of(edition, "pip", "PIP-1")
    unnamed = exempt_council() | {"services/housing/plan.yaml": FILES["services/housing/plan.yaml"]}
    assert "paragraph 3" not in text_of(edition_of(unnamed), "service-plan", "HSG")


@pytest.mark.parametrize("level", LEVELS[1:])
def test_other_editions_hold_exempt_records_and_say_why_they_are(level: Visibility) -> None:
    text = text_of(edition_of(exempt_council(), level), "risk-log")
    assert "The buyer of the depot goes bankrupt" in text
    assert "The price is still being negotiated" in text
    assert "31 March 2027" in text
    assert "Do not publish it" in text


def test_what_stands_in_an_exempt_plan_is_exempt_with_it() -> None:
    exempt = FILES["services/housing/plan.yaml"].replace(
        "kind: service-plan\n", "kind: service-plan\nexempt: {paragraph: 1, reason: People}\n"
    )
    edition = edition_of(FILES | {"services/housing/plan.yaml": exempt})
    assert not any(edition.shows(id_) for id_ in ("HSG", "HSG-O1", "HSG-A1", "HSG-M2"))
    assert "HOUSING" not in reports.load("service-plan").subjects(edition)
    assert "landlord incentive" not in everything(edition)


def test_items_of_confidential_kinds_are_never_shown() -> None:
    work_plan = """\
        kind: work-plan
        id: WP
        post: HEAD
        period: 2026-27
        objectives:
          - id: WP-O1
            title: Learn to say no
            links: [HSG-O1]
        """
    for level in LEVELS:
        edition = edition_of(FILES | {"work.yaml": work_plan}, level)
        assert edition.assessment.workspace.get("WP-O1")
        assert not edition.shows("WP")
        assert not edition.shows("WP-O1")
        assert "Learn to say no" not in everything(edition)


def test_posts_print_as_titles_and_other_references_as_titles_with_ids() -> None:
    text = text_of(edition_of(FILES), "service-plan", "HSG")
    assert "Head of Housing" in text
    assert "HEAD" not in text.replace("HEADING", "")
    assert re.search(r"directly serves \*\*Homes for all\*\* \(CORP-1\)", text)


def test_dates_and_figures_are_printed_as_people_write_them() -> None:
    text = text_of(edition_of(FILES), "performance-report")
    assert "2 July 2026" in text_of(edition_of(FILES), "service-plan", "HSG")
    assert "16 November 2026" in text
    assert "88.5%" in text
    assert "95%" in text


def test_the_councils_own_words_are_used() -> None:
    own = """\
kind: settings
name: Wexcombe District Council
terms: {objective: goal, lead: lead officer, risk: hazard}
states:
  red: {word: Off track}
"""
    edition = edition_of(FILES | {"planwright.yaml": own})
    plan = text_of(edition, "service-plan", "HSG")
    assert "Goals" in plan
    assert "Lead officer" in plan
    assert "Hazards" in plan
    assert "Objectives" not in plan
    report = text_of(edition, "performance-report")
    assert "off track" in report
    assert "Hazards" in report


def test_counts_add_up_and_name_their_denominator() -> None:
    edition = edition_of(FILES)
    counts = reports.load("performance-report").view(edition, None)["indicators"]
    assert counts["total"] == 3 == counts["rated"] + counts["not_rated"]
    assert counts["rated"] == sum(line["number"] for line in counts["lines"])
    assert counts["not_rated"] == sum(line["number"] for line in counts["unrated"])
    text = text_of(edition, "performance-report")
    assert "2 of 3 indicators are rated" in text
    assert "Share of the 2 rated" in text


RED = FILES["results.yaml"].replace("value: 88.50", "value: 60").replace("forecast: 94", "forecast: 70")


def test_every_red_has_its_figures_comment_owner_and_plan() -> None:
    view = reports.load("performance-report").view(edition_of(FILES | {"results.yaml": RED}), None)
    (red,) = view["reds"]
    assert red["id"] == "HSG-PI-01"
    assert red["owner"] == "Head of Housing"
    assert red["comment"] == "Two large families waited for adapted homes."
    assert [pip["id"] for pip in red["pips"]] == ["PIP-1"]
    assert red["trend"].rows == (
        ("Q1 2026-27", "92%", "95%", "to 85.5%"),
        ("Q2 2026-27", "60% (provisional)", "95%", "to 85.5%"),
        ("2026-27 forecast", "70%", "", ""),
    )
    text = text_of(edition_of(FILES | {"results.yaml": RED}), "performance-report")
    assert "How exceptions are chosen" in text


def test_a_late_result_is_an_exception_and_an_amber_one_is_not() -> None:
    late = FILES["results.yaml"].split("  HSG-PI-02:")[0]
    view = reports.load("performance-report").view(
        edition_of(FILES | {"results.yaml": late}, as_at=date(2026, 12, 21)), None
    )
    assert [(row["id"], row["state"]) for row in view["others"]] == [("HSG-PI-02", "late"), ("LEI-PI-01", "late")]
    assert view["reds"] == []


def test_a_report_on_one_service_holds_nothing_of_the_others() -> None:
    text = text_of(edition_of(FILES), "performance-report", "HOUSING")
    assert "LEI-PI-01" not in text
    assert "HSG-PI-01" in text
    assert "By service" not in text


def test_headings_of_empty_sections_do_not_appear() -> None:
    bare = "kind: service-plan\nid: LEI\nservice: LEISURE\nperiod: 2026-27\n"
    edition = edition_of(
        {
            **FILES,
            "leisure.yaml": bare,
            "services/housing/indicators.yaml": "kind: indicators\n",
            "results.yaml": "kind: results\nperiod: 2026-27\n",
        }
    )
    headings = [line for line in text_of(edition, "service-plan", "LEI").splitlines() if line.startswith("#")]
    assert headings == ["# Leisure service plan", "## 1 Introduction", "### 1.1 Key facts at a glance"]


def test_the_current_plan_of_a_service_is_the_one_meant() -> None:
    earlier = "kind: service-plan\nid: HSG-OLD\nservice: HOUSING\nperiod: 2023-24 to 2025-26\n"
    later = "kind: service-plan\nid: HSG-NEW\nservice: HOUSING\nperiod: 2029-30\n"
    files = FILES | {"a.yaml": earlier, "z.yaml": later}
    subjects = reports.load("service-plan").subjects
    assert subjects(edition_of(files))["HOUSING"] == "HSG"
    assert subjects(edition_of(files, as_at=date(2035, 1, 1)))["HOUSING"] == "HSG-NEW"
    assert subjects(edition_of(files))["HSG-OLD"] == "HSG-OLD"


def test_the_six_sections_of_an_improvement_plan_stand_in_their_order() -> None:
    text = text_of(edition_of(FILES), "pip", "PIP-1")
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## Section 1 Performance Indicator Details",
        "## Section 2 External Factors Impacting Performance",
        "## Section 3 Internal Factors Impacting Performance",
        "## Section 4 Proposed Solutions",
        "## Section 5 Management Comment",
        "## Section 6 Progress Tracking",
    ]
    assert "| **Score** | 92% | 30 June 2026 |" in text
    assert "88.5% (Q2 2026-27)" in text


@pytest.mark.parametrize(
    ("frequency", "years", "scores"),
    [
        ("academic-year", ("2024-25", "2025-26"), ("52% | 31 August 2026", "51% | 31 August 2025")),
        ("calendar-year", ("2024", "2025"), ("52% | 31 December 2025", "51% | 31 December 2024")),
        ("two-yearly", ("2023-24", "2025-26"), ("52% | 31 March 2026", "51% | 31 March 2024")),
    ],
)
def test_a_plan_tells_the_figures_of_its_indicators_own_years(
    frequency: str, years: tuple[str, ...], scores: tuple[str, str]
) -> None:
    files = {
        "i.yaml": "kind: indicators\nindicators: [{id: PI, title: One, polarity: higher, unit: '%', "
        f"frequency: {frequency}}}]\n",
        "p.yaml": "kind: pip\nid: P\nindicator: PI\nauthor: HEAD\nopened: 2026-10-12\n"
        f"progress: [{{on: 2026-11-02, comment: Named, period: {years[0]}}}, {{on: 2026-11-03, comment: Latest}}]\n",
    }
    for value, year in enumerate(years, 51):
        files[f"{year}.yaml"] = f"kind: results\nperiod: {year}\nresults: {{PI: {{year: {value}}}}}\n"
    text = text_of(edition_of(files, Visibility.OFFICERS), "pip", "P")
    named = " academic year" if frequency == "academic-year" else ""
    assert f"| **Score** | {scores[0]} |" in text
    assert f"| **Last Year End Score** | {scores[1]} |" in text
    assert f"51% ({years[0]}{named})" in text
    assert f"52% ({years[1]}{named})" in text


def test_a_plan_for_an_indicator_that_is_not_there_is_still_printed() -> None:
    astray = FILES["pips/relet.yaml"].replace("HSG-PI-01", "HSG-PI-77")
    assert "Buy two homes" in text_of(edition_of(FILES | {"pips/relet.yaml": astray}), "pip", "PIP-1")


def test_efficiency_gains_and_other_savings_are_never_added_together() -> None:
    gains = """\
efficiency:
  - title: Fewer letters
    category: more for less
    cashable: yes
    amounts: {2026-27: 5000, 2027-28: 6000}
  - title: Faster calls
    category: more for the same
  - title: Close the counter
    category: less for even less
    amounts: {2026-27: 900}
"""
    files = FILES | {"services/housing/plan.yaml": FILES["services/housing/plan.yaml"] + gains}
    table = reports.load("service-plan").view(edition_of(files), "HSG")["told"]["efficiency"]
    assert [group["amounts"] for group in table["groups"]] == [
        [None, None, None],
        [5000, 6000, None],
        [900, None, None],
    ]
    assert [total["amounts"] for total in table["totals"]] == [[5000, 6000, None], [5900, 6000, None]]


def test_the_heat_map_stands_on_the_councils_scales_and_counts_open_risks() -> None:
    view = reports.load("risk-log").view(edition_of(FILES), None)
    assert view["map"].header == ("Likelihood / Impact", "low", "medium", "high")
    assert [row[0] for row in view["map"].rows] == ["high", "medium", "low"]
    assert view["map"].rows[1][3] == "1 (high)"
    assert view["overdue"][0]["id"] == "HSG-R1"


def test_a_log_without_scores_has_no_heat_map() -> None:
    bare = """\
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - {id: HSG-R1, title: Rain}
  - {id: HSG-R2, title: Snow, closed: 2026-01-01, closed_because: Spring}
"""
    edition = edition_of(FILES | {"services/housing/risks.yaml": bare})
    text = text_of(edition, "risk-log", "HSG-RL")
    assert "Spring" in text
    assert reports.load("risk-log").view(edition, "HSG-RL")["map"] is None


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40))
def test_text_from_plans_appears_literally(words: str) -> None:
    title = f"A{words}Z"
    plan = FILES["services/housing/plan.yaml"].replace("Set up a landlord incentive scheme", "TITLE")
    files = FILES | {"services/housing/plan.yaml": plan.replace("TITLE", json.dumps(title, ensure_ascii=False))}
    view = reports.load("glance").view(edition_of(files), "HSG")
    assert view["actions"][0]["title"] == title
    page = page_of(edition_of(files), "glance", "HSG")
    assert title in "".join(_texts(page.blocks))


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value if isinstance(value, tuple) else [getattr(value, name) for name in getattr(value, "__slots__", ())]
    return [text for part in parts for text in _texts(part)]


def test_rendering_twice_gives_the_same_bytes_whatever_the_order_of_files() -> None:
    turned = dict(reversed(list(FILES.items())))
    assert everything(edition_of(FILES)) == everything(edition_of(turned))


def test_every_report_has_a_template_and_is_found() -> None:
    names = {"glance", "indicator-profile", "performance-report", "pip", "risk-log", "service-plan", "action-plan"}
    assert names <= set(reports.names())
    assert {f"{name}.md.j2" for name in reports.names()} <= resources.templates().keys()


def test_an_unknown_report_or_edition_is_told_with_the_nearest() -> None:
    with pytest.raises(PlanwrightError, match="did you mean service-plan"):
        reports.load("service-plans")
    with pytest.raises(PlanwrightError, match="did you mean members"):
        reports.level_of("member")
    with pytest.raises(PlanwrightError, match="public, members, officers"):
        reports.level_of("private")


@pytest.mark.parametrize("case", sorted(path.name for path in GOLDEN.iterdir() if path.is_dir()))
def test_golden(case: str, tmp_path: Path, update: bool, capsys: pytest.CaptureFixture[str]) -> None:
    plan, expected = tmp_path / "plan", GOLDEN / case / "expected"
    shutil.copytree(GOLDEN / case / "plan", plan)
    made = tmp_path / "made"
    start = ["-C", str(plan), "--quiet", "--as-at", "2026-11-21", "render"]
    assert main([*start, "--all", "--format", "md", "--output", str(made)]) == 0
    assert main([*start, "glance", "HOUSING", "--output", str(made)]) == 0
    assert capsys.readouterr().err == ""
    found = {file.name: file.read_bytes() for file in made.iterdir()}
    if update:
        shutil.rmtree(expected, ignore_errors=True)
        shutil.copytree(made, expected)
    assert found == {file.name: file.read_bytes() for file in expected.iterdir()}, "run `make update`"


MEETING = """\
kind: meeting
id: SCRUTINY-1
committee: SCRUTINY
date: 2026-09-17
items:
  - title: Re-let times
    decisions:
      - id: SCRUTINY-1/4
        text: Refer the plan to the policy committee
        minute: "4.2"
      - id: SCRUTINY-1/5
        text: Note the rest
"""
REFERRED = (
    FILES["pips/relet.yaml"]
    + """\
reported_to: SCRUTINY-1
management_comments:
  - level: Members
    text: Do **more**.
    on: 2026-09-17
    meeting: SCRUTINY-1
  - level: Tenants' Panel
    text: At last.
    on: 2026-09-18
referrals:
  - to: SCRUTINY
    on: 2026-09-17
    reason: Money is needed
    decision: SCRUTINY-1/4
  - to: SCRUTINY
    on: 2026-10-17
    reason: Still no money
    decision: SCRUTINY-1/5
"""
)


def referred_council(exempt: str = "") -> dict[str, str]:
    committee = f"committees:\n  - id: SCRUTINY\n    title: Scrutiny Committee\n{exempt}"
    organisation = FILES["organisation.yaml"] + committee
    return FILES | {"organisation.yaml": organisation, "meeting.yaml": MEETING, "pips/relet.yaml": REFERRED}


def test_meetings_and_decisions_are_named_by_committee_date_and_minute() -> None:
    text = text_of(edition_of(referred_council()), "pip", "PIP-1")
    assert (
        "Decided at Scrutiny Committee, 17 September 2026, minute 4.2: Refer the plan to the policy committee\n" in text
    )
    assert "Decided at Scrutiny Committee, 17 September 2026: Note the rest\n" in text
    assert "| **Members** | Do **more**.<br>Scrutiny Committee, 17 September 2026 |" in text
    assert "| **Tenants' Panel** | At last.<br>18 September 2026 |" in text
    assert "| **CMT** | – |" in text


def test_an_exempt_committee_or_service_leaves_no_trace_and_no_hole() -> None:
    exempt = "    exempt: {paragraph: 2, reason: Nobody may know}\n"
    edition = edition_of(referred_council(exempt))
    assert "Scrutiny Committee" not in everything(edition)
    hidden = FILES["organisation.yaml"].replace("    title: Housing\n", f"    title: Housing\n{exempt}", 1)
    edition = edition_of(FILES | {"organisation.yaml": hidden})
    assert "HOUSING" not in reports.load("glance").subjects(edition)
    text = everything(edition)
    assert "None" not in text.replace("None at all", "")
    assert "# HSG service plan" in text


def test_an_improvement_plan_is_named_by_its_indicator() -> None:
    edition = edition_of(FILES)
    assert edition.named("PIP-1", by_title=True) == (
        "Performance Improvement Plan: Households offered a home within 21 days"
    )


def plan_rows(edition: Edition) -> list[View]:
    """Return the indicators in the service plan of the small council."""
    groups = reports.load("service-plan").view(edition, "HSG")["told"]["groups"]
    return [row for group in groups for row in group["rows"]]


def test_yes_and_no_results_are_printed_as_words() -> None:
    indicators = FILES["services/housing/indicators.yaml"].replace(
        "    unit: days\n    polarity: range", "    unit: yes/no\n    polarity: higher"
    )
    indicators = indicators.replace("2026-27: {low: 10, high: 20}", "2026-27: yes")
    results = FILES["results.yaml"].replace("Q2: {value: 15", "Q1: yes\n    Q2: {value: no")
    edition = edition_of(FILES | {"services/housing/indicators.yaml": indicators, "results.yaml": results})
    rows = plan_rows(edition)
    assert [(row["value"], row["target"]) for row in rows if row["id"] == "HSG-PI-02"] == [("no", "yes")]


def test_a_deferred_action_says_why() -> None:
    plan = FILES["services/housing/plan.yaml"].replace(
        "    due: 2026-12-31\n", "    due: 2026-12-31\n    status: deferred\n    reason: The grant was not paid\n"
    )
    assert "The grant was not paid" in text_of(
        edition_of(FILES | {"services/housing/plan.yaml": plan}), "service-plan", "HSG"
    )


@pytest.mark.parametrize(
    ("field", "printed"),
    [
        ("    target_pending: It is set in January\n", "It is set in January"),
        ("    pauses: [{state: suspended, since: 2026-27, reason: The form changed}]\n", "The form changed"),
    ],
)
def test_the_reason_given_for_what_is_not_rated_is_known_to_the_view(field: str, printed: str) -> None:
    indicators = FILES["services/housing/indicators.yaml"].replace(
        "    targets:\n      2026-27: {low: 10, high: 20}\n", field
    )
    edition = edition_of(FILES | {"services/housing/indicators.yaml": indicators})
    rows = plan_rows(edition)
    assert [row["reason"] for row in rows if row["id"] == "HSG-PI-02"] == [printed]


DRAFT = FILES["pips/relet.yaml"].split("progress:")[0]


def test_a_plan_that_no_meeting_has_seen_is_not_for_the_public() -> None:
    files = FILES | {"pips/relet.yaml": DRAFT, "results.yaml": RED}
    public, members = (edition_of(files, level) for level in LEVELS[:2])
    assert "PIP-1" not in everything(public)
    assert not reports.load("pip").subjects(public)
    assert "none opened" not in text_of(public, "performance-report")
    assert "PIP-1" in text_of(members, "performance-report")


def test_an_improvement_plan_tells_its_reference_what_was_approved_and_when_the_effect_is_expected() -> None:
    pip = FILES["pips/relet.yaml"].replace(
        "    factors: [PIP-1-F1]\n", "    factors: [PIP-1-F1]\n    lag: two quarters\n    effect_expected: 2027-09-30\n"
    )
    comment = (
        "management_comments: [{level: CMT, text: Yes, on: 2026-08-01, approves: [PIP-1-S1]}]\nlessons: Ask early\n"
    )
    files = FILES | {"pips/relet.yaml": f"{pip}    completion: yes\n{comment}"}
    text = text_of(edition_of(files, Visibility.MEMBERS), "pip", "PIP-1")
    for told in (
        "| **Reference** | PIP-1 |",
        "PIP-1: Households offered a home within 21 days",
        "Effect expected: two quarters<br>Effect expected by 30 September 2027",
        "Approves: Buy two homes (PIP-1-S1)",
        "| **20 October 2026<br>completion** | Both found. |",
        "## What others can learn",
    ):
        assert told in text


def test_an_approval_is_named_once_with_its_part_and_achievements_by_title() -> None:
    more = """\
approvals:
  - {part: part 1, meeting: SCRUTINY-1, decision: SCRUTINY-1/4}
  - {part: part 2, route: "Director of Communities, delegated", on: 2026-03-24, reference: DD/1}
achievements:
  - {title: Quicker, evidence: HSG-PI-02}
"""
    files = referred_council() | {"services/housing/plan.yaml": FILES["services/housing/plan.yaml"] + more}
    text = text_of(edition_of(files), "service-plan", "HSG")
    assert "- Part 1, what members agree: approved by the Scrutiny Committee, 17 September 2026, minute 4.2\n" in text
    assert (
        "- Part 2, how officers run the service: approved on 24 March 2026 (Director of Communities, delegated), "
        "reference DD/1\n"
    ) in text
    assert "Evidence: Days to re-let a home (HSG-PI-02)" in text


def test_the_glance_tells_what_is_worked_on_and_nothing_that_is_done() -> None:
    more = "".join(f"  - {{id: HSG-A{number}, title: Task {number}, due: 2027-01-31}}\n" for number in range(2, 9))
    done = "  - {id: HSG-A9, title: Task 9, due: 2026-01-31, done: 2026-01-30}\n"
    plan = FILES["services/housing/plan.yaml"].replace("risks:\n", f"{more}{done}risks:\n")
    text = text_of(edition_of(FILES | {"services/housing/plan.yaml": plan}), "glance", "HSG")
    assert "5 of the 8 actions of the plan that are not finished yet" in text
    assert "Task 9" not in text


RISKS = """\
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
"""


def risks_of(*risks: str) -> dict[str, str]:
    return FILES | {"services/housing/risks.yaml": RISKS + "".join(f"  - {risk}\n" for risk in risks)}


HIGH = "current: {likelihood: high, impact: high}"


def test_the_highest_risks_are_not_cut_within_a_tie_nor_told_twice() -> None:
    tied = [f"{{id: HSG-R{number}, title: Flood {number}, {HIGH}}}" for number in range(1, 8)]
    carried = f"{{id: HSG-R8, title: Flood 8, {HIGH}, escalated_to: HSG-R1}}"
    lower = "{id: HSG-R9, title: Rain, current: {likelihood: low, impact: low}}"
    edition = edition_of(risks_of(*tied, carried, lower))
    for name, subject in (("performance-report", "HOUSING"), ("glance", "HSG")):
        text = text_of(edition, name, subject)
        assert "The highest risks: 7 of 9" in text
        assert "Flood 7" in text
        assert "Flood 8" not in text


def test_an_opportunity_is_never_printed_as_a_threat() -> None:
    chance = f"{{id: HSG-R2, title: A grant, nature: opportunity, {HIGH}}}"
    edition = edition_of(risks_of(f"{{id: HSG-R1, title: Flood, {HIGH}}}", chance))
    log = text_of(edition, "risk-log", "HSG-RL")
    assert "A grant (an opportunity)" in log
    assert "1 in all" in log
    assert "1 opportunity is left out of the figure" in log
    assert "A grant" not in text_of(edition, "glance", "HSG")
    rows = {row["id"]: row["status"].key for row in reports.load("risk-log").view(edition, None)["logs"][0]["risks"]}
    assert rows == {"HSG-R1": "red", "HSG-R2": "grey"}


def test_a_log_tells_controls_every_score_and_who_carries_a_risk() -> None:
    carried = f"{{id: HSG-R2, title: Rain, {HIGH}, escalated_to: HSG-R1}}"
    full = f"{HIGH}, inherent: {{likelihood: high, impact: high}}, target: {{likelihood: low, impact: low}}"
    ended = "{id: HSG-R3, title: Snow, merged_into: HSG-R1}"
    edition = edition_of(risks_of(f"{{id: HSG-R1, title: Flood, {full}, controls: [A wall]}}", carried, ended))
    log = text_of(edition, "risk-log", "HSG-RL")
    for told in ("9 before any control", "1 to be reached", "• A wall", "carried by: Flood (HSG-R1)"):
        assert told in log
    assert "merged into Flood" in log


def test_officers_read_what_is_for_them_and_the_public_does_not() -> None:
    risk = (
        f"{{id: HSG-R1, title: Flood, {HIGH}, money: 1500, note: Ask the insurer, "
        "history: [{on: 2026-01-01, likelihood: low, impact: low, note: It rained}]}"
    )
    plan = FILES["services/housing/plan.yaml"].replace(
        "    due: 2026-12-31\n",
        "    due: 2026-12-31\n    progress: [{on: 2026-10-01, note: Two landlords, percent: 40}]\n",
    )
    results = RED.replace("      provisional: yes\n", "      source: The housing register\n      checked_by: CHIEF\n")
    files = risks_of(risk) | {"services/housing/plan.yaml": plan, "results.yaml": results}
    told = {
        "Could cost £1,500": "officers",
        "Ask the insurer": "officers",
        "40% done: Two landlords": "officers",
        "The housing register": "officers",
        "It rained": "members",
    }
    texts = {level.value: everything(edition_of(files, level)) for level in LEVELS}
    for text, least in told.items():
        assert text in texts["officers"]
        assert text not in texts["public"]
        assert (text in texts["members"]) == (least == "members")


def objectives_of(files: Mapping[str, str]) -> View:
    tables: list[View] = reports.load("performance-report").view(edition_of(files), None)["tables"]
    return next(table for table in tables if table["by"] == "Objective")


def test_indirect_links_colour_no_objective_and_every_indicator_is_counted_somewhere() -> None:
    indirect = FILES["services/housing/plan.yaml"].replace("type: direct", "type: indirect")
    found = objectives_of(FILES | {"services/housing/plan.yaml": indirect})
    assert [(row["id"], row["total"], row["indirect"]) for row in found["rows"]] == [("CORP-1", 1, 2), ("", 2, 0)]
    unlinked = FILES["services/housing/plan.yaml"].replace("to: CORP-1", "to: HSG-O1")
    text = text_of(edition_of(FILES | {"services/housing/plan.yaml": unlinked}), "performance-report")
    assert "| **Under no corporate objective** | 1 | 1 | 2 | 0 | 2 |" in text


def test_exceptions_that_are_not_red_keep_what_is_said_about_them_and_explained_states_their_reason() -> None:
    said = FILES["results.yaml"].replace("value: 88.50", "value: 96").replace("forecast: 94", "forecast: 50")
    text = text_of(edition_of(FILES | {"results.yaml": said}), "performance-report")
    assert "Other indicators to look at" in text
    assert "Two large families waited for adapted homes. |" in text
    withheld = FILES["results.yaml"].replace(
        "Q2: {value: 15, as_at: 2026-09-30}", "Q2: {missing: withheld, reason: In court}"
    )
    assert "○ Withheld<br>In court" in text_of(edition_of(FILES | {"results.yaml": withheld}), "performance-report")


def test_directions_say_better_or_worse_and_which_way_the_figure_moved() -> None:
    text = text_of(edition_of(FILES), "performance-report")
    assert "worse (down)" in text
    lower = FILES["services/housing/indicators.yaml"].replace("polarity: higher", "polarity: lower", 1)
    assert "better (down)" in text_of(
        edition_of(FILES | {"services/housing/indicators.yaml": lower}), "service-plan", "HSG"
    )
    assert not set("↑↓→") & set(everything(edition_of(FILES)))


def test_what_a_trigger_asks_for_is_said_and_a_closed_plan_does_not_answer_it() -> None:
    def asked(**changed: str) -> str:
        text = text_of(edition_of(FILES | {"results.yaml": RED} | changed), "performance-report", "HOUSING")
        rows = (line for line in text.splitlines() if line.startswith("| **Performance Improvement Plan"))
        return next(rows)

    pip = FILES["pips/relet.yaml"]
    indicators = FILES["services/housing/indicators.yaml"].replace(
        '    unit: "%"\n', '    unit: "%"\n    trigger: {when: [red], asks_for: explanation}\n'
    )
    assert "PIP-1" in asked()
    assert "none opened" in asked(**{"pips/relet.yaml": pip + "    completion: yes\n"})
    accepted = asked(**{"pips/relet.yaml": pip + "accepted: SCRUTINY-1/4\n", "meeting.yaml": MEETING})
    assert "shortfall accepted (PIP-1)" in accepted
    explained = asked(**{"services/housing/indicators.yaml": indicators, "pips/relet.yaml": "kind: pip\n"})
    assert "an explanation is asked for (red)" in explained


@pytest.mark.parametrize(
    "twin",
    [
        "kind: pip\nid: HSG-PI-01\nindicator: HSG-PI-01\nauthor: HEAD\nopened: 2026-10-01\n",
        "kind: pip\nid: hsg-pi-01\nindicator: HSG-PI-01\nauthor: HEAD\nopened: 2026-10-01\n",
        "kind: risk-log\nid: HSG\nservice: HOUSING\nrisks: [{id: HSG-A1, title: Twin}]\n",
        "kind: indicators\nindicators: [{id: HSG-R1, title: Twin, polarity: none}]\n",
        "kind: service-plan\nid: HOUSING\nservice: HSG\nperiod: 2026-27\nactions: [{id: HSG-O1, title: Twin}]\n",
    ],
)
def test_an_id_used_twice_breaks_no_report(twin: str) -> None:
    for level in (Visibility.PUBLIC, Visibility.OFFICERS):
        edition = edition_of({**FILES, "zz.yaml": twin}, level)
        for name in reports.names():
            report = reports.load(name)
            wanted: list[str | None] = [*sorted(set(report.subjects(edition).values()))]
            for subject in [*wanted, None] if report.WHOLE else wanted:
                assert text_of(edition, name, subject)
