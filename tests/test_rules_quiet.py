"""Where rules must keep quiet: that is where a checker earns trust."""

import pytest
from council_of_rules import (
    COMMUNITY,
    COMPLETE,
    FACTOR,
    PARTNERS,
    RETIRED_CORP,
    SOLUTION,
    action,
    codes,
    measure,
    pip,
    plan,
    risk,
)

SILENT = {
    "PW101 an item that could not be read is known": plan(
        """
        objectives:
          - id: HSG-O1
            links: [CORP-3]
          - {id: HSG-O2, title: Find homes, links: [HSG-O1]}
        """
    ),
    "PW104 a post may own": action("due: 2027-03-31\n"),
    "PW105 the top layer links to nothing": {},
    "PW105 the law is reason enough": plan(
        "objectives:\n  - {id: HSG-O1, title: License houses, statutory_driver: Housing Act 2004}\n"
    ),
    "PW105 a link that could not be read is another finding": plan(
        "objectives:\n  - id: HSG-O1\n    title: Find homes\n    links: [{type: direct}]\n"
    ),
    "PW105 a retired objective": plan("objectives:\n  - {id: HSG-O1, title: Find homes, retired: Done}\n"),
    "PW106 a support link": plan(
        """
        objectives:
          - {id: HSG-O1, title: Run the system, links: [{to: HSG-O2, type: supports}]}
          - {id: HSG-O2, title: Find homes, links: [CORP-3]}
        """
    ),
    "PW106 a statutory driver further up": plan(
        """
        objectives:
          - {id: HSG-O1, title: Visit houses, links: [HSG-O2]}
          - {id: HSG-O2, title: License houses, statutory_driver: Housing Act 2004}
        """
    ),
    "PW106 a chain that breaks is a dangling link": plan(
        "objectives:\n  - {id: HSG-O1, title: Visit, links: [HSG-O2]}\n  - {id: HSG-O2, title: Go, links: [GONE]}\n"
    ),
    "PW107 an action serves it directly": plan(
        "actions:\n  - {id: A1, title: Build, objective: CORP-3, lead: HEAD-OF-HOUSING, due: 2027-03-31}\n"
    ),
    "PW107 served further down the chain": plan(
        """
        objectives:
          - {id: HSG-O1, title: Find homes, links: [HSG-O2]}
          - {id: HSG-O2, title: Have homes, links: [CORP-3]}
        """
    ),
    "PW107 a retired objective needs no service": {"corporate.yaml": RETIRED_CORP},
    "PW109 the past may name it": {
        "corporate.yaml": RETIRED_CORP,
        **plan("objectives:\n  - {id: HSG-O1, title: Air, links: [CORP-4], retired: Given up}\n"),
    },
    "PW109 a done action may name it": {
        "corporate.yaml": RETIRED_CORP,
        **plan("actions:\n  - {id: A1, title: Air, objective: CORP-4, due: 2026-06-30, done: 2026-06-01}\n"),
    },
    "PW111 a retired service": {
        "organisation.yaml": PARTNERS.replace(
            "title: Housing}]", "title: Housing}, {id: OLD, title: Old, retired: Merged}]"
        )
    },
    "PW111 a plan that could not be read": {
        "organisation.yaml": PARTNERS.replace("title: Housing}]", "title: Housing}, {id: NEW, title: New}]"),
        "services/new.yaml": "kind: service-plan\nid: NEW-P\n",
        **plan(""),
    },
    "PW112 one after the other": {
        **plan("", "2026-27"),
        "next.yaml": "kind: service-plan\nid: HSG-27\nservice: HOUSING\nperiod: 2027-28\n",
    },
    "PW112 a plan that was overtaken": {
        **plan(""),
        "old.yaml": "kind: service-plan\nid: HSG-OLD\nservice: HOUSING\nperiod: 2026-27\nretired: Rewritten\n",
    },
    "PW113 a link that was never confirmed": {},
    "PW114 a partner leads": {
        "community.yaml": COMMUNITY + "    lead: COUNTY\n",
        "organisation.yaml": PARTNERS,
    },
    "PW201 a target is a measure": plan(
        "objectives:\n  - {id: HSG-O1, title: Roofs, links: [CORP-3], targets: [{title: All roofs}]}\n"
    ),
    "PW201 a measure that could not be read": plan(
        "objectives:\n  - {id: HSG-O1, title: Roofs, links: [CORP-3], measured_by: [two words]}\n"
    ),
    "PW202 a done action": plan("actions:\n  - {id: A1, title: Build, due: 2026-06-30, done: 2026-06-01}\n"),
    "PW202 a lead that could not be read": plan(
        "actions:\n  - {id: A1, title: Build, due: 2027-06-30, lead: two words}\n"
    ),
    "PW203 targets by year": action("targets_by_year: [{year: 2026-27, target: Ten}]\n"),
    "PW203 dated milestones": action("milestones: [{title: Agreed, due: 2027-03-31}]\n"),
    "PW203 a date that could not be read": action("due: 31/03/2027\n"),
    "PW203 a cancelled action": action("status: cancelled\nreason: Not needed\n"),
    "PW204 the plan allows it": plan(
        "actions_without_objective: yes\nactions:\n  - {id: A1, title: Build, due: 2027-06-30}\n"
    ),
    "PW204 a link will do": plan("actions:\n  - {id: A1, title: Build, due: 2027-06-30, links: [CORP-3]}\n"),
    "PW204 an ended action": plan(
        "actions:\n  - {id: A1, title: Build, due: 2027-06-30, status: superseded, reason: Merged}\n"
    ),
    "PW205 carried over from last year": action("start: 2024-04-01\ndue: 2026-12-31\n"),
    "PW205 a slip beyond the end": action("due: 2027-03-31\nrevised: [{to: 2027-06-30, reason: Late}]\n", "2026-27"),
    "PW205 a milestone already reached": action(
        "due: 2026-12-31\nmilestones: [{title: Agreed, due: 2026-01-31, done: 2026-01-30}]\n"
    ),
    "PW205 a done action": action("due: 2025-12-31\ndone: 2026-05-01\n"),
    "PW206 no more than the council allows": action("due: 2027-03-31\nkey: yes\n"),
    "PW207 a retired indicator": {
        "indicators.yaml": "kind: indicators\nindicators:\n  - {id: PI-1, title: X, polarity: none, retired: Old}\n"
    },
    "PW207 an owner that could not be read": {
        "indicators.yaml": "kind: indicators\nindicators:\n  - {id: PI-1, title: X, polarity: none, owner: two words}\n"
    },
    "PW208 actions alone": action("due: 2027-03-31\n"),
    "PW208 objectives that could not be read": plan("objectives: none yet\n"),
    "PW209 a plan of this year": {},
    "PW210 an action that is not key": action("due: 2027-03-31\n"),
    "PW210 targets by year": action("key: yes\ntargets_by_year: [{year: 2026-27, target: Ten}]\n"),
    "PW211 a vacant post that owns nothing live": {
        "organisation.yaml": PARTNERS.replace("title: Head of Housing", "title: Head of Housing, vacant: yes"),
        **action("due: 2026-06-30\ndone: 2026-06-01\n"),
        "indicators.yaml": "kind: indicators\nindicators: []\n",
    },
    "PW301 a part of the year has one": measure("polarity: higher\ntargets: {2026-27-Q4: 95}\n"),
    "PW301 still to be agreed": measure("polarity: higher\ntarget_pending: Set in January\n"),
    "PW301 for information": measure("polarity: none\n"),
    "PW301 suspended": measure(
        "polarity: higher\npauses: [{state: suspended, since: 2026-27-Q1, reason: New system}]\n"
    ),
    "PW301 collected from next year": measure("polarity: higher\nsince: 2027-28\n"),
    "PW301 a target that could not be read": measure("polarity: higher\ntargets: {2026-27: 95%}\n"),
    "PW301 retired": measure("polarity: higher\nretired: Old\n"),
    "PW302 within the days of grace": measure("polarity: none\nlag_days: 40\n", "Q1: 5\n"),
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
    "PW309 lower is better": measure("polarity: lower\ntargets: {2026-27: {green: 5, amber: 8}}\n"),
    "PW309 a range of one value": measure("polarity: range\ntargets: {2026-27: {low: 5, high: 5}}\n"),
    "PW310 no denominators": measure('polarity: none\nunit: "%"\naggregation: mean\n', "Q1: 5\n"),
    "PW310 not a percentage": measure(
        "polarity: none\nunit: days\naggregation: mean\n", "Q1: {value: 5, denominator: 9}\n"
    ),
    "PW311 rounding": measure('polarity: none\nunit: "%"\n', "Q1: {value: 66.6, numerator: 2, denominator: 3}\n"),
    "PW311 not a percentage": measure(
        "polarity: none\nunit: days\n", "Q1: {value: 6, numerator: 60, denominator: 10}\n"
    ),
    "PW311 only a numerator": measure('polarity: none\nunit: "%"\n', "Q1: {value: 6, numerator: 60}\n"),
    "PW312 checked by a post": measure(
        "polarity: none\nfrequency: monthly\n",
        "2026-06: 30\n2026-07: 31\n2026-08: 29\n2026-09: 30\n2026-10: {value: 3000, checked_by: HEAD-OF-HOUSING}\n",
    ),
    "PW312 small counts": measure(
        "polarity: none\nfrequency: monthly\n", "2026-06: 1\n2026-07: 1\n2026-08: 1\n2026-09: 1\n2026-10: 12\n"
    ),
    "PW312 too little history": measure("polarity: none\nfrequency: monthly\n", "2026-09: 30\n2026-10: 3000\n"),
    "PW312 down to nothing": measure(
        "polarity: none\nfrequency: monthly\n", "2026-06: 30\n2026-07: 31\n2026-08: 29\n2026-09: 30\n2026-10: 0\n"
    ),
    "PW313 a value without missing": measure("polarity: none\n", "Q2: 5\n"),
    "PW315 a forecast with an owner": measure(
        "polarity: none\n", "Q2: {value: 5, forecast: 6, forecast_by: HEAD-OF-HOUSING}\n"
    ),
    "PW316 a quarter that has begun": measure("polarity: none\n", "Q3: {value: 5, as_at: 2026-11-20}\n"),
    "PW316 missing next quarter": measure("polarity: none\n", "Q4: {missing: suspended, reason: New system}\n"),
    "PW317 one of them is retired": {
        "indicators.yaml": (
            "kind: indicators\nindicators:\n  - {id: HSG-PI-01, title: X, polarity: none, retired: Old}\n"
            "  - {id: HSG-PI-02, title: x, polarity: none}\n"
        )
    },
    "PW318 a quarter is missing": measure("polarity: none\n", "Q1: 5\nQ2: 5\nQ3: 5\n", "2025-26"),
    "PW318 the year is given": measure("polarity: none\n", "Q1: 5\nQ2: 5\nQ3: 5\nQ4: 5\nyear: 20\n", "2025-26"),
    "PW318 collected once a year": measure("polarity: none\nfrequency: annual\n", "year: 20\n", "2025-26"),
    "PW401 within the days of grace": action("due: 2027-03-31\nmilestones: [{title: Agreed, due: 2026-11-10}]\n"),
    "PW401 a cancelled milestone": action(
        "due: 2027-03-31\nmilestones: [{title: Agreed, due: 2026-06-30, status: cancelled, reason: Not needed}]\n"
    ),
    "PW401 a done action": action(
        "due: 2026-06-30\ndone: 2026-06-01\nmilestones: [{title: Agreed, due: 2026-05-30}]\n"
    ),
    "PW402 a deferred action": action("due: 2026-06-30\nstatus: deferred\nreason: No money\n"),
    "PW402 only its milestone is late": action("milestones: [{title: Agreed, due: 2026-06-30}]\n"),
    "PW402 a new date": action("due: 2026-06-30\nrevised: [{to: 2026-12-31, reason: Late}]\n"),
    "PW403 a reason that could not be read": action("due: 2026-06-30\nrevised: [{to: 2026-12-31, reason: [a]}]\n"),
    "PW404 complete with a day": action("due: 2026-06-30\ndone: 2026-06-01\nstatus: complete\n"),
    "PW404 a day that could not be read": action("due: 2027-06-30\ndone: 1/6/2026\nstatus: complete\n"),
    "PW405 done after all": action("due: 2026-06-30\ndone: 2026-06-01\nstatus: cancelled\n"),
    "PW406 what it waits for is done": action(
        "due: 2026-12-31\ndepends_on: [HSG-A2]\n",
        more="  - {id: HSG-A2, title: Pay, due: 2027-03-31, done: 2026-10-01}\n",
    ),
    "PW406 nothing of that name": action("due: 2026-12-31\ndepends_on: [GONE]\n"),
    "PW407 no start": action("due: 2026-12-31\n"),
    "PW407 on the same day": action("start: 2026-12-31\ndue: 2026-12-31\n"),
    "PW408 a milestone already reached": action(
        "due: 2026-12-31\nmilestones: [{title: Agreed, due: 2027-01-31, done: 2026-11-01}]\n"
    ),
    "PW408 the action moved too": action(
        "due: 2026-12-31\nrevised: [{to: 2027-06-30, reason: Late}]\nmilestones: [{title: Agreed, due: 2027-01-31}]\n"
    ),
    "PW408 the action has no date of its own": action("milestones: [{title: Agreed, due: 2027-01-31}]\n"),
    "PW409 a chain is no circle": action(
        "due: 2026-12-31\ndepends_on: [HSG-A2]\n",
        more="  - {id: HSG-A2, title: Pay, due: 2026-12-01, depends_on: [GONE]}\n",
    ),
    "PW410 a milestone needs no decision": action(
        "due: 2027-03-31\nmilestones: [{title: Agreed, due: 2026-06-30, status: cancelled, reason: Not needed}]\n"
    ),
    "PW411 a cancelled milestone": action(
        "due: 2026-06-30\ndone: 2026-06-01\n"
        "milestones: [{title: Agreed, due: 2026-05-30, status: cancelled, reason: Not needed}]\n"
    ),
    "PW412 within the days of grace": action("targets_by_year: [{year: 2026-27, target: Ten}]\n", "2026-27 to 2027-28"),
    "PW412 the action was given up": action(
        "status: cancelled\nreason: No money\ntargets_by_year: [{year: 2025-26, target: Ten}]\n", "2025-26 to 2027-28"
    ),
    "PW413 it is admitted": action("start: 2026-04-01\ndue: 2026-12-31\npercent: 10\nstatus: behind\n"),
    "PW413 no start": action("due: 2026-12-31\npercent: 10\n"),
    "PW413 done": action("start: 2026-04-01\ndue: 2026-12-31\npercent: 10\ndone: 2026-11-01\n"),
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
    "PW509 no categories in the settings": risk("category: odd\n"),
    "PW510 a score that could not be read": risk("current: high\n"),
    "PW511 a plan's action carries it": risk("actions: [{title: Talk, due: 2026-06-30, action: HSG-A1}]\n"),
    "PW511 within the days of grace": risk("actions: [{title: Talk, due: 2026-11-10}]\n"),
    "PW512 still open": risk(""),
    "PW513 an opportunity": risk(
        "nature: opportunity\ninherent: {likelihood: low, impact: low}\ncurrent: {likelihood: high, impact: low}\n"
    ),
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
    "PW603 an entry that could not be read": pip("progress: [{on: 1/11/2026, comment: x}]\n"),
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
    "PW607 an unknown level is another finding": pip("management_comments: [{level: Odd, text: x, on: 2026-10-01}]\n"),
    "PW608 an entry on the same day": pip(COMPLETE + "  - {on: 2026-11-01, comment: Thanks.}\n"),
    "PW609 the shortfall was accepted": pip(FACTOR + SOLUTION + COMPLETE),
    "PW609 an option that was not chosen": pip(
        FACTOR
        + SOLUTION.replace("factors: [F1]", "factors: [F1], option_group: g, chosen: no")
        + "progress:\n  - {on: 2026-11-01, comment: Done., completion: yes}\n"
    ),
    "PW611 not chosen": pip(
        FACTOR + SOLUTION.replace("2027-03-31", "2026-10-01").replace("[F1]", "[F1], option_group: g, chosen: no")
    ),
    "PW612 no results": pip(FACTOR + "progress:\n  - {on: 2026-11-01, comment: Done., completion: yes}\n"),
    "PW613 not decided yet": pip("referrals: [{to: CABINET, on: 2026-10-28, reason: Money}]\n"),
    "PW614 within the service": pip(FACTOR + SOLUTION),
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
    "PW803 on target to the end": measure("polarity: higher\ntargets: {2026-27: 5}\nretired: Old\n", "Q2: 5\n"),
    "PW803 never measured": measure("polarity: higher\ntargets: {2026-27: 5}\nretired: Old\n"),
    "PW803 carried on by another": {
        "indicators.yaml": (
            "kind: indicators\nindicators:\n  - {id: HSG-PI-01, title: X, polarity: higher, targets: {2026-27: 95}, "
            "retired: Old}\n  - {id: HSG-PI-02, title: Y, polarity: none, replaces: [HSG-PI-01]}\n"
        ),
        "results.yaml": "kind: results\nperiod: 2026-27\nresults:\n  HSG-PI-01: {Q2: 5}\n",
    },
    "PW901 no date": risk("exempt: {paragraph: '3', reason: Contracts}\n"),
    "PW902 a retired item": risk("retired: Gone\nexempt: {paragraph: '3', reason: Contracts}\n"),
}


@pytest.mark.parametrize("case", SILENT)
def test_must_not_fire(case: str) -> None:
    assert case[:5] not in codes(SILENT[case])


# What stands in a file and could not be read is a finding of reading; that it is missing must not be one as well.
UNREAD = {
    "PW204": plan("actions:\n  - {id: A1, title: Build, due: 2027-06-30, objective: two words}\n"),
    "PW210": action("due: 2027-06-30\nkey: yes\nmilestones: soon\n"),
    "PW303": measure("polarity: higher\ntargets: {2026-27: 95}\n", "Q2: {value: 5, comment: [many, reasons]}\n"),
    "PW313": measure("polarity: none\n", "Q2: {missing: suspended, reason: [many, reasons]}\n"),
    "PW315": measure("polarity: none\n", "Q2: {value: 5, forecast: 6, forecast_by: two words}\n"),
    "PW405": action("due: 2027-06-30\nstatus: cancelled\nreason: [many, reasons]\n"),
    "PW410": action("due: 2027-06-30\nstatus: cancelled\nreason: Money\ndecision: two words\n"),
    "PW411": action("due: 2026-06-30\ndone: 2026-06-01\nmilestones: [{title: X, due: 2026-05-30, done: 1/6/2026}]\n"),
    "PW412": action("targets_by_year: [{year: 2025-26, target: Ten, met: nearly}]\n", "2025-26 to 2026-27"),
    "PW501": {"risks.yaml": "kind: risk-log\nid: RL\nrisks: [{id: R1, title: X, owner: two words}]\n"},
    "PW502": {"risks.yaml": "kind: risk-log\nid: RL\nrisks: [{id: R1, title: X, monitor: two words}]\n"},
    "PW511": risk("actions: [{title: Talk, due: 2026-06-30, done: 1/6/2026}]\n"),
    "PW512": risk("closed: 2026-10-01\nclosed_because: [many, reasons]\n"),
    "PW605": pip(FACTOR + SOLUTION.replace("[F1]", "[two words]")),
    "PW607": pip("management_comments: [{level: CMT, text: x, on: 2026-10-01, meeting: two words}]\n"),
    "PW611": pip(FACTOR + SOLUTION.replace("2027-03-31", "2026-10-01, in_place: 1/10/2026")),
    "PW614": pip(FACTOR + SOLUTION.replace("[F1]", "[F1], resourcing: extra funding sought, amount: lots")),
    "PW703": plan("efficiency: [{title: X, category: the same for less, cashable: yes, evidence: [a, b]}]\n"),
    "PW902": risk("exempt: {paragraph: '3', reason: Contracts, review: soon}\n"),
}


@pytest.mark.parametrize("code", UNREAD)
def test_what_could_not_be_read_is_not_missing_as_well(code: str) -> None:
    found = codes(UNREAD[code])
    assert code not in found
    assert any(one < "PW100" for one in found)
