import statistics
from decimal import Decimal
from typing import Literal, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ratings import target

from planwright.assessment.benchmarking import Cut, field_of, goodness, place_among, quartile
from planwright.assessment.figures import Peer
from planwright.kinds.results import Comparator
from planwright.period import parse_period
from planwright.records.rating import Benchmark
from planwright.workspace import Spot

numbers = st.decimals(-1000, 1000, places=2) | st.integers(-5, 5).map(Decimal)
several = st.lists(numbers, min_size=3, max_size=12)
cuts = st.sampled_from(get_args(Cut))


@given(several, st.sampled_from(["inclusive", "exclusive"]))
def test_quartiles_are_those_of_a_spreadsheet(values: list[Decimal], cut: Literal["inclusive", "exclusive"]) -> None:
    ours = [quartile(sorted(values), number, cut) for number in (1, 2, 3)]
    assert ours == statistics.quantiles(values, n=4, method=cut)


@pytest.mark.parametrize(("cut", "expected"), [("inclusive", ["15", "20", "25"]), ("exclusive", ["10", "20", "30"])])
def test_quartiles_of_three_values(cut: Cut, expected: list[str]) -> None:
    ordered = [Decimal(10), Decimal(20), Decimal(30)]
    assert [quartile(ordered, number, cut) for number in (1, 2, 3)] == list(map(Decimal, expected))


def test_quartiles_beyond_the_values_stop_at_them() -> None:
    ordered = [Decimal(10), Decimal(20)]
    assert [quartile(ordered, number, "exclusive") for number in (1, 3)] == ordered


@given(several, st.data(), cuts)
def test_the_order_of_others_does_not_matter(others: list[Decimal], data: st.DataObject, cut: Cut) -> None:
    own = data.draw(numbers | st.sampled_from(others))
    assert place_among(own, others, cut) == place_among(own, data.draw(st.permutations(others)), cut)


@given(several, st.data(), cuts)
def test_ties_share_a_place(others: list[Decimal], data: st.DataObject, cut: Cut) -> None:
    own = data.draw(st.sampled_from(others))
    better = [one for one in others if one > own]
    assert place_among(own, others, cut).rank == place_among(own, [*others, own], cut).rank == 1 + len(better)


@given(several, numbers, numbers, cuts)
def test_a_better_value_never_gets_a_worse_place(others: list[Decimal], one: Decimal, other: Decimal, cut: Cut) -> None:
    worse, better = sorted((one, other))
    first, second = (place_among(value, others, cut) for value in (better, worse))
    assert first.rank <= second.rank
    assert first.quarter <= second.quarter
    assert (first.of, second.of) == (len(others) + 1, len(others) + 1)


@given(several, st.data())
def test_by_place_every_quarter_holds_no_more_than_its_share(others: list[Decimal], data: st.DataObject) -> None:
    own = data.draw(numbers)
    found = place_among(own, others, "rank")
    assert (found.quarter - 1) * found.of < 4 * found.rank <= found.quarter * found.of


@given(numbers, st.lists(numbers, min_size=2, max_size=2).map(sorted))
def test_either_side_of_a_midpoint_is_as_good(far: Decimal, ends: list[Decimal]) -> None:
    low, high = ends
    goals = target(low=format(low, "f"), high=format(high, "f"))
    middle = (low + high) / 2
    assert goodness(middle + far, "range", goals) == goodness(middle - far, "range", goals) == -abs(far)


@pytest.mark.parametrize(("polarity", "expected"), [("higher", 3), ("lower", -3), ("none", None), ("range", None)])
def test_goodness_grows_with_what_is_better(polarity: str, expected: int | None) -> None:
    assert goodness(Decimal(3), polarity, None) == expected
    assert goodness(Decimal(3), "range", target(low="1")) is None


def peer(value: str, period: str, **more: str) -> Peer:
    comparator = Comparator.model_validate({"with": "Nether Barrow", "value": value, **more})
    return Peer(comparator, parse_period(period), Spot("r.yaml", ("comparators", "PI", 0)))


@pytest.mark.parametrize(
    ("known", "used"),
    [
        (["2026-27-Q2", "2026-27", "2025-26"], "2026-27-Q2"),
        (["2026-27", "2025-26"], "2026-27"),
        (["2024-25", "2025-26"], "2025-26"),
        (["2025-26-Q4", "2025-26"], "2025-26-Q4"),
        (["2027-28"], None),
        (["2026-27-Q3"], None),
    ],
)
def test_what_others_reached_is_the_nearest_known(known: list[str], used: str | None) -> None:
    found = field_of([peer("1", name) for name in known], parse_period("2026-27-Q2"), Benchmark())
    assert (str(found.period) if found else None) == used


def test_others_are_counted_without_the_published_average() -> None:
    peers = [
        peer("1", "2026-27"),
        peer("2", "2026-27", **{"is": "provider"}),
        peer("9", "2026-27", **{"is": "average"}),
    ]
    found = field_of(peers, parse_period("2026-27"), Benchmark())
    assert found
    assert (list(map(str, found.values)), str(found.average), found.named) == (["1", "2"], "9", "2 others")


@pytest.mark.parametrize(("at_least", "average"), [("2", Decimal("1.5")), ("3", None), ("0", Decimal("1.5"))])
def test_an_average_is_worked_out_from_enough_others(at_least: str, average: Decimal | None) -> None:
    place = Benchmark.model_validate({"at_least": at_least, "group": "near"})
    peers = [peer("1", "2026-27", group="near"), peer("2", "2026-27", group="near"), peer("99", "2026-27", group="far")]
    found = field_of(peers, parse_period("2026-27"), place)
    assert found
    assert (found.average, found.named) == (average, '2 others in the group "near"')


def test_only_an_average_names_nobody() -> None:
    found = field_of([peer("9", "2026-27", **{"is": "average"})], parse_period("2026-27"), Benchmark())
    assert found
    assert (found.named, found.values) == ("others", ())
