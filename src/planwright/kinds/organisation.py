"""The organisation: departments, services, teams, posts, portfolios, committees and partners."""

from typing import Annotated, ClassVar, Literal

from planwright.records.base import Item, Plan, members, public
from planwright.records.scalars import Prose, Ref, Text, To, YesNo
from planwright.records.thread import PostRef


class Department(Item):
    """A department or directorate."""

    thing: ClassVar[str] = "department"

    title: Text = public("Its name.")
    head: PostRef | None = public("The post at its head.", default=None)


class Service(Item):
    """A service of the council; each belongs in one service plan."""

    thing: ClassVar[str] = "service"
    starts_with: ClassVar[tuple[str, ...]] = ("head",)

    title: Text = public("Its name.")
    summary: Prose | None = public("What it does, in a sentence or two.", default=None, markdown=True)
    department: Annotated[Ref, To("department")] | None = public("The department it belongs to.", default=None)
    head: PostRef | None = public("The head of service.", default=None)
    portfolio: Annotated[Ref, To("portfolio")] | None = public("The portfolio it falls under.", default=None)
    committee: Annotated[Ref, To("committee")] | None = public("The policy committee a referral goes to.", default=None)
    type: Literal["front-line", "support"] = public(
        "Whether it serves residents or other services.", default="front-line"
    )


class Team(Item):
    """A team within a service."""

    thing: ClassVar[str] = "team"

    title: Text = public("Its name.")
    service: Annotated[Ref, To("service")] = public("The service it belongs to.")
    leader: PostRef | None = public("The post that leads it.", default=None)


class Post(Item):
    """A job, whoever holds it; everything in planwright is owned by posts, never by names."""

    thing: ClassVar[str] = "post"
    starts_with: ClassVar[tuple[str, ...]] = ("service",)

    title: Text = public("Job title.")
    service: Annotated[Ref, To("service")] | None = public("The service it belongs to.", default=None)
    team: Annotated[Ref, To("team")] | None = public("The team it belongs to.", default=None)
    reports_to: PostRef | None = public("The post it reports to.", default=None)
    vacant: YesNo = members("yes while nobody holds it.", default=False)


class Portfolio(Item):
    """A cabinet member's area of responsibility."""

    thing: ClassVar[str] = "portfolio"

    title: Text = public("Its name.")


class Committee(Item):
    """A body that meets and decides or scrutinises."""

    thing: ClassVar[str] = "committee"

    title: Text = public("Its name.")
    type: Literal["executive", "scrutiny", "policy", "management", "regulatory", "partnership"] = public(
        "What it is for.", default="policy"
    )
    work_programme: tuple[Text, ...] = public("What it plans to look at this year.", default=())


class Partner(Item):
    """An organisation the council works with."""

    thing: ClassVar[str] = "partner"

    title: Text = public("Its name.")
    role: Text | None = public("What it does with us.", default=None)


class Stakeholder(Item):
    """A group with an interest in what the council does."""

    thing: ClassVar[str] = "stakeholder"

    title: Text = public("Its name.")
    interest: Text | None = public("What it is interested in.", default=None)


class Organisation(Plan):
    """How the council is made up."""

    starts_with: ClassVar[tuple[str, ...]] = ("services", "posts", "committees")

    departments: tuple[Department, ...] = public("Departments or directorates.", default=())
    services: tuple[Service, ...] = public("Services.", default=())
    teams: tuple[Team, ...] = public("Teams.", default=())
    posts: tuple[Post, ...] = public("Posts.", default=())
    portfolios: tuple[Portfolio, ...] = public("Portfolios.", default=())
    committees: tuple[Committee, ...] = public("Committees.", default=())
    partners: tuple[Partner, ...] = public("Partners.", default=())
    stakeholders: tuple[Stakeholder, ...] = public("Stakeholders.", default=())


KIND = Organisation
