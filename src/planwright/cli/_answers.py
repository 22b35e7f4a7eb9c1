"""What a command answers to a machine: JSON under the version of its shape."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

_VERSION = 1  # keys are only ever added within one


def print_json(told: Mapping[str, Any], as_at: date | None = None) -> None:
    """Print an answer, after its version and the date that it is for where it depends on one."""
    head: dict[str, Any] = {"version": _VERSION} | ({"as_at": as_at.isoformat()} if as_at else {})
    print(json.dumps({**head, **told}, ensure_ascii=False, indent=2))
