"""How a risk's band follows from its score, and which score would be in another."""

from collections.abc import Iterator
from datetime import date

from planwright.assessment import Assessment, RiskRating
from planwright.assessment.risks import band_of, earlier_scores, score_of
from planwright.kinds.risk_log import RiskLog, Score
from planwright.kinds.settings import RiskScales
from planwright.quantity import shown
from planwright.wording import listed, number_of
from planwright.workspace import Spot

from .lines import Explanation, Line, council_line, sentence

_MOVED = {"up": "up from", "down": "down from", "same": "no change from"}


def explain_risk(assessment: Assessment, rating: RiskRating) -> Explanation:
    """Return how a risk's band follows from its score, on the council's scales."""
    headline = f"{rating.state.word}. {sentence(rating.reason)}"
    return Explanation(
        rating.subject.id, rating.subject.title, rating.state.key, headline, tuple(_lines(assessment, rating))
    )


def _lines(assessment: Assessment, rating: RiskRating) -> Iterator[Line]:
    scales, spot = assessment.workspace.settings.risks, rating.subject.spot
    yield from _score_lines(rating, scales, assessment.as_at)
    if rating.state.key not in {"closed", "retired"}:
        yield from _band_lines(rating, scales)
    if rating.score is not None:
        yield from _escalation_lines(assessment, rating, scales)
    if rating.review_due:
        word = "was due" if rating.review_overdue else "due"
        every = f", every {number_of(rating.band.review_days, 'day')} in this band" if rating.band else ""
        yield Line("next review", f"{word} {rating.review_due.isoformat()}{every}", spot.at("reviewed"))
    elif rating.review_overdue:
        yield Line("next review", "it was never reviewed", spot)


def _score_lines(rating: RiskRating, scales: RiskScales, as_at: date) -> Iterator[Line]:
    spot, risk = rating.subject.spot, rating.subject.record
    if rating.score is not None:
        yield Line("score", f"{shown(rating.score)}: {_worked_out(rating.current, scales)}", _where(rating))
        sign = "times" if scales.scoring == "product" else "plus"
        yield council_line("scored", f"likelihood {sign} impact, counted from 1", scales, "risks", "scoring")
    if rating.inherent is not None:
        text = f"{shown(rating.inherent)}: {_worked_out(risk.inherent, scales)}"
        yield Line("before controls", text, spot.at("inherent"))
    if rating.target is not None:
        gap = rating.score - rating.target if rating.score is not None else None
        apart = f"; {shown(gap)} to go" if gap and gap > 0 else "; reached" if gap is not None else ""
        yield Line(
            "to be reached", f"{shown(rating.target)}: {_worked_out(risk.target, scales)}{apart}", spot.at("target")
        )
    known = earlier_scores(risk, rating.current, as_at) if rating.current else ()
    if known and rating.score is not None and (before := score_of(known[-1], scales)) is not None:
        text = f"{_MOVED[rating.movement]} {shown(before)} at the review of {known[-1].on.isoformat()}"
        yield Line("movement", text, spot.at("history"))


def _where(rating: RiskRating) -> Spot:
    """Return where the score stands that counted at the date."""
    history = [index for index, one in enumerate(rating.subject.record.history) if one is rating.current]
    return rating.subject.spot.at("history", *history) if history else rating.subject.spot.at("current")


def _worked_out(score: Score | None, scales: RiskScales) -> str:
    if score is None:
        return "not scored"
    parts = (("likelihood", score.likelihood, scales.likelihood), ("impact", score.impact, scales.impact))
    return ", ".join(f"{name} {word} ({words.index(word) + 1} of {len(words)})" for name, word, words in parts)


def _band_lines(rating: RiskRating, scales: RiskScales) -> Iterator[Line]:
    ordered = sorted(scales.bands, key=lambda band: band.from_)
    bands = ", ".join(f"{band.name} from {shown(band.from_)} ({band.colour})" for band in ordered)
    yield council_line("bands", bands, scales, "risks", "bands")
    if rating.score is None:
        words = f"likelihood ({listed(scales.likelihood, 'or')}) and impact ({listed(scales.impact, 'or')})"
        yield Line("what would change it", f"a current score of {words}")
        return
    found = [f"a score of {score} would make it {name}" for score, name in _nearest(rating, scales)]
    if found:
        yield Line("what would change it", "; ".join(found))


def _nearest(rating: RiskRating, scales: RiskScales) -> Iterator[tuple[str, str]]:
    """Yield the scores nearest below and above that are in another band, of those the scales can give."""
    every = (Score(likelihood=one, impact=other) for one in scales.likelihood for other in scales.impact)
    scores = sorted({found for one in every if (found := score_of(one, scales)) is not None})
    other = [(score, band) for score in scores if (band := band_of(score, scales)) and band != rating.band]
    below = [one for one in other if rating.score is not None and one[0] < rating.score]
    above = [one for one in other if rating.score is not None and one[0] > rating.score]
    for score, band in (*below[-1:], *above[:1]):
        yield f"{shown(score)} or {'less' if (score, band) in below else 'more'}", band.name


def _escalation_lines(assessment: Assessment, rating: RiskRating, scales: RiskScales) -> Iterator[Line]:
    if scales.escalate_from is None:
        return
    line, subject = f"from {shown(scales.escalate_from)} a risk stands in the corporate log", rating.subject
    log = subject.root.record
    carried = subject.record.escalated_to
    if isinstance(log, RiskLog) and log.corporate:
        text = f"{line}, as this one does"
    elif carried:
        found = assessment.workspace.get(carried)
        text = f"{line}; this one is carried there by {carried}{f', {found.title}' if found else ''}"
    else:
        text = f"{line}; this one {'should, and does not' if rating.above_line else 'need not'}"
    yield council_line("escalation", text, scales, "risks", "escalate_from")
