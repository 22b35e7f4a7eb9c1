"""What every report's view begins with: the council's words, the date, and what was left out of the edition."""

from collections import Counter
from collections.abc import Iterable

from planwright.diagnostic import Severity
from planwright.kinds import Visibility
from planwright.kinds.settings import TERMS
from planwright.page import printed_date
from planwright.reports._edition import Edition, Exempted, View
from planwright.wording import capital, plural
from planwright.workspace import Subject


def frame(edition: Edition, exempted: Iterable[Exempted]) -> View:
    """Return the part of a view that all templates may rely on; `exempted` is what would stand in the document."""
    return {
        "as_at": edition.assessment.as_at,
        "edition": edition.level.value,
        "terms": _terms(edition),
        "words": _words(edition),
        "pip_title": edition.settings["pips"]["title"],
        "exempted": _by_paragraph(edition, exempted),
        "unread": _unread(edition),
        "nl": "\n",
    }


def exempted_of(edition: Edition, service: str, things: tuple[str, ...] = ()) -> list[Exempted]:
    """Return what is exempt of a service (empty: the whole council) and of these sorts (any, where none is named)."""
    return [
        one
        for one in edition.exempted
        if (subject := edition.assessment.workspace.get(one.id))
        and (not things or subject.thing in things)
        and (not service or edition.assessment.service(subject) == service)
    ]


def exempted_in(edition: Edition, *papers: Subject) -> list[Exempted]:
    """Return what is exempt of what some items are, hold or, they or what they hold, refer to."""
    workspace = edition.assessment.workspace
    held = {paper.id for paper in papers}
    for subject in workspace.subjects.values():  # what holds an item comes before it
        if subject.parent and subject.parent.id in held:
            held.add(subject.id)
    named = {reference.target for id_ in held for reference in workspace.outbound.get(id_, ())}
    return [one for one in edition.exempted if one.id in held | named]


def _unread(edition: Edition) -> list[str]:
    """Return the files of which something could not be read; private ones are nobody's business."""
    workspace = edition.assessment.workspace
    wrong = {problem.place.file for problem in workspace.problems if problem.severity is Severity.ERROR}
    return sorted(wrong - workspace.confidential)


def _terms(edition: Edition) -> dict[str, str]:
    """Return the council's word for each of ours, singular and plural, and each with a capital letter."""
    own = {word: edition.term(word) for word in TERMS}
    both = own | {plural(word): plural(term) for word, term in own.items()}
    return both | {capital(word): capital(term) for word, term in both.items()}


def _words(edition: Edition) -> dict[str, str]:
    """Return the council's words for the states that sentences and column headings name."""
    own = {key: edition.status(edition.assessment.states[key]).word for key in ("green", "amber", "red", "overdue")}
    return {key: word.lower() for key, word in own.items()} | {capital(key): word for key, word in own.items()}


def _by_paragraph(edition: Edition, exempted: Iterable[Exempted]) -> list[View]:
    """Return how many items are exempt by each paragraph and, where the edition may say so, why and until when."""
    told = [
        (one.exemption.paragraph, why["reason"], why["review"])
        for one in exempted
        for why in [edition.data(one.exemption)]
    ]
    public = edition.level is Visibility.PUBLIC
    return [
        {
            "paragraph": paragraph,
            "number": number,
            "reason": reason,
            "review": printed_date(review) if review and not public else "",
        }
        for (paragraph, reason, review), number in sorted(Counter(told).items(), key=lambda item: str(item[0]))
    ]
