"""Nothing of an exempt item reaches a public paper or table, be its texts ever so short and be it named anywhere."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from conftest import workspace_of
from filled_council import council

from planwright import datasets, formats, reports, resources
from planwright.assessment import assess
from planwright.kinds import Visibility
from planwright.page import Facts
from planwright.rendering import render
from planwright.reports import Edition

AS_AT = date(2026, 11, 21)
SECRET = "Zebra"
RULES: tuple[Mapping[str, Any], ...] = (
    {"preset": "relative-5"},
    {"basis": "manual"},
    {"basis": "benchmark", "benchmark": {"by": "rank", "at_least": 1}},
)
NEVER_SHOWN = {"work-plan.yaml"}
EXEMPT = {"paragraph": "3", "reason": SECRET}


def items(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every record with an id in plain values, however deep."""
    if isinstance(value, dict):
        if "id" in value:
            yield value
        for inner in value.values():
            yield from items(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from items(inner)


def files(*hidden: str) -> dict[str, str]:
    """Return a council rated in three ways, of which some items are exempt, with a word of their own for all they say.

    An item that is hidden has another id too, wherever it is named.
    """
    plain = council()
    (first,) = plain["indicators.yaml"]["indicators"]
    first |= {"polarity": "higher", "frequency": "quarterly", "unit": "days", "targets": {"2026-27": "80"}}
    ((part, result),) = plain["results.yaml"]["results"][first["id"]].items()
    result["judgement"]["state"] = "red"
    result["groups"] = {"Ordinary words": dict(*result["groups"].values())}
    plain["planwright.yaml"] |= {"year_start": "April", "roll_up": {"rule": "majority"}}
    several = {f"{first['id']}{number or ''}": {"rating": rule} for number, rule in enumerate(RULES)}
    plain["indicators.yaml"]["indicators"] = [first | {"id": id_} | rule for id_, rule in several.items()]
    for field, given in (
        ("results", {part: result}),
        ("comparators", plain["results.yaml"]["comparators"][first["id"]]),
    ):
        plain["results.yaml"][field] = dict.fromkeys(several, given)
    for one in items(plain):
        if one["id"] in hidden:
            one.update(json.loads(json.dumps(one).replace("Ordinary words", SECRET)), exempt=EXEMPT)
    dumped = {name: json.dumps(value) for name, value in plain.items()}
    for id_ in hidden:
        dumped = {name: text.replace(f'"{id_}"', f'"{SECRET}.{id_}"') for name, text in dumped.items()}
    return dumped


def hideable() -> dict[str, list[str]]:
    """Return the ids of what may be exempt in a council in which everything is filled, by the file it stands in.

    Posts, which results and judgements name, come by themselves too.
    """
    found = {"posts": ["organisation.post"]}
    for one in workspace_of(files()).subjects.values():
        if one.spot.file not in NEVER_SHOWN and "exempt" in type(one.record).model_fields:
            found.setdefault(one.spot.file, []).append(one.id)
    return found


def printed(edition: Edition) -> str:
    """Return all documents and tables of an edition as one text."""
    found = []
    facts = Facts("Wexcombe District Council", AS_AT, "working copy", edition.level.value, "0")
    for name in reports.names():
        report = reports.load(name)
        for subject in [*sorted(set(report.subjects(edition).values())), *([None] if report.WHOLE else [])]:
            page = render(name, report.view(edition, subject), resources.templates(), facts)
            found.append(formats.load("md").write(page).decode())
    found += [str(datasets.table(name, edition).rows) for name in datasets.names()]
    return "\n".join(found)


def test_the_council_is_rated_in_every_way() -> None:
    ratings = assess(workspace_of(files()), AS_AT).indicators
    states = [ratings[f"indicators.indicator{number}"].state.key for number in ("", 1, 2)]
    assert states == ["red", "red", "green"]


# Posts stand in most papers, so they alone are tried every time; the others by `make check`.
_ALWAYS = "posts"


@pytest.mark.parametrize(
    "hidden",
    [pytest.param(ids, id=file, marks=() if file == _ALWAYS else pytest.mark.slow) for file, ids in hideable().items()],
)
def test_nothing_of_exempt_items_reaches_the_public(hidden: list[str]) -> None:
    assert SECRET not in printed(Edition(assess(workspace_of(files(*hidden)), AS_AT)))


def test_what_is_exempt_stands_in_the_edition_of_officers() -> None:
    assessment = assess(workspace_of(files("organisation.post")), AS_AT)
    assert SECRET in printed(Edition(assessment, Visibility.OFFICERS))
