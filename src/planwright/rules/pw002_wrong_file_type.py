"""A file ends in .yaml but holds something else.

## Why
Word and Excel documents, web pages, pictures and the stand-ins of git LFS are sometimes saved or renamed under a
plan file's name. A file that holds only a list or running text is no plan file either: planwright needs `key:
value` lines.

## Bad
```yaml
<!DOCTYPE html>
<html><body>Service plan</body></html>
```

## Good
```yaml
kind: service-plan
id: HSG
```

## How to fix
Copy the words into a plain text file that begins with `kind:`, or move the document out of the plan's folders. For
a stand-in of git LFS, run `git lfs pull`.
"""
