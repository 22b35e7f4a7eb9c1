"""Whether a document that must fit on few pages does so: measured by a browser, else judged by its words."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from planwright import formats
from planwright.browser import find_browser, printed_pages
from planwright.diagnostic import RefusedError
from planwright.kinds.settings import PlanRules
from planwright.page import CodeSpan, Heading, Page, Status, Text, plain
from planwright.wording import number_of

_HTML = "html"
_SHORTEN = "shorten what the plan says there, or mark fewer actions and indicators as key"


class TooLongError(RefusedError):
    """A document that does not fit on the pages it may have."""


def refuse_too_long(stem: str, page: Page, rules: PlanRules) -> bool:
    """Return whether a browser measured that a page fits; False where its words had to do.

    Raises TooLongError, with how long it is and which part is longest, where it takes more A4 pages than the settings
    allow a one-page plan, or more words than so many pages hold.
    """
    allowed = rules.one_page_at_most
    words = _by_part(page)
    count = sum(words.values())
    longest = max(words, key=lambda part: words[part])
    part = f"its longest part is '{longest}' with {words[longest]} of {count} words; {_SHORTEN}"
    browser = find_browser()
    pages = printed_pages(formats.load(_HTML).write(page), browser) if browser else None
    if pages is None:
        if count > allowed * rules.words_a_page:
            room = f"{allowed * rules.words_a_page} fit on {number_of(allowed, 'A4 page')} (plans: words_a_page)"
            raise TooLongError(f"{stem} is not written: it has {count} words, and {room}; {part}")
        return False
    if pages > allowed:
        raise TooLongError(
            f"{stem} is not written: it prints on {number_of(pages, 'A4 page')}, and {allowed} may be used "
            f"(plans: one_page_at_most); {part}"
        )
    return True


def _by_part(page: Page) -> dict[str, int]:
    """Return how many words stand under each heading, those of headings and of the title included."""
    part, found = page.title, {page.title: len(f"{page.title} {page.subtitle}".split())}
    for block in page.blocks:
        if isinstance(block, Heading):
            part = plain(block.inlines)
        found[part] = found.get(part, 0) + sum(len(text.split()) for text in _said(block))
    return found


def _said(value: object) -> Iterator[str]:
    """Yield what a block says, figures by their tables."""
    match value:
        case Text(text) | CodeSpan(text):
            yield text
        case Status(word=word):
            yield word
        case tuple():
            for part in value:
                yield from _said(part)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from _said(getattr(value, field.name))
