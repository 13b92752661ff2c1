"""Shared targets."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Stamped
from db.types import Id, Money


class Goal(Base, Stamped):
    """A shared target over a period.

    `metric` is leads, mqls, sals, sqls, opportunities, pipeline, won, won_value, answered_within or manual.
    `target` counts, or is money in `currency`, or a percentage for answered_within (whose hours are `hours`).
    `marketing_target` and `sales_target` are both teams' parts. `query` narrows the leads that count.
    `manual` maps an ISO date to the amount entered by hand that day.
    """

    __tablename__ = "goals"
    __table_args__ = (CheckConstraint("ends >= starts", name="period"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str]
    metric: Mapped[str]
    target: Mapped[Decimal] = mapped_column(Money)
    marketing_target: Mapped[Decimal | None] = mapped_column(Money)
    sales_target: Mapped[Decimal | None] = mapped_column(Money)
    currency: Mapped[str | None]
    hours: Mapped[int | None]
    query: Mapped[str] = mapped_column(default="", server_default="")
    starts: Mapped[date]
    ends: Mapped[date]
    manual: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, server_default="{}")
    position: Mapped[int] = mapped_column(default=0, server_default="0")
