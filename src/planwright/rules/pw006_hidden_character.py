r"""A character that nobody can see stands in the file.

## Why
Control characters, zero-width spaces, direction marks and byte order marks arrive with text pasted from Word, PDFs
and web pages. They make two names that look the same differ, break Word documents and XML, and can make a line read
differently from what it says.

## Bad
```yaml escaped
kind: service-plan
ti\u200btle: Housing
```

## Good
```yaml
kind: service-plan
title: Housing
```

## How to fix
Delete the character: place the cursor just behind it and press Backspace once, or type the line again. A "Word line
break" is typed in Word with Shift and Enter; use an ordinary line break instead.
"""
