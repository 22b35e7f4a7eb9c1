"""Where a result stands among others: against their average, by quarter, or by place, ties sharing the best one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from planwright.kinds.indicators import Indicator
from planwright.period import Period
from planwright.quantity import exactly
from planwright.records.rating import Benchmark
from planwright.records.thread import Target
from planwright.wording import number_of

from .collecting import LENGTHS
from .figures import Peer
from .placing import Verdict

QUARTILES = ("best-quartile", "second-quartile", "third-quartile", "worst-quartile")
Cut = Literal["rank", "inclusive", "exclusive"]


@dataclass(frozen=True, slots=True)
class Field:
    """What others reached in one period: their values, the average, and whether it was published or worked out.

    `beside` is the period of our own that it was asked for.
    """

    period: Period
    group: str
    peers: tuple[Peer, ...]
    average: Decimal | None
    published: Peer | None = None
    beside: Period | None = None

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The values of the others, without the published average."""
        return tuple(peer.comparator.value for peer in self.peers)

    @property
    def named(self) -> str:
        """Who the others are, in words."""
        who = f"{number_of(len(self.peers), 'other')}" if self.peers else "others"
        return f"{who} in {self.quoted}" if self.group else who

    @property
    def quoted(self) -> str:
        """The group's name as sentences quote it: `the group "Revenues Club"`; `others` where none is named."""
        return f'the group "{self.group}"' if self.group else "others"

    @property
    def when(self) -> str:
        """The period of the others, with a word where it has another length than the one it stands beside."""
        if self.beside is None or self.beside.months == self.period.months:
            return str(self.period)
        ours, theirs = (LENGTHS[one.months] for one in (self.beside, self.period))
        return f"{self.period}, a {theirs} beside our {ours}"


def field_of(peers: Sequence[Peer], period: Period, place: Benchmark) -> Field | None:
    """Return what others of the group reached in a period, else in its year, else in the latest before it.

    Of those before it, one of the same length comes first.

    None where nobody's value is known.
    """
    group = place.group or ""
    known = [peer for peer in peers if not group or peer.comparator.group == group]
    used = _period_used([peer.period for peer in known], period)
    if used is None:
        return None
    of_period = [peer for peer in known if peer.period == used]
    others = tuple(peer for peer in of_period if peer.comparator.is_ != "average")
    published = next((peer for peer in of_period if peer.comparator.is_ == "average"), None)
    average = published.comparator.value if published else None
    if average is None and len(others) >= place.at_least:
        average = _mean([peer.comparator.value for peer in others])
    return Field(used, group, others, average, published, period)


@exactly
def _mean(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal(0)) / len(values)


def _period_used(known: Sequence[Period], period: Period) -> Period | None:
    for wanted in (period, period.year):
        if wanted in known:
            return wanted
    before = [one for one in known if one.last <= period.last]
    alike = [one for one in before if one.months == period.months]
    return max(alike or before, key=lambda one: (one.last, one.first), default=None)


@exactly
def goodness(value: Decimal, polarity: str, target: Target | None) -> Decimal | None:
    """Return a number that grows as a value gets better: for a range, the distance from its midpoint, negated.

    None where neither high nor low is good, or the range is not known. Source of the range's rule: the Local Government
    Benchmarking Framework ranks such indicators by distance from the midpoint.
    """
    if polarity == "range":
        if target is None or target.low is None or target.high is None:
            return None
        return -abs(value - (target.low + target.high) / 2)
    return {"higher": value, "lower": -value}.get(polarity)


@dataclass(frozen=True, slots=True)
class Place:
    """A place among others: `rank` of `of`, the best being 1 and ties sharing it; `quarter` is 1 for the best."""

    rank: int
    of: int
    quarter: int


def place_among(own: Decimal, others: Sequence[Decimal], cut: Cut) -> Place:
    """Return the place of a value among others, all of them grown so that more is better; the own one counts too.

    By `rank` a quarter is place divided by number, rounded up to quarters; `inclusive` and `exclusive` cut between the
    sorted values at p(n-1) and p(n+1), as spreadsheets' QUARTILE.INC and QUARTILE.EXC do.
    """
    every = sorted((own, *others))
    rank = 1 + sum(one > own for one in others)
    if cut == "rank":
        return Place(rank, len(every), -(-4 * rank // len(every)))
    quarter = next((step for step, share in ((1, 3), (2, 2), (3, 1)) if own >= quartile(every, share, cut)), 4)
    return Place(rank, len(every), quarter)


@exactly
def quartile(ordered: Sequence[Decimal], number: int, cut: Cut) -> Decimal:
    """Return the first, second or third quartile of ordered values, between two of them where it falls there."""
    place = position(len(ordered), number, cut)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def position(count: int, number: int, cut: Cut) -> Decimal:
    """Return where the first, second or third quartile of `count` ordered values falls, counted from 0."""
    found = Decimal(number) * (count + 1) / 4 - 1 if cut == "exclusive" else Decimal(number) * (count - 1) / 4
    return min(max(found, Decimal(0)), Decimal(count - 1))


def placed(
    own: Decimal, indicator: Indicator, target: Target | None, field: Field, place: Benchmark, shown: str
) -> Verdict:
    """Return the state of a value, `shown` in words, by its quarter or place among others, and how that was cut."""
    good = goodness(own, indicator.polarity, target)
    others = [goodness(value, indicator.polarity, target) for value in field.values]
    if good is None or len(others) < max(place.at_least, 1):
        return Verdict("no-benchmark", lacking(indicator, field, place))
    found = place_among(good, [one for one in others if one is not None], place.cut)
    stands = f"{shown} is in place {found.rank} of {found.of} with {field.named}, {field.when}"
    if place.by == "rank":
        key = "green" if found.rank <= place.green else "amber" if found.rank <= place.amber else "red"
        return Verdict(key, f"{stands}; green to place {place.green}, amber to place {place.amber}")
    return Verdict(QUARTILES[found.quarter - 1], f"{stands}; {_CUTS[place.cut]}")


def lacking(indicator: Indicator, field: Field | None, place: Benchmark) -> str:
    """Return why nothing can be compared."""
    group = f' in the group "{place.group}"' if place.group else ""
    if field is None:
        return f"no values of others{group} are given"
    if place.by == "average" and indicator.polarity == "range":
        return "better or worse than an average says nothing where a result is to stay in a range"
    if field.published and not field.peers:
        return f"only an average of others{group} is given, and a place needs the value of each"
    if len(field.peers) < place.at_least:
        return f"{number_of(len(field.peers), 'value')} of others{group}, and {place.at_least} are asked for"
    return "a range needs a low and a high value to find its midpoint"


_CUTS: Mapping[str, str] = {
    "rank": "quarters are cut by place divided by number",
    "inclusive": "quarters are cut between values, ends included",
    "exclusive": "quarters are cut between values, ends excluded",
}
