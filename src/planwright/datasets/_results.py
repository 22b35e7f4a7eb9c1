"""The results that tables hold: of indicators that may be shown, as far as they were known at the date."""

from collections.abc import Iterator

from planwright.assessment.figures import Figure
from planwright.reports import Edition


def figures(edition: Edition) -> Iterator[Figure]:
    """Yield the results by indicator, in file order, and then by period."""
    assessment = edition.assessment
    for subject in edition.of("indicator"):
        for _, figure in sorted(assessment.figures.results.get(subject.id, {}).items()):
            if known := figure.known_at(assessment.as_at):
                yield known
