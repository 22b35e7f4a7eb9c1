r"""A tab stands in the indentation or between words.

## Why
YAML is indented with spaces. How wide a tab is differs from editor to editor, so what looks lined up on one screen
is not on another; a tab in the indentation stops the reader, a tab after a colon or a value stops some other
programs.

## Bad
```yaml escaped
objectives:
\t- id: HSG-O1
```

## Good
```yaml
objectives:
  - id: HSG-O1
```

## How to fix
Replace each tab by spaces: two for every level. Most editors have "Convert indentation to spaces" and can type
spaces when the Tab key is pressed.
"""
