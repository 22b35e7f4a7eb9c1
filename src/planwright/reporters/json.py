"""Findings as JSON, complete, for programs; keys are only ever added within a version."""

import json
from typing import Any

from planwright.diagnostic import Diagnostic, Place, Severity
from planwright.reporters import Run, fingerprints

VERSION = 1


def write(run: Run) -> str:
    """Return one JSON object with the date, the counts and every finding."""
    report = {
        "version": VERSION,
        "as_at": run.as_at.isoformat(),
        "summary": {
            "files": len(run.files),
            "errors": run.count(Severity.ERROR),
            "warnings": run.count(Severity.WARNING),
            "notes": run.count(Severity.INFO),
        },
        "diagnostics": [
            {**_diagnostic(run, found), "fingerprint": name}
            for found, name in zip(run.diagnostics, fingerprints(run), strict=True)
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _diagnostic(run: Run, found: Diagnostic) -> dict[str, Any]:
    return {
        "code": found.code,
        "rule": run.rule_name(found.code),
        "severity": found.severity.value,
        **_place(found.place),
        "message": found.message,
        "help": found.help,
        "subject": found.subject,
        "related": [{**_place(other.place), "message": other.message} for other in found.related],
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
