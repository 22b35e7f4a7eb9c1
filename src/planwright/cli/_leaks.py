"""A last look before a public document is written: no text of an exempt record may stand in it."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from planwright.diagnostic import RefusedError, Severity
from planwright.kinds import Visibility
from planwright.page import Page
from planwright.reports import Edition

_SHORTEST = 20  # shorter texts, and single words, may stand anywhere by chance


def refuse_doubtful(edition: Edition) -> None:
    """Raise RefusedError for a public edition where a file with an error says something of being exempt.

    What stands beside an error may be left unread, and an exemption that is not read keeps nothing back.
    """
    workspace = edition.assessment.workspace
    for problem in workspace.problems if edition.level is Visibility.PUBLIC else ():
        document = workspace.documents.get(problem.place.file)
        told = (document.text if document else "", problem.message, problem.help)
        if problem.severity is Severity.ERROR and any("exempt" in text for text in told):
            raise RefusedError(
                f"nothing is written for the public, because {problem.place.file} may hold an exemption that cannot be "
                f"read; line {problem.place.line}: {problem.message}"
            )


def leaked(page: Page, edition: Edition) -> str | None:
    """Return the id of an exempt record whose text stands in a public page; None where there is none."""
    return leaked_among(_texts(page.blocks), edition)


def leaked_among(texts: Iterable[str], edition: Edition) -> str | None:
    """Return the id of an exempt record whose text stands in one of some public texts; None where there is none."""
    if edition.level is not Visibility.PUBLIC or not edition.exempted:
        return None
    said = "\n".join(texts)
    for one in edition.exempted:
        if any(text in said for text in one.texts - edition.published if len(text) >= _SHORTEST and " " in text):
            return one.id
    return None


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
