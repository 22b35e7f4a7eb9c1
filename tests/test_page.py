from dataclasses import fields, is_dataclass, replace
from datetime import date
from types import UnionType
from typing import get_args

import pytest
from papers import FACTS, kitchen_sink

from planwright import page as model
from planwright.page import (
    CodeSpan,
    Emphasis,
    Facts,
    Figure,
    FootnoteRef,
    Graphic,
    LineBreak,
    Link,
    Page,
    Paragraph,
    Status,
    Strong,
    Table,
    Text,
    digest,
    plain,
    printed_date,
)


def walk(value: object) -> set[type]:
    """The types of everything inside a page."""
    if isinstance(value, tuple):
        return set().union(*(walk(item) for item in value))
    if not is_dataclass(value) or isinstance(value, type) or type(value) is Facts:
        return set()
    return {type(value)}.union(*(walk(getattr(value, field.name)) for field in fields(value)))


def names(union: UnionType) -> set[type]:
    return set(get_args(union))


def test_the_kitchen_sink_holds_every_type_of_the_model() -> None:
    assert names(model.Block) | names(model.Inline) <= walk(kitchen_sink())


def test_plain_says_the_words_of_every_inline() -> None:
    inlines = (
        Text("a "),
        Strong((Text("b"), Emphasis((Text("c"),)))),
        LineBreak(),
        CodeSpan("d"),
        Link("#x", (Text("e"),)),
        Status("red", "Red"),
        Graphic("<svg/>", "fell"),
        FootnoteRef(1, "note-1"),
    )
    assert plain(inlines) == "a bc deRedfell"


@pytest.mark.parametrize(
    ("key", "symbol"), [("green", "●"), ("amber", "▲"), ("red", "■"), ("blue", "✓"), ("late", "○")]
)
def test_every_state_has_a_shape(key: str, symbol: str) -> None:
    assert Status(key, "Word").symbol == symbol


def test_dates_are_printed_as_the_british_do() -> None:
    assert printed_date(date(2026, 3, 1)) == "1 March 2026"


def test_digest_is_of_what_is_said_not_of_how_or_when() -> None:
    page = kitchen_sink()
    same = digest(page)
    assert len(same) == 64
    assert digest(kitchen_sink()) == same
    assert digest(replace(page, facts=replace(FACTS, version="9.9", revision="other"))) == same
    assert digest(redrawn(page)) == same


def redrawn(page: Page) -> Page:
    blocks = tuple(replace(block, svg="<svg/>") if isinstance(block, Figure) else block for block in page.blocks)
    assert blocks != page.blocks
    return replace(page, blocks=blocks)


@pytest.mark.parametrize(
    "changed",
    [
        replace(kitchen_sink(), title="Other"),
        replace(kitchen_sink(), subtitle="Other"),
        replace(kitchen_sink(), facts=replace(FACTS, as_at=date(2026, 11, 22))),
        replace(kitchen_sink(), facts=replace(FACTS, edition="officers")),
        replace(kitchen_sink(), facts=replace(FACTS, authority="Other")),
        replace(kitchen_sink(), blocks=kitchen_sink().blocks[1:]),
    ],
)
def test_digest_changes_with_what_is_said(changed: Page) -> None:
    assert digest(changed) != digest(kitchen_sink())


def test_digest_tells_structure_from_words() -> None:
    one = replace(kitchen_sink(), blocks=(Paragraph((Text("a"), Text("b"))),))
    two = replace(one, blocks=(Paragraph((Text("ab"),)),))
    three = replace(one, blocks=(Table((), ()),))
    four = replace(one, blocks=(Paragraph((Strong((Text("a"),)), Text("b"))),))
    five = replace(one, blocks=(Paragraph((Emphasis((Text("a"),)), Text("b"))),))
    assert len({digest(page) for page in (one, two, three, four, five)}) == 5
