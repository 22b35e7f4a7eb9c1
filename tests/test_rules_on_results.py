"""What the rules on results, judgements, forecasts and groups find, and where they keep quiet."""

import pytest
from council_of_rules import measure, must_be_found, must_be_quiet

SUM = "polarity: higher\naggregation: sum\n"
SHARE = 'polarity: higher\nunit: "%"\naggregation: weighted\n'
AREAS = "breakdown: {by: area, groups: [North, South]}\n"
RATED = "polarity: higher\ntargets: {2026-27: 95}\n"
MANUAL = RATED + "rating: {basis: manual, tolerance: 10%}\n"
WISH = RATED + "rating: {basis: forecast}\n"


def judged(state: str, value: str = "value: 96, ", on: str = "2026-10-12") -> str:
    """Return a result with a judgement of it."""
    return f"Q2: {{{value}judgement: {{state: {state}, reason: X, by: HEAD-OF-HOUSING, on: {on}}}}}\n"


def restated(value: str, *entries: str, more: str = "") -> dict[str, str]:
    """Return a result with its earlier figures."""
    return measure(RATED, f"Q2: {{value: {value}, {more}restated: [{', '.join(f'{{{one}}}' for one in entries)}]}}\n")


FOUND = {
    "PW316 was forecast on 2027-01-01, which has not come yet": measure(
        RATED, "Q2: {value: 96, forecast: 97, forecast_on: 2027-01-01}\n"
    ),
    "PW316 was judged on 2027-01-01, which has not come yet": measure(MANUAL, judged("green", on="2027-01-01")),
    "PW326 its parts add up to 40, but 41 is given": measure(SUM, "Q1: 10\nQ2: 10\nQ3: 10\nQ4: 10\nyear: 41\n"),
    "PW326 for 2026-27-H1: its parts add up to 20, but 21 is given": measure(SUM, "Q1: 10\nQ2: 10\nH1: 21\n"),
    "PW326 its parts end at 12, but 14 is given": measure(
        "polarity: higher\naggregation: latest\n", "Q1: 10\nQ2: 10\nQ3: 10\nQ4: 12\nyear: 14\n"
    ),
    "PW326 its parts have a mean of 10.5, but 12 is given": measure(
        "polarity: higher\naggregation: mean\n", "Q1: 10\nQ2: 10\nQ3: 10\nQ4: 12\nyear: 12\n"
    ),
    "PW326 its parts make, weighted, 53.33, but 60 is given": measure(
        SHARE, "Q1: {numerator: 9, denominator: 10}\nQ2: {numerator: 7, denominator: 20}\nH1: 60\n"
    ),
    "PW326 add up to 30.3, but 30.6 is given": measure(SUM, "Q1: 10.2\nQ2: 20.10\nH1: 30.6\n"),
    "PW326 the values of its groups add up to 9, but the whole has 10": measure(
        SUM + AREAS, "Q1: {value: 10, groups: {North: 4, South: 5}}\n"
    ),
    "PW326 the numerators of its groups add up to 9, but the whole has 10": measure(
        SHARE + AREAS,
        "Q1: {numerator: 10, denominator: 20, groups: {North: {numerator: 4, denominator: 10},"
        " South: {numerator: 5, denominator: 10}}}\n",
    ),
    "PW326 97 for the whole is above every one of its groups": measure(
        SHARE + AREAS, "Q1: {value: 97, groups: {North: 90, South: 95}}\n"
    ),
    "PW326 80 for the whole is below every one of its groups": measure(
        SHARE + AREAS, "Q1: {value: 80, groups: {North: 90, South: 95}}\n"
    ),
    "PW326 the target of HSG-PI-01 for 2026-27: those of its parts add up to 40, but 50 is given": measure(
        SUM + "targets: {2026-27: 50, 2026-27-Q1: 10, 2026-27-Q2: 10, 2026-27-Q3: 10, 2026-27-Q4: 10}\n"
    ),
    "PW326 for 2026-27-Q2: 20 is less than the 30 of 2026-27-Q1": measure(
        "polarity: higher\naggregation: cumulative\ntargets: {2026-27-Q1: 30, 2026-27-Q2: 20}\n"
    ),
    "PW326 those of its parts end at 40, but 50 is given": measure(
        "polarity: higher\naggregation: cumulative\n"
        "targets: {2026-27: 50, 2026-27-Q1: 10, 2026-27-Q2: 20, 2026-27-Q3: 30, 2026-27-Q4: 40}\n"
    ),
    "PW327 was judged amber, but by the council's rule it is red": measure(MANUAL, judged("amber", "value: 70, ")),
    "PW327 is rated by its figures (green), so the judgement is not used": measure(RATED, judged("green")),
    "PW328 was given on 2026-06-30, before the period began": measure(MANUAL, judged("green", on="2026-06-30")),
    "PW328 is that of 2026-27-Q1, given on 2026-07-12": measure(
        MANUAL, judged("green", on="2026-07-12").replace("Q2", "Q1") + judged("green", on="2026-07-12")
    ),
    "PW329 changes nothing: it was 91 before and after": restated("91.0", "was: 91, on: 2026-10-20, reason: X"),
    "PW329 changes nothing: it was 90 before and after": restated(
        "91", "was: 90, on: 2026-10-20, reason: X", "was: 90, on: 2026-10-22, reason: X"
    ),
    "PW329 is of 2027-01-01, which has not come yet": restated("91", "was: 92, on: 2027-01-01, reason: X"),
    "PW329 is of 2026-10-20, but stands after one of 2026-10-22": restated(
        "91", "was: 90, on: 2026-10-22, reason: X", "was: 92, on: 2026-10-20, reason: X"
    ),
    "PW329 but the figure was only measured on 2026-10-15": restated(
        "91", "was: 92, on: 2026-10-12, reason: X", more="as_at: 2026-10-15, "
    ),
    "PW329 is of 2026-06-20, before the period began": restated("91", "was: 92, on: 2026-06-20, reason: X"),
    "PW330 is red for 2026-27-Q2 and says what it said for 2026-27-Q1": measure(
        RATED, "Q1: {value: 70, comment: Many left.}\nQ2: {value: 71, comment: many  left.}\n"
    ),
    "PW330 is green for 2026-27-Q2 and says what it said for 2026-27-Q1, when it was amber": measure(
        RATED, "Q1: {value: 90, comment: Many left.}\nQ2: {value: 96, comment: Many left.}\n"
    ),
    "PW330 is red": measure(RATED, "Q1: {value: 70, action: Hiring.}\nQ2: {value: 71, action: Hiring.}\n"),
    "PW331 is amber for 2026-27-Q2 and forecast to be green": measure(RATED, "Q2: {value: 90, forecast: 96}\n"),
    "PW332 is rated with a forecast that does not say when": measure(WISH, "Q2: {value: 96, forecast: 97}\n"),
    "PW332 has a forecast of 2026-06-01, from before": measure(
        RATED, "Q2: {value: 96, forecast: 97, forecast_on: 2026-06-01}\n"
    ),
    "PW333 is of 2027-28, later than every result so far": measure(
        RATED + "baseline: {value: 90, period: 2027-28}\n", "Q1: 96\n"
    ),
}
SILENT = {
    "PW316 forecast and judged today": measure(
        MANUAL, judged("green", "value: 96, forecast: 97, forecast_on: 2026-11-21, ", on="2026-11-21")
    ),
    "PW316 a day without a forecast": measure(RATED, "Q2: {value: 96, forecast_on: 2027-01-01}\n"),
    "PW316 not measured yet": measure(RATED, "Q2: {comment: X, as_at: 2027-01-01}\n"),
    "PW326 rolling": measure("polarity: none\naggregation: rolling\n", "Q1: 10\nQ2: 10\nH1: 21\n"),
    "PW326 no value for the whole": measure(SUM, "Q1: 10\nQ2: 10\nH1: {comment: X}\n"),
    "PW326 groups without a whole": measure(SUM + AREAS, "Q1: {groups: {North: 4, South: 5}}\n"),
    "PW326 a group without a count": measure(
        SHARE + AREAS,
        "Q1: {value: 92, numerator: 9, groups: {North: {value: 90, numerator: 4}, South: {value: 95}}}\n",
    ),
    "PW326 a percentage a rounding below": measure(
        SHARE + AREAS, "Q1: {value: 89.9, groups: {North: 90, South: 90.3}}\n"
    ),
    "PW326 targets of a snapshot": measure(
        "polarity: higher\naggregation: latest\n"
        "targets: {2026-27: 50, 2026-27-Q1: 10, 2026-27-Q2: 10, 2026-27-Q3: 10, 2026-27-Q4: 10}\n"
    ),
    "PW326 targets of a season": measure(SUM + "targets: {2026-27-Q1: 30, 2026-27-Q2: 20}\n"),
    "PW326 a running total that pauses": measure(
        "polarity: higher\naggregation: cumulative\ntargets: {2026-27-Q1: 30, 2026-27-Q2: 30, 2026-27-Q3: 40}\n"
    ),
    "PW328 judged on the first day": measure(MANUAL, judged("green", on="2026-07-01")),
    "PW328 an action": measure(MANUAL, judged("green", "action: Hiring., ")),
    "PW328 groups": measure(MANUAL + AREAS, judged("green", "groups: {North: 5, South: 5}, ")),
    "PW328 retired": measure(MANUAL + "retired: Old\n", judged("green", "")),
    "PW329 corrected today": restated("91", "was: 92, on: 2026-11-21, reason: X"),
    "PW329 corrected twice on one day": restated(
        "91", "was: 90, on: 2026-10-20, reason: X", "was: 92, on: 2026-10-20, reason: X"
    ),
    "PW329 corrected on the first day": restated("91", "was: 92, on: 2026-07-01, reason: X"),
    "PW330 not rated": measure(
        "polarity: higher\n", "Q1: {value: 70, comment: Many left.}\nQ2: {value: 71, comment: Many left.}\n"
    ),
    "PW332 no value yet": measure(WISH, "Q2: {comment: The figure comes next week.}\n"),
    "PW332 retired": measure(WISH + "retired: Old\n", "Q2: 96\n"),
    "PW332 made on the first day": measure(RATED, "Q2: {value: 96, forecast: 97, forecast_on: 2026-07-01}\n"),
    "PW326 parts that make the whole": measure(SUM, "Q1: 10\nQ2: 10\nQ3: 10\nQ4: 10\nyear: 40\n"),
    "PW326 a part is missing": measure(SUM, "Q1: 10\nQ2: 10\nQ3: 10\nyear: 41\n"),
    "PW326 a part was not collected": measure(SUM, "Q1: 10\nQ2: {missing: suspended, reason: X}\nH1: 21\n"),
    "PW326 a part is provisional": measure(SUM, "Q1: 10\nQ2: {value: 10, provisional: yes}\nH1: 21\n"),
    "PW326 the whole is provisional": measure(SUM, "Q1: 10\nQ2: 10\nH1: {value: 21, provisional: yes}\n"),
    "PW326 supplied": measure("polarity: none\naggregation: supplied\n", "Q1: 10\nQ2: 10\nH1: 21\n"),
    "PW326 no way is stated": measure("polarity: none\n", "Q1: 10\nQ2: 10\nH1: 21\n"),
    "PW326 rounded": measure(SHARE, "Q1: {numerator: 1, denominator: 3}\nQ2: {numerator: 1, denominator: 3}\nH1: 33\n"),
    "PW326 rounded parts": measure(SUM, "Q1: 10.24\nQ2: 20.33\nH1: 30.6\n"),
    "PW326 a whole number of a decimal": measure("polarity: none\naggregation: latest\n", "Q1: 9\nQ2: 9.4\nH1: 9\n"),
    "PW326 groups that make the whole": measure(SUM + AREAS, "Q1: {value: 9, groups: {North: 4, South: 5}}\n"),
    "PW326 a group is missing": measure(SUM + AREAS, "Q1: {value: 9, groups: {North: 4}}\n"),
    "PW326 a snapshot is not added up": measure(
        "polarity: none\naggregation: latest\n" + AREAS, "Q1: {value: 9, groups: {North: 4, South: 4}}\n"
    ),
    "PW326 a percentage between its groups": measure(
        SHARE + AREAS, "Q1: {value: 92, groups: {North: 90, South: 95}}\n"
    ),
    "PW326 a percentage of equal groups": measure(
        SHARE + AREAS, "Q1: {value: 90.4, groups: {North: 90, South: 90.3}}\n"
    ),
    "PW326 a group without a value": measure(
        SHARE + AREAS, "Q1: {value: 97, groups: {North: 90, South: {comment: Closed}}}\n"
    ),
    "PW326 targets that make the year's": measure(
        SUM + "targets: {2026-27: 40, 2026-27-Q1: 10, 2026-27-Q2: 10, 2026-27-Q3: 10, 2026-27-Q4: 10}\n"
    ),
    "PW326 targets of two quarters": measure(SUM + "targets: {2026-27: 50, 2026-27-Q1: 10, 2026-27-Q2: 10}\n"),
    "PW326 a new year begins from nothing": measure(
        "polarity: higher\naggregation: cumulative\ntargets: {2025-26-Q4: 98, 2026-27-Q1: 20}\n"
    ),
    "PW326 retired": measure(SUM + "retired: Old\n", "Q1: 10\nQ2: 10\nH1: 21\n"),
    "PW327 judged as the rule has it": measure(MANUAL, judged("red", "value: 70, ")),
    "PW327 judged worse": measure(MANUAL, judged("amber")),
    "PW327 no value": measure(MANUAL, judged("green", "comment: X, ")),
    "PW327 no target": measure("polarity: higher\nrating: {basis: manual}\n", judged("green", "value: 5, ")),
    "PW327 direction is not known": measure(
        RATED + "rating: {basis: manual, preset: band-plus-direction}\n", judged("amber", "value: 70, ")
    ),
    "PW327 no judgement": measure(MANUAL, "Q2: 70\n"),
    "PW327 retired": measure(RATED + "retired: Old\n", judged("green")),
    "PW328 a value": measure(MANUAL, judged("green")),
    "PW328 a comment": measure(MANUAL, judged("green", "comment: X, ")),
    "PW328 a fraction": measure(MANUAL, judged("green", "numerator: 19, denominator: 20, ")),
    "PW328 a source": measure(MANUAL, judged("green", "source: Inspection, ")),
    "PW328 another judgement on one day": measure(
        MANUAL, judged("amber", on="2026-10-12").replace("Q2", "Q1") + judged("green", on="2026-10-12")
    ),
    "PW328 a comment that could not be read": measure(MANUAL, judged("green", "comment: [X, Y], ")),
    "PW328 figures decide": measure(RATED, judged("green", "")),
    "PW329 corrected twice": restated("91", "was: 90, on: 2026-10-20, reason: X", "was: 92, on: 2026-10-22, reason: X"),
    "PW329 corrected on the day it was measured": restated(
        "91", "was: 92, on: 2026-10-15, reason: X", more="as_at: 2026-10-15, "
    ),
    "PW330 amber twice": measure(RATED, "Q1: {value: 90, comment: Many left.}\nQ2: {value: 91, comment: Many left.}\n"),
    "PW330 other words": measure(RATED, "Q1: {value: 70, comment: Many left.}\nQ2: {value: 71, comment: More left.}\n"),
    "PW330 the same comment and a new action": measure(
        RATED, "Q1: {value: 70, comment: Many left.}\nQ2: {value: 71, comment: Many left., action: Hiring.}\n"
    ),
    "PW330 no words": measure(RATED, "Q1: 70\nQ2: 71\n"),
    "PW330 not rated before": measure(
        RATED, "Q1: {missing: suspended, reason: X, comment: New.}\nQ2: {value: 71, comment: New.}\n"
    ),
    "PW331 a comment": measure(RATED, "Q2: {value: 90, forecast: 96, comment: X}\n"),
    "PW331 a note": measure(RATED, "Q2: {value: 90, forecast: 96, forecast_note: X}\n"),
    "PW331 a forecast that misses": measure(RATED, "Q2: {value: 70, forecast: 90}\n"),
    "PW331 on target": measure(RATED, "Q2: {value: 96, forecast: 97}\n"),
    "PW331 a note that could not be read": measure(RATED, "Q2: {value: 90, forecast: 96, forecast_note: [X]}\n"),
    "PW332 nobody asked": measure(RATED, "Q2: 96\n"),
    "PW332 no day, and nobody asked": measure(RATED, "Q2: {value: 96, forecast: 97}\n"),
    "PW332 as at the result's day": measure(WISH, "Q2: {value: 96, as_at: 2026-09-30, forecast: 97}\n"),
    "PW332 the year is over": measure(WISH + "frequency: annual\n", "year: 96\n", "2025-26"),
    "PW332 for information": measure("polarity: none\nrating: {basis: forecast}\n", "Q2: 96\n"),
    "PW332 a forecast that could not be read": measure(WISH, "Q2: {value: 96, forecast: many}\n"),
    "PW333 results from before": measure(RATED + "baseline: {value: 96, period: 2026-27-Q2}\n", "Q1: 90\nQ2: 96\n"),
    "PW333 no results yet": measure(RATED + "baseline: {value: 96, period: 2026-27-Q2}\n"),
    "PW333 retired": measure(RATED + "retired: Old\nbaseline: {value: 9, period: 2026-27-Q1}\n", "Q1: 90\n"),
}


@pytest.mark.parametrize("case", FOUND)
def test_flaws_are_found(case: str) -> None:
    must_be_found(case, FOUND[case])


@pytest.mark.parametrize("case", SILENT)
def test_honest_work_is_left_in_peace(case: str) -> None:
    must_be_quiet(case, SILENT[case])
