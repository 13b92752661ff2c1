"""Organisations."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Record
from db.types import Key


class Company(Base, Record):
    """An organisation. `name_key` is its folded name, by which imports find it again."""

    __tablename__ = "companies"
    __table_args__ = (
        Index("ix_companies_sort", "sort_key", "id", "deleted_at"),
        Index("ix_companies_name_key", "name_key"),
        Index("ix_companies_external_id", "external_id"),
        Index("ix_companies_import_id", "import_id"),
    )

    name_key: Mapped[str] = mapped_column(Key, default="", server_default="")
    domain: Mapped[str | None]
    industry: Mapped[str | None]
    size: Mapped[str | None]
    city: Mapped[str | None]
    country: Mapped[str | None]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
