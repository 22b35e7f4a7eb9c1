"""A file could not be opened.

## Why
A plan that cannot be read is missing from every paper, and nothing else in the paper shows that it is.

## Bad
A file that the current user may not read, a link that leads out of the plan's folder, a file that vanished while it
was being read.

## Good
A file in the plan's folder that everybody who runs the check may read.

## How to fix
The finding gives the reason. Ask whoever looks after the shared folder for the right to read the file, or replace a
link by the file itself.
"""
