"""Follow the golden thread up and down, look for its gaps, tell its story, or show how plans feed one another."""

from collections.abc import Iterable
from itertools import chain as joined
from typing import Annotated

import typer

from planwright.assessment import Assessment
from planwright.assessment.thread_chain import chain
from planwright.assessment.thread_documents import documents
from planwright.assessment.thread_gaps import gaps
from planwright.assessment.thread_starts import starts
from planwright.assessment.thread_tree import Edge, Tree
from planwright.cli._answers import print_json
from planwright.cli._session import AsAt, known_format, session
from planwright.cli._threads import chain_data, documents_data, gaps_data, thread_data
from planwright.cli._workspace import assessed
from planwright.diagnostic import PlanwrightError
from planwright.explaining.threads import around, plans, story, whole
from planwright.explaining.threads_gaps import told
from planwright.explaining.threads_mermaid import documents_chart, thread_chart
from planwright.workspace import Subject

EXAMPLES = (
    "planwright thread HSG-O1",
    "planwright thread WP-RECEPTION-A1 --chain",
    "planwright thread --gaps",
    "planwright thread --documents --format mermaid",
)
FORMATS = ("text", "mermaid", "json")


def run(
    context: typer.Context,
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="An item to start from; without one, the whole thread.")
    ] = "",
    *,
    up: Annotated[bool, typer.Option("--up", help="Only what the item serves.")] = False,
    down: Annotated[bool, typer.Option("--down", help="Only what serves the item.")] = False,
    gaps_: Annotated[
        bool, typer.Option("--gaps", help="What nobody serves, what leads nowhere, overlaps, suspect links.")
    ] = False,
    chain_: Annotated[
        bool, typer.Option("--chain", help='The "so that" story; exit code 1 where it does not reach the community.')
    ] = False,
    documents_: Annotated[
        bool, typer.Option("--documents", help="How plans feed one another; statutory ones are marked.")
    ] = False,
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}.")] = "text",
    as_at: AsAt = None,
) -> None:
    """Assess the plan at the date and print what was asked of its thread."""
    given = session(context, as_at)
    known_format(format_, FORMATS)
    asked = {"--gaps": gaps_, "--chain": chain_, "--documents": documents_, "--up or --down": up or down}
    _refuse_unfitting([name for name, wanted in asked.items() if wanted], id_, format_)
    tree = Tree(assessed(given))
    subject = tree.assessment.workspace.find(id_) if id_ else None
    if gaps_:
        _print_gaps(tree.assessment, tree, format_)
    elif documents_:
        _print_documents(tree, format_)
    elif subject is None:
        _print_whole(tree, format_)
    elif chain_:
        _print_chains(tree, subject, format_)
    else:
        _print_around(tree, subject, format_, up=up or not down, down=down or not up)


def _refuse_unfitting(asked: list[str], id_: str, format_: str) -> None:
    """Raise PlanwrightError for options that do not go together, or with or without an id."""
    if len(asked) > 1:
        raise PlanwrightError(f"{asked[0]} and {asked[1]} answer different questions; ask one at a time")
    for option in asked:
        if option in {"--gaps", "--documents"} and id_:
            raise PlanwrightError(f"{option} is about the whole council; leave {id_} out")
        if option in {"--chain", "--up or --down"} and not id_:
            raise PlanwrightError(f"{option} starts from an item; name one, for example HSG-O1")
    if "--gaps" in asked and format_ == "mermaid":
        raise PlanwrightError("--gaps is a list, not a chart; its formats are text and json")


def _print_gaps(assessment: Assessment, tree: Tree, format_: str) -> None:
    found = gaps(tree)
    if format_ == "json":
        print_json({"gaps": gaps_data(assessment, found)}, assessment.as_at)
    else:
        _print_lines(told(assessment, found))


def _print_documents(tree: Tree, format_: str) -> None:
    found = documents(tree)
    if format_ == "json":
        print_json(documents_data(found), tree.assessment.as_at)
    else:
        _print_lines(plans(found) if format_ == "text" else documents_chart(found))


def _print_whole(tree: Tree, format_: str) -> None:
    if format_ == "text":
        _print_lines(whole(tree))
    else:
        items = {one.id: one for one in (*tree.nodes, *(edge.parent for edge in tree.edges))}
        _print_part(tree, None, tuple(items.values()), tree.edges, format_)


def _print_around(tree: Tree, subject: Subject, format_: str, *, up: bool, down: bool) -> None:
    if format_ == "text":
        _print_lines(around(tree, subject, up=up, down=down))
        return
    found = starts(tree, subject)
    branches = joined(tree.up(*found.up) if up else (), tree.down(*found.down) if down else ())
    met = [branch for root in branches for _, branch in root.walk()]
    items = {branch.subject.id: branch.subject for branch in met}
    edges = dict.fromkeys(branch.edge for branch in met if branch.edge)
    _print_part(tree, subject, tuple(items.values()), edges, format_)


def _print_part(
    tree: Tree, about: Subject | None, items: tuple[Subject, ...], edges: Iterable[Edge], format_: str
) -> None:
    if format_ == "mermaid":
        _print_lines(thread_chart(tree, items, edges))
    else:
        print_json({"id": about.id if about else None, **thread_data(tree, items, edges)}, tree.assessment.as_at)


def _print_chains(tree: Tree, subject: Subject, format_: str) -> None:
    """Print the story of each item that the subject stands for; raises Exit where one does not reach its goal."""
    found = [chain(tree, one) for one in starts(tree, subject).up]
    if not found:
        raise PlanwrightError(f"{subject.id} stands in no thread: it measures, leads and plans no objective or action")
    if format_ == "json":
        print_json({"id": subject.id, "chains": [chain_data(tree, one) for one in found]}, tree.assessment.as_at)
    elif format_ == "mermaid":
        steps = [step for one in found for step in one.steps]
        items = {step.subject.id: step.subject for step in steps}
        _print_lines(thread_chart(tree, tuple(items.values()), dict.fromkeys(step.edge for step in steps if step.edge)))
    else:
        for number, one in enumerate(found):
            _print_lines(["", *story(one)] if number else story(one))
    if not all(one.reaches for one in found):
        raise typer.Exit(1)


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)
