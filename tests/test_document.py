"""Reading plan files: values as typed, places as editors show them, comments, and what must not be complained of."""

import re
from typing import Any

import pytest

from planwright.diagnostic import Place, PlanwrightError, Severity
from planwright.document import Document, Route, is_dropping, parse, reading
from planwright.document.alike import MOST_ALIKE

PLAN = """\
kind: service-plan
id: HSG
objectives:
  - id: HSG-O1
    title: Offer a home
    links:
      - to: CORP-3
        so_that: "fewer families wait"
    measured_by: [HSG-PI-01, HSG-PI-02]
    note: |
      First line.

      Third line.


    lead:
overview: 'It''s here'
"""


def read(text: str) -> Document:
    return parse("plan.yaml", text.encode())


def codes(text: str) -> list[str]:
    return [problem.code for problem in read(text).problems]


def span(document: Document, route: Route) -> str:
    node = document.node(route)
    assert node is not None
    return document.text[node.start : node.end]


def test_values_are_text_as_typed() -> None:
    typed = ["0042", "1.10", "NO", "yes", "on", "12:30", "190:20:30", "0x1F", "1_000", "2026-02-30", ".nan", "+5"]
    document = read("kind: results\n" + "".join(f"v{index}: {text}\n" for index, text in enumerate(typed)))
    assert document.problems == ()
    assert document.value == {"kind": "results"} | {f"v{index}": text for index, text in enumerate(typed)}


def test_a_plan_becomes_plain_values() -> None:
    document = read(PLAN)
    assert document.problems == ()
    assert document.kind == "service-plan"
    assert document.value == {
        "kind": "service-plan",
        "id": "HSG",
        "objectives": [
            {
                "id": "HSG-O1",
                "title": "Offer a home",
                "links": [{"to": "CORP-3", "so_that": "fewer families wait"}],
                "measured_by": ["HSG-PI-01", "HSG-PI-02"],
                "note": "First line.\n\nThird line.\n",
            }
        ],
        "overview": "It's here",
    }


@pytest.mark.parametrize(
    ("route", "text"),
    [
        (("id",), "HSG"),
        (("objectives", 0, "links", 0, "so_that"), '"fewer families wait"'),
        (("objectives", 0, "links", 0), 'to: CORP-3\n        so_that: "fewer families wait"'),
        (("objectives", 0, "measured_by"), "[HSG-PI-01, HSG-PI-02]"),
        (("objectives", 0, "measured_by", 1), "HSG-PI-02"),
        (("objectives", 0, "note"), "|\n      First line.\n\n      Third line."),
        (("objectives", 0, "lead"), ""),
        (("overview",), "'It''s here'"),
    ],
)
def test_nodes_span_their_text_and_nothing_after(route: Route, text: str) -> None:
    assert span(read(PLAN), route) == text


def test_nodes_know_style_key_and_whether_anything_is_given() -> None:
    document = read(PLAN)
    node = document.node(("objectives", 0, "note"))
    assert node is not None
    assert (node.kind, node.style, node.blank) == ("scalar", "|", False)
    assert node.key is not None
    assert document.text[slice(*node.key)] == "note"
    lead = document.node(("objectives", 0, "lead"))
    assert lead is not None
    assert lead.blank
    listed = document.node(("objectives", 0, "measured_by"))
    assert listed is not None
    assert (listed.kind, listed.style, list(listed.children)) == ("list", "[", [0, 1])
    top = document.root
    assert top is not None
    assert (top.kind, top.start, document.text[top.end :]) == ("mapping", 0, "\n")


@pytest.mark.parametrize(
    ("route", "part", "line", "column", "end_line", "end_column"),
    [
        (("id",), "value", 2, 5, 2, 8),
        (("id",), "key", 2, 1, 2, 3),
        (("objectives", 0, "links", 0, "to"), "value", 7, 13, 7, 19),
        (("objectives", 0, "links", 0), "value", 7, 9, 7, 19),
        (("objectives",), "key", 3, 1, 3, 11),
        (("objectives", 0, "lead"), "value", 16, 5, 16, 9),
        (("objectives", 0, "links", 0, "type"), "value", 7, 9, 7, 19),
        (("objectives", 5), "value", 3, 1, 3, 11),
        (("service",), "value", 1, 1, 1, 19),
        ((), "value", 1, 1, 1, 19),
        (("objectives", 0, "note"), "value", 10, 11, 13, 18),
    ],
)
def test_places(route: Route, part: Any, line: int, column: int, end_line: int, end_column: int) -> None:
    assert read(PLAN).place(route, part) == Place("plan.yaml", line, column, end_line, end_column)


def test_has_tells_what_stands_in_the_file_even_when_left_empty() -> None:
    document = read(PLAN)
    assert document.has(("objectives", 0, "lead"))
    assert document.has(())
    assert not document.has(("objectives", 1))
    assert not document.has(("id", "x"))


def test_an_unreadable_file_has_places_all_the_same() -> None:
    document = parse("plan.yaml", b"\x89PNG\r\n")
    assert document.value is None
    assert document.root is None
    assert document.place(("id",)) == Place("plan.yaml")
    assert document.line_text(1) == ""
    assert document.line_text(2) == ""


def test_a_file_that_stops_making_sense_still_says_its_kind() -> None:
    document = read("kind: risk-log\nid: R\ntitle: a: b\n")
    assert (document.value, document.kind) == (None, "risk-log")
    assert read("<<<<<<< a\nkind: pip\n").kind == ""
    assert read("kind: pip\n<<<<<<< a\n").kind == "pip"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_line_ends_change_neither_values_nor_lines(end: str) -> None:
    document = parse("plan.yaml", PLAN.replace("\n", end).encode())
    assert document.problems == ()
    assert document.value == read(PLAN).value
    assert document.place(("overview",)).line == 17
    assert document.line_text(17) == "overview: 'It''s here'"
    assert document.text == PLAN.replace("\n", end)


def test_a_byte_order_mark_is_taken_off_and_remembered() -> None:
    document = parse("plan.yaml", b"\xef\xbb\xbf" + PLAN.encode())
    assert document.bom
    assert document.text == PLAN
    assert document.place(("kind",)).column == 7
    assert document.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "a: don't\n",
        "a: http://wexcombe.example/x#part\n",
        "a: at 10:30\n",
        "a: C# and F#\n",
        "a: b # a comment\n",
        "a: b ## a comment\n",
        "#a comment\na: b\n",
        "a: 'b' #a comment\n",
        "a: [b] #a comment\n",
        "a: b # planwright: ignore[PW101] why\n",
        "a: b #planwright: ignore[PW101] why\n",
        "a: 'it''s'\n",
        'a: "b # c: d"\n',
        "a: C:\\new\\table\n",
        "a: 'C:\\new\\table'\n",
        'a: "C:\\\\new"\n',
        'a: "two\\nlines"\n',
        "a: 'folder \\\\server'\n",
        'a: "A paragraph\n  Note: in two lines"\n',
        "a: |\n  # heading\n  key: value\n  \ttab\n  ===========\n  ---\n",
        "a: |\n  Title\n  =======\n  text\n",
        "a: >-\n  folded\n  text\n",
        "a: “quoted” words\n",
        "a: the “quoted” words\n",
        "a: Wexcombe’s homes\n",
        "a: a\u00a0£5\u00a0note\n",
        'a: "ends with one\u00a0"\n',
        "a: |\n  \u00a0indented\n  ends\u00a0\n",
        "a: family \U0001f468\u200d\U0001f469\u200d\U0001f467\n",
        "a: \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\n",
        "a: 'null'\nb: \"~\"\nc: ~5\nd: nullify\n",
        "on: 2026-04-01\nyes: a\n1: b\n",
        "a:\nb: ''\n",
        "a: {b: 1, c: }\n",
        "a: [b,\n  c]\n",
        "a:\n- b\n- c\n",
        "a:\n  - - b\n    - c\n",
        "---\na: b\n",
        "# note\n---\na: b\n...\n",
        "a: b\n\n\n# the end\n",
        "a: b & c * d ! e % f @ g | h > i ` j\n",
        "a: -5\n",
        'a: "tab\tinside"\nb: x\ty\n',
        "a: x\n   y\n",
        "a: <<<<<<< x\n",
        "a: |\n  one\r\n  two\r\n",
    ],
)
def test_what_is_fine_is_not_complained_of(text: str) -> None:
    document = read(text)
    assert [(problem.code, problem.message) for problem in document.problems] == []
    assert document.value is not None


def test_what_is_empty_or_null_is_absent() -> None:
    document = read("a:\nb: ~\nc: null\nd: [x, ~, y]\ne:\n  -\n  - z\nf: ''\n")
    assert document.value == {"d": ["x", "y"], "e": ["z"], "f": ""}
    assert [(problem.code, problem.severity, problem.place.line) for problem in document.problems] == [
        ("PW024", Severity.WARNING, 2),
        ("PW024", Severity.WARNING, 3),
        ("PW024", Severity.WARNING, 4),
        ("PW028", Severity.WARNING, 6),
    ]
    assert span(document, ("d", 1)) == "y"
    assert span(document, ("e", 0)) == "z"
    assert document.place(("b",), "value") == Place("plan.yaml", 2, 1, 2, 2)


def test_keys_that_look_the_same_are_the_same() -> None:
    document = read("caf\u00e9: 1\ncafe\u0301: 2\n")
    assert [problem.code for problem in document.problems] == ["PW010"]
    assert document.problems[0].place.line == 2
    assert document.problems[0].related[0].place.line == 1
    assert document.value == {"caf\u00e9": "2"}


def test_hidden_characters_do_not_make_two_findings_of_one() -> None:
    document = read("ti\u200btle: Ho\x00mes\nnote: |\n  one\x0btwo\n")
    assert [problem.code for problem in document.problems] == ["PW006"] * 3
    assert document.value == {"title": "Homes", "note": "one two\n"}
    assert document.text.startswith("ti\u200btle")
    assert codes("a: \x00\n") == ["PW006"]


def test_signs_that_were_meant_as_text_stay_text() -> None:
    document = read("a: &c Partners\nb: !urgent roof\nc: *x\nd: &k [e]\nf:\n  <<: *x\n  g: h\n")
    assert document.value == {"a": "&c Partners", "b": "!urgent roof", "c": "*x", "d": ["e"], "f": {"g": "h"}}
    assert [problem.code for problem in document.problems] == ["PW011", "PW012", "PW011", "PW011", "PW011"]


def test_bytes_of_windows_are_read_as_windows_would() -> None:
    document = parse("plan.yaml", b"a: \x93Homes\x94 for \xa35\nb: \x81\n")
    assert document.value == {"a": "\u201cHomes\u201d for \u00a35", "b": "\ufffd"}
    assert [problem.code for problem in document.problems] == ["PW001"]
    assert "93" in document.problems[0].message
    assert "3 more" in document.problems[0].message


def test_no_break_spaces_in_indentation_are_read_as_spaces() -> None:
    document = read("a:\n\u00a0\u00a0b: 1\n\u00a0\u00a0c:\u00a02\u00a0\n")
    assert document.value == {"a": {"b": "1", "c": "2"}}
    assert [problem.code for problem in document.problems] == ["PW007"] * 4


def test_no_break_spaces_far_along_a_line_are_prose() -> None:
    assert codes("a: " + "x" * 200 + ":\u00a0y\n") == []


def test_findings_alike_are_told_only_so_often() -> None:
    document = read("".join(f"k{index}: ~\n" for index in range(100)))
    assert len(document.problems) == MOST_ALIKE
    assert document.problems[-1].message.endswith("(and 80 more like it)")
    hidden = read("a: " + "\u200bx" * 100 + "\n")
    assert len(hidden.problems) == MOST_ALIKE


def test_files_over_the_limit_are_not_read() -> None:
    document = parse("plan.yaml", b"a: b\n" + b"# padding\n" * 220_000)
    assert [problem.code for problem in document.problems] == ["PW004"]
    assert (document.value, document.text) == (None, "")


def test_the_limit_of_values_is_exact() -> None:
    fits = b"a:\n" + b"- x\n" * (reading.MAX_NODES - 3)
    assert parse("plan.yaml", fits).problems == ()
    assert [problem.code for problem in parse("plan.yaml", fits + b"- x\n").problems] == ["PW004"]
    assert [problem.code for problem in parse("plan.yaml", b"a: [" + b"x," * 250_000 + b"]\n").problems] == ["PW004"]


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "{a: " * 100_000, "a: " + "[" * 31 + "]" * 31 + "\n"])
def test_nesting_stops_at_32(text: str) -> None:
    assert codes(text) == (["PW005"] if len(text) > 100 else [])


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x]\n" + "".join(f"b{n}: &b{n} [{'*a, ' * 9}*a]\n" for n in range(100)),
        "\n" * 1_000_000,
        "\r" * 1_000_000,
        "a: " + "\u00a0" * 300_000 + "x\n",
        "a: " + "\u00a0x" * 200_000 + "\n",
        "a: [" + "~, " * 90_000 + "~]\n",
        "a: [" + "!a x, " * 50_000 + "x]\n",
        "a: '" + "\t" * 500_000,
        "a: " + "# " * 500_000,
        "a: " + " #x" * 300_000,
        "a: " + "\u200bx" * 200_000,
        "a: " + "\u200d" * 300_000,
        "<<<<<<< a\n" * 100_000,
        "a: 1\n" * 150_000,
        ("x" * 40 + ":") * 30_000,
        '"' * 1_000_000,
        "a: |\n" + " \n" * 500_000,
        "\t" * 1_000_000,
        "a: x\t" * 200_000,
        "a: b\t\n" * 150_000,
        "{" + "a, " * 100_000,
        "- " * 31 + "\n" * 100_000 + "x",
        " " * 1_500_000 + "a: b",
        "%" * 1_000_000,
        "- \n" * 90_000,
        "a:\n" + "- {} #x\n" * 90_000,
        "#planwright: ignore[PW101] x\n" * 50_000 + "a: b\n",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_bombs_are_read_or_refused(text: str) -> None:
    document = read(text)
    assert len(document.problems) <= 3 * MOST_ALIKE
    assert document.value is not None or document.problems
    assert all(len(problem.message) <= 300 for problem in document.problems)


def test_the_missing_c_part_is_said_at_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(reading, "import_module", missing)
    with pytest.raises(PlanwrightError, match="ruamel"):
        read("a: b\n")


SUPPRESSED = """\
# planwright: ignore[PW901] the whole file is a trial
kind: service-plan
objectives:
  # planwright: ignore[PW101, PW203] agreed with the auditor
  - id: HSG-O1
    title: Homes  # planwright: ignore[dangling-link]
    text: "# planwright: ignore[PW999] no comment"
  - id: HSG-O2  # planwright: ignore[PW103] - to follow
    links: [a,  # planwright: ignore[PW105] second line
      b
    ]  # planwright: ignore[PW106] last line
    theme: x
# planwright: ignore
"""


def test_suppressions_say_what_they_stand_on() -> None:
    found = read(SUPPRESSED).suppressions
    assert [(one.codes, one.reason, one.route, one.place.line) for one in found] == [
        (("PW901",), "the whole file is a trial", (), 1),
        (("PW101", "PW203"), "agreed with the auditor", ("objectives", 0), 4),
        (("dangling-link",), "", ("objectives", 0, "title"), 6),
        (("PW103",), "to follow", ("objectives", 1), 8),
        (("PW105",), "second line", ("objectives", 1, "links"), 9),
        (("PW106",), "last line", ("objectives", 1, "links", 1), 11),
        ((), "", ("objectives", 1, "theme"), 13),
    ]
    assert found[2].place == Place("plan.yaml", 6, 19, 6, 54)


def test_suppressions_survive_in_a_file_that_cannot_be_read() -> None:
    document = read("# planwright: ignore[PW101] x\n@\n")
    assert document.value is None
    assert [one.route for one in document.suppressions] == [()]


def test_messages_show_a_line_no_longer_than_a_screen() -> None:
    (problem,) = read("title: Housing: " + "x" * 5000 + "\n").problems
    assert len(problem.help) < 200


@pytest.mark.parametrize(
    "text",
    [
        "a: 'x' y\n",
        "a: *\n",
        "a: b\n c: d\n",
        "a:\n\tb: c\n",
        "a: [b\n",
        "a: <b>: c\n",
    ],
)
def test_messages_are_for_council_staff(text: str) -> None:
    (problem,) = read(text).problems
    assert not re.search(r"invalid|token|scalar|mapping|sequence|YAMLError", problem.message)
    assert problem.help


@pytest.mark.parametrize("text", ["", "# Our settings, to follow\n", "- kind: settings\n", "settings to follow\n"])
def test_nobody_is_told_to_delete_the_settings_or_to_write_a_plan_in_them(text: str) -> None:
    (problem,) = parse("planwright.yaml", text.encode()).problems
    assert "plan file" not in problem.message
    assert problem.help.startswith("write `kind: settings` and, on a line of its own, `name:`")
    assert "keep the file" in problem.help


def test_an_empty_plan_may_be_deleted() -> None:
    (problem,) = parse("services/housing/planwright.yaml", b"").problems
    assert "delete the file" in problem.help


@pytest.mark.parametrize(
    "name",
    [
        "plan.yaml~",
        "~$plan.yaml",
        ".plan.yaml.swp",
        "._plan.yaml",
        ".#plan.yaml",
        "#plan.yaml#",
        "plan (Jo's conflicted copy 2026-04-01).yaml",
        "plan.sync-conflict-20260401.yaml",
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        "plan.yaml.bak",
        "plan.yaml.orig",
    ],
)
def test_droppings_are_known(name: str) -> None:
    assert is_dropping(name)


@pytest.mark.parametrize("name", ["plan.yaml", "plan-2026.yaml", "plan-HOUSING.yaml", "swp.yaml", "plan copy.yaml"])
def test_plans_are_no_droppings(name: str) -> None:
    assert not is_dropping(name)


@pytest.mark.parametrize(
    ("text", "columns", "remedy"),
    [
        ("title: {{ x }}\n", (8, 15), '"{{ x }}"'),
        ("title: {{x}} plan\n", (8, 13), '"{{x}} plan"'),
        ("title: {{ x\n", (8, 12), '"{{ x"'),
        ("links: [{{ x }}, b]\n", (9, 16), '"{{ x }}"'),
    ],
)
def test_text_in_double_braces_is_told_as_a_whole_with_advice_that_works(
    text: str, columns: tuple[int, int], remedy: str
) -> None:
    (found,) = parse("x.yaml", text.encode()).problems
    assert (found.code, found.place.column, found.place.end_column) == ("PW015", *columns)
    assert found.help == f"put the whole value in double quotes: {remedy}"
    assert parse("x.yaml", text.replace(remedy.strip('"'), remedy).encode()).problems == ()


@pytest.mark.parametrize("begin", ["", "l:\n  - ", '"'])
def test_a_key_longer_than_any_parser_looks_ahead_is_told_where_it_begins(begin: str) -> None:
    end = '"' if begin == '"' else ""
    (found,) = parse("x.yaml", f"a: 1\n{begin}{'k' * 60_000}{end}: 1\n".encode()).problems
    assert found.code == "PW029"
    assert found.place.column == (5 if begin.startswith("l") else 1)
    assert found.message == "the name of a key begins here that is longer than any can be"
