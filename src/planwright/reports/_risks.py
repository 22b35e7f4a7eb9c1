"""Risks as papers show them: the heat map on the council's scales, the log, movement and reviews."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from planwright.assessment import RiskRating
from planwright.assessment.risks import band_of, score_of
from planwright.charts import Chart, Square, heat_map
from planwright.kinds.risk_log import Score
from planwright.page import Status, printed_date
from planwright.reports._edition import Edition, View
from planwright.workspace import Subject

_MOVEMENTS = {"up": "↑ up", "down": "↓ down", "same": "→ same", "new": "first score"}


def risk_row(edition: Edition, subject: Subject) -> View:
    """Return a risk's own fields with how it stands."""
    rating = edition.assessment.risks[subject.id]
    open_ = rating.state.key != "closed"
    return edition.item(subject) | {
        "status": risk_status(edition, rating),
        "open": open_,
        "score": _whole(rating.score),
        "inherent_score": _whole(rating.inherent),
        "target_score": _whole(rating.target),
        "movement": _MOVEMENTS[rating.movement] if rating.score is not None else "",
        "review_due": printed_date(rating.review_due) if rating.review_due else "",
        "review_overdue": open_ and rating.review_overdue,
        "above_line": rating.above_line,
    }


def risk_status(edition: Edition, rating: RiskRating) -> Status:
    """Return a risk's state: its band in the council's own word, or that it is closed or has no score."""
    return Status(rating.state.colour.value, rating.state.word) if rating.band else edition.status(rating.state)


def by_score(edition: Edition, subjects: Sequence[Subject]) -> list[Subject]:
    """Return risks with the highest score first, those without one last."""
    ratings = edition.assessment.risks
    return sorted(subjects, key=lambda subject: -(ratings[subject.id].score or Decimal(0)))


def risk_map(edition: Edition, subjects: Sequence[Subject]) -> Chart | None:
    """Return the heat map of the open risks among some; None where none of them has a score."""
    scales = edition.assessment.workspace.settings.risks
    ratings = (edition.assessment.risks[subject.id] for subject in subjects)
    standing = Counter(
        (rating.subject.record.current.likelihood, rating.subject.record.current.impact)
        for rating in ratings
        if rating.score is not None
    )
    if not standing:
        return None
    squares = [
        [_square(edition, likelihood, impact, standing[likelihood, impact]) for impact in scales.impact]
        for likelihood in reversed(scales.likelihood)
    ]
    return heat_map(tuple(reversed(scales.likelihood)), scales.impact, squares)


def _square(edition: Edition, likelihood: str, impact: str, number: int) -> Square:
    scales = edition.assessment.workspace.settings.risks
    band = band_of(score_of(Score(likelihood=likelihood, impact=impact), scales), scales)
    rank = scales.bands.index(band) + 1 if band else 0
    return Square(band.colour if band else "grey", band.name if band else "no band", number, rank)


def _whole(score: Decimal | None) -> str:
    return "" if score is None else f"{score:f}"
