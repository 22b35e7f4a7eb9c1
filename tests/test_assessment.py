from collections.abc import Callable, Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planwright.assessment import Assessment, Colour, assess, count
from planwright.assessment.states import STATES
from planwright.period import parse_period
from planwright.workspace import Workspace

Build = Callable[..., Assessment]


def indicators(*extra: str, targets: str = "{2026-27: 95, 2025-26: 90}", polarity: str = "higher") -> str:
    lines = "\n".join(f"    {line}" for line in extra)
    return f"""
kind: indicators
service: HOUSING
indicators:
  - id: PI
    title: Rehoused in time
    polarity: {polarity}
    unit: "%"
    targets: {targets}
{lines}
"""


def results(year: str = "2026-27", /, **parts: str) -> str:
    lines = "\n".join(f"    {part}: {value}" for part, value in parts.items())
    return f"kind: results\nperiod: {year}\nresults:\n  PI:\n{lines}\n"


def state(assessment: Assessment) -> str:
    return assessment.indicators["PI"].state.key


def test_the_latest_complete_period_is_rated(assessed: Build) -> None:
    found = assessed({"i.yaml": indicators(), "r.yaml": results(Q1="96", Q2="88.5")}).indicators["PI"]
    assert (str(found.period), found.state.key, found.missed) == ("2026-27-Q2", "amber", True)
    assert found.reason == "88.5 is 6.8% short of 95; amber to 10% of target"
    assert found.target
    assert found.target.how == "the target for 2026-27"


def test_a_target_of_the_quarter_wins_over_the_year(assessed: Build) -> None:
    text = indicators(targets="{2026-27: 95, 2026-27-Q2: 80}")
    assert state(assessed({"i.yaml": text, "r.yaml": results(Q2="88.5")})) == "green"


@pytest.mark.parametrize(
    ("aggregation", "value", "key", "how"),
    [
        ("sum", "25", "green", "3 of 12 months of the target for 2026-27"),
        ("sum", "24", "amber", "3 of 12 months of the target for 2026-27"),
        ("cumulative", "50", "green", "the target for 2026-27, 6 of 12 months in"),
        ("cumulative", "44", "red", "the target for 2026-27, 6 of 12 months in"),
        ("mean", "25", "red", "the target for 2026-27"),
    ],
)
def test_a_year_target_is_shared_out_only_where_figures_add_up(
    assessed: Build, aggregation: str, value: str, key: str, how: str
) -> None:
    text = indicators(f"aggregation: {aggregation}", targets="{2026-27: 100}")
    found = assessed({"i.yaml": text, "r.yaml": results(Q2=value)}).indicators["PI"]
    assert found.target
    assert (found.state.key, found.target.how) == (key, how)


@pytest.mark.parametrize(
    ("as_at", "key", "words"),
    [
        (date(2026, 10, 1), "awaited", "may come until 2026-10-30"),
        (date(2026, 10, 30), "awaited", "may come until 2026-10-30"),
        (date(2026, 10, 31), "late", "1 day late"),
        (date(2026, 11, 21), "late", "22 days late"),
    ],
)
def test_a_missing_result_is_awaited_then_late(assessed: Build, as_at: date, key: str, words: str) -> None:
    found = assessed({"i.yaml": indicators(), "r.yaml": results(Q1="96")}, as_at).indicators["PI"]
    assert (str(found.period), found.state.key) == ("2026-27-Q2", key)
    assert words in found.reason


def test_a_lag_keeps_the_period_before_in_force(assessed: Build) -> None:
    files = {"i.yaml": indicators("lag_days: 60"), "r.yaml": results(Q1="96")}
    assert str(assessed(files).indicators["PI"].period) == "2026-27-Q1"
    assert state(assessed(files, date(2026, 11, 30))) == "awaited"


def test_a_figure_that_came_early_is_used_in_spite_of_the_lag(assessed: Build) -> None:
    found = assessed({"i.yaml": indicators("lag_days: 60"), "r.yaml": results(Q2="97")}).indicators["PI"]
    assert (str(found.period), found.state.key) == ("2026-27-Q2", "green")


def test_days_of_grace_are_the_indicators_own_where_it_has_some(assessed: Build) -> None:
    assert state(assessed({"i.yaml": indicators("grace_days: 60")})) == "awaited"
    settings = "kind: settings\nname: W\nrating: {grace_days: 52}\n"
    assert state(assessed({"i.yaml": indicators(), "planwright.yaml": settings})) == "awaited"


def test_nothing_is_due_before_collection_begins(assessed: Build) -> None:
    found = assessed({"i.yaml": indicators("since: 2026-27-Q3")}).indicators["PI"]
    assert (str(found.period), found.state.key) == ("2026-27-Q3", "not-due")


@pytest.mark.parametrize("word", ["not collected", "suspended", "not applicable", "withheld"])
def test_a_result_may_say_why_there_is_none(assessed: Build, word: str) -> None:
    text = results(Q2=f"{{missing: {word}, reason: Hall closed}}")
    found = assessed({"i.yaml": indicators(), "r.yaml": text}).indicators["PI"]
    assert (found.state.key, found.reason) == (word.replace(" ", "-"), "Hall closed")
    assert not found.state.rated
    assert found.fired == ()


@pytest.mark.parametrize(
    ("pause", "key"),
    [
        ("{state: baseline year, since: 2026-27, reason: First year}", "baseline-year"),
        ("{state: suspended, since: 2026-27-Q1, until: 2026-27-Q2, reason: Closed}", "suspended"),
        ("{state: suspended, since: 2026-27-Q1, until: 2026-27-Q1, reason: Closed}", "red"),
        ("{state: suspended, since: 2026-27-Q3, reason: Closed}", "red"),
    ],
)
def test_a_pause_covers_its_periods_and_no_others(assessed: Build, pause: str, key: str) -> None:
    assert state(assessed({"i.yaml": indicators(f"pauses: [{pause}]"), "r.yaml": results(Q2="3")})) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (indicators(polarity="none"), "data-only"),
        (indicators(targets="{}"), "no-target"),
        (indicators("target_pending: Set in March", targets="{}"), "target-pending"),
        (indicators(targets="{2025-26: 90}"), "no-target"),
        (indicators("retired: Replaced by another"), "retired"),
        (indicators(targets="{2026-27: 0}", polarity="lower"), "no-tolerance"),
    ],
)
def test_what_is_not_rated_is_a_state_of_its_own(assessed: Build, text: str, key: str) -> None:
    assert state(assessed({"i.yaml": text, "r.yaml": results(Q2="88.5")})) == key


def test_rules_come_from_the_indicator_then_its_set_then_the_settings(assessed: Build) -> None:
    settings = "kind: settings\nname: W\nrating: {tolerance: 5%}\n"
    plain = {"i.yaml": indicators(), "r.yaml": results(Q2="88.5")}
    assert assessed(plain).indicators["PI"].rule.tolerance.level == "default"
    council = {**plain, "planwright.yaml": settings}
    assert (state(assessed(council)), assessed(council).indicators["PI"].rule.tolerance.level) == ("red", "settings")
    of_set = {**council, "i.yaml": indicators().replace("service: HOUSING", "rating: {tolerance: 7%}")}
    assert (state(assessed(of_set)), assessed(of_set).indicators["PI"].rule.tolerance.level) == ("amber", "set")
    own = {**of_set, "i.yaml": indicators("rating: {method: two-state}")}
    assert (state(assessed(own)), assessed(own).indicators["PI"].rule.method.level) == ("not-met", "indicator")


@pytest.mark.parametrize(
    ("polarity", "now", "before", "key"),
    [
        ("higher", "96", "92", "improved"),
        ("higher", "90", "92", "declined"),
        ("lower", "90", "92", "improved"),
        ("lower", "93", "92", "declined"),
        ("higher", "92", "92", "no-change"),
        ("higher", "100", "100", "at-maximum"),
        ("none", "93", "92", "moved-up"),
        ("none", "91", "92", "moved-down"),
    ],
)
def test_direction_is_read_with_polarity(assessed: Build, polarity: str, now: str, before: str, key: str) -> None:
    text = indicators("maximum: 100", polarity=polarity)
    found = assessed({"i.yaml": text, "r.yaml": results(Q1=before, Q2=now)}).indicators["PI"]
    assert found.previous
    assert (found.previous.key, str(found.previous.period)) == (key, "2026-27-Q1")
    assert found.last_year
    assert (found.last_year.key, str(found.last_year.period)) == ("no-previous", "2025-26-Q2")


@pytest.mark.parametrize(
    ("now", "before", "key"),
    [("50", "70", "improved"), ("70", "50", "declined"), ("30", "70", "no-change"), ("55", "45", "no-change")],
)
def test_direction_within_a_range_is_by_distance_from_it(assessed: Build, now: str, before: str, key: str) -> None:
    text = indicators(polarity="range", targets="{2026-27: {low: 40, high: 60}}")
    found = assessed({"i.yaml": text, "r.yaml": results(Q1=before, Q2=now)}).indicators["PI"]
    assert found.previous
    assert found.previous.key == key


def test_a_range_without_ends_cannot_be_compared(assessed: Build) -> None:
    text = indicators(polarity="range", targets="{2026-27: {low: 40}}")
    found = assessed({"i.yaml": text, "r.yaml": results(Q1="1", Q2="2")}).indicators["PI"]
    assert found.previous
    assert found.previous.key == "not-comparable"


def test_a_dead_band_is_no_change(assessed: Build) -> None:
    files = {
        "planwright.yaml": "kind: settings\nname: W\nrating: {dead_band: 1 point}\n",
        "i.yaml": indicators(),
        "r.yaml": results(Q1="92", Q2="93"),
    }
    found = assessed(files).indicators["PI"]
    assert found.previous
    assert found.previous.key == "no-change"


@pytest.mark.parametrize(
    ("aggregation", "year"),
    [("sum", "100"), ("mean", "25"), ("latest", "40"), ("rolling", "40"), ("cumulative", "40"), ("supplied", None)],
)
def test_a_year_is_worked_out_only_as_stated(assessed: Build, aggregation: str, year: str | None) -> None:
    text = indicators(f"aggregation: {aggregation}")
    found = assessed({"i.yaml": text, "r.yaml": results("2025-26", Q1="10", Q2="20", Q3="30", Q4="40")})
    value = found.ratings.value(found.workspace.subjects["PI"], parse_period("2025-26"))
    assert (None if value is None else str(value)) == year


def test_a_year_with_a_quarter_missing_is_not_worked_out(assessed: Build) -> None:
    found = assessed({"i.yaml": indicators("aggregation: sum"), "r.yaml": results("2025-26", Q1="10", Q2="20")})
    assert found.ratings.value(found.workspace.subjects["PI"], parse_period("2025-26")) is None


def test_a_weighted_year_is_numerators_over_denominators(assessed: Build) -> None:
    parts = {f"Q{n}": f"{{value: 50, numerator: {n}, denominator: 10}}" for n in range(1, 5)}
    files = {"i.yaml": indicators("aggregation: weighted"), "r.yaml": results("2025-26", **parts)}
    found = assessed(files)
    subject = found.workspace.subjects["PI"]
    assert found.ratings.value(subject, parse_period("2025-26")) == 25
    files["r.yaml"] = results("2025-26", **{**parts, "Q4": "50"})
    assert assessed(files).ratings.value(subject, parse_period("2025-26")) is None


def test_a_supplied_year_wins_over_its_parts(assessed: Build) -> None:
    text = results("2025-26", Q1="10", Q2="20", Q3="30", Q4="40", year="99")
    found = assessed({"i.yaml": indicators("aggregation: sum"), "r.yaml": text})
    assert found.ratings.value(found.workspace.subjects["PI"], parse_period("2025-26")) == 99


def test_a_forecast_is_rated_beside_the_result(assessed: Build) -> None:
    found = assessed({"i.yaml": indicators(), "r.yaml": results(Q2="{value: 96, forecast: 90}")}).indicators["PI"]
    assert found.state.key == "green"
    assert found.forecast_state
    assert found.forecast_state.key == "amber"
    assert found.fired == ("forecast to miss",)


@pytest.mark.parametrize(
    ("trigger", "values", "fired"),
    [
        ("", {"Q1": "96", "Q2": "88"}, ("worse than target",)),
        ("", {"Q1": "88", "Q2": "96"}, ()),
        ("trigger: {when: [red]}", {"Q2": "88"}, ()),
        ("trigger: {when: [red]}", {"Q2": "50"}, ("red",)),
        ("trigger: {when: [red], periods: 2}", {"Q1": "96", "Q2": "50"}, ()),
        ("trigger: {when: [red], periods: 2}", {"Q1": "50", "Q2": "60"}, ("red, 2 periods running",)),
        ("trigger: {when: [red and worsening]}", {"Q1": "50", "Q2": "60"}, ()),
        ("trigger: {when: [red and worsening]}", {"Q1": "60", "Q2": "50"}, ("red and worsening",)),
        ("trigger: {below: 90}", {"Q2": "89"}, ("beyond the trigger point 90",)),
        ("trigger: {below: 90}", {"Q2": "90"}, ()),
        ("trigger: {when: [below target], asks_for: nothing}", {"Q2": "1"}, ()),
    ],
)
def test_triggers_fire_as_they_say(
    assessed: Build, trigger: str, values: dict[str, str], fired: tuple[str, ...]
) -> None:
    files = {"i.yaml": indicators(*([trigger] if trigger else [])), "r.yaml": results(**values)}
    assert assessed(files).indicators["PI"].fired == fired


def test_a_set_or_the_settings_may_say_when_a_trigger_fires(assessed: Build) -> None:
    of_set = indicators().replace("service: HOUSING", "trigger: {when: [red]}")
    plain = {"r.yaml": results(Q2="88")}
    assert assessed({**plain, "i.yaml": of_set}).indicators["PI"].fired == ()
    settings = "kind: settings\nname: W\npips: {trigger: {when: [red]}}\n"
    found = assessed({**plain, "i.yaml": indicators(), "planwright.yaml": settings})
    assert found.indicators["PI"].fired == ()
    assert found.figures.trigger(found.workspace.subjects["PI"]).level == "settings"


def test_history_runs_from_the_first_result_to_now(assessed: Build) -> None:
    files = {"i.yaml": indicators(), "a.yaml": results("2025-26", Q3="91", Q4="80"), "b.yaml": results(Q2="96")}
    found = assessed(files)
    ratings = found.ratings.history(found.workspace.subjects["PI"])
    assert [(str(rating.period), rating.state.key) for rating in ratings] == [
        ("2025-26-Q3", "green"),
        ("2025-26-Q4", "red"),
        ("2026-27-Q1", "late"),
        ("2026-27-Q2", "green"),
    ]


def test_a_result_given_twice_or_outside_its_year_is_told_apart(assessed: Build) -> None:
    monthly = {
        "a.yaml": results(Q1="1"),
        "b.yaml": results(Q1="2"),
        "c.yaml": "kind: results\nperiod: 2026-27\nresults: {PI: {2025-01: 3}}",
    }
    found = assessed({"i.yaml": indicators(), **monthly}).figures
    ((first, other),) = found.repeated
    assert (first.spot.file, other.spot.file) == ("a.yaml", "b.yaml")
    (astray,) = found.astray
    assert astray.spot.route == ("results", "PI", "2025-01")


def test_a_calendar_year_council_rates_calendar_quarters(assessed: Build) -> None:
    files = {
        "planwright.yaml": "kind: settings\nname: W\nyear_start: January\n",
        "i.yaml": indicators(targets="{2026: 95}"),
        "r.yaml": results("2026", Q3="96"),
    }
    found = assessed(files).indicators["PI"]
    assert (str(found.period), found.state.key) == ("2026-Q3", "green")


def test_everything_belongs_to_a_service(assessed: Build) -> None:
    files = {
        "o.yaml": """
            kind: organisation
            services: [{id: HOUSING, title: Housing}]
            teams: [{id: ESTATES, title: Estates, service: HOUSING}]
            posts: [{id: OFFICER, title: Officer, team: ESTATES}]
        """,
        "i.yaml": indicators(),
        "t.yaml": """
            kind: team-plan
            id: EST
            team: ESTATES
            period: 2026-27
            objectives: [{id: EST-O1, title: Keys}]
        """,
        "w.yaml": "kind: work-plan\nid: WP\npost: OFFICER\nperiod: 2026-27\n",
        "k.yaml": "kind: risk-log\nid: LOG\nservice: HOUSING\nrisks: [{id: R1, title: Fire}]\n",
        "p.yaml": "kind: pip\nid: PIP-1\nindicator: PI\nauthor: OFFICER\nopened: 2026-10-01\n",
        "c.yaml": "kind: corporate-plan\nid: CORP\ntitle: Plan\nperiod: 2026-27\n",
    }
    found = assessed(files)
    services = {id_: found.service(subject) for id_, subject in found.workspace.subjects.items()}
    assert {id_ for id_, service in services.items() if service == "HOUSING"} == set(services) - {"CORP"}
    assert services["CORP"] == ""


def test_counts_name_their_denominator() -> None:
    found = count([STATES["green"], STATES["red"], STATES["late"], STATES["green"], STATES["complete"]])
    assert (found.total, found.rated, found.not_rated) == (5, 4, 1)
    assert found.by_colour == {Colour.GREEN: 2, Colour.RED: 1, Colour.BLUE: 1}


days = st.dates(date(2026, 1, 1), date(2028, 1, 1))


@given(days, days)
def test_a_later_date_never_makes_open_work_less_overdue(one: date, other: date) -> None:
    from conftest import workspace_of

    plan = "kind: service-plan\nid: P\nservice: S\nperiod: 2026-27\nactions: [{id: A, title: t, due: 2026-12-31}]\n"
    order = ["not-due", "due-soon", "overdue-in-grace", "overdue"]
    workspace: Workspace = workspace_of({"p.yaml": plan})
    early, late = (assess(workspace, day).work[0].state.key for day in sorted((one, other)))
    assert order.index(early) <= order.index(late)


def test_files_in_any_order_give_the_same_ratings(assessed: Build) -> None:
    files: Mapping[str, str] = {"i.yaml": indicators(), "r.yaml": results(Q1="96", Q2="88.5")}
    forward = assessed(files).indicators["PI"]
    backward = assessed(dict(reversed(list(files.items())))).indicators["PI"]
    assert (forward.state, forward.reason, forward.previous) == (backward.state, backward.reason, backward.previous)


def test_a_running_total_is_compared_with_last_years_only(assessed: Build) -> None:
    files = {
        "i.yaml": indicators("aggregation: cumulative", targets="{2026-27: 100}"),
        "a.yaml": results("2025-26", Q2="40"),
        "b.yaml": results(Q1="20", Q2="50"),
    }
    found = assessed(files).indicators["PI"]
    assert found.previous
    assert found.last_year
    assert (found.previous.key, found.last_year.key) == ("not-comparable", "improved")


def test_no_target_names_a_year_once(assessed: Build) -> None:
    text = indicators("frequency: annual", targets="{}")
    found = assessed({"i.yaml": text, "r.yaml": results("2025-26", year="3")}).indicators["PI"]
    assert found.reason == "no target is set for 2025-26"


def test_a_withheld_figure_is_no_figure(assessed: Build) -> None:
    text = results(Q1="8", Q2="{value: 9, missing: withheld, reason: Under check}")
    found = assessed({"i.yaml": indicators(), "r.yaml": text}).indicators["PI"]
    assert (found.state.key, found.value, found.previous, found.fired) == ("withheld", None, None, ())


@pytest.mark.parametrize(
    "more",
    [
        "retired: No longer measured",
        "pauses: [{state: suspended, since: 2026-27, reason: Closed}]",
    ],
)
def test_what_is_not_rated_triggers_nothing(assessed: Build, more: str) -> None:
    text = indicators(more, "trigger: {when: [forecast to miss], below: 90}")
    found = assessed({"i.yaml": text, "r.yaml": results(Q2="{value: 3, forecast: 1}")}).indicators["PI"]
    assert not found.state.rated
    assert found.fired == ()


def test_retirement_counts_from_its_day(assessed: Build) -> None:
    files = {"i.yaml": indicators("retired: {reason: Gone, on: 2027-01-01}"), "r.yaml": results(Q2="96")}
    assert state(assessed(files)) == "green"
    assert state(assessed(files, date(2027, 1, 1))) == "retired"


def test_a_result_measured_later_is_not_known_yet(assessed: Build) -> None:
    files = {"i.yaml": indicators(), "r.yaml": results(Q1="{value: 96, as_at: 2026-07-10}")}
    assert state(assessed(files, date(2026, 7, 5))) == "awaited"
    assert state(assessed(files, date(2026, 7, 10))) == "green"


def test_an_indicator_is_not_late_before_its_first_target(assessed: Build) -> None:
    found = assessed({"i.yaml": indicators(targets="{2026-27: 95}")}, date(2026, 6, 15)).indicators["PI"]
    assert (str(found.period), found.state.key) == ("2026-27-Q1", "not-due")


def test_a_fraction_is_worked_out_from_what_was_counted(assessed: Build) -> None:
    files = {"i.yaml": indicators(), "r.yaml": results(Q2="{numerator: 177, denominator: 200}")}
    found = assessed(files).indicators["PI"]
    assert (str(found.value), found.state.key) == ("88.500", "amber")
    files["r.yaml"] = results(Q2="{numerator: 0, denominator: 0}")
    assert assessed(files).indicators["PI"].value is None


def test_a_weighted_year_leaves_out_a_quarter_with_nothing_to_count(assessed: Build) -> None:
    parts = {f"Q{n}": "{value: 50, numerator: 5, denominator: 10}" for n in range(1, 4)}
    empty = "{missing: not applicable, reason: None came, numerator: 0, denominator: 0}"
    files = {"i.yaml": indicators("aggregation: weighted"), "r.yaml": results("2025-26", **parts, Q4=empty)}
    found = assessed(files)
    assert found.ratings.value(found.workspace.subjects["PI"], parse_period("2025-26")) == 50


def test_yes_after_no_is_an_improvement_whatever_the_dead_band(assessed: Build) -> None:
    files = {
        "planwright.yaml": "kind: settings\nname: W\nrating: {dead_band: 1 point}\n",
        "i.yaml": indicators(targets="{2026-27: yes}").replace('"%"', "Yes/No"),
        "r.yaml": results(Q1="no", Q2="yes"),
    }
    found = assessed(files).indicators["PI"]
    assert found.previous
    assert (found.state.key, found.previous.key) == ("green", "improved")


def test_a_year_that_cannot_be_worked_out_says_so(assessed: Build) -> None:
    found = assessed({"i.yaml": indicators(), "r.yaml": results("2025-26", Q1="10")})
    rating = found.ratings.rate(found.workspace.subjects["PI"], parse_period("2025-26"))
    assert rating.state.key == "not-collected"
    assert (
        rating.reason
        == "no figure for 2025-26 is given, and from its parts none can be worked out, as no way is stated"
    )


def test_a_group_is_held_against_its_own_past_where_the_rule_reads_direction(assessed: Build) -> None:
    rule = "rating: {preset: band-plus-direction}"
    text = indicators(rule, "breakdown: {by: area, groups: [North, South]}")
    now = "{value: 90, groups: {North: 60, South: 60}}"
    before = "{value: 90, groups: {North: 55, South: 65}}"
    files = {"i.yaml": text, "r.yaml": results(Q2=now), "r25.yaml": results("2025-26", Q2=before)}
    found = assessed(files).indicators["PI"]
    assert [(group.name, group.state.key) for group in found.groups] == [("North", "amber"), ("South", "red")]


def test_a_judgement_that_is_no_rating_is_none(assessed: Build) -> None:
    judged = "{judgement: {state: late, reason: Slow, by: HEAD, on: 2026-10-01}}"
    files = {"i.yaml": indicators("rating: {basis: manual}"), "r.yaml": results(Q2=judged)}
    found = assessed(files).indicators["PI"]
    assert (found.state.key, found.reason) == ("not-judged", "it was judged late, which is no rating")
