"""Whether the plans of services and teams cover the council: each service in one plan, each team in its service's."""

from collections.abc import Iterator

from planwright.workspace import Subject

from . import Assessment
from .thread_tree import Tree


def unplanned(assessment: Assessment) -> Iterator[Subject]:
    """Yield the services that have no service plan."""
    planned = {str(plan.record.service) for plan in assessment.workspace.of("service-plan")}
    for subject in assessment.workspace.of("service"):
        if subject.id not in planned and not assessment.gone(subject):
            yield subject


def planned_twice(assessment: Assessment) -> Iterator[tuple[Subject, Subject]]:
    """Yield each live service plan that shares service and year with one before it, and that one."""
    taken: dict[tuple[str, str], Subject] = {}
    for subject in assessment.workspace.of("service-plan"):
        if assessment.gone(subject):
            continue
        service, years = str(subject.record.service), years_of(assessment, subject)
        first = next((taken[service, year] for year in years if (service, year) in taken), None)
        if first:
            yield subject, first
        for year in years:
            taken.setdefault((service, year), subject)


def unrepresented(tree: Tree) -> Iterator[Subject]:
    """Yield the team plans of which no objective or action leads to the plan of their service for the same years.

    A team plan that holds nothing yet, or whose service has no plan for these years, is not among them.
    """
    assessment = tree.assessment
    held: dict[str, list[Subject]] = {}
    for one in tree.nodes:
        if one.root.thing == "team-plan":
            held.setdefault(one.root.id, []).append(one)
    for plan in assessment.workspace.of("team-plan"):
        own = {one.id for one in plans_above(assessment, plan)}
        if own and plan.id in held and not assessment.gone(plan):
            above = (branch for start in tree.up(*held[plan.id]) for _, branch in start.walk())
            if not any(branch.subject.root.id in own for branch in above):
                yield plan


def plans_above(assessment: Assessment, team_plan: Subject) -> tuple[Subject, ...]:
    """Return the live plans of a team's service that share a year with the team's plan."""
    years = {*years_of(assessment, team_plan)}
    plans = plans_of(assessment, assessment.service(team_plan))
    return tuple(plan for plan in plans if not years.isdisjoint(years_of(assessment, plan)))


def plans_of(assessment: Assessment, service: str) -> tuple[Subject, ...]:
    """Return the live plans of a service."""
    plans = (one for one in assessment.workspace.of("service-plan") if str(one.record.service) == service)
    return tuple(one for one in plans if not assessment.gone(one))


def years_of(assessment: Assessment, plan: Subject) -> tuple[str, ...]:
    """Return the council years that a plan covers."""
    return tuple(str(year) for year in plan.record.period.years(assessment.figures.year_start))
