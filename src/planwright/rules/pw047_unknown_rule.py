"""A comment or the settings name a rule that does not exist.

## Why
A rule that is switched off by a misspelt name stays on, and nobody notices until it matters.

## Bad
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
severities:
  overdue-milstone: error
```

## Good
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
severities:
  overdue-milestone: error
```

## How to fix
Write the code or the name of a rule: the nearest is suggested, and every finding shows its own code.
"""
