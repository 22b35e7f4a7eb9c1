"""Risks as papers show them: the heat map on the council's scales, the log, movement and reviews."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from planwright.assessment import RiskRating
from planwright.assessment.risks import band_of, earlier_scores, score_of
from planwright.charts import Chart, Square, heat_map
from planwright.kinds.risk_log import Score
from planwright.page import Status, printed_date
from planwright.reports._edition import Edition, View
from planwright.workspace import Subject

_MOVEMENTS = {"same": "no change", "new": "first score"}
_ENDED = frozenset({"closed", "retired"})


def risk_row(edition: Edition, subject: Subject) -> View:
    """Return a risk's own fields with how it stands."""
    rating = edition.assessment.risks[subject.id]
    open_ = is_open(edition, subject)
    item = edition.item(subject)
    return (
        item
        | _end(item)
        | _scores(edition, item, rating)
        | {
            "opportunity": _is_opportunity(subject),
            "status": risk_status(edition, rating),
            "open": open_,
            "score": _whole(rating.score),
            "inherent_score": _whole(rating.inherent),
            "target_score": _whole(rating.target),
            "movement": _MOVEMENTS.get(rating.movement, rating.movement) if rating.score is not None else "",
            "review_due": printed_date(rating.review_due) if rating.review_due else "",
            "review_overdue": open_ and rating.review_overdue,
            "above_line": rating.above_line,
        }
    )


def _scores(edition: Edition, item: View, rating: RiskRating) -> View:
    """Return the score at the date and those before it, as far as the edition shows them."""
    if rating.current is None or not item["current"]:
        return {}
    earlier = earlier_scores(rating.subject.record, rating.current, edition.assessment.as_at) if item["history"] else ()
    return {"current": edition.data(rating.current), "history": [edition.data(one) for one in earlier]}


def is_open(edition: Edition, subject: Subject) -> bool:
    """Whether a risk still stands."""
    return edition.assessment.risks[subject.id].state.key not in _ENDED


def _is_opportunity(subject: Subject) -> bool:
    return bool(subject.record.nature == "opportunity")


def threats(subjects: Sequence[Subject]) -> list[Subject]:
    """Return the risks that are not opportunities, of which a high score would be good."""
    return [subject for subject in subjects if not _is_opportunity(subject)]


def _end(item: View) -> View:
    """Return when and why a risk ended, whichever way it did."""
    retired = item["retired"] or {"on": None, "reason": ""}
    merged = f"merged into {item['merged_into']['title']}" if item["merged_into"] else ""
    return {
        "ended": item["closed"] or retired["on"],
        "ended_because": item["closed_because"] or retired["reason"] or merged,
    }


def risk_status(edition: Edition, rating: RiskRating) -> Status:
    """Return a risk's state: its band in the council's own word, or that it is closed or has no score.

    The bands' colours are those of threats; an opportunity has none.
    """
    if not rating.band:
        return edition.status(rating.state)
    return Status("grey" if _is_opportunity(rating.subject) else rating.state.colour.value, rating.state.word)


def by_score(edition: Edition, subjects: Sequence[Subject]) -> list[Subject]:
    """Return risks with the highest score first, those without one last."""
    ratings = edition.assessment.risks
    return sorted(subjects, key=lambda subject: -(ratings[subject.id].score or Decimal(0)))


def highest(edition: Edition, subjects: Sequence[Subject], most: int) -> list[Subject]:
    """Return the highest threats among some, at least so many and all that tie with the last of them.

    One that another of them carries is not told twice; one without a score not at all.
    """
    ratings = edition.assessment.risks
    known = {subject.id for subject in subjects if is_open(edition, subject)}
    scored = [
        subject
        for subject in by_score(edition, threats(subjects))
        if ratings[subject.id].score is not None and str(subject.record.escalated_to) not in known
    ]
    scores = [ratings[subject.id].score for subject in scored]
    return scored[:most] + [
        one for one, score in zip(scored[most:], scores[most:], strict=True) if score == scores[most - 1]
    ]


def risk_map(edition: Edition, subjects: Sequence[Subject]) -> Chart | None:
    """Return the heat map of the open threats among some; None where none of them has a score."""
    scales = edition.assessment.workspace.settings.risks
    ratings = (edition.assessment.risks[subject.id] for subject in threats(subjects))
    standing = Counter(
        (rating.current.likelihood, rating.current.impact)
        for rating in ratings
        if rating.score is not None and rating.current is not None
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
