"""Everything a plan holds, by sort: items of each sort, and the files of kinds that are no items themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from planwright import kinds
from planwright.assessment import Assessment
from planwright.assessment.thread import PLANS
from planwright.diagnostic import Place, PlanwrightError
from planwright.nearest import nearest
from planwright.records.base import Record
from planwright.records.shape import Shape, inward_fields
from planwright.visible import one_line
from planwright.wording import listed, named, plural
from planwright.workspace import Loaded, Subject, Workspace

_OWNERS = ("owner", "lead", "head", "leader", "author", "post")
_ABOUT = ("indicator", "committee", "service", "team", "post")
_WHEN = ("period", "date")
_TOLD = ("title", "period", "name")
_ANY_PLAN = "plan"  # of whatever layer


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a sort: its id and title (each may be empty for a file), whose it is, and where it stands."""

    id: str
    title: str
    service: str
    owner: str
    place: Place


@cache
def sorts() -> tuple[str, ...]:
    """Return what a plan may hold, sorted: sorts of items, and kinds of files that are named like none of them."""
    things = {thing for kind in kinds.names() for thing in _things(kinds.model(kind), set())}
    called = {name for thing in things for name in (thing, plural(thing))}
    return tuple(sorted(things | (set(kinds.names()) - called)))


def _things(record: type[Record], seen: set[type[Record]]) -> Iterator[str]:
    """Yield the sorts of items in a record type; `seen` are those that were looked at before."""
    if record in seen:
        return
    seen.add(record)
    if record.thing:
        yield record.thing
    for field in inward_fields(record):
        shape: Shape | None = field.shape
        while shape:
            if shape.record:
                yield from _things(shape.record, seen)
            shape = shape.inner


def sort_named(word: str) -> str:
    """Return the sort that a word means, one or several of it; raises PlanwrightError, with the nearest, for none."""
    meant = {name: sort for sort in sorts() for name in (plural(named(sort)), plural(sort), named(sort))}
    meant |= {sort: sort for sort in sorts()} | dict.fromkeys((_ANY_PLAN, plural(_ANY_PLAN)), _ANY_PLAN)
    plain = " ".join(word.casefold().replace("-", " ").replace("_", " ").split())
    for name in (plain, plain.replace(" ", "-")):
        if name in meant:
            return meant[name]
    close = dict.fromkeys(meant[name] for name in nearest(plain, meant, limit=3))
    hint = f"did you mean {listed(close, 'or')}?" if close else "`planwright list` names them all"
    raise PlanwrightError(f"there is nothing called '{one_line(word, 60)}'; {hint}")


def meaning(sort: str) -> tuple[str, ...]:
    """Return the sorts that a sort stands for: itself, and for `plan` the plans of every layer."""
    return PLANS if sort == _ANY_PLAN else (sort,)


def entries(assessment: Assessment, sort: str) -> Iterator[Entry]:
    """Yield everything of a sort, in file order."""
    workspace = assessment.workspace
    if sort == "milestone":  # which need no id of their own
        for one in assessment.work:
            if one.index is not None:
                lead = str(one.subject.record.lead or "")
                yield Entry(one.id, one.title, assessment.service(one.subject), lead, workspace.place(one.spot))
        return
    for subject in workspace.of(*meaning(sort)):
        place = workspace.place(subject.spot.at("id"))
        yield Entry(subject.id, _title(workspace, subject), assessment.service(subject), _owner(subject), place)
    if not workspace.of(sort):
        yield from (_file(one) for one in workspace.loaded if one.document.kind == sort)


def _title(workspace: Workspace, subject: Subject) -> str:
    """Return what an item is called; where it has no title, what it is about and when: `Cabinet, 2026-09-01`."""
    if subject.title != subject.id:
        return subject.title
    about = (workspace.get(getattr(subject.record, name, None)) for name in _ABOUT)
    when = (getattr(subject.record, name, None) for name in _WHEN)
    sort = f": {named(subject.thing)}" if subject.thing in PLANS else ""
    parts = [*(f"{one.title}{sort}" for one in about if one), *(str(one) for one in when if one)]
    return ", ".join(parts) or subject.id


def _owner(subject: Subject) -> str:
    """Return who answers for an item, or empty."""
    found = (getattr(subject.record, name, None) for name in _OWNERS)
    return next((str(one) for one in found if one), "")


def _file(one: Loaded) -> Entry:
    """Return a file as an entry of its kind."""
    value = one.document.value if isinstance(one.document.value, dict) else {}
    told = {name: text for name, text in value.items() if isinstance(text, str)}
    title = next((told[name] for name in _TOLD if name in told), "")
    return Entry(
        told.get("id", ""), title, told.get("service", ""), told.get("owner", ""), one.document.place(("kind",))
    )
