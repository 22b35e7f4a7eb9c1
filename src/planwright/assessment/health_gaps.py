"""Signs in how plans are kept: nobody answers, nothing is brought up to date, a section that nobody reads."""

from collections.abc import Iterable, Iterator

from planwright.records.base import Visibility
from planwright.workspace import Subject

from .health_balance import loads
from .health_items import Concern, Scope, Sign, sign
from .sections import filled
from .updating import last_update, last_update_of_plan, period_began

VACANT = "its {} is a post that is vacant"


def gaps(scope: Scope) -> tuple[Sign, ...]:
    """Return the signs of plans that are not kept."""
    return (
        unowned_indicators(scope),
        unowned_targets(scope),
        shelved_plans(scope),
        silent_actions(scope),
        unread_sections(scope),
        unweighed_factors(scope),
        crowded_services(scope),
        shared_without_share(scope),
    )


def unowned_indicators(scope: Scope) -> Sign:
    """Return the indicators nobody answers for."""
    indicators = scope.of("indicator")
    return sign(
        "unowned-indicators",
        "Indicators that nobody answers for",
        "indicators without an owner, or whose owner is a vacant post",
        "indicator",
        indicators,
        _nobody(scope, indicators, "owner"),
        Visibility.MEMBERS,  # whether a post is vacant is not for the public
    )


def _nobody(scope: Scope, subjects: Iterable[Subject], field: str) -> Iterator[Concern]:
    for one in subjects:
        post = getattr(one.record, field)
        if not post:
            yield Concern(one, f"no {field}")
        elif scope.vacant(post):
            yield Concern(one, VACANT.format(field))


def unowned_targets(scope: Scope) -> Sign:
    """Return the objectives with targets for which neither a lead nor the owner of the target's indicator answers."""
    objectives = [one for one in scope.of("objective") if one.record.targets]
    return sign(
        "unowned-targets",
        "Targets that nobody answers for",
        "targets of objectives without a lead, unless the owner of the target's indicator answers for it",
        "objective",
        objectives,
        (found for one in objectives for found in _unowned(scope, one)),
        Visibility.MEMBERS,
    )


def _unowned(scope: Scope, objective: Subject) -> Iterator[Concern]:
    if _answers(scope, objective.record.lead):
        return
    for target in objective.record.targets:
        indicator = scope.assessment.workspace.get(target.indicator, "indicator")
        if not indicator or not _answers(scope, indicator.record.owner):
            yield Concern(objective, target.title)


def _answers(scope: Scope, post: str | None) -> bool:
    return bool(post) and not scope.vacant(post)


def shelved_plans(scope: Scope) -> Sign:
    """Return the current service plans that nothing has been added to since the last quarter began."""
    began = period_began(scope.assessment)
    plans = [
        one for one in scope.current_plans if one.record.period.dates(scope.assessment.figures.year_start)[0] < began
    ]
    dated = ((one, last_update_of_plan(scope.assessment, one)) for one in plans)
    return sign(
        "shelved-plans",
        "Plans that sit on the shelf",
        f"service plans without a progress note, a step done, a result or a reviewed risk since {began.isoformat()}",
        "service plan",
        plans,
        (
            Concern(one, f"last brought up to date on {day.isoformat()}" if day else "never brought up to date")
            for one, day in dated
            if day is None or day < began
        ),
        Visibility.OFFICERS,  # progress notes are theirs
    )


def silent_actions(scope: Scope) -> Sign:
    """Return the actions under way of which nothing has been noted since the last quarter began."""
    began = period_began(scope.assessment)
    running = [one for one in scope.open_actions if one.record.start is None or one.record.start < began]
    dated = ((one, last_update(scope.assessment, one.record)) for one in running)
    return sign(
        "silent-actions",
        "Actions without news",
        f"open actions of which nothing was noted, moved or done since {began.isoformat()}",
        "action",
        running,
        (
            Concern(one, f"last news on {day.isoformat()}" if day else "no news so far")
            for one, day in dated
            if day is None or day < began
        ),
        Visibility.OFFICERS,
    )


def unread_sections(scope: Scope) -> Sign:
    """Return the plans that fill in sections which no paper prints, as the settings say they are not used."""
    unused = scope.assessment.workspace.settings.plans.unused
    plans = scope.of("service-plan")
    return sign(
        "unread-sections",
        "Work on sections that nobody reads",
        "sections filled in although the settings leave them out of all papers",
        "service plan",
        plans,
        (Concern(one, section) for one in plans for section in filled(one.record) if section in unused),
        Visibility.MEMBERS,
    )


def unweighed_factors(scope: Scope) -> Sign:
    """Return the current plans that look at the world around them and draw no risk from it, with the factors."""
    plans = [one for one in scope.current_plans if one.record.pestle]
    return sign(
        "unweighed-factors",
        "An outlook from which no risk follows",
        "service plans that name outside factors, none of them with the risk it gave rise to",
        "service plan",
        plans,
        (
            Concern(one, "; ".join(factor.factor for factor in one.record.pestle))
            for one in plans
            if not any(factor.risk for factor in one.record.pestle)
        ),
    )


def crowded_services(scope: Scope) -> Sign:
    """Return the services with more indicators than they can watch."""
    every = loads(scope)
    return sign(
        "crowded-services",
        "More indicators than a service can watch",
        "services with more indicators than the settings think one can watch",
        "service",
        [one.service for one in every],
        (Concern(one.service, f"{one.indicators} indicators, at most {one.most}") for one in every if one.too_many),
    )


def shared_without_share(scope: Scope) -> Sign:
    """Return the measures of community priorities for which no indicator shows the council's own contribution."""
    workspace, thread = scope.assessment.workspace, scope.assessment.thread
    shared = {
        str(indicator)
        for objective in workspace.of("objective")
        if thread.layer(objective) in {"national", "community"}
        for indicator in objective.record.measured_by
    }
    fed = {str(one) for indicator in workspace.of("indicator") for one in indicator.record.contributes_to}
    measures = [one for one in scope.of("indicator") if one.id in shared and one.record.scope == "context"]
    return sign(
        "no-own-share",
        "Shared measures without our own part",
        "measures of community objectives that are kept for context, to which no indicator of ours contributes",
        "indicator",
        measures,
        (Concern(one) for one in measures if one.id not in fed),
    )
