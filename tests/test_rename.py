"""`planwright rename`: an id changes everywhere, in all files or none, and nothing else does."""

import json
import re
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from conftest import workspace_of
from hypothesis import given, settings
from hypothesis import strategies as st
from small_council import lay_out

from planwright.assessment import Assessment, assess
from planwright.checking import check
from planwright.cli import main
from planwright.diagnostic import PlanwrightError
from planwright.document import parse
from planwright.document.editing import EditRefusedError, apply
from planwright.edits.renaming import rename
from planwright.linking import link

Capture = pytest.CaptureFixture[str]
Assessed = Callable[[Mapping[str, str]], Assessment]
EXAMPLE = Path(__file__).parent.parent / "examples" / "council"
AS_AT = "2026-11-21"
PLAN = """\
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1   # the first; HSG-A1 serves it
    title: Offer a home within 21 days, as HSG-A10 does
    measured_by: ['H-1', "H-2"]
    links: [CORP-1]
actions:
  - {id: HSG-A1, title: See HSG-A1/2 and HSG-A1., objective: HSG-O1, due: 2026-12-31}
  - {id: HSG-A10, title: Later, objective: HSG-O1, due: 2027-12-31, depends_on: [HSG-A1]}
"""
INDICATORS = """\
kind: indicators
indicators:
  - {id: H-1, title: Homes, polarity: higher}
  - {id: H-2, title: Days, polarity: lower, replaces: [H-0]}
  - {id: H-3, title: Calls, polarity: lower, replaces: [H-9, H-1]}
"""
RESULTS = """\
kind: results
period: 2026-27
results:
  "H-1":
    Q1: 5   # H-1
  H-2: {Q1: 6}
comparators:
  H-1:
    - {with: Others, period: 2026-27-Q1, value: 4}
"""
FILES = {
    "organisation.yaml": "kind: organisation\nservices: [{id: HOUSING, title: HOUSING}]\n",
    "corporate.yaml": "kind: corporate-plan\nid: CORP\ntitle: Ours\nperiod: 2026-27\n"
    "objectives: [{id: CORP-1, title: Homes}]\n",
    "plan.yaml": PLAN,
    "indicators.yaml": INDICATORS,
    "results.yaml": RESULTS,
}


def renamed(old: str, new: str, files: Mapping[str, str] = FILES, *, keep: bool = True) -> dict[str, str]:
    """Return the texts once an item has another id."""
    workspace = workspace_of(files)
    renaming = rename(assess(workspace, date(2026, 11, 21)), old, new, keep=keep)
    changed = {one.file: apply(workspace.documents[one.file], one.edits).decode() for one in renaming.edits}
    return {**files, **changed}


def differing(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Return the lines that are new."""
    return [line for name in after for line in after[name].splitlines() if line not in before[name].splitlines()]


def test_an_action_is_renamed_and_its_neighbours_are_not() -> None:
    after = renamed("HSG-A1", "HSG-X1")
    assert differing(FILES, after) == [
        "  - {id: HSG-X1, replaces: [HSG-A1], title: See HSG-A1/2 and HSG-A1., objective: HSG-O1, due: 2026-12-31}",
        "  - {id: HSG-A10, title: Later, objective: HSG-O1, due: 2027-12-31, depends_on: [HSG-X1]}",
    ]


def test_an_indicator_is_renamed_with_its_results_in_the_quotes_they_had() -> None:
    after = renamed("H-1", "H-01", keep=False)
    assert differing(FILES, after) == [
        "    measured_by: ['H-01', \"H-2\"]",
        "  - {id: H-01, title: Homes, polarity: higher}",
        "  - {id: H-3, title: Calls, polarity: lower, replaces: [H-9, H-01]}",
        '  "H-01":',
        "  H-01:",
    ]
    assert renamed("H-01", "H-1", after, keep=False) == FILES


def test_an_item_with_a_past_keeps_all_of_it() -> None:
    assert "replaces: [H-0, H-2]" in renamed("H-2", "H-02")["indicators.yaml"]


def test_a_plan_and_an_objective_that_is_linked_to_by_its_id_alone() -> None:
    assert "links: [CORP-9]" in renamed("CORP-1", "CORP-9")["plan.yaml"]
    assert "id: HSG-9\nreplaces:\n  - HSG\nservice: HOUSING\n" in renamed("HSG", "HSG-9")["plan.yaml"]


def test_a_title_that_reads_like_the_id_stays() -> None:
    after = renamed("HOUSING", "HOMES", keep=False)
    assert "{id: HOMES, title: HOUSING}" in after["organisation.yaml"]
    assert "service: HOMES\n" in after["plan.yaml"]


def test_texts_and_comments_that_name_it_are_told_but_not_changed(assessed: Assessed) -> None:
    renaming = rename(assessed(FILES), "HSG-A1", "HSG-X1")
    assert [(one.file, one.line, one.column) for one in renaming.mentions] == [
        ("plan.yaml", 6, 31),
        ("plan.yaml", 11, 29),
        ("plan.yaml", 11, 42),
    ]
    assert renaming.places == 2
    (only,) = rename(assessed(FILES), "HSG-A10", "HSG-X1").mentions
    assert (only.file, only.line, only.column) == ("plan.yaml", 7, 44)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("HSG-A1", "HSG-A10", "HSG-A10 is in use already, in plan.yaml"),
        ("HSG-A1", "hsg-a10", "HSG-A10 is in use already"),
        ("HSG-A1", "HSG-A1", "is its id already"),
        ("HSG-A1", "HSG A2", "HSG A2 is not an id: letters, digits"),
        ("HSG-A1", "", "an id is letters, digits"),
        ("HSG-A1", "H-0", "H-0 was the id of what is H-2 now"),
        (
            "H-2",
            "H-0",
            "H-0 was its id before; if it was never published, take it out of replaces: in indicators.yaml first",
        ),
        ("H-1", "H-0", "H-0 was the id of what is H-2 now"),
    ],
)
def test_an_id_that_is_none_or_is_taken_is_refused(assessed: Assessed, old: str, new: str, says: str) -> None:
    with pytest.raises(EditRefusedError, match=re.escape(says)):
        rename(assessed(FILES), old, new)


def test_the_name_of_a_step_is_taken_too(assessed: Assessed) -> None:
    files = {**FILES, "plan.yaml": PLAN + "    milestones: []\n"}
    plan = PLAN.replace("due: 2027-12-31,", "due: 2027-12-31, milestones: [{title: One, due: 2027-01-31}],")
    with pytest.raises(EditRefusedError, match="HSG-A10/1 is in use already"):
        rename(assessed({**files, "plan.yaml": plan}), "HSG-A1", "HSG-A10/1")


def test_only_the_case_may_change() -> None:
    assert "id: hsg-o1 " in renamed("HSG-O1", "hsg-o1", keep=False)["plan.yaml"]


def test_an_unknown_id_is_told_with_the_nearest(assessed: Assessed) -> None:
    with pytest.raises(PlanwrightError, match="did you mean HSG-A1"):
        rename(assessed(FILES), "HSG-A1/7", "HSG-A2")


def test_an_id_of_before_is_told_with_that_of_now(assessed: Assessed) -> None:
    with pytest.raises(PlanwrightError, match="there is no indicator H-0; it is H-2 now"):
        assessed(FILES).workspace.find("H-0", "indicator")


def test_two_items_with_one_id_are_told_apart_first(assessed: Assessed) -> None:
    twice = {**FILES, "more.yaml": "kind: indicators\nindicators: [{id: h-1, title: Twin, polarity: higher}]\n"}
    with pytest.raises(EditRefusedError, match=r"h-1 in more\.yaml is another item with this id"):
        rename(assessed(twice), "H-1", "H-8")


@pytest.mark.parametrize(
    ("file", "text", "refused"),
    [
        ("broken.yaml", "kind: risk-log\nid: R\nrisks: [H-1\n", True),
        ("wrong.yaml", "kind: risk-log\nid: R\ntitle: Risks\nscope: service\nowner: H-1\n", True),
        ("broken.yaml", "kind: risk-log\nid: R\nrisks: [H-10\n", False),
    ],
)
def test_a_file_that_names_it_must_be_readable(assessed: Assessed, file: str, text: str, refused: bool) -> None:
    found = assessed({**FILES, file: text})
    if refused:
        with pytest.raises(EditRefusedError, match=rf"{file}:\d+: .*Mend that first"):
            rename(found, "H-1", "H-8")
    else:
        assert rename(found, "H-1", "H-8").edits


def test_a_file_that_cannot_be_opened_may_name_it() -> None:
    documents = [parse(name, text.encode()) for name, text in FILES.items()]
    with pytest.raises(EditRefusedError, match=r"shut\.yaml cannot be opened and may name H-1"):
        rename(assess(link(documents, {"shut.yaml": "it may not be read"}), date(2026, 11, 21)), "H-1", "H-8")


def test_an_id_that_could_not_be_read_is_taken(assessed: Assessed) -> None:
    with pytest.raises(EditRefusedError, match="LOST is in use already"):
        rename(assessed({**FILES, "lost.yaml": "kind: risk-log\nid: LOST\nrisks: [\n"}), "H-1", "lost")


def run(council: Path, capsys: Capture, *arguments: str, code: int = 0) -> str:
    assert main(["-C", str(council), "--as-at", AS_AT, *arguments]) == code
    printed = capsys.readouterr()
    return printed.out if code in {0, 1} and not printed.err else printed.err


def test_the_command_prints_what_changes_and_what_people_must_change(tmp_path: Path, capsys: Capture) -> None:
    council = lay_out(tmp_path)
    plan = council / "services" / "housing" / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    noted = text.replace("title: First ten lettings", "title: First ten lettings of HSG-A1")
    plan.write_bytes(noted.replace("\n", "\r\n").encode())
    before = plan.read_bytes()
    printed = run(council, capsys, "rename", "HSG-A1", "HSG-A7", "--dry-run")
    assert "-  - id: HSG-A1\n+  - id: HSG-A7\n+    replaces:\n+      - HSG-A1\n" in printed
    assert "HSG-A1 would be HSG-A7 in 2 places of 2 files; replaces: keeps HSG-A1.\nThese texts still say" in printed
    assert "plan.yaml:23:38  title: First ten lettings of HSG-A1\n" in printed
    assert plan.read_bytes() == before
    run(council, capsys, "rename", "HSG-A1", "HSG-A7", "--mistake")
    assert plan.read_bytes() == before.replace(b"id: HSG-A1", b"id: HSG-A7")
    assert "HSG-M2 is HSG-M3 in 1 place of 1 file.\n" in run(council, capsys, "rename", "HSG-M2", "HSG-M3")
    assert "did you mean HSG-A7?" in run(council, capsys, "rename", "HSG-A77", "HSG-A8", code=2)
    assert "is in use already" in run(council, capsys, "rename", "HSG-A7", "HSG-O1", code=1)


def test_a_long_list_of_texts_is_counted(tmp_path: Path, capsys: Capture) -> None:
    council = lay_out(tmp_path, **{"notes.yaml": "# HSG-A1\n" * 23 + "kind: organisation\n"})
    assert "  and 3 more\n" in run(council, capsys, "rename", "HSG-A1", "HSG-A7")


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("council")
    shutil.copytree(EXAMPLE, copy, dirs_exist_ok=True)
    return copy


def standing(texts: Mapping[str, bytes], new: str, old: str) -> list[object]:
    """Return how everything stands and what is found wrong, with the old id in place of the new one."""
    workspace = link(parse(name, data) for name, data in texts.items())
    assessment = assess(workspace, date(2026, 11, 21))
    ratings = [(one.subject.id, one.state.key, one.reason) for one in assessment.indicators.values()]
    work = [(one.id, one.state.key, one.reason) for one in assessment.work]
    risks = [(one.subject.id, one.state.key, one.reason) for one in assessment.risks.values()]
    pips = [(one.subject.id, one.state.key, one.reason) for one in assessment.pips.values()]
    found = [(one.code, one.place.file, one.message, one.subject) for one in check(assessment)]
    told = json.dumps([ratings, work, risks, pips, found])
    *states, findings = json.loads(re.sub(rf"(?<![\w-]){re.escape(new)}(?![\w-])", old, told))
    return [*states, sorted(findings)]


def test_renaming_changes_no_rating_and_no_finding(council: Path) -> None:
    texts = {one.relative_to(council).as_posix(): one.read_bytes() for one in sorted(council.rglob("*.yaml"))}
    workspace = link(parse(name, data) for name, data in texts.items())
    assessment = assess(workspace, date(2026, 11, 21))
    before = standing(texts, "@", "@")
    ids = sorted(workspace.subjects)

    @given(st.sampled_from(ids))
    @settings(max_examples=6, deadline=None)
    def holds(old: str) -> None:
        new = f"{old}-NEW"[-60:]
        renaming = rename(assessment, old, new)
        changed = {one.file: apply(workspace.documents[one.file], one.edits) for one in renaming.edits}
        assert standing({**texts, **changed}, new, old) == before

    holds()
