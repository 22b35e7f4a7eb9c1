"""Everything in a plan that has a state, as one list: indicators, actions, milestones, risks and improvement plans."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from planwright.assessment import (
    Assessment,
    Colour,
    Direction,
    GroupRating,
    IndicatorRating,
    PipRating,
    RiskRating,
    State,
    WorkRating,
)
from planwright.assessment.figures import TargetUsed
from planwright.cli._session import words
from planwright.diagnostic import PlanwrightError
from planwright.nearest import did_you_mean
from planwright.workspace import Subject


@dataclass(frozen=True, slots=True)
class Item:
    """How one thing stands; what its type does not have is None.

    Numbers are texts, as in the plan; `previous`, `last_year`, `year_end` and `baseline` say how it moved since then,
    `groups` how its areas or groups stand; `subject` is the item it belongs to.
    """

    id: str
    type: str
    title: str
    service: str
    state: State
    reason: str
    subject: Subject
    period: str | None = None
    basis: str | None = None
    value: str | None = None
    target: str | None = None
    due: str | None = None
    previous: str | None = None
    last_year: str | None = None
    year_end: str | None = None
    baseline: str | None = None
    groups: tuple[GroupRating, ...] = ()
    forecast_state: str | None = None
    triggers: tuple[str, ...] = ()
    provisional: bool = False


def items_of(assessment: Assessment) -> Iterator[Item]:
    """Yield everything that has a state at the assessment's date, by type and then in file order."""
    for indicator in assessment.indicators.values():
        yield _indicator(indicator, assessment.service(indicator.subject))
    for work in assessment.work:
        yield _work(work, assessment.service(work.subject))
    for risk in assessment.risks.values():
        yield _risk(risk, assessment.service(risk.subject))
    for pip in assessment.pips.values():
        about = assessment.workspace.get(pip.subject.record.indicator)
        yield _pip(pip, assessment.service(pip.subject), about.title if about else "")


def states_asked(only: Iterable[str] | None, assessment: Assessment, items: Iterable[Item]) -> frozenset[str]:
    """Return the states and colours asked for; raises PlanwrightError for one the council has not.

    It names the nearest and lists those in use.
    """
    asked = frozenset(words(only))
    known = dict.fromkeys([*(colour.value for colour in Colour), *assessment.states])
    for word in sorted(asked - known.keys()):
        met = {name for item in items for name in (item.state.key, item.state.colour.value)}
        hint = did_you_mean(word, known)
        used = ", ".join(name for name in known if name in met)
        raise PlanwrightError(f"there is no state '{word}'; {f'{hint} In use: ' if hint else 'in use: '}{used}")
    return asked


def _indicator(rating: IndicatorRating, service: str) -> Item:
    return Item(
        id=rating.subject.id,
        type="indicator",
        title=rating.subject.title,
        service=service,
        state=rating.state,
        reason=rating.reason,
        subject=rating.subject,
        period=str(rating.period),
        basis=_basis(rating),
        value=written(rating.value),
        target=target_written(rating.target),
        previous=_moved(rating.previous),
        last_year=_moved(rating.last_year),
        year_end=_moved(rating.last_year_end),
        baseline=_moved(rating.baseline),
        groups=rating.groups,
        forecast_state=rating.forecast_state.key if rating.forecast_state else None,
        triggers=rating.fired,
        provisional=bool(rating.result and rating.result.provisional),
    )


def _basis(rating: IndicatorRating) -> str | None:
    """Return what a rating rests on; `computed` for a value worked out from its parts, None where there is nothing."""
    if rating.basis == "manual" and rating.judgement:
        return "manual"
    if rating.value is None:
        return None
    return rating.basis if rating.figure else "computed"


def _work(rating: WorkRating, service: str) -> Item:
    return Item(
        id=rating.id,
        type="action" if rating.index is None else "milestone",
        title=rating.title,
        service=service,
        state=rating.state,
        reason=rating.reason,
        subject=rating.subject,
        due=str(rating.due) if rating.due else None,
    )


def _risk(rating: RiskRating, service: str) -> Item:
    due = f"; its review was due {rating.review_due}" if rating.review_due else "; it was never reviewed"
    return Item(
        id=rating.subject.id,
        type="risk",
        title=rating.subject.title,
        service=service,
        state=rating.state,
        reason=rating.reason + (due if rating.review_overdue else ""),
        subject=rating.subject,
        value=written(rating.score),
        target=written(rating.target),
        due=str(rating.review_due) if rating.review_due else None,
        previous=rating.movement,
    )


def _pip(rating: PipRating, service: str, about: str) -> Item:
    late = f"; progress was due {rating.progress_due}" if rating.progress_overdue else ""
    return Item(
        id=rating.subject.id,
        type="pip",
        title=about or rating.subject.title,
        service=service,
        state=rating.state,
        reason=rating.reason + late,
        subject=rating.subject,
        due=str(rating.progress_due) if rating.progress_due else None,
    )


def written(number: Decimal | None) -> str | None:
    """Return a number as a text with all its decimals; None where there is none."""
    return None if number is None else format(number, "f")


def target_written(used: TargetUsed | None) -> str | None:
    """Return the one value or both ends of a target as a text; None where there is none."""
    ends = used.target.ends if used else ()
    return " to ".join(format(end, "f") for end in ends) or None


def _moved(direction: Direction | None) -> str | None:
    return direction.key if direction else None
