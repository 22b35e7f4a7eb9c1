"""Fill a template in a sandbox: every printed value is literal text, or an object that Markdown only refers to."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from traceback import walk_tb

from jinja2 import (
    BytecodeCache,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    Undefined,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment

from planwright.charts import Chart
from planwright.diagnostic import PlanwrightError
from planwright.escaping import markdown_anywhere
from planwright.page import MONTHS, Status, printed_date
from planwright.quantity import with_unit
from planwright.wording import plural


class TemplateRefusedError(PlanwrightError):
    """A template cannot be used as it stands; the text says which, where and why."""


class Escaped(str):
    """Markdown already: text that has been escaped, so that macros and set blocks are not escaped twice."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """Text from a field declared Markdown."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """The Markdown of a footnote."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Captioned:
    """A chart with the Markdown of its caption."""

    chart: Chart
    caption: str


Referred = Status | Chart | Captioned | Prose | Note


class References:
    """The objects a template printed; its Markdown holds `{=2}` (may stand as a block) or `{@3}` (within a line).

    Text from plans cannot forge one, because its braces are escaped.
    """

    def __init__(self) -> None:
        self._objects: list[Referred] = []

    def add(self, thing: Referred) -> Escaped:
        """Return the Markdown that stands for an object."""
        self._objects.append(thing)
        sigil = "@" if isinstance(thing, Status | Note) else "="
        return Escaped(f"{{{sigil}{len(self._objects) - 1}}}")

    def __getitem__(self, index: int) -> Referred:
        return self._objects[index]


class _Missing(StrictUndefined):
    """A name the view does not have: an error in plain words as soon as it is used."""

    @property
    def _undefined_message(self) -> str:
        return f"nothing called '{self._undefined_name}' is given to it"


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox: macro output is Escaped, and a key such as `items` of a mapping goes before its methods."""

    @staticmethod
    def concat(parts: Iterable[str]) -> Escaped:
        return Escaped("".join(parts))

    def getattr(self, obj: object, attribute: str) -> object:
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


class _Compiled(BytecodeCache):
    """Templates as they were compiled before: papers are many, their templates few."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def fill(name: str, view: Mapping[str, object], templates: Mapping[str, str]) -> tuple[str, References]:
    """Return the Markdown of the template `NAME.md.j2` filled with a view, and the objects it refers to.

    Raises TemplateRefusedError when the template is missing, misspelt, asks for what is not there or may not do it.
    """
    references = References()
    environment = _environment(templates, references)
    file = f"{name}.md.j2"
    if file not in templates:
        raise TemplateRefusedError(f"there is no template {file}")
    try:
        text = environment.get_template(file).render(plain_data(view))
    except (
        TemplateError,
        ArithmeticError,
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
        RecursionError,
    ) as error:
        raise TemplateRefusedError(_explained(error, file, templates)) from error
    return text, references


def _explained(error: Exception, file: str, templates: Mapping[str, str]) -> str:
    if isinstance(error, TemplateSyntaxError):
        return f"template {error.name or file}, line {error.lineno}: {error.message}"
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    inside = [(name, line) for name, line in frames if name in templates]
    name, line = inside[-1] if inside else (file, 1)
    return f"template {name}, line {line}: {error}"


def _environment(templates: Mapping[str, str], references: References) -> _Environment:
    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (templates[name], name, lambda: True) if name in templates else None

    environment = _Environment(
        loader=FunctionLoader(load),
        undefined=_Missing,
        # What a filter refers to belongs to one paper, so nothing may be worked out while compiling.
        finalize=pass_context(lambda _, value: _printed(value, references)),
        optimized=False,
        bytecode_cache=_COMPILED,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # that is for HTML; here `finalize` escapes every value for Markdown
    )
    environment.globals = {"status": _status} | {name: environment.globals[name] for name in ("range", "namespace")}
    environment.filters |= {
        "prose": lambda text: references.add(Prose(_text(text))) if text else "",
        "footnote": lambda text: references.add(Note(_printed(text, references))),
        "figure": lambda chart, caption: _captioned(chart, _printed(caption, references), references),
        "join": lambda items, by="": Escaped(_printed(by, references).join(_each(items, references))),
        "short_date": lambda day: "" if day is None else f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}",
        "money": lambda amount: "" if amount is None else with_unit(Decimal(amount), "£"),
        "measured": lambda amount, unit: with_unit(Decimal(amount), unit or ""),
        "plural": _plural,
    }
    return environment


def _status(key: object, word: object) -> Status:
    return Status(_text(key), _text(word))


def _captioned(chart: object, caption: str, references: References) -> Escaped:
    if chart is None:
        return Escaped("")
    if not isinstance(chart, Chart):
        raise TypeError(f"a figure is made of a chart, not of {_described(chart)}")
    return references.add(Captioned(chart, caption))


def _each(items: Iterable[object], references: References) -> Iterator[str]:
    return (_printed(item, references) for item in items)


def _plural(number: int, one: str, many: str = "", *, count: bool = True) -> str:
    word = one if number == 1 else many or plural(one)
    return f"{number} {word}" if count else word


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text is wanted here, not {_described(value)}")
    return str(value)


def _described(value: object) -> str:
    return {"dict": "a group of fields", "list": "a list", "NoneType": "nothing", "str": "text"}.get(
        type(value).__name__, f"a {type(value).__name__}"
    )


def _printed(value: object, references: References) -> Escaped:
    """Return the Markdown that prints any value literally; raise TypeError for what has no printed form."""
    match value:
        case Escaped():
            return value
        case Undefined():
            return Escaped(str(value))  # raises, with the missing name
        case Status() | Chart():
            return references.add(value)
        case None:
            written = ""
        case str():
            written = value
        case bool():
            written = "yes" if value else "no"
        case int():
            written = str(value)
        case Decimal():
            written = f"{value:,f}"
        case date():
            written = printed_date(value)
        case _:
            raise TypeError(f"{_described(value)} cannot be printed; print one of its fields")
    return Escaped(markdown_anywhere(written))


def plain_data(value: object) -> object:
    """Return a view as plain data: records as dicts, sequences as lists, enumerations as their values.

    Raises TypeError for anything that is not plain or not exact (a float), naming its type.
    """
    match value:
        case Status() | Chart() | None | bool() | Decimal():
            return value
        case Enum():
            return plain_data(value.value)
        case str():
            return str(value)
        case int():
            return int(value)
        case Mapping():
            return {str(key): plain_data(item) for key, item in value.items()}
        case list() | tuple():
            return [plain_data(item) for item in value]
        case datetime():
            raise TypeError("a view takes dates without a time")
        case date():
            return value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain_data(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"a view takes plain data, not {type(value).__name__}")
