"""`planwright render`: what it writes, where, for whom, and what it refuses."""

import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from small_council import FILES, lay_out

from planwright import __version__, reports
from planwright.cli import main

Capture = pytest.CaptureFixture[str]
EXEMPT_RISK = """\
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: The buyer of the depot goes bankrupt
    exempt: {paragraph: 3, reason: Still being negotiated}
"""


@pytest.fixture
def council(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "plan")


def rendered(council: Path, capsys: Capture, *arguments: str, code: int = 0) -> str:
    """Run the command at a fixed date and return what it printed, or what it said when it failed."""
    assert main(["-C", str(council), "--as-at", "2026-11-21", "render", *arguments]) == code
    printed = capsys.readouterr()
    return printed.err if code else printed.out


def test_a_service_plan_in_two_formats(council: Path, capsys: Capture, tmp_path: Path) -> None:
    out = tmp_path / "out"
    printed = rendered(council, capsys, "service-plan", "HOUSING", "--format", "html,md", "-o", str(out))
    assert printed.splitlines() == [str(out / "service-plan-HOUSING.html"), str(out / "service-plan-HOUSING.md")]
    assert (out / "service-plan-HOUSING.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    text = (out / "service-plan-HOUSING.md").read_text(encoding="utf-8")
    charts = [part.split(")")[0] for part in text.split("](")[1:] if part.startswith("chart-")]
    assert charts
    assert all((out / chart).is_file() for chart in charts)


def test_a_plan_is_also_named_by_its_own_id(council: Path, capsys: Capture, tmp_path: Path) -> None:
    rendered(council, capsys, "service-plan", "HSG", "-o", str(tmp_path / "out"))
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["service-plan-HSG.html"]


def test_the_usual_place_is_a_folder_named_build(
    council: Path, capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rendered(council, capsys, "performance-report")
    assert (tmp_path / "build" / "performance-report.html").is_file()


def test_one_document_may_go_into_a_file_of_any_name(council: Path, capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "q2.html"
    rendered(council, capsys, "performance-report", "-o", str(file))
    assert "Performance report" in file.read_text(encoding="utf-8")


def test_several_documents_need_a_folder(council: Path, capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "q2.html").write_text("mine", encoding="utf-8")
    said = rendered(
        council, capsys, "performance-report", "HOUSING", "LEISURE", "-o", str(tmp_path / "q2.html"), code=2
    )
    assert "name a folder" in said
    assert (tmp_path / "q2.html").read_text(encoding="utf-8") == "mine"


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if tag == "a" and name == "href" and value]


def test_everything_with_an_index_that_leads_to_each(council: Path, capsys: Capture, tmp_path: Path) -> None:
    out = tmp_path / "out"
    printed = rendered(council, capsys, "--all", "-o", str(out))
    files = sorted(file.name for file in out.iterdir())
    assert {
        "glance-HOUSING.html",
        "index.html",
        "indicator-profile-LEI-PI-01.html",
        "performance-report-LEISURE.html",
        "performance-report.html",
        "pip-PIP-1.html",
        "risk-log-HOUSING.html",
        "risk-log.html",
        "service-plan-HOUSING.html",
        "service-plan-HOUSING-part-1.html",
        "service-plan-HOUSING-part-2.html",
    } <= set(files)
    links = _Links()
    links.feed((out / "index.html").read_text(encoding="utf-8"))
    assert sorted(link for link in links.found if not link.startswith("#")) == [
        name for name in files if name != "index.html"
    ]
    assert printed.splitlines()[-1] == f"Open {out / 'index.html'} first."


def test_other_editions_have_names_and_an_index_of_their_own(council: Path, capsys: Capture, tmp_path: Path) -> None:
    lay_out(council, **{"services/housing/risks.yaml": EXEMPT_RISK})
    out = tmp_path / "out"
    rendered(council, capsys, "--all", "--edition", "public,members", "-o", str(out))
    assert "depot" in (out / "risk-log-HOUSING-members.html").read_text(encoding="utf-8")
    assert "depot" not in (out / "risk-log-HOUSING.html").read_text(encoding="utf-8")
    assert "-members.html" not in (out / "index.html").read_text(encoding="utf-8").split("<main")[1].split("</main")[0]
    assert 'href="risk-log-HOUSING-members.html"' in (out / "index-members.html").read_text(encoding="utf-8")


def test_nothing_of_the_plan_is_touched(council: Path, capsys: Capture, tmp_path: Path) -> None:
    before = {file: file.read_bytes() for file in council.rglob("*") if file.is_file()}
    rendered(council, capsys, "--all", "--format", "md,html", "-o", str(tmp_path / "out"))
    assert {file: file.read_bytes() for file in council.rglob("*") if file.is_file()} == before


def test_the_same_plan_gives_the_same_bytes(council: Path, capsys: Capture, tmp_path: Path) -> None:
    for name in ("one", "two"):
        rendered(council, capsys, "--all", "--format", "md,html", "-q", "-o", str(tmp_path / name))
    one, two = ({file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two


def test_what_there_is_to_render(council: Path, capsys: Capture) -> None:
    listed = rendered(council, capsys, "--list").splitlines()
    assert [line.split(":")[0] for line in listed] == list(reports.names())
    assert {
        "glance: HOUSING, HSG",
        "performance-report: the whole council, HOUSING, LEISURE",
        "pip: HSG-PI-01, PIP-1",
        "service-plan: HOUSING, HSG (--part 1 or 2; --layout questions or ambition)",
    } <= set(listed)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("service-plans", "HOUSING"), "did you mean service-plan?"),
        (("service-plan", "HOUSNG"), "did you mean HOUSING?"),
        (("service-plan", "LEISURE"), "there is no service-plan for LEISURE"),
        (("service-plan",), "for example: HOUSING"),
        (("pip", "NOTHING-LIKE-IT-AT-ALL"), "there are PIP-1, HSG-PI-01"),
        ((), "say which report: "),
        (("glance", "HOUSING", "--format", "htm"), "did you mean html?"),
        (("glance", "HOUSING", "--edition", "everybody"), "there are public, members, officers"),
    ],
)
def test_wrong_use_names_the_nearest(council: Path, capsys: Capture, arguments: tuple[str, ...], said: str) -> None:
    assert said in rendered(council, capsys, *arguments, code=2)


def test_where_there_is_nothing_to_name_no_example_is_given(council: Path, capsys: Capture) -> None:
    (council / "pips" / "relet.yaml").unlink()
    said = rendered(council, capsys, "pip", code=2)
    assert "pip is made for one thing at a time; there is nothing yet to make it for" in said


def test_a_subject_that_could_not_be_read_is_refused_with_file_and_line(
    council: Path, capsys: Capture, tmp_path: Path
) -> None:
    broken = FILES["services/housing/plan.yaml"].replace("period: 2026-27 to 2028-29", "period: soon")
    lay_out(council, **{"services/housing/plan.yaml": broken})
    for name in ("HOUSING", "HSG"):
        said = rendered(council, capsys, "service-plan", name, "-o", str(tmp_path / "out"), code=1)
        assert f"{name} cannot be rendered: services/housing/plan.yaml:4: " in said
    assert not (tmp_path / "out").exists()


def test_a_problem_elsewhere_is_only_mentioned(council: Path, capsys: Capture, tmp_path: Path) -> None:
    (council / "other.yaml").write_text("kind: pips\n", encoding="utf-8")
    arguments = ["-C", str(council), "render", "service-plan", "HOUSING", "-o", str(tmp_path / "out")]
    assert main(arguments) == 0
    assert "something could not be read and is left out: " in capsys.readouterr().err
    assert main([*arguments, "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_what_is_exempt_as_a_whole_is_refused_in_public(council: Path, capsys: Capture, tmp_path: Path) -> None:
    exempt = FILES["pips/relet.yaml"] + "exempt: {paragraph: 1, reason: People can be recognised}\n"
    lay_out(council, **{"pips/relet.yaml": exempt})
    out = tmp_path / "out"
    assert "may not be shown in the public edition" in rendered(council, capsys, "pip", "PIP-1", "-o", str(out), code=1)
    rendered(council, capsys, "pip", "PIP-1", "--edition", "members", "-o", str(out))
    assert [file.name for file in out.iterdir()] == ["pip-PIP-1-members.html"]


def test_exempt_words_repeated_in_a_public_field_stop_the_render(
    council: Path, capsys: Capture, tmp_path: Path
) -> None:
    told = FILES["results.yaml"].replace(
        "Two large families waited for adapted homes.", "We fear that The buyer of the depot goes bankrupt soon."
    )
    lay_out(council, **{"services/housing/risks.yaml": EXEMPT_RISK, "results.yaml": told.replace("88.50", "20")})
    out = tmp_path / "out"
    said = rendered(council, capsys, "performance-report", "-o", str(out), code=1)
    assert "performance-report is not written, because exempt text would stand in it: HSG-R1" in said
    assert not out.exists()
    rendered(council, capsys, "performance-report", "--edition", "officers", "-o", str(out))


def test_an_exemption_that_cannot_be_read_keeps_everything_back(council: Path, capsys: Capture, tmp_path: Path) -> None:
    slip = EXEMPT_RISK.replace("{paragraph: 3, reason: Still being negotiated}", '"3"')
    lay_out(council, **{"services/housing/risks.yaml": slip})
    out = tmp_path / "out"
    said = rendered(council, capsys, "performance-report", "-o", str(out), code=1)
    assert "services/housing/risks.yaml may hold an exemption that cannot be read; line 7" in said
    assert not out.exists()
    rendered(council, capsys, "performance-report", "--edition", "officers", "-o", str(out))


def test_the_footer_names_date_revision_edition_and_version(council: Path, capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "glance.md"

    def footer() -> str:
        rendered(council, capsys, "glance", "HOUSING", "--format", "md", "-o", str(file))
        return file.read_text(encoding="utf-8").splitlines()[-1]

    start = "Position at 21 November 2026; Public edition; made from"
    assert footer().startswith(f"{start} working copy; made with planwright {__version__}; digest ")
    git = ["git", "-C", str(council), "-c", "user.name=A. Example", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "First"]):
        subprocess.run([*git, *command], check=True)
    head = subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True).stdout
    assert footer().startswith(f"{start} commit {head[:10]}; ")
    (council / "results.yaml").write_text("kind: results\nperiod: 2026-27\n", encoding="utf-8")
    assert footer().startswith(f"{start} working copy; ")


def test_a_failed_write_leaves_the_old_file_and_no_rubbish(
    council: Path, capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "out" / "glance.html"
    rendered(council, capsys, "glance", "HOUSING", "-o", str(file))
    before = file.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    assert "the disk or your share of it is full" in rendered(
        council, capsys, "glance", "HOUSING", "-o", str(file), code=2
    )
    assert list(file.parent.iterdir()) == [file]
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "aux"), "aux cannot be written everywhere: aux is a device on Windows; name another"),
        (("-o", "out/NUL.html"), "NUL.html is a device on Windows"),
        (("-o", ".git/hooks"), ".git/hooks would lie in .git, which belongs to git; name another folder"),
        (("-o", "x.pdf"), "x.pdf would be a .pdf file, which planwright cannot make; name a folder, or a file that"),
        (("-o", "planwright.yaml"), "planwright.yaml would be a .yaml file, which planwright cannot make"),
        (("-o", "taken"), "taken is a file; name a folder, or a file that ends in .html or .md"),
        (("-o", "x.md", "--format", "html"), "x.md is a file of the format md, but --format asks for html;"),
        (("-o", "x.html", "--format", "html", "--format", "md"), "but --format asks for html and md;"),
        (("-o", "x.html", "--edition", "public", "--edition", "members"), "name a folder for several documents"),
    ],
)
def test_a_file_name_that_does_not_fit_is_refused(
    council: Path,
    capsys: Capture,
    tmp_path: Path,
    arguments: tuple[str, ...],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taken").touch()
    before = sorted(tmp_path.rglob("*"))
    assert said in rendered(council, capsys, "performance-report", *arguments, code=2)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(("option", "said"), [("--all", "makes every document"), ("--list", "lists all reports")])
def test_all_is_not_narrowed_in_silence(council: Path, capsys: Capture, option: str, said: str) -> None:
    expected = f"{option} {said}; leave out HOUSING, or leave out {option}"
    assert expected in rendered(council, capsys, option, "HOUSING", code=2)


def test_the_ending_of_a_file_says_its_format(council: Path, capsys: Capture, tmp_path: Path) -> None:
    rendered(council, capsys, "glance", "HOUSING", "-o", str(tmp_path / "x.md"))
    assert (tmp_path / "x.md").read_text(encoding="utf-8").startswith("# ")


def test_a_folder_may_have_a_number_behind_a_dot(council: Path, capsys: Capture, tmp_path: Path) -> None:
    rendered(council, capsys, "glance", "HOUSING", "-o", str(tmp_path / "v1.2"))
    assert (tmp_path / "v1.2" / "glance-HOUSING.html").is_file()


@pytest.mark.parametrize("name", ["glance-HOUSING.md", "index.html"])
def test_what_somebody_wrote_by_hand_is_not_replaced(council: Path, capsys: Capture, tmp_path: Path, name: str) -> None:
    own = tmp_path / name
    own.write_text("# Written with planwright by hand\n", encoding="utf-8")
    arguments = ["--all", "--format", "md,html", "-o", str(tmp_path)]
    said = rendered(council, capsys, *arguments, code=1)
    assert f"{own} was not made by planwright, so nothing was written" in said
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == [name]
    rendered(council, capsys, *arguments, "--overwrite")
    assert "by hand" not in own.read_text(encoding="utf-8")
    rendered(council, capsys, *arguments)


def test_an_empty_file_has_nothing_to_lose(council: Path, capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "x.md").touch()
    rendered(council, capsys, "glance", "HOUSING", "-o", str(tmp_path / "x.md"))


def test_ids_with_slashes_stay_inside_the_folder(council: Path, capsys: Capture, tmp_path: Path) -> None:
    pip = FILES["pips/relet.yaml"].replace("id: PIP-1\n", "id: PIP/../1\n")
    lay_out(council, **{"pips/relet.yaml": pip})
    rendered(council, capsys, "pip", "PIP/../1", "-o", str(tmp_path / "out"))
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["pip-PIP+..+1.html"]


def test_an_empty_council_is_told_that_there_is_nothing_to_make(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "planwright.yaml").write_text(FILES["planwright.yaml"], encoding="utf-8")
    assert main(["-C", str(tmp_path), "render", "--all", "--output", str(tmp_path / "out")]) == 0
    assert "nothing to make a document of yet" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
