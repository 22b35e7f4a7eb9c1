"""`planwright thread`: up, down, gaps, story and plans of the example council, as text, Mermaid and JSON."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from small_council import FILES, lay_out

from planwright.cli import main

Capture = pytest.CaptureFixture[str]
Thread = Callable[..., str]
EXAMPLE = Path(__file__).parents[1] / "examples" / "council"


@pytest.fixture
def thread(capsys: Capture) -> Thread:
    """Run the command on a council at the date of the example, and return what it printed, or said when it failed."""

    def run(*arguments: str, council: Path = EXAMPLE, code: int = 0, said: bool = False) -> str:
        assert main(["-C", str(council), "--as-at", "2026-11-21", "thread", *arguments]) == code
        printed = capsys.readouterr()
        return printed.err if said else printed.out

    return run


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "council"))


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8", newline="\n")


def ids(text: str) -> list[str]:
    """Return the ids of a tree in the order of its lines, each with its depth."""
    return [f"{len(indent) // 2}{id_}" for indent, id_ in re.findall(r"^( +)- (\S+) ", text, re.MULTILINE)]


# ---------------------------------------------------------------- up and down


def test_a_receptionists_task_leads_up_to_the_community_plan_and_back(thread: Thread) -> None:
    up = thread("WP-RECEPTION-A1", "--up")
    steps = ["1WP-RECEPTION-O1", "2WP-VOIDS-O1", "3EMT-O1", "4HSG-O1", "5CORP-1", "6COM-1", "7COM-A1"]
    assert ids(up)[: len(steps)] == steps
    assert "directly, so that repairs start at once and finish quickly" in up
    assert "What serves it" not in up
    down = thread("COM-1", "--down")
    found = {line[1:]: int(line[0]) for line in ids(down)}
    task = ["CORP-1", "HSG-O1", "EMT-O1", "WP-VOIDS-O1", "WP-RECEPTION-O1", "WP-RECEPTION-A1"]
    depths = [found[id_] for id_ in task]
    assert depths == sorted(set(depths))
    assert "What it serves" not in down


def test_an_item_is_shown_with_its_sort_layer_and_lead_and_both_ways(thread: Thread) -> None:
    said = thread("HSG-O1")
    first, *_ = said.splitlines()
    assert first.startswith("HSG-O1 Offer every homeless household accommodation within 21 days (objective, service; ")
    assert said.index("What it serves") < said.index("CORP-1") < said.index("What serves it") < said.index("EMT-O1")


@pytest.mark.parametrize(
    ("id_", "stands"),
    [("HSG-PI-01", "HSG-O1"), ("HOUSING-RECEPTIONIST", "WP-RECEPTION-A1"), ("EMT", "EMT-O1"), ("HSG-R1", "HSG-A1")],
)
def test_what_is_outside_the_thread_is_shown_by_what_it_stands_for(thread: Thread, id_: str, stands: str) -> None:
    said = thread(id_, "--up")
    assert said.startswith(f"{id_} ")
    assert "Where it stands, and what that serves" in said
    assert f"1{stands}" in ids(said)
    assert "CORP-1 " in said


def test_what_nothing_in_the_thread_names_is_said_to_be_so(thread: Thread) -> None:
    assert "Nothing in the thread has to do with it" in thread("AUDIT-PERFORMANCE")
    assert json.loads(thread("AUDIT-PERFORMANCE", "--format", "json"))["items"] == []
    assert "stands in no thread" in thread("AUDIT-PERFORMANCE", "--chain", code=2, said=True)
    assert "heads" not in thread("AUDIT-PERFORMANCE")
    assert "It heads HOUSING Housing: `planwright thread HOUSING` shows" in thread("HEAD-HOUSING")


def test_the_ends_of_the_thread_serve_and_are_served_by_nothing(thread: Thread, tmp_path: Path) -> None:
    council = lay_out(tmp_path)
    assert thread("CORP-1", council=council).split("\n\n")[1] == "What it serves\n  nothing"
    assert thread("HSG-A1", council=council).split("\n\n")[2] == "What serves it\n  nothing\n"
    assert "(see above)" not in thread("HSG-A1", council=council)


def test_a_council_without_plans_is_told_so(thread: Thread, tmp_path: Path) -> None:
    (tmp_path / "planwright.yaml").write_text("kind: settings\nname: Wexcombe District Council\n", encoding="utf-8")
    assert thread(council=tmp_path) == "There is no aim, priority, objective or action yet.\n"
    assert thread("--documents", council=tmp_path) == "There is no plan yet.\n"


def test_the_whole_thread_comes_by_layer_from_the_top(thread: Thread, copy: Path) -> None:
    said = thread(council=copy)
    assert said.startswith("National layer\n  - ")
    assert "WP-RECEPTION-A1" in said
    assert "Team layer" not in said
    change(copy / "services" / "street-scene" / "street-cleansing-team.yaml", "to: SSW-O1", "to: NOWHERE")
    said = thread(council=copy)
    assert "\n\nTeam layer, tied to nothing above\n  - SCT-O1" in said


# ---------------------------------------------------------------- gaps


def test_a_link_that_is_cut_shows_in_the_gaps(thread: Thread, copy: Path) -> None:
    assert "SCT-O1" not in thread("--gaps", council=copy)
    change(copy / "services" / "street-scene" / "street-cleansing-team.yaml", "to: SSW-O1", "to: NOWHERE")
    said = thread("--gaps", council=copy)
    assert "Leads nowhere (1)\n  SCT-O1 " in said
    assert "it is linked to NOWHERE, which no plan holds" in said
    assert "Team plans not represented in their service's plan (1)\n  SCT " in said


@pytest.mark.parametrize("broken", ["title: Council Plan", "kind: corporate-plan"])
def test_what_cannot_be_read_makes_no_gaps(thread: Thread, copy: Path, broken: str) -> None:
    before = thread("--gaps", council=copy)
    change(copy / "plans" / "corporate-plan.yaml", broken, "title: 'Council")
    said = thread("--gaps", council=copy)
    assert "Leads nowhere (" not in said
    assert "Nobody serves it (" not in said
    assert "Not looked for while plans/corporate-plan.yaml cannot be read: nobody serves it." in said
    assert "cannot be read" not in before


def test_a_parent_that_is_reworded_is_told_with_the_command_that_confirms_it(thread: Thread, copy: Path) -> None:
    plan = copy / "plans" / "community-plan.yaml"
    change(plan, "title: No household in Wexcombe is homeless", "title: No household in Wexcombe sleeps rough")
    said = thread("--gaps", council=copy)
    assert "CORP-1 -> COM-1: now 'No household in Wexcombe sleeps rough'" in said
    assert "`planwright confirm CORP-1 COM-1`" in said
    assert "SUSPECT: COM-1 read 'No household in Wexcombe is homeless'" in thread("CORP-1", "--up", council=copy)
    assert "(SUSPECT)" in thread("CORP-1", "--up", "--format", "mermaid", council=copy)
    assert main(["-C", str(copy), "-q", "confirm", "CORP-1", "COM-1"]) == 0
    assert "SUSPECT" not in thread("CORP-1", "--up", council=copy).partition("It")[2]


def test_gaps_of_every_sort_are_told(thread: Thread, tmp_path: Path) -> None:
    def circle(one: str, other: str, more: str) -> str:
        return f"  - {{id: {one}, title: {one}, {more}, links: [{other}]}}\n"

    leisure = "kind: service-plan\nid: LEI\nservice: LEISURE\nperiod: 2026-27\nobjectives:\n"
    leisure += circle("LEI-O1", "LEI-O2", "cross_cutting: [equality]") + circle("LEI-O2", "LEI-O1", "tags: [x]")
    leisure += "  - {id: LEI-O3, title: Up, links: [HSG-O2]}\n  - {id: LEI-O4, title: Loose}\n"
    leisure += "  - {id: LEI-O5, title: Same, links: [CORP-1], measured_by: [HSG-PI-01]}\n"
    housing = "kind: service-plan\nid: HSG-2\nservice: HOUSING\nperiod: 2026-27\nobjectives:\n"
    housing += "  - {id: HSG-O2, title: Within 21 days offer every household a home, cross_cutting: [Equality]}\n"
    housing += "  - {id: HSG-O3, title: Offer every household a home within 21 days, links: [LEI-O4]}\n"
    leisure += "  - {id: LEI-O6, title: Offer every household a home within 21 days}\n"
    council = lay_out(tmp_path, **{"leisure.yaml": leisure, "housing-2.yaml": housing})
    said = thread("--gaps", council=council)
    for expected in (
        "Circles (1)\n  LEI-O1 -> LEI-O2 -> LEI-O1",
        "LEI-O3 Up: its links end at HSG-O2",
        "LEI-O2: its links lead round to itself",
        "LEI-O4 Loose: it is linked to nothing above it",
        "LEISURE and HOUSING: LEI-O5, HSG-O1 all serve CORP-1 Homes for all",
        "LEISURE and HOUSING: LEI-O5, HSG-O1 all are measured by HSG-PI-01",
        "say nearly the same: 'Offer every household a home within 21 days' and 'Offer every",
        "equality: HOUSING and LEISURE (HSG-O2, LEI-O1)",
        "Services with two plans (1)\n  HSG and HSG-2",
        "LEI-O3 -> HSG-O2: add so_that:",
    ):
        assert expected in said
    assert "None: nobody serves it; suspect links; services without a plan; team plans not" in said
    found = json.loads(thread("--gaps", "--format", "json", council=council))["gaps"]
    assert found["circles"] == [["LEI-O1", "LEI-O2"]]
    assert {"id": "LEI-O3", "ends_at": "HSG-O2"} in found["nowhere"]
    assert found["services_planned_twice"] == [["HSG", "HSG-2"]]
    assert {one["by"] for one in found["overlaps"]} == {"parent", "indicator", "title"}
    assert found["shared_issues"] == [
        {"issue": "equality", "services": ["HOUSING", "LEISURE"], "items": ["HSG-O2", "LEI-O1"]}
    ]


def test_links_never_confirmed_are_told_by_the_items_that_they_are_of(thread: Thread, tmp_path: Path) -> None:
    objectives = "".join(f"  - {{id: LEI-O{n}, title: Swim, links: [CORP-1, CORP-1]}}\n" for n in range(1, 15))
    plan = f"kind: service-plan\nid: LEI\nservice: LEISURE\nperiod: 2026-27\nobjectives:\n{objectives}"
    said = thread("--gaps", council=lay_out(tmp_path, **{"leisure.yaml": plan})).splitlines()[-1]
    assert "never confirmed; `planwright confirm ID` does it for those of " in said
    named = said.partition("those of ")[2].split(" and ")[0].split(", ")
    assert len(named) == len(set(named)) == 12
    assert said.endswith(" more, which --format json names.")


def test_a_thread_without_gaps_says_so(thread: Thread, tmp_path: Path) -> None:
    (tmp_path / "planwright.yaml").write_text(FILES["planwright.yaml"], encoding="utf-8")
    said = thread("--gaps", council=tmp_path)
    assert said.startswith("No gap was found.\nNone: nobody serves it; leads nowhere; circles;")
    assert "never confirmed" not in said


# ---------------------------------------------------------------- the story


def test_the_key_tag_story_is_told_from_the_knot_to_the_community(thread: Thread) -> None:
    said = thread("WP-RECEPTION-A1", "--chain").splitlines()
    assert said[0] == "WP-RECEPTION-A1 Tag, sign for and hang up every set of keys within the hour"
    story = "\n".join(said)
    order = [
        "tie it with a proper knot",
        "so that keys are never lost, locks need not be changed, and the home can be inspected at once (WP-VOIDS-O1)",
        "so that repairs start at once and finish quickly (EMT-O1)",
        "so that there is a home to offer",
        "so that an offer is made quickly",
        "so that no household has to live in a hostel or in bed and breakfast (COM-1)",
        "so that the community objective can be met: COM-1 No household in Wexcombe is homeless",
    ]
    assert [story.index(part) for part in order] == sorted(story.index(part) for part in order)


def test_a_story_that_does_not_reach_the_community_fails(thread: Thread, tmp_path: Path) -> None:
    council = lay_out(tmp_path)
    said = thread("HSG-A1", "--chain", council=council, code=1)
    assert said == (
        "HSG-A1 Set up a landlord incentive scheme\n"
        "  which carries out HSG-O1 Offer every homeless household a home within 21 days\n"
        "  which serves CORP-1 Homes for all\n"
        "The story ends at CORP-1 Homes for all, in the corporate layer: it does not reach the community layer.\n"
        "No plan here is of that layer: write one, or name those you use under layers: in planwright.yaml.\n"
        "No reason is written for the link from HSG-O1 to CORP-1: add so_that: there.\n"
    )
    community = "kind: community-plan\nid: COM\ntitle: Together\nperiod: 2026-27\naims: [{id: COM-1, title: Homes}]\n"
    (council / "community.yaml").write_text(community, encoding="utf-8")
    assert "No plan here is of that layer" not in thread("HSG-A1", "--chain", council=council, code=1)
    (council / "community.yaml").unlink()
    found = json.loads(thread("HSG-A1", "--chain", "--format", "json", council=council, code=1))
    (chain,) = found["chains"]
    assert (chain["reaches"], chain["layer"], chain["goal"]) == (False, "corporate", "community")
    assert [(step["id"], step["told"]) for step in chain["steps"]] == [
        ("HSG-A1", True), ("HSG-O1", False), ("CORP-1", True),
    ]  # fmt: skip


def test_what_the_law_alone_requires_says_so(thread: Thread, tmp_path: Path) -> None:
    council = lay_out(tmp_path)
    plan = council / "services" / "housing" / "plan.yaml"
    change(plan, "    links:\n      - to: CORP-1\n        type: direct\n", "    statutory_driver: Housing Act 1996\n")
    assert "HSG-O1 Offer every homeless household a home within 21 days (objective, service; required by Housing" in (
        thread("HSG-O1", council=council)
    )
    assert "The law requires it: Housing Act 1996." in thread("HSG-O1", "--chain", council=council, code=1)
    found = json.loads(thread("HSG-O1", "--format", "json", council=council))
    assert found["items"][0]["statutory_driver"] == "Housing Act 1996"


def test_what_has_ended_is_shown_as_ended(thread: Thread, tmp_path: Path) -> None:
    council = lay_out(tmp_path)
    change(council / "corporate.yaml", "    title: Homes for all", "    title: Homes for all\n    retired: done")
    assert "CORP-1 Homes for all (objective, corporate; ended)" in thread("HSG-O1", council=council)
    assert "HSG-O1" in thread(council=council)


def test_what_stands_for_several_has_a_story_each(thread: Thread) -> None:
    said = thread("EMT", "--chain")
    assert said.startswith("EMT-O1 ")
    assert "\n\nEMT-O2 " in said
    chart = thread("EMT", "--chain", "--format", "mermaid")
    assert chart.count("EMT-O1<br/>") == 1


def test_an_indirect_or_supporting_step_says_so(thread: Thread) -> None:
    assert "(HSG-O3, in support)" in thread("DCS-O3", "--chain")
    assert "so that the community aim can be met: COM-A1" in thread("CORP-P1", "--chain")
    assert "which belongs to COM-A1" in thread("CORP-P1", "--chain")


# ---------------------------------------------------------------- plans


def test_plans_feed_one_another_and_statutory_ones_are_marked(thread: Thread) -> None:
    said = thread("--documents")
    assert re.search(r"^  CORP Council Plan \(not statutory\)\n    rests on COM ", said, re.MULTILINE)
    assert "  Wexcombe Local Plan to 2040 (statutory)" in said.partition("Named, and kept elsewhere")[2]
    assert re.search(r"^  EMT .*\n    serves HSG .*\(\d links?\)$", said, re.MULTILINE)
    found = json.loads(thread("--documents", "--format", "json"))
    local = [plan for plan in found["plans"] if plan["title"] == "Wexcombe Local Plan to 2040"]
    assert [(plan["id"], plan["layer"], plan["statutory"]) for plan in local] == [(None, None, True)]
    assert {(one["from"], one["to"]) for one in found["relations"]} >= {("CORP", "COM"), ("EMT", "HSG")}


# ---------------------------------------------------------------- formats

NODE = re.compile(r'    n\d+\["[^"]*"\]')
ARROW = re.compile(r'  n\d+ (?:==>|-->|-\.->|-\.-)\|"[^"|]*"\| n\d+')


@pytest.mark.parametrize("arguments", [[], ["HSG-O1"], ["WP-RECEPTION-A1", "--chain"], ["--documents"]], ids=" ".join)
def test_every_chart_is_a_flowchart_of_known_nodes(thread: Thread, arguments: list[str]) -> None:
    first, *lines = thread(*arguments, "--format", "mermaid").splitlines()
    assert first == "flowchart BT"
    named = {line.split("[")[0].strip() for line in lines if NODE.fullmatch(line)}
    used = {end for line in lines if ARROW.fullmatch(line) for end in (line.split()[0], line.split()[-1])}
    assert used
    assert used <= named
    others = [line for line in lines if not NODE.fullmatch(line) and not ARROW.fullmatch(line)]
    assert all(re.fullmatch(r'  subgraph layer_\w+\["\w+"\]|  end', line) for line in others)
    assert others.count("  end") * 2 == len(others)


def test_a_chart_shows_text_literally(thread: Thread, tmp_path: Path) -> None:
    council = lay_out(tmp_path)
    title = r"""'1. "Homes" <b>for</b> `all` & #35; %%{init: x}%% | [50%] * _x_ ; - end'"""
    change(tmp_path / "corporate.yaml", "title: Homes for all", f"title: {title}")
    (line,) = [one for one in thread("CORP-1", "--format", "mermaid", council=council).splitlines() if "CORP-1<" in one]
    label = line.partition("<br/>")[2].removesuffix('"]')
    assert re.fullmatch(r"(?:[^\"`#<>&%{}\\*_|;]|#\d+;)+", label)
    assert not re.search(r"\d\. |(^|\s)- ", label)
    assert re.sub(r"#(\d+);", lambda code: chr(int(code[1])), label) == title.strip("'")


def test_json_holds_items_and_links_with_their_places(thread: Thread) -> None:
    found: dict[str, Any] = json.loads(thread("EGS-O1", "--up", "--format", "json"))
    assert (found["version"], found["as_at"], found["id"]) == (1, "2026-11-21", "EGS-O1")
    items = {item["id"]: item for item in found["items"]}
    own = items["EGS-O1"]
    assert (own["thing"], own["layer"], own["plan"], own["service"]) == ("objective", "service", "EGS", "GROWTH")
    assert own["file"] == "services/growth/plan.yaml"
    assert own["line"] > 1
    links = {(one["from"], one["to"]): one for one in found["links"]}
    assert links["EGS-O1", "CORP-5"]["type"] == "indirect"
    assert links["CORP-5", "COM-4"]["share"]
    assert {end for pair in links for end in pair} <= items.keys()
    whole = json.loads(thread("--format", "json"))
    assert whole["id"] is None
    assert len(whole["items"]) > len(items)


# ---------------------------------------------------------------- wrong use


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["HSG-O99"], "there is no item HSG-O99; did you mean HSG-"),
        (["HSG-O1", "--gaps"], "--gaps is about the whole council; leave HSG-O1 out"),
        (["HSG-O1", "--documents"], "--documents is about the whole council"),
        (["--chain"], "--chain starts from an item; name one"),
        (["--up"], "--up or --down starts from an item"),
        (["--gaps", "--chain"], "--gaps and --chain answer different questions"),
        (["--gaps", "--format", "mermaid"], "--gaps is a list, not a chart"),
        (["--format", "html"], "there is no format 'html'"),
    ],
)
def test_wrong_use_is_explained(thread: Thread, arguments: list[str], expected: str) -> None:
    assert expected in thread(*arguments, code=2, said=True)
