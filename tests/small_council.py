"""A very small council for tests of commands: seven short files with something of every type, none of it wrong."""

from pathlib import Path

FILES = {
    "planwright.yaml": """\
kind: settings
name: Wexcombe District Council
states:
  green: {word: On track}
""",
    "organisation.yaml": """\
kind: organisation
services:
  - id: HOUSING
    title: Housing
    head: HEAD
  - id: LEISURE
    title: Leisure
posts:
  - id: HEAD
    title: Head of Housing
    service: HOUSING
  - id: CHIEF
    title: Chief Executive
""",
    "corporate.yaml": """\
kind: corporate-plan
id: CORP
title: Our plan
period: 2026-27 to 2028-29
objectives:
  - id: CORP-1
    title: Homes for all
    measured_by: [LEI-PI-01]
""",
    "services/housing/plan.yaml": """\
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links:
      - to: CORP-1
        type: direct
    measured_by: [HSG-PI-01, HSG-PI-02]
actions:
  - id: HSG-A1
    objective: HSG-O1
    title: Set up a landlord incentive scheme
    lead: HEAD
    due: 2026-12-31
    milestones:
      - title: Scheme agreed
        due: 2026-06-30
        done: 2026-07-02
      - id: HSG-M2
        title: First ten lettings
        due: 2026-11-16
risks:
  - HSG-R1
""",
    "services/housing/indicators.yaml": """\
kind: indicators
service: HOUSING
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HEAD
    unit: "%"
    polarity: higher
    targets:
      2026-27: 95
  - id: HSG-PI-02
    title: Days to re-let a home
    owner: HEAD
    unit: days
    polarity: range
    targets:
      2026-27: {low: 10, high: 20}
  - id: LEI-PI-01
    title: Visits
    service: LEISURE
    owner: CHIEF
    polarity: higher
    frequency: annual
    since: 2025-26
    targets:
      2026-27: 1000
""",
    "results.yaml": """\
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q1: {value: 92, as_at: 2026-06-30}
    Q2:
      value: 88.50
      as_at: 2026-09-30
      provisional: yes
      forecast: 94
      comment: Two large families waited for adapted homes.
  HSG-PI-02:
    Q2: {value: 15, as_at: 2026-09-30}
""",
    "services/housing/risks.yaml": """\
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    current: {likelihood: medium, impact: high}
    target: {likelihood: low, impact: high}
    owner: HEAD
    monitor: CHIEF
    reviewed: 2026-06-01
    objectives: [HSG-O1]
    actions:
      - title: Talk to landlords
        action: HSG-A1
""",
    "pips/relet.yaml": """\
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HEAD
opened: 2026-07-20
factors:
  - id: PIP-1-F1
    text: Few large homes
    origin: external
    term: long term
solutions:
  - id: PIP-1-S1
    text: Buy two homes
    in_place_by: 2027-03-31
    factors: [PIP-1-F1]
progress:
  - on: 2026-10-20
    comment: Both found.
""",
}


def lay_out(folder: Path, **changed: str) -> Path:
    """Write the council below a folder; `changed` replaces the text of files by name (dots and slashes as they are)."""
    for name, text in (FILES | changed).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return folder
