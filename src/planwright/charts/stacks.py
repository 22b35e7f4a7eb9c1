"""Counts by group as stacked bars: one bar a service, portfolio or priority, one segment a state."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from planwright.charts.counts import Count
from planwright.charts.drawing import Chart, element, label, picture, room, wrapped
from planwright.charts.legend import Entry, legend
from planwright.palette import INK, PAPER, tone, tone_name
from planwright.wording import listed

_WIDTH = Decimal(390)
_LINE, _BAR = Decimal(19), Decimal(26)
_NOT_RATED = Count("grey", "Not rated", 0)
_FEW = 3  # groups that share the most red and are still worth naming


@dataclass(frozen=True, slots=True)
class Group:
    """How many there are in each state of one service, portfolio or priority.

    Every group names its states in the same order; a state that a group leaves out counts none.
    """

    name: str
    counts: tuple[Count, ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(count.number for count in self.counts)

    @property
    def rated(self) -> int:
        """How many of them are rated: not grey."""
        return sum(count.number for count in self.counts if _is_rated(count))

    def number(self, state: Count) -> int:
        """Return how many are in a state."""
        return sum(count.number for count in self.counts if _same(count, state))

    @property
    def segments(self) -> Iterator[Count]:
        """What is drawn: the rated states there are, then all that is not rated as one."""
        yield from (count for count in self.counts if _is_rated(count) and count.number)
        if self.total > self.rated:
            yield replace(_NOT_RATED, number=self.total - self.rated)


def stacked(groups: Sequence[Group], noun: str = "indicators", by: str = "Service") -> Chart:
    """Return one bar a group, each state a segment with its shape and number; `noun` is the plural of what is counted.

    `by` names what the groups are, as the heading of the table's first column. All bars have one scale.
    """
    everything = Group("All", _totals(groups))
    key, top = legend([_entry(count) for count in everything.segments], _WIDTH)
    most = max((group.total for group in groups), default=0) or 1
    parts = list(key)
    for group in groups:
        lines = wrapped(group.name, _WIDTH - room([str(group.total)]) - 14)
        for index, words in enumerate(lines):
            parts.append(label(words, Decimal(0), top + 16 + _LINE * index, fill=INK))
        parts.append(
            label(str(group.total), _WIDTH, top + 16, text_anchor="end", font_weight="bold", fill=INK),
        )
        top += 4 + _LINE * len(lines)
        parts += _bar(group, top, _WIDTH / most)
        top += _BAR + 8
    alt = _finding(groups, everything, noun)
    return Chart(picture(_WIDTH, top, alt, parts), alt, *_data(groups, everything, by))


def _bar(group: Group, top: Decimal, unit: Decimal) -> Iterator[str]:
    """Yield a bar of `unit` for each, with shapes and numbers in its segments or, where one is too narrow, beside it.

    Where there is no room for that either, a narrow segment keeps its number, or nothing.
    """
    left, base = Decimal(0), top + 18
    texts = [f"{count.shape} {count.number}" for count in group.segments]
    beside = ", ".join(texts) or "none"
    widths = [unit * count.number for count in group.segments]
    narrow = any(not _fits(text, width) for text, width in zip(texts, widths, strict=True)) or not texts
    outside = narrow and _fits(beside, _WIDTH - sum(widths) - 8)
    for count, text, width in zip(group.segments, texts, widths, strict=True):
        look = tone(count.key)
        yield element("rect", x=left, y=top, width=width, height=_BAR, fill=look.fill, stroke=look.edge)
        # A rim of paper on each side keeps neighbours of one colour apart.
        yield element("rect", x=left + width - 1, y=top - 1, width=2, height=_BAR + 2, fill=PAPER)
        inside = next((words for words in (text, str(count.number)) if _fits(words, width)), "")
        if inside and not outside:
            yield label(inside, left + width / 2, base, text_anchor="middle", font_weight="bold", fill=look.ink)
        left += width
    if outside:
        yield label(beside, left + 8 if texts else left, base, fill=INK)


def _fits(words: str, width: Decimal) -> bool:
    return room([words]) + 4 <= width


def _entry(count: Count) -> Entry:
    look = tone(count.key)

    def draw(x: Decimal, y: Decimal) -> str:
        swatch = element("rect", x=x, y=y - 9, width=22, height=18, fill=look.fill, stroke=look.edge)
        return swatch + label(count.shape, x + 11, y + 5, text_anchor="middle", fill=look.ink)

    return Entry(count.word, draw, Decimal(22))


def _is_rated(count: Count) -> bool:
    return tone_name(count.key) != "grey"


def _same(one: Count, other: Count) -> bool:
    return (one.key, one.word, one.symbol) == (other.key, other.word, other.symbol)


def _totals(groups: Sequence[Group]) -> tuple[Count, ...]:
    """Return the states of all groups in their order, each with how many there are altogether."""
    states = dict.fromkeys(replace(count, number=0) for group in groups for count in group.counts)
    return tuple(replace(state, number=sum(group.number(state) for group in groups)) for state in states)


def _finding(groups: Sequence[Group], everything: Group, noun: str) -> str:
    if not everything.total:
        return f"There are no {noun} to show."
    rated = [count for count in everything.counts if _is_rated(count) and count.number]
    words = ", ".join(f"{count.number} {count.word}" for count in rated)
    left = everything.total - everything.rated
    if not rated:
        return f"None of {everything.total} {noun} is rated."
    verb = "is" if everything.rated == 1 else "are"
    said = f"Of {everything.total} {noun}, {everything.rated} {verb} rated: {words}"
    return said + (f"; {left} not rated" if left else "") + _worst(groups, rated) + "."


def _worst(groups: Sequence[Group], rated: Sequence[Count]) -> str:
    """Return which groups have the most in red, where there is more than one group to compare."""
    reds = [count for count in rated if tone_name(count.key) == "red"]
    numbers = {group.name: sum(group.number(state) for state in reds) for group in groups}
    most = max(numbers.values(), default=0)
    names = [name for name, number in numbers.items() if number == most]
    if not most or len(groups) == 1 or len(names) > min(_FEW, len(groups) - 1):
        return ""
    words = listed((count.word for count in reds), "or")
    if len(names) == 1:
        return f"; {names[0]} has the most {words}, {most}"
    return f"; {listed(names)} have the most {words}, {most} each"


def _data(groups: Sequence[Group], everything: Group, by: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return a column for every state that anything is in, with the rated and all counted beside, and a row of all."""
    states = [count for count in everything.counts if count.number]
    rated, others = [one for one in states if _is_rated(one)], [one for one in states if not _is_rated(one)]
    header = (by, *(one.word for one in rated), "Rated", *(one.word for one in others), "All")
    rows = tuple(
        (
            group.name,
            *(str(group.number(one)) for one in rated),
            str(group.rated),
            *(str(group.number(one)) for one in others),
            str(group.total),
        )
        for group in (*groups, everything)
    )
    return header, rows
