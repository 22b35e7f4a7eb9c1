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
        (("HSG",), "HSG is a service plan, which has no rating of its own"),
        (("PI", "2026-28"), "write 2026-27; a council year ends in the year after it begins"),
        (("A1", "2026-27-Q1"), "a period can be named for an indicator only, and A1 is none"),
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
    assert "it may stand in risks.yaml, which cannot be read" in err


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
