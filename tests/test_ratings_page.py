import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from textwrap import indent

import pytest
from conftest import SETTINGS, workspace_of

from planwright.assessment import STATES, IndicatorRating, assess
from planwright.assessment.process import process
from planwright.assessment.rollup import Member, roll_up
from planwright.assessment.rounding import rounded
from planwright.kinds.settings import RollUp
from planwright.period import parse_date, parse_period
from planwright.records.rating import PRESETS

PAGE = (Path(__file__).parent.parent / "docs" / "explanation" / "ratings.md").read_text(encoding="utf-8")
PIECE = re.compile(r"```yaml\n(?P<yaml>.*?)```|(?P<table>(?:^\|[^\n]*\n)+)", re.DOTALL | re.MULTILINE)
GIVEN = re.compile(r"(?:(?P<year>2025-26) )?(?P<part>Q[1-4]|year)|(?P<result>result)")
WAYS: Mapping[str, Callable[[IndicatorRating], str]] = {
    "rated": lambda rating: rating.state.word,
    "because": lambda rating: rating.reason,
    "forecast": lambda rating: rating.forecast_state.word if rating.forecast_state else "",
    "target": lambda rating: str(rating.target.target.value) if rating.target else "",
    "figure": lambda rating: "" if rating.value is None else f"{rounded(rating.value, None):f}",
    "fired": lambda rating: "; ".join(rating.fired),
    "groups": lambda rating: ", ".join(f"{group.name} {group.state.word}" for group in rating.groups),
    "previous": lambda rating: rating.previous.key if rating.previous else "",
    "last year": lambda rating: rating.last_year.key if rating.last_year else "",
    "last year end": lambda rating: rating.last_year_end.key if rating.last_year_end else "",
    "baseline": lambda rating: rating.baseline.key if rating.baseline else "",
}
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Example:
    """One row of a table on the page, with the settings and the indicator that stand above it."""

    settings: str
    indicator: str
    row: Row


def rows(table: str) -> list[Row]:
    """Return the rows of a table by its headings, without code marks."""
    heading, _, *lines = ([cell.strip().strip("`") for cell in line.split("|")[1:-1]] for line in table.splitlines())
    return [dict(zip(heading, cells, strict=True)) for cells in lines]


def tables() -> Iterator[tuple[str, str, list[Row]]]:
    """Yield each table with the settings and the indicator that stand above it."""
    own = indicator = ""
    for piece in PIECE.finditer(PAGE):
        if piece["table"]:
            yield own, indicator, rows(piece["table"])
            own = ""
        elif piece["yaml"].startswith("# planwright.yaml\n"):
            own = piece["yaml"]
        else:
            indicator = piece["yaml"]


TABLES = list(tables())
EXAMPLES = [
    Example(own, indicator, row) for own, indicator, found in TABLES for row in found if row.keys() & WAYS.keys()
]


def others_reached(others: str) -> str:
    listed = ", ".join(f"{{with: Council {number}, value: {value}}}" for number, value in enumerate(others.split()))
    return f"comparators: {{PI: [{listed}]}}\n" if listed else ""


def rated(example: Example) -> IndicatorRating:
    """Return the rating of an example's row: of its second quarter of 2026-27, or of the period it names."""
    parts: dict[str, list[str]] = {"2025-26": [], "2026-27": []}
    for name, value in example.row.items():
        if value and (given := GIVEN.fullmatch(name)):
            parts[given["year"] or "2026-27"].append(f"    {given['part'] or 'Q2'}: {value}\n")
    files = {
        "planwright.yaml": SETTINGS + example.settings,
        "i.yaml": f"kind: indicators\nindicators:\n  - id: PI\n    title: One\n{indent(example.indicator, ' ' * 4)}",
    }
    for year, lines in parts.items():
        said = others_reached(example.row.get("others", "")) if year == "2026-27" else ""
        told = "results:\n  PI:\n" + "".join(lines) if lines else ""
        files[f"{year}.yaml"] = f"kind: results\nperiod: {year}\n{told}{said}"
    workspace = workspace_of(files)
    assert not [problem.message for problem in workspace.problems]
    found = assess(workspace, parse_date(example.row.get("as at", "2026-11-21")))
    period = parse_period(example.row.get("period", "2026-27-Q2"))
    return found.ratings.rate(workspace.subjects["PI"], period)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: " ".join(example.row.values()))
def test_every_example_is_rated_as_the_page_says(example: Example) -> None:
    rating = rated(example)
    wanted = {name: value for name, value in example.row.items() if name in WAYS}
    assert {name: WAYS[name](rating) for name in wanted} == wanted


def test_every_column_is_either_given_or_checked() -> None:
    known = {*WAYS, "period", "others", "as at"}
    strange = {name for example in EXAMPLES for name in example.row if name not in known and not GIVEN.fullmatch(name)}
    assert (strange, len(EXAMPLES) > 50) == (set(), True)


def titled(heading: str) -> list[Row]:
    """Return the rows of the one table that begins with a heading."""
    (found,) = (table for _, _, table in TABLES if next(iter(table[0])) == heading)
    return found


def test_every_ready_rule_is_listed_with_what_it_writes() -> None:
    written = {
        name: f"{{{', '.join(f'{part}: {value}' for part, value in rule.items())}}}" for name, rule in PRESETS.items()
    }
    assert {row["preset"]: row["what it writes"] for row in titled("preset")} == written


def test_every_state_that_is_not_rated_is_listed() -> None:
    of_indicators = list(STATES)[list(STATES).index("data-only") : list(STATES).index("retired") + 1]
    assert [row["state"] for row in titled("state")] == [STATES[key].word for key in of_indicators]
    assert not any(STATES[key].rated for key in of_indicators)


@pytest.mark.parametrize("row", titled("states"), ids=lambda row: f"{row['states']}, {row['rule']}")
def test_many_states_become_one_as_the_page_says(row: Row) -> None:
    members = [Member(STATES[key]) for key in row["states"].split()]
    found = roll_up(members, RollUp.model_validate({"rule": row["rule"]}))
    assert (found.state.word if found.state else "") == row["together"]


def test_process_limits_are_as_the_page_says() -> None:
    (row,) = titled("results")
    found = process([Decimal(value) for value in row["results"].split()], least_points=8, run=8, trend=6)
    assert found
    assert [format(found.mean, "f"), str(rounded(found.lower, None)), str(rounded(found.upper, None))] == [
        row["mean"],
        row["lower limit"],
        row["upper limit"],
    ]
    assert found.special == ()
