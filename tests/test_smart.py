"""SMART targets: hand-worked cases of every kind, what is lacking, and the sentences that readers get."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from conftest import workspace_of
from hypothesis import given, settings
from hypothesis import strategies as st

from planwright.assessment import Assessment, assess
from planwright.assessment.smart import SmartStanding, smart_targets
from planwright.explaining import explain_standing
from planwright.explaining.smart import COLOURS, goal, progress
from planwright.kinds import Visibility
from planwright.reports import Edition
from planwright.reports._smart import smart_rows

AS_AT = date(2026, 11, 21)
PLAN = """\
kind: corporate-plan
id: CORP
title: Our plan
period: 2025-26 to 2028-29
objectives:
  - id: CORP-1
    title: Less of what is bad
    targets:
      - title: The target
"""


def council(indicator: str, results: dict[str, str], target: str, comparators: str = "") -> dict[str, str]:
    """Return the files of one indicator, its results by year, and one target of an objective."""
    files = {
        "plan.yaml": PLAN + "".join(f"        {line}\n" for line in target.strip().splitlines()),
        "indicators.yaml": "kind: indicators\nindicators:\n  - id: PI\n    title: It\n"
        + "".join(f"    {line}\n" for line in indicator.strip().splitlines()),
    }
    for year, values in results.items():
        files[f"results-{year}.yaml"] = f"kind: results\nperiod: {year}\nresults:\n  PI: {{{values}}}\n"
    if comparators:
        year = [*results][-1]
        files[f"results-{year}.yaml"] += f"comparators:\n  PI:\n    - {{{comparators}}}\n"
    return files


def standing_of(files: dict[str, str], as_at: date = AS_AT) -> SmartStanding:
    workspace = workspace_of(files)
    assert not workspace.problems
    (found,) = smart_targets(assess(workspace, as_at), workspace.subjects["CORP-1"])
    return found


def sentence(found: SmartStanding) -> str:
    display = workspace_of({}).settings.display
    return f"{found.key}: {goal(found)}; {progress(found, display)}"


TONNES = "polarity: lower\nfrequency: annual\nunit: tonnes\naggregation: supplied"
CUT_EACH_YEAR = "kind: reduce by amount\nindicator: PI\nvalue: 9000\neach_year: yes\nby: 2029-03-31"
INCIDENTS = "polarity: lower\nunit: incidents\naggregation: mean\nfrequency: quarterly"
BY_MARCH = "kind: reduce by percent\nindicator: PI\nvalue: 10\nbaseline: 200\nby: 2027-03-31"
STARTED = "\nbaseline: {value: 200, period: 2025-26}"
RATE = 'polarity: lower\nfrequency: quarterly\nunit: "%"\naggregation: mean'
BELOW_OTHERS = "kind: stay below\nindicator: PI\ncomparator: Regional average\nby: 2029-03-31"
PUPILS = 'polarity: higher\nfrequency: academic-year\nunit: "%"'
HALF = "kind: reach\nindicator: PI\nvalue: 50\nby: 2026-08-31"
DEATHS = "polarity: lower\nfrequency: calendar-year\nunit: deaths\nbaseline: {value: 141, period: 2020}"
BY_2030 = "kind: reduce by percent\nindicator: PI\nvalue: 40\nby: 2030-12-31"
HOMES = "polarity: higher\nunit: homes\naggregation: cumulative\nfrequency: quarterly"
IN_THREE_YEARS = "kind: reach\nindicator: PI\nvalue: 330\nsince: 2025-26\nby: 2028-03-31"
VISITS = "polarity: higher\nunit: visits\naggregation: sum\nfrequency: quarterly"

# Each line is worked out by hand: the figures stand in the case, the sum beside the sentence.
CASES = [
    # 110 - 60: what the running total had come to before the second quarter does not count
    (HOMES, {"2026-27": "Q1: 60, Q2: 110"}, "indicator: PI\nvalue: 90\nsince: 2026-27-Q2\nby: 2026-09-30",
     ("missed: reach 90 homes by 2026-09-30, counted from 2026-27-Q2; "
     "50 homes up to the end of 2026-27-Q2; 90 homes needed")),
    # 182,000 - 172,500 = 9,500; needed 182,000 - 9,000
    (TONNES, {"2024-25": "year: 182000", "2025-26": "year: 172500"}, CUT_EACH_YEAR,
     ("on course: cut by 9,000 tonnes each year until 2029-03-31; "
     "172,500 tonnes in 2025-26, 9,500 tonnes down on the year before; 173,000 tonnes needed")),
    # 182,000 - 174,000 = 8,000
    (TONNES, {"2024-25": "year: 182000", "2025-26": "year: 174000"}, CUT_EACH_YEAR,
     ("missed: cut by 9,000 tonnes each year until 2029-03-31; "
     "174,000 tonnes in 2025-26, 8,000 tonnes down on the year before; 173,000 tonnes needed")),
    # the year before is not known: the baseline stands for it
    (TONNES, {"2025-26": "year: 170000"}, CUT_EACH_YEAR + "\nbaseline: 178000",
     ("missed: cut by 9,000 tonnes from 178,000 tonnes each year until 2029-03-31; "
     "170,000 tonnes in 2025-26, 8,000 tonnes down on the year before; 169,000 tonnes needed")),
    (TONNES, {"2024-25": "year: 100", "2025-26": "year: 100"}, CUT_EACH_YEAR.replace("9000", "1"),
     ("missed: cut by 1 tonne each year until 2029-03-31; "
     "100 tonnes in 2025-26, no change on the year before; 99 tonnes needed")),
    # 200 - 10% = 180; nobody says since when, so there is no line
    (INCIDENTS, {"2026-27": "Q1: 190, Q2: 185"}, BY_MARCH,
     ("not due: cut by 10% from 200 incidents by 2027-03-31; 185 incidents in 2026-27-Q2, 7.5% down; "
     "180 incidents needed")),
    # 183 of 365 days: 200 - 20 x 183 / 365 = 189.97
    (INCIDENTS + STARTED, {"2026-27": "Q1: 190, Q2: 185"}, BY_MARCH,
     ("on course: cut by 10% from 200 incidents by 2027-03-31; 185 incidents in 2026-27-Q2, 7.5% down; "
     "180 incidents needed; on a straight line 189.97 incidents by then")),
    (INCIDENTS + STARTED, {"2026-27": "Q1: 190, Q2: 204"}, BY_MARCH,
     ("behind: cut by 10% from 200 incidents by 2027-03-31; 204 incidents in 2026-27-Q2, 2% up; "
     "180 incidents needed; on a straight line 189.97 incidents by then")),
    (INCIDENTS, {"2026-27": "Q1: 190, Q2: 180"}, BY_MARCH,
     "met: cut by 10% from 200 incidents by 2027-03-31; 180 incidents in 2026-27-Q2, 10% down; 180 incidents needed"),
    (RATE, {"2026-27": "Q2: 4.1"}, "kind: stay below\nindicator: PI\nvalue: 4.1\nby: 2029-03-31",
     "on course: stay at 4.1% or below until 2029-03-31; 4.1% in 2026-27-Q2; 4.1% needed"),
    (RATE, {"2026-27": "Q2: 4.1"}, "kind: maintain\nindicator: PI\nvalue: 4\nby: 2029-03-31",
     "missed: stay at 4% or better until 2029-03-31; 4.1% in 2026-27-Q2; 4% needed"),
    (RATE, {"2026-27": "Q2: 4.1"}, "kind: maintain\nindicator: PI\nbaseline: 4.2\nby: 2029-03-31",
     "on course: stay at 4.2% or better until 2029-03-31; 4.1% in 2026-27-Q2; 4.2% needed"),
    (PUPILS, {"2025-26": "year: 51"}, HALF, "met: reach 50% by 2026-08-31; 51% in 2025-26; 50% needed"),
    (PUPILS, {"2025-26": "year: 49.96"}, HALF, "missed: reach 50% by 2026-08-31; 49.96% in 2025-26; 50% needed"),
    # 141 - 40% = 84.6; 1,826 of 3,652 days: half of 56.4 is 28.2
    (DEATHS, {"2025": "year: 110"}, BY_2030,
     ("on course: cut by 40% from 141 deaths by 2030-12-31; 110 deaths in 2025, 22% down; 84.6 deaths needed; "
     "on a straight line 112.8 deaths by then")),
    # 104 + 52; 548 of 1,096 days: half of 330
    (HOMES, {"2025-26": "Q1: 17, Q2: 42, Q3: 74, Q4: 104", "2026-27": "Q1: 20, Q2: 52"}, IN_THREE_YEARS,
     ("behind: reach 330 homes by 2028-03-31, counted from 2025-26; "
     "156 homes up to the end of 2026-27-Q2; 330 homes needed; on a straight line 165 homes by then")),
    (VISITS, {"2024-25": "Q4: 9", "2025-26": "Q1: 100, Q2: 50, Q3: 50, Q4: 50", "2026-27": "Q1: 60, Q2: 30"},
     IN_THREE_YEARS,
     ("met: reach 330 visits by 2028-03-31, counted from 2025-26; "
     "340 visits up to the end of 2026-27-Q2; 330 visits needed; on a straight line 165 visits by then")),
    # a year's level is held against whole years, not against a quarter or the year that is running
    (VISITS, {"2025-26": "Q1: 100, Q2: 50, Q3: 50, Q4: 50", "2026-27": "Q1: 90, Q2: 90"},
     "kind: reach\nindicator: PI\nvalue: 260\nbaseline: 240\nby: 2029-03-31",
     "not due: reach 260 visits from 240 visits by 2029-03-31; 250 visits in 2025-26; 260 visits needed"),
    (VISITS, {"2025-26": "Q1: 10, Q2: 10, Q3: 10, Q4: 20"},
     "kind: reach\nindicator: PI\nvalue: 50\neach_year: yes\nsince: 2025-26",
     "on course: reach 50 visits each year, counted from 2025-26; 50 visits in 2025-26; 50 visits needed"),
    ("polarity: none", {"2026-27": "Q2: 8"}, "indicator: PI\nvalue: 5\nbaseline: 9\nby: 2029-03-31",
     "not due: reach 5 from 9 by 2029-03-31; 8 in 2026-27-Q2; 5 needed"),
    ('polarity: lower\nunit: "%"', {"2026-27": "Q2: 8"},
     "kind: reduce by amount\nindicator: PI\nvalue: 1\nbaseline: 9\nby: 2029-03-31",
     "met: cut by 1 point from 9% by 2029-03-31; 8% in 2026-27-Q2, 1 point down; 8% needed"),
]  # fmt: skip


@pytest.mark.parametrize(("indicator", "results", "target", "told"), CASES)
def test_a_target_stands_as_worked_out_by_hand(indicator: str, results: dict[str, str], target: str, told: str) -> None:
    assert sentence(standing_of(council(indicator, results, target))) == told


LACKING = [
    ("polarity: lower", {}, "value: 5", "not known: reach 5; no indicator measures it"),
    ("polarity: lower", {}, "indicator: PI\nvalue: 5\nby: 2029-03-31",
     "not due: reach 5 by 2029-03-31; no figure of PI is there yet"),
    ("polarity: lower", {"2026-27": "Q1: 8"}, "indicator: PI\nvalue: 5\nby: 2026-10-01",
     "not known: reach 5 by 2026-10-01; no figure of PI is there yet for its last day"),
    ("polarity: lower", {"2026-27": "Q2: 8"}, "indicator: PI\nby: 2029-03-31",
     "not known: ; 8 in 2026-27-Q2; no value to reach is given"),
    ("polarity: lower", {"2026-27": "Q2: 8"}, "kind: reduce by percent\nindicator: PI\nby: 2029-03-31",
     "not known: ; 8 in 2026-27-Q2; no value to reach is given"),
    ("polarity: lower", {"2026-27": "Q2: 8"}, "kind: reduce by amount\nindicator: PI\nvalue: 3\nby: 2029-03-31",
     "not known: cut by 3 by 2029-03-31; 8 in 2026-27-Q2; nothing says what it is reduced from"),
    (RATE, {"2026-27": "Q2: 4.1"}, BELOW_OTHERS,
     ("not known: stay below Regional average until 2029-03-31; 4.1% in 2026-27-Q2; "
     "no figure of Regional average is given for 2026-27-Q2 or before")),
]  # fmt: skip


@pytest.mark.parametrize(("indicator", "results", "target", "told"), LACKING)
def test_what_is_lacking_is_named(indicator: str, results: dict[str, str], target: str, told: str) -> None:
    assert sentence(standing_of(council(indicator, results, target))) == told


@pytest.mark.parametrize(
    ("theirs", "key", "told"),
    [
        (
            "with: Region, is: average, value: 4.4, period: 2026-27-Q2",
            "on course",
            "Regional average 4.4% (2026-27-Q2)",
        ),
        ("with: Region, is: average, value: 4.1, period: 2026-27-Q2", "missed", "Regional average 4.1% (2026-27-Q2)"),
        ("with: regional average, value: 4.4, period: 2026-27-Q1", "on course", "Regional average 4.4% (2026-27-Q1)"),
    ],
)
def test_staying_below_others_means_not_touching_their_figure(theirs: str, key: str, told: str) -> None:
    found = standing_of(council(RATE, {"2026-27": "Q2: 4.1"}, BELOW_OTHERS + "\nvalue: 6.6", theirs))
    assert found.key == key
    assert sentence(found).endswith(f"; 4.1% in 2026-27-Q2; {told}")
    assert "stay below Regional average (6.6% when it was set) until 2029-03-31" in goal(found)


@pytest.mark.parametrize(
    ("kind", "words"), [("reach", "reach the figure of Everybody"), ("maintain", "keep to the figure of Everybody")]
)
def test_others_may_be_what_is_to_be_reached(kind: str, words: str) -> None:
    target = f"kind: {kind}\nindicator: PI\ncomparator: Everybody\nby: 2029-03-31"
    theirs = "with: Everybody, is: average, value: 4.1, period: 2026-27-Q2"
    found = standing_of(council(RATE, {"2026-27": "Q2: 4.1"}, target, theirs))
    assert goal(found).startswith(words)
    assert found.key in {"met", "on course"}


def test_a_value_may_be_compared_with_somebody() -> None:
    target = "kind: reach\nindicator: PI\nvalue: 4\ncomparator: The county\nby: 2029-03-31"
    assert goal(standing_of(council(RATE, {}, target))) == "reach 4% (compared with The county) by 2029-03-31"


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("kind: stay below\nvalue: 5\nbaseline: 7", "stay at 5 or below (7 at the start)"),
        ("kind: stay below\nvalue: 5\nbaseline: 7\ncomparator: A", "stay below A (7 at the start; 5 when it was set)"),
        ("kind: maintain\nvalue: 5\ncomparator: A", "stay at 5 or better (compared with A)"),
        ("kind: maintain\nbaseline: 5\ncomparator: A", "keep to the figure of A (5 at the start)"),
        ("kind: reduce by amount\nvalue: 5\nbaseline: 7\ncomparator: A", "cut by 5 from 7 (compared with A)"),
        ("kind: reach\nvalue: 5\nbaseline: 7\ncomparator: A", "reach 5 from 7 (compared with A)"),
        ("kind: reach\nbaseline: 7\ncomparator: A", "reach the figure of A (7 at the start)"),
    ],
)
def test_all_that_a_target_says_is_told(target: str, told: str) -> None:
    assert goal(standing_of(council("polarity: lower", {}, target))) == told


@pytest.mark.parametrize(("value", "key"), [("179", "met"), ("180", "met"), ("181", "missed")])
def test_after_its_date_only_the_figure_of_that_date_counts(value: str, key: str) -> None:
    results = {"2026-27": f"Q3: 170, Q4: {value}", "2027-28": "Q1: 100, Q2: 300"}
    found = standing_of(council(INCIDENTS, results, BY_MARCH), date(2027, 11, 21))
    assert found.key == key
    assert found.reached
    assert str(found.reached.period) == "2026-27-Q4"


def test_what_was_kept_to_the_last_day_is_met() -> None:
    target = "kind: stay below\nindicator: PI\nvalue: 5\nby: 2026-09-30"
    assert standing_of(council(RATE, {"2026-27": "Q2: 4.1"}, target)).key == "met"


def test_figures_are_those_known_at_the_date() -> None:
    files = council(INCIDENTS, {"2026-27": "Q1: 190, Q2: {value: 150, as_at: 2026-10-20}"}, BY_MARCH)
    early = standing_of(files, date(2026, 10, 10))
    assert early.reached
    assert early.reached.value == 190
    assert standing_of(files).key == "met"


FIGURES = st.decimals(-(10**6), 10**6, places=2, allow_nan=False).map(lambda figure: f"{figure:f}")
KINDS = ("reach", "reduce by amount", "reduce by percent", "stay below", "stay above", "maintain")


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(KINDS),
    st.sampled_from(("higher", "lower", "range", "none")),
    st.sampled_from(("sum", "mean", "cumulative", "latest")),
    st.fixed_dictionaries(
        {},
        optional={
            "value": FIGURES,
            "baseline": FIGURES,
            "by": st.sampled_from(("2026-09-30", "2027-03-31", "2030-01-15")),
            "each_year": st.just("yes"),
            "since": st.sampled_from(("2025-26", "2026-27-Q2")),
            "comparator": st.just("Others"),
        },
    ),
    st.lists(FIGURES, min_size=1, max_size=4),
)
def test_any_target_stands_somehow_and_is_told_in_plain_figures(
    kind: str, polarity: str, aggregation: str, fields: dict[str, str], values: list[str]
) -> None:
    target = "\n".join([f"kind: {kind}", "indicator: PI", *(f"{name}: {value}" for name, value in fields.items())])
    quarters = ", ".join(f"Q{number}: {value}" for number, value in enumerate(values, 1))
    indicator = f"polarity: {polarity}\nunit: tonnes\naggregation: {aggregation}"
    found = standing_of(council(indicator, {"2025-26": quarters, "2026-27": f"Q1: {values[0]}"}, target))
    assert found.key in COLOURS
    assert bool(found.lacking) == (found.limit is None or found.reached is None)
    assert not re.search(r"\d[Ee][+-]?\d", sentence(found))


def test_nothing_is_a_float() -> None:
    found = standing_of(council(INCIDENTS + STARTED, {"2026-27": "Q2: 185"}, BY_MARCH))
    figures = (found.start, found.expected, found.limit and found.limit.value, found.reached and found.reached.value)
    assert all(isinstance(figure, Decimal) for figure in figures)


def test_why_tells_how_each_target_stands(assessed: Callable[..., Assessment]) -> None:
    found = assessed(council(INCIDENTS, {"2026-27": "Q2: 185"}, BY_MARCH))
    lines = explain_standing(found, found.workspace.subjects["CORP-1"]).lines
    assert [line.text for line in lines if line.label == "target"] == [
        (
            "Not due: cut by 10% from 200 incidents by 2027-03-31; 185 incidents in 2026-27-Q2, 7.5% down; "
            "180 incidents needed"
        )
    ]


def test_rows_for_papers_write_dates_out_and_colour_the_state(assessed: Callable[..., Assessment]) -> None:
    found = assessed(council(INCIDENTS + STARTED, {"2026-27": "Q2: 204"}, BY_MARCH + "\nstretch: Nobody has"))
    edition = Edition(found)
    (row,) = smart_rows(edition, found.workspace.subjects["CORP-1"])
    assert row["goal"] == "cut by 10% from 200 incidents by 31 March 2027"
    assert row["progress"].startswith("204 incidents in Q2 2026-27, 2% up")
    assert (row["status"].key, row["status"].word) == ("amber", "Behind")
    assert row["indicator"] == {"id": "PI", "title": "It"}
    assert row["stretch"] == "Nobody has"


def test_figures_of_an_indicator_that_may_not_be_shown_are_kept_back(assessed: Callable[..., Assessment]) -> None:
    exempt = INCIDENTS + "\nexempt: {paragraph: 3, reason: Still secret}"
    found = assessed(council(exempt, {"2026-27": "Q2: 185"}, BY_MARCH))
    objective = found.workspace.subjects["CORP-1"]
    (row,) = smart_rows(Edition(found), objective)
    assert (row["status"], row["progress"], row["goal"], row["indicator"]) == (None, "", "", None)
    (row,) = smart_rows(Edition(found, Visibility.OFFICERS), objective)
    assert row["progress"].startswith("185 incidents")
