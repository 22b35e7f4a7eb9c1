"""`new` begins a document that reads without findings, under an id that nobody else has chosen."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planwright import kinds
from planwright.cli import main
from planwright.document import parse
from planwright.linking import link
from planwright.period import parse_period
from planwright.records import placeholder
from planwright.records.reading import read
from planwright.repository import read_folder
from planwright.skeletons import Start, document_file, document_id, new_id, skeleton
from planwright.workspace import Workspace

QUARTER = parse_period("2026-27-Q2")
BLANK = Start(date(2026, 11, 21), QUARTER)
KNOWN = Start(
    date(2026, 11, 21),
    QUARTER,
    "officer@desk",
    "HOUSING",
    "HSG",
    known={"service": "HOUSING", "post": "HEAD-OF-HOUSING"},
    indicators=("HSG-PI-01", "HSG-PI-02"),
    words={"likelihood": "rare", "impact": "slight"},
)


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    main(["init", str(tmp_path)])
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()
    return tmp_path


def opened(root: Path) -> Workspace:
    return link(parse(file.name, file.data) for file in read_folder(root))


@pytest.mark.parametrize("start", [BLANK, KNOWN], ids=["blank", "known"])
@pytest.mark.parametrize("kind", kinds.names())
def test_every_skeleton_reads_without_findings(kind: str, start: Start) -> None:
    id_ = document_id(kind, start)
    file = document_file(kind, start, id_)
    text = skeleton(kind, file, start, id_)
    document = parse(file, text.encode())
    assert document.problems == ()
    assert document.kind == kind
    assert isinstance(document.value, dict)
    assert document.value.get("id", "") == id_
    assert read(kinds.model(kind), document.value).problems == ()
    assert text.startswith(f"# yaml-language-server: $schema={'../' * file.count('/')}.planwright/schemas/{kind}.")
    assert text.endswith("\n")


@pytest.mark.parametrize("kind", kinds.names())
def test_every_field_is_there_or_explained(kind: str) -> None:
    text = skeleton(kind, "x.yaml", KNOWN, "X")
    for name, field in kinds.model(kind).model_fields.items():
        if name not in {"format", "replaces", "merged_into", "retired", "changes", "exempt"}:
            known = field.alias or name
            named = re.search(rf"^#.*[:,] {known}(,|$)|^#   ({known}|.*, {known})(,|$)", text, re.MULTILINE)
            explained = f"\n# {known}: {field.description}" in text or (named and kinds.model(kind).headings)
            assert f"\n{known}:" in text or explained, known


def begun(kind: str) -> Any:
    return parse("x", skeleton(kind, "x", KNOWN, "HSG").encode()).value


def test_items_refer_to_one_another_and_to_what_is_known() -> None:
    value = begun("service-plan")
    (objective,), (action,) = value["objectives"], value["actions"]
    assert action["objective"] == objective["id"]
    assert action["lead"] == "HEAD-OF-HOUSING"
    assert action["due"] == "2027-03-31"
    (milestone,) = action["milestones"]
    assert milestone["id"].startswith("HSG-M-")
    assert next(iter(milestone)) == "id"
    assert value["period"] == "2026-27 to 2028-29"


def test_a_service_without_indicators_begins_with_one_that_its_objective_names() -> None:
    first = Start(date(2026, 11, 21), QUARTER, service="HOUSING", prefix="HSG", known={"service": "HOUSING"})
    value: Any = parse("x", skeleton("service-plan", "x", first, "HSG").encode()).value
    (objective,), (indicator,) = value["objectives"], value["indicators"]
    assert objective["measured_by"] == [indicator["id"]]
    assert indicator["since"] == "2026-27-Q3"
    assert "indicators" not in begun("service-plan")


def test_a_service_plan_is_begun_in_under_sixty_lines(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "corporate-plan"]) == 0
    corporate = council / "plans" / "corporate-plan.yaml"
    found = re.search(r"id: (\S*-O-\S+|O-\S+)", corporate.read_text(encoding="utf-8"))
    assert found
    assert main(["--as-at", "2026-11-21", "new", "service-plan", "--service", "HOUSING"]) == 0
    file = council / "services" / "housing" / "plan.yaml"
    text = file.read_text(encoding="utf-8")
    blanks = {
        "overview:": "overview: We prevent homelessness, and house those who become homeless.",
        "links: []": f"links: [{found[1]}]",
        "unit:": 'unit: "%"',
        "      2026-27:": "      2026-27: 95",
    }
    for blank, filled in blanks.items():
        assert text.count(f"{blank}  #") + text.count(f"{blank}\n") == 1, blank
        text = text.replace(blank, filled)
    titles = iter(["A home within 21 days", "Start a landlord scheme", "First ten lettings", "Offered in time"])
    text = re.sub(placeholder.TEXT, lambda _: next(titles), text)
    file.write_text(text, encoding="utf-8")
    assert len(text.splitlines()) < 60
    capsys.readouterr()
    assert main(["--as-at", "2026-11-21", "validate", "services"]) == 0
    assert capsys.readouterr().out == "nothing wrong in 1 file\n"


def test_a_risk_has_one_post_that_acts_and_leaves_open_which_watches() -> None:
    value = begun("risk-log")
    (risk,) = value["risks"]
    assert risk["owner"] == "HEAD-OF-HOUSING"
    assert "monitor" not in risk
    assert risk["current"] == {"likelihood": "rare", "impact": "slight"}


def test_results_are_asked_of_each_indicator_for_the_quarter() -> None:
    text = skeleton("results", "x", KNOWN, "")
    assert "  HSG-PI-01:\n    Q2:\n      value:  # The measured value: a number, or yes / no.\n" in text
    assert "  HSG-PI-02:\n    Q2:\n" in text
    assert f"  {placeholder.ID}:\n    Q2:\n" in skeleton("results", "x", BLANK, "")


def test_the_headings_of_the_four_questions_stand_in_order() -> None:
    text = skeleton("service-plan", "x", KNOWN, "HSG")
    places = [text.index(word) for word in ("Where are we now?", "Where do we need to be?", "How do we get there?")]
    assert places == sorted(places)


def test_the_same_request_gives_the_same_id_and_another_person_another() -> None:
    assert new_id(KNOWN, "A") == new_id(KNOWN, "A")
    others = {
        new_id(Start(date(2026, 11, 21), QUARTER, f"officer {number}", prefix="HSG"), "A") for number in range(50)
    }
    assert len(others) == 50
    assert all(id_.startswith("HSG-A-") and len(id_) == 10 for id_ in others)


def test_an_id_in_use_is_passed_over() -> None:
    first = new_id(KNOWN, "A")
    second = new_id(KNOWN, "A", frozenset({first.casefold()}))
    assert second != first
    assert second != new_id(KNOWN, "A", frozenset({first.casefold(), second.casefold()}))


def test_a_natural_id_gives_way_when_it_is_taken() -> None:
    assert document_id("service-plan", KNOWN) == "HOUSING-PLAN"
    assert document_id("risk-log", BLANK) == "CORPORATE-RISKS"
    assert document_id("national-priorities", BLANK) == "NATIONAL-PRIORITIES"
    assert document_id("department-plan", BLANK).startswith("DP-")
    place = Start(date(2026, 11, 21), QUARTER, known={"department": "PLACE"})
    assert document_id("department-plan", place) == "PLACE-PLAN"
    taken = Start(date(2026, 11, 21), QUARTER, service="HOUSING", prefix="HSG", taken=frozenset({"housing-plan"}))
    assert document_id("service-plan", taken).startswith("HSG-SP-")


def test_a_kind_without_a_usual_place_gets_a_folder() -> None:
    assert document_file("meeting", BLANK, "MEETING-2026-11-21") == "meetings/meeting-2026-11-21.yaml"
    assert document_file("results", BLANK, "") == "results/2026-27.yaml"
    assert document_file("service-plan", KNOWN, "X") == "services/housing/plan.yaml"
    assert document_file("people", BLANK, "") == "private/people.yaml"
    assert document_file("national-priorities", BLANK, "NAT") == "plans/national-priorities.yaml"
    assert document_file("department-plan", BLANK, "PLACE-PLAN") == "plans/place-plan.yaml"
    assert document_file("work-plan", BLANK, "CLERK-WORK") == "private/work-plans/clerk-work.yaml"


def test_the_command_writes_where_it_says(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "service-plan", "--service", "HOUSING"]) == 0
    assert capsys.readouterr().out.startswith("services/housing/plan.yaml is begun.")
    workspace = opened(council)
    assert workspace.problems == ()
    (plan,) = workspace.of("service-plan")
    assert (plan.id, plan.record.service) == ("HOUSING-PLAN", "HOUSING")
    (action,) = workspace.of("action")
    assert action.record.lead == "HEAD-OF-HOUSING"
    assert action.id.startswith("HOUSING-A-")
    assert all(workspace.knows(reference.target) for reference in workspace.references)
    assert main(["--as-at", "2026-11-21", "validate"]) == 0


def test_one_kind_after_another_gives_no_id_twice(council: Path) -> None:
    for kind in kinds.names():
        if kind not in {"settings", "organisation"}:
            assert main(["--as-at", "2026-04-30", "new", kind, "--service", "HOUSING"]) == 0
    workspace = opened(council)
    assert workspace.problems == ()
    assert workspace.duplicates == ()
    missing = {one.target for one in workspace.references if not workspace.knows(one.target)}
    assert missing == {placeholder.ID}
    assert "    Q1:" in (council / "results" / "2026-27.yaml").read_text(encoding="utf-8")


def test_indicators_of_a_set_belong_to_its_service_and_those_that_ended_are_not_asked_for(council: Path) -> None:
    live = "  - {id: HSG-PI-01, title: Live, polarity: none}\n"
    gone = "  - {id: HSG-PI-02, title: Gone, polarity: none, retired: No longer kept}\n"
    (council / "set.yaml").write_text(
        f"kind: indicators\nservice: HOUSING\nindicators:\n{live}{gone}", encoding="utf-8"
    )
    assert main(["new", "results", "--service", "HOUSING"]) == 0
    (results,) = (council / "results").glob("*.yaml")
    assert [line for line in results.read_text(encoding="utf-8").splitlines() if "-PI-" in line] == ["  HSG-PI-01:"]
    assert main(["new", "service-plan", "--service", "HOUSING"]) == 0
    assert "\nindicators:" not in (council / "services" / "housing" / "plan.yaml").read_text(encoding="utf-8")


def test_results_that_are_there_are_not_asked_for_again(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    items = "".join(f"  - {{id: HSG-PI-0{number}, title: Live, polarity: none}}\n" for number in (1, 2))
    (council / "set.yaml").write_text(f"kind: indicators\nservice: HOUSING\nindicators:\n{items}", encoding="utf-8")
    there = council / "there.yaml"
    there.write_text("kind: results\nperiod: 2026-27\nresults:\n  HSG-PI-01: {Q2: 4}\n", encoding="utf-8")
    arguments = ["--as-at", "2026-11-21", "new", "results", "--service", "HOUSING", "--dry-run"]
    assert main(arguments) == 0
    printed = capsys.readouterr().out
    assert "HSG-PI-02:" in printed
    assert "HSG-PI-01:" not in printed
    there.write_text(there.read_text(encoding="utf-8") + "  HSG-PI-02: {Q2: 5}\n", encoding="utf-8")
    assert main(arguments) == 1
    assert "every indicator there has its result for 2026-27-Q2 already" in capsys.readouterr().err


def test_a_department_and_a_team_are_named_where_there_is_only_one(council: Path) -> None:
    organisation = council / "organisation.yaml"
    text = organisation.read_text(encoding="utf-8")
    more = "departments: [{id: PEOPLE, title: People}]\nteams: [{id: OPTIONS, title: Options, service: HOUSING}]\n"
    organisation.write_text(text + more, encoding="utf-8")
    assert main(["new", "department-plan"]) == 0
    assert "department: PEOPLE\n" in (council / "plans" / "people-plan.yaml").read_text(encoding="utf-8")
    assert main(["new", "team-plan", "--service", "HOUSING", "--id", "OPT"]) == 0
    assert "team: OPTIONS\n" in (council / "services" / "housing" / "opt.yaml").read_text(encoding="utf-8")
    two = more.replace("People}", "People}, {id: PLACE, title: Place}").replace("Options,", "Options,")
    organisation.write_text(
        text.replace("    title: Housing\n", "    title: Housing\n    department: PLACE\n", 1) + two
    )
    assert main(["new", "department-plan", "--service", "HOUSING", "--output", "place.yaml"]) == 0
    assert "department: PLACE\n" in (council / "place.yaml").read_text(encoding="utf-8")
    assert main(["new", "department-plan", "--output", "some.yaml"]) == 0
    assert f"department: {placeholder.ID}\n" in (council / "some.yaml").read_text(encoding="utf-8")


TEAMS = """\
teams:
  - {id: OPTIONS, title: Options, service: HOUSING, leader: ADVISER}
  - {id: VOIDS, title: Empty homes, service: HOUSING}
"""
ADVISER = "  - {id: ADVISER, title: Adviser, team: OPTIONS}\n"


def dry(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return the text that would be written on a day in the autumn."""
    assert main(["--as-at", "2026-11-21", "new", *arguments, "--dry-run"]) == 0
    return capsys.readouterr().out


def test_a_team_or_post_brings_its_service_and_lends_its_plan_a_name(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    organisation = council / "organisation.yaml"
    text = organisation.read_text(encoding="utf-8").replace("\ncommittees:", f"{ADVISER}\ncommittees:")
    organisation.write_text(text + TEAMS, encoding="utf-8")
    plan = dry(capsys, "team-plan", "--team", "OPTIONS")
    for line in ("id: OPTIONS-PLAN", "team: OPTIONS", "period: 2026-27", "    lead: ADVISER"):
        assert f"\n{line}\n" in plan
    work = dry(capsys, "work-plan", "--post", "ADVISER")
    for line in ("id: WP-ADVISER", "post: ADVISER", "period: 2026-27", "actions_led: []"):
        assert f"\n{line}\n" in work
    assert main(["new", "team-plan", "--team", "OPTIONS"]) == 0
    assert (council / "services" / "housing" / "options-plan.yaml").is_file()
    assert main(["new", "team-plan", "--team", "OPTION"]) == 2
    assert "there is no team OPTION; did you mean OPTIONS?" in capsys.readouterr().err


def test_a_plan_asks_who_leads_each_objective_and_not_twice_of_which_service_it_is(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = dry(capsys, "service-plan", "--service", "HOUSING")
    assert plan.count("lead: HEAD-OF-HOUSING") == len(("objective", "action"))
    assert plan.count("service: HOUSING") == 1
    assert "    service: HOUSING\n" in dry(capsys, "indicators", "--service", "HOUSING")


def test_a_plan_begun_for_the_next_year_is_of_that_year(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--as-at", "2027-04-01", "new", "service-plan", "--service", "HOUSING", "--dry-run"]) == 0
    plan = capsys.readouterr().out
    for said in ("period: 2027-28 to 2029-30", "start: 2027-04-01", "due: 2028-03-31", "since: 2027-28-Q1"):
        assert f"{said}\n" in plan


def test_what_only_a_person_can_know_is_said_to_be_left(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "pip"]) == 0
    begun, better = capsys.readouterr().out.splitlines()
    assert f"fill it in (ids in place of {placeholder.ID}, too)" in begun
    assert "`planwright pip new INDICATOR`" in better
    assert main(["new", "risk-log"]) == 0
    assert capsys.readouterr().out.endswith("Open it, fill it in, then run `planwright validate`.\n")


def test_without_services_the_first_is_to_be_added(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (council / "organisation.yaml").write_text("kind: organisation\n", encoding="utf-8")
    assert main(["new", "service-plan"]) == 2
    assert "add one to the organisation first" in capsys.readouterr().err
    assert not (council / "services" / "corporate").exists()


def test_id_and_file_can_be_chosen(council: Path) -> None:
    assert main(["new", "risk-log", "--id", "IT-RISKS", "--output", "it/risks.yaml"]) == 0
    text = (council / "it" / "risks.yaml").read_text(encoding="utf-8")
    assert "\nid: IT-RISKS\n" in text
    assert text.startswith("# yaml-language-server: $schema=../.planwright/")


def test_a_dry_run_prints_what_would_be_written(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "corporate-plan", "--dry-run"]) == 0
    printed = capsys.readouterr().out
    assert not (council / "plans" / "corporate-plan.yaml").exists()
    main(["new", "corporate-plan"])
    assert (council / "plans" / "corporate-plan.yaml").read_text(encoding="utf-8") == printed


def test_without_words_on_the_scale_the_score_is_left_to_be_written(council: Path) -> None:
    (council / "planwright.yaml").write_text("kind: settings\nname: W\nrisks: {likelihood: []}\n", encoding="utf-8")
    assert main(["new", "risk-log"]) == 0
    assert "likelihood: To be written\n" in (council / "risks" / "corporate.yaml").read_text(encoding="utf-8")


def test_an_account_without_a_name_can_begin_documents(council: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError("no such account")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert main(["new", "corporate-plan"]) == 0


def test_nothing_is_overwritten(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "corporate-plan"])
    before = (council / "plans" / "corporate-plan.yaml").read_bytes()
    assert main(["new", "corporate-plan"]) == 1
    said = capsys.readouterr().err
    assert "plans/corporate-plan.yaml exists already: edit it, or name another file with --output FILE" in said
    assert (council / "plans" / "corporate-plan.yaml").read_bytes() == before


@pytest.mark.parametrize("kind", ["settings", "organisation"])
def test_there_is_one_file_of_settings_and_one_of_the_organisation(
    kind: str, council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", kind, "--output", "second.yaml"]) == 1
    file = {"settings": "planwright.yaml", "organisation": "organisation.yaml"}[kind]
    assert f"there is a file of {kind} already, {file}, and one is enough: edit it" in capsys.readouterr().err
    assert not (council / "second.yaml").exists()
    if kind == "organisation":
        (council / file).unlink()
        assert main(["new", kind, "--output", "second.yaml"]) == 0


def test_a_second_plan_of_a_service_needs_a_file_of_its_own(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begin = ["--as-at", "2026-11-21", "new", "service-plan", "--service", "HOUSING"]
    assert main([*begin, "--output", "housing.yaml"]) == 0
    assert main(begin) == 1
    said = capsys.readouterr().err
    assert "HOUSING has a plan for 2026-27 already, HOUSING-PLAN in housing.yaml: edit it, or begin another" in said
    assert not (council / "services" / "housing").exists()
    assert main([*begin, "--output", "another.yaml"]) == 0
    assert main(["--as-at", "2031-11-21", *begin[2:]]) == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["service-pla"], "did you mean service-plan?"),
        (["zzzz"], "there are community-plan"),
        (["pip", "--service", "HOUSNG"], "did you mean HOUSING?"),
        (["pip", "--service", "X"], "there is no service X"),
        (["service-plan"], "say which service the service-plan is for: --service ID; there are HOUSING"),
        (["team-plan"], "say which team the team-plan is for: --team ID; add one to the organisation first"),
        ([], "say what to begin: community-plan, corporate-plan"),
        (["pip", "--id", "two words"], "should be an id"),
        (["pip", "--id", "HOUSING"], "the id HOUSING is in use; "),
        (["pip", "--id", "housing"], "the id housing is in use, written HOUSING; "),
        (["risk-log", "--output", "notes.txt"], "notes.txt cannot hold a plan: plans are read from files that end in"),
        (["risk-log", "--output", ".hid/x.yaml"], ".hid/x.yaml cannot hold a plan: plans are read from"),
        (["risk-log", "--output", "build/x.yaml", "--dry-run"], "from no hidden or built folder"),
        (["risk-log", "--output", "a/Con.yaml"], "a/Con.yaml cannot hold a plan: Con.yaml is a device on Windows"),
        (["risk-log", "--output", "lpt9/x.yaml"], "lpt9 is a device on Windows"),
        (["pip", "--output", "../outside.yaml"], "outside the plan's folder"),
    ],
)
def test_wrong_use_is_explained(
    arguments: list[str], message: str, council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_what_the_settings_ignore_is_no_place_for_a_plan(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = council / "planwright.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\nignore: [drafts]\n", encoding="utf-8")
    assert main(["new", "risk-log", "--output", "drafts/risks.yaml"]) == 2
    assert "planwright.yaml names it under ignore:" in capsys.readouterr().err
    assert not (council / "drafts").exists()


def test_a_file_that_cannot_be_read_leaves_no_id_certain(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (council / "broken.yaml").write_text("kind: [", encoding="utf-8")
    assert main(["new", "risk-log", "--id", "IT-RISKS"]) == 2
    said = capsys.readouterr().err
    assert "broken.yaml could not be read, so planwright cannot tell whether IT-RISKS is free; mend it first" in said
    assert main(["new", "risk-log", "--id", "HOUSING"]) == 2
    assert "the id HOUSING is in use; " in capsys.readouterr().err
    assert main(["new", "risk-log"]) == 0


def test_two_copies_of_the_plans_give_ids_of_their_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = []
    for copy in ("one", "other"):
        main(["init", str(tmp_path / copy)])
        capsys.readouterr()
        assert main(["new", "pip", "--dry-run", "-C", str(tmp_path / copy), "--as-at", "2026-11-21"]) == 0
        texts.append(capsys.readouterr().out)
    assert texts[0] != texts[1]


def test_ids_taken_while_the_new_ones_were_chosen(
    council: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def overtaken(*arguments: Any) -> str:
        monkeypatch.undo()
        monkeypatch.chdir(council)
        assert main(["new", "risk-log", "--output", "theirs.yaml"]) == 0
        return skeleton(*arguments)

    monkeypatch.setattr("planwright.cli.new.skeleton", overtaken)
    assert main(["new", "risk-log", "--output", "ours.yaml"]) == 1
    assert "added to just now, so nothing was written; give the command again" in capsys.readouterr().err
    assert not (council / "ours.yaml").exists()
    assert main(["new", "risk-log", "--output", "ours.yaml"]) == 0
    assert not opened(council).duplicates
