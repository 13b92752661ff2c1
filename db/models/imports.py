"""Imports, and what each of them changed, so that one can be taken back whole."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.types import Id


class Import(Base):
    """A file that was read in. `answer` is what the command printed. Records it made carry its id."""

    __tablename__ = "imports"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    file: Mapped[str]
    kind: Mapped[str]
    layout: Mapped[str]
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    at: Mapped[datetime]
    op: Mapped[str]
    answer: Mapped[dict[str, Any]] = mapped_column(JSON)
    undone_at: Mapped[datetime | None]


class ImportChange(Base):
    """A record that stood before and that an import updated: its fields before and after."""

    __tablename__ = "import_changes"
    __table_args__ = (Index("ix_import_changes_record", "kind", "record_id"),)

    import_id: Mapped[int] = mapped_column(ForeignKey("imports.id"), primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(primary_key=True)
    record_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    fields: Mapped[dict[str, Any]] = mapped_column(JSON)
