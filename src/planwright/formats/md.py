"""A page as Markdown that GitHub and GitLab show well; charts are SVG files beside it, with their data tables."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from planwright.escaping import markdown, printable
from planwright.page import (
    Block,
    Bullets,
    Cell,
    CodeBlock,
    CodeSpan,
    Contents,
    Emphasis,
    Figure,
    FootnoteRef,
    Footnotes,
    Graphic,
    Heading,
    Inline,
    LineBreak,
    Link,
    Notice,
    Page,
    Paragraph,
    Quote,
    Status,
    Strong,
    Table,
    Text,
    digest,
    plain,
    printed_date,
)

EXTENSION = "md"
_NOTICES = {"note": "NOTE", "warning": "WARNING", "exempt": "IMPORTANT", "decision": "IMPORTANT"}
_DASHES = {"left": "---", "right": "---:", "centre": ":---:"}
_LAST_LINE = re.compile(rb"; made with planwright [^;]*; digest [0-9a-f]{12}\s*$")
_NEW_LINE = "\\\n"
_NEW_LINE_IN_CELL = "<br>"
_SPACE = "&#32;"


def write(page: Page) -> bytes:
    """Return the Markdown file, in UTF-8."""
    facts = page.facts
    about = [
        f"**{markdown(facts.authority)}**",
        markdown(page.subtitle),
        f"{markdown(facts.edition.capitalize())} edition, position at {printed_date(facts.as_at)}",
    ]
    made = [
        f"Position at {printed_date(facts.as_at)}",
        f"{markdown(facts.edition.capitalize())} edition",
        f"made from {markdown(facts.revision)}",
        f"made with planwright {markdown(facts.version)}",
        f"digest {digest(page)[:12]}",
    ]
    lines = [f"# {markdown(page.title)}", "", _NEW_LINE.join(line for line in about if line), ""]
    lines += _blocks(page.blocks)
    lines += ["---", "", "; ".join(made)]
    return ("\n".join(lines) + "\n").encode()


def is_own(data: bytes) -> bool:
    """Tell whether a file was made here, by its last line."""
    return _LAST_LINE.search(data) is not None


def assets(page: Page) -> Mapping[str, bytes]:
    """Return the charts by file name; the same drawing is one file."""
    return {_file(svg): svg.encode() for svg in _drawings(page.blocks)}


def _file(svg: str) -> str:
    return f"chart-{hashlib.sha256(svg.encode()).hexdigest()[:12]}.svg"


def _drawings(value: object) -> Iterator[str]:
    """Yield every drawing inside blocks, however deep."""
    match value:
        case Figure(svg) | Graphic(svg):
            yield svg
        case tuple():
            for item in value:
                yield from _drawings(item)
        case Heading(inlines=inner) | Paragraph(inner) | Strong(inner) | Emphasis(inner) | Link(inlines=inner):
            yield from _drawings(inner)
        case Bullets(inner) | Notice(blocks=inner) | Quote(inner) | Cell(inner):
            yield from _drawings(inner)
        case Table(header, rows):
            yield from _drawings((header, rows))


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield lines, a blank one after each block."""
    marks = "-.", "*)"
    turn = 0
    for before, block in zip((None, *blocks), blocks, strict=False):
        if isinstance(block, Bullets):
            # Two lists in a row are two only when their marks differ.
            turn = 1 - turn if isinstance(before, Bullets) else 0
            yield from _bullets(block, marks[turn])
        else:
            yield from _block(block)
        yield ""


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, number, inlines):
            yield f"{'#' * level} {_numbered(number)}{_line(inlines)}"
        case Paragraph(inlines, number):
            yield from (f"**{number}** " * bool(number) + _joined(inlines, _NEW_LINE)).split("\n")
        case Table():
            yield from _table(block)
        case Figure():
            yield from _figure(block)
        case Notice(kind, title, inner):
            heading = [f"**{_line(title)}**", ""] if title else []
            yield from _quoted([f"[!{_NOTICES[kind]}]", *heading, *_blocks(inner)])
        case Quote(inner):
            yield from _quoted(_blocks(inner))
        case CodeBlock(text):
            fence = "`" * max(3, _longest_run(text) + 1)
            yield from (fence, *printable(text).removesuffix("\n").split("\n"), fence)
        case Contents(entries):
            yield from _contents(entries)
        case Footnotes(notes):
            yield from (f"[^{note.number}]: {_line(note.inlines)}" for note in notes)


def _numbered(number: str) -> str:
    return f"{number} " if number else ""


def _quoted(lines: Iterable[str]) -> Iterator[str]:
    kept = list(lines)
    while kept and not kept[-1]:
        kept.pop()
    yield from (f"> {line}".rstrip() for line in kept)


def _bullets(block: Bullets, marks: str) -> Iterator[str]:
    for offset, item in enumerate(block.items):
        mark = f"{marks[0]} " if block.start is None else f"{block.start + offset}{marks[1]} "
        lines = list(_blocks(item))[:-1] or [""]
        yield (mark + lines[0]).rstrip()
        yield from (f"{' ' * len(mark)}{line}".rstrip() for line in lines[1:])


def _contents(entries: Iterable[Heading]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for entry in entries:
        said = plain(entry.inlines)
        # The anchors GitHub and GitLab make of headings.
        anchor = re.sub(r"[^\w\- ]", "", f"{_numbered(entry.number)}{said}".lower()).replace(" ", "-")
        copy = f"-{seen[anchor]}" if seen[anchor] else ""
        seen[anchor] += 1
        yield f"{'  ' * (entry.level - 2)}- [{_numbered(entry.number)}{markdown(said)}](#{anchor}{copy})"


def _caption(kind: str, number: int, caption: tuple[Inline, ...]) -> Iterator[str]:
    if number:
        yield from (f"**{kind} {number}** {_line(caption)}", "")


def _figure(block: Figure) -> Iterator[str]:
    yield from _caption("Figure", block.number, block.caption)
    yield f"![{markdown(block.alt)}]({_file(block.svg)})"
    yield ""
    yield from _table(block.data)


def _table(block: Table) -> Iterator[str]:
    yield from _caption("Table", block.number, block.caption)
    header = block.header or tuple(Cell(()) for _ in next(iter(block.rows), ()))
    yield _row(_line(cell.inlines) for cell in header)
    yield _row(_DASHES[cell.align] for cell in header)
    for row in block.rows:
        first = _line((Strong(row[0].inlines),) if block.row_headers and row[0].inlines else row[0].inlines)
        yield _row([first, *(_line(cell.inlines) for cell in row[1:])])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _line(inlines: Iterable[Inline]) -> str:
    return _joined(inlines, _NEW_LINE_IN_CELL)


def _joined(inlines: Iterable[Inline], new_line: str) -> str:
    """Return inlines as Markdown; spaces between two of them stay ordinary ones."""
    text = ""
    for inline in inlines:
        piece = _inline(inline, new_line, text)
        if piece.startswith(_SPACE) and text and not text.endswith((_SPACE, " ", new_line)):
            piece = " " + piece.removeprefix(_SPACE)
        if text.endswith(_SPACE) and not piece.startswith((" ", _SPACE, new_line)):
            text = text.removesuffix(_SPACE) + " "
        text += piece
    return text.removesuffix(" ") + _SPACE if text.endswith(" ") else text


def _inline(inline: Inline, new_line: str, before: str) -> str:
    match inline:
        case Text(text):
            return markdown(text)
        case Strong(inlines):
            return _marked("**", "strong", _joined(inlines, new_line), before)
        case Emphasis(inlines):
            return _marked("*", "em", _joined(inlines, new_line), before)
        case CodeSpan(text):
            return _code(text)
        case Link(href, inlines):
            return f"[{_joined(inlines, new_line)}](<{href}>)"
        case Status(word=word):
            return f"{inline.symbol} {markdown(word)}"
        case Graphic(svg, alt):
            return f"![{markdown(alt)}]({_file(svg)})"
        case FootnoteRef(number):
            return f"[^{number}]"
        case LineBreak():
            return new_line


def _marked(mark: str, tag: str, inner: str, before: str) -> str:
    """Return marked words, with tags where Markdown would not see that the stars are marks."""
    safe = inner[:1].isalnum() and inner[-1:].isalnum() and not before.endswith("*")
    return f"{mark}{inner}{mark}" if safe else f"<{tag}>{inner}</{tag}>"


def _code(text: str) -> str:
    # In a table even code needs its bars escaped, and elsewhere a backslash would show: so bars get tags instead.
    if "|" in text:
        return f"<code>{markdown(text)}</code>"
    inner = printable(text).replace("\n", " ")
    mark = "`" * (_longest_run(text) + 1)
    padded = f" {inner} " if inner.startswith(("`", " ")) or inner.endswith(("`", " ")) else inner
    return f"{mark}{padded}{mark}"


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)
