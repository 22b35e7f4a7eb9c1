"""The biggest improvements and drops since the same period last year, in per cent of the earlier figure."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext

from planwright.assessment import IndicatorRating
from planwright.explaining.printed import printed_period
from planwright.quantity import PRECISION, is_yes_no
from planwright.reports._edition import Edition, View
from planwright.reports._indicators import status_of
from planwright.reports._measuring import measure_at

MOST = 5
_PLACES = 1  # decimals of a movement in per cent


@dataclass(frozen=True, slots=True)
class _Move:
    """How far an indicator moved, in per cent of where it was; more than nought is better."""

    rating: IndicatorRating
    before: Decimal
    share: Decimal


def movers(edition: Edition, ratings: Iterable[IndicatorRating]) -> View:
    """Return the five that improved most and the five that fell back most, and how many could be compared.

    Only rated results for which more or less is better; a figure that was 0 gives no percentage.
    """
    compared = [move for rating in ratings if (move := _move(rating))]
    ordered = sorted(compared, key=lambda move: (-abs(move.share), move.rating.subject.id))
    return {
        "compared": len(compared),
        "most": MOST,
        "better": [_row(edition, move) for move in ordered if move.share > 0][:MOST],
        "worse": [_row(edition, move) for move in ordered if move.share < 0][:MOST],
    }


def _move(rating: IndicatorRating) -> _Move | None:
    indicator, direction = rating.subject.record, rating.last_year
    if not rating.state.rated or rating.value is None or direction is None or not direction.value:
        return None
    if indicator.polarity not in {"higher", "lower"} or is_yes_no(indicator.unit or ""):
        return None
    if direction.key == "not-comparable":
        return None
    sign = 1 if indicator.polarity == "higher" else -1
    moved = direction.key in {"improved", "declined"}
    with localcontext(prec=PRECISION):
        gain = sign * (rating.value - direction.value) * 100 / abs(direction.value)
    return _Move(rating, direction.value, gain if moved else Decimal(0))


def _row(edition: Edition, move: _Move) -> View:
    rating = move.rating
    measure = measure_at(edition, rating).beside(rating.value, [move.before])
    earlier = rating.last_year.period if rating.last_year else rating.period
    return {
        "id": rating.subject.id,
        "title": edition.title(rating.subject),
        "status": status_of(edition, rating),
        "value": measure.said(rating.value),
        "was": measure.said(move.before),
        "period": printed_period(rating.period),
        "earlier": printed_period(earlier),
        "share": f"{abs(move.share):,.{_PLACES}f}%",
    }
