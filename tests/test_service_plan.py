"""The service plan in all its cuts: the sections of each, everything printed somewhere, nothing out of place."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pytest
from conftest import workspace_of
from filled_council import canary, council

from planwright import formats, reports, resources
from planwright.assessment import assess
from planwright.kinds import Visibility
from planwright.page import Facts, Heading, Page, plain
from planwright.records.sections import SECTIONS
from planwright.rendering import render
from planwright.reports import Cut, Edition
from planwright.reports._plan_sections import LAYOUTS, PARTS, REGISTRY, Chapter

AS_AT = date(2026, 11, 21)
PLAN = "service-plan.yaml"
SUBJECT = "service-plan.service-plan"
Files = dict[str, dict[str, Any]]
_ELSEWHERE = {"indicators", "mission"}  # an indicator stands in its own profile, and the mission in another document
_PART_1 = (
    "overview", "profile", "scope", "vision", "mission", "justification", "drivers", "objectives", "priorities",
    "resources", "efficiency", "value_for_money", "planned_changes", "swot", "pestle", "capacity_gaps",
    "consultations", "feedback", "standards", "improvements", "aspects", "deliverability", "cross_cutting",
    "assessment", "evaluations", "achievements", "comparisons",
)  # fmt: skip
_PART_2 = (
    "work_programme", "actions", "service_development", "workforce", "dialogue", "continuity", "collections",
    "monitoring",
)  # fmt: skip


def planted() -> tuple[Files, dict[str, str]]:
    """Return a filled council whose service plan has another word in every text, and the field of each word."""
    files = council()
    files[PLAN]["held_elsewhere"][0]["section"] = "mission"
    words: dict[str, str] = {}
    for field in files[PLAN]:
        if field not in {"kind", "id", "format"}:
            files[PLAN][field] = _plant(files[PLAN][field], field, words)
    return files, words


def _plant(value: Any, field: str, words: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _plant(inner, field, words) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plant(inner, field, words) for inner in value]
    if value != "Ordinary words" and value not in {canary(level) for level in Visibility}:
        return value
    word = f"Word{len(words):03d}end"
    words[word] = field
    return word


def edition_of(files: Mapping[str, Any], cut: Cut | None = None, level: Visibility = Visibility.OFFICERS) -> Edition:
    texts = {name: value if isinstance(value, str) else json.dumps(value) for name, value in files.items()}
    return Edition(assess(workspace_of(texts), AS_AT), level, cut or Cut())


def page_of(edition: Edition, name: str = "service-plan", subject: str = SUBJECT) -> Page:
    facts = Facts("Wexcombe District Council", AS_AT, "working copy", edition.level.value, "0")
    return render(name, reports.load(name).view(edition, subject), resources.templates(), facts)


def text_of(edition: Edition, name: str = "service-plan", subject: str = SUBJECT) -> str:
    return formats.load("md").write(page_of(edition, name, subject)).decode()


def headings(page: Page, level: int = 2) -> list[str]:
    return [plain(block.inlines) for block in page.blocks if isinstance(block, Heading) and block.level == level]


def keys(chapters: Sequence[Chapter]) -> Iterator[str]:
    for chapter in chapters:
        yield from chapter.sections


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_whole_plan_has_every_section_once(layout: str) -> None:
    found = list(keys(LAYOUTS[layout]))
    assert len(found) == len(set(found))
    assert set(SECTIONS) <= set(found)


def test_every_section_that_stands_somewhere_is_registered() -> None:
    for chapters in (*LAYOUTS.values(), *PARTS.values()):
        assert set(keys(chapters)) <= set(REGISTRY)


def test_all_that_a_service_plan_says_is_printed() -> None:
    files, words = planted()
    for layout in LAYOUTS:
        printed = text_of(edition_of(files, Cut(layout=layout))) + text_of(edition_of(files), "action-plan")
        assert {field for word, field in words.items() if word not in printed} <= _ELSEWHERE


def shown(part: str) -> tuple[set[str], dict[str, str]]:
    """Return the words of a planted plan that one of its parts prints, and the field of every word."""
    files, words = planted()
    del files[PLAN]["held_elsewhere"]
    printed = text_of(edition_of(files, Cut(part)))
    return {word for word in words if word in printed}, words


def test_part_1_has_all_of_its_own_and_nothing_of_part_2() -> None:
    printed, words = shown("1")
    found = {words[word] for word in printed}
    assert set(_PART_1) <= found
    files, _ = planted()
    paid_from = files[PLAN]["actions"][0]["resources"]["fund"]  # sums of money stand under resources, by fund
    assert not {words[word] for word in printed - {paid_from}} & set(_PART_2)


def test_part_2_has_all_of_its_own_and_nothing_that_stands_in_part_1_only() -> None:
    printed, words = shown("2")
    found = {words[word] for word in printed}
    assert set(_PART_2) <= found
    drawn_from = {"feedback", "consultations", "aspects", "improvements"}  # potential improvements come from these
    assert not found & set(_PART_1) - drawn_from


def test_part_1_has_its_ten_contents_in_order() -> None:
    files, _ = planted()
    assert headings(page_of(edition_of(files, Cut("1")))) == [
        "Outline of the service",
        "Key targets and objectives",
        "Resources",
        "Partnerships",
        "Medium-term issues and opportunities",
        "Consultation",
        "Key performance indicators",
        "Service improvement plan",
        "Cross-cutting issues",
        "Overall assessment of performance",
    ]


def test_part_2_has_its_seven_contents_in_order() -> None:
    files, _ = planted()
    assert headings(page_of(edition_of(files, Cut("2")))) == [
        "Annual work plans",
        "Partnership development",
        "Service development plan",
        "Dialogue with customers and stakeholders",
        "Local indicators and management data",
        "Business continuity",
        "Potential improvements",
    ]


def test_the_four_headings_of_the_other_layout() -> None:
    files, _ = planted()
    files["planwright.yaml"]["plans"]["layout"] = "ambition"
    for cut in (Cut(), Cut(layout="ambition")):
        assert headings(page_of(edition_of(files, cut))) == [
            "Ambition, achievements and prioritisation",
            "Planning and capacity",
            "Performance management",
            "Organisation and skills",
        ]
    assert headings(page_of(edition_of(files, Cut(layout="questions"))))[0] == "Introduction"


@pytest.mark.parametrize("cut", [Cut(), Cut(layout="ambition"), Cut("1"), Cut("2")])
def test_headings_never_skip_a_level(cut: Cut) -> None:
    files, _ = planted()
    levels = [block.level for block in page_of(edition_of(files, cut)).blocks if isinstance(block, Heading)]
    assert all(later <= earlier + 1 for earlier, later in zip([1, *levels], levels, strict=False))


def test_a_small_plan_has_no_empty_section() -> None:
    files = small("vision: Homes for all.\n")
    assert headings(page_of(edition_of(files), subject="HSG")) == ["Introduction"]
    assert headings(page_of(edition_of(files, Cut("2")), subject="HSG")) == []


SETTINGS = """\
kind: settings
name: Wexcombe District Council
plans:
  unused: [mission]
  headings:
    vision: what we are about
    partnerships: Whom we work with
"""


def small(plan: str, settings: str = SETTINGS) -> dict[str, str]:
    """Return a council of one service, with more fields of its plan."""
    return {
        "planwright.yaml": settings,
        "organisation.yaml": """\
            kind: organisation
            services:
              - id: HOUSING
                title: Housing
            posts:
              - id: HEAD
                title: Head of Housing
            partners:
              - id: HARBOUR
                title: Harbour Homes
            """,
        "plan.yaml": f"kind: service-plan\nid: HSG\nservice: HOUSING\nperiod: 2026-27 to 2027-28\n{plan}",
    }


def printed(plan: str, cut: Cut | None = None, settings: str = SETTINGS) -> str:
    return text_of(edition_of(small(plan, settings), cut), subject="HSG")


def test_the_councils_own_headings_and_the_sections_it_does_not_use() -> None:
    text = printed("vision: Homes for all.\nmission: We act early.\n")
    assert "What we are about\n\nHomes for all." in text
    assert "act early" not in text


def test_a_chapter_of_one_section_has_the_councils_heading_of_that_section() -> None:
    text = printed("partnerships:\n  - partner: HARBOUR\n    purpose: More homes\n", Cut("1"))
    assert "2 Whom we work with\n" in text
    assert "\n## 3" not in text


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("plan: OTH", "See Waste service plan (OTH)."),
        ("document: Housing strategy", "See Housing strategy."),
        (
            "document: Housing strategy\n    url: https://www.wexcombe.example/strategy",
            "See [Housing strategy](<https://www.wexcombe.example/strategy>).",
        ),
        ("url: shelf 4", "See another document (shelf 4)."),
        (
            "plan: OTH\n    url: https://www.wexcombe.example/w",
            "See [Waste service plan](<https://www.wexcombe.example/w>) (OTH).",
        ),
    ],
)
@pytest.mark.parametrize("part", ["", "1"])
def test_a_section_held_elsewhere_is_referred_to(given: str, said: str, part: str) -> None:
    files = small(f"vision: Ours.\nheld_elsewhere:\n  - section: vision\n    {given}\n")
    files["other.yaml"] = "kind: service-plan\nid: OTH\ntitle: Waste service plan\nservice: HOUSING\nperiod: 2020-21\n"
    text = text_of(edition_of(files, Cut(part)), subject="HSG")
    assert f"What we are about\n\n{said}\n" in text
    assert "Ours." not in text


GAINS = """\
profile:
  revenue: 1000000
efficiency:
  - title: Adviser shared with the county
    category: much more for a little more
    cashable: yes
    test: proportionately more for more
    amounts: {2026-27: 18000}
  - title: Leased homes
    category: the same for less
    amounts: {2026-27: 62000, 2027-28: 160000}
    evidence: The ledger
  - title: Counter closed
    category: less for even less
    amounts: {2026-27: 9000}
"""


def rows(text: str, start: str) -> list[list[str]]:
    """Return the cells of the Markdown rows whose first cell begins with some words."""
    cells = [[cell.strip(" *") for cell in line.strip("|").split(" | ")] for line in text.splitlines()]
    return [line for line in cells if line[0].strip("| *").startswith(start)]


def test_savings_by_cuts_stay_out_of_the_total_of_gains() -> None:
    text = printed(GAINS)
    assert rows(text, "Total of efficiency gains")[0][1:3] == ["£80,000", "£160,000"]
    assert rows(text, "Grand total")[0][1:3] == ["£89,000", "£160,000"]
    assert [row[1:3] for row in rows(text, "Share of the service budget")] == [["8.0%", "–"], ["8.9%", "–"]]
    assert "not known for 2027-28, so no share of it can be given" in text


def test_each_category_of_gain_stands_in_the_guidances_table() -> None:
    text = printed(GAINS)
    order = [
        "Non-cashable",
        "“Much more for a",
        "“More for the same",
        "Cashable",
        "“More for less",
        "“The same",
        "Other",
        "“Less",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "“More for the same”<br>none" in text
    assert "It releases money." in text
    assert "Proportionately more performance for more inputs" in text


def test_a_budget_of_each_year_goes_before_the_revenue_of_the_first() -> None:
    known = GAINS.replace("revenue: 1000000", "revenue: 1000000\n  budgets: {2026-27: 800000, 2027-28: 640000}")
    shares = rows(printed(known), "Share of the service budget")
    assert shares[0][1:3] == ["10.0%", "25.0%"]
    assert "no share of it can be given" not in printed(known)


def test_without_cuts_there_is_one_total() -> None:
    assert "Grand total" not in printed(GAINS[: GAINS.index("  - title: Counter")])


MEASURED = """\
objectives:
  - id: HSG-O1
    title: Homes in 21 days
    measured_by: [HSG-PI-01]
standards:
  - title: An answer the same day
    indicator: HSG-PI-02
  - title: Nobody waits outside
    kept: Every day
comparisons:
  - with: The county
    kind: area
    finding: Cheaper
feedback:
  - kind: survey
    finding: Letters are hard to read
    url: https://www.wexcombe.example/survey
    action: HSG-A1
  - kind: audit
    finding: Keys go missing
consultations:
  - title: All applicants
    result: They want a text
  - title: All tenants
aspects:
  - {title: Offers, verdict: continue}
  - {title: Key cabinet, verdict: improve}
  - {title: Rent cards, verdict: cease}
improvements:
  - title: Plain letters
    action: HSG-A1
actions:
  - id: HSG-A1
    title: Rewrite all letters
    objective: HSG-O1
indicators:
  - id: HSG-PI-01
    title: Offers in time
    polarity: higher
    unit: "%"
    targets: {2025-26: 80, 2026-27: 90}
  - id: HSG-PI-02
    title: Answers the same day
    polarity: higher
    scope: national
    frequency: annual
    targets: {2025-26: 70}
  - id: HSG-PI-03
    title: Cost of a letting
    polarity: lower
    unit: £
    scope: management
"""
RESULTS = {
    "results/2025-26.yaml": """\
        kind: results
        period: 2025-26
        results:
          HSG-PI-01:
            year: {value: 81, as_at: 2026-03-31}
          HSG-PI-02:
            year: {value: 75, as_at: 2026-03-31}
          HSG-PI-03:
            year: {value: 380, as_at: 2026-03-31}
        comparators:
          HSG-PI-02:
            - {with: Nether Barrow, value: 71}
            - {with: Acme Lettings, is: provider, value: 90}
          HSG-PI-03:
            - {with: Agency rates, is: provider, value: 400}
        """,
    "results/2026-27.yaml": """\
        kind: results
        period: 2026-27
        results:
          HSG-PI-01:
            Q1: {value: 70, as_at: 2026-06-30}
            Q2: {value: 60, as_at: 2026-09-30, comment: Two flats flooded., action: Both are being dried.}
        """,
}


def measured(cut: Cut | None = None) -> str:
    return text_of(edition_of(small(MEASURED) | RESULTS, cut), subject="HSG")


def test_last_year_stands_beside_this_year_with_what_is_said_of_it() -> None:
    text = measured()
    (row,) = (row for row in rows(text, "Offers in time") if "2025-26" in row[1])
    assert row[1].startswith("81%<br>target 80%")
    assert "Green" in row[1]
    assert row[2].startswith("60%<br>target 90%")
    assert "Red" in row[2]
    assert "Two flats flooded. What is being done: Both are being dried." in text
    yearly = rows(text, "Answers the same day")[0]
    assert yearly[1].startswith("75<br>target 70")
    assert yearly[2] == "–"


def test_indicators_are_grouped_by_who_agrees_on_them() -> None:
    text = measured()
    places = [text.index(words) for words in ("National indicators", "Key local indicators", "Finance and value for")]
    assert places == sorted(places)
    assert "On target or better: 1 of 1 rated." in text
    assert "Answers the same day (HSG-PI-02): 75 ● Green" in text
    assert "| Nobody waits outside | – | Every day |" in text


def test_comparison_tells_councils_providers_and_areas_apart() -> None:
    text = measured()
    councils, providers, areas = (text.index(f"With {words}") for words in ("other councils", "other prov", "a wider"))
    assert councils < providers < areas
    assert councils < text.index("Nether Barrow") < providers
    assert "Acme Lettings 90 |" in text[providers:areas]


def test_members_see_key_indicators_and_officers_the_others() -> None:
    one, two = measured(Cut("1")), measured(Cut("2"))
    assert "Cost of a letting" in two
    assert "Cost of a letting" not in one
    assert "Agency rates" in measured()
    assert "Agency rates" not in one
    assert "Offers in time" in one
    assert "Offers in time<br>" not in two
    assert rows(one, "Key local indicators")[-1] == ["Key local indicators", "1", "1", "0"]


def test_potential_improvements_lead_to_the_improvement_plan() -> None:
    text = measured(Cut("2"))
    assert "| Survey | Letters are hard to read | 1\\. Plain letters | Rewrite all letters (HSG-A1) |" in text
    assert "| Audit | Keys go missing | not there yet | – |" in text
    assert "| Consultation: All applicants | They want a text | not there yet | – |" in text
    assert "| Challenge | Improve: Key cabinet | not there yet | – |" in text
    assert "| Challenge | Cease: Rent cards |" in text
    assert "All tenants" not in text
    assert "Continue" not in text
    assert "Offers in time: 60% against a target of 90%, Q2 2026-27 | 1\\. Plain letters |" in text


def test_an_indicator_marked_key_goes_before_those_of_objectives() -> None:
    files = small(MEASURED.replace("    scope: management\n", "    scope: management\n    key: yes\n")) | RESULTS
    text = text_of(edition_of(files, Cut("2")), subject="HSG")
    assert "Offers in time<br>" in text
    assert "Cost of a letting<br>" not in text


TEAM = """\
kind: team-plan
id: LET
team: TEAM-LETTINGS
title: Lettings team plan
period: 2026-27
objectives:
  - id: LET-O1
    title: Keys in five days
    links: [HSG-O1]
actions:
  - id: LET-A1
    title: Sort the key cabinet
    due: 2026-06-30
    done: 2026-06-01
work_programme:
  - title: Viewings
    days: 40
    money: 8000
"""


@pytest.mark.parametrize("cut", [Cut(), Cut("2")])
def test_the_plans_of_teams_stand_in_their_services(cut: Cut) -> None:
    files = small(MEASURED) | RESULTS | {"team.yaml": TEAM}
    files["teams.yaml"] = """\
        kind: organisation
        teams:
          - {id: TEAM-LETTINGS, title: Lettings, service: HOUSING}
          - {id: TEAM-RENTS, title: Rents, service: HOUSING}
        """
    text = text_of(edition_of(files, cut), subject="HSG")
    assert "1 action: 1 ✓ Complete. 40 working days and £8,000 in its work programme." in text
    assert "- Keys in five days (LET-O1); contributes to Homes in 21 days (HSG-O1)" in text
    assert "Without a plan of their own: Rents." in text
    assert ("Viewings" in text) == (cut.part == "2")


def test_approvals_of_a_part_stand_at_its_head() -> None:
    plan = (
        "approvals:\n"
        "  - {part: part 1, route: Weekly list, on: 2026-03-01, reference: WL 7}\n"
        "  - {part: part 2, route: Delegated, on: 2026-03-02}\n"
    )
    assert "Part 1, what members agree: approved on 1 March 2026 (Weekly list), reference WL 7" in printed(
        plan, Cut("1")
    )
    assert "Delegated" not in printed(plan, Cut("1"))
    assert "Delegated" in printed(plan, Cut("2"))
    assert "Weekly list" in printed(plan)


def test_what_has_been_changed_is_told_by_titles() -> None:
    plan = """\
objectives:
  - id: HSG-O1
    title: Homes in 21 days
    changes:
      - {field: lead, from: nobody, to: HEAD, on: 2026-05-01, reason: The post was filled}
"""
    assert "| Lead | nobody | Head of Housing | 1 May 2026 | The post was filled |" in printed(plan)


STEPS = """\
objectives:
  - id: HSG-O1
    title: Homes in 21 days
    measured_by: [HSG-PI-01, HSG-PI-02, HSG-PI-03]
actions:
  - id: HSG-A1
    title: Lease homes
    due: 2026-09-30
    revised:
      - {to: 2026-12-31, on: 2026-08-04, reason: Leases took longer}
      - {to: 2027-02-26, reason: No lawyer, implications: Ten more families wait}
    milestones:
      - title: First ten
        due: 2026-06-30
        revised:
          - {to: 2026-07-31, reason: Surveys were late}
indicators:
  - id: HSG-PI-01
    title: Offers in time
    polarity: higher
    unit: "%"
    targets: {2026-27: 90, 2026-27-Q1: 80, 2026-27-Q2: 85, 2027-28: 95}
    trigger: {below: 75, periods: 2, asks_for: explanation}
  - {id: HSG-PI-02, title: Homes let, polarity: higher, targets: {2027-28-Q4: 12}}
  - {id: HSG-PI-03, title: Register, polarity: none}
  - {id: HSG-PI-04, title: Cost, polarity: lower, targets: {2026-27: 9}, trigger: {when: [red], asks_for: nothing}}
"""


def test_new_dates_stand_among_the_changes_with_why_and_what_they_mean() -> None:
    text = printed(STEPS)
    changes = text[text.index("What has been changed in this plan\n\n") :]
    assert [line[1:] for line in rows(changes, "HSG-A1")] == [
        ["Date", "30 September 2026", "31 December 2026", "4 August 2026", "Leases took longer"],
        ["Date", "31 December 2026", "26 February 2027", "–", "No lawyer<br>What it means: Ten more families wait"],
        ["Date for First ten", "30 June 2026", "31 July 2026", "–", "Surveys were late"],
    ]


def test_targets_of_quarters_stand_under_the_years() -> None:
    text = printed(STEPS)
    assert "Offers in time<br>HSG-PI-01** | 90%<br>Q1: 80%<br>Q2: 85% | 95% | – |" in text
    assert "Homes let<br>HSG-PI-02** | – | Q4: 12 | – |" in text


def test_trigger_points_are_told_with_what_must_be_done() -> None:
    for cut in (None, Cut("2"), Cut("", "ambition")):
        text = printed(STEPS, cut)
        assert "| Offers in time (HSG-PI-01) | Beyond the trigger point 75, 2 periods running | Explanation |" in text
        assert "| Homes let (HSG-PI-02) | Worse than target" in text
        assert "Register (HSG-PI-03) |" not in text
        assert "| Cost (HSG-PI-04) |" not in text
    assert "Trigger points" not in printed(STEPS, Cut("1"))
    assert "Trigger points" not in printed("overview: Homes.\n")


def test_a_trigger_point_that_is_reached_says_so() -> None:
    assert "Offers in time (HSG-PI-01), reached" in measured()


def test_monitoring_says_by_what_means_where_somebody_wrote_it() -> None:
    plain = "monitoring:\n  - what: Rents\n    frequency: Weekly\n"
    assert "| Rents | Weekly | – |" in printed(plain)
    assert "| Rents | A board on the wall | Weekly |" in printed(f"{plain}    how: A board on the wall\n")


def test_a_judgement_against_a_framework_stands_beside_the_figures() -> None:
    plan = "evaluations:\n  - framework: EFQM\n    finding: Strong on people\n    on: 2026-05-01\n"
    for cut in (None, Cut("1")):
        assert rows(printed(plan, cut), "EFQM") == [["EFQM", "1 May 2026", "Strong on people"]]


def test_gains_stand_beside_what_is_asked_of_the_service() -> None:
    asked = SETTINGS.replace("plans:\n", "plans:\n  efficiency_target: 2.5\n")
    every = "The council asks every service for gains of 2.5% of its net budget a year"
    assert f"{every}.\n" in printed(GAINS, settings=asked)
    assert f"{every}; 4% is asked of this one.\n" in printed(f"efficiency_target: 4\n{GAINS}", settings=asked)
    assert "4% of its net budget a year is asked of it." in printed(f"efficiency_target: 4\n{GAINS}")
    assert f"{every}. No gain is planned yet." in printed("overview: Homes.\n", settings=asked)
    assert "is asked" not in printed(GAINS)


def test_officers_see_which_outside_factors_name_no_risk() -> None:
    plan = "pestle:\n  - {kind: economic, factor: Rents rise}\n  - {kind: social, factor: People live longer}\n"
    officers = edition_of(small(plan))
    assert "as far as this plan says: Rents rise; People live longer." in text_of(officers, subject="HSG")
    members = edition_of(small(plan), level=Visibility.MEMBERS)
    assert "as far as this plan says" not in text_of(members, subject="HSG")


@pytest.mark.parametrize(("years", "shown"), [("2026-27 to 2028-29", True), ("2020-21", False)])
def test_the_vision_of_a_service_stands_beside_the_councils_of_today(years: str, *, shown: bool) -> None:
    corporate = f"kind: corporate-plan\nid: CORP\ntitle: Our plan\nperiod: {years}\nvision: A fair district.\n"
    text = text_of(edition_of(small("vision: Homes for all.\n") | {"corporate.yaml": corporate}), subject="HSG")
    beside = "Homes for all.\n\nIt serves the vision of the whole council (Our plan, CORP):\n\nA fair district.\n"
    assert (beside in text) is shown
    assert ("A fair district" in text) is shown


def test_who_went_to_see_how_others_do_it_stands_with_what_was_found() -> None:
    plan = "comparisons:\n  - {with: Nether Barrow, finding: Twice as fast, visit: Five members in May}\n"
    assert "| Nether Barrow | – | Twice as fast<br>Seen by: Five members in May |" in printed(plan)


def test_a_glance_leaves_out_objectives_that_are_given_up() -> None:
    plan = """\
objectives:
  - {id: HSG-O1, title: Homes in 21 days}
  - {id: HSG-O2, title: Smaller hotel bills, retired: {on: 2026-05-01, reason: No aim}}
"""
    text = text_of(edition_of(small(plan)), "glance", "HSG")
    assert "Homes in 21 days (HSG-O1)" in text
    assert "hotel bills" not in text
