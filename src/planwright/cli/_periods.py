"""Reads the periods that people type: a whole one, or short for a part of the current year."""

from planwright.assessment import Assessment
from planwright.diagnostic import PlanwrightError
from planwright.period import Period, month_of, parse_period, part_of
from planwright.visible import one_line
from planwright.workspace import Subject


def period_of(assessment: Assessment, subject: Subject, text: str) -> Period:
    """Return the period of an indicator that `2026-27-Q2`, or `Q2` for one of the current year, names.

    Raises PlanwrightError, with the way to write it, where it names none.
    """
    start = assessment.figures.start(subject.record)
    try:
        return part_of(month_of(assessment.as_at, start).year, text)
    except ValueError:  # not short for a part of the current year
        pass
    try:
        return parse_period(text, start)
    except ValueError as error:
        raise PlanwrightError(f"'{one_line(text, 60)}' is not a period planwright can read; {error}") from error


def period_option(text: str) -> str:
    """Return the value of --period, empty where it is not given; raises PlanwrightError, with the way to write it."""
    try:
        return str(parse_period(text)) if text else ""
    except ValueError as error:
        told = one_line(text, 60)
        raise PlanwrightError(f"--period: '{told}' is not a period planwright can read; {error}") from error
