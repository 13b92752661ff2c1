"""What the sample is made with."""

import random
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from app.context import Context
from db import rows
from db.journal import write_of

SEED = 20261
_CHUNK = 500


class Sample:
    """What every part of the sample is made with: a write, one dice, the day it is, and who works there."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.context: Context = session.info["context"]
        self.random = random.Random(SEED)  # noqa: S311 - a sample, nothing secret
        midnight = (
            write_of(session).now.astimezone(self.context.zone).replace(hour=0, minute=0, second=0, microsecond=0)
        )
        self.today = midnight
        self.counts: dict[str, int] = {}
        self.people: dict[str, list[int]] = {"marketing": [], "sales": []}

    def add(self, model: Any, values: list[dict[str, Any]]) -> None:
        """Write rows."""
        for start in range(0, len(values), _CHUNK):
            rows.insert_all(self.session, model, values[start : start + _CHUNK])
        self.counts[model.__tablename__] = self.counts.get(model.__tablename__, 0) + len(values)

    def ids(self, model: Any, count: int) -> range:
        """Return ids that nobody else will use."""
        first = self.session.info["store"].allocate_ids(self.session, rows.table_of(model), count)
        return range(first, first + count)

    def chance(self, share: float) -> bool:
        """Return true as often as a share of all cases."""
        return self.random.random() < share

    def ago(self, days: float) -> datetime:
        """Return some moment of a working day so many days back."""
        return self.today - timedelta(days=days) + timedelta(hours=self.random.uniform(8, 18))
