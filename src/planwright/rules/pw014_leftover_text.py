r"""Text goes on after a closing quote or bracket.

## Why
A closing quote ends the value; an apostrophe inside single quotes is such a closing quote. What follows belongs to
nothing.

## Bad
```yaml
title: 'Wexcombe's homes'
```

## Good
```yaml
title: "Wexcombe's homes"
```

## How to fix
Use double quotes around a text with an apostrophe, or no quotes at all. Quotes inside double quotes are written
`\"`. Put a whole text that starts with a bracket into double quotes.
"""
