"""How the areas or groups of an indicator stand, and which of them the whole hides."""

from collections.abc import Iterable

from planwright.assessment import GroupRating, IndicatorRating
from planwright.explaining.groups import hidden_groups
from planwright.reports._edition import Edition, View
from planwright.reports._indicators import status_of
from planwright.reports._measuring import measure_at, measure_of


def groups_of(edition: Edition, rating: IndicatorRating) -> list[View]:
    """Return how the areas or groups of an indicator stand, and whether the whole hides each: worse than it looks."""
    result = edition.data(rating.result) if rating.result else {}
    said = result.get("groups") or {}
    return [
        _row(edition, rating, group) | {"comment": (said.get(group.name) or {}).get("comment")}
        for group in rating.groups
    ]


def hidden(edition: Edition, ratings: Iterable[IndicatorRating]) -> list[View]:
    """Return the indicators of which an area or group has a worse colour than the whole, with just those."""
    found = []
    for rating in ratings:
        worse = [row for row in groups_of(edition, rating) if row["hidden"]]
        if worse:
            by = rating.subject.record.breakdown.by
            found.append(
                {
                    "id": rating.subject.id,
                    "title": edition.title(rating.subject),
                    "value": measure_at(edition, rating).said(rating.value),
                    "status": status_of(edition, rating),
                    "by": by,
                    "all": len(rating.groups),
                    "groups": worse,
                }
            )
    return found


def _row(edition: Edition, rating: IndicatorRating, group: GroupRating) -> View:
    ends = group.target.target.ends if group.target else ()
    measure = measure_of(edition, edition.item(rating.subject)).beside(group.value, ends)
    return {
        "name": group.name,
        "value": measure.said(group.value),
        "target": measure.target(group.target),
        "status": edition.status(group.state),
        "hidden": group in hidden_groups(rating),
    }
