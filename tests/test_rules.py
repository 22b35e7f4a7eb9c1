"""Every rule keeps its promise: its Bad draws its finding, its Good does not, and its words are in their places."""

import re
from collections.abc import Mapping
from datetime import date

import pytest
from conftest import SETTINGS

from planwright import rules
from planwright.assessment import assess
from planwright.checking import check
from planwright.diagnostic import Diagnostic, Severity
from planwright.document import parse
from planwright.linking import link
from planwright.rules.rule import Rule, rule_of

AS_AT = date(2026, 11, 21)
_FENCE = re.compile(r"^```yaml([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ESCAPE = re.compile(rb"\\x([0-9a-f]{2})|\\u([0-9a-f]{4})|\\t")
_FILE = re.compile(r"^# file: (\S+)\n", re.MULTILINE)

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


def files_of(section: str) -> dict[str, bytes]:
    """Return the files of an example by name; empty where it is told in words only."""
    found = _FENCE.search(section)
    if not found or "repeated" in found[1]:
        return {}
    first, *named = _FILE.split(found[2])
    texts = {"plan.yaml": first} if first.strip() else {}
    texts |= dict(zip(named[::2], named[1::2], strict=True))
    return {name: unescaped(text) if "escaped" in found[1] else text.encode() for name, text in texts.items()}


def unescaped(text: str) -> bytes:
    def character(match: re.Match[bytes]) -> bytes:
        if match[1]:
            return bytes([int(match[1], 16)])
        return chr(int(match[2], 16)).encode() if match[2] else b"\t"

    return _ESCAPE.sub(character, text.encode())


def findings(files: Mapping[str, bytes], as_at: date = AS_AT) -> tuple[Diagnostic, ...]:
    documents = [parse(name, data) for name, data in files.items()]
    kinds = {document.kind for document in documents}
    documents += [parse(name, text.encode()) for kind, (name, text) in COUNCIL.items() if kind not in kinds]
    return check(assess(link(documents), as_at))


def codes(files: Mapping[str, str], as_at: date = AS_AT) -> set[str]:
    """Return the codes of all findings on texts by file name, in the small council."""
    return {found.code for found in findings({name: text.encode() for name, text in files.items()}, as_at)}


ALL = [pytest.param(rule, id=rule.code) for rule in rules.load().values()]


@pytest.mark.parametrize("rule", ALL)
def test_bad_draws_the_finding(rule: Rule) -> None:
    files = files_of(rule.bad)
    if not files:
        assert not rule.check  # only what no small file can show may be told in words
        return
    found = findings(files)
    own = [one for one in found if one.code == rule.code]
    assert own
    assert {one.severity for one in own} == {rule.severity}
    if rule.check:
        others = {one.code: one.message for one in found if one.severity is Severity.ERROR and one.code != rule.code}
        assert not others


@pytest.mark.parametrize("rule", ALL)
def test_good_draws_no_finding_of_its_rule(rule: Rule) -> None:
    found = findings(files_of(rule.good))
    assert rule.code not in {one.code for one in found}
    if rule.check:
        assert not {one.message for one in found if one.severity is Severity.ERROR}


@pytest.mark.parametrize("rule", ALL)
def test_the_words_stand_as_readers_expect(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert "\n" not in rule.summary
    assert all((rule.why, rule.bad, rule.good, rule.fix))
    assert rule.why in rule.help
    assert rule.fix in rule.help
    assert re.fullmatch(r"PW\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)


@pytest.mark.parametrize("rule", ALL)
def test_messages_read_as_sentences_without_marks_of_the_program(rule: Rule) -> None:
    for one in findings(files_of(rule.bad)):
        if one.code == rule.code:
            assert one.message
            assert not re.search(r"None|True|False|Decimal|\bnot valid\b|[Ii]nvalid", one.message + one.help)
            assert not one.message.endswith(".")


def test_codes_and_names_are_unique_and_known_without_loading() -> None:
    assert list(rules.load()) == list(rules.codes())
    assert len(set(rules.codes().values())) == len(rules.codes())


def test_a_docstring_in_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="PW999: the docstring needs a summary"):
        rule_of("PW999", "nothing", pytest)
