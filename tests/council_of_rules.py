"""A small council for tests of rules: what every example may lean on, and short ways of changing one part of it."""

from collections.abc import Mapping
from datetime import date
from textwrap import dedent, indent

from conftest import SETTINGS

from planwright.assessment import assess
from planwright.checking import check
from planwright.diagnostic import Diagnostic
from planwright.document import parse
from planwright.linking import link

AS_AT = date(2026, 11, 21)

# What an example may lean on: a small council, of which it brings its own version where it shows that kind.
COUNCIL = {
    "settings": ("planwright.yaml", SETTINGS),
    "organisation": (
        "organisation.yaml",
        """\
kind: organisation
services:
  - id: HOUSING
    title: Housing
    head: HEAD-OF-HOUSING
posts:
  - id: HEAD-OF-HOUSING
    title: Head of Housing
  - id: HOUSING-OPTIONS-MANAGER
    title: Housing Options Manager
committees:
  - id: CABINET
    title: Cabinet
    type: executive
  - id: SCRUTINY
    title: Scrutiny Committee
    type: scrutiny
""",
    ),
    "corporate-plan": (
        "corporate.yaml",
        """\
kind: corporate-plan
id: CORP
title: Our plan
period: 2026-27 to 2028-29
objectives:
  - id: CORP-3
    title: Everyone has a home
    measured_by: [HSG-PI-01]
""",
    ),
    "service-plan": (
        "services/housing.yaml",
        """\
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
    measured_by: [HSG-PI-01]
actions:
  - id: HSG-A1
    title: Set up a landlord incentive scheme
    objective: HSG-O1
    lead: HOUSING-OPTIONS-MANAGER
    due: 2026-12-31
""",
    ),
    "indicators": (
        "indicators.yaml",
        """\
kind: indicators
service: HOUSING
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    unit: "%"
    polarity: higher
    aggregation: weighted
    targets:
      2026-27: 95
""",
    ),
    "meeting": (
        "meetings/cabinet.yaml",
        """\
kind: meeting
id: CAB-2026-09
committee: CABINET
date: 2026-09-10
items:
  - title: Performance
    decisions:
      - id: CAB-2026-09/1
        text: The target is 90
        type: amend target
""",
    ),
}


def findings(files: Mapping[str, bytes], as_at: date = AS_AT) -> tuple[Diagnostic, ...]:
    documents = [parse(name, data) for name, data in files.items()]
    kinds = {document.kind for document in documents}
    documents += [parse(name, text.encode()) for kind, (name, text) in COUNCIL.items() if kind not in kinds]
    return check(assess(link(documents), as_at))


def codes(files: Mapping[str, str], as_at: date = AS_AT) -> set[str]:
    """Return the codes of all findings on texts by file name, in the small council."""
    return {found.code for found in findings({name: text.encode() for name, text in files.items()}, as_at)}


def must_be_quiet(case: str, files: Mapping[str, str]) -> None:
    """Assert that the rule a case begins with finds nothing in it, and that all of it was read unless it says not."""
    found = codes(files)
    assert case[:5] not in found
    assert "read" in case or not {code for code in found if code < "PW1"}


def must_be_found(case: str, files: Mapping[str, str]) -> None:
    """Assert that the rule a case begins with finds something there, in the words that the case goes on with."""
    found = findings({name: text.encode() for name, text in files.items()})
    assert [one for one in found if one.code == case[:5] and case[6:].strip() in one.message], list(map(str, found))


def plan(body: str, period: str = "2026-27 to 2028-29") -> dict[str, str]:
    """Return the housing service's plan with the given lists."""
    head = f"kind: service-plan\nid: HSG\nservice: HOUSING\nperiod: {period}\n"
    return {"services/housing.yaml": head + dedent(body)}


def action(body: str, period: str = "2026-27 to 2028-29", more: str = "") -> dict[str, str]:
    """Return the housing service's plan with one action, which has lead and objective unless told otherwise."""
    head = "actions:\n  - id: HSG-A1\n    title: Set up a scheme\n    objective: CORP-3\n    lead: HEAD-OF-HOUSING\n"
    return plan(head + indent(dedent(body), "    ") + more, period)


def measure(body: str, results: str = "", year: str = "2026-27") -> dict[str, str]:
    """Return one indicator, and its results in a year."""
    head = "kind: indicators\nservice: HOUSING\nindicators:\n  - id: HSG-PI-01\n"
    whole = f"title: Homes\nowner: HEAD-OF-HOUSING\n{dedent(body)}"
    files = {"indicators.yaml": head + indent(whole, "    ")}
    if results:
        body = indent(dedent(results), "    ")
        files["results.yaml"] = f"kind: results\nperiod: {year}\nresults:\n  HSG-PI-01:\n{body}"
    return files


def risk(body: str, log: str = "", settings: str = "") -> dict[str, str]:
    """Return a log with one risk, which has an owner and a monitor and was reviewed unless told otherwise."""
    rest = "" if "reviewed:" in body else "reviewed: 2026-11-01\n"
    whole = (
        f"id: HSG-R1\ntitle: Landlords leave\nowner: HEAD-OF-HOUSING\nmonitor: HEAD-OF-HOUSING\n{rest}{dedent(body)}"
    )
    entry = indent(whole, "    ").replace("    id", "  - id", 1)
    log = dedent(log) or "service: HOUSING\n"
    return {
        "planwright.yaml": SETTINGS + dedent(settings),
        "risks.yaml": f"kind: risk-log\nid: HSG-RL\n{log}risks:\n{entry}",
    }


def pip(body: str, **more: str) -> dict[str, str]:
    """Return an improvement plan for the council's indicator, opened in September 2026, with other files."""
    head = "kind: pip\nid: PIP-1\nindicator: HSG-PI-01\nauthor: HEAD-OF-HOUSING\nopened: 2026-09-01\n"
    return {"pip.yaml": head + dedent(body), **{f"{name}.yaml": dedent(text) for name, text in more.items()}}


FACTOR = "factors:\n  - {id: F1, text: Few large homes, origin: external, term: long term}\n"
SOLUTION = "solutions:\n  - {id: S1, text: Adapt two, in_place_by: 2027-03-31, factors: [F1]}\n"
COMPLETE = "accepted: CAB-2026-09/1\nprogress:\n  - {on: 2026-11-01, comment: Done., completion: yes}\n"
RETIRED_CORP = """
kind: corporate-plan
id: CORP
title: Our plan
period: 2026-27 to 2028-29
objectives:
  - id: CORP-3
    title: Everyone has a home
    measured_by: [HSG-PI-01]
  - id: CORP-4
    title: Clean air
    measured_by: [HSG-PI-01]
    retired: The county took it over
"""
COMMUNITY = """
kind: community-plan
id: COMM
title: Together
period: 2024-25 to 2033-34
aims:
  - id: COMM-1
    title: A good life
"""
PARTNERS = """
kind: organisation
services: [{id: HOUSING, title: Housing}]
posts:
  - {id: HEAD-OF-HOUSING, title: Head of Housing}
  - {id: HOUSING-OPTIONS-MANAGER, title: Housing Options Manager}
committees: [{id: CABINET, title: Cabinet}]
partners: [{id: COUNTY, title: The county}]
"""
