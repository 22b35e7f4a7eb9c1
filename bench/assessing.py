"""What `assess` alone costs: every result of a large council rated, reading and linking not counted."""

import gc
import time
from collections.abc import Iterator
from datetime import date

from planwright import assess, link, parse

RESULTS, QUARTERS = 50_000, 12
BOUND = 2.0  # CPU seconds
RUNS = 3
_YEARS = ("2023-24", "2024-25", "2025-26")
_SHAPES = (("mean", "90"), ("weighted", "90"), ("cumulative", "360"))  # how it adds up, and the year's target
_AS_AT = date(2026, 5, 10)


def _texts() -> Iterator[tuple[str, str]]:
    """Yield the files of a council with a twelfth as many indicators as results, in sets of fifty."""
    count = RESULTS // QUARTERS + 1
    yield "planwright.yaml", "kind: settings\nname: Wexcombe District Council\nrating: {tolerance: 5%}\n"
    for start in range(0, count, 50):
        names = [f"PI-{number:05}" for number in range(start, min(start + 50, count))]
        yield (
            f"indicators/{start}.yaml",
            "kind: indicators\nindicators:\n" + "".join(_definition(name, index) for index, name in enumerate(names)),
        )
        for year in _YEARS:
            rows = "".join(_rows(name, index) for index, name in enumerate(names))
            yield f"results/{year}/{start}.yaml", f"kind: results\nperiod: {year}\nresults:\n{rows}"


def _definition(name: str, index: int) -> str:
    how, target = _SHAPES[index % len(_SHAPES)]
    targets = "".join(f"      {year}: {target}\n" for year in _YEARS)
    return (
        f"  - id: {name}\n    title: Measure {name}\n    polarity: higher\n    unit: '%'\n    aggregation: {how}\n"
        f"    targets:\n{targets}"
    )


def _rows(name: str, index: int) -> str:
    rows = "".join(f"    Q{quarter}: {_result(index, quarter)}\n" for quarter in range(1, 5))
    return f"  {name}:\n{rows}"


def _result(index: int, quarter: int) -> str:
    """Return a value, a fraction or a running total, by the shape of the indicator."""
    value = 78 + (index + quarter) % 20
    shapes = (f"{{value: {value}.5}}", f"{{numerator: {value}, denominator: 97}}", f"{{value: {value * quarter}}}")
    return shapes[index % len(_SHAPES)]


def cheapest() -> tuple[int, float]:
    """Return how many results were rated, and the CPU seconds of the cheapest of several assessments."""
    workspace = link([parse(name, text.encode()) for name, text in _texts()])
    seconds, rated = [], 0
    gc.disable()  # as the command line does
    for _ in range(RUNS):
        start = time.process_time()
        assessment = assess(workspace, _AS_AT)
        current = sum(rating.state.rated for rating in assessment.indicators.values())
        histories = (assessment.ratings.history(rating.subject) for rating in assessment.indicators.values())
        rated = sum(rating.state.rated for history in histories for rating in history)
        seconds.append(time.process_time() - start)
        if not current or rated < RESULTS:
            raise SystemExit(f"only {rated:,} results were rated")
    return rated, min(seconds)
