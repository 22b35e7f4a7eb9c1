"""Turn what stands inside a line of Markdown into inlines of the page model."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.tree import SyntaxTreeNode

from planwright.charts import Chart
from planwright.page import (
    Block,
    Bullets,
    CodeBlock,
    CodeSpan,
    Emphasis,
    Footnote,
    FootnoteRef,
    Graphic,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    Quote,
    Status,
    Strong,
    Table,
    Text,
)
from planwright.rendering.dialect import read_line
from planwright.rendering.numbering import Numbering
from planwright.rendering.templating import Captioned, Note, Prose, References, Referred


@dataclass(slots=True)
class Inlines:
    """Builds inlines, resolving references; `prose` turns text from a plan into blocks."""

    references: References
    numbering: Numbering
    prose: Callable[[str], tuple[Block, ...]]
    notes: dict[str, Footnote] = field(default_factory=dict)

    def of_line(self, markdown: str) -> tuple[Inline, ...]:
        """Return the inlines of one line of the dialect, such as a caption."""
        return self.of(read_line(markdown).children)

    def of(self, nodes: Iterable[SyntaxTreeNode]) -> tuple[Inline, ...]:
        """Return the inlines of nodes, neighbouring words joined, without line breaks at the ends."""
        return _tidied(inline for node in nodes for inline in self._of_node(node))

    def _of_node(self, node: SyntaxTreeNode) -> Iterator[Inline]:
        match node.type:
            case "inline":
                yield from self.of(node.children)
            case "text":
                yield from _lines(node.content)
            case "softbreak":
                yield Text(" ")
            case "hardbreak":
                yield LineBreak()
            case "code_inline":
                yield CodeSpan(node.content)
            case "strong":
                yield Strong(self.of(node.children))
            case "em":
                yield Emphasis(self.of(node.children))
            case "link":
                yield Link(str(node.attrs["href"]), self.of(node.children))
            case "image":
                yield Text(node.content)
            case "reference":
                yield from self._of_reference(self.references[int(node.content)])

    def _of_reference(self, thing: Referred) -> Iterator[Inline]:
        match thing:
            case Status():
                yield thing
            case Chart(svg, alt) | Captioned(Chart(svg, alt)):
                yield Graphic(svg, alt)
            case Prose(text):
                yield from flattened(self.prose(text))
            case Note(markdown):
                yield self._footnote(markdown)

    def _footnote(self, markdown: str) -> FootnoteRef:
        if markdown in self.notes:
            note = self.notes[markdown]
            return FootnoteRef(note.number, note.id)
        number = self.numbering.note()
        back, own = self.numbering.id(f"note-{number}-mark"), self.numbering.id(f"note-{number}")
        self.notes[markdown] = Footnote(number, self.of_line(markdown), own, back)
        return FootnoteRef(number, own, back)


def _lines(text: str) -> Iterator[Inline]:
    first, *others = text.split("\n")
    yield Text(first)
    for other in others:
        yield LineBreak()
        yield Text(other)


def _tidied(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    kept: list[Inline] = []
    for inline in inlines:
        if inline == Text("") or (inline == LineBreak() and not kept):
            continue
        if isinstance(inline, Text) and kept and isinstance(kept[-1], Text):
            kept[-1] = replace(inline, text=kept[-1].text + inline.text)
        else:
            kept.append(inline)
    while kept and kept[-1] == LineBreak():
        kept.pop()
    return tuple(kept)


def flattened(blocks: Sequence[Block]) -> tuple[Inline, ...]:
    """Return blocks of prose as one run of inlines, for a table cell or a sentence: a line each, lists with marks."""
    lines = [line for block in blocks for line in _flat_lines(block)]
    broken = [inline for line in lines for inline in (LineBreak(), *line)]
    return _tidied(broken)


def _flat_lines(block: Block) -> Iterator[tuple[Inline, ...]]:
    match block:
        case Paragraph(inlines):
            yield inlines
        case Bullets(items, start):
            for offset, item in enumerate(items):
                mark = "• " if start is None else f"{start + offset}. "
                yield Text(mark), *flattened(item)
        case Quote(inner):
            yield flattened(inner)
        case CodeBlock(text):
            yield from ((CodeSpan(line),) for line in text.splitlines())
        case Table(header, rows):
            for row in (header, *rows):
                yield tuple(inline for cell in row for inline in (Text("; "), *cell.inlines))[1:]
