"""The team plan: objectives up to the community, actions, time and money, who does what; and what teams add up to."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import pytest

from planwright import formats, reports, resources
from planwright.assessment import Assessment
from planwright.kinds import Visibility
from planwright.page import Facts
from planwright.rendering import render
from planwright.reports import Edition
from planwright.reports._teams import teams_of

Build = Callable[..., Assessment]
FILES = {
    "organisation.yaml": """
        kind: organisation
        services: [{id: HOUSING, title: Housing, head: HEAD}]
        teams:
          - {id: LET, title: Lettings, service: HOUSING, leader: LEADER}
          - {id: REP, title: Repairs, service: HOUSING}
        posts:
          - {id: HEAD, title: Head of Housing}
          - {id: LEADER, title: Lettings Leader, service: HOUSING}
          - {id: OFFICER, title: Lettings Officer, team: LET, vacant: yes}
        """,
    "community.yaml": """
        kind: community-plan
        id: COM
        title: Together
        period: 2024-25 to 2033-34
        aims: [{id: COM-1, title: Nobody is homeless}]
        """,
    "housing.yaml": """
        kind: service-plan
        id: HSG
        service: HOUSING
        period: 2026-27 to 2028-29
        objectives:
          - id: HSG-O1
            title: A home in 21 days
            links: [{to: COM-1, type: direct}]
        actions:
          - {id: HSG-A1, title: Buy ten homes, lead: OFFICER, due: 2027-01-31}
        """,
    "let.yaml": """
        kind: team-plan
        id: TP
        team: LET
        period: 2026-27
        overview: We let homes.
        objectives:
          - id: TP-O1
            title: Every home let in 28 days
            links: [{to: HSG-O1, type: indirect, so_that: there is a home to offer, share: half of it}]
            measured_by: [TP-PI]
        actions:
          - {id: TP-A1, title: Inspect early, objective: TP-O1, lead: OFFICER, due: 2026-12-11}
          - {id: TP-A2, title: Tag keys, objective: TP-O1, lead: LEADER, due: 2026-06-30, done: 2026-06-30}
          - {id: TP-A3, title: Call back, objective: TP-O1, lead: LEADER, due: 2026-06-30}
        risks: [R1]
        work_programme:
          - {title: Lettings, days: 200, money: 5000, actions: [TP-A1]}
          - {title: New forms, type: project, days: 12.5}
        indicators:
          - {id: TP-PI, title: Homes let in time, owner: LEADER, polarity: higher, service: HOUSING}
        monitoring: [{what: Empty homes, frequency: Weekly, who: LEADER, to: HEAD}]
        planning_days: [{title: Half-year day, on: 2026-10-14, who: All of us, result: New forms}]
        """,
    "risks.yaml": """
        kind: risk-log
        id: RL
        service: HOUSING
        risks: [{id: R1, title: The contractor fails, owner: OFFICER}]
        """,
    "private.yaml": """
        kind: work-plan
        id: WP
        post: OFFICER
        period: 2026-27
        actions: [{id: WP-A, title: Something of my own, due: 2027-01-31}]
        """,
}


def edition_of(
    assessed: Build, level: Visibility = Visibility.MEMBERS, changed: Mapping[str, str] = MappingProxyType({})
) -> Edition:
    return Edition(assessed({**FILES, **changed}), level)


def text_of(edition: Edition, plan: str = "TP") -> str:
    report = reports.load("team-plan")
    facts = Facts("Wexcombe District Council", edition.assessment.as_at, "working copy", edition.level.value, "0")
    page = render("team-plan", report.view(edition, plan), resources.templates(), facts)
    return formats.load("md").write(page).decode()


def test_it_is_made_for_a_team_and_by_the_id_of_the_plan(assessed: Build) -> None:
    assert reports.load("team-plan").subjects(edition_of(assessed)) == {"LET": "TP", "TP": "TP"}


@pytest.mark.parametrize(
    "line",
    [
        "| **Responsible for the plan** | Lettings Leader |",
        "| **Part of** | Housing (HSG) |",
        "| **Time and money** | 212.5 working days, £5,000 |",
        (
            "This contributes indirectly to **A home in 21 days** (HSG-O1), so that there is a home to offer. "
            "Our part: half of it."
        ),
        "By way of HSG-O1 it leads to Nobody is homeless (COM-1, community).",
        "| **Lettings Leader** | Call back (TP-A3) | – | Homes let in time (TP-PI) |",
        (
            "| **Lettings Officer (vacant)** | Inspect early (TP-A1) | Buy ten homes (HSG-A1) | "
            "The contractor fails (R1) |"
        ),
        "| Empty homes | Weekly | Lettings Leader | Head of Housing | – |",
        "| Half-year day | 14 October 2026 | All of us | New forms |",
        "We let homes.",
    ],
)
def test_it_prints(assessed: Build, line: str) -> None:
    printed = text_of(edition_of(assessed)).replace("<strong>", "**").replace("</strong>", "**")
    assert line in printed


def test_actions_are_counted_by_state(assessed: Build) -> None:
    (line,) = [one for one in text_of(edition_of(assessed)).splitlines() if one.startswith("| **Actions** |")]
    assert line.startswith("| **Actions** | 3: ")
    assert {part.strip().split(" ", 1)[0] for part in line.split(":", 1)[1].strip(" |").split(",")} == {"1"}


def test_the_public_does_not_read_time_and_money(assessed: Build) -> None:
    printed = text_of(edition_of(assessed, Visibility.PUBLIC))
    assert "working days" not in printed
    assert "£5,000" not in printed
    assert "New forms |" in printed  # what came of the planning day
    assert "(vacant)" not in printed


@pytest.mark.parametrize("level", [Visibility.PUBLIC, Visibility.MEMBERS, Visibility.OFFICERS])
def test_private_plans_are_nobodys_business(assessed: Build, level: Visibility) -> None:
    assert "Something of my own" not in text_of(edition_of(assessed, level))


def test_an_exempt_post_is_not_named_to_the_public(assessed: Build) -> None:
    exempt = "title: Lettings Officer, exempt: {paragraph: 1, reason: One person}"
    organisation = FILES["organisation.yaml"].replace("title: Lettings Officer", exempt)
    changed = {"organisation.yaml": organisation}
    assert "Lettings Officer" not in text_of(edition_of(assessed, Visibility.PUBLIC, changed))
    assert "Lettings Officer" in text_of(edition_of(assessed, Visibility.MEMBERS, changed))


def test_a_plan_that_holds_nothing_is_printed_all_the_same(assessed: Build) -> None:
    bare = {"let.yaml": "kind: team-plan\nid: TP\nteam: LET\nperiod: 2026-27\n", "housing.yaml": "kind: indicators\n"}
    organisation = {"organisation.yaml": "kind: organisation\nteams: [{id: LET, title: Lettings, service: HOUSING}]\n"}
    printed = text_of(edition_of(assessed, changed=bare | organisation))
    assert printed.startswith("# Lettings\n")
    assert "##" not in printed


def test_teams_add_up_to_their_service(assessed: Build) -> None:
    edition = edition_of(assessed)
    told = teams_of(edition, edition.assessment.workspace.subjects["HSG"])
    (row,) = told["rows"]
    assert (row["id"], row["team"], row["leader"], row["period"]) == ("TP", "Lettings", "Lettings Leader", "2026-27")
    assert [(link["how"], link["here"]) for link in row["objectives"][0]["links"]] == [
        ("contributes indirectly to", True)
    ]
    assert (str(told["total"]["days"]), str(told["total"]["money"]), told["total"]["actions"]["total"]) == (
        "212.5",
        "5000",
        3,
    )
    assert told["without"] == ["Repairs"]


def test_the_public_is_not_told_what_teams_cost(assessed: Build) -> None:
    edition = edition_of(assessed, Visibility.PUBLIC)
    told = teams_of(edition, edition.assessment.workspace.subjects["HSG"])
    assert (told["total"]["days"], told["total"]["money"]) == (None, None)


def test_of_several_plans_of_a_team_the_current_one_counts_and_an_ended_one_does_not(assessed: Build) -> None:
    old = "kind: team-plan\nid: OLD\nteam: LET\nperiod: 2025-26\n"
    edition = edition_of(assessed, changed={"old.yaml": old})
    assert reports.load("team-plan").subjects(edition)["LET"] == "TP"
    retired = FILES["let.yaml"].replace("team: LET", "team: LET\n        retired: The team is gone")
    edition = edition_of(assessed, changed={"let.yaml": retired})
    told = teams_of(edition, edition.assessment.workspace.subjects["HSG"])
    assert (told["rows"], told["without"]) == ([], ["Lettings", "Repairs"])


def test_an_id_used_twice_breaks_nothing(assessed: Build) -> None:
    twin = "kind: risk-log\nid: RL2\nrisks: [{id: TP-O1, title: Twin}]\n"
    assert "Every home let in 28 days" in text_of(edition_of(assessed, changed={"a.yaml": twin}))
