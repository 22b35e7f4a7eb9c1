"""The settings: one council's words, scales, rules and habits; the file marks the root of the workspace."""

from typing import Literal, get_args

from planwright.records.base import Plan, Record, officers, public
from planwright.records.scalars import Allowance, Count, Days, Number, Periods, Text, Word

from .indicators import Trigger

MonthName = Literal[
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
MONTHS: tuple[str, ...] = get_args(MonthName)
Term = Literal[
    "aim", "objective", "priority", "indicator", "target", "action", "milestone", "lead", "risk", "service", "outcome",
]  # fmt: skip
TERMS: tuple[str, ...] = get_args(Term)
Layer = Literal["national", "community", "corporate", "department", "service", "team", "individual"]


class RatingDefaults(Record):
    """How results become colours unless a set or an indicator says otherwise."""

    method: Literal["tolerance", "two-state", "values"] = public("How results become colours.", default="tolerance")
    tolerance: Allowance = public(
        "How far off target is still amber: 10% or 2 points.", default="10%", validate_default=True
    )
    boundary: Literal["inside", "outside"] = public(
        "Whether a result exactly on the edge of the amber band is amber (inside) or red (outside).", default="inside"
    )
    dead_band: Allowance = public(
        "Movement up to this much counts as no change.", default="0 points", validate_default=True
    )
    grace_days: Days = public("Days after a result could exist before it counts as late.", default=30)


class DateRules(Record):
    """When actions and milestones are due soon or overdue."""

    due_soon_days: Days = public("Due within this many days is 'due soon'.", default=30)
    grace_days: Days = public("Overdue by up to this many days is amber; more is red.", default=14)


class Band(Record):
    """A named band of risk scores."""

    name: Word = public("The band's name, for example high.")
    from_: Number = public("The lowest score in the band.", alias="from")
    colour: Literal["green", "amber", "red"] = public("Its colour.")
    review_days: Days = public("How often a risk in this band is reviewed, in days.", default=92)


# Three by three gives scores 1, 2, 3, 4, 6 and 9; the guidance suggests four categories.
_FOUR_BANDS = (
    {"name": "low", "from": "1", "colour": "green", "review_days": "366"},
    {"name": "moderate", "from": "3", "colour": "amber", "review_days": "183"},
    {"name": "high", "from": "6", "colour": "red", "review_days": "92"},
    {"name": "critical", "from": "9", "colour": "red", "review_days": "31"},
)


class RiskScales(Record):
    """The council's risk scales, lowest first, and how scores become bands."""

    likelihood: tuple[Word, ...] = public("Words for likelihood, lowest first.", default=("low", "medium", "high"))
    impact: tuple[Word, ...] = public("Words for impact, lowest first.", default=("low", "medium", "high"))
    scoring: Literal["product", "sum"] = public("How the two positions (from 1) make a score.", default="product")
    bands: tuple[Band, ...] = public("Bands, lowest first.", default=_FOUR_BANDS, validate_default=True)
    escalate_from: Number | None = public(
        "A service risk scoring this much or more must stand in the corporate log.", default=None
    )
    categories: tuple[Word, ...] = public("Categories of risk.", default=())


class PipProcess(Record):
    """How improvement plans work here."""

    title: Text = public("What they are called.", default="Performance Improvement Plan")
    levels: tuple[Word, ...] = public("Who comments, in order.", default=("Head of Service", "OMT", "CMT", "Members"))
    trigger: Trigger | None = public("When an indicator asks for one; below target where not given.", default=None)
    on_target_periods: Periods = public("Periods on target before one may close.", default=1)


class State(Record):
    """A rating state in the council's own word."""

    word: Word = public("The word printed.")


class Settings(Plan):
    """One council's settings."""

    name: Text = public("The council's name.")
    gss_code: Word | None = public("Its nine-character GSS code.", default=None, pattern=r"^[EWSN]\d{8}$")
    year_start: MonthName = public("The month in which the council's year begins.", default="April")
    language: Word = public("Language of the papers, as a tag.", default="en-GB")
    terms: dict[Term, Text] = public("The council's own words, for example objective: goal.", default={})
    layers: tuple[Layer, ...] = public(
        "The layers of the golden thread that are used.",
        default=("community", "corporate", "service", "team", "individual"),
    )
    rating: RatingDefaults = public("How results become colours.", default={}, validate_default=True)
    states: dict[Word, State] = public("Words for rating states, for example green: On track.", default={})
    dates: DateRules = public("When work is due soon or overdue.", default={}, validate_default=True)
    risks: RiskScales = public("Risk scales.", default={}, validate_default=True)
    pips: PipProcess = public("How improvement plans work.", default={}, validate_default=True)
    key_actions_at_most: Count = public("How many key initiatives a plan may have.", default=4)
    severities: dict[Word, Literal["error", "warning", "info", "off"]] = officers(
        "Severity of a rule, by code or name, for example dangling-link: warning.", default={}
    )
    ignore: tuple[Text, ...] = officers(
        "Files and folders that hold no plans, such as deploy or mkdocs.yml.", default=()
    )


KIND = Settings
