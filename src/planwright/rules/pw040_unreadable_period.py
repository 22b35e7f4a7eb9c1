"""A period is not written as a period.

## Why
"Q2 26/27" and "July to September" are the same quarter to people only. Periods sort and compare when they are written
in one way.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 26/27
```

## Good
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27
```

## How to fix
Write 2026-27 for a year, 2026-27-Q2, 2026-27-H1 or 2026-08 for a part of it, and 2026-27 to 2028-29 for a plan.
Within the results of one year, Q1 to Q4, H1, H2, 2026-08 and year are enough.
"""
