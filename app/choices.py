"""The values that a filter offers for a field: those in use, the most frequent first."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import derived
from app.context import Context
from app.fields import fold, kind_of
from app.query.nodes import QueryError
from app.query.targets import Target, target
from db.models import RecordKey
from db.rows import table_of

MOST = 200
_LOOKED_AT = 20_000  # records, the latest ones: what is in use now, without reading a million


def values(session: Session, kind: str, name: str) -> list[str]:
    """Return the values of a text or list that records of a kind hold in a field, the most frequent first.

    Raises:
        QueryError: there is no such field.
    """
    context: Context = session.info["context"]
    wanted = target(context, kind_of(kind), name, 0, len(name))
    return _listed(session, wanted) if wanted.type == "list" else _texts(session, wanted)


def offered(session: Session, kind: str, name: str) -> list[str]:
    """Return the values of a field as `values` does, none for a field that holds neither texts nor lists of them."""
    context: Context = session.info["context"]
    try:
        wanted = target(context, kind_of(kind), name, 0, len(name))
    except QueryError:
        return []
    return values(session, kind, name) if wanted.type in {"text", "list", "custom text"} else []


def _texts(session: Session, wanted: Target) -> list[str]:
    table = table_of(wanted.kind.table)
    column: Any = table.c[wanted.column]
    held = column if wanted.custom is None else column[str(wanted.custom)].as_string()
    recent = sa.select(held.label("held")).where(table.c.deleted_at.is_(None), held.is_not(None))
    latest = recent.order_by(table.c.id.desc()).limit(_LOOKED_AT).subquery()
    counted = sa.select(latest.c.held).where(latest.c.held != "").group_by(latest.c.held)
    found = session.execute(counted.order_by(sa.func.count().desc(), latest.c.held).limit(MOST))
    return [str(text) for text in found.scalars()]


def _listed(session: Session, wanted: Target) -> list[str]:
    """Return the entries of lists, as a record that holds each spells it."""
    field = derived.KEYS[wanted.column]
    keyed = sa.select(RecordKey.key, sa.func.max(RecordKey.record_id).label("record_id"))
    keyed = keyed.where(RecordKey.kind == wanted.kind.name, RecordKey.field == field)
    counted = keyed.group_by(RecordKey.key).order_by(sa.func.count().desc(), RecordKey.key).limit(MOST).subquery()
    table = table_of(wanted.kind.table)
    rows = session.execute(
        sa.select(counted.c.key, table.c[wanted.column].label("held")).join(table, table.c.id == counted.c.record_id)
    ).all()
    spelled = {
        row.key: next((one for one in row.held if derived.folded(field, one) == row.key), row.key) for row in rows
    }
    return sorted(spelled.values(), key=fold)
