"""A rule: its code, name and words, and the function from an assessment to findings."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from types import ModuleType

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.workspace import Spot

_SECTIONS = ("Why", "Bad", "Good", "How to fix")
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: where, what is wrong, how to mend it, the id of the item, and other spots that explain it."""

    spot: Spot
    message: str
    help: str = ""
    subject: str = ""
    related: tuple[tuple[Spot, str], ...] = ()


Check = Callable[[Assessment], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as people read it; every text is Markdown.

    `check` is None where the findings come from reading the files or from the checking itself. `severity` is what its
    findings weigh unless the settings say otherwise. `private` says that it speaks of private plans, where they are
    there.
    """

    code: str
    name: str
    summary: str
    why: str
    bad: str
    good: str
    fix: str
    severity: Severity = Severity.ERROR
    check: Check | None = None
    private: bool = False

    @property
    def help(self) -> str:
        """Why it matters and how to mend it."""
        return f"{self.why}\n\n{self.fix}"


def rule_of(code: str, name: str, module: ModuleType) -> Rule:
    """Return the rule that a module describes in its docstring, with its SEVERITY (error), PRIVATE and check, if any.

    Raises ValueError when the docstring is not a summary followed by Why, Bad, Good and How to fix.
    """
    summary, *parts = _HEADING.split(cleandoc(module.__doc__ or ""))
    if tuple(parts[::2]) != _SECTIONS:
        raise ValueError(f"{code}: the docstring needs a summary, then {', '.join(_SECTIONS)}")
    why, bad, good, fix = (text.strip() for text in parts[1::2])
    severity: Severity = getattr(module, "SEVERITY", Severity.ERROR)
    check: Check | None = getattr(module, "check", None)
    private: bool = getattr(module, "PRIVATE", False)
    return Rule(code, name, summary.strip(), why, bad, good, fix, severity, check, private)
