import csv
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest
from conftest import SETTINGS, workspace_of

from planwright.assessment import Direction, IndicatorRating, assess
from planwright.document import parse
from planwright.period import parse_date, parse_period

HERE = Path(__file__).parent
CASES = list(csv.DictReader((HERE / "rating_cases.csv").read_text(encoding="utf-8").splitlines()))
PERIOD = "2025-26-Q4"
AS_AT = date(2026, 5, 29)
GIVEN = ("rule", "polarity", "unit", "target", "value", "before", "others")
DIRECTIONS = ("previous", "last year", "last year end", "baseline")


def cases(text: bytes) -> Any:
    """Return what stands under `cases` in YAML."""
    value: Any = parse("cases.yaml", text).value
    return value["cases"]


OVER_TIME = cases((HERE / "rating_cases_over_time.yaml").read_bytes())


def peers(others: str) -> str:
    """Return comparators from `80 90 100 average 95`."""
    values, _, average = others.partition("average")
    found = [f"{{with: Council {number}, value: {value}}}" for number, value in enumerate(values.split())]
    found += [f"{{with: All councils, is: average, value: {average.strip()}}}"] if average else []
    return f"comparators:\n  PI: [{', '.join(found)}]\n" if found else ""


def rated(case: dict[str, str]) -> IndicatorRating:
    """Return the rating of a case's quarter in a workspace of its own."""
    before = cases(f"cases: {case['before']}".encode()) if case["before"] else {}
    lines = [
        f"rating: {case['rule']}",
        f"polarity: {case['polarity']}",
        f'unit: "{case["unit"]}"' if case["unit"] else "",
        f"targets: {{2024-25: {case['target']}, 2025-26: {case['target']}}}" if case["target"] else "",
        f"baseline: {{value: {before['baseline']}, period: 2020-21}}" if "baseline" in before else "",
    ]
    indicator = "".join(f"    {line}\n" for line in lines if line)
    earlier = {key: before[name] for name, key in (("last year", "Q4"), ("last year end", "year")) if name in before}
    now = {"Q3": before["previous"]} if "previous" in before else {}
    files = {
        "i.yaml": f"kind: indicators\nindicators:\n  - id: PI\n    title: One\n{indicator}",
        "r.yaml": results("2025-26", now | {"Q4": case["value"]}) + peers(case["others"]),
    }
    if earlier:
        files["b.yaml"] = results("2024-25", earlier)
    workspace = workspace_of(files)
    assert not [problem.message for problem in workspace.problems], case
    rating = assess(workspace, AS_AT).indicators["PI"]
    assert str(rating.period) == PERIOD
    return rating


def results(year: str, parts: dict[str, str]) -> str:
    lines = "".join(f"    {part}: {value}\n" for part, value in parts.items())
    return f"kind: results\nperiod: {year}\nresults:\n  PI:\n{lines}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['family']}: {case['shows']}")
def test_what_was_worked_out_by_hand_is_what_is_rated(case: dict[str, str]) -> None:
    found = rated(case)
    assert (found.state.key, case["reason"] in found.reason) == (case["state"], True), found.reason


def over_time(case: dict[str, Any]) -> IndicatorRating:
    """Return the rating of a case that takes several results."""
    own = case["indicator"] + ("" if "polarity:" in case["indicator"] else "polarity: higher\n")
    own += "" if "unit:" in own else 'unit: "%"\n'
    files = {
        "planwright.yaml": SETTINGS + case.get("settings", ""),
        "i.yaml": f"kind: indicators\nindicators:\n  - id: PI\n    title: One\n{indent(own, ' ' * 4)}",
    }
    for year, text in case["results"].items():
        files[f"{year}.yaml"] = f"kind: results\nperiod: {year}\nresults:\n  PI:\n{indent(text, ' ' * 4)}"
    if "others" in case:
        files["2026-27.yaml"] += f"comparators:\n  PI:\n{indent(case['others'], ' ' * 4)}"
    workspace = workspace_of(files)
    assert not [problem.message for problem in workspace.problems]
    found = assess(workspace, parse_date(case.get("as_at", "2026-11-21")))
    if "period" not in case:
        return found.indicators["PI"]
    subject = workspace.subjects["PI"]
    return found.ratings.rate(subject, parse_period(case["period"], found.figures.start(subject.record)))


def seen(rating: IndicatorRating, name: str) -> object:
    """Return what a case expects, by the name it has there."""
    if name in DIRECTIONS:
        direction: Direction | None = getattr(rating, name.replace(" ", "_"))
        return direction.key if direction else "none"
    ways: Mapping[str, Callable[[], object]] = {
        "period": lambda: str(rating.period),
        "state": lambda: rating.state.key,
        "colour": lambda: rating.state.colour.value,
        "word": lambda: rating.state.word,
        "value": lambda: rating.value,
        "target": lambda: rating.target and rating.target.target.value,
        "forecast": lambda: rating.forecast_state.key if rating.forecast_state else "none",
        "restated": lambda: str(len(rating.result.restated)) if rating.result else "none",
        "fired": lambda: "; ".join(rating.fired) or "none",
        "groups": lambda: {group.name: group.state.key for group in rating.groups},
    }
    return ways[name]()


@pytest.mark.parametrize("case", OVER_TIME, ids=lambda case: f"{case['family']}: {case['shows']}")
def test_what_takes_several_results_is_as_worked_out_by_hand(case: dict[str, Any]) -> None:
    rating = over_time(case)
    wanted = dict(case["expect"])
    assert wanted.pop("reason", "") in rating.reason
    for name in {"value", "target"} & wanted.keys():
        wanted[name] = Decimal(wanted[name])
    assert {name: seen(rating, name) for name in wanted} == wanted, rating.reason


def test_every_case_says_why_and_no_two_are_the_same() -> None:
    assert len({tuple(case[name] for name in GIVEN) for case in CASES}) == len(CASES)
    assert all(case["by hand"] and case["shows"] and case["family"] for case in CASES)
    assert all(case["by_hand"] and case["expect"] for case in OVER_TIME)


@pytest.mark.parametrize("level", ["indicator", "set", "settings"])
def test_a_ready_rule_is_one_line_wherever_it_stands(level: str) -> None:
    line = "rating: two-state\n"
    rules = {one: line if one == level else "" for one in ("indicator", "set", "settings")}
    workspace = workspace_of(
        {
            "planwright.yaml": f"kind: settings\nname: W\n{rules['settings']}",
            "indicators.yaml": f"kind: indicators\n{rules['set']}indicators:\n  - id: PI\n    title: T\n"
            f"    polarity: higher\n    targets: {{2026-27: 90}}\n{'    ' + line if rules['indicator'] else ''}",
            "results.yaml": "kind: results\nperiod: 2026-27\nresults: {PI: {Q2: 85}}\n",
        }
    )
    assert workspace.problems == ()
    assert assess(workspace, date(2026, 11, 21)).indicators["PI"].state.key == "not-met"
