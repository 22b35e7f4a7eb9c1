import base64
import hashlib
import re
import subprocess
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from papers import Reading, kitchen_sink, paper

from planwright.charts import Count, bars
from planwright.formats import html
from planwright.formats._html_paper import stretches
from planwright.page import Facts, Heading, Status, Table, digest, plain
from planwright.rendering import render


@pytest.fixture(scope="module")
def page() -> str:
    return html.write(kitchen_sink()).decode()


@pytest.fixture(scope="module")
def reading(page: str) -> Reading:
    return Reading(page)


def test_the_file_stands_alone(page: str, reading: Reading) -> None:
    for tag, attributes in reading.tags:
        assert tag not in {"script", "link", "iframe", "object", "embed", "img", "base", "form"}
        assert not [name for name in attributes if name.startswith("on") or name in {"src", "style", "srcset"}]
    assert not re.search(r"@import|url\(", page)
    assert html.assets(kitchen_sink()) == {}


def test_the_policy_allows_only_its_own_style(page: str, reading: Reading) -> None:
    policy = next(meta["content"] for meta in reading.all("meta") if "http-equiv" in meta)
    style = page[page.index("<style>") + 7 : page.index("</style>")]
    mark = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{mark}'; base-uri 'none'; form-action 'none'"


def test_language_title_landmarks_and_skip_link(page: str, reading: Reading) -> None:
    assert reading.all("html") == [{"lang": "en-GB"}]
    assert Reading(page, "title").texts == ["Performance report for Housing & homes – Wexcombe District Council"]
    for landmark in ("header", "main", "footer", "nav", "h1"):
        assert len(reading.all(landmark)) == 1
    skip = next(link for link in reading.all("a") if link.get("class") == "skip")
    assert skip["href"] == f"#{reading.all('main')[0]['id']}"


def test_ids_are_unique_and_every_fragment_leads_somewhere(reading: Reading) -> None:
    ids = [attributes["id"] for _, attributes in reading.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for link in reading.all("a"):
        if link["href"].startswith("#"):
            assert link["href"][1:] in ids
    for _, attributes in reading.tags:
        assert attributes.get("aria-labelledby", ids[0]) in ids


def test_headings_are_those_of_the_model_and_never_skip(reading: Reading) -> None:
    levels = [int(tag[1]) for tag, _ in reading.tags if re.fullmatch("h[1-6]", tag)]
    assert levels == [1, *(block.level for block in kitchen_sink().blocks if isinstance(block, Heading))]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_tables_have_real_headers_and_captions(page: str, reading: Reading) -> None:
    first = next(block for block in kitchen_sink().blocks if isinstance(block, Table))
    scopes = [header["scope"] for header in reading.all("th")]
    assert scopes[:5] == ["col"] * 5
    assert scopes.count("row") == 2 + 3 + 2 + 2 + 2
    assert Reading(page, "caption").texts[0] == "Table 1 Exceptions in 2026-27"
    assert not [cell for cell in reading.all("td") + reading.all("th") if "colspan" in cell or "rowspan" in cell]
    assert len(reading.all("thead")) == 4
    assert first.wide


def test_wide_tables_keep_their_meaning_as_cards(reading: Reading) -> None:
    cards = [table for table in reading.all("table") if "role" in table]
    assert cards == [{"class": "cards wide", "role": "table"}]
    labels = [cell["data-label"] for cell in reading.all("td") if "data-label" in cell]
    assert labels == ["Result", "State", "Trend", "Comment"] * 2
    roles = [attributes.get("role") for tag, attributes in reading.tags if tag in {"th", "td", "tr"}]
    assert roles.count("columnheader") == 5
    assert roles.count("rowheader") == 2
    assert roles.count("row") == 3


@pytest.mark.parametrize(
    ("template", "cards"),
    [
        ("| a | b | c | d |\n|---|---|---|---|", True),
        ("| a | b | c | d |\n|---|---|---:|---:|", True),
        ("| a | b | c | d |\n|---|---:|---:|---:|", False),
        ("| a | b | c |\n|---|---|---|", False),
        ("{table wide}\n| a | b |\n|---|---:|", True),
        ("{table wide}\n| | |\n|---|---|\n| a | b |", False),
    ],
)
def test_wordy_and_wide_tables_become_cards(template: str, cards: bool) -> None:
    table = Reading(html.write(paper(template)).decode()).all("table")[0]
    assert ("cards" in table.get("class", "").split()) is cards


def test_a_tall_drawing_prints_as_sheets_that_make_up_the_whole() -> None:
    chart = replace(bars([Count("green", "Green", 2)]), wide=True)
    whole, cut = (paper("{{ chart | figure('F') }}", chart=one) for one in (chart, replace(chart, folds=(10, 30))))
    assert digest(whole) == digest(cut)
    (drawing,) = Reading(html.write(whole).decode()).all("svg")
    drawings = Reading(html.write(cut).decode()).all("svg")
    views = [one["viewbox"].split()[1::2] for one in drawings]
    height = drawing["height"]
    assert views == [["0", height], ["0", "10"], ["10", "20"], ["30", str(int(height) - 30)]]
    assert [one.get("role") for one in drawings] == ["img", "img", None, None]


def test_a_figure_keeps_its_unit_on_its_line_unless_it_is_long() -> None:
    reading = Reading(
        html.write(paper("| a | b |\n|---|---:|\n| x | 36.1 days |\n| y | 124 kilograms a household |")).decode()
    )
    assert [cell.get("class") for cell in reading.all("td")] == [None, "right", None, "right long"]


def test_frames_that_scroll_can_be_focused_and_are_named() -> None:
    reading = Reading(html.write(paper("| a | b | c | d |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |")).decode())
    frames = [frame for frame in reading.all("div") if "tabindex" in frame]
    assert frames == [{"class": "table frame", "role": "group", "aria-label": "Table", "tabindex": "0"}]
    narrow = Reading(html.write(paper("| a | |\n|---|---|\n| 1 | 2 |")).decode())
    assert not [frame for frame in narrow.all("div") if "tabindex" in frame]
    assert len(narrow.all("th")) == 1


def test_every_picture_says_its_finding(reading: Reading) -> None:
    pictures = reading.all("svg")
    assert len(pictures) == 5
    assert all(picture["role"] == "img" and picture["aria-label"] for picture in pictures)


def test_status_is_colour_shape_and_word(page: str) -> None:
    written = html.write(paper("{{ s }} {{ t }}", s=Status("red", "Red"), t=Status("late", "Late <b>"))).decode()
    assert '<span class="status status-red"><span aria-hidden="true">■</span> Red</span>' in written
    assert '<span class="status status-grey"><span aria-hidden="true">○</span> Late &lt;b&gt;</span>' in written
    for name in ("green", "amber", "red", "blue", "grey"):
        assert f".status-{name} {{ background: #" in page


def test_footnotes_lead_there_and_back(page: str, reading: Reading) -> None:
    marks = [link for link in reading.all("a") if link.get("aria-label") == "Note 1"]
    assert len(marks) == 2
    assert page.count('<li id="note-1">') == 1
    assert [link["href"] for link in reading.all("a") if "Back" in link.get("aria-label", "")] == ["#note-1-mark"]


def test_lists_start_where_they_say_and_hold_blocks() -> None:
    written = html.write(paper("3. a\n4. b\n\n   c")).decode()
    assert '<ol start="3">\n<li>a</li>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ol>' in written


def test_text_cannot_leave_its_place_in_the_file() -> None:
    attack = "\"'><script>alert(1)</script>&lt;"
    template = """# {{ t }}
{page subtitle="{{ t }}"}
{contents}
## {{ t }}
{table caption="{{ t }}" wide row-headers}
| {{ t }} | {{ t }} | c | d |
|---|---|---|---|
| {{ t }} | {{ t }} | {{ s }} | {{ code | prose }} |
{{ chart | figure(t) }}
{{ fence | prose }}
"""
    view = {
        "t": attack,
        "s": Status(attack, attack),
        "code": f"`{attack}`",
        "fence": f"```\n{attack}\n```",
        "chart": bars([Count("red", attack, 1)]),
    }
    facts = Facts(attack, date(2026, 11, 21), attack, attack, attack)
    written = html.write(render("x", view, {"x.md.j2": template}, facts)).decode()
    reading = Reading(written)
    assert "<script" not in written
    assert reading.everything.count(attack) >= 15
    assert [cell["data-label"] for cell in reading.all("td") if "data-label" in cell] == [attack, "c", "d"]
    assert attack in reading.all("svg")[0]["aria-label"]


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_scrolls_sideways(chromium: str, tmp_path: Path, width: int) -> None:
    written = html.write(kitchen_sink()).decode()
    # Without its policy, so that a script may measure it.
    open_page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", written)
    measure = "<script>parent.postMessage(`${document.documentElement.scrollWidth}`, '*')</script></body>"
    (tmp_path / "page.html").write_text(open_page.replace("</body>", measure), encoding="utf-8")
    # A window cannot be as narrow as a phone, a frame can.
    frame = f'<iframe src="page.html" width="{width}" height="900" style="border: 0" scrolling="no"></iframe>'
    told = "<title>none</title><script>onmessage = (event) => { document.title = event.data }</script>"
    (tmp_path / "frame.html").write_text(told + frame, encoding="utf-8")
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    command += ["--virtual-time-budget=3000", "--dump-dom", (tmp_path / "frame.html").as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=True).stdout
    assert Reading(shown, "title").texts == [str(width)]


@pytest.mark.parametrize(
    ("template", "landscape"),
    [
        ("## A\n\ntext\n\n## B\n\ntext\n\n{table wide}\n| x | y |\n|---|---|\n| 1 | 2 |\n\n## C\n\ntext\n", "B"),
        ("## A\n\ntext\n\n## B\n\n### C\n\n#### D\n\n{table wide}\n| x | y |\n|---|---|\n| 1 | 2 |\n", "BCD"),
        ("## A\n\ntext\n\n### B\n\n{table wide}\n| x | y |\n|---|---|\n| 1 | 2 |\n\n### C\n\ntext\n", "AB"),
        ("## A\n\ntext\n\nmore\n\n### B\n\n{table wide}\n| x | y |\n|---|---|\n| 1 | 2 |\n", "B"),
        ("text\n\n### B\n\n{table wide}\n| x | y |\n|---|---|\n| 1 | 2 |\n", "B"),
    ],
)
def test_a_wide_table_turns_the_paper_together_with_its_headings(template: str, landscape: str) -> None:
    turned = [stretch for wide, stretch in stretches(paper(template).blocks) if wide]
    assert ["".join(plain(part.inlines) for part in one if isinstance(part, Heading)) for one in turned] == [landscape]
    assert html.write(paper(template)).decode().count('<div class="landscape">') == 1


@pytest.mark.parametrize(("paragraphs", "turns"), [(3, 1), (12, 2)])
def test_the_paper_is_not_turned_back_for_a_few_lines(paragraphs: int, turns: int) -> None:
    wide = "## Table\n\n{table wide}\n| x | y |\n|---|---|\n| 1 | 2 |\n\n"
    page = paper(f"{wide}## Words\n\n" + "text\n\n" * paragraphs + wide)
    assert [is_wide for is_wide, _ in stretches(page.blocks)].count(True) == turns
    assert [block for _, stretch in stretches(page.blocks) for block in stretch] == list(page.blocks)
