import re
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import heat, points

from planwright.assessment.process import Process, process
from planwright.charts import (
    Band,
    Chart,
    Comparison,
    Count,
    Forecast,
    Group,
    Point,
    Square,
    Standing,
    bars,
    heat_map,
    position,
    sparkline,
    stacked,
    trend,
)
from planwright.charts.axes import GRID
from planwright.charts.drawing import room
from planwright.charts.findings import ordinal
from planwright.escaping import printable
from planwright.palette import BAND, BAND_EDGE, INK, LINE, MUTED, PAPER, SYMBOLS, TONES

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
    assert contrast(BAND_EDGE, PAPER) >= 3
    assert contrast(LINE, BAND) >= 3


def test_tones_differ_in_shape_as_well() -> None:
    assert len({tone.symbol for tone in TONES.values()}) == len(TONES)


@pytest.mark.parametrize(
    ("values", "target", "alt"),
    [
        (
            ["96", "92", "88.5"],
            "95",
            "88.5% in Q3, below the target of 95% for the second quarter running; falling since Q1 (96%).",
        ),
        (["90", "96"], "95", "96% in Q2, above the target of 95%; up from 90% in Q1."),
        (["96", "95"], "95", "95% in Q2, on the target of 95%; down from 96% in Q1."),
        (["80", "90", "90", "90"], "", "90% in Q4; unchanged since Q2; lowest 80% (Q1)."),
        (
            ["90", "80", "99", "91"],
            "95",
            "91% in Q4, below the target of 95%; down from 99% in Q3; lowest 80% (Q2).",
        ),
        (["99", "85", "90", "80"], "", "80% in Q4; down from 90% in Q3; highest 99% (Q1); the lowest of 4 results."),
        (
            ["94", "", "94"],
            "95",
            "94% in Q3, below the target of 95%; unchanged since Q1; no value for 1 of 3 quarters.",
        ),
        (["", "90", ""], "", "90% in Q2; the only value so far; no value for 2 of 3 quarters."),
        (["", ""], "95", "No values yet."),
        ([], "", "No values yet."),
    ],
)
def test_a_trend_says_what_it_shows(values: list[str], target: str, alt: str) -> None:
    assert trend(points(*values, target=target), "%").alt == alt
    assert sparkline(points(*values, target=target), "%").alt == alt


def test_answers_are_words_and_never_numbers() -> None:
    chart = trend([Point("H1", Decimal(0), Decimal(1)), Point("H2", Decimal(1), Decimal(1))], "yes/no", "half-years")
    assert chart.alt == "Yes in H2, on the target of yes; no in H1."
    assert chart.rows == (("H1", "no", "yes"), ("H2", "yes", "yes"))
    assert not [text for text in texts(chart) if text in {"0", "1"}]
    off = trend(points("0", "0", target="1"), "yes/no", "years").alt
    assert off == "No in Q2, off the target of yes for the second year running; unchanged since Q1."


@pytest.mark.parametrize(
    ("values", "alt"),
    [
        (
            ["30", "57", "84", "98", "31", "60"],
            (
                "Running total since the year began: 60% in Q6, below the target of 95% for the second quarter "
                "running; up from 57% a year before (Q2)."
            ),
        ),
        (["30", "57", "84", "98", "30"], "30% in Q5, below the target of 95%; the same as a year before (Q1)."),
        (["30", "57", "84", "98", "29"], "; down from 30% a year before (Q1)."),
        (
            ["30", "57"],
            "Running total since the year began: 57% in Q2, below the target of 95% for the second quarter running.",
        ),
    ],
)
def test_a_running_total_is_compared_with_the_same_period_of_the_year_before(values: list[str], alt: str) -> None:
    assert alt in trend(points(*values), "%", running=True).alt
    assert alt in sparkline(points(*values), "%", running=True).alt


@pytest.mark.parametrize(("value", "where"), [("80", "below"), ("90", "within"), ("96", "above")])
def test_a_target_range_is_named_and_drawn_at_both_ends(value: str, where: str) -> None:
    low, high = Decimal(85), Decimal(95)
    chart = trend([Point(name, Decimal(value), low, target_to=high) for name in ("Q1", "Q2")], "%")
    assert f", {where} the target of 85% to 95% for the second quarter running" in chart.alt
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
    assert len(lines) == 2 + 1
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
    assert bars([Count("red", "Own", 1, "star")]).svg.count(SYMBOLS["star"]) == 1
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


@pytest.mark.parametrize(
    ("number", "word"),
    [(1, "first"), (9, "ninth"), (10, "10th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"), (22, "22nd")],
)
def test_ordinals_are_words_up_to_nine(number: int, word: str) -> None:
    assert ordinal(number) == word


def test_a_target_that_changed_is_named_as_it_is_now() -> None:
    series = [Point("Q1", Decimal(80), Decimal(90)), Point("Q2", Decimal(81), Decimal(95))]
    assert ", below target for the second quarter running (now 95%);" in trend(series, "%").alt


def test_a_missing_value_ends_what_is_running() -> None:
    assert ", below the target of 95%; up" in trend(points("80", "", "85"), "%").alt


def banded(*values: str, target: str = "90", amber: str = "80") -> list[Point]:
    band = Band(Decimal(target), Decimal(amber))
    return [Point(f"Q{index}", Decimal(value), band.green, edges=(band,)) for index, value in enumerate(values, 1)]


def shapes(chart: Chart, name: str) -> list[ET.Element]:
    return list(drawn(chart).iter(f"{SVG}{name}"))


def heights(shape: ET.Element) -> list[float]:
    return [float(spot.split(",")[1]) for spot in shape.get("points", "").split()]


def plotted(chart: Chart) -> tuple[float, float]:
    """Return the heights of the highest and the lowest line across."""
    lines = [path.get("d", "").split(",")[-1] for path in shapes(chart, "path") if path.get("stroke") == GRID]
    return min(map(float, lines)), max(map(float, lines))


def test_the_band_of_tolerance_is_drawn_explained_and_in_the_table() -> None:
    chart = trend(banded("95", "70"), "%")
    [band] = shapes(chart, "polygon")
    assert band.get("fill") == BAND
    marks = [float(mark.get("cy", "")) for mark in shapes(chart, "circle")][-2:]
    assert marks[0] < min(heights(band)) < max(heights(band)) < marks[1]
    across = [float(spot.split(",")[0]) for spot in band.get("points", "").split()]
    assert across == [*sorted(across[:2]), *sorted(across[2:], reverse=True)]
    assert "Within tolerance" in texts(chart)
    assert chart.header == ("Period", "Result", "Target", "Within tolerance")
    assert chart.rows[0] == ("Q1", "95%", "90%", "to 80%")


def test_everything_beside_the_results_lies_between_the_lines_across() -> None:
    others = Comparison("Others", (Decimal(120), Decimal(130)))
    chart = trend(banded("89", "89.5", amber="50"), comparison=others)
    top, bottom = plotted(chart)
    lines = [path for path in shapes(chart, "path") if path.get("stroke-dasharray") == "12 3 3 3"]
    drawn_at = [float(spot.split(",")[1]) for spot in lines[-1].get("d", "")[1:].split(" L")]
    drawn_at += heights(*shapes(chart, "polygon"))
    assert top <= min(drawn_at)
    assert max(drawn_at) <= bottom


def test_a_band_steps_with_its_target_and_stops_where_there_is_none() -> None:
    series = [*banded("95", "94"), *banded("95", target="92", amber="85"), Point("Q4", Decimal(90)), *banded("91")]
    bands = shapes(trend(series, "%"), "polygon")
    assert len(bands) == 2
    assert len(set(heights(bands[0]))) == 4
    assert len(set(heights(bands[1]))) == 2
    assert trend(series, "%").rows[3] == ("Q4", "90%", "no target", "none")


def test_a_range_has_a_band_on_each_side() -> None:
    sides = (Band(Decimal(85), Decimal(80)), Band(Decimal(95), Decimal(100)))
    chart = trend([Point(name, Decimal(90), Decimal(85), target_to=Decimal(95), edges=sides) for name in "AB"], "%")
    lower, upper = shapes(chart, "polygon")
    assert min(heights(lower)) > max(heights(upper))
    assert chart.rows[0][-1] == "80% to 85%, 95% to 100%"


def test_a_forecast_is_a_hollow_diamond_at_the_years_end() -> None:
    chart = trend(points("96", "92"), "%", forecast=Forecast("2026-27", Decimal(94), 2))
    key, diamond = shapes(chart, "polygon")
    assert key.get("points") != diamond.get("points")
    assert diamond.get("fill") == PAPER
    last = float(shapes(chart, "circle")[-1].get("cx", ""))
    first = float(shapes(chart, "circle")[-2].get("cx", ""))
    at = float(diamond.get("points", "").split(",")[0])
    assert at - last == pytest.approx(2 * (last - first), abs=0.2)
    assert {"94%", "Forecast for 2026-27"} <= set(texts(chart))
    assert "; forecast for 2026-27: 94%." in chart.alt
    assert chart.rows[-1] == ("2026-27 forecast", "94%", "")


def test_a_forecast_without_results_is_said_in_the_table_alone() -> None:
    chart = trend(points("", ""), forecast=Forecast("2026-27", Decimal(94)))
    assert len(shapes(chart, "polygon")) == 1
    assert chart.rows[-1][:2] == ("2026-27 forecast", "94")


@pytest.mark.parametrize(("before", "expected"), [("80", "88.4"), ("96", "88.2"), ("80", "50"), ("96", "99")])
def test_the_words_of_a_forecast_keep_clear_of_the_latest_value(before: str, expected: str) -> None:
    series = [Point(f"Q{number}", Decimal(before)) for number in range(19)]
    chart = trend([*series, Point("Q20", Decimal("88.3"))], "%", forecast=Forecast("2026-27", Decimal(expected)))
    [last, ahead] = [text for text in shapes(chart, "text") if text.get("font-weight") == "bold"]
    assert (last.text, ahead.text) == ("88.3%", f"{expected}%")
    width = float(room([last.text or ""]) / 2 + room([ahead.text or ""]) / 2)
    apart = abs(float(last.get("x", "")) - float(ahead.get("x", ""))) >= width
    assert apart or abs(float(last.get("y", "")) - float(ahead.get("y", ""))) >= 18
    bottom = max(float(text.get("y", "")) for text in shapes(chart, "text"))
    assert float(ahead.get("y", "")) < bottom - 10


def test_what_others_reached_is_a_thin_line_with_its_name() -> None:
    others = Comparison("Similar councils, average", (Decimal(90), Decimal(91), None, Decimal(92)))
    chart = trend(points("80", "81", "82", "83"), "%", comparison=others)
    lines = [path for path in shapes(chart, "path") if path.get("stroke-dasharray") == "12 3 3 3"]
    assert len(lines) == 2 + 1
    assert others.name in texts(chart)
    assert "; Similar councils, average: 92%" in chart.alt
    assert chart.header[-1] == others.name
    assert [row[-1] for row in chart.rows] == ["90%", "91%", "no value", "92%"]
    silent = trend(points("80"), "%", comparison=Comparison("Others", (None,)))
    assert "Others:" not in silent.alt


def controlled(*values: str, run: int = 8) -> tuple[list[Point], Process]:
    found = process([Decimal(value) for value in values], least_points=4, run=run, trend=6)
    assert found
    return points(*values, target=""), found


STEADY = ("10", "11", "10", "11", "10", "11", "10", "11", "10", "11")


def test_process_limits_are_drawn_and_special_causes_named_and_marked() -> None:
    series, found = controlled(*STEADY, "30", run=11)
    chart = trend(series, "days", process=found)
    dashes = [path.get("stroke-dasharray") for path in shapes(chart, "path")]
    assert dashes.count("0.1 5") == 2 + 1
    assert len(shapes(chart, "rect")) == 1 + 1
    assert len(shapes(chart, "circle")) == 10 + 1
    assert {"Mean", "Natural process limits", "Special cause"} <= set(texts(chart))
    assert chart.alt.endswith(". Special cause: above the upper process limit (Q11).")
    assert chart.header == ("Period", "Result (days)", "Special cause")
    assert chart.rows[9:] == (
        ("Q10", "11", "–"),
        ("Q11", "30", "limit"),
        ("Mean", "12.3", ""),
        ("Upper limit", "19.7", ""),
        ("Lower limit", "4.8", ""),
    )


def test_a_run_is_named_from_its_first_to_its_last() -> None:
    series, found = controlled("30", *STEADY, "30", run=10)
    alt = trend(series, "days", process=found).alt
    assert "above the upper process limit (Q1); 10 results running below the mean (Q2 to Q11); above the" in alt


def test_cells_name_each_sign_of_a_special_cause_in_a_word_each() -> None:
    series, found = controlled("1", "2", "3", "4", "5", "6", "7", "40", run=7)
    cells = [row[2] for row in trend(series, "%", process=found).rows[:-3]]
    assert cells == [*["run, trend"] * 7, "trend, limit"]
    assert trend(series, "%", process=found).header[1] == "Result"


def test_only_the_latest_special_causes_are_told_and_the_table_keeps_all() -> None:
    series, found = controlled("30", *STEADY, "30", *STEADY, "30", *STEADY, "30", run=10)
    chart = trend(series, "days", process=found)
    assert chart.alt.endswith(
        " Special cause: above the upper process limit (Q23); 10 results running below the mean (Q24 to Q33); "
        "above the upper process limit (Q34); and 4 earlier ones."
    )
    assert sum(row[2] == "limit" for row in chart.rows[:-3]) == 4


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("58", "58% in Q2, above the high target of 57%"),
        ("57", "57% in Q2, on the high target of 57%"),
        ("52", "52% in Q2, between the low target of 52% and the high target of 57%"),
        ("51", "51% in Q2, below the low target of 52%"),
    ],
)
def test_a_low_and_a_high_target_are_no_range(value: str, said: str) -> None:
    low, high = Decimal(52), Decimal(57)
    series = [Point(f"Q{at}", Decimal(value), low, target_to=high, two=True) for at in (1, 2)]
    assert trend(series, "%").alt.startswith(f"{said} for the second quarter running;")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("58", "above the high target for the second quarter running (now 57%)"),
        ("53", "between the low and the high target for the second quarter running (now 52% and 57%)"),
    ],
)
def test_a_low_and_a_high_target_that_have_moved_are_named_as_they_are_now(value: str, said: str) -> None:
    before = Point("Q1", Decimal(value), Decimal(50), target_to=Decimal(55) if value == "58" else Decimal(57), two=True)
    now = Point("Q2", Decimal(value), Decimal(52), target_to=Decimal(57), two=True)
    assert f", {said};" in trend([before, now], "%").alt


def test_a_value_that_misses_its_target_and_keeps_its_state_is_not_said_to_fail() -> None:
    series = [Point("Q1", Decimal(60), Decimal(68)), Point("Q2", Decimal("67.6"), Decimal(68), still="green")]
    assert trend(series, "%").alt.startswith("67.6% in Q2, just below the target of 68%, still green; up from")
    over = [Point("Q1", Decimal("20.1"), Decimal(20), still="on target")]
    assert trend(over, "days").alt.startswith("20.1 days in Q1, just above the target of 20 days, still on target;")


def test_a_process_without_special_causes_says_so() -> None:
    series, found = controlled(*STEADY)
    chart = trend(series, process=found)
    assert chart.alt.endswith(" No special cause: all variation is ordinary.")
    assert "Special cause" not in texts(chart)


def test_a_mean_has_one_decimal_more_than_its_results_up_to_pence() -> None:
    series, found = controlled("1.250", "1.251", "1.250", "1.2535")
    assert trend(series, process=found).rows[-3][1] == "1.2511"
    pounds, level = controlled("100", "101", "100", "101")
    assert trend(pounds, "£", process=level).rows[-3][1] == "£101"


def test_a_long_key_takes_as_many_rows_as_it_needs() -> None:
    others = Comparison("Every district council in the county and its nearest neighbours, average", (Decimal(90),))
    short, long = trend(points("80"), "%"), trend(points("80"), "%", comparison=others)
    assert int(drawn(long).get("height", "")) > int(drawn(short).get("height", ""))
    for chart in (short, long):
        assert len({(text.get("x"), text.get("y")) for text in shapes(chart, "text")}) == len(shapes(chart, "text"))
        for text in shapes(chart, "text"):
            if text.get("text-anchor") is None:
                assert Decimal(text.get("x", "")) + room([text.text or ""]) <= 390


def group(name: str, *numbers: int) -> Group:
    states = (("green", "Green"), ("amber", "Amber"), ("red", "Red"), ("not-due", "Not due"), ("late", "Late"))
    return Group(name, tuple(Count(key, word, number) for (key, word), number in zip(states, numbers, strict=True)))


def test_stacked_counts_add_up_in_the_sentence_and_the_table() -> None:
    chart = stacked([group("Housing", 9, 3, 4, 2, 1), group("Waste", 5, 1, 0, 3, 0)])
    assert chart.alt == (
        "Of 28 indicators, 22 are rated: 14 Green, 4 Amber, 4 Red; 6 not rated; Housing has the most Red, 4."
    )
    assert chart.header == ("Service", "Green", "Amber", "Red", "Rated", "Not due", "Late", "All")
    assert chart.rows == (
        ("Housing", "9", "3", "4", "16", "2", "1", "19"),
        ("Waste", "5", "1", "0", "6", "3", "0", "9"),
        ("All", "14", "4", "4", "22", "5", "1", "28"),
    )


@pytest.mark.parametrize(
    ("reds", "said"),
    [
        ((2, 2, 0), "; A and B have the most Red, 2 each."),
        ((2, 2, 2), "10 not rated."),
        ((0, 0, 0), "10 not rated."),
        ((3,), "10 not rated."),
    ],
)
def test_the_groups_with_most_in_red_are_named_where_they_stand_out(reds: tuple[int, ...], said: str) -> None:
    groups = [
        group(name, 5, 0, red, 0 if index else 10, 0)
        for index, (name, red) in enumerate(zip("ABC", reds, strict=False))
    ]
    assert stacked(groups).alt.endswith(said)


def test_stacked_counts_of_little() -> None:
    assert stacked([]).alt == "There are no indicators to show."
    assert stacked([group("Housing", 0, 0, 0, 0, 0)]).alt == "There are no indicators to show."
    assert stacked([group("Housing", 0, 0, 0, 2, 0)], "actions").alt == "None of 2 actions is rated."
    assert stacked([group("Housing", 1, 0, 0, 0, 0)]).alt == "Of 1 indicators, 1 is rated: 1 Green."
    assert "none" in texts(stacked([group("Housing", 1, 0, 0, 0, 0), group("Waste", 0, 0, 0, 0, 0)]))


def test_all_that_is_not_rated_is_one_grey_segment() -> None:
    chart = stacked([group("Housing", 9, 0, 0, 4, 5)], by="Portfolio")
    assert {"● 9", "○ 9", "Green", "Not rated"} <= set(texts(chart))
    assert not {"Amber", "Late"} & set(texts(chart))
    assert chart.header[0] == "Portfolio"


def test_states_of_one_colour_are_told_apart_by_shape() -> None:
    counts = (Count("green", "Well above", 9, "star"), Count("green", "Above", 9, "up"))
    chart = stacked([Group("Housing", counts)])
    assert {"★ 9", "△ 9"} <= set(texts(chart))
    assert chart.rows[0] == ("Housing", "9", "9", "18", "18")


def test_numbers_of_narrow_segments_stand_beside_their_bar_or_are_left_to_the_table() -> None:
    small = texts(stacked([group("Large", 100, 0, 0, 0, 0), group("Small", 1, 1, 2, 0, 1)]))
    assert "● 1, ▲ 1, ■ 2, ○ 1" in small
    long = texts(stacked([group("Large", 300, 8, 1, 0, 0)]))
    assert "● 300" in long
    assert not {"8", "▲ 8", "1", "■ 1", ""} & set(long)
    assert "■ 8" not in texts(stacked([group("Large", 112, 0, 8, 0, 0)]))
    assert "8" in texts(stacked([group("Large", 112, 0, 8, 0, 0)]))


def test_a_group_that_lacks_a_state_counts_none_in_it() -> None:
    chart = stacked([group("Housing", 1, 1, 1, 1, 1), Group("Waste", (Count("red", "Red", 2),))])
    assert chart.rows[1] == ("Waste", "0", "0", "2", "2", "0", "0", "2")


@pytest.mark.parametrize("key", TONES)
def test_words_in_a_segment_can_be_read(key: str) -> None:
    root = drawn(stacked([Group("Housing", (Count(key, "State", 9),))]))
    fill = ""
    found = 0
    for shape in root:
        if shape.tag == f"{SVG}rect" and shape.get("fill") != PAPER:
            fill = shape.get("fill") or ""
        elif shape.tag == f"{SVG}text" and shape.get("text-anchor") == "middle":
            assert contrast(shape.get("fill") or "", fill) >= 4.5
            found += 1
    assert found == 2  # the key's and the segment's


def test_long_names_of_groups_are_wrapped() -> None:
    name = "Planning, building control and the Local Plan for the whole of the district"
    chart = stacked([group(name, 1, 0, 0, 0, 0)])
    assert name not in texts(chart)
    assert name in " ".join(texts(chart))
    assert chart.rows[0][0] == name


def standing(*values: str, ours: int | None = 1, quarters: str = "") -> list[Standing]:
    return [
        Standing(f"Council {index}", Decimal(value), index == ours, int(quarters[index]) if quarters else None)
        for index, value in enumerate(values)
    ]


def test_a_position_is_sorted_marked_and_said() -> None:
    chart = position(standing("80", "88", "95", "70", quarters="3214"), "%", average=Decimal("83.3"))
    assert chart.alt == (
        "Council 1, 88%: second of 4 councils, higher being better, in the second quarter; the average is 83.3%."
    )
    assert chart.header == ("Name", "Place", "Result", "Quarter")
    assert chart.rows[:2] == (("Council 2", "1", "95%", "Best quarter"), ("Council 1", "2", "88%", "Second quarter"))
    assert chart.rows[-1] == ("Average", "", "83.3%", "")
    names = [text for text in texts(chart) if text.startswith("Council")]
    assert names == ["Council 2", "Council 1", "Council 0", "Council 3"]
    assert len(shapes(chart, "polygon")) == 1 + 1
    assert {"Best quarter", "Last quarter", "Average, 83.3%", "Our own", "Others"} <= set(texts(chart))
    [ours] = [
        text.text
        for text in shapes(chart, "text")
        if text.get("font-weight") == "bold" and "%" not in (text.text or "")
    ]
    assert ours == "Council 1"


def test_equal_values_share_a_place_and_the_next_is_skipped() -> None:
    chart = position(standing("1", "2", "2", "3"), better="lower")
    assert chart.alt == "Council 1, 2: joint second of 4 councils, lower being better."
    assert [row[:2] for row in chart.rows] == [
        ("Council 0", "1"), ("Council 1", "2="), ("Council 2", "2="), ("Council 3", "4"),
    ]  # fmt: skip
    assert chart.header == ("Name", "Place", "Result")


def test_better_stands_further_up_and_more_stands_further_right() -> None:
    marks = shapes(position(standing("1", "2", "3", ours=None)), "circle")[1:]
    assert [float(mark.get("cy", "")) for mark in marks] == sorted(float(mark.get("cy", "")) for mark in marks)
    across = [float(mark.get("cx", "")) for mark in marks]
    assert across == sorted(across, reverse=True)


def test_a_position_without_our_own_result_says_so() -> None:
    chart = position(standing("1", "2", ours=None), average=Decimal(9), noun="providers")
    assert chart.alt == "No result of our own among 2 providers; the average is 9."
    assert "Our own" not in texts(chart)
    assert chart.rows[-1] == ("Average", "", "9")
    assert "Others" not in texts(position(standing("1", ours=0)))
    assert position([]).rows == ()


@settings(max_examples=40, deadline=None)
@given(SERIES, st.none() | AMOUNTS, st.integers(1, 4), AMOUNTS)
def test_everything_that_stands_beside_a_series_is_drawn_inside_its_picture(
    series: list[Point], expected: Decimal | None, ahead: int, theirs: Decimal
) -> None:
    chart = trend(
        [Point(one.label, one.value, one.target, edges=(Band(theirs, theirs - 5),)) for one in series],
        "%",
        process=process([one.value for one in series], least_points=2, run=3, trend=3),
        forecast=None if expected is None else Forecast("2026-27", expected, ahead),
        comparison=Comparison("Others", tuple(theirs for _ in series)),
    )
    root = drawn(chart)
    width, height = (float(size) for size in root.get("viewBox", "").split()[2:])
    spots = [spot for shape in root.iter() for spot in re.findall(r"(-?[\d.]+),(-?[\d.]+)", shape.get("d", ""))]
    spots += [spot for shape in root.iter() for spot in re.findall(r"(-?[\d.]+),(-?[\d.]+)", shape.get("points", ""))]
    for x, y in spots:
        assert 0 <= float(x) <= width
        assert 0 <= float(y) <= height
    for text in root.iter(f"{SVG}text"):
        assert 0 < float(text.get("y", "")) <= height
    assert len({len(row) for row in chart.rows} | {len(chart.header)}) == 1
