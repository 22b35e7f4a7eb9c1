"""What each post is asked for: results that are due or may still change, and those that stand and can be mended."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from planwright.assessment import Assessment, IndicatorRating
from planwright.assessment.collecting import collecting
from planwright.assessment.ending import ended
from planwright.kinds.indicators import Indicator
from planwright.kinds.results import GroupResult, Result
from planwright.page import printed_date
from planwright.period import Period, parse_period, shifted
from planwright.wording import listed
from planwright.workspace import Subject

from .columns import standing

_LOOKING_BACK = -12  # months for which a result that never came is still asked for


@dataclass(frozen=True, slots=True)
class Row:
    """One result asked for: of an indicator, or one of its groups, in a period.

    `wanted` says in words what is asked, `due` whether anything must be answered at all, and `stands` holds what is in
    the plan already, by field, as text.
    """

    subject: Subject
    period: Period
    group: str
    wanted: str
    due: bool
    stands: Mapping[str, str]

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from all others: indicator, period, group."""
        return self.subject.id, str(self.period), self.group


@dataclass(frozen=True, slots=True)
class Return:
    """What one post is asked for."""

    assessment: Assessment
    post: Subject
    rows: tuple[Row, ...]

    @property
    def due(self) -> int:
        """How many rows must be answered."""
        return sum(row.due for row in self.rows)


def returns(
    assessment: Assessment, posts: Collection[str] = (), services: Collection[str] = (), period: str = ""
) -> tuple[Return, ...]:
    """Return what is asked of each post that has anything to answer, by the post's id.

    `posts` and `services` (ids; none for all) say whose indicators are meant, `period` for which months; where it is
    empty, each indicator's current period is meant and what never came in the twelve months before.
    """
    found: dict[str, list[Row]] = {}
    for subject in assessment.workspace.of("indicator"):
        owner = assessment.workspace.get(subject.record.owner, "post")
        if owner is None or ended(subject.record, assessment.as_at):
            continue
        if (posts and owner.id not in posts) or (services and assessment.service(subject) not in services):
            continue
        found.setdefault(owner.id, []).extend(_rows(assessment, subject, period))
    asked = (
        Return(assessment, assessment.workspace.find(post, "post"), _due_first(found[post])) for post in sorted(found)
    )
    return tuple(one for one in asked if one.due)


def _due_first(rows: list[Row]) -> tuple[Row, ...]:
    """Return rows with those of results that must be answered before all others, else as they were."""
    due = {row.key[:2] for row in rows if row.due}
    return tuple(sorted(rows, key=lambda row: row.key[:2] not in due))


def unowned(assessment: Assessment, period: str = "") -> tuple[str, ...]:
    """Return the ids of indicators from which something is due but for which no post answers."""
    return tuple(
        subject.id
        for subject in assessment.workspace.of("indicator")
        if assessment.workspace.get(subject.record.owner, "post") is None
        and not ended(subject.record, assessment.as_at)
        and any(row.due for row in _rows(assessment, subject, period))
    )


def _rows(assessment: Assessment, subject: Subject, period: str) -> Iterator[Row]:
    for one in _periods(assessment, subject, period):
        rating = assessment.ratings.rate(subject, one)
        result = _given(assessment, subject, one)
        groups = subject.record.breakdown.groups if subject.record.breakdown else ()
        lacking = [name for name in groups if name not in (result.groups if result else {})]
        wanted, due = _wanted(assessment, rating, result, lacking, early=bool(period))
        if not wanted:
            continue
        yield Row(subject, one, "", wanted, due, standing(subject.record, result))
        for name in groups:
            told = "Its own figure, if it is known" if name in lacking else "Given. Change it only if it is wrong"
            of_group: GroupResult | None = result.groups.get(name) if result else None
            yield Row(subject, one, name, told, due and name in lacking, standing(subject.record, of_group))


def _given(assessment: Assessment, subject: Subject, period: Period) -> Result | None:
    figure = assessment.ratings.figure(subject, period)
    return figure.result if figure else None


def _periods(assessment: Assessment, subject: Subject, asked: str) -> Iterator[Period]:
    """Yield the periods in which a result of an indicator may be asked for, oldest first."""
    indicator: Indicator = subject.record
    how = collecting(indicator)
    first = assessment.ratings.first_period(indicator)
    current = assessment.ratings.current_period(subject)
    if asked:
        whole = parse_period(asked, assessment.figures.start(indicator))
        parts = whole.parts(how.months) if whole.months >= how.months else ()
        known = [one for one in parts if assessment.ratings.calendar.collects(indicator, one)]
    else:
        known = [current]
        back = shifted(assessment.as_at, _LOOKING_BACK)
        while first and (earlier := how.earlier(known[0])) >= first and earlier.last >= back:
            known.insert(0, earlier)
    yield from (one for one in known if one.first <= assessment.as_at and (not first or one >= first))


def _wanted(
    assessment: Assessment, rating: IndicatorRating, result: Result | None, lacking: list[str], *, early: bool
) -> tuple[str, bool]:
    """Return what is asked for in words, and whether it must be answered; empty where nothing is asked."""
    _, last = assessment.ratings.calendar.due(rating.subject.record, rating.period)
    if rating.state.key == "late":
        return f"Late: it was due by {printed_date(last)}", True
    if rating.state.key == "awaited" or (rating.state.key == "not-due" and early):
        return f"Due by {printed_date(last)}", True
    if result is None:
        return "", False
    if result.provisional:
        return "Provisional. Say whether it is final now, or correct it", True
    if rating.period != assessment.ratings.current_period(rating.subject) and not early:
        return "", False
    if lacking and result.missing is None:
        return f"Given, but not yet for {listed(lacking)}", True
    return "Given. Change it only if it is wrong", False
