"""`planwright work`: everything on a post's plate, by how soon it asks for something, in every format."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from small_council import lay_out

from planwright.assessment import Assessment
from planwright.assessment.duties import When, duties_of, lead_of, posts_of
from planwright.cli import main

Build = Callable[..., Assessment]
Capture = pytest.CaptureFixture[str]

ORGANISATION = """\
kind: organisation
services:
  - {id: S, title: Homes, head: BOSS}
teams:
  - {id: T, title: Lettings, service: S, leader: MAN}
posts:
  - {id: MAN, title: Manager, service: S, team: T}
  - {id: BOSS, title: Head, service: S}
  - {id: CLERK, title: Clerk, service: S, team: T, vacant: yes}
committees:
  - {id: CMT, title: Management}
  - {id: SCRUTINY, title: Scrutiny}
"""
PLAN = "kind: service-plan\nid: P\nservice: S\nperiod: 2026-27\n"


def plate(assessed: Build, text: str, post: str = "MAN", days: int | None = None, **more: str) -> list[str]:
    """Return what a post has to see to as `when: sort id due`, of one more file in a small organisation."""
    files = {"organisation.yaml": ORGANISATION, "x.yaml": text, **{f"{name}.yaml": one for name, one in more.items()}}
    assessment = assessed(files)
    assert assessment.workspace.problems == ()
    duties = duties_of(assessment, assessment.workspace.subjects[post], days)
    return [f"{one.when.value}: {one.sort} {one.id} {one.due or ''}".strip() for one in duties]


def test_actions_and_milestones_by_how_soon_they_are_due(assessed: Build) -> None:
    text = f"""{PLAN}
actions:
  - id: A
    title: a
    lead: MAN
    due: 2027-03-31
    milestones:
      - {{title: done, due: 2026-06-30, done: 2026-06-30}}
      - {{title: late, due: 2026-11-20}}
      - {{id: M, title: soon, due: 2026-12-21}}
      - {{title: not yet, due: 2026-12-22}}
  - {{id: B, title: no longer, lead: MAN, due: 2026-01-01, status: cancelled}}
  - {{id: C, title: years, lead: MAN, targets_by_year: [{{year: 2026-27, target: Ten}}]}}
  - {{id: D, title: of another, lead: BOSS, due: 2026-11-30}}
"""
    assert plate(assessed, text) == [
        "late: milestone A/2 2026-11-20",
        "due soon: milestone M 2026-12-21",
        "later: milestone A/4 2026-12-22",
        "later: action A 2027-03-31",
        "no date: action C",
    ]


def test_how_soon_is_soon_may_be_asked(assessed: Build) -> None:
    text = f"{PLAN}actions: [{{id: A, title: a, lead: MAN, due: 2026-11-28}}]\n"
    assert plate(assessed, text) == ["due soon: action A 2026-11-28"]
    assert plate(assessed, text, days=7) == ["due soon: action A 2026-11-28"]
    assert plate(assessed, text, days=6) == ["later: action A 2026-11-28"]
    today = text.replace("2026-11-28", "2026-11-21")
    assert plate(assessed, today, days=0) == ["due soon: action A 2026-11-21"]


MEASURES = """\
kind: indicators
service: S
indicators:
  - {id: LATE, title: l, owner: MAN, polarity: higher, targets: {2026-27: 9}}
  - {id: RED, title: r, owner: MAN, polarity: higher, targets: {2026-27: 9}}
  - {id: GREEN, title: g, owner: MAN, polarity: higher, targets: {2026-27: 9}}
  - {id: AWAITED, title: a, owner: MAN, polarity: higher, grace_days: 60, targets: {2026-27: 9}, since: 2026-27-Q2}
  - {id: ENDED, title: e, owner: MAN, polarity: higher, retired: Nobody asks, targets: {2026-27: 9}}
  - {id: THEIRS, title: t, owner: BOSS, polarity: higher, targets: {2026-27: 9}}
"""
RESULTS = """\
kind: results
period: 2026-27
results:
  LATE: {Q1: 9}
  RED: {Q1: 9, Q2: 1}
  GREEN: {Q2: {value: 9, provisional: yes}}
"""


def test_results_that_are_due_and_how_indicators_stand(assessed: Build) -> None:
    earlier = "kind: results\nperiod: 2025-26\nresults: {GREEN: {Q4: 9}}\n"
    assert plate(assessed, MEASURES, results=RESULTS, earlier=earlier) == [
        "late: result GREEN 2026-07-30",
        "late: result LATE 2026-10-30",
        "off target: indicator RED",
        "due soon: result AWAITED 2026-11-29",
        "no date: result GREEN",
        "no date: indicator GREEN",
    ]


RISKS = """\
kind: risk-log
id: RL
service: S
risks:
  - id: R1
    title: mine
    owner: MAN
    monitor: MAN
    reviewed: 2026-10-01
    current: {likelihood: low, impact: low}
    actions:
      - {title: call, owner: MAN, due: 2026-11-01}
      - {title: done, owner: MAN, due: 2026-11-01, done: 2026-10-01}
      - {title: carried, owner: MAN, action: A}
      - {title: some day, owner: MAN}
  - {id: R2, title: watched, owner: BOSS, monitor: MAN}
  - {id: R3, title: closed, owner: MAN, closed: 2026-01-01, closed_because: Gone}
"""


def test_risks_to_own_or_watch_and_what_is_done_about_them(assessed: Build) -> None:
    plan = f"{PLAN}actions: [{{id: A, title: a, lead: BOSS, due: 2027-03-31}}]\n"
    assert plate(assessed, RISKS, plan=plan) == [
        "late: risk action R1 2026-11-01",
        "late: risk review R2",
        "later: risk review R1 2027-10-02",
        "no date: risk action R1",
    ]


PIP = """\
kind: pip
id: PIP
indicator: RED
author: MAN
opened: 2026-09-01
factors: [{id: F, text: f, origin: external, term: temporary}]
solutions:
  - {id: S1, text: now, in_place_by: 2026-11-30, factors: [F], lead: MAN}
  - {id: S2, text: there, in_place_by: 2026-10-30, factors: [F], lead: MAN, in_place: 2026-10-30}
  - {id: S3, text: not chosen, in_place_by: 2026-10-30, factors: [F], lead: MAN, option_group: g, chosen: no}
"""


def test_improvement_plans_and_their_solutions(assessed: Build) -> None:
    assert [line for line in plate(assessed, PIP, measures=MEASURES) if "S" in line or "PIP" in line] == [
        "due soon: solution S1 2026-11-30",
        "due soon: progress entry PIP 2026-12-01",
    ]
    over = PIP + "progress: [{on: 2026-11-01, comment: Done., completion: yes}]\n"
    assert not [line for line in plate(assessed, over, measures=MEASURES) if "S1" in line or "PIP" in line]


def meeting(id_: str, day: str, about: str, due: str = "") -> str:
    response = (
        f"\n    decisions: [{{id: {id_}/1, text: Tell us, about: [{about}], response_due: {due}}}]" if due else ""
    )
    head = f"kind: meeting\nid: {id_}\ncommittee: CMT\ndate: {day}\n"
    return f"{head}items:\n  - title: t\n    author: MAN\n    about: [{about}]{response}\n"


def test_a_response_is_due_until_the_body_has_met_on_it_again(assessed: Build) -> None:
    asked = meeting("M1", "2026-09-01", "P", "2026-11-01")
    assert plate(assessed, asked, plan=PLAN) == ["late: response M1/1 2026-11-01"]
    assert plate(assessed, asked, post="BOSS", plan=PLAN) == []
    assert plate(assessed, asked, plan=PLAN, later=meeting("M2", "2026-11-02", "P")) == []
    assert plate(assessed, asked, plan=PLAN, later=meeting("M2", "2026-11-30", "P")) != []
    elsewhere = meeting("M2", "2026-11-02", "P").replace("CMT", "SCRUTINY")
    assert plate(assessed, asked, plan=PLAN, later=elsewhere) != []
    assert plate(assessed, meeting("M1", "2026-12-01", "P", "2026-12-05"), plan=PLAN) == []


def test_a_response_about_nothing_in_particular_is_asked_for_until_its_day(assessed: Build) -> None:
    assert plate(assessed, meeting("M1", "2026-09-01", "", "2026-12-01")) == ["due soon: response M1/1 2026-12-01"]
    assert plate(assessed, meeting("M1", "2026-09-01", "", "2026-11-01")) == []


WORK_PLAN = """\
kind: work-plan
id: WP
post: MAN
period: 2026-27
objectives: [{id: WP-O, title: o}]
actions:
  - {id: WP-A, title: without a lead, due: 2026-11-30}
development:
  - {need: learn, by: 2026-12-01}
  - {need: some day}
"""


def test_a_work_plan_adds_its_objectives_actions_and_development(assessed: Build) -> None:
    found = ["due soon: action WP-A 2026-11-30", "due soon: development WP 2026-12-01"]
    assert plate(assessed, WORK_PLAN) == [*found, "no date: development WP", "no date: objective WP-O"]
    assert plate(assessed, WORK_PLAN.replace("2026-27", "2024-25")) == found[:1]
    assert plate(assessed, WORK_PLAN, post="BOSS") == []


def test_what_is_led_monitored_and_developed(assessed: Build) -> None:
    text = f"""{PLAN}
objectives: [{{id: O, title: o, lead: MAN}}, {{id: O2, title: o, lead: MAN, retired: Done}}]
monitoring:
  - {{what: progress, frequency: Monthly, who: T, to: BOSS, acts: MAN}}
  - {{what: money, frequency: Monthly, who: BOSS, to: CMT}}
service_development:
  - {{title: new forms, by: 2027-01-31, lead: MAN}}
  - {{title: carried, by: 2027-01-31, lead: MAN, action: A}}
actions: [{{id: A, title: a, lead: BOSS, due: 2027-03-31}}]
"""
    assert plate(assessed, text) == [
        "later: service development P 2027-01-31",
        "no date: objective O",
        "no date: report P",
        "no date: oversight P",
    ]
    assert plate(assessed, text.replace("2026-27", "2024-25")) == []


def test_the_lead_of_an_action_is_the_post_it_names_or_whose_own_plan_holds_it(assessed: Build) -> None:
    workspace = assessed({"organisation.yaml": ORGANISATION, "x.yaml": WORK_PLAN}).workspace
    assert lead_of(workspace.subjects["WP-A"]) == "MAN"


def test_posts_of_a_team_or_service_begin_with_its_head(assessed: Build) -> None:
    workspace = assessed({"organisation.yaml": ORGANISATION}).workspace
    assert [one.id for one in posts_of(workspace, workspace.subjects["S"])] == ["BOSS", "MAN", "CLERK"]
    assert [one.id for one in posts_of(workspace, workspace.subjects["T"])] == ["MAN", "CLERK"]
    assert [one.id for one in posts_of(workspace, workspace.subjects["CLERK"])] == ["CLERK"]


def test_a_service_has_the_posts_of_its_teams_whether_or_not_they_name_it(assessed: Build) -> None:
    workspace = assessed({"organisation.yaml": ORGANISATION.replace("service: S, team: T", "team: T")}).workspace
    assert [one.id for one in posts_of(workspace, workspace.subjects["S"])] == ["BOSS", "MAN", "CLERK"]


def work(council: Path, capsys: Capture, *arguments: str, code: int = 0) -> str:
    """Run the command at a fixed date and return what it printed, or what it said when it failed."""
    assert main(["-C", str(council), "--as-at", "2026-11-21", "work", *arguments]) == code
    printed = capsys.readouterr()
    return printed.err if code else printed.out


@pytest.fixture
def council(tmp_path: Path) -> Path:
    return lay_out(tmp_path)


def test_the_text_is_one_short_table_for_each_degree_of_urgency(council: Path, capsys: Capture) -> None:
    first, blank, late, titles, review, step, *rest = work(council, capsys, "HEAD").splitlines()
    assert first == "Head of Housing (HEAD) at 2026-11-21: 2 late"
    assert (blank, late) == ("", "Late")
    assert titles.split() == ["due", "what", "id", "title", "state", "why"]
    assert review.split()[:4] == ["2026-09-01", "risk", "review", "HSG-R1"]
    assert step.split()[:3] == ["2026-11-16", "milestone", "HSG-M2"]
    assert [line for line in rest if line in {"Off target", "Due soon", "Later", "No date"}] == ["Later", "No date"]
    assert rest[rest.index("No date") + 1].split() == [
        "what",
        "id",
        "title",
        "state",
        "why",
    ]  # nothing has a date there
    assert "Households offered a home" in "\n".join(rest)


def test_a_service_shows_all_its_posts_and_one_without_says_so(council: Path, capsys: Capture) -> None:
    assert work(council, capsys, "HOUSING").startswith("Head of Housing (HEAD)")
    assert work(council, capsys, "LEISURE") == "No post belongs to Leisure (LEISURE).\n"


def test_markdown_has_headings_and_tables(council: Path, capsys: Capture) -> None:
    lines = work(council, capsys, "HEAD", "--format", "md").splitlines()
    assert lines[0].startswith("## Head of Housing (HEAD) at 2026")
    assert "### Late" in lines
    assert "| due | what | id | title | state | why |" in lines


def test_json_says_what_each_duty_is_about_and_whether_it_is_private(council: Path, capsys: Capture) -> None:
    (council / "wp.yaml").write_text(WORK_PLAN.replace("MAN", "CHIEF"), encoding="utf-8")
    found = json.loads(work(council, capsys, "CHIEF", "--format", "json"))
    (post,) = found["posts"]
    assert (found["version"], found["as_at"], post["id"], post["vacant"]) == (1, "2026-11-21", "CHIEF", False)
    action = next(one for one in post["duties"] if one["id"] == "WP-A")
    assert action == {
        "id": "WP-A",
        "type": "action",
        "title": "without a lead",
        "when": "due soon",
        "due": "2026-11-30",
        "state": "due-soon",
        "colour": "grey",
        "why": "due 2026-11-30, in 9 days",
        "stands_in": "WP",
        "private": True,
    }
    assert {one["private"] for one in post["duties"] if one["id"] == "HSG-R1"} == {False}


def test_a_post_with_nothing_to_do_is_told_so(council: Path, capsys: Capture) -> None:
    organisation = council / "organisation.yaml"
    text = organisation.read_text(encoding="utf-8") + "  - {id: IDLE, title: Idle, vacant: yes}\n"
    organisation.write_text(text, encoding="utf-8")
    assert work(council, capsys, "IDLE") == "Idle (IDLE, vacant) at 2026-11-21: nothing to see to\n"


def test_an_unknown_post_gets_the_nearest_and_another_thing_is_named(council: Path, capsys: Capture) -> None:
    assert "there is no post, team or service CHEIF; did you mean CHIEF?" in work(council, capsys, "CHEIF", code=2)
    assert "HSG-A1 is an action, not a post, team or service" in work(council, capsys, "HSG-A1", code=2)


@pytest.mark.parametrize("days", ["-3", "x", "1.5", "99999"])
def test_a_number_of_days_is_asked_for(council: Path, capsys: Capture, days: str) -> None:
    said = work(council, capsys, "HEAD", "--days", days, code=2)
    assert f"'{days}' is no number of days; write 14 for a fortnight" in said


def test_days_decide_what_is_due_soon(council: Path, capsys: Capture) -> None:
    assert "due soon" in work(council, capsys, "HEAD", "--days", "60").splitlines()[0]


def test_a_terminal_gets_its_columns_wrapped(council: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[1m" in work(council, capsys, "HEAD")


def test_degrees_of_urgency_are_in_their_order() -> None:
    assert list(When) == ["late", "off target", "due soon", "later", "no date"]
