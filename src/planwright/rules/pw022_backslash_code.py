r"""A backslash in double quotes writes something else than a backslash.

## Why
In double quotes a backslash starts a code: `\n` is a new line and `\t` a tab, so `"C:\new\table"` becomes three
words on two lines. Other codes cannot be read at all or write characters that no document can show.

## Bad
```yaml
evidence: "C:\new\table.xlsx"
```

## Good
```yaml
evidence: C:\new\table.xlsx
report: 'C:\new\table.xlsx'
```

## How to fix
Use single quotes, or no quotes at all; or write every backslash twice.
"""
