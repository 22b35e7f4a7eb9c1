import json
from pathlib import Path

import pytest

from planwright.cli import main

FILES = {
    "planwright.yaml": "kind: settings\nname: W\nrating:\n  tolerance: 5%\n",
    "plan.yaml": """\
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27
actions:
  - id: A1
    title: Landlord scheme
    due: 2026-06-30
    revised:
      - to: 2026-10-31
        reason: Legal advice came late
    status: on track
    milestones:
      - title: First letting
        due: 2026-09-30
        done: 2026-10-05
  - id: A2
    title: No date yet
indicators:
  - id: PI
    title: Rehoused in time
    polarity: higher
    unit: "%"
    aggregation: mean
    targets:
      2026-27: {value: 95, rationale: What the best three reach}
      2025-26: 90
  - id: CALLS
    title: Calls
    polarity: none
  - id: SAFE
    title: Certificate held
    polarity: higher
    unit: yes/no
    targets: {2026-27: yes}
    rating: {method: two-state}
  - id: DAYS
    title: Days to re-let
    polarity: lower
    unit: days
    targets: {2026-27: {value: 28, floor: 35}}
    rating: {boundary: outside}
  - id: RANGE
    title: Occupancy
    polarity: range
    targets: {2026-27: {low: 40, high: 60}}
  - id: VALUES
    title: Income
    polarity: higher
    unit: £
    targets: {2026-27: {green: 90, amber: -80}}
  - id: EMPTY
    title: Nothing to compare
    polarity: higher
    targets: {2026-27: {low: 3}}
""",
    "r25.yaml": "kind: results\nperiod: 2025-26\nresults: {PI: {Q1: 90, Q2: 91, Q3: 92, Q4: 93}}\n",
    "r26.yaml": """\
kind: results
period: 2026-27
results:
  PI:
    Q1: 92
    Q2:
      value: 88.5
      provisional: yes
      forecast: 94
      restated:
        - {was: 87, on: 2026-10-20, reason: Two cases were counted twice}
  CALLS: {Q1: 10, Q2: 12}
  SAFE: {Q2: no}
  DAYS: {Q2: 30}
  RANGE: {Q2: 50}
  VALUES: {Q2: -5}
  EMPTY: {Q2: 4}
""",
    "risks.yaml": """\
kind: risk-log
id: LOG
service: HOUSING
risks:
  - id: R1
    title: Fire
    inherent: {likelihood: high, impact: high}
    current: {likelihood: medium, impact: high}
    target: {likelihood: low, impact: high}
    reviewed: 2026-06-01
  - id: R2
    title: Flood
    current: {likelihood: low, impact: low}
    reviewed: 2026-11-01
  - id: R3
    title: Not scored
""",
    "pip.yaml": "kind: pip\nid: PIP-1\nindicator: PI\nauthor: HEAD\nopened: 2026-10-20\n"
    "factors:\n  - {id: PIP-1-F1, text: Nobody applied, origin: internal, term: temporary}\n",
}


@pytest.fixture
def council(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def why(council: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["-C", str(council), "--as-at", "2026-11-21", "why", *words])
    out, err = capsys.readouterr()
    return code, out, err


def test_a_red_indicator_is_explained_to_the_end(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = why(council, capsys, "PI")
    assert code == 0
    assert [line.split() for line in out.splitlines()] == [line.split() for line in EXPECTED.splitlines()]


EXPECTED = """\
PI: Rehoused in time
2026-27-Q2: Red. 88.5 is 6.8% short of 95; amber to 5% of target.

  result 88.5%, provisional [r26.yaml:7]
  earlier figure 87%, corrected 2026-10-20: Two cases were counted twice [r26.yaml:11]
  target 95% (the target for 2026-27) [plan.yaml:26]
  why that target What the best three reach
  polarity higher is better [plan.yaml:22]
  tolerance amber to 5% of the target (set for the whole council) [planwright.yaml:4]
  boundary a result exactly on an edge has the state nearer the target (planwright's own default, as nothing is set)
  what would change it green at 95% or more, amber at 90.25% or more, otherwise red
  since last period got worse from 92% (2026-27-Q1)
  since last year got worse from 91% (2025-26-Q2)
  since last year end got worse from 91.5% (2025-26)
  forecast 94% at year end: Amber. 94 is 1.1% short of 95; amber to 5% of target. [r26.yaml:9]
  trigger worse than target, forecast to miss; asks for an improvement plan \
(planwright's own default, as nothing is set)
  improvement plan PIP-1: Draft. Not reported to a meeting yet. [pip.yaml:1]
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("PI", "2025-26"), ("2025-26: Green.", "91.5%, worked out from its parts (mean)")),
        (("PI", "2026-27-Q1"), ("2026-27-Q1: Amber.", "92 is 3.2% short of 95")),
        (("PI", "2026-27-Q3"), ("2026-27-Q3: Not due.",)),
        (("CALLS",), ("Data only.", "neither high nor low is good", "went up from 10 (2026-27-Q1)")),
        (("SAFE",), ("Not met. The answer is no, and the target yes.", "no  [r26.yaml:13]")),
        (
            ("DAYS",),
            (
                "28 days, floor 35 days",
                "green at 28 days or less, amber at 35 days or less, otherwise red",
                "own floor standard decides",
            ),
        ),
        (("RANGE",), ("40 to 60", "Green.")),
        (("VALUES",), ("green £90, amber -£80", "-£5", "Amber.")),
        (("EMPTY",), ("No target.", "none given")),
        (("A1",), ("Overdue.", "2026-10-31: Legal advice came late", "claims to be on track but is overdue")),
        (("A1/1",), ("Complete (late).", "2026-10-05", "[plan.yaml:16]")),
        (("A2",), ("No date.",)),
        (("R1",), ("High.", "was due 2026-09-01", "before controls", "9", "3")),
        (("R2",), ("Low.", "due 2027-11-02")),
        (("R3",), ("Not scored. Has no current score.",)),
        (
            ("PIP-1",),
            (
                "Draft. Not reported to a meeting yet.",
                "PIP-1: Rehoused in time\n",
                "PI: Red (2026-27-Q2)  [pip.yaml:3]",
                "2026-10-20",
                "due 2027-01-20",
                "PIP-1-F1: Nobody applied; no solution takes it up  [pip.yaml:7]",
            ),
        ),
    ],
)
def test_each_kind_of_item_is_explained(
    council: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    code, out, err = why(council, capsys, *words)
    assert (code, err) == (0, "")
    for part in expected:
        assert part in out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("PIP-2",), "there is no item PIP-2; did you mean PIP-1?"),
        (("HSG",), "no rating of its own; ask about HOUSING (`planwright why HOUSING`), about an indicator"),
        (("HSG",), "or about the whole council (`planwright why .`)"),
        (("PI", "2026-28"), "write 2026-27; a council year ends in the year after it begins"),
        (("A1", "2026-27-Q1"), "a period can be named for an indicator only, and A1 is none"),
        ((".", "2026-27-Q1"), "a period can be named for an indicator only, and . is none"),
        (("R1", "rubbish"), "a period can be named for an indicator only, and R1 is none"),
        (("PI", "2026-08"), "PI is collected quarterly, so 2026-08 has no rating; ask about 2026-27-Q2"),
        (("PI", "--format", "xml"), "there is no format 'xml'"),
    ],
)
def test_what_cannot_be_explained_is_refused(
    council: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], expected: str
) -> None:
    code, out, err = why(council, capsys, *words)
    assert (code, out) == (2, "")
    assert expected in err


def test_a_period_asked_for_is_one_of_the_indicators_own_years(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pupils = "  - {id: PUPILS, title: Pupils, polarity: higher, frequency: academic-year, targets: {2025-26: 50}}\n"
    changed(council, "plan.yaml", "  - id: CALLS\n", pupils + "  - id: CALLS\n")
    changed(council, "r25.yaml", "results: {", "results: {PUPILS: {year: 60}, ")
    code, out, _ = why(council, capsys, "PUPILS", "2025-26")
    assert code == 0
    assert "2025-26: Green. 60 is above the target of 50" in out


def lines(council: Path, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, str]:
    """Return the lines of an explanation by label, with where each was set."""
    code, out, _ = why(council, capsys, *words, "--format", "json")
    assert code == 0
    found = json.loads(out)["lines"]
    return {
        line["label"]: line["text"] + (f" [{line['file']}:{line['line']}]" if line["file"] else "") for line in found
    }


DEFAULT = "(planwright's own default, as nothing is set)"


LIMITS = "likelihood (low, medium or high) and impact (low, medium or high)"
BANDS = "low from 1 (green), moderate from 3 (amber), high from 6 (red), critical from 9 (red)"
STILL = "solutions in place, on target for 1 period and formally closed"


@pytest.mark.parametrize(
    ("id_", "label", "expected"),
    [
        ("A1", "first promised", "2026-06-30 [plan.yaml:8]"),
        ("A1", "moved to", "2026-10-31: Legal advice came late [plan.yaml:10]"),
        ("A1", "slipped", "123 days later than first promised"),
        ("A1", "said to be", "on track; the dates decide [plan.yaml:12]"),
        (
            "A1",
            "A1/1",
            (
                "First letting: Complete (late). "
                "Done 2026-10-05, 5 days after the 2026-09-30 first promised. [plan.yaml:14]"
            ),
        ),
        ("A1", "what would change it", "complete (late) once done [plan.yaml:10]"),
        ("A1", "days of grace", f"overdue (in grace) up to 14 days late, then overdue {DEFAULT}"),
        ("A2", "what would change it", "a due date, or for an action targets by year"),
        ("R1", "score", "6: likelihood medium (2 of 3), impact high (3 of 3) [risks.yaml:8]"),
        ("R1", "before controls", "9: likelihood high (3 of 3), impact high (3 of 3) [risks.yaml:7]"),
        ("R1", "to be reached", "3: likelihood low (1 of 3), impact high (3 of 3); 3 to go [risks.yaml:9]"),
        ("R1", "scored", f"likelihood times impact, counted from 1 {DEFAULT}"),
        ("R1", "bands", f"{BANDS} {DEFAULT}"),
        (
            "R1",
            "what would change it",
            "a score of 4 or less would make it moderate; a score of 9 or more would make it critical",
        ),
        ("R2", "what would change it", "a score of 3 or more would make it moderate"),
        ("R3", "what would change it", f"a current score of {LIMITS}"),
        ("R3", "next review", "it was never reviewed [risks.yaml:15]"),
        ("PIP-1", "exit: solutions in place", "not met: no solution is proposed [pip.yaml:1]"),
        (
            "PIP-1",
            "exit: on target for 1 period",
            "not met: PI was red (2026-27-Q2), on target for 0 of 1 period [pip.yaml:3]",
        ),
        ("PIP-1", "exit: formally closed", "not met: no entry of its progress says completion: yes [pip.yaml:1]"),
        (
            "PIP-1",
            "what would end it",
            f"still to come: {STILL}; or the indicator is retired, or members accept the shortfall by a decision",
        ),
    ],
)
def test_the_lines_that_lead_to_it(
    council: Path, capsys: pytest.CaptureFixture[str], id_: str, label: str, expected: str
) -> None:
    assert lines(council, capsys, id_)[label] == expected


def changed(council: Path, name: str, before: str, after: str) -> None:
    """Replace a text in one of the files."""
    file = council / name
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def test_the_days_ahead_that_change_an_actions_state_are_named(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = "kind: settings\nname: W\ndates: {grace_days: 7}\n"
    (council / "planwright.yaml").write_text(settings, encoding="utf-8")
    changed(
        council,
        "plan.yaml",
        "title: No date yet",
        "title: Later\n    due: 2027-03-31\n    start: 2026-10-31\n    percent: 5",
    )
    found = lines(council, capsys, "A2")
    assert found["what would change it"].startswith(
        "due soon from 2027-03-01, overdue (in grace) from 2027-04-01, overdue from 2027-04-08; complete once done"
    )
    assert found["days of grace"] == (
        "overdue (in grace) up to 7 days late, then overdue (set for the whole council) [planwright.yaml:3]"
    )
    assert found["progress"].startswith("5% done, with 13% of its time gone")
    changed(council, "planwright.yaml", "grace_days: 7", "grace_days: 0, due_soon_days: 365")
    assert lines(council, capsys, "A2")["what would change it"].startswith("overdue from 2027-04-01; complete once")


def test_a_day_that_has_come_is_no_longer_ahead(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed(council, "plan.yaml", "title: No date yet", "title: Since yesterday\n    due: 2026-11-20")
    assert lines(council, capsys, "A2")["what would change it"].startswith(
        "overdue from 2026-12-05; complete (late) once done"
    )


def test_a_date_agreed_later_and_one_from_the_milestones_say_so(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    steps = "milestones:\n      - {title: Step, due: 2027-01-31, evidence: Minutes}"
    changed(council, "plan.yaml", "title: No date yet", f"title: Later\n    {steps}")
    changed(
        council,
        "plan.yaml",
        "reason: Legal advice came late",
        "reason: Advice\n        on: 2026-12-01\n        decision: D/1",
    )
    found = lines(council, capsys, "A2")
    assert found["first promised"] == "2027-01-31, the last of its milestones [plan.yaml:22]"
    assert found["what would change it"].startswith("due soon from 2027-01-01")
    assert lines(council, capsys, "A2/1")["evidence"] == "Minutes [plan.yaml:22]"
    moved = lines(council, capsys, "A1")["moved to"]
    assert moved == "2026-10-31: Advice (agreed 2026-12-01), decided by D/1, which was not yet agreed [plan.yaml:10]"


def test_the_line_of_escalation_is_named_where_the_council_draws_one(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(council, "planwright.yaml", "rating:", "risks:\n  escalate_from: 6\nrating:")
    line = "from 6 a risk stands in the corporate log; this one"
    set_by = "(set for the whole council) [planwright.yaml:4]"
    assert lines(council, capsys, "R1")["escalation"] == f"{line} should, and does not {set_by}"
    assert lines(council, capsys, "R2")["escalation"] == f"{line} need not {set_by}"
    assert "escalation" not in lines(council, capsys, "R3")
    changed(council, "risks.yaml", "    title: Fire\n", "    title: Fire\n    escalated_to: R2\n")
    assert lines(council, capsys, "R1")["escalation"] == f"{line} is carried there by R2, Flood {set_by}"
    changed(council, "risks.yaml", "id: LOG\n", "id: LOG\ncorporate: yes\n")
    assert "stands in the corporate log, as this one does" in lines(council, capsys, "R2")["escalation"]


def test_a_risk_says_how_its_score_moved_and_a_closed_one_asks_for_nothing(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    history = "    history:\n      - {likelihood: low, impact: high, on: 2026-01-10}\n"
    changed(council, "risks.yaml", "    title: Fire\n", f"    title: Fire\n{history}")
    assert lines(council, capsys, "R1")["movement"] == "up from 3 at the review of 2026-01-10 [risks.yaml:8]"
    changed(council, "risks.yaml", "    title: Flood\n", "    title: Flood\n    closed: 2026-10-01\n")
    assert list(lines(council, capsys, "R2")) == []


SOLUTIONS = """\
solutions:
  - {id: PIP-1-S1, text: Advertise, in_place_by: 2026-10-31, in_place: 2026-10-30}
  - {id: PIP-1-S2, text: Train, in_place_by: 2026-12-31}
"""


def test_the_way_out_of_a_plan_is_tested_as_it_was_when_it_ended(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pip = council / "pip.yaml"
    pip.write_text(pip.read_text(encoding="utf-8") + SOLUTIONS, encoding="utf-8")
    found = lines(council, capsys, "PIP-1")
    assert found["exit: solutions in place"].startswith("not met: not yet PIP-1-S2 (by 2026-12-31)")
    changed(council, "pip.yaml", "by: 2026-12-31}", "by: 2026-12-31, in_place: 2026-11-01}")
    changed(council, "r26.yaml", "value: 88.5", "value: 96")
    found = lines(council, capsys, "PIP-1")
    assert found["exit: solutions in place"].startswith("met: all 2 are in place")
    assert found["exit: on target for 1 period"].startswith("met: PI was green (2026-27-Q2), on target for 1 of 1")
    assert found["what would end it"].startswith("still to come: formally closed; or")
    pip.write_text(
        pip.read_text(encoding="utf-8") + "progress: [{on: 2026-10-25, comment: Done, completion: yes}]\n",
        encoding="utf-8",
    )
    found = lines(council, capsys, "PIP-1")
    assert found["exit: formally closed"].startswith("met: completed 2026-10-25")
    assert found["exit: solutions in place"].startswith("not met: not yet PIP-1-S1")  # it came after the end
    assert "what would end it" not in found


@pytest.mark.parametrize(
    ("name", "after", "said"),
    [
        ("pip.yaml", "retired: Opened twice", "the plan was retired: Opened twice"),
        ("pip.yaml", "accepted: CAB/1", "the shortfall was accepted by CAB/1 [pip.yaml:5]"),
        ("plan.yaml", "    retired: Replaced", "the indicator is retired: Replaced"),
    ],
)
def test_other_ways_out_of_a_plan(
    council: Path, capsys: pytest.CaptureFixture[str], name: str, after: str, said: str
) -> None:
    before = "author: HEAD" if name == "pip.yaml" else "title: Rehoused in time"
    changed(council, name, before, f"{before}\n{after}")
    assert lines(council, capsys, "PIP-1")["other exit"] == said


def test_a_plan_for_what_has_no_result_yet_is_not_on_target(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed(council, "plan.yaml", "  - id: CALLS", "  - id: NEW\n    title: New\n    polarity: higher\n  - id: CALLS")
    changed(council, "pip.yaml", "indicator: PI", "indicator: NEW")
    assert lines(council, capsys, "PIP-1")["exit: on target for 1 period"].startswith("not met: NEW has no result yet")
    changed(council, "planwright.yaml", "rating:", "pips: {on_target_periods: 0}\nrating:")
    assert not any("on target" in label for label in lines(council, capsys, "PIP-1"))


GATHERED = """\
kind: indicators
collections:
  - id: BOTH
    title: Speed and cost
    indicators: [PI, CALLS, DAYS, RANGE]
    reading: Faster must not mean dearer.
"""
THREAD = """\
kind: corporate-plan
id: CORP
title: Ours
period: 2026-27
objectives:
  - {id: C1, title: Homes, measured_by: [PI, DAYS]}
  - {id: C2, title: Money, measured_by: [RANGE], links: [{to: C1, type: indirect}]}
  - {id: C3, title: Nothing}
"""
SERVICES = "kind: organisation\nservices:\n  - {id: HOUSING, title: Housing}\n"


@pytest.fixture
def gathered(council: Path) -> Path:
    for name, text in (("b.yaml", GATHERED), ("c.yaml", THREAD), ("o.yaml", SERVICES)):
        (council / name).write_text(text, encoding="utf-8")
    changed(council, "r26.yaml", "DAYS: {Q2: 30}", "DAYS: {Q1: 34, Q2: 20}")
    return council


def test_an_objective_is_explained_by_what_is_under_it(gathered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = why(gathered, capsys, "C1")
    assert code == 0
    assert out.splitlines()[:2] == ["C1: Homes", "2 indicators; of 2 rated: 1 green, 1 red."]
    found = lines(gathered, capsys, "C1")
    assert found["rule"] == f"counts only, as no rule makes one state of many {DEFAULT}"
    assert found["PI"] == "Rehoused in time: Red (2026-27-Q2). [plan.yaml:20]"
    assert found["RANGE"].startswith("Occupancy: Green (2026-27-Q2). It contributes indirectly, and gives no colour")
    assert "counts" not in found  # the headline has them
    assert "No indicator stands under it." in why(gathered, capsys, "C3")[1]


def test_one_state_of_many_says_the_rule_and_what_would_change_it(
    gathered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(gathered, "planwright.yaml", "rating:", "roll_up:\n  rule: majority\nrating:")
    changed(gathered, "plan.yaml", "    title: Days to re-let\n", "    title: Days to re-let\n    weight: 2\n")
    found = lines(gathered, capsys, "C1")
    rule = "the best state that more than half of them have or pass (set for the whole council) [planwright.yaml:4]"
    assert found["rule"] == rule
    assert found["counts"].startswith("2 indicators; of 2 rated: 1 green, 1 red")
    assert found["what would change it"] == "the one coloured red becoming green would make it green"
    assert found["DAYS"].startswith("Days to re-let: Green (2026-27-Q2, weight 2).")
    code, out, _ = why(gathered, capsys, "C1", "--format", "json")
    assert (code, json.loads(out)["state"]) == (0, "red")
    assert "Red. No better state is that of more than half of the 2 that are rated." in why(gathered, capsys, "C1")[1]


def test_a_weighted_mean_says_what_each_colour_counts_and_what_goes_first(
    gathered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(gathered, "planwright.yaml", "rating:", "roll_up:\n  rule: weighted mean\nrating:")
    found = lines(gathered, capsys, "C1")
    said = "the weighted mean: green 1, amber 0.5 and red 0, each times its weight (set for the whole council)"
    assert found["rule"] == f"{said} [planwright.yaml:4]"
    assert "first" not in found["what would change it"]  # there is one of each colour
    whole = lines(gathered, capsys, ".")
    assert whole["what would change it"].endswith("; those of most weight go first")
    assert "both coloured red becoming green would make it green" in whole["what would change it"]


def test_a_collection_says_how_to_read_it_and_when_its_members_disagree(
    gathered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = lines(gathered, capsys, "BOTH")
    assert found["reading"] == "Faster must not mean dearer. [b.yaml:6]"
    assert found["they point different ways"] == "PI got worse, CALLS went up and DAYS improved"
    assert found["they stand differently"] == "on target DAYS and RANGE; worse than target PI"
    assert found["PI"] == "Rehoused in time: Red (2026-27-Q2). Got worse from 92% (2026-27-Q1). [plan.yaml:20]"
    changed(gathered, "b.yaml", "[PI, CALLS, DAYS, RANGE]", "[DAYS, RANGE]")
    changed(gathered, "b.yaml", "    reading: Faster must not mean dearer.\n", "")
    assert not {"they point different ways", "they stand differently", "reading"} & set(lines(gathered, capsys, "BOTH"))


def test_the_whole_council_is_explained_service_by_service(gathered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (gathered / "more.yaml").write_text(
        "kind: indicators\nindicators: [{id: LOOSE, title: Loose, polarity: none}]\n", encoding="utf-8"
    )
    code, out, _ = why(gathered, capsys, ".")
    assert code == 0
    assert out.startswith("W\n8 indicators; of 5 rated: ")
    found = lines(gathered, capsys, ".")
    assert found["HOUSING"].startswith("7 indicators; of 5 rated: ")
    assert found["under no service"] == "1 indicator; 1 not rated (1 late)"
    assert found["actions"] == "2 actions: 1 overdue, 1 no date"
    assert found["milestones"] == "1 milestone: 1 complete (late)"
    assert lines(gathered, capsys, "HOUSING")["PI"].startswith("Rehoused in time: Red")


def test_json_says_the_same(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = why(council, capsys, "PI", "--format", "json")
    found = json.loads(out)
    assert (code, found["id"], found["state"], found["as_at"]) == (0, "PI", "red", "2026-11-21")
    assert found["lines"][0] == {"label": "result", "text": "88.5%, provisional", "file": "r26.yaml", "line": 7}
    assert found["lines"][-2]["line"] is None


def test_what_cannot_be_read_is_said_beside_the_answer(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (council / "risks.yaml").write_text(
        "kind: risk-log\nid: LOG\nrisks:\n  - id: R1\n    title: 'Fire\n", encoding="utf-8"
    )
    code, out, err = why(council, capsys, "PI")
    assert code == 0
    assert "Red." in out
    assert "left out: risks.yaml; `planwright validate` says what" in err
    code, _, err = why(council, capsys, "R1")
    assert code == 2
    assert "R1 stands in the plans but could not be read; `planwright validate` says why" in err


def test_nothing_is_rated_by_rules_that_cannot_be_read(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (council / "planwright.yaml").write_text("kind: settings\nname: W\nrating: [\n", encoding="utf-8")
    code, out, err = why(council, capsys, "PI")
    assert (code, out) == (1, "")
    assert "planwright.yaml:" in err
    assert "the council's own rules are not known" in err
    (council / "planwright.yaml").write_text("kind: settings\nnmae: W\nrating:\n  tolerance: 5%\n", encoding="utf-8")
    code, out, _ = why(council, capsys, "PI")
    assert code == 0
    assert "amber to 5% of the target (set for the whole council)" in out


def test_a_longer_period_is_explained_as_the_indicator_says_and_a_shorter_one_refused(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "worked out from its parts (mean)" in why(council, capsys, "PI", "2026-27-H1")[1]
    assert "collected quarterly, so 2026-09 has no rating" in why(council, capsys, "PI", "2026-09")[2]
    assert "2026-27-Q1: Amber." in why(council, capsys, "PI", "Q1")[1]
