from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from papers import FACTS, heat, kitchen_sink, paper

from planwright.escaping import printable
from planwright.page import (
    Block,
    Bullets,
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
    plain,
)
from planwright.rendering import TemplateRefusedError, render
from planwright.rendering.templating import plain_data


def only(page: Page) -> Block:
    assert len(page.blocks) == 1
    return page.blocks[0]


def words(block: Block) -> str:
    """The words of a paragraph, line breaks as such."""
    assert isinstance(block, Paragraph)
    return said(block.inlines)


def said(inlines: tuple[Inline, ...]) -> str:
    return "".join("\n" if inline == LineBreak() else plain((inline,)) for inline in inlines)


def table(page: Page) -> Table:
    return next(block for block in page.blocks if isinstance(block, Table))


def grid(page: Page) -> list[list[str]]:
    found = table(page)
    return [[said(cell.inlines) for cell in row] for row in (found.header, *found.rows)]


def numbers(page: Page) -> list[str]:
    return [block.number for block in page.blocks if isinstance(block, Heading | Paragraph)]


LITERAL = [
    "{{ 7*7 }}",
    "*x* _y_ **z**",
    "<script>alert(1)</script>",
    "| pipe |",
    "[a](javascript:x)",
    "# h",
    "\\ back\\slash\\",
    "![](../../x)",
    "1. x",
    "- x",
    "+ x",
    "===",
    "---",
    "> x",
    "two\nlines",
    "👩\u200d👧 é",
    "&amp; &#35;",
    "a\u00a0b\u00a0",
    "`code`",
    "~~~",
    "{@0} {=0} {contents}",
    ":::",
    '"quoted"',
    "    indented",
    "x {-}",
    "https://example.org",
]


@pytest.mark.parametrize("text", LITERAL)
def test_text_is_literal_wherever_it_stands(text: str) -> None:
    template = """{{ t }}

## {{ t }}
- {{ t }}

{table caption="{{ t }}"}
| {{ t }} | b |
|---|---|
| {{ t }} | **{{ t }}** |
{notice title="{{ t }}"}
{{ t }}
{/notice}
{{ t | footnote }}
"""
    paragraph, heading, bullets, found, notice, mark, notes = paper(template, t=text).blocks
    assert words(paragraph) == text
    assert isinstance(heading, Heading)
    assert heading.number == "1"
    assert said(heading.inlines) == text
    assert isinstance(bullets, Bullets)
    assert words(bullets.items[0][0]) == text
    assert isinstance(found, Table)
    assert said(found.caption) == text
    assert [said(cell.inlines) for cell in found.header] == [text, "b"]
    assert said(found.rows[0][0].inlines) == text
    assert plain(found.rows[0][1].inlines) == text.replace("\n", " ")
    assert isinstance(notice, Notice)
    assert said(notice.title) == words(notice.blocks[0]) == text
    assert isinstance(mark, Paragraph)
    assert isinstance(notes, Footnotes)
    assert said(notes.notes[0].inlines) == text


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=20) | st.text(st.sampled_from('a1 .)-+*_=#>|`~[]()<>&!\\{}@":\n\u00a0'), max_size=14))
@example("{@0}")
@example("\\")
def test_any_text_is_literal(text: str) -> None:
    page = paper("x{{ t }}x\n\n| {{ t }} |\n|---|\n| x{{ t }}x |\n", t=text)
    assert words(page.blocks[0]) == f"x{printable(text)}x"
    assert grid(page)[0] == [printable(text).strip("\n")] or not printable(text).strip("\n")
    assert said(table(page).rows[-1][-1].inlines) == f"x{printable(text)}x"


def test_a_template_is_not_text() -> None:
    assert only(paper("*a* {{ t }}", t="*b*")) == Paragraph((Emphasis((Text("a"),)), Text(" *b*")))


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Item:
    name: str
    inner: tuple[Colour, ...]


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (2026, "2026"),
        (Decimal("1250.50"), "1,250.50"),
        (Decimal(-5), "-5"),
        (date(2026, 11, 21), "21 November 2026"),
        (Colour.RED, "red"),
    ],
)
def test_values_print_as_people_write_them(value: object, printed: str) -> None:
    assert words(only(paper("x{{ v }}x", v=value))) == f"x{printed}x"


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("d | short_date", "2 Jan 2026"),
        ("none | short_date", ""),
        ("125000 | money", "£125,000"),
        ("none | money", ""),
        ("80 | measured('%')", "80%"),
        ("12 | measured(none)", "12"),
        ('1 | plural("risk")', "1 risk"),
        ('2 | plural("entry", "entries")', "2 entries"),
        ('2 | plural("is", "are", count=false)', "are"),
        ('["a*", s, 2] | join(" + ")', "a* + Red + 2"),
        ('["a", "b"] | join', "ab"),
    ],
)
def test_filters(expression: str, printed: str) -> None:
    page = paper(f"x{{{{ {expression} }}}}x", d=date(2026, 1, 2), s=Status("red", "Red"))
    assert words(only(page)) == f"x{printed}x"


def test_names_that_are_methods_of_mappings_find_the_field() -> None:
    assert words(only(paper("{{ x.items }} {{ x.name }}", x={"items": "mine", "name": "n"}))) == "mine n"


def test_macros_and_set_blocks_are_escaped_once() -> None:
    template = """{% macro strong(t) %}**{{ t }}**{% endmacro %}
{% macro wrap() %}*{{ caller() }}*{% endmacro %}
{% set both %}{{ strong(t) }} {{ s }}{% endset %}
{{ both }} {% call wrap() %}x_y {{ t }}{% endcall %} {{ [strong(t), strong("y")] | join(", ") }}"""
    assert words(only(paper(template, t="a*b", s=Status("red", "Red")))) == "a*b Red x_y a*b a*b, y"


def test_templates_import_each_other() -> None:
    templates = {
        "a.md.j2": '{% import "m.md.j2" as m %}\n# {{ m.title(t) }}\n',
        "m.md.j2": "{% macro title(t) %}_{{ t }}_{% endmacro %}",
    }
    assert render("a", {"t": "x_y"}, templates, FACTS).title == "x_y"


def test_prose_is_markdown_kept_in_its_place() -> None:
    text = """# Head

A **b** *c* `d` [e](https://x.org) ![alt](https://x.org/a.png)
next\\
line

1. one
2. two

> q

***

    code

| a |
|---|
| b |
"""
    page = paper("## S\n{{ p | prose }}\n{{ p | prose }}", p=text)
    heading, *blocks = page.blocks
    assert isinstance(heading, Heading)
    assert blocks[:6] == blocks[6:]
    head, paragraph, bullets, quote, code, found = blocks[:6]
    assert head == Paragraph((Strong((Text("Head"),)),))
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines == (
        Text("A "), Strong((Text("b"),)), Text(" "), Emphasis((Text("c"),)), Text(" "), CodeSpan("d"), Text(" "),
        Link("https://x.org", (Text("e"),)), Text(" alt next"), LineBreak(), Text("line"),
    )  # fmt: skip
    assert bullets == Bullets(((Paragraph((Text("one"),)),), (Paragraph((Text("two"),)),)), 1)
    assert quote == Quote((Paragraph((Text("q"),)),))
    assert code == CodeBlock("code\n")
    assert isinstance(found, Table)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        "JaVaScRiPt:x",
        "data:text/html,x",
        "vbscript:x",
        "//evil.org",
        "../x",
        "/etc/x",
        "ms-word:ofe",
        "tel:1",
        "file.html",
    ],
)
def test_prose_links_only_outside(address: str) -> None:
    assert words(only(paper("{{ p | prose }}", p=f"[a]({address})"))) == f"[a]({address})"
    assert words(only(paper("{{ p | prose }}", p=f"![a]({address})"))) == f"![a]({address})"


@pytest.mark.parametrize("address", ["http://x.org", "https://x.org/?a=b&c", "mailto:a@x.org", "#part"])
def test_prose_links_that_live(address: str) -> None:
    assert only(paper("{{ p | prose }}", p=f"[a]({address})")) == Paragraph((Link(address, (Text("a"),)),))


@pytest.mark.parametrize(
    ("address", "live"),
    [("plan-HSG.html#a", True), ("a/b.html", True), ("../a.html", False), ("/a", False), ("c:x", False)],
)
def test_templates_may_lead_to_documents_beside(address: str, live: bool) -> None:
    paragraph = only(paper("[a]({{ to }})", to=address))
    assert isinstance(paragraph, Paragraph)
    assert isinstance(paragraph.inlines[0], Link) is live


@pytest.mark.parametrize(
    "text", ["<b>x</b>", "<script>x</script>", "<!-- x -->", "{@0}", "{contents}", "{=0}", "{{ x }}"]
)
def test_prose_has_no_html_and_none_of_our_syntax(text: str) -> None:
    assert words(paper("{{ s }}\n\n{{ p | prose }}", p=text, s=Status("red", "Red")).blocks[1]) == text


def test_prose_in_a_cell_or_sentence_is_one_run() -> None:
    text = "# A\n\nb\n\n- c\n- d\n\n> e\n\n```\nf\ng\n```\n\n| h | i |\n|---|---|\n| j | k |\n"
    page = paper("| x |\n|---|\n| {{ p | prose }} |\n\nSee {{ p | prose }}.", p=text)
    assert grid(page)[1] == ["A\nb\n• c\n• d\ne\nf\ng\nh; i\nj; k"]
    assert words(page.blocks[1]).startswith("See A\nb")


def test_empty_prose_is_nothing() -> None:
    assert paper("{{ a | prose }}\n{{ b | prose }}", a=None, b="").blocks == ()


def test_blank_lines_and_indentation_do_not_matter() -> None:
    loose = """
{% for row in rows %}

    Before {{ row }}
    {table caption="T"}

    | a | b |

    |---|---:|
    {% for n in [1, 2] %}

    | {{ row }} | {{ n }} |

    {% endfor %}
    after
- one
- two
end
## H
> q
text
{% endfor %}
"""
    page = paper(loose, rows=["x", "y"])
    kinds = [type(block).__name__ for block in page.blocks]
    assert kinds == ["Paragraph", "Table", "Paragraph", "Bullets", "Paragraph", "Heading", "Quote", "Paragraph"] * 2
    assert grid(page) == [["a", "b"], ["x", "1"], ["x", "2"]]
    assert table(page).rows[0][1].align == "right"


def test_tables_that_follow_each_other_stay_two() -> None:
    page = paper("| a |\n|---|\n| 1 |\n\n| b |\n|---|\n| c |\n|---|\n| 2 |")
    assert [len(block.rows) for block in page.blocks if isinstance(block, Table)] == [1, 0, 1]


def test_code_is_left_alone() -> None:
    assert only(paper("```\n| a |\n\n    b\n# c\n```")) == CodeBlock("| a |\n\n    b\n# c\n")


def test_lists_may_stand_indented_in_loops() -> None:
    page = paper("{% for row in rows %}\n    - {{ row }}\n      - inner\n{% endfor %}", rows=["a", "b"])
    inner = Bullets(((Paragraph((Text("inner"),)),),))
    assert only(page) == Bullets(((Paragraph((Text("a"),)), inner), (Paragraph((Text("b"),)), inner)))


def test_nested_lists_keep_their_shape() -> None:
    assert only(paper("- a\n  - b\n\n- c")) == Bullets(
        ((Paragraph((Text("a"),)), Bullets(((Paragraph((Text("b"),)),),))), (Paragraph((Text("c"),)),))
    )


def test_table_options() -> None:
    found = table(paper('{table caption="Of *{{ y }}*" wide row-headers}\n| a | b |\n|---|:-:|\n| c | d |', y='"26"'))
    assert (found.number, found.wide, found.row_headers, found.id) == (1, True, True, "table-1")
    assert found.caption == (Text("Of "), Emphasis((Text('"26"'),)))
    assert found.rows[0][1].align == "centre"
    facts = table(paper("| | |\n|---|---|\n| a | b |"))
    assert (facts.header, facts.row_headers, facts.number) == ((), True, 0)


def test_headings_are_numbered_never_skip_and_have_unique_ids() -> None:
    page = paper("## A\n### B\n#### C\n## Résumé {-}\n### D\n## A\n##### E\n### F")
    headings = [block for block in page.blocks if isinstance(block, Heading)]
    assert [(heading.level, heading.number) for heading in headings] == [
        (2, "1"), (3, "1.1"), (4, ""), (2, ""), (3, ""), (2, "2"), (3, "2.1"), (3, "2.2")
    ]  # fmt: skip
    assert [heading.id for heading in headings] == ["a", "b", "c", "resume", "d", "a-2", "e", "f"]
    first, later = paper("### deep\n#### deeper").blocks
    assert isinstance(first, Heading)
    assert isinstance(later, Heading)
    assert (first.level, later.level) == (2, 3)


def test_numbered_paragraphs() -> None:
    page = paper(
        "{page numbered-paragraphs}\nbefore\n## A\none\n\n{{ p | prose }}\n### B\nfour\n## C {-}\nnone\n## D\nfive",
        p="two\n\nthree\n\n- x",
    )
    assert numbers(page) == ["", "1", "1.1", "1.2", "1.3", "", "1.4", "", "", "2", "2.1"]


def test_unnumbered_headings_and_subtitle() -> None:
    page = paper('## A\n### B\n{page unnumbered-headings subtitle="Q2 {{ y }}"}', y="*26*")
    assert numbers(page) == ["", ""]
    assert page.subtitle == "Q2 *26*"


def test_contents_list_sections_and_parts() -> None:
    contents, *_ = paper("{contents}\n## A\n### B\n#### C\n## D").blocks
    assert isinstance(contents, Contents)
    assert [plain(entry.inlines) for entry in contents.entries] == ["A", "B", "D"]


def test_figures() -> None:
    chart = heat()
    captioned, bare, cell = paper(
        '{{ c | figure("Of *risk*") }}\n{{ c }}\n{{ none | figure("x") }}\n| a |\n|---|\n| {{ c }} |',
        c=chart,
        none=None,
    ).blocks
    assert isinstance(captioned, Figure)
    assert (captioned.svg, captioned.alt, captioned.number, captioned.id) == (chart.svg, chart.alt, 1, "figure-1")
    assert captioned.caption == (Text("Of *risk*"),)
    assert [said(entry.inlines) for entry in captioned.data.header] == list(chart.header)
    assert isinstance(bare, Figure)
    assert (bare.number, bare.id) == (0, "")
    assert isinstance(cell, Table)
    assert cell.rows[0][0].inlines == (Graphic(chart.svg, chart.alt),)


def test_footnotes_are_numbered_once_and_lead_both_ways() -> None:
    first, second, third, notes = paper(
        '## Note 1\n{{ "a" | footnote }}{{ "b" | footnote }}\n\nx{{ "a" | footnote }}'
    ).blocks
    assert isinstance(second, Paragraph)
    assert isinstance(third, Paragraph)
    assert isinstance(notes, Footnotes)
    assert [(note.number, said(note.inlines)) for note in notes.notes] == [(1, "a"), (2, "b")]
    marks = [inline for inline in (*second.inlines, *third.inlines) if isinstance(inline, FootnoteRef)]
    assert [(mark.number, mark.note, bool(mark.id)) for mark in marks] == [
        (1, notes.notes[0].id, True), (2, notes.notes[1].id, True), (1, notes.notes[0].id, False)
    ]  # fmt: skip
    assert notes.notes[0].back == marks[0].id
    assert isinstance(first, Heading)
    assert first.id != notes.notes[0].id


def test_notices_nest_and_hold_no_headings() -> None:
    notice = only(paper("{notice}\n## h\n{notice exempt}\nx\n{/notice}\n{/notice}"))
    assert notice == Notice(
        "note", (), (Paragraph((Strong((Text("h"),)),)), Notice("exempt", (), (Paragraph((Text("x"),)),)))
    )


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ missing }}", r"paper.md.j2, line 2: nothing called 'missing' is given to it"),
        ("{{ x.missing }}", r"line 2: nothing called 'missing' is given to it"),
        ("{{ missing | prose }}", r"line 2: nothing called 'missing'"),
        ("\n{% if %}", r"paper.md.j2, line 3"),
        ("{{ x }}", "a group of fields cannot be printed"),
        ("{{ [1] }}", "a list cannot be printed"),
        ("{{ [1] | prose }}", "text is wanted here, not a list"),
        ("{{ status('red', none) }}", "text is wanted here, not nothing"),
        ("{{ 'x' | figure('y') }}", "a figure is made of a chart, not of text"),
        ("{{ 1 / 0 }}", "line 2"),
        ("{{ ''.__class__.__mro__ }}", "line 2"),
        ("{{ x.update({}) }}", "line 2"),
        ("{% for i in range(10**9) %}{% endfor %}", "line 2"),
        ("{% include 'other.md.j2' %}", "other.md.j2"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "line 2"),
        ("{tabel}", "'?{tabel}'? is not a directive; did you mean table?"),
        ("{qqqqqq}", "is not a directive; see the guide"),
        ("{table widee}", "has no option 'widee'; did you mean wide?"),
        ("{contents deep}", "has no option 'deep'; it takes none"),
        ("{table caption=x}", "cannot be read from '=x' on"),
        ("{notice}", "has no {/notice}"),
        ("{/notice}", "without its {notice}"),
        ("# Again", "a second title, 'Again'"),
        ("> {contents}", "{contents} stands inside a list or quote"),
    ],
)
def test_faulty_templates_are_refused_in_plain_words(template: str, message: str) -> None:
    with pytest.raises(TemplateRefusedError, match=message):
        paper(template, x={"a": "b"})


def test_mistakes_in_imported_templates_are_found_there() -> None:
    templates = {
        "a.md.j2": '# T\n{% import "m.md.j2" as m %}\n{{ m.f() }}',
        "m.md.j2": "\n{% macro f() %}\n{{ nope }}\n{% endmacro %}",
    }
    with pytest.raises(TemplateRefusedError, match=r"m.md.j2, line 3: nothing called 'nope'"):
        render("a", {}, templates, FACTS)


def test_a_template_must_exist_and_have_a_title() -> None:
    with pytest.raises(TemplateRefusedError, match=r"there is no template x\.md\.j2"):
        render("x", {}, {}, FACTS)
    with pytest.raises(TemplateRefusedError, match=r"template x\.md\.j2: the template has no title"):
        render("x", {}, {"x.md.j2": "text"}, FACTS)


def test_views_are_flattened_to_plain_data() -> None:
    status = Status("red", "Red")
    view = {"a": Item("x", (Colour.RED,)), "b": [status, 1, None, True, Decimal(1), date(2026, 1, 1)]}
    assert plain_data(view) == {"a": {"name": "x", "inner": ["red"]}, "b": view["b"]}


@pytest.mark.parametrize("value", [1.5, datetime(2026, 1, 1, tzinfo=UTC), object(), {1, 2}, Item])
def test_views_hold_nothing_inexact_or_strange(value: object) -> None:
    with pytest.raises(TypeError, match="a view takes"):
        plain_data([value])


def test_the_same_inputs_give_the_same_page() -> None:
    assert kitchen_sink() == kitchen_sink()


def test_a_template_that_was_compiled_before_gives_each_paper_its_own_notes_and_figures() -> None:
    template = '{{ "The same words." | footnote }} and {{ own | footnote }}\n\n{{ chart | figure("Same") }}\n'
    first = paper(template, own="First note", chart=heat())
    assert paper(template, own="First note", chart=heat()) == first
    assert paper(template, own="Second note", chart=heat()) != first
