"""Explain a rule: why it matters, a bad and a good example, and how to mend what it finds."""

from typing import Annotated

import typer

from planwright import rules
from planwright.cli._session import session
from planwright.cli._tables import Table, as_text
from planwright.diagnostic import PlanwrightError
from planwright.rules.rule import Rule
from planwright.visible import one_line

EXAMPLES = ("planwright explain PW101", "planwright explain dangling-link", "planwright explain")


def run(
    context: typer.Context,
    rule: Annotated[str, typer.Argument(metavar="RULE", help="Its code or its name; all are listed without.")] = "",
) -> None:
    """Print one rule's own page, or the list of all rules."""
    if not rule:
        rows = tuple((one.code, one.severity.value, one.name, one.summary) for one in rules.load().values())
        print(as_text(Table(("rule", "severity", "name", "what it finds"), rows)), end="")
        return
    code = rules.code_of(rule)
    if code is None:
        hint = rules.suggested(rule) or "; `planwright explain` lists them all"
        raise PlanwrightError(f"there is no rule '{one_line(rule)}'{hint}")
    print(_page(rules.load()[code], bold=session(context).colour))


def _page(rule: Rule, *, bold: bool) -> str:
    sections = (("Why", rule.why), ("Bad", rule.bad), ("Good", rule.good), ("How to fix", rule.fix))
    title = f"{rule.code} {rule.name} ({rule.severity.value})"
    parts = [_heading(title, bold=bold), rule.summary]
    parts += [f"\n{_heading(name, bold=bold)}\n{text}" for name, text in sections]
    return "\n".join(parts)


def _heading(text: str, *, bold: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if bold else text
