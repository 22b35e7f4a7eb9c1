"""Each reading rule's own examples: the bad one gives its code, the good one gives nothing."""

import ast
import re
from pathlib import Path

import pytest

import planwright.rules
from planwright.document import parse

FOLDER = Path(planwright.rules.__file__).parent
RULES = sorted(FOLDER.glob("pw0[012]*.py"))
HEADINGS = ["Why", "Bad", "Good", "How to fix"]
FENCE = re.compile(r"```yaml(?P<how>[^\n]*)\n(?P<text>.*?)```", re.DOTALL)
ESCAPE = re.compile(r"\\x([0-9a-f]{2})|\\u([0-9a-f]{4})|\\t")


def example(how: str, text: str) -> bytes:
    r"""Return the bytes of a fenced example.

    `yaml escaped`: `\xNN` is one byte, `\uNNNN` one character, `\t` a tab. `yaml repeated N`: the block, N times.
    """
    words = how.split()
    if words[:1] == ["repeated"]:
        return text.encode() * int(words[1])
    if words != ["escaped"]:
        return text.encode()
    parts: list[bytes] = []
    done = 0
    for match in ESCAPE.finditer(text):
        parts.append(text[done : match.start()].encode())
        byte, character = match.groups()
        parts.append(bytes.fromhex(byte) if byte else chr(int(character, 16)).encode() if character else b"\t")
        done = match.end()
    return b"".join(parts) + text[done:].encode()


def sections(path: Path) -> tuple[str, dict[str, str]]:
    module = ast.parse(path.read_text(encoding="utf-8"))
    assert not any(isinstance(part, ast.FunctionDef) for part in module.body), "reading findings come from parse()"
    docstring = ast.get_docstring(module, clean=False) or ""
    summary, *parts = re.split(r"^## ", docstring, flags=re.MULTILINE)
    return summary.strip(), dict(part.split("\n", 1) for part in parts)


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_a_rule_documents_itself_in_the_agreed_form(path: Path) -> None:
    summary, parts = sections(path)
    assert re.fullmatch(r"[A-Z`][^\n]*\.", summary)
    assert list(parts) == HEADINGS
    assert all(part.strip() for part in parts.values())


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_bad_examples_give_the_code_and_good_ones_nothing(path: Path) -> None:
    _summary, parts = sections(path)
    bad = [parse("bad.yaml", example(*match.groups())) for match in FENCE.finditer(parts["Bad"])]
    good = [parse("good.yaml", example(*match.groups())) for match in FENCE.finditer(parts["Good"])]
    assert bad
    assert good
    code = path.stem[:5].upper()
    assert [{problem.code for problem in document.problems} for document in bad] == [{code}] * len(bad)
    assert [document.problems for document in good] == [()] * len(good)
    severities = {problem.severity for document in bad for problem in document.problems}
    assert severities == {planwright.rules.load()[code].severity}


def test_every_code_the_reader_can_give_is_documented() -> None:
    reader = FOLDER.parent / "document"
    used = {code for path in reader.glob("*.py") for code in re.findall(r'"(PW\d{3})"', path.read_text("utf-8"))}
    assert sorted(used) == [path.stem[:5].upper() for path in RULES]
