"""The nearest known name to one that was mistyped."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], limit: int = 1) -> tuple[str, ...]:
    """Return up to `limit` of the known names that look like `word`, best first; none when nothing is close."""
    from rapidfuzz import fuzz, process  # only needed once something is wrong

    names = sorted(set(known))
    close = process.extract(
        word.casefold(), names, scorer=fuzz.ratio, processor=str.casefold, limit=limit, score_cutoff=60
    )
    return tuple(name for name, _score, _index in close)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `did you mean X?` for the nearest known name, or an empty string."""
    close = nearest(word, known)
    return f"did you mean {close[0]}?" if close else ""
