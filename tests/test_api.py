import subprocess
import sys
from datetime import date
from importlib import metadata

import pytest

import planwright
from planwright import reports, resources
from planwright.page import Facts


def test_six_verbs_lead_from_text_to_findings() -> None:
    document = planwright.parse("planwright.yaml", b"kind: settings\nname: W\nyear_strat: April\n")
    assessment = planwright.assess(planwright.link([document]), date(2026, 11, 21))
    (found,) = planwright.check(assessment)
    assert (found.code, found.place.line, found.help) == ("PW031", 3, "did you mean year_start?")
    with pytest.raises(AttributeError, match="no attribute 'dump'"):
        planwright.dump  # noqa: B018 (asking is the test)


def test_two_states_of_a_plan_are_compared() -> None:
    before, after = (
        planwright.inventory([planwright.parse("p.yaml", f"kind: service-plan\nid: HSG\nservice: {name}\n".encode())])
        for name in ("HOUSING", "HOMES")
    )
    (change,) = planwright.compare(before, after)
    assert (change.id, change.field, change.before, change.after) == ("HSG", ("service",), "HOUSING", "HOMES")
    assert dir(planwright) == ["__version__", "assess", "check", "compare", "inventory", "link", "parse", "render"]


def test_a_report_becomes_a_page() -> None:
    edition = reports.Edition(planwright.assess(planwright.link([]), date(2026, 11, 21)))
    facts = Facts("The council", date(2026, 11, 21), "working copy", "public", planwright.__version__)
    view = reports.load("performance-report").view(edition, None)
    page = planwright.render("performance-report", view, resources.templates(), facts)
    assert page.title == "Performance report"


def test_the_installed_version_is_the_packages_own() -> None:
    assert metadata.version("planwright") == planwright.__version__


@pytest.mark.parametrize("words", [["--version"], ["--help"]])
def test_starting_up_imports_no_engine(words: list[str]) -> None:
    code = (
        "import sys; from planwright.cli import main; code = main(sys.argv[1:]); "
        "loaded = {'pydantic', 'ruamel.yaml', 'jinja2', 'git', 'rich', 'markdown_it', 'planwright.document'}; "
        "print(sorted(loaded & set(sys.modules)), file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    assert run.stderr.strip() == "[]"
