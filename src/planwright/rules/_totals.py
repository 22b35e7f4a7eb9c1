"""How a whole and its parts disagree, in words: a year and its quarters, a district and its wards, targets likewise."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from planwright.assessment import Assessment
from planwright.assessment.aggregation import Measured, aggregate, measured
from planwright.assessment.collecting import collecting
from planwright.assessment.figures import Figure
from planwright.kinds.indicators import Indicator
from planwright.period import Period
from planwright.quantity import grouped, is_per_cent, total
from planwright.workspace import Subject

from ._targets import Stated, targets

_MAKE = {
    "sum": "add up to",
    "mean": "have a mean of",
    "latest": "end at",
    "cumulative": "end at",
    "weighted": "make, weighted,",
}
_HUNDREDTH = Decimal("0.01")


def parts_apart(indicator: Indicator, figure: Figure, results: Mapping[Period, Figure]) -> str:
    """Return how a longer period's given figure and its parts disagree; empty where they agree or may yet change."""
    how, months = indicator.aggregation or "", collecting(indicator).months
    if how not in _MAKE or figure.period.months <= months:
        return ""
    found = [results.get(part) for part in figure.period.parts(months)]
    parts = [one.result for one in found if one]
    if len(parts) < len(found) or any(one.provisional for one in (figure.result, *parts)):
        return ""
    given, made = measured(indicator, figure.result), aggregate(indicator, parts)
    if given is None or made is None:
        return ""
    values = [value for one in parts if (value := measured(indicator, one)) is not None]
    room = _room(given, values, made)
    return f"its parts {_MAKE[how]} {_near(made)}, but {grouped(given)} is given" if abs(given - made) > room else ""


def _room(given: Decimal, parts: Sequence[Decimal], made: Decimal) -> Decimal:
    """Return what rounding explains: one in the last digit given and half of one in each part's; of counts, nothing."""
    if all(one == one.to_integral_value() for one in (given, made, *parts)):
        return Decimal(0)
    return _digit(given) + total(_digit(part) for part in parts if part != part.to_integral_value()) / 2


def _digit(number: Decimal) -> Decimal:
    """Return one in the last digit of a number as it is written."""
    return Decimal(1).scaleb(min(int(number.as_tuple().exponent), 0))


def _near(number: Decimal) -> str:
    return grouped(number.quantize(_HUNDREDTH, ROUND_HALF_UP) if number != number.to_integral_value() else number)


def groups_apart(indicator: Indicator, figure: Figure) -> Iterator[str]:
    """Yield how an indicator's figure and those of all its areas or groups disagree."""
    names = indicator.breakdown.groups if indicator.breakdown else ()
    groups = [figure.result.groups[name] for name in names if name in figure.result.groups]
    if len(groups) < len(names) or not groups:
        return
    for field, what in (("numerator", "numerators"), ("denominator", "denominators")):
        yield _sum_apart([getattr(one, field) for one in groups], getattr(figure.result, field), what)
    values: list[Decimal | None] = [measured(indicator, one) for one in groups]
    whole = measured(indicator, figure.result)
    if indicator.aggregation == "sum":
        yield _sum_apart(values, whole, "values")
    elif is_per_cent(indicator.unit or ""):
        yield _beyond_all(values, figure.result, whole)


def _sum_apart(parts: Sequence[Decimal | None], whole: Decimal | None, what: str) -> str:
    known = [part for part in parts if part is not None]
    if whole is None or len(known) < len(parts):
        return ""
    made = total(known)
    apart = abs(made - whole) > _room(whole, known, made)
    return f"the {what} of its groups add up to {_near(made)}, but the whole has {grouped(whole)}" if apart else ""


def _beyond_all(parts: Sequence[Decimal | None], result: Measured, whole: Decimal | None) -> str:
    """Return that a percentage lies beyond those of all its groups, which no weights can make."""
    known = [part for part in parts if part is not None]
    if result.value is None or whole is None or len(known) < len(parts):
        return ""
    side = "above" if whole > max(known) + _digit(whole) else "below" if whole < min(known) - _digit(whole) else ""
    return f"{grouped(whole)} for the whole is {side} every one of its groups" if side else ""


def targets_apart(assessment: Assessment, subject: Subject) -> Iterator[tuple[Stated, str]]:
    """Yield each year's target, of a sum or a running total, that its periods' do not make, and each that falls."""
    how, months = subject.record.aggregation, collecting(subject.record).months
    if how not in {"sum", "cumulative"}:
        return
    known = {(one.group, one.period): one for one in targets(assessment, subject) if one.target.value is not None}
    for (group, period), one in known.items():
        before = known.get((group, period.previous))
        if how == "cumulative" and before and period.year == before.period.year and _of(one) < _of(before):
            yield one, f"{grouped(_of(one))} is less than the {grouped(_of(before))} of {before.period}, and it runs up"
        parts = [known.get((group, part)) for part in period.parts(months)] if period.months > months else [None]
        values = [_of(part) for part in parts if part]
        if len(values) < len(parts):
            continue
        made = total(values) if how == "sum" else values[-1]
        if abs(made - _of(one)) > _room(_of(one), values, made):
            yield one, f"those of its parts {_MAKE[how]} {_near(made)}, but {grouped(_of(one))} is given"


def _of(stated: Stated) -> Decimal:
    return stated.target.value if stated.target.value is not None else Decimal(0)
