"""What rules ask of risks: which are live, which scores they give, and which actions bear on them."""

from collections.abc import Iterator

from planwright.assessment import Assessment, RiskRating
from planwright.kinds.risk_log import Risk, Score
from planwright.workspace import Spot

from ._items import ended, written


def live(assessment: Assessment) -> Iterator[RiskRating]:
    """Yield the ratings of all risks that are neither closed nor gone."""
    for rating in assessment.risks.values():
        if not ended(rating.subject, assessment.as_at):
            yield rating


def scores(rating: RiskRating) -> Iterator[tuple[Score, Spot]]:
    """Yield every score a risk gives, with its spot."""
    risk: Risk = rating.subject.record
    for name, score in (("inherent", risk.inherent), ("current", risk.current), ("target", risk.target)):
        if score:
            yield score, rating.subject.spot.at(name)
    for index, past in enumerate(risk.history):
        yield past, rating.subject.spot.at("history", index)


def actions_on(assessment: Assessment, rating: RiskRating) -> tuple[bool, bool]:
    """Return whether anything is or was done about a risk, and whether any of it is still to come.

    Counted are the risk's own actions and the actions of plans that name it.
    """
    workspace, as_at = assessment.workspace, assessment.as_at
    named = [mention.source for mention in workspace.inbound.get(rating.subject.id, ())]
    of_plans = [source for source in named if source and source.thing == "action"]
    own = rating.subject.record.actions
    open_ = any(not ended(one, as_at) for one in of_plans)
    for one in own:
        carried = workspace.get(one.action, "action")
        open_ = open_ or (not ended(carried, as_at) if carried else one.done is None)
    any_ = bool(own or of_plans) or written(workspace, rating.subject.spot.at("actions"))
    return any_, open_


def needs_action(assessment: Assessment, rating: RiskRating) -> bool:
    """Whether a risk is to be treated, lies above the lowest band, and nothing is or was done about it."""
    lowest = min((band.from_ for band in assessment.workspace.settings.risks.bands), default=None)
    above = rating.band is not None and lowest is not None and rating.band.from_ > lowest
    return above and rating.subject.record.response == "treat" and not actions_on(assessment, rating)[0]
