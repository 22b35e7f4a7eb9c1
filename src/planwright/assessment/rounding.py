"""How many decimals of a value people see; ratings never use a rounded one."""

from decimal import ROUND_HALF_UP, Decimal

_UNSTATED = 2


def rounded(value: Decimal, decimals: int | None) -> Decimal:
    """Return a value rounded half up to the decimals stated; with none stated to two at most, without closing zeros."""
    if decimals is not None:
        return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    exponent = int(value.as_tuple().exponent)
    short = value if -exponent <= _UNSTATED else value.quantize(Decimal(1).scaleb(-_UNSTATED), ROUND_HALF_UP)
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short.normalize()
