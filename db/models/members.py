"""The people who work in the workspace."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Stamped
from db.types import Id, Key, on_files


class Member(Base, Stamped):
    """A person who works in the workspace.

    `login` is the name of the account that acts as this member: the computer's user on a shared file, the
    database role on a server. An inactive member keeps their history but is offered for nothing.
    """

    __tablename__ = "members"
    __table_args__ = (
        CheckConstraint("team IN ('marketing', 'sales', 'both')", name="team"),
        CheckConstraint("role IN ('member', 'lead', 'admin')", name="role"),
        Index("ix_members_login", "login", unique=True),
        on_files(Index("ix_members_order", text("name COLLATE NOCASE"))),  # see `db.textual.in_order`
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str]
    email: Mapped[str | None] = mapped_column(Key)
    login: Mapped[str | None] = mapped_column(Key)
    external_id: Mapped[str | None] = mapped_column(Key)
    team: Mapped[str]
    role: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]
