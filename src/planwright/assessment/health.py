"""How healthy the council's plans are: the balance of its measures, signs of struggle, what each plan lacks."""

from dataclasses import dataclass

from . import Assessment
from .gathering import Shown, everything
from .health_balance import balance, loads
from .health_checklists import checklists
from .health_gaps import gaps
from .health_items import Checklist, Load, Mix, Scope, Sign
from .health_signs import ASKED, signs


@dataclass(frozen=True, slots=True)
class Health:
    """The answers for a council, or for one service of it; nothing in it is added up to a score.

    `asked` names the signs that no file shows.
    """

    mixes: tuple[Mix, ...]
    loads: tuple[Load, ...]
    signs: tuple[Sign, ...]
    checklists: tuple[Checklist, ...]
    asked: tuple[str, ...]


def health(assessment: Assessment, service: str = "", shown: Shown = everything) -> Health:
    """Return how healthy the plans are: all of them, or a service's.

    `shown` says by its id whether an item may be shown: an edition leaves others out, here too.
    """
    scope = Scope(assessment, service, shown)
    return Health(balance(scope), loads(scope), (*signs(scope), *gaps(scope)), checklists(scope), ASKED)
