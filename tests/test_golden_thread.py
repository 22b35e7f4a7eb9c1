from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from planwright import formats, resources
from planwright.assessment import Assessment
from planwright.kinds import Visibility
from planwright.page import Facts, Page
from planwright.rendering import render
from planwright.reports import Edition, golden_thread

Assessed = Callable[[Mapping[str, str]], Assessment]

FILES = {
    "organisation.yaml": """
        kind: organisation
        services:
          - {id: HOUSING, title: Housing}
          - {id: LEISURE, title: Leisure}
          - {id: LEGAL, title: Legal}
        teams:
          - {id: FRONT, title: Front desk, service: HOUSING}
        posts:
          - {id: HEAD, title: Head of Housing, service: HOUSING}
          - {id: CLERK, title: Receptionist, service: HOUSING}
        """,
    "community.yaml": """
        kind: community-plan
        id: COM
        title: Together
        statutory: yes
        period: 2026-27 to 2028-29
        other_plans:
          - {title: Waste Strategy, relation: feeds}
        aims:
          - id: COM-A1
            title: A home for everyone
            description: Nobody sleeps rough.
          - {id: COM-A2, title: Clean air}
        objectives:
          - id: COM-1
            title: Nobody is homeless
            links: [{to: COM-A1, type: direct, so_that: everyone has a home}]
        """,
    "corporate.yaml": """
        kind: corporate-plan
        id: CORP
        title: Council Plan
        period: 2026-27 to 2028-29
        other_plans:
          - {title: Together, plan: COM}
        priorities:
          - {id: CORP-P1, title: Families first, aim: COM-A1}
        objectives:
          - id: CORP-1
            title: Rehouse people quickly
            links:
              - to: COM-1
                type: direct
                so_that: nobody waits in a hostel
                confirmed: 2026-04-01
                wording: No rough sleepers
        """,
    "housing.yaml": """
        kind: service-plan
        id: HSG
        service: HOUSING
        period: 2026-27 to 2028-29
        objectives:
          - id: HSG-O1
            title: Offer every household a home
            measured_by: [PI-1]
            cross_cutting: [climate]
            lead: HEAD
            links:
              - to: CORP-1
                type: direct
                so_that: offers come sooner
                confirmed: 2026-04-01
                wording: Rehouse people quickly
          - id: HSG-O2
            title: Advise people early
            links: [{to: CORP-P1, type: indirect, share: A small part}]
        actions:
          - {id: HSG-A1, title: Set up a scheme, objective: HSG-O1, lead: HEAD, key: yes}
          - {id: HSG-A2, title: Print a leaflet, objective: HSG-O1, lead: HEAD}
        """,
    "leisure.yaml": """
        kind: service-plan
        id: LEI
        service: LEISURE
        period: 2026-27 to 2028-29
        objectives:
          - id: LEI-O1
            title: Homeless families swim free
            measured_by: [PI-1]
            cross_cutting: [climate]
            links: [{to: CORP-1, type: contributes, so_that: children have something to do}]
        actions:
          - {id: LEI-A1, title: Teach swimming, objective: LEI-O1, links: [HSG-O2], key: yes}
        """,
    "team.yaml": """
        kind: team-plan
        id: DESK
        team: FRONT
        period: 2026-27
        objectives:
          - id: DESK-O1
            title: Receive everybody well
            links: [{to: HSG-O1, type: supports, so_that: they come back}]
        actions:
          - {id: DESK-A1, title: One key cabinet, objective: DESK-O1, lead: CLERK}
        """,
    "work.yaml": """
        kind: work-plan
        id: WP
        post: CLERK
        period: 2026-27
        objectives:
          - id: WP-O1
            title: Zebra keys
            links: [{to: DESK-O1, type: direct}]
        actions:
          - {id: WP-A1, title: Zebra tags, objective: WP-O1}
        """,
    "indicators.yaml": """
        kind: indicators
        indicators:
          - {id: PI-1, title: Offers in time, unit: "%", polarity: higher, frequency: yearly}
        """,
}


def but(**changed: str) -> dict[str, str]:
    """Return the files with some of them, named without their ending, made anew or (empty) left out."""
    return {
        name: text for name, text in (FILES | {f"{key}.yaml": text for key, text in changed.items()}).items() if text
    }


def view(assessment: Assessment, service: str | None = None, level: Visibility = Visibility.PUBLIC) -> dict[str, Any]:
    return golden_thread.view(Edition(assessment, level), service)


def page(assessment: Assessment, service: str | None = None, level: Visibility = Visibility.PUBLIC) -> Page:
    facts = Facts("Wexcombe District Council", date(2026, 11, 21), "working copy", level.value, "1.0")
    return render("golden-thread", view(assessment, service, level), resources.templates(), facts)


def markdown(assessment: Assessment, service: str | None = None, level: Visibility = Visibility.PUBLIC) -> str:
    return formats.load("md").write(page(assessment, service, level)).decode()


def drawn(part: Mapping[str, Any]) -> str:
    svg: str = part["chart"].svg
    return svg


@pytest.fixture
def council(assessed: Assessed) -> Assessment:
    return assessed(FILES)


def test_each_aim_has_a_picture_of_what_serves_it(council: Assessment) -> None:
    home, air = view(council)["parts"]
    assert (home["title"], home["description"], air["title"]) == (
        "A home for everyone",
        "Nobody sleeps rough.",
        "Clean air",
    )
    assert all(id_ in drawn(home) for id_ in ("COM-1", "CORP-1", "CORP-P1", "HSG-O1", "HSG-O2", "LEI-O1", "DESK-O1"))
    assert "COM-1" not in drawn(air)


def test_an_aim_that_nothing_serves_says_so_in_picture_list_and_gaps(council: Assessment) -> None:
    found = view(council)
    assert "▲ Nothing serves it" in drawn(found["parts"][1])
    assert "Nothing serves it: COM-A2" in found["parts"][1]["chart"].alt
    assert [one["id"] for one in found["below"] if one["note"]] == ["COM-A2"]
    assert [one["id"] for one in found["gaps"]["unserved"]] == ["COM-A2"]


def test_the_list_tells_the_thread_down_to_the_actions(council: Assessment) -> None:
    rows = {one["id"]: one for one in view(council)["below"]}
    way = ["COM-A1", "COM-1", "CORP-1", "HSG-O1", "DESK-O1", "DESK-A1"]
    assert [rows[id_]["depth"] for id_ in way] == [0, 1, 2, 3, 4, 5]
    assert rows["DESK-O1"]["how"] == "in support"
    assert (rows["DESK-A1"]["sort"], rows["DESK-A1"]["how"], rows["DESK-A1"]["lead"]) == (
        "team action",
        "",
        "Receptionist",
    )
    assert "          - **DESK-A1** One key cabinet (team action, lead: Receptionist)" in markdown(council)


def test_a_link_whose_parent_was_reworded_is_marked_and_listed(council: Assessment) -> None:
    found = view(council)
    assert [row["id"] for row in found["below"] if row["suspect"]] == ["CORP-1"]
    (link,) = found["gaps"]["suspect"]
    assert (link["child"]["id"], link["parent"]["id"], link["then"]) == ("CORP-1", "COM-1", "No rough sleepers")
    assert ">?</text>" in drawn(found["parts"][0])
    text = markdown(council)
    assert "**To be confirmed again**" in text
    assert (
        "| <strong>Rehouse people quickly (CORP-1)</strong> | Nobody is homeless (COM-1) | No rough sleepers |" in text
    )


def test_each_service_tells_the_story_of_its_key_objective(council: Assessment) -> None:
    housing, leisure = view(council)["stories"]
    assert (housing["service"], housing["id"], housing["reaches"]) == ("Housing", "HSG-O1", True)
    assert [(step["id"], step["so_that"]) for step in housing["steps"]] == [
        ("HSG-O1", "offers come sooner"),
        ("CORP-1", "nobody waits in a hostel"),
        ("COM-1", ""),
    ]
    assert leisure["id"] == "LEI-O1"
    assert "1. Offer every household a home (HSG-O1), so that offers come sooner" in markdown(council)


def test_a_step_without_a_reason_says_so(council: Assessment) -> None:
    text = markdown(council, "HOUSING")
    assert "1. Advise people early (HSG-O2), which serves (no reason is written)" in text
    assert "2. Families first (CORP-P1), which belongs to" in text


def test_a_story_that_ends_too_early_says_where(assessed: Assessed) -> None:
    alone = """
        kind: corporate-plan
        id: CORP
        title: Plan
        period: 2026-27
        objectives: [{id: CORP-1, title: Rehouse people}]
        """
    text = markdown(assessed(but(corporate=alone)), "LEISURE")
    assert "The story does not reach the community layer: it ends in the corporate layer." in text


def test_work_that_the_law_requires_says_so(assessed: Assessed) -> None:
    law = """
        kind: service-plan
        id: LEI
        service: LEISURE
        period: 2026-27
        objectives: [{id: LEI-O1, title: Register deaths, statutory_driver: Registration Act}]
        """
    assert "The law requires the work: Registration Act." in markdown(assessed(but(leisure=law)), "LEISURE")


@pytest.mark.parametrize("level", [Visibility.PUBLIC, Visibility.MEMBERS, Visibility.OFFICERS])
@pytest.mark.parametrize("service", [None, "HOUSING"])
def test_nothing_of_anybodys_work_plan_is_told(council: Assessment, service: str | None, level: Visibility) -> None:
    html = formats.load("html").write(page(council, service, level)).decode()
    assert "DESK-O1" in html
    assert not {word for word in ("WP-O1", "WP-A1", "Zebra", "Individual") if word in html}


EXEMPT = FILES["corporate.yaml"].replace(
    "title: Rehouse people quickly\n", "title: Zebra\n            exempt: {paragraph: 3, reason: Giraffe}\n"
)


def test_what_is_exempt_takes_its_ties_with_it(assessed: Assessed) -> None:
    hiding = assessed(but(corporate=EXEMPT))
    html = formats.load("html").write(page(hiding)).decode()
    assert not {word for word in ("CORP-1", "Zebra", "Giraffe") if word in html}
    assert "The story leads on to something that is not in this edition." in html
    assert "1 item" in html
    home, air, others = view(hiding)["parts"]
    assert "HSG-O1" not in drawn(home) + drawn(air)
    assert others["title"] == "Under none of these aims"
    assert "HSG-O1" in drawn(others)
    # It does lead somewhere, so that is no gap.
    assert not view(hiding)["gaps"]["nowhere"]
    assert not view(hiding)["gaps"]["suspect"]
    shown = markdown(hiding, level=Visibility.MEMBERS)
    assert "CORP-1" in shown
    assert "This edition holds exempt material. Do not publish it." in shown


def test_services_that_meet_are_told_for_moderation(council: Assessment) -> None:
    found = view(council)["gaps"]["overlaps"]
    assert [(one["by"], one["common"]["id"], [each["id"] for each in one["items"]]) for one in found] == [
        ("parent", "CORP-1", ["HSG-O1", "LEI-O1"]),
        ("indicator", "PI-1", ["HSG-O1", "LEI-O1"]),
    ]
    text = markdown(council)
    assert "| <strong>Serving: Rehouse people quickly (CORP-1)</strong> | Housing: Offer every household a home" in text
    assert "| <strong>Measured by: Offers in time (PI-1)</strong> |" in text


def test_objectives_that_read_alike_are_told(assessed: Assessed) -> None:
    alike = FILES["leisure.yaml"].replace("Homeless families swim free", "Offer every household a new home")
    assert "**They read nearly the same**" in markdown(assessed(but(leisure=alike)))


def test_what_objectives_share_is_not_told_where_it_is_exempt(assessed: Assessed) -> None:
    hidden = FILES["indicators.yaml"].replace("{id: PI-1,", "{id: PI-1, exempt: {paragraph: 3, reason: Tenders},")
    assert [one["by"] for one in view(assessed(but(indicators=hidden)))["gaps"]["overlaps"]] == ["parent"]


def test_issues_are_shared_by_those_that_may_be_shown(assessed: Assessed) -> None:
    (issue,) = view(assessed(FILES))["gaps"]["shared"]
    assert (issue["issue"], issue["services"]) == ("Climate", ["Housing", "Leisure"])
    hidden = FILES["leisure.yaml"].replace(
        "id: LEI-O1", "id: LEI-O1\n            exempt: {paragraph: 3, reason: Tenders}"
    )
    assert not view(assessed(but(leisure=hidden)))["gaps"]["shared"]


def test_circles_and_dead_ends_are_told(assessed: Assessed) -> None:
    tangled = """
        kind: service-plan
        id: LEI
        service: LEISURE
        period: 2026-27 to 2028-29
        objectives:
          - {id: LEI-O1, title: Swim, links: [LEI-O2]}
          - {id: LEI-O2, title: Run, links: [LEI-O1]}
          - {id: LEI-O3, title: Dance}
        """
    found = assessed(but(leisure=tangled))
    gaps = view(found)["gaps"]
    assert [[one["id"] for one in circle] for circle in gaps["circles"]] == [["LEI-O1", "LEI-O2"]]
    assert {one["id"] for one in gaps["nowhere"]} == {"LEI-O1", "LEI-O2", "LEI-O3"}
    text = markdown(found)
    assert "- Swim (LEI-O1), Run (LEI-O2), and back" in text
    assert "- Dance (LEI-O3), service objective" in text
    assert "- Swim (LEI-O1), service objective: its links end at Run (LEI-O2)" in text


def test_plans_that_are_missing_doubled_or_apart_are_told(assessed: Assessed) -> None:
    second = FILES["leisure.yaml"].replace("id: LEI\n", "id: LEI2\n").replace("LEI-O1", "LEI2-O1")
    apart = FILES["team.yaml"].replace("to: HSG-O1", "to: CORP-1")
    text = markdown(assessed(but(second=second, team=apart)))
    assert "- Legal has no plan" in text
    assert "are two plans for the same years" in text
    assert "- Front desk: team plan: nothing in it serves the plan of its service" in text


def test_the_plans_picture_marks_what_the_law_requires_and_what_is_kept_elsewhere(council: Assessment) -> None:
    chart = view(council)["plans"]
    assert chart.header == ("Plan", "Another plan", "How it stands to it", "Links between their items")
    assert ("CORP: Council Plan", "COM, statutory: Together", "Rests on", "2 links") in chart.rows
    assert ("COM, statutory: Together", "Waste Strategy", "Feeds", "–") in chart.rows
    assert "Other plans" in chart.svg
    assert "WP" not in chart.svg


def test_what_only_a_hidden_plan_names_is_hidden(assessed: Assessed) -> None:
    named = "other_plans: [{title: Zebra Strategy}]\n        objectives:"
    work = FILES["work.yaml"].replace("id: WP\n", "id: WP\n        exempt: {paragraph: 3, reason: Tenders}\n")
    housing = FILES["housing.yaml"].replace(
        "id: HSG\n", "id: HSG\n        exempt: {paragraph: 3, reason: Tenders}\n", 1
    )
    hidden = assessed(but(housing=housing.replace("objectives:", named, 1), work=work))
    assert "Zebra" not in view(hidden)["plans"].svg
    assert "HSG" not in view(hidden)["plans"].svg
    assert "Zebra Strategy" in " ".join(map(str, view(hidden, level=Visibility.OFFICERS)["plans"].rows))


def test_one_plan_needs_no_picture_of_plans(assessed: Assessed) -> None:
    assert view(assessed({"team.yaml": FILES["community.yaml"].replace("other_plans", "tags: [] #")}))["plans"] is None


def test_a_service_sees_its_own_part_with_its_key_actions(council: Assessment) -> None:
    found = view(council, "HOUSING")
    (part,) = found["parts"]
    assert all(id_ in drawn(part) for id_ in ("COM-A1", "CORP-P1", "HSG-O2", "HSG-A1", "DESK-O1"))
    assert not any(id_ in drawn(part) for id_ in ("LEI-O1", "LEI-A1", "HSG-A2", "DESK-A1", "COM-A2"))
    assert [row["id"] for row in found["above"] if not row["depth"]] == ["HSG-O1", "HSG-O2"]
    assert "HSG-A2" in [row["id"] for row in found["below"]]
    assert [story["id"] for story in found["stories"]] == ["HSG-O1", "HSG-O2", "DESK-O1"]
    assert found["plans"] is None
    assert not found["gaps"]["unserved"]
    assert "# Housing: the golden thread" in markdown(council, "HOUSING")


def test_our_part_of_what_several_move_is_named(council: Assessment) -> None:
    rows = view(council, "HOUSING")["parts"][0]["chart"].rows
    (row,) = [row for row in rows if row[0].startswith("HSG-O2")]
    assert row[2:] == ("Indirect", "Our part: A small part")


def test_it_is_made_for_the_council_and_each_service_that_has_objectives(council: Assessment) -> None:
    assert golden_thread.WHOLE
    assert dict(golden_thread.subjects(Edition(council))) == {"HOUSING": "HOUSING", "LEISURE": "LEISURE"}


def test_without_a_community_plan_the_pictures_are_of_what_stands_at_the_top(assessed: Assessed) -> None:
    corporate = FILES["corporate.yaml"].replace("aim: COM-A1", "reason: Pledge")
    parts = view(assessed(but(community="", corporate=corporate)))["parts"]
    assert [part["title"] for part in parts] == ["Families first", "Rehouse people quickly"]


def test_a_thread_in_order_says_so(assessed: Assessed) -> None:
    kept = {name: FILES[name] for name in ("community.yaml", "corporate.yaml")}
    kept["community.yaml"] = kept["community.yaml"].replace("- {id: COM-A2, title: Clean air}", "")
    kept["corporate.yaml"] = kept["corporate.yaml"].replace("No rough sleepers", "Nobody is homeless")
    kept["housing.yaml"] = FILES["housing.yaml"].replace(", share: A small part", ", so_that: fewer need it")
    text = markdown(assessed(kept))
    assert "No gaps were found." in text
    assert "There are 4 links. Each says why it holds; 2 have never been confirmed." in text


def test_the_picture_scrolls_by_itself_on_a_phone_with_a_name_and_by_keyboard(council: Assessment) -> None:
    html = formats.load("html").write(page(council)).decode()
    assert '<figure class="wide" id="figure-1">' in html
    assert '<div class="drawing frame" role="group" aria-label="A home for everyone" tabindex="0"><svg' in html
    assert '<div class="table frame" role="group" aria-label="Data of figure 1" tabindex="0">' in html


def test_the_same_plan_makes_the_same_page(assessed: Assessed) -> None:
    assert page(assessed(FILES)) == page(assessed(dict(reversed(FILES.items()))))
