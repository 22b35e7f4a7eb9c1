"""What the rules on benchmarks and on areas or groups find, and where they keep quiet."""

import pytest
from council_of_rules import findings, measure, must_be_found, must_be_quiet

AREAS = "breakdown: {by: area, groups: [North, South]}\n"
RATED = "polarity: higher\ntargets: {2026-27: 95}\n"
PEERS = "polarity: higher\nrating: {basis: benchmark, benchmark: {by: quartile, group: near, at_least: 2}}\n"


def among(*others: str, rule: str = PEERS) -> dict[str, str]:
    """Return a result to be placed among others, each given as its fields."""
    files = measure(rule, "Q2: 96\n")
    rows = "".join(f"    - {{{one}}}\n" for one in others)
    files["results.yaml"] += f"comparators:\n  HSG-PI-01:\n{rows}" if rows else ""
    return files


ONE, TWO = "with: A, group: near, value: 90", "with: B, group: near, value: 95"
FOUND = {
    "PW336 1 value of others for 2026-27-Q1 is left aside": among(
        ONE,
        TWO,
        "with: C, value: 99, period: 2026-27-Q1",
        rule="polarity: higher\nrating: {basis: benchmark, benchmark: {by: rank, at_least: 2}}\n",
    ),
    'PW336 1 value of others in the group "near", and 2 are asked for': among(ONE),
    'PW336 no values of others in the group "near" are given': among(),
    "PW336 A counts more than once for 2026-27": among(ONE, TWO, ONE),
    "PW336 1 value of others for 2026-27-Q1 is left aside beside those for 2026-27": among(
        ONE, TWO, "with: C, group: near, value: 99, period: 2026-27-Q1"
    ),
    "PW337 names north twice": measure("polarity: none\nbreakdown: {by: area, groups: [North, South, north]}\n"),
    "PW337 the breakdown of HSG-PI-01 by area needs two groups": measure(
        "polarity: none\nbreakdown: {by: area, groups: [North]}\n"
    ),
    "PW337 has a target for West, but its groups are North and South": measure(
        RATED + "breakdown: {by: area, groups: [North, South], targets: {West: {2026-27: 90}}}\n"
    ),
    "PW337 has a result for 2026-27-Q1 for North, but it has no breakdown": measure(
        RATED, "Q1: {value: 96, groups: {North: 95}}\n"
    ),
    "PW337 for 2026-27-Q2 gives no figure for South": measure(
        RATED + AREAS, "Q2: {value: 96, groups: {North: 95, South: {denominator: 5}}}\n"
    ),
    "PW338 but South is red": measure(RATED + AREAS, "Q2: {value: 96, groups: {North: 99, South: 60}}\n"),
}
SILENT = {
    "PW336 others of a quarter to come": among(ONE, TWO, "with: C, group: near, value: 99, period: 2026-27-Q3"),
    "PW336 others beside the result of each quarter": {
        **measure(PEERS),
        "results.yaml": "kind: results\nperiod: 2026-27\nresults:\n  HSG-PI-01: {Q1: 95, Q2: 96}\n"
        "comparators:\n  HSG-PI-01:\n"
        + "".join(f"    - {{{one}, period: 2026-27-{quarter}}}\n" for one in (ONE, TWO) for quarter in ("Q1", "Q2")),
    },
    "PW336 doubled, and nobody asks": among(ONE, TWO, ONE, rule=RATED),
    "PW336 a group nobody asks for, of another period": among(
        ONE, TWO, "with: C, group: county, value: 90, period: 2026-27-Q1"
    ),
    "PW336 retired": among(ONE, rule=PEERS + "retired: Old\n"),
    "PW337 a fraction": measure(
        RATED + AREAS, "Q2: {value: 96, groups: {North: 95, South: {numerator: 97, denominator: 100}}}\n"
    ),
    "PW337 retired": measure(RATED + "retired: Old\n", "Q2: {value: 96, groups: {North: 95}}\n"),
    "PW338 no value for the whole": measure(RATED + AREAS, "Q2: {groups: {North: 99, South: 60}}\n"),
    "PW336 enough of them": among(ONE, TWO),
    "PW336 a group nobody asks for": among(ONE, TWO, "with: A, group: county, value: 90"),
    "PW336 last year's are not of this one": among(ONE, TWO, "with: A, group: near, value: 90, period: 2025-26"),
    "PW336 an average is enough": among(
        "with: All, is: average, value: 90", rule="polarity: higher\nrating: {basis: benchmark}\n"
    ),
    "PW336 nobody asks": among(ONE, rule=RATED),
    "PW336 no result": measure(PEERS, "Q2: {missing: suspended, reason: X}\n"),
    "PW337 all groups": measure(RATED + AREAS, "Q2: {value: 96, groups: {North: 95, South: 97}}\n"),
    "PW337 no groups this time": measure(RATED + AREAS, "Q2: 96\n"),
    "PW337 a group that says why": measure(
        RATED + AREAS, "Q2: {value: 96, groups: {North: 95, South: {comment: Closed}}}\n"
    ),
    "PW337 groups of another year": measure(RATED + AREAS, "Q2: {value: 96, groups: {Centre: 95}}\n", "2024-25"),
    "PW338 a group that says why": measure(
        RATED + AREAS, "Q2: {value: 96, groups: {North: 99, South: {value: 60, comment: Closed}}}\n"
    ),
    "PW338 told in the comment": measure(
        RATED + AREAS, "Q2: {value: 96, comment: South is short., groups: {North: 99, South: 60}}\n"
    ),
    "PW338 the whole is red": measure(RATED + AREAS, "Q2: {value: 60, groups: {North: 99, South: 60}}\n"),
    "PW338 amber": measure(RATED + AREAS, "Q2: {value: 96, groups: {North: 99, South: 90}}\n"),
    "PW338 a target of its own": measure(
        RATED + "breakdown: {by: area, groups: [North, South], targets: {South: {2026-27: 60}}}\n",
        "Q2: {value: 96, groups: {North: 99, South: 60}}\n",
    ),
}


@pytest.mark.parametrize("case", FOUND)
def test_flaws_are_found(case: str) -> None:
    must_be_found(case, FOUND[case])


@pytest.mark.parametrize("case", SILENT)
def test_sound_comparisons_are_left_in_peace(case: str) -> None:
    must_be_quiet(case, SILENT[case])


def test_the_nearest_group_is_named() -> None:
    near = among("with: A, group: neer, value: 90")
    stray = measure(RATED + AREAS, "Q2: {value: 96, groups: {Nort: 95, South: 97}}\n")
    both = [findings({name: text.encode() for name, text in files.items()}) for files in (near, stray)]
    helps = {
        one.code: one.help for found in both for one in found if one.code in {"PW336", "PW337"} and "mean" in one.help
    }
    assert helps == {"PW336": "did you mean neer?", "PW337": "did you mean North?"}
