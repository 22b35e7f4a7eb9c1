"""Confirm the links of an item against what they serve: the date and today's wording go into its file."""

from typing import Annotated

import typer

from planwright.assessment.thread_tree import Tree
from planwright.cli._edited import changed_by, show_and_write
from planwright.cli._session import AsAt, session
from planwright.cli._workspace import assessed, root_of
from planwright.diagnostic import PlanwrightError
from planwright.edits.confirming import confirm, links_to_confirm
from planwright.wording import listed

EXAMPLES = (
    "planwright confirm HSG-O1",
    "planwright confirm HSG-O1 CORP-1 --dry-run",
)


def run(
    context: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="The aim, objective or action whose links hold.")],
    parent: Annotated[str, typer.Argument(metavar="PARENT", help="Only the link to this item.")] = "",
    *,
    all_: Annotated[
        bool, typer.Option("--all", help="All its links, be they confirmed already, not only those in doubt.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what would change and write nothing.")] = False,
    as_at: AsAt = None,
) -> None:
    """Confirm links at the date and print the lines that changed."""
    given = session(context, as_at)
    if parent and all_:
        raise PlanwrightError(f"name {parent}, or all with --all; not both")
    root = root_of(given)
    tree = Tree(assessed(given))
    subject = tree.assessment.workspace.find(id_)
    links = links_to_confirm(tree, subject, parent, every=all_)
    if not links:
        print(f"Every link of {subject.id} is confirmed, and what it serves still reads so; --all dates them anew.")
        return
    changed = changed_by(tree.assessment.workspace, confirm(tree, links))
    show_and_write(root, changed, dry_run=dry_run)
    served = listed(edge.parent.id for edge in links)
    print(f"{subject.id} {'would be' if dry_run else 'is'} confirmed to serve {served}.")
