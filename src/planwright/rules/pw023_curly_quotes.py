"""Curly quotes stand where straight ones do their work.

## Why
Word turns straight quotes into curly ones as you type. To YAML they are letters: they do not hold a text together,
and they become part of a key or a value. Around a whole value they are probably a mistake; inside a sentence they
are welcome.

## Bad
```yaml
title: “Housing: the next three years”
```

## Good
```yaml
title: "Housing: the next three years"
overview: The aim is “a home for everyone”, in the community's words.
```

## How to fix
Type straight quotes (Shift and 2, or the key beside Enter), or leave the quotes out.
"""
