"""A result is to be placed among others, and those others cannot be used.

## Why
"Second quarter" says nothing without the number of councils it was cut from. With too few, with one given twice, or
with figures of another year left aside unseen, the place is chance.

## Bad
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    rating:
      basis: benchmark
      benchmark: {by: quartile, group: nearest neighbours}
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01: {Q2: 96}
comparators:
  HSG-PI-01:
    - {with: Nether Barrow District Council, group: nearest neighbours, value: 91}
```

## Good
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    rating:
      basis: benchmark
      benchmark: {by: quartile, group: nearest neighbours}
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01: {Q2: 96}
comparators:
  HSG-PI-01:
    - {with: Nether Barrow District Council, group: nearest neighbours, value: 91}
    - {with: Eastmarsh District Council, group: nearest neighbours, value: 94}
    - {with: Hollin Vale District Council, group: nearest neighbours, value: 97}
```

## How to fix
Give enough others, each once and for the same period, under `comparators:` of the results; or ask for fewer with
`at_least:` under `benchmark:`.
"""

from collections import Counter
from collections.abc import Iterator

from planwright.assessment import Assessment, IndicatorRating
from planwright.assessment.figures import Peer
from planwright.diagnostic import Severity
from planwright.nearest import did_you_mean
from planwright.wording import listed, number_of

from ._items import at_id
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each current rating by benchmark that lacks others, or whose others are doubled or of several periods."""
    for rating in assessment.indicators.values():
        rule, subject = rating.rule, rating.subject
        if rule.basis.value != "benchmark" or not (rating.state.rated or rating.state.key == "no-benchmark"):
            continue
        peers = assessment.figures.peers.get(subject.id, ())
        for flaw, help_ in _flaws(rating, peers):
            spot = rating.figure.spot if rating.figure else at_id(subject)
            about = ((rule.basis.spot, "what asks for a benchmark"),) if rule.basis.spot else ()
            yield Finding(spot, f"{subject.id} for {rating.period}: {flaw}", help_, subject.id, about)


def _flaws(rating: IndicatorRating, peers: tuple[Peer, ...]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the others, and what would help."""
    wanted = rating.rule.place.group or ""
    named = {peer.comparator.group for peer in peers if peer.comparator.group}
    help_ = "give them under comparators: of the results"
    if rating.state.key == "no-benchmark":
        hint = did_you_mean(wanted, named) if wanted and wanted not in named else ""
        yield rating.reason, hint or help_
    used = rating.field
    if used is None:
        return
    counts = Counter(peer.comparator.with_ for peer in used.peers)
    if twice := [name for name, count in counts.items() if count > 1]:
        yield f"{listed(twice)} counts more than once for {used.period}", "keep one value of each"
    aside = Counter(
        peer.period
        for peer in peers
        if peer.period != used.period
        and peer.period.year == used.period.year
        and peer.period.last <= rating.period.last
        and not rating.engine.figure(rating.subject, peer.period)  # others stand beside each earlier result too
        and (not wanted or peer.comparator.group == wanted)
    )
    for period, count in sorted(aside.items()):
        yield f"{number_of(count, 'value')} of others for {period} is left aside beside those for {used.period}", help_
