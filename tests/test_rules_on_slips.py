"""Slips of the pen in targets, periods, scales and dates: which are found, in which words, and what is none."""

import pytest
from conftest import SETTINGS
from council_of_rules import FACTOR, SOLUTION, action, codes, findings, measure, must_be_found, pip, plan, risk

JANUARY = SETTINGS + "year_start: January\n"
RATED = "polarity: higher\ntargets: {2026-27: 95}\n"
PIPS = SETTINGS + "pips: {on_target_periods: 3}\n"
DONE = FACTOR + "solutions:\n  - {id: S1, text: X, in_place_by: 2026-09-30, in_place: 2026-09-30, factors: [F1]}\n"
DONE += "progress:\n  - {on: 2026-10-20, comment: Done., completion: yes}\n"
YES_NO = "unit: yes/no\npolarity: higher\n"
AREAS = "breakdown: {by: area, groups: [North, South]}\n"


def scales(text: str) -> dict[str, str]:
    return {"planwright.yaml": f"{SETTINGS}risks:\n{text}"}


def off_target(results: str, **more: str) -> dict[str, str]:
    """Return a plan completed on 20 October 2026, the results so far, and the settings of a council that asks for 3."""
    return {**pip(DONE), **measure(RATED, results), "planwright.yaml": PIPS, **more}


FOUND = {
    "PW308 has a range that begins or ends at 0 for 2026-27": measure(
        "polarity: range\ntargets: {2026-27: {low: 0, high: 9}}\n", "Q1: -2\n"
    ),
    "PW308 a range that begins or ends at 0 for 2026-27 ": measure(
        "polarity: range\ntargets: {2026-27: {low: -5, high: 0}}\n"
    ),
    "PW309 the value to reach is 95, but results are green from 90": measure(
        "polarity: higher\ntargets: {2026-27: {value: 95, green: 90}}\n"
    ),
    "PW309 the value to reach is 95, but results are green from 90 ": measure(
        "polarity: higher\ntargets: {2026-27: {value: 95, green: 90, amber: 80}}\n"
    ),
    "PW309 the amber value, 97, is better than 95": measure(
        "polarity: higher\ntargets: {2026-27: {value: 95, amber: 97}}\n"
    ),
    "PW307 lacks an amber value": measure(
        "polarity: higher\nrating: {method: values}\ntargets: {2026-27: {green: 95}}\n"
    ),
    "PW319 already has a target for 2026-27, written 2026-27": measure(
        "polarity: higher\ntargets: {2026-27: 95, 2026: 50}\n"
    ),
    "PW319 already has a target for 2026-27-Q1, written 2026-Q1": measure(
        "polarity: higher\ntargets: {2026-Q1: 95, 2026-27-Q1: 50}\n"
    ),
    "PW320 2026-27 is read as 2026, as the council's year begins in January": {
        **measure(RATED),
        "planwright.yaml": JANUARY,
    },
    "PW320 2026 is read as 2026-27, as the council's year begins in April": measure(
        "polarity: higher\nsince: 2026\ntargets: {2026-27: 95}\n"
    ),
    "PW320 2026-Q1 is read as 2026-27-Q1": measure("polarity: higher\ntargets: {2026-Q1: 95}\n"),
    "PW320 2025 is read as 2025-26": measure("polarity: higher\nbaseline: {value: 5, period: 2025}\n"),
    "PW320 2024-H2 is read as 2024-25-H2": measure(
        "polarity: none\npauses: [{state: suspended, since: 2024-25-Q1, until: 2024-H2, reason: X}]\n"
    ),
    "PW320 2028 is read as 2028-29": plan("", "2026-27 to 2028"),
    "PW320 2026 is read as 2026-27": {"results.yaml": "kind: results\nperiod: 2026\nresults: {HSG-PI-01: {Q1: 96}}\n"},
    "PW320 2027 is read as 2027-28": action("targets_by_year: [{year: 2027, target: Ten}]\n"),
    "PW320 2026-Q2 is read as 2026-27-Q2": pip("progress:\n  - {on: 2026-10-12, comment: X, period: 2026-Q2}\n"),
    "PW320 2026-Q3 is read as 2026-27-Q3": pip("details: {period: 2026-Q3}\n"),
    "PW321 a file of results is for a whole year, but its period is 2026-08": measure(RATED, "Q1: 96\n", "2026-08"),
    "PW322 ends with 2025-26 but begins with 2026-27-Q1": measure(
        "polarity: none\npauses: [{state: suspended, since: 2026-27-Q1, until: 2025-26, reason: X}]\n"
    ),
    "PW323 gives value, but a range is rated by low and high": measure(
        "polarity: range\ntargets: {2026-27: {low: 5, high: 9, value: 7}}\n"
    ),
    "PW323 gives low and high, but it gives a value to reach as well, and its polarity is higher": measure(
        "polarity: higher\ntargets: {2026-27: {value: 7, low: 5, high: 9}}\n"
    ),
    "PW323 gives amber, but there is nothing between yes and no": measure(
        YES_NO + "targets: {2026-27: {value: yes, amber: no}}\n"
    ),
    "PW323 gives floor, but its method is two-state": {
        **measure("polarity: higher\ntargets: {2026-27: {value: 7, floor: 5}}\n"),
        "planwright.yaml": SETTINGS + "rating: {method: two-state}\n",
    },
    "PW323 gives floor, but the amber value comes first": measure(
        "polarity: higher\ntargets: {2026-27: {green: 9, amber: 7, floor: 5}}\n"
    ),
    "PW324 no worse side for HSG-PI-01, whose polarity is range": measure(
        "polarity: range\ntrigger: {below: 5}\ntargets: {2026-27: {low: 5, high: 9}}\n"
    ),
    "PW324 no worse side for HSG-PI-01, whose polarity is none": {
        **measure("polarity: none\n"),
        "planwright.yaml": SETTINGS + "pips: {trigger: {below: 5}}\n",
    },
    "PW325 the unit of HSG-PI-01 is Y/N": measure("unit: Y/N\npolarity: higher\ntargets: {2026-27: yes}\n"),
    "PW325 but its result for 2026-27-Q1 is 45": measure(YES_NO + "targets: {2026-27: yes}\n", "Q1: 45\n"),
    "PW325 but its forecast of 2026-27-Q1 is 2": measure(
        "unit: Yes/No\npolarity: higher\ntargets: {2026-27: yes}\n", "Q1: {value: yes, forecast: 2}\n"
    ),
    "PW325 its result for 2026-27-Q1 (North) is 3": measure(
        YES_NO + AREAS + "targets: {2026-27: yes}\n", "Q1: {value: yes, groups: {North: 3}}\n"
    ),
    "PW325 HSG-PI-01 is measured in %, but its result for 2026-27-Q1 is yes": measure(
        "unit: '%'\npolarity: higher\ntargets: {2026-27: 95}\n", "Q1: yes\nQ2: {value: 1}\n"
    ),
    "PW325 is measured in numbers, but its result for 2026-27-Q1 is no": measure(
        "polarity: higher\ntargets: {2026-27: 95}\n", "Q1: {value: no, comment: X}\n"
    ),
    "PW325 but its target for 2026-27 is yes": measure("polarity: higher\ntargets: {2026-27: {value: yes}}\n"),
    "PW325 but its target for 2026-27 (North) is no": measure(
        "polarity: higher\nbreakdown: {by: area, groups: [North, South], targets: {North: {2026-27: no}}}\n"
    ),
    "PW325 but its forecast of 2026-27-Q1 is yes": measure(
        "polarity: higher\ntargets: {2026-27: 95}\n", "Q1: {value: 5, forecast: yes}\n"
    ),
    "PW325 but its result for 2026-27-Q1 (North) is yes": measure(
        "polarity: higher\n" + AREAS, "Q1: {value: 5, groups: {North: yes}}\n"
    ),
    "PW414 the new dates of HSG-A1/1 are out of order: 2026-12-31 stands after 2027-02-28": action(
        "due: 2027-03-31\nmilestones:\n  - title: X\n    due: 2026-09-30\n    revised:\n"
        "      - {to: 2027-02-28, reason: X}\n      - {to: 2026-12-31, reason: X}\n"
    ),
    "PW415 HSG-A1 cannot be -5 per cent done": action("due: 2026-12-31\npercent: -5\n"),
    "PW415 HSG-A1 cannot be 101 per cent done": action(
        "due: 2026-12-31\nprogress: [{on: 2026-11-01, note: X, percent: 101}]\n"
    ),
    "PW416 HSG-A1 is 100 per cent done but gives no day": action("due: 2026-12-31\npercent: 100\n"),
    "PW416 all milestones of HSG-A1 are over, and it has no date of its own": action(
        "milestones:\n  - {title: X, due: 2026-12-31, done: 2026-11-02}\n"
        "  - {title: Y, due: 2026-12-31, status: cancelled, reason: X}\n"
    ),
    "PW514 the lowest band begins at 3, but scores begin at 1": scales(
        "  bands: [{name: moderate, from: 3, colour: amber}]\n"
    ),
    "PW514 the lowest band begins at 3, but scores begin at 2": scales(
        "  scoring: sum\n  bands: [{name: moderate, from: 3, colour: amber}]\n"
    ),
    "PW514 there are no bands": scales("  bands: []\n"),
    "PW514 high begins at 1, where low begins": scales(
        '  bands: [{name: low, from: 1, colour: green}, {name: high, from: "1.0", colour: red}]\n'
    ),
    "PW514 Low stands twice on the scale for likelihood": scales("  likelihood: [low, medium, Low]\n"),
    "PW514 the scale for impact has no words": scales("  impact: []\n"),
    "PW515 risk HSG-R1 is said to be reviewed on 2027-11-01": risk("reviewed: 2027-11-01\n"),
    "PW515 this file is said to be reviewed on 2027-11-01": risk("", "service: HOUSING\nreviewed: 2027-11-01\n"),
    "PW601 asks for a Performance Improvement Plan": {
        **measure(RATED, "Q2: {value: 80, comment: X}\n"),
        **pip("retired: Written for another indicator\n" + FACTOR + SOLUTION),
    },
    "PW612 was completed while HSG-PI-01 was red (2026-27-Q1)": off_target("Q1: 50\nQ2: 96\n"),
    "PW612 was completed after 2 results of HSG-PI-01, and the settings ask for 3 on target": off_target(
        "Q1: 96\nQ2: 96\n"
    ),
    "PW612 was completed after 1 result of HSG-PI-01": off_target("Q2: 96\n"),
    "PW801 the change of target.2026-27 of HSG-PI-01": measure(
        RATED + "changes: [{field: target.2026-27, reason: X}]\n"
    ),
}

SILENT = {
    "PW106 a chain with a link that leads nowhere": plan(
        "objectives:\n  - {id: O1, title: A, links: [O2]}\n  - {id: O2, title: B, links: [NOWHERE]}\n"
    ),
    "PW603 a plan for a retired indicator": {**measure("polarity: higher\nretired: Old\n"), **pip(FACTOR + SOLUTION)},
    "PW603 an accepted shortfall": pip("accepted: CAB-2026-09/1\n" + FACTOR + SOLUTION),
    "PW307 amber beside a value": measure(
        "polarity: higher\nrating: {method: values}\ntargets: {2026-27: {value: 95, amber: 90}}\n"
    ),
    "PW308 yes or no": measure("unit: yes/no\npolarity: lower\ntargets: {2026-27: no}\n"),
    "PW308 yes or no in capitals": measure("unit: Yes/No\npolarity: lower\ntargets: {2026-27: no}\n"),
    "PW308 a range that nothing falls below": measure(
        "polarity: range\ntargets: {2026-27: {low: 0, high: 9}}\n", "Q1: 12\n"
    ),
    "PW308 a range in two states": measure(
        "polarity: range\nrating: {method: two-state}\ntargets: {2026-27: {low: -5, high: 0}}\n"
    ),
    "PW308 a range with points": measure(
        "polarity: range\nrating: {tolerance: 1 point}\ntargets: {2026-27: {low: -5, high: 0}}\n"
    ),
    "PW308 an amber value": measure("polarity: lower\ntargets: {2026-27: {value: 0, amber: 2}}\n"),
    "PW309 green said twice": measure("polarity: higher\ntargets: {2026-27: {value: 95, green: 95, amber: 90}}\n"),
    "PW319 a year and its quarters": measure("polarity: higher\ntargets: {2026-27: 95, 2026-27-Q1: 90, 2026-05: 80}\n"),
    "PW320 the council's own form": {
        **measure("polarity: higher\ntargets: {2026: 95, 2026-Q1: 90, 2026-H2: 90, 2026-05: 80}\n", "Q1: 96\n", "2026"),
        **plan("", "2026 to 2028"),
        "corporate.yaml": "kind: corporate-plan\nid: CORP\ntitle: P\nperiod: 2026\n",
        "planwright.yaml": JANUARY,
    },
    "PW320 a council whose year begins in July": {
        **measure(RATED, "Q1: 96\n"),
        "planwright.yaml": SETTINGS + "year_start: July\n",
    },
    "PW321 a year in another form": measure(RATED, "Q1: 96\n", "2026"),
    "PW322 a single quarter": measure(
        "polarity: none\npauses: [{state: suspended, since: 2026-27-Q1, until: 2026-27-Q1, reason: X}]\n"
    ),
    "PW322 a year from its second half": measure(
        "polarity: none\npauses: [{state: suspended, since: 2026-27-H2, until: 2026-27, reason: X}]\n"
    ),
    "PW322 open-ended": measure("polarity: none\npauses: [{state: suspended, since: 2026-27-Q1, reason: X}]\n"),
    "PW323 a value and amber": measure("polarity: higher\ntargets: {2026-27: {value: 95, amber: 90}}\n"),
    "PW323 a value and a floor": measure("polarity: higher\ntargets: {2026-27: {value: 95, floor: 90}}\n"),
    "PW323 a range": measure("polarity: range\ntargets: {2026-27: {low: 5, high: 9}}\n"),
    "PW323 two states and one value": measure(
        "polarity: higher\nrating: {method: two-state}\ntargets: {2026-27: {green: 95}}\n"
    ),
    "PW323 for information": measure("polarity: none\ntargets: {2026-27: {low: 5, amber: 9}}\n"),
    "PW323 retired": measure("polarity: range\nretired: Old\ntargets: {2026-27: 5}\n"),
    "PW324 conditions alone": measure("polarity: range\ntrigger: {when: [red]}\n"),
    "PW324 higher is better": measure("polarity: higher\ntrigger: {below: 5}\n"),
    "PW324 asks for nothing": measure("polarity: none\ntrigger: {below: 5, asks_for: nothing}\n"),
    "PW324 retired": measure("polarity: none\nretired: Old\ntrigger: {below: 5}\n"),
    "PW325 yes and no": measure(
        YES_NO + "targets: {2026-27: yes}\n", "Q1: no\nQ2: {value: 1, forecast: yes}\nQ3: {missing: suspended}\n"
    ),
    "PW325 one and nothing": measure(
        "polarity: lower\ntargets: {2026-27: 1}\n" + AREAS, "Q1: {value: 1, forecast: 0, groups: {North: 1}}\nQ2: 0\n"
    ),
    "PW325 in capitals": measure("unit: Yes/No\npolarity: higher\ntargets: {2026-27: yes}\n"),
    "PW325 a unit of its own": measure("unit: yes votes\npolarity: higher\ntargets: {2026-27: 95}\n"),
    "PW325 a target in words alone": measure(YES_NO + "targets: {2026-27: {rationale: X}}\n"),
    "PW414 brought forward": action(
        "due: 2026-09-30\nrevised:\n  - {to: 2027-03-31, on: 2026-09-01, reason: X}\n"
        "  - {to: 2026-12-31, on: 2026-10-01, reason: X}\n"
    ),
    "PW414 later each time": action(
        "due: 2026-09-30\nrevised:\n  - {to: 2026-12, reason: X}\n  - {to: 2027-03-31, reason: X}\n"
    ),
    "PW415 nothing and everything": action(
        "due: 2026-12-31\npercent: 0\nprogress: [{on: 2026-11-01, note: X, percent: 100}]\n"
    ),
    "PW416 not all of it": action("due: 2026-12-31\npercent: 99\n"),
    "PW416 done": action("due: 2026-12-31\npercent: 100\ndone: 2026-11-02\n"),
    "PW416 a day that could not be read": action("due: 2026-12-31\npercent: 100\ndone: yesterday\n"),
    "PW416 a claim without a day is PW404": action("due: 2026-12-31\npercent: 100\nstatus: complete\n"),
    "PW416 given up": action("due: 2026-12-31\npercent: 100\nstatus: cancelled\nreason: X\n"),
    "PW416 a due date of its own": action(
        "due: 2027-03-31\nmilestones: [{title: X, due: 2026-10-31, done: 2026-10-30}]\n"
    ),
    "PW416 a target every year": action(
        "targets_by_year: [{year: 2026-27, target: Ten}]\nmilestones: [{title: X, due: 2026-10-31, done: 2026-10-30}]\n"
    ),
    "PW416 a milestone still to come": action(
        "milestones:\n  - {title: X, due: 2026-10-31, done: 2026-10-30}\n  - {title: Y, due: 2027-01-31}\n"
    ),
    "PW416 all of it given up": action("milestones: [{title: X, due: 2026-10-31, status: cancelled, reason: X}]\n"),
    "PW416 no milestones": action(""),
    "PW514 the scales as they come": {"planwright.yaml": SETTINGS},
    "PW514 added up": scales("  scoring: sum\n"),
    "PW514 scales of their own": scales(
        "  likelihood: [rare, likely]\n  impact: [rare, likely]\n  bands: [{name: any, from: 0, colour: amber}]\n"
    ),
    "PW514 a band that could not be read": scales(
        "  bands: [{name: low, from: one, colour: green}, {name: high, from: 6, colour: red}]\n"
    ),
    "PW515 reviewed today": risk("reviewed: 2026-11-21\nreview_by: 2027-11-01\n"),
    "PW601 a plan given up beside an open one": {
        **measure(RATED, "Q2: {value: 80, comment: X}\n"),
        **pip(FACTOR + SOLUTION),
        "old.yaml": "kind: pip\nid: PIP-0\nindicator: HSG-PI-01\nauthor: HEAD-OF-HOUSING\n"
        "opened: 2026-01-01\nretired: X\n",
    },
    "PW612 three on target": {
        **off_target("Q1: 96\nQ2: 96\n"),
        **measure("polarity: higher\ntargets: {2025-26: 95, 2026-27: 95}\n"),
        "before.yaml": "kind: results\nperiod: 2025-26\nresults:\n  HSG-PI-01: {Q3: 10, Q4: 96}\n",
    },
    "PW612 none asked for": off_target("", **{"planwright.yaml": SETTINGS + "pips: {on_target_periods: 0}\n"}),
}


@pytest.mark.parametrize("case", FOUND)
def test_slips_are_found(case: str) -> None:
    must_be_found(case, FOUND[case])


@pytest.mark.parametrize("case", SILENT)
def test_what_is_no_slip_is_not_found(case: str) -> None:
    assert case[:5] not in codes(SILENT[case])


@pytest.mark.parametrize("end", ["retired: {reason: Old, on: 2026-06-30}", "retired: Old"])
def test_a_plan_may_name_its_indicator_when_that_has_ended(end: str) -> None:
    files = {**measure(f"polarity: higher\n{end}\n"), **pip(FACTOR + SOLUTION)}
    found = findings({name: text.encode() for name, text in files.items()})
    assert [one.place.file for one in found if one.code == "PW109"]
    assert not [one for one in found if one.place.file == "pip.yaml"]


def test_a_year_in_another_form_is_shown_once_a_file() -> None:
    files = measure("polarity: higher\nsince: 2026\nbaseline: {value: 5, period: 2026}\ntargets: {2026: 95, 2027: 9}\n")
    found = [one for one in findings({name: text.encode() for name, text in files.items()}) if one.code == "PW320"]
    assert sorted(one.message[:4] for one in found) == ["2026", "2027"]


def test_a_trigger_point_of_a_whole_set_is_shown_once() -> None:
    both = "indicators:\n  - {id: A, title: A, polarity: none}\n  - {id: B, title: B, polarity: range}\n"
    files = {"set.yaml": f"kind: indicators\ntrigger: {{below: 5}}\n{both}".encode()}
    (found,) = (one for one in findings(files) if one.code == "PW324")
    assert (found.place.line, [one.place.line for one in found.related]) == (2, [4])
