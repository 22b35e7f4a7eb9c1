"""What rules ask of targets: each target of an indicator, or of one of its groups, with its period and its spot."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planwright.assessment import Assessment
from planwright.period import Period, parse_period
from planwright.records.thread import Target
from planwright.workspace import Spot, Subject

from ._items import written

OWN_STATES = frozenset({"symmetrical", "five-state", "steps"})
"""Methods that name states of their own, so that a target's amber value, floor, or low and high do not count."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A target as it stands in a file; `group` names the area or group it is for, empty for the whole."""

    indicator: str
    group: str
    period: Period
    target: Target
    spot: Spot

    @property
    def whose(self) -> str:
        """Whose target it is, in words."""
        return f"{self.indicator} ({self.group})" if self.group else self.indicator


def targets(assessment: Assessment, subject: Subject) -> Iterator[Stated]:
    """Yield the targets of an indicator and then of its groups, but for those of which a part could not be read."""
    indicator, spot = subject.record, subject.spot
    yield from _of_one(assessment, subject, "", indicator.targets, spot.at("targets"))
    if indicator.breakdown:
        for group, own in indicator.breakdown.targets.items():
            yield from _of_one(assessment, subject, group, own, spot.at("breakdown", "targets", group))


def _of_one(
    assessment: Assessment, subject: Subject, group: str, own: Mapping[str, Target], where: Spot
) -> Iterator[Stated]:
    start = assessment.figures.start(subject.record)
    flawed = where.file in assessment.workspace.flawed  # only there may a part be lost
    for name, target in own.items():
        spot = where.at(name)
        parts = (field for field, value in target if value is None) if flawed else ()
        if not any(written(assessment.workspace, spot.at(field)) for field in parts):
            yield Stated(subject.id, group, parse_period(name, start), target, spot)
