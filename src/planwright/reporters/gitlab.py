"""Findings as a GitLab Code Quality report, which GitLab shows in a merge request."""

import json

from planwright.diagnostic import Severity
from planwright.reporters import Run, fingerprints, with_help

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(run: Run) -> str:
    """Return a JSON list with one entry per finding."""
    entries = [
        {
            "description": f"{found.code} {with_help(found)}",
            "check_name": run.rule_name(found.code) or found.code,
            "fingerprint": name,
            "severity": _SEVERITIES[found.severity],
            "location": {
                "path": found.place.file,
                "lines": {"begin": found.place.line, "end": found.place.end_line},
            },
        }
        for found, name in zip(run.diagnostics, fingerprints(run), strict=True)
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2)
