import subprocess
import sys
from datetime import date
from importlib import metadata

import pytest

import planwright


def test_six_verbs_lead_from_text_to_findings() -> None:
    document = planwright.parse("planwright.yaml", b"kind: settings\nname: W\nyear_strat: April\n")
    assessment = planwright.assess(planwright.link([document]), date(2026, 11, 21))
    (found,) = planwright.check(assessment)
    assert (found.code, found.place.line, found.help) == ("PW031", 3, "did you mean year_start?")
    for verb in ("compare", "render"):
        assert callable(getattr(planwright, verb))
    assert dir(planwright) == ["__version__", "assess", "check", "compare", "link", "parse", "render"]
    with pytest.raises(AttributeError, match="no attribute 'dump'"):
        planwright.dump  # noqa: B018 (asking is the test)


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
