"""The golden thread as a tree: ties up and down, where anything stands, the story, the gaps, how plans feed plans."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from conftest import workspace_of
from hypothesis import given, settings
from hypothesis import strategies as st

from planwright.assessment import Assessment, assess
from planwright.assessment.thread_chain import chain
from planwright.assessment.thread_documents import Documents, documents
from planwright.assessment.thread_gaps import Gaps, gaps
from planwright.assessment.thread_plans import unrepresented
from planwright.assessment.thread_starts import starts
from planwright.assessment.thread_tree import Branch, Tree

Build = Callable[..., Assessment]
AS_AT = date(2026, 11, 21)

ORGANISATION = """\
kind: organisation
departments:
  - {id: PEOPLE, title: People}
services:
  - {id: HOUSING, title: Housing, department: PEOPLE}
  - {id: LEISURE, title: Leisure}
teams:
  - {id: LETTINGS, title: Lettings, service: HOUSING}
posts:
  - {id: HEAD, title: Head of Housing, service: HOUSING}
  - {id: OFFICER, title: Lettings Officer, service: HOUSING}
  - {id: IDLE, title: Clerk}
partners:
  - {id: SHELTER, title: Night shelter}
portfolios:
  - {id: HOMES, title: Homes}
committees:
  - {id: CABINET, title: Cabinet}
"""
COMMUNITY = """\
kind: community-plan
id: COM
title: Together
statutory: yes
period: 2024-25 to 2033-34
aims:
  - {id: AIM, title: A home for everyone}
  - {id: AIM2, title: Somebody else's, lead: SHELTER}
objectives:
  - id: COM-1
    title: Nobody is homeless
    links: [{to: AIM, so_that: everyone is settled}]
"""
CORPORATE = """\
kind: corporate-plan
id: CORP
title: Council Plan
period: 2026-27 to 2028-29
other_plans:
  - {title: Together, relation: rests on}
  - {title: Council plan, relation: beside}
  - {title: Waste  Strategy, relation: beside, statutory: yes}
priorities:
  - {id: CORP-P1, title: Families first, aim: AIM, portfolio: HOMES}
objectives:
  - id: CORP-1
    title: Rehouse quickly
    links: [{to: COM-1, type: direct, so_that: nobody lives in a hostel}]
"""
HOUSING = """\
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
related: [COM]
other_plans:
  - {title: waste strategy, relation: feeds, url: www.waste.example}
objectives:
  - id: HSG-O1
    title: Offer a home within 21 days
    links:
      - {to: CORP-1, type: direct, so_that: an offer is made quickly}
      - {to: CORP-P1, so_that: families are first}
    measured_by: [HSG-PI-01]
    cross_cutting: [Equality]
actions:
  - id: HSG-A1
    title: Talk to landlords
    objective: HSG-O1
    lead: HEAD
    risks: [HSG-R1]
    milestones:
      - {id: HSG-M1, title: First talk, due: 2026-12-01}
"""
LETTINGS = """\
kind: team-plan
id: LET
team: LETTINGS
period: 2026-27
objectives:
  - id: LET-O1
    title: Let within 28 days
    links: [{to: HSG-O1, type: direct, so_that: there is a home to offer}]
    measured_by: [HSG-PI-01]
actions:
  - {id: LET-A1, title: Tag the keys, objective: LET-O1, lead: OFFICER}
"""
OFFICER = """\
kind: work-plan
id: WP
post: OFFICER
period: 2026-27
objectives:
  - {id: WP-O1, title: Every key tagged, links: [LET-O1]}
"""
INDICATORS = """\
kind: indicators
service: HOUSING
indicators:
  - {id: HSG-PI-01, title: Offers in 21 days, polarity: higher}
  - {id: HSG-PI-02, title: Unused, polarity: higher}
"""
RISKS = """\
kind: risk-log
id: RL
service: HOUSING
risks:
  - {id: HSG-R1, title: No homes, objectives: [CORP-1]}
"""
LEISURE = """\
kind: service-plan
id: LEI
service: LEISURE
period: 2026-27 to 2028-29
objectives:
  - {id: LEI-O1, title: More swims, links: [CORP-1]}
"""
FILES = {
    "organisation.yaml": ORGANISATION,
    "community.yaml": COMMUNITY,
    "corporate.yaml": CORPORATE,
    "housing.yaml": HOUSING,
    "lettings.yaml": LETTINGS,
    "officer.yaml": OFFICER,
    "indicators.yaml": INDICATORS,
    "risks.yaml": RISKS,
}


def tree(assessed: Build, **changed: str) -> Tree:
    return Tree(assessed(FILES | {f"{name}.yaml": text for name, text in changed.items()}))


def gaps_in(assessed: Build, **changed: str) -> Gaps:
    return gaps(tree(assessed, **changed))


def drawn(branches: tuple[Branch, ...]) -> list[str]:
    """Return each branch as its id behind one dot a level, with a mark where it was shown before."""
    walked = (pair for root in branches for pair in root.walk())
    return [f"{'.' * depth}{one.subject.id}{' again' if one.again else ''}" for depth, one in walked]


def subject(thread: Tree, id_: str) -> Any:
    return thread.assessment.workspace.find(id_)


# ---------------------------------------------------------------- ties and trees


def test_a_task_leads_up_to_the_community_and_back(assessed: Build) -> None:
    thread = tree(assessed)
    up = drawn(thread.up(subject(thread, "LET-A1")))
    assert up == [
        "LET-A1", ".LET-O1", "..HSG-O1", "...CORP-1", "....COM-1", ".....AIM", "...CORP-P1", "....AIM again",
    ]  # fmt: skip
    down = drawn(thread.down(subject(thread, "AIM")))
    assert down == [
        "AIM", ".COM-1", "..CORP-1", "...HSG-O1", "....HSG-A1", "....LET-O1", ".....LET-A1", ".....WP-O1",
        ".CORP-P1", "..HSG-O1 again",
    ]  # fmt: skip


def test_a_tie_says_how_and_why_it_holds(assessed: Build) -> None:
    thread = tree(assessed)
    ties = {(edge.child.id, edge.parent.id): edge for edge in thread.edges}
    direct = ties["HSG-O1", "CORP-1"]
    assert (direct.type, direct.so_that, direct.index) == ("direct", "an offer is made quickly", 0)
    assert direct.reasoned
    assert not ties["WP-O1", "LET-O1"].reasoned
    carried = ties["HSG-A1", "HSG-O1"]
    assert (carried.type, carried.index, carried.reasoned) == ("carries out", None, True)
    assert ties["CORP-P1", "AIM"].type == "belongs to"


def test_a_link_says_more_than_the_objective_field_and_the_first_of_two_links_counts(assessed: Build) -> None:
    action = """\
  - id: HSG-A2
    title: Both
    objective: HSG-O1
    links:
      - {to: HSG-O1, type: indirect, so_that: first}
      - {to: HSG-O1, type: direct}
"""
    thread = tree(assessed, housing=HOUSING + action)
    (edge,) = thread.above(subject(thread, "HSG-A2"))
    assert (edge.type, edge.so_that, edge.index) == ("indirect", "first", 0)


def test_what_has_ended_hangs_below_nothing(assessed: Build) -> None:
    thread = tree(assessed, lettings=LETTINGS.replace("    links:", "    retired: merged\n    links:"))
    assert [edge.child.id for edge in thread.below(subject(thread, "HSG-O1"))] == ["HSG-A1"]
    assert [one.id for one in thread.roots] == ["AIM", "AIM2", "LET-A1", "WP-O1"]
    assert "LET-O1" not in {one.id for one in thread.nodes}


def test_nodes_stand_by_layer_from_the_top(assessed: Build) -> None:
    layers = [thread.layer(one) for thread in [tree(assessed)] for one in thread.nodes]
    order = ["community", "corporate", "service", "team", "individual"]
    assert layers == sorted(layers, key=order.index)
    assert set(layers) == set(order)


def circle(*links: str) -> str:
    objectives = "".join(f"  - {{id: O{n}, title: o{n}, links: [{to}]}}\n" for n, to in enumerate(links))
    return f"kind: service-plan\nid: LEI\nservice: LEISURE\nperiod: 2026-27\nobjectives:\n{objectives}"


def test_a_circle_is_cut_and_still_shown(assessed: Build) -> None:
    thread = tree(assessed, leisure=circle("O1", "O2", "O0"))
    assert drawn(thread.up(subject(thread, "O0"))) == ["O0", ".O1", "..O2", "...O0 again"]
    assert "O0" in {one.id for one in thread.roots}


# ---------------------------------------------------------------- where other things stand


@pytest.mark.parametrize(
    ("id_", "up", "down"),
    [
        ("HSG-O1", ["HSG-O1"], ["HSG-O1"]),
        ("HSG-PI-01", ["LET-O1"], ["HSG-O1"]),
        ("HSG-PI-02", [], []),
        ("HEAD", ["HSG-A1"], ["HSG-A1"]),
        ("OFFICER", ["LET-A1", "WP-O1"], ["LET-A1", "WP-O1"]),
        ("IDLE", [], []),
        ("LETTINGS", ["LET-O1"], ["LET-O1"]),
        ("LET", ["LET-O1"], ["LET-O1"]),
        ("HOUSING", ["HSG-O1"], ["HSG-O1"]),
        ("PEOPLE", ["HSG-O1"], ["HSG-O1"]),
        ("HSG-M1", ["HSG-A1"], ["HSG-A1"]),
        ("HSG-R1", ["HSG-A1"], ["CORP-1"]),
        ("SHELTER", ["AIM2"], ["AIM2"]),
        ("HOMES", ["CORP-P1"], ["CORP-P1"]),
        ("CABINET", [], []),
    ],
)
def test_anything_stands_somewhere(assessed: Build, id_: str, up: list[str], down: list[str]) -> None:
    thread = tree(assessed)
    found = starts(thread, subject(thread, id_))
    assert [one.id for one in found.up] == up
    assert [one.id for one in found.down] == down


def test_an_improvement_plan_stands_where_its_indicator_does(assessed: Build) -> None:
    pip = "kind: pip\nid: PIP-1\nindicator: HSG-PI-01\nauthor: HEAD\nopened: 2026-07-20\n"
    thread = tree(assessed, pip=pip)
    assert [one.id for one in starts(thread, subject(thread, "PIP-1")).up] == ["LET-O1"]


def test_all_in_a_circle_are_begun_from(assessed: Build) -> None:
    thread = tree(assessed, leisure=circle("O1", "O0"))
    assert [one.id for one in starts(thread, subject(thread, "LEI")).up] == ["O0", "O1"]


# ---------------------------------------------------------------- the story


def told(assessed: Build, start: str, **changed: str) -> tuple[list[str], str, bool]:
    thread = tree(assessed, **changed)
    found = chain(thread, subject(thread, start))
    return [step.subject.id for step in found.steps], found.layer, found.reaches


def test_a_story_prefers_reasons_then_strong_links(assessed: Build) -> None:
    assert told(assessed, "LET-A1") == (["LET-A1", "LET-O1", "HSG-O1", "CORP-1", "COM-1"], "community", True)
    unsaid = HOUSING.replace(", so_that: an offer is made quickly", "")
    ids, _, reaches = told(assessed, "HSG-O1", housing=unsaid)
    assert (ids, reaches) == (["HSG-O1", "CORP-P1", "AIM"], True)


def test_each_step_says_what_follows_or_the_parents_title(assessed: Build) -> None:
    thread = tree(assessed)
    found = chain(thread, subject(thread, "WP-O1"))
    assert [(step.so_that, step.told) for step in found.steps] == [
        ("Let within 28 days", False),
        ("there is a home to offer", True),
        ("an offer is made quickly", True),
        ("nobody lives in a hostel", True),
        ("", True),
    ]


def test_a_story_that_does_not_reach_the_community_ends_where_it_gets_highest(assessed: Build) -> None:
    alone = CORPORATE.replace("    links: [{to: COM-1, type: direct, so_that: nobody lives in a hostel}]\n", "")
    alone = alone.replace(", aim: AIM", "")
    assert told(assessed, "HSG-O1", corporate=alone) == (["HSG-O1", "CORP-1"], "corporate", False)
    assert told(assessed, "O1", leisure=circle("O1", "O0")) == (["O1", "O0"], "service", False)


def test_without_a_community_layer_the_councils_own_top_is_the_goal(assessed: Build) -> None:
    council = "kind: settings\nname: Wexcombe District Council\nlayers: [service, corporate]\n"
    assert told(assessed, "LET-O1", planwright=council)[1:] == ("corporate", True)


def test_the_goal_is_a_layer_that_the_council_uses(assessed: Build) -> None:
    layers = "kind: settings\nname: Wexcombe District Council\nlayers: [service, %s]\n"
    alone = "kind: service-plan\nid: LEI\nservice: LEISURE\nperiod: 2026-27\nobjectives: [{id: LEI-O9, title: Swim}]\n"
    for used, goal in (("national", "national"), ("national, community", "community")):
        one = tree(assessed, planwright=layers % used, leisure=alone)
        assert chain(one, one.assessment.workspace.find("LEI-O9")).goal == goal


# ---------------------------------------------------------------- gaps


def test_a_whole_thread_has_no_gaps_but_what_is_to_be_confirmed(assessed: Build) -> None:
    found = gaps_in(assessed, leisure=LEISURE)
    assert [one.id for one in found.unserved] == []
    assert not any((found.nowhere, found.circles, found.suspect, found.shared))
    assert not any((found.unplanned, found.planned_twice, found.unrepresented))
    assert [(edge.child.id, edge.parent.id) for edge in found.unreasoned] == [("LEI-O1", "CORP-1"), ("WP-O1", "LET-O1")]
    assert len(found.unconfirmed) == 7


def test_one_link_cut_is_seen_from_both_ends(assessed: Build) -> None:
    cut = HOUSING.replace("      - {to: CORP-1, type: direct, so_that: an offer is made quickly}\n", "")
    found = gaps_in(assessed, housing=cut)
    assert [one.id for one in found.unserved] == ["CORP-1"]
    assert found.nowhere == ()
    cut = cut.replace("    links:\n      - {to: CORP-P1, so_that: families are first}\n", "")
    found = gaps_in(assessed, housing=cut)
    assert [one.id for one in found.unserved] == ["CORP-P1", "CORP-1"]
    assert [(one.subject.id, one.end.id) for one in found.nowhere] == [
        ("HSG-O1", "HSG-O1"), ("LET-O1", "HSG-O1"), ("WP-O1", "HSG-O1"),
    ]  # fmt: skip


def test_a_layer_is_served_by_those_below_it_not_by_itself(assessed: Build) -> None:
    more = CORPORATE + "  - {id: CORP-2, title: Prevent, links: [CORP-1]}\n  - {id: CORP-3, title: Alone}\n"
    found = gaps_in(assessed, corporate=more, housing=HOUSING.replace("to: CORP-1", "to: CORP-3"))
    assert [one.id for one in found.unserved] == ["CORP-1", "CORP-2"]
    assert [one.subject.id for one in found.nowhere] == ["CORP-3"]


def test_circles_and_reworded_parents_are_gaps(assessed: Build) -> None:
    reworded = LETTINGS.replace("type: direct,", "type: direct, confirmed: 2026-03-31, wording: Offer any home,")
    found = gaps_in(assessed, leisure=circle("O1", "O0"), lettings=reworded)
    assert [[one.id for one in circle_] for circle_ in found.circles] == [["O0", "O1"]]
    assert [(edge.child.id, edge.parent.id) for edge in found.suspect] == [("LET-O1", "HSG-O1")]


def test_what_has_ended_carries_no_link_from_below(assessed: Build) -> None:
    ended = HOUSING.replace("    links:", "    retired: {on: 2026-06-30, reason: Done}\n    links:", 1)
    found = gaps_in(assessed, housing=ended)
    assert [one.id for one in found.unserved] == ["CORP-P1", "CORP-1"]
    assert [(one.subject.id, one.end.id) for one in found.nowhere] == [("LET-O1", "HSG-O1"), ("WP-O1", "HSG-O1")]


def test_a_circle_of_one_written_twice_is_one_circle(assessed: Build) -> None:
    found = gaps_in(assessed, leisure=circle("O0, O0"))
    assert [[one.id for one in each] for each in found.circles] == [["O0"]]


def test_wording_that_differs_by_spaces_only_is_not_suspect(assessed: Build) -> None:
    same = LETTINGS.replace("type: direct,", "type: direct, wording: Offer a  home within 21 days,")
    assert gaps_in(assessed, lettings=same).suspect == ()


@pytest.mark.parametrize(
    ("objective", "by", "common"),
    [
        ("title: More swims, links: [CORP-1]", "parent", "CORP-1"),
        ("title: More swims, links: [{to: CORP-1, type: indirect}]", None, None),
        ("title: More swims, measured_by: [HSG-PI-01], links: [AIM]", "indicator", "HSG-PI-01"),
        ("title: Within 21 days offer a home, links: [AIM]", "title", None),
        ("title: Within 21 days offer a home, links: [{to: HSG-O1, type: supports}]", None, None),
        ("title: Offer a swim within an hour, links: [AIM]", None, None),
    ],
)
def test_overlaps_between_services_are_for_moderation(
    assessed: Build, objective: str, by: str | None, common: str | None
) -> None:
    leisure = LEISURE.replace("title: More swims, links: [CORP-1]", objective)
    found = gaps_in(assessed, leisure=leisure).overlaps
    assert [(one.by, one.common and one.common.id) for one in found] == ([(by, common)] if by else [])
    assert all({"LEI-O1", "HSG-O1"} <= {one.id for one in overlap.items} for overlap in found)


def test_issues_that_two_services_name_are_shared(assessed: Build) -> None:
    issue = "cross_cutting:\n  - {issue: equality, approach: Free swims}\n  - {issue: climate, approach: Heat pumps}\n"
    (shared,) = gaps_in(assessed, leisure=LEISURE + issue).shared
    assert (shared.issue, shared.services) == ("equality", ("HOUSING", "LEISURE"))
    assert [one.id for one in shared.items] == ["HSG-O1", "LEI"]


def test_services_stand_in_exactly_one_plan(assessed: Build) -> None:
    twice = HOUSING.split("objectives:", maxsplit=1)[0].replace("id: HSG", "id: HSG-2")
    found = gaps_in(assessed, again=twice)
    assert [one.id for one in found.unplanned] == ["LEISURE"]
    assert [(later.id, first.id) for later, first in found.planned_twice] == [("HSG", "HSG-2")]
    assert gaps_in(assessed, again=f"{twice}retired: overtaken\n").planned_twice == ()


@pytest.mark.parametrize(
    ("team", "missing"),
    [
        (LETTINGS, False),
        (LETTINGS.replace("to: HSG-O1", "to: CORP-1"), True),
        (LETTINGS.replace("to: HSG-O1", "to: CORP-1") + "  - {id: LET-A2, title: t, objective: HSG-O1}\n", False),
        (LETTINGS.replace("to: HSG-O1", "to: CORP-1").replace("2026-27", "2023-24"), False),
        (LETTINGS.split("objectives:", maxsplit=1)[0], False),
    ],
)
def test_a_team_plan_leads_to_its_services_plan_of_the_same_years(assessed: Build, team: str, missing: bool) -> None:
    thread = tree(assessed, lettings=team)
    assert [one.id for one in unrepresented(thread)] == (["LET"] if missing else [])


# ---------------------------------------------------------------- plans that feed one another


def fed(found: Documents) -> set[tuple[str, str, str, int]]:
    return {(one.source, one.target, one.relation, one.links) for one in found.feeds}


def test_plans_feed_one_another_by_what_they_say_and_by_their_links(assessed: Build) -> None:
    found = documents(tree(assessed))
    assert fed(found) == {
        ("CORP", "COM", "rests on", 2),
        ("CORP", "waste strategy", "beside", 0),
        ("HSG", "waste strategy", "feeds", 0),
        ("HSG", "COM", "beside", 0),
        ("HSG", "CORP", "serves", 2),
        ("LET", "HSG", "serves", 1),
        ("WP", "LET", "serves", 1),
    }
    plans = {plan.key: plan for plan in found.plans}
    assert list(plans) == ["COM", "CORP", "HSG", "LET", "WP", "waste strategy"]
    assert plans["COM"].statutory
    assert not plans["CORP"].statutory
    waste = plans["waste strategy"]
    assert (waste.title, waste.statutory, waste.url, waste.layer) == (
        "Waste  Strategy", True, "www.waste.example", "",
    )  # fmt: skip
    assert [plans[key].title for key in ("HSG", "LET", "WP")] == [
        "Housing: service plan", "Lettings: team plan", "Lettings Officer: work plan",
    ]  # fmt: skip


def test_a_team_plan_is_part_of_its_services_plan_without_a_link(assessed: Build) -> None:
    found = documents(tree(assessed, lettings=LETTINGS.split("objectives:", maxsplit=1)[0]))
    assert ("LET", "HSG", "part of", 0) in fed(found)


def test_a_plan_named_by_its_id_is_that_plan_whatever_it_is_called(assessed: Build) -> None:
    renamed = CORPORATE.replace("{title: Together,", "{title: The partnership's plan, plan: COM,")
    found = documents(tree(assessed, corporate=renamed))
    assert ("CORP", "COM", "rests on", 2) in fed(found)
    assert "the partnership's plan" not in {plan.key for plan in found.plans}
    lost = documents(tree(assessed, corporate=renamed.replace("plan: COM,", "plan: NOWHERE,")))
    assert ("CORP", "the partnership's plan", "rests on", 0) in fed(lost)


# ---------------------------------------------------------------- properties


def council(links: Mapping[int, list[int]], ended: set[int]) -> Tree:
    lines = [
        f"  - {{id: O{one}, title: o, links: [{', '.join(f'O{to}' for to in others)}]"
        f"{', retired: done with' if one in ended else ''}}}"
        for one, others in links.items()
    ]
    plan = "\n".join(["kind: service-plan", "id: P", "service: S", "period: 2026-27", "objectives:", *lines, ""])
    return Tree(assess(workspace_of({"plan.yaml": plan}), AS_AT))


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.integers(0, 7), st.lists(st.integers(0, 7), max_size=3), min_size=1, max_size=8),
    st.sets(st.integers(0, 7), max_size=2),
)
def test_what_an_item_reaches_upward_lists_it_below_and_circles_end(
    links: dict[int, list[int]], ended: set[int]
) -> None:
    thread = council(links, ended)
    for one in thread.nodes:
        above = {branch.subject.id for root in thread.up(one) for _, branch in root.walk()}
        for other in above:
            below = {branch.subject.id for root in thread.down(subject(thread, other)) for _, branch in root.walk()}
            assert one.id in below
        assert chain(thread, one).steps[0].subject is one
    shown = [branch.subject.id for root in thread.down(*thread.roots) for _, branch in root.walk() if not branch.again]
    assert sorted(shown) == sorted(one.id for one in thread.nodes)
    assert gaps(thread).planned_twice == ()


@pytest.mark.parametrize("spread", [1, 70])
def test_thousands_of_objectives_are_told_out_once_each(spread: int) -> None:
    count = 2000
    thread = council({one: [max(one - spread, 0), max(one - spread - 1, 0)] for one in range(count)}, set())
    told_out = [branch for root in thread.down(*thread.roots) for _, branch in root.walk()]
    assert sum(not branch.again for branch in told_out) == count
    assert len(told_out) <= count + len(thread.edges)
    last = subject(thread, f"O{count - 1}")
    assert len(thread.up(last)) == 1
    assert len(chain(thread, last).steps) > count // (spread + 1) - 1
    assert gaps(thread).overlaps == ()
