"""The register of decisions, the guide to the organisation, the rules in words, and the plans above the services."""

from collections.abc import Mapping
from datetime import date

import pytest
from conftest import workspace_of

from planwright import datasets, formats, reports, resources
from planwright.assessment import assess
from planwright.kinds import Visibility
from planwright.page import Facts
from planwright.rendering import render
from planwright.reports import Edition

AS_AT = date(2026, 11, 21)
ORGANISATION = """\
kind: organisation
departments: [{id: PEOPLE, title: People, head: DIRECTOR}, {id: PLACE, title: Place}]
services:
  - {id: HOUSING, title: Housing, summary: Finds homes, department: PEOPLE, head: HEAD, portfolio: HOMES,
     committee: AUDIT}
  - {id: LEGAL, title: Legal, type: support}
teams: [{id: LETTINGS, title: Lettings, service: HOUSING, leader: LETTER}]
posts:
  - {id: DIRECTOR, title: Director of People}
  - {id: HEAD, title: Head of Housing, service: HOUSING, reports_to: DIRECTOR}
  - {id: LETTER, title: Lettings Manager, team: LETTINGS, reports_to: HEAD, vacant: yes}
portfolios: [{id: HOMES, title: Homes}]
committees: [{id: AUDIT, title: Audit Committee, type: scrutiny, work_programme: [Empty homes in June]}]
partners: [{id: COUNTY, title: Wessdale County Council, role: Cares for children}]
stakeholders: [{id: TENANTS, title: Tenants' Panel, interest: Rents and repairs}]
"""
MEETING = """\
kind: meeting
id: A1
committee: AUDIT
date: 2026-06-18
items:
  - number: 4
    title: Empty homes
    about: [P1]
    author: HEAD
    note: Members asked why.
    recommendations: [{text: Take note, type: note, follow_up: A visit in May}]
    decisions:
      - {id: A1/4, text: A report in December, minute: 4, about: [P1], reasons: Homes stand empty,
         response_due: 2026-12-10}
      - {id: A1/5, text: Secret words, exempt: {paragraph: 3, reason: Names a tenant, review: 2027-01-01}}
"""
LATER = """\
kind: meeting
id: A2
committee: AUDIT
date: 2026-12-18
previous: A1
title: Winter meeting
items: [{title: Not met yet}]
"""
INDICATORS = """\
kind: indicators
title: Housing figures
service: HOUSING
reviewed: 2026-02-03
trigger: {when: [red], periods: 2}
indicators: [{id: P1, title: Homes let, polarity: higher, targets: {2026-27: 90}, weight: 3}]
"""
RESULTS = "kind: results\nperiod: 2026-27\nresults: {P1: {Q2: 85}}\n"
MAPPING = "kind: import-mapping\nid: SHEET\ntitle: The trust's return\nfile: trust-*.xlsx\ncodes: {LET: P1}\n"
CORPORATE = """\
kind: corporate-plan
id: CORP
title: Our plan
period: 2026-27 to 2028-29
vision: Homes for all
values: [{name: Candour, key_phrase: Bad news first}]
management_principles: [One post answers for each target]
other_plans: [{title: Local Plan, statutory: yes, relation: beside}]
aims: [{id: AIM, title: A home for everyone, lead: HOMES}]
priorities:
  - {id: PR1, title: Families first, aim: AIM, portfolio: HOMES, reason: The board asked for it}
  - {id: PR2, title: Warm homes}
objectives:
  - id: O1
    title: Nobody sleeps rough
    links: [{to: AIM, type: indirect, so_that: all have a roof, share: A third is ours}]
    measured_by: [P1]
    targets: [{title: Half as many, indicator: P1, value: 95, by: 2027-03-31, stretch: Nobody has done it}]
actions:
  - id: X1
    title: Sign the agreement
    objective: O1
    lead: DIRECTOR
    due: 2027-03-31
    progress: [{on: 2026-10-01, note: All but one have signed}]
monitoring: [{what: Every objective, frequency: Yearly, who: HEAD, to: AUDIT, acts: DIRECTOR}]
"""
DEPARTMENT = """\
kind: department-plan
id: DEP
title: People first
department: PEOPLE
period: 2026-27
"""
FILES = {
    "department.yaml": DEPARTMENT,
    "organisation.yaml": ORGANISATION,
    "meeting.yaml": MEETING,
    "later.yaml": LATER,
    "indicators.yaml": INDICATORS,
    "results.yaml": RESULTS,
    "mapping.yaml": MAPPING,
    "corporate.yaml": CORPORATE,
}


def edition_of(level: Visibility = Visibility.PUBLIC, files: Mapping[str, str] = FILES) -> Edition:
    return Edition(assess(workspace_of(files), AS_AT), level)


def printed(report: str, subject: str | None = None, level: Visibility = Visibility.PUBLIC) -> str:
    """Return a report on the council of these tests as Markdown."""
    facts = Facts("Wexcombe District Council", AS_AT, "working copy", level.value, "0")
    view = reports.load(report).view(edition_of(level), subject)
    return formats.load("md").write(render(report, view, resources.templates(), facts)).decode()


def test_the_council_of_these_tests_is_read_whole() -> None:
    assert [problem.message for problem in workspace_of(FILES).problems] == []


@pytest.mark.parametrize(
    ("report", "known"),
    [
        ("decisions", ["AUDIT"]),
        ("organisation", ["PEOPLE", "PLACE"]),
        ("method", ["HOUSING"]),
        ("corporate-plan", ["CORP"]),
        ("department-plan", ["DEP"]),
        ("community-plan", []),
        ("national-priorities", []),
    ],
)
def test_each_report_is_made_for_what_there_is(report: str, known: list[str]) -> None:
    assert list(reports.load(report).subjects(edition_of())) == known


def test_a_departments_plan_names_the_department() -> None:
    assert "| **Department** | People |" in printed("department-plan", "DEP")


def test_a_register_tells_what_was_asked_decided_and_is_still_to_be_answered() -> None:
    text = printed("decisions", "AUDIT")
    assert "# Decisions of Audit Committee" in text
    assert (
        "| 10 December 2026 | A report in December<br>A1/4 | Head of Housing | Audit Committee, 18 June 2026 |" in text
    )
    assert "Brought by the Head of Housing. About: Homes let (P1)." in text
    assert "- Asked to note: Take note (to follow: A visit in May)" in text
    assert (
        "- Decided: **A report in December** (A1/4, minute 4). About: Homes let (P1). Reasons: Homes stand empty"
        in text
    )


def test_a_register_holds_no_meeting_that_is_still_to_be_held() -> None:
    assert "Not met yet" not in printed("decisions")
    later = Edition(assess(workspace_of(FILES), date(2026, 12, 18)))
    view = reports.load("decisions").view(later, None)
    assert [meeting["name"] for meeting in view["meetings"]] == ["Winter meeting", "Audit Committee, 18 June 2026"]


def test_an_exempt_decision_is_left_out_for_the_public_and_marked_for_members() -> None:
    public, members = printed("decisions"), printed("decisions", level=Visibility.MEMBERS)
    assert "Secret words" not in public
    assert "1 decision of 1 meeting." in public
    assert "paragraph 3: 1 item" in public
    assert "Secret words" in members
    assert "Names a tenant (to be looked at again on 1 January 2027)" in members


def test_the_organisation_shows_who_belongs_where() -> None:
    text = printed("organisation", level=Visibility.MEMBERS)
    headings = [line for line in text.splitlines() if line.startswith("##")]
    assert headings[:5] == ["## People", "### Housing", "## Place", "## Services in no department", "### Legal"]
    assert "| **Team** | Lettings (LETTINGS), led by the Lettings Manager |" in text
    assert "| **Lettings Manager<br>LETTER<br>vacant** | Lettings | Head of Housing |" in text
    assert text.count("Director of People<br>DIRECTOR") == 1
    for line in ("Empty homes in June", "Cares for children", "Rents and repairs", "- Homes (HOMES)", "other services"):
        assert line in text


def test_a_department_is_shown_alone_and_only_members_see_what_is_vacant() -> None:
    text = printed("organisation", "PEOPLE")
    assert text.startswith("# People")
    assert "Lettings Manager" in text
    for line in ("vacant", "Legal", "Cares for children", "Portfolios"):
        assert line not in text


def test_the_method_says_every_setting_in_words_and_whose_sets_have_rules() -> None:
    text = printed("method")
    assert "| **Grace days** | 14 | Overdue by up to this many days is amber; more is red |" in text
    assert "name: critical; from: 9; colour: red; review days: 31" in text
    assert "edition: members; about: council; part: 1; by exception: no" in text
    assert "12.1 Housing figures" in text
    assert "| **Reviewed** | 3 February 2026 |" in text
    assert "when: red; periods: 2; asks for: pip" in text


@pytest.mark.parametrize("level", [Visibility.PUBLIC, Visibility.MEMBERS])
def test_how_spreadsheets_are_read_is_for_officers(level: Visibility) -> None:
    assert "trust-*.xlsx" not in printed("method", level=level).replace("\\", "")
    text = printed("method", level=Visibility.OFFICERS).replace("\\", "")
    assert "trust-*.xlsx" in text
    assert "LET: Homes let (P1)" in text


def test_the_method_of_a_service_tells_how_each_indicator_is_rated() -> None:
    text = printed("method", "HOUSING")
    assert "| **Homes let<br>P1** |" in text
    assert "amber to 10% of the target (planwright's own default" in text
    assert "Risk scales" not in text


def test_a_corporate_plan_tells_what_it_stands_for_how_far_it_is_and_who_acts() -> None:
    text = printed("corporate-plan", "CORP", Visibility.OFFICERS)
    for line in (
        "- **Candour**\\: Bad news first",
        "- Aim AIM; led by: Homes",
        "- Priority: **Families first** (PR1), Homes. The board asked for it",
        "contributes indirectly to **A home for everyone** (AIM), so that all have a roof. Our part: A third is ours",
        "A stretch: Nobody has done it",
        "| **1 October 2026** | All but one have signed |",
        "| Every objective | Yearly | Head of Housing | Audit Committee | Director of People |",
        "| **Local Plan** | Read beside it | yes |",
        "| **Homes let<br>P1** |",
    ):
        assert line in text, line
    aims, rest = text.split("\n## 3 Priorities\n")
    assert "Families first" in aims
    assert "Warm homes" in rest


def test_tables_tell_links_changes_and_the_past_of_every_id() -> None:
    edition = edition_of()
    (link,) = datasets.table("links", edition).rows
    assert link[:6] == ("O1", "objective", 1, "AIM", "indirect", "all have a roof")
    items = {row[0]: row for row in datasets.table("items", edition).rows}
    assert items["P1"][1:4] == ("indicator", "Homes let", "HOUSING")
    assert "A1/5" not in items
