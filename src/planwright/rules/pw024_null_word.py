"""A value is `~` or `null`, which counts as not given.

## Why
Programs write `~` or `null` for "nothing". People who type them usually mean a word, or do not mean anything;
either way a reader of the file should not have to know.

## Bad
```yaml
title: Housing
target: ~
```

## Good
```yaml
title: Housing
target:
```

## How to fix
Leave the value empty, or delete the line. If the word itself is meant, put it in double quotes.
"""

from planwright.diagnostic import Severity

SEVERITY = Severity.WARNING
