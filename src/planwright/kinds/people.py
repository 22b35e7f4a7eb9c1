"""Who holds which post: private, and never needed for anything public."""

from typing import ClassVar

from planwright.records.base import Plan, Record, private
from planwright.records.scalars import Date, Text
from planwright.records.thread import PostRef


class Holder(Record):
    """One person in one post for a time."""

    post: PostRef = private("The post held.")
    name: Text = private("The holder's name.")
    since: Date | None = private("First day in the post.", default=None)
    until: Date | None = private("Last day in the post.", default=None)
    contact: Text | None = private("How to reach them at work.", default=None)


class People(Plan):
    """The holders of posts, kept apart from everything that is published."""

    confidential: ClassVar[bool] = True
    starts_with: ClassVar[tuple[str, ...]] = ("holders",)

    holders: tuple[Holder, ...] = private("Who holds which post.", default=())


KIND = People
