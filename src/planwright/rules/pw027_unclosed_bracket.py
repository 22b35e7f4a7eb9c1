"""A bracket is not closed, or a comma is missing or doubled in it.

## Why
Text in square brackets is a list and text in braces a group of keys; both go on until they are closed, over as many
lines as it takes.

## Bad
```yaml
measured_by: [HSG-PI-01, HSG-PI-02
lead: HOUSING-MANAGER
```

## Good
```yaml
measured_by: [HSG-PI-01, HSG-PI-02]
lead: HOUSING-MANAGER
```

## How to fix
Close the bracket, with one comma between two items. If it is text, such as `[to be confirmed]`, put the whole text
in double quotes.
"""
