"""The parts of a service plan on where it stands: why it exists, what people say, how it compares, its outlook."""

from typing import Annotated, Literal

from .base import Record, public
from .scalars import Date, Ref, Text, To
from .thread import IndicatorRef, PostRef, RiskRef


class Driver(Record):
    """A reason why the service exists or must change."""

    title: Text = public("The driver, for example an Act or a strategy.")
    kind: Literal[
        "statutory minimum", "national priority", "professional standard", "departmental guidance",
        "regulator good practice", "local strategy", "customer need", "member priority", "partner priority", "other",
    ] = public("What kind of driver it is.", default="other")  # fmt: skip
    effect: Text | None = public("What it asks of the service.", default=None)
    url: Text | None = public("Where it can be read.", default=None)


class Feedback(Record):
    """What users and others say, in a line or two, with where to read more."""

    kind: Literal[
        "survey", "partner data", "complaints and comments", "regular procedure", "consultation", "informal", "audit",
    ] = public("Where it comes from.")  # fmt: skip
    finding: Text = public("What was found.")
    audience: Text | None = public("Whose view it is: users, non-users, members, ...", default=None)
    on: Date | None = public("When.", default=None)
    url: Text | None = public("Where the details are.", default=None)
    equality_note: Text | None = public("Whose voice may be missing.", default=None)
    action: Annotated[Ref, To("action")] | None = public("The action that answers it.", default=None)


class Aspect(Record):
    """A verdict on one aspect of the service."""

    title: Text = public("The aspect.")
    verdict: Literal["continue", "improve", "cease"] = public("What should happen to it.")
    because: Text | None = public("The evidence for the verdict.", default=None)


class Evaluation(Record):
    """How the service came out when somebody judged it against a framework."""

    framework: Text = public("The framework, for example EFQM, a process map or the council's own.")
    finding: Text = public("What it showed.")
    on: Date | None = public("When.", default=None)
    url: Text | None = public("Where the details are.", default=None)


class Achievement(Record):
    """Something that went well, and whom to ask about it."""

    title: Text = public("What was achieved.")
    evidence: Text | None = public("How we know.", default=None)
    award: Text | None = public("Recognition it received.", default=None)
    contact: PostRef | None = public("The post to ask.", default=None)
    implication: Text | None = public("What it says about where to put effort next.", default=None)


class Comparison(Record):
    """How the service compares with another council or provider, or with a wider area."""

    with_: Text = public("Who it is compared with.", alias="with")
    kind: Literal["council", "provider", "area"] = public(
        "Another council, another kind of provider, or an area such as the region.", default="council"
    )
    indicator: IndicatorRef | None = public("The measure compared.", default=None)
    finding: Text = public("What the comparison shows.")
    visit: Text | None = public("Who went to see how they do it, and when.", default=None)
    scope: Text | None = public("Which part of the service it covers.", default=None)


class Swot(Record):
    """Strengths, weaknesses, opportunities and threats."""

    strengths: tuple[Text, ...] = public("Strengths.", default=())
    weaknesses: tuple[Text, ...] = public("Weaknesses.", default=())
    opportunities: tuple[Text, ...] = public("Opportunities.", default=())
    threats: tuple[Text, ...] = public("Threats.", default=())


class ExternalFactor(Record):
    """A political, economic, social, technical, legislative or environmental factor."""

    kind: Literal["political", "economic", "social", "technical", "legislative", "environmental"] = public("Which.")
    factor: Text = public("The factor.")
    effect: Text | None = public("Its effect on the service.", default=None)
    risk: RiskRef | None = public("The risk it gave rise to.", default=None)
