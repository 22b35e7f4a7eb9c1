"""How a risk's band follows from its score."""

from planwright.assessment import RiskRating
from planwright.quantity import shown

from .lines import Explanation, Line, sentence


def explain_risk(rating: RiskRating) -> Explanation:
    """Return how a risk's band follows from its score."""
    spot = rating.subject.spot
    named = (("before controls", rating.inherent, "inherent"), ("to be reached", rating.target, "target"))
    lines = [Line(label, shown(score), spot.at(field)) for label, score, field in named if score is not None]
    if rating.score is not None:
        lines.insert(0, Line("score", shown(rating.score), spot.at("current")))
    if rating.review_due:
        word = "was due" if rating.review_overdue else "due"
        lines.append(Line("next review", f"{word} {rating.review_due.isoformat()}", spot.at("reviewed")))
    headline = f"{rating.state.word}. {sentence(rating.reason)}"
    return Explanation(rating.subject.id, rating.subject.title, rating.state.key, headline, tuple(lines))
