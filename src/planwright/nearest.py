"""The nearest known name to one that was mistyped."""

from collections.abc import Iterable

_ENOUGH = 4  # letters that tell what somebody began to type


def nearest(word: str, known: Iterable[str], limit: int = 1) -> tuple[str, ...]:
    """Return up to `limit` of the known names that look like `word`, best first; none when nothing is close.

    Names that begin with it come first, the shortest of them before the others.
    """
    from rapidfuzz import fuzz, process  # only needed once something is wrong

    names = sorted(set(known))
    close = process.extract(
        word.casefold(), names, scorer=fuzz.ratio, processor=str.casefold, limit=limit, score_cutoff=60
    )
    begun = sorted((name for name in names if _begins(name.casefold(), word.casefold())), key=len)
    return (*begun, *(name for name, _score, _index in close if name not in begun))[:limit]


def _begins(name: str, word: str) -> bool:
    """Whether a name begins with a word, and with its last number: PI-10 does not begin with PI-1."""
    if len(word) < _ENOUGH or not name.startswith(word):
        return False
    return not (word[-1].isdigit() and name[len(word) :][:1].isdigit())


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `did you mean X?` for the nearest known name, or an empty string."""
    close = nearest(word, known)
    return f"did you mean {close[0]}?" if close else ""
