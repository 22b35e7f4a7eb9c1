"""Where rules reckon with what nobody means: names of nothing, the longest spans, the first and the last days."""

from datetime import date

import pytest
from council_of_rules import action, codes, findings, measure, pip, risk


@pytest.mark.parametrize("field", [".", ". .", "..target", "target."])
def test_a_change_of_something_without_a_name_is_no_trouble(field: str) -> None:
    found = codes(measure(f'polarity: higher\nchanges: [{{field: "{field}", reason: x}}]\n'))
    assert ("PW801" in found) is ("target" in field)


FAR = """\
rating: {grace_days: 3660}
dates: {grace_days: 3660, due_soon_days: 3660}
risks: {bands: [{name: any, from: 0, colour: red, review_days: 3660}]}
pips: {on_target_periods: 100, trigger: {when: [below target], periods: 100}}
"""


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2026, 11, 21), date(2200, 12, 31)])
@pytest.mark.parametrize(("early", "late"), [("1900-01-01", "2200-12-31"), ("2200-12-31", "2200-12-31")])
def test_the_longest_spans_on_the_first_and_last_days_are_no_trouble(day: date, early: str, late: str) -> None:
    years = "targets_by_year: [{year: 1900-01, target: X}, {year: 2199-00, target: X}]\n"
    years += f"milestones: [{{title: X, due: {late}}}]\n"
    targets = "polarity: higher\nlag_days: 3660\ngrace_days: 3660\ntargets: {1900-01: 5, 2199-00: 5}\n"
    files = {
        **risk(f"reviewed: {early}\nreview_by: {late}\nactions: [{{title: X, due: {early}}}]\n", "", FAR),
        **action(f"start: {early}\ndue: {late}\npercent: 5\n{years}"),
        **measure(targets + "frequency: monthly\nsince: 1900-01\n", "2199-04: 5\n", "2199-00"),
        **pip(f"progress: [{{on: {early}, comment: X, completion: yes}}]\n"),
    }
    found = findings({name: text.encode() for name, text in files.items()}, day)
    assert all(one.message for one in found)


def test_an_overdue_milestone_is_found_at_the_date_that_counts() -> None:
    moved = "due: 2027-03-31\nmilestones:\n  - title: Agreed\n    due: 2026-06-30\n"
    moved_files = action(moved + "    revised: [{to: 2026-08-31, reason: X}, {to: 2026-09-30, reason: X}]\n")

    def line(files: dict[str, str]) -> str:
        found = findings({name: text.encode() for name, text in files.items()})
        (overdue,) = (one for one in found if one.code == "PW401")
        return files[overdue.place.file].splitlines()[overdue.place.line - 1][overdue.place.column - 1 :]

    assert line(action(moved)).startswith("2026-06-30")
    assert line(moved_files).startswith("2026-09-30")
