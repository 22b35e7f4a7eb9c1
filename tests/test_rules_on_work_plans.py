"""Work plans beside the plans above them: what their posts lead, who leads what, and what private plans never draw."""

import pytest
from council_of_rules import action, findings, must_be_found, must_be_quiet, plan

TEAM = """\
kind: organisation
services:
  - {id: HOUSING, title: Housing}
teams:
  - {id: LET, title: Lettings, service: HOUSING}
posts:
  - {id: HEAD-OF-HOUSING, title: Head of Housing}
  - {id: HOUSING-OPTIONS-MANAGER, title: Housing Options Manager}
  - {id: OFFICER, title: Lettings Officer, team: LET}
committees: [{id: CABINET, title: Cabinet}]
"""
NO_POSTS = TEAM.replace(", team: LET", "")
LED = "title: t\n    lead: HEAD-OF-HOUSING\n    objective: CORP-3"


def of_head(body: str = "", period: str = "2026-27", post: str = "HEAD-OF-HOUSING", **more: str) -> dict[str, str]:
    """Return a work plan of the head of housing, with other files by name."""
    text = f"kind: work-plan\nid: WP\npost: {post}\nperiod: {period}\n{body}"
    return {"private/wp.yaml": text, **{f"{name}.yaml": one for name, one in more.items()}}


def team_plan(body: str = "", period: str = "2026-27", organisation: str = TEAM) -> dict[str, str]:
    text = f"kind: team-plan\nid: TP\nteam: LET\nperiod: {period}\n{body}"
    return {"team.yaml": text, "organisation.yaml": organisation}


def led_by(lead: str) -> str:
    return f"actions: [{{id: TP-A, title: a, objective: CORP-3, lead: {lead}, due: 2027-03-31}}]\n"


SKILLS = "due: 2027-03-31\nresources: {skills: Leasing}\n"
FOUND = {
    "PW225 WP does not name HSG-A1, which HEAD-OF-HOUSING leads": {**of_head(), **action("due: 2027-03-31\n")},
    "PW225 WP does not name HSG-A1": {**of_head(), **action("due: 2026-01-31\n")},  # overdue, so it is still to be done
    "PW225 WP does not name HSG-A1 ": {**of_head(), **action("targets_by_year: [{year: 2026-27, target: Ten}]\n")},
    "PW225 WP does not name HSG-A1   ": {
        **of_head(),
        **action("targets_by_year: [{year: 2027-28, target: Ten}, {year: 2026-27, target: Five}]\n"),
    },
    "PW225 WP does not name HSG-A1, HSG-A2 and HSG-A3": {
        **of_head(),
        **plan("actions:\n" + "".join(f"  - id: HSG-A{number}\n    {LED}\n" for number in (1, 2, 3))),
    },
    "PW225 WP does not name HSG-A1  ": {
        **of_head("actions_led: [TP-A]\n"),
        **action("due: 2027-03-31\n"),
        **team_plan(led_by("HEAD-OF-HOUSING")),
    },
    "PW226 WP says that HEAD-OF-HOUSING leads TP-A, which is led by OFFICER": {
        **of_head("actions_led: [TP-A]\n"),
        **team_plan(led_by("OFFICER")),
    },
    "PW226 WP says that HEAD-OF-HOUSING leads W2-A, which is led by OFFICER": {
        **of_head("actions_led: [W2-A]\n"),
        "w2.yaml": "kind: work-plan\nid: W2\npost: OFFICER\nperiod: 2026-27\nactions: [{id: W2-A, title: a}]\n",
        "organisation.yaml": TEAM,
    },
    "PW227 no post of LET leads any": team_plan(led_by("HEAD-OF-HOUSING")),
    "PW228 TP covers 2029-30, for which its service has no plan: HSG covers 2026-27 to 2028-29": team_plan(
        period="2028-29 to 2029-30"
    ),
    "PW229 WP plans no development, but HSG-A1 needs skills": {
        **of_head("actions_led: [HSG-A1]\n"),
        **action(SKILLS),
    },
}
QUIET = {
    "PW225 led and named": {**of_head("actions_led: [HSG-A1]\n"), **action("due: 2027-03-31\n")},
    "PW225 nothing is private": action("due: 2027-03-31\n"),
    "PW225 done": {**of_head(), **action("due: 2026-03-31\ndone: 2026-03-01\n")},
    "PW225 given up": {**of_head(), **action("due: 2027-03-31\nstatus: cancelled\nreason: No money\n")},
    "PW225 begins after the work plan ends": {**of_head(), **action("start: 2027-04-01\ndue: 2028-03-31\n")},
    "PW225 targets of later years": {**of_head(), **action("targets_by_year: [{year: 2027-28, target: Ten}]\n")},
    "PW225 the work plan of an earlier year": {**of_head(period="2025-26"), **action("due: 2027-03-31\n")},
    "PW225 a retired work plan": {**of_head("retired: The post is gone\n"), **action("due: 2027-03-31\n")},
    "PW225 its own actions": of_head("actions: [{id: WP-A, title: a, objective: CORP-3, due: 2027-03-31}]\n"),
    "PW225 what was read only in part": {**of_head("actions_led: HSG-A1 and more\n"), **action("due: 2027-03-31\n")},
    "PW226 an action without a lead": {
        **of_head("actions_led: [TP-A]\n"),
        **team_plan("actions: [{id: TP-A, title: a, objective: CORP-3, due: 2027-03-31}]\n"),
    },
    "PW226 an unknown action is another rule's": of_head("actions_led: [HSG-A9]\n"),
    "PW227 led by the team": team_plan(led_by("OFFICER")),
    "PW227 led by the plan's leader": team_plan("leader: HEAD-OF-HOUSING\n" + led_by("HEAD-OF-HOUSING")),
    "PW227 a team of which no post is known": team_plan(led_by("HEAD-OF-HOUSING"), organisation=NO_POSTS),
    "PW227 nothing left to do": team_plan(led_by("HEAD-OF-HOUSING").replace("}]", ", done: 2026-09-01}]")),
    "PW227 a retired plan": team_plan("retired: The team is gone\n" + led_by("HEAD-OF-HOUSING")),
    "PW228 within the years of the service's plan": team_plan(period="2026-27 to 2028-29"),
    "PW228 a service without a plan": team_plan(
        period="2030-31", organisation=TEAM.replace("service: HOUSING}", "service: PARKS}").replace(
            "Housing}\n", "Housing}\n  - {id: PARKS, title: Parks}\n", 1
        ),
    ),
    "PW228 a retired plan": team_plan("retired: The team is gone\n", period="2031-32"),
    "PW229 something is learned": {
        **of_head("actions_led: [HSG-A1]\ndevelopment: [{need: Leasing}]\n"),
        **action(SKILLS),
    },
    "PW229 nobody's work plan is there": action(SKILLS),
    "PW229 no skills lacking": {**of_head("actions_led: [HSG-A1]\n"), **action("due: 2027-03-31\n")},
}  # fmt: skip


@pytest.mark.parametrize(("case", "files"), FOUND.items(), ids=FOUND)
def test_is_found(case: str, files: dict[str, str]) -> None:
    must_be_found(case, files)


@pytest.mark.parametrize(("case", "files"), QUIET.items(), ids=QUIET)
def test_is_quiet(case: str, files: dict[str, str]) -> None:
    must_be_quiet(case, files)


def test_findings_on_private_plans_stand_in_the_private_file_only() -> None:
    files = {**of_head(), **action(SKILLS)}
    found = findings({name: text.encode() for name, text in files.items()})
    private = [one for one in found if "WP" in one.message]
    assert {one.code for one in private} == {"PW225", "PW229"}
    assert {one.place.file for one in private} == {"private/wp.yaml"}


def test_a_private_plan_is_checked_for_nothing_else_that_goes_beyond_links() -> None:
    body = "actions: [{id: WP-A, title: a, due: 2026-01-31}]\nobjectives: [{id: WP-O, title: o}]\n"
    found = findings({name: text.encode() for name, text in of_head(body).items()})
    assert not [one for one in found if one.place.file == "private/wp.yaml" and one.code > "PW2"]
