"""A text starts with a sign that means something else.

## Why
The signs @, `, %, >, |, ?, a dash with a space, a comma and closing brackets have a meaning of their own at the
start of a value, so `>95%` and `@jane` cannot be read as text.

## Bad
```yaml
target_text: >95% of repairs in time
```

## Good
```yaml
target_text: ">95% of repairs in time"
```

## How to fix
Put the whole text in double quotes, or begin it with a word: `over 95% of repairs in time`. A list begins below its
key, each item on a line of its own.
"""
