"""A name for each finding that survives edits elsewhere in the file, for baselines and for build servers."""

import hashlib
from collections import Counter

from planwright.reporters import Run


def fingerprints(run: Run) -> tuple[str, ...]:
    """Return one name per finding of the run, in its order: all different, and none made from a line number.

    It rests on rule, item and the text of the line; the message is left out because it may change with the date.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    names = []
    for found in run.diagnostics:
        line = run.line_text(found.place.file, found.place.line).strip()
        about = (found.code, found.subject or found.place.file, line)
        seen[about] += 1
        names.append(_digest(*about, str(seen[about])))
    return tuple(names)


def _digest(*parts: str) -> str:
    joined = "\x00".join(parts).encode("utf-8", errors="surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:32]
