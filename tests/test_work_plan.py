"""The work plan: made in the private edition alone, and nothing of it in any other."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import workspace_of
from filled_council import canary, council
from small_council import lay_out

from planwright import formats, reports, resources
from planwright.assessment import Assessment, assess
from planwright.cli import main
from planwright.cli._leaks import leaked_among
from planwright.kinds import Visibility
from planwright.page import Facts
from planwright.rendering import render
from planwright.reports import Edition

Build = Callable[..., Assessment]
Capture = pytest.CaptureFixture[str]
GIVEN_OUT = (Visibility.PUBLIC, Visibility.MEMBERS, Visibility.OFFICERS)
SAID = "Learn to read a balance sheet in Welsh"

WORK_PLAN = f"""\
kind: work-plan
id: WP
post: HEAD
period: 2026-27
overview: I run the service.
objectives:
  - id: WP-O1
    title: Nobody waits for me
    links: [{{to: HSG-O1, type: direct, so_that: offers go out at once}}]
    targets: [{{title: Every letter in two days, stretch: It takes nine today}}]
    measured_by: [HSG-PI-01]
actions:
  - id: WP-A1
    title: Answer every letter
    objective: WP-O1
    theme: Letters
    due: 2026-12-18
    progress: [{{on: 2026-11-01, note: Down to four days}}]
actions_led: [HSG-A1]
development: [{{need: {SAID}, how: Evening course, by: 2027-02-28}}]
recognition: [Thanked by the tenants]
"""
PEOPLE = """\
kind: people
holders:
  - {post: HEAD, name: A. Example, since: 2023-01-16, contact: Room 4}
  - {post: HEAD, name: B. Example, since: 2019-01-16, until: 2023-01-15}
  - {post: CHIEF, name: C. Example}
"""


@pytest.fixture
def council_(tmp_path: Path) -> Path:
    return lay_out(tmp_path, **{"private/wp.yaml": WORK_PLAN, "private/people.yaml": PEOPLE})


def rendered(folder: Path, capsys: Capture, *arguments: str, code: int = 0) -> str:
    """Run render at a fixed date into build/; return what was said."""
    out = folder / "build"
    command = ["-C", str(folder), "--as-at", "2026-11-21", "render", *arguments]
    assert main([*command, "--output", str(out)] if "--list" not in arguments else command) == code
    printed = capsys.readouterr()
    return printed.err if code else printed.out


def printed(folder: Path, capsys: Capture, post: str = "HEAD") -> str:
    rendered(folder, capsys, "work-plan", post, "--edition", "private", "--format", "md")
    return (folder / "build" / f"work-plan-{post}-private.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "line",
    [
        "For the holder of the post and whoever manages it only.",
        "| **Held by** | A. Example, since 16 January 2023<br>Room 4 |",
        "| **Before** | B. Example, since 16 January 2019, until 15 January 2023 |",
        "I run the service.",
        "so that offers go out at once",
        "By way of HSG-O1 it leads to Homes for all (CORP-1, corporate).",
        "Every letter in two days",
        "It takes nine today",
        "Answer every letter",
        "Letters",
        "Down to four days",
        f"| {SAID} | Evening course | 28 February 2027 |",
        "- Thanked by the tenants",
        "| Milestone | First ten lettings<br>HSG-M2 | 16 November 2026 |",
        "| Action | Answer every letter<br>WP-A1 | 18 December 2026 | ○ Due soon | in 27 days |",
        "| **Set up a landlord incentive scheme<br>HSG-A1** | Housing | due 31 December 2026 |",
    ],
)
def test_it_prints(council_: Path, capsys: Capture, line: str) -> None:
    text = printed(council_, capsys)
    assert line in text
    assert "C. Example" not in text
    assert "Not named in this plan yet" not in text


def test_without_people_and_with_nothing_in_it_it_is_printed_all_the_same(council_: Path, capsys: Capture) -> None:
    (council_ / "private" / "people.yaml").unlink()
    bare = "kind: work-plan\nid: WP\npost: HEAD\nperiod: 2026-27\n"
    (council_ / "private" / "wp.yaml").write_text(bare, encoding="utf-8")
    text = printed(council_, capsys)
    assert "Held by" not in text
    assert "Not named in this plan yet" in text  # what the post leads all the same


def test_the_manager_may_read_it(council_: Path, capsys: Capture) -> None:
    organisation = council_ / "organisation.yaml"
    text = organisation.read_text(encoding="utf-8").replace(
        "title: Head of Housing", "title: Head\n    reports_to: CHIEF"
    )
    organisation.write_text(text, encoding="utf-8")
    assert "For the holder of the post and the Chief Executive only." in printed(council_, capsys)


@pytest.mark.parametrize("edition", [(), ("--edition", "officers"), ("--edition", "private,officers")])
def test_it_is_made_in_the_private_edition_only(council_: Path, capsys: Capture, edition: tuple[str, ...]) -> None:
    said = rendered(council_, capsys, "work-plan", "HEAD", *edition, code=2)
    level = "officers" if edition else "public"
    assert f"work-plan is not made in the {level} edition; make it with --edition private" in said


def test_no_other_document_is_made_in_the_private_edition(council_: Path, capsys: Capture) -> None:
    assert "there is no edition 'private'" in rendered(
        council_, capsys, "service-plan", "HOUSING", "--edition", "private", code=2
    )
    every = rendered(council_, capsys, "--all", "--edition", "private", code=2)
    assert "there is no edition 'private' here; only work plans are made in it, one at a time" in every


def test_it_is_listed_with_the_way_to_it_and_never_part_of_a_whole_set(council_: Path, capsys: Capture) -> None:
    assert "work-plan: only with --edition private\n" in rendered(council_, capsys, "--list")
    rendered(council_, capsys, "--all", "--edition", "public,members,officers", "--format", "md")
    texts = {file.name: file.read_text(encoding="utf-8") for file in (council_ / "build").glob("*.md")}
    assert len(texts) > len(GIVEN_OUT)
    assert not [name for name, text in texts.items() if "work-plan" in name or SAID in text or "A. Example" in text]


def test_a_report_is_made_in_its_own_editions_only(
    council_: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reports.load("glance"), "EDITIONS", (Visibility.OFFICERS,), raising=False)
    assert "glance" not in rendered(council_, capsys, "--all", "--edition", "public,members")
    assert "glance: only with --edition officers\n" in rendered(council_, capsys, "--list")
    said = rendered(council_, capsys, "glance", "HOUSING", code=2)
    assert "glance is not made in the public edition; make it with --edition officers" in said
    assert "glance-HOUSING-officers.html" in rendered(council_, capsys, "--all", "--edition", "officers")


def test_a_post_without_a_plan_gets_the_nearest(council_: Path, capsys: Capture) -> None:
    said = rendered(council_, capsys, "work-plan", "CHIEF", "--edition", "private", code=2)
    assert "there is no work-plan for CHIEF" in said


def test_every_private_text_is_printed_there() -> None:
    files = {name: json.dumps(value) for name, value in council().items()}
    edition = Edition(assess(workspace_of(files), date(2026, 11, 21)), Visibility.PRIVATE)
    report = reports.load("work-plan")
    facts = Facts("Wexcombe District Council", edition.assessment.as_at, "working copy", edition.level.value, "0")
    (subject,) = set(report.subjects(edition).values())
    page = render("work-plan", report.view(edition, subject), resources.templates(), facts)
    assert canary(Visibility.PRIVATE) in formats.load("md").write(page).decode().replace("\\", "")


@pytest.mark.parametrize("level", GIVEN_OUT)
def test_the_report_knows_no_plan_in_an_edition_that_is_given_out(assessed: Build, level: Visibility) -> None:
    assert reports.load("work-plan").subjects(Edition(assessed({"private/wp.yaml": WORK_PLAN}), level)) == {}


@pytest.mark.parametrize("level", GIVEN_OUT)
def test_a_private_text_in_a_document_would_be_noticed(assessed: Build, level: Visibility) -> None:
    files = {"private/wp.yaml": WORK_PLAN}
    edition = Edition(assessed(files), level)
    assert leaked_among([f"Somebody wants to: {SAID}."], edition) == "private/wp.yaml"
    assert leaked_among(["Nothing of the kind"], edition) is None
    assert leaked_among([SAID], Edition(assessed(files), Visibility.PRIVATE)) is None


def test_what_is_published_elsewhere_is_no_leak(assessed: Build) -> None:
    public = f"kind: corporate-plan\nid: C\ntitle: Plan\nperiod: 2026-27\nsummary: {SAID}\n"
    edition = Edition(assessed({"private/wp.yaml": WORK_PLAN, "c.yaml": public}), Visibility.PUBLIC)
    assert leaked_among([SAID], edition) is None
