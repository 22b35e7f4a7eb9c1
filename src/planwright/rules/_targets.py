"""What rules ask of targets: each target of an indicator with its period and its spot."""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.period import Period, parse_period
from planwright.records.thread import Target
from planwright.workspace import Spot, Subject

from ._items import written


def targets(assessment: Assessment, subject: Subject) -> Iterator[tuple[Period, Target, Spot]]:
    """Yield the targets of an indicator, but for those of which a part could not be read."""
    start = assessment.figures.year_start
    for name, target in subject.record.targets.items():
        spot = subject.spot.at("targets", name)
        parts = (field for field, value in target if value is None)
        if not any(written(assessment.workspace, spot.at(field)) for field in parts):
            yield parse_period(name, start), target, spot
