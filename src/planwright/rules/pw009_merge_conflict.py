"""A merge is unresolved: both versions of some lines stand in the file.

## Why
When two people change the same lines, git writes both versions into the file, between lines of `<<<<<<<`, `=======`
and `>>>>>>>`, and waits for a person to choose. Until then nobody can say what the plan says.

## Bad
```yaml
kind: service-plan
<<<<<<< HEAD
title: Housing and homelessness
=======
title: Housing services
>>>>>>> spring-review
```

## Good
```yaml
kind: service-plan
title: Housing and homelessness
```

## How to fix
Agree which version is right (or combine them), and delete the other one together with the three lines of signs.
"""
