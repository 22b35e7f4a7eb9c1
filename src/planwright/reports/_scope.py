"""What a report is about: the whole council, one service, or the services of a portfolio or committee."""

from collections.abc import Iterator
from dataclasses import dataclass

from planwright.reports._edition import Edition
from planwright.workspace import Subject

_THINGS = ("indicator", "action", "risk")
_HOLDERS = ("portfolio", "committee")


@dataclass(frozen=True, slots=True)
class Scope:
    """The services a report is about, None for all and for what belongs to none; `title` names a part, else empty."""

    edition: Edition
    title: str = ""
    services: tuple[str, ...] = ()
    one: bool = False

    def of(self, thing: str) -> tuple[Subject, ...]:
        """Return the items of one sort that may be shown, in file order."""
        if not self.services:
            return self.edition.of(thing)
        return tuple(one for service in self.services for one in self.edition.within(service, thing))


def scope_of(edition: Edition, subject: str | None) -> Scope:
    """Return what a report on a service, portfolio, committee or (None) the whole council is about."""
    if subject is None:
        return Scope(edition)
    title = edition.named(subject, by_title=True)
    found = edition.get(subject, *_HOLDERS)
    services = tuple(_services(edition, found)) if found else (subject,)
    return Scope(edition, title, services, one=found is None)


def scopes(edition: Edition) -> Iterator[str]:
    """Yield the services about which there is something to report, and the portfolios and committees they are under."""
    told = {one.id for one in edition.of("service") if any(edition.within(one.id, thing) for thing in _THINGS)}
    yield from (one.id for one in edition.of("service") if one.id in told)
    yield from (one.id for one in edition.of(*_HOLDERS) if told.intersection(_services(edition, one)))


def _services(edition: Edition, holder: Subject) -> Iterator[str]:
    for one in edition.of("service"):
        if str(edition.value(one.record, holder.thing)) == holder.id:
            yield one.id
