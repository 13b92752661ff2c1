"""Versions of the agreement put into a workspace as they are, past every service."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import things
from app.workspace import Workspace
from db.models import Agreement
from db.rows import table_of


@dataclass(frozen=True)
class Condition:
    """A clause of the MQL's definition: required without points."""

    query: str
    points: int | None = None
    fades: bool = False
    label: str = ""


def without_drafts(session: Session) -> None:
    """Take the draft away with which a new workspace begins: it has a number that is wanted."""
    table = table_of(Agreement)
    begun = sa.select(table.c.id).where(
        table.c.number == 1, table.c.published_at.is_(None), table.c.deleted_at.is_(None)
    )
    for number in session.execute(begun).scalars().all():
        things.remove(session, "agreement", number)


def _version(
    session: Session,
    number: int,
    published: datetime | None,
    clauses: Sequence[Condition],
    promises: Sequence[dict[str, Any]],
    more: dict[str, Any],
) -> None:
    without_drafts(session)
    values: dict[str, Any] = {"number": number, "created_at": published or session.info["context"].now}
    values |= {"answer_minutes": 240, "route": "pool", "on_silence": "pool"}
    made = things.create(session, "agreement", values | more)
    for place, one in enumerate(clauses):
        terms = {"key": f"c{place}", "milestone": "mql", "position": place, "query": one.query, "label": one.label}
        terms |= {"points": one.points, "fades": one.fades, "agreement_id": made}
        things.create(session, "clause", terms)
    for place, promise in enumerate(promises):
        things.create(session, "promise", {"agreement_id": made, "position": place, "key": f"p{place}"} | promise)
    if published is not None:
        things.edit(session, "agreement", made, {"published_at": published})
    session.info["write"].result = {"id": made}


def version(
    workspace: Workspace,
    number: int,
    clauses: Sequence[Condition] = (),
    promises: Sequence[dict[str, Any]] = (),
    published: datetime | None = None,
    **more: Any,
) -> int:
    """Write a version of the agreement and return its id; without a moment of publishing it is a draft."""
    change = workspace.write(_version, number, published, clauses, promises, more)
    found: int = (change.result or {})["id"]
    return found
