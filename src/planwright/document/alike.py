"""Findings of one sort, told only so often: a slip repeated a thousand times is one thing to mend."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeAlias

from planwright.diagnostic import Diagnostic
from planwright.document.source import Source

MOST_ALIKE = 20

# What makes a finding from a source and some spans, and those spans; most of a flood is never made into findings.
Case: TypeAlias = tuple[Callable[..., Diagnostic], tuple[Any, ...]]


def told(source: Source, cases: Iterable[Case]) -> tuple[Diagnostic, ...]:
    """Return findings for cases, at most MOST_ALIKE of a sort; the last one says how many more there are."""
    counts: Counter[Callable[..., Diagnostic]] = Counter()
    found: dict[Callable[..., Diagnostic], list[Diagnostic]] = {}
    for make, spans in cases:
        counts[make] += 1
        if counts[make] <= MOST_ALIKE:
            found.setdefault(make, []).append(make(source, *spans))
    for make, findings in found.items():
        more = counts[make] - MOST_ALIKE
        if more > 0:
            findings[-1] = replace(findings[-1], message=f"{findings[-1].message} (and {more} more like it)")
    return tuple(finding for findings in found.values() for finding in findings)
