"""The value of an indicator, or of one of its groups, in a period: as given, or worked out by the way stated."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from planwright.kinds.indicators import Indicator
from planwright.period import Period
from planwright.workspace import Subject

from .aggregation import Measured, aggregate, measured, rolled
from .collecting import collecting
from .figures import Figure, Figures

_Part = Callable[[Figure], Measured | None]


@dataclass(frozen=True)
class Values:
    """All values as they were known at a date."""

    figures: Figures
    as_at: date

    def figure(self, subject: Subject, period: Period) -> Figure | None:
        """Return the result given for a period as it was known at the date; None where there was none."""
        given = self.figures.results.get(subject.id, {}).get(period)
        return given.known_at(self.as_at) if given else None

    def value(self, subject: Subject, period: Period, group: str = "") -> Decimal | None:
        """Return the value of a period: the one given, else the figure from its parts by the stated aggregation.

        `group` names one of its areas or groups. None where a reason stands for it, or nothing can be worked out.
        """
        return self.value_of(subject, period, self.figure(subject, period), group)

    def value_of(self, subject: Subject, period: Period, figure: Figure | None, group: str = "") -> Decimal | None:
        """Return the value of a period whose figure is already at hand."""
        given = figure.result.value if figure and not group and not figure.result.missing else None
        return self._value(subject, figure, period, group) if given is None else given

    def _value(self, subject: Subject, figure: Figure | None, period: Period, group: str) -> Decimal | None:
        indicator: Indicator = subject.record
        if figure and figure.result.missing:
            return None

        def part(one: Figure) -> Measured | None:
            return one.result.groups.get(group) if group else one.result

        given = part(figure) if figure else None
        if given and given.value is None and indicator.aggregation == "rolling" and indicator.window_months:
            return self._rolling(subject, period, part)
        value = measured(indicator, given) if given else None
        return value if value is not None else self._from_parts(subject, period, part)

    def _from_parts(self, subject: Subject, period: Period, part: _Part) -> Decimal | None:
        """Return a longer period's figure from its parts, where all of them are there."""
        months = collecting(subject.record).months
        if period.months <= months:
            return None
        last = [*period.parts(months)][-1]
        if subject.record.aggregation == "rolling" and subject.record.window_months:
            return self._rolling(subject, last, part)
        figures = [self.figure(subject, one) for one in period.parts(months)]
        parts = [found for one in figures if one and (found := part(one))]
        return aggregate(subject.record, parts) if len(parts) == len(figures) else None

    def _rolling(self, subject: Subject, period: Period, part: _Part) -> Decimal | None:
        """Return the figure of the window that ends with a period; None where a part of it is missing."""
        months = collecting(subject.record).months
        window = [period]
        while len(window) * months < subject.record.window_months:
            window.append(window[-1].previous)
        figures = [self.figure(subject, one) for one in window]
        parts = [found for one in figures if one and (found := part(one))]
        return rolled(subject.record, parts) if len(parts) == len(window) else None

    def derived(self, subject: Subject, period: Period) -> bool:
        """Whether a period's value was worked out from other periods."""
        figure = self.figure(subject, period)
        given = measured(subject.record, figure.result) if figure else None
        return given != self.value(subject, period)
