"""An import mapping does not say which column names the indicator, or which holds the result.

## Why
Without them no row of a spreadsheet can be read, and `planwright import` refuses every file that the mapping fits.

## Bad
```yaml
kind: import-mapping
id: IMPORT-LEISURE
file: leisure-*.xlsx
columns:
  indicator: Our ref
  comment: Remarks
```

## Good
```yaml
kind: import-mapping
id: IMPORT-LEISURE
file: leisure-*.xlsx
columns:
  indicator: Our ref
  value: Actual
  comment: Remarks
```

## How to fix
Name the headings: `indicator:` or `title:`, and `value:` or `numerator:`. Where each period has a column of its own,
list those under `periods:` and leave `value:` out.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.kinds.import_mapping import ImportMapping

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each mapping that leaves out what names a row's indicator or its result, or tells the result twice."""
    for subject in assessment.workspace.of("import-mapping"):
        mapping: ImportMapping = subject.record
        columns, spot = mapping.columns, subject.spot.at("columns", part="key")
        if columns.indicator is None and columns.title is None:
            message = f"{subject.id} does not say which column names the indicator"
            yield Finding(spot, message, "add indicator: or title: with the heading of that column", subject.id)
        figure = columns.value or columns.numerator or columns.judgement_state
        if figure is None and not mapping.periods:
            message = f"{subject.id} does not say which column holds the result"
            yield Finding(spot, message, "add value: with its heading, or a column for each period", subject.id)
        if figure is not None and mapping.periods:
            message = f"{subject.id} has a column for the result ({figure}) and others for single periods"
            yield Finding(spot.at("value"), message, "leave value: out, or leave periods: out", subject.id)
