"""The overview of all plans' priorities: by when they matter, by rank, for the council, a portfolio or a committee."""

from datetime import date

import pytest
from conftest import workspace_of
from council_of_rules import codes, findings

from planwright.assessment import assess
from planwright.reports import Edition, load

FILES = {
    "organisation.yaml": """
        kind: organisation
        portfolios: [{id: HOMES, title: Homes}, {id: PARKS, title: Parks}]
        services:
          - {id: HOUSING, title: Housing, portfolio: HOMES}
          - {id: LEISURE, title: Leisure, portfolio: PARKS}
          - {id: FLEET, title: Fleet}
    """,
    "old.yaml": """
        {kind: service-plan, id: OLD, service: HOUSING, period: 2025-26, priorities: [{title: Last year's}]}
    """,
    "housing.yaml": """
        kind: service-plan
        id: HSG
        service: HOUSING
        period: 2026-27 to 2028-29
        indicators: [{id: HSG-PI-01, title: Homes, polarity: higher}]
        priorities:
          - {title: More homes, rank: 2, horizon: long term, reason: Few are built}
          - {title: Keys, rank: 2}
          - {title: Offers, rank: 1, reason: The law}
          - {title: Some day}
    """,
    "leisure.yaml": """
        kind: service-plan
        id: LEI
        service: LEISURE
        period: 2026-27
        indicators: [{id: LEI-PI-01, title: Visits, polarity: higher}]
        priorities: [{title: Pools, rank: 1}]
    """,
    "fleet.yaml": "{kind: service-plan, id: FLT, service: FLEET, period: 2026-27}",
}
REPORT = load("priorities")


@pytest.fixture
def edition() -> Edition:
    return Edition(assess(workspace_of(FILES), date(2026, 11, 21)))


def titles(edition: Edition, subject: str | None = None) -> dict[str, list[str]]:
    view = REPORT.view(edition, subject)
    return {group["title"]: [row["title"] for row in group["rows"]] for group in view["horizons"]}


def test_by_horizon_then_rank_then_order(edition: Edition) -> None:
    assert titles(edition) == {"Near term": ["Offers", "Pools", "Keys", "Some day"], "Long term": ["More homes"]}


def test_a_portfolio_sees_its_own(edition: Edition) -> None:
    assert dict(REPORT.subjects(edition)) == {"HOMES": "HOMES", "PARKS": "PARKS"}
    assert titles(edition, "PARKS") == {"Near term": ["Pools"]}


def test_plans_without_priorities_are_named(edition: Edition) -> None:
    assert REPORT.view(edition, None)["none"] == ["Fleet"]
    assert REPORT.view(edition, "HOMES")["none"] == []


PLAN = """\
kind: service-plan
id: HSG
service: HOUSING
period: 2025-26 to 2027-28
objectives: [{id: HSG-O1, title: Find homes, links: [CORP-3], measured_by: [HSG-PI-01]}]
"""
MEETING = """\
kind: meeting
id: M-1
committee: CABINET
date: {day}
items: [{{title: Plans, about: [{about}]}}]
"""


def seen(more: str = "", day: str = "", about: str = "HSG", committee: str = "") -> bool:
    files = {"services/housing.yaml": PLAN + more}
    if day:
        files["m.yaml"] = MEETING.format(day=day, about=about).replace("CABINET", committee or "CABINET")
    return "PW222" not in codes(files)


def test_a_plan_not_before_members_for_a_year() -> None:
    files = {"services/housing.yaml": (PLAN + "approvals: [{on: 2025-09-10, route: Weekly list}]\n").encode()}
    found = [one for one in findings(files) if one.code == "PW222"]
    assert [one.message for one in found] == [
        "HSG has come before members last on 2025-09-10; agreed is every 12 months"
    ]
    assert not seen()


@pytest.mark.parametrize(
    ("more", "day", "about"),
    [
        ("", "2026-06-10", "HSG"),  # a meeting had the plan before it
        ("", "2026-06-10", "HSG-O1"),  # or an objective of it
        ("approvals: [{on: 2026-06-10, route: Weekly list}]\n", "", ""),
        ("approvals: [{part: part 1, meeting: M-1}]\n", "2026-06-10", ""),
        ("approvals: [{on: 2026-04-01}]\nmember_review_months: 8\n", "", ""),
        ("member_review_months: 24\n", "", ""),
        ("member_review_months: 0\n", "", ""),
        ("retired: Merged\n", "", ""),
    ],
)
def test_a_plan_that_members_have_seen(more: str, day: str, about: str) -> None:
    assert seen(more, day, about)


@pytest.mark.parametrize(
    ("more", "day", "about"),
    [
        ("", "2026-12-10", "HSG"),  # not yet
        ("", "2026-06-10", "HSG-PI-01"),  # about something else
        ("approvals: [{part: part 2, on: 2026-06-10}]\n", "", ""),  # officers' own part
        ("approvals: [{on: 2026-04-01}]\nmember_review_months: 7\n", "", ""),
    ],
)
def test_a_plan_that_members_have_not_seen(more: str, day: str, about: str) -> None:
    assert not seen(more, day, about)


def test_officers_are_no_members() -> None:
    files = {
        "services/housing.yaml": PLAN,
        "m.yaml": MEETING.format(day="2026-06-10", about="HSG").replace("CABINET", "CMT"),
        "organisation.yaml": """\
kind: organisation
services: [{id: HOUSING, title: Housing}]
posts: [{id: HEAD-OF-HOUSING, title: Head}, {id: HOUSING-OPTIONS-MANAGER, title: Manager}]
committees: [{id: CMT, title: Management team, type: management}]
""",
    }
    assert "PW222" in codes(files)


def held(body: str) -> set[str]:
    return codes({"services/housing.yaml": PLAN + "approvals: [{on: 2026-04-01}]\n" + body})


def test_a_section_stands_in_one_place() -> None:
    assert "PW223" in held("capacity_gaps: [Staff]\nheld_elsewhere: [{section: capacity_gaps, plan: CORP}]\n")
    assert "PW223" in held("held_elsewhere: [{section: capacity_gaps}]\n")
    assert "PW223" not in held("held_elsewhere: [{section: capacity_gaps, plan: CORP}]\n")
    assert "PW223" not in held("held_elsewhere: [{section: swot, url: https://www.wexcombe.example/swot}]\n")
    assert "PW223" not in held("capacity_gaps: [Staff]\n")
