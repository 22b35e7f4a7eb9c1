"""What a spreadsheet states beside its figures (which way is good, the target, the unit), compared with the plan."""

import re
from collections.abc import Mapping
from decimal import Decimal

from planwright.assessment import Colour, State
from planwright.kinds.indicators import Indicator
from planwright.quantity import span
from planwright.records.scalars import parse_measure
from planwright.records.thread import Target
from planwright.visible import one_line

from .amounts import amount, tidy

_HIGHER = r"(?:bigger|larger|higher|high|more|greater|up)"
_LOWER = r"(?:smaller|lower|low|less|fewer|down)"
_GOOD = r"(?: (?:is|=|being) )?(?: ?(?:good|better|best))?"
_POLARITY = {
    "higher": re.compile(rf"{_HIGHER}{_GOOD}|maximi[sz]e|increas(?:e|ing)"),
    "lower": re.compile(rf"{_LOWER}{_GOOD}|minimi[sz]e|reduc(?:e|ing)|decreas(?:e|ing)"),
}
_LIMIT = {
    "higher": re.compile(r"(?:minimum|min\.?|at least|no less than|not less than|no fewer than|≥|>=)(?: of)? ?(.+)"),
    "lower": re.compile(r"(?:maximum|max\.?|at most|no more than|not more than|up to|within|≤|<=)(?: of)? ?(.+)"),
}
_RANGE = re.compile(r"(?:between )?([\d.,]+)(?: and | to |-|–)([\d.,]+)(.*)")
_WAYS = {"higher": "more is better", "lower": "less is better", "range": "a range is", "none": "neither way is"}
_STATUS = {
    "green": Colour.GREEN, "g": Colour.GREEN, "on track": Colour.GREEN, "on target": Colour.GREEN,
    "achieved": Colour.GREEN, "met": Colour.GREEN, "exceeded": Colour.GREEN, "ahead": Colour.GREEN,
    "amber": Colour.AMBER, "a": Colour.AMBER, "yellow": Colour.AMBER, "at risk": Colour.AMBER,
    "slightly off track": Colour.AMBER, "slightly off target": Colour.AMBER, "within tolerance": Colour.AMBER,
    "red": Colour.RED, "r": Colour.RED, "off track": Colour.RED, "off target": Colour.RED,
    "not met": Colour.RED, "not achieved": Colour.RED, "missed": Colour.RED, "behind": Colour.RED,
}  # fmt: skip


def check_polarity(text: str, words: Mapping[str, str], indicator: Indicator) -> None:
    """Raise ValueError where a sheet says that the other way is good, or says it in words that are not known."""
    plain = tidy(text).casefold()
    own = {tidy(theirs).casefold(): ours for theirs, ours in words.items()}
    said = own.get(plain) or next((way for way, known in _POLARITY.items() if known.fullmatch(plain)), "")
    if not said:
        raise ValueError(f"'{one_line(text, 60)}' does not say which way is good; {_ADVICE}")
    _refuse_other_way(text, said, indicator)


_ADVICE = "'bigger is best' or 'smaller is best' does, and so do words that a mapping names under words: polarity:"


def _refuse_other_way(text: str, said: str, indicator: Indicator) -> None:
    if said != indicator.polarity:
        ours = _WAYS[indicator.polarity]
        raise ValueError(
            f"the file says '{one_line(text, 60)}', but for {indicator.id} the plan says {ours} (polarity)"
        )


def differing_target(text: str, indicator: Indicator, target: Target | None) -> str:
    """Return how the target a sheet states differs from the plan's, or an empty string.

    Raises ValueError where it is no target, or means that the other way is good.
    """
    plain = tidy(text).casefold()
    for way, limit in _LIMIT.items():
        if found := limit.fullmatch(plain):
            if indicator.polarity != "range":
                _refuse_other_way(text, way, indicator)
            plain = found[1]
    unit = indicator.unit or ""
    ends = _RANGE.fullmatch(plain) if indicator.polarity == "range" else None
    texts = [f"{ends[1]}{ends[3]}", f"{ends[2]}{ends[3]}"] if ends else [plain]
    stated = tuple(parse_measure(amount(one, unit)) for one in texts)
    return _difference(stated, target, unit)


def _difference(stated: tuple[Decimal, ...], target: Target | None, unit: str) -> str:
    ours = target.ends if target else ()
    if not ours:
        return f"the file has a target of {span(stated, unit)}, the plan has none"
    if all(one in ours for one in stated):
        return ""
    return f"the file has a target of {span(stated, unit)}, the plan has {span(ours, unit)}"


def check_unit(text: str, indicator: Indicator) -> None:
    """Raise ValueError where a sheet states another unit than the plan."""
    unit = indicator.unit or ""
    try:
        amount(f"1 {text}" if text.strip() != "£" else "£1", unit)
    except ValueError:
        if tidy(text).casefold() != tidy(unit).casefold():
            ours = f"in {one_line(unit, 40)}" if unit else "without a unit"
            raise ValueError(f"the file says '{one_line(text, 40)}', but the plan keeps it {ours}") from None


def differing_status(text: str, words: Mapping[str, str], state: State) -> str:
    """Return how the rating a sheet states differs from the one worked out, or an empty string.

    The sheet may write the state's own word or key, a usual word such as `on track`, or one that `words` explains.
    """
    said = tidy(text).casefold()
    said = {tidy(theirs).casefold(): ours.casefold() for theirs, ours in words.items()}.get(said, said)
    alike = {state.key, state.word.casefold(), state.colour.value}
    if said in alike or not state.rated or (_STATUS.get(said) is Colour.GREEN and state.colour is Colour.BLUE):
        return ""
    if _STATUS.get(said) is state.colour:
        return ""
    return f"the file says '{one_line(text, 60)}', by the plan's rule it is {state.word}"
