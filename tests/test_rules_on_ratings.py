"""What the rules on ratings, targets and states find, and where they keep quiet."""

import pytest
from conftest import SETTINGS
from council_of_rules import action, findings, measure, must_be_found, must_be_quiet, pip

TWIN = "indicators.yaml"


def twins(first: str, second: str, results: str = "") -> dict[str, str]:
    """Return two indicators of two services, each with more of its own, and results for both."""
    both = (
        f"  - {{id: A, title: Sick days, service: HOUSING, polarity: lower, {first}}}\n"
        f"  - {{id: B, title: Sick days, service: LEISURE, polarity: lower, {second}}}\n"
    )
    files = {TWIN: f"kind: indicators\nindicators:\n{both}"}
    if results:
        files["results.yaml"] = f"kind: results\nperiod: 2026-27\nresults:\n{results}"
    return files


def own(settings: str, body: str = "polarity: higher\n", results: str = "") -> dict[str, str]:
    """Return a council with settings of its own, and one indicator."""
    return {"planwright.yaml": SETTINGS + settings, **measure(body, results)}


SAME = "  A: {Q1: 2, Q2: 3.0, Q3: 4}\n  B: {Q1: 2.0, Q2: 3, Q3: 4}\n"
FOUND = {
    "PW301 indicator HSG-PI-01 has no target for 2026-27": measure(
        "polarity: higher\nfrequency: two-yearly\ntargets: {2020-21: 95, 2035-36: 95}\n"
    ),
    "PW048 there is no rating state ambre": own("state_order: [green, ambre]\n"),
    "PW048 there is no rating state excellent": measure(
        "polarity: higher\nrating: {method: steps, steps: [{state: excellent, worse_by: 1%}, {state: red}]}\n"
    ),
    "PW048 there is no rating state orange": measure(
        "polarity: higher\nrating: {basis: manual}\n",
        "Q2: {value: 5, judgement: {state: orange, reason: X, by: HEAD-OF-HOUSING, on: 2026-11-01}}\n",
    ),
    "PW301 HSG-PI-01 has no target for 2026-27-Q2": measure(
        "polarity: higher\nrating: {basis: profile}\ntargets: {2026-27: 95, 2026-27-Q1: 20}\n", "Q1: 25\nQ2: 50\n"
    ),
    "PW301 HSG-PI-01 has no target for 2026-27": measure(
        "polarity: higher\nfrequency: academic-year\ntargets: {2025-26: 95}\n"
    ),
    "PW306 is collected every two years from 2025-26, but this result is for 2026-27": measure(
        "polarity: none\nfrequency: two-yearly\nsince: 2025-26\n", "year: 5\n"
    ),
    "PW306 is collected every two years, but this result is for a quarter": measure(
        "polarity: none\nfrequency: two-yearly\n", "Q1: 5\n"
    ),
    "PW307 the target of HSG-PI-01 for 2026-27 lacks a high target": measure(
        "polarity: higher\ntargets: {2026-27: {low: 5}}\n"
    ),
    "PW307 the target of HSG-PI-01 for 2026-27 lacks a low target": measure(
        "polarity: lower\ntargets: {2026-27: {high: 5}}\n"
    ),
    "PW307 lacks a value to reach": measure(
        "polarity: higher\nrating: {preset: five-state}\ntargets: {2026-27: {low: 5, high: 9}}\n"
    ),
    "PW307 the target of HSG-PI-01 (North) for 2026-27 lacks a high end": measure(
        "polarity: range\ntargets: {2026-27: {low: 5, high: 9}}\n"
        "breakdown: {by: area, groups: [North, South], targets: {North: {2026-27: {low: 5}}}}\n"
    ),
    "PW308 HSG-PI-01 (North) has a target of 0": measure(
        "polarity: lower\ntargets: {2026-27: 5}\n"
        "breakdown: {by: area, groups: [North, South], targets: {North: {2026-27: 0}}}\n"
    ),
    "PW308 HSG-PI-01 has a target of 0": measure(
        "polarity: lower\nrating: {preset: five-state}\ntargets: {2026-27: 0}\n"
    ),
    "PW309 the target of HSG-PI-01 for 2026-27 contradicts itself: the low end": measure(
        "polarity: higher\ntargets: {2026-27: {low: 9, high: 5}}\n"
    ),
    "PW310 although their denominators are known": measure(
        'polarity: none\nunit: "%"\naggregation: mean\nbreakdown: {by: area, groups: [North, South]}\n',
        "Q1: {value: 5, groups: {North: {value: 5, denominator: 9}}}\n",
    ),
    "PW313 but what was counted is given": measure(
        "polarity: none\n", "Q2: {missing: withheld, reason: X, numerator: 5}\n"
    ),
    "PW317 the same formula and unit as HSG-PI-01, and the two differ in polarity": {
        TWIN: "kind: indicators\nservice: HOUSING\nindicators:\n"
        "  - {id: HSG-PI-01, title: X, unit: days, formula: Days lost per post, polarity: lower}\n"
        "  - {id: HSG-PI-02, title: Y, unit: Days, formula: days lost  per post, polarity: none}\n"
    },
    "PW317 the same title and results as A, and the two differ in targets": twins(
        "targets: {2026-27: 5}", "targets: {2026-27: 6}", SAME
    ),
    "PW317 and the two differ in rating": twins("rating: {tolerance: 5%}", "rating: {tolerance: 6%}", SAME),
    "PW319 HSG-PI-01 (North) already has a target": measure(
        "polarity: lower\ntargets: {2026-27: 5}\n"
        "breakdown: {by: area, groups: [North, South], targets: {North: {2026-27: 4, 2026: 5}}}\n"
    ),
    "PW320 2026-27 is read as 2026, as the indicator's year begins in January": measure(
        "polarity: higher\nfrequency: calendar-year\ntargets: {2026-27: 5}\n"
    ),
    "PW323 gives low and high, but its method, five-state, knows one value to reach": measure(
        "polarity: higher\nrating: {preset: five-state}\ntargets: {2026-27: {value: 7, low: 5, high: 9}}\n"
    ),
    "PW323 gives amber, but its method, symmetrical, has states of its own": measure(
        "polarity: higher\nrating: {preset: symmetrical}\ntargets: {2026-27: {value: 7, amber: 5}}\n"
    ),
    "PW323 gives amber, but what lies between a low and a high target has one state": measure(
        "polarity: higher\ntargets: {2026-27: {low: 5, high: 9, amber: 7}}\n"
    ),
    "PW404 was done on 2026-09-30, but was 80 per cent done on 2026-10-20": action(
        "due: 2026-09-30\ndone: 2026-09-30\nprogress: [{on: 2026-10-20, note: X, percent: 80}]\n"
    ),
    "PW404 counts as done on time, but its evidence is of 2026-11-04": action(
        "due: 2026-09-30\ndone: 2026-09-29\nevidence: Minutes of 4 November 2026\n"
    ),
    "PW404 HSG-A1/1 counts as done on time, but its evidence is of 2026-10-04": action(
        "due: 2026-12-31\nmilestones: [{title: X, due: 2026-09, done: 2026-09-29, evidence: contract-2026-10-04.pdf}]\n"
    ),
}
STEPS = "rating: {method: steps, steps: [{state: superb, worse_by: 1%}, {state: amber, worse_by: 9%}, {state: red}]}\n"
SILENT = {
    "PW404 a note without a percentage": action(
        "due: 2026-09-30\ndone: 2026-09-30\nprogress: [{on: 2026-10-20, note: X}]\n"
    ),
    "PW404 a note of the last day": action(
        "due: 2026-09-30\ndone: 2026-09-30\nprogress: [{on: 2026-09-30, note: X, percent: 80}]\n"
    ),
    "PW404 evidence of the due date": action("due: 2026-09-30\ndone: 2026-09-29\nevidence: Note 2026-09-30\n"),
    "PW404 no date was ever given": action("done: 2026-09-29\nevidence: Note of 4 October 2026\n"),
    "PW317 a formula in two units": {
        TWIN: "kind: indicators\nservice: HOUSING\nindicators:\n"
        "  - {id: HSG-PI-01, title: X, formula: Days lost, polarity: lower}\n"
        "  - {id: HSG-PI-02, title: Y, unit: days, formula: Days lost, polarity: lower}\n"
    },
    "PW301 a target for the last quarter alone": measure(
        "polarity: higher\ntargets: {2026-27-Q4: 95}\n", "Q1: 90\nQ2: 91\n"
    ),
    "PW301 a profile, and results of last year": measure(
        "polarity: higher\nfrequency: annual\nrating: {basis: profile}\ntargets: {2026-27: 60}\n",
        "year: 5\n",
        "2025-26",
    ),
    "PW048 states of the council's own": own(
        "states: {superb: {word: Superb, colour: blue}}\nstate_order: [superb, green]\n" + STEPS
    ),
    "PW048 a word for a state of ours": own("states: {met: {word: Achieved}}\n"),
    "PW301 judged": measure("polarity: higher\nrating: {basis: manual}\n"),
    "PW301 rated among others": measure("polarity: higher\nrating: {basis: benchmark}\n"),
    "PW301 a year without a survey": measure("polarity: higher\nfrequency: two-yearly\ntargets: {2025-26: 60}\n"),
    "PW301 the next survey": measure("polarity: higher\nfrequency: three-yearly\ntargets: {2028-29: 60}\n"),
    "PW301 an academic year": measure("polarity: higher\nfrequency: academic-year\ntargets: {2026-27: 60}\n"),
    "PW301 a profile": measure("polarity: higher\nrating: {basis: profile}\ntargets: {2026-27-Q2: 60}\n"),
    "PW301 a profile that begins with this year": measure(
        "polarity: higher\nfrequency: annual\nrating: {basis: profile}\ntargets: {2026-27: 60}\n"
    ),
    "PW306 a half-year of quarters": measure("polarity: none\n", "Q1: 5\nQ2: 5\nH1: 5\n"),
    "PW306 a year in which a survey is": measure("polarity: none\nfrequency: two-yearly\n", "year: 5\n"),
    "PW307 a low and a high target": measure("polarity: lower\ntargets: {2026-27: {low: 5, high: 9}}\n"),
    "PW307 a low and a high target for values": measure(
        "polarity: higher\nrating: {method: values}\ntargets: {2026-27: {low: 5, high: 9}}\n"
    ),
    "PW307 judged": measure("polarity: range\nrating: {basis: manual}\ntargets: {2026-27: 5}\n"),
    "PW307 rated among others": measure(
        "polarity: higher\nrating: {basis: benchmark}\ntargets: {2026-27: {rationale: The average}}\n"
    ),
    "PW308 judged": measure("polarity: lower\nrating: {basis: manual}\ntargets: {2026-27: 0}\n"),
    "PW308 rated among others": measure("polarity: lower\nrating: {basis: benchmark}\ntargets: {2026-27: 0}\n"),
    "PW308 five states in points": measure(
        "polarity: lower\nrating: {method: five-state, tolerance: 1 point, far: 3 points}\ntargets: {2026-27: 0}\n"
    ),
    "PW308 a low and a high target": measure("polarity: lower\ntargets: {2026-27: {low: 0, high: 9}}\n"),
    "PW313 a comment beside it": measure("polarity: none\n", "Q2: {missing: withheld, reason: X, comment: Y}\n"),
    "PW317 each service its own": twins("targets: {2026-27: 5}", "targets: {2026-27: 6}"),
    "PW317 two equal results are chance": twins("decimals: 1", "decimals: 0", "  A: {Q1: 2}\n  B: {Q1: 2}\n"),
    "PW317 other results": twins("key: yes", "key: no", SAME.replace("Q3: 4}\n  B", "Q3: 5}\n  B")),
    "PW317 one feeds the other": twins("key: yes", "contributes_to: [A]", SAME),
    "PW319 a group's own": measure(
        "polarity: lower\ntargets: {2026-27: 5}\n"
        "breakdown: {by: area, groups: [North, South], targets: {North: {2026-27: 4}, South: {2026-27: 4}}}\n"
    ),
    "PW320 a plan for an indicator with calendar years": pip("details: {period: 2026}\n")
    | measure("polarity: higher\nfrequency: calendar-year\ntargets: {2026: 5}\n"),
    "PW320 a calendar year": measure("polarity: higher\nfrequency: calendar-year\ntargets: {2026: 5}\n"),
    "PW322 a pause of an academic year": measure(
        "polarity: none\nfrequency: academic-year\n"
        "pauses: [{state: suspended, since: 2026-27, until: 2026-27, reason: X}]\n"
    ),
    "PW323 a low and a high target": measure("polarity: lower\ntargets: {2026-27: {low: 5, high: 9}}\n"),
    "PW404 more was done later": action(
        "due: 2026-09-30\ndone: 2026-09-30\nprogress: [{on: 2026-10-20, note: X, percent: 100}]\n"
    ),
    "PW404 a note before the end": action(
        "due: 2026-09-30\ndone: 2026-09-30\nprogress: [{on: 2026-09-20, note: X, percent: 80}]\n"
    ),
    "PW404 evidence of the day": action("due: 2026-09-30\ndone: 2026-09-29\nevidence: Minutes of 29 September 2026\n"),
    "PW404 late, and shown as late": action(
        "due: 2026-09-30\ndone: 2026-10-29\nevidence: Minutes of 4 November 2026\n"
    ),
    "PW404 evidence before the due date": action(
        "due: 2026-12-31\ndone: 2026-09-29\nevidence: Note of 4 October 2026\n"
    ),
    "PW404 a day that does not exist": action("due: 2026-09-30\ndone: 2026-09-29\nevidence: File 2026-99-99\n"),
}


@pytest.mark.parametrize("case", FOUND)
def test_flaws_are_found(case: str) -> None:
    must_be_found(case, FOUND[case])


@pytest.mark.parametrize("case", SILENT)
def test_sound_ratings_are_left_in_peace(case: str) -> None:
    must_be_quiet(case, SILENT[case])


def test_a_state_that_does_not_exist_is_told_once_in_each_place() -> None:
    files = own("states: {superb: {word: Superb}}\nstate_order: [superb]\n")
    rated = "rating: {method: steps, steps: [{state: fine}]}\n"
    both = "".join(f"  - {{id: {name}, title: {name}, polarity: higher, targets: {{2026-27: 5}}}}\n" for name in "AB")
    files[TWIN] = f"kind: indicators\n{rated}indicators:\n{both}"
    found = findings({name: text.encode() for name, text in files.items()})
    assert [one.message for one in found if one.code == "PW048"] == [
        "there is no rating state fine", "there is no rating state superb",
    ]  # fmt: skip
