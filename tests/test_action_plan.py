"""The action plan: both layouts of the guidance, whom each action serves, what it costs, and the detail of each."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from conftest import workspace_of

from planwright import formats, reports, resources
from planwright.assessment import assess
from planwright.kinds import Visibility
from planwright.page import Facts, Heading, Table, plain
from planwright.rendering import render
from planwright.reports import Cut, Edition

AS_AT = date(2026, 11, 21)
COUNCIL = {
    "organisation.yaml": """\
        kind: organisation
        services:
          - {id: HOUSING, title: Housing}
        teams:
          - {id: TEAM-RENTS, title: Rents, service: HOUSING}
        posts:
          - {id: HEAD, title: Head of Housing}
        partners:
          - {id: FORUM, title: Landlords' forum}
        """,
    "corporate.yaml": """\
        kind: corporate-plan
        id: CORP
        title: Our plan
        period: 2026-27 to 2027-28
        aims:
          - {id: CORP-AIM, title: A good life}
        priorities:
          - {id: CORP-P1, title: Families first, aim: CORP-AIM}
        objectives:
          - {id: CORP-1, title: Homes for all, symbol: H}
          - {id: CORP-2, title: Money well spent}
        """,
    "risks.yaml": """\
        kind: risk-log
        id: RL
        service: HOUSING
        risks:
          - {id: HSG-R1, title: Landlords leave}
        """,
    "team.yaml": """\
        kind: team-plan
        id: RENTS
        team: TEAM-RENTS
        period: 2026-27
        actions:
          - {id: RENTS-A1, title: Ring tenants early, due: 2026-12-01}
        """,
}
PLAN = """\
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2027-28
objectives:
  - id: HSG-O1
    title: Homes in 21 days
    links: [CORP-1]
    measured_by: [HSG-PI-01]
  - id: HSG-O2
    title: No family in a hotel
    links: [CORP-P1]
indicators:
  - {id: HSG-PI-01, title: Offers in time, polarity: higher}
actions:
  - id: HSG-A1
    objective: HSG-O1
    title: Set up a scheme
    lead: HEAD
    key: yes
    theme: Faster offers
    start: 2026-05-01
    due: 2026-12-31
    links: [{to: CORP-2, so_that: hotels cost less, share: one part of three}]
    outputs:
      - {title: Lettings, quantity: 30, unit: lettings, measure: signed tenancies, by: 2027-06-30}
    outcomes: [Children keep their school]
    resources: {money: 60000, fund: General Fund, fte: 0.5, funded: yes}
    risks: [HSG-R1]
    partners: [FORUM]
    milestones:
      - title: Scheme agreed
        due: 2026-06-30
        done: 2026-06-22
        evidence: Minutes
      - title: First ten lettings
        due: 2026-10-30
        revised: [{to: 2027-05-31, on: 2026-10-12, reason: Letters re-worded, implications: Ten families wait}]
    progress:
      - {on: 2026-07-08, note: Seven landlords, percent: 40, by: HEAD}
      - {on: 2026-10-14, note: Twelve lettings}
    changes:
      - {field: lead, from: CLERK, to: HEAD, on: 2026-06-15, reason: The clerk left}
  - id: HSG-A2
    objective: HSG-O2
    title: Find sites
    depends_on: [HSG-A1]
    targets_by_year:
      - {year: 2026-27, target: Four sites, met: yes}
      - {year: 2027-28, target: Ten sites}
      - {year: 2028-29, target: Twenty sites}
    resources: {money: 9000, fte: 1, funded: no, skills: Valuing land}
  - id: HSG-A3
    title: Close the hotel contract
    due: 2028-06-30
    resources: {money: 1000, fund: General Fund}
  - id: HSG-A4
    title: Dropped
    due: 2026-12-31
    status: cancelled
    reason: No landlord came
    resources: {money: 5, fund: Lottery}
"""


def edition_of(
    cut: Cut | None = None, level: Visibility = Visibility.OFFICERS, changed: Mapping[str, str] | None = None
) -> Edition:
    files = COUNCIL | {"plan.yaml": PLAN} | dict(changed or {})
    return Edition(assess(workspace_of(files), AS_AT), level, cut or Cut())


def view_of(edition: Edition, subject: str = "HSG") -> dict[str, Any]:
    return reports.load("action-plan").view(edition, subject)


def text_of(edition: Edition, subject: str = "HSG", name: str = "action-plan") -> str:
    view = reports.load(name).view(edition, subject)
    facts = Facts("Wexcombe District Council", AS_AT, "working copy", edition.level.value, "0")
    return formats.load("md").write(render(name, view, resources.templates(), facts)).decode()


def header_of(edition: Edition) -> list[str]:
    """Return the column headings of the first table of actions."""
    facts = Facts("Wexcombe District Council", AS_AT, "working copy", edition.level.value, "0")
    page = render("action-plan", view_of(edition), resources.templates(), facts)
    table = next(block for block in page.blocks if isinstance(block, Table))
    return [plain(cell.inlines) for cell in table.header]


def test_the_layout_of_tasks_has_the_guidances_columns() -> None:
    assert header_of(edition_of()) == [
        "Objective",
        "Task or action",
        "Lead",
        "Targeted output",
        "Targeted outcome",
        "Resources",
        "Timescales and milestones",
    ]


def test_each_action_stands_beside_its_objective_in_words() -> None:
    assert "| Homes in 21 days<br>HSG-O1" in text_of(edition_of())


def test_the_layout_of_years_has_a_target_for_each_year() -> None:
    assert header_of(edition_of(Cut(layout="years"))) == [
        "Activity",
        "Accountable officer",
        "Risks to achievement",
        "Target 2026-27",
        "Target 2027-28",
    ]


def test_the_settings_choose_the_layout_where_nobody_does() -> None:
    settings = "kind: settings\nname: Wexcombe District Council\nplans: {action_layout: years}\n"
    edition = edition_of(changed={"planwright.yaml": settings})
    assert header_of(edition)[0] == "Activity"
    assert "| Activity |" in text_of(edition, name="service-plan")
    assert header_of(edition_of(Cut(layout="tasks"), changed={"planwright.yaml": settings}))[0] == "Objective"


def test_an_output_says_how_much_by_when_and_how_it_is_measured() -> None:
    assert "Lettings: 30 lettings by 30 June 2027 (measured by: signed tenancies)" in text_of(edition_of())


def test_an_outcome_has_the_indicators_of_the_objective() -> None:
    assert "Children keep their school<br>Indicators: HSG-PI-01 |" in text_of(edition_of())


def test_resources_are_for_members_and_say_what_is_not_funded() -> None:
    assert "£9,000<br>not funded yet<br>1 full-time equivalent<br>Skills: Valuing land |" in text_of(edition_of())
    public = text_of(edition_of(level=Visibility.PUBLIC))
    assert "Resources" not in public
    assert "£" not in public


@pytest.mark.parametrize("layout", ["tasks", "years"])
def test_each_action_has_the_symbols_of_what_it_serves_and_a_key_to_them(layout: str) -> None:
    edition = edition_of(Cut(layout=layout))
    text = text_of(edition)
    assert "serves CORP-2, H" in text or "serves H, CORP-2" in text
    assert "serves CORP-P1" in text
    assert [one["symbol"] for one in view_of(edition)["symbols"]] == ["CORP-2", "CORP-P1", "H"]
    assert "| **H** | Homes for all (CORP-1) |" in text
    assert "| **CORP-P1** | Families first |" in text


def years_of(edition: Edition, action: str) -> list[list[str]]:
    rows = [row for theme in view_of(edition)["themes"] for row in theme["actions"]]
    (found,) = (row["years"] for row in rows if row["id"] == action)
    cells: list[list[str]] = found
    return cells


def test_what_has_a_date_stands_in_the_year_of_that_date() -> None:
    assert years_of(edition_of(), "HSG-A1") == [
        ["Scheme agreed: done 22 June 2026", "Complete by 31 December 2026"],
        ["Lettings: 30 lettings", "First ten lettings: by 31 May 2027"],
    ]


def test_targets_by_year_stand_in_their_year_and_say_whether_they_were_reached() -> None:
    assert years_of(edition_of(), "HSG-A2") == [
        ["Four sites (reached)"],
        ["Ten sites", "2028-29: Twenty sites"],
    ]


def test_what_falls_outside_the_plan_stands_at_its_edge() -> None:
    assert years_of(edition_of(), "HSG-A3") == [[], ["Complete by 30 June 2028"]]
    early = PLAN.replace("due: 2028-06-30", "due: 2026-02-01")
    assert years_of(edition_of(changed={"plan.yaml": early}), "HSG-A3")[0] == ["Complete by 1 February 2026"]
    over = PLAN.replace("due: 2028-06-30", "due: 2028-06-30\n    done: 2026-08-03")
    assert years_of(edition_of(changed={"plan.yaml": over}), "HSG-A3")[1] == ["Done 3 August 2026"]


def test_actions_stand_under_their_themes() -> None:
    facts = Facts("Wexcombe District Council", AS_AT, "working copy", "officers", "0")
    page = render("action-plan", view_of(edition_of()), resources.templates(), facts)
    headings = [(block.level, plain(block.inlines)) for block in page.blocks if isinstance(block, Heading)]
    assert headings[:4] == [(2, "Actions"), (3, "Faster offers"), (3, "Other actions"), (2, "What they take")]
    assert (3, "HSG-A2 Find sites") in headings


def test_the_bill_adds_up_by_fund_and_year_and_leaves_out_what_is_not_done() -> None:
    bill = view_of(edition_of())["bill"]
    assert [(line["fund"], line["by_year"], line["several"], line["total"]) for line in bill["lines"]] == [
        ("General Fund", [60000, None], 1000, 61000),
        ("", [None, None], 9000, 9000),
    ]
    assert (bill["whole"]["total"], bill["whole"]["unfunded"], str(bill["fte"])) == (70000, 9000, "1.5")
    text = text_of(edition_of())
    assert "- Find sites (HSG-A2), £9,000" in text
    assert "- Valuing land, for Find sites (HSG-A2)" in text


def test_the_annex_tells_all_of_an_action() -> None:
    text = text_of(edition_of())
    for told in (
        "| **Also serves** | Money well spent (CORP-2), so that hotels cost less; our part: one part of three |",
        "| **With** | Landlords' forum |",
        "| **Waits for** | Set up a scheme (HSG-A1) |",
        "| **Why it stands so** | No landlord came |",
        "To 31 May 2027, agreed on 12 October 2026: Letters re-worded. What it means: Ten families wait",
        "| **8 July 2026** | Seven landlords | 40% | Head of Housing |",
        "| **Changed** | Lead from CLERK to Head of Housing, 15 June 2026: The clerk left |",
    ):
        assert told in text


def test_notes_are_for_officers_and_the_latest_stands_in_the_table() -> None:
    assert "14 Oct 2026: Twelve lettings<br>" in text_of(edition_of())
    members = text_of(edition_of(level=Visibility.MEMBERS))
    assert "Twelve lettings" not in members
    assert "Noted on" not in members


def test_a_teams_actions_have_a_plan_of_their_own() -> None:
    edition = edition_of()
    known = reports.load("action-plan").subjects(edition)
    assert known == {"HOUSING": "HSG", "HSG": "HSG", "TEAM-RENTS": "RENTS", "RENTS": "RENTS"}
    assert "# Rents: action plan\n" in text_of(edition, "RENTS")


def test_a_plan_without_actions_has_no_action_plan() -> None:
    empty = PLAN[: PLAN.index("actions:")]
    known = reports.load("action-plan").subjects(edition_of(changed={"plan.yaml": empty}))
    assert set(known) == {"TEAM-RENTS", "RENTS"}


def test_actions_that_need_no_objective_are_said_to_need_none() -> None:
    free = PLAN.replace("actions:\n", "actions_without_objective: yes\nactions:\n", 1)
    edition = edition_of(changed={"plan.yaml": free})
    for name in ("action-plan", "service-plan"):
        assert "An action of this plan need not serve an objective." in text_of(edition, name=name)
    assert "need not serve" not in text_of(edition_of())


def test_each_year_of_a_longer_plan_has_its_own() -> None:
    longer = PLAN.replace("period: 2026-27 to 2027-28", "period: 2026-27 to 2028-29", 1)
    edition = edition_of(changed={"plan.yaml": longer})
    assert [len(cell) for cell in years_of(edition, "HSG-A1")] == [2, 2, 0]
    assert years_of(edition, "HSG-A2") == [["Four sites (reached)"], ["Ten sites"], ["Twenty sites"]]
    assert years_of(edition, "HSG-A3")[2] == ["Complete by 30 June 2028"]
