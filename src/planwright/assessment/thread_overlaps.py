"""Where services meet: objectives of several that do the same, for moderation, and issues that several share."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from planwright.kinds.service_plan import ServicePlan
from planwright.workspace import Subject

from . import Assessment
from .thread_tree import Tree

ALIKE = 85
"""From how many per cent two titles say nearly the same, their words compared in any order."""
_TELLING = 20  # a word that more titles use tells none of them apart
_WORD = re.compile(r"\w+")
_OWN_WORK = {"direct", "contributes"}


@dataclass(frozen=True, slots=True)
class Overlap:
    """Objectives of two services or more that may do the same; `by` says what they have in common.

    `by` is `parent` or `indicator`, with what that is as `common`, or `title`, with None.
    """

    items: tuple[Subject, ...]
    by: str
    common: Subject | None = None


@dataclass(frozen=True, slots=True)
class SharedIssue:
    """A cross-cutting issue that two services or more name: their ids, and the objectives and plans that name it."""

    issue: str
    services: tuple[str, ...]
    items: tuple[Subject, ...]


def overlaps(tree: Tree) -> tuple[Overlap, ...]:
    """Return where objectives of different services meet: under one parent, in one indicator, or by nearly one title.

    A link counts that says the work is the service's own: direct, or not said; not indirect, nor in support.
    """
    assessment = tree.assessment
    own = [one for one in tree.nodes if one.thing == "objective" and assessment.service(one)]
    by_parent: dict[str, list[Subject]] = {}
    by_indicator: dict[str, list[Subject]] = {}
    for one in own:
        for edge in tree.above(one):
            if edge.type in _OWN_WORK:
                by_parent.setdefault(edge.parent.id, []).append(one)
        for indicator in dict.fromkeys(one.record.measured_by):
            by_indicator.setdefault(str(indicator), []).append(one)
    found: list[Overlap] = []
    for by, groups in (("parent", by_parent), ("indicator", by_indicator)):
        for common, items in groups.items():
            if len({assessment.service(one) for one in items}) > 1:
                found.append(Overlap(tuple(items), by, assessment.workspace.get(common)))
    found += [Overlap(pair, "title") for pair in _alike(tree, own)]
    return tuple(found)


def _alike(tree: Tree, objectives: Iterable[Subject]) -> Iterator[tuple[Subject, Subject]]:
    """Yield pairs of objectives of different services, neither of which serves the other, with nearly one title."""
    from rapidfuzz import fuzz  # takes long to import, and few ask for overlaps

    known = {one.id: one for one in objectives}
    words = {id_: _words(one.title) for id_, one in known.items()}
    for first, second in _candidates(words):
        one, other = known[first], known[second]
        if tree.assessment.service(one) == tree.assessment.service(other):
            continue
        linked = {edge.parent.id for edge in (*tree.above(one), *tree.above(other))}
        if linked & {first, second}:
            continue
        if fuzz.ratio(" ".join(sorted(words[first])), " ".join(sorted(words[second]))) >= ALIKE:
            yield one, other


def _candidates(words: dict[str, frozenset[str]]) -> list[tuple[str, str]]:
    """Return the pairs that share a telling word; comparing all with all would take minutes in a large council."""
    uses = Counter(word for own in words.values() for word in own)
    using: dict[str, list[str]] = {}
    for id_, own in words.items():
        for word in sorted(own):
            if uses[word] <= _TELLING:
                using.setdefault(word, []).append(id_)
    return list(dict.fromkeys(pair for ids in using.values() for pair in combinations(ids, 2)))


def _words(title: str) -> frozenset[str]:
    return frozenset(_WORD.findall(title.casefold()))


def shared_issues(assessment: Assessment) -> tuple[SharedIssue, ...]:
    """Return the cross-cutting issues that objectives and plans of two services or more name, by the alphabet."""
    found: dict[str, dict[str, Subject]] = {}
    for issue, subject in _named(assessment):
        if assessment.service(subject) and not assessment.gone(subject):
            found.setdefault(" ".join(issue.split()).casefold(), {})[subject.id] = subject
    issues = []
    for issue, items in sorted(found.items()):
        services = tuple(dict.fromkeys(assessment.service(one) for one in items.values()))
        if len(services) > 1:
            issues.append(SharedIssue(issue, services, tuple(items.values())))
    return tuple(issues)


def _named(assessment: Assessment) -> Iterator[tuple[str, Subject]]:
    """Yield each cross-cutting issue with what names it."""
    for subject in assessment.workspace.of("objective"):
        for issue in subject.record.cross_cutting:
            yield issue, subject
    for subject in assessment.workspace.of("service-plan"):
        plan: ServicePlan = subject.record
        for named in plan.cross_cutting:
            yield named.issue, subject
