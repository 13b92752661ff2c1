"""Meetings, what they settled, and what there was to celebrate."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Stamped
from db.types import Id


class Meeting(Base, Stamped):
    """A meeting. `present` lists member ids; `minutes` holds the frozen summary once it is closed.

    `item_id` is the step that is on, `item_since` when its time began to run (None while it rests), `item_by` who let
    it run. A step's own `seconds` are what ran before.
    """

    __tablename__ = "meetings"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    title: Mapped[str]
    starts_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    present: Mapped[list[int]] = mapped_column(JSON, default=list, server_default="[]")
    notes: Mapped[str] = mapped_column(default="", server_default="")
    minutes: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    item_id: Mapped[int | None] = mapped_column(Id)
    item_since: Mapped[datetime | None]
    item_by: Mapped[int | None] = mapped_column(ForeignKey("members.id"))


class MeetingItem(Base, Stamped):
    """One step of the agenda, with the minutes planned and the seconds it took.

    Without a meeting it is a step of the standing agenda, with which every new meeting begins.
    """

    __tablename__ = "meeting_items"
    __table_args__ = (Index("ix_meeting_items_meeting", "meeting_id", "position"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"))
    title: Mapped[str]
    topic: Mapped[str]
    position: Mapped[int]
    minutes: Mapped[int]
    seconds: Mapped[int] = mapped_column(default=0, server_default="0")
    notes: Mapped[str] = mapped_column(default="", server_default="")


class Decision(Base, Stamped):
    """What a meeting settled."""

    __tablename__ = "decisions"
    __table_args__ = (Index("ix_decisions_meeting", "meeting_id", "position"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    text: Mapped[str]
    position: Mapped[int]


class Win(Base, Stamped):
    """Something to celebrate that a member added; won leads and goals met are wins by themselves."""

    __tablename__ = "wins"
    __table_args__ = (Index("ix_wins_at", "at"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    title: Mapped[str]
    detail: Mapped[str] = mapped_column(default="", server_default="")
    at: Mapped[datetime]
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
