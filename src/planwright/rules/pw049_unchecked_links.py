"""Links cannot be checked because a file that may hold what they name cannot be read at all.

## Why
Where not even the ids of a file are known, a link into it cannot be told from a mistyped one. Telling every one of
them would bury the finding that matters: the file itself.

## Bad
```yaml
# file: services/housing.yaml
kind: service-plan
id: HSG
service: HOUSING-2
period: 2026-27 to 2028-29
# file: organisation-2.yaml
# nothing is written here yet
```

## Good
```yaml
# file: services/housing.yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
```

## How to fix
Mend the file that the finding stands in, then check again: the links are checked as soon as it can be read.
"""

from planwright.diagnostic import Severity

SEVERITY = Severity.WARNING
