"""Rules on sections, outputs, targets, titles, feedback, community plans and news: where they speak and where not."""

import pytest
from conftest import SETTINGS
from council_of_rules import COMMUNITY, RETIRED_CORP, action, codes, must_be_found, must_be_quiet, plan

PLANS = SETTINGS + "plans: {%s}\n"
OBJECTIVES = "objectives:\n  - {id: HSG-O1, title: Find homes, links: [CORP-3], measured_by: [HSG-PI-01]}\n"
INFORMAL = "feedback: [{kind: informal, finding: Cold flats%s}]\n"


def sections(settings: str, body: str = OBJECTIVES, period: str = "2026-27 to 2028-29") -> dict[str, str]:
    return plan(body, period) | {"planwright.yaml": PLANS % settings}


def target(body: str, more: str = "") -> dict[str, str]:
    """Return the housing plan with an objective that has one target, and perhaps indicators."""
    files = plan(
        f"objectives:\n  - id: HSG-O1\n    title: a\n    links: [CORP-3]\n    targets: [{{title: t, {body}}}]\n"
    )
    return files | ({"indicators.yaml": more} if more else {})


def titled(words: int, dates: str) -> dict[str, str]:
    """Return the housing plan with an action whose title has so many words."""
    return plan(f"actions: [{{id: A1, title: {'word ' * words}, objective: CORP-3, {dates}}}]\n")


def measured(body: str) -> str:
    return f"kind: indicators\nindicators:\n  - {{id: PI, title: a, owner: HEAD-OF-HOUSING, polarity: lower{body}}}\n"


def community(body: str) -> dict[str, str]:
    return {"community.yaml": COMMUNITY + body}


WHOLE = "vision: a\ncommitment: b\nmonitoring: [{what: c, frequency: d}]\n"
CORPORATE = """
kind: corporate-plan
id: CORP
title: Our plan
period: 2026-27 to 2028-29
objectives: [{id: CORP-3, title: Homes, measured_by: [HSG-PI-01], links: [COMM-1]}]
"""
ORGANISATION = """\
kind: organisation
services: [{id: HOUSING, title: Housing, summary: Finds homes}]
posts: [{id: HEAD-OF-HOUSING, title: Head}, {id: HOUSING-OPTIONS-MANAGER, title: Manager}]
"""
RISKS = "kind: risk-log\nid: RL\nservice: HOUSING\nrisks: [{id: R, title: a}]\n"
ACTION = "actions: [{id: A1, title: a, objective: CORP-3, resources: {money: 5}}]\n"

SPEAKS = {
    "PW213 'Introduction'": sections("profile: small district"),
    "PW213 'Action plan'": sections("profile: small district", OBJECTIVES + "overview: a\n"),
    "PW213 'Business continuity'": sections("profile: large county"),
    "PW213 'Strengths, weaknesses": sections("profile: unitary, required: [swot]"),
    "PW213 'Scope', which the profile 'large county' asks for": sections("profile: large county"),
    "PW213 'Scope', which the settings require": sections("profile: unitary, required: [scope]"),
    "PW214 no service plan has a section 'swott'": sections("unused: [swott]"),
    "PW214 no service plan has a section 'Actions'": sections("headings: {Actions: What we do}"),
    "PW214 no service plan has a section 'aims'": plan(OBJECTIVES + "held_elsewhere: [{section: aims, plan: CORP}]\n"),
    "PW215 HSG fills in objectives": sections("unused: [swot, objectives]"),
    "PW216 how much or by when and how it is measured": action("due: 2027-03-31\noutputs: [{title: Better}]\n"),
    "PW216 'A guide' does not say how it is measured": action(
        "due: 2027-03-31\noutputs: [{title: A guide, by: 2027-01}]\n"
    ),
    "PW216 'A panel' does not say how much or by when": action(
        "due: 2027-03-31\noutputs: [{title: A panel, measure: It met}]\n"
    ),
    "PW217 does not say by when": target("value: 5"),
    "PW217 by when, by how much and from what": target("kind: reduce by amount"),
    "PW217 does not say from what": target("kind: reduce by percent, value: 5, by: 2027-03-31"),
    "PW217 how much, or compared with whom": target("kind: stay below, by: 2027-03-31"),
    "PW217 does not say how much": target("indicator: PI, by: 2027-03-31", measured("")),
    "PW217 what is kept": target("kind: maintain, by: 2027-03-31"),
    "PW218 has 21 words; at most 20": titled(21, "due: 2027-03-31"),
    "PW219 no vision, actions, nor objectives that serve it, commitment or monitoring": community(""),
    "PW219 has no commitment": community(WHOLE.replace("commitment: b\n", "")) | {"corporate.yaml": CORPORATE},
    "PW220 HSG": plan(OBJECTIVES + INFORMAL % ""),
    "PW221 HOUSING has 1 indicator": {"planwright.yaml": PLANS % "indicators_at_most: 0"},
    "PW418 moved to 2027-06-30": action(
        "due: 2027-03-31\nrevised: [{to: 2027-05-31, reason: a, implications: b}, {to: 2027-06-30, reason: c}]\n"
    ),
}

NEWS = "  - {id: B1, title: b, objective: CORP-3, progress: [{on: 2026-10-01, note: a}]}\n"
SILENT = {
    "PW213 nothing is required": plan(OBJECTIVES),
    "PW213 a service says what it does where it stands": sections("required: [overview]")
    | {"organisation.yaml": ORGANISATION},
    "PW213 risks stand in their log": sections("required: [risks]") | {"risks.yaml": RISKS},
    "PW213 indicators stand in their set": sections("required: [indicators]"),
    "PW213 actions say what they need": sections("required: [resources]", ACTION),
    "PW213 another document holds it": sections(
        "required: [swot]", OBJECTIVES + "held_elsewhere: [{section: swot, document: Strategy}]\n"
    ),
    "PW213 what is not used is not required": sections("profile: small district, unused: [overview, actions]"),
    "PW213 an unknown section is another finding": sections("required: [swott]"),
    "PW213 the plan has run out": sections("required: [swot]", period="2024-25"),
    "PW213 the plan is retired": sections("required: [swot]", OBJECTIVES + "retired: Merged\n"),
    "PW214 every section there is": sections("required: [swot], unused: [pestle], headings: {actions: a}"),
    "PW215 nothing is filled in": sections("unused: [swot]"),
    "PW215 the plan is retired": sections("unused: [objectives]", OBJECTIVES + "retired: Merged\n"),
    "PW216 something counted": action("due: 2027-03-31\noutputs: [{title: Guides, quantity: 40}]\n"),
    "PW216 an event with what shows it": action(
        "due: 2027-03-31\noutputs: [{title: A guide, by: 2027-01, measure: It is read}]\n"
    ),
    "PW216 the action is done": action("due: 2026-10-31\ndone: 2026-10-30\noutputs: [{title: Better}]\n"),
    "PW217 an event has a date and no figure": target("by: 2027-03-31"),
    "PW217 a cut with its baseline": target("kind: reduce by percent, value: 5, baseline: 9, by: 2027-03-31"),
    "PW217 a cut on the year before": target("kind: reduce by amount, value: 5, each_year: yes, by: 2027-03-31"),
    "PW217 the indicator knows where it starts": target(
        "kind: reduce by amount, value: 5, indicator: PI, by: 2027-03-31",
        measured(", baseline: {value: 9, period: 2025-26}"),
    ),
    "PW217 others are named": target("kind: stay above, comparator: The region, by: 2027-03-31"),
    "PW217 what is kept is where it starts": target("kind: maintain, baseline: 5, by: 2027-03-31"),
    "PW217 a retired objective": {
        "corporate.yaml": RETIRED_CORP.replace("retired", "targets: [{title: a}]\n    retired")
    },
    "PW218 as long as may be": titled(20, "due: 2027-03-31"),
    "PW218 the action is done": titled(21, "due: 2026-10-31, done: 2026-10-30"),
    "PW219 objectives of another plan serve it": community(WHOLE) | {"corporate.yaml": CORPORATE},
    "PW219 it has actions of its own": community(WHOLE + "actions: [{id: C1, title: a}]\n"),
    "PW219 it is retired": community("retired: Over\n"),
    "PW220 it says who is not heard": plan(OBJECTIVES + INFORMAL % ", equality_note: Tenants at work"),
    "PW220 a survey asks everybody": plan(OBJECTIVES + "feedback: [{kind: survey, finding: Cold flats}]\n"),
    "PW220 the plan is retired": plan(OBJECTIVES + INFORMAL % "" + "retired: Merged\n"),
    "PW221 as many as may be": {"planwright.yaml": PLANS % "indicators_at_most: 1"},
    "PW417 nobody in the plan keeps notes": action("due: 2027-03-31\n"),
    "PW417 it begins this quarter": action("due: 2027-03-31\nstart: 2026-10-01\n", more=NEWS),
    "PW418 what it means is told": action("due: 2027-03-31\nrevised: [{to: 2027-05-31, reason: a, implications: b}]\n"),
    "PW418 that it has no reason is another finding": action("due: 2027-03-31\nrevised: [{to: 2027-05-31}]\n"),
    "PW418 the action is done": action(
        "due: 2026-03-31\nrevised: [{to: 2026-05-31, reason: a}]\ndone: 2026-05-30\n"
    ),
}  # fmt: skip

# What stands in a file and could not be read is a finding of reading; that it is missing must not be one as well.
UNREAD = {
    "PW213": sections("required: [swot]", OBJECTIVES + "swot: Good and bad\n"),
    "PW216": action("due: 2027-03-31\noutputs: [{title: Guides, quantity: many}]\n"),
    "PW217": target("by: soon"),
    "PW219": community(WHOLE.replace("commitment: b", "commitment: [b]")) | {"corporate.yaml": CORPORATE},
    "PW220": plan(OBJECTIVES + INFORMAL % ", equality_note: [Tenants at work]"),
    "PW418": action("due: 2027-03-31\nrevised: [{to: 2027-05-31, reason: a, implications: [b]}]\n"),
}


@pytest.mark.parametrize("case", SPEAKS)
def test_must_fire(case: str) -> None:
    must_be_found(case, SPEAKS[case])


@pytest.mark.parametrize("case", SILENT)
def test_must_not_fire(case: str) -> None:
    must_be_quiet(case, SILENT[case])


@pytest.mark.parametrize("code", UNREAD)
def test_what_could_not_be_read_is_not_missing_as_well(code: str) -> None:
    found = codes(UNREAD[code])
    assert code not in found
    assert any(one < "PW100" for one in found)
