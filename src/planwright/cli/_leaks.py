"""A last look before a document is written: no text of an exempt record or a private plan may stand in it."""

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
    """Return what has a text in a page that the edition must not hold: an exempt record's id, or a private file."""
    return leaked_among(_texts(page.blocks), edition)


def leaked_among(texts: Iterable[str], edition: Edition) -> str | None:
    """Return what has a text among some that the edition must not hold: an exempt record's id, or a private file."""
    if not edition.kept_back:
        return None
    said = "\n".join(texts)
    for name, hidden in edition.kept_back:
        found = (text for text in hidden if len(text) >= _SHORTEST and " " in text and text in said)
        if any(text not in edition.published for text in found):
            return name
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
