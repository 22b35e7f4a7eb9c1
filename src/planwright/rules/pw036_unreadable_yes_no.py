"""Something other than yes or no answers a yes-or-no question.

## Why
`true`, `on` and `Y` mean different things to different programs. `yes` and `no` mean one thing to everybody.

## Bad
```yaml
kind: risk-log
id: CORP-RL
corporate: true
```

## Good
```yaml
kind: risk-log
id: CORP-RL
corporate: yes
```

## How to fix
Write `yes` or `no`, in small letters.
"""
