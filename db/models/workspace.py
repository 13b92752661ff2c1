"""The one row that says which workspace this is."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.types import Id


class WorkspaceInfo(Base):
    """One row, id 1.

    `schema` numbers the layout of the tables (docs/schema.md); `min_client` is the oldest schema number a program may
    know to write here. `uuid` tells one workspace from another, `epoch` grows when a backup is restored over it.
    `working_hours` maps a week day ("0" is Monday) to a list of [from, to] minutes of the day; `holidays` lists ISO
    dates. `calendar` says whose days off those are: a country's, and what was added or taken away by hand
    (`app.working_time`).
    """

    __tablename__ = "workspace"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    schema: Mapped[int]
    uuid: Mapped[str]
    epoch: Mapped[int] = mapped_column(default=1, server_default="1")
    min_client: Mapped[int] = mapped_column(default=1, server_default="1")
    company: Mapped[str]
    timezone: Mapped[str]
    currency: Mapped[str]
    working_hours: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    holidays: Mapped[list[str]] = mapped_column(JSON, default=list)
    calendar: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    created_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1, server_default="1")
