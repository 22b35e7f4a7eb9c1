"""Comparators: what other councils reached."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from planwright.datasets._fields import Fields
from planwright.kinds.results import Comparator, Results
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("indicator", "number")
LINKS: Mapping[str, str] = {"indicator": "indicators"}
_FIELDS = Fields(Comparator, ("with", "group", "is", "value", "period", "source"))


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return what is compared, then with whom."""
    return (
        Column("indicator", "string", "The id of the indicator."),
        Column("number", "integer", "Tells the comparators of one indicator apart."),
        Column("year", "string", "The year of the results it stands beside."),
        *_FIELDS.columns(edition),
    )


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield every comparator, in file order."""
    met: defaultdict[str, int] = defaultdict(int)
    for _, plan in edition.assessment.workspace.plans(Results):
        for indicator, comparators in (edition.value(plan, "comparators") or {}).items():
            for comparator in comparators if edition.get(indicator, "indicator") else ():
                met[indicator] += 1
                yield (str(indicator), met[indicator], plan.period, *_FIELDS.cells(edition, comparator))
