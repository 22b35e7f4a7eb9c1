import pytest

from planwright.wording import a, capital, listed, number_of, plural


@pytest.mark.parametrize(
    ("thing", "words"),
    [("pip", "an improvement plan"), ("objective", "an objective"), ("risk-log", "a risk log")],
)
def test_sorts_of_items_are_named_as_people_do(thing: str, words: str) -> None:
    assert a(thing) == words


@pytest.mark.parametrize(
    ("noun", "words"), [("entry", "entries"), ("day", "days"), ("priority", "priorities"), ("file", "files")]
)
def test_plurals(noun: str, words: str) -> None:
    assert plural(noun) == words
    assert [number_of(number, noun) for number in (0, 1, 2)] == [f"0 {words}", f"1 {noun}", f"2 {words}"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [((), ""), (("one",), "one"), (("one", "two"), "one or two"), (("one", "two", "three"), "one, two or three")],
)
def test_lists(words: tuple[str, ...], sentence: str) -> None:
    assert listed(iter(words), "or") == sentence


def test_a_capital_leaves_the_rest_alone() -> None:
    assert [capital(text) for text in ("", "a PIP", "É")] == ["", "A PIP", "É"]
