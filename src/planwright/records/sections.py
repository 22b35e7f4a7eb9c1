"""The sections of a service plan, by the field that holds each, and the ready lists of those a plan must hold."""

from collections.abc import Mapping
from types import MappingProxyType

SECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "overview": "Introduction",
        "profile": "The service in brief",
        "scope": "Scope",
        "vision": "Vision",
        "mission": "Mission",
        "justification": "Why the council provides this service",
        "drivers": "Key drivers",
        "assessment": "How we are doing",
        "aspects": "What to continue, improve or cease",
        "standards": "What customers can count on",
        "feedback": "What people tell us",
        "achievements": "Achievements",
        "comparisons": "How we compare",
        "priorities": "Priorities",
        "planned_changes": "What will change",
        "objectives": "Objectives",
        "swot": "Strengths, weaknesses, opportunities and threats",
        "pestle": "The world around us",
        "capacity_gaps": "Capacity we lack",
        "critical_success_factors": "What must go right",
        "strategies": "How we will go about it",
        "actions": "Action plan",
        "resources": "Resources",
        "risks": "Risks",
        "efficiency": "Efficiency",
        "value_for_money": "Value for money",
        "deliverability": "Can it be delivered?",
        "improvements": "Service improvement plan",
        "cross_cutting": "Cross-cutting issues",
        "consultations": "Consultation",
        "partnerships": "Partnerships",
        "workforce": "Workforce",
        "continuity": "Business continuity",
        "dialogue": "Dialogue with customers and stakeholders",
        "service_development": "Service development plan",
        "work_programme": "Work programme",
        "indicators": "Indicators",
        "collections": "Read together",
        "monitoring": "Monitoring",
        "planning_days": "Planning days",
        "risk_confirmation": "Confirmation that risks were reviewed",
        "approvals": "Approvals",
        "other_plans": "Other plans",
    }
)
WORKED_OUT: Mapping[str, str] = MappingProxyType(
    {
        "facts": "Key facts at a glance",
        "teams": "Teams",
        "team_programmes": "Teams",
        "changes": "What has been changed in this plan",
        "overall_assessment": "How we are doing",
        "outline_of_partnerships": "Partnerships",
        "partnership_development": "Partnership development",
        "bill": "Resources",
        "key_indicators": "Key performance indicators",
        "detailed_indicators": "Local indicators in detail",
        "potential_improvements": "Potential improvements",
        "triggers": "Trigger points",
    }
)
"""Sections that papers make from what a plan holds, with our headings; nobody fills them in."""

_SMALL = ("overview", "objectives", "actions")
_UNITARY = (*_SMALL, "profile", "drivers", "assessment", "priorities", "resources", "risks", "monitoring")
PROFILES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "small district": _SMALL,
        "unitary": _UNITARY,
        "large county": (
            *_UNITARY, "scope", "vision", "justification", "standards", "feedback", "achievements", "comparisons",
            "planned_changes", "swot", "pestle", "capacity_gaps", "efficiency", "value_for_money", "deliverability",
            "consultations", "partnerships", "workforce", "continuity", "risk_confirmation",
        ),
    }
)  # fmt: skip
