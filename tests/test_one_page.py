"""The one-page plan: what stands on it, and that it is refused where it does not fit."""

from pathlib import Path

import pytest
from small_council import FILES, lay_out

from planwright.browser import CHOSEN
from planwright.cli import main

Capture = pytest.CaptureFixture[str]
PLAN = FILES["services/housing/plan.yaml"]
FULL = (
    PLAN
    + """\
assessment: We prevent more homelessness than others.
vision: A home for every household.
critical_success_factors: [Keys within a day, Posts filled]
strategies: [Spend to prevent]
resources: Two officers more.
standards:
  - title: An answer within three days
held_elsewhere:
  - section: swot
    plan: CORP
"""
)
LONG = FULL.replace("than others.", "than others. " + "Every empty home waits for a key. " * 150)
SETTINGS = FILES["planwright.yaml"]


def render(folder: Path, *arguments: str, **changed: str) -> int:
    council = lay_out(folder / "plan", **changed)
    return main(["-C", str(council), "--as-at", "2026-11-21", "render", *arguments, "--output", str(folder / "out")])


def plan_of(text: str, settings: str = SETTINGS) -> dict[str, str]:
    return {"services/housing/plan.yaml": text, "planwright.yaml": settings}


@pytest.fixture
def without_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CHOSEN, "none")


@pytest.fixture
def browser(chromium: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CHOSEN, chromium)


def test_the_questions_of_the_source_in_their_order(tmp_path: Path, without_browser: None) -> None:
    assert render(tmp_path, "one-page-plan", "HOUSING", "--format", "md", **plan_of(FULL)) == 0
    text = (tmp_path / "out" / "one-page-plan-HOUSING.md").read_text(encoding="utf-8")
    headings = [line.lstrip("# ") for line in text.splitlines() if line.startswith("## ")]
    assert headings[:5] == [
        "Where are we now?",
        "Where do we want to be?",
        "How do we get there?",
        "What does it take?",
        "How do we monitor our success?",
    ]
    for said in ("more homelessness", "A home for every", "Keys within a day", "Spend to prevent", "Two officers more",
                 "within three days", "landlord incentive", "offered a home within 21 days", "Our plan"):  # fmt: skip
        assert said in text


@pytest.mark.parametrize(
    ("resources", "said"),
    [
        ("", ""),
        ("    resources: {money: 45000, fte: 2}\n", "All actions together take £45,000 and 2 full-time equivalents."),
        ("    resources: {fte: 2}\n", "All actions together take 2 full-time equivalents."),
    ],
)
def test_what_it_takes_is_asked_only_where_it_is_answered(
    tmp_path: Path, without_browser: None, resources: str, said: str
) -> None:
    plan = FULL.replace("resources: Two officers more.\n", "").replace(
        "    lead: HEAD\n", f"    lead: HEAD\n{resources}"
    )
    made = render(tmp_path, "one-page-plan", "HOUSING", "--format", "md", "--edition", "members", **plan_of(plan))
    assert made == 0
    text = (tmp_path / "out" / "one-page-plan-HOUSING-members.md").read_text(encoding="utf-8")
    assert ("## What does it take?" in text) == bool(said)
    assert said in text


def test_what_fits_is_written(tmp_path: Path, browser: None, capsys: Capture) -> None:
    assert render(tmp_path, "one-page-plan", "HOUSING", **plan_of(FULL)) == 0
    assert (tmp_path / "out" / "one-page-plan-HOUSING.html").is_file()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("format_", ["html", "md"])
def test_what_prints_on_two_pages_is_refused(tmp_path: Path, browser: None, capsys: Capture, format_: str) -> None:
    assert render(tmp_path, "one-page-plan", "HOUSING", "--format", format_, **plan_of(LONG)) == 1
    said = capsys.readouterr().err
    assert "prints on 2 A4 pages, and 1 may be used (plans: one_page_at_most)" in said
    assert "its longest part is 'Where are we now?'" in said
    assert not (tmp_path / "out").exists()


def test_a_council_may_allow_three(tmp_path: Path, browser: None) -> None:
    three = SETTINGS + "plans: {one_page_at_most: 3}\n"
    assert render(tmp_path, "one-page-plan", "HOUSING", **plan_of(LONG, three)) == 0


def test_without_a_browser_words_are_counted_and_it_says_so(
    tmp_path: Path, without_browser: None, capsys: Capture
) -> None:
    assert render(tmp_path, "one-page-plan", "HOUSING", **plan_of(FULL)) == 0
    assert "No browser was found" in capsys.readouterr().err
    assert render(tmp_path, "one-page-plan", "HOUSING", **plan_of(LONG)) == 1
    assert "and 450 fit on 1 A4 page (plans: words_a_page)" in capsys.readouterr().err


def test_the_word_limit_is_a_setting(tmp_path: Path, without_browser: None, capsys: Capture) -> None:
    many = SETTINGS + "plans: {words_a_page: 2000}\n"
    assert render(tmp_path, "one-page-plan", "HOUSING", **plan_of(LONG, many)) == 0
    few = SETTINGS + "plans: {words_a_page: 40}\n"
    assert render(tmp_path, "one-page-plan", "HOUSING", "--overwrite", **plan_of(FULL, few)) == 1


def test_with_all_documents_only_the_long_one_is_left_out(
    tmp_path: Path, without_browser: None, capsys: Capture
) -> None:
    assert render(tmp_path, "--all", **plan_of(LONG)) == 1
    said = capsys.readouterr()
    assert "one-page-plan-HOUSING is not written" in said.err
    written = {file.name for file in (tmp_path / "out").iterdir()}
    assert "one-page-plan-HOUSING.html" not in written
    assert {"index.html", "service-plan-HOUSING.html"} <= written
    assert "one-page-plan" not in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_the_whole_plan_may_be_long(tmp_path: Path, without_browser: None) -> None:
    assert render(tmp_path, "service-plan", "HOUSING", **plan_of(LONG)) == 0


@pytest.mark.slow
@pytest.mark.parametrize("edition", ["public", "officers"])
def test_the_plans_of_the_example_fit(tmp_path: Path, browser: None, edition: str) -> None:
    council = Path(__file__).parent.parent / "examples" / "council"
    command = ["-C", str(council), "--as-at", "2026-11-21", "render", "one-page-plan", "--edition", edition]
    services = ["HOUSING", "STREET-SCENE", "PLANNING", "LEISURE", "GROWTH", "REVENUES", "DIGITAL"]
    assert main([*command, *services, "--output", str(tmp_path)]) == 0
    assert len(list(tmp_path.iterdir())) == len(services)
