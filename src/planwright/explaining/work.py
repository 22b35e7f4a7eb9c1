"""How the state of an action or milestone follows from its dates."""

from planwright.assessment import WorkRating

from .lines import Explanation, Line, sentence


def explain_work(rating: WorkRating) -> Explanation:
    """Return how the state of an action or milestone follows from its dates."""
    lines = []
    if rating.promised:
        lines.append(Line("first promised", str(rating.promised), rating.spot.at("due")))
    for index, slip in enumerate(rating.record.revised):
        reason = slip.reason or "no reason is given"
        lines.append(Line("moved to", f"{slip.to}: {reason}", rating.spot.at("revised", index)))
    if rating.done:
        lines.append(Line("done", rating.done.isoformat(), rating.spot.at("done")))
    if rating.contradiction:
        lines.append(Line("but", rating.contradiction, rating.spot.at("status")))
    headline = f"{rating.state.word}. {sentence(rating.reason)}"
    return Explanation(rating.id, rating.title, rating.state.key, headline, tuple(lines))
