"""Leads with a past, put into a workspace as they are, past every service."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.stays import standing, stays_of
from app.workspace import Workspace
from db.folding import key
from db.models import CustomField, Lead, Member, Stay


@dataclass(frozen=True)
class History:
    """A lead: when it was created, which stages it entered when, and what else is known of it."""

    created: datetime
    entries: tuple[tuple[datetime, int], ...]
    current: int | None = None
    external_id: str | None = None
    source: str | None = None
    owner_id: int | None = None
    qualified_by_id: int | None = None
    campaign_id: int | None = None
    company_id: int | None = None
    contact_id: int | None = None
    value: Decimal | None = None
    currency: str | None = None
    expected_close: date | None = None
    due_at: datetime | None = None
    custom: dict[str, Any] = field(default_factory=dict)
    deleted_at: datetime | None = None
    recorded_by: int | None = None


def _fill(session: Session, histories: Sequence[History], first: int) -> None:
    stages = {number: stage.facts for number, stage in session.info["context"].stages.items()}
    order = {number: stage.position for number, stage in session.info["context"].stages.items()}
    leads, stays = [], []
    for number, one in enumerate(histories, start=first):
        past = stays_of(one.entries, one.current, order)
        stands = standing(past, stages)
        name = one.external_id or f"Lead {number}"
        leads.append(
            {
                "id": number,
                "external_id": one.external_id,
                "name": name,
                "sort_key": key(name),
                "search": name.lower(),
                "created_at": one.created,
                "rank": f"{number:08}V",
                "stage_id": stands.stage_id,
                "state": stands.state,
                "entered_at": stands.entered_at,
                "won_at": stands.won_at,
                "lost_at": stands.lost_at,
                **{f"{milestone}_at": moment for milestone, moment in stands.milestones.items()},
                **{
                    column: getattr(one, column)
                    for column in (
                        *("source", "owner_id", "qualified_by_id", "campaign_id", "company_id", "contact_id"),
                        *("value", "currency", "expected_close", "due_at", "custom", "deleted_at", "recorded_by"),
                    )
                },
            }
        )
        stays += [
            {"lead_id": number, "stage_id": stay.stage_id, "entered_at": stay.entered_at, "left_at": stay.left_at}
            for stay in past
        ]
    session.execute(sa.insert(Lead), leads)
    session.execute(sa.insert(Stay), stays)


def load(workspace: Workspace, histories: Sequence[History]) -> list[int]:
    """Write leads and return their ids, in order."""
    with workspace.reading() as session:
        first = int(session.execute(sa.select(sa.func.coalesce(sa.func.max(Lead.id), 0))).scalar_one()) + 1
    if histories:
        workspace.write(_fill, histories, first)
    return list(range(first, first + len(histories)))


def _clear(session: Session) -> None:
    session.execute(sa.delete(Stay))
    session.execute(sa.delete(Lead))


def clear(workspace: Workspace) -> None:
    """Take all leads away."""
    workspace.write(_clear)


def _members(session: Session, names: Sequence[str], team: str, at: datetime, *, active: bool) -> None:
    rows = [
        {"name": name, "external_id": name, "team": team, "role": "member", "active": active, "created_at": at}
        for name in names
    ]
    session.execute(sa.insert(Member), rows)


def add_members(
    workspace: Workspace, names: Sequence[str], team: str = "sales", *, active: bool = False
) -> dict[str, int]:
    """Write members, who have left unless they are active, and return their ids by name."""
    workspace.write(_members, names, team, workspace.clock(), active=active)
    workspace.noticed(iter(["member"]))
    return {member.name: number for number, member in workspace.context().members.items()}


def _fields(session: Session, names: Sequence[str], form: str, kind: str) -> None:
    rows = [{"kind": kind, "name": name, "name_key": key(name), "form": form} for name in names]
    session.execute(sa.insert(CustomField), rows)


def add_fields(workspace: Workspace, names: Sequence[str], form: str = "text", kind: str = "lead") -> dict[str, str]:
    """Write added fields and return their ids, as text, by name."""
    workspace.write(_fields, names, form, kind)
    workspace.noticed(iter(["field"]))
    return {one.name: str(number) for number, one in workspace.context().fields.items()}
