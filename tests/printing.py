"""Every leaf of plan files by its place in the models, and what planwright prints of a plan."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from json import dumps, loads
from pathlib import Path
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from planwright import datasets, formats, kinds, reports, resources
from planwright.assessment import Assessment, assess
from planwright.document import parse
from planwright.kinds import Record, Visibility
from planwright.linking import link
from planwright.page import Facts
from planwright.records.base import Shorthand
from planwright.records.shape import LIST, MAP, RECORD, Shape, fields_of
from planwright.rendering import render
from planwright.reports import Cut, Edition

EXAMPLE = Path(__file__).parent.parent / "examples" / "council"
AS_AT = date(2026, 11, 21)
Files = dict[str, dict[str, Any]]
# What officers read holds all that the public and members read; the private edition has what no other has.
EVERYTHING = (Visibility.OFFICERS, Visibility.PRIVATE)
_KEYS = ("2026-27", "Q2", "aim", "green", "higher")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value that somebody wrote: where it stands, and what the model says of it.

    `path` is its kind and the names of the fields down to it, without numbers and keys.
    """

    path: str
    shape: Shape
    record: type[Record]
    attribute: str
    holder: Any
    key: Any

    @property
    def value(self) -> Any:
        """What is written there."""
        return self.holder[self.key]

    @property
    def name(self) -> str:
        """The name of the field."""
        return self.path.rpartition(".")[2]

    def write(self, value: str) -> None:
        """Write another value in its place."""
        self.holder[self.key] = value

    def takes(self, text: str) -> bool:
        """Whether the field takes a text."""
        return _takes(self.record, self.attribute, text)


def copy(files: Mapping[str, Any]) -> Files:
    """Return plain values that may be written to."""
    copied: Files = loads(dumps(files))
    return copied


@cache
def example_council() -> Files:
    """The example as plain values."""
    files = sorted(file for file in EXAMPLE.rglob("*.yaml") if "drafts" not in file.parts)
    return copy({file.relative_to(EXAMPLE).as_posix(): parse(file.name, file.read_bytes()).value for file in files})


def leaves(files: Files) -> list[Leaf]:
    """Return every leaf of plan files given as plain values, in file order; what a file is, is none of them."""
    found: list[Leaf] = []
    for value in files.values():
        kind = value["kind"]
        found += _at(Leaf(kind, Shape(RECORD, record=kinds.model(kind)), kinds.model(kind), "", {"": value}, ""))
    return [leaf for leaf in found if leaf.path.count(".") > 1 or leaf.name not in {"kind", "format"}]


def _at(leaf: Leaf) -> Iterator[Leaf]:
    value, shape = leaf.value, leaf.shape
    if shape.record and isinstance(value, dict):
        fields = fields_of(shape.record)
        for name in value:
            field = fields[name]
            yield from _at(Leaf(f"{leaf.path}.{name}", field.shape, shape.record, field.attribute, value, name))
    elif shape.record and issubclass(shape.record, Shorthand):  # written as one text
        main = fields_of(shape.record)[shape.record.main]
        yield Leaf(f"{leaf.path}.{main.name}", main.shape, shape.record, main.attribute, leaf.holder, leaf.key)
    elif shape.sort in {LIST, MAP} and shape.inner and isinstance(value, list | dict):
        for key in range(len(value)) if isinstance(value, list) else list(value):
            yield from _at(Leaf(leaf.path, shape.inner, leaf.record, leaf.attribute, value, key))
    elif shape.inner:  # a list of one
        yield from _at(Leaf(leaf.path, shape.inner, leaf.record, leaf.attribute, leaf.holder, leaf.key))
    else:
        yield leaf


@cache
def _takes(record: type[Record], attribute: str, text: str) -> bool:
    field = record.model_fields[attribute]
    annotation: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    return any(_validates(adapter, form) for form in (text, [text], *({key: text} for key in _KEYS)))


def _validates(adapter: TypeAdapter[Any], value: Any) -> bool:
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True


def assessed(files: Files) -> Assessment | None:
    """Return the assessment of plan files given as plain values; None where something in them cannot be read."""
    workspace = link(parse(name, dumps(value).encode()) for name, value in files.items())
    return None if workspace.problems else assess(workspace, AS_AT)


@dataclass(frozen=True, eq=False)
class Paper:
    """One document or table that can be made; a table has no subject and no cut."""

    edition: Edition
    name: str
    subject: str | None = None
    table: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it apart from all others of the same council."""
        return self.name, self.subject, self.edition.level, self.edition.cut, self.table

    @cached_property
    def content(self) -> Any:
        """What stands in it, before it is printed."""
        if self.table:
            return datasets.table(self.name, self.edition).rows
        return reports.load(self.name).view(self.edition, self.subject)

    @cached_property
    def text(self) -> str:
        """What is printed; of a table its rows."""
        if self.table:
            return str(self.content)
        facts = Facts("Wexcombe District Council", AS_AT, "working copy", self.edition.level.value, "0")
        return formats.load("md").write(render(self.name, self.content, resources.templates(), facts)).decode()


def papers(assessment: Assessment) -> Iterator[Paper]:
    """Yield every document in every cut, and every table; tables have no private edition."""
    for level in EVERYTHING:
        edition = Edition(assessment, level)
        for name in datasets.names() if level is not Visibility.PRIVATE else ():
            yield Paper(edition, name, table=True)
        for name in reports.names():
            if level in reports.editions(name):
                yield from _documents(edition, name)


def _documents(edition: Edition, name: str) -> Iterator[Paper]:
    report, offered = reports.load(name), reports.cuts(name)
    for layout in ("", *offered.layouts):
        for part in ("", *offered.parts):
            cut = Cut(part, layout)
            one = edition if cut == edition.cut else Edition(edition.assessment, edition.level, cut)
            yield from (Paper(one, name, subject) for subject in sorted(set(report.subjects(one).values())))
            if report.WHOLE:
                yield Paper(one, name)
