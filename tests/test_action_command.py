"""`planwright action`: the action plan as it stands, and what is said of an action, written by span."""

import csv
import json
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import workspace_of
from hypothesis import given, settings
from hypothesis import strategies as st

from planwright.assessment import Assessment, assess
from planwright.cli import main
from planwright.document import parse
from planwright.document.editing import EditRefusedError, apply
from planwright.edits.progress import Update, update

Capture = pytest.CaptureFixture[str]
Assessed = Callable[[Mapping[str, str]], Assessment]
TODAY = date(2026, 11, 21)
PLAN = """\
# The housing plan
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
overview: >-
  Housing helps people keep the home they have, and finds one for those who have lost theirs or may lose it.

actions:
  # The scheme of the forum
  - id: HSG-A1
    title: Set up a landlord scheme   # agreed in March
    objective: CORP-1
    lead: HEAD
    start: 2026-04-01
    due: 2026-12-31
    percent: 60
    theme: Faster offers

    # steps
    milestones:
      - title: Scheme agreed
        due: 2026-06-30
        done: 2026-07-02
      - title: First ten lettings
        due: 2026-11-30
        revised:
          - to: 2026-12-11
            on: 2026-10-01
            reason: "The forum met late"

  - id: HSG-A2
    title: Lease forty homes
    objective: CORP-1
    lead: CHIEF
    due: 2027-03-31
    theme: More homes
    progress:
      - on: 2026-09-01
        note: >-
          Eleven leases signed.
        percent: 20

  # The rest
  - {id: HSG-A3, title: Train advisers, objective: CORP-1, lead: HEAD, due: 2026-10-31, status: behind}
  - {id: HSG-A4, title: Answer calls, objective: CORP-1, lead: HEAD, done: 2026-10-01, due: 2026-10-31}
  - id: HSG-A5
    title: Sell the depot
    objective: CORP-1
    lead: HEAD
    due: 2027-01-31
    status: deferred
    reason: No buyer
    decision: CAB/1
"""
FILES = {
    "planwright.yaml": "kind: settings\nname: Wexcombe District Council\n",
    "organisation.yaml": """\
kind: organisation
services: [{id: HOUSING, title: Housing, head: HEAD}, {id: LEISURE, title: Leisure}]
posts: [{id: HEAD, title: Head, service: HOUSING}, {id: CHIEF, title: Chief}]
committees: [{id: CABINET, title: Cabinet}]
""",
    "corporate.yaml": "kind: corporate-plan\nid: CORP\ntitle: Ours\nperiod: 2026-27\n"
    "objectives: [{id: CORP-1, title: Homes}]\n",
    "cabinet.yaml": "kind: meeting\nid: CAB\ncommittee: CABINET\ndate: 2026-09-01\n"
    "items: [{title: Depot, decisions: [{id: CAB/1, text: Wait, about: [HSG-A5]}]}]\n",
    "plan.yaml": PLAN,
    "leisure.yaml": "kind: service-plan\nid: LEI\nservice: LEISURE\nperiod: 2026-27\n"
    "actions: [{id: LEI-A1, title: Open a pool, objective: CORP-1, lead: CHIEF, due: 2027-03-31}]\n",
}


@pytest.fixture
def council(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


def run(council: Path, capsys: Capture, *arguments: str, code: int = 0) -> str:
    """Run the command at a fixed date and return what it printed, or what it said when it failed."""
    assert main(["-C", str(council), "--as-at", TODAY.isoformat(), "action", *arguments]) == code
    printed = capsys.readouterr()
    return printed.err if code else printed.out


def said(*arguments: str, text: str = PLAN) -> str:
    """Return the plan once something is said of an action: id, then names and texts."""
    id_, *rest = arguments
    return _updated(
        assess(workspace_of({**FILES, "plan.yaml": text}), TODAY), id_, dict(zip(*[iter(rest)] * 2, strict=True))
    )


def _updated(assessment: Assessment, id_: str, fields: Mapping[str, str]) -> str:
    work = next(one for one in assessment.work if one.id == id_)
    edits = update(assessment, work, Update(**fields))
    return apply(assessment.workspace.documents[edits.file], edits.edits).decode()


def changes(after: str, before: str = PLAN) -> tuple[list[str], list[str]]:
    """Return the lines that went and those that came."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def action_of(text: str, id_: str) -> Any:
    """Return the plain value of an action in a plan's text."""
    plan: Any = parse("plan.yaml", text.encode()).value
    return next(one for one in plan["actions"] if one["id"] == id_)


def test_a_first_note_begins_the_list_behind_what_is_declared_before_it() -> None:
    after = said("HSG-A1", "note", "Forum met.", "percent", "75", "by", "HEAD")
    added = "    progress:\n      - on: 2026-11-21\n        note: Forum met.\n        percent: 75\n        by: HEAD\n"
    theme = "    theme: Faster offers\n"
    assert after == PLAN.replace("percent: 60", "percent: 75").replace(theme, theme + added)


def test_another_note_follows_the_others_in_the_manner_of_the_file() -> None:
    long = "Nineteen leases are signed now, and four more wait for a fire certificate that is promised for December."
    after = said("HSG-A2", "note", long, "on", "2026-11-20")
    assert changes(after)[0] == []
    added = "        percent: 20\n      - on: 2026-11-20\n        note: >-\n          Nineteen leases"
    assert added in after
    assert action_of(after, "HSG-A2")["progress"][1] == {"on": "2026-11-20", "note": long}
    several = said("HSG-A2", "note", "One.\r\nTwo.")
    assert "        note: |-\n          One.\n          Two.\n" in several


def test_a_new_date_goes_below_the_first_one_which_stays() -> None:
    after = said("HSG-A1", "revised", "2027-02", "reason", "Two landlords: more time", "implications", "Later homes")
    assert changes(after) == (
        [],
        [
            "    revised:",
            "      - to: 2027-02",
            "        on: 2026-11-21",
            '        reason: "Two landlords: more time"',
            "        implications: Later homes",
        ],
    )
    assert "    due: 2026-12-31\n    revised:\n      - to: 2027-02\n" in after
    again = said("HSG-A1/2", "revised", "2027-01-29", "reason", "Snow", "decision", "CAB/1", "on", "2026-11-01")
    assert (
        '            reason: "The forum met late"\n          - to: 2027-01-29\n            on: 2026-11-01\n'
        "            reason: Snow\n            decision: CAB/1\n"
    ) in again


def test_what_is_done_is_complete_and_all_of_it() -> None:
    after = said("HSG-A1", "done", "2026-11-20", "evidence", "Minutes of the forum")
    assert changes(after) == (
        ["    percent: 60"],
        ["    done: 2026-11-20", "    percent: 100", "    evidence: Minutes of the forum"],
    )
    assert "due: 2026-12-31\n    done: 2026-11-20\n    percent: 100\n    evidence" in after
    assert "due: 2026-10-31, done: 2026-11-20, status: complete}" in said("HSG-A3", "done", "2026-11-20")
    assert "        done: 2026-11-20\n        revised" not in (step := said("HSG-A1/2", "done", "2026-11-20"))
    assert '"The forum met late"\n        done: 2026-11-20\n' in step


def test_work_is_given_up_with_a_reason_and_taken_up_again() -> None:
    given_up = said("HSG-A2", "status", "cancelled", "reason", "The grant ended", "decision", "CAB/1")
    assert "due: 2027-03-31\n    status: cancelled\n    reason: The grant ended\n    decision: CAB/1\n" in given_up
    resumed = said("HSG-A5", "status", "on track")
    assert resumed.endswith("    due: 2027-01-31\n    status: on track\n")
    live = PLAN.replace("    theme: More homes\n", "    reason: We wait\n")
    assert "    status: behind\n    reason: We wait\n" in said("HSG-A2", "status", "behind", text=live)
    assert "reason: Still none\n    decision: CAB/1\n" in said("HSG-A5", "status", "deferred", "reason", "Still none")


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        (("done", "2026-11-22"), "HSG-A1: 22 November 2026 has not come yet. Nothing was written."),
        (("note", "x", "on", "2026-12-01"), "1 December 2026 has not come yet"),
        (("revised", "2027-01-31", "reason", "x", "on", "2026-12-01"), "1 December 2026 has not come yet"),
        (("done", "yesterday"), "yesterday is not a date planwright can read"),
        (("done", "20/11/2026"), "write 2026-11-20"),
        (("percent", "101"), "it cannot be 101 per cent done; give --percent from 0 to 100"),
        (("percent", "-1", "note", "x"), "it cannot be -1 per cent done"),
        (("percent", "50%"), "write 50, without signs"),
        (("percent", "40"), "it was 60 per cent done; say why it is less now (--note)"),
        (("status", "on trak"), "did you mean on track? Nothing was written."),
        (("status", "finished"), "the dates decide. Nothing was written."),
        (("status", "deferred"), "say why it is deferred (--reason)"),
        (("revised", "2027-01-31"), "say why its date moves to 2027-01-31 (--reason)"),
        (("revised", "2026-12-31", "reason", "x"), "it is due 2026-12-31 already"),
        (("revised", "2026-12", "reason", "x"), "it is due 2026-12-31 already"),
        (("revised", "2026-11-01", "reason", "x"), "2026-11-01 was past on 21 November 2026"),
        (("revised", "soon", "reason", "x"), "soon is not a date planwright can read"),
        (("revised", "2027-01-31", "reason", "x", "done", "2026-11-20"), "its date cannot move once it is done"),
        (("revised", "2027-01-31", "reason", "x", "status", "cancelled"), "its date cannot move once it is done"),
        (("revised", "2027-01-31", "reason", "x" * 501), "the text is too long"),
        (("note", "x\x07"), "was left as it is"),
    ],
)
def test_what_cannot_be_so_is_refused(fields: tuple[str, ...], says: str) -> None:
    with pytest.raises(EditRefusedError) as refused:
        said("HSG-A1", *fields)
    assert says in str(refused.value)


def test_the_date_of_what_is_over_does_not_move() -> None:
    for id_ in ("HSG-A4", "HSG-A5", "HSG-A1/1"):
        with pytest.raises(EditRefusedError, match="its date cannot move"):
            said(id_, "revised", "2027-02-28", "reason", "x")


def test_less_than_before_needs_a_note_and_a_date_agreed_earlier_its_day() -> None:
    assert "percent: 40" in said("HSG-A1", "percent", "40", "note", "Two landlords left")
    assert said("HSG-A1", "percent", "60") == PLAN
    assert "to: 2026-11-21\n" in said("HSG-A1", "revised", "2026-11-21", "reason", "Today")
    assert "to: 2026-11-01\n" in said("HSG-A1", "revised", "2026-11-01", "reason", "Sooner", "on", "2026-10-01")


def test_a_plan_with_errors_is_left_alone() -> None:
    with pytest.raises(EditRefusedError, match=r"plan\.yaml:16: .*Mend that first"):
        said("HSG-A1", "note", "x", text=PLAN.replace("due: 2026-12-31", "due: 31/12/2026"))


def test_an_empty_field_is_filled() -> None:
    text = PLAN.replace("percent: 60", "percent:   # soon").replace("    theme: More homes\n", "    revised:\n")
    assert "percent: 70   # soon\n" in said("HSG-A1", "percent", "70", text=text)
    assert "    revised:\n      - to: 2027-04-30\n" in said("HSG-A2", "revised", "2027-04-30", "reason", "x", text=text)


NOTES = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" \n"), min_size=1, max_size=200)


@given(
    note=NOTES.map(str.strip).filter(bool),
    percent=st.integers(60, 100),
    days=st.integers(200, 600),
    crlf=st.booleans(),
    id_=st.sampled_from(["HSG-A1", "HSG-A2", "HSG-A3"]),
)
@settings(max_examples=25, deadline=None)
def test_an_update_changes_only_its_own_lines(note: str, percent: int, days: int, crlf: bool, id_: str) -> None:
    text = PLAN.replace("\n", "\r\n") if crlf else PLAN
    to = (TODAY + timedelta(days=days)).isoformat()
    assessment = assess(workspace_of({**FILES, "plan.yaml": text}), TODAY)
    fields = {"note": note, "percent": str(percent), "revised": to, "reason": "More time"}
    after = _updated(assessment, id_, fields)
    assert ("\r\n" in after) == crlf
    assert after.count("\n") == after.count("\r\n") or not crlf
    new = after.splitlines()
    kept = [line for line in text.splitlines() if f"id: {id_}," not in line and line != "    percent: 60"]
    left = iter(new)
    assert all(line in left for line in kept)
    action = action_of(after, id_)
    assert action["progress"][-1] == {"on": TODAY.isoformat(), "note": note, "percent": str(percent)}
    assert action["revised"][-1] == {"to": to, "on": TODAY.isoformat(), "reason": "More time"}


def test_update_writes_and_prints_what_follows(council: Path, capsys: Capture) -> None:
    printed = run(council, capsys, "update", "HSG-A1/2", "--done", "2026-11-20", "--evidence", "Register", "--dry-run")
    assert "+        done: 2026-11-20\n+        evidence: Register\n" in printed
    assert "HSG-A1/2: Complete. Done 2026-11-20, due 2026-11-30.\n" in printed
    assert (council / "plan.yaml").read_text(encoding="utf-8") == PLAN
    run(council, capsys, "update", "HSG-A1/2", "--done", "2026-11-20", "--evidence", "Register")
    assert "done: 2026-11-20" in (council / "plan.yaml").read_text(encoding="utf-8")
    again = run(council, capsys, "update", "HSG-A1/2", "--done", "2026-11-20")
    assert again.startswith("HSG-A1/2 stands so already; nothing was changed.\nHSG-A1/2: Complete")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("HSG-A1", "--done", "2026-11-20"), "HSG-A1 is done but its milestone HSG-A1/2 is not (PW411)"),
        (("HSG-A1", "--status", "complete"), "claims to be complete but gives no date on which it was done (PW404)"),
        (("HSG-A3", "--status", "on track"), "claims to be on track but is overdue (PW404)"),
        (("HSG-A1", "--percent", "100"), "is 100 per cent done but gives no day (PW416)"),
        (("HSG-A1", "--done", "2026-03-01"), "was done on 2026-03-01 but begins on 2026-04-01 (PW407)"),
        (
            ("HSG-A1/2", "--revised", "2026-12-18", "--reason", "x", "--on", "2026-09-01"),
            "the new dates of HSG-A1/2 are out of order: 2026-12-18 stands after 2026-12-11 (PW414)",
        ),
    ],
)
def test_what_the_check_would_object_to_is_written_only_when_confirmed(
    council: Path, capsys: Capture, arguments: tuple[str, ...], says: str
) -> None:
    told = run(council, capsys, "update", *arguments, code=1)
    assert says in told
    assert "Nothing was written. Say that too, or repeat it with --confirm." in told
    assert (council / "plan.yaml").read_text(encoding="utf-8") == PLAN
    assert "+" in run(council, capsys, "update", *arguments, "--confirm")
    assert (council / "plan.yaml").read_text(encoding="utf-8") != PLAN


def test_that_others_have_no_news_is_not_told_of_the_first_that_has(council: Path, capsys: Capture) -> None:
    gym = ", {id: LEI-A2, title: Open a gym, objective: CORP-1, lead: CHIEF, start: 2026-04-01, due: 2027-03-31}]"
    (council / "leisure.yaml").write_text(FILES["leisure.yaml"].replace("]", gym), encoding="utf-8")
    printed = run(council, capsys, "update", "LEI-A1", "--note", "Ground broken")
    assert printed.endswith("LEI-A1: Not due. Due 2027-03-31.\n")


def test_what_else_the_check_would_say_is_told(council: Path, capsys: Capture) -> None:
    printed = run(council, capsys, "update", "HSG-A2", "--status", "cancelled", "--reason", "The grant ended")
    assert "HSG-A2: Cancelled. The grant ended.\nPW410: HSG-A2 is cancelled without a decision; add" in printed
    (council / "planwright.yaml").write_text(
        FILES["planwright.yaml"] + "severities: {ended-without-decision: warning}\n", encoding="utf-8"
    )
    refused = run(council, capsys, "update", "HSG-A1", "--status", "cancelled", "--reason", "x", code=1)
    assert "HSG-A1 is cancelled without a decision (PW410)" in refused


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("HSG-A1",), "say what to update of HSG-A1: --note"),
        (("HSG-A1", "--by", "HEAD"), "--by says who wrote a note"),
        (("HSG-A1", "--on", "2026-11-01", "--percent", "70"), "--on is the day of a note"),
        (("HSG-A1", "--due", "2027-03-31"), "stays as it is: give a new one as --revised DATE --reason TEXT"),
        (("HSG-A1", "--reason", "x"), "--reason and --decision go with a new date"),
        (("HSG-A1", "--implications", "x", "--note", "y"), "--implications says what a later date means"),
        (("HSG-A1/2", "--note", "x"), "HSG-A1/2 is a milestone, which keeps neither notes nor a percentage"),
        (("HSG-A1/2", "--percent", "5"), "give them to HSG-A1"),
        (("HSG-A11", "--note", "x"), "there is no action or milestone HSG-A11; did you mean HSG-A1"),
        (("QQ", "--note", "x"), "`planwright action list` names them all"),
        (("HSG", "--note", "x"), "HSG is a service plan, not an action or milestone"),
        (("HSG-A1", "--note", "x", "--by", "HAED"), "there is no post HAED; did you mean HEAD?"),
        (
            ("HSG-A1", "--revised", "2027-01-31", "--reason", "x", "--decision", "CAB"),
            "CAB is a meeting, not a decision",
        ),
    ],
)
def test_wrong_use_is_told(council: Path, capsys: Capture, arguments: tuple[str, ...], says: str) -> None:
    assert says in run(council, capsys, "update", *arguments, code=2)


def ids(printed: str) -> list[str]:
    return [line.split()[0] for line in printed.splitlines()[1:]]


def test_the_action_plan_is_listed(council: Path, capsys: Capture) -> None:
    every = ["HSG-A1", "HSG-A1/1", "HSG-A1/2", "HSG-A2", "HSG-A3", "HSG-A4", "HSG-A5"]
    assert ids(run(council, capsys, "list")) == ["LEI-A1", *every]
    for named in ("HOUSING", "HSG"):
        assert ids(run(council, capsys, "list", named)) == every
    assert ids(run(council, capsys, "list", "CHIEF")) == ["LEI-A1", "HSG-A2"]
    assert ids(run(council, capsys, "list", "HSG-A1")) == every[:3]
    assert ids(run(council, capsys, "list", "CORP-1", "--only", "overdue")) == ["HSG-A3"]
    assert ids(run(council, capsys, "list", "--theme", "more HOMES")) == ["HSG-A2"]
    assert run(council, capsys, "list", "LEI", "--only", "red") == "None.\n"
    line = run(council, capsys, "list", "HSG-A1", "--only", "not-due").splitlines()[1]
    assert line.split("  ")[0] == "HSG-A1"
    assert "2026-12-31  HEAD  60" in line


def test_the_actions_of_a_team_are_those_of_its_posts(council: Path, capsys: Capture) -> None:
    teams = (
        "teams: [{id: TEAM, title: Pools, service: LEISURE, leader: CHIEF},\n"
        "  {id: IDLE, title: Idle, service: LEISURE}]\n"
    )
    (council / "organisation.yaml").write_text(FILES["organisation.yaml"] + teams, encoding="utf-8")
    assert ids(run(council, capsys, "list", "TEAM")) == ["LEI-A1", "HSG-A2"]
    assert run(council, capsys, "list", "IDLE") == "None.\n"


def test_an_action_that_cannot_be_read_is_said_to_be_there(council: Path, capsys: Capture) -> None:
    (council / "leisure.yaml").write_text(FILES["leisure.yaml"].replace("title: Open a pool, ", ""), encoding="utf-8")
    for arguments in (("list", "LEI-A1"), ("update", "LEI-A1", "--note", "x")):
        assert "LEI-A1 stands in the plans but could not be read" in run(council, capsys, *arguments, code=2)


def test_the_list_as_data(council: Path, capsys: Capture) -> None:
    told = json.loads(run(council, capsys, "list", "HSG-A1", "--format", "json"))
    assert (told["version"], told["as_at"]) == (1, "2026-11-21")
    action, _, step = told["items"]
    assert action["id"] == "HSG-A1"
    assert (action["percent"], action["theme"], action["plan"], action["service"]) == (
        "60",
        "Faster offers",
        "HSG",
        "HOUSING",
    )
    assert (step["type"], step["action"], step["percent"]) == ("milestone", "HSG-A1", None)
    assert (step["promised"], step["due"]) == ("2026-11-30", "2026-12-11")
    assert step["slips"] == [{"to": "2026-12-11", "on": "2026-10-01", "reason": "The forum met late"}]
    rows = list(csv.reader(run(council, capsys, "list", "LEI", "--format", "csv").splitlines()))
    assert rows[1][:5] == ["LEI-A1", "Not due", "2027-03-31", "CHIEF", ""]
    assert "| LEI-A1 | Not due |" in run(council, capsys, "list", "LEI", "--format", "md").replace("\\-", "-")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("HOSING",), "there is no item HOSING; did you mean HOUSING?"),
        (("CAB/1",), "CAB/1 is a decision; name a service, plan, objective, action, post or team"),
        (("--only", "overdu"), "did you mean overdue?"),
        (("--theme", "More hoems"), "there is no theme 'More hoems' here; did you mean More homes?"),
        (("--theme", "x"), "there are Faster offers, More homes"),
        (("LEI", "--theme", "x"), "no action here has one"),
        (("--format", "xml"), "there is no format 'xml'"),
    ],
)
def test_what_cannot_be_listed_is_told_with_the_nearest(
    council: Path, capsys: Capture, arguments: tuple[str, ...], says: str
) -> None:
    assert says in run(council, capsys, "list", *arguments, code=2)


def test_a_note_from_before_the_last_one_does_not_say_how_much_is_done_today() -> None:
    _, came = changes(said("HSG-A2", "note", "Began.", "percent", "10", "on", "2026-08-01"))
    assert "        percent: 10" in came  # of the note
    assert "    percent: 10" not in came  # of the action
    _, came = changes(said("HSG-A2", "note", "Half.", "percent", "50", "on", "2026-09-01"))
    assert "    percent: 50" in came
    with pytest.raises(EditRefusedError, match="cannot be 120 per cent done"):
        said("HSG-A2", "note", "Began.", "percent", "120", "on", "2026-08-01")
