"""Versions of the agreement put into a workspace as they are, past every service."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from app import things
from app.workspace import Workspace


@dataclass(frozen=True)
class Condition:
    """A clause of the MQL's definition: required without points."""

    query: str
    points: int | None = None
    fades: bool = False
    label: str = ""


def _version(
    session: Session,
    number: int,
    published: datetime | None,
    clauses: Sequence[Condition],
    promises: Sequence[dict[str, Any]],
    more: dict[str, Any],
) -> None:
    values: dict[str, Any] = {"number": number, "created_at": published or session.info["context"].now}
    values |= {"published_at": published, "answer_minutes": 240, "route": "pool", "on_silence": "pool"}
    made = things.create(session, "agreement", values | more)
    for place, one in enumerate(clauses):
        terms = {"key": f"c{place}", "milestone": "mql", "position": place, "query": one.query, "label": one.label}
        terms |= {"points": one.points, "fades": one.fades, "agreement_id": made}
        things.create(session, "clause", terms)
    for place, promise in enumerate(promises):
        things.create(session, "promise", {"agreement_id": made, "position": place, "key": f"p{place}"} | promise)
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
