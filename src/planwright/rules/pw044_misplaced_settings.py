"""Settings stand in a file other than planwright.yaml at the root.

## Why
There is one set of rating rules for the whole council. A second file with settings would be read by nobody, or worse,
by somebody who believes it.

## Bad
```yaml
# file: services/settings.yaml
kind: settings
name: Wexcombe District Council
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
```

## Good
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
```

## How to fix
Move what you need to planwright.yaml at the root and delete the other file.
"""
