import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import NamedTuple
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from planwright.charts import Chart
from planwright.charts.drawing import CHARACTER
from planwright.charts.threads import Words, thread
from planwright.charts.threads_looks import LOOKS, Node, Tie
from planwright.charts.threads_placing import place

SVG = "{http://www.w3.org/2000/svg}"
LAYERS = ("Community", "Corporate", "Service")
TYPES = ("direct", "indirect", "supports", "contributes")
WORDS = Words("A home for everyone")
STROKE = re.compile(r"M(-?\d+),(-?\d+) ([VH])(-?\d+)")


class Box(NamedTuple):
    left: int
    top: int
    right: int
    bottom: int

    def meets(self, other: "Box") -> bool:
        """Whether the insides have anything in common."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, x: Decimal, y: Decimal) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def node(id_: str, layer: str, title: str = "Keep people safe", note: str = "") -> Node:
    return Node(id_, f"{id_} objective", title, layer, note)


def picture(nodes: Sequence[Node], ties: Sequence[Tie]) -> Chart:
    return thread(nodes, ties, LAYERS, WORDS)


def rectangles(chart: Chart, *, stroked: bool) -> list[Box]:
    """Return the boxes of items (stroked) or the bands of layers."""
    found = []
    for one in ET.fromstring(chart.svg).iter(f"{SVG}rect"):
        if one.get("rx") and bool(one.get("stroke")) is stroked:
            x, y, width, height = (int(one.get(name, "")) for name in ("x", "y", "width", "height"))
            found.append(Box(x, y, x + width, y + height))
    return found


def words_in(chart: Chart, box: Box) -> list[tuple[str, Decimal]]:
    """Return the lines of words in a box, and how far right each begins."""
    texts = ET.fromstring(chart.svg).iter(f"{SVG}text")
    placed = ((one.text or "", Decimal(one.get("x", "")), Decimal(one.get("y", ""))) for one in texts)
    return [(words, x) for words, x, y in placed if box.holds(x, y) and words != "?"]


def boxes(chart: Chart) -> dict[str, Box]:
    return {words_in(chart, box)[0][0].split()[0]: box for box in rectangles(chart, stroked=True)}


def lines(chart: Chart) -> Iterator[tuple[dict[str, str], list[Box]]]:
    """Yield the look of each line and its strokes, as boxes without width or without height."""
    for one in ET.fromstring(chart.svg).iter(f"{SVG}path"):
        strokes = []
        for x, y, way, end in STROKE.findall(one.get("d", "")):
            to = (int(x), int(end)) if way == "V" else (int(end), int(y))
            (left, right), (top, bottom) = sorted((int(x), to[0])), sorted((int(y), to[1]))
            strokes.append(Box(left, top, right, bottom))
        if strokes:
            yield dict(one.attrib), strokes


def touched(strokes: Sequence[Box], found: dict[str, Box]) -> set[str]:
    """Return the boxes on whose upper or lower side a stroke ends."""
    ends = [(one.left, y) for one in strokes for y in (one.top, one.bottom) if one.left == one.right]
    return {
        id_
        for id_, box in found.items()
        if any(y in (box.top, box.bottom) and box.left < x < box.right for x, y in ends)
    }


def joined(strokes: Sequence[Box]) -> bool:
    """Whether all strokes hang together."""
    reached, left = strokes[:1], list(strokes[1:])
    while near := [one for one in left if any(_touch(one, other) for other in reached)]:
        reached = [*reached, *near]
        left = [one for one in left if one not in near]
    return not left


def _touch(one: Box, other: Box) -> bool:
    return one.left <= other.right and other.left <= one.right and one.top <= other.bottom and other.top <= one.bottom


def look(type_: str) -> dict[str, str]:
    return {key.replace("_", "-"): str(value) for key, value in LOOKS[type_].line.items()}


TITLES = st.text(alphabet="abmW -", max_size=60)
IDS = [f"N{number}" for number in range(11)]
NODES = st.lists(
    st.builds(node, st.sampled_from(IDS), st.sampled_from(LAYERS), TITLES, st.sampled_from(["", "Nothing serves it"])),
    min_size=1,
    max_size=11,
    unique_by=lambda one: one.id,
)
TIES = st.lists(
    st.builds(Tie, st.sampled_from(IDS), st.sampled_from(IDS), st.sampled_from(TYPES), st.just(""), st.booleans()),
    max_size=16,
    unique_by=lambda tie: (tie.child, tie.parent),
)


@settings(max_examples=60, deadline=None)
@given(NODES, TIES)
def test_no_boxes_overlap_and_all_words_stand_in_theirs(nodes: list[Node], ties: list[Tie]) -> None:
    chart = picture(nodes, ties)
    found = boxes(chart)
    assert found.keys() == {one.id for one in nodes}
    assert not any(one.meets(other) for id_, one in found.items() for key, other in found.items() if id_ != key)
    root = ET.fromstring(chart.svg)
    for one in nodes:
        box = found[one.id]
        said = words_in(chart, box)
        assert "".join(words for words, _ in said).replace(" ", "") == (
            f"{one.head}{one.title}{f'▲ {one.note}' if one.note else ''}".replace(" ", "")
        )
        assert all(x + CHARACTER * len(words) <= box.right for words, x in said)
        assert 0 <= box.left < box.right <= int(root.get("width", ""))
        assert 0 <= box.top < box.bottom <= int(root.get("height", ""))


@settings(max_examples=60, deadline=None)
@given(NODES, TIES)
def test_every_line_runs_from_box_to_box_and_through_none(nodes: list[Node], ties: list[Tie]) -> None:
    chart = picture(nodes, ties)
    found = boxes(chart)
    drawn = [tie for tie in ties if {tie.child, tie.parent} <= found.keys() and tie.child != tie.parent]
    all_lines = list(lines(chart))[-len(drawn) :]
    for tie in drawn:
        assert any(
            {tie.child, tie.parent} <= touched(strokes, found) and look(tie.type).items() <= attributes.items()
            for attributes, strokes in lines(chart)
        )
    pairs = {frozenset((tie.child, tie.parent)) for tie in drawn}
    for _, strokes in all_lines:
        ends = touched(strokes, found)
        assert joined(strokes)
        # A line that leads to several boxes leads from one that is tied to each of them.
        assert not ends or any(all(frozenset((one, other)) in pairs for other in ends - {one}) for one in ends)
        assert not any(
            box.left < stroke.right and stroke.left < box.right and box.top < stroke.bottom and stroke.top < box.bottom
            for stroke in strokes
            for box in found.values()
        )


def run_together(one: Box, other: Box) -> bool:
    """Whether two strokes lie on each other for some length."""
    if one.left == one.right == other.left == other.right:
        return one.top < other.bottom and other.top < one.bottom
    level = one.top == one.bottom == other.top == other.bottom
    return level and one.left < other.right and other.left < one.right


@settings(max_examples=60, deadline=None)
@given(NODES, TIES)
def test_no_two_lines_run_on_one_another(nodes: list[Node], ties: list[Tie]) -> None:
    chart = picture(nodes, ties)
    found = boxes(chart)
    drawn = [strokes for _, strokes in lines(chart) if touched(strokes, found)]
    for one, other in combinations(drawn, 2):
        assert not any(run_together(stroke, another) for stroke in one for another in other)


@settings(max_examples=30, deadline=None)
@given(NODES, TIES)
def test_layers_are_bands_from_the_top_in_their_order(nodes: list[Node], ties: list[Tie]) -> None:
    chart = picture(nodes, ties)
    found, bands = boxes(chart), rectangles(chart, stroked=False)
    used = [layer for layer in LAYERS if any(one.layer == layer for one in nodes)]
    assert [words_in(chart, band)[0][0] for band in bands] == used
    assert bands == sorted(bands, key=lambda band: band.top)
    for one in nodes:
        band = bands[used.index(one.layer)]
        assert band.top <= found[one.id].top < found[one.id].bottom <= band.bottom


@settings(max_examples=20, deadline=None)
@given(NODES, TIES)
def test_the_same_thread_is_the_same_picture(nodes: list[Node], ties: list[Tie]) -> None:
    assert picture(nodes, ties) == picture(nodes, ties)


CHAIN = [node("A", "Community"), node("B", "Community"), node("C", "Corporate"), node("D", "Service")]


def test_what_serves_stands_below_what_it_serves_even_within_a_layer() -> None:
    found = boxes(picture(CHAIN, [Tie("B", "A", "direct"), Tie("C", "B", "direct"), Tie("D", "C", "direct")]))
    assert [found[id_].top for id_ in "ABCD"] == sorted({box.top for box in found.values()})
    # A chain runs straight down.
    assert len({box.left for box in found.values()}) == 1


def test_a_line_that_passes_a_row_runs_beside_its_boxes() -> None:
    chart = picture(CHAIN, [Tie("B", "A", "direct"), Tie("C", "B", "direct"), Tie("D", "A", "supports")])
    found = boxes(chart)
    ((_, strokes),) = [(a, s) for a, s in lines(chart) if look("supports").items() <= a.items() and len(s) > 1]
    gutter = max(strokes, key=lambda one: one.bottom - one.top)
    assert all(gutter.left < box.left or gutter.left > box.right for box in found.values())


def test_a_circle_is_drawn_and_points_down_where_it_closes() -> None:
    chart = picture(CHAIN[:2], [Tie("B", "A", "direct"), Tie("A", "B", "indirect")])
    heads = [one.get("d", "") for one in ET.fromstring(chart.svg).iter(f"{SVG}path") if one.get("fill") != "none"]
    assert sorted(head.split("l-5,")[1] for head in heads) == ["-9 h10 Z", "9 h10 Z"]


def test_only_what_is_there_is_explained() -> None:
    texts = [one.text for one in ET.fromstring(picture(CHAIN, [Tie("B", "A", "direct")]).svg).iter(f"{SVG}text")]
    assert "Direct" in texts
    assert not {"Indirect", "In support", "Contributes", "To be confirmed again", "▲ Needs attention"} & {*texts}


def test_what_is_amiss_has_a_mark_and_words_and_no_colour_alone() -> None:
    nodes = [*CHAIN[:3], node("D", "Service", note="Leads nowhere")]
    chart = picture(nodes, [Tie("B", "A", "direct", suspect=True), Tie("C", "B", "indirect")])
    texts = [one.text for one in ET.fromstring(chart.svg).iter(f"{SVG}text")]
    assert texts.count("?") == 2  # one on the link, one in the key
    assert {"To be confirmed again", "▲ Needs attention", "▲ Leads nowhere"} <= {*texts}
    assert chart.alt == (
        "A home for everyone: 4 items, by layer community 2, corporate 1, service 1. "
        "2 links: direct 1, indirect 1. 1 link to be confirmed again. Leads nowhere: D."
    )


def test_the_data_says_all_that_the_picture_shows() -> None:
    nodes = [*CHAIN[:3], node("D", "Service", note="Leads nowhere")]
    chart = picture(nodes, [Tie("B", "A", "direct", "all are safe", suspect=True), Tie("C", "B", "supports")])
    assert chart.wide
    assert chart.rows == (
        (
            "B objective: Keep people safe",
            "A objective: Keep people safe",
            "Direct. To be confirmed again",
            "all are safe",
        ),
        ("C objective: Keep people safe", "B objective: Keep people safe", "In support", "–"),
        ("D objective: Keep people safe. Leads nowhere", "–", "–", "–"),
    )


def test_types_of_lines_differ_without_their_colour() -> None:
    dashes = [look(type_).get("stroke-dasharray") for type_ in TYPES]
    assert dashes[0] is dashes[3] is None
    assert len({*dashes}) == 3
    assert Decimal(look("direct")["stroke-width"]) >= 2 * Decimal(look("contributes")["stroke-width"])


def test_a_line_that_says_how_two_stand_beside_each_other_points_nowhere() -> None:
    svg = ET.fromstring(picture(CHAIN[:2], [Tie("B", "A", "beside")]).svg)
    assert not [one for one in svg.iter(f"{SVG}path") if one.get("fill") != "none"]


def test_nothing_to_draw_is_said() -> None:
    chart = picture([], [])
    assert chart.alt == "A home for everyone: 0 items. 0 links."
    assert chart.rows == ()


def test_ties_to_what_is_not_there_and_to_oneself_are_left_out() -> None:
    assert picture(CHAIN, [Tie("B", "X", "direct"), Tie("B", "B", "direct")]) == picture(CHAIN, [])


def test_many_are_wrapped_into_rows_that_a_page_can_hold() -> None:
    nodes = [node("A", "Community"), *(node(f"S{number}", "Service") for number in range(12))]
    chart = picture(nodes, [Tie(f"S{number}", "A", "direct") for number in range(12)])
    assert int(ET.fromstring(chart.svg).get("width", "")) == 1000
    rows = {box.top for id_, box in boxes(chart).items() if id_ != "A"}
    assert len(rows) == 3


def test_a_tall_picture_folds_between_bands_or_else_between_boxes() -> None:
    ids = [f"S{number}" for number in range(24)]
    nodes = [node("A", "Community"), node("B", "Corporate"), *(node(id_, "Service") for id_ in ids)]
    ties = [Tie("B", "A", "direct"), Tie("S0", "B", "direct")]
    chain = [Tie(lower, upper, "direct") for upper, lower in pairwise(ids)]
    chart = picture(nodes, ties + chain)
    edges = [0, *chart.folds, int(ET.fromstring(chart.svg).get("height", ""))]
    assert len(edges) > 2
    assert all(0 < foot - top <= 1150 for top, foot in pairwise(edges))
    assert not [box for box in boxes(chart).values() for fold in chart.folds if box.top <= fold <= box.bottom]
    bands = rectangles(chart, stroked=False)
    assert bands[1].bottom < chart.folds[0] < bands[2].top
    assert picture(nodes, ties).folds == ()


def test_a_box_taller_than_a_sheet_stands_alone_on_one() -> None:
    chart = picture([node("A", "Community", "word " * 2000), node("B", "Corporate")], [])
    (fold,) = chart.folds
    high, low = sorted(boxes(chart).values(), key=lambda box: box.top)
    assert high.bottom < fold < low.top
    assert picture([node("A", "Community", "word " * 2000)], []).folds == ()


def test_lines_of_one_type_from_one_box_are_one() -> None:
    nodes = [node("A", "Community"), *(node(f"S{number}", "Service") for number in range(4))]
    chart = picture(nodes, [Tie(f"S{number}", "A", "direct") for number in range(4)])
    (strokes,) = [strokes for _, strokes in lines(chart)]
    assert touched(strokes, boxes(chart)) == {"A", "S0", "S1", "S2", "S3"}


def test_children_stand_near_their_parents() -> None:
    nodes = [*(node(id_, "Community") for id_ in "ABC"), *(node(id_, "Service") for id_ in "xyz")]
    found = boxes(picture(nodes, [Tie("x", "C", "direct"), Tie("y", "B", "direct"), Tie("z", "A", "direct")]))
    assert [found[id_].left for id_ in "zyx"] == [found[id_].left for id_ in "ABC"]


def test_hundreds_of_items_take_no_time() -> None:
    layers = [("Top", [f"T{number}" for number in range(20)]), ("Foot", [f"F{number}" for number in range(400)])]
    grid = place(layers, [(f"F{number}", f"T{number % 20}") for number in range(400)])
    assert grid.columns == 5
    assert sum(len(row.boxes) for row in grid.rows) == 420


def test_a_word_too_long_for_its_box_is_broken() -> None:
    chart = picture([node("A", "Community", title="Llanfairpwllgwyngyllgogerychwyrndrobwll" * 2)], [])
    (box,) = boxes(chart).values()
    assert all(x + CHARACTER * len(words) <= box.right for words, x in words_in(chart, box))
