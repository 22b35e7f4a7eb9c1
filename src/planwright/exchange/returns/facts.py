"""What a return prints beside each row so that nobody has to look anything up: target, last answer, a year ago."""

from decimal import Decimal

from planwright.assessment import Assessment
from planwright.assessment.collecting import collecting
from planwright.assessment.rounding import rounded
from planwright.explaining.indicators import BETTER, target_words
from planwright.explaining.printed import printed_period
from planwright.kinds.indicators import Indicator
from planwright.quantity import with_unit
from planwright.wording import capital
from planwright.workspace import Subject

from .asking import Row

_SHARES = ("weighted", "rolling")
_LACKING = {"awaited": "No figure yet", "late": "No figure yet"}


def facts(assessment: Assessment, row: Row) -> dict[str, str]:
    """Return the texts of a row's printed columns."""
    indicator: Indicator = row.subject.record
    target = assessment.figures.target(row.subject, row.period, row.group)
    before = collecting(indicator).a_year_before(row.period)
    a_year_ago = assessment.ratings.values.value(row.subject, before, row.group)
    return {
        "indicator": row.subject.id,
        "period": str(row.period),
        "group": row.group,
        "title": row.subject.title,
        "description": (indicator.description or indicator.formula or "").strip(),
        "unit": indicator.unit or "",
        "polarity": capital(BETTER[indicator.polarity]),
        "target": target_words(target.target, indicator.unit or "", indicator.polarity) if target else "None",
        "before": _before(assessment, row),
        "last_year": _value(indicator, a_year_ago),
        "wanted": row.wanted,
    }


def is_share(assessment: Assessment, subject: Subject) -> bool:
    """Whether what is counted and out of how many can be given: results of the indicator are shares of a whole."""
    indicator: Indicator = subject.record
    known = assessment.figures.results.get(subject.id, {}).values()
    return indicator.aggregation in _SHARES or any(figure.result.numerator is not None for figure in known)


def _before(assessment: Assessment, row: Row) -> str:
    """Return the figure of the period collected before, with its comment; the state it is in where it has none."""
    rating = assessment.ratings.rate(row.subject, row.period).earlier
    value = assessment.ratings.values.value(row.subject, rating.period, row.group)
    result = rating.result
    told = result.groups.get(row.group) if result and row.group else result
    figure = _value(row.subject.record, value) or (
        "" if row.group else _LACKING.get(rating.state.key, rating.state.word)
    )
    comment = (told.comment or "").strip() if told else ""
    first = f"{figure} ({printed_period(rating.period)})" if figure else ""
    return "\n".join(part for part in (first, comment) if part)


def _value(indicator: Indicator, value: Decimal | None) -> str:
    return "" if value is None else with_unit(rounded(value, indicator.decimals), indicator.unit or "")
