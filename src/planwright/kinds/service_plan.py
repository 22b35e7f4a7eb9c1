"""The service plan: where are we now, where do we need to be, how do we get there, how do we know we are there."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from planwright.records.action import Action
from planwright.records.base import Item, Plan, members, public
from planwright.records.baseline import (
    Achievement,
    Aspect,
    Comparison,
    Driver,
    Evaluation,
    ExternalFactor,
    Feedback,
    Swot,
)
from planwright.records.scalars import Count, Number, Prose, Ref, Text, To, Years, YesNo
from planwright.records.service import (
    Allocation,
    Approval,
    Collection,
    Consultation,
    Continuity,
    CrossCuttingIssue,
    Deliverability,
    DevelopmentStep,
    Dialogue,
    EfficiencyGain,
    HeldElsewhere,
    Improvement,
    Monitoring,
    Partnership,
    PlannedChange,
    PlanningDay,
    Profile,
    RankedPriority,
    RiskConfirmation,
    Scope,
    ServiceStandard,
    ValueForMoney,
)
from planwright.records.thread import Foundation, Objective, PostRef, RiskRef, ServiceRef

from .indicators import Indicator


class ServicePlan(Plan, Item):
    """Everything a service plan may hold; only id, service and period are required."""

    thing: ClassVar[str] = "service-plan"
    starts_with: ClassVar[tuple[str, ...]] = ("overview", "objectives", "actions", "indicators")
    headings: ClassVar[Mapping[str, str]] = {
        "overview": "The service and its setting",
        "assessment": "Where are we now?",
        "planned_changes": "Where do we need to be?",
        "actions": "How do we get there?",
        "indicators": "How do we know we are there?",
        "risk_confirmation": "Governance",
    }

    service: ServiceRef = public("The service the plan is for.")
    period: Years = public("The years it covers: 2026-27 to 2028-29, or 2026-27 for a single year.")
    title: Text | None = public("Its title, where it should not be the service's name.", default=None)
    owner: PostRef | None = public("The post that owns the plan; the head of service where not given.", default=None)
    statutory: YesNo = public("yes where the law requires the plan.", default=False)
    overview: Prose | None = public("What the service does and why, in a paragraph.", default=None, markdown=True)
    vision: Prose | None = public("What this service is about.", default=None, markdown=True)
    mission: Prose | None = public("Where it fits in the council.", default=None, markdown=True)
    justification: Prose | None = public("Why the council provides it at all.", default=None, markdown=True)
    profile: Profile | None = public("The service at a glance.", default=None)
    scope: Scope | None = public("What is in the plan and what is not.", default=None)
    drivers: tuple[Driver, ...] = public("Key drivers, national and local.", default=())
    assessment: Prose | None = public("Overall assessment of performance.", default=None, markdown=True)
    evaluations: tuple[Evaluation, ...] = public("How it was judged against frameworks.", default=())
    aspects: tuple[Aspect, ...] = public("Verdicts: continue, improve or cease.", default=())
    standards: tuple[ServiceStandard, ...] = public("What customers can count on every day.", default=())
    feedback: tuple[Feedback, ...] = public("What users and others say.", default=())
    achievements: tuple[Achievement, ...] = public("What went well.", default=())
    comparisons: tuple[Comparison, ...] = public("How the service compares.", default=())
    planned_changes: tuple[PlannedChange, ...] = public("What will change, and why.", default=())
    capacity_gaps: tuple[Text, ...] = public("Capacity the service lacks.", default=())
    swot: Swot | None = public("Strengths, weaknesses, opportunities, threats.", default=None)
    pestle: tuple[ExternalFactor, ...] = public("External factors.", default=())
    priorities: tuple[RankedPriority, ...] = public("Priorities and tough choices.", default=())
    objectives: tuple[Objective, ...] = public("What is to be achieved.", default=())
    critical_success_factors: tuple[Text, ...] = public("What must go right.", default=())
    strategies: tuple[Text, ...] = public("How the service will go about it.", default=())
    actions: tuple[Action, ...] = public("The action plan.", default=())
    actions_without_objective: YesNo = public("yes where actions need not name an objective.", default=False)
    resources: Prose | None = public(
        "What the plan takes in money, people and skills, and what that means.", default=None, markdown=True
    )
    risks: tuple[RiskRef, ...] = public("The service's main risks, by reference.", default=())
    efficiency: tuple[EfficiencyGain, ...] = public("Efficiency gains and other savings.", default=())
    efficiency_target: Number | None = public(
        "Gains asked of this service, in per cent of its net budget a year, where not what is asked of every service.",
        default=None,
    )
    value_for_money: ValueForMoney | None = members("Value for money.", default=None)
    deliverability: Deliverability | None = members("Whether the plan can be delivered.", default=None)
    improvements: tuple[Improvement, ...] = public("The service improvement plan.", default=())
    cross_cutting: tuple[CrossCuttingIssue, ...] = public("Issues of the whole council.", default=())
    consultations: tuple[Consultation, ...] = public("Consultation, planned and done.", default=())
    partnerships: tuple[Partnership, ...] = public("Partnership development.", default=())
    workforce: Prose | None = members("Workforce planning and development.", default=None, markdown=True)
    continuity: tuple[Continuity, ...] = members("Business continuity.", default=())
    dialogue: tuple[Dialogue, ...] = members("Dialogue with customers and stakeholders, in detail.", default=())
    service_development: tuple[DevelopmentStep, ...] = members("How the service itself is developed.", default=())
    work_programme: tuple[Allocation, ...] = members("The year's time and money by function and project.", default=())
    indicators: tuple[Indicator, ...] = public(
        "Indicators defined here rather than in a file of their own.", default=()
    )
    collections: tuple[Collection, ...] = public("Indicators that must be read together.", default=())
    monitoring: tuple[Monitoring, ...] = public("Who reports what to whom, and who acts.", default=())
    planning_days: tuple[PlanningDay, ...] = public("Days on which people plan and take stock.", default=())
    member_review_months: Count | None = public(
        "How often the plan comes before members, in months; as the settings say where not given.", default=None
    )
    risk_confirmation: RiskConfirmation | None = public("Confirmation that risks were reviewed.", default=None)
    approvals: tuple[Approval, ...] = public("Approvals.", default=())
    other_plans: tuple[Foundation, ...] = public("Other plans it rests on or feeds.", default=())
    held_elsewhere: tuple[HeldElsewhere, ...] = public("Sections that stand in another document.", default=())
    related: tuple[Annotated[Ref, To("service-plan", "corporate-plan", "community-plan")], ...] = public(
        "Plans this one is read beside.", default=()
    )


KIND = ServicePlan
