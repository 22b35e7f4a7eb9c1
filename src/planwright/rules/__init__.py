"""The rules, one module each, found by walking this folder: `pw101_dangling_link` is PW101 `dangling-link`."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from planwright.diagnostic import PlanwrightError
from planwright.nearest import did_you_mean
from planwright.visible import one_line

if TYPE_CHECKING:  # naming the codes, as shell completion does, must not import the models
    from .rule import Rule


@cache
def codes() -> Mapping[str, str]:
    """Return the name of every rule by its code, from the file names alone."""
    stems = sorted(module.stem for module in Path(__file__).parent.glob("pw[0-9]*.py"))
    parts = (stem.split("_", maxsplit=1) for stem in stems)
    return MappingProxyType({code.upper(): name.replace("_", "-") for code, name in parts})


@cache
def load() -> Mapping[str, "Rule"]:
    """Return every rule by its code, in order."""
    from .rule import rule_of

    return MappingProxyType(
        {
            code: rule_of(code, name, import_module(f".{code.lower()}_{name.replace('-', '_')}", __name__))
            for code, name in codes().items()
        }
    )


def code_of(word: str) -> str | None:
    """Return the code that a code or a rule's name means, in whatever case it is written; None where it means none."""
    upper, lower = word.upper(), word.lower()
    return upper if upper in codes() else next((code for code, name in codes().items() if name == lower), None)


def named(words: Iterable[str]) -> frozenset[str]:
    """Return the codes that codes, beginnings of codes (PW3) and rules' names mean.

    Raises PlanwrightError, with the nearest, for a word that means none.
    """
    found: set[str] = set()
    for word in words:
        exact = code_of(word)
        family = [code for code in codes() if code.startswith(word.upper())] if word.upper().startswith("PW") else []
        if not exact and not family:
            raise PlanwrightError(f"there is no rule '{one_line(word, 60)}'{suggested(word)}")
        found |= {exact} if exact else set(family)
    return frozenset(found)


def suggested(word: str) -> str:
    """Return `; did you mean dangling-link?` for the nearest code or name, or nothing.

    A number of no rule is near to none: rules whose digits are alike have nothing else in common.
    """
    if re.fullmatch(r"PW\d{3}", word, re.IGNORECASE):
        return ""
    hint = did_you_mean(word, (*codes(), *codes().values()))
    return f"; {hint}" if hint else ""
