"""Where the rules on indicators and their results must keep quiet."""

import pytest
from council_of_rules import codes, measure, must_be_quiet

SILENT = {
    "PW301 a part of the year has one": measure("polarity: higher\ntargets: {2026-27-Q4: 95}\n"),
    "PW301 still to be agreed": measure("polarity: higher\ntarget_pending: Set in January\n"),
    "PW301 for information": measure("polarity: none\n"),
    "PW301 suspended": measure(
        "polarity: higher\npauses: [{state: suspended, since: 2026-27-Q1, reason: New system}]\n"
    ),
    "PW301 collected from next year": measure("polarity: higher\nsince: 2027-28\n"),
    "PW301 a target that could not be read": measure("polarity: higher\ntargets: {2026-27: 95%}\n"),
    "PW301 retired": measure("polarity: higher\nretired: Old\n"),
    "PW301 a pause until the end of the year": measure(
        "polarity: higher\npauses: [{state: baseline year, since: 2026-27, until: 2026-27, reason: New}]\n"
    ),
    "PW302 within the days of grace": measure("polarity: none\nlag_days: 40\n", "Q1: 5\n"),
    "PW302 a gap of more than a year ago": {
        "old.yaml": "kind: results\nperiod: 2025-26\nresults:\n  HSG-PI-01: {Q1: 5, Q3: 5, Q4: 5}\n"
    }
    | measure("polarity: none\n", "Q1: 5\nQ2: 5\n"),
    "PW302 suspended": measure("polarity: none\npauses: [{state: suspended, since: 2026-27-Q1, reason: New}]\n"),
    "PW303 amber": measure("polarity: higher\ntargets: {2026-27: 95}\n", "Q2: 90\n"),
    "PW303 red with an action": measure(
        "polarity: higher\ntargets: {2026-27: 95}\n", "Q2: {value: 5, action: Hiring.}\n"
    ),
    "PW303 red and computed": measure(
        "polarity: higher\nfrequency: annual\ntargets: {2026-27: 95}\n", "year: 5\n", "2024-25"
    ),
    "PW306 the year is always allowed": measure("polarity: none\n", "year: 5\n"),
    "PW306 results of nothing known": {"results.yaml": "kind: results\nperiod: 2026-27\nresults:\n  GONE: {Q1: 5}\n"},
    "PW307 green alone will do": measure("polarity: higher\ntargets: {2026-27: {green: 95}}\n"),
    "PW307 a floor will do for values": measure(
        "polarity: higher\nrating: {method: values}\ntargets: {2026-27: {value: 95, floor: 80}}\n"
    ),
    "PW307 an end that could not be read": measure("polarity: range\ntargets: {2026-27: {low: 5, high: 20 days}}\n"),
    "PW307 a retired indicator": measure("polarity: range\nretired: Old\ntargets: {2026-27: 5}\n"),
    "PW308 two states": measure("polarity: lower\nrating: {method: two-state}\ntargets: {2026-27: 0}\n"),
    "PW308 a floor": measure("polarity: lower\ntargets: {2026-27: {value: 0, floor: 3}}\n"),
    "PW308 a year that is over": measure("polarity: lower\ntargets: {2024-25: 0, 2026-27: 1}\n"),
    "PW308 a range": measure("polarity: range\ntargets: {2026-27: {low: 0, high: 9}}\n"),
    "PW308 explicit values": measure("polarity: lower\ntargets: {2026-27: {green: 0, amber: 2}}\n"),
    "PW308 a retired indicator": measure("polarity: lower\nretired: Old\ntargets: {2026-27: 0}\n"),
    "PW308 for information": measure("polarity: none\ntargets: {2026-27: 0}\n"),
    "PW309 lower is better": measure("polarity: lower\ntargets: {2026-27: {green: 5, amber: 8}}\n"),
    "PW309 a range of one value": measure("polarity: range\ntargets: {2026-27: {low: 5, high: 5}}\n"),
    "PW309 amber at the same value": measure("polarity: higher\ntargets: {2026-27: {green: 5, amber: 5}}\n"),
    "PW309 one end of a range": measure("polarity: range\ntargets: {2026-27: {low: 5}, 2027-28: {high: 5}}\n"),
    "PW310 no denominators": measure('polarity: none\nunit: "%"\naggregation: mean\n', "Q1: 5\n"),
    "PW310 not a percentage": measure(
        "polarity: none\nunit: days\naggregation: mean\n", "Q1: {value: 5, denominator: 9}\n"
    ),
    "PW310 a retired indicator": measure(
        'polarity: none\nunit: "%"\naggregation: mean\nretired: Old\n', "Q1: {value: 5, denominator: 9}\n"
    ),
    "PW311 rounding": measure('polarity: none\nunit: "%"\n', "Q1: {value: 66.6, numerator: 2, denominator: 3}\n"),
    "PW311 not a percentage": measure(
        "polarity: none\nunit: days\n", "Q1: {value: 6, numerator: 60, denominator: 10}\n"
    ),
    "PW311 only a numerator": measure('polarity: none\nunit: "%"\n', "Q1: {value: 6, numerator: 60}\n"),
    "PW311 no value": measure('polarity: none\nunit: "%"\n', "Q1: {numerator: 2, denominator: 3}\n"),
    "PW311 results of nothing known": {
        "results.yaml": "kind: results\nperiod: 2026-27\nresults: {X: {Q1: {value: 9, numerator: 1, denominator: 2}}}\n"
    },
    "PW312 checked by a post": measure(
        "polarity: none\nfrequency: monthly\n",
        "2026-06: 30\n2026-07: 31\n2026-08: 29\n2026-09: 30\n2026-10: {value: 3000, checked_by: HEAD-OF-HOUSING}\n",
    ),
    "PW312 small counts": measure(
        "polarity: none\nfrequency: monthly\n", "2026-06: 1\n2026-07: 1\n2026-08: 1\n2026-09: 1\n2026-10: 12\n"
    ),
    "PW312 too little history": measure("polarity: none\nfrequency: monthly\n", "2026-09: 30\n2026-10: 300\n"),
    "PW312 down to nothing": measure(
        "polarity: none\nfrequency: monthly\n", "2026-06: 30\n2026-07: 31\n2026-08: 29\n2026-09: 30\n2026-10: 0\n"
    ),
    "PW312 nothing measured now or then": measure(
        "polarity: none\nfrequency: monthly\n",
        "2026-07: 31\n2026-08: {missing: suspended, reason: X}\n2026-10: {missing: suspended, reason: X}\n",
    ),
    "PW313 a value without missing": measure("polarity: none\n", "Q2: 5\n"),
    "PW314 no target": measure("polarity: none\n"),
    "PW314 a retired indicator": measure("polarity: none\nretired: Old\ntargets: {2026-27: 5}\n"),
    "PW315 a forecast with an owner": measure(
        "polarity: none\n", "Q2: {value: 5, forecast: 6, forecast_by: HEAD-OF-HOUSING}\n"
    ),
    "PW316 a quarter that has begun": measure("polarity: none\n", "Q3: {value: 5, as_at: 2026-11-20}\n"),
    "PW316 missing next quarter": measure("polarity: none\n", "Q4: {missing: suspended, reason: New system}\n"),
    "PW316 measured today": measure("polarity: none\n", "Q2: {value: 5, as_at: 2026-11-21}\n"),
    "PW317 one of them is retired": {
        "indicators.yaml": (
            "kind: indicators\nindicators:\n  - {id: HSG-PI-01, title: X, polarity: none, retired: Old}\n"
            "  - {id: HSG-PI-02, title: x, polarity: none}\n"
        )
    },
    "PW318 a quarter is missing": measure("polarity: none\n", "Q1: 5\nQ2: 5\nQ3: 5\n", "2025-26"),
    "PW318 the year is given": measure("polarity: none\n", "Q1: 5\nQ2: 5\nQ3: 5\nQ4: 5\nyear: 20\n", "2025-26"),
    "PW318 collected once a year": measure("polarity: none\nfrequency: annual\n", "year: 20\n", "2025-26"),
    "PW318 a retired indicator": measure("polarity: none\nretired: Old\n", "Q1: 5\nQ2: 5\nQ3: 5\nQ4: 5\n", "2025-26"),
}

# What stands in a file and could not be read is a finding of reading; that it is missing must not be one as well.
UNREAD = {
    "PW303": measure("polarity: higher\ntargets: {2026-27: 95}\n", "Q2: {value: 5, comment: [many, reasons]}\n"),
    "PW313": measure("polarity: none\n", "Q2: {missing: suspended, reason: [many, reasons]}\n"),
    "PW315": measure("polarity: none\n", "Q2: {value: 5, forecast: 6, forecast_by: two words}\n"),
}


@pytest.mark.parametrize("case", SILENT)
def test_must_not_fire(case: str) -> None:
    must_be_quiet(case, SILENT[case])


@pytest.mark.parametrize("code", UNREAD)
def test_what_could_not_be_read_is_not_missing_as_well(code: str) -> None:
    found = codes(UNREAD[code])
    assert code not in found
    assert any(one < "PW100" for one in found)
