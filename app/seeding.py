"""What a new workspace starts with: its stages, reasons and first member, as the product's page lists them."""

import uuid
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from app.agreement.starting import Answers, starting
from app.agreement.terms import rows_of
from db.base import SCHEMA
from db.folding import key
from db.models import Agreement, Clause, Member, Play, Promise, Reason, SavedView, Stage, WorkspaceInfo

# name, team, kind, milestone, agreed days, probability in percent
STAGES: tuple[tuple[str, str, str, str | None, int | None, int], ...] = (
    ("New", "marketing", "open", "lead", 7, 5),
    ("Nurturing", "marketing", "open", "lead", 60, 10),
    ("Qualified", "marketing", "open", "mql", 5, 20),
    ("Handed over", "both", "handoff", "mql", 1, 25),
    ("Accepted", "sales", "open", "sal", 7, 35),
    ("Sales qualified", "sales", "open", "sql", 14, 50),
    ("Proposal", "sales", "open", "opportunity", 21, 70),
    ("Won", "sales", "won", "customer", None, 100),
    ("Lost", "sales", "lost", None, None, 0),
)
REASONS: dict[str, tuple[str, ...]] = {
    "reject": (
        "Not qualified",
        "Wrong segment or territory",
        "Already being worked",
        "Not enough information",
        "Wrong person",
    ),
    "recycle": ("Timing is wrong, try later", "Needs more nurturing"),
    "disqualify": (
        "Cannot be contacted",
        "No interest",
        "Duplicate",
        "Student or competitor",
        "Invalid data",
    ),
    "lost": (
        "Price",
        "Competitor",
        "Budget",
        "Missing feature",
        "Took too long",
        "No decision-maker",
        "No response",
        "Poor fit",
        "Other",
    ),
}
VIEWS: tuple[tuple[str, str, str, str, bool], ...] = (  # kind, name, query, icon, whether it is of what must not be
    ("lead", "Reply overdue", "overdue:yes", "alarm-clock", True),
    ("lead", "My leads", "owner:me state:open", "user-round", False),
    ("lead", "Hot this week", "state:open score>=75 updated:this-week", "flame", False),
    ("lead", "No next step", "state:open -has:next_step", "circle-dashed", False),
)
NOTE_REQUIRED = {"Other"}
OFFICE_HOURS = {str(day): [[9 * 60, 17 * 60]] for day in range(5)}


def seed(
    connection: Connection,
    *,
    company: str,
    timezone: str,
    currency: str,
    now: datetime,
    first_member: dict[str, Any],
    answers: Answers | None = None,
) -> None:
    """Write the first rows of a new workspace; its first draft of the agreement follows from the welcome's answers."""
    stamp = {"recorded_at": now, "updated_at": now}
    connection.execute(
        sa.insert(WorkspaceInfo).values(
            id=1,
            schema=SCHEMA,
            uuid=uuid.uuid4().hex,
            company=company,
            timezone=timezone,
            currency=currency,
            working_hours=OFFICE_HOURS,
            holidays=[],
            created_at=now,
        )
    )
    connection.execute(sa.insert(Member).values(active=True, created_at=now, **stamp, **first_member))
    connection.execute(
        sa.insert(Stage),
        [
            {
                "name": name,
                "name_key": key(name),
                "team": team,
                "kind": kind,
                "milestone": milestone,
                "position": position,
                "rot_days": days,
                "probability": probability,
                **stamp,
            }
            for position, (name, team, kind, milestone, days, probability) in enumerate(STAGES)
        ],
    )
    connection.execute(
        sa.insert(Reason),
        [
            {
                "list": list_name,
                "name": name,
                "name_key": key(name),
                "position": position,
                "note_required": name in NOTE_REQUIRED,
                **stamp,
            }
            for list_name, names in REASONS.items()
            for position, name in enumerate(names)
        ],
    )
    connection.execute(
        sa.insert(SavedView),
        [
            {
                "kind": kind,
                "name": name,
                "query": query,
                "shared": True,
                "settings": {"icon": icon} | ({"alarm": True} if alarm else {}),
                "position": position,
                **stamp,
            }
            for position, (kind, name, query, icon, alarm) in enumerate(VIEWS)
        ],
    )
    _draft(connection, stamp, now, answers)


def _draft(connection: Connection, stamp: dict[str, Any], now: datetime, answers: Answers | None) -> None:
    """Write the draft with which the talk about the agreement begins."""
    found = connection.execute(
        sa.select(Stage.milestone, sa.func.min(Stage.id)).where(Stage.kind == "open").group_by(Stage.milestone)
    )
    sellers = connection.execute(sa.select(Member.id).where(Member.team.in_(("sales", "both")))).scalars().all()
    own, parts = rows_of(starting({row[0]: row[1] for row in found if row[0] is not None}, sellers, answers))
    made: Any = connection.execute(sa.insert(Agreement).values(number=1, created_at=now, **own, **stamp))
    number = made.inserted_primary_key[0]
    for kind, model in (("clause", Clause), ("play", Play), ("promise", Promise)):
        connection.execute(sa.insert(model), [{"agreement_id": number, **row, **stamp} for row in parts[kind]])
