"""The append-only record of every change, and the acts it is made of."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.types import Id, Key


class Op(Base):
    """One act of a person: what undo names, and what makes a save that is sent twice count once.

    `op` is the client's unique id of the save. `act` is a verb such as "lead.move"; `subject` names what it was
    done to. `state` is done or undone; an undo or redo has `undoes` set to the op it turned back. `result` is
    what the save answered, handed out again when the same op arrives twice.
    """

    __tablename__ = "ops"
    __table_args__ = (Index("ix_ops_member", "member_id", "state", "id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    op: Mapped[str] = mapped_column(Key, unique=True)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    act: Mapped[str]
    subject: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime] = mapped_column(server_default="0")
    state: Mapped[str] = mapped_column(default="done", server_default="done")
    undoes: Mapped[str | None] = mapped_column(Key)
    result: Mapped[dict[str, Any] | None] = mapped_column(JSON)


class Journal(Base):
    """One change of one record. `seq` is the order of commits; `fields` maps a field to before and after.

    `at` and `actor_id` are stamped by the database where it can. On PostgreSQL `seq` is given at commit.
    """

    __tablename__ = "journal"
    __table_args__ = (
        Index("ix_journal_record", "kind", "record_id", "id"),
        Index("ix_journal_op", "op"),
        Index("ix_journal_at", "at"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    seq: Mapped[int | None] = mapped_column(unique=True)
    op: Mapped[str] = mapped_column(Key)
    at: Mapped[datetime] = mapped_column(server_default="0")
    actor_id: Mapped[int | None]
    act: Mapped[str]
    kind: Mapped[str]
    record_id: Mapped[int]
    fields: Mapped[dict[str, Any]] = mapped_column(JSON)
    import_id: Mapped[int | None]
