"""The same findings in every format: complete, sorted, safe to print, and what each reader expects."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planwright import reporters
from planwright.diagnostic import Diagnostic, Place, PlanwrightError, Related, Severity
from planwright.reporters import Run

PLAN = "services/housing/plan.yaml"
SOURCE = {PLAN: ["kind: service-plan", "", "    - to: CROP-3", "\ttitle: Größe 東京 x"], "the-risks.yaml": ["a", "b"]}


@dataclass(frozen=True)
class Text:
    code: str
    name: str
    summary: str
    help: str


RULES = {
    "PW101": Text("PW101", "dangling-link", "A link names nothing.", "Links must lead somewhere."),
    "PW402": Text("PW402", "overdue-milestone", "A milestone is overdue.", "Say what happened."),
}


def line_text(file: str, line: int) -> str:
    lines = SOURCE.get(file, [])
    return lines[line - 1] if line <= len(lines) else ""


def finding(line: int = 3, severity: Severity = Severity.ERROR, **given: object) -> Diagnostic:
    place = Place(PLAN, line, 11, line, 17)
    made = Diagnostic("PW101", severity, place, "CROP-3 is not known", "did you mean CORP-3?", "HSG-O1")
    return replace(made, **given)  # type: ignore[arg-type]  # a test helper takes any field


def run(*found: Diagnostic, **given: object) -> Run:
    made = Run(found, (PLAN, "the-risks.yaml"), date(2026, 11, 21), RULES, line_text)
    return replace(made, **given)  # type: ignore[arg-type]


MILESTONE = finding(
    2, Severity.WARNING, code="PW402", place=Place("the-risks.yaml", 2, 1, 2, 2), message="late", help=""
)


def test_every_format_is_found_and_writes_something() -> None:
    assert reporters.formats() == ("concise", "github", "gitlab", "json", "junit", "sarif", "text")
    for name in reporters.formats():
        text = reporters.write(name, run(finding(), MILESTONE))
        assert text.endswith("\n")
        assert "CROP-3 is not known" in text
        assert "late" in text


@pytest.mark.parametrize("name", reporters.formats())
def test_order_of_findings_and_files_changes_nothing(name: str) -> None:
    forwards = run(finding(), MILESTONE, finding(4))
    backwards = run(finding(4), MILESTONE, finding(), files=("the-risks.yaml", PLAN))
    assert reporters.write(name, forwards) == reporters.write(name, backwards)


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(PlanwrightError, match="did you mean sarif"):
        reporters.write("sarrif", run())
    with pytest.raises(PlanwrightError, match="there are concise, github"):
        reporters.write("xxxxxx", run())


def test_text_shows_place_line_caret_help_and_related() -> None:
    other = Related(Place("corporate.yaml", 3, 5), "CORP-3 stands here")
    assert reporters.write("text", run(finding(related=(other,)), MILESTONE)) == (
        "services/housing/plan.yaml:3:11: error PW101 CROP-3 is not known\n"
        "   |\n"
        " 3 |     - to: CROP-3\n"
        "   |           ^^^^^^\n"
        "   = help: did you mean CORP-3?\n"
        "   = see corporate.yaml:3:5: CORP-3 stands here\n"
        "\n"
        "the-risks.yaml:2:1: warning PW402 late\n"
        "   |\n"
        " 2 | b\n"
        "   | ^\n"
        "\n"
        "1 error (services/housing/plan.yaml:3) and 1 warning in 2 files\n"
    )


def test_text_names_few_errors_among_others_once_more() -> None:
    hostile = finding(place=Place("##[x].yaml", 2, 1, 2, 2))
    errors = [finding(), finding(message="CROP-4 is not known"), hostile]
    assert reporters.write("text", run(*errors, MILESTONE)).endswith(
        "\n3 errors (./#\\x23[x].yaml:2, services/housing/plan.yaml:3) and 1 warning in 2 files\n"
    )
    assert reporters.write("text", run(*errors, finding(message="X"), MILESTONE)).endswith(
        "\n4 errors and 1 warning in 2 files\n"
    )
    assert reporters.write("text", run(*errors)).endswith("\n3 errors in 2 files\n")
    assert reporters.write("text", run(MILESTONE)).endswith("\n1 warning in 2 files\n")


def test_text_says_so_when_nothing_is_wrong_and_is_silent_when_asked() -> None:
    assert reporters.write("text", run()) == "nothing wrong in 2 files\n"
    assert reporters.write("text", run(files=(PLAN,))) == "nothing wrong in 1 file\n"
    assert reporters.write("text", run(summary=False)) == ""


def test_colour_only_adds_colour() -> None:
    plain = reporters.write("text", run(finding(), MILESTONE))
    painted = reporters.write("text", run(finding(), MILESTONE, colour=True))
    assert "\x1b[1;31merror PW101\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain


@pytest.mark.parametrize(
    ("column", "end", "caret"),
    [
        (2, 7, " ^^^^^"),
        (9, 14, "        ^^^^^"),
        (15, 17, "              ^^^^"),  # two wide characters take four columns
        (18, 19, "                   ^"),
        (19, 19, "                    ^"),  # at the end of the line
    ],
)
def test_the_caret_stands_under_its_spot(column: int, end: int, caret: str) -> None:
    text = reporters.write("text", run(finding(place=Place(PLAN, 4, column, 4, end))))
    assert text.splitlines()[2] == " 4 |  title: Größe 東京 x"
    assert text.splitlines()[3] == f"   | {caret}"


def test_a_span_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    text = reporters.write("text", run(finding(place=Place(PLAN, 3, 5, 4, 2))))
    assert text.splitlines()[3] == "   |     ^^^^^^^^^^^^"


@pytest.mark.parametrize(("column", "start"), [(1, "^"), (1000, " " * 61 + "^")])
def test_a_long_line_is_cut_around_the_spot(column: int, start: str) -> None:
    long = run(finding(place=Place("long.yaml", 1, column, 1, column + 3)), line_text=lambda *_: "x" * 2000)
    source, caret = reporters.write("text", long).splitlines()[2:4]
    assert len(source) < 125
    assert source.endswith("…")
    assert caret == f"   | {start}^^"


def test_concise_is_one_line_each() -> None:
    assert reporters.write("concise", run(finding(), MILESTONE)).splitlines() == [
        "services/housing/plan.yaml:3:11: PW101 CROP-3 is not known; did you mean CORP-3?",
        "the-risks.yaml:2:1: PW402 late",
    ]


@pytest.mark.parametrize("name", ["text", "concise"])
def test_a_flood_is_cut_at_a_hundred_a_file_but_never_hides_errors(name: str) -> None:
    flood = [finding(line, Severity.WARNING, message=f"number {line}") for line in range(1, 151)]
    text = reporters.write(name, run(*flood, finding(200), MILESTONE))
    assert text.count("PW101 ") == 100
    assert f"{PLAN}: 51 more not shown here" in text
    assert "CROP-3 is not known" in text
    assert "number 99" in text
    assert "number 100" not in text
    assert "PW402 late" in text


def test_json_has_the_promised_shape() -> None:
    related = (Related(Place("corporate.yaml", 3, 5, 3, 11), "stands here"),)
    report = json.loads(reporters.write("json", run(finding(related=related), MILESTONE)))
    assert all(re.fullmatch("[0-9a-f]{32}", one.pop("fingerprint")) for one in report["diagnostics"])
    assert report == {
        "version": 1,
        "as_at": "2026-11-21",
        "summary": {"files": 2, "errors": 1, "warnings": 1, "notes": 0},
        "diagnostics": [
            {
                "code": "PW101",
                "rule": "dangling-link",
                "severity": "error",
                "file": PLAN,
                "line": 3,
                "column": 11,
                "end_line": 3,
                "end_column": 17,
                "message": "CROP-3 is not known",
                "help": "did you mean CORP-3?",
                "subject": "HSG-O1",
                "related": [
                    {
                        "file": "corporate.yaml",
                        "line": 3,
                        "column": 5,
                        "end_line": 3,
                        "end_column": 11,
                        "message": "stands here",
                    }
                ],
            },
            {
                "code": "PW402",
                "rule": "overdue-milestone",
                "severity": "warning",
                "file": "the-risks.yaml",
                "line": 2,
                "column": 1,
                "end_line": 2,
                "end_column": 2,
                "message": "late",
                "help": "",
                "subject": "HSG-O1",
                "related": [],
            },
        ],
    }


def test_github_puts_errors_first_and_escapes() -> None:
    spoof = finding(message="50 %\n::error::spoof", place=Place("a,b:c.yaml", 1, 2, 3, 4), severity=Severity.INFO)
    lines = reporters.write("github", run(spoof, MILESTONE, finding())).splitlines()
    assert lines == [
        (
            "::error title=PW101 dangling-link,file=services/housing/plan.yaml,line=3,endLine=3,col=11,endColumn=17"
            "::services/housing/plan.yaml:3:11: PW101 CROP-3 is not known; did you mean CORP-3?"
        ),
        (
            "::warning title=PW402 overdue-milestone,file=the-risks.yaml,line=2,endLine=2,col=1,endColumn=2"
            "::the-risks.yaml:2:1: PW402 late"
        ),
        (
            "::notice title=PW101 dangling-link,file=a%2Cb%3Ac.yaml,line=1,endLine=3"
            "::a,b:c.yaml:1:2: PW101 50 %25 ::error::spoof; did you mean CORP-3?"
        ),
        "1 error, 1 warning and 1 note in 2 files",
    ]


@pytest.mark.parametrize("name", ["text", "concise"])
def test_no_line_from_a_plan_is_taken_for_a_command(name: str) -> None:
    file = " ::error::x.yaml"
    hostile = finding(message="\r::error::a ##[warning]b ##vso[task.x]c ## Heading", place=Place(file, 1, 1, 1, 2))
    text = reporters.write(name, run(hostile, line_text=lambda *_: "::error::source ##[group]"))
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
    assert "##[" not in text
    assert "##vso[" not in text
    assert "## Heading" in text


def test_gitlab_fingerprints_survive_moved_lines_and_differ() -> None:
    before = json.loads(reporters.write("gitlab", run(finding(), MILESTONE, finding(message="again"))))
    assert before[0]["location"] == {"path": PLAN, "lines": {"begin": 3, "end": 3}}
    assert [entry["severity"] for entry in before] == ["major", "major", "minor"]
    assert [entry["check_name"] for entry in before] == ["dangling-link", "dangling-link", "overdue-milestone"]
    names = [entry["fingerprint"] for entry in before]
    assert len(set(names)) == 3
    moved = run(
        *(replace(one, place=replace(one.place, line=one.place.line + 7)) for one in (finding(), MILESTONE)),
        finding(10, message="reworded because a day has passed"),
        line_text=lambda file, line: line_text(file, line - 7),
    )
    assert [entry["fingerprint"] for entry in json.loads(reporters.write("gitlab", moved))] == names


def test_sarif_has_all_that_the_standard_and_its_readers_require() -> None:
    related = (Related(Place("corporate plan/ü.yaml", 3, 5, 3, 11), "stands here"),)
    unknown = finding(code="PW999", severity=Severity.INFO)
    log = json.loads(reporters.write("sarif", run(finding(related=related), MILESTONE, unknown)))
    assert log["version"] == "2.1.0"
    (one_run,) = log["runs"]
    driver = one_run["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == ["PW101", "PW402"]
    assert driver["rules"][0]["help"]["text"] == "Links must lead somewhere."
    assert one_run["columnKind"] == "unicodeCodePoints"
    assert set(one_run["originalUriBaseIds"]) == {"%SRCROOT%"}
    dangling, other, late = one_run["results"]
    assert [dangling["level"], other["level"], late["level"]] == ["error", "note", "warning"]
    assert driver["rules"][dangling["ruleIndex"]]["id"] == dangling["ruleId"] == "PW101"
    assert "ruleIndex" not in other
    location = dangling["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": PLAN, "uriBaseId": "%SRCROOT%"}
    assert location["region"] == {"startLine": 3, "startColumn": 11, "endLine": 3, "endColumn": 17}
    uri = dangling["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "corporate%20plan/%C3%BC.yaml"
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in one_run["results"]]
    assert len(set(prints)) == 3


def test_junit_has_one_case_per_file_and_fails_what_fails_the_run() -> None:
    three = (PLAN, "the-risks.yaml", "quiet.yaml")
    lenient = ET.fromstring(reporters.write("junit", run(finding(), MILESTONE, files=three)))
    strict = ET.fromstring(reporters.write("junit", run(finding(), MILESTONE, files=three, strict=True)))
    cases = {case.get("name"): case for case in lenient.iter("testcase")}
    assert list(cases) == ["quiet.yaml", PLAN, "the-risks.yaml"]
    assert list(cases["quiet.yaml"]) == []
    assert [part.tag for part in cases["the-risks.yaml"]] == ["system-out"]
    failure = cases[PLAN].find("failure")
    assert failure is not None
    assert failure.get("message") == "1 finding"
    assert "CROP-3 is not known" in (failure.text or "")
    assert [suite.get("failures") for suite in (lenient[0], strict[0])] == ["1", "2"]
    assert lenient[0].get("tests") == "3"


def test_junit_escapes_what_xml_would_read() -> None:
    found = finding(message='<b> & "c"', place=Place("a&b.yaml", 1, 1))
    (case,) = ET.fromstring(reporters.write("junit", run(found, files=("a&b.yaml",)))).iter("testcase")
    assert case.get("name") == "a&b.yaml"
    assert case.findtext("failure") == 'a&b.yaml:1:1: PW101 <b> & "c"; did you mean CORP-3?'


hostile = st.text(
    alphabet=st.characters() | st.sampled_from("\x00\x1b\x9b\u202e\ud800\ufffe\r\n:#[,%<&\"'|"), max_size=30
)


@settings(max_examples=40)
@given(hostile, hostile, hostile)
def test_hostile_text_is_shown_and_every_format_stays_well_formed(words: str, path: str, source: str) -> None:
    place = Place(path or "x", 1, 1 + len(source), 1, 2 + len(source))
    found = finding(message=words, help=words, subject=words, place=place)
    one = run(found, files=(place.file,), line_text=lambda *_: source)
    texts = {name: reporters.write(name, one) for name in reporters.formats()}
    for text in texts.values():
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff\ufffe\uffff]", text)
    readers: dict[str, Callable[[str], object]] = {
        "json": json.loads,
        "gitlab": json.loads,
        "sarif": json.loads,
        "junit": ET.fromstring,
    }
    for name, read in readers.items():
        read(texts[name])
    assert len(texts["concise"].splitlines()) == 1
