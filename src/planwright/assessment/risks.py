"""How risks stand: score and band on the council's scales, movement, and whether their review is overdue."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from planwright.kinds.risk_log import Risk, RiskLog, Score
from planwright.kinds.settings import Band, RiskScales
from planwright.workspace import Subject

from .ending import ended
from .states import STATES, Colour, State

_QUARTER = 92  # the guidance asks for a look at least every quarter


@dataclass(frozen=True, slots=True)
class RiskRating:
    """How one risk stands: its state carries the band's name and colour.

    `score` is None where the risk has no current score or its words are not on the scale. `movement` is up, down, same
    or new, against the last score in its history. `review_due` is None only for closed risks.
    """

    subject: Subject
    state: State
    reason: str
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
    score = score_of(risk.current, scales)
    band = band_of(score, scales)
    due = _review_due(subject, risk, band)
    overdue = due is None or due < as_at
    if score is None or band is None or risk.current is None:
        return RiskRating(subject, states["not-scored"], _unscored(risk, score), review_due=due, review_overdue=overdue)
    reason = f"likelihood {risk.current.likelihood}, impact {risk.current.impact}: scores {score}, {band.name}"
    state = State(band.colour, band.name.capitalize(), Colour(band.colour), rated=True)
    line = scales.escalate_from
    return RiskRating(
        subject,
        state,
        reason,
        score,
        band,
        score_of(risk.inherent, scales),
        score_of(risk.target, scales),
        _movement(risk, score, scales, as_at),
        due,
        overdue,
        above_line=line is not None and score >= line,
    )


def _unscored(risk: Risk, score: Decimal | None) -> str:
    if risk.current is None:
        return "has no current score"
    if score is None:
        return "its words are not on the scales in the settings"
    return f"its score of {score} is in none of the bands in the settings"


def _review_due(subject: Subject, risk: Risk, band: Band | None) -> date | None:
    """Return when the next review is due; None where there never was one."""
    log = subject.parent.record if subject.parent else None
    reviewed = risk.reviewed or (log.reviewed if isinstance(log, RiskLog) else None)
    days = band.review_days if band else _QUARTER
    by_band = reviewed + timedelta(days=days) if reviewed else None
    asked = None if risk.review_by and reviewed and reviewed >= risk.review_by else risk.review_by
    dates = [day for day in (asked, by_band) if day]
    return min(dates, default=None)


def _movement(risk: Risk, score: Decimal, scales: RiskScales, as_at: date) -> str:
    """Return how the score moved since the last one on record by a date."""
    known = sorted((old for old in risk.history if old.on <= as_at), key=lambda old: old.on)
    earlier = [found for old in known if (found := score_of(old, scales)) is not None]
    if not earlier:
        return "new"
    return "up" if score > earlier[-1] else "down" if score < earlier[-1] else "same"
