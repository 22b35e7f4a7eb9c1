r"""A no-break space stands where an ordinary space is needed, or ends a value.

## Why
It looks like a space but is not one: a key with it after the colon is not recognised, indentation with it does not
count, and `open` followed by it is another word than `open`. Inside a sentence it does no harm.

## Bad
```yaml escaped
kind: risk-log
title:\u00a0Housing risks
```

## Good
```yaml escaped
kind: risk-log
title: Housing risks over \u00a3\u00a05,000 a year
```

## How to fix
Delete it and type an ordinary space; at the end of a line delete it. Pasting through Notepad as plain text avoids
some of them.
"""
