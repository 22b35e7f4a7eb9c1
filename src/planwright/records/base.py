"""What every record is: frozen, closed to unknown fields, each field with its description and its visibility."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo

from .scalars import Date, Id, PeriodName, Ref, Text, To, Word


class Visibility(StrEnum):
    """Who may read a field; each level sees what the ones before it see, and `private` never leaves the files."""

    PUBLIC = "public"
    MEMBERS = "members"
    OFFICERS = "officers"
    PRIVATE = "private"


def _field(visibility: Visibility, description: str, default: Any, more: dict[str, Any], *, markdown: bool) -> Any:
    extra: JsonDict = {"visibility": visibility.value, "markdown": markdown}
    return Field(default, description=description, json_schema_extra=extra, **more)


def public(description: str, *, default: Any = ..., markdown: bool = False, **more: Any) -> Any:
    """Declare a field anybody may read; `description` is what an editor shows on hover."""
    return _field(Visibility.PUBLIC, description, default, more, markdown=markdown)


def members(description: str, *, default: Any = ..., markdown: bool = False, **more: Any) -> Any:
    """Declare a field for councillors and officers."""
    return _field(Visibility.MEMBERS, description, default, more, markdown=markdown)


def officers(description: str, *, default: Any = ..., markdown: bool = False, **more: Any) -> Any:
    """Declare a field for officers only."""
    return _field(Visibility.OFFICERS, description, default, more, markdown=markdown)


def private(description: str, *, default: Any = ..., markdown: bool = False, **more: Any) -> Any:
    """Declare a field that no paper ever prints."""
    return _field(Visibility.PRIVATE, description, default, more, markdown=markdown)


def visibility_of(field: FieldInfo) -> Visibility | None:
    """Return who may read a field, or None when it was declared without saying so."""
    extra = field.json_schema_extra
    return Visibility(str(extra["visibility"])) if isinstance(extra, dict) and "visibility" in extra else None


class Record(BaseModel):
    """Part of a plan, as typed values; knows nothing of files, lines or colours."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    thing: ClassVar[str] = ""
    """What a record with an id is called when others refer to it: `objective`, `indicator`, `post` ..."""

    starts_with: ClassVar[tuple[str, ...]] = ()
    """The fields that a new one is given beside those it must have, in snippets and skeletons."""

    @property
    def id_(self) -> str:
        """The record's id, or an empty string where it has none."""
        return str(getattr(self, "id", None) or "")


class Shorthand(Record):
    """A record that may be written as one text where only its main field is given: `links: [CORP-3]`."""

    main: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {cls.main: value} if isinstance(value, str) else value


class Exemption(Record):
    """Why a record is kept out of the public edition."""

    paragraph: Word = public("Paragraph of Schedule 12A relied on, for example 3.")
    reason: Text = members("Why keeping it exempt serves the public better than publishing it.")
    review: Date | None = public("When the exemption is looked at again.", default=None)


class Retirement(Shorthand):
    """The end of a plan item, which keeps its id for ever."""

    main = "reason"

    reason: Text = public("Why it is no longer kept.")
    on: Date | None = public("The day it ended.", default=None)
    decision: Annotated[Ref, To("decision")] | None = public("The decision that ended it.", default=None)


class Change(Record):
    """One recorded change of a field, with its reason and who decided it."""

    field: Word = public("The field that changed, for example target or due.")
    period: PeriodName | None = public(
        "The period it applies to, where the field has one value a period.", default=None
    )
    from_: Text | None = public("The value before.", default=None, alias="from")
    to: Text | None = public("The value after.", default=None)
    on: Date | None = public("The day of the change.", default=None)
    reason: Text = public("Why it changed.")
    decision: Annotated[Ref, To("decision")] | None = public("The decision that authorised it.", default=None)


class Item(Record):
    """A plan item with an id of its own, which is unique in the whole repository and never used again."""

    id: Id = public("Unique and permanent: letters, digits and dashes, for example HSG-O1.")
    replaces: tuple[Id, ...] = public("Earlier ids this one carries on from.", default=())
    merged_into: Annotated[Ref, To()] | None = public("The item that took this one over.", default=None)
    retired: Retirement | None = public("Why and when the item ended; ended items are no longer rated.", default=None)
    changes: tuple[Change, ...] = public("Recorded changes with reason and decision.", default=())
    exempt: Exemption | None = public("Keeps this item out of the public edition.", default=None)


class Plan(Record):
    """A whole file: its kind, and optionally the version of the file format."""

    confidential: ClassVar[bool] = False
    """Whether files of this kind never enter anything that is printed."""

    headings: ClassVar[Mapping[str, str]] = {}
    """The headings under which a skeleton and the reference pages group its fields, by the first field of each."""

    kind: Word = public("What this file is; always the first line.")
    format: Literal["1"] = public("Version of the file format; 1 where not given.", default="1")
