"""Whether a plan item has ended by a date: retired, or merged into another."""

from datetime import date

from planwright.records.base import Record, Retirement


def ended(record: Record, as_at: date) -> str:
    """Return why an item has ended by a date, in words; empty while it has not."""
    retired: Retirement | None = getattr(record, "retired", None)
    if retired:  # its day is also the day on which what took the item over did so
        return retired.reason if retired.on is None or retired.on <= as_at else ""
    merged = getattr(record, "merged_into", None)
    return f"merged into {merged}" if merged else ""
