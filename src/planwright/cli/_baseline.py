"""An earlier report, whose findings a council has decided to live with for now."""

import json
from pathlib import Path

from planwright.diagnostic import PlanwrightError

_HOW = "`planwright validate --format json --output FILE` makes one"


def known_findings(file: Path) -> frozenset[str]:
    """Return the fingerprints of the findings in a JSON report made by validate.

    Raises PlanwrightError when there is no such file or it is no such report.
    """
    try:
        report = json.loads(file.read_text(encoding="utf-8"))
        return frozenset(str(found["fingerprint"]) for found in report["diagnostics"])
    except FileNotFoundError as error:
        raise PlanwrightError(f"there is no baseline {file}; {_HOW}") from error
    except (ValueError, LookupError, TypeError) as error:
        raise PlanwrightError(f"{file} is not a report that can serve as a baseline; {_HOW}") from error
