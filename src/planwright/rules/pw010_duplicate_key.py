"""The same key is given twice in one place.

## Why
Only one of the two can count, and programs differ on which. The other value vanishes from every report without a
word.

## Bad
```yaml
id: HSG-O1
title: Offer a home within 21 days
title: Offer a home within 28 days
```

## Good
```yaml
id: HSG-O1
title: Offer a home within 21 days
```

## How to fix
Delete one of the two lines. If the second was meant to be another item of a list, begin it with a dash; if it was
meant to be another key, correct its name.
"""
