from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planwright import kinds
from planwright.kinds.service_plan import ServicePlan
from planwright.kinds.settings import Settings
from planwright.records.base import Record, visibility_of
from planwright.records.reading import read
from planwright.records.scalars import (
    Tolerance,
    parse_count,
    parse_measure,
    parse_number,
    parse_tolerance,
    parse_weight,
    parse_yes_no,
)
from planwright.records.shape import fields_of
from planwright.records.walking import walk

PLAN = {"kind": "service-plan", "id": "HSG", "service": "HOUSING", "period": "2026-27 to 2028-29"}


def record_types() -> Iterator[type[Record]]:
    for kind in kinds.names():
        kinds.model(kind)
    waiting = [Record]
    while waiting:
        one = waiting.pop()
        waiting += one.__subclasses__()
        yield one


def parts(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield annotation
    elif get_origin(annotation) in {Union, UnionType, tuple, dict}:
        for part in get_args(annotation):
            if part not in {NoneType, Ellipsis}:
                yield from parts(part)
    else:
        yield annotation


@pytest.mark.parametrize("record", list(record_types()), ids=lambda record: record.__name__)
def test_every_field_says_who_may_read_it_and_what_it_means(record: type[Record]) -> None:
    for name, field in record.model_fields.items():
        assert visibility_of(field) is not None, f"{record.__name__}.{name} declares no visibility"
        assert field.description, f"{record.__name__}.{name} has no description"
        assert field.description.endswith((".", "?")), f"{record.__name__}.{name}: {field.description}"


@pytest.mark.parametrize("record", list(record_types()), ids=lambda record: record.__name__)
def test_no_field_is_read_by_pydantic_in_its_own_lax_way(record: type[Record]) -> None:
    bare = {bool, int, float, Decimal, date, str}
    for name, annotation in get_type_hints(record, include_extras=True).items():
        if name in record.model_fields:
            assert not bare & set(parts(annotation)), f"{record.__name__}.{name}"


def test_the_kinds_are_those_of_the_design() -> None:
    assert set(kinds.names()) == {
        "settings", "organisation", "people", "community-plan", "corporate-plan", "service-plan", "team-plan",
        "work-plan", "indicators", "results", "risk-log", "pip", "meeting", "import-mapping", "national-priorities",
        "department-plan",
    }  # fmt: skip
    with pytest.raises(KeyError):
        kinds.model("base")


def test_a_small_core_is_enough() -> None:
    reading = read(ServicePlan, PLAN)
    assert reading.problems == ()
    assert isinstance(reading.record, ServicePlan)
    assert str(reading.record.period) == "2026-27 to 2028-29"


def problems(**more: Any) -> list[tuple[str, tuple[Any, ...], str, str]]:
    return [(p.code, p.route, p.message, p.help) for p in read(ServicePlan, {**PLAN, **more}).problems]


@pytest.mark.parametrize(
    ("more", "code", "route", "words"),
    [
        ({"objectivs": []}, "PW031", ("objectivs",), "did you mean objectives?"),
        ({"zzz": "1"}, "PW031", ("zzz",), "known here: achievements"),
        ({"one moved": "x"}, "PW031", ("one moved",), "unquoted comma"),
        ({"actions": [{"id": "A1"}]}, "PW032", ("actions", 0), "A1 has no title"),
        ({"actions": {"id": "A1"}}, "PW033", ("actions",), "a list was expected here"),
        ({"actions": "A1"}, "PW033", ("actions",), "after a dash: `- title: A1`"),
        ({"profile": "x"}, "PW033", ("profile",), "lines of the form key: value"),
        ({"vision": ["x"]}, "PW033", ("vision",), "put it in quotes"),
        ({"actions": [{"id": "A1", "title": "t", "due": "31/03/2026"}]}, "PW034", ("actions", 0, "due"), "2026-03-31"),
        ({"profile": {"revenue": "1e999"}}, "PW035", ("profile", "revenue"), "write a number such as 88.5"),
        ({"profile": {"revenue": "£12,500"}}, "PW035", ("profile", "revenue"), "write 12500"),
        ({"actions_without_objective": "true"}, "PW036", ("actions_without_objective",), "write yes"),
        ({"aspects": [{"title": "t", "verdict": "contine"}]}, "PW037", ("aspects", 0, "verdict"), "mean continue?"),
        ({"title": "two\nlines"}, "PW038", ("title",), "one line of text"),
        ({"title": " "}, "PW038", ("title",), "one line of text"),
        ({"vision": "x" * 20_001}, "PW038", ("vision",), "at most 20000 characters"),
        ({"objectives": [{"id": "a b", "title": "t"}]}, "PW039", ("objectives", 0, "id"), "is not an id"),
        ({"period": "2026"}, None, (), ""),
        ({"period": "2026-28"}, "PW040", ("period",), "2026-27"),
        ({"format": "2"}, "PW037", ("format",), "expected one of: 1"),
    ],
)
def test_each_misfit_is_one_finding_at_its_own_place(
    more: dict[str, Any], code: str | None, route: tuple[Any, ...], words: str
) -> None:
    found = problems(**more)
    if code is None:
        assert found == []
        return
    ((got_code, got_route, message, help_),) = found
    assert (got_code, got_route) == (code, route)
    assert words in f"{message}; {help_}"


def test_messages_never_repeat_a_private_value() -> None:
    people = kinds.model("people")
    value = {"kind": "people", "holders": [{"post": "A", "name": "Somebody", "since": "Somebody's secret"}]}
    (problem,) = read(people, value).problems
    assert "secret" not in problem.message + problem.help


def test_the_rest_of_a_file_is_kept_and_routes_lead_back() -> None:
    value = {
        **PLAN,
        "objectives": [
            {"id": "O1"},
            {"id": "O2", "title": "t", "links": [{"to": "C 1"}, {"to": "C2"}]},
        ],
    }
    reading = read(ServicePlan, value)
    assert len(reading.problems) == 2
    assert isinstance(reading.record, ServicePlan)
    assert [objective.id for objective in reading.record.objectives] == ["O2"]
    (link,) = (found for found in walk(reading.record).references if found[2] == "C2")
    assert reading.original(link[0]) == ("objectives", 1, "links", 1, "to")


def test_nothing_is_kept_of_a_file_without_its_core() -> None:
    reading = read(ServicePlan, {"kind": "service-plan", "id": "HSG"})
    assert reading.record is None
    assert {problem.route for problem in reading.problems} == {()}
    assert len(reading.problems) == 2


def test_a_walk_finds_items_with_their_parents_and_references_with_their_owners() -> None:
    value = {
        **PLAN,
        "objectives": [{"id": "O1", "title": "t", "links": ["C1"], "measured_by": ["PI1"]}],
        "actions": [{"id": "A1", "title": "t", "milestones": [{"id": "M1", "title": "m", "due": "2026-09"}]}],
        "indicators": [{"id": "PI1", "title": "i", "polarity": "higher", "targets": {"2026-27": "95"}}],
    }
    record = read(ServicePlan, value).record
    assert record
    found = walk(record)
    assert [(route, item.id_, owner) for route, item, owner in found.items] == [
        ((), "HSG", -1),
        (("objectives", 0), "O1", 0),
        (("actions", 0), "A1", 0),
        (("actions", 0, "milestones", 0), "M1", 2),
        (("indicators", 0), "PI1", 0),
    ]
    links = {str(reference): (route, owner) for route, _, reference, _, owner in found.references}
    assert links["C1"] == (("objectives", 0, "links", 0, "to"), 1)
    assert links["PI1"] == (("objectives", 0, "measured_by", 0), 1)


def test_results_name_their_indicators_by_key() -> None:
    record = read(
        kinds.model("results"), {"kind": "results", "period": "2026-27", "results": {"PI1": {"Q1": "3"}}}
    ).record
    assert record
    ((route, part, reference, things, _),) = walk(record).references
    assert (route, part, str(reference), things) == (("results", "PI1"), "key", "PI1", frozenset({"indicator"}))


def test_every_reference_says_what_it_may_name() -> None:
    for record in record_types():
        for field in fields_of(record).values():
            shape = field.shape.inner or field.shape
            assert shape.sort != "ref" or shape.things or field.name in {"merged_into", "about"}, (record, field.name)


def test_settings_have_working_defaults() -> None:
    settings = read(Settings, {"kind": "settings", "name": "Wexcombe"}).record
    assert isinstance(settings, Settings)
    assert [band.name for band in settings.risks.bands] == ["low", "moderate", "high", "critical"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("88.5", "88.5"),
        ("-3", "-3"),
        ("0042", "42"),
        ("1.10", "1.10"),
        ("0", "0"),
        ("999999999999999999", "999999999999999999"),
    ],
)
def test_plain_numbers_are_read_exactly(text: str, number: str) -> None:
    assert str(parse_number(text)) == number


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("12,500", "write 12500"),
        ("£12.50", "write 12.50"),
        ("10%", "write 10"),
        ("5k", "write 5000"),
        ("1.5m", "write 1500000,"),
        ("30 days", "write 30"),
        ("1e9", "such as 88.5"),
        ("1_000", "such as 88.5"),
        ("nan", "such as 88.5"),
        (".5", "such as 88.5"),
        ("+5", "such as 88.5"),
        ("٣", "such as 88.5"),
        ("1" * 19, "at most 18 digits"),
        ("9" * 5000, "at most 18 digits"),
        ("£" + "9" * 5000, "at most 18 digits"),
    ],
)
def test_dressed_numbers_are_refused_with_the_plain_one(text: str, advice: str) -> None:
    with pytest.raises(ValueError, match=advice):
        parse_number(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**13), max_value=10**13))
def test_any_plain_decimal_is_read_as_itself(number: Decimal) -> None:
    assert parse_number(format(number, "f")) == number


def test_yes_and_no_are_two_words() -> None:
    assert parse_yes_no("yes")
    assert not parse_yes_no("no")
    for other, advice in (("true", "yes"), ("NO", "no"), ("Y", "yes"), ("off", "no"), ("perhaps", "yes or no")):
        with pytest.raises(ValueError, match=f"write {advice}$"):
            parse_yes_no(other)


def test_measures_take_yes_and_no_as_one_and_nothing() -> None:
    assert [str(parse_measure(text)) for text in ("yes", "no", "88.5")] == ["1", "0", "88.5"]


def test_counts_are_whole() -> None:
    assert parse_count("12") == 12
    for other in ("-1", "1.5", "x", "1234567890"):
        with pytest.raises(ValueError, match="whole number"):
            parse_count(other)
    with pytest.raises(ValueError, match="at most 3660"):
        parse_count("3661", 3660)


def test_weights_are_not_below_nothing() -> None:
    assert [str(parse_weight(text)) for text in ("0", "2.5")] == ["0", "2.5"]
    with pytest.raises(ValueError, match="0 or more"):
        parse_weight("-1")


def test_tolerances_are_per_cent_or_points() -> None:
    assert parse_tolerance("10%").around(Decimal(95)) == Decimal("9.5")
    assert parse_tolerance("2 points").around(Decimal(95)) == 2
    assert parse_tolerance("1 point") == Tolerance(Decimal(1), relative=False)
    assert str(parse_tolerance("1 point")) == "1 point"
    assert [str(parse_tolerance(text)) for text in ("10%", "2.5 points")] == ["10%", "2.5 points"]
    for other in ("10", "-5%", "10 percent"):
        with pytest.raises(ValueError, match="of the target"):
            parse_tolerance(other)


def test_a_misspelt_field_is_one_finding_and_read_as_meant() -> None:
    value = {
        **PLAN,
        "actions": [{"id": "A1", "titel": "t", "leed": "HEAD", "millestones": [{"title": "m", "due": "x"}]}],
    }
    reading = read(ServicePlan, value)
    assert [(problem.code, problem.route) for problem in reading.problems] == [
        ("PW031", ("actions", 0, "titel")),
        ("PW031", ("actions", 0, "leed")),
        ("PW031", ("actions", 0, "millestones")),
        ("PW034", ("actions", 0, "millestones", 0, "due")),
    ]
    assert isinstance(reading.record, ServicePlan)
    (action,) = reading.record.actions
    assert (action.title, action.lead) == ("t", "HEAD")
    assert reading.original(("actions", 0, "lead")) == ("actions", 0, "leed")


def test_a_field_by_another_name_for_the_same_thing_is_read_as_meant() -> None:
    value = {**PLAN, "actions": [{"id": "A1", "name": "t", "Owner": "HEAD", "deadline": "2027-12-31"}]}
    reading = read(ServicePlan, value)
    assert [problem.help for problem in reading.problems] == [
        f"did you mean {one}?" for one in ("title", "lead", "due")
    ]
    assert isinstance(reading.record, ServicePlan)
    (action,) = reading.record.actions
    assert (action.title, action.lead, str(action.due)) == ("t", "HEAD", "2027-12-31")


def test_a_misspelt_field_beside_the_right_one_is_left_out() -> None:
    reading = read(ServicePlan, {**PLAN, "title": "Right", "titel": "Wrong"})
    assert [problem.code for problem in reading.problems] == ["PW031"]
    assert isinstance(reading.record, ServicePlan)
    assert reading.record.title == "Right"
