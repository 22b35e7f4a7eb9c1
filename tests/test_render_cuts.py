"""`planwright render` for readers: parts, layouts and audiences of the settings, and what their files are called."""

from pathlib import Path

import pytest
from small_council import FILES, lay_out

from planwright.cli import main

Capture = pytest.CaptureFixture[str]
AUDIENCES = """\
kind: settings
name: Wexcombe District Council
audiences:
  executive: {edition: members, about: council, part: "1"}
  lead member: {edition: members, about: portfolio, reports: [performance-report, service-plan]}
  directors: {edition: officers, by_exception: yes, reports: [performance-report, risk-log]}
  planners: {reports: [risk-logs]}
  panel: {about: committee, reports: [performance-report]}
"""
PORTFOLIO = """\
kind: organisation
portfolios:
  - {id: PORTFOLIO-HOMES, title: Homes}
"""


@pytest.fixture
def council(tmp_path: Path) -> Path:
    organisation = FILES["organisation.yaml"].replace(
        "    head: HEAD\n", "    head: HEAD\n    portfolio: PORTFOLIO-HOMES\n"
    )
    return lay_out(
        tmp_path / "plan",
        **{"planwright.yaml": AUDIENCES, "organisation.yaml": organisation, "portfolios.yaml": PORTFOLIO},
    )


def rendered(council: Path, *arguments: str) -> list[str]:
    """Run the command at a fixed date into a folder beside the council, and return the names of what it wrote."""
    out = council.parent / "out"
    assert main(["-C", str(council), "--as-at", "2026-11-21", "render", *arguments, "-q", "-o", str(out)]) == 0
    return sorted(file.name for file in out.iterdir())


def text(council: Path, name: str) -> str:
    return (council.parent / "out" / name).read_text(encoding="utf-8")


def refused(council: Path, capsys: Capture, *arguments: str) -> str:
    out = council.parent / "out"
    assert main(["-C", str(council), "render", *arguments, "-o", str(out)]) == 2
    assert not out.exists()
    return capsys.readouterr().err


def test_parts_and_layouts_have_files_of_their_own(council: Path) -> None:
    for choice in ((), ("--part", "1"), ("--part", "2"), ("--layout", "questions"), ("--layout", "ambition")):
        found = rendered(council, "service-plan", "HOUSING", *choice)
    assert found == [
        "service-plan-HOUSING-ambition.html",
        "service-plan-HOUSING-part-1.html",
        "service-plan-HOUSING-part-2.html",
        "service-plan-HOUSING-questions.html",
        "service-plan-HOUSING.html",
    ]
    assert "Annual work plans" in text(council, "service-plan-HOUSING-part-2.html")
    assert "Annual work plans" not in text(council, "service-plan-HOUSING-part-1.html")
    assert "Planning and capacity" in text(council, "service-plan-HOUSING-ambition.html")


def test_action_plans_have_layouts_too(council: Path) -> None:
    rendered(council, "action-plan", "HSG", "--layout", "tasks")
    assert rendered(council, "action-plan", "HSG", "--layout", "years") == [
        "action-plan-HSG-tasks.html",
        "action-plan-HSG-years.html",
    ]
    assert "Accountable officer" in text(council, "action-plan-HSG-years.html")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("service-plan", "HOUSING", "--part", "3"), "service-plan has no part '3'; "),
        (
            ("service-plan", "HOUSING", "--layout", "ambitious"),
            "service-plan has no layout 'ambitious'; did you mean amb",
        ),
        (("service-plan", "HOUSING", "--layout", "years"), "service-plan has no layout 'years'; there are questions, "),
        (("risk-log", "--part", "1"), "risk-log has no parts; leave out --part, which is for service-plan"),
        (("glance", "HOUSING", "--layout", "years"), "which is for action-plan and service-plan"),
        (
            ("service-plan", "HOUSING", "--part", "1", "--layout", "ambition"),
            "part 1 has an order of its own; leave out",
        ),
        (("--all", "--part", "1"), "--part is for one report; leave it out, or leave out --all"),
        (("--all", "--layout", "years"), "--layout is for one report"),
        (("--all", "--audience", "director"), "no audience 'director' in the settings; did you mean directors?"),
        (("--all", "--audience", "public"), "there are executive, lead member, directors, planners, panel"),
        (
            ("--all", "--audience", "directors", "--edition", "public"),
            "'directors' reads the officers edition; leave out",
        ),
        (
            ("glance", "HOUSING", "--audience", "directors"),
            "do not give glance to the audience 'directors'; they give per",
        ),
        (
            ("service-plan", "HOUSING", "--part", "2", "--audience", "executive"),
            "'executive' reads part 1; leave out --p",
        ),
        (("--all", "--audience", "planners"), "a report 'risk-logs', which is none; did you mean risk-log?"),
        (("--all", "--audience", "panel"), "there is nothing yet to make for the audience 'panel'"),
        (("performance-report", "--audience", "panel"), "there is nothing yet to make for the audience 'panel'"),
    ],
)
def test_a_wrong_choice_is_answered_with_the_nearest(
    council: Path, capsys: Capture, arguments: tuple[str, ...], said: str
) -> None:
    assert said in refused(council, capsys, *arguments)


def test_a_whole_set_has_each_service_plan_whole_and_in_parts(council: Path) -> None:
    found = rendered(council, "--all")
    assert [name for name in found if name.startswith("service-plan")] == [
        "service-plan-HOUSING-part-1.html",
        "service-plan-HOUSING-part-2.html",
        "service-plan-HOUSING.html",
    ]
    assert not [name for name in found if "exception" in name or "-for-" in name]


def test_an_audience_is_given_its_own_reports_in_its_edition_and_no_more(council: Path) -> None:
    assert rendered(council, "--all", "--audience", "directors") == [
        "index-for-directors-officers.html",
        "performance-report-HOUSING-by-exception-for-directors-officers.html",
        "performance-report-LEISURE-by-exception-for-directors-officers.html",
        "performance-report-PORTFOLIO-HOMES-by-exception-for-directors-officers.html",
        "performance-report-by-exception-for-directors-officers.html",
        "risk-log-HOUSING-for-directors-officers.html",
        "risk-log-for-directors-officers.html",
    ]
    index = text(council, "index-for-directors-officers.html")
    assert 'href="risk-log-HOUSING-for-directors-officers.html"' in index
    assert "For directors" in index


def test_nothing_is_made_for_an_audience_while_the_settings_have_an_error(council: Path, capsys: Capture) -> None:
    settings = council / "planwright.yaml"
    settings.write_text(AUDIENCES.replace('part: "1"', 'part: "11"'), encoding="utf-8")  # else they would get the whole
    assert main(["-C", str(council), "render", "--all", "--audience", "executive", "-o", str(council / "out")]) == 1
    assert "planwright.yaml:4: 11 is not known here; expected one of: 1, 2. Mend that first" in capsys.readouterr().err
    assert not (council / "out").exists()
    rendered(council, "service-plan", "HOUSING")


def test_an_audience_reads_its_part_of_service_plans(council: Path) -> None:
    found = rendered(council, "--all", "--audience", "executive")
    plans = [name for name in found if name.startswith("service-plan")]
    assert plans == ["service-plan-HOUSING-part-1-for-executive-members.html"]
    reports = [name for name in found if name.startswith("performance-report")]
    assert reports == ["performance-report-for-executive-members.html"]


def test_a_report_is_made_about_whatever_the_audience_answers_for(council: Path) -> None:
    only = "performance-report-PORTFOLIO-HOMES-for-lead_member-members.html"
    assert rendered(council, "performance-report", "--audience", "lead member") == [only]
    assert "Homes: performance report" in text(council, only)
    rendered(council, "--all", "--audience", "lead member")
    assert rendered(council, "performance-report", "HOUSING", "--audience", "lead member") == [
        "index-for-lead_member-members.html",
        "performance-report-HOUSING-for-lead_member-members.html",
        only,
        "service-plan-HOUSING-for-lead_member-members.html",
    ]


def test_by_exception_leaves_out_what_needs_nobodys_attention(council: Path) -> None:
    rendered(council, "performance-report", "--format", "md", "--audience", "directors")
    rendered(council, "performance-report", "--format", "md", "--edition", "officers")
    short = text(council, "performance-report-by-exception-for-directors-officers.md")
    full = text(council, "performance-report-officers.md")
    assert short.startswith("# Performance report, by exception\n")
    for section in ("Exceptions", "Overdue actions and milestones", "Open Performance Improvement Plans", "Risks"):
        assert section in short
    for section in ("Appendix: every indicator", "By service"):
        assert section not in short
    assert "Appendix: every indicator" in full
    assert "First ten lettings" in short


def test_what_is_there_for_an_audience_is_listed_like_all(council: Path, capsys: Capture) -> None:
    assert main(["-C", str(council), "render", "--list"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert "action-plan: HOUSING, HSG (--layout tasks or years)" in listed
