"""A comment asks for a finding to be ignored and gives no reason.

## Why
An exception without a reason cannot be reviewed: the next reader does not know whether it still holds. Until a reason
is given the comment has no effect.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  # planwright: ignore[PW201]
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
```

## Good
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
```

## How to fix
Write the reason after the closing bracket, on the same line.
"""
