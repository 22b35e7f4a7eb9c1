"""The gaps of the golden thread in lines of text: what is broken, what to moderate, what to look at again."""

from collections.abc import Iterable, Iterator

from planwright.assessment import Assessment
from planwright.assessment.thread_gaps import DeadEnd, Gaps
from planwright.assessment.thread_overlaps import Overlap
from planwright.visible import one_line
from planwright.wording import capital, listed, number_of
from planwright.workspace import Subject

from .threads import doubt, named

_UNSERVED = "Nobody serves it"
_TOLD = 12  # items with links to confirm that anybody reads on a terminal


def told(assessment: Assessment, gaps: Gaps) -> Iterator[str]:
    """Yield each sort of gap under a heading with its number, then what there is none of, then what to confirm."""
    none: list[str] = []
    first = True
    for heading, lines in _sections(assessment, gaps):
        found = tuple(lines)
        if not found:
            none += [] if heading == _UNSERVED and assessment.workspace.unread else [heading.lower()]
            continue
        if not first:
            yield ""
        first = False
        yield f"{heading} ({len(found)})"
        yield from (f"  {line}" for line in found)
    if none:
        yield "" if not first else "No gap was found."
        yield f"None: {'; '.join(none)}."
    if unread := assessment.workspace.unread:
        yield f"Not looked for while {listed(unread)} cannot be read: {_UNSERVED.lower()}."
    if gaps.unconfirmed:
        whose = tuple(dict.fromkeys(edge.child.id for edge in gaps.unconfirmed))
        more = f" and {len(whose) - _TOLD} more, which --format json names" if len(whose) > _TOLD else ""
        links = capital(number_of(len(gaps.unconfirmed), "link"))
        yield f"{links} never confirmed; `planwright confirm ID` does it for those of {', '.join(whose[:_TOLD])}{more}."


def _sections(assessment: Assessment, gaps: Gaps) -> Iterator[tuple[str, Iterable[str]]]:
    layer = assessment.thread.layer
    yield _UNSERVED, (f"{named(one)} ({one.thing}, {layer(one)})" for one in gaps.unserved)
    yield "Leads nowhere", (_dead_end(assessment, gap) for gap in gaps.nowhere)
    yield "Circles", (" -> ".join(one.id for one in (*circle, circle[0])) for circle in gaps.circles)
    yield (
        "Suspect links",
        (
            f"{edge.child.id} -> {edge.parent.id}: now '{one_line(edge.parent.title)}'. {doubt(edge)}"
            for edge in gaps.suspect
        ),
    )
    yield (
        "Links without a reason",
        (f"{edge.child.id} -> {edge.parent.id}: add so_that:" for edge in gaps.unreasoned),
    )
    yield "Overlaps to moderate", (_overlap(assessment, one) for one in gaps.overlaps)
    yield (
        "Issues that services share",
        (f"{one_line(one.issue)}: {listed(one.services)} ({_ids(one.items)})" for one in gaps.shared),
    )
    yield "Services without a plan", map(named, gaps.unplanned)
    yield "Services with two plans", (f"{later.id} and {first.id}" for later, first in gaps.planned_twice)
    yield "Team plans not represented in their service's plan", map(named, gaps.unrepresented)


def _dead_end(assessment: Assessment, gap: DeadEnd) -> str:
    if gap.end is not gap.subject:
        ended = ", which has ended" if assessment.gone(gap.end) else ""
        return f"{named(gap.subject)}: its links end at {gap.end.id}{ended}"
    if assessment.thread.parents(gap.subject):
        return f"{named(gap.subject)}: its links lead round to itself"
    unknown = [str(link.to) for link in gap.subject.record.links]
    why = f"it is linked to {listed(unknown)}, which no plan holds" if unknown else "it is linked to nothing above it"
    return f"{named(gap.subject)}: {why}"


def _overlap(assessment: Assessment, overlap: Overlap) -> str:
    services = listed(dict.fromkeys(assessment.service(one) for one in overlap.items))
    common = named(overlap.common) if overlap.common else ""
    repeated = [f"'{one_line(one.title)}'" for one in overlap.items]
    why = {
        "parent": f"all serve {common}",
        "indicator": f"all are measured by {common}",
        "title": f"say nearly the same: {listed(repeated)}",
    }[overlap.by]
    return f"{services}: {_ids(overlap.items)} {why}"


def _ids(items: Iterable[Subject]) -> str:
    return ", ".join(one.id for one in items)
