"""Leads on their way from one team to the other, with what became of it, and who is away meanwhile."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Stamped
from db.types import Id, Key, present


class Handoff(Base, Stamped):
    """The record of passing a lead to the other team, judged under one version of the agreement.

    `to_member_id` is empty while it lies in the pool. It is to be answered within `answer_minutes` of working time
    from `sent_at`; by when that is, the calendar says whenever somebody asks. `evidence` is what spoke for the lead as
    it was sent: score and points by clause. `answer` is empty while it is open: accepted, rejected, recycled (until
    `until`), rerouted (to the handoff whose `previous_id` is this one), or returned (by silence). A rejection may be
    disputed once; the ruling, made in a meeting or outside of one, upholds or overturns it, and is an example of what
    the definition means, or its clause `clause_key`.
    """

    __tablename__ = "handoffs"
    __table_args__ = (
        CheckConstraint("answer IN ('accepted', 'rejected', 'recycled', 'rerouted', 'returned')", name="answer"),
        CheckConstraint("ruling IN ('upheld', 'overturned')", name="ruling"),
        Index("ix_handoffs_lead", "lead_id", "sent_at"),
        Index("ix_handoffs_open", "answered_at", "to_member_id", "sent_at"),
        Index("ix_handoffs_disputed", "disputed_at", **present("disputed_at")),
        Index("ix_handoffs_until", "until", **present("until")),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    lead_id: Mapped[int] = mapped_column(ForeignKey("leads.id"))
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id"))
    previous_id: Mapped[int | None] = mapped_column(ForeignKey("handoffs.id"))
    from_member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    from_stage_id: Mapped[int | None] = mapped_column(ForeignKey("stages.id"))
    to_team: Mapped[str]
    to_member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    sent_at: Mapped[datetime]
    answer_minutes: Mapped[int]
    note: Mapped[str] = mapped_column(default="", server_default="")
    evidence: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, server_default="{}")
    answer: Mapped[str | None]
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    reason_id: Mapped[int | None] = mapped_column(ForeignKey("reasons.id"))
    answer_note: Mapped[str | None]
    until: Mapped[date | None]
    back_at: Mapped[datetime | None]
    disputed_at: Mapped[datetime | None]
    disputed_by: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    dispute_note: Mapped[str | None]
    ruled_at: Mapped[datetime | None]
    ruled_by: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    ruling: Mapped[str | None]
    ruling_note: Mapped[str | None]
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"))
    clause_key: Mapped[str | None] = mapped_column(Key)


class Absence(Base, Stamped):
    """Days of the workspace's calendar, the last included, on which a member is away."""

    __tablename__ = "absences"
    __table_args__ = (Index("ix_absences_member", "member_id", "first_day"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    first_day: Mapped[date]
    last_day: Mapped[date]
    note: Mapped[str] = mapped_column(default="", server_default="")
