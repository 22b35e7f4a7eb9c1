"""The resources bill of a plan: what its actions cost by fund and year, who they take, what is unfunded or lacking."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from planwright.period import Period
from planwright.quantity import total
from planwright.reports._edition import Edition, View

_NOT_DONE = ("deferred", "cancelled", "superseded")


@dataclass(frozen=True, slots=True)
class _Need:
    """What one action takes: its row, and the one year it falls in (empty where there are several, or none is said)."""

    action: View
    resources: View
    year: str

    @property
    def money(self) -> Decimal | None:
        found: Decimal | None = self.resources["money"]
        return found

    @property
    def unfunded(self) -> bool:
        return self.resources["funded"] is False


def bill_of(edition: Edition, plan: View, years: Sequence[Period]) -> View | None:
    """Return the bill of a plan's actions; None where no resources may be shown or none are given.

    Money stands under a year where the whole action falls into it. Actions that are not to be done cost nothing.
    """
    needs = [need for action in plan["actions"] if (need := _need(edition, action, years))]
    if not needs:
        return None
    priced = [need for need in needs if need.money is not None]
    funds = list(dict.fromkeys(need.resources["fund"] or "" for need in priced))
    names = [str(year) for year in years]
    ftes = [need.resources["fte"] for need in needs if need.resources["fte"] is not None]
    return {
        "years": names,
        "lines": [
            _line(fund, [one for one in priced if (one.resources["fund"] or "") == fund], names) for fund in funds
        ],
        "whole": _line("", priced, names),
        "fte": total(ftes) if ftes else None,
        "unfunded": [_told(need) for need in needs if need.unfunded],
        "unsaid": [_told(need) for need in priced if need.resources["funded"] is None],
        "skills": [_told(need) for need in needs if need.resources["skills"]],
    }


def _need(edition: Edition, action: View, years: Sequence[Period]) -> _Need | None:
    rating = edition.work[action["id"]][0] if action["id"] in edition.work else None
    if rating is None or not action["resources"] or rating.state.key in _NOT_DONE:
        return None
    start = action["start"] or (years[0].first if years else None)
    last = rating.due.day if rating.due else None
    within = [year for year in years if start and last and year.first <= start <= last <= year.last]
    return _Need(action, action["resources"], str(within[0]) if within else "")


def _line(fund: str, needs: Sequence[_Need], years: Sequence[str]) -> View:
    return {
        "fund": fund,
        "by_year": [_money(need for need in needs if need.year == year) for year in years],
        "several": _money(need for need in needs if not need.year),
        "total": _money(needs),
        "unfunded": _money(need for need in needs if need.unfunded),
    }


def _money(needs: Iterable[_Need]) -> Decimal | None:
    """Return the sum of what some actions cost; None where there are none."""
    amounts = [need.money for need in needs if need.money is not None]
    return total(amounts) if amounts else None


def _told(need: _Need) -> View:
    return {
        "id": need.action["id"],
        "title": need.action["title"],
        "lead": need.action["lead"],
        "money": need.money,
        "skills": need.resources["skills"],
    }
