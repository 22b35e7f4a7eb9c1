"""A rating in one short paragraph, as papers print it below a table: no files, no lines, nothing people wrote."""

from collections.abc import Iterator

from planwright.assessment import IndicatorRating
from planwright.assessment.placing import Placed
from planwright.assessment.states import WORKED_OUT
from planwright.wording import capital

from .changing import would_change
from .indicators import BETTER, result_text, target_words
from .lines import Line, sentence
from .others import average_line
from .printed import printed_period, with_printed_dates
from .ruling import rule_lines


def footnote(rating: IndicatorRating) -> str:
    """Return how a rating follows, for the foot of a paper: figures, rule, who set it, and what would change it.

    It says what `why` says. Reasons, rationales and who judged are left out: which of them a reader may see is for the
    edition to decide.
    """
    parts = [f"{printed_period(rating.period)}: {rating.state.word}."]
    parts += [sentence(with_printed_dates(text)) for text in _statements(rating)]
    return " ".join(parts)


def _statements(rating: IndicatorRating) -> Iterator[str]:
    indicator = rating.subject.record
    unit = indicator.unit or ""
    if rating.value is not None:
        yield f"Result {result_text(rating, rating.value)}"
    if rating.target:
        how = f" ({rating.target.how})" if rating.target.how else ""
        yield f"Target {target_words(rating.target.target, unit, indicator.polarity)}{how}"
    if _ours(rating):
        yield rating.reason
    if rating.basis == "manual" and (judged := rating.judgement):
        yield f"A judgement given on {judged.on.isoformat()}"
    if indicator.polarity != "none" and (rating.placed or rating.basis == "manual"):
        if not rating.reason.endswith("is better"):
            yield BETTER[indicator.polarity]
        yield from (_said(line) for line in rule_lines(rating) if line.label != "boundary" or _on_edge(rating))
        if rating.basis == "benchmark":
            yield from (_said(line) for line in average_line(rating))
    if changed := would_change(rating):
        yield changed if rating.placed else f"It can be rated once there is {changed}"


def _said(line: Line) -> str:
    return f"{capital(line.label)}: {line.text}"


def _ours(rating: IndicatorRating) -> bool:
    """Whether the reason is in our own words."""
    ranked = rating.basis == "benchmark" and rating.state.rated
    return isinstance(rating.verdict, Placed) or ranked or rating.state.key in WORKED_OUT


def _on_edge(rating: IndicatorRating) -> bool:
    """Whether the result stands exactly on an edge, so that it matters which side that belongs to."""
    return rating.scale is not None and any(step.edge == rating.value for step in rating.scale.steps)
