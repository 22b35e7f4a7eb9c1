"""How plans feed one another: those kept here and those they name, with what they say and what their links show."""

from dataclasses import dataclass, replace

from planwright.records.thread import Foundation
from planwright.workspace import Subject

from .thread import LAYERS, PLANS
from .thread_plans import plans_of
from .thread_tree import Tree

SERVES, PART_OF = "serves", "part of"
"""What follows from the links between the items of two plans, and from a team's place in its service."""


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """A plan: `subject` where it is kept here; None, and without a layer, where it is only named.

    `key` is its id, or its title in lower case where it is only named.
    """

    key: str
    title: str
    layer: str = ""
    statutory: bool = False
    subject: Subject | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """How one plan stands to another, by their keys.

    `relation` is what is stated (`rests on`, `feeds`, `beside`), else SERVES or PART_OF; `links` counts the links from
    the one's items to the other's.
    """

    source: str
    target: str
    relation: str
    links: int = 0


@dataclass(frozen=True, slots=True)
class Documents:
    """All plans, those kept here by layer from the top and then the others as they are first named; and their ties."""

    plans: tuple[Plan, ...]
    feeds: tuple[Feed, ...]


def documents(tree: Tree) -> Documents:
    """Return how the plans of a council that have not ended feed one another."""
    assessment = tree.assessment
    found = _Found(tree)
    kept = [one for one in assessment.workspace.of(*PLANS) if not assessment.gone(one)]
    for subject in sorted(kept, key=lambda one: LAYERS.index(tree.layer(one))):
        found.keep(subject)
    for subject in kept:
        found.state(subject)
    found.follow()
    return Documents(tuple(found.plans.values()), tuple(found.feeds.values()))


def plan_title(tree: Tree, plan: Subject) -> str:
    """Return what a plan is called: its title, or that of the service, team or post it is for."""
    for field in ("service", "team", "post"):
        owner = tree.assessment.workspace.get(getattr(plan.record, field, None), field)
        if owner and not plan.record.__dict__.get("title"):
            return f"{owner.title}: {plan.thing.replace('-', ' ')}"
    return plan.title


class _Found:
    """Collects plans and their ties."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.plans: dict[str, Plan] = {}
        self.feeds: dict[tuple[str, str], Feed] = {}
        self._by_title: dict[str, str] = {}

    def keep(self, subject: Subject) -> None:
        """Take in a plan that is kept here."""
        title = plan_title(self.tree, subject)
        statutory = bool(getattr(subject.record, "statutory", False))
        self.plans[subject.id] = Plan(subject.id, title, self.tree.layer(subject), statutory, subject)
        self._by_title.setdefault(_folded(title), subject.id)

    def state(self, subject: Subject) -> None:
        """Take in what a plan says of others."""
        for other in getattr(subject.record, "other_plans", ()):
            self._tie(subject.id, self._named(other), other.relation)
        for name in getattr(subject.record, "related", ()):
            if str(name) in self.plans:
                self._tie(subject.id, str(name), "beside")

    def _named(self, other: Foundation) -> str:
        """Return the key of a plan that another names, by its id or else its title; the law may be said by either."""
        key = str(other.plan or "")
        if key not in self.plans:
            key = self._by_title.setdefault(_folded(other.title), _folded(other.title))
        known = self.plans.get(key) or Plan(key, other.title)
        self.plans[key] = replace(known, statutory=known.statutory or other.statutory, url=known.url or other.url or "")
        return key

    def follow(self) -> None:
        """Take in what follows from links between items, and from the service that a team is part of."""
        for edge in self.tree.edges:
            source, target = edge.child.root.id, edge.parent.root.id
            if source != target and {source, target} <= self.plans.keys():
                self._tie(source, target, SERVES, 1)
        assessment = self.tree.assessment
        for plan in list(self.plans.values()):
            if plan.subject and plan.subject.thing == "team-plan":
                for own in plans_of(assessment, assessment.service(plan.subject)):
                    self._tie(plan.key, own.id, PART_OF)

    def _tie(self, source: str, target: str, relation: str, links: int = 0) -> None:
        """Note a tie; what was said of two plans before stands, and their links are counted."""
        if source == target:
            return
        known = self.feeds.get((source, target)) or Feed(source, target, relation)
        self.feeds[source, target] = replace(known, links=known.links + links)


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()
