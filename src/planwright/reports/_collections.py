"""Indicators that are read together, because one of them alone would mislead."""

from collections.abc import Iterator, Mapping, Sequence

from planwright.reports._edition import Edition, View
from planwright.reports._plans import plans_of_services


def read_together(edition: Edition, rows: Mapping[str, View]) -> list[View]:
    """Return the collections of which any member is among some rows, each with its reading and these rows.

    They stand in sets of indicators and in the services' current plans. `mixed` says that members point different ways.
    """
    found = []
    for one in _collections(edition):
        members = [rows[indicator["id"]] for indicator in one["indicators"] if indicator["id"] in rows]
        if members:
            found.append(one | {"members": members, "mixed": _mixed(edition, members)})
    return found


def _collections(edition: Edition) -> Iterator[View]:
    for one in edition.of("collection"):
        yield edition.item(one)
    plans = dict.fromkeys(plans_of_services(edition).values())
    for id_ in plans:
        for one in edition.item(edition.assessment.workspace.subjects[id_])["collections"]:
            yield one | {"reading": one["note"]}


def _mixed(edition: Edition, members: Sequence[View]) -> bool:
    """Whether some of the members are on target and others are not."""
    ratings = [edition.assessment.indicators[member["id"]] for member in members]
    return len({rating.missed for rating in ratings if rating.placed}) > 1
