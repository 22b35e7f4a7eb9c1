"""The floor: the least that honestly checks the same files. Load with CSafeLoader, validate, look up every link."""

import sys
from datetime import date
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError


class Model(BaseModel):
    """Closed to unknown fields, as planwright's records are."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Settings(Model):
    """planwright.yaml."""

    kind: str
    name: str


class Service(Model):
    """A service of the council."""

    id: str
    title: str
    head: str


class Post(Model):
    """A post, which owns things."""

    id: str
    title: str
    service: str


class Organisation(Model):
    """organisation.yaml."""

    kind: str
    services: list[Service]
    posts: list[Post]


class Link(Model):
    """A link upward."""

    to: str
    type: str


class Objective(Model):
    """What is to be achieved."""

    id: str
    title: str
    links: list[Link] = []
    measured_by: list[str]


class Indicator(Model):
    """What is measured."""

    id: str
    title: str
    polarity: str
    owner: str
    frequency: str
    since: str


class Indicators(Model):
    """indicators.yaml."""

    kind: str
    indicators: list[Indicator]


class Action(Model):
    """One item of a plan."""

    id: str
    title: str
    objective: str
    lead: str
    start: date
    due: date
    outcomes: list[str]


class CorporatePlan(Model):
    """corporate-plan.yaml."""

    kind: str
    id: str
    title: str
    period: str
    objectives: list[Objective]


class ServicePlan(Model):
    """One of the many plans."""

    kind: str
    id: str
    service: str
    period: str
    objectives: list[Objective]
    actions: list[Action]


MODELS = {
    "settings": Settings,
    "organisation": Organisation,
    "corporate-plan": CorporatePlan,
    "indicators": Indicators,
    "service-plan": ServicePlan,
}


def main(root: Path) -> int:
    """Print what is wrong with the plans below a folder; 1 when anything is."""
    known: dict[str, str] = {}
    links: list[tuple[str, str, str]] = []
    problems: list[str] = []
    for path in sorted(root.rglob("*.yaml")):
        file = str(path)
        value = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        try:
            record = MODELS[value["kind"]].model_validate(value)
        except ValidationError as error:
            problems += [f"{file}: {one['loc']}: {one['msg']}" for one in error.errors()]
            continue
        found, named = _walk(record)
        problems += [f"{file}: {id_} is also in {known[id_]}" for id_ in found if id_ in known]
        known |= dict.fromkeys(found, file)
        links += [(file, field, target) for field, target in named]
    problems += [f"{file}: {field}: {target} is not defined" for file, field, target in links if target not in known]
    print("\n".join(problems) or f"{len(known)} items, {len(links)} links, nothing wrong")
    return 1 if problems else 0


def _walk(record: Model) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the ids in a record, and its references with the fields they stand in."""
    if isinstance(record, Organisation):
        ids = [one.id for one in (*record.services, *record.posts)]
        heads = [("head", one.head) for one in record.services]
        return ids, heads + [("service", one.service) for one in record.posts]
    if isinstance(record, CorporatePlan):
        measures = [("measured_by", id_) for one in record.objectives for id_ in one.measured_by]
        return [record.id, *(one.id for one in record.objectives)], measures
    if isinstance(record, Indicators):
        return [one.id for one in record.indicators], []
    if isinstance(record, ServicePlan):
        ids = [record.id, *(one.id for one in record.objectives), *(one.id for one in record.actions)]
        links = [("service", record.service)]
        links += [("to", link.to) for one in record.objectives for link in one.links]
        links += [("measured_by", id_) for one in record.objectives for id_ in one.measured_by]
        for action in record.actions:
            links += [("objective", action.objective), ("lead", action.lead)]
        return ids, links
    return [], []


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
