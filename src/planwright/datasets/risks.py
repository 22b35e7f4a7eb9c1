"""Risks: what could go wrong or right, how it scores, who watches it and when it is next reviewed."""

from collections.abc import Iterator, Mapping

from planwright.assessment import RiskRating
from planwright.datasets import _states
from planwright.datasets._fields import Fields, text
from planwright.kinds.risk_log import Risk
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("id",)
LINKS: Mapping[str, str] = {}
_FIELDS = Fields(
    Risk,
    (
        "nature", "category", "cause", "event", "consequence", "objectives", "indicators", "controls",
        "inherent.likelihood", "inherent.impact", "current.likelihood", "current.impact", "target.likelihood",
        "target.impact", "response", "owner", "monitor", "reviewed", "escalated_to", "closed", "closed_because",
        "money", "note", "retired.on", "retired.reason",
    ),
)  # fmt: skip


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return what identifies a risk, how it stands, then its own fields."""
    return (
        Column("id", "string", "Unique and permanent."),
        Column("title", "string", "The risk in a line."),
        Column("service", "string", "The id of the service it belongs to; empty for the council's own."),
        *_states.COLUMNS,
        Column("score", "number", "The score today, on the council's scales."),
        Column("inherent_score", "number", "The score before any control."),
        Column("target_score", "number", "The score to be reached."),
        Column("movement", "string", "Against the last score before: up, down, same, or new where there was none."),
        Column("review_due", "date", "When the next review is due."),
        Column("review_overdue", "boolean", "Whether that day has passed, or no review is on record."),
        Column("above_line", "boolean", "Whether the score is one that the council carries in its corporate log."),
        *_FIELDS.columns(edition),
    )


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield every risk, in file order."""
    for subject in edition.of("risk"):
        rating = edition.assessment.risks[subject.id]
        yield (
            subject.id,
            text(edition.title(subject)),
            edition.service(subject) or None,
            *_states.cells(edition, rating.state),
            rating.score,
            rating.inherent,
            rating.target,
            rating.movement if rating.score is not None else None,
            rating.review_due,
            rating.review_overdue,
            rating.above_line,
            *_FIELDS.cells(edition, _as_scored(rating)),
        )


def _as_scored(rating: RiskRating) -> Risk:
    """Return the risk with the score it had at the date, so that its words and its score belong together."""
    risk: Risk = rating.subject.record
    if rating.current is None or rating.current == risk.current:
        return risk
    return risk.model_copy(update={"current": rating.current})
