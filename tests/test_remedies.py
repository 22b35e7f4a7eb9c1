from typing import Any

import pytest

from planwright import kinds
from planwright.kinds.results import Results
from planwright.kinds.service_plan import ServicePlan
from planwright.records.reading import Problem, read

PLAN = {"kind": "service-plan", "id": "HSG", "service": "HOUSING", "period": "2026-27 to 2028-29"}
MISSING = (
    "give missing: and reason: instead of a value, for example {missing: not collected, reason: why}; "
    "missing may also be suspended or not applicable or withheld"
)


def problem(**more: Any) -> Problem:
    (found,) = read(ServicePlan, {**PLAN, **more}).problems
    return found


def of_result(value: Any, key: str = "Q1") -> Problem:
    value = {"kind": "results", "period": "2026-27", "results": {"HSG-PI-01": {key: value}}}
    (found,) = read(Results, value).problems
    return found


def action(**more: Any) -> dict[str, Any]:
    return {"actions": [{"id": "A1", "title": "t", **more}]}


def indicator(target: Any) -> dict[str, Any]:
    return {"indicators": [{"id": "PI1", "title": "t", "polarity": "range", "targets": {"2026-27": target}}]}


@pytest.mark.parametrize("value", ["n/a", "none available", "-", {"value": "n/a"}, {"numerator": "not known"}])
def test_where_no_result_is_given_the_reason_has_its_own_field(value: Any) -> None:
    assert of_result(value).help == MISSING


@pytest.mark.parametrize("value", ["80 to 90", "80-90", "80–90", "between 80% and 90%", {"value": "80 to 90"}])
def test_a_range_is_written_as_its_two_ends(value: Any) -> None:
    assert (
        problem(**indicator(value)).help == "give low: and high: instead of one value, for example {low: 80, high: 90}"
    )


def test_a_fraction_is_written_as_its_two_parts_where_there_are_fields_for_them() -> None:
    expected = "give numerator: and denominator: instead of one value, for example {numerator: 45, denominator: 60}"
    assert of_result("45/60").help == expected
    assert of_result("45 out of 60").help == expected
    assert problem(**indicator("45/60")).help.startswith("write a number")
    assert of_result("80 to 90").help.startswith("write a number")


@pytest.mark.parametrize(
    ("more", "remedy"),
    [
        (action(due="31/03/2026"), "write 2026-03-31"),
        (action(due="31.3.27"), "write 2027-03-31 if 31 March 2027 is meant"),
        (action(due="March 2027"), "write 2027-03"),
        (action(due="TBC"), "leave it out until it is known"),
        (indicator("TBC"), "leave it out until it is known"),
        ({"period": "TBC"}, "write whole years, for example 2026-27, or 2026-27 to 2028-29"),
        (
            {"period": "2026–27"},
            "write 2026-27 with a hyphen (-), not the longer dash; for several years, 2026-27 to 2028-29",
        ),
        (indicator("9O"), "write a number such as 88.5 (at most 18 digits)"),
        (action(lead="Jane Smith"), "name a post by its id, not by its title or a person's name"),
        (
            action(objective="Homes for all"),
            "write the id of the objective, exactly as it stands where that is described",
        ),
        ({"id": "Housing plan"}, "write Housing-plan"),
        ({"id": "?"}, "write a short id, for example HSG-PI-01"),
        ({"id": "CAFÉ"}, "write CAFE"),
        ({"title": "two\nlines"}, "write it on one line, without tabs"),
        ({"title": " "}, "write the text; what title is: "),
        ({"title": "x" * 501}, "shorten it, or put the rest in another field; what title is: "),
        ({"title": ["x"]}, "write one value; if this is meant as text, put it in quotes; what title is: "),
        ({"vision": {}}, "write one value; if this is meant as text, put it in quotes; what vision is: "),
        ({"profile": "x"}, "write lines of the form key: value below it, further in; known here: budgets, capital"),
        ({"related": "A1"}, "write [A1], or one entry a line, each after a dash"),
        ({"related": "A1 []"}, "write [A1], or one entry a line, each after a dash"),
        ({"actions": "A scheme"}, "write one entry a line, each after a dash: `- title: A scheme`"),
        (action(due="ongoing"), "leave it out where an action runs on, and give targets_by_year: instead"),
        ({"actions": "[]"}, "write one entry a line, each after a dash"),
        ({"priorities": ["Faster offers"]}, "write `title: Faster offers` in its place; known here: horizon, rank"),
        ({"monitoring": ["Monthly"]}, "write `what: Monthly` in its place; known here: acts, frequency"),
        ({"actions": ["A scheme"]}, "write `title: A scheme` in its place; known here: changes"),
        (
            {"actions": [{"id": "A1", "title": "t", "resources": {"money": "within budget"}}]},
            "leave it out, and say so under note:",
        ),
        ({"actions": {"id": "A1"}}, "begin each entry with a dash: write `- id:` on its first line"),
        ({"actions": [{"id": "A1", "title": "t", "resources": [{"fte": "1"}]}]}, "there is only one, so take the dash"),
        ({"actions": [{"id": "A1"}]}, "add `title:`; what title is: "),
        ({"aspects": [{"title": "t", "verdict": "contine"}]}, "did you mean continue?"),
        ({"aspects": [{"title": "t", "verdict": "We should cease"}]}, "did you mean cease?"),
        ({"aspects": [{"title": "t", "verdict": "zzz"}]}, "what verdict is: "),
        (
            {"indicators": [{"id": "I", "title": "t", "polarity": "none", "targets": "90"}]},
            "write lines of the form key: v",
        ),
    ],
)
def test_help_is_the_way_to_write_it_or_says_that_it_is_the_meaning(more: dict[str, Any], remedy: str) -> None:
    assert problem(**more).help.startswith(remedy)


def test_keys_are_helped_like_values() -> None:
    found = of_result("5", key="quarter 1")
    assert (found.part, found.message) == ("key", "quarter 1 is not a period planwright can read")
    assert found.help == "write Q1"
    (found,) = read(Results, {"kind": "results", "period": "2026-27", "results": {"HSG PI": {"Q1": "5"}}}).problems
    assert found.help == "write the id of the indicator, exactly as it stands where that is described"


def test_an_empty_text_is_called_so() -> None:
    assert problem(**action(due="")).message == "an empty text is not a date planwright can read"


def test_remedies_never_repeat_a_private_value() -> None:
    holder = {"post": "Head of Housing", "name": "Somebody", "since": "31/03/2026"}
    problems = read(kinds.model("people"), {"kind": "people", "holders": [holder]}).problems
    assert [found.help for found in problems] == [
        "name a post by its id, not by its title or a person's name",
        "write year-month-day, for example 2026-03-31",
    ]
    work = {"kind": "work-plan", "id": "W", "post": "P", "period": "2026-27", "development": "Secret course"}
    (found,) = read(kinds.model("work-plan"), work).problems
    assert found.help == "write one entry a line, each after a dash: `- need: ...`"
    assert not any("Head of" in found.message + found.help for found in problems)
