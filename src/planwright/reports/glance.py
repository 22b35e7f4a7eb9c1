"""Key facts about a service in brief: its purpose, how it is doing, what it works on, what could go wrong."""

from collections.abc import Mapping

from planwright.assessment.work import OVER
from planwright.reports._counts import summary
from planwright.reports._edition import Edition, View
from planwright.reports._exceptions import is_red, red_words
from planwright.reports._frame import exempted_of, frame
from planwright.reports._indicators import indicator_row
from planwright.reports._movers import movers
from planwright.reports._pips import pip_row
from planwright.reports._plans import live_objectives, plans_of_services, service_facts
from planwright.reports._risks import highest, is_open, risk_row, threats
from planwright.reports._work import action_row
from planwright.workspace import Subject

TITLE = "Services at a glance"
WHOLE = False
_MOST = 5
_HIGHEST = 3


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the services that have a plan, and the plans themselves."""
    return plans_of_services(edition)


def view(edition: Edition, subject: str | None) -> View:
    """Return the few facts about a service that everybody asks for."""
    found = edition.assessment.workspace.subjects[subject or ""]
    plan = edition.item(found)
    service = edition.service(found)
    indicators = [
        one
        for one in edition.within(service, "indicator")
        if edition.assessment.indicators[one.id].state.key != "retired"
    ]
    ratings = [edition.assessment.indicators[one.id] for one in indicators]
    risks = [one for one in edition.within(service, "risk") if is_open(edition, one)]
    rows = [action_row(edition, action["id"]) for action in plan["actions"] if action["id"] in edition.work]
    actions = [row for row in rows if row["state"] not in OVER]
    return frame(edition, exempted_of(edition, service)) | {
        "facts": service_facts(edition, found),
        "purpose": plan["overview"],
        "why": plan["justification"],
        "objectives": live_objectives(edition, plan),
        "summary": summary(edition, (rating.state for rating in ratings)),
        "red_words": red_words(edition, ratings),
        "reds": [edition.title(rating.subject) for rating in ratings if is_red(rating)],
        "movers": movers(edition, ratings),
        "indicators": [indicator_row(edition, one) for one in _key(indicators)],
        "all_actions": len(actions),
        "actions": ([action for action in actions if action["key"]] or actions)[:_MOST],
        "risks": [risk_row(edition, one) for one in highest(edition, risks, _HIGHEST)],
        "all_risks": len(threats(risks)),
        "pips": [
            pip_row(edition, one) for one in edition.within(service, "pip") if edition.assessment.pips[one.id].open
        ],
    }


def _key(indicators: list[Subject]) -> list[Subject]:
    """Return the key indicators, else the first few."""
    return [one for one in indicators if one.record.key] or indicators[:_MOST]
