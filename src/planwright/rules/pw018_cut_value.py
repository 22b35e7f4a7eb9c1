"""A ` #` in a text begins a comment and cuts the text short.

## Why
A `#` after a space begins a comment. `Case #42 review` is read as `Case`, and nothing tells the reader of the paper
that the rest is missing. A comment that is meant as one begins with `# `, with a space.

## Bad
```yaml
title: Review of case #42 with partners
```

## Good
```yaml
title: "Review of case #42 with partners"
due: 2026-09-30 # agreed by the board
```

## How to fix
Put the whole text in double quotes. If the rest of the line is a comment, leave a space after the `#`.
"""

from planwright.diagnostic import Severity

SEVERITY = Severity.WARNING
