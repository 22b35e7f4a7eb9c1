"""The nearest name: what was begun, then what looks like it."""

import pytest

from planwright.nearest import did_you_mean, nearest

POSTS = ("HOUSING-OPTIONS-MANAGER", "HOUSING-ACTION", "HEAD-HOUSING", "HOUSING-OPTIONS-MANAGER-NORTH")


@pytest.mark.parametrize(
    ("word", "known", "limit", "found"),
    [
        ("HOUSING-OPTION", POSTS, 1, ("HOUSING-OPTIONS-MANAGER",)),
        ("housing-option", POSTS, 3, ("HOUSING-OPTIONS-MANAGER", "HOUSING-OPTIONS-MANAGER-NORTH", "HOUSING-ACTION")),
        ("HOUSING-OPTOINS-MANAGER", POSTS, 1, ("HOUSING-OPTIONS-MANAGER",)),
        ("HEAD-HOUSING", POSTS, 1, ("HEAD-HOUSING",)),
        ("HSG-PI-1", ("HSG-PI-10", "HSG-PI-01"), 1, ("HSG-PI-01",)),
        ("HOM", ("HOMELESSNESS-AND-ADVICE",), 1, ()),
        ("quarterly", ("red", "amber"), 1, ()),
    ],
)
def test_what_was_begun_comes_before_what_looks_like_it(
    word: str, known: tuple[str, ...], limit: int, found: tuple[str, ...]
) -> None:
    assert nearest(word, known, limit) == found


def test_a_question_is_asked_only_of_something_near() -> None:
    assert did_you_mean("ambre", ("red", "amber")) == "did you mean amber?"
    assert not did_you_mean("purple", ("red", "amber"))
