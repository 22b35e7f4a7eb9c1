"""How results become states: rating rules, their ready shapes by name, and what triggers an improvement plan."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from .base import Record, Shorthand, public
from .scalars import Allowance, Count, Measure, Periods, Text, Word

PresetName = Literal[
    "relative-5", "relative-10", "points-2", "green-slack", "target-and-floor", "two-state", "symmetrical",
    "five-state", "band-plus-direction",
]  # fmt: skip

# Each is what a council would write under `rating:` itself; a test reads every one as a rating rule.
PRESETS: Mapping[PresetName, Mapping[str, str]] = MappingProxyType(
    {
        "relative-5": {"method": "tolerance", "tolerance": "5%"},
        "relative-10": {"method": "tolerance", "tolerance": "10%"},
        "points-2": {"method": "tolerance", "tolerance": "2 points"},
        "green-slack": {"method": "tolerance", "slack": "1%", "tolerance": "5%"},
        "target-and-floor": {"method": "values"},
        "two-state": {"method": "two-state"},
        "symmetrical": {"method": "symmetrical", "tolerance": "5%"},
        "five-state": {"method": "five-state", "tolerance": "2%", "far": "10%"},
        "band-plus-direction": {"method": "direction", "tolerance": "10%", "against": "last year"},
    }
)
Boundary = Literal["inside", "outside"]
Basis = Literal["actual", "profile", "forecast", "benchmark", "manual"]
Method = Literal["tolerance", "two-state", "values", "direction", "symmetrical", "five-state", "steps"]
Against = Literal["previous", "last year", "last year end", "baseline"]


class Step(Record):
    """One state of a rule that names its own: how much better or worse than target a result in it may be."""

    state: Word = public("The state's key, for example above, as the settings list it under states.")
    better_by: Allowance | None = public("Better than target by more than this.", default=None)
    worse_by: Allowance | None = public("Worse than target by this at most.", default=None)


class Benchmark(Record):
    """How a result is placed among others; the council's own figure counts among them."""

    by: Literal["average", "quartile", "rank"] = public(
        "average: against the mean of the others, with the rule's own method; quartile: best quarter to worst quarter; "
        "rank: place among all.",
        default="average",
    )
    group: Text | None = public("The group of comparators used; all of them where not given.", default=None)
    cut: Literal["rank", "inclusive", "exclusive"] = public(
        "How quartiles are cut. rank: place divided by how many there are; inclusive or exclusive: between values, as "
        "spreadsheets' QUARTILE.INC and QUARTILE.EXC do.",
        default="rank",
    )
    green: Count = public("By rank: green down to this place.", default=1)
    amber: Count = public("By rank: amber down to this place.", default=1)
    at_least: Count = public("How many others there must be.", default=3)


class RatingRule(Shorthand):
    """How results become states; what is not given here comes from the set, then from the settings."""

    main = "preset"

    preset: PresetName | None = public("A ready rule; anything given beside it changes that part of it.", default=None)
    basis: Basis | None = public(
        "What is rated. actual: the result against its target; profile: the same, against targets given for each "
        "period and never shared out from the year's; forecast: the same, and every result brings a forecast that is "
        "rated beside it; benchmark: against what others reached; manual: a person's judgement.",
        default=None,
    )
    method: Method | None = public(
        "How far off target gives which state. tolerance: green, amber within the tolerance, red; two-state: met or "
        "not; values: the target's own green and amber values, floor, or low and high; direction: outside the "
        "tolerance, amber when no worse than before; symmetrical: better, on target, worse; five-state: well below to "
        "well above; steps: the council's own states.",
        default=None,
    )
    tolerance: Allowance | None = public("10% of the target, or 2 points in the indicator's own unit.", default=None)
    slack: Allowance | None = public("Still green when short of target by up to this.", default=None)
    far: Allowance | None = public("For five states: from where a result is well above or below.", default=None)
    steps: tuple[Step, ...] | None = public("For method steps: the states, best first.", default=None)
    boundary: Boundary | None = public(
        "Whether a result exactly on an edge belongs to the state nearer the target (inside) or not (outside).",
        default=None,
    )
    against: Against | None = public("For method direction: what a result is compared with.", default=None)
    benchmark: Benchmark | None = public("For basis benchmark: how a result is placed among others.", default=None)
    dead_band: Allowance | None = public("Movement up to this much counts as no change.", default=None)


class Trigger(Record):
    """When an indicator asks for an improvement plan."""

    when: tuple[
        Literal["below target", "forecast to miss", "red", "outside tolerance", "worsening", "red and worsening"], ...
    ] = public("Any of these conditions.", default=())
    below: Measure | None = public("An explicit trigger point: worse than this value.", default=None)
    periods: Periods = public("For how many consecutive periods.", default=1)
    asks_for: Literal["pip", "explanation", "nothing"] = public("What a fired trigger asks for.", default="pip")
