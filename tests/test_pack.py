"""The quarterly pack and the profile of one indicator: rules that pick, sums that agree, what averages hide."""

from collections.abc import Mapping
from datetime import date
from functools import cache

import pytest
from conftest import workspace_of
from small_council import FILES

from planwright import formats, reports, resources
from planwright.assessment import assess
from planwright.kinds import Visibility
from planwright.page import Facts
from planwright.rendering import render
from planwright.reports import Edition
from planwright.reports._edition import View

AS_AT = date(2026, 11, 21)
ORGANISATION = """\
kind: organisation
services:
  - {id: HOUSING, title: Housing, portfolio: HOMES, committee: PEOPLE}
  - {id: STREETS, title: Streets, portfolio: PLACE, committee: PEOPLE}
  - {id: LEGAL, title: Legal}
posts:
  - {id: HEAD, title: Head of Housing, service: HOUSING}
portfolios:
  - {id: HOMES, title: Homes}
  - {id: PLACE, title: Place}
committees:
  - {id: PEOPLE, title: People Committee}
"""
CORPORATE = """\
kind: corporate-plan
id: CORP
title: Our plan
period: 2026-27 to 2028-29
objectives:
  - {id: CORP-1, title: Homes for all, measured_by: [P1, P2]}
  - {id: CORP-2, title: Clean streets, measured_by: [P2, P3]}
"""
INDICATORS = """\
kind: indicators
indicators:
  - id: P1
    title: Homes let in time
    service: HOUSING
    owner: HEAD
    unit: "%"
    decimals: 1
    polarity: higher
    aggregation: latest
    maximum: 100
    targets: {2025-26: 90, 2026-27: {value: 95, rationale: The law asks for it}}
    breakdown: {by: town, groups: [Thornley, Burcot]}
  - id: P2
    title: Bins missed
    service: STREETS
    unit: bins
    polarity: lower
    targets: {2025-26: 50, 2026-27: 50}
  - id: P3
    title: Lawyers' hours
    service: LEGAL
    polarity: none
  - id: P4
    title: Leaflets
    polarity: higher
    aggregation: sum
    targets: {2026-27: 400}
collections:
  - id: C1
    title: Is speed costing us quality?
    indicators: [P1, P2]
    reading: Read **both**.
"""
RESULTS = """\
kind: results
period: 2026-27
results:
  P1:
    Q1: {value: 94.96, as_at: 2026-06-30}
    Q2:
      value: 94.96
      as_at: 2026-09-30
      forecast: 80
      forecast_by: HEAD
      forecast_note: Two sites are shut
      groups: {Thornley: {value: 70, comment: The depot is far}, Burcot: 99}
  P2: {Q1: 45, Q2: {value: 48, provisional: yes}}
  P3: {Q1: 100, Q2: 120}
  P4: {Q1: 100, Q2: {value: 80, restated: [{was: 90, on: 2026-10-20, reason: Ten came back}]}}
comparators:
  P1:
    - {with: Nether Barrow, value: 96}
    - {with: Upper Barrow, value: 97}
    - {with: Wold, value: 90}
  P2: [{with: Nether Barrow, value: 40, period: 2026-27-Q2}]
  P4: [{with: Nether Barrow, value: 900}]
"""
EARLIER = """\
kind: results
period: 2025-26
results:
  P1: {Q2: 80, Q4: 89}
  P2: {Q2: 60, Q4: 44}
  P3: {Q2: 110}
"""
PACK = {
    "organisation.yaml": ORGANISATION,
    "corporate.yaml": CORPORATE,
    "indicators.yaml": INDICATORS,
    "results.yaml": RESULTS,
    "earlier.yaml": EARLIER,
}
SETTINGS = "kind: settings\nname: Wexcombe District Council\n"


def edition_of(files: Mapping[str, str], level: Visibility = Visibility.PUBLIC) -> Edition:
    return Edition(assess(workspace_of(files), AS_AT), level)


@cache
def pack() -> View:
    return reports.load("performance-report").view(edition_of(PACK), None)


def view_of(files: Mapping[str, str], report: str = "performance-report", subject: str | None = None) -> View:
    return reports.load(report).view(edition_of(files), subject)


def text_of(files: Mapping[str, str], report: str = "performance-report", subject: str | None = None) -> str:
    facts = Facts("Wexcombe District Council", AS_AT, "working copy", "public", "0")
    page = render(report, view_of(files, report, subject), resources.templates(), facts)
    formats.load("html").write(page)
    return formats.load("md").write(page).decode()


def line_of(text: str, start: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(start))


def ids(rows: list[View]) -> list[str]:
    return [row["id"] for row in rows]


def test_the_plan_of_these_tests_is_read_whole() -> None:
    assert workspace_of(PACK).problems == ()


def numbers(row: View) -> list[int]:
    return [*row["numbers"], row["rated"], row["not_rated"], row["total"]]


def test_every_table_of_counts_adds_up_to_the_same_whole() -> None:
    view = pack()
    whole = view["indicators"]
    assert {table["by"] for table in view["tables"]} == {"Objective", "Portfolio", "Committee"}
    for table in view["tables"]:
        sums = [sum(column) for column in zip(*map(numbers, table["rows"]), strict=True)]
        twice = numbers(table["twice"]) if table["twice"] else [0] * len(sums)
        assert [one - again for one, again in zip(sums, twice, strict=True)] == numbers(table["whole"])
        assert numbers(table["whole"])[-3:] == [whole["rated"], whole["not_rated"], whole["total"]]
        assert [line["number"] for line in whole["lines"]] == table["whole"]["numbers"]
        for row in (*table["rows"], table["whole"]):
            assert sum(row["numbers"]) == row["rated"] == row["total"] - row["not_rated"]


def test_many_states_are_counted_by_colour_so_that_the_tables_fit_and_still_add_up() -> None:
    own = f"{SETTINGS}states: {{green: {{word: Fine}}}}\n"
    methods = ("two-state", "symmetrical", "five-state", "relative-10")
    rows = "".join(
        f"  - {{id: {one}-{value}, title: T, polarity: higher, targets: {{2026-27: 100}}, rating: {{preset: {one}}}}}\n"
        for one in methods
        for value in (50, 93, 100, 107)
    )
    results = "".join(f"  {one}-{value}: {{Q2: {value}}}\n" for one in methods for value in (50, 93, 100, 107))
    files = {
        "planwright.yaml": own,
        "indicators.yaml": f"kind: indicators\nindicators:\n{rows}",
        "results.yaml": f"kind: results\nperiod: 2026-27\nresults:\n{results}",
    }
    view = view_of(files)
    assert view["by_colour"]
    assert view["chart"].header == ("Service", "Fine", "Amber", "Red", "Rated", "All")
    assert view["chart"].rows[-1] == ("All", "8", "2", "6", "16", "16")
    assert "those of one colour are counted together" in text_of(files)


def test_one_state_for_many_stands_beside_the_counts_where_the_settings_name_a_rule() -> None:
    own = PACK | {"planwright.yaml": f"{SETTINGS}roll_up: {{rule: worst}}\n"}
    portfolio = view_of(own)["tables"][1]
    assert [row["together"].word for row in (*portfolio["rows"], portfolio["whole"])] == [
        "Amber",
        "Green",
        "Red",
        "Red",
    ]
    text = text_of(own)
    assert "by the council's rule, worst; the counts" in text
    assert "| **Homes** | 0 | 1 | 0 | 1 | 0 | 1 | ▲ Amber |" in text
    assert "Together" not in text_of(own, subject="PEOPLE")
    assert "Together" not in text_of(PACK)


def test_what_is_counted_under_two_objectives_is_taken_off_and_what_belongs_nowhere_has_a_line() -> None:
    objective, portfolio, committee = pack()["tables"]
    assert objective["twice"]["total"] == 1
    assert [row["title"] for row in objective["rows"]] == [
        "Homes for all",
        "Clean streets",
        "Under no corporate objective",
    ]
    assert [(row["title"], row["total"]) for row in portfolio["rows"]] == [
        ("Homes", 1),
        ("Place", 1),
        ("No portfolio", 2),
    ]
    assert [(row["title"], row["total"]) for row in committee["rows"]] == [("People Committee", 2), ("No committee", 2)]


def test_a_service_whose_portfolio_is_misspelt_is_counted_under_none() -> None:
    files = PACK | {"organisation.yaml": ORGANISATION.replace("portfolio: HOMES", "portfolio: HOMS")}
    (table,) = [one for one in view_of(files)["tables"] if one["by"] == "Portfolio"]
    assert [row["title"] for row in table["rows"]] == ["Place", "No portfolio"]


def test_the_chart_by_service_holds_the_same_counts() -> None:
    header, rows = pack()["chart"].header, pack()["chart"].rows
    assert header == ("Service", "Green", "Amber", "Red", "Rated", "Not rated", "All")
    assert rows == (
        ("Housing", "0", "1", "0", "1", "0", "1"),
        ("Streets", "1", "0", "0", "1", "0", "1"),
        ("Legal", "0", "0", "0", "0", "1", "1"),
        ("No service", "0", "0", "1", "1", "0", "1"),
        ("All", "1", "1", "1", "3", "1", "4"),
    )


def test_a_figure_is_shown_on_its_side_of_its_target() -> None:
    row = pack()["rows"]["P1"]
    assert (row["value"], row["target"], row["status"].word) == ("94.96%", "95.00%", "Amber")
    down = PACK | {"planwright.yaml": f"{SETTINGS}display: {{rounding: down}}\n"}
    assert view_of(down)["rows"]["P1"]["value"] == "94.9%"


def test_the_biggest_movements_are_in_per_cent_of_the_earlier_figure() -> None:
    moved = pack()["movers"]
    assert [(row["id"], row["was"], row["value"], row["share"]) for row in moved["better"]] == [
        ("P2", "60 bins", "48 bins", "20.0%"),
        ("P1", "80.00%", "94.96%", "18.7%"),
    ]
    assert moved["worse"] == []
    assert moved["compared"] == 2
    fallen = view_of(PACK | {"earlier.yaml": EARLIER.replace("P2: {Q2: 60", "P2: {Q2: 40").replace("Q2: 80", "Q2: 0")})
    assert ids(fallen["movers"]["worse"]) == ["P2"]
    assert ids(fallen["movers"]["better"]) == []


def test_no_more_than_five_stand_on_each_side() -> None:
    many = "".join(
        f"  - {{id: N{number}, title: Number {number}, polarity: higher, targets: {{2026-27: 1}}}}\n"
        for number in range(7)
    )
    now = "".join(f"  N{number}: {{Q2: {10 + number}}}\n" for number in range(7))
    then = "".join(f"  N{number}: {{Q2: 5}}\n" for number in range(7))
    files = {
        "indicators.yaml": f"kind: indicators\nindicators:\n{many}",
        "results.yaml": f"kind: results\nperiod: 2026-27\nresults:\n{now}",
        "earlier.yaml": f"kind: results\nperiod: 2025-26\nresults:\n{then}",
    }
    assert ids(view_of(files)["movers"]["better"]) == ["N6", "N5", "N4", "N3", "N2"]


def test_what_lasts_is_told_both_ways_and_what_slips_while_on_target() -> None:
    view = pack()
    assert view["missed"] == [{"running": "3 quarters", "ids": ["P1"]}]
    assert view["on_target"] == [{"running": "3 quarters", "ids": ["P2"]}]
    assert view["slipping"] == [{"running": "2 quarters", "ids": ["P2"]}]
    text = text_of(PACK)
    assert "| **3 quarters** | Homes let in time ▲ Amber |" in text
    assert "have become worse from period to period 2 times running or more" in text


def test_what_turned_red_is_new_and_what_is_red_no_longer_is_told() -> None:
    view = pack()
    assert view["turned"] == {"now": ["P4"], "no_longer": []}
    assert "| **Leaflets** | 80[^1] (100) | new | – |" in text_of(PACK)
    before = RESULTS.replace("P4: {Q1: 100", "P4: {Q1: 50")
    assert view_of(PACK | {"results.yaml": before})["turned"]["now"] == []
    assert view_of(PACK | {"results.yaml": before})["reds"][0]["red_for"] == "2 quarters"
    better = RESULTS.replace("P2: {Q1: 45", "P2: {Q1: 90")
    assert view_of(PACK | {"results.yaml": better})["turned"]["no_longer"] == ["P2"]
    assert "- <strong>No longer red:</strong> Bins missed." in text_of(PACK | {"results.yaml": better})


def test_a_place_that_is_worse_than_the_whole_is_not_hidden_by_it() -> None:
    [found] = pack()["hidden"]
    assert (found["id"], found["by"], found["all"]) == ("P1", "town", 2)
    assert [(group["name"], group["value"], group["status"].word) for group in found["groups"]] == [
        ("Thornley", "70.0%", "Red")
    ]
    assert "Thornley: 70.0% ■ Red The depot is far" in text_of(PACK)
    even = RESULTS.replace("value: 70", "value: 94")
    assert view_of(PACK | {"results.yaml": even})["hidden"] == []


def test_indicators_are_read_together_and_said_to_differ() -> None:
    [found] = pack()["collections"]
    assert (ids(found["members"]), found["mixed"]) == (["P1", "P2"], True)
    text = text_of(PACK)
    assert "Read **both**." in text
    assert "They point different ways" in text
    assert not view_of(PACK | {"results.yaml": RESULTS.replace("94.96", "96")})["collections"][0]["mixed"]


def test_collections_of_a_service_plan_are_read_too() -> None:
    plan = "kind: service-plan\nid: HSG\nservice: HOUSING\nperiod: 2026-27\n"
    plan += "collections: [{title: Both ends, indicators: [P1, P4], note: Mind the gap}]\n"
    found = view_of(PACK | {"plan.yaml": plan}, subject="HOUSING")["collections"]
    assert [(one["title"], one["reading"], ids(one["members"])) for one in found][1:] == [
        ("Both ends", "Mind the gap", ["P1"])
    ]


def test_forecasts_stand_beside_results_with_their_reason() -> None:
    assert ids(pack()["forecasts"]) == ["P1"]
    text = text_of(PACK)
    assert (
        "| **Homes let in time** | 94.96% ▲ Amber | 95.0% | 80.0% ■ Red<br>Two sites are shut | Head of Housing |"
        in text
    )


def test_the_council_stands_among_others_by_like_figures_only() -> None:
    rows = {row["id"]: row for row in pack()["compared"]}
    assert rows.keys() == {"P1", "P2"}  # a quarter's leaflets are not set beside a year's
    assert (rows["P1"]["average"], rows["P1"]["place"], rows["P1"]["quarter"]) == ("94.33%", "3 of 4", "third quarter")
    assert (rows["P2"]["average"], rows["P2"]["place"]) == ("", "")
    assert rows["P2"]["others"] == ["Nether Barrow 40 bins"]
    year = EARLIER.replace("P4: 1", "") + "  P4: {year: 800}\ncomparators:\n  P4: [{with: Wold, value: 700}]\n"
    without = RESULTS.replace("  P4: [{with: Nether Barrow, value: 900}]\n", "")
    found = {row["id"]: row for row in view_of(PACK | {"earlier.yaml": year, "results.yaml": without})["compared"]}
    assert (found["P4"]["value"], found["P4"]["period"], found["P4"]["theirs"]) == ("800", "2025-26", "2025-26")


def test_volumes_provisional_and_corrected_figures_are_told() -> None:
    view = pack()
    assert ids(view["volumes"]) == ["P3"]
    assert ids(view["provisional"]) == ["P2"]
    assert [(row["id"], row["was"], row["value"]) for row in view["corrected"]] == [("P4", "90", "80")]
    text = text_of(PACK)
    assert "| **Lawyers' hours<br>P3** | 120<br>Q2 2026-27 | up from last period and last year |" in text
    assert "Provisional, and may still change: Bins missed, 48 bins (Q2 2026-27)." in text
    assert "20 October 2026 | Ten came back |" in text
    old = RESULTS.replace("2026-10-20", "2025-10-20")
    assert view_of(PACK | {"results.yaml": old})["corrected"] == []


def test_a_report_covers_the_services_of_a_portfolio_or_committee_and_no_other() -> None:
    known = reports.load("performance-report").subjects(edition_of(PACK))
    assert list(known) == ["HOUSING", "STREETS", "LEGAL", "HOMES", "PLACE", "PEOPLE"]
    view = view_of(PACK, subject="PEOPLE")
    assert (view["scope"], list(view["rows"])) == ("People Committee", ["P1", "P2"])
    assert [row[0] for row in view["chart"].rows] == ["Housing", "Streets", "All"]
    assert text_of(PACK, subject="HOMES").startswith("# Homes: performance report")
    assert view_of(PACK, subject="HOUSING")["chart"] is None


def test_the_councils_own_states_colours_and_symbols_are_printed_and_picked_by_colour() -> None:
    own = f"{SETTINGS}rating: {{preset: two-state}}\nstates: {{not-met: {{word: Missed, symbol: diamond}}}}\n"
    view = view_of(PACK | {"planwright.yaml": own})
    assert view["red_words"] == ["missed"]
    assert ids(view["reds"]) == ["P1", "P4"]
    text = text_of(PACK | {"planwright.yaml": own})
    assert "What is missed" in text
    assert "◆ Missed" in text
    assert "its latest result by 21 November 2026 is missed;" in text
    assert [state.word for state in view["tables"][0]["states"]] == ["Met", "Missed"]


def test_every_red_has_a_note_on_how_its_rating_follows() -> None:
    [red] = pack()["reds"]
    assert (red["id"], red["red_for"], red["missed_for"]) == ("P4", "1 quarter", "1 quarter")
    text = text_of(PACK)
    assert "[^2]: Q2 2026-27: Red. Result 80." in text
    assert "| **Why it is so** | Nobody has said. |" in text
    assert "| **What is being done** | Nobody has said. |" in text


RED = FILES["results.yaml"].replace("value: 88.50", "value: 60")


def remedies_of(files: dict[str, str]) -> list[tuple[str, str | None, str, str]]:
    [red] = reports.load("performance-report").view(edition_of(FILES | files), None)["reds"]
    return [(one["where"], one["lead"], one["due"], one["status"].word) for one in red["remedies"]]


def test_a_red_tells_what_is_done_about_it_by_whom_and_by_when() -> None:
    assert remedies_of({"results.yaml": RED}) == [("PIP-1", None, "31 March 2027", "Not due")]
    named = RED.replace("      comment: Two", "      action: See HSG-A1, then HSG-A1.\n      comment: Two")
    assert remedies_of({"results.yaml": named})[1:] == [("HSG-A1", "Head of Housing", "31 December 2026", "Not due")]
    closed = FILES["pips/relet.yaml"] + "    completion: yes\n"
    assert remedies_of({"results.yaml": RED, "pips/relet.yaml": closed}) == [
        ("HSG-A1", "Head of Housing", "31 December 2026", "Not due")
    ]
    for day, word in (("2026-10-31", "Complete"), ("2026-11-21", "Complete (late)"), ("2026-11-22", "Overdue")):
        done = FILES["pips/relet.yaml"].replace("2027-03-31", f"2026-10-31\n    in_place: {day}")
        assert remedies_of({"results.yaml": RED, "pips/relet.yaml": done})[0][3] == word
    late = FILES["pips/relet.yaml"].replace("in_place_by: 2027-03-31", "in_place_by: 2026-10-31")
    assert remedies_of({"results.yaml": RED, "pips/relet.yaml": late})[0][3] == "Overdue"
    other = FILES["pips/relet.yaml"].replace("    factors: [PIP-1-F1]", "    factors: [PIP-1-F1]\n    chosen: no")
    assert [one[0] for one in remedies_of({"results.yaml": RED, "pips/relet.yaml": other})] == ["HSG-A1"]


def test_a_profile_tells_all_about_one_indicator() -> None:
    text = text_of(PACK, "indicator-profile", "P1")
    for told in (
        "# Homes let in time",
        "94.96% against a target of 95.00%; short of target for 3 quarters running",
        "by the Head of Housing<br>Two sites are shut",
        "| **Which way is good** | Higher is better |",
        "| **Collected** | Quarterly; a longer period is its latest part |",
        "| **Shows progress of** | Homes for all (CORP-1) |",
        "| **2026-27** | 95.0% | The law asks for it |",
        "| **Thornley** | 70.0% | 95.0% | ■ Red<br>worse than the whole | The depot is far |",
        "| **Q2 2025-26** | 80.0% | 90.0% | ■ Red | – |",
        "Q2 2026-27: Amber. Result 94.96%.",
    ):
        assert told in text
    position = view_of(PACK, "indicator-profile", "P1")["position"]
    assert [row[0] for row in position.rows] == [
        "Upper Barrow",
        "Nether Barrow",
        "Wexcombe District Council",
        "Wold",
        "Average",
    ]


def test_a_profile_leaves_out_what_there_is_not() -> None:
    text = text_of(PACK, "indicator-profile", "P3")
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == ["## What it measures", "## Target and rating", "## Every result"]
    assert "Nether Barrow 40 bins" in text_of(PACK, "indicator-profile", "P2")


def test_a_profile_keeps_corrected_figures_plans_changes_and_judgements() -> None:
    assert "[^1]: First published as 90: Ten came back" in text_of(PACK, "indicator-profile", "P4")
    pip = text_of(FILES, "indicator-profile", "HSG-PI-01")
    assert "opened 20 July 2026 by the Head of Housing |" in line_of(pip, "| **Performance Improvement Plan**")
    more = "    baseline: {value: 300, period: 2024-25}\n"
    more += "    changes: [{field: targets, from: 300, to: 400, on: 2026-03-01, reason: More doors}]\n"
    files = PACK | {
        "indicators.yaml": INDICATORS.replace("    targets: {2026-27: 400}\n", f"    targets: {{2026-27: 400}}\n{more}")
    }
    text = text_of(files, "indicator-profile", "P4")
    assert "| **Baseline** | 300 (2024-25) |" in text
    assert "| **1 March 2026** | Targets | 300 | 400 | More doors | – |" in text
    judged = RESULTS.replace(
        "Q2: {value: 48,", "Q2: {value: 48, judgement: {state: red, reason: Too loud, by: HEAD, on: 2026-10-01},"
    )
    manual = INDICATORS.replace("    unit: bins\n", "    unit: bins\n    rating: {basis: manual}\n")
    text = text_of(PACK | {"results.yaml": judged, "indicators.yaml": manual}, "indicator-profile", "P2")
    assert "■ Red (judged) Too loud (Head of Housing)" in text


def test_what_a_person_rated_is_marked_as_judged_wherever_its_state_stands() -> None:
    judged = RESULTS.replace(
        "Q2: {value: 48,", "Q2: {value: 48, judgement: {state: amber, reason: Too loud, by: HEAD, on: 2026-10-01},"
    )
    manual = INDICATORS.replace("    unit: bins\n", "    unit: bins\n    rating: {basis: manual}\n")
    view = view_of(PACK | {"results.yaml": judged, "indicators.yaml": manual})
    assert view["rows"]["P2"]["status"].word == "Amber (judged)"
    assert [row["status"].word for row in view["movers"]["better"] if row["id"] == "P2"] == ["Amber (judged)"]
    assert [line["status"].word for line in view["indicators"]["lines"]] == ["Amber", "Red"]


def test_others_average_stands_where_the_target_does_when_it_is_what_rates() -> None:
    for by, shown in (("average", "others' average 94.33%"), ("rank", "95.00%")):
        placed = f"rating: {{basis: benchmark, benchmark: {{by: {by}}}}}"
        files = PACK | {"indicators.yaml": INDICATORS.replace("maximum: 100", placed, 1)}
        assert view_of(files)["rows"]["P1"]["target"] == shown
    files = PACK | {
        "indicators.yaml": INDICATORS.replace("maximum: 100", "rating: {basis: benchmark}", 1),
        "results.yaml": RESULTS.replace("94.96", "50"),
    }
    assert "against others' average of 94.3%; red for" in text_of(files)


def test_the_summary_counts_by_colour_and_holds_no_more_rows_than_its_page() -> None:
    rows = "".join(
        f"  - {{id: R{number}, title: R{number}, polarity: higher, targets: {{2026-27: 100}}, "
        f"rating: {{preset: {preset}}}}}\n"
        for number, preset in enumerate(["two-state"] * 6 + ["relative-10"] * 6)
    )
    results = "".join(f"  R{number}: {{Q2: 50}}\n" for number in range(12))
    files = {
        "indicators.yaml": f"kind: indicators\nindicators:\n{rows}",
        "results.yaml": f"kind: results\nperiod: 2026-27\nresults:\n{results}",
    }
    view = view_of(files)
    assert [(line["number"], line["status"].word) for line in view["indicators"]["lines"]] == [
        (6, "Red"),
        (6, "Not met"),
    ]
    assert [(line["number"], line["status"].word) for line in view["indicators"]["colours"]] == [(12, "Red")]
    text = text_of(files)
    summary = text[: text.index("Exceptions\n")]
    assert "12 of 12 indicators are rated: 12 ■ Red." in summary
    assert "The exact states are under Counts." in summary
    assert sum(line.startswith("| **R") for line in summary.splitlines()) == 10
    assert "These are 10 of 12; all of them are under Exceptions." in summary


def test_one_state_of_a_colour_lends_it_its_own_name() -> None:
    files = PACK | {"indicators.yaml": INDICATORS.replace("    aggregation: sum", "    rating: {preset: two-state}")}
    assert [line["status"].word for line in view_of(files)["indicators"]["colours"]] == ["Green", "Amber", "Not met"]
    assert "exact states" not in text_of(files)


def test_a_profile_says_a_unit_once_and_shows_three_years() -> None:
    old = "".join(f"    Q{quarter}: 70\n" for quarter in (1, 2, 3, 4))
    files = PACK | {"old.yaml": f"kind: results\nperiod: 2022-23\nresults:\n  P2:\n{old}"}
    text = text_of(files, "indicator-profile", "P2")
    assert "| Period | Result (bins) | Target (bins) |" in text
    assert "| **Q2 2026-27** | 48<br>provisional | 50 | ● Green |" in text
    assert "## The last three years" in text
    assert "4 earlier results are in the council's open data." in text
    assert "## Every result" in text_of(PACK, "indicator-profile", "P1")


@pytest.mark.parametrize(("show", "drawn"), [("yes", True), ("no", False)])
def test_process_limits_are_drawn_and_explained_where_the_council_wants_them(show: str, *, drawn: bool) -> None:
    own = f"{SETTINGS}process: {{show: {show}, least_points: 3}}\n"
    for report, subject in (("performance-report", None), ("indicator-profile", "P4")):
        text = text_of(PACK | {"planwright.yaml": own}, report, subject)
        assert ("results between the limits are ordinary ups and downs" in text) == drawn
    limits = (
        "Special cause"
        in view_of(PACK | {"planwright.yaml": own}, "indicator-profile", "P1")["indicator"]["trend"].header
    )
    assert limits == drawn


def test_a_years_forecast_is_drawn_only_where_a_result_may_be_compared_with_it() -> None:
    def rows(files: Mapping[str, str], indicator: str) -> list[str]:
        trend = view_of(files, "indicator-profile", indicator)["indicator"]["trend"]
        return [row[0] for row in trend.rows]

    assert rows(PACK, "P1")[-1] == "2026-27 forecast"
    total = RESULTS.replace("Q2: {value: 80,", "Q2: {value: 80, forecast: 350,")
    assert rows(PACK | {"results.yaml": total}, "P4") == ["Q1 2026-27", "Q2 2026-27"]


def test_what_others_reached_is_drawn_for_the_periods_it_is_known_for() -> None:
    theirs = EARLIER + "comparators:\n  P1: [{with: Region, is: average, value: 81, period: 2025-26-Q2}]\n"
    trend = view_of(PACK | {"earlier.yaml": theirs}, "indicator-profile", "P1")["indicator"]["trend"]
    assert trend.header[-1] == "Others, average"
    drawn = {row[0]: row[-1] for row in trend.rows}
    assert [drawn[period] for period in ("Q2 2025-26", "Q4 2025-26", "Q2 2026-27")] == ["81.0%", "no value", "94.3%"]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "maximum: 100",
            "rating: {slack: 1%}",
            "just below the target of 95.00% for the second quarter running, still green;",
        ),
        ("value: 95,", "low: 90, high: 96,", ", between the low target of 90.0% and the high target of 96.0% for the"),
        ("value: 95,", "low: 80, high: 90,", ", above the high target of 90.0% for the"),
        ("value: 95,", "green: 99, amber: 90,", ", below target"),
    ],
)
def test_a_chart_never_contradicts_the_state(before: str, after: str, said: str) -> None:
    files = PACK | {"indicators.yaml": INDICATORS.replace(before, after, 1)}
    assert said in view_of(files, "indicator-profile", "P1")["indicator"]["trend"].alt


def test_quarters_are_not_told_of_what_is_rated_by_place() -> None:
    for by, told in (("rank", False), ("average", False), ("quartile", True)):
        placed = f"rating: {{basis: benchmark, benchmark: {{by: {by}}}}}"
        files = PACK | {"indicators.yaml": INDICATORS.replace("maximum: 100", placed, 1)}
        found = view_of(files, "indicator-profile", "P1")
        assert ("quarter" in found["position"].alt) is told, by
        (row,) = [row for row in view_of(files)["compared"] if row["id"] == "P1"]
        assert bool(row["quarter"]) is told


def test_a_glance_names_the_red_the_best_and_the_worst() -> None:
    plan = "kind: service-plan\nid: HSG\nservice: HOUSING\nperiod: 2026-27\n"
    text = text_of(PACK | {"plan.yaml": plan, "results.yaml": RESULTS.replace("94.96", "70")}, "glance", "HSG")
    assert "- <strong>Red:</strong> Homes let in time." in text
    assert "- <strong>Fell back most in a year:</strong> Homes let in time, 80.0% to 70.0%." in text
    assert "| **Portfolio and committee** | Homes; People Committee |" in text


def test_counts_by_priority_stand_first_where_the_plan_has_priorities() -> None:
    with_priority = CORPORATE.replace(
        "objectives:\n  - {id: CORP-1, title: Homes for all,",
        "priorities: [{id: CORP-P1, title: Families first}]\n"
        "objectives:\n  - {id: CORP-1, title: Homes for all, links: [CORP-P1],",
    )
    by_priority, by_objective, *_ = view_of(PACK | {"corporate.yaml": with_priority})["tables"]
    assert [(row["title"], row["total"]) for row in by_priority["rows"]] == [
        ("Families first", 2),
        ("Under no priority", 2),
    ]
    assert by_priority["whole"] == by_objective["whole"]
