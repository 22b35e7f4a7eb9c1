"""What the rules on rating rules, states, roll-up and collections find, and where they keep quiet."""

import pytest
from conftest import SETTINGS
from council_of_rules import findings, measure, must_be_found, must_be_quiet

TARGET = "polarity: higher\ntargets: {2026-27: 95}\n"
SUPERB = "states: {superb: {word: Superb, colour: green, symbol: star}, poor: {word: Poor, colour: amber}}\n"


def rule(rating: str, body: str = TARGET, settings: str = "") -> dict[str, str]:
    """Return one indicator with a rating rule, and more settings."""
    return {**measure(f"rating: {{{rating}}}\n{body}"), "planwright.yaml": SETTINGS + settings}


def settings(more: str, body: str = TARGET) -> dict[str, str]:
    """Return a council with more settings, and one indicator."""
    return {"planwright.yaml": SETTINGS + more, **measure(body)}


def steps(*ones: str, more: str = SUPERB) -> dict[str, str]:
    """Return one indicator rated by steps, each given as its fields."""
    return rule(f"method: steps, steps: [{', '.join(f'{{{one}}}' for one in ones)}]", settings=more)


def collection(*indicators: str, more: str = "") -> dict[str, str]:
    """Return a collection of some of four indicators, of which the last is retired."""
    live = "".join(f"  - {{id: I{n}, title: Title {n}, polarity: none}}\n" for n in range(1, 5))
    text = f"kind: indicators\nindicators:\n{live}  - {{id: OLD, title: Old, polarity: none, retired: X}}\n"
    return {
        "set.yaml": f"{text}collections:\n  - {{id: C1, title: Both, indicators: [{', '.join(indicators)}]{more}}}\n"
    }


AVERAGE = "basis: benchmark, benchmark: {by: average}"
FOUND = {
    "PW050 the states best-quartile and second-quartile are both called Best quarter": settings(
        "states: {second-quartile: {word: Best quarter}}\n"
    ),
    "PW050 the states red and met are both called Red": settings("states: {met: {word: Red}}\n"),
    "PW335 beyond superb there is no state": steps("state: green, worse_by: 1%", "state: superb, better_by: 5%"),
    "PW335 poor is amber, though results on target": steps(
        "state: superb, better_by: 5%", "state: poor, worse_by: 1%", "state: red"
    ),
    "PW050 the states met and not-met are both called Done": settings(
        "states: {met: {word: Done}, not-met: {word: done}}\n"
    ),
    "PW050 the states green and superb are both green with the same symbol (circle)": steps(
        "state: superb, better_by: 5%", "state: green, worse_by: 1%", "state: red",
        more="states: {superb: {word: Superb, colour: green}}\n",
    ),
    "PW050 the states green and on-target are both green with the same symbol": steps(
        "state: green, better_by: 5%", "state: on-target, worse_by: 1%", "state: red"
    ),
    "PW050 the states well-above and above are both blue with the same symbol (star)": settings(
        "states: {above: {colour: blue, symbol: star}}\n"
    ),
    "PW334 slack of HSG-PI-01 does nothing: its method is two-state": rule("method: two-state, slack: 1%"),
    "PW334 far of HSG-PI-01 does nothing: its method is tolerance": rule("far: 20%"),
    "PW334 steps of HSG-PI-01 does nothing": rule("steps: [{state: green}]"),
    "PW334 against of HSG-PI-01 does nothing": rule("against: baseline"),
    "PW334 boundary of HSG-PI-01 does nothing: its method is two-state": rule("method: two-state, boundary: outside"),
    "PW334 benchmark of HSG-PI-01 does nothing: its basis is actual, not benchmark": rule("benchmark: {by: rank}"),
    "PW334 tolerance of HSG-PI-01 does nothing: results are placed by rank": rule(
        "basis: benchmark, benchmark: {by: rank}, tolerance: 5%"
    ),
    "PW334 tolerance of HSG-PI-01 does nothing: an answer is yes or no": rule(
        "tolerance: 5%", "unit: yes/no\npolarity: higher\ntargets: {2026-27: yes}\n"
    ),
    "PW334 tolerance does nothing: its method is two-state": settings("rating: {method: two-state, tolerance: 5%}\n"),
    "PW334 window_months of HSG-PI-01 does nothing: its aggregation is sum": measure(
        TARGET + "aggregation: sum\nwindow_months: 12\n"
    ),
    "PW334 weight of HSG-PI-01 does nothing: the settings roll up by none": measure(TARGET + "weight: 2\n"),
    "PW335 slack of 6 points and a tolerance of 2 points: no amber": rule("preset: points-2, slack: 6 points"),
    "PW335 of HSG-PI-01 contradicts itself: far, 2%, is no wider than the tolerance, 2%": rule(
        "preset: five-state, far: 2%"
    ),
    "PW335 the rating rule contradicts itself: far, 10%, is no wider": settings(
        "rating: {preset: five-state, tolerance: 12%}\n"
    ),
    "PW335 its method is steps, and it has none": rule("method: steps"),
    "PW335 beyond poor there is no state": steps("state: green, worse_by: 1%", "state: poor, worse_by: 9%"),
    "PW335 poor stands twice": steps("state: green, worse_by: 1%", "state: poor, worse_by: 9%", "state: poor"),
    "PW335 poor stands after green": steps("state: green, worse_by: 9%", "state: poor, worse_by: 1%", "state: red"),
    "PW335 superb stands after green": steps(
        "state: green, worse_by: 1%", "state: superb, better_by: 5%", "state: red"
    ),
    "PW335 green stands after superb": steps(
        "state: superb, better_by: 5%", "state: green, better_by: 9%", "state: red"
    ),
    "PW335 superb is both better and worse": steps("state: superb, better_by: 5%, worse_by: 5%", "state: red"),
    "PW335 poor is amber, though results on target or better have it": steps(
        "state: poor, better_by: 5%", "state: green, worse_by: 1%", "state: red"
    ),
    "PW335 poor is amber and stands after red, which is red": steps(
        "state: green, worse_by: 1%", "state: red, worse_by: 5%", "state: poor"
    ),
    "PW335 amber ends at place 1 and green at place 3": rule(
        "basis: benchmark, benchmark: {by: rank, green: 3, amber: 1}"
    ),
    "PW335 the roll-up contradicts itself: amber begins at 0.9, above green at 0.8": settings(
        "roll_up: {rule: weighted mean, amber_from: 0.9}\n"
    ),
    "PW335 the roll-up contradicts itself: red scores 2 and amber 1": settings(
        "roll_up: {rule: weighted mean, scores: {green: 3, amber: 1, red: 2}}\n"
    ),
    "PW335 green begins at 2, and nothing scores more than 1": settings(
        "roll_up: {rule: weighted mean, green_from: 2}\n"
    ),
    "PW339 collection C1 has 0 live indicators": collection(),
    "PW339 collection C1 has 4 live indicators": collection("I1", "I2", "I3", "I4"),
    "PW339 collection C1 names I1 twice": collection("I1", "I2", "I1"),
    "PW339 collection C1 has 1 live indicator, and": collection("I1", "OLD"),
}  # fmt: skip
SILENT = {
    "PW050 one shape in two colours": settings("states: {amber: {symbol: circle}}\n"),
    "PW335 for information": rule("slack: 6%, tolerance: 5%", "polarity: none\n"),
    "PW335 far that the method does not read": rule("far: 1%"),
    "PW335 places that quarters do not read": rule("basis: benchmark, benchmark: {by: quartile, green: 3, amber: 1}"),
    "PW335 places that nobody asks for": rule("benchmark: {by: rank, green: 3, amber: 1}"),
    "PW335 green and amber to one place": rule("basis: benchmark, benchmark: {by: rank, green: 3, amber: 3}"),
    "PW335 amber after exactly on target": steps("state: green", "state: poor, worse_by: 9%", "state: red"),
    "PW335 equal scores": settings("roll_up: {rule: weighted mean, scores: {green: 1, amber: 1, red: 0}}\n"),
    "PW335 one threshold": settings("roll_up: {rule: weighted mean, green_from: 1, amber_from: 1}\n"),
    "PW050 the states as they come": settings(""),
    "PW050 a word of the council's own": settings("states: {green: {word: On track}}\n"),
    "PW050 one word and one colour in two rules": settings("states: {met: {word: Green}}\n"),
    "PW050 alike in rules that never meet": settings("states: {superb: {word: Superb, colour: green}}\n"),
    "PW050 another symbol": steps("state: superb, better_by: 5%", "state: green, worse_by: 1%", "state: red"),
    "PW050 one word for what is not rated": settings("states: {late: {word: No figure}, awaited: {word: No figure}}\n"),
    "PW334 a tolerance beside five states": rule("preset: five-state, tolerance: 3%"),
    "PW334 a tolerance beside an average": rule(f"{AVERAGE}, tolerance: 3%"),
    "PW334 a preset's part": rule("preset: relative-5, method: two-state"),
    "PW334 a judgement by the rule": rule("basis: manual, tolerance: 3%", "unit: yes/no\npolarity: higher\n"),
    "PW334 settings that another indicator uses": {
        **settings("rating: {tolerance: 5%}\n"),
        "set.yaml": "kind: indicators\nindicators:\n"
        "  - {id: A, title: A, polarity: higher, rating: {method: two-state}, targets: {2026-27: 5}}\n",
    },
    "PW334 settings and no indicators": {
        "planwright.yaml": SETTINGS + "rating: {method: two-state, tolerance: 5%}\n",
        "set.yaml": "kind: indicators\nindicators: []\n",
    },
    "PW334 retired": rule("far: 20%", TARGET + "retired: Old\nweight: 2\n"),
    "PW334 for information": rule("far: 20%", "polarity: none\n"),
    "PW334 a window that rolls": measure(TARGET + "aggregation: rolling\nwindow_months: 12\n"),
    "PW334 a weight that is weighed": settings("roll_up: {rule: weighted mean}\n", TARGET + "weight: 2\n"),
    "PW335 points and per cent": rule("slack: 6 points, tolerance: 5%"),
    "PW335 far in points": rule("preset: five-state, far: 1 point"),
    "PW335 slack as wide as the tolerance": rule("slack: 5%, tolerance: 5%"),
    "PW335 slack that the method does not read": rule("method: two-state, slack: 50%"),
    "PW335 sound steps": steps(
        "state: superb, better_by: 5%", "state: green, worse_by: 1%", "state: poor, worse_by: 9%", "state: red"
    ),
    "PW335 exactly on target": steps("state: superb, better_by: 5%", "state: green", "state: red"),
    "PW335 a step in points": steps("state: green, worse_by: 5%", "state: poor, worse_by: 1 point", "state: red"),
    "PW335 a state that is not rated": steps("state: late, worse_by: 5%", "state: poor"),
    "PW335 a place for green alone": rule("basis: benchmark, benchmark: {by: rank, green: 3}"),
    "PW335 the roll-up as it comes": settings("roll_up: {rule: weighted mean}\n"),
    "PW335 thresholds nobody uses": settings("roll_up: {rule: worst, amber_from: 0.9}\n"),
    "PW335 scores of two colours": settings("roll_up: {rule: weighted mean, scores: {amber: 0.5, red: 0}}\n"),
    "PW335 retired": rule("slack: 6%, tolerance: 5%", TARGET + "retired: Old\n"),
    "PW339 two": collection("I1", "I2"),
    "PW339 two and one that has ended": collection("I1", "I2", "OLD"),
    "PW339 one that is not known": collection("I1", "I9"),
    "PW339 three": collection("I1", "I2", "I3"),
    "PW339 retired": collection("I1", more=", retired: X"),
    "PW339 a list that could not be read": collection("[I1, I2]"),
}


@pytest.mark.parametrize("case", FOUND)
def test_flaws_are_found(case: str) -> None:
    must_be_found(case, FOUND[case])


@pytest.mark.parametrize("case", SILENT)
def test_sound_settings_are_left_in_peace(case: str) -> None:
    must_be_quiet(case, SILENT[case])


def test_a_rule_of_a_whole_set_is_told_once() -> None:
    both = "".join(f"  - {{id: {name}, title: {name}, polarity: higher, targets: {{2026-27: 5}}}}\n" for name in "AB")
    text = f"kind: indicators\nrating: {{slack: 6%, tolerance: 5%, far: 9%}}\nindicators:\n{both}"
    found = [one for one in findings({"set.yaml": text.encode()}) if one.code in {"PW334", "PW335"}]
    assert sorted((one.code, one.place.line, one.subject) for one in found) == [("PW334", 2, ""), ("PW335", 2, "")]
