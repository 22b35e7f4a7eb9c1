import pytest
from markdown_it import MarkdownIt
from papers import heat, kitchen_sink, paper

from planwright.formats import md
from planwright.page import Link, Page, Paragraph, Status, Strong, Text


def body(page: Page) -> str:
    """What stands between the title block and the footer."""
    return "\n\n".join(md.write(page).decode().split("\n\n")[2:-2])


def html_of(page: Page) -> str:
    return str(MarkdownIt("commonmark", {"html": True}).enable("table").render(body(page)))


def test_the_kitchen_sink_reads_as_markdown_with_its_tables() -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(md.write(kitchen_sink()).decode())
    kinds = [token.type for token in tokens]
    assert kinds.count("table_open") == 2 + 3
    assert kinds.count("heading_open") == 5
    assert kinds.count("blockquote_open") == 3
    assert kinds.count("fence") == 2


def test_charts_lie_beside_as_files_that_the_text_names() -> None:
    files = md.assets(kitchen_sink())
    written = md.write(kitchen_sink()).decode()
    assert len(files) == 4  # the sparkline stands twice and is one file
    for name, drawing in files.items():
        assert f"]({name})" in written
        assert drawing.startswith(b'<svg xmlns="http://www.w3.org/2000/svg"')


def test_charts_are_found_however_deep() -> None:
    chart = heat()
    for template in (
        "- a\n- {{ c }} x",
        "> {{ c }} x",
        "{notice}\n{{ c }}\n{/notice}",
        "**{{ c }}** x",
        "| {{ c }} |\n|---|\n| x |",
        "## {{ c }} x",
    ):
        assert len(md.assets(paper(template, c=chart))) == 1, template


@pytest.mark.parametrize(
    ("template", "written"),
    [
        ("{{ s }}", "■ Red"),
        ("- a\n- b\n\n1. c", "- a\n- b\n\n1) c"),
        ("- a\n\n  b\n  - c", "- a\n\n  b\n\n  - c"),
        ("a\\\nb", "a\\\nb"),
        ("| a\\|b | c |\n|---|:-:|\n| `x` | {{ t }} |", "| a\\|b | c |\n| --- | :---: |\n| `x` | one<br>two |"),
        ("| | |\n|---|---|\n| a | b |", "|  |  |\n| --- | --- |\n| **a** | b |"),
        ("{notice exempt}\nx\n{/notice}", "> [!IMPORTANT]\n> x"),
        ("[a](b.html)", "[a](<b.html>)"),
        ("{contents}\n## A b!\n## A b", "- [1 A b\\!](#1-a-b)\n- [2 A b](#2-a-b)\n\n## 1 A b\\!\n\n## 2 A b"),
        ("{page unnumbered-headings}\n{contents}\n## A\n### A", "- [A](#a)\n  - [A](#a-1)\n\n## A\n\n### A"),
    ],
)
def test_markdown_as_written(template: str, written: str) -> None:
    assert body(paper(template, s=Status("red", "Red"), t="one\ntwo")) == written


def test_fences_and_code_hold_any_backticks() -> None:
    page = paper("{{ p | prose }}", p="````\n```\ncode\n````\n\nand `` a ` b `` and `a|b` and `` ` ``")
    shown = html_of(page)
    assert "<pre><code>```\ncode\n</code></pre>" in shown
    for code in ("<code>a ` b</code>", "<code>a|b</code>", "<code>`</code>"):
        assert code in shown


@pytest.mark.parametrize(
    "prose", ["**bold**x", "a**b**c", '**"q"**a', "***both***", "*a***b**", "**a `b`** c", "x *y* z"]
)
def test_marks_survive_reading_again(prose: str) -> None:
    shown = html_of(paper("{{ p | prose }}", p=prose))
    assert shown == MarkdownIt("commonmark").render(prose)


def test_neighbouring_marks_are_kept_apart() -> None:
    page = Page(
        "T", "", kitchen_sink().facts, (Paragraph((Strong((Text("a"),)), Strong((Text("b"),)), Link("#x", ()))),)
    )
    assert "<strong>a</strong><strong>b</strong>" in html_of(page)
