import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from papers import Reading, kitchen_sink, paper

from planwright import formats
from planwright.diagnostic import PlanwrightError
from planwright.escaping import printable
from planwright.page import Heading, Page, Paragraph, digest, plain

NAMES = formats.available()


def test_formats_are_found_by_walking() -> None:
    assert {"html", "md"} <= set(NAMES)
    for name in NAMES:
        extension = formats.load(name).EXTENSION
        assert extension == name


def test_an_unknown_format_is_told_with_the_nearest() -> None:
    with pytest.raises(PlanwrightError, match=r"there is no format 'htm'; did you mean html\?"):
        formats.load("htm")
    with pytest.raises(PlanwrightError, match="planwright writes html, md"):
        formats.load("zzzz")


@pytest.mark.parametrize("name", NAMES)
def test_every_format_shows_every_word_of_the_kitchen_sink(name: str) -> None:
    written = formats.load(name).write(kitchen_sink()).decode()
    shown = Reading(written).everything if name == "html" else written
    for words in (
        "Performance report", "Quarter 2, 2026-27", "Summary", "Exceptions", "Households", "HSG-PI-01", "the plan",
        "Rated ones only.", "Red", "Amber", "■", "▲", "96%", "no value", "88.5% (provisional)", "Cause", "large",
        "quoted", "code", "Late: Housing", "Two results are late.", "Nobody rings back.", "Agree", "the owner",
        "planwright why HSG-PI-01", "Figure 1", "Figure 2", "Table 1", "7 (Low)", "HOUSING-MANAGER", "1,250.50",
        "Wexcombe District Council", "1a2b3c4", "Public", "21 November 2026", "0.1.0", digest(kitchen_sink())[:12],
    ):  # fmt: skip
        assert words in shown, words


@pytest.mark.parametrize("name", NAMES)
def test_the_same_page_gives_the_same_bytes(name: str) -> None:
    writer = formats.load(name)
    assert writer.write(kitchen_sink()) == writer.write(kitchen_sink())
    assert writer.assets(kitchen_sink()) == writer.assets(kitchen_sink())


def test_numbers_are_the_same_in_every_format() -> None:
    page = paper("{page numbered-paragraphs}\n## A\nWords\n## B\nOther\n\nMore\n## C {-}\nNone")
    wanted = [(block.number, plain(block.inlines)) for block in page.blocks if isinstance(block, Heading | Paragraph)]
    assert wanted == [
        ("1", "A"),
        ("1.1", "Words"),
        ("2", "B"),
        ("2.1", "Other"),
        ("2.2", "More"),
        ("", "C"),
        ("", "None"),
    ]
    lines = [f"{number} {words}".strip() for number, words in wanted]
    html = formats.load("html").write(page).decode()
    main = html[html.index("<main") : html.index("</main>")]
    assert [line for line in re.sub(r"<[^>]+>", "", main).splitlines() if line] == lines
    body = formats.load("md").write(page).decode().split("\n\n")[2:-2]
    assert [line.lstrip("#").replace("**", "").strip() for line in body] == lines


def markdown_words(page: Page) -> list[str]:
    """The words of each block of the Markdown file, as a reader of Markdown sees them."""
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    shown = []
    for token in reader.parse(formats.load("md").write(page).decode()):
        if token.type == "inline":
            children = token.children or ()
            breaks = {"hardbreak": "\n", "softbreak": "\n", "html_inline": "\n"}
            shown.append("".join(breaks.get(child.type, child.content) for child in children))
    return shown


TRICKY = st.text(st.sampled_from("a1 .)-+*_=#>|`~[]()<>&!\\{}@\"':\t\n\u00a0😀\u200d\u202e"), max_size=12)


@settings(max_examples=60, deadline=None)
@given(TRICKY | st.text(max_size=12))
@example("<script>alert(1)</script>")
@example("&amp; <b>&lt;")
@example("[a](javascript:x) ![](../../x)")
@example("{{ 7*7 }}")
@example("| a |\n|---|")
@example("1. x\n2) y\n- z\n+ w\n=== \n# h")
@example("\\")
def test_text_from_a_plan_appears_literally_in_every_format(text: str) -> None:
    template = (
        "x{{ t }}x\n\n{{ t }}x\n## x{{ t }}\n- {{ t }}x\n- y{{ t }}\n\n| {{ t }}x |\n|---|\n| z**x{{ t }}x**{{ t }} |\n"
    )
    page = paper(template, t=text)
    literal = printable(text)
    cut, lead = literal.rstrip("\n"), literal.lstrip("\n")
    wanted = [f"x{literal}x", f"{lead}x", f"x{cut}", f"{lead}x", f"y{cut}", f"{lead}x", f"zx{literal}x{cut}"]
    html = formats.load("html").write(page).decode()
    main = Reading(html[html.index("<main") : html.index("</main>")])
    found = [words for tag in ("p", "h2", "li", "th", "td") for words in Reading(html, tag).texts]
    numbered = [f"1 {words}" if index == 2 else words for index, words in enumerate(wanted)]
    assert [words for words in numbered if words not in found] == []
    assert not [tag for tag, _ in main.tags if tag in {"script", "a", "img"}]
    shown = markdown_words(page)
    assert [words for words in numbered if words not in shown] == []
