"""How the council is made up: departments with their services, teams and posts, and whom it works with."""

from collections.abc import Mapping

from planwright.reports._edition import Edition, View
from planwright.reports._frame import exempted_of, frame

TITLE = "The organisation"
WHOLE = True
_THINGS = ("department", "service", "team", "post", "portfolio", "committee", "partner", "stakeholder")


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the departments."""
    return {one.id: one.id for one in edition.of("department")}


def view(edition: Edition, subject: str | None) -> View:
    """Return one department, or the whole council with its portfolios, committees, partners and stakeholders."""
    everything = {thing: [edition.item(one) for one in edition.of(thing)] for thing in _THINGS}
    departments = [one for one in everything["department"] if subject in {None, one["id"]}]
    groups = [one | {"services": _services(edition, everything, one["id"])} for one in departments]
    free = _services(edition, everything, None)
    if free and subject is None:
        groups.append({"title": "Services in no department", "id": "", "head": None, "services": free})
    return frame(edition, exempted_of(edition, "", _THINGS)) | {
        "department": edition.named(subject, by_title=True) if subject else "",
        "groups": groups,
        "everywhere": [] if subject else [one for one in everything["post"] if not _service_of(edition, one["id"])],
        **{f"{thing}_list": [] if subject else everything[thing] for thing in _THINGS[4:]},
    }


def _services(edition: Edition, everything: Mapping[str, list[View]], department: str | None) -> list[View]:
    """Return the services of a department (None: those of no department), with their teams and posts."""
    return [
        one
        | {
            "teams": [team for team in everything["team"] if _service_of(edition, team["id"]) == one["id"]],
            "posts": [post for post in everything["post"] if _service_of(edition, post["id"]) == one["id"]],
        }
        for one in everything["service"]
        if _named(edition, one["id"], "department") == department
    ]


def _service_of(edition: Edition, id_: str) -> str | None:
    """Return the service of a team or post: its own, else that of its team."""
    own = _named(edition, id_, "service")
    team = _named(edition, id_, "team") if edition.get(id_, "post") else None
    return own or (_service_of(edition, team) if team else None)


def _named(edition: Edition, id_: str, field: str) -> str | None:
    """Return the id that a field of an item names, as far as it may be shown."""
    found = edition.get(id_)
    named = edition.value(found.record, field) if found else None
    return str(named) if named else None
