"""Turn the tree of a filled template into a page: one pass that settles structure, numbers, ids and captions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import get_args

from markdown_it.tree import SyntaxTreeNode

from planwright.charts import Chart
from planwright.nearest import did_you_mean
from planwright.page import (
    Align,
    Block,
    Bullets,
    Cell,
    CodeBlock,
    Contents,
    Facts,
    Figure,
    Footnotes,
    Heading,
    Inline,
    Notice,
    NoticeKind,
    Page,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    plain,
)
from planwright.rendering.dialect import read_prose
from planwright.rendering.inlines import Inlines
from planwright.rendering.numbering import Numbering
from planwright.rendering.templating import Captioned, Prose, References, TemplateRefusedError

_OPTION = re.compile(r'\s*([a-z][a-z-]*)(?:="((?:\\.|[^"\\])*)")?')
_NOTICES: tuple[NoticeKind, ...] = get_args(NoticeKind)
_OPTIONS = {
    "page": ("numbered-paragraphs", "unnumbered-headings", "compact", "subtitle"),
    "table": ("caption", "wide", "row-headers"),
    "notice": (*_NOTICES, "title"),
    "contents": (),
    "unnumbered": (),
    "/notice": (),
}
_ALIGN: dict[str, Align] = {"text-align:right": "right", "text-align:center": "centre"}
_CONTENTS_LEVELS = (2, 3)


@dataclass(slots=True)
class _OpenNotice:
    kind: NoticeKind
    title: tuple[Inline, ...]
    blocks: list[Block] = field(default_factory=list)


def build(tree: SyntaxTreeNode, references: References, facts: Facts) -> Page:
    """Return the page a filled template describes; raise TemplateRefusedError when it cannot be one."""
    return _Builder(references).page(tree, facts)


class _Builder:
    """The state of one pass: numbers given, directives waiting for their block, notices still open."""

    def __init__(self, references: References) -> None:
        self._numbering = Numbering()
        self._references = references
        self._inlines = Inlines(references, self._numbering, self._prose)
        self._title: tuple[Inline, ...] = ()
        self._subtitle: tuple[Inline, ...] = ()
        self._compact = False
        self._waiting: dict[str, dict[str, str]] = {}
        self._notices: list[_OpenNotice] = []
        self._blocks: list[Block] = []

    def page(self, tree: SyntaxTreeNode, facts: Facts) -> Page:
        for node in tree.children:
            if node.type == "directive" and node.token is not None and node.token.info == "page":
                self._page_options(_options("page", node.content))
        for node in tree.children:
            self._top(node)
        if not self._title:
            raise TemplateRefusedError("the template has no title: its first line must be '# ' and the title")
        if self._notices:
            raise TemplateRefusedError("a {notice} has no {/notice}")
        headings = [block for block in self._blocks if isinstance(block, Heading)]
        listed = Contents(tuple(heading for heading in headings if heading.level in _CONTENTS_LEVELS))
        blocks = [listed if isinstance(block, Contents) else block for block in self._blocks]
        if self._inlines.notes:
            blocks.append(Footnotes(tuple(self._inlines.notes.values())))
        return Page(plain(self._title), plain(self._subtitle), facts, tuple(blocks), compact=self._compact)

    def _page_options(self, options: dict[str, str]) -> None:
        self._numbering.paragraphs |= "numbered-paragraphs" in options
        self._numbering.headings &= "unnumbered-headings" not in options
        self._compact |= "compact" in options
        if "subtitle" in options:
            self._subtitle = self._inlines.of_line(options["subtitle"])

    def _top(self, node: SyntaxTreeNode) -> None:
        if node.type == "directive" and node.token is not None:
            self._directive(node.token.info, node.content)
            return
        if node.type == "heading" and not self._notices:
            self._heading(node)
            return
        for block in self._of(node):
            if self._notices:
                self._notices[-1].blocks.append(block)
            elif isinstance(block, Paragraph):
                self._blocks.append(replace(block, number=self._numbering.paragraph()))
            else:
                self._blocks.append(block)

    def _directive(self, name: str, content: str) -> None:
        options = _options(name, content)
        match name:
            case "contents":
                self._blocks.append(Contents(()))
            case "notice":
                kinds = [kind for kind in _NOTICES if kind in options] or _NOTICES
                self._notices.append(_OpenNotice(kinds[0], self._inlines.of_line(options.get("title", ""))))
            case "/notice":
                if not self._notices:
                    raise TemplateRefusedError("a {/notice} stands without its {notice}")
                done = self._notices.pop()
                target = self._notices[-1].blocks if self._notices else self._blocks
                target.append(Notice(done.kind, done.title, tuple(done.blocks)))
            case "table" | "unnumbered":
                self._waiting[name] = options

    def _heading(self, node: SyntaxTreeNode) -> None:
        inlines, asked = self._inlines.of(node.children), int(node.tag[1:])
        if asked == 1:
            if self._title:
                raise TemplateRefusedError(f"a second title, '{plain(inlines)}': sections start with '## '")
            self._title = inlines
            return
        level = self._numbering.level(asked)
        number = self._numbering.heading(level, numbered=self._waiting.pop("unnumbered", None) is None)
        self._blocks.append(Heading(level, number, inlines, self._numbering.id(plain(inlines))))

    def _prose(self, text: str) -> tuple[Block, ...]:
        return self._all(read_prose(text).children)

    def _all(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Block, ...]:
        return tuple(block for node in nodes for block in self._of(node))

    def _of(self, node: SyntaxTreeNode) -> tuple[Block, ...]:
        match node.type:
            case "paragraph":
                return self._paragraph(node)
            case "heading":
                return (Paragraph((Strong(self._inlines.of(node.children)),)),)
            case "bullet_list":
                return (Bullets(tuple(self._all(item.children) for item in node.children)),)
            case "ordered_list":
                start = int(node.attrs.get("start", 1))
                return (Bullets(tuple(self._all(item.children) for item in node.children), start),)
            case "blockquote":
                return (Quote(self._all(node.children)),)
            case "fence" | "code_block":
                return (CodeBlock(node.content),)
            case "table":
                return (self._table(node),)
            case "directive":
                raise TemplateRefusedError(f"{{{node.token.info if node.token else ''}}} stands inside a list or quote")
            case _:
                return ()  # a ruled line says nothing

    def _paragraph(self, node: SyntaxTreeNode) -> tuple[Block, ...]:
        inner = node.children[0].children
        if len(inner) == 1 and inner[0].type == "reference":
            match self._references[int(inner[0].content)]:
                case Prose(text):
                    return self._prose(text)
                case Chart() as chart:
                    return (self._figure(chart, ""),)
                case Captioned(chart, caption):
                    return (self._figure(chart, caption),)
        inlines = self._inlines.of(node.children)
        return (Paragraph(inlines),) if inlines else ()

    def _figure(self, chart: Chart, caption: str) -> Figure:
        align: Align = "left" if chart.wide else "right"
        header, *rows = (
            (Cell((Text(row[0]),)), *(Cell((Text(value),), align) for value in row[1:]))
            for row in (chart.header, *chart.rows)
        )
        data = Table(header, tuple(rows), row_headers=True)
        figure = Figure(chart.svg, chart.alt, data, wide=chart.wide, folds=chart.folds)
        if not caption:
            return figure
        number = self._numbering.figure()
        inlines = self._inlines.of_line(caption)
        return replace(figure, number=number, caption=inlines, id=self._numbering.id(f"figure-{number}"))

    def _table(self, node: SyntaxTreeNode) -> Table:
        head, *bodies = node.children
        header = self._row(head.children[0])
        rows = tuple(self._row(row) for body in bodies for row in body.children)
        empty = not any(cell.inlines for cell in header)
        options = self._waiting.pop("table", {})
        table = Table(
            () if empty else header, rows, row_headers=empty or "row-headers" in options, wide="wide" in options
        )
        if "caption" not in options:
            return table
        number = self._numbering.table()
        caption = self._inlines.of_line(options["caption"])
        return replace(table, number=number, caption=caption, id=self._numbering.id(f"table-{number}"))

    def _row(self, node: SyntaxTreeNode) -> tuple[Cell, ...]:
        return tuple(
            Cell(self._inlines.of(cell.children), _ALIGN.get(str(cell.attrs.get("style")), "left"))
            for cell in node.children
        )


def _options(name: str, content: str) -> dict[str, str]:
    """Return the options of a directive, raising TemplateRefusedError for what the dialect does not know."""
    if name not in _OPTIONS:
        raise TemplateRefusedError(f"{{{name}}} is not a directive; {did_you_mean(name, _OPTIONS) or 'see the guide'}")
    options, position = {}, 0
    while position < len(content):
        found = _OPTION.match(content, position)
        if found is None:
            raise TemplateRefusedError(f"{{{name} {content}}} cannot be read from '{content[position:]}' on")
        options[found[1]] = found[2] or ""
        position = found.end()
    for option in options:
        if option not in _OPTIONS[name]:
            hint = did_you_mean(option, _OPTIONS[name]) or f"it takes {', '.join(_OPTIONS[name]) or 'none'}"
            raise TemplateRefusedError(f"{{{name}}} has no option '{option}'; {hint}")
    return options
