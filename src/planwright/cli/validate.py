"""Check the whole plan and list what is wrong, where, and how to mend it."""

import os
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from planwright import reporters, rules
from planwright.assessment import assess
from planwright.checking import check
from planwright.cli._baseline import known_findings
from planwright.cli._files import refuse_plan_file, write_file
from planwright.cli._paths import chosen, name_of
from planwright.cli._session import AsAt, Session, session, words
from planwright.cli._tables import Table, as_markdown, as_text
from planwright.cli._workspace import load, root_of
from planwright.diagnostic import Diagnostic, PlanwrightError
from planwright.reporters import Run, counted, fingerprints, presentable, with_help
from planwright.wording import number_of
from planwright.workspace import Workspace

EXAMPLES = (
    "planwright validate services/housing --ignore PW3",
    "planwright validate --format json --output baseline.json",
    "planwright validate --baseline baseline.json --strict",
)
_IN_SUMMARY = 500

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="Print only what is found here; everything is checked. - is stdin."),
]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(reporters.formats())}.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the report here.")]
Select = Annotated[
    list[str] | None, typer.Option(metavar="RULES", help="Only these rules: codes, starts of codes, names (PW101,PW3).")
]
Ignore = Annotated[list[str] | None, typer.Option(metavar="RULES", help="All but these rules.")]
Strict = Annotated[bool, typer.Option("--strict", help="Let warnings fail as errors do.")]
Statistics = Annotated[bool, typer.Option("--statistics", help="Count findings by rule instead.")]
Baseline = Annotated[Path | None, typer.Option(metavar="FILE", help="Leave out what this earlier JSON report has.")]
StdinFilename = Annotated[str, typer.Option(metavar="PATH", help="The file whose text comes from standard input.")]


def run(
    context: typer.Context,
    paths: Paths = None,
    *,
    format_: Format = "text",
    output: Output = None,
    select: Select = None,
    ignore: Ignore = None,
    strict: Strict = False,
    statistics: Statistics = False,
    baseline: Baseline = None,
    stdin_filename: StdinFilename = "",
    as_at: AsAt = None,
) -> None:
    """Check everything, then print what was asked for; exits 1 when that holds errors (or, if strict, warnings)."""
    given = session(context, as_at)
    write = reporters.writer(format_)
    if statistics and format_ != "text":
        raise PlanwrightError("--statistics is a table for people; it goes with --format text")
    root = root_of(given)
    if output:
        refuse_plan_file(output, root)
    paths = paths or []
    typed = _standard_input(given, root, stdin_filename) if "-" in paths else {}
    if stdin_filename and not typed:
        raise PlanwrightError("--stdin-filename names what comes from standard input; add - to read it")
    workspace = load(given, root, typed)
    found = check(assess(workspace, given.date), words(select), words(ignore))
    asked = _run(given, workspace, found, colour=given.colour and output is None, strict=strict)
    if paths:
        places = [path for path in paths if path != "-"]
        asked = _narrowed(asked, chosen(places, asked.files, root, given.directory) | typed.keys())
    if baseline:
        asked = _without_known(given, asked, known_findings(baseline))
    _deliver(_statistics(asked) if statistics else write(asked), output)
    if format_ == "github":
        _write_step_summary(asked)
    if asked.failed and format_ != "sarif":
        raise typer.Exit(1)


def _standard_input(given: Session, root: Path, name: str) -> dict[str, bytes]:
    """Return what an editor sends, by the name of the file it is to stand for."""
    if not name:
        raise PlanwrightError("to check standard input, say which file it is: --stdin-filename services/housing.yaml")
    return {name_of(name, root, given.directory): sys.stdin.buffer.read()}


def _run(given: Session, workspace: Workspace, found: tuple[Diagnostic, ...], *, colour: bool, strict: bool) -> Run:
    documents = workspace.documents

    def line_text(file: str, line: int) -> str:
        # No line of a file with personal data may stand in the log of a build server.
        document = documents.get(file)
        return document.line_text(line) if document and file not in workspace.confidential else ""

    files = tuple(sorted({*documents, *(one.place.file for one in found)}))
    loaded = rules.load()
    return presentable(Run(found, files, given.date, loaded, line_text, colour, strict, summary=not given.quiet))


def _narrowed(run: Run, files: frozenset[str]) -> Run:
    found = tuple(one for one in run.diagnostics if one.place.file in files)
    return replace(run, diagnostics=found, files=tuple(file for file in run.files if file in files))


def _without_known(given: Session, run: Run, known: frozenset[str]) -> Run:
    """Return the run without the findings of a baseline, having said how many those are."""
    named = zip(run.diagnostics, fingerprints(run), strict=True)
    new = tuple(one for one, name in named if name not in known)
    if not given.quiet and len(new) < len(run.diagnostics):
        hidden = len(run.diagnostics) - len(new)
        print(f"{number_of(hidden, 'finding')} left out: the baseline has them already", file=sys.stderr)
    return replace(run, diagnostics=new)


def _statistics(run: Run) -> str:
    """Return how many findings there are of each rule, the most frequent first."""
    counts = Counter((found.code, found.severity.value) for found in run.diagnostics)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    texts = tuple((str(number), code, severity, run.rule_name(code)) for (code, severity), number in rows)
    table = as_text(Table(("findings", "rule", "severity", "name"), texts)) + "\n" if texts else ""
    return table + (f"{counted(run)}\n" if run.summary else "")


def _deliver(text: str, output: Path | None) -> None:
    if output is None:
        print(text, end="")
    else:
        write_file(output, text.encode("utf-8", "backslashreplace"))


def _write_step_summary(run: Run) -> None:
    """Add the findings to the summary page of a GitHub job, since beside the lines GitHub shows only ten."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    gravest_first = sorted(run.diagnostics, key=lambda found: found.severity.rank)[:_IN_SUMMARY]
    rows = (
        (one.severity.value, f"{one.place.file}:{one.place.line}", one.code, with_help(one)) for one in gravest_first
    )
    table = as_markdown(Table(("severity", "where", "rule", "what is wrong"), tuple(rows)))
    with Path(file).open("a", encoding="utf-8", newline="\n") as summary:
        summary.write(f"**planwright**: {counted(run)}\n\n{table if gravest_first else ''}\n")
