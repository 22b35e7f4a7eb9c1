"""Findings weighed, selected and suppressed: by the settings, the command line, and comments with a reason."""

from collections.abc import Mapping
from datetime import date

import pytest
from conftest import SETTINGS, workspace_of
from hypothesis import given, settings
from hypothesis import strategies as st
from small_council import FILES

from planwright.assessment import assess
from planwright.checking import check
from planwright.diagnostic import Diagnostic, PlanwrightError, Severity

AS_AT = date(2026, 11, 21)
PLAN = "plan.yaml"
OBJECTIVE = """\
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home
"""
ORGANISATION = "kind: organisation\nservices:\n  - id: HOUSING\n    title: Housing\n"


def checked(plan: str = OBJECTIVE, settings_: str = "", **given: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Return the findings on one plan, with more lines of settings."""
    files = {"planwright.yaml": SETTINGS + settings_, "organisation.yaml": ORGANISATION, PLAN: plan}
    return check(assess(workspace_of(files), AS_AT), **given)


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    return [one.code for one in found]


def test_findings_have_place_weight_and_subject() -> None:
    (found,) = checked()
    assert (found.code, found.severity, found.subject) == ("PW201", Severity.WARNING, "HSG-O1")
    assert (found.place.file, found.place.line, found.place.column) == (PLAN, 6, 9)


def test_findings_of_reading_are_among_them_and_all_are_sorted() -> None:
    found = checked(OBJECTIVE + "    lead: NOBODY\ntitel: Housing\n")
    assert codes(found) == ["PW201", "PW101", "PW031"]
    assert list(found) == sorted(found, key=lambda one: one.order)


@pytest.mark.parametrize("name", ["PW201", "pw201", "objective-without-measure", "Objective-Without-Measure"])
def test_settings_weigh_a_rule_by_code_or_name(name: str) -> None:
    (found,) = checked(settings_=f"severities:\n  {name}: error\n")
    assert found.severity is Severity.ERROR


def test_settings_turn_a_rule_off() -> None:
    assert checked(settings_="severities:\n  objective-without-measure: off\n") == ()


def test_settings_weigh_findings_of_reading_too() -> None:
    plan = OBJECTIVE + "    measured_by: []\n    note: ours\n"
    assert "PW031" in codes(checked(plan))
    assert "PW031" not in codes(checked(plan, "severities:\n  unknown-field: off\n"))


def test_settings_that_name_no_rule_are_told_so_with_the_nearest() -> None:
    found = checked(settings_="severities:\n  objective-without-mesure: error\n  zzz: off\n")
    assert codes(found) == ["PW201", "PW047", "PW047"]
    assert (found[1].place.file, found[1].place.line, found[1].place.column) == ("planwright.yaml", 4, 3)
    assert "did you mean objective-without-measure?" in found[1].message
    assert "did you mean" not in found[2].message
    assert codes(checked(settings_="severities:\n  zzz: off\n  unknown-rule: off\n")) == ["PW201"]


def test_select_and_ignore_take_codes_beginnings_and_names() -> None:
    plan = OBJECTIVE + "    lead: NOBODY\n"
    assert codes(checked(plan)) == ["PW201", "PW101"]
    assert codes(checked(plan, select=("PW1",))) == ["PW101"]
    assert codes(checked(plan, select=("pw101", "objective-without-measure"))) == ["PW201", "PW101"]
    assert codes(checked(plan, ignore=("dangling-link",))) == ["PW201"]
    assert codes(checked(plan, select=("PW1",), ignore=("PW101",))) == []


@pytest.mark.parametrize(("word", "hint"), [("danglin-link", "did you mean dangling-link?"), ("PW77", ""), ("x", "")])
def test_a_word_that_means_no_rule_is_refused(word: str, hint: str) -> None:
    with pytest.raises(PlanwrightError, match="there is no rule") as refused:
        checked(select=(word,))
    assert hint in str(refused.value)


def suppressed(comment: str) -> str:
    return OBJECTIVE.replace("  - id: HSG-O1", f"  # {comment}\n  - id: HSG-O1")


@pytest.mark.parametrize("rule", ["PW201", "pw201", "objective-without-measure", "PW101, PW201", "PW105,PW201"])
def test_a_comment_with_a_reason_suppresses_what_stands_on_its_item(rule: str) -> None:
    found = checked(suppressed(f"planwright: ignore[{rule}] the measure is agreed in January"))
    assert "PW201" not in codes(found)


def test_a_comment_at_the_end_of_the_line_does_too() -> None:
    plan = OBJECTIVE.replace("- id: HSG-O1", "- id: HSG-O1 # planwright: ignore[PW201] agreed in January")
    assert checked(plan) == ()


def test_a_comment_on_the_first_line_covers_the_whole_file() -> None:
    assert checked("# planwright: ignore[PW201] a draft\n" + OBJECTIVE) == ()


def test_a_comment_alone_in_a_file_covers_that_it_is_empty() -> None:
    assert codes(checked("# a note\n")) == ["PW003"]
    assert checked("# planwright: ignore[PW003] filled in when the new service starts\n") == ()


def test_a_comment_covers_its_own_item_only() -> None:
    plan = suppressed("planwright: ignore[PW201] agreed in January") + "  - id: HSG-O2\n    title: Empty homes\n"
    (found,) = checked(plan)
    assert (found.code, found.subject) == ("PW201", "HSG-O2")


def test_a_comment_covers_findings_of_reading_on_its_lines() -> None:
    plan = OBJECTIVE + "    measured_by: [HSG-PI-9]\n    ours: 1  # planwright: ignore[PW031] our old reference\n"
    assert codes(checked(plan)) == ["PW101"]
    assert codes(checked(plan + "theirs: 2\n")) == ["PW101", "PW031"]


def test_a_comment_without_a_reason_suppresses_nothing_and_is_told_so() -> None:
    found = checked(suppressed("planwright: ignore[PW201]"))
    assert codes(found) == ["PW045", "PW201"]
    assert (found[0].severity, found[0].place.line) == (Severity.ERROR, 6)


def test_a_comment_that_suppresses_nothing_is_told_so() -> None:
    found = checked(suppressed("planwright: ignore[PW201, PW402] agreed in January"))
    assert codes(found) == ["PW046"]
    assert found[0].message.startswith("PW402 (overdue-action) finds nothing here")


def test_a_comment_naming_no_rule_is_told_so() -> None:
    assert codes(checked(suppressed("planwright: ignore all of it"))) == ["PW047", "PW201"]
    found = checked(suppressed("planwright: ignore[objective-without-mesure] agreed"))
    assert codes(found) == ["PW047", "PW201"]
    assert "did you mean objective-without-measure?" in found[0].message


def test_need_is_judged_by_all_rules_whatever_is_selected() -> None:
    plan = suppressed("planwright: ignore[PW201] agreed in January")
    assert checked(plan, select=("PW046",)) == ()
    assert checked(plan, ignore=("PW201",)) == ()


@pytest.mark.parametrize("name", ["PW201", "objective-without-measure"])
def test_a_comment_on_a_rule_that_is_off_may_stay(name: str) -> None:
    plan = suppressed("planwright: ignore[PW201, PW402] agreed in January")
    (found,) = checked(plan, f"severities:\n  {name}: off\n")
    assert (found.code, found.message[:5]) == ("PW046", "PW402")


@pytest.mark.parametrize(("code", "more"), [("PW201", ""), ("PW031", ", ours: 1")])
def test_thousands_of_comments_each_cover_their_own_item(code: str, more: str) -> None:
    lines = (f"  # planwright: ignore[{code}] agreed\n  - {{id: O{one}, title: T{more}}}\n" for one in range(3000))
    found = checked(OBJECTIVE + "".join(lines))
    assert code not in codes(found)[1 if code == "PW201" else 0 :]


@pytest.mark.parametrize("top", ["CORP-1", "HSG-O1"])
def test_thousands_of_linked_objectives_are_followed_to_the_end(top: str) -> None:
    lines = (f"  - {{id: O{one}, title: T, links: [{f'O{one - 1}' if one else top}]}}\n" for one in range(3000))
    corporate = "kind: corporate-plan\nid: CORP\ntitle: P\nperiod: 2026-27\nobjectives: [{id: CORP-1, title: C}]\n"
    files = {"organisation.yaml": ORGANISATION, "corporate.yaml": corporate, PLAN: OBJECTIVE + "".join(lines)}
    lost = [one for one in check(assess(workspace_of(files), AS_AT)) if one.code == "PW106"]
    assert len(lost) == (0 if top == "CORP-1" else 3000)
    assert all("its links end at HSG-O1" in one.message for one in lost)


def test_comments_in_a_file_that_cannot_be_read_are_not_judged() -> None:
    found = checked(suppressed("planwright: ignore[PW201] agreed in January") + 'title: "Housing\n')
    assert "PW046" not in codes(found)
    assert found


WORK_PLAN = """\
kind: work-plan
id: WP
post: HEAD
period: 2026-27
objectives:
  - id: WP-O1
    title: Learn to write plans
    links: [NOWHERE]
actions:
  - id: WP-A1
    title: Attend the secret course
    due: 2026-05-01
"""


def test_how_a_person_is_doing_is_never_a_finding() -> None:
    found = check(assess(workspace_of({**FILES, "private/plan.yaml": WORK_PLAN}), AS_AT))
    private = [one for one in found if one.place.file == "private/plan.yaml"]
    assert codes(tuple(private)) == ["PW225", "PW101"]
    assert not any("secret" in one.message + one.help for one in found)


def test_private_files_may_be_missing() -> None:
    assert not [one for one in check(assess(workspace_of(FILES), AS_AT)) if one.severity is Severity.ERROR]


@given(st.permutations(sorted(FILES)))
@settings(max_examples=10, deadline=None)
def test_the_order_of_files_changes_nothing(order: list[str]) -> None:
    broken = FILES | {PLAN: suppressed("planwright: ignore[PW201] agreed") + "    links: [HSG-O9]\ntitel: x\n"}
    expected = check(assess(workspace_of(broken), AS_AT))
    assert check(assess(workspace_of({name: broken[name] for name in [*order, PLAN]}), AS_AT)) == expected


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_plan_with_lines_missing_or_swapped_is_checked_like_any_other(data: st.DataObject) -> None:
    files: Mapping[str, str] = FILES
    name = data.draw(st.sampled_from(sorted(files)))
    lines = files[name].splitlines(keepends=True)
    gone = data.draw(st.sets(st.integers(0, len(lines) - 1), min_size=1, max_size=4))
    first, second = data.draw(st.tuples(st.integers(0, len(lines) - 1), st.integers(0, len(lines) - 1)))
    lines[first], lines[second] = lines[second], lines[first]
    mutated = {**files, name: "".join(line for index, line in enumerate(lines) if index not in gone)}
    for found in check(assess(workspace_of(mutated), AS_AT)):
        lines_there = mutated[found.place.file].count("\n") + 1
        assert 1 <= found.place.line <= lines_there
        assert found.message


def test_an_item_asks_for_things_until_the_day_it_is_retired() -> None:
    retired = "{reason: Replaced, on: 2027-01-01}"
    text = f"kind: indicators\nindicators: [{{id: PI, title: t, polarity: none, retired: {retired}}}]\n"
    owners = [
        [found.code for found in check(assess(workspace_of({"i.yaml": text}), day)) if found.code == "PW207"]
        for day in (date(2026, 12, 31), date(2027, 1, 1))
    ]
    assert owners == [["PW207"], []]


def test_without_readable_settings_only_reading_and_links_are_checked() -> None:
    broken = {
        **FILES,
        "planwright.yaml": "kind: settings\nname: W\nrating: [\n",
        "zz.yaml": "kind: team-plan\nid: T\nteam: X\nperiod: 2026-27\n",
    }
    found = {one.code for one in check(assess(workspace_of(broken), AS_AT))}
    assert "PW101" in found
    assert {code for code in found if code >= "PW200"} == set()
