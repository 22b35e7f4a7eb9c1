"""Findings as text or data, one module per format: the same content, in the same order, in each."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from planwright.diagnostic import Diagnostic, Place, PlanwrightError, Related, Severity
from planwright.visible import one_line, visible
from planwright.wording import listed, number_of


class RuleText(Protocol):
    """What a report says about a rule; every text is Markdown."""

    @property
    def code(self) -> str:
        """PW101."""

    @property
    def name(self) -> str:
        """dangling-link."""

    @property
    def summary(self) -> str:
        """What the rule finds, in one line."""

    @property
    def help(self) -> str:
        """Why it matters and how to mend it."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the checks, ready to be reported.

    `files` are all files looked at; `line_text` gives the source line of a file and a line number; `strict` says that
    warnings count as failures; `summary` asks for the closing line of the formats that people read.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: tuple[str, ...]
    as_at: date
    rules: Mapping[str, RuleText]
    line_text: Callable[[str, int], str]
    colour: bool = False
    strict: bool = False
    summary: bool = True

    def count(self, severity: Severity) -> int:
        """Return how many findings have that severity."""
        return sum(found.severity is severity for found in self.diagnostics)

    @property
    def failed(self) -> bool:
        """Whether the run found errors, or warnings that count as such."""
        return any(self.fails(found) for found in self.diagnostics)

    def fails(self, found: Diagnostic) -> bool:
        """Whether one finding makes the run fail."""
        return found.severity is Severity.ERROR or (self.strict and found.severity is Severity.WARNING)

    def rule_name(self, code: str) -> str:
        """Return the name of the rule with that code."""
        rule = self.rules.get(code)
        return rule.name if rule else ""

    def by_file(self) -> Iterator[tuple[str, tuple[Diagnostic, ...]]]:
        """Yield each file, sorted, with its findings."""
        found: dict[str, list[Diagnostic]] = {file: [] for file in self.files}
        for one in self.diagnostics:
            found.setdefault(one.place.file, []).append(one)
        for file in sorted(found):
            yield file, tuple(found[file])


def formats() -> tuple[str, ...]:
    """Return the names of all formats."""
    return tuple(sorted(module.stem for module in Path(__file__).parent.glob("[!_]*.py")))


def writer(name: str) -> Callable[[Run], str]:
    """Return the function that writes a run in the named format, ending with a line end unless it is empty.

    Raises PlanwrightError, with the nearest one, when there is no such format.
    """
    if name not in formats():
        from planwright.nearest import did_you_mean

        hint = did_you_mean(name, formats()) or f"there are {', '.join(formats())}"
        raise PlanwrightError(f"there is no format '{one_line(name)}'; {hint}")
    written = cast("Callable[[Run], str]", import_module(f"{__name__}.{name}").write)

    def report(run: Run) -> str:
        text = written(presentable(run))
        return text if not text or text.endswith("\n") else text + "\n"

    return report


def write(name: str, run: Run) -> str:
    """Return the whole report of a run in the named format; raises PlanwrightError when there is no such format."""
    return writer(name)(run)


def presentable(run: Run) -> Run:
    """Return the run sorted and safe to print: every text one visible line of bounded length, file names included.

    Doing so twice changes nothing more.
    """
    files = {*run.files, *(place.file for found in run.diagnostics for place in _places(found))}
    shown = {file: visible(file).replace("\n", r"\x0a") for file in files}
    written = {name: file for file, name in shown.items()}

    def moved(place: Place) -> Place:
        return replace(place, file=shown[place.file])

    return replace(
        run,
        files=tuple(sorted(shown[file] for file in run.files)),
        line_text=lambda file, line: run.line_text(written[file], line),
        diagnostics=tuple(
            replace(
                found,
                place=moved(found.place),
                message=one_line(found.message),
                help=one_line(found.help),
                subject=one_line(found.subject),
                related=tuple(Related(moved(other.place), one_line(other.message)) for other in found.related),
            )
            for found in sorted(run.diagnostics, key=lambda found: found.order)
        ),
    )


def _places(found: Diagnostic) -> tuple[Place, ...]:
    return (found.place, *(other.place for other in found.related))


def fingerprints(run: Run) -> tuple[str, ...]:
    """Return a name for each finding, all different, that survives edits elsewhere in the file: for baselines.

    It rests on rule, item (or file) and the text of the line; not on the line number, and not on the message, which may
    change with the date.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    names = []
    for found in run.diagnostics:
        line = run.line_text(found.place.file, found.place.line).strip()
        about = (found.code, found.subject or found.place.file, line)
        seen[about] += 1
        text = "\0".join((*about, str(seen[about])))
        names.append(hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()[:32])
    return tuple(names)


def with_help(found: Diagnostic) -> str:
    """Return what is wrong and how to mend it, as one line."""
    return f"{found.message}; {found.help}" if found.help else found.message


def counted(run: Run, where: str = "") -> str:
    """Return the closing line: `2 errors and 5 warnings in 41 files`, with where the errors stand if that is given."""
    named = ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note"))
    parts = [number_of(run.count(severity), name) for severity, name in named if run.count(severity)]
    if where:
        parts[0] += f" ({where})"
    return f"{listed(parts) or 'nothing wrong'} in {number_of(len(run.files), 'file')}"
