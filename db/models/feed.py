"""What people did with a contact, and what they owe."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Stamped
from db.types import Id, Key, present


class Activity(Base, Stamped):
    """A note, call, e-mail, meeting or web visit on a record. `direction` is in, out or empty.

    `minutes` is the time it took. A human outbound touch is a call, e-mail or meeting with direction out. `subject`
    is an e-mail's, `external_id` its own id, by which it is known again. `parent_id` is the note that it replies to; a
    pinned one stays on top until somebody unpins it.
    """

    __tablename__ = "activities"
    __table_args__ = (
        CheckConstraint("type IN ('note', 'call', 'email', 'meeting', 'visit')", name="type"),
        Index("ix_activities_record", "kind", "record_id", "at"),
        Index("ix_activities_at", "at"),
        Index("ix_activities_external_id", "external_id"),
        Index("ix_activities_parent_id", "parent_id", **present("parent_id")),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    kind: Mapped[str]
    record_id: Mapped[int]
    type: Mapped[str]
    direction: Mapped[str | None]
    text: Mapped[str]
    minutes: Mapped[int | None]
    at: Mapped[datetime]
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    subject: Mapped[str | None]
    external_id: Mapped[str | None] = mapped_column(Key)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("activities.id"))
    pinned_at: Mapped[datetime | None]
    pinned_by: Mapped[int | None] = mapped_column(ForeignKey("members.id"))


class Mention(Base, Stamped):
    """A member whom a note names with an “@”; `read_at` is when they saw it."""

    __tablename__ = "mentions"
    __table_args__ = (
        Index("ix_mentions_member", "member_id", "read_at"),
        Index("ix_mentions_activity", "activity_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activities.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    read_at: Mapped[datetime | None]


class Reaction(Base, Stamped):
    """A member's reaction to an activity: one sign, such as a thumb."""

    __tablename__ = "reactions"
    __table_args__ = (Index("ix_reactions_activity", "activity_id", "member_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activities.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    sign: Mapped[str]


class InboxMark(Base, Stamped):
    """What a member said of something in their inbox: that it is done with, or that it is to wait until a moment.

    `sort` and `item_id` say of what: a handoff, a task, a mention or a dispute (by its handoff). Of several marks on
    one thing the latest moment of each sort counts.
    """

    __tablename__ = "inbox_marks"
    __table_args__ = (Index("ix_inbox_marks_item", "member_id", "sort", "item_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    sort: Mapped[str]
    item_id: Mapped[int]
    done_at: Mapped[datetime | None]
    later_until: Mapped[datetime | None]


class Task(Base, Stamped):
    """Something a member owes, on a record or from a meeting (an action), or that the agreement asks for.

    `play_key` names the required action that asked for it, `agreement_id` the version. `team` owes one
    without an owner.
    """

    __tablename__ = "tasks"
    __table_args__ = (
        Index("ix_tasks_record", "kind", "record_id"),
        Index("ix_tasks_owner", "owner_id", "done_at"),
        Index("ix_tasks_meeting", "meeting_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    kind: Mapped[str | None]
    record_id: Mapped[int | None]
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"))
    title: Mapped[str]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    due_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    done_by: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    created_at: Mapped[datetime]
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id"))
    play_key: Mapped[str | None] = mapped_column(Key)
    team: Mapped[str | None]
