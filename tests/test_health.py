"""Health of plans: balance, signs of struggle with what they rest on, checklists; as a command and as a report."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import SETTINGS
from small_council import lay_out

from planwright import formats, reports, resources
from planwright.assessment import Assessment
from planwright.assessment.health import Health, health
from planwright.assessment.health_items import Mix, Sign
from planwright.assessment.updating import period_began
from planwright.cli import main
from planwright.kinds import Visibility
from planwright.page import Facts
from planwright.rendering import render
from planwright.reports import Edition

Build = Callable[..., Assessment]
Capture = pytest.CaptureFixture[str]
AS_AT = date(2026, 11, 21)

ORGANISATION = """\
kind: organisation
services:
  - {id: HOUSING, title: Housing, head: HEAD}
  - {id: PARKS, title: Parks, head: HEAD}
teams:
  - {id: LETTINGS, title: Lettings, service: HOUSING}
posts:
  - {id: HEAD, title: Head}
  - {id: GONE, title: Nobody, vacant: yes}
committees:
  - {id: CABINET, title: Cabinet}
"""
CORPORATE = """\
kind: corporate-plan
id: CORP
title: Our plan
period: 2026-27 to 2028-29
management_principles: [Bad news travels first]
objectives:
  - {id: CORP-1, title: Homes for all, lead: HEAD, measured_by: [PI-1]}
"""
INDICATORS = """\
kind: indicators
service: HOUSING
indicators:
  - {id: PI-1, title: Homes, owner: HEAD, polarity: higher, targets: {2026-27: 9}}
"""
HOUSING = "kind: service-plan\nid: HSG\nservice: HOUSING\nperiod: 2026-27 to 2028-29\n"
PARKS = "kind: service-plan\nid: PRK\nservice: PARKS\nperiod: 2026-27 to 2028-29\n"
GOOD = """\
strategies: [Early help]
profile: {revenue: 1000}
objectives:
  - {id: HSG-O1, title: A home, lead: HEAD, links: [CORP-1], measured_by: [PI-1]}
actions:
  - {id: HSG-A1, title: A scheme, objective: HSG-O1, lead: HEAD, due: 2027-03-31, start: 2026-04-01,
     progress: [{on: 2026-10-01, note: Begun}]}
"""


def council(housing: str = GOOD, parks: str | None = None, **more: str) -> dict[str, str]:
    files = {
        "organisation.yaml": ORGANISATION,
        "corporate.yaml": CORPORATE,
        "indicators.yaml": INDICATORS,
        "housing.yaml": HOUSING + housing,
        **{f"{name}.yaml": text for name, text in more.items()},
    }
    return files | ({"parks.yaml": PARKS + parks} if parks is not None else {})


@pytest.fixture
def healthy(assessed: Build) -> Callable[..., Health]:
    def build(files: dict[str, str], service: str = "", as_at: date = AS_AT) -> Health:
        assessment = assessed(files, as_at)
        assert assessment.workspace.problems == ()
        return health(assessment, service)

    return build


Healthy = Callable[..., Health]


def sign(found: Health, key: str) -> Sign:
    return next(one for one in found.signs if one.key == key)


def told(found: Health, key: str) -> list[str]:
    return [f"{one.subject.id}: {one.note}" if one.note else one.subject.id for one in sign(found, key).concerns]


def mix(found: Health, key: str) -> Mix:
    return next(one for one in found.mixes if one.key == key)


def test_a_sound_council_shows_no_sign(healthy: Healthy) -> None:
    found = healthy(council())
    assert {one.key: told(found, one.key) for one in found.signs if one.concerns} == {}
    assert sign(found, "unowned-indicators").of == 1


MEASURES = """\
kind: indicators
service: HOUSING
indicators:
  - {id: PI-1, title: a, owner: HEAD, polarity: higher, perspective: customer, type: outcome, targets: {2026-27: 9}}
  - {id: PI-2, title: b, owner: HEAD, polarity: lower, perspective: finance, type: input, scope: national,
     targets: {2025-26: 9, 2027-28: 8}}
  - {id: PI-3, title: c, owner: HEAD, polarity: lower, unit: £, perspective: customer, targets: {2031-32: 8}}
  - {id: PI-4, title: d, owner: HEAD, polarity: higher, targets: {2024-25: 8}}
  - {id: PI-5, title: e, owner: HEAD, polarity: none}
  - {id: PI-6, title: f, owner: HEAD, polarity: none, perspective: partner, retired: No longer asked}
"""


def test_the_balance_counts_live_indicators_of_each_sort(healthy: Healthy) -> None:
    found = healthy(council() | {"indicators.yaml": MEASURES})
    perspectives = mix(found, "perspective")
    assert dict(perspectives.counts) == {
        "customer": 2, "citizen": 0, "employee": 0, "partner": 0, "management": 0, "finance": 1,
    }  # fmt: skip
    assert (perspectives.others, perspectives.total) == (2, 5)
    assert perspectives.missing == ("citizen", "employee", "partner", "management")
    assert perspectives.parts == ("customer 2", "finance 1", "not said 2")
    assert mix(found, "type").parts == ("input 1", "outcome 1", "not said 3")
    assert mix(found, "money").parts == ("financial 2", "other 3")
    assert mix(found, "scope").parts == ("service 4", "national 1")


def test_targets_near_and_far_are_counted_from_the_year_that_is_running(healthy: Healthy) -> None:
    targets = """
objectives:
  - id: HSG-O1
    title: A home
    lead: HEAD
    links: [CORP-1]
    targets:
      - {title: a, by: 2027-03-31}
      - {title: b, by: 2027-04-01}
      - {title: c, by: 2029-03-31}
      - {title: d, by: 2029-04-01}
      - {title: e}
      - {title: over, by: 2026-11-20}
"""
    found = healthy(council(targets) | {"indicators.yaml": MEASURES})
    assert mix(found, "smart-targets").parts == (
        "within a year 1", "one to three years 2", "more than three years 1", "no date 1",
    )  # fmt: skip
    assert mix(found, "indicator-targets").parts == (
        "within a year 1", "one to three years 1", "more than three years 1", "no target to come 1",
    )  # fmt: skip


def test_nothing_is_called_missing_where_nobody_says_a_sort(healthy: Healthy) -> None:
    assert mix(healthy(council()), "perspective").missing == ()


def test_services_are_held_against_what_they_can_watch(healthy: Healthy) -> None:
    settings = SETTINGS + "plans: {indicators_at_most: 4}\n"
    found = healthy(council() | {"indicators.yaml": MEASURES, "planwright.yaml": settings})
    assert [(one.service.id, one.indicators, one.most, one.too_many) for one in found.loads] == [
        ("HOUSING", 5, 4, True)
    ]
    assert told(found, "crowded-services") == ["HOUSING: 5 indicators, at most 4"]


def test_silos_are_services_that_share_nothing(healthy: Healthy) -> None:
    alone = "objectives:\n  - {id: PRK-O1, title: Green, lead: HEAD, links: [CORP-1]}\n"
    assert told(healthy(council(parks=alone)), "silos") == ["HOUSING", "PARKS"]
    joined = "objectives:\n  - {id: PRK-O1, title: Green, lead: HEAD, links: [HSG-O1]}\n"
    assert told(healthy(council(parks=joined)), "silos") == []
    assert sign(healthy(council()), "silos").of == 0  # one plan has nobody to share with


@pytest.mark.parametrize(
    ("objective", "expected"),
    [
        ("measured_by: [PI-1]", []),
        ("measured_by: [PI-9]", ["CORP-1"]),
        ("targets: [{title: a, by: 2027-03-31, value: 3}]", []),
        ("targets: [{title: a, by: 2027-03-31, comparator: The region}]", []),
        ("targets: [{title: a, by: 2027-03-31}]", ["CORP-1"]),
        ("targets: [{title: a, value: 3}]", ["CORP-1"]),
    ],
)
def test_corporate_objectives_need_a_figure_and_a_date(healthy: Healthy, objective: str, expected: list[str]) -> None:
    plan = CORPORATE.replace("measured_by: [PI-1]", objective)
    last = INDICATORS + "  - {id: PI-9, title: Past, owner: HEAD, polarity: higher, targets: {2025-26: 9}}\n"
    assert told(healthy(council() | {"corporate.yaml": plan, "indicators.yaml": last}), "no-smart-target") == expected


def test_uneven_planning_names_what_most_others_hold(healthy: Healthy) -> None:
    organisation = ORGANISATION.replace("teams:", "  - {id: TAX, title: Tax}\nteams:")
    tax = "kind: service-plan\nid: TAX-P\nservice: TAX\nperiod: 2026-27\nvision: Fair\nswot: {strengths: [a]}\n"
    found = healthy(council("vision: Homes\n", parks="held_elsewhere: [{section: swot, document: A}]\n", tax=tax)
        | {"organisation.yaml": organisation})  # fmt: skip
    assert told(found, "uneven-plans") == ["HSG: swot", "PRK: vision"]
    assert told(healthy(council("vision: Homes\n")), "uneven-plans") == []
    assert told(healthy(council("vision: Homes\n", parks="swot: {threats: [a]}\n")), "uneven-plans") == []


def test_weak_links_run_up_down_and_to_the_budget(healthy: Healthy) -> None:
    weak = """\
objectives:
  - {id: HSG-O1, title: A home, lead: HEAD}
actions:
  - {id: HSG-A1, title: A scheme, objective: HSG-O1, lead: HEAD, due: 2027-03-31, resources: {fte: 1, funded: no}}
"""
    assert told(healthy(council(weak)), "weak-links") == [
        "HSG-O1: leads to no corporate objective",
        "CORP-1: no service's plan serves it",
        "HSG-A1: needs money that is not in the budget",
        "HSG: says nothing about money",
    ]


def test_an_action_may_serve_a_corporate_objective_itself(healthy: Healthy) -> None:
    direct = "resources: Enough\nactions: [{id: HSG-A1, title: a, objective: CORP-1, lead: HEAD, due: 2027-03-31}]\n"
    assert told(healthy(council(direct)), "weak-links") == []


@pytest.mark.parametrize("money", ["profile: {capital: 5}", "profile: {budgets: {2026-27: 5}}", "resources: Enough"])
def test_a_plan_speaks_of_money_in_several_ways(healthy: Healthy, money: str) -> None:
    assert told(healthy(council(GOOD.replace("profile: {revenue: 1000}", money))), "weak-links") == []


def test_plans_that_stand_alone(healthy: Healthy) -> None:
    assert told(healthy(council(parks="vision: Green\n")), "no-linkages") == ["PRK"]
    named = council(parks="vision: Green\nother_plans: [{title: The local plan}]\n")
    assert told(healthy(named), "no-linkages") == []


def test_objectives_and_indicators_that_nobody_owns(healthy: Healthy) -> None:
    objectives = """\
objectives:
  - {id: HSG-O1, title: a, links: [CORP-1]}
  - {id: HSG-O2, title: b, lead: GONE, links: [CORP-1], targets: [{title: No lead at all, by: 2027-03-31}]}
  - {id: HSG-O3, title: c, links: [CORP-1], targets: [{title: The owner answers, indicator: PI-1}]}
  - {id: HSG-O4, title: d, links: [CORP-1], lead: HEAD, targets: [{title: The lead answers, by: 2027-03-31}]}
"""
    indicators = (
        INDICATORS + "  - {id: PI-2, title: b, polarity: none}\n  - {id: PI-3, title: c, owner: GONE, polarity: none}\n"
    )
    found = healthy(council(objectives) | {"indicators.yaml": indicators})
    assert told(found, "unowned-objectives") == [
        "HSG-O1: no lead",
        "HSG-O2: its lead is a post that is vacant",
        "HSG-O3: no lead",
    ]
    assert told(found, "unowned-indicators") == ["PI-2: no owner", "PI-3: its owner is a post that is vacant"]
    assert told(found, "unowned-targets") == ["HSG-O2: No lead at all"]


def test_a_partnership_owns_the_objectives_of_the_community_plan(healthy: Healthy) -> None:
    community = """\
kind: community-plan
id: COM
title: Together
period: 2024-25 to 2033-34
objectives: [{id: COM-1, title: Everyone lives well, measured_by: [PI-1]}]
"""
    assert told(healthy(council(community=community)), "unowned-objectives") == []


@pytest.mark.parametrize(
    ("scope", "contributes", "expected"),
    [("context", "", ["PI-2"]), ("context", ", contributes_to: [PI-2]", []), ("corporate", "", [])],
)
def test_shared_measures_want_our_own_part_beside_them(
    healthy: Healthy, scope: str, contributes: str, expected: list[str]
) -> None:
    community = """\
kind: community-plan
id: COM
title: Together
period: 2024-25 to 2033-34
objectives: [{id: COM-1, title: Everyone has work, measured_by: [PI-2]}]
"""
    shared = f"  - {{id: PI-2, title: Out of work, owner: HEAD, polarity: lower, scope: {scope}}}\n"
    indicators = INDICATORS.replace("polarity: higher", f"polarity: higher{contributes}") + shared
    files = council(community=community) | {"indicators.yaml": indicators}
    assert told(healthy(files), "no-own-share") == expected


def test_known_who_but_not_how(healthy: Healthy) -> None:
    led = """\
objectives:
  - {id: HSG-O1, title: Carried below, lead: HEAD, links: [CORP-1]}
  - {id: HSG-O2, title: Carried beside, lead: HEAD, links: [CORP-1]}
  - {id: HSG-O3, title: Not carried, lead: HEAD, links: [CORP-1]}
  - {id: HSG-O4, title: Nobody's, links: [CORP-1]}
"""
    team = """\
kind: team-plan
id: TEAM
team: LETTINGS
period: 2026-27
objectives: [{id: T-O1, title: a, lead: HEAD, links: [HSG-O1]}]
actions: [{id: T-A1, title: b, objective: T-O1, links: [HSG-O2], lead: HEAD, due: 2027-01-31}]
"""
    assert told(healthy(council(led, team=team)), "no-how") == ["HSG-O3"]


def test_no_clear_approach(healthy: Healthy) -> None:
    corporate = CORPORATE.replace("management_principles: [Bad news travels first]\n", "")
    files = council(GOOD.replace("strategies: [Early help]\n", "")) | {"corporate.yaml": corporate}
    assert told(healthy(files), "no-approach") == ["CORP", "HSG"]


WORK_PLAN = """\
kind: work-plan
id: WP
post: HEAD
period: 2026-27
objectives:
  - {id: WP-O1, title: Learn, links: [HSG-O1]}
  - {id: WP-O2, title: Rest}
actions: [{id: WP-A1, title: Sleep, objective: WP-O2, due: 2027-01-31}]
"""


def test_personal_objectives_are_looked_at_and_nothing_else_that_is_private(healthy: Healthy) -> None:
    found = healthy(council(work=WORK_PLAN))
    assert told(found, "personal-objectives") == ["WP-O2"]
    others = [one for one in found.signs if one.key != "personal-objectives"]
    assert not [concern for one in others for concern in one.concerns if concern.subject.id.startswith("WP")]
    assert sign(healthy(council()), "personal-objectives").of == 0


def test_the_period_that_counts_is_the_last_quarter_that_has_ended(assessed: Build) -> None:
    assert period_began(assessed({})) == date(2026, 7, 1)
    assert period_began(assessed({}, date(2026, 9, 30))) == date(2026, 4, 1)
    calendar = {"planwright.yaml": SETTINGS + "year_start: February\n"}
    assert period_began(assessed(calendar)) == date(2026, 8, 1)


def action(body: str) -> dict[str, str]:
    return council(
        GOOD.split("actions:", maxsplit=1)[0] + f"actions:\n  - {{id: A, title: a, objective: HSG-O1, {body}}}\n"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("due: 2027-03-31", ["A: no news so far"]),
        ("due: 2027-03-31, progress: [{on: 2026-06-30, note: a}]", ["A: last news on 2026-06-30"]),
        ("due: 2027-03-31, progress: [{on: 2026-07-01, note: a}]", []),
        ("due: 2027-03-31, progress: [{on: 2026-12-01, note: not yet}]", ["A: no news so far"]),
        ("due: 2027-03-31, milestones: [{title: b, due: 2026-07-31, done: 2026-07-30}]", []),
        ("due: 2027-03-31, revised: [{to: 2027-06-30, on: 2026-10-01, reason: b}]", []),
        ("due: 2027-03-31, revised: [{to: 2027-06-30, reason: b}]", ["A: no news so far"]),
        ("due: 2027-03-31, start: 2026-07-01", []),
        ("due: 2026-06-30, done: 2026-06-30", []),
        ("due: 2026-06-30, status: cancelled, reason: b", []),
    ],
)
def test_actions_without_news(healthy: Healthy, body: str, expected: list[str]) -> None:
    assert told(healthy(action(body)), "silent-actions") == expected


RESULT = "kind: results\nperiod: 2026-27\nresults:\n  PI-1: {%s}\n"
RISK = "kind: risk-log\nid: RL\nservice: HOUSING\nrisks:\n  - {id: R, title: a, reviewed: %s}\n"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, ["HSG: never brought up to date"]),
        ({"results": RESULT % "Q1: 5"}, ["HSG: last brought up to date on 2026-06-30"]),
        ({"results": RESULT % "Q1: {value: 5, as_at: 2026-07-09}"}, []),
        ({"results": RESULT % "Q2: 5"}, []),
        ({"risks": RISK % "2026-10-01"}, []),
        ({"risks": RISK % "2026-12-01"}, ["HSG: never brought up to date"]),
    ],
)
def test_plans_that_sit_on_the_shelf(healthy: Healthy, more: dict[str, str], expected: list[str]) -> None:
    assert told(healthy(action("due: 2027-03-31") | {f"{name}.yaml": one for name, one in more.items()}),
                "shelved-plans") == expected  # fmt: skip


def test_a_plan_that_has_just_begun_is_not_on_the_shelf(healthy: Healthy) -> None:
    assert sign(healthy(action("due: 2027-03-31"), as_at=date(2026, 5, 1)), "shelved-plans").of == 0


def test_sections_that_nobody_reads(healthy: Healthy) -> None:
    settings = SETTINGS + "plans: {unused: [strategies, swot]}\n"
    assert told(healthy(council() | {"planwright.yaml": settings}), "unread-sections") == ["HSG: strategies"]


def answers(found: Health, key: str) -> list[bool | None]:
    (one,) = [one for one in found.checklists if one.key == key]
    return [answer.held for answer in one.answers]


FULL = """\
feedback: [{kind: survey, finding: a}]
priorities: [{title: a, rank: 1, reason: b}]
improvements: [{title: a}]
workforce: Four people
value_for_money: {cost: low}
approvals: [{part: part 1, on: 2026-03-01, route: b}]
objectives:
  - {id: HSG-O1, title: A home, lead: HEAD, links: [CORP-1], outcomes: [Fewer families wait]}
actions:
  - {id: HSG-A1, title: A scheme, objective: HSG-O1, lead: HEAD, due: 2027-03-31, resources: {money: 5}}
risks: [R]
"""
TEAM_PLAN = "kind: team-plan\nid: TEAM\nteam: LETTINGS\nperiod: 2026-27\n"


def test_an_outlook_from_which_no_risk_follows(healthy: Healthy) -> None:
    outlook = "pestle: [{kind: economic, factor: Rents rise}, {kind: social, factor: People live longer}]\n"
    risks = "kind: risk-log\nid: LOG\nservice: HOUSING\nrisks:\n  - {id: R1, title: Arrears}\n"
    weighed = outlook.replace("Rents rise", "Rents rise, risk: R1")
    assert told(healthy(council(outlook + GOOD)), "unweighed-factors") == ["HSG: Rents rise; People live longer"]
    assert told(healthy(council(weighed + GOOD, risks=risks)), "unweighed-factors") == []


def test_checklists_find_everything_in_a_full_plan(healthy: Healthy) -> None:
    found = healthy(council(FULL, team=TEAM_PLAN, risks=RISK % "2026-10-01"))
    assert answers(found, "four") == [True] * 4
    assert answers(found, "seven") == [True] * 6 + [None]
    assert answers(found, "six") == [True, True, None, True, True, True]


def test_checklists_find_nothing_in_an_empty_plan(healthy: Healthy) -> None:
    found = healthy(council("vision: Homes\n"))
    assert answers(found, "four") == [False] * 4
    assert answers(found, "seven") == [False] * 6 + [None]
    assert answers(found, "six") == [False, False, None, False, False, False]


def test_a_council_without_team_plans_needs_none(healthy: Healthy) -> None:
    settings = SETTINGS + "layers: [corporate, service]\n"
    assert answers(healthy(council(FULL)), "seven")[0] is False
    assert answers(healthy(council(FULL) | {"planwright.yaml": settings}), "seven")[0] is True


def test_an_outcome_that_is_measured_is_a_route_to_it(healthy: Healthy) -> None:
    indicators = INDICATORS.replace("polarity", "type: outcome, polarity")
    assert answers(healthy(council() | {"indicators.yaml": indicators}), "four")[0] is True


def test_one_service_is_looked_at_alone(healthy: Healthy) -> None:
    files = council(parks="objectives:\n  - {id: PRK-O1, title: Green}\n")
    assert told(healthy(files, "PARKS"), "unowned-objectives") == ["PRK-O1: no lead"]
    assert told(healthy(files, "HOUSING"), "unowned-objectives") == []
    assert {one.plan.id for one in healthy(files, "PARKS").checklists} == {"PRK"}


def printed(assessment: Assessment, level: Visibility, subject: str | None = None) -> str:
    view = reports.load("plan-health").view(Edition(assessment, level), subject)
    facts = Facts("Wexcombe District Council", AS_AT, "working copy", level.value, "0")
    page = render("plan-health", view, resources.templates(), facts)
    return formats.load("md").write(page).decode()


def test_the_report_tells_each_sign_with_its_items(assessed: Build) -> None:
    text = printed(assessed(action("due: 2027-03-31")), Visibility.OFFICERS)
    assert "### Actions without news: 1 of 1 action" in text
    assert "noted, moved or done since 1 July 2026" in text
    assert "- A a: no news so far" in text
    assert "Services that work in silos" in text.split("Nothing to look at yet")[1]
    assert "low morale" in text


def test_what_an_edition_keeps_back_shows_no_sign_in_it(assessed: Build) -> None:
    files = action("due: 2027-03-31") | {"indicators.yaml": INDICATORS.replace("HEAD", "GONE"), "work.yaml": WORK_PLAN}
    found = assessed(files)
    public, members, officers = (
        printed(found, level) for level in (Visibility.PUBLIC, Visibility.MEMBERS, Visibility.OFFICERS)
    )
    assert "vacant" not in public
    assert "news" not in public
    assert "PI-1 Homes: its owner is a post that is vacant" in members
    assert "news" not in members
    assert "no news so far" in officers
    assert "ersonal objectives" not in officers
    assert Visibility.PUBLIC not in reports.editions("plan-health")


def test_exempt_items_are_counted_in_no_edition_that_leaves_them_out(assessed: Build) -> None:
    exempt = INDICATORS.replace("title: Homes,", "title: Homes, exempt: {paragraph: 3, reason: Secret},")
    found = assessed(council() | {"indicators.yaml": exempt})
    assert "other 1" in printed(found, Visibility.MEMBERS)
    assert "other 1" not in printed(found, Visibility.PUBLIC)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path)


def run(root: Path, *arguments: str) -> int:
    return main(["-C", str(root), "--as-at", "2026-11-21", "health", *arguments])


def test_the_command_says_what_is_counted_and_found(root: Path, capsys: Capture) -> None:
    assert run(root) == 0
    out = capsys.readouterr().out
    assert out.startswith("Balance\n  Whose view indicators take: not said 3\n")
    assert "  Indicators that each service watches: HOUSING 2, LEISURE 1\n" in out
    assert "  Objectives that nobody owns: 2 of 2 objectives\n    CORP-1: no lead\n    HSG-O1: no lead\n" in out
    assert "HSG, four things a good plan does: not found: It is a route map to outcomes;" in out


def test_the_command_says_what_a_sign_without_notes_rests_on(root: Path, capsys: Capture) -> None:
    run(root)
    out = capsys.readouterr().out
    silent = out.partition("No clear approach: ")[2].splitlines()
    assert silent[1].startswith("    rests on corporate plans with neither")
    assert silent[2:4] == ["    CORP", "    HSG"]
    assert out.count("rests on") == 1  # the notes of the others say it


def test_the_command_says_so_where_a_plan_holds_everything(tmp_path: Path, capsys: Capture) -> None:
    full = council(FULL, team=TEAM_PLAN, risks=RISK % "2026-10-01") | {"planwright.yaml": SETTINGS}
    for name, text in full.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    run(tmp_path)
    assert capsys.readouterr().out.endswith("\nWhat plans do not hold\n  nothing: all that is looked for is there\n")


def test_the_command_says_when_no_plan_is_in_force(root: Path, capsys: Capture) -> None:
    assert main(["-C", str(root), "--as-at", "2019-11-21", "health"]) == 0
    out = capsys.readouterr().out
    assert "What plans do not hold" not in out
    assert out.endswith(
        "\nNo service plan is in force at this date, so none was looked through; --as-at names another date.\n"
    )


def test_the_command_names_only_the_first_items_of_a_long_list(root: Path, capsys: Capture) -> None:
    many = "".join(f"  - {{id: M-{number}, title: a, polarity: none, service: HOUSING}}\n" for number in range(14))
    (root / "many.yaml").write_text(f"kind: indicators\nindicators:\n{many}", encoding="utf-8")
    run(root)
    assert "    M-11: no owner\n    and 2 more; --format json names them all\n" in capsys.readouterr().out


def test_the_command_speaks_of_one_service(root: Path, capsys: Capture) -> None:
    assert run(root, "LEISURE", "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["version"], found["service"], found["as_at"]) == (1, "LEISURE", "2026-11-21")
    assert found["indicators_by_service"] == [{"service": "LEISURE", "indicators": 1, "at_most": 20}]
    assert found["checklists"] == []
    assert found["balance"][0]["otherwise"] == {"not said": 1}
    assert {one["key"] for one in found["signs"]} >= {"silos", "no-how", "silent-actions"}
    assert len(found["to_be_asked"]) == 3


def test_the_whole_in_json_answers_the_checklists(root: Path, capsys: Capture) -> None:
    run(root, "--format", "json")
    found = json.loads(capsys.readouterr().out)
    assert found["service"] is None
    six = next(one for one in found["checklists"] if one["key"] == "six")
    assert {"question": "The direction for cost and performance is set", "held": None} in six["answers"]


def test_markdown_is_the_officers_paper(root: Path, capsys: Capture) -> None:
    assert run(root, "HOUSING", "--format", "md") == 0
    out = capsys.readouterr().out
    assert out.startswith("# Health of the plans of Housing\n")
    assert "Officers edition" in out
    assert run(root, "--format", "md") == 0
    assert capsys.readouterr().out.startswith("# Health of our plans\n")


def test_an_unknown_service_is_named_with_the_nearest(root: Path, capsys: Capture) -> None:
    assert run(root, "HOUSNG") == 2
    assert "did you mean HOUSING?" in capsys.readouterr().err
