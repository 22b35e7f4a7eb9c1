"""Where the rules on links, completeness, actions and milestones must keep quiet."""

import pytest
from conftest import SETTINGS
from council_of_rules import COMMUNITY, PARTNERS, RETIRED_CORP, action, codes, must_be_quiet, plan

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
    "PW106 a retired objective": plan(
        """
        objectives:
          - {id: HSG-O1, title: Visit houses, links: [HSG-O2], retired: Done}
          - {id: HSG-O2, title: License houses}
        """
    ),
    "PW106 a link to what has ended is a finding of its own": plan(
        """
        objectives:
          - {id: HSG-O1, title: Visit houses, links: [HSG-O2]}
          - {id: HSG-O2, title: License houses, links: [CORP-3], retired: Done}
        """
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
    "PW109 minutes name what they ended": {
        "corporate.yaml": RETIRED_CORP,
        "meeting.yaml": (
            "kind: meeting\nid: M\ncommittee: CABINET\ndate: 2026-09-10\nitems: [{title: X, about: [CORP-4]}]\n"
        ),
    },
    "PW109 a name nobody has": plan("objectives:\n  - {id: HSG-O1, title: X, links: [GONE]}\n"),
    "PW110 an earlier id that is in no file": plan("objectives:\n  - {id: HSG-O1, title: X, replaces: [OLD-1]}\n"),
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
    "PW113 a retired objective": plan(
        "objectives:\n  - {id: O1, title: X, links: [{to: CORP-3, wording: Old words}], retired: Done}\n"
    ),
    "PW114 a partner leads": {
        "community.yaml": COMMUNITY + "    lead: COUNTY\n",
        "organisation.yaml": PARTNERS,
    },
    "PW114 an aim of the council's own": {
        "corporate.yaml": "kind: corporate-plan\nid: CORP\ntitle: X\nperiod: 2026-27\naims: [{id: A, title: X}]\n"
    },
    "PW114 a retired aim": {"community.yaml": COMMUNITY + "    retired: Reached\n"},
    "PW201 a target is a measure": plan(
        "objectives:\n  - {id: HSG-O1, title: Roofs, links: [CORP-3], targets: [{title: All roofs}]}\n"
    ),
    "PW201 a measure that could not be read": plan(
        "objectives:\n  - {id: HSG-O1, title: Roofs, links: [CORP-3], measured_by: [two words]}\n"
    ),
    "PW201 a retired objective": plan("objectives:\n  - {id: O1, title: X, links: [CORP-3], retired: Done}\n"),
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
    "PW205 on the last day": action("due: 2027-03-31\n", "2026-27"),
    "PW205 on the first day": action("due: 2026-04-01\ndone: 2027-04-01\n", "2026-27"),
    "PW206 no more than the council allows": action("due: 2027-03-31\nkey: yes\n"),
    "PW206 one of them has ended": {
        "planwright.yaml": SETTINGS + "key_actions_at_most: 1\n",
        **action(
            "due: 2027-03-31\nkey: yes\n",
            more="  - {id: A2, title: X, key: yes, done: 2026-09-01}\n  - {id: A3, title: X, due: 2027-03}\n",
        ),
    },
    "PW207 a retired indicator": {
        "indicators.yaml": "kind: indicators\nindicators:\n  - {id: PI-1, title: X, polarity: none, retired: Old}\n"
    },
    "PW207 an owner that could not be read": {
        "indicators.yaml": "kind: indicators\nindicators:\n  - {id: PI-1, title: X, polarity: none, owner: two words}\n"
    },
    "PW208 actions alone": action("due: 2027-03-31\n"),
    "PW208 objectives that could not be read": plan("objectives: none yet\n"),
    "PW208 a retired plan": plan("retired: Merged\n"),
    "PW209 a plan of this year": {},
    "PW209 a retired plan": plan("retired: Merged\n", "2024-25"),
    "PW209 a retired service": {
        "organisation.yaml": PARTNERS.replace("title: Housing}]", "title: Housing, retired: Sold}]"),
        **plan("", "2024-25"),
    },
    "PW210 an action that is not key": action("due: 2027-03-31\n"),
    "PW210 targets by year": action("key: yes\ntargets_by_year: [{year: 2026-27, target: Ten}]\n"),
    "PW211 a vacant post that owns nothing live": {
        "organisation.yaml": PARTNERS.replace("title: Head of Housing", "title: Head of Housing, vacant: yes"),
        **action("due: 2026-06-30\ndone: 2026-06-01\n"),
        "indicators.yaml": "kind: indicators\nindicators: []\n",
    },
    "PW211 a vacant post that only watches": {
        "organisation.yaml": PARTNERS.replace("title: Head of Housing", "title: Head of Housing, vacant: yes"),
        "risks.yaml": "kind: risk-log\nid: RL\nrisks: [{id: R1, title: X, monitor: HEAD-OF-HOUSING}]\n",
    },
    "PW212 said within a sentence": plan("overview: The number of homes is to be confirmed by the county\n"),
    "PW212 a reference, which leads nowhere": plan("objectives:\n  - {id: HSG-O1, title: X, links: [TBC]}\n"),
    "PW212 a comment": plan("# To be written\n"),
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
    "PW406 due on the same day": action(
        "due: 2026-12-31\ndepends_on: [A2]\n", more="  - {id: A2, title: Pay, due: 2026-12-31}\n"
    ),
    "PW406 it is done itself": action(
        "due: 2026-12-31\ndone: 2026-11-01\ndepends_on: [A2]\n", more="  - {id: A2, title: Pay, due: 2027-12-31}\n"
    ),
    "PW406 no date to compare": action("depends_on: [A2]\n", more="  - {id: A2, title: Pay}\n"),
    "PW407 no start": action("due: 2026-12-31\n"),
    "PW407 on the same day": action("start: 2026-12-31\ndue: 2026-12-31\n"),
    "PW407 begun and done in a day": action("start: 2026-05-01\ndue: 2026-12-31\ndone: 2026-05-01\n"),
    "PW408 a milestone already reached": action(
        "due: 2026-12-31\nmilestones: [{title: Agreed, due: 2027-01-31, done: 2026-11-01}]\n"
    ),
    "PW408 the action moved too": action(
        "due: 2026-12-31\nrevised: [{to: 2027-06-30, reason: Late}]\nmilestones: [{title: Agreed, due: 2027-01-31}]\n"
    ),
    "PW408 the action has no date of its own": action("milestones: [{title: Agreed, due: 2027-01-31}]\n"),
    "PW408 a done action": action("due: 2026-12-31\ndone: 2026-11-01\nmilestones: [{title: X, due: 2027-01-31}]\n"),
    "PW409 a chain is no circle": action(
        "due: 2026-12-31\ndepends_on: [HSG-A2]\n",
        more="  - {id: HSG-A2, title: Pay, due: 2026-12-01, depends_on: [GONE]}\n",
    ),
    "PW410 a milestone needs no decision": action(
        "due: 2027-03-31\nmilestones: [{title: Agreed, due: 2026-06-30, status: cancelled, reason: Not needed}]\n"
    ),
    "PW410 done after all": action("due: 2026-06-30\ndone: 2026-06-01\nstatus: cancelled\n"),
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
    "PW413 no date": action("start: 2026-04-01\npercent: 10\n"),
    "PW413 it begins and ends on one day": action("start: 2026-12-31\ndue: 2026-12-31\npercent: 0\n"),
}

# What stands in a file and could not be read is a finding of reading; that it is missing must not be one as well.
UNREAD = {
    "PW204": plan("actions:\n  - {id: A1, title: Build, due: 2027-06-30, objective: two words}\n"),
    "PW210": action("due: 2027-06-30\nkey: yes\nmilestones: soon\n"),
    "PW405": action("due: 2027-06-30\nstatus: cancelled\nreason: [many, reasons]\n"),
    "PW410": action("due: 2027-06-30\nstatus: cancelled\nreason: Money\ndecision: two words\n"),
    "PW411": action("due: 2026-06-30\ndone: 2026-06-01\nmilestones: [{title: X, due: 2026-05-30, done: 1/6/2026}]\n"),
    "PW412": action("targets_by_year: [{year: 2025-26, target: Ten, met: nearly}]\n", "2025-26 to 2026-27"),
}


@pytest.mark.parametrize("case", SILENT)
def test_must_not_fire(case: str) -> None:
    must_be_quiet(case, SILENT[case])


@pytest.mark.parametrize("code", UNREAD)
def test_what_could_not_be_read_is_not_missing_as_well(code: str) -> None:
    found = codes(UNREAD[code])
    assert code not in found
    assert any(one < "PW100" for one in found)
