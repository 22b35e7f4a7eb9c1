"""Where the rules on risks, improvement plans, money and the audit trail must keep quiet."""

import pytest
from conftest import SETTINGS
from council_of_rules import COMPLETE, FACTOR, SOLUTION, action, codes, measure, must_be_quiet, pip, plan, risk

SILENT = {
    "PW501 a closed risk": {
        "risks.yaml": "kind: risk-log\nid: RL\nrisks:\n  - {id: R1, title: X, closed: 2026-10-01}\n"
    },
    "PW502 a retired risk": {"risks.yaml": "kind: risk-log\nid: RL\nrisks:\n  - {id: R1, title: X, retired: Gone}\n"},
    "PW503 in the lowest band": risk("current: {likelihood: low, impact: low}\n"),
    "PW503 tolerated": risk("current: {likelihood: high, impact: high}\nresponse: tolerate\n"),
    "PW503 an action of a plan names it": {
        **risk("current: {likelihood: high, impact: high}\n"),
        **action("due: 2027-03-31\nrisks: [HSG-R1]\n"),
    },
    "PW503 actions that could not be read": risk("current: {likelihood: high, impact: high}\nactions: soon\n"),
    "PW504 the whole log was reviewed": {
        "risks.yaml": (
            "kind: risk-log\nid: RL\nreviewed: 2026-11-01\nrisks:\n"
            "  - {id: R1, title: X, current: {likelihood: low, impact: low}}\n"
        )
    },
    "PW504 a closed risk": risk("reviewed: 2020-01-01\nclosed: 2020-06-01\nclosed_because: Gone\n"),
    "PW504 a day that could not be read": risk("reviewed: 1/11/2026\ncurrent: {likelihood: low, impact: low}\n"),
    "PW505 in the corporate log itself": risk(
        "current: {likelihood: high, impact: high}\n", "corporate: yes\n", "risks: {escalate_from: 9}\n"
    ),
    "PW505 below the line": risk("current: {likelihood: low, impact: high}\n", "", "risks: {escalate_from: 9}\n"),
    "PW505 no line": risk("current: {likelihood: high, impact: high}\n"),
    "PW505 escalated to what nobody knows is a dangling link": risk(
        "current: {likelihood: high, impact: high}\nescalated_to: GONE\n", "", "risks: {escalate_from: 9}\n"
    ),
    "PW506 a closed risk keeps its words": risk(
        "current: {likelihood: odd, impact: low}\nclosed: 2026-10-01\nclosed_because: Gone\n"
    ),
    "PW507 an opportunity": risk(
        "nature: opportunity\ncurrent: {likelihood: low, impact: low}\ntarget: {likelihood: high, impact: low}\n"
    ),
    "PW507 no target": risk("current: {likelihood: low, impact: low}\n"),
    "PW508 without any action it is another finding": risk(
        "current: {likelihood: high, impact: high}\ntarget: {likelihood: low, impact: low}\n"
    ),
    "PW508 an action of a plan is live": {
        **risk("current: {likelihood: high, impact: high}\ntarget: {likelihood: low, impact: low}\n"),
        **action("due: 2027-03-31\nrisks: [HSG-R1]\n"),
    },
    "PW508 the target is reached": risk(
        "current: {likelihood: low, impact: low}\ntarget: {likelihood: low, impact: low}\n"
    ),
    "PW508 no target": risk("current: {likelihood: low, impact: low}\n"),
    "PW508 an opportunity": risk(
        "nature: opportunity\ncurrent: {likelihood: high, impact: low}\ntarget: {likelihood: low, impact: low}\n"
    ),
    "PW509 no categories in the settings": risk("category: odd\n"),
    "PW510 a score that could not be read": risk("current: high\n"),
    "PW511 a plan's action carries it": risk("actions: [{title: Talk, due: 2026-06-30, action: HSG-A1}]\n"),
    "PW511 within the days of grace": risk("actions: [{title: Talk, due: 2026-11-10}]\n"),
    "PW511 no date": risk("actions: [{title: Talk}]\n"),
    "PW512 still open": risk(""),
    "PW513 an opportunity": risk(
        "nature: opportunity\ninherent: {likelihood: low, impact: low}\ncurrent: {likelihood: high, impact: low}\n"
    ),
    "PW513 the same with and without": risk(
        "inherent: {likelihood: low, impact: low}\ncurrent: {likelihood: low, impact: low}\n"
    ),
    "PW513 no current score": risk("inherent: {likelihood: low, impact: low}\n"),
    "PW601 an explanation is enough": measure(
        "polarity: higher\ntargets: {2026-27: 95}\ntrigger: {when: [red], asks_for: explanation}\n", "Q2: 5\n"
    ),
    "PW601 on target": measure("polarity: higher\ntargets: {2026-27: 95}\n", "Q2: 96\n"),
    "PW601 retired": measure("polarity: higher\ntargets: {2026-27: 95}\nretired: Old\n", "Q2: 5\n"),
    "PW601 the shortfall was accepted": {
        **measure("polarity: higher\ntargets: {2026-27: 95}\n", "Q2: 5\n"),
        **pip(COMPLETE),
    },
    "PW601 a plan that could not be read": {
        **measure("polarity: higher\ntargets: {2026-27: 95}\n", "Q2: 5\n"),
        "pip.yaml": "kind: pip\nid: PIP-1\nindicator: HSG-PI-01\n",
    },
    "PW602 the first is complete": pip(
        COMPLETE, second="kind: pip\nid: PIP-2\nindicator: HSG-PI-01\nauthor: HEAD-OF-HOUSING\nopened: 2026-11-10\n"
    ),
    "PW603 a complete plan": pip(COMPLETE.replace("2026-11-01", "2026-09-02")),
    "PW603 an entry that could not be read": {
        "pip.yaml": pip("progress: [{on: 1/11/2026, comment: x}]\n")["pip.yaml"].replace("2026-09-01", "2026-06-01")
    },
    "PW604 beyond reach": pip(FACTOR.replace("}", ", not_addressable: National rates}")),
    "PW604 a complete plan": pip(FACTOR + COMPLETE),
    "PW604 a solution that could not be read": pip(FACTOR + SOLUTION.replace("2027-03-31", "soon")),
    "PW605 a complete plan": pip(SOLUTION.replace(", factors: [F1]", "") + COMPLETE),
    "PW606 not decided yet": pip(
        FACTOR
        + "solutions:\n"
        + "  - {id: S1, text: A, in_place_by: 2027-03-31, factors: [F1], option_group: g}\n"
        + "  - {id: S2, text: B, in_place_by: 2027-03-31, factors: [F1], option_group: g}\n"
    ),
    "PW606 a group of one": pip(
        FACTOR
        + SOLUTION.replace("[F1]", "[F1], option_group: g")
        + "management_comments: [{level: Head of Service, text: Yes., on: 2026-10-01, approves: [S1]}]\n"
    ),
    "PW607 an unknown level is another finding": pip("management_comments: [{level: Odd, text: x, on: 2026-10-01}]\n"),
    "PW608 an entry on the same day": pip(COMPLETE + "  - {on: 2026-11-01, comment: Thanks.}\n"),
    "PW609 the shortfall was accepted": pip(FACTOR + SOLUTION + COMPLETE),
    "PW609 an option that was not chosen": pip(
        FACTOR
        + SOLUTION.replace("factors: [F1]", "factors: [F1], option_group: g, chosen: no")
        + "progress:\n  - {on: 2026-11-01, comment: Done., completion: yes}\n"
    ),
    "PW609 in place on the day": pip(
        FACTOR
        + SOLUTION.replace("2027-03-31", "2026-10-31, in_place: 2026-11-01")
        + "progress:\n  - {on: 2026-11-01, comment: Done., completion: yes}\n"
    ),
    "PW611 not chosen": pip(
        FACTOR + SOLUTION.replace("2027-03-31", "2026-10-01").replace("[F1]", "[F1], option_group: g, chosen: no")
    ),
    "PW611 due today": pip(FACTOR + SOLUTION.replace("2027-03-31", "2026-11-21")),
    "PW612 no results": pip(FACTOR + "progress:\n  - {on: 2026-11-01, comment: Done., completion: yes}\n"),
    "PW612 on target by then": {
        **measure("polarity: higher\ntargets: {2026-27: 95}\n", "Q1: 5\nQ2: 96\nQ3: 5\n"),
        **pip("progress:\n  - {on: 2026-11-01, comment: Done., completion: yes}\n"),
    },
    "PW612 the council asks for none": {
        "planwright.yaml": SETTINGS + "pips: {on_target_periods: 0}\n",
        **measure("polarity: higher\ntargets: {2026-27: 95}\n", "Q2: 5\n"),
        **pip("progress:\n  - {on: 2026-11-01, comment: Done., completion: yes}\n"),
    },
    "PW612 the shortfall was accepted": {
        **measure("polarity: higher\ntargets: {2026-27: 95}\n", "Q2: 5\n"),
        **pip(COMPLETE),
    },
    "PW612 an open plan": {**measure("polarity: higher\ntargets: {2026-27: 95}\n", "Q2: 5\n"), **pip("")},
    "PW613 not decided yet": pip("referrals: [{to: CABINET, on: 2026-10-28, reason: Money}]\n"),
    "PW614 within the service": pip(FACTOR + SOLUTION),
    "PW615 in its first four weeks": {"pip.yaml": pip("")["pip.yaml"].replace("2026-09-01", "2026-10-25")},
    "PW615 a factor of another plan is enough": pip(
        "shared_factors: [F9]\nsolutions: [{id: S1, text: Adapt two, in_place_by: 2027-03-31}]\n"
    ),
    "PW615 the shortfall was accepted": pip("accepted: CAB-2026-09/1\n"),
    "PW615 complete": pip("progress:\n  - {on: 2026-11-01, comment: Done., completion: yes}\n"),
    "PW701 not said": action("due: 2027-03-31\nresources: {money: 5000}\n"),
    "PW701 no money needed": action("due: 2027-03-31\nresources: {fte: 1, funded: no}\n"),
    "PW701 a cancelled action": action(
        "due: 2027-03-31\nstatus: cancelled\nreason: No money\nresources: {money: 5000, funded: no}\n"
    ),
    "PW703 not cashable": plan("efficiency: [{title: Quicker letters, category: more for the same}]\n"),
    "PW801 a title may change": measure("polarity: none\nchanges: [{field: title, reason: Clearer}]\n"),
    "PW801 a decision that could not be read": measure(
        "polarity: none\nchanges: [{field: polarity, reason: Clearer, decision: two words}]\n"
    ),
    "PW802 told in words": measure(
        "polarity: higher\ntargets: {2026-27: 90}\n"
        "changes: [{field: targets, period: 2026-27, to: lower, reason: Delays, decision: CAB-2026-09/1}]\n"
    ),
    "PW802 the last change counts": measure(
        "polarity: higher\ntargets: {2026-27: 90}\nchanges:\n"
        '  - {field: targets, period: 2026-27, to: "80", reason: Delays, decision: CAB-2026-09/1}\n'
        '  - {field: targets, period: 2026-27, to: "90.0", reason: Made good, decision: CAB-2026-09/1}\n'
    ),
    "PW802 another field": measure(
        "polarity: higher\ntargets: {2026-27: 90}\nchanges: [{field: lag_days, period: 2026-27, to: '5', reason: X}]\n"
    ),
    "PW802 where it ends is not said": measure(
        "polarity: higher\ntargets: {2026-27: 90}\nchanges: [{field: targets, period: 2026-27, reason: X}]\n"
    ),
    "PW802 for which year is not said": measure(
        "polarity: higher\ntargets: {2026-27: 90}\nchanges: [{field: targets, to: '5', reason: X}]\n"
    ),
    "PW803 on target to the end": measure("polarity: higher\ntargets: {2026-27: 5}\nretired: Old\n", "Q2: 5\n"),
    "PW803 never measured": measure("polarity: higher\ntargets: {2026-27: 5}\nretired: Old\n"),
    "PW803 carried on by another": {
        "indicators.yaml": (
            "kind: indicators\nindicators:\n  - {id: HSG-PI-01, title: X, polarity: higher, targets: {2026-27: 95}, "
            "retired: Old}\n  - {id: HSG-PI-02, title: Y, polarity: none, replaces: [HSG-PI-01]}\n"
        ),
        "results.yaml": "kind: results\nperiod: 2026-27\nresults:\n  HSG-PI-01: {Q2: 5}\n",
    },
    "PW803 merged into another": measure(
        "polarity: higher\ntargets: {2026-27: 95}\nretired: Old\nmerged_into: HSG-O1\n", "Q2: 5\n"
    ),
    "PW803 for information": measure("polarity: none\nretired: Old\n", "Q2: 5\n"),
    "PW901 no date": risk("exempt: {paragraph: '3', reason: Contracts}\n"),
    "PW901 on the day itself": risk("exempt: {paragraph: '3', reason: Contracts, review: 2026-11-21}\n"),
    "PW902 a retired item": risk("retired: Gone\nexempt: {paragraph: '3', reason: Contracts}\n"),
}

# What stands in a file and could not be read is a finding of reading; that it is missing must not be one as well.
UNREAD = {
    "PW501": {"risks.yaml": "kind: risk-log\nid: RL\nrisks: [{id: R1, title: X, owner: two words}]\n"},
    "PW502": {"risks.yaml": "kind: risk-log\nid: RL\nrisks: [{id: R1, title: X, monitor: two words}]\n"},
    "PW511": risk("actions: [{title: Talk, due: 2026-06-30, done: 1/6/2026}]\n"),
    "PW512": risk("closed: 2026-10-01\nclosed_because: [many, reasons]\n"),
    "PW605": pip(FACTOR + SOLUTION.replace("[F1]", "[two words]")),
    "PW607": pip("management_comments: [{level: CMT, text: x, on: 2026-10-01, meeting: two words}]\n"),
    "PW611": pip(FACTOR + SOLUTION.replace("2027-03-31", "2026-10-01, in_place: 1/10/2026")),
    "PW614": pip(FACTOR + SOLUTION.replace("[F1]", "[F1], resourcing: extra funding sought, amount: lots")),
    "PW615": pip("factors: many\nsolutions: none yet\n"),
    "PW703": plan("efficiency: [{title: X, category: the same for less, cashable: yes, evidence: [a, b]}]\n"),
    "PW902": risk("exempt: {paragraph: '3', reason: Contracts, review: soon}\n"),
}


@pytest.mark.parametrize("case", SILENT)
def test_must_not_fire(case: str) -> None:
    must_be_quiet(case, SILENT[case])


@pytest.mark.parametrize("code", UNREAD)
def test_what_could_not_be_read_is_not_missing_as_well(code: str) -> None:
    found = codes(UNREAD[code])
    assert code not in found
    assert any(one < "PW100" for one in found)
