"""How an objective, service, portfolio, committee, collection or the whole council stands by what is under it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from planwright.assessment import Assessment, IndicatorRating, State, WorkRating
from planwright.assessment.gathering import Standing, standing, standings
from planwright.assessment.rollup import Change, scores
from planwright.assessment.smart import smart_targets
from planwright.quantity import shown
from planwright.wording import capital, listed, named, number_of
from planwright.workspace import Subject

from .indicators import direction_text
from .lines import Explanation, Line, council_line, sentence
from .smart import goal, progress

_POINTING = {"improved": "improved", "declined": "got worse", "moved-up": "went up", "moved-down": "went down"}
_AGAINST = (frozenset({"improved", "declined"}), frozenset({"moved-up", "moved-down"}))


def explain_standing(assessment: Assessment, subject: Subject | None) -> Explanation:
    """Return how an item stands by what is under it; the whole council where none is named."""
    found = standing(assessment, subject)
    state = found.rolled.state
    headline = f"{state.word}. {sentence(found.rolled.reason)}" if state else sentence(counted(assessment, found))
    name = assessment.workspace.settings.name
    return Explanation(
        subject.id if subject else ".",
        subject.title if subject else name,
        state.key if state else "",
        headline,
        tuple(_lines(assessment, found)),
    )


def counted(assessment: Assessment, found: Standing) -> str:
    """Return the counts in words: how many of those that are rated have each state, and how many are not rated."""
    counts = found.rolled.counts
    if not counts.total:
        return "no indicator stands under it"
    states = [one.state for one in found.indicators]
    rated = _by_state(assessment, (one for one in states if one.rated))
    others = _by_state(assessment, (one for one in states if not one.rated))
    unrated = f"{counts.not_rated} not rated ({others})" if others else ""
    of = f"of {counts.rated} rated: {rated}" if rated else ""
    return f"{number_of(counts.total, 'indicator')}; {'; '.join(part for part in (of, unrated) if part)}"


def _by_state(assessment: Assessment, states: Iterable[State]) -> str:
    order = list(assessment.states)
    found = Counter(states)
    return ", ".join(
        f"{found[state]} {state.word.lower()}" for state in sorted(found, key=lambda one: order.index(one.key))
    )


def _lines(assessment: Assessment, found: Standing) -> Iterator[Line]:
    subject, rule = found.subject, assessment.workspace.settings.roll_up
    together = subject is not None and subject.thing == "collection"
    if found.rolled.state:
        yield Line("counts", counted(assessment, found), subject.spot if subject else None)
    yield council_line("rule", _rule(assessment), rule, "roll_up", "rule")
    if found.rolled.changes:
        clauses = "; ".join(_in_words(change, assessment) for change in found.rolled.changes)
        choice = rule.rule == "weighted mean" and any(change.number < change.of for change in found.rolled.changes)
        yield Line("what would change it", f"{clauses}{'; those of most weight go first' if choice else ''}")
    if together:
        yield from _together_lines(found)
    if subject is None:
        yield from _service_lines(assessment)
        yield from _work_lines(assessment, found.work)
        return
    yield from _target_lines(assessment, subject)
    for one in found.indicators:
        yield Line(one.subject.id, _stands(one, moved=together), one.subject.spot)
    for one in found.indirect:
        yield Line(one.subject.id, f"{_stands(one)} It contributes indirectly, and gives no colour", one.subject.spot)
    yield from _work_lines(assessment, found.work)


def _target_lines(assessment: Assessment, subject: Subject) -> Iterator[Line]:
    """Yield how each SMART target of an objective stands, with its figures."""
    for one in smart_targets(assessment, subject) if subject.thing == "objective" else ():
        asked = goal(one) or one.target.title
        figures = progress(one, assessment.workspace.settings.display)
        yield Line("target", f"{capital(one.key)}: {asked}; {figures}", one.spot)


def _service_lines(assessment: Assessment) -> Iterator[Line]:
    """Yield the counts of each service, which add up to the council's."""
    for one in standings(assessment, "service"):
        if one.indicators:
            label, spot = (one.subject.id, one.subject.spot) if one.subject else ("under no service", None)
            yield Line(label, counted(assessment, one), spot)


_RULES = {
    "none": "counts only, as no rule makes one state of many",
    "worst": "the worst state among them",
    "majority": "the best state that more than half of them have or pass",
}


def _rule(assessment: Assessment) -> str:
    rule = assessment.workspace.settings.roll_up
    if rule.rule == "weighted mean":
        counts = listed(f"{assessment.states[key].word.lower()} {shown(score)}" for key, score in scores(rule).items())
        return f"the weighted mean: {counts}, each times its weight"
    return _RULES[rule.rule]


def _stands(rating: IndicatorRating, *, moved: bool = False) -> str:
    way = f" {sentence(direction_text(rating, rating.previous))}" if moved and rating.previous else ""
    heavy = rating.subject.record.weight
    weight = f", weight {heavy}" if heavy is not None else ""
    return f"{rating.subject.title}: {rating.state.word} ({rating.period}{weight}).{way}"


def _together_lines(found: Standing) -> Iterator[Line]:
    """Yield how the members of a collection are to be read together, and whether they point different ways."""
    subject = found.subject
    if subject and subject.record.reading:
        yield Line("reading", subject.record.reading, subject.spot.at("reading"))
    moved = [one for one in found.indicators if one.previous and one.previous.key in _POINTING]
    ways = {one.previous.key for one in moved if one.previous}
    if any(way <= ways for way in _AGAINST):
        each = listed(f"{one.subject.id} {_POINTING[one.previous.key]}" for one in moved if one.previous)
        yield Line("they point different ways", each)
    placed = [one for one in found.indicators if one.placed]
    if len({one.missed for one in placed}) > 1:
        on, off = (listed(one.subject.id for one in placed if one.missed is missed) for missed in (False, True))
        yield Line("they stand differently", f"on target {on}; worse than target {off}")


def _work_lines(assessment: Assessment, work: Iterable[WorkRating]) -> Iterator[Line]:
    every = tuple(work)
    for thing, steps in (("action", False), ("milestone", True)):
        states = [one.state for one in every if (one.index is not None) is steps]
        if states:
            text = f"{number_of(len(states), named(thing))}: {_by_state(assessment, states)}"
            yield Line(f"{thing}s", text)


def _in_words(change: Change, assessment: Assessment) -> str:
    """Return a change as a clause: `1 of the 3 coloured amber becoming green would make it green`."""
    before, after = (assessment.states[colour].word.lower() for colour in (change.before, change.after))
    every = {1: "the one", 2: "both"}.get(change.of, f"all {change.of}")
    which = every if change.number == change.of else f"{change.number} of the {change.of}"
    return f"{which} coloured {before} becoming {after} would make it {change.state.word.lower()}"
