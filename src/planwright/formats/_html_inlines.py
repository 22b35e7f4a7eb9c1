"""Runs of text as HTML: emphasis, links, statuses, footnote marks."""

from collections.abc import Iterable

from planwright.escaping import markup
from planwright.page import CodeSpan, Emphasis, FootnoteRef, Graphic, Inline, LineBreak, Link, Status, Strong, Text
from planwright.palette import tone_name


def inlines_of(inlines: Iterable[Inline]) -> str:
    """Return the HTML of a run of text; every text in it is escaped."""
    return "".join(_inline_of(inline) for inline in inlines)


def _inline_of(inline: Inline) -> str:
    match inline:
        case Text(text):
            return markup(text)
        case Strong(inlines):
            return f"<strong>{inlines_of(inlines)}</strong>"
        case Emphasis(inlines):
            return f"<em>{inlines_of(inlines)}</em>"
        case CodeSpan(text):
            return f"<code>{markup(text)}</code>"
        case Link(href, inlines):
            return f'<a href="{markup(href)}">{inlines_of(inlines)}</a>'
        case Status(key, word):
            shape = f'<span aria-hidden="true">{inline.symbol}</span>'
            return f'<span class="status status-{tone_name(key)}">{shape} {markup(word)}</span>'
        case Graphic(svg):
            return f'<span class="graphic">{svg}</span>'
        case FootnoteRef(number, note, name):
            own = f' id="{name}"' if name else ""
            return f'<sup{own}><a href="#{note}" aria-label="Note {number}">{number}</a></sup>'
        case LineBreak():
            return "<br>"
