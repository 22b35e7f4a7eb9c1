"""How risks stand: score and band on the council's scales, movement, and whether their review is overdue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from planwright.kinds.risk_log import DatedScore, Risk, RiskLog, Score
from planwright.kinds.settings import Band, RiskScales
from planwright.workspace import Subject

from .ending import ended
from .states import STATES, Colour, State

_QUARTER = 92  # the guidance asks for a look at least every quarter


@dataclass(frozen=True, slots=True)
class RiskRating:
    """How one risk stands: its state carries the band's name and colour.

    `current` is the score at the date, and `score` its number: None where the risk has none or its words are not on the
    scale. `movement` is up, down, same or new, against the last score before it in the history. `review_due` is None
    only for closed risks.
    """

    subject: Subject
    state: State
    reason: str
    current: Score | None = None
    score: Decimal | None = None
    band: Band | None = None
    inherent: Decimal | None = None
    target: Decimal | None = None
    movement: str = "new"
    review_due: date | None = None
    review_overdue: bool = False
    above_line: bool = False


def score_of(score: Score | None, scales: RiskScales) -> Decimal | None:
    """Return a score on the council's scales: positions from 1 multiplied or added; None where a word is unknown."""
    if score is None or score.likelihood not in scales.likelihood or score.impact not in scales.impact:
        return None
    likelihood = scales.likelihood.index(score.likelihood) + 1
    impact = scales.impact.index(score.impact) + 1
    return Decimal(likelihood * impact if scales.scoring == "product" else likelihood + impact)


def band_of(score: Decimal | None, scales: RiskScales) -> Band | None:
    """Return the highest band whose lower end the score reaches."""
    reached = [band for band in scales.bands if score is not None and band.from_ <= score]
    return max(reached, key=lambda band: band.from_, default=None)


def rate_risk(subject: Subject, scales: RiskScales, as_at: date, states: Mapping[str, State] = STATES) -> RiskRating:
    """Return the rating of one risk at a date; `states` gives the council's words."""
    risk: Risk = subject.record
    if risk.closed and risk.closed <= as_at:
        reason = risk.closed_because or "no reason is given"
        return RiskRating(subject, states["closed"], f"closed {risk.closed.isoformat()}: {reason}")
    if over := ended(risk, as_at):
        return RiskRating(subject, states["retired"], over)
    current = _current(subject, risk, as_at)
    score = score_of(current, scales)
    band = band_of(score, scales)
    due = _review_due(subject, risk, band, as_at)
    overdue = due is None or due < as_at
    if score is None or band is None or current is None:
        why = _unscored(current, score)
        return RiskRating(subject, states["not-scored"], why, current, review_due=due, review_overdue=overdue)
    reason = f"likelihood {current.likelihood}, impact {current.impact}: scores {score}, {band.name}"
    state = State(band.colour, band.name.capitalize(), Colour(band.colour), rated=True)
    line = scales.escalate_from
    return RiskRating(
        subject,
        state,
        reason,
        current,
        score,
        band,
        score_of(risk.inherent, scales),
        score_of(risk.target, scales),
        _movement(earlier_scores(risk, current, as_at), score, scales),
        due,
        overdue,
        above_line=line is not None and score >= line,
    )


def _current(subject: Subject, risk: Risk, as_at: date) -> Score | None:
    """Return the score at a date: the last in the history by then, where today's was given later.

    Today's was given at the last review, or after the last score in the history. Where nothing is known of the time
    before, today's counts.
    """
    then = _history(risk, as_at)
    given = max((day for day in (_reviewed(subject, risk), *(one.on for one in risk.history)) if day), default=as_at)
    return then[-1] if then and given > as_at else risk.current


def earlier_scores(risk: Risk, current: Score, as_at: date) -> tuple[DatedScore, ...]:
    """Return the scores on record by a date, oldest first, without the one that was current then."""
    return tuple(one for one in _history(risk, as_at) if one is not current)


def _history(risk: Risk, as_at: date) -> tuple[DatedScore, ...]:
    return tuple(sorted((one for one in risk.history if one.on <= as_at), key=lambda one: one.on))


def _reviewed(subject: Subject, risk: Risk) -> date | None:
    """Return when a risk was last reviewed, itself or with its log."""
    log = subject.parent.record if subject.parent else None
    return risk.reviewed or (log.reviewed if isinstance(log, RiskLog) else None)


def _unscored(current: Score | None, score: Decimal | None) -> str:
    if current is None:
        return "has no current score"
    if score is None:
        return "its words are not on the scales in the settings"
    return f"its score of {score} is in none of the bands in the settings"


def _review_due(subject: Subject, risk: Risk, band: Band | None, as_at: date) -> date | None:
    """Return when the next review is due, counted from the last by a date that is on record; None without any."""
    reviewed, then = _reviewed(subject, risk), _history(risk, as_at)
    if reviewed and reviewed > as_at and then:
        reviewed = then[-1].on
    days = band.review_days if band else _QUARTER
    by_band = reviewed + timedelta(days=days) if reviewed else None
    asked = None if risk.review_by and reviewed and reviewed >= risk.review_by else risk.review_by
    dates = [day for day in (asked, by_band) if day]
    return min(dates, default=None)


def _movement(before: Sequence[Score], score: Decimal, scales: RiskScales) -> str:
    """Return how the score moved since the last of those before it."""
    earlier = [found for old in before if (found := score_of(old, scales)) is not None]
    if not earlier:
        return "new"
    return "up" if score > earlier[-1] else "down" if score < earlier[-1] else "same"
