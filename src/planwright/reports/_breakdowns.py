"""Indicators counted by service, portfolio, committee and objective, in tables whose rows add up to the whole."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from planwright.assessment import IndicatorRating, State
from planwright.assessment.gathering import Standing, standing, weight_of
from planwright.assessment.rollup import Member, roll_up
from planwright.charts import Chart, Count, stacked
from planwright.charts import Group as StackedGroup
from planwright.page import Status
from planwright.reports._counts import colours
from planwright.reports._edition import Edition, View
from planwright.wording import capital, plural

_MOST_STATES = 5  # more columns than these and their sums do not fit a page


@dataclass(frozen=True, slots=True)
class Group:
    """What is counted together, and how many more only contribute to it indirectly."""

    title: str
    ratings: Sequence[IndicatorRating]
    id: str = ""
    indirect: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A state that is counted, with the keys of all that count as it."""

    state: State
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Counts by state and group: `rows` (title, id, `numbers` by column, and their sums), and the sums of all.

    `by_colour` says that there are too many states for a page, so that those of one colour are counted together;
    `twice` takes off what was counted under more than one group; None where nothing was. `under` names what an
    indicator may count under several of; empty where it counts once.
    """

    by: str
    columns: tuple[Column, ...]
    by_colour: bool
    rows: tuple[View, ...]
    twice: View | None
    whole: View
    under: str = ""

    def view(self, edition: Edition) -> View:
        """Return the table as a template prints it."""
        return {
            "by": self.by,
            "under": self.under,
            "states": [edition.status(column.state) for column in self.columns],
            "rows": list(self.rows),
            "twice": self.twice,
            "whole": self.whole,
        }


def breakdown(edition: Edition, by: str, ratings: Sequence[IndicatorRating], groups: Sequence[Group]) -> Breakdown:
    """Return the counts of some ratings by group; each stands in one group at least."""
    found = {rating.state.key for rating in ratings if rating.state.rated}
    present = tuple(state for state in edition.states if state.key in found)
    by_colour = len(present) > _MOST_STATES
    counted = colours(edition, present) if by_colour else ((one, frozenset({one.key})) for one in present)
    columns = tuple(Column(state, keys) for state, keys in counted)
    rows: tuple[View, ...] = tuple(
        {"title": group.title, "id": group.id, "indirect": group.indirect}
        | _counts(columns, group.ratings)
        | {"together": _together(edition, group.ratings)}
        for group in groups
        if group.ratings or group.indirect
    )
    whole = _counts(columns, ratings) | {"together": _together(edition, ratings)}
    sums = [sum(row["numbers"][index] for row in rows) for index in range(len(columns))]
    twice = {
        "numbers": [found - once for found, once in zip(sums, whole["numbers"], strict=True)],
        **{key: sum(row[key] for row in rows) - whole[key] for key in ("rated", "not_rated", "total")},
    }
    return Breakdown(by, columns, by_colour, rows, twice if twice["total"] else None, whole)


def _counts(columns: Iterable[Column], ratings: Sequence[IndicatorRating]) -> View:
    rated = sum(rating.state.rated for rating in ratings)
    return {
        "numbers": [sum(rating.state.key in column.keys for rating in ratings) for column in columns],
        "rated": rated,
        "not_rated": len(ratings) - rated,
        "total": len(ratings),
    }


def _together(edition: Edition, ratings: Sequence[IndicatorRating]) -> Status | None:
    """Return the one state of many by the rule the settings name; None where they name none or nothing is rated."""
    members = [Member(rating.state, weight_of(rating)) for rating in ratings]
    assessment = edition.assessment
    state = roll_up(members, assessment.workspace.settings.roll_up, assessment.states).state
    return edition.status(state) if state else None


def by_service(edition: Edition, ratings: Sequence[IndicatorRating]) -> Breakdown:
    """Return the counts by service, those of no service last."""
    return _by(edition, "service", ratings, lambda service: service)


def by_holder(edition: Edition, thing: str, ratings: Sequence[IndicatorRating]) -> Breakdown:
    """Return the counts by the portfolio or committee that services come under, those of none last."""

    def holder(service: str) -> str:
        found = edition.get(service, "service")
        named = edition.get(edition.value(found.record, thing), thing) if found else None
        return named.id if named else ""

    return _by(edition, thing, ratings, holder)


def _by(edition: Edition, thing: str, ratings: Sequence[IndicatorRating], key: Callable[[str], str]) -> Breakdown:
    """Return the counts by what `key` makes of each indicator's service; empty stands for none."""
    found: dict[str, list[IndicatorRating]] = {id_: [] for id_ in (*(one.id for one in edition.of(thing)), "")}
    for rating in ratings:
        found[key(edition.service(rating.subject))].append(rating)
    named = ((edition.named(id_, by_title=True) if id_ else f"No {edition.term(thing)}", id_) for id_ in found)
    return breakdown(edition, capital(edition.term(thing)), ratings, [Group(title, found[id_]) for title, id_ in named])


def by_aspiration(edition: Edition, thing: str, ratings: Sequence[IndicatorRating]) -> Breakdown:
    """Return the counts by priority or corporate objective, of what measures it or any objective that serves it.

    Those under none come last. What only contributes indirectly is told beside it and not counted under it.
    """
    groups = [
        _group(edition, ratings, standing(edition.assessment, one, edition.shows))
        for one in edition.of(thing)
        if thing != "objective" or edition.assessment.thread.layer(one) == "corporate"
    ]
    under = {rating.subject.id for group in groups for rating in group.ratings}
    none = [rating for rating in ratings if rating.subject.id not in under]
    term = edition.term(thing)
    under_each = f"corporate {term}" if thing == "objective" else term
    groups.append(Group(f"Under no {under_each}", none))
    return replace(breakdown(edition, capital(term), ratings, groups), under=under_each)


def _group(edition: Edition, ratings: Sequence[IndicatorRating], found: Standing) -> Group:
    counted = {rating.subject.id for rating in ratings}
    own = [rating for rating in found.indicators if rating.subject.id in counted]
    indirect = sum(rating.subject.id in counted for rating in found.indirect)
    title, id_ = (edition.title(found.subject), found.subject.id) if found.subject else ("", "")
    return Group(title, own, id_, indirect)


def chart_of(edition: Edition, found: Breakdown) -> Chart:
    """Return the counts as stacked bars, a row of its table for each group and one for all."""
    bars = [
        StackedGroup(
            row["title"],
            (
                *(
                    Count(column.state.colour.value, edition.status(column.state).word, number, column.state.symbol)
                    for column, number in zip(found.columns, row["numbers"], strict=True)
                ),
                Count("grey", "Not rated", row["not_rated"]),
            ),
        )
        for row in found.rows
    ]
    return stacked(bars, plural(edition.term("indicator")), found.by)
