r"""A file is saved in an encoding other than UTF-8.

## Why
UTF-8 is the one way of saving text that every program reads alike. Files saved as "ANSI" or "Windows-1252" turn
pound signs, dashes and curly quotes into other characters on the next computer; UTF-16 doubles every byte.

## Bad
```yaml escaped
kind: service-plan
title: Homes for \x93everyone\x94
```

## Good
```yaml escaped
kind: service-plan
title: Homes for \u201ceveryone\u201d
```

## How to fix
Open the file and save it again as UTF-8. In Notepad: File, Save as, and UTF-8 under Encoding. In Excel: Save as,
CSV UTF-8. Then look at the line the finding names: the character there may need typing again.
"""
