"""Record a result: its value, comment, forecast or judgement goes into the file that holds the indicator's results."""

import re
from collections.abc import Iterable
from typing import Annotated

import typer

from planwright.assessment import Assessment, assess
from planwright.cli._edited import show_and_write
from planwright.cli._periods import period_of
from planwright.cli._session import AsAt, session
from planwright.cli._workspace import assessed, load, root_of
from planwright.diagnostic import PlanwrightError, RefusedError
from planwright.document.reading import Value
from planwright.edits.recording import Entry, Recording, record, texts
from planwright.page import printed_date
from planwright.period import Period
from planwright.visible import one_line, visible
from planwright.wording import a, capital, listed

EXAMPLES = (
    'planwright record HSG-PI-01 Q2 88.5 --comment "Two families waited." --forecast 94 --provisional',
    'planwright record HSG-PI-01 2026-27-Q1 93.2 --reason "One household was counted twice"',
    'planwright record HSG-PI-08 Q2 --judge amber --because "Half are trained" --judged-by HEAD',
)
_NAMED_ALIKE = (
    "numerator", "denominator", "comment", "action", "missing", "reason", "forecast", "forecast_by", "forecast_on",
    "forecast_note",
)  # fmt: skip
_OPTIONS = {
    "judgement: state": "--judge",
    "judgement: reason": "--because",
    "judgement: by": "--judged-by",
    "judgement: on": "--judged-on",
    "as_at": "--measured-on",
    "groups": "--group",
    **{name: f"--{name.replace('_', '-')}" for name in _NAMED_ALIKE},
}
_FIELD = re.compile(rf"(^|[:;] |\()({'|'.join(_OPTIONS)}):")
# What a plan file is told to hold in place of one figure, and how the same is said here.
_NO_NUMBER = "give missing: and reason: .*?; missing may also be [a-z ]+"
_REMEDIES = (
    (re.compile(f"(forecast: [^;]*; ){_NO_NUMBER}"), r"\1write a number"),
    (re.compile(_NO_NUMBER), "write a number, or use --missing with --reason"),
    (
        re.compile(r"give numerator: and denominator: .*?\{numerator: (\S+), denominator: (\S+)\}"),
        r"use --numerator \1 --denominator \2 instead of one value",
    ),
)


def run(
    context: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="The indicator.")],
    period: Annotated[
        str, typer.Argument(metavar="PERIOD", help="2026-27-Q2, 2026-08, 2026-27, or Q2, H1, year of the current year.")
    ],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="The value, or yes or no.")] = "",
    *,
    numerator: Annotated[str, typer.Option(metavar="NUMBER", help="What was counted.")] = "",
    denominator: Annotated[str, typer.Option(metavar="NUMBER", help="Out of how many.")] = "",
    group: Annotated[
        list[str] | None, typer.Option(metavar="NAME=VALUE", help="The value of an area or group; may be repeated.")
    ] = None,
    comment: Annotated[str, typer.Option(metavar="TEXT", help="What lies behind the figure.")] = "",
    action: Annotated[str, typer.Option(metavar="TEXT", help="What is being done about it.")] = "",
    forecast: Annotated[str, typer.Option(metavar="VALUE", help="The value expected at the end of the year.")] = "",
    forecast_by: Annotated[str, typer.Option(metavar="POST", help="The post that made the forecast.")] = "",
    forecast_on: Annotated[str, typer.Option(metavar="DATE", help="The day the forecast was made.")] = "",
    forecast_note: Annotated[str, typer.Option(metavar="TEXT", help="Why the year is expected to end so.")] = "",
    measured_on: Annotated[str, typer.Option(metavar="DATE", help="The day it was measured.")] = "",
    provisional: Annotated[
        bool | None, typer.Option("--provisional/--final", help="Whether the figure may still change.")
    ] = None,
    missing: Annotated[
        str,
        typer.Option(
            metavar="WORDS", help="Why there is no value: not collected, suspended, not applicable, withheld."
        ),
    ] = "",
    reason: Annotated[
        str, typer.Option(metavar="TEXT", help="Why a value is missing, or why a final figure is changed.")
    ] = "",
    judge: Annotated[str, typer.Option(metavar="STATE", help="The state, where a person judges.")] = "",
    because: Annotated[str, typer.Option(metavar="TEXT", help="Why it is judged so.")] = "",
    judged_by: Annotated[str, typer.Option(metavar="POST", help="The post that judged.")] = "",
    judged_on: Annotated[
        str, typer.Option(metavar="DATE", help="The day of the judgement; the date of assessment if not given.")
    ] = "",
    confirm: Annotated[bool, typer.Option("--confirm", help="Accept a figure that looks implausible.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what would change and write nothing.")] = False,
    as_at: AsAt = None,
) -> None:
    """Record one result, print the lines that changed and the rating that follows."""
    given = session(context, as_at)
    root = root_of(given)
    assessment = assessed(given)
    subject = assessment.workspace.find(id_, "indicator")
    asked = period_of(assessment, subject, period)
    fields: dict[str, Value] = {
        "value": _figure(value),
        "numerator": numerator.strip(),
        "denominator": denominator.strip(),
        "groups": _groups(group or ()),
        "comment": comment,
        "action": action,
        "forecast": _figure(forecast),
        "forecast_by": forecast_by,
        "forecast_on": forecast_on,
        "forecast_note": forecast_note,
        "as_at": measured_on,
        "provisional": "" if provisional is None else "yes" if provisional else "no",
        "missing": missing,
        "reason": reason if missing else "",
        "judgement": _judgement(assessment, judge, because, judged_by, judged_on),
    }
    recording = _recorded(assessment, Entry(subject.id, asked, fields), reason, confirm=confirm)
    changed = texts(assessment.workspace, recording)
    show_and_write(root, changed, dry_run=dry_run)
    (outcome,) = recording.outcomes
    if outcome.verdict == "unchanged":
        print(f"{subject.id} {asked} stands so already; nothing was changed.")
    now = load(given, root, {name: after for name, (_, after) in changed.items()})
    print("\n".join(_rated(assess(now, assessment.as_at), subject.id, asked)))


def _recorded(assessment: Assessment, entry: Entry, reason: str, *, confirm: bool) -> Recording:
    """Return the recording of one entry, which is not refused.

    Raises RefusedError where it is, and PlanwrightError where nothing is given, or a reason that explains nothing.
    """
    given = entry.given
    if not given:
        raise PlanwrightError(
            f"say what to record for {entry.indicator}: a value, --comment, --forecast, --judge, --missing ..."
        )
    recording = record(assessment, [entry], confirm=confirm, reason=reason)
    (outcome,) = recording.outcomes
    if outcome.verdict == "refused":
        why = f"{entry.indicator} for {entry.period}: {_spoken(outcome.why)}"
        raise RefusedError(f"{why}{'' if why.endswith(('.', '?')) else '.'} Nothing was written.")
    if reason and outcome.verdict == "accepted" and not ("missing" in given or outcome.restated):
        raise PlanwrightError("--reason says why a value is missing or a final figure changes; use --comment here")
    return recording


def _spoken(why: str) -> str:
    """Return why a result is refused with options in place of the fields of a plan file."""
    for written, said in _REMEDIES:
        why = written.sub(said, why)
    return _FIELD.sub(lambda found: f"{found[1]}{_OPTIONS[found[2]]}:", why)


def _figure(text: str) -> str:
    """Return a figure or an answer without spaces around it, an answer as plans write it."""
    plain = text.strip()
    return plain.casefold() if plain.casefold() in {"yes", "no"} else plain


def _judgement(assessment: Assessment, state: str, reason: str, by: str, on: str) -> dict[str, Value]:
    """Return a judgement as its fields, the state by its key; raises PlanwrightError where a part is not given."""
    if not any((state, reason, by, on)):
        return {}
    parts = {"--judge": state, "--because": reason, "--judged-by": by}
    if lacking := [option for option, text in parts.items() if not text.strip()]:
        raise PlanwrightError(f"a judgement says its state, why and who judged; {listed(lacking)} is not given")
    words = {one.word.casefold(): key for key, one in assessment.states.items()}
    key = state.strip() if state.strip() in assessment.states else words.get(state.strip().casefold(), state.strip())
    return {"state": key, "reason": reason, "by": by.strip(), "on": on.strip() or assessment.as_at.isoformat()}


def _groups(given: Iterable[str]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals or not name.strip() or not value.strip():
            raise PlanwrightError(
                f"--group: '{one_line(one, 60)}' was given; expected NAME=VALUE, for example North=88.5"
            )
        if name.strip() in found:
            raise PlanwrightError(f"--group: {one_line(name, 60)} is given twice; give it once")
        found[name.strip()] = value.strip()
    return found


def _rated(assessment: Assessment, id_: str, period: Period) -> Iterable[str]:
    """Yield how the indicator stands in the period, whether that is over, and what the rating triggers."""
    subject = assessment.workspace.find(id_)
    rating = assessment.ratings.rate(subject, period)
    yield visible(f"{id_} {period}: {rating.state.word}. {capital(rating.reason)}.")
    if period.last > assessment.as_at:
        yield f"{period} is not over until {printed_date(period.last)}."
    if rating.fired:
        asks_for = assessment.figures.trigger(subject).value.asks_for
        yield f"It asks for {a(asks_for)}: {listed(rating.fired)}."
