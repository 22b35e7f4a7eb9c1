"""How healthy plans are: the balance of measures, signs of struggle with what they rest on, what each plan lacks."""

from collections.abc import Mapping

from planwright.assessment.health import Health, health
from planwright.assessment.health_items import Checklist, Mix, Sign
from planwright.explaining.printed import with_printed_dates
from planwright.kinds import Visibility
from planwright.reports._edition import LEVELS, Edition, View
from planwright.reports._frame import exempted_of, frame
from planwright.wording import number_of
from planwright.workspace import Subject

TITLE = "Health of plans"
WHOLE = True
EDITIONS = (Visibility.MEMBERS, Visibility.OFFICERS)


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the services that have a plan."""
    planned = {str(plan.record.service) for plan in edition.of("service-plan")}
    return {one.id: one.id for one in edition.of("service") if one.id in planned}


def view(edition: Edition, subject: str | None) -> View:
    """Return the balance, signs and checklists of the whole council, or of one service."""
    service = subject or ""
    found = health(edition.assessment, service, edition.shows)
    signs = [one for one in found.signs if _may_show(edition, one)]
    return frame(edition, exempted_of(edition, service)) | {
        "about": edition.named(service, by_title=True) if service else "",
        "mixes": [_mix(one) for one in found.mixes if one.total],
        "loads": [
            {
                "service": edition.title(one.service),
                "number": one.indicators,
                "most": one.most,
                "too_many": one.too_many,
            }
            for one in found.loads
        ],
        "signs": [_sign(edition, one) for one in signs if one.concerns],
        "quiet": [one.title for one in signs if one.of and not one.concerns],
        "nothing": [one.title for one in signs if not one.of],
        "plans": _plans(edition, found),
        "asked": list(found.asked),
    }


def _may_show(edition: Edition, sign: Sign) -> bool:
    """Whether a sign rests on nothing that this edition keeps back; how people do personally is in none of them."""
    return sign.level in LEVELS and LEVELS.index(sign.level) <= LEVELS.index(edition.level)


def _mix(mix: Mix) -> View:
    return {
        "title": mix.title,
        "total": number_of(mix.total, mix.about),
        "parts": list(mix.parts),
        "missing": list(mix.missing),
    }


def _sign(edition: Edition, sign: Sign) -> View:
    return {
        "title": sign.title,
        "rests_on": with_printed_dates(sign.rests_on),
        "number": len({one.subject.id for one in sign.concerns}),
        "of": number_of(sign.of, sign.about),
        "rows": [
            {"id": one.subject.id, "title": _title(edition, one.subject), "note": with_printed_dates(one.note)}
            for one in sign.concerns
        ],
    }


def _title(edition: Edition, subject: Subject) -> str:
    return "" if edition.title(subject) == subject.id else edition.title(subject)


def _plans(edition: Edition, found: Health) -> list[View]:
    """Return each plan with what the three lists find lacking in it, and what only people can tell."""
    plans: dict[str, list[Checklist]] = {}
    for one in found.checklists:
        plans.setdefault(one.plan.id, []).append(one)
    return [
        {"id": id_, "title": edition.title(lists[0].plan), "lists": [_list(one) for one in lists]}
        for id_, lists in plans.items()
    ]


def _list(checklist: Checklist) -> View:
    return {
        "title": checklist.title,
        "found": [one.question for one in checklist.answers if one.held],
        "lacking": [one.question for one in checklist.answers if one.held is False],
        "people": [one.question for one in checklist.answers if one.held is None],
    }
