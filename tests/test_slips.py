"""The commonest slips of people new to plan files: each is one finding, where it was made, with what to do instead."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from planwright.cli import main

FILES = {
    "planwright.yaml": "kind: settings\nname: Wexcombe District Council\n",
    "organisation.yaml": """\
kind: organisation
services:
  - id: HOUSING
    title: Housing
    head: HEAD-OF-HOUSING
posts:
  - id: HEAD-OF-HOUSING
    title: Head of Housing
    service: HOUSING
""",
    "corporate.yaml": """\
kind: corporate-plan
id: CORP
title: Council Plan
period: 2026-27 to 2028-29
objectives:
  - id: CORP-1
    title: A home for everyone
    measured_by: [HSG-PI-01]
""",
    "results.yaml": """\
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      value: 96
      as_at: 2026-09-30
""",
}
PLAN = """\
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
overview: We prevent homelessness, and house those who become homeless.

objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-1]
    measured_by: [HSG-PI-01]

actions:
  - id: HSG-A1
    objective: HSG-O1
    title: Set up a landlord incentive scheme
    lead: HEAD-OF-HOUSING
    start: 2026-04-01
    due: 2026-12-31
    status: on track
    resources:
      money: 60000
      fund: General Fund
      funded: yes
    milestones:
      - title: Scheme agreed with the landlords' forum
        due: 2026-06-30
        done: 2026-06-22
      - title: First ten lettings
        due: 2026-12-18
    progress:
      - on: 2026-10-14
        note: Twelve lettings so far.
        percent: 60

indicators:
  - id: HSG-PI-01
    title: Homeless households offered a home within 21 days
    service: HOUSING
    owner: HEAD-OF-HOUSING
    unit: "%"
    polarity: higher
    frequency: quarterly
    since: 2026-27-Q2
    targets:
      2026-27: 95
"""
LEAD = "    lead: HEAD-OF-HOUSING\n    start"
RESOURCES = "    resources:\n      money: 60000\n      fund: General Fund\n      funded: yes\n"
AGAIN = """\
actions:
  - id: HSG-A2
    objective: HSG-O1
    title: Hold four homes ready at weekends
    lead: HEAD-OF-HOUSING
    due: 2027-01-31

indicators:
"""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is written instead of what, and the one finding that names it: where it stands, and what it says."""

    right: str
    wrong: str
    place: str
    says: str
    remedy: str


SLIPS = {
    "a line one space short": Slip(
        "    title: Set up",
        "   title: Set up",
        "16:4: PW026",
        "this line does not start in the column of the lines it belongs to",
        "give it exactly as many spaces as the line it stands beside",
    ),
    "a line too far in": Slip(
        LEAD,
        f"  {LEAD}",
        "17:7: PW026",
        "this line does not start in the column of the lines it belongs to",
        "give it exactly as many spaces as the line it stands beside",
    ),
    "no dash before the only entry": Slip(
        "  - id: HSG-O1\n",
        "    id: HSG-O1\n",
        "8:5: PW033",
        "a list was expected here, but these are lines of the form key: value",
        "begin each entry with a dash: write `- id:` on its first line",
    ),
    "no dash before the second entry": Slip(
        "      - title: First ten",
        "        title: First ten",
        "29:9: PW010",
        "`title` is already given on line 26; only one of the two can count",
        "if it begins the next entry of the list, put a dash before it, `- title:`",
    ),
    "a tab": Slip(
        "    links: [CORP-1]",
        "\tlinks: [CORP-1]",
        "10:1: PW008",
        "this line is indented with a tab; plan files are indented with spaces",
        "replace each tab with two spaces",
    ),
    "curly quotes": Slip(
        'unit: "%"',
        "unit: \u201c%\u201d",
        "41:11: PW023",
        "curly quotes, as Word types them, do not hold a text together",
        'use straight quotes ("), or none',
    ),
    "a date as letters write it": Slip(
        "due: 2026-12-31",
        "due: 31/12/2026",
        "19:10: PW034",
        "31/12/2026 is not a date planwright can read",
        "write 2026-12-31",
    ),
    "a date in words": Slip(
        "due: 2026-12-31",
        "due: 31 December 2026",
        "19:10: PW034",
        "31 December 2026 is not a date planwright can read",
        "write 2026-12-31",
    ),
    "a misspelt key": Slip(
        "    milestones:",
        "    milestons:",
        "25:5: PW031",
        "there is no field milestons here",
        "did you mean milestones?",
    ),
    "a misspelt key of what must be said": Slip(
        "    title: Set up", "    tilte: Set up", "16:5: PW031", "there is no field tilte here", "did you mean title?"
    ),
    "a misspelt id": Slip(
        "    objective: HSG-O1",
        "    objective: HSG-01",
        "15:16: PW101",
        "HSG-A1 names HSG-01 in objective, but no objective has that id",
        "did you mean HSG-O1?",
    ),
    "a colon in a text": Slip(
        "note: Twelve lettings so far.",
        "note: So far: twelve lettings.",
        "33:15: PW017",
        "a colon followed by a space stands inside this text, which makes it look like another `key: value`",
        'put the whole text in double quotes: "So far: twelve lettings."',
    ),
    "money with its sign and commas": Slip(
        "money: 60000",
        "money: \u00a360,000",
        "22:14: PW035",
        "\u00a360,000 is not a number planwright can read",
        "write 60000, without signs, commas or units",
    ),
    "a per cent sign": Slip(
        "percent: 60",
        "percent: 60%",
        "34:18: PW035",
        "60% is not a number planwright can read",
        "write 60, without signs, commas or units",
    ),
    "true for yes": Slip("funded: yes", "funded: true", "24:15: PW036", "true is not yes or no", "write yes"),
    "y for yes": Slip("funded: yes", "funded: y", "24:15: PW036", "y is not yes or no", "write yes"),
    "text behind a date": Slip(
        "done: 2026-06-22",
        "done: 2026-06-22 (a week early)",
        "28:15: PW034",
        "2026-06-22 (a week early) is not a date planwright can read",
        "write the day alone, 2026-06-22",
    ),
    "text behind a number": Slip(
        "money: 60000",
        "money: 60000 a year",
        "22:14: PW035",
        "60000 a year is not a number planwright can read",
        "write the number alone, 60000",
    ),
    "a block given twice": Slip(
        "indicators:\n",
        AGAIN,
        "36:1: PW010",
        "`actions` is already given on line 13; only one of the two can count",
        "move what stands below this `actions:` up below the first one, and delete this line",
    ),
    "dashes where there is only one": Slip(
        RESOURCES,
        "    resources:\n      - money: 60000\n        fund: General Fund\n        funded: yes\n",
        "22:7: PW033",
        "lines of the form key: value were expected here, but this is a list",
        "there is only one, so take the dash away",
    ),
    "one value where there are several": Slip(
        "measured_by: [HSG-PI-01]",
        "measured_by: HSG-PI-01",
        "11:18: PW033",
        "a list was expected here, but this is a single value",
        "write [HSG-PI-01], or one entry a line, each after a dash",
    ),
    "brackets left standing": Slip(
        "links: [CORP-1]",
        "links: CORP-1 []",
        "10:12: PW033",
        "a list was expected here, but this is a single value",
        "write [CORP-1], or one entry a line, each after a dash",
    ),
    "a text alone where an entry says more": Slip(
        "      - title: First ten lettings\n        due: 2026-12-18\n",
        "      - First ten lettings\n",
        "29:9: PW033",
        "lines of the form key: value were expected here, but this is a single value",
        "write `title: First ten lettings` in its place; known here: decision, done, due",
    ),
    "one value where lines belong": Slip(
        RESOURCES,
        "    resources: 60000\n",
        "21:16: PW033",
        "lines of the form key: value were expected here, but this is a single value",
        "write lines of the form key: value below it, further in; known here: fte, fund, funded, money, note, skills",
    ),
    "no colon": Slip(
        LEAD,
        LEAD.replace(":", ""),
        "17:5: PW016",
        "`lead HEAD-OF-HOUSING` has no colon, so it is neither a key nor part of the text above",
        "write `key: value`",
    ),
    "no space behind the colon": Slip(
        LEAD,
        LEAD.replace(": ", ":"),
        "17:5: PW016",
        "there is no space after the colon of `lead`",
        "write `lead: HEAD-OF-HOUSING`",
    ),
    "no space behind the dash": Slip(
        "  - id: HSG-O1",
        "  -id: HSG-O1",
        "8:3: PW016",
        "there is no space after the dash",
        "write `- id: HSG-O1`",
    ),
    "a bullet for a dash": Slip(
        "  - id: HSG-O1",
        "  \u2022 id: HSG-O1",
        "8:3: PW016",
        "this line begins with `\u2022`, which is not the dash that begins an entry of a list",
        "write `- id: HSG-O1`",
    ),
    "a star for a dash": Slip(
        "  - id: HSG-O1",
        "  * id: HSG-O1",
        "8:3: PW016",
        "this line begins with `*`, which is not the dash that begins an entry of a list",
        "write `- id: HSG-O1`",
    ),
    "a long dash": Slip(
        "  - id: HSG-O1",
        "  \u2013 id: HSG-O1",
        "8:3: PW016",
        "this line begins with `\u2013`, which is not the dash that begins an entry of a list",
        "write `- id: HSG-O1`",
    ),
    "a quote left open": Slip(
        "    title: Set up a landlord",
        '    title: "Set up a landlord',
        "16:12: PW021",
        "the quote that opens here closes lines later and swallows `lead:`",
        "close the quote at the end of its own text",
    ),
    "a bracket left open": Slip(
        "    links: [CORP-1]",
        "    links: [CORP-1",
        "10:12: PW027",
        "the bracket `[` that opens here is not closed, or a comma is missing in it",
        "close it with `]`",
    ),
    "a kind in two words": Slip(
        "kind: service-plan",
        "kind: service plan",
        "1:7: PW030",
        "service plan is not a kind of document",
        "did you mean service-plan?",
    ),
    "a word that is not on the list": Slip(
        "status: on track",
        "status: ontrack",
        "20:13: PW037",
        "ontrack is not known here; expected one of: not started, on track, at risk, behind, complete, deferred,",
        "did you mean on track?",
    ),
    "an id used twice": Slip(
        "indicators:\n",
        AGAIN.replace("HSG-A2", "HSG-A1").replace("actions:\n", "", 1),
        "36:9: PW102",
        "HSG-A1 is already the id of another action in plan.yaml",
        "give this one an id of its own",
    ),
    "a period written otherwise": Slip(
        "period: 2026-27 to 2028-29",
        "period: 2026/27 - 2028/29",
        "4:9: PW040",
        "2026/27 - 2028/29 is not a period planwright can read",
        "write 2026-27 to 2028-29",
    ),
}
ONLY_WORTH_KNOWING = {"curly quotes"}  # the text counts, with the quotes as part of it


def validated(folder: Path, plan: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """Return how `validate` ends for a small council with this plan, and the lines it prints."""
    for name, text in {**FILES, "plan.yaml": plan}.items():
        (folder / name).write_bytes(text.encode())
    code = main(["-C", str(folder), "--as-at", "2026-11-21", "validate", "--format", "concise"])
    return code, capsys.readouterr().out.splitlines()


def test_the_plan_is_right_before_any_slip(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert validated(tmp_path, PLAN, capsys) == (0, [])


@pytest.mark.parametrize("name", SLIPS)
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["unix", "windows"])
def test_a_slip_is_one_finding_with_its_remedy(
    name: str, ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slip = SLIPS[name]
    assert PLAN.count(slip.right) >= 1
    plan = PLAN.replace(slip.right, slip.wrong, 1).replace("\n", ending)
    code, printed = validated(tmp_path, plan, capsys)
    assert len(printed) == 1, printed
    assert printed[0].startswith(f"plan.yaml:{slip.place} {slip.says}")
    assert f"; {slip.remedy}" in printed[0]
    assert code == (0 if name in ONLY_WORTH_KNOWING else 1)


def test_two_slips_are_two_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = PLAN
    for name in ("a date in words", "money with its sign and commas", "a misspelt id"):
        plan = plan.replace(SLIPS[name].right, SLIPS[name].wrong, 1)
    code, printed = validated(tmp_path, plan, capsys)
    assert [line.split()[1] for line in printed] == ["PW101", "PW034", "PW035"]
    assert code == 1
