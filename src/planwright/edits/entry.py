"""What somebody asks to be recorded as a result, and what became of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from planwright.document.editing import Edits
from planwright.document.reading import Value
from planwright.edits.pip_new import NewFile
from planwright.period import Period

Fields = Mapping[str, Value]

# Spreadsheets, Word and the Windows command line each have their own.
_LINE_END = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One result to be recorded.

    `fields` are those of a result as the text a plan file would hold (`value: 88.5`, `provisional: yes`); `groups` maps
    the name of an area or group to its value or to fields of its own. An empty text counts as not given. `reason` says
    why final figures are restated, where that is known for this entry alone.
    """

    indicator: str
    period: Period
    fields: Fields
    reason: str = ""

    @property
    def given(self) -> dict[str, Value]:
        """The fields that are given, with plain line ends."""
        return {name: with_plain_ends(value) for name, value in self.fields.items() if value not in ("", {})}


def with_plain_ends(value: Value) -> Value:
    """Return a text, or all texts of a mapping, with the line ends that plan files are read with."""
    if isinstance(value, dict):
        return {name: with_plain_ends(one) for name, one in value.items()}
    return _LINE_END.sub("\n", value) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an entry, and why, in words; `restated` where a final figure changes and is kept beside it."""

    entry: Entry
    verdict: Literal["accepted", "refused", "unchanged"]
    why: str
    restated: bool = False


@dataclass(frozen=True, slots=True)
class Recording:
    """The outcome of every entry, in order, and the changes of files that the accepted ones ask for."""

    outcomes: tuple[Outcome, ...]
    edits: tuple[Edits, ...]
    new_files: tuple[NewFile, ...]
