"""The hidden sheet of a return: for whom and when it was made, and what stood in the plan for each of its rows then."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from planwright.assessment import Assessment
from planwright.exchange.amounts import tidy
from planwright.exchange.sheet import Sheet
from planwright.period import parse_date

from .asking import Return
from .columns import STAMP
from .facts import facts

_VERSION = "1"
_MARK = "planwright return"
_FIRST_ROW = 2  # below the mark and what the workbook was made for
_SHORT = 40  # characters of a text that are kept as they are; longer ones as their fingerprint
_KEPT = 16
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """One row as it was made: its indicator, period and group, and fingerprints of what was printed and what stood."""

    key: Key
    printed: Mapping[str, str]
    stood: Mapping[str, str]

    @property
    def name(self) -> str:
        """What it is for, in words."""
        return " ".join(filter(None, self.key))


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a workbook was made for."""

    council: str
    post: str
    as_at: date
    rows: tuple[Asked, ...]


def fingerprint(text: str) -> str:
    """Return a short text as it is and a long one as its digest; spaces and line ends do not count."""
    plain = tidy(text)
    return plain if len(plain) <= _SHORT else f"#{sha256(plain.encode()).hexdigest()[:_KEPT]}"


def council_of(assessment: Assessment) -> str:
    """Return what tells a council from others: its name, and its code where one is set."""
    settings = assessment.workspace.settings
    return f"{settings.name} ({settings.gss_code})" if settings.gss_code else settings.name


def stamp_of(asked: Return) -> Stamp:
    """Return the stamp of a return that is being made."""
    rows = tuple(
        Asked(row.key, _fingerprints(facts(asked.assessment, row)), _fingerprints(row.stands)) for row in asked.rows
    )
    return Stamp(tidy(council_of(asked.assessment)), asked.post.id, asked.assessment.as_at, rows)


def _fingerprints(texts: Mapping[str, str]) -> dict[str, str]:
    return {name: fingerprint(text) for name, text in texts.items()}


def lines(stamp: Stamp) -> tuple[tuple[str, ...], ...]:
    """Return a stamp as the rows of a sheet, the first of them sealed by a digest of all others."""
    about = (stamp.council, stamp.post, stamp.as_at.isoformat())
    rows = [(*row.key, _packed(row.printed), _packed(row.stood)) for row in stamp.rows]
    return (_MARK, _VERSION, _seal([about, *rows])), about, *rows


def _packed(texts: Mapping[str, str]) -> str:
    return json.dumps(dict(texts), ensure_ascii=False, sort_keys=True)


def _seal(rows: list[tuple[str, ...]]) -> str:
    return sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()[:_KEPT]


def read_stamp(sheet: Sheet) -> Stamp:
    """Return the stamp that a sheet holds; raises ValueError, in words, where it is not as it was made."""
    texts = [tuple(cell.text for cell in row) for row in sheet.rows]
    mark, version, seal = _first(texts, 0, 3)
    if mark != _MARK:
        raise ValueError(f"its hidden sheet '{STAMP}' was emptied")
    if version != _VERSION:
        raise ValueError("it was made by another version of planwright; make it again and copy the answers over")
    about = _first(texts, 1, 3)
    rows = [_first(texts, row, 5) for row in range(_FIRST_ROW, len(texts)) if any(texts[row])]
    if seal != _seal([about, *rows]):
        raise ValueError(f"its hidden sheet '{STAMP}' was changed")
    found = tuple(Asked((row[0], row[1], row[2]), json.loads(row[3]), json.loads(row[4])) for row in rows)
    return Stamp(about[0], about[1], parse_date(about[2]), found)


def _first(texts: list[tuple[str, ...]], row: int, count: int) -> tuple[str, ...]:
    """Return the first cells of a row, empty ones where it is shorter."""
    found = texts[row] if row < len(texts) else ()
    return (*found, *[""] * count)[:count]
