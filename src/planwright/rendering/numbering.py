"""All numbers and ids of a page: headings, paragraphs, tables, figures and footnotes, each given once and in order."""

import re
import unicodedata
from dataclasses import dataclass, field

_NUMBERED_LEVELS = (2, 3)


@dataclass(slots=True)
class Numbering:
    """Counts while a page is built; every method gives the next number or id and remembers it."""

    headings: bool = True
    paragraphs: bool = False
    _counts: list[int] = field(default_factory=lambda: [0, 0])
    _paragraph: int = 0
    _level: int = 1
    _numbered: bool = False
    _tables: int = 0
    _figures: int = 0
    _notes: int = 0
    _ids: set[str] = field(default_factory=set)

    def level(self, asked: int) -> int:
        """Return the level a heading takes, at most one below the last, because headings never skip."""
        self._level = max(2, min(asked, self._level + 1))
        return self._level

    def heading(self, level: int, *, numbered: bool = True) -> str:
        """Return the number of a heading, such as `4` or `4.2`, empty for levels and documents that have none."""
        if level == _NUMBERED_LEVELS[0]:
            self._paragraph = 0
            self._numbered = self.headings and numbered
            if not self._numbered:
                return ""
            self._counts = [self._counts[0] + 1, 0]
            return str(self._counts[0])
        if level not in _NUMBERED_LEVELS or not self._numbered or not numbered or self.paragraphs:
            return ""
        self._counts[1] += 1
        return f"{self._counts[0]}.{self._counts[1]}"

    def paragraph(self) -> str:
        """Return the number of a paragraph, such as `4.2`, empty in documents that do not number them."""
        if not self.paragraphs or not self._numbered:
            return ""
        self._paragraph += 1
        return f"{self._counts[0]}.{self._paragraph}"

    def table(self) -> int:
        """Return the number of the next captioned table."""
        self._tables += 1
        return self._tables

    def figure(self) -> int:
        """Return the number of the next captioned figure."""
        self._figures += 1
        return self._figures

    def note(self) -> int:
        """Return the number of the next footnote."""
        self._notes += 1
        return self._notes

    def id(self, text: str) -> str:
        """Return an id made from words, different from all others of the page."""
        ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
        stem = "-".join(re.findall(r"[a-z0-9]+", ascii_text.lower()))[:60].strip("-") or "section"
        name, copies = stem, 1
        while name in self._ids:
            copies += 1
            name = f"{stem}-{copies}"
        self._ids.add(name)
        return name
