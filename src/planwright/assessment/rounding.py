"""How many decimals of a value people see, and which way they are rounded; ratings never use a rounded one."""

from collections.abc import Iterable, Mapping
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from types import MappingProxyType

from planwright.kinds.settings import Display
from planwright.quantity import PLACES, PRECISION

_UNSTATED = 2
_WAYS: Mapping[str, str] = MappingProxyType(
    {"half up": ROUND_HALF_UP, "half even": ROUND_HALF_EVEN, "down": ROUND_DOWN},
)
_OURS = Display()


def rounded(value: Decimal, decimals: int | None, display: Display = _OURS) -> Decimal:
    """Return a value as people see it: the settings' way, to the decimals stated, else to the settings'.

    With none stated anywhere to two at most, without closing zeros.
    """
    wanted = display.decimals if decimals is None else decimals
    way = _WAYS[display.rounding]
    with localcontext(prec=PRECISION):
        if wanted is not None:
            return value.quantize(Decimal(1).scaleb(-wanted), way)
        exponent = int(value.as_tuple().exponent)
        short = value if -exponent <= _UNSTATED else value.quantize(Decimal(1).scaleb(-_UNSTATED), way)
        return short.quantize(Decimal(1)) if short == short.to_integral_value() else short.normalize()


def decimals_beside(
    value: Decimal, limits: Iterable[Decimal], decimals: int | None, display: Display = _OURS
) -> int | None:
    """Return to how many decimals a value and its limits must be shown, so that it is seen on its side of each.

    Those stated where they are enough (None where none are); 94.96 against a target of 95 needs two where one is
    stated. Never more than six.
    """
    ends = tuple(limits)
    wanted = display.decimals if decimals is None else decimals
    first = _UNSTATED if wanted is None else wanted
    enough: tuple[int | None, ...] = (wanted, *range(first + 1, PLACES + 1))
    for places in enough:
        if all(_side(value, end) == _side(*(rounded(one, places, display) for one in (value, end))) for end in ends):
            return places
    return PLACES


def _side(value: Decimal, limit: Decimal) -> int:
    return (value > limit) - (value < limit)
