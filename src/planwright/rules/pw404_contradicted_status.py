"""What is claimed about an action or milestone and its dates contradict each other.

## Why
"On track" beside a date long past, "complete" without a day on which it was completed, or "done in September" beside
evidence of November is what makes members distrust every other line.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
actions:
  - id: HSG-A1
    title: Set up a landlord incentive scheme
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    due: 2026-09-30
    status: complete
```

## Good
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
actions:
  - id: HSG-A1
    title: Set up a landlord incentive scheme
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    due: 2026-09-30
    done: 2026-09-22
    status: complete
```

## How to fix
Correct the status or the dates. The dates decide the rating; `status:` may be left out altogether.
"""

import re
from collections.abc import Iterator
from datetime import date

from planwright.assessment import Assessment, WorkRating
from planwright.diagnostic import Severity
from planwright.kinds.settings import MONTHS
from planwright.records.action import Action

from ._items import written
from .rule import Finding

SEVERITY = Severity.WARNING
_ALL = 100  # per cent
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b", re.ASCII)
_IN_WORDS = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b", re.ASCII)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each action or milestone whose claim the dates contradict."""
    for rating in assessment.work:
        flaw, field = _flaw(rating, assessment.as_at)
        if not flaw:
            continue
        unread = not rating.record.done and written(assessment.workspace, rating.spot.at("done"))
        if not unread:
            yield Finding(
                rating.spot.at(field),
                f"{rating.id} {flaw}",
                "correct the status or the dates; the dates decide",
                rating.subject.id,
            )


def _flaw(rating: WorkRating, as_at: date) -> tuple[str, str]:
    """Return what contradicts what, in words, and the field where that stands; both empty where nothing does."""
    record = rating.record
    if rating.contradiction:
        return rating.contradiction, "status" if record.status else "done"
    if rating.done is None:
        return "", ""
    for note in record.progress if isinstance(record, Action) else ():
        if rating.done < note.on <= as_at and note.percent is not None and note.percent < _ALL:
            return f"was done on {rating.done.isoformat()}, but was {note.percent:f} per cent done on {note.on}", "done"
    later = max(_days_in(record.evidence or ""), default=rating.done)
    if rating.promised and rating.done <= rating.promised.day < later:
        return f"counts as done on time, but its evidence is of {later.isoformat()}", "evidence"
    return "", ""


def _days_in(text: str) -> Iterator[date]:
    """Yield the days that a text names in full, such as 2026-11-04 or 4 November 2026."""
    named = [(int(year), int(month), int(day)) for year, month, day in _ISO.findall(text)]
    named += [(int(year), MONTHS.index(month) + 1, int(day)) for day, month, year in _IN_WORDS.findall(text)]
    for year, month, day in named:
        try:
            yield date(year, month, day)
        except ValueError:  # no such day: people read it, no date follows
            continue
