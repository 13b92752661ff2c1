"""Leads, the stages they pass, their stays in them, and the reasons they end."""

from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Double, ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Record, Stamped
from db.types import Id, Key, Money, on_files, on_servers, present

SCORED = frozenset({"fit", "heat", "scored_by"})
"""Columns of a lead that follow from others: to write them touches nobody's work."""
MILESTONES = ("lead", "mql", "sal", "sql", "opportunity", "customer")


class Stage(Base, Stamped):
    """A column of the board. `rot_days` are the agreed days, `probability` weighs the pipeline (percent).

    More leads than `wip_limit` are told of, or, where it is `wip_hard`, not let in.
    """

    __tablename__ = "stages"
    __table_args__ = (
        CheckConstraint("kind IN ('open', 'handoff', 'won', 'lost')", name="kind"),
        CheckConstraint("milestone IN ('lead', 'mql', 'sal', 'sql', 'opportunity', 'customer')", name="milestone"),
        Index("ix_stages_position", "position"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(Key)
    team: Mapped[str]
    kind: Mapped[str]
    milestone: Mapped[str | None]
    position: Mapped[int]
    rot_days: Mapped[int | None]
    wip_limit: Mapped[int | None]
    wip_hard: Mapped[bool] = mapped_column(default=False, server_default=false())
    probability: Mapped[int] = mapped_column(default=0, server_default="0")
    archived_at: Mapped[datetime | None]


class Reason(Base, Stamped):
    """An entry of one of the four lists: reject, recycle, disqualify, lost."""

    __tablename__ = "reasons"
    __table_args__ = (
        CheckConstraint("list IN ('reject', 'recycle', 'disqualify', 'lost')", name="list"),
        UniqueConstraint("list", "name_key"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    list: Mapped[str]
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(Key)
    position: Mapped[int]
    note_required: Mapped[bool] = mapped_column(default=False)
    archived_at: Mapped[datetime | None]


class Lead(Base, Record):
    """One chance to become a customer: the card on the board.

    `rank` orders the cards of a stage (base 62, compared by code point). `state` is open, won or lost after the
    stage's kind. `lead_at` ... `customer_at` are the first entries into a stage of that milestone, a skipped
    milestone counting as entered when a later one is; they are derived from the stays.

    `score` is the lead's own. What the agreement `scored_by` gives it is kept as `fit`, the points that stay, and
    `heat`, those that fade, as they would be at the moment at which that version was published (`app.scores`).
    """

    __tablename__ = "leads"
    __table_args__ = (
        UniqueConstraint("stage_id", "rank"),
        Index("ix_leads_sort", "sort_key", "id", "deleted_at"),
        Index("ix_leads_external_id", "external_id"),
        on_servers(Index("ix_leads_contact_id", "contact_id")),
        # Lists in the order of a score that is reckoned for each lead read nothing but this.
        on_files(
            Index("ix_leads_contact_score", "contact_id", "fit", "heat", "score", "state", "created_at", "deleted_at")
        ),
        Index("ix_leads_company_id", "company_id"),
        Index("ix_leads_import_id", "import_id"),
        Index("ix_leads_board", "state", "stage_id", "rank"),
        # A list of contacts by the stages of their leads.
        Index("ix_leads_stage_contact", "stage_id", "contact_id", "deleted_at", **present("contact_id")),
        # Conversion from one milestone to the next reads nothing but these.
        *(
            Index(f"ix_leads_{before}_at", f"{before}_at", f"{after}_at", "deleted_at", **present(f"{before}_at"))
            for before, after in pairwise(MILESTONES)
        ),
        # What every other report groups and measures by, in the order of the field that is text.
        on_files(
            Index(
                "ix_leads_report",
                "source",
                "owner_id",
                "qualified_by_id",
                "campaign_id",
                *(f"{milestone}_at" for milestone in MILESTONES),
                "won_at",
                "lost_at",
                "created_at",
                "value",
                "currency",
                "stage_id",
                "state",
                "deleted_at",
            )
        ),
        CheckConstraint("state IN ('open', 'won', 'lost')", name="state"),
    )

    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contacts.id"))
    company_id: Mapped[int | None] = mapped_column(ForeignKey("companies.id"))
    stage_id: Mapped[int] = mapped_column(ForeignKey("stages.id"))
    state: Mapped[str] = mapped_column(default="open", server_default="open")
    rank: Mapped[str] = mapped_column(Key)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    qualified_by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    source: Mapped[str | None]
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaigns.id"))
    value: Mapped[Decimal | None] = mapped_column(Money)
    currency: Mapped[str | None]
    expected_close: Mapped[date | None]
    score: Mapped[int | None]
    fit: Mapped[int | None]
    heat: Mapped[float | None] = mapped_column(Double)
    scored_by: Mapped[int | None]
    entered_at: Mapped[datetime]
    won_at: Mapped[datetime | None]
    lost_at: Mapped[datetime | None]
    reason_id: Mapped[int | None] = mapped_column(ForeignKey("reasons.id"))
    note: Mapped[str | None]
    next_step: Mapped[str | None]
    due_at: Mapped[datetime | None]
    lead_at: Mapped[datetime | None]
    mql_at: Mapped[datetime | None]
    sal_at: Mapped[datetime | None]
    sql_at: Mapped[datetime | None]
    opportunity_at: Mapped[datetime | None]
    customer_at: Mapped[datetime | None]


class Stay(Base):
    """A lead's stay in a stage; `left_at` is empty while it lasts. `op` is the act that began it.

    `agreement_id` is the version under which it was let in, `verdict` what that version said of it then: points and the
    clauses that were not met. `override` is the reason of a team's lead who let it in all the same.
    """

    __tablename__ = "stays"
    __table_args__ = (
        Index("ix_stays_lead", "lead_id", "entered_at"),
        Index("ix_stays_stage", "stage_id", "lead_id", "entered_at", "left_at"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    lead_id: Mapped[int] = mapped_column(ForeignKey("leads.id"))
    stage_id: Mapped[int] = mapped_column(ForeignKey("stages.id"))
    entered_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    import_id: Mapped[int | None]
    op: Mapped[str | None]
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id"))
    verdict: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    override: Mapped[str | None]
