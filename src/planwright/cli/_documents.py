"""Which documents a render asks for, and each of them as a page, or the reason why it cannot be made."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from planwright import __version__, resources
from planwright.assessment import Assessment
from planwright.cli._leaks import leaked, refuse_doubtful
from planwright.cli._readers import EVERYBODY, Readers, refuse_cut
from planwright.diagnostic import PlanwrightError, RefusedError
from planwright.nearest import did_you_mean
from planwright.page import Facts, Page
from planwright.rendering import render
from planwright.reports import Cut, Edition, Report, editions, load
from planwright.visible import one_line


@dataclass(frozen=True, slots=True)
class Request:
    """One document in one edition: its report, the id a person named it by (empty: the whole council) and its own."""

    report: str
    given: str
    subject: str | None
    edition: Edition
    readers: Readers = EVERYBODY

    @property
    def stem(self) -> str:
        """The name of its files without what says the format; ids cannot hold a plus sign, so no two are alike."""
        return self._named(self.report, self.given.replace("/", "+"), *_cut(self.edition.cut))

    @property
    def index(self) -> str:
        """The name of the files that list it among the others for its readers."""
        return self._named("index")

    def _named(self, *parts: str) -> str:
        return "-".join(part for part in (*parts, self.readers.sign, _suffix(self.edition)) if part)

    @property
    def title(self) -> str:
        """What documents of its kind are called together."""
        return load(self.report).TITLE

    def page(self, revision: str) -> Page:
        """Return its page; raises RefusedError when exempt text would or might stand in it."""
        refuse_doubtful(self.edition)
        view = load(self.report).view(self.edition, self.subject)
        page = render(self.report, view, resources.templates(), facts(self.edition, revision))
        found = leaked(page, self.edition)
        if found is not None:
            raise RefusedError(f"{self.stem} is not written, because exempt text would stand in it: {found}")
        return page


def _suffix(edition: Edition) -> str:
    return "" if edition.level.value == "public" else edition.level.value


def facts(edition: Edition, revision: str) -> Facts:
    """Return what the footer of a document says about its making."""
    return Facts(edition.settings["name"], edition.assessment.as_at, revision, edition.level.value, __version__)


def _cut(cut: Cut) -> tuple[str, ...]:
    """Return what file names say of a cut."""
    return (f"part-{cut.part}" if cut.part else "", cut.layout, "by-exception" if cut.by_exception else "")


def all_requests(edition: Edition, readers: Readers) -> Iterator[Request]:
    """Yield every document that an edition of the plan can have, or those that these readers are given."""
    for name in readers.given():
        for cut in readers.all_cuts(name) if edition.level in editions(name) else ():
            yield from _every(name, _as_cut(edition, cut), readers)


def _every(name: str, edition: Edition, readers: Readers) -> Iterator[Request]:
    report = load(name)
    known = report.subjects(edition)
    if report.WHOLE and known and readers.whole(name):
        yield Request(name, "", None, edition, readers)
    done: set[str] = set()
    for given, subject in known.items():
        if subject not in done and _is_about(edition, subject, readers.holders(name)):
            done.add(subject)
            yield Request(name, given, subject, edition, readers)


def _as_cut(edition: Edition, cut: Cut) -> Edition:
    """Return an edition with a cut; the same one where nothing is cut, which need not be read anew."""
    return edition if cut == edition.cut else replace(edition, cut=cut)


def _is_about(edition: Edition, subject: str, thing: str) -> bool:
    """Whether what a report can be made for is of the sort that readers' reports are about; any will do for none."""
    return not thing or edition.get(subject, thing) is not None


def requests(name: str, ids: Sequence[str], edition: Edition, readers: Readers = EVERYBODY) -> Iterator[Request]:
    """Yield one document for each id; without ids that of the whole council, or all that the readers are given.

    Raises PlanwrightError with the nearest for a report, a cut of it or an id that does not exist.
    """
    report = load(name)
    refuse_cut(name, readers)
    edition = _as_cut(edition, readers.cut_of(name))
    if not ids and not readers.whole(name):
        yield from _every(name, edition, readers)
    elif not ids:
        if not report.WHOLE:
            known = ", ".join(list(report.subjects(edition))[:5])
            there = f"name it, for example: {known}" if known else "there is nothing yet to make it for"
            raise PlanwrightError(f"{name} is made for one thing at a time; {there}")
        yield Request(name, "", None, edition, readers)
    for given in ids:
        yield Request(name, given, _subject(name, report, given, edition), edition, readers)


def _subject(name: str, report: Report, given: str, edition: Edition) -> str:
    known = report.subjects(edition)
    if given in known:
        return known[given]
    workspace = edition.assessment.workspace
    _refuse_unreadable(edition.assessment, given)
    if given in workspace.subjects and not edition.shows(given):
        raise RefusedError(f"{one_line(given, 60)} may not be shown in the {edition.level.value} edition")
    raise PlanwrightError(f"there is no {name} for {one_line(given, 60)}; {_hint(given, known)}")


def _hint(given: str, known: Iterable[str]) -> str:
    return did_you_mean(given, known) or f"there are {', '.join(known) or 'none yet'}"


def _refuse_unreadable(assessment: Assessment, given: str) -> None:
    """Raise RefusedError when what was named stands in a file of which nothing could be kept."""
    workspace = assessment.workspace
    for loaded in workspace.loaded:
        value = loaded.document.value
        told = value if isinstance(value, dict) else {}
        if loaded.record is not None or given not in (told.get("id"), told.get("service"), told.get("indicator")):
            continue
        problem = next(found for found in workspace.problems if found.place.file == loaded.document.file)
        raise RefusedError(
            f"{one_line(given, 60)} cannot be rendered: {problem.place.file}:{problem.place.line}: {problem.message}"
        )
