"""A vacant post answers for live work.

## Why
While nobody holds the post, nobody acts. Either somebody covers, and their post should be named, or the plan is at
risk.

## Bad
```yaml
kind: organisation
services:
  - id: HOUSING
    title: Housing
posts:
  - id: HOUSING-OPTIONS-MANAGER
    title: Housing Options Manager
    vacant: yes
committees:
  - id: CABINET
    title: Cabinet
```

## Good
```yaml
kind: organisation
services:
  - id: HOUSING
    title: Housing
posts:
  - id: HOUSING-OPTIONS-MANAGER
    title: Housing Options Manager
  - id: LETTINGS-MANAGER
    title: Lettings Manager
    vacant: yes
committees:
  - id: CABINET
    title: Cabinet
```

## How to fix
Name the post that covers for it, or take `vacant: yes` off once the post is filled.
"""

from collections import Counter
from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.wording import listed, named, number_of

from ._items import at_id, ended
from .rule import Finding

SEVERITY = Severity.WARNING
_ANSWERS = frozenset({"lead", "owner", "author"})


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each vacant post that live items name as the one responsible, with how many of each sort."""
    for subject in assessment.workspace.of("post"):
        if not subject.record.vacant or assessment.gone(subject):
            continue
        mentions = assessment.workspace.inbound.get(subject.id, ())
        live = {
            mention.source.id: mention.source.thing
            for mention in mentions
            if mention.source and mention.field in _ANSWERS and not ended(mention.source, assessment.as_at)
        }
        if live:
            counts = sorted(Counter(live.values()).items())
            what = listed(number_of(number, named(thing)) for thing, number in counts)
            yield Finding(
                at_id(subject),
                f"{subject.id} is vacant but answers for {what}",
                "name the post that covers for it",
                subject.id,
            )
