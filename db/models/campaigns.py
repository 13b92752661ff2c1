"""What marketing does that brings leads."""

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Stamped
from db.types import Id, Key, Money


class Campaign(Base, Stamped):
    """A campaign with its dates, channel and cost (in `currency`)."""

    __tablename__ = "campaigns"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(Key, unique=True)
    channel: Mapped[str | None]
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    cost: Mapped[Decimal | None] = mapped_column(Money)
    currency: Mapped[str | None]
