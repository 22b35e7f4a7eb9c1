"""Efficiency gains and other savings as the guidance sets them out: by category and year, with shares of the budget."""

from collections.abc import Iterable
from decimal import Decimal, localcontext

from planwright.quantity import PRECISION, total
from planwright.reports._edition import View
from planwright.wording import capital

_GROUPS = (
    ("Non-cashable efficiency gains", ("much more for a little more", "more for the same")),
    ("Cashable efficiency gains", ("more for less", "the same for less")),
    ("Other savings, which are not gains", ("less for even less",)),
)
_GAINS = _GROUPS[:2]
_TESTS = {
    "same with fewer inputs": "The same performance with fewer inputs",
    "same at lower cost": "The same performance at lower cost",
    "more for the same": "More performance for the same inputs",
    "proportionately more for more": "Proportionately more performance for more inputs",
}
_TENTH = Decimal("0.1")
Amounts = list[Decimal | None]


def efficiency_of(plan: View, years: list[str]) -> View | None:
    """Return the guidance's table for a plan and its years; None where the plan has neither gains nor savings.

    Cuts in service are in no total of gains. A share is per cent of the net service budget of the year, None where the
    budget is not known.
    """
    rows = plan["efficiency"]
    if not rows:
        return None
    columns = [*years, *sorted({year for row in rows for year in row["amounts"]} - set(years))]
    budgets = _budgets(plan["profile"] or {}, years)
    gains = [row for row in rows if row["category"] in {one for _, categories in _GAINS for one in categories}]
    totals = [("Total of efficiency gains", _sums(gains, columns))]
    if len(gains) < len(rows):
        totals.append(("Grand total, other savings included", _sums(rows, columns)))
    return {
        "years": columns,
        "groups": [_group(title, categories, rows, columns) for title, categories in _GROUPS],
        "totals": [
            {"title": title, "amounts": amounts, "shares": _shares(amounts, columns, budgets)}
            for title, amounts in totals
        ],
        "unknown": [year for year in columns if not budgets.get(year)],
    }


def asked_of(plan: View, of_every: Decimal | None) -> str:
    """Return the gains asked of a service beside those asked of every service, in words; empty where none are."""
    own = plan["efficiency_target"]
    told = [f"The council asks every service for gains of {of_every}% of its net budget a year"] if of_every else []
    if own is not None:
        told.append(f"{own}% is asked of this one" if of_every else f"{own}% of its net budget a year is asked of it")
    return capital("; ".join(told))


def _group(title: str, categories: tuple[str, ...], rows: list[View], years: list[str]) -> View:
    mine = [row for row in rows if row["category"] in categories]
    return {
        "title": title,
        "amounts": _sums(mine, years),
        "categories": [
            {"name": name, "rows": [_row(row, years) for row in mine if row["category"] == name]} for name in categories
        ],
    }


def _row(row: View, years: list[str]) -> View:
    return row | {
        "amounts": [row["amounts"].get(year) for year in years],
        "test": _TESTS.get(row["test"] or "", ""),
        "also_cashable": row["cashable"] and row["category"] in _GROUPS[0][1],
    }


def _sums(rows: Iterable[View], years: list[str]) -> Amounts:
    """Return the sums of rows by year, None for a year without any."""
    amounts = [[row["amounts"][year] for row in rows if row["amounts"].get(year) is not None] for year in years]
    return [total(each) if each else None for each in amounts]


def _budgets(profile: View, years: list[str]) -> dict[str, Decimal]:
    """Return the net service budget by year; the first year's is its revenue budget where nothing else is said."""
    first = {years[0]: profile["revenue"]} if profile.get("revenue") is not None else {}
    return first | dict(profile.get("budgets") or {})


def _shares(amounts: Amounts, years: list[str], budgets: dict[str, Decimal]) -> Amounts:
    return [
        _share(amount, budgets[year]) if amount is not None and budgets.get(year) else None
        for amount, year in zip(amounts, years, strict=True)
    ]


def _share(amount: Decimal, budget: Decimal) -> Decimal:
    with localcontext(prec=PRECISION):
        return (amount * 100 / budget).quantize(_TENTH)
