"""Saved views: a query with its columns and order, one's own or shared by all."""

from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Stamped
from db.types import Id


class SavedView(Base, Stamped):
    """A named query over contacts, companies or leads."""

    __tablename__ = "saved_views"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    query: Mapped[str]
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    shared: Mapped[bool] = mapped_column(default=False)
    settings: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, server_default="{}")
    position: Mapped[int] = mapped_column(default=0, server_default="0")
