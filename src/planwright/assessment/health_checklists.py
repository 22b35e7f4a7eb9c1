"""What the guidance asks of a good plan, answered for each service plan: four things, seven things, six aims."""

from planwright.kinds.service_plan import ServicePlan
from planwright.workspace import Subject

from .health_items import Answer, Checklist, Scope
from .sections import held


def checklists(scope: Scope) -> tuple[Checklist, ...]:
    """Return the three lists of questions for each current service plan."""
    return tuple(
        Checklist(key, title, plan, answers(scope, plan))
        for plan in scope.current_plans
        for key, title, answers in (
            ("four", "Four things a good plan does", _four),
            ("seven", "What service plans should be", _seven),
            ("six", "What the framework is for", _six),
        )
    )


def _four(scope: Scope, subject: Subject) -> tuple[Answer, ...]:
    plan: ServicePlan = subject.record
    sections = held(scope.assessment, subject)
    return (
        Answer("It is a route map to outcomes", _outcomes(scope, plan)),
        Answer("It finds risks and deals with them", "risks" in sections),
        Answer("It answers what customers need", bool(sections & {"feedback", "dialogue", "consultations"})),
        Answer(
            "It attends to quality and productivity",
            bool(sections & {"efficiency", "value_for_money", "standards", "improvements"}),
        ),
    )


def _outcomes(scope: Scope, plan: ServicePlan) -> bool:
    """Whether a plan says, or one of its service's indicators measures, what changes for people."""
    stated = any(one.outcomes for one in plan.objectives) or any(one.outcomes for one in plan.actions)
    own = (one for one in scope.of("indicator") if scope.assessment.service(one) == plan.service)
    return stated or any(one.record.type == "outcome" for one in own)


def _seven(scope: Scope, subject: Subject) -> tuple[Answer, ...]:
    sections = held(scope.assessment, subject)
    service = scope.assessment.service(subject)
    teams = "team" in scope.assessment.workspace.settings.layers
    below = not teams or any(scope.assessment.service(one) == service for one in scope.of("team-plan"))
    return (
        Answer("Links corporate and community plans to teams' work", _linked(scope, subject) and below),
        Answer("Shows continuous improvement", bool(sections & {"improvements", "comparisons", "aspects"})),
        Answer("Is integrated with resources", "resources" in sections),
        Answer("Plans the workforce", "workforce" in sections),
        Answer("Tells members' part from officers'", any(one.part != "whole" for one in subject.record.approvals)),
        Answer("Makes members' policies clear", "priorities" in sections),
        Answer("Is simple and flexible", None),
    )


def _six(scope: Scope, subject: Subject) -> tuple[Answer, ...]:
    plan: ServicePlan = subject.record
    sections = held(scope.assessment, subject)
    actions = [one.record for one in scope.inside(subject) if one.thing == "action"]
    return (
        Answer("Objectives reflect the corporate plan's priorities", _linked(scope, subject)),
        Answer(
            "Performance is linked with resources and value for money", {"resources", "value_for_money"} <= sections
        ),
        Answer("The direction for cost and performance is set", None),
        Answer("It is clear who answers for each action", bool(actions) and all(one.lead for one in actions)),
        Answer("Members take part in planning and watching", bool(plan.approvals)),
        Answer("Priorities are ranked, with reasons", any(one.rank and one.reason for one in plan.priorities)),
    )


def _linked(scope: Scope, subject: Subject) -> bool:
    """Whether all objectives of a plan, of which there is one at least, lead to the corporate layer."""
    own = [one for one in scope.inside(subject) if one.thing == "objective"]
    return bool(own) and all(scope.assessment.thread.satisfied(one) for one in own)
