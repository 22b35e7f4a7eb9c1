"""A comment asks for a finding to be ignored that is not there.

## Why
An exception that has served its purpose hides the next, real finding. Comments that are no longer needed are removed.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  # planwright: ignore[PW201] the measure is agreed with partners in January 2027
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
    measured_by: [HSG-PI-01]
```

## Good
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
    measured_by: [HSG-PI-01]
```

## How to fix
Delete the comment. If the finding it means stands elsewhere, move the comment to the line above that item, or to the
end of the item's first line.
"""

from planwright.diagnostic import Severity

SEVERITY = Severity.WARNING
