"""The agreement of both teams, version by version: what a lead is, what is done, when it passes, who owes what."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Stamped
from db.types import Id, Key, living


class Agreement(Base, Stamped):
    """A version of the agreement: a draft until `published_at`, and from then on unchanged, with all its parts.

    The version in force is the one published last. Points needed are empty where a definition asks for none;
    engagement halves every `halving_days`. A handoff goes to the member of the first of `route_rules` (each a `query`
    over leads and a `member_id`) that the lead meets; where none takes it, to `route_member_id` (route person), to the
    next of `route_members` (turn), or to nobody in particular (pool); who has `capacity` unanswered ones is passed
    over. It is to be answered within `answer_minutes` of working time, else it returns (`on_silence`). `names` holds
    what people and stages were called as it was published, so that its paper stays the same.
    """

    __tablename__ = "agreements"
    __table_args__ = (
        CheckConstraint("route IN ('person', 'turn', 'pool')", name="route"),
        CheckConstraint("on_silence IN ('pool', 'sender')", name="on_silence"),
        Index(
            "uq_agreements_number",
            "number",
            unique=True,
            **living(),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    number: Mapped[int]
    based_on_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id"))
    created_at: Mapped[datetime]
    published_at: Mapped[datetime | None]
    mql_points: Mapped[int | None]
    sal_points: Mapped[int | None]
    sql_points: Mapped[int | None]
    halving_days: Mapped[int | None]
    route: Mapped[str] = mapped_column(default="pool", server_default="pool")
    route_member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    route_members: Mapped[list[int]] = mapped_column(JSON, default=list, server_default="[]")
    route_rules: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list, server_default="[]")
    capacity: Mapped[int | None]
    answer_minutes: Mapped[int]
    on_silence: Mapped[str] = mapped_column(default="pool", server_default="pool")
    review_months: Mapped[int | None]
    review_on: Mapped[date | None]
    names: Mapped[dict[str, Any] | None] = mapped_column(JSON)


class Clause(Base, Stamped):
    """One condition of a definition (`milestone`: mql, sal or sql), a query over leads.

    It is required, or worth `points`; points of one that `fades` halve with the age of what it found. `key` names the
    same clause in every version. `label` says it in the teams' own words, where they gave some.
    """

    __tablename__ = "clauses"
    __table_args__ = (
        CheckConstraint("milestone IN ('mql', 'sal', 'sql')", name="milestone"),
        Index("ix_clauses_agreement", "agreement_id", "position"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    key: Mapped[str] = mapped_column(Key)
    milestone: Mapped[str]
    position: Mapped[int]
    query: Mapped[str]
    label: Mapped[str] = mapped_column(default="", server_default="")
    points: Mapped[int | None]
    fades: Mapped[bool] = mapped_column(default=False, server_default=text("false"))


class Play(Base, Stamped):
    """A required action for a lead that arrives (no stage) or enters a stage, within working minutes of that.

    `doer` says who owes it: the lead's owner, or anybody of a team.
    """

    __tablename__ = "plays"
    __table_args__ = (
        CheckConstraint("doer IN ('owner', 'marketing', 'sales')", name="doer"),
        Index("ix_plays_agreement", "agreement_id", "position"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    key: Mapped[str] = mapped_column(Key)
    stage_id: Mapped[int | None] = mapped_column(ForeignKey("stages.id"))
    position: Mapped[int]
    title: Mapped[str]
    within_minutes: Mapped[int]
    doer: Mapped[str]
    query: Mapped[str] = mapped_column(default="", server_default="")


class Promise(Base, Stamped):
    """A number that one team owes the other in a period.

    Metrics: `volume` (leads that reach `milestone` and meet `query`, `amount` a period), `answers` (handoffs answered
    within `within_minutes` of working time), `attempts` (`amount` touches within `within_minutes` on each accepted
    lead), `complete` (handed over leads that meet `query`), `returns` (refused or recycled leads taken up again within
    `within_minutes`), `reasons` (refusals that say why). All but volume are kept case by case, `goal_percent` of them.
    """

    __tablename__ = "promises"
    __table_args__ = (
        CheckConstraint("team IN ('marketing', 'sales')", name="team"),
        CheckConstraint("metric IN ('volume', 'answers', 'attempts', 'complete', 'returns', 'reasons')", name="metric"),
        CheckConstraint("period IN ('week', 'month', 'quarter')", name="period"),
        Index("ix_promises_agreement", "agreement_id", "position"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    key: Mapped[str] = mapped_column(Key)
    team: Mapped[str]
    position: Mapped[int]
    metric: Mapped[str]
    title: Mapped[str] = mapped_column(default="", server_default="")
    milestone: Mapped[str | None]
    query: Mapped[str] = mapped_column(default="", server_default="")
    amount: Mapped[int | None]
    period: Mapped[str]
    within_minutes: Mapped[int | None]
    goal_percent: Mapped[int | None]


class Signature(Base, Stamped):
    """A member's signature for a team under the terms whose digest it carries; other terms are not signed by it."""

    __tablename__ = "signatures"
    __table_args__ = (
        CheckConstraint("team IN ('marketing', 'sales')", name="team"),
        Index("ix_signatures_agreement", "agreement_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    team: Mapped[str]
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    digest: Mapped[str]
    at: Mapped[datetime]


class Forgiveness(Base, Stamped):
    """What a meeting let one team off: a promise's debt of a period, or of one case of it (`lead_id`)."""

    __tablename__ = "forgivenesses"
    __table_args__ = (Index("ix_forgivenesses_key", "promise_key", "first_day"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    promise_key: Mapped[str] = mapped_column(Key)
    first_day: Mapped[date]
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("leads.id"))
    amount: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="", server_default="")
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    at: Mapped[datetime]


class Poll(Base, Stamped):
    """A lead that goes, blind, to one marketer and one seller in a week: a lead, or not?

    Each says yes or no, and, with no, which clause spoke against it. Neither sees the other's vote before both are in.
    """

    __tablename__ = "polls"
    __table_args__ = (
        Index(
            "uq_polls_week",
            "week",
            "lead_id",
            unique=True,
            **living(),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    week: Mapped[date]
    lead_id: Mapped[int] = mapped_column(ForeignKey("leads.id"))
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id"))
    marketer_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    seller_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    marketer_vote: Mapped[bool | None]
    marketer_at: Mapped[datetime | None]
    marketer_clause: Mapped[str | None]
    seller_vote: Mapped[bool | None]
    seller_at: Mapped[datetime | None]
    seller_clause: Mapped[str | None]
