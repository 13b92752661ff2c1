"""How every lead stood at a past moment.

The stage is read from the stays, which tell when a lead really was where, imported history included. Owner, value,
source and the other fields are taken back from today through the journal and through what imports updated.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import records
from app.fields import LEAD
from db.models import Import, ImportChange, Journal, Lead, Stay
from db.rows import by_name

_BY_STAYS = frozenset({"stage", "rank", "entered", "won_at", "lost_at"})


@dataclass(frozen=True, slots=True)
class LeadAt:
    """A lead as it stood: its stage, and its fields as plain values (the inputs of score and gates)."""

    id: int
    stage_id: int
    entered_at: datetime
    owner_id: int | None
    values: Mapping[str, Any]


def at(session: Session, time: datetime) -> dict[int, LeadAt]:
    """Return every lead that existed at `time`, by id.

    A lead exists from its creation (in the world) on, and no longer once it was moved to the bin.
    """
    stays: dict[int, tuple[int, datetime]] = {}
    for row in session.execute(
        sa.select(Stay.lead_id, Stay.stage_id, Stay.entered_at)
        .where(Stay.entered_at <= time, sa.or_(Stay.left_at.is_(None), Stay.left_at > time))
        .order_by(Stay.entered_at, Stay.id)
    ).all():
        stays[row.lead_id] = (row.stage_id, row.entered_at)
    values = _values(session)
    _take_back(session, values, time)
    found = {}
    for number, fields in values.items():
        if number not in stays or not fields[records.EXISTS] or _later(fields["created"], time):
            continue
        stage, entered = stays[number]
        found[number] = LeadAt(number, stage, entered, fields.get("owner"), fields)
    return found


def _later(created: str | None, time: datetime) -> bool:
    return created is not None and datetime.fromisoformat(created) > time


def _values(session: Session) -> dict[int, dict[str, Any]]:
    context = session.info["context"]
    return {
        row.id: records.plain(context, LEAD, dict(by_name(row)))
        for row in session.execute(sa.select(Lead.__table__)).all()
    }


def _take_back(session: Session, values: dict[int, dict[str, Any]], time: datetime) -> None:
    changes: list[tuple[datetime, int, int, dict[str, Any]]] = [
        (row.at, row.id, row.record_id, row.fields)
        for row in session.execute(
            sa.select(Journal.at, Journal.id, Journal.record_id, Journal.fields).where(
                Journal.kind == "lead", Journal.at > time
            )
        ).all()
    ]
    changes += [
        (row.at, 0, row.record_id, row.fields)
        for row in session.execute(
            sa.select(Import.at, ImportChange.record_id, ImportChange.fields)
            .join(Import, Import.id == ImportChange.import_id)
            .where(ImportChange.kind == "lead", Import.at > time, Import.undone_at.is_(None))
        ).all()
    ]
    for _, _, number, fields in sorted(changes, key=lambda change: change[:2], reverse=True):
        record = values.get(number)
        if record is None:
            continue
        for name, both in fields.items():
            if name not in _BY_STAYS and not (name == records.EXISTS and both["before"] is False):
                record[name] = both["before"]
