"""Results of areas or groups: the parts behind an indicator's figure, so that an average hides nobody."""

from collections.abc import Iterator, Mapping

from planwright.datasets._fields import Fields, text
from planwright.datasets._results import figures
from planwright.kinds.results import GroupResult
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("indicator", "period", "group")
LINKS: Mapping[str, str] = {"indicator": "indicators"}
_FIELDS = Fields(GroupResult, ("value", "numerator", "denominator", "comment"))


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return the group, then its result."""
    return (
        Column("indicator", "string", "The id of the indicator."),
        Column("period", "string", "The period, as in the table of results."),
        Column("group", "string", "The area or group."),
        *_FIELDS.columns(edition),
    )


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield every group's result, by indicator, period and then in file order."""
    for figure in figures(edition):
        for group, result in (edition.value(figure.result, "groups") or {}).items():
            yield (figure.indicator, str(figure.period), text(group), *_FIELDS.cells(edition, result))
