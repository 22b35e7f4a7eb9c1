"""A page as one self-contained, printable, accessible HTML file: no script, no network, nothing outside it."""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from planwright.escaping import markup
from planwright.formats._html_inlines import inlines_of
from planwright.formats._html_paper import stretches
from planwright.formats._html_sheets import sheets
from planwright.page import (
    Block,
    Bullets,
    Cell,
    CodeBlock,
    Contents,
    Figure,
    Footnotes,
    Heading,
    Inline,
    Notice,
    Page,
    Paragraph,
    Quote,
    Table,
    digest,
    plain,
    printed_date,
)
from planwright.palette import TONES

EXTENSION = "html"
_NOTICE_WORDS = {"note": "Note", "warning": "Warning", "exempt": "Left out", "decision": "Decision"}
_ALIGN_CLASS = {"left": "", "right": ' class="right"', "centre": ' class="centre"'}
# Tables of more columns than this may not fit a phone: figures then scroll in a frame of their own, ...
_NARROW = 2
# ... and words, from one column more, become cards.
_READABLE = 3
# Figures of more characters than this may be broken.
_ONE_LINE = 24


def write(page: Page) -> bytes:
    """Return the HTML file, in UTF-8."""
    style = _style()
    facts = page.facts
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{markup(page.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="generator" content="planwright {markup(facts.version)}">',
        f"<title>{markup(page.title)} – {markup(facts.authority)}</title>",
        f"<style>{style}</style>",
        "</head>",
        '<body class="compact">' if page.compact else "<body>",
        '<a class="skip" href="#main_content">Skip to main content</a>',
        *_masthead(page),
        '<main id="main_content" tabindex="-1">',
        *_stretches(page.blocks),
        "</main>",
        *_footer(page),
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode()


def is_own(data: bytes) -> bool:
    """Tell whether a file was made here, by the generator it names."""
    return b'<meta name="generator" content="planwright ' in data


def assets(_page: Page) -> Mapping[str, bytes]:
    """Return no further files: everything is inside the one."""
    return {}


@cache
def _style() -> str:
    text = files("planwright.formats").joinpath("html.css").read_text(encoding="utf-8").replace("\r\n", "\n")
    tones = (
        f".status-{name} {{ background: {tone.fill}; color: {tone.ink}; border-color: {tone.edge}; }}\n"
        for name, tone in TONES.items()
    )
    return f"\n{text}{''.join(tones)}"


def _policy(style: str) -> str:
    mark = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{mark}'; base-uri 'none'; form-action 'none'"


def _masthead(page: Page) -> Iterator[str]:
    facts = page.facts
    yield '<header class="masthead"><div class="measure">'
    yield f'<p class="authority">{markup(facts.authority)}</p>'
    yield f"<h1>{markup(page.title)}</h1>"
    if page.subtitle:
        yield f'<p class="subtitle">{markup(page.subtitle)}</p>'
    edition = f"{facts.edition.capitalize()} edition"
    yield f'<p class="edition">{markup(edition)}<span class="dot"> · </span>'
    yield f"Position at {printed_date(facts.as_at)}</p>"
    yield "</div></header>"


def _footer(page: Page) -> Iterator[str]:
    facts = page.facts
    entries = (
        ("Position at", printed_date(facts.as_at)),
        ("Edition", facts.edition.capitalize()),
        ("Made from", facts.revision),
        ("Made with", f"planwright {facts.version}"),
        ("Digest", digest(page)[:12]),
    )
    yield '<footer><div class="measure">'
    yield f'<p class="authority">{markup(facts.authority)}</p>'
    yield "<dl>"
    yield from (f"<div><dt>{name}</dt><dd>{markup(value)}</dd></div>" for name, value in entries)
    yield "</dl>"
    yield "</div></footer>"


def _stretches(blocks: Iterable[Block]) -> Iterator[str]:
    for landscape, stretch in stretches(blocks):
        if landscape:
            yield '<div class="landscape">'
        yield from _blocks(stretch)
        if landscape:
            yield "</div>"


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, number, inlines, name):
            yield f'<h{level} id="{name}">{_number(number)}{inlines_of(inlines)}</h{level}>'
        case Paragraph(inlines, number):
            yield (
                f'<p class="numbered">{_number(number)}{inlines_of(inlines)}</p>'
                if number
                else f"<p>{inlines_of(inlines)}</p>"
            )
        case Bullets():
            yield from _bullets(block)
        case Table():
            yield from _table(block)
        case Figure():
            yield from _figure(block)
        case Notice():
            yield from _notice(block)
        case Quote(inner):
            yield "<blockquote>"
            yield from _blocks(inner)
            yield "</blockquote>"
        case CodeBlock(text):
            yield f'<pre tabindex="0"><code>{markup(text)}</code></pre>'
        case Contents():
            yield from _contents(block)
        case Footnotes():
            yield from _footnotes(block)


def _number(number: str) -> str:
    return f'<span class="number">{number}</span> ' if number else ""


def _bullets(block: Bullets) -> Iterator[str]:
    ordered = block.start is not None
    yield f'<ol start="{block.start}">' if ordered else "<ul>"
    for item in block.items:
        match item:
            case (Paragraph(inlines),):
                yield f"<li>{inlines_of(inlines)}</li>"
            case _:
                yield "<li>"
                yield from _blocks(item)
                yield "</li>"
    yield "</ol>" if ordered else "</ul>"


def _contents(block: Contents) -> Iterator[str]:
    yield '<nav class="contents" aria-labelledby="contents_label"><p id="contents_label">Contents</p>'
    yield "<ul>"
    for entry in block.entries:
        words = f"{_number(entry.number)}{markup(plain(entry.inlines))}"
        yield f'<li class="level-{entry.level}"><a href="#{entry.id}">{words}</a></li>'
    yield "</ul></nav>"


def _footnotes(block: Footnotes) -> Iterator[str]:
    yield '<section class="footnotes" aria-label="Notes"><ol>'
    for note in block.notes:
        back = f'<a href="#{note.back}" aria-label="Back to where note {note.number} is used">↑</a>'
        yield f'<li id="{note.id}">{inlines_of(note.inlines)} {back}</li>'
    yield "</ol></section>"


def _notice(block: Notice) -> Iterator[str]:
    title = inlines_of(block.title) or _NOTICE_WORDS[block.kind]
    yield f'<div class="notice notice-{block.kind}" role="note"><p class="notice-title">{title}</p>'
    yield from _blocks(block.blocks)
    yield "</div>"


def _caption(kind: str, number: int, caption: tuple[Inline, ...]) -> str:
    return f'<span class="label">{kind} {number}</span> {inlines_of(caption)}'


def _figure(block: Figure) -> Iterator[str]:
    wide = ' class="wide"' if block.wide else ""
    yield f'<figure{wide} id="{block.id}">' if block.id else f"<figure{wide}>"
    if block.number:
        yield f"<figcaption>{_caption('Figure', block.number, block.caption)}</figcaption>"
    label = markup(plain(block.caption)) or "Drawing"
    # A drawing full of words would be too small to read on a phone, so it scrolls there by itself, by keyboard too.
    frame = f' frame" role="group" aria-label="{label}" tabindex="0"' if block.wide else '"'
    yield f'<div class="drawing{frame}>{block.svg}</div>'
    yield from sheets(block)
    name = f"Data of figure {block.number}" if block.number else "Data of the chart"
    yield from _in_frame(
        block.data, name, f'<caption class="unseen">{name}</caption>', "table" if block.wide else "data"
    )
    yield "</figure>"


def _table(block: Table) -> Iterator[str]:
    caption = f"<caption>{_caption('Table', block.number, block.caption)}</caption>" if block.number else ""
    label = markup(plain(block.caption)) or "Table"
    yield from _in_frame(block, label, caption, "table", f' id="{block.id}"' if block.id else "")


def _in_frame(block: Table, label: str, caption: str, kind: str, name: str = "") -> Iterator[str]:
    """Yield a table in its place; one that may not fit a phone scrolls there by itself, by keyboard too."""
    if len(block.header) <= _NARROW:
        yield f'<div class="{kind}"{name}>'
    else:
        yield f'<div class="{kind} frame"{name} role="group" aria-label="{label}" tabindex="0">'
    yield from _table_element(block, caption)
    yield "</div>"


def _becomes_cards(block: Table) -> bool:
    figures = sum(cell.align == "right" for cell in block.header)
    wordy = len(block.header) > _READABLE and figures * 2 <= len(block.header)
    return bool(block.header) and (block.wide or wordy)


def _table_element(block: Table, caption: str) -> Iterator[str]:
    # Cards on a phone take the table's display away, and with it its meaning, unless roles say it again.
    cards = _becomes_cards(block)
    kinds = [name for name, true in (("facts", not block.header), ("cards", cards), ("wide", block.wide)) if true]
    name = f' class="{" ".join(kinds)}"' if kinds else ""
    yield f"<table{name}{_role('table', wanted=cards)}>"
    if caption:
        yield caption
    if block.header:
        yield f"<thead{_role('rowgroup', wanted=cards)}><tr{_role('row', wanted=cards)}>"
        yield from (_header_cell(cell, "col", cards=cards) for cell in block.header)
        yield "</tr></thead>"
    yield f"<tbody{_role('rowgroup', wanted=cards)}>"
    names = [plain(cell.inlines) for cell in block.header]
    for row in block.rows:
        yield f"<tr{_role('row', wanted=cards)}>"
        for index, cell in enumerate(row):
            if index == 0 and block.row_headers:
                yield _header_cell(cell, "row", cards=cards)
            else:
                label = f' data-label="{markup(names[index])}"' if cards else ""
                marks = f"{_align(cell)}{label}{_role('cell', wanted=cards)}"
                yield f"<td{marks}>{inlines_of(cell.inlines)}</td>"
        yield "</tr>"
    yield "</tbody></table>"


def _align(cell: Cell) -> str:
    """Return the class of a cell: a figure stays on one line with its unit unless that is long."""
    if cell.align == "right" and any(len(plain([part])) > _ONE_LINE for part in cell.inlines):
        return ' class="right long"'
    return _ALIGN_CLASS[cell.align]


def _role(name: str, *, wanted: bool) -> str:
    return f' role="{name}"' if wanted else ""


def _header_cell(cell: Cell, scope: str, *, cards: bool) -> str:
    if not cell.inlines:
        return f"<td{_role('cell', wanted=cards)}></td>"
    role = _role("columnheader" if scope == "col" else "rowheader", wanted=cards)
    return f'<th scope="{scope}"{_ALIGN_CLASS[cell.align]}{role}>{inlines_of(cell.inlines)}</th>'
