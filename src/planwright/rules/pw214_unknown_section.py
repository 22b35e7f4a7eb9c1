"""A section of plans is named that no service plan has.

## Why
A misspelt section is required of nobody, left out of nothing and held nowhere, and nobody notices.

## Bad
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
plans:
  required: [swott]
```

## Good
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
plans:
  required: [swot]
```

## How to fix
Write the section as the service plan's field is called: swot, feedback, value_for_money.
"""

from collections.abc import Iterable, Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.document import SETTINGS_FILE
from planwright.nearest import did_you_mean
from planwright.records.sections import SECTIONS, WORKED_OUT
from planwright.visible import one_line
from planwright.workspace import Spot

from .rule import Finding

SEVERITY = Severity.WARNING
_Named = tuple[Spot, str, tuple[str, ...], str]
_HELD = tuple(SECTIONS)
_PRINTED = (*SECTIONS, *WORKED_OUT)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each unknown section in the settings and in what plans say of other documents."""
    for spot, section, known, plan in (*_in_settings(assessment), *_in_plans(assessment)):
        if section not in known:
            yield Finding(
                spot,
                f"no service plan has a section '{one_line(section, 60)}'",
                did_you_mean(section, known)
                or "sections are called as the fields of a service plan are: swot, value_for_money ...",
                plan,
            )


def _in_settings(assessment: Assessment) -> Iterable[_Named]:
    """Yield each section the settings name, with those that may stand there: papers print more than plans hold."""
    rules, spot = assessment.workspace.settings.plans, Spot(SETTINGS_FILE, ("plans",))
    for name, known in (("required", _HELD), ("unused", _PRINTED)):
        for index, section in enumerate(getattr(rules, name)):
            yield spot.at(name, index), section, known, ""
    for section in rules.headings:
        yield spot.at("headings", section, part="key"), section, _PRINTED, ""


def _in_plans(assessment: Assessment) -> Iterable[_Named]:
    for subject in assessment.workspace.of("service-plan"):
        for index, one in enumerate(subject.record.held_elsewhere):
            yield subject.spot.at("held_elsewhere", index, "section"), one.section, _HELD, subject.id
