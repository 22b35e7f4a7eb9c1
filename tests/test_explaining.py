"""What would give an indicator another state, for every family of rules, and the footnote that says so in a paper."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from conftest import workspace_of
from hypothesis import given
from hypothesis import strategies as st

from planwright.assessment import Assessment, assess
from planwright.assessment.benchmarking import QUARTILES, Cut, place_among
from planwright.explaining import explain_indicator, footnote
from planwright.explaining.changing import would_change
from planwright.explaining.printed import with_printed_dates

Build = Callable[..., Assessment]

INDICATOR = """
kind: indicators
indicators:
  - id: PI
    title: Rehoused in time
    aggregation: latest
    {lines}
"""
RESULTS = "kind: results\nperiod: 2026-27\nresults: {PI: {Q1: %s, Q2: %s}}\n"
BEFORE = "kind: results\nperiod: 2025-26\nresults: {PI: {Q2: 85}}\n"


def council(assessed: Build, *lines: str, value: str = "90", more: str = "", settings: str = "") -> Assessment:
    files = {
        "i.yaml": INDICATOR.format(lines="\n    ".join(lines)),
        "r.yaml": RESULTS % ("88", value) + more,
        "before.yaml": BEFORE,
    }
    return assessed(files | ({"planwright.yaml": "kind: settings\nname: W\n" + settings} if settings else {}))


def change(assessed: Build, *lines: str, value: str = "90", more: str = "", settings: str = "") -> str:
    return would_change(council(assessed, *lines, value=value, more=more, settings=settings).indicators["PI"])


HIGHER = ("polarity: higher", "targets: {2026-27: 100}")
LOWER = ("polarity: lower", "targets: {2026-27: 100}")
RANGE = ("polarity: range", "targets: {2026-27: {low: 40, high: 60}}")
ZERO = ("polarity: lower", "targets: {2026-27: 0}")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((*HIGHER,), "green at 100 or more, amber at 90 or more, otherwise red"),
        ((*LOWER,), "green at 100 or less, amber at 110 or less, otherwise red"),
        ((*LOWER, "unit: days", "rating: {tolerance: 2 points}"),
         "green at 100 days or less, amber at 102 days or less, otherwise red"),
        ((*HIGHER, "rating: {boundary: outside}"), "green at 100 or more, amber above 90, otherwise red"),
        ((*HIGHER, "rating: {preset: green-slack}"), "green at 99 or more, amber at 95 or more, otherwise red"),
        ((*HIGHER, "rating: {preset: two-state}"), "met at 100 or more, otherwise not met"),
        ((*HIGHER, "rating: {preset: symmetrical}"),
         "better than target above 105, on target at 95 or more, otherwise worse than target"),
        ((*HIGHER, "rating: {preset: five-state}"),
         ("well ahead of target above 110, ahead of target above 102, on target at 98 or more, "
         "behind target at 90 or more, otherwise well behind target")),
        (("polarity: higher", "targets: {2026-27: {value: 100, floor: 80}}"),
         "green at 100 or more, amber at 80 or more, otherwise red"),
        (("polarity: higher", "targets: {2026-27: {low: 80, high: 95}}"),
         "both targets met at 95 or more, between targets at 80 or more, otherwise both targets missed"),
        ((*RANGE,),
         ("green between 40 and 60; below that amber at 36 or more, otherwise red; "
         "above that amber at 66 or less, otherwise red")),
        ((*RANGE, "rating: {preset: two-state}"), "met between 40 and 60; below that not met; above that not met"),
        ((*ZERO,),
         ("green at 0 or less, otherwise not rated; "
         "a tolerance in the indicator's own unit, or an amber value, would rate a miss")),
        ((*ZERO, "rating: {tolerance: 3 points}"), "green at 0 or less, amber at 3 or less, otherwise red"),
        (("polarity: higher", "targets: {2026-27: -50}"), "green at -50 or more, amber at -55 or more, otherwise red"),
        # the same quarter last year was 85, so from there up it is no worse
        ((*HIGHER, "rating: {preset: band-plus-direction}"),
         "green at 90 or more, amber at 85 or more, as in 2025-26-Q2, otherwise red"),
        ((*HIGHER, "rating: {preset: band-plus-direction, dead_band: 1 point}"),
         "green at 90 or more, amber at 84 or more, as in 2025-26-Q2, otherwise red"),
        ((*HIGHER, "rating: {preset: band-plus-direction, tolerance: 20%}"), "green at 80 or more, otherwise red"),
        ((*HIGHER, "rating: {preset: band-plus-direction, against: baseline}"), "green at 90 or more, otherwise red"),
        ((*LOWER, "rating: {preset: band-plus-direction}"), "green at 110 or less, otherwise red"),
        (("polarity: range", "targets: {2026-27: {low: 40, high: 60}, 2025-26: {low: 40, high: 60}}",
          "rating: {preset: band-plus-direction}"),
         ("green between 36 and 66; below that amber when no farther outside than in 2025-26-Q2, otherwise red; "
         "above that amber when no farther outside than in 2025-26-Q2, otherwise red")),
        (("polarity: higher", "target_pending: In March"), "a target"),
        (("polarity: higher",), "a target for 2026-27-Q2 or its year"),
        (("polarity: none",), ""),
        (("polarity: higher", "retired: {on: 2026-01-01, reason: Over}"), ""),
        ((*HIGHER, "rating: {basis: benchmark}"), "results of others, for 2026-27-Q2, its year or a year before"),
        ((*HIGHER, "rating: {basis: manual}"),
         "a judgement: its state, the reason, the post that gives it and the day"),
        ((*HIGHER, "pauses: [{state: suspended, since: 2026-27, reason: Flood}]"), "a result for 2026-27-Q2"),
    ],
)  # fmt: skip
def test_what_would_change_it(lines: tuple[str, ...], expected: str, assessed: Build) -> None:
    assert change(assessed, *lines) == expected


@pytest.mark.parametrize(("value", "state"), [("90", "not-judged"), ("", "late")])
def test_how_to_judge_is_told_to_who_asks_and_not_on_paper(value: str, state: str, assessed: Build) -> None:
    assessment = council(assessed, *HIGHER, "grace_days: 3", "rating: {basis: manual}", value=value)
    found = explain_indicator(assessment, assessment.indicators["PI"])
    told = {line.label: line.text for line in found.lines}
    assert found.state == state
    assert told["what would change it"] == "a judgement: its state, the reason, the post that gives it and the day"
    assert told["to judge"] == "`planwright record PI 2026-27-Q2 --judge STATE --because TEXT --judged-by POST`"
    judged = "{value: 9, judgement: {state: red, reason: Late, by: HEAD, on: 2026-10-05}}"
    assessment = council(assessed, *HIGHER, "rating: {basis: manual}", value=judged)
    found = explain_indicator(assessment, assessment.indicators["PI"])
    assert "to judge" not in {line.label for line in found.lines}


@pytest.mark.parametrize(
    ("polarity", "target", "expected"),
    [
        ("higher", "yes", "green if the answer is yes, red if it is no"),
        ("lower", "no", "red if the answer is yes, green if it is no"),
    ],
)
def test_yes_and_no_are_answers(polarity: str, target: str, expected: str, assessed: Build) -> None:
    lines = (f"polarity: {polarity}", "unit: yes/no", f"targets: {{2026-27: {target}}}")
    assert change(assessed, *lines, value="yes") == expected


STEPS = """
rating:
  method: steps
  steps: [{state: Splendid, better_by: 10%}, {state: green, worse_by: 0%}, {state: Poor}]
states:
  Splendid: {colour: blue}
  Poor: {colour: red}
"""


def test_a_councils_own_states_are_named(assessed: Build) -> None:
    assert change(assessed, *HIGHER, settings=STEPS) == "splendid above 110, green at 100 or more, otherwise poor"


PEERS = (
    "comparators:\n  PI:\n    - {{with: A, value: {0}}}\n    - {{with: B, value: {1}}}\n    - {{with: C, value: {2}}}\n"
)


@pytest.mark.parametrize(
    ("lines", "rule", "peers", "expected"),
    [
        # with our own figure four places: the first is the best quarter
        (HIGHER, "by: quartile", ("80", "95", "90"),
         ("best quarter at 95 or more, second quarter at 90 or more, third quarter at 80 or more, "
         "otherwise worst quarter")),
        (LOWER, "by: quartile", ("80", "95", "90"),
         ("best quarter at 80 or less, second quarter at 90 or less, third quarter at 95 or less, "
         "otherwise worst quarter")),
        (RANGE, "by: quartile", ("52", "80", "45"),  # the midpoint is 50
         ("best quarter within 2 of 50, second quarter within 5 of 50, third quarter within 30 of 50, "
         "otherwise worst quarter")),
        (HIGHER, "by: rank, green: 1, amber: 2", ("80", "95", "90"),
         "green at 95 or more, amber at 90 or more, otherwise red"),
        (HIGHER, "by: rank, green: 2, amber: 4", ("80", "95", "90"), "green at 90 or more, otherwise amber"),
    ],
)  # fmt: skip
def test_among_others_the_values_of_the_next_places_are_named(
    lines: tuple[str, ...], rule: str, peers: tuple[str, ...], expected: str, assessed: Build
) -> None:
    rating = f"rating: {{basis: benchmark, benchmark: {{{rule}}}}}"
    assert change(assessed, *lines, rating, value="70", more=PEERS.format(*peers)) == expected


def test_against_an_average_the_edges_are_those_of_the_rule(assessed: Build) -> None:
    found = change(assessed, *HIGHER, "rating: {basis: benchmark}", more=PEERS.format("80", "95", "95"))
    assert found == "green at 90 or more, amber at 81 or more, otherwise red"


CUTS: tuple[Cut, ...] = ("rank", "inclusive", "exclusive")


@given(st.lists(st.integers(0, 12), min_size=3, max_size=9), st.sampled_from(CUTS))
def test_the_value_named_for_a_quarter_is_just_enough(others: list[int], cut: Cut) -> None:
    peers = "".join(f"    - {{with: A{place}, value: {value}}}\n" for place, value in enumerate(others))
    rule = f"polarity: higher\n    rating: {{basis: benchmark, benchmark: {{by: quartile, cut: {cut}}}}}"
    files = {"i.yaml": INDICATOR.format(lines=rule), "r.yaml": RESULTS % (0, 0) + f"comparators:\n  PI:\n{peers}"}
    rating = assess(workspace_of(files), date(2026, 11, 21)).indicators["PI"]
    numbers = {rating.engine.states[key].word.lower(): number for number, key in enumerate(QUARTILES, 1)}
    field = [Decimal(value) for value in others]
    for word, value in re.findall(r"(\w+ quarter) at (\S+) or more", would_change(rating)):
        assert place_among(Decimal(value), field, cut).quarter == numbers[word]
        assert place_among(Decimal(value) - Decimal("0.5"), field, cut).quarter > numbers[word]


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("due 2026-09-30, today", "due 30 September 2026, today"),
        ("no target is set for 2026-27-Q2 or 2026-27", "no target is set for Q2 2026-27 or 2026-27"),
        ("the figure for 2026-10 is late", "the figure for October 2026 is late"),
        ("due 2026-10 week 1", "due 2026-10 week 1"),
        ("1999-00 and 2026-13", "1999-00 and 2026-13"),
    ],
)
def test_dates_and_periods_in_sentences_are_written_out(sentence: str, printed: str) -> None:
    assert with_printed_dates(sentence) == printed


def foot(assessment: Assessment) -> str:
    return footnote(assessment.indicators["PI"])


def test_a_footnote_says_what_why_says_in_one_paragraph(assessed: Build) -> None:
    found = foot(council(assessed, *HIGHER, 'unit: "%"', value="{value: 90, numerator: 9, denominator: 10}"))
    assert found == (
        "Q2 2026-27: Amber. Result 90%, 9 of 10. Target 100% (the target for 2026-27). "
        "90 is 10% short of 100; amber to 10% of target. Higher is better. "
        "Tolerance: amber to 10% of the target (planwright's own default, as nothing is set). "
        "Boundary: a result exactly on an edge has the state nearer the target "
        "(planwright's own default, as nothing is set). "
        "Green at 100% or more, amber at 90% or more, otherwise red."
    )


def test_a_footnote_names_the_edge_only_where_it_matters_and_the_way_once(assessed: Build) -> None:
    found = foot(council(assessed, *HIGHER, value="101"))
    assert found.count("igher is better") == 1
    assert "Boundary" not in found


def test_a_footnote_never_holds_what_people_wrote(assessed: Build) -> None:
    people = "{value: 95, judgement: {state: green, reason: SECRET, by: HEAD, on: 2026-10-03}}"
    found = foot(council(assessed, *HIGHER, "rating: {basis: manual}", value=people))
    assert "SECRET" not in found
    assert "HEAD" not in found
    assert "A judgement given on 3 October 2026." in found
    assert "A new judgement, with its reason; no figure changes it by itself." in found
    paused = foot(council(assessed, *HIGHER, "pauses: [{state: withheld, since: 2026-27, reason: SECRET}]"))
    assert "SECRET" not in paused
    assert paused.endswith("It can be rated once there is a result for Q2 2026-27.")
    target = ("polarity: higher", "targets: {2026-27: {value: 95, rationale: SECRET}}")
    assert "SECRET" not in foot(council(assessed, *target))


def test_a_footnote_says_that_a_judgement_is_wanting(assessed: Build) -> None:
    found = foot(council(assessed, *HIGHER, "rating: {basis: manual}", value="95"))
    assert "Its rating is a judgement, and nobody has given one yet. " in found


def test_a_footnote_names_the_average_of_others(assessed: Build) -> None:
    found = foot(council(assessed, *HIGHER, "rating: {basis: benchmark}", more=PEERS.format("80", "95", "96")))
    assert "Average of others: 90.33 (2026-27, a year beside our quarter, worked out from 3 others)." in found


def lines(assessment: Assessment) -> dict[str, str]:
    found = explain_indicator(assessment, assessment.indicators["PI"])
    return {line.label: line.text for line in found.lines}


OURS = "(planwright's own default, as nothing is set)"
OWN = "(set for this indicator)"


@pytest.mark.parametrize(
    ("rating", "expected"),
    [
        ("{preset: points-2}", {"tolerance": "amber to 2 points (set for this indicator, preset points-2)"}),
        (
            "{slack: 1%, tolerance: 5 points}",
            {
                "slack": f"still green when short by up to 1% of the target {OWN}",
                "tolerance": f"amber to 5 points {OWN}",
                "boundary": f"a result exactly on an edge has the state nearer the target {OURS}",
            },
        ),
        (
            "{boundary: outside}",
            {"boundary": f"a result exactly on an edge has the state farther from the target {OWN}"},
        ),
        ("{method: two-state}", {"rule": f"met or not met {OWN}"}),
        ("{method: values}", {"rule": f"the target's own values decide {OWN}"}),
        (
            "{method: direction, against: previous}",
            {
                "tolerance": f"green to 10% of the target {OURS}",
                "compared with": f"beyond it amber when no worse than the period before, otherwise red {OWN}",
            },
        ),
        (
            "{method: symmetrical}",
            {
                "tolerance": (
                    "on target within 10% of the target either way, "
                    f"better than target or worse than target beyond {OURS}"
                )
            },
        ),
        (
            "{method: five-state, far: 20%}",
            {
                "tolerance": f"on target within 10% of the target either way {OURS}",
                "far": f"well ahead of target or well behind target beyond 20% of the target {OWN}",
            },
        ),
        ("{method: five-state}", {"far": f"well ahead of target or well behind target beyond twice that {OURS}"}),
        (
            "{basis: profile}",
            {"rated": f"against the profile of targets given for each period; nothing is shared out {OWN}"},
        ),
        ("{basis: benchmark}", {"placed": f"against the average of others {OURS}"}),
        (
            "{basis: benchmark, benchmark: {by: quartile, cut: exclusive, group: near}}",
            {"placed": f'by quarters, from best to worst, cut between values, ends excluded, group "near" {OWN}'},
        ),
        (
            "{basis: benchmark, benchmark: {by: rank, green: 2, amber: 3}}",
            {"placed": f"by place among all: green to place 2, amber to place 3 {OWN}"},
        ),
        ("{dead_band: 1 point}", {"dead band": f"movement up to 1 point counts as no change {OWN}"}),
    ],
)
def test_a_rule_is_said_with_who_set_each_part(rating: str, expected: dict[str, str], assessed: Build) -> None:
    found = lines(council(assessed, *HIGHER, f"rating: {rating}", more=PEERS.format("80", "95", "90")))
    assert expected.items() <= found.items()


def test_a_councils_own_steps_are_said_to_be_its_own(assessed: Build) -> None:
    found = lines(council(assessed, *HIGHER, settings=STEPS))
    assert found["rule"] == "the council's own states, below (set for the whole council)"


def test_a_target_s_own_values_decide_before_the_rule(assessed: Build) -> None:
    both = lines(council(assessed, "polarity: higher", "targets: {2026-27: {low: 80, high: 95}}"))
    assert both["rule"] == "the target's own low and high values decide"
    amber = lines(council(assessed, "polarity: higher", "targets: {2026-27: {green: 95, amber: 80}}"))
    assert amber["rule"] == "the target's own amber value decides"


def test_a_published_average_and_the_baseline_are_said(assessed: Build) -> None:
    more = "comparators: {PI: [{with: All districts, is: average, value: 91.5}]}\n"
    baseline = "baseline: {value: 70, period: 2024-25}"
    found = lines(council(assessed, *HIGHER, baseline, more=more))
    assert found["average of others"] == "91.5 (2026-27, a year beside our quarter, published)"
    assert found["since the baseline"] == "improved from 70 (2024-25)"
    assert "others" not in found  # the rating does not follow from them


def test_figures_that_were_worked_out_are_shown_with_the_decimals_people_see(assessed: Build) -> None:
    year = INDICATOR.replace("latest", "mean").format(lines="\n    ".join((*HIGHER, "decimals: 1")))
    quarters = "kind: results\nperiod: 2025-26\nresults: {PI: {Q1: 90, Q2: 91, Q3: 91, Q4: %s}}\n"
    exact = assessed({"i.yaml": year, "r.yaml": RESULTS % ("88", "90.7"), "before.yaml": quarters % "91"})
    assert lines(exact)["since last year end"] == "got worse from 90.75 (2025-26)"  # no longer than people write
    long = assessed({"i.yaml": year, "r.yaml": RESULTS % ("88", "90.7"), "before.yaml": quarters % "90.8501"})
    assert lines(long)["since last year end"] == "got worse from 90.71 (2025-26)"  # one decimal would hide the fall
    whole = explain_indicator(long, long.ratings.rate(long.workspace.find("PI"), long.year.previous))
    assert whole.lines[0].text == "90.7, worked out from its parts (mean)"


def test_a_value_from_what_was_counted_shows_both(assessed: Build) -> None:
    counted = council(assessed, *LOWER, "unit: days", value="{numerator: 1000, denominator: 3}")
    assert lines(counted)["result"] == "333.33 days, worked out as 1,000 divided by 3"
    rolling = ("aggregation: rolling", "window_months: 6")
    found = lines(_rolling(assessed, rolling))
    assert found["result"] == "50%, worked out from what was counted in 6 months"


def _rolling(assessed: Build, rolling: tuple[str, ...]) -> Assessment:
    text = INDICATOR.replace("    aggregation: latest\n", "").format(
        lines="\n    ".join((*HIGHER, 'unit: "%"', *rolling))
    )
    part = "{numerator: 5, denominator: 10}"
    return assessed({"i.yaml": text, "r.yaml": RESULTS % (part, part)})


def test_what_the_whole_hides_is_named(assessed: Build) -> None:
    value = "{value: 101, groups: {North: 120, South: 60, West: 95}}"
    broken = council(assessed, *HIGHER, "breakdown: {by: area, groups: [North, South, West, East]}", value=value)
    found = lines(broken)
    assert found["what the whole hides"] == "the whole is green, and hides South (red) and West (amber)"
    assert found["East"] == "Not collected. No figure for East is given."
    alike = council(
        assessed, *HIGHER, "breakdown: {by: area, groups: [North]}", value="{value: 50, groups: {North: 40}}"
    )
    assert "what the whole hides" not in lines(alike)
    unrated = council(assessed, "polarity: higher", "breakdown: {by: area, groups: [North]}", value=value)
    assert "what the whole hides" not in lines(unrated)


@pytest.mark.parametrize(
    ("trigger", "said"),
    [
        ("{when: [red], periods: 3}",
         "not fired; it asks for an improvement plan when red for 3 periods running, 2 so far"),
        ("{when: [red], below: 20}",
         "red; asks for an improvement plan"),
        ("{when: [worsening], below: 20, asks_for: explanation}",
         "not fired; it asks for an explanation when worsening or beyond the trigger point 20"),
        ("{when: [red], asks_for: nothing}", None),
    ],
)  # fmt: skip
def test_a_trigger_says_what_would_fire_it_and_how_near_it_is(trigger: str, said: str | None, assessed: Build) -> None:
    found = lines(council(assessed, "polarity: higher", "targets: {2026-27: 200}", f"trigger: {trigger}"))
    assert found.get("trigger") == (said and f"{said} (set for this indicator)")


SHOWN = "process: {show: yes, least_points: 3}\n"


def test_process_limits_are_said_where_the_settings_ask_for_them(assessed: Build) -> None:
    found = lines(council(assessed, *HIGHER, settings=SHOWN, value="90"))
    # 85, 88, 90: mean 87.67, mean moving range 2.5
    assert found["process limits"] == (
        "ordinary between 81 and 94.3, mean 87.7; no result has a special cause (set for the whole council)"
    )
    few = lines(council(assessed, *HIGHER, settings=SHOWN.replace("3", "8")))
    assert few["process limits"].startswith("there are 3 results, and process limits need 8")
    runs = lines(council(assessed, *HIGHER, settings=SHOWN.replace("least_points: 3", "least_points: 3, trend: 3")))
    assert "special causes: 3 results running that rise (2025-26-Q2 to 2026-27-Q2)" in runs["process limits"]
    assert "process limits" not in lines(council(assessed, *HIGHER))


def test_only_the_latest_special_causes_are_told(assessed: Build) -> None:
    settings = SHOWN.replace("least_points: 3", "least_points: 3, trend: 2")
    turned = lines(council(assessed, *HIGHER, settings=settings, value="80"))
    assert (
        "; special causes: 2 results running that rise (2025-26-Q2 to 2026-27-Q1); 2 results running that fall "
        "(2026-27-Q1 to 2026-27-Q2) (set"
    ) in turned["process limits"]


def test_process_limits_of_a_share_end_at_a_hundred(assessed: Build) -> None:
    share = lines(council(assessed, *HIGHER, "unit: '%'", settings=SHOWN, value="99"))
    assert " and 100%, mean 90.7%" in share["process limits"]
    hours = lines(council(assessed, *HIGHER, "unit: hours", settings=SHOWN, value="99"))
    assert " and 109 hours, mean" in hours["process limits"]
    over = lines(council(assessed, *HIGHER, "unit: '%'", settings=SHOWN, value="101"))
    assert " and 113%, mean" in over["process limits"]
    below = lines(council(assessed, *HIGHER, "unit: '%'", settings=SHOWN, value="-9"))
    assert " and 188%, mean" in below["process limits"]


def test_limits_are_as_fine_as_the_results_let_them_be(assessed: Build) -> None:
    found = lines(council(assessed, *HIGHER, "decimals: 0", settings=SHOWN, value="90"))
    assert found["process limits"].startswith("ordinary between 81 and 94.3, mean 87.7;")
    fine = lines(council(assessed, *HIGHER, "decimals: 1", settings=SHOWN, value="90"))
    assert fine["process limits"].startswith("ordinary between 81.02 and 94.32, mean 87.67;")


def test_allowances_are_in_the_indicators_own_unit(assessed: Build) -> None:
    rating = "rating: {slack: 1 point, tolerance: 150000 points, dead_band: 1000 points}"
    pounds = council(assessed, "polarity: lower", "targets: {2026-27: 0}", "unit: £", rating, value="112000")
    found = lines(pounds)
    assert found["tolerance"] == f"amber to £150,000 {OWN}"
    assert found["slack"] == f"still green when short by up to £1 {OWN}"
    assert found["dead band"] == f"movement up to £1,000 counts as no change {OWN}"
    assert "112,000 is 112,000 over the target of 0; amber to £150,000 from target." in foot(pounds)
    days = council(assessed, *LOWER, "unit: days", "rating: {tolerance: 1 point}", value="101")
    assert lines(days)["tolerance"] == f"amber to 1 day {OWN}"
    share = council(assessed, *HIGHER, "unit: '%'", "rating: {tolerance: 1 point}", value="99.5")
    assert lines(share)["tolerance"] == f"amber to 1 point {OWN}"


def test_a_low_and_a_high_target_are_named_as_two(assessed: Build) -> None:
    two = council(assessed, "polarity: higher", "unit: '%'", "targets: {2026-27: {low: 52, high: 57}}")
    assert lines(two)["target"] == "low 52%, high 57% (the target for 2026-27)"
    assert "Target low 52%, high 57% (the target for 2026-27)." in foot(two)
    assert lines(council(assessed, *RANGE))["target"] == "40 to 60 (the target for 2026-27)"


def test_an_average_that_was_worked_out_is_shortened_in_the_reason(assessed: Build) -> None:
    missed = council(assessed, *HIGHER, "rating: {basis: benchmark}", more=PEERS.format("80", "95", "96"))
    assert missed.indicators["PI"].reason.startswith("90 is 0.4% short of 90.33;")
    near = council(assessed, *HIGHER, "rating: {basis: benchmark}", value="90.333", more=PEERS.format("80", "95", "96"))
    assert near.indicators["PI"].reason.startswith("90.333 is less than 0.1% short of 90.3333;")
    reached = council(assessed, *HIGHER, "rating: {basis: benchmark}", value="91", more=PEERS.format("80", "95", "96"))
    assert "91 is above the target of 90.33, and" in reached.indicators["PI"].reason


def test_what_nobody_wrote_is_shortened_in_the_reason_and_what_somebody_wrote_is_not(assessed: Build) -> None:
    for value, wrote in (("{numerator: 795, denominator: 200}", False), ("3.975", True)):
        found = council(assessed, "polarity: lower", "targets: {2026-27: 4.3}", "decimals: 1", value=value)
        assert found.indicators["PI"].reason.startswith("3.975 is below" if wrote else "4.0 is below")
        assert lines(found)["result"].startswith("3.975" if wrote else "4.0, worked out")


def test_a_period_is_told_by_the_comparator_that_has_a_value_for_it(assessed: Build) -> None:
    baseline = "frequency: two-yearly\n    baseline: {period: 2022-23, value: 71}"
    files = {
        "i.yaml": INDICATOR.format(lines="polarity: higher\n    targets: {2024-25: 78}\n    " + baseline),
        "r.yaml": "kind: results\nperiod: 2024-25\nresults: {PI: {year: 77}}\n",
    }
    found = lines(assessed(files))
    assert found["since the baseline"] == "improved from 71 (2022-23)"
    assert "since last period" not in found


def test_a_forecast_says_who_made_it_and_a_change_who_decided_it(assessed: Build) -> None:
    value = "{value: 90, as_at: 2026-09-30, forecast: 95, forecast_by: HEAD, forecast_note: Staff are back}"
    change = (
        "changes: [{field: targets, period: 2026-27, from: 95, to: 100, on: 2026-04-01, reason: More money, "
        "decision: CAB-1/2}, {field: title, reason: Clearer}]"
    )
    found = explain_indicator(one := council(assessed, *HIGHER, change, value=value), one.indicators["PI"])
    said = [line.text for line in found.lines if line.label in {"forecast made", "changed"}]
    assert said == [
        "by HEAD, 2026-09-30: Staff are back",
        "targets for 2026-27 from 95 to 100 on 2026-04-01: More money, decided by CAB-1/2",
        "title: Clearer, with no decision on record",
    ]
    noted = lines(council(assessed, *HIGHER, value="{value: 90, forecast: 95, forecast_note: Staff are back}"))
    assert noted["forecast note"] == "Staff are back"
