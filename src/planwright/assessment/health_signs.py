"""The signs that a council struggles with its performance, as far as its files show them."""

from collections import Counter
from collections.abc import Iterable, Iterator

from planwright.kinds.service_plan import ServicePlan
from planwright.period import parse_period
from planwright.records.base import Visibility
from planwright.records.sections import SECTIONS
from planwright.records.thread import SmartTarget
from planwright.workspace import Subject

from .health_gaps import VACANT
from .health_items import Concern, Scope, Sign, sign
from .sections import held
from .thread_gaps import unserved

_PLANS = ("community-plan", "corporate-plan", "department-plan", "service-plan", "team-plan")
_SHARED = frozenset({"objective", "action", "indicator", "risk", "service", "team"})
_LAYERS = frozenset({"community", "corporate"})
_SHARED_LAYERS = frozenset({"national", "community"})
ASKED = (
    "low morale, and people who have given up on improvement",
    "members who do not see what performance management is for",
    "staff who do not understand the corporate objectives",
)
"""The signs that no file shows; people are asked about them in a self-assessment."""


def signs(scope: Scope) -> tuple[Sign, ...]:
    """Return the computable signs of struggle."""
    return (
        silos(scope),
        objectives_without_smart_target(scope),
        uneven_plans(scope),
        weak_links(scope),
        lonely_plans(scope),
        unowned_objectives(scope),
        unlinked_personal_objectives(scope),
        who_but_not_how(scope),
        no_clear_approach(scope),
    )


def silos(scope: Scope) -> Sign:
    """Return the services with a plan whose work touches no other service's, either way."""
    planned = {str(one.record.service) for one in scope.whole.current_plans}
    services = [one for one in scope.of("service") if one.id in planned and len(planned) > 1]
    touched = _touched(scope)
    return sign(
        "silos",
        "Services that work in silos",
        "services whose plans share no objective, action, indicator, risk or team with another service",
        "service",
        services,
        (Concern(one) for one in services if one.id not in touched),
    )


def _touched(scope: Scope) -> frozenset[str]:
    """Return the ids of the services that refer to something of another, or to which another refers."""
    assessment = scope.assessment
    found: set[str] = set()
    for reference in assessment.workspace.references:
        target = assessment.workspace.get(reference.target, *_SHARED)
        if target and reference.source and reference.spot.file not in assessment.workspace.confidential:
            ends = {assessment.service(reference.source), assessment.service(target)}
            if "" not in ends and len(ends) > 1:
                found |= ends
    return frozenset(found)


def objectives_without_smart_target(scope: Scope) -> Sign:
    """Return the community and corporate objectives of which no target says how much by when."""
    objectives = [one for one in scope.of("objective") if scope.assessment.thread.layer(one) in _LAYERS]
    return sign(
        "no-smart-target",
        "Community and corporate objectives without a SMART target",
        "objectives with no target that has a figure and a date, and no indicator with a target for this year or later",
        "objective",
        objectives,
        (Concern(one) for one in objectives if not _has_target(scope, one)),
    )


def _has_target(scope: Scope, objective: Subject) -> bool:
    if any(is_smart(target) for target in objective.record.targets):
        return True
    workspace, figures = scope.assessment.workspace, scope.assessment.figures
    measures = (workspace.get(id_, "indicator") for id_ in objective.record.measured_by)
    return any(
        parse_period(name, figures.start(one.record)).last >= scope.assessment.as_at
        for one in measures
        if one
        for name in one.record.targets
    )


def is_smart(target: SmartTarget) -> bool:
    """Whether a target says how much, or compared with whom, and by when."""
    return target.by is not None and (target.value is not None or target.comparator is not None)


def uneven_plans(scope: Scope) -> Sign:
    """Return the current service plans that lack sections which most of the others hold."""
    sections = {one.id: held(scope.assessment, one) for one in scope.whole.current_plans}
    counts = Counter(section for each in sections.values() for section in each)
    usual = [section for section in SECTIONS if counts[section] * 2 > len(sections)]
    plans = scope.current_plans if len(sections) > 1 else []
    lacking = ((one, [section for section in usual if section not in sections[one.id]]) for one in plans)
    return sign(
        "uneven-plans",
        "Service planning that is not consistent",
        "service plans without sections that most services' plans hold, here or elsewhere",
        "service plan",
        plans,
        (Concern(one, ", ".join(names)) for one, names in lacking if names),
        Visibility.MEMBERS,  # some sections are theirs
    )


def weak_links(scope: Scope) -> Sign:
    """Return what ties corporate plan, service plans and budget together only on one side."""
    thread = scope.assessment.thread
    objectives = [one for one in scope.of("objective") if thread.layer(one) in {"corporate", "service"}]
    actions, plans = scope.open_actions, scope.current_plans
    nobody = {one.id for one in unserved(scope.assessment, "corporate")}
    concerns = [
        *(Concern(one, "leads to no corporate objective") for one in objectives if not thread.satisfied(one)),
        *(Concern(one, "no service's plan serves it") for one in objectives if one.id in nobody),
        *(Concern(one, "needs money that is not in the budget") for one in actions if _unfunded(one)),
        *(Concern(one, "says nothing about money") for one in plans if not _speaks_of_money(one.record)),
    ]
    return sign(
        "weak-links",
        "Weak links between corporate plan, service plans and budget",
        "objectives that lead to no corporate one or that nobody serves, actions that are not funded, "
        "plans that say nothing about money",
        "item",
        [*objectives, *actions, *plans],
        concerns,
        Visibility.MEMBERS,
    )


def _unfunded(action: Subject) -> bool:
    needs = action.record.resources
    return needs is not None and needs.funded is False


def _speaks_of_money(plan: ServicePlan) -> bool:
    profile = plan.profile
    budgets = profile and (profile.revenue is not None or profile.capital is not None or profile.budgets)
    return bool(budgets or plan.resources or any(one.resources and one.resources.money for one in plan.actions))


def lonely_plans(scope: Scope) -> Sign:
    """Return the plans that neither name another plan nor link to anything in one, nor are linked to."""
    plans = scope.of(*_PLANS) if len(scope.whole.of(*_PLANS)) > 1 else []
    joined: set[str] = set()
    for reference in scope.assessment.workspace.references:
        target = scope.assessment.workspace.get(reference.target)
        if target and reference.source and target.root is not reference.source.root:
            joined |= {target.root.id, reference.source.root.id} if target.root.thing in _PLANS else set()
    return sign(
        "no-linkages",
        "Plans that stand alone",
        "plans that name no other plan, link to nothing in one, and are named by none",
        "plan",
        plans,
        (Concern(one) for one in plans if one.id not in joined and not getattr(one.record, "other_plans", ())),
    )


def unowned_objectives(scope: Scope) -> Sign:
    """Return the council's objectives without a lead, or whose lead is a vacant post; a partnership owns its own."""
    objectives = [one for one in scope.of("objective") if scope.assessment.thread.layer(one) not in _SHARED_LAYERS]
    leads = ((one, one.record.lead) for one in objectives)
    return sign(
        "unowned-objectives",
        "Objectives that nobody owns",
        "objectives without a lead, or whose lead is a vacant post",
        "objective",
        objectives,
        (
            Concern(one, VACANT.format("lead") if post else "no lead")
            for one, post in leads
            if not post or scope.vacant(post)
        ),
        Visibility.MEMBERS,
    )


def unlinked_personal_objectives(scope: Scope) -> Sign:
    """Return the objectives of work plans, where they can be read, that lead to no objective above."""
    assessment = scope.assessment
    personal = [
        one
        for one in assessment.workspace.of("objective")
        if assessment.thread.layer(one) == "individual" and scope.service in {"", assessment.service(one)}
    ]
    return sign(
        "personal-objectives",
        "Personal objectives that lead nowhere",
        "objectives of the work plans kept here that link to no team's, service's or corporate objective",
        "personal objective",
        personal,
        (Concern(one) for one in personal if not assessment.thread.parents(one)),
        Visibility.PRIVATE,
    )


def who_but_not_how(scope: Scope) -> Sign:
    """Return the services' and teams' objectives that have a lead and no action, of their own or below them."""
    thread, workspace = scope.assessment.thread, scope.assessment.workspace
    led = [one for one in scope.of("objective") if one.record.lead and thread.layer(one) in {"service", "team"}]
    carried = {str(one.record.objective) for one in workspace.of("action")}
    carried |= {str(link.to) for one in workspace.of("action") for link in one.record.links}
    return sign(
        "no-how",
        "Known who, not known how",
        "objectives of services and teams with a lead, to which no action leads",
        "objective",
        led,
        (Concern(one) for one in led if not carried & {one.id, *_ids(thread.below(one))}),
    )


def _ids(subjects: Iterable[Subject]) -> Iterator[str]:
    return (one.id for one in subjects)


def no_clear_approach(scope: Scope) -> Sign:
    """Return the plans that say neither how the work is gone about nor how it is watched."""
    corporate = scope.of("corporate-plan")
    services = scope.current_plans
    silent = [
        *(one for one in corporate if not one.record.management_principles and not one.record.monitoring),
        *(one for one in services if not held(scope.assessment, one) & {"strategies", "monitoring"}),
    ]
    return sign(
        "no-approach",
        "No clear approach",
        "corporate plans with neither principles of management nor monitoring, service plans with neither strategies "
        "nor monitoring",
        "plan",
        [*corporate, *services],
        (Concern(one) for one in silent),
    )
