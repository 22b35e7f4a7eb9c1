import re
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import heat, points

from planwright.charts import Chart, Count, Point, Square, bars, heat_map, sparkline, trend
from planwright.charts.drawing import room
from planwright.escaping import printable
from planwright.palette import INK, LINE, MUTED, PAPER, TONES

SVG = "{http://www.w3.org/2000/svg}"


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two colours."""

    def luminance(colour: str) -> float:
        parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def drawn(chart: Chart) -> ET.Element:
    root = ET.fromstring(chart.svg)
    assert root.tag == f"{SVG}svg"
    assert (root.get("aria-label") or "").split() == printable(chart.alt).split()
    return root


def texts(chart: Chart) -> list[str]:
    return [element.text or "" for element in drawn(chart).iter(f"{SVG}text")]


def test_contrast_of_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("name", TONES)
def test_status_colours_can_be_read_and_seen(name: str) -> None:
    tone = TONES[name]
    assert contrast(tone.ink, tone.fill) >= 4.5
    assert contrast(tone.edge, PAPER) >= 3


@pytest.mark.parametrize("colour", [INK, MUTED])
def test_words_on_paper_can_be_read(colour: str) -> None:
    assert contrast(colour, PAPER) >= 4.5


def test_lines_on_paper_can_be_seen() -> None:
    assert contrast(LINE, PAPER) >= 3
    assert contrast(MUTED, PAPER) >= 3


def test_tones_differ_in_shape_as_well() -> None:
    assert len({tone.symbol for tone in TONES.values()}) == len(TONES)


@pytest.mark.parametrize(
    ("values", "target", "alt"),
    [
        (["96", "92", "88.5"], "95", "Fell from 96% (Q1) to 88.5% (Q3) over 3 quarters, below the target of 95%."),
        (["90", "96"], "95", "Rose from 90% (Q1) to 96% (Q2) over 2 quarters, above the target of 95%."),
        (["90", "95"], "95", "Rose from 90% (Q1) to 95% (Q2) over 2 quarters, on the target of 95%."),
        (
            ["90", "80", "90"],
            "",
            "90% at the start (Q1) and at the end (Q3) over 3 quarters; lowest 80% (Q2).",
        ),
        (
            ["90", "80", "99", "91"],
            "95",
            (
                "Rose from 90% (Q1) to 91% (Q4) over 4 quarters, below the target of 95%; "
                "highest 99% (Q3); lowest 80% (Q2)."
            ),
        ),
        (["", "90", ""], "", "90% (Q2), the only value so far; no value for 2 of 3 quarters."),
        (["", ""], "95", "No values yet."),
        ([], "", "No values yet."),
    ],
)
def test_a_trend_says_what_it_shows(values: list[str], target: str, alt: str) -> None:
    assert trend(points(*values, target=target), "%").alt == alt
    assert sparkline(points(*values, target=target), "%").alt == alt


def test_answers_are_words_and_never_numbers() -> None:
    chart = trend([Point("H1", Decimal(0), Decimal(1)), Point("H2", Decimal(1), Decimal(1))], "yes/no", "half-years")
    assert chart.alt == "From no (H1) to yes (H2) over 2 half-years, on the target of yes."
    assert chart.rows == (("H1", "no", "yes"), ("H2", "yes", "yes"))
    assert not [text for text in texts(chart) if text in {"0", "1"}]
    assert "off the target of yes" in trend(points("0", "0", target="1"), "yes/no").alt


@pytest.mark.parametrize(
    ("values", "alt"),
    [
        (
            ["30", "57", "84", "98", "31", "60"],
            "Running total since the year began: 60% (Q6), up from 57% (Q2) a year before, below the target of 95%.",
        ),
        (["30", "57", "84", "98", "30"], "the same as a year before (Q1)"),
        (["30", "57", "84", "98", "29"], "29% (Q5), down from 30% (Q1) a year before"),
        (["30", "57"], "Running total since the year began: 57% (Q2), below the target of 95%."),
    ],
)
def test_a_running_total_is_compared_with_the_same_period_of_the_year_before(values: list[str], alt: str) -> None:
    assert alt in trend(points(*values), "%", running=True).alt
    assert alt in sparkline(points(*values), "%", running=True).alt


@pytest.mark.parametrize(("value", "where"), [("80", "below"), ("90", "within"), ("96", "above")])
def test_a_target_range_is_named_and_drawn_at_both_ends(value: str, where: str) -> None:
    low, high = Decimal(85), Decimal(95)
    chart = trend([Point(name, Decimal(value), low, target_to=high) for name in ("Q1", "Q2")], "%")
    assert f", {where} the target of 85% to 95%" in chart.alt
    assert chart.rows[0][-1] == "85% to 95%"
    assert len(drawn(chart).findall(f"{SVG}path[@stroke-dasharray]")) == 2 + 1  # and that of the legend


def test_a_target_steps_from_one_year_to_the_next() -> None:
    goals = ["90", "90", "95", "95"]
    chart = sparkline([Point(f"Q{index}", Decimal(80), Decimal(goal)) for index, goal in enumerate(goals)])
    [line] = drawn(chart).findall(f"{SVG}path[@stroke-dasharray]")
    corners = [spot.split(",") for spot in line.get("d", "")[1:].split(" L")]
    assert len(corners) == 4
    for (x, y), (next_x, next_y) in pairwise(corners):
        assert (x == next_x) != (y == next_y)


def test_a_trend_marks_values_and_leaves_gaps() -> None:
    chart = trend(points("96", "95", "", "92", "90p"), "%")
    circles = list(drawn(chart).iter(f"{SVG}circle"))
    assert len(circles) == 4 + 2  # the values, and those of the legend
    assert circles[-1].get("fill") == PAPER
    lines = [path for path in drawn(chart).iter(f"{SVG}path") if path.get("stroke-width") == "2.5"]
    assert len(lines) == 2
    assert {"Result", "Target", "Provisional", "Q5", "90%"} <= set(texts(chart))


def test_a_trend_without_target_or_provisional_values_does_not_explain_them() -> None:
    chart = trend(points("96", "95", target=""))
    assert "Target" not in texts(chart)
    assert "Provisional" not in texts(chart)
    assert chart.header == ("Period", "Result")


def test_the_data_stand_beside_a_trend() -> None:
    chart = trend([*points("96", "", "90p"), Point("Q4", None, provisional=True)], "%")
    assert chart.header == ("Period", "Result", "Target")
    assert chart.rows == (
        ("Q1", "96%", "95%"),
        ("Q2", "no value", "95%"),
        ("Q3", "90% (provisional)", "95%"),
        ("Q4", "no value", "no target"),
    )


def test_a_target_of_one_period_is_still_drawn() -> None:
    dashed = drawn(sparkline([Point("Q1", Decimal(3), Decimal(4)), Point("Q2", Decimal(5))])).findall(
        f"{SVG}path[@stroke-dasharray]"
    )
    assert len(dashed) == 1
    assert dashed[0].get("d", "").count("L") == 1


def test_the_latest_value_is_named_on_the_side_away_from_its_target() -> None:
    def height(chart: Chart) -> tuple[float, float]:
        word = next(text for text in drawn(chart).iter(f"{SVG}text") if text.get("font-weight") == "bold")
        mark = list(drawn(chart).iter(f"{SVG}circle"))[-1]
        return float(word.get("y", "")), float(mark.get("cy", ""))

    below, mark = height(trend(points("96", "90")))
    assert below > mark
    above, mark = height(trend(points("90", "99")))
    assert above < mark


def test_long_series_name_only_the_periods_that_fit_and_always_the_latest() -> None:
    chart = trend([Point(f"2024-25 Q{number}", Decimal(number)) for number in range(40)])
    named = [text for text in texts(chart) if text.startswith("2024")]
    assert 1 < len(named) < 10
    assert "2024-25 Q39" in named


def test_bars_are_shape_word_length_and_number() -> None:
    chart = bars([Count("green", "Green", 30), Count("red", "Red", 10), Count("late", "Late", 0)])
    assert chart.alt == "Indicators by state: 30 Green, 10 Red, 0 Late; 40 in all."
    assert texts(chart) == ["●", "Green", "30", "■", "Red", "10", "○", "Late", "0"]
    widths = [Decimal(bar.get("width", "")) for bar in drawn(chart).iter(f"{SVG}rect")]
    assert len(widths) == 2
    assert abs(widths[0] - 3 * widths[1]) <= Decimal("0.3")
    assert chart.rows == (("Green", "30"), ("Red", "10"), ("Late", "0"))


def test_bars_of_nothing() -> None:
    assert bars([]).alt == "Indicators by state: none; 0 in all."
    assert bars([Count("red", "Red", 0)], "risks").alt == "Risks by state: 0 Red; 0 in all."


def test_a_heat_map_says_its_bands_worst_first() -> None:
    chart = heat()
    assert chart.alt == "Risks by likelihood and impact: 1 High, 4 Medium, 7 Low; 12 in all."
    assert chart.header == ("Likelihood / Impact", "Low", "High")
    assert chart.rows == (("High", "2 (Medium)", "1 (High)"), ("Low", "7 (Low)", "2 (Medium)"))
    fills = [square.get("fill") for square in drawn(chart).iter(f"{SVG}rect")]
    assert fills == [TONES[name].fill for name in ("amber", "red", "green", "amber")]
    assert texts(chart).count("Medium") == 2


def test_bands_of_one_colour_stand_in_their_own_order() -> None:
    severe, high = Square("red", "Alarming", 1, 1), Square("red", "Zenith", 2, 2)
    assert heat_map(["High"], ["Low", "High"], [[severe, high]]).alt.startswith(
        "Risks by likelihood and impact: 2 Zenith, 1 Alarming;"
    )


def test_a_heat_map_needs_a_square_for_every_row() -> None:
    with pytest.raises(ValueError, match="zip"):
        heat_map(["High", "Low"], ["Low"], [[]])


def test_text_cannot_leave_its_place_in_a_drawing() -> None:
    chart = bars([Count("red", '<script>"&\x1b', 1)])
    assert '<script>"&\\x1b' in texts(chart)
    assert "<script" not in chart.svg


AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9)
SERIES = st.lists(
    st.builds(Point, st.text(max_size=8), st.none() | AMOUNTS, st.none() | AMOUNTS, st.booleans()), max_size=14
)


@settings(max_examples=60, deadline=None)
@given(SERIES)
def test_every_series_is_drawn_inside_its_picture(series: list[Point]) -> None:
    for chart in (trend(series, "%"), sparkline(series)):
        root = drawn(chart)
        width, height = (float(size) for size in root.get("viewBox", "").split()[2:])
        for mark in root.iter(f"{SVG}circle"):
            assert 0 <= float(mark.get("cx", "")) <= width
            assert 0 <= float(mark.get("cy", "")) <= height
        assert not re.search(r"[eE][+-]\d|NaN|Infinity", re.sub(r'aria-label="[^"]*"|>[^<]*<', "", chart.svg))
        assert len(chart.rows) == len(series)


def _label_and_mark(values: list[str], target: str | None = None) -> tuple[Decimal, Decimal]:
    """Return the heights of the latest value's words and of its mark."""
    goal = Decimal(target) if target else None
    svg = trend([Point(f"Q{index}", Decimal(value), goal) for index, value in enumerate(values)]).svg
    words = re.search(r'<text x="[\d.]+" y="([\d.]+)"[^>]*font-weight="bold"', svg)
    marks = re.findall(r'<circle cx="[\d.]+" cy="([\d.]+)"', svg)
    assert words
    return Decimal(words[1]), Decimal(marks[-1])


@pytest.mark.parametrize(
    ("values", "target", "above"),
    [
        (["1", "2"], None, True),
        (["2", "1"], None, False),
        (["5"], "9", False),
        (["5"], "1", True),
    ],
)
def test_the_latest_value_stands_where_the_line_does_not_come_from(
    values: list[str], target: str | None, above: bool
) -> None:
    words, mark = _label_and_mark(values, target)
    assert (words < mark) is above


def test_wide_characters_get_the_room_they_need() -> None:
    assert room(["100%"]) > room(["1000"])
    assert room([]) == 0
