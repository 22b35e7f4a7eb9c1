"""Nothing is asked for that nobody reads: whatever is filled in is printed in some document or table."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

import pytest
from filled_council import council
from printing import AS_AT, Files, Leaf, Paper, assessed, copy, example_council, leaves, papers

from planwright import kinds
from planwright.kinds.indicators import Indicator
from planwright.page import MONTHS
from planwright.records.base import Change
from planwright.records.shape import REF

# Words by which items find each other or a scale: any other means something else, so each is tested by a change.
WORDS_THAT_MATCH = frozenset(
    {
        "unit", "by", "state", "likelihood", "impact", "category", "categories", "groups", "gss_code", "field",
        "section", "state_order", "unused", "required", "reports", "levels", "group", "option_group", "level", "bands",
    }
)  # fmt: skip
# What these hold besides fields of their own is printed as in the corporate plan or in a service plan.
LIKE_ANOTHER = ("community-plan", "department-plan", "national-priorities", "team-plan", "work-plan")
# Fields that rightly are not printed, each with the reason.
UNPRINTED = {
    "work-plan.changes": "a plan of one person is never exported; `history` tells its changes",
    "work-plan.objectives.changes": "the same",
    "work-plan.actions.status": "dates decide how work stands; what was said beside them is for the check to compare",
    "work-plan.actions.milestones.status": "the same",
    "service-plan.approvals.meeting": "where a decision is recorded it is named instead, after its meeting",
}
# A holder is named in the work plan of the post, which not every post of the example has.
IN_SOME_PLANS = ("people.holders.",)
# What stands in another document is not printed here too; the example has both.
ELSEWHERE_IN_THE_FULL_COUNCIL = ("service-plan.swot.",)


@cache
def full_council() -> Files:
    """A council in which every field is filled, made such that its indicator is rated and its sections exist."""
    plain = copy(council())
    (indicator,) = plain["indicators.yaml"]["indicators"]
    indicator |= {"polarity": "higher", "frequency": "quarterly", "unit": "days"}
    ((_, result),) = plain["results.yaml"]["results"][indicator["id"]].items()
    result["judgement"]["state"] = "red"
    plain["service-plan.yaml"]["held_elsewhere"][0]["section"] = "swot"
    plain["planwright.yaml"]["year_start"] = "April"
    return plain


def stamp(files: Files, is_wanted: Callable[[Leaf], bool]) -> dict[str, str]:
    """Give every leaf that is wanted a value that stands nowhere else; return the fields by these values."""
    found: dict[str, str] = {}
    days = (date(2026, 1, 1) + timedelta(days=number) for number in range((AS_AT - date(2026, 1, 1)).days))
    for number, leaf in enumerate(filter(is_wanted, leaves(files))):
        match leaf.shape.value:
            case type() as sort if sort is Decimal:
                token = str(700_001 + number)
            case type() as sort if sort is date:
                token = next(days).isoformat()
            case _:
                token = f"zq{number:05d}x"
        leaf.write(f"{leaf.value.rstrip()} {token}" if token.startswith("zq") else token)
        found[token] = leaf.path
    return found


def is_text(leaf: Leaf) -> bool:
    """Whether any text may stand in a leaf without changing what others mean."""
    if leaf.shape.value is not str or leaf.shape.words or leaf.name in WORDS_THAT_MATCH:
        return False
    return not leaf.path.startswith(("settings.risks", "settings.name")) and leaf.takes("Any words!")


def is_free(leaf: Leaf) -> bool:
    """Whether any text, amount or date may stand in a leaf without changing what others mean."""
    return is_text(leaf) or (leaf.shape.value in {Decimal, date} and not leaf.path.startswith("settings."))


def forms(token: str) -> Iterator[str]:
    """Yield how a token may be printed."""
    yield token
    if re.fullmatch(r"\d{4}-\d\d-\d\d", token):
        day = date.fromisoformat(token)
        month = MONTHS[day.month - 1]
        yield from (f"{day.day} {month} {day.year}", f"{day.day} {month[:3]} {day.year}", repr(day).lower())


def unprinted(files: Files, is_wanted: Callable[[Leaf], bool]) -> list[str]:
    """Return the fields of which a value is in no document and no table."""
    changed = copy(files)
    stamped = stamp(changed, is_wanted)
    assessment = assessed(changed)
    assert assessment
    text = "\n".join(paper.text for paper in papers(assessment)).lower()
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    words = set(re.findall(r"zq\d{5}x|\d{6,}", plain))
    return sorted({path for token, path in stamped.items() if token not in words and not is_printed(token, plain)})


def is_printed(token: str, text: str) -> bool:
    """Whether a day stands in a text in any of the ways in which days are printed."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", token):
        return False
    day = date.fromisoformat(token)
    month = MONTHS[day.month - 1].lower()
    written = (f"{day.day} {month} {day.year}", f"{day.day} {month[:3]} {day.year}", repr(day))
    return any(re.search(rf"(?<!\d){re.escape(form)}", text) for form in written)


def without_reason(paths: list[str], known: tuple[str, ...]) -> list[str]:
    """Return those of some fields for which there is no good reason not to be printed."""
    return [path for path in paths if not path.startswith((*UNPRINTED, *known))]


def test_every_text_amount_and_date_of_a_full_council_is_printed() -> None:
    assert without_reason(unprinted(full_council(), is_free), ELSEWHERE_IN_THE_FULL_COUNCIL) == []


@pytest.mark.slow
def test_every_text_of_the_example_is_printed() -> None:
    assert without_reason(unprinted(example_council(), is_text), IN_SOME_PLANS) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(value["kind"] for value in council().values()))
def test_every_word_answer_reference_and_count_of_a_full_council_counts(kind: str) -> None:
    """Change each of them alone: something printed must change."""
    before = papers_before()
    places = {leaf.path: place for place, leaf in enumerate(leaves(full_council())) if counts_alone(leaf, kind)}
    idle = [path for path, place in places.items() if not any(changes(place, before, text) for text in others(place))]
    assert without_reason(idle, ELSEWHERE_IN_THE_FULL_COUNCIL) == []


@cache
def papers_before() -> dict[tuple[object, ...], Paper]:
    """All that is printed of the full council as it is."""
    assessment = assessed(full_council())
    assert assessment
    return {paper.key: paper for paper in papers(assessment)}


def counts_alone(leaf: Leaf, kind: str) -> bool:
    """Whether a leaf of this kind is one that no token may stand in, apart from ids, which everything hangs on.

    What all items may say of their past is in one table, what several kinds hold is printed alike: once is enough.
    """
    if not leaf.path.startswith(f"{kind}.") or leaf.name == "id" or is_free(leaf):
        return False
    if leaf.record is Change or leaf.name == "replaces":
        return kind == "indicators"
    if leaf.record is Indicator or leaf.path.startswith(f"{kind}.indicators."):
        return kind == "indicators"
    own = kinds.model(kind).__annotations__
    return kind not in LIKE_ANOTHER or (leaf.path.count(".") == 1 and leaf.attribute in own)


def others(place: int) -> Iterator[str]:
    """Yield values that might stand in a leaf instead of what does."""
    leaf = leaves(full_council())[place]
    sort = leaf.shape.value.__name__ if leaf.shape.value else leaf.shape.sort
    if leaf.shape.words:
        yield from (word for word in leaf.shape.words if word != leaf.value)
    elif sort == "bool":
        yield "no" if leaf.value == "yes" else "yes"
    else:
        yield from OTHERS[sort]


# By the type of a field; the first that it takes is tried first.
OTHERS: dict[str, tuple[str, ...]] = {
    REF: ("zq-unknown",),
    "int": ("7", "3", "1", "40"),
    "Decimal": ("7.5",),
    "Due": ("2026-08-14", "2026-10-14"),
    "Tolerance": ("37%",),
    "PlanPeriod": ("2026-27 to 2027-28",),
    "str": ("zq-other", "Zq words", "Q1", "2025-26", "E06000999"),
}


def changes(place: int, before: dict[tuple[object, ...], Paper], text: str) -> bool:
    """Whether anything printed changes with another text in one leaf."""
    files = copy(full_council())
    leaves(files)[place].write(text)
    assessment = assessed(files)
    if assessment is None:
        return False
    # What prints a kind comes first, for most leaves are found there.
    kind = leaves(files)[place].path.partition(".")[0]
    likely = sorted(papers(assessment), key=lambda paper: not paper.name.startswith(kind))
    return any(is_other(paper, before.get(paper.key)) for paper in likely)


def is_other(paper: Paper, before: Paper | None) -> bool:
    """Whether a paper was not there before, or says something else now."""
    return before is None or (paper.content != before.content and paper.text != before.text)
