"""Counts as pictures: bars by state, and the heat map of a risk log."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from planwright.charts.drawing import Chart, element, label, picture, room
from planwright.charts.findings import counted
from planwright.palette import INK, MUTED, SYMBOLS, Symbol, tone

_WIDTH = Decimal(390)
_ROW = Decimal(34)
_SQUARE_HEIGHT = Decimal(56)


@dataclass(frozen=True, slots=True)
class Count:
    """How many things are in one state; `key` gives the colour and shape, `word` is what is read.

    `symbol` names the shape of a state that has one of its own.
    """

    key: str
    word: str
    number: int
    symbol: Symbol | None = None

    @property
    def shape(self) -> str:
        """The character that tells the state apart without colour."""
        return SYMBOLS[self.symbol or tone(self.key).symbol]


@dataclass(frozen=True, slots=True)
class Square:
    """One cell of a heat map: the band it lies in (key for its colour, word to read) and how many stand there.

    `rank` is the band's place among all bands, the lowest first.
    """

    key: str
    word: str
    number: int
    rank: int = 0


def bars(counts: Sequence[Count], noun: str = "indicators") -> Chart:
    """Return one bar a state, each with its shape, word and number; `noun` is the plural of what is counted."""
    most = max((count.number for count in counts), default=0) or 1
    left = room(count.word for count in counts) + 34
    widest = _WIDTH - left - room([str(most)]) - 14
    parts = []
    for index, count in enumerate(counts):
        top, look = _ROW * index, tone(count.key)
        parts.append(label(count.shape, Decimal(4), top + 22, fill=INK))
        parts.append(label(count.word, Decimal(24), top + 22, fill=INK))
        length = widest * count.number / most
        if count.number:
            parts.append(element("rect", x=left, y=top + 6, width=length, height=22, fill=look.fill, stroke=look.edge))
        parts.append(label(str(count.number), left + length + 8, top + 22, font_weight="bold", fill=INK))
    alt = counted(f"{noun.capitalize()} by state", ((count.word, count.number) for count in counts))
    svg = picture(_WIDTH, _ROW * len(counts), alt, parts)
    return Chart(svg, alt, ("State", "Number"), tuple((count.word, str(count.number)) for count in counts))


def heat_map(
    rows: Sequence[str],
    columns: Sequence[str],
    squares: Sequence[Sequence[Square]],
    row_title: str = "Likelihood",
    column_title: str = "Impact",
    noun: str = "risks",
) -> Chart:
    """Return a matrix of counts coloured by band; rows come top to bottom, and each square says its band in words."""
    left = max(room(rows), room([row_title])) + 14
    words = [square.word for line in squares for square in line]
    width = max(Decimal(72), room([*columns, *words]) + 10, (_WIDTH - left) / max(len(columns), 1))
    parts = [label(row_title, Decimal(0), Decimal(18), fill=MUTED, font_weight="bold")]
    for down, (name, line) in enumerate(zip(rows, squares, strict=True)):
        top = Decimal(30) + (_SQUARE_HEIGHT + 4) * down
        parts.append(label(name, Decimal(0), top + 33, fill=INK))
        for across, square in enumerate(line):
            parts += _square(square, left + (width + 4) * across, top, width)
    foot = Decimal(30) + (_SQUARE_HEIGHT + 4) * len(rows)
    for across, name in enumerate(columns):
        middle = left + (width + 4) * across + width / 2
        parts.append(label(name, middle, foot + 16, text_anchor="middle", fill=INK))
    full = left + (width + 4) * len(columns)
    parts.append(
        label(column_title, (left + full) / 2, foot + 40, text_anchor="middle", fill=MUTED, font_weight="bold")
    )
    alt = _heat_finding(squares, f"{noun.capitalize()} by {row_title.lower()} and {column_title.lower()}")
    data = tuple(
        (name, *(f"{square.number} ({square.word})" for square in line))
        for name, line in zip(rows, squares, strict=True)
    )
    return Chart(picture(full, foot + 48, alt, parts), alt, (f"{row_title} / {column_title}", *columns), data)


def _square(square: Square, x: Decimal, y: Decimal, width: Decimal) -> Iterator[str]:
    look, middle = tone(square.key), x + width / 2
    yield element("rect", x=x, y=y, width=width, height=_SQUARE_HEIGHT, rx=3, fill=look.fill, stroke=look.edge)
    number = str(square.number)
    yield label(number, middle, y + 26, text_anchor="middle", font_size=20, font_weight="bold", fill=look.ink)
    yield label(square.word, middle, y + 46, text_anchor="middle", fill=look.ink)


def _heat_finding(squares: Sequence[Sequence[Square]], subject: str) -> str:
    totals: Counter[tuple[int, str]] = Counter()
    for line in squares:
        for square in line:
            totals[square.rank, square.word] += square.number
    worst_first = sorted(totals.items(), reverse=True)
    return counted(subject, ((word, number) for (_, word), number in worst_first))
