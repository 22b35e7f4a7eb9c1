"""How an improvement plan stands, and what it still asks for."""

from planwright.assessment import Assessment, PipRating

from .lines import Explanation, Line, sentence


def explain_pip(assessment: Assessment, rating: PipRating) -> Explanation:
    """Return how an improvement plan stands, when progress is due, and which factors nothing is done about."""
    spot, pip = rating.subject.spot, rating.subject.record
    indicator = assessment.workspace.get(pip.indicator)
    about = indicator.title if indicator else rating.subject.title
    lines = [
        Line("indicator", pip.indicator, spot.at("indicator")),
        Line("opened", pip.opened.isoformat(), spot.at("opened")),
    ]
    if rating.progress_due:
        word = "was due" if rating.progress_overdue else "due"
        lines.append(Line("next progress", f"{word} {rating.progress_due.isoformat()}", spot.at("progress")))
    for factor in rating.unaddressed:
        found = assessment.workspace.get(factor.id, "factor")
        text = f"{factor.id}: {factor.text}; no solution takes it up"
        lines.append(Line("not addressed", text, found.spot if found else None))
    headline = f"{rating.state.word}. {sentence(rating.reason)}"
    return Explanation(rating.subject.id, about, rating.state.key, headline, tuple(lines))
