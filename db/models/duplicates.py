"""Contacts that may be there twice: what is known of them, and what people said of them.

`duplicate_keys`, `duplicate_pairs` and `duplicate_state` are derived from the contacts and can be made anew at any
time; they are not journalled.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Stamped
from db.types import CLUSTERED, Id, Key


class DuplicateKey(Base):
    """Contacts that share a key are compared; `key` is a number made of a part of name, address and so on."""

    __tablename__ = "duplicate_keys"
    __table_args__ = (Index("ix_duplicate_keys_contact", "contact_id"), CLUSTERED)

    key: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    contact_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class DuplicatePair(Base):
    """Two contacts that may be one person: `first_id` < `second_id`. `score` counts tenths of a bit."""

    __tablename__ = "duplicate_pairs"
    __table_args__ = (
        Index("ix_duplicate_pairs_second", "second_id"),
        Index("ix_duplicate_pairs_grade", "grade", "score"),
        CLUSTERED,
    )

    first_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    second_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    grade: Mapped[str] = mapped_column(Key)
    score: Mapped[int]
    why: Mapped[list[str]] = mapped_column(JSON)


class DuplicateState(Base):
    """How far the search for duplicates has come: one row, id 1.

    `rules` numbers the way of judging; `keyed` and `judged` are the last contacts that have their keys and were
    compared; `seq` is the journal's line up to which changes are taken in; `rarity` is what is rare in the list, as
    it was when there were `people` contacts.
    """

    __tablename__ = "duplicate_state"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    rules: Mapped[int]
    keyed: Mapped[int]
    judged: Mapped[int]
    seq: Mapped[int]
    people: Mapped[int]
    rarity: Mapped[dict[str, Any]] = mapped_column(JSON)


class KeptApart(Base, Stamped):
    """Two contacts of which somebody said that they are not the same person: `first_id` < `second_id`."""

    __tablename__ = "kept_apart"
    __table_args__ = (
        Index("ix_kept_apart_first", "first_id", "second_id"),
        Index("ix_kept_apart_second", "second_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    first_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"))
    second_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    at: Mapped[datetime]


class ContactMerge(Base, Stamped):
    """Two contacts that were made one: `gone_id` lies in the bin and leads to `kept_id`.

    `op` is the act that did it: what the journal says of it is what taking them apart goes by. A merge that was taken
    apart lies in the bin itself.
    """

    __tablename__ = "contact_merges"
    __table_args__ = (
        Index("ix_contact_merges_kept", "kept_id"),
        Index("ix_contact_merges_gone", "gone_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    kept_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"))
    gone_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"))
    op: Mapped[str] = mapped_column(Key)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    at: Mapped[datetime]
