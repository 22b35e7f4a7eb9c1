from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from planwright.escaping import markdown, markdown_anywhere, markup, printable

TRICKY = st.text(st.sampled_from("a1 .)-+*_=#>|`~[]()<>&!\\{}\"':;\t\n\u00a0é😀\u200d\u202e\x1b0x"), max_size=12)


def shown(source: str) -> str:
    """The words a Markdown reader shows of one paragraph of source, with marks that are left."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert {child.type for child in tokens[1].children or ()} <= {"text"}
    return "".join(child.content for child in tokens[1].children or ())


@given(TRICKY | st.text(max_size=12))
@example("1. x")
@example("2026) x")
@example("- x")
@example("===")
@example("# h #")
@example("![a](../x)")
@example("a_b_ _c")
@example("&amp; &#35;")
@example("    x")
def test_any_text_is_one_literal_paragraph_of_markdown(text: str) -> None:
    for escape in (markdown, markdown_anywhere):
        if text:
            assert shown(escape(text)) == printable(text)
            assert "\n" not in escape(text)


def test_markdown_stays_readable() -> None:
    plain_words = "88.5% of 95 (provisional), see HSG-PI-01; it's fine: snake_case"
    assert markdown("-5.2") == "-5.2"
    assert markdown(plain_words) == plain_words


def test_what_cannot_be_seen_is_shown_but_joiners_work() -> None:
    assert printable("a\x1b[31m\u202eb\r\nc👩\u200d👧") == "a\\x1b[31m\\u202eb\nc👩\u200d👧"


def test_markup_is_safe_between_tags_and_in_attributes() -> None:
    assert markup('<a href="x">\'&\x00') == "&lt;a href=&quot;x&quot;&gt;&#x27;&amp;\\x00"
