"""A milestone is overdue.

## Why
A missed milestone is the earliest sign that an action will be late. Either it was reached and nobody said so, or a new
date is needed, with a reason.

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
    due: 2026-12-31
    milestones:
      - title: First ten lettings
        due: 2026-09-30
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
    due: 2026-12-31
    milestones:
      - title: First ten lettings
        due: 2026-09-30
        revised:
          - to: 2026-11-30
            reason: The forum met a month later than planned
```

## How to fix
If it was reached, add `done:` with the day. If not, add the new date under `revised:` with the reason; the first date
stays as it is. How many days of grace there are is set in the settings, under `dates:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.work import WorkRating
from planwright.diagnostic import Severity
from planwright.visible import one_line
from planwright.workspace import Spot

from ._items import ended, written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each milestone of a live action that is overdue by more than the days of grace."""
    for rating in assessment.work:
        if rating.index is None or rating.state.key != "overdue" or ended(rating.subject, assessment.as_at):
            continue
        if written(assessment.workspace, rating.spot.at("done")):  # what stands there could not be read
            continue
        yield Finding(
            _where_due(rating),
            f"milestone '{one_line(rating.title, 60)}' of {rating.subject.id} is overdue: {rating.reason}",
            "add done: with the day, or the new date and its reason under revised:",
            rating.subject.id,
        )


def _where_due(rating: WorkRating) -> Spot:
    """Return the spot of the date that counts: the latest one agreed, else the first."""
    revised = rating.subject.record.milestones[rating.index].revised
    agreed = [number for number, slip in enumerate(revised) if slip.to == rating.due]
    return rating.spot.at("revised", agreed[-1], "to") if agreed else rating.spot.at("due")
