"""The risk log: heat map on the council's scales, the log in the guidance's columns, movement and reviews."""

from collections.abc import Mapping

from planwright.reports._edition import Edition, View
from planwright.reports._frame import exempted_in, frame
from planwright.reports._risks import by_score, risk_map, risk_row
from planwright.workspace import Subject

TITLE = "Risk logs"
WHOLE = True


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the logs, each by its own id and, first, by the service it is for."""
    logs = edition.of("risk-log")
    by_service = {str(log.record.service): log.id for log in reversed(logs) if edition.shows(log.record.service)}
    return dict(sorted(by_service.items())) | {log.id: log.id for log in logs}


def view(edition: Edition, subject: str | None) -> View:
    """Return one log, or all of them with the corporate log first."""
    logs = [log for log in edition.of("risk-log") if subject in {None, log.id}]
    logs.sort(key=lambda log: not log.record.corporate)
    risks = [risk for log in logs for risk in _risks(edition, log)]
    rows = [risk_row(edition, risk) for risk in risks]
    papers = logs if subject else edition.assessment.workspace.of("risk-log")
    return frame(edition, exempted_in(edition, *papers)) | {
        "title": _title(edition, logs[0]) if subject else f"All {edition.term('risk')} logs",
        "reviewed": edition.item(logs[0])["reviewed"] if subject else None,
        "map": risk_map(edition, risks),
        "bands": edition.settings["risks"]["bands"],
        "line": edition.settings["risks"]["escalate_from"],
        "scoring": "multiplied" if edition.settings["risks"]["scoring"] == "product" else "added",
        "open": sum(row["open"] for row in rows),
        "opportunities": sum(row["open"] and row["opportunity"] for row in rows),
        "overdue": [row for row in rows if row["review_overdue"]],
        "moved": [row for row in rows if row["open"] and row["movement"] in {"up", "down"}],
        "above_line": [row for row in rows if row["open"] and row["above_line"]],
        "logs": [_log(edition, log) for log in logs],
    }


def _risks(edition: Edition, log: Subject) -> list[Subject]:
    found = (edition.get(risk["id"], "risk") for risk in edition.item(log)["risks"])
    return by_score(edition, [risk for risk in found if risk])


def _title(edition: Edition, log: Subject) -> str:
    own = edition.item(log)["title"]
    return own or f"{edition.title(log)} {edition.term('risk')} log"


def _log(edition: Edition, log: Subject) -> View:
    rows = [risk_row(edition, risk) for risk in _risks(edition, log)]
    return {
        "title": _title(edition, log),
        "corporate": log.record.corporate,
        "risks": [row for row in rows if row["open"]],
        "closed": [row for row in rows if not row["open"]],
    }
