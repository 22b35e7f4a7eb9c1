"""Findings as SARIF 2.1.0, the exchange format of code scanning services."""

import json
from typing import Any
from urllib.parse import quote

from planwright import __version__
from planwright.diagnostic import Diagnostic, Place, Severity
from planwright.reporters import RuleText, Run, fingerprints, with_help

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"


def write(run: Run) -> str:
    """Return one SARIF log with one run: every rule with its help, every finding with its place and fingerprint."""
    index = {code: number for number, code in enumerate(sorted(run.rules))}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "planwright",
                        "semanticVersion": __version__,
                        "rules": [_rule(run.rules[code]) for code in index],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that holds planwright.yaml."}}},
                "invocations": [{"executionSuccessful": True}],
                "properties": {"as_at": run.as_at.isoformat()},
                "results": [
                    _result(found, name, index) for found, name in zip(run.diagnostics, fingerprints(run), strict=True)
                ],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(rule: RuleText) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.help, "markdown": rule.help},
    }


def _result(found: Diagnostic, fingerprint: str, index: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": found.code,
        "level": _LEVELS[found.severity],
        "message": {"text": with_help(found)},
        "locations": [{"physicalLocation": _location(found.place)}],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
    }
    if found.code in index:
        result["ruleIndex"] = index[found.code]
    if found.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _location(other.place), "message": {"text": other.message}}
            for number, other in enumerate(found.related, start=1)
        ]
    return result


def _location(place: Place) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": quote(place.file), "uriBaseId": _ROOT},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        },
    }
