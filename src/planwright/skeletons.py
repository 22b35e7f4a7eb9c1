"""What a new document starts as: a commented text of any kind, with ids that nobody else will choose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from string import Formatter
from textwrap import wrap

from planwright import kinds
from planwright.document.notation import scalar_text
from planwright.period import Due, Period, PlanPeriod, month_of, shifted
from planwright.records import placeholder
from planwright.records.base import Item, Plan, Record, Shorthand
from planwright.records.shape import LIST, MAP, RECORD, REF, FieldShape, Shape, fields_of, is_brief, starting_fields
from planwright.schema import SUFFIX

SCHEMAS = ".planwright/schemas"
_PLAN_YEARS = 3
_WIDTH = 118
_LATER = (Item.model_fields.keys() | Plan.model_fields.keys()) - {"id", "kind"}  # of no use to a new item
_LETTERS = "23456789BCDFGHJKLMNPQRSTVWXZ"  # none that look alike, and no vowels, so that no words arise
_MARKS = {"Indicator": "PI", "Pip": "PIP"}  # otherwise the capitals of the record's name: A for an action, R for a risk
_IDS = {
    "national-priorities": "NATIONAL-PRIORITIES",
    "community-plan": "COMMUNITY-PLAN",
    "corporate-plan": "CORPORATE-PLAN",
    "department-plan": "{department}-PLAN",
    "service-plan": "{service}-PLAN",
    "team-plan": "{team}-PLAN",
    "work-plan": "WP-{post}",
    "risk-log": "{service}-RISKS",
    "meeting": "MEETING-{today}",
}
_FILES = {
    "settings": "planwright.yaml",
    "organisation": "organisation.yaml",
    "people": "private/people.yaml",
    "work-plan": "private/work-plans/{id}.yaml",
    "national-priorities": "plans/national-priorities.yaml",
    "department-plan": "plans/{id}.yaml",
    "community-plan": "plans/community-plan.yaml",
    "corporate-plan": "plans/corporate-plan.yaml",
    "service-plan": "services/{service}/plan.yaml",
    "team-plan": "services/{service}/{id}.yaml",
    "indicators": "indicators/{service}.yaml",
    "results": "results/{year}.yaml",
    "risk-log": "risks/{service}.yaml",
}
_YEARLY = ("team-plan", "work-plan")  # plans of one year; the others look further ahead
_USUAL = {"frequency": "quarterly"}  # otherwise the first of the words a field may be
_HEAD = "# Lines that begin with # are notes, and fields you may use: take the # away and fill them in."
_HEAD_OF_MANY = "# Write after the colons. Behind a # stands a note; `also:` names what you may add, once you need it."


@dataclass(frozen=True, slots=True)
class Start:
    """What is known when a document is begun: the day, and the quarter of the council year that results are due for.

    `author` is only mixed into new ids; `prefix` begins them; `taken` are the ids in use, in lower case; `known` says
    which post, service and so on references are sure to mean, by sort of thing; `indicators` are those that results are
    due for; `words` are values for fields whose words the council's settings decide, by field name.
    """

    today: date
    quarter: Period
    author: str = ""
    service: str = ""
    prefix: str = ""
    taken: frozenset[str] = frozenset()
    known: Mapping[str, str] = field(default_factory=dict)
    indicators: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def year(self) -> Period:
        """The council year of the quarter."""
        return self.quarter.year

    @property
    def now(self) -> Period:
        """The quarter that the day falls in."""
        return month_of(self.today, self.quarter.year_start).within(3)


def new_id(start: Start, mark: str, taken: frozenset[str] | None = None) -> str:
    """Return an id such as HSG-A-K7MP.

    Not the next number, which two people working side by side would both take: the four characters come from who asks,
    on which day and for what, so that the same request gives the same id and different people get different ones.
    """
    used = start.taken if taken is None else taken
    stem = f"{start.prefix}-{mark}" if start.prefix else mark
    attempt = 0
    while True:
        digest = sha256(f"{start.author} {start.today} {stem} {attempt}".encode()).digest()
        found = f"{stem}-{''.join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:4])}"
        if found.casefold() not in used:
            return found
        attempt += 1


def document_id(kind: str, start: Start) -> str:
    """Return the id a new document of a kind is given, or an empty string where the kind has none."""
    model = kinds.model(kind)
    if "id" not in model.model_fields:
        return ""
    natural = _filled(_IDS.get(kind, ""), start, "CORPORATE")
    return natural if natural and natural.casefold() not in start.taken else new_id(start, _mark(model))


def document_file(kind: str, start: Start, id_: str) -> str:
    """Return where a new document is put: a name relative to the root, with forward slashes."""
    name = _filled(_FILES.get(kind, f"{kind}s/{{id}}.yaml"), start, "corporate", id_)
    return name if name == _FILES.get(kind) else name.lower()


def _filled(pattern: str, start: Start, without_service: str, id_: str = "") -> str:
    more = {"service": start.service or without_service, "today": start.today, "year": start.year, "id": id_}
    known = {**start.known, **more}
    return (
        pattern.format_map(known)
        if {name for _, name, *_ in Formatter().parse(pattern) if name} <= known.keys()
        else ""
    )


def _mark(record: type[Record]) -> str:
    return _MARKS.get(record.__name__) or "".join(letter for letter in record.__name__ if letter.isupper())


def modeline(kind: str, file: str) -> str:
    """Return the first line of a document, which tells editors where the schema of its kind is."""
    up = "../" * file.count("/")
    return f"# yaml-language-server: $schema={up}{SCHEMAS}/{kind}{SUFFIX}"


def skeleton(kind: str, file: str, start: Start, id_: str) -> str:
    """Return the text of a new document: what it must have, one of each of its main items, the rest as comments.

    `file` is the name it is written to. What only a person can know is left empty, or says TO-BE-FILLED-IN where the
    document cannot do without it.
    """
    writer = _Skeleton(start, id_)
    _ = [*writer.document(kind)]  # gives the ids, so that an item can refer to one that stands below it
    return "\n".join([modeline(kind, file), *writer.document(kind)]) + "\n"


class _Skeleton:
    """Writes one document, remembering the ids it gave so that its items can refer to one another."""

    def __init__(self, start: Start, id_: str) -> None:
        self._start = start
        self._id = id_
        self._given: dict[str, str] = {}
        self._kind = ""
        self._of_one_service = False

    def document(self, kind: str) -> Iterator[str]:
        """Yield the lines of the whole document."""
        model = kinds.model(kind)
        fields = [one for one in fields_of(model).values() if one.name not in _LATER]
        self._kind = kind
        self._of_one_service = any(one.required and one.name == "service" for one in fields)
        yield from (_HEAD_OF_MANY,) if model.headings else (f"# {' '.join((model.__doc__ or '').split())}", _HEAD)
        for one in sorted((one for one in fields if one.required), key=lambda one: one.name != "kind"):
            yield from [f"kind: {kind}"] if one.name == "kind" else self._entry(one.name, one.shape, 0)
        rest = [one for one in fields if not one.required]
        yield from self._under_headings(model, rest) if model.headings else self._one_by_one(model, rest)

    def _one_by_one(self, model: type[Plan], fields: list[FieldShape]) -> Iterator[str]:
        """Yield the lines of the fields of a document, each with its explanation."""
        yield ""
        for one in fields:
            if self._begins(model, one):
                yield from ("", f"# {one.description}", *self._entry(one.name, one.shape, 0, optional=True))
            else:
                yield f"# {one.name}: {one.description}"

    def _under_headings(self, model: type[Plan], fields: list[FieldShape]) -> Iterator[str]:
        """Yield the lines of a document of many fields: those it begins with, and the names of the others."""
        for heading, below in _by_heading(model, fields):
            begun = [one for one in below if self._begins(model, one)]
            others = [one.name for one in below if one not in begun]
            head = f"# ---- {heading} ----"
            yield from ("", head) if begun else ("", *_also(others, 0, f"{head} also: "))
            for one in begun:
                first, *more = self._entry(one.name, one.shape, 0, optional=True)
                yield from (f"{first}  # {one.description}", *more)
            yield from _also(others, 0) if begun else ()

    def _begins(self, model: type[Plan], field: FieldShape) -> bool:
        """Whether a new document is given a field; a service that has indicators is not asked for more of them."""
        return field.name in model.starts_with and not (field.name == "indicators" and self._start.indicators)

    def _record(self, record: type[Record], indent: int) -> list[str]:
        """Return the lines of a new record, and the names of what else it may say."""
        begun = (one for one in starting_fields(record) if one.name != "service" or not self._of_one_service)
        starting = sorted(begun, key=lambda one: one.name != "id")
        lines: list[str] = []
        for one in starting:
            if one.name == "id":
                lines.append(f"{' ' * indent}id: {self._new_id(record)}")
            else:
                entry = self._entry(one.name, one.shape, indent, optional=not one.required)
                blank = len(entry) == 1 and entry[0].endswith((":", "[]"))
                lines += [f"{entry[0]}  # {one.description}"] if blank else entry
        more = [name for name in fields_of(record) if name not in _LATER and name not in {one.name for one in starting}]
        return [*lines, *_also(more, indent)]

    def _entry(self, name: str, shape: Shape, indent: int, *, optional: bool = False) -> list[str]:
        """Return the lines of one field with whatever is nested in it."""
        head = f"{' ' * indent}{name}:"
        if shape.sort == RECORD and shape.record and not is_brief(shape.record):
            return [head, *self._record(shape.record, indent + 2)]
        if shape.sort == MAP and shape.key and shape.inner:
            keys = self._keys(name, shape.key)
            return [head, *(line for key in keys for line in self._entry(key, shape.inner, indent + 2, optional=True))]
        if shape.sort == LIST and shape.inner and shape.inner.record and not is_brief(shape.inner.record):
            first, *rest = self._record(shape.inner.record, indent + 4)
            return [head, f"{' ' * indent}  - {first.lstrip()}", *rest]
        if shape.sort == LIST and shape.inner:
            value = self._value(name, shape.inner, optional=optional)
            if _names_items(shape.inner):  # ids hold no commas, so they may stand in one line
                return [f"{head} [{value}]"]
            return [head, f"{' ' * indent}  - {value}"] if value else [head]
        return [f"{head} {self._value(name, shape, optional=optional)}".rstrip()]

    def _keys(self, name: str, key: Shape) -> tuple[str, ...]:
        """Return the keys to begin with: indicators, below each the quarter that results are due for, or else years."""
        if key.sort == REF:
            return self._start.indicators or (placeholder.ID,)
        below = name in self._start.indicators or name == placeholder.ID
        return (self._start.quarter.part,) if below else (str(self._start.year),)

    def _value(self, name: str, shape: Shape, *, optional: bool) -> str:
        """Return a single value as YAML, empty where only a person can know it and may leave it out."""
        if name == "id":
            return self._id
        if name in {"monitor", "actions_led"}:  # the post that watches never acts, and what is led stands elsewhere
            return ""
        if shape.sort == REF:
            sure = [self._given.get(thing) or self._start.known.get(thing) for thing in sorted(shape.things)]
            return next((id_ for id_ in sure if id_), "" if optional else placeholder.ID)
        if shape.words:
            return scalar_text(_USUAL.get(name, shape.words[0]))
        if shape.value is Due:
            return self._start.year.last.isoformat()
        if name == "start":
            return self._start.today.isoformat()
        if name == "since":  # nobody asks of a new indicator what was before it
            return str(self._start.now)
        return "" if optional else self._needed(name, shape)

    def _needed(self, name: str, shape: Shape) -> str:
        """Return a value that a document cannot do without."""
        if shape.value is date:
            return (self._start.year.last if name.endswith("_by") else self._start.today).isoformat()
        if shape.value is PlanPeriod and self._kind not in _YEARLY:
            year = self._start.year
            return f"{year} to {Period(shifted(year.first, 12 * (_PLAN_YEARS - 1)), 12, year.year_start)}"
        if name == "period":
            return str(self._start.year)
        return scalar_text(self._start.words.get(name, placeholder.TEXT))

    def _new_id(self, record: type[Record]) -> str:
        """Give a new item its id, and remember it for what refers to such an item later in the document."""
        name = record.thing or record.__name__
        if name not in self._given:
            taken = self._start.taken | {id_.casefold() for id_ in (self._id, *self._given.values())}
            self._given[name] = new_id(self._start, _mark(record), taken)
        return self._given[name]


def _by_heading(model: type[Plan], fields: list[FieldShape]) -> Iterator[tuple[str, list[FieldShape]]]:
    """Yield the headings of a kind, each with the fields below it; fields before the first belong to the first."""
    heading = next(iter(model.headings.values()), "")
    below: list[FieldShape] = []
    for one in fields:
        found = model.headings.get(one.name, heading)
        if found != heading:
            yield heading, below
            heading, below = found, []
        below.append(one)
    yield heading, below


def _names_items(shape: Shape) -> bool:
    """Whether a value is the id of something, alone or as the short form of a record."""
    record = shape.record
    if record and issubclass(record, Shorthand) and is_brief(record):
        shape = fields_of(record)[record.main].shape
    return shape.sort == REF


def _also(names: list[str], indent: int, head: str = "# also: ") -> list[str]:
    """Return the lines of a note that names what else may be said."""
    mark = " " * indent
    return wrap(", ".join(names), _WIDTH, initial_indent=mark + head, subsequent_indent=f"{mark}#   ") if names else []
