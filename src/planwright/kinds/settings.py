"""The settings: one council's words, scales, rules and habits; the file marks the root of the workspace."""

from typing import Literal, get_args

from planwright.palette import Symbol
from planwright.records.base import Plan, Record, officers, public
from planwright.records.rating import RatingRule, Trigger
from planwright.records.scalars import Count, Days, Number, Periods, Places, Text, Word, YesNo

MonthName = Literal[
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
MONTHS: tuple[str, ...] = get_args(MonthName)
Term = Literal[
    "aim", "objective", "priority", "indicator", "target", "action", "milestone", "lead", "risk", "service", "outcome",
]  # fmt: skip
TERMS: tuple[str, ...] = get_args(Term)
StateColour = Literal["green", "amber", "red", "blue", "grey"]
Layer = Literal["national", "community", "corporate", "department", "service", "team", "individual"]


class RatingDefaults(RatingRule):
    """How results become states unless a set or an indicator says otherwise."""

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
    """A rating state as the council shows it."""

    word: Word | None = public("The word printed.", default=None)
    symbol: Symbol | None = public("The shape that tells it apart without colour.", default=None)
    colour: StateColour | None = public(
        "Its colour, which is also how it counts: green and blue are on target, red is not, grey is not rated.",
        default=None,
    )


class Display(Record):
    """How figures are shown; ratings always use the stored value."""

    decimals: Places | None = public("Decimal places, for indicators that say nothing.", default=None)
    rounding: Literal["half up", "half even", "down"] = public(
        "How the last place shown is rounded.", default="half up"
    )


class RollUp(Record):
    """How the states of many become one; the counts are always shown beside it."""

    rule: Literal["none", "worst", "majority", "weighted mean"] = public(
        "none: counts only; worst: the worst state among them; majority: the colour of more than half, the worse one "
        "in a tie; weighted mean: scores by colour, weighed.",
        default="none",
    )
    scores: dict[Literal["green", "amber", "red"], Number] = public(
        "For the weighted mean: the score of each colour.",
        default={"green": "1", "amber": "0.5", "red": "0"},
        validate_default=True,
    )
    green_from: Number = public("For the weighted mean: green from this score.", default="0.8", validate_default=True)
    amber_from: Number = public("For the weighted mean: amber from this score.", default="0.5", validate_default=True)


class Process(Record):
    """Statistical process control on trend charts: what is ordinary variation, and what has a special cause."""

    show: YesNo = public("yes to draw the mean and the natural process limits.", default=False)
    least_points: Count = public("How many results there must be.", default=8)
    run: Count = public("So many running on one side of the mean have a special cause.", default=8)
    trend: Count = public("So many running that all rise, or all fall, have a special cause.", default=6)


class PlanRules(Record):
    """What service plans hold here, how they are laid out, and when members see them."""

    profile: Literal["small district", "unitary", "large county"] | None = public(
        "A ready list of the sections that every service plan must hold.", default=None
    )
    required: tuple[Word, ...] = public("Sections that must be held besides those of the profile.", default=())
    unused: tuple[Word, ...] = public("Sections the council does not use; papers leave them out.", default=())
    headings: dict[Word, Text] = public(
        "The council's own headings, by section, for example swot: Our position.", default={}
    )
    layout: Literal["questions", "ambition"] = public(
        "questions: where are we now, where do we need to be, ...; ambition: ambition, achievements and "
        "prioritisation, then planning and capacity, performance management, organisation and skills.",
        default="questions",
    )
    action_layout: Literal["tasks", "years"] = public(
        "tasks: objective, task, lead, output, outcome, resources, dates; years: activity, officer, risks, a target "
        "for each year.",
        default="tasks",
    )
    one_page_at_most: Count = public("How many A4 pages a one-page plan may take.", default=1)
    words_a_page: Count = public("Words taken for a page where no browser can measure it.", default=450)
    member_review_months: Count = public("How often a service plan comes before members, in months.", default=12)
    action_title_words: Count = public("How many words an action's title may have.", default=20)
    indicators_at_most: Count = public("How many indicators a service can watch.", default=20)
    efficiency_target: Number | None = public(
        "Efficiency gains asked of every service, in per cent of its net budget a year.", default=None
    )


class Audience(Record):
    """What one group of readers is given, in which edition and how much of it."""

    edition: Literal["public", "members", "officers"] = public("The edition they read.", default="public")
    reports: tuple[Word, ...] = public("The reports they are given; all where none is named.", default=())
    about: Literal["council", "portfolio", "committee", "service"] | None = public(
        "What their performance reports are about: each portfolio, each committee ...; all where not given.",
        default=None,
    )
    part: Literal["1", "2"] | None = public(
        "The part of service plans they read; the whole where not given.", default=None
    )
    by_exception: YesNo = public("yes where they see only what needs attention.", default=False)


_AUDIENCES = {
    "executive": {"edition": "members", "about": "council", "part": "1"},
    "scrutiny": {"edition": "members", "about": "committee"},
    "directors": {"edition": "officers", "about": "council", "by_exception": "yes"},
    "portfolio holder": {"edition": "members", "about": "portfolio", "part": "1"},
    "everyone": {"edition": "public"},
}


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
    states: dict[Word, State] = public(
        "Words, symbols and colours of rating states, for example green: {word: On track}; more may be added.",
        default={},
    )
    state_order: tuple[Word, ...] = public("The order in which papers list states; others follow.", default=())
    display: Display = public("How figures are shown.", default={}, validate_default=True)
    roll_up: RollUp = public("How the states of many become one.", default={}, validate_default=True)
    process: Process = public("Process limits on trend charts.", default={}, validate_default=True)
    academic_year_start: MonthName = public("The month in which academic years begin.", default="September")
    dates: DateRules = public("When work is due soon or overdue.", default={}, validate_default=True)
    risks: RiskScales = public("Risk scales.", default={}, validate_default=True)
    pips: PipProcess = public("How improvement plans work.", default={}, validate_default=True)
    plans: PlanRules = public("What service plans hold and how they are laid out.", default={}, validate_default=True)
    audiences: dict[Word, Audience] = public(
        "Who is given what, by the name of the readers.", default=_AUDIENCES, validate_default=True
    )
    key_actions_at_most: Count = public("How many key initiatives a plan may have.", default=4)
    severities: dict[Word, Literal["error", "warning", "info", "off"]] = officers(
        "Severity of a rule, by code or name, for example dangling-link: warning.", default={}
    )
    ignore: tuple[Text, ...] = officers(
        "Files and folders that hold no plans, such as deploy or mkdocs.yml.", default=()
    )


KIND = Settings
