"""One line per finding, `path:line:col: CODE message`, never wrapped: for editors, grep and problem matchers."""

from planwright.diagnostic import Diagnostic
from planwright.reporters import Run, with_help
from planwright.reporters._log import head, inert, limited, more


def line(found: Diagnostic) -> str:
    """Return one finding with its remedy as one line."""
    return inert(f"{head(found)}: {found.code} {with_help(found)}")


def write(run: Run) -> str:
    """Return one line per finding, at most a hundred a file with the count of the rest."""
    lines = []
    for file, found in run.by_file():
        shown, rest = limited(found)
        lines += [line(one) for one in shown]
        lines += [more(file, rest)] if rest else []
    return "\n".join(lines)
