"""Every rule keeps its promise: its Bad draws its finding, its Good does not, and its words are in their places."""

import re
import subprocess
import sys

import pytest
from council_of_rules import findings

from planwright import rules
from planwright.diagnostic import Severity
from planwright.rules.rule import Rule, rule_of

_FENCE = re.compile(r"^```yaml([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ESCAPE = re.compile(rb"\\x([0-9a-f]{2})|\\u([0-9a-f]{4})|\\t")
_FILE = re.compile(r"^# file: (\S+)\n", re.MULTILINE)


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


def test_naming_the_rules_imports_no_models() -> None:
    program = "import sys; from planwright import rules; assert rules.codes(); sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
