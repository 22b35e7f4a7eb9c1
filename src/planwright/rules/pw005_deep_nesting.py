"""More than 32 lists or groups stand inside each other.

## Why
No plan needs more than ten levels. Deeper nesting comes from brackets that were never closed or from lines indented
ever further, and it can bring other programs to a halt.

## Bad
```yaml
notes: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
```

## Good
```yaml
notes: [one, two]
```

## How to fix
Look for brackets that are not closed and for lines that are indented by mistake.
"""
