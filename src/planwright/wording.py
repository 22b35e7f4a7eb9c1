"""How sentences name sorts of items, count them and list them: `an action`, `2 risks`, `one, two and three`."""

from collections.abc import Iterable, Sequence

_NAMES = {"pip": "improvement plan"}
_TOLD = 3  # parts of a sentence that anybody reads


def named(thing: str) -> str:
    """Return what people call a sort of item: `improvement plan` for pip, `risk log` for risk-log."""
    return _NAMES.get(thing, thing.replace("-", " "))


def a(thing: str) -> str:
    """Return a sort of item with its article: `an objective`, `a risk log`."""
    words = named(thing)
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def plural(noun: str) -> str:
    """Return a noun's plural: `entries`, `days`."""
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"


def number_of(number: int, noun: str) -> str:
    """Return `1 file` or `3 files`."""
    return f"{number} {noun if number == 1 else plural(noun)}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """Return words as a list in a sentence: `one, two and three`; empty where there are none."""
    *others, end = (*words,) or ("",)
    return f"{', '.join(others)} {last} {end}" if others else end


def latest(parts: Sequence[str]) -> str:
    """Return the last three of some parts of a sentence, and how many stand before them; empty where there are none."""
    more = len(parts) - _TOLD
    earlier = [f"and {number_of(more, 'earlier one')}"] if more > 0 else []
    return "; ".join([*parts[-_TOLD:], *earlier])


def capital(text: str) -> str:
    """Return text with its first letter in upper case and the rest as it stands."""
    return text[:1].upper() + text[1:]
