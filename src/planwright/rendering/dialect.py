"""Read Markdown as syntax trees: our template dialect, and the safe plain kind for prose from plans."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode

# Deeper nesting is nobody's writing, and the reader of it is recursive.
_PRESET = {"html": False, "maxNesting": 20}
_DIRECTIVE = re.compile(r"\{(/?[a-z][a-z-]*)(\s.*)?\}\s*")
_REFERENCE = re.compile(r"\{[@=](\d+)\}")
_BLOCK_REFERENCE = re.compile(r"\{=\d+\}\s*")
_LIST_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?:\s|$)")
_DELIMITERS = re.compile(r"\|?[\s:|-]*--[\s:|-]*")
_UNNUMBERED = re.compile(r"(#{2,6} .*?)\s*\{-\}\s*")
_OUTSIDE = ("http://", "https://", "mailto:", "#")


def read_template(text: str) -> SyntaxTreeNode:
    """Return the tree of a filled template."""
    return SyntaxTreeNode(_dialect().parse(settled(text)))


def read_line(text: str) -> SyntaxTreeNode:
    """Return the tree of one line of a filled template, such as a caption: a root with one inline node."""
    return SyntaxTreeNode(_dialect().parseInline(text))


def read_prose(text: str) -> SyntaxTreeNode:
    """Return the tree of text from a plan, in which none of our own syntax exists."""
    return SyntaxTreeNode(_prose().parse(text))


@cache
def _prose() -> MarkdownIt:
    return _reader(leads_outside)


@cache
def _dialect() -> MarkdownIt:
    reader = _reader(lambda address: leads_outside(address) or leads_beside(address))
    reader.disable("code")  # indentation is the template author's, for loops
    reader.block.ruler.before(
        "fence", "directive", _directive, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    reader.inline.ruler.before("escape", "reference", _reference)
    return reader


def _reader(accepts: Callable[[str], bool]) -> MarkdownIt:
    reader = MarkdownIt("commonmark", _PRESET).enable("table")
    reader.validateLink = accepts  # type: ignore[assignment,method-assign]  # the documented way
    return reader


def leads_outside(address: str) -> bool:
    """Whether a link may stand in text from a plan: http, https, mailto, or a place in the same document."""
    return address.lower().startswith(_OUTSIDE)


def leads_beside(address: str) -> bool:
    """Whether a link leads to a file in the same folder or below it."""
    return bool(re.fullmatch(r"[\w%-][\w.%/-]*(#[\w%-]+)?", address)) and ".." not in address


def _directive(state: StateBlock, line: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 (the parser's signature)
    found = _DIRECTIVE.fullmatch(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])
    if found is None:
        return False
    if not silent:
        token = state.push("directive", "", 0)
        token.info, token.content = found[1], (found[2] or "").strip()
        state.line = line + 1
    return True


def _reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (the parser's signature)
    found = _REFERENCE.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("reference", "", 0).content = found[1]
    state.pos = found.end()
    return True


def settled(text: str) -> str:
    """Return Markdown in which blank lines stand where blocks meet and nowhere inside a table.

    Loops and conditions of a template leave blank lines out or in at random; nothing printed can hold a line end.
    """
    return "\n".join(_settled_lines(text.split("\n"))) + "\n"


def _settled_lines(lines: list[str]) -> Iterator[str]:
    before, blank, fenced = "", False, False
    for index, raw in enumerate(lines):
        opens = raw.lstrip().startswith("```")
        if fenced:
            yield raw
            fenced = not opens
            continue
        if not raw.strip():
            blank = True
            continue
        kind, line = _kind(raw, before), raw
        if kind != "list":
            line = raw.strip()
        within_table = kind == before == "table" and not _starts_table(lines, index)
        if before and not within_table and (blank or kind != before or kind in ("single", "table")):
            yield ""
        if unnumbered := _UNNUMBERED.fullmatch(line):
            yield "{unnumbered}"
            line = unnumbered[1]
        yield line
        before, blank, fenced = kind, False, opens


def _kind(raw: str, before: str) -> str:
    """Return what sort of block a line belongs to; `single` is one that stands alone."""
    line = raw.lstrip()
    if _LIST_ITEM.match(line) or (before == "list" and raw[0].isspace()):
        return "list"
    if line.startswith("|"):
        return "table"
    if line.startswith(">"):
        return "quote"
    if line.startswith("```"):
        return "fence"
    if line.startswith("#") or _DIRECTIVE.fullmatch(line) or _BLOCK_REFERENCE.fullmatch(line):
        return "single"
    return "text"


def _starts_table(lines: list[str], index: int) -> bool:
    """Whether a row is a header: a row of dashes follows it."""
    later = (lines[number].strip() for number in range(index + 1, len(lines)))
    following = next((line for line in later if line), "")
    return bool(_DELIMITERS.fullmatch(following))
