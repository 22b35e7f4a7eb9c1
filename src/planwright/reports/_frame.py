"""What every report's view begins with: the council's words, the date, and what was left out of the edition."""

from collections import Counter

from planwright import kinds
from planwright.assessment import STATES
from planwright.diagnostic import Severity
from planwright.kinds import Visibility
from planwright.page import printed_date
from planwright.reports._edition import Edition, Exempted, View
from planwright.reports._wording import capital

_WORDS = (
    "aim", "objective", "priority", "indicator", "target", "action", "milestone", "lead", "risk", "service", "outcome",
)  # fmt: skip


def frame(edition: Edition, service: str = "", things: tuple[str, ...] = ()) -> View:
    """Return the part of a view that all templates may rely on.

    Exempt records are told of where they belong to the service and are of these sorts (any, where none are named).
    """
    return {
        "as_at": edition.assessment.as_at,
        "edition": edition.level.value,
        "terms": _terms(edition),
        "words": _words(edition),
        "pip_title": edition.settings["pips"]["title"],
        "exempted": _exempted(edition, service, things),
        "unread": _unread(edition),
        "nl": "\n",
    }


def _unread(edition: Edition) -> list[str]:
    """Return the files of which something could not be read; private ones are nobody's business."""
    workspace = edition.assessment.workspace
    private = {name for name in kinds.names() if kinds.model(name).confidential}
    secret = {one.document.file for one in workspace.loaded if one.document.kind in private}
    wrong = {problem.place.file for problem in workspace.problems if problem.severity is Severity.ERROR}
    return sorted(wrong - secret)


def _terms(edition: Edition) -> dict[str, str]:
    """Return the council's word for each of ours, singular and plural, and each with a capital letter."""
    own = {word: edition.term(word) for word in _WORDS}
    both = own | {_plural(word): _plural(term) for word, term in own.items()}
    return both | {capital(word): capital(term) for word, term in both.items()}


def _words(edition: Edition) -> dict[str, str]:
    """Return the council's words for the states that sentences and column headings name."""
    own = {key: edition.status(STATES[key]).word for key in ("green", "amber", "red", "overdue")}
    return {key: word.lower() for key, word in own.items()} | {capital(key): word for key, word in own.items()}


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"


def _exempted(edition: Edition, service: str, things: tuple[str, ...]) -> list[View]:
    """Return what is exempt, by paragraph: how many items and, where the edition may say so, why and until when."""
    told = [
        (one.exemption.paragraph, why["reason"], why["review"])
        for one in edition.exempted
        if _concerns(edition, one, service, things)
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


def _concerns(edition: Edition, one: Exempted, service: str, things: tuple[str, ...]) -> bool:
    subject = edition.assessment.workspace.get(one.id)
    if subject is None or (things and subject.thing not in things):
        return False
    return not service or edition.assessment.service(subject) == service
