"""What rules say beside their Bad: other ways into a finding, and the words a manager reads."""

import pytest
from council_of_rules import FACTOR, RETIRED_CORP, SOLUTION, action, findings, measure, pip, plan, risk

SPOKEN = {
    "PW101 define it in the file of kind organisation, or correct the id": {
        "department.yaml": "kind: department-plan\nid: D\ntitle: Place\ndepartment: PLACE\nperiod: 2026-27\n"
    },
    "PW101 no indicator has the id HSG-PI-99": {
        "results.yaml": "kind: results\nperiod: 2026-27\nresults:\n  HSG-PI-99: {Q1: 5}\n"
    },
    "PW101 write the id of a post in place of TO-BE-FILLED-IN, such as HEAD-OF-HOUSING or HOUSING-OPTIONS-MANAGER": (
        action("due: 2027-03-31\n", more="  - {id: A2, title: X, due: 2027-03-31, lead: TO-BE-FILLED-IN}\n")
    ),
    "PW101 a team in place of TO-BE-FILLED-IN, which must be defined first in the file of kind organisation": {
        "team.yaml": "kind: team-plan\nid: T\nteam: TO-BE-FILLED-IN\nperiod: 2026-27\n"
    },
    "PW212 HSG-O1: outcomes still says 'TBC'": plan(
        "objectives:\n  - {id: HSG-O1, title: X, outcomes: [Fewer, TBC]}\n"
    ),
    "PW212 name still says 'Name of the council'": {"planwright.yaml": "kind: settings\nname: Name of the council\n"},
    "PW212 comment still says 'TBC'": measure("polarity: none\n", "Q2: {value: 5, comment: TBC}\n"),
    "PW212 overview still says 'To be written.'": plan("overview: >\n  To be\n  written.\n"),
    "PW103 an aim, an objective or a priority is expected in links; an indicator may stand in measured_by:": plan(
        "objectives:\n  - {id: HSG-O1, title: X, links: [{to: HSG-PI-01}]}\n"
    ),
    "PW103 HSG-O1 is an objective, but an action is expected in depends_on; an objective may stand in objective:": {
        **plan("objectives:\n  - {id: HSG-O1, title: X}\nactions:\n  - {id: A1, title: X, depends_on: [HSG-O1]}\n")
    },
    "PW103 HSG is a service plan, but an indicator is expected in measured_by; name an item of that sort": plan(
        "objectives:\n  - {id: HSG-O1, title: X, measured_by: [HSG]}\n"
    ),
    "PW103 CORP-3 is an objective, but an indicator is expected in results; name an item of that sort": {
        "results.yaml": "kind: results\nperiod: 2026-27\nresults:\n  CORP-3: {Q1: 5}\n"
    },
    "PW104 did you mean HEAD-OF-HOUSING, who leads it?": plan("owner: HOUSING\n"),
    "PW104 name a post from the organisation file": plan("owner: CABINET\n"),
    "PW108 HSG-O1 leads to itself": plan("objectives:\n  - {id: HSG-O1, title: X, links: [HSG-O1]}\n"),
    "PW108 PRI-1 leads to AIM-1, and back to PRI-1": {
        "corporate.yaml": """
kind: corporate-plan
id: CORP
title: Our plan
period: 2026-27
aims:
  - {id: AIM-2, title: Homes, links: [PRI-1]}
  - {id: AIM-1, title: Health, links: [AIM-2, PRI-1]}
priorities:
  - {id: PRI-1, title: Roofs, aim: AIM-1}
"""
    },
    "PW109 HSG-A1 refers to an objective that has ended: CORP-4": {
        "corporate.yaml": RETIRED_CORP,
        **action("due: 2027-03-31\nlinks: [CORP-4]\n"),
    },
    "PW110 HSG-O1 replaces HSG-O1, which is itself": plan(
        "objectives:\n  - {id: HSG-O1, title: X, replaces: [HSG-O1]}\n"
    ),
    "PW205 HSG-A1 gives 2029-04-01, after the plan ends: HSG covers 2026-27": action(
        "start: 2029-04-01\ndue: 2027-03-31\n", "2026-27"
    ),
    "PW205 HSG-A1 gives 2025-06-30, before the plan begins": action("due: 2025-06-30\n"),
    "PW205 HSG-A1 gives 2030-31, after": action("targets_by_year: [{year: 2030-31, target: Ten}]\n"),
    "PW205 HSG-A1 gives 2030-01-31, after": action("due: 2027-03-31\nmilestones: [{title: X, due: 2030-01-31}]\n"),
    "PW307 lacks a low end": measure("polarity: range\ntargets: {2026-27: {high: 5}}\n"),
    "PW307 lacks a green and an amber value": measure(
        "polarity: higher\nrating: {method: values}\ntargets: {2026-27: 95}\n"
    ),
    "PW307 lacks a value to reach": measure("polarity: higher\ntargets: {2026-27: {floor: 5}}\n"),
    "PW309 the low end, 9, is above the high end, 5": measure(
        "polarity: range\ntargets: {2026-27: {low: 9, high: 5}}\n"
    ),
    "PW309 the floor, 9, is better than 5": measure("polarity: higher\ntargets: {2026-27: {value: 5, floor: 9}}\n"),
    "PW311 HSG-PI-01, North, for 2026-27-Q2: 5 out of 10 is 50 per cent": measure(
        'polarity: none\nunit: "%"\nbreakdown: {by: area, groups: [North, South]}\n',
        "Q2: {value: 60, groups: {North: {value: 70, numerator: 5, denominator: 10}}}\n",
    ),
    "PW311 the denominator is 0": measure(
        'polarity: none\nunit: "%"\n', "Q1: {value: 6, numerator: 0, denominator: 0}\n"
    ),
    "PW311 there is a numerator but no denominator": measure("polarity: none\nunit: days\n", "Q1: {numerator: 6}\n"),
    "PW311 the denominator is 0, and 6 out of nothing": measure(
        'polarity: none\nunit: "%"\n', "Q1: {numerator: 6, denominator: 0}\n"
    ),
    "PW302 add Q2: to its results for 2026-27, or missing:": measure("polarity: none\n", "Q1: 5\n"),
    "PW302 fill in value: at results.yaml:6, or missing:": measure(
        "polarity: none\n", "Q2:\n  value:\n  as_at:\n  comment:\n"
    ),
    "PW302 write value: and the figure below the Q2: at results.yaml:5,": measure(
        "polarity: none\n", "Q2:\n  comment: Soon\n"
    ),
    "PW302 HSG-PI-01: the figure for 2026-27-Q2 is 22 days late, and there is none for 2026-27-Q1 either": measure(
        "polarity: none\n", "Q4: 5\n", "2025-26"
    ),
    "PW302 HSG-PI-01: the figure for 2026-07": measure(
        "polarity: none\nfrequency: monthly\n", "2026-06: 5\n2026-08: 5\n2026-09: 5\n2026-10: 5\n"
    ),
    "PW306 HSG-PI-01 is collected once a year, but this result is for a quarter": measure(
        "polarity: none\nfrequency: annual\n", "Q1: 6\n"
    ),
    "PW313 is said to be suspended, but a value is given": measure(
        "polarity: none\n", "Q1: {missing: suspended, value: 6}\n"
    ),
    "PW316 was measured on 2027-01-01, which has not come yet": measure(
        "polarity: none\n", "Q2: {value: 6, as_at: 2027-01-01}\n"
    ),
    "PW312 2 is 15 times smaller than usual; other results are 29 to 31": measure(
        "polarity: none\nfrequency: monthly\n", "2026-06: 30\n2026-07: 31\n2026-08: 29\n2026-09: 30\n2026-10: 2\n"
    ),
    "PW404 is said to be done on 2027-01-01, which has not come yet": action("due: 2027-03-31\ndone: 2027-01-01\n"),
    "PW407 HSG-A1 was done on 2026-05-01 but begins on 2026-06-01": action(
        "start: 2026-06-01\ndue: 2026-12-31\ndone: 2026-05-01\n"
    ),
    "PW409 HSG-A1 depends on itself, and round again": action("due: 2027-03-31\ndepends_on: [HSG-A1]\n"),
    "PW504 risk R1 was never reviewed": {
        "risks.yaml": "kind: risk-log\nid: RL\nrisks:\n  - {id: R1, title: X, owner: HEAD-OF-HOUSING}\n"
    },
    "PW505 is escalated to HSG-RL, which is not in the corporate log": risk(
        "current: {likelihood: high, impact: high}\nescalated_to: HSG-RL\n", "", "risks: {escalate_from: 9}\n"
    ),
    "PW506 did you mean low? the scale is low, medium, high": risk(
        "history: [{likelihood: lo, impact: low, on: 2026-01-01}]\n"
    ),
    "PW508 scores 9 and is to reach 1, with no live action": risk(
        "current: {likelihood: high, impact: high}\ntarget: {likelihood: low, impact: low}\nresponse: tolerate\n"
    ),
    "PW509 the categories are money": risk("category: zzz\n", "", "risks: {categories: [money]}\n"),
    "PW601 what it asks for is set here": measure(
        "polarity: higher\ntargets: {2026-27: 95}\ntrigger: {when: [red]}\n", "Q2: 5\n"
    ),
    "PW603 PIP-1 has no progress entry yet; progress was due by 2026-11-01": {
        "pip.yaml": "kind: pip\nid: PIP-1\nindicator: HSG-PI-01\nauthor: HEAD-OF-HOUSING\nopened: 2026-08-01\n"
    },
    "PW604 no solution of PIP-2 addresses factor F1": pip(
        FACTOR,
        second="""
        kind: pip
        id: PIP-2
        indicator: HSG-PI-01
        author: HEAD-OF-HOUSING
        opened: 2026-11-01
        shared_factors: [F1]
        """,
    ),
    "PW615 PIP-1 was opened 81 days ago and has no factors and no solutions; write them under factors: and": pip(""),
    "PW615 PIP-1 was opened 81 days ago and has no solutions; write them under solutions:": pip(FACTOR),
    "PW606 none of the options 'g' is chosen": pip(
        FACTOR
        + "solutions:\n"
        + "  - {id: S1, text: A, in_place_by: 2027-03-31, factors: [F1], option_group: g}\n"
        + "  - {id: S2, text: B, in_place_by: 2027-03-31, factors: [F1], option_group: g}\n"
        + "management_comments: [{level: Head of Service, text: Yes., on: 2026-10-01, approves: [S1]}]\n"
    ),
    "PW102 HSG-O1 is already the id of a risk in risks.yaml": {
        **plan("objectives:\n  - {id: HSG-O1, title: X}\n"),
        "risks.yaml": "kind: risk-log\nid: RL\nrisks: [{id: HSG-O1, title: X}]\n",
    },
    "PW102 HSG-O1 is already the id of another objective in": plan(
        "objectives:\n  - {id: HSG-O1, title: X}\n  - {id: HSG-O1, title: Y}\n"
    ),
    "PW301 indicator HSG-PI-01 has no target for 2026-27": measure(
        "polarity: higher\nsince: 2026-27\npauses:\n"
        "  - {state: suspended, since: 2024-25, until: 2025-26, reason: X}\n"
        "  - {state: suspended, since: 2027-28, reason: X}\n"
    ),
    "PW307 its polarity is higher and its method values": measure(
        "polarity: higher\nrating: {method: values}\ntargets: {2026-27: {green: 95}}\n"
    ),
    "PW308 HSG-PI-01 has a target of 0": measure("polarity: lower\ntargets: {2026-27: {green: 0}}\n"),
    "PW308 and 10% of nothing leaves no room": measure(
        "polarity: lower\nrating: {method: five-state, tolerance: 1 point, far: 10%}\ntargets: {2026-27: 0}\n"
    ),
    "PW308 the tolerance is set here": measure("polarity: lower\nrating: {tolerance: 5%}\ntargets: {2026-27: 0}\n"),
    "PW402 action HSG-A1 is overdue": action("revised: [{to: 2026-06-30, reason: Late}]\n"),
    "PW609 PIP-1 was completed on 2026-11-01, before S1 was in place": pip(
        FACTOR
        + SOLUTION.replace("2027-03-31", "2026-10-31, in_place: 2026-11-02")
        + "progress:\n  - {on: 2026-11-01, comment: Done., completion: yes}\n"
    ),
    "PW610 the levels are Head of Service, OMT, CMT, Members": pip(
        "management_comments: [{level: Zzz, text: x, on: 2026-10-01}]\n"
    ),
    "PW611 solution S1 was to be in place by 2026-11-20": pip(FACTOR + SOLUTION.replace("2027-03-31", "2026-11-20")),
    "PW611 solution S1 was to be in place by 2026-10-31": pip(
        FACTOR + SOLUTION.replace("2027-03-31", "2026-10-31, in_place: 2026-12-01")
    ),
}


@pytest.mark.parametrize("case", SPOKEN)
def test_says(case: str) -> None:
    code, words = case.split(maxsplit=1)
    found = findings({name: text.encode() for name, text in SPOKEN[case].items()})
    said = [
        f"{one.message}; {one.help} {' '.join(other.message for other in one.related)}"
        for one in found
        if one.code == code
    ]
    assert any(words in text for text in said), said


@pytest.mark.parametrize(
    ("copy", "added"),
    [
        ("services/housing (1).yaml", ""),
        ("services/housing - Copy.yaml", ""),
        ("services/Copy of housing.yaml", "  - {id: HSG-O3, title: New, links: [CORP-3]}\n"),
        ("services/housing-DESKTOP1.yaml", ""),
        ("old/elsewhere.yaml", ""),
    ],
)
def test_the_copy_of_a_file_is_told_once_and_the_original_not_at_all(copy: str, added: str) -> None:
    ((file, text),) = plan("objectives:\n  - {id: HSG-O1, title: X}\n  - {id: HSG-O2, title: Y}\n").items()
    found = findings({file: text.encode(), copy: (text + added).encode()})
    assert [(one.place.file, one.place.line, one.message) for one in found if one.code == "PW102"] == [
        (copy, 1, f"{copy} looks like a copy of {file}: the same ids stand in both")
    ]


def test_plans_whose_indicator_is_yet_to_be_named_are_not_for_the_same_one() -> None:
    body = "indicator: TO-BE-FILLED-IN\nauthor: HEAD-OF-HOUSING\nopened: 2026-10-20\n"
    files = {f"pips/{name}.yaml": f"kind: pip\nid: PIP-{name}\n{body}".encode() for name in "ab"}
    assert "PW602" not in {one.code for one in findings(files)}


def test_an_id_taken_twice_makes_no_copy_of_a_file() -> None:
    body = "indicator: HSG-PI-01\nauthor: HEAD-OF-HOUSING\nopened: 2026-10-20\n"
    files = {f"pips/{name}.yaml": f"kind: pip\nid: {id_}\n{body}" for name, id_ in (("a", "PIP-1"), ("b", "pip-1"))}
    (told,) = (one for one in findings({name: text.encode() for name, text in files.items()}) if one.code == "PW102")
    assert told.message == "pip-1 is already the id of another pip, written PIP-1 in pips/a.yaml"


def test_suggestions_stop_before_a_wrong_file_becomes_dear() -> None:
    objectives = "".join(f"  - {{id: HSG-O{n}, title: X, links: [CROP-3]}}\n" for n in range(1200))
    hints = [
        found.help
        for found in findings({"p.yaml": plan("objectives:\n" + objectives)["services/housing.yaml"].encode()})
        if found.code == "PW101"
    ]
    assert len(hints) == 1200
    assert hints[0].startswith("did you mean")
    assert hints[-1] == "define it, or correct the id"
