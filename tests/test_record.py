"""`planwright record`: a result reaches the file it belongs in, checked, and nothing else there changes."""

import errno
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import workspace_of
from hypothesis import given, settings
from hypothesis import strategies as st

from planwright.assessment import Assessment, assess
from planwright.assessment.plausibility import Evidence, doubt
from planwright.cli import main
from planwright.document import parse
from planwright.document.reading import Value
from planwright.edits.recording import Entry, Outcome, Recording, record, texts
from planwright.period import parse_period

Capture = pytest.CaptureFixture[str]
TODAY = date(2026, 11, 21)
ORGANISATION = """\
kind: organisation
services: [{id: HOUSING, title: Housing, head: HEAD}, {id: LEISURE, title: Leisure}]
posts: [{id: HEAD, title: Head of Housing, service: HOUSING}]
"""
INDICATORS = """\
kind: indicators
service: HOUSING
indicators:
  - {id: H-1, title: Offered a home, polarity: higher, unit: "%", maximum: 100, owner: HEAD, targets: {2026-27: 95}}
  - {id: H-2, title: Days to re-let, polarity: lower, unit: days, owner: HEAD}
  - {id: H-3, title: Homes, polarity: higher, frequency: monthly, aggregation: sum, targets: {2026-27: 5040}}
  - {id: H-4, title: Satisfaction, polarity: higher, frequency: annual, unit: "%"}
  - {id: H-5, title: Scheme agreed, polarity: higher, unit: yes/no}
  - {id: H-6, title: Old, polarity: higher, retired: {reason: The scheme closed, on: 2026-06-30}}
  - {id: H-12, title: Residents, polarity: higher, frequency: two-yearly, since: 2024-25}
  - id: H-7
    title: Repairs in time
    polarity: higher
    unit: "%"
    breakdown: {by: area, groups: [North, South]}
    pauses:
      - {state: suspended, since: 2026-27-Q3, until: 2026-27-Q3, reason: New system}
      - {state: baseline year, since: 2025-26, until: 2025-26, reason: First year}
  - {id: H-8, title: Pupils, polarity: higher, frequency: academic-year}
  - {id: H-13, title: Fly-tips in a year, polarity: lower, unit: fly-tips, aggregation: rolling, window_months: 12}
  - {id: H-9, title: Ready for the duty, polarity: higher, rating: {basis: manual}}
  - {id: L-1, title: Visits, service: LEISURE, polarity: higher}
"""
RESULTS = """\
# Figures by the 20th, please.
kind: results
period: 2026-27

results:
  # Housing
  H-1:
    Q1: 92     # counted twice
    Q2: {value: 90.9, numerator: 50, denominator: 55, provisional: yes, as_at: 2026-09-30}

  H-2:
    Q1:
      value: 35.10   # days
      comment: >-
        Better by
        a day.
    Q2: {missing: not collected, reason: New system}
  H-5:
    Q1: no
  H-7:
    Q1: {value: 80, groups: {North: 75, South: 85}}

# The end
"""
LEISURE = "kind: results\nperiod: 2026-27\nresults:\n  L-1: {Q1: 4200}\n"
FILES = {
    "organisation.yaml": ORGANISATION,
    "indicators.yaml": INDICATORS,
    "results/housing.yaml": RESULTS,
    "results/leisure.yaml": LEISURE,
}


def assessment_of(files: Mapping[str, str] = FILES, as_at: date = TODAY) -> Assessment:
    return assess(workspace_of(files), as_at)


def entry(id_: str, period: str, **fields: Value) -> Entry:
    return Entry(id_, parse_period(period), fields)


def recorded(
    *entries: Entry, files: Mapping[str, str] = FILES, confirm: bool = False, reason: str = ""
) -> tuple[Recording, dict[str, str]]:
    """Record entries and return what became of them, with the new text of every file that changed."""
    assessment = assessment_of(files)
    recording = record(assessment, entries, confirm=confirm, reason=reason)
    changed = texts(assessment.workspace, recording)
    return recording, {name: after.decode() for name, (_, after) in changed.items()}


def why(*entries: Entry, files: Mapping[str, str] = FILES, confirm: bool = False, reason: str = "") -> str:
    """Return why the last of some entries is refused; it must be, and the last one must change nothing."""
    recording, _ = recorded(*entries, files=files, confirm=confirm, reason=reason)
    assert recording.outcomes[-1].verdict == "refused"
    if len(entries) == 1:
        assert not recording.edits
        assert not recording.new_files
    return recording.outcomes[-1].why


# What is written where.


@pytest.mark.parametrize(
    ("one", "old", "new"),
    [
        (entry("H-1", "2026-27-Q3", value="91"), "as_at: 2026-09-30}\n", "as_at: 2026-09-30}\n    Q3: 91\n"),
        (
            entry("H-1", "2026-27-Q1", comment="Late: two"),
            "    Q1: 92     # counted twice\n",
            '    Q1:     # counted twice\n      value: 92\n      comment: "Late: two"\n',
        ),
        (entry("H-1", "2026-27-Q2", provisional="no"), ", provisional: yes", ""),
        (entry("H-1", "2026-27-Q2", value="90.91"), "value: 90.9,", "value: 90.91,"),
        (
            entry("H-1", "2026-27-Q2", numerator="51"),
            "value: 90.9, numerator: 50",
            "value: 92.73, numerator: 51",
        ),
        (
            entry("H-1", "2026-27-Q2", forecast="94", forecast_by="HEAD"),
            "2026-09-30}",
            "2026-09-30, forecast: 94, forecast_by: HEAD}",
        ),
        (entry("H-2", "2026-27-Q1", action="More"), "        a day.\n", "        a day.\n      action: More\n"),
        (entry("H-2", "2026-27-Q2", value="33"), "{missing: not collected, reason: New system}", "{value: 33}"),
        (entry("H-2", "2026-27-Q2", reason="Still new"), "reason: New system}", "reason: Still new}"),
        (entry("H-5", "2026-27-Q2", value="yes"), "    Q1: no\n", "    Q1: no\n    Q2: yes\n"),
        (
            entry("H-7", "2026-27-Q2", value="81", groups={"North": "76", "South": {"value": "86", "comment": "Good"}}),
            "South: 85}}\n",
            """South: 85}}
    Q2:
      value: 81
      groups:
        North: 76
        South:
          value: 86
          comment: Good
""",
        ),
        (entry("H-7", "2025-26", value="79"), "", ""),
        (
            entry("H-3", "2026-10", value="420", provisional="yes"),
            "South: 85}}\n",
            "South: 85}}\n  H-3:\n    2026-10:\n      value: 420\n      provisional: yes\n",
        ),
        (entry("H-1", "2026-27", value="93"), "as_at: 2026-09-30}\n", "as_at: 2026-09-30}\n    year: 93\n"),
    ],
)  # fmt: skip
def test_only_the_lines_of_the_result_change(one: Entry, old: str, new: str) -> None:
    recording, changed = recorded(one)
    assert [outcome.verdict for outcome in recording.outcomes] == ["accepted"], recording.outcomes
    if old:
        assert changed == {"results/housing.yaml": RESULTS.replace(old, new)}
    again, nothing = recorded(one, files=FILES | changed)
    assert [outcome.verdict for outcome in again.outcomes] == ["unchanged"]
    assert not nothing


def test_a_final_figure_is_changed_only_with_a_reason_and_then_kept() -> None:
    one = entry("H-1", "2026-27-Q1", value="93")
    assert "92 is a final figure" in why(one)
    assert "needs a reason (--reason)" in why(one)
    recording, changed = recorded(one, reason="One household was counted twice")
    assert "92 is kept as the earlier figure" in recording.outcomes[0].why
    assert recording.outcomes[0].restated
    added = (
        "    Q1:     # counted twice\n      value: 93\n      restated:\n        - was: 92\n          on: 2026-11-21\n"
        "          reason: One household was counted twice\n"
    )
    assert changed["results/housing.yaml"] == RESULTS.replace("    Q1: 92     # counted twice\n", added)
    _, twice = recorded(entry("H-1", "2026-27-Q1", value="94"), files=FILES | changed, reason="And one missed")
    assert "          reason: One household was counted twice\n        - was: 93\n" in twice["results/housing.yaml"]


def test_what_was_counted_is_part_of_a_final_figure() -> None:
    final = {**FILES, "results/housing.yaml": RESULTS.replace("provisional: yes, ", "")}
    assert "90.9 is a final figure" in why(entry("H-1", "2026-27-Q2", numerator="100", denominator="110"), files=final)


def test_the_figure_of_a_group_is_kept_with_the_groups_name() -> None:
    one = entry("H-7", "2026-27-Q1", groups={"North": "74"})
    assert "North 75 is a final figure" in why(one)
    _, changed = recorded(one, reason="Late jobs")
    assert (
        '{North: 74, South: 85}, restated: [{was: 75, on: 2026-11-21, reason: "North: Late jobs"}]}'
        in changed["results/housing.yaml"]
    )


def test_a_figure_that_is_withdrawn_is_kept_too() -> None:
    one = entry("H-1", "2026-27-Q1", missing="withheld", reason="It was wrong")
    _, changed = recorded(one)
    value = parse("x", changed["results/housing.yaml"].encode()).value
    assert isinstance(value, dict)
    assert value["results"]["H-1"]["Q1"] == {  # type: ignore[index,call-overload]
        "missing": "withheld",
        "reason": "It was wrong",
        "restated": [{"was": "92", "on": "2026-11-21", "reason": "It was wrong"}],
    }


def test_a_provisional_figure_changes_freely_and_a_final_one_stays_final() -> None:
    recording, _ = recorded(entry("H-1", "2026-27-Q2", value="92.7", numerator="51", provisional="no"))
    assert recording.outcomes[0].why == "it goes into results/housing.yaml; it was 90.9"
    assert "cannot become provisional again" in why(entry("H-1", "2026-27-Q1", provisional="yes"))


def test_a_reason_that_cannot_be_kept_is_refused() -> None:
    assert "the reason cannot be kept" in why(entry("H-1", "2026-27-Q1", value="93"), reason="two\nlines")


@pytest.mark.parametrize(
    ("id_", "period", "file"),
    [
        ("H-4", "2026-27", "results/housing.yaml"),  # most of its service's results stand there
        ("L-1", "2026-27-Q2", "results/leisure.yaml"),
        ("H-8", "2026-27", "results/housing.yaml"),
        ("H-1", "2025-26-Q1", "results/2025-26.yaml"),
    ],
)
def test_a_result_goes_where_its_like_stand(id_: str, period: str, file: str) -> None:
    recording, changed = recorded(entry(id_, period, value="50"), confirm=True)
    assert recording.outcomes[0].verdict == "accepted"
    assert list(changed) == [file]


def test_the_only_file_of_a_year_takes_all_and_one_beside_the_indicators_is_next() -> None:
    one = entry("L-1", "2026-27-Q2", value="4300")
    assert list(recorded(one, files={**FILES, "results/leisure.yaml": "kind: indicators\n"})[1]) == [
        "results/housing.yaml"
    ]
    beside = {
        **FILES,
        "results/leisure.yaml": "kind: results\nperiod: 2026-27\n",
        "leisure.yaml": "kind: results\nperiod: 2026-27\n",
    }
    assert list(recorded(one, files=beside)[1]) == ["leisure.yaml"]
    elsewhere = {**beside, "leisure.yaml": "kind: indicators\n"}
    assert list(recorded(one, files=elsewhere)[1]) == ["results/2026-27.yaml"]


def test_results_stay_with_those_of_their_indicator() -> None:
    files = {
        **FILES,
        "results/a.yaml": "kind: results\nperiod: 2026-27\nresults:\n  L-1: {Q2: {value: 4300, provisional: yes}}\n",
        "results/leisure.yaml": LEISURE + "  H-4: {year: {value: 60, provisional: yes}}\n",
    }
    assert list(recorded(entry("H-4", "2026-27", value="61"), files=files)[1]) == ["results/leisure.yaml"]
    assert list(recorded(entry("L-1", "2026-27-Q2", value="4400"), files=files)[1]) == ["results/a.yaml"]
    assert list(recorded(entry("L-1", "2026-27-Q1", comment="Full"), files=files)[1]) == ["results/leisure.yaml"]


def test_a_new_file_holds_everything_that_belongs_in_it() -> None:
    entries = [entry("H-1", f"2025-26-Q{number}", value=f"9{number}") for number in (1, 2)]
    recording, changed = recorded(*entries, entry("H-2", "2025-26-Q1", value="36"))
    assert not recording.edits
    assert changed == {
        "results/2025-26.yaml": (
            "# yaml-language-server: $schema=../.planwright/schemas/results.schema.json\n"
            "kind: results\nperiod: 2025-26\n\nresults:\n  H-1:\n    Q1: 91\n    Q2: 92\n  H-2:\n    Q1: 36\n"
        )
    }
    taken = {**FILES, "results/2025-26.yaml": "kind: indicators\n"}
    assert "is something else" in why(entries[0], files=taken)


def test_entries_for_one_period_are_recorded_together_unless_they_differ() -> None:
    first = entry("H-1", "2026-27-Q3", value="91")
    recording, changed = recorded(first, entry("H-1", "2026-27-Q3", comment="Late"), first)
    assert [outcome.verdict for outcome in recording.outcomes] == ["accepted", "accepted", "unchanged"]
    assert "    Q3:\n      value: 91\n      comment: Late\n" in changed["results/housing.yaml"]
    assert "value: is given twice here, as 91 and 92" in why(first, entry("H-1", "2026-27-Q3", value="92"))


def test_windows_line_ends_and_wide_indents_are_kept() -> None:
    text = "\ufeffkind: results\r\nperiod: 2026-27\r\nresults:\r\n    L-1:\r\n        Q1: 4200  # all\r\n"
    _, changed = recorded(entry("L-1", "2026-27-Q1", comment="Full"), files={**FILES, "results/leisure.yaml": text})
    ending = "        Q1:  # all\r\n            value: 4200\r\n            comment: Full\r\n"
    assert changed["results/leisure.yaml"] == text.replace("        Q1: 4200  # all\r\n", ending)


def test_what_is_counted_in_a_rolling_window_needs_no_denominator() -> None:
    recording, _ = recorded(entry("H-13", "2026-27-Q2", numerator="23"))
    assert [one.verdict for one in recording.outcomes] == ["accepted"]
    assert "there is a numerator but no denominator" in why(entry("H-2", "2026-27-Q2", numerator="23"))


# What is refused.


@pytest.mark.parametrize(
    ("one", "says"),
    [
        (entry("H-0", "2026-27-Q1", value="5"), "there is no indicator H-0; did you mean"),
        (entry("HEAD", "2026-27-Q1", value="5"), "HEAD is a post, not an indicator"),
        (entry("H-4", "2026-27-Q2", value="50"), "collected once a year, so a quarter has no result; expected 2026-27"),
        (entry("H-1", "2026-08", value="50"), "collected quarterly, so a month has no result; expected 2026-27-Q2"),
        (entry("H-1", "2026-27-Q4", value="50"), "2026-27-Q4 has not begun on 2026-11-21"),
        (entry("H-12", "2025-26", value="50"), "collected every two years from 2024-25, so 2025-26 has no result"),
        (entry("H-7", "2026-27-Q3", value="50"), "it is paused for 2026-27-Q3 (suspended): New system"),
        (entry("H-1", "2026-27-Q3"), "nothing is given"),
        (entry("H-1", "2026-27-Q3", value=""), "nothing is given"),
        (entry("H-1", "2026-27-Q3", value="88.5%"), "value: 88.5% is not a number planwright can read; write 88.5"),
        (entry("H-1", "2026-27-Q3", value="about 90"), "value: about 90 is not a number"),
        (entry("H-1", "2026-27-Q3", value="90", as_at="30/09/2026"), "as_at: 30/09/2026 is not a date"),
        (entry("H-1", "2026-27-Q3", value="90", as_at="2026-12-01"), "as_at: 2026-12-01 has not come yet"),
        (entry("H-1", "2026-27-Q3", value="90", provisional="true"), "true is not yes or no; write yes"),
        (entry("H-1", "2026-27-Q3", value="90", coment="x"), "there is no field coment here; did you mean comment?"),
        (entry("H-1", "2026-27-Q3", value="90", forecast="91", forecast_by="HAED"), "did you mean HEAD?"),
        (entry("H-1", "2026-27-Q3", missing="lost", reason="x"), "missing: lost is not known here"),
        (entry("H-1", "2026-27-Q3", missing="withheld"), "missing: withheld needs a reason"),
        (entry("H-1", "2026-27-Q3", missing="withheld", reason="x", value="9"), "give one of them"),
        (entry("H-1", "2026-27-Q3", restated=[]), "restated: is written by itself"),
        (entry("H-1", "2026-27-Q3", value="90", comment="a\u202eb"), "a text direction mark (U+202E) hides in"),
        (entry("H-1", "2026-27-Q3", numerator="9"), "there is a numerator but no denominator"),
        (entry("H-1", "2026-27-Q3", denominator="9"), "there is a denominator but no numerator"),
        (entry("H-1", "2026-27-Q3", numerator="9", denominator="0"), "the denominator is 0, and 9 out of nothing"),
        (entry("H-1", "2026-27-Q3", value="95", numerator="9", denominator="10"), "9 out of 10 is 90 per cent, but"),
        (entry("H-2", "2026-27-Q3", value="32.4", numerator="3293", denominator="98"), "3293 out of 98 is 33.6, but"),
        (entry("H-1", "2026-27-Q3", groups={"North": "9"}), "North is not one of its groups; it has none"),
        (entry("H-7", "2026-27-Q2", groups={"Nroth": "80"}), "Nroth is not one of its groups; did you mean North?"),
        (entry("H-7", "2026-27-Q2", groups={"Z": "80"}), "it is kept for North, South"),
        (entry("H-7", "2026-27-Q2", groups={"North": {"value": "8", "numerator": "8"}}), "North: there is a numerator"),
        (entry("H-1", "2026-27-Q3", value="yes"), "value: yes is an answer, but it is kept as a number"),
        (entry("H-1", "2026-27-Q3", value="90", forecast="no"), "forecast: no is an answer, but"),
        (entry("H-7", "2026-27-Q2", groups={"North": "yes"}), "groups: North: yes is an answer, but"),
        (entry("H-7", "2026-27-Q2", groups={"North": {"value": "no"}}), "groups: North: no is an answer, but"),
        (entry("H-7", "2026-27-Q2", groups={"North": "eighty"}), "groups: North: eighty is not a number"),
        (entry("H-5", "2026-27-Q2", value="73"), "73 is neither yes (1) nor no (0)"),
        (entry("H-1", "2026-27-Q3", value="101"), "101 is beyond 100, the best value possible"),
        (entry("H-1", "2026-27-Q3", value="90", forecast="940"), "forecast: 940 is beyond 100"),
        (entry("H-7", "2026-27-Q2", value="80", groups={"North": "7600"}), "North: 7,600 is about a hundred times"),
        (entry("H-3", "2026-10", value="73390"), "73,390 is 175 times the target; the target is 420"),
    ],
)  # fmt: skip
def test_what_cannot_be_recorded_is_refused_in_words(one: Entry, says: str) -> None:
    told = why(one)
    assert says in told
    assert not told.startswith(f"{one.indicator} for ")  # whose result it is stands beside it


@pytest.mark.parametrize("text", ["a family \U0001f468\u200d\U0001f469\u200d\U0001f467", "one\r\ntwo"])
def test_text_that_a_plan_may_hold_is_recorded(text: str) -> None:
    recording, changed = recorded(entry("H-1", "2026-27-Q1", comment=text))
    assert recording.outcomes[0].verdict == "accepted"
    after = assessment_of(FILES | changed)
    result = after.figures.results["H-1"][parse_period("2026-27-Q1")].result
    assert result.comment == text.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("of\u200bfer", "a zero-width space (U+200B)"),
        ("of\u200dfer", "a zero-width joiner (U+200D)"),
        ("of\udcfffer", "a control character (U+DCFF)"),
    ],
)
def test_a_hidden_character_is_named_wherever_it_hides(text: str, hidden: str) -> None:
    (outcome,) = recorded(entry("H-7", "2026-27-Q1", groups={"North": {"comment": text}}))[0].outcomes
    assert f"groups: North: comment: {hidden} hides in 'of" in outcome.why


def test_a_reason_with_a_hidden_character_is_refused() -> None:
    told = why(entry("H-1", "2026-27-Q1", value="93"), reason="Counted\u200b anew")
    assert "the reason cannot be kept: a zero-width space (U+200B) hides in 'Counted" in told


def test_a_no_break_space_is_no_change() -> None:
    files = {**FILES, "results/housing.yaml": RESULTS.replace("a day.", "a\u00a0day.")}
    (outcome,) = recorded(entry("H-2", "2026-27-Q1", comment="Better by a day."), files=files)[0].outcomes
    assert outcome.verdict == "unchanged"


def test_an_implausible_figure_is_recorded_once_confirmed() -> None:
    one = entry("H-3", "2026-10", value="73390")
    assert "(--confirm)" in why(one)
    recording, changed = recorded(one, confirm=True)
    assert recording.outcomes == (Outcome(one, "accepted", "it goes into results/housing.yaml"),)
    later, _ = recorded(entry("H-3", "2026-10", comment="Checked"), files=FILES | changed)
    assert later.outcomes[0].verdict == "accepted"


def test_an_indicator_that_ended_takes_results_for_its_time_only() -> None:
    assert "it had ended before 2026-27-Q2: The scheme closed" in why(entry("H-6", "2026-27-Q2", value="5"))
    assert recorded(entry("H-6", "2026-27-Q1", value="5"))[0].outcomes[0].verdict == "accepted"


def test_a_file_that_cannot_be_read_and_names_the_indicator_is_in_the_way() -> None:
    files = {**FILES, "broken.yaml": "kind: results\nresults:\n  H-1: {Q3: [\n"}
    assert "broken.yaml names H-1 but cannot be read" in why(entry("H-1", "2026-27-Q3", value="90"), files=files)
    assert recorded(entry("H-2", "2026-27-Q3", value="30"), files=files)[0].outcomes[0].verdict == "accepted"


@pytest.mark.parametrize("text", ["  H-1: 92\n", "  H-1: {Q1: 1}\n  H-1: {Q2: 1}\n"])
def test_a_file_with_errors_is_left_alone(text: str) -> None:
    files = {**FILES, "results/housing.yaml": f"kind: results\nperiod: 2026-27\nresults:\n{text}"}
    assert "mend them first" in why(entry("H-1", "2026-27-Q3", value="90"), files=files)


def test_one_refused_entry_does_not_keep_the_others_out() -> None:
    recording, changed = recorded(entry("H-1", "2026-27-Q4", value="90"), entry("H-1", "2026-27-Q3", value="90"))
    assert [outcome.verdict for outcome in recording.outcomes] == ["refused", "accepted"]
    assert changed["results/housing.yaml"] == RESULTS.replace("2026-09-30}\n", "2026-09-30}\n    Q3: 90\n")


# What is implausible, and what is not.


def known(*others: str, target: tuple[str, ...] = (), unit: str = "", best: str = "", lower: bool = False) -> Evidence:
    return Evidence(
        tuple(map(Decimal, others)),
        tuple(map(Decimal, target)),
        Decimal(best) if best else None,
        lower_is_better=lower,
        unit=unit,
    )


@pytest.mark.parametrize(
    ("value", "evidence", "says"),
    [
        ("73390", known(target=("420",)), "175 times the target"),
        ("73390", known("400", "410", "430", target=("420",)), "179 times usual"),
        ("4200", known(target=("420",)), "about ten times too large"),
        ("9200", known("92", "91", "90"), "about a hundred times too large (a slipped decimal point?)"),
        ("9.2", known("92", "91", "90", unit="%"), "about ten times too small"),
        ("92000", known("92", "91", "90"), "about a thousand times too large"),
        ("0.95", known(target=("95",), unit="%"), "about a hundred times too small"),
        ("3000", known("30"), "about a hundred times too large"),
        ("0.3", known("30.5"), "about a hundred times too small"),
        ("5.1", known("0.52", "0.48", "0.50"), "about ten times too large"),
        ("0.05", known("0.52", "0.48", "0.50"), "about ten times too small"),
        ("-4", known("12", "11"), "-4 is negative, and other results are 11 to 12"),
        ("101", known(best="100"), "beyond 100"),
        ("-1", known("5", "6", best="0", lower=True), "beyond 0"),
        ("500", known("0", "0", "0"), "far from what was likely"),
        ("21", known("0", "0", "0", "0"), "far from what was likely; other results are 0"),
        ("2", known(unit="yes/no"), "neither yes (1) nor no (0)"),
        ("0", known("98.2", "97.5", "98", unit="%"), "0 is far from what was likely; other results are 97.5% to 98.2%"),
    ],
)
def test_what_is_implausible(value: str, evidence: Evidence, says: str) -> None:
    assert says in doubt(Decimal(value), evidence)


@pytest.mark.parametrize(
    ("value", "evidence"),
    [
        ("73390", known()),  # nothing to hold it against
        ("3", known("0", "0", "0", "1")),
        ("0", known("3", "2", "1", "2", target=("2",))),
        ("12", known("1", "1", "1", "1")),
        ("20", known("0", target=("0",))),
        ("0", known("92", "91")),  # hardly any history
        ("0", known("2.1", "1.8", "0.9", "1.5", unit="%")),
        ("250000", known("125000", "118000", "121000", unit="£")),
        ("61000", known("125000", "118000", "121000", unit="£")),
        ("-12000", known("5000", "-3000", "8000", unit="£")),
        ("150", known(target=("1000",))),  # a bad first quarter
        ("300", known("30")),  # hardly any history
        ("47", known("95", "93", "96", target=("95",), unit="%")),
        ("20", known("95", "93", "96", target=("95",), unit="%")),
        ("4.9", known("0.52", "1.0", "0.0")),
        ("100", known(best="100")),
        ("60", known("70", "80", best="100", lower=True)),
        ("1", known(unit="yes/no")),
        ("4", known("16", "20", "18", target=("10",))),
        ("2100", known("420", target=("420",))),
    ],
)
def test_what_is_not(value: str, evidence: Evidence) -> None:
    assert doubt(Decimal(value), evidence) == ""


def test_a_running_total_is_held_against_the_same_part_of_other_years() -> None:
    indicators = "kind: indicators\nindicators:\n  - {id: C-1, title: X, polarity: higher, aggregation: cumulative}\n"
    results = "kind: results\nperiod: 2025-26\nresults:\n  C-1: {Q1: 40, Q2: 900, Q3: 1900, Q4: 2900}\n"
    files = {"indicators.yaml": indicators, "2025-26.yaml": results}
    assert recorded(entry("C-1", "2026-27-Q1", value="44"), files=files)[0].outcomes[0].verdict == "accepted"
    assert "other results are 900" in why(entry("C-1", "2026-27-Q2", value="90000"), files=files)


def test_a_group_is_not_held_against_the_target_of_the_whole() -> None:
    indicators = """\
kind: indicators
indicators:
  - id: G-1
    title: Jobs
    polarity: higher
    aggregation: sum
    targets: {2026-27-Q2: 420}
    breakdown: {by: area, groups: [North, South]}
"""
    results = "kind: results\nperiod: 2026-27\nresults:\n  G-1: {Q2: {value: 42000, provisional: yes}}\n"
    files = {"indicators.yaml": indicators, "results.yaml": results}
    accepted = entry("G-1", "2026-27-Q2", value="420", groups={"North": "5"})
    recording, changed = recorded(accepted, files=files)
    assert recording.outcomes[0].why == "it goes into results.yaml; it was 42,000"
    assert changed["results.yaml"] == results.replace(
        "42000, provisional: yes", "420, provisional: yes, groups: {North: 5}"
    )


def test_what_stands_is_not_doubted_again() -> None:
    odd = RESULTS.replace("    Q1: {value: 80, groups: {North: 75,", "    Q1: {value: 8000, groups: {North: 7500,")
    files = {
        **FILES,
        "results/housing.yaml": odd.replace("\n\n# The end", "\n    Q2: {value: 80, groups: {North: 75}}\n"),
    }
    recording, _ = recorded(entry("H-7", "2026-27-Q1", comment="Odd"), files=files)
    assert recording.outcomes[0].verdict == "accepted"
    assert "North: 7,400 is about a hundred times" in why(
        entry("H-7", "2026-27-Q1", groups={"North": "7400"}), files=files, reason="x"
    )


def test_a_slip_is_not_what_its_correction_is_held_against() -> None:
    files = {**FILES, "results/leisure.yaml": LEISURE.replace("4200", "{value: 420000, provisional: yes}")}
    assert recorded(entry("L-1", "2026-27-Q1", value="4200"), files=files)[0].outcomes[0].verdict == "accepted"


# Whatever is recorded reads back, and nothing else changes.

NUMBERS = st.decimals(min_value=0, max_value=100, places=2).map(str)
PROSE = st.text(st.characters(codec="ascii", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=40)


@given(
    value=NUMBERS,
    comment=st.none() | PROSE.filter(lambda text: bool(text.strip())),
    provisional=st.booleans(),
    target=st.sampled_from([("H-1", "Q1"), ("H-1", "Q2"), ("H-1", "Q3"), ("H-2", "Q1"), ("H-2", "Q2"), ("H-2", "Q3")]),
)
@settings(max_examples=40, deadline=None)
def test_whatever_is_recorded_reads_back_and_nothing_else_changes(
    value: str, comment: str | None, provisional: bool, target: tuple[str, str]
) -> None:
    id_, part = target
    fields: dict[str, Value] = {"value": value, **({"comment": comment} if comment else {})}
    if part == "Q3":
        fields["provisional"] = "yes" if provisional else "no"
    one = entry(id_, f"2026-27-{part}", **fields)
    if part == "Q2":
        one = entry(id_, f"2026-27-{part}", **fields, numerator=value, denominator="100")
    recording, changed = recorded(one, confirm=True, reason="Corrected")
    assert recording.outcomes[0].verdict != "refused", recording.outcomes
    after = assessment_of(FILES | changed)
    result = after.figures.results[id_][one.period].result
    assert result.value == Decimal(value)
    assert comment is None or result.comment == comment
    assert result.provisional == (provisional and part == "Q3") or part == "Q2"
    before = assessment_of()
    for other, figures in before.figures.results.items():
        for period, figure in figures.items():
            if (other, period) != (id_, one.period):
                assert after.figures.results[other][period].result == figure.result
    again, nothing = recorded(one, files=FILES | changed, confirm=True, reason="Corrected")
    assert [outcome.verdict for outcome in again.outcomes] == ["unchanged"]
    assert not nothing


# The command.


@pytest.fixture
def council(tmp_path: Path) -> Path:
    settings_text = "kind: settings\nname: Wexcombe District Council\n"
    for name, text in {"planwright.yaml": settings_text, **FILES}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


@pytest.fixture
def command(council: Path, capsys: Capture) -> Callable[..., str]:
    """Run the command at a fixed date and return what it printed, or what it said when it failed."""

    def run(*arguments: str, code: int = 0) -> str:
        assert main(["-C", str(council), "--as-at", "2026-11-21", "record", *arguments]) == code
        printed = capsys.readouterr()
        return printed.err if code else printed.out

    return run


def housing(council: Path) -> str:
    return (council / "results" / "housing.yaml").read_text(encoding="utf-8")


def test_the_command_writes_the_result_and_prints_what_follows(council: Path, command: Callable[..., str]) -> None:
    printed = command(
        "H-1",
        "Q3",
        "90",
        "--comment",
        "Late",
        "--forecast",
        "94",
        "--forecast-by",
        "HEAD",
        "--provisional",
        "--forecast-on",
        "2026-10-05",
        "--forecast-note",
        "Two schemes open in March",
    )
    assert "+    Q3:\n+      value: 90\n+      provisional: yes\n+      forecast: 94\n" in printed
    assert "+      forecast_on: 2026-10-05\n+      forecast_note: Two schemes open in March\n" in printed
    assert "H-1 2026-27-Q3: Amber. 90 is" in printed
    assert "It asks for an improvement plan: " in printed
    assert "    Q3:\n      value: 90\n" in housing(council)
    assert "stands so already; nothing was changed" in command("H-1", "2026-27-Q3", "90.0")


def test_figures_and_answers_are_read_as_people_type_them(council: Path, command: Callable[..., str]) -> None:
    command("H-1", "Q3", " 91 ")
    command("H-5", "Q2", "Yes")
    assert "    Q3: 91\n" in housing(council)
    assert "    Q1: no\n    Q2: yes\n" in housing(council)


def test_a_figure_below_zero_is_no_option(council: Path, command: Callable[..., str]) -> None:
    assert "+    Q3: -4\n" in command("H-1", "Q3", "-4", "--confirm")
    assert "+      value: -4.5\n" in command("H-1", "Q3", "--reason", "A slip", "--confirm", "-4.5")
    assert "No such option: --confrim" in command("H-1", "Q3", "4", "--confrim", code=2)
    assert "--reson" in command("H-1", "Q3", "-5", "--reson", "x", code=2)


def judged(state: str = "amber", by: str = "HEAD") -> tuple[str, ...]:
    return ("--judge", state, "--because", "Half are trained", "--judged-by", by)


def test_a_judgement_is_recorded_without_a_value(council: Path, command: Callable[..., str]) -> None:
    printed = command("H-9", "Q2", *judged())
    assert "H-9 2026-27-Q2: Amber. Half are trained (judged by HEAD, 2026-11-21)." in printed
    written = (
        "      judgement:\n        state: {}\n        reason: Half are trained\n        by: HEAD\n        on: {}\n"
    )
    assert f"  H-9:\n    Q2:\n{written.format('amber', '2026-11-21')}" in housing(council)
    command("H-9", "Q2", *judged("On target"), "--judged-on", "2026-10-05")
    assert f"  H-9:\n    Q2:\n{written.format('on-target', '2026-10-05')}" in housing(council)


def test_a_period_that_is_not_over_is_said_to_be_so(command: Callable[..., str]) -> None:
    assert command("H-1", "Q3", "96").endswith("\n2026-27-Q3 is not over until 31 December 2026.\n")
    assert "not over" not in command("H-5", "Q2", "yes")


def test_a_dry_run_writes_nothing(council: Path, command: Callable[..., str]) -> None:
    assert "H-1 2026-27-Q3: Green." in command("H-1", "Q3", "96", "--dry-run")
    assert housing(council) == RESULTS


def test_every_option_reaches_its_field(council: Path, command: Callable[..., str]) -> None:
    command("H-7", "Q2", "--numerator", "81", "--denominator", "100", "--group", "North=76", "--group", " South = 86 ",
            "--action", "More", "--measured-on", "2026-10-02", "--final")  # fmt: skip
    assert housing(council) == RESULTS.replace(
        "South: 85}}\n",
        "South: 85}}\n    Q2:\n      numerator: 81\n      denominator: 100\n      as_at: 2026-10-02\n"
        "      groups:\n        North: 76\n        South: 86\n      action: More\n",
    )
    command("H-1", "2026-27-Q1", "--missing", "withheld", "--reason", "Wrong")
    command("H-2", "Q1", "36", "--reason", "Typed wrong")
    assert "stands so already" in command("H-2", "Q1", "36", "--reason", "Typed wrong")
    command("H-3", "2026-10", "73390", "--confirm")
    command("H-8", "2025-26", "12")
    assert (council / "results" / "2025-26.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("H-3", "2026-10", "73390"), 1, "(--confirm). Nothing was written."),
        (
            ("H-1", "Q3", "90", "--forecast-by", "HAED"),
            1,
            "--forecast-by: there is no post HAED; did you mean HEAD? Nothing",
        ),
        (("H-0", "Q3", "90"), 2, "there is no indicator H-0"),
        (
            ("H-9", "Q2", *judged("late")),
            1,
            "--judge: late is no rating; expected a state such as green, amber or red. N",
        ),
        (("H-9", "Q2", *judged("ambre")), 1, "--judge: ambre is no rating; did you mean amber? Nothing"),
        (
            ("H-9", "Q2", *judged("splendid")),
            1,
            "--judge: splendid is no rating; expected a state such as green, amber or red. N",
        ),
        (("H-9", "Q2", *judged(by="HAED")), 1, "--judged-by: there is no post HAED; did you mean HEAD?"),
        (("H-9", "Q2", *judged(), "--judged-on", "2026-12-01"), 1, "--judged-on: 2026-12-01 has not come yet"),
        (("H-9", "Q2", *judged(), "--judged-on", "yesterday"), 1, "--judged-on: yesterday is not a date"),
        (("H-1", "Q2", *judged()), 1, "it is not rated by a judgement (rating: {basis: manual}), so none would be"),
        (("H-9", "Q2", "--judge", "red"), 2, "--because and --judged-by is not given"),
        (("H-1", "Q3", "90", "--measured-on", "30/09/2026"), 1, "--measured-on: 30/09/2026 is not a date"),
        (("H-1", "Q3", "--missing", "lost", "--reason", "x"), 1, "--missing: lost is not known here"),
        (("H-1", "Q3", "--missing", "withheld"), 1, "--missing: withheld needs a reason for the reader (--reason)"),
        (("H-1", "Q3", "9", "--missing", "withheld", "--reason", "x"), 1, "(--missing: withheld) are both given"),
        (("H-1", "Q9", "90"), 2, "'Q9' is not a period planwright can read"),
        (("H-1", "Q3"), 2, "say what to record for H-1"),
        (("H-1", "Q3", "90", "--reason", "x"), 2, "use --comment here"),
        (("H-7", "Q2", "--group", "North"), 2, "expected NAME=VALUE"),
        (("H-7", "Q2", "--group", "North=1", "--group", "North=2"), 2, "--group: North is given twice"),
    ],
)
def test_the_command_refuses_in_words(
    arguments: tuple[str, ...], code: int, says: str, council: Path, command: Callable[..., str]
) -> None:
    assert says in command(*arguments, code=code)
    assert housing(council) == RESULTS


MISSING = "is not a number planwright can read; write a number, or use --missing with --reason. Nothing was written."
FRACTION = "use --numerator 45 --denominator 60 instead of one value. Nothing was written."


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("Q4", "90"), "2026-27-Q4 has not begun on 2026-11-21; what is expected is a forecast. Nothing was written."),
        (("Q3", "abc"), f"value: abc {MISSING}"),
        (("Q3", "--numerator", "abc", "--denominator", "60"), f"--numerator: abc {MISSING}"),
        (("Q3", "90", "--forecast", "lots"), "--forecast: lots is not a number planwright can read; write a number. N"),
        (("Q3", "lots", "--numerator", "few"), "use --missing with --reason; --numerator: few is not a number"),
        (("Q3", "45/60"), FRACTION),
        (("Q3", "45 out of 60"), FRACTION),
    ],
)
def test_a_refusal_names_the_result_and_speaks_of_options(
    arguments: tuple[str, ...], says: str, command: Callable[..., str]
) -> None:
    told = command("H-1", *arguments, code=1)
    assert told.startswith(f"planwright: H-1 for 2026-27-{arguments[0]}: ")
    assert says in told
    assert "{" not in told


def test_interrupted_half_way_the_old_file_stands(
    council: Path, command: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    assert "the disk or your share of it is full" in command("H-1", "Q3", "90", code=2)
    assert housing(council) == RESULTS
    assert not list(council.rglob("*.tmp"))


def test_a_rate_is_its_fraction_times_a_power_of_ten() -> None:
    given = entry("H-2", "2026-27-Q3", value="33.6", numerator="336", denominator="10000")
    assert recorded(given)[0].outcomes[0].verdict == "accepted"
