"""Saved views: queries with a name, one's own or shared by all, and how many records they meet now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import things
from app.context import Context
from app.errors import RefusedError, UsageError
from app.fields import KINDS
from app.finding import condition_of
from db.models import Contact, Lead, SavedView

ALARM = "alarm"
"""The setting of a view whose count is shown as what must not be."""
ICON = "icon"
ICONS = ("alarm-clock", "user-round", "flame", "circle-dashed", "star", "list-filter")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class View:
    """A saved view. `kind` is contact, company or lead; `own` means that the member who reads made it."""

    id: int
    kind: str
    name: str
    query: str
    shared: bool
    own: bool
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_alarm(self) -> bool:
        """Whether its count is of what must not be."""
        return bool(self.settings.get(ALARM))

    @property
    def icon(self) -> str:
        """The drawing beside it."""
        found = self.settings.get(ICON)
        return str(found) if found in ICONS else "list-filter"


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands beside the sidebar's places and views; a view whose query can no longer be read has no count."""

    contacts: int
    open_leads: int
    views: Mapping[int, int]


def views(session: Session) -> list[View]:
    """Return the views that are shared and one's own, in their order."""
    me = _me(session)
    rows = session.execute(
        sa.select(SavedView)
        .with_only_columns(
            SavedView.id,
            SavedView.kind,
            SavedView.name,
            SavedView.query,
            SavedView.shared,
            SavedView.member_id,
            SavedView.settings,
        )
        .where(SavedView.deleted_at.is_(None), sa.or_(SavedView.shared, SavedView.member_id == me))
        .order_by(SavedView.position, SavedView.id)
    ).all()
    return [
        View(row.id, row.kind, row.name, row.query, row.shared, row.member_id == me, row.settings or {}) for row in rows
    ]


def counts(session: Session, wanted: Sequence[View]) -> Counts:
    """Return how many records there are, and how many each view meets, in one statement."""
    parts = [_count(Contact, sa.true()), _count(Lead, Lead.state == "open")]
    counted: list[View] = []
    for view in wanted:
        try:
            condition = condition_of(session, KINDS[view.kind], view.query)
        except UsageError:
            continue
        counted.append(view)
        parts.append(_count(KINDS[view.kind].model, condition))
    row = session.execute(sa.select(*(part.label(f"c{place}") for place, part in enumerate(parts)))).one()
    return Counts(row[0], row[1], dict(zip((view.id for view in counted), row[2:], strict=True)))


def save(
    session: Session,
    kind: str,
    name: str,
    query: str,
    *,
    shared: bool = False,
    settings: Mapping[str, Any] | None = None,
) -> int:
    """Keep a view at the end of the list and return its id.

    Raises:
        UsageError: it has no name, or its query cannot be read.
    """
    condition_of(session, KINDS[kind], query)
    last = session.execute(sa.select(sa.func.coalesce(sa.func.max(SavedView.position), -1))).scalar_one()
    return things.create(
        session,
        "view",
        {
            "kind": kind,
            "name": _named(name),
            "query": query,
            "shared": shared,
            "member_id": _me(session),
            "settings": dict(settings or {}),
            "position": last + 1,
        },
    )


def change(session: Session, view_id: int, values: Mapping[str, Any]) -> None:
    """Change a view's `name`, `query`, `shared` or `settings`.

    Raises:
        RefusedError: it is somebody else's own.
        UsageError: it has no name, or its query cannot be read.
    """
    row = _mine_or_shared(session, view_id)
    given = dict(values)
    if "name" in given:
        given["name"] = _named(given["name"])
    if "query" in given:
        condition_of(session, KINDS[row["kind"]], given["query"])
    if given.get("shared") is False and row["member_id"] != _me(session):
        raise RefusedError("“{view}” was shared by somebody else, so it cannot become yours alone.", view=row["name"])
    things.edit(session, "view", view_id, given)


def remove(session: Session, view_id: int) -> None:
    """Take a view away.

    Raises:
        RefusedError: it is somebody else's own.
    """
    _mine_or_shared(session, view_id)
    things.remove(session, "view", view_id)


def move(session: Session, view_id: int, step: int) -> None:
    """Move a view up (-1) or down (1) in the list."""
    order = views(session)
    place = next((number for number, view in enumerate(order) if view.id == view_id), None)
    if place is None or not 0 <= place + step < len(order):
        return
    moved = order.pop(place)
    order.insert(place + step, moved)
    for number, view in enumerate(order):
        things.edit(session, "view", view.id, {"position": number})


def _count(model: Any, condition: sa.ColumnElement[bool]) -> Any:
    return sa.select(sa.func.count()).select_from(model).where(model.deleted_at.is_(None), condition).scalar_subquery()


def _mine_or_shared(session: Session, view_id: int) -> dict[str, Any]:
    row = things.read(session, "view", view_id)
    if not row["shared"] and row["member_id"] != _me(session):
        raise RefusedError("That view is somebody else's own.")
    return row


def _named(name: str) -> str:
    cut = " ".join(name.split())[:_LONGEST]
    if not cut:
        raise UsageError("A view needs a name.")
    return cut


def _me(session: Session) -> int | None:
    context: Context = session.info["context"]
    return context.me.id if context.me is not None else None
