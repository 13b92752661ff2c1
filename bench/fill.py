"""Workspaces of any size for the benches, filled through the store's own bulk door."""

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import workspace as door
from app.rank import spread
from app.sample_words import COMPANY_HEADS, FIRST_NAMES, LAST_NAMES
from app.stays import MILESTONES
from app.workspace import Workspace
from db import rows, search
from db.journal import in_bulk, write_of
from db.models import Activity, Company, Contact, Lead, RecordKey, Stay
from db.search import fold, key
from db.types import to_micros

START = datetime(2025, 1, 1, tzinfo=UTC)
COMPANIES = 2_000


def filled(path: Path, contacts: int, leads: int = 0, closed: float = 0.0) -> str:
    """Return the address of a file workspace of that size, made unless it is there."""
    if not path.exists():
        with door.create(str(path), "Bench", "Europe/Madrid", "EUR") as made:
            fill(made, contacts, leads, closed)
    return str(path)


def fill(workspace: Workspace, contacts: int, leads: int = 0, closed: float = 0.0) -> None:
    """Fill an empty workspace; `closed` is the share of leads that were won or lost, a quarter of them won."""
    workspace.write(_companies)
    for start in range(0, contacts, 100_000):
        workspace.write(_contacts, start, min(100_000, contacts - start))
    if leads:
        workspace.write(_leads, leads, closed)
    workspace.write(_activities, contacts)


def _put(session: Session, model: Any, columns: tuple[str, ...], values: Iterator[tuple[Any, ...]]) -> None:
    store = session.info["store"]
    with store.bulk(session):
        store.bulk_insert(session, rows.table_of(model), columns, values)


def _stamp(session: Session) -> int:
    return to_micros(write_of(session).now)


@in_bulk
def _companies(session: Session) -> None:
    now = _stamp(session)
    first = session.info["store"].allocate_ids(session, rows.table_of(Company), COMPANIES)
    names = [f"{COMPANY_HEADS[n % len(COMPANY_HEADS)]} {n}" for n in range(COMPANIES)]
    _put(
        session,
        Company,
        ("id", "name", "name_key", "sort_key", "search", "created_at"),
        ((first + n, name, key(name), key(name), fold(name), now) for n, name in enumerate(names)),
    )
    search.index_new_rows(session.connection(), "companies", first)


@in_bulk
def _contacts(session: Session, start: int, count: int) -> None:
    draw = random.Random(start)  # noqa: S311 - data for a bench
    first_id = session.info["store"].allocate_ids(session, rows.table_of(Contact), count)
    keys = []

    def made() -> Iterator[tuple[Any, ...]]:
        for n in range(count):
            first, last = draw.choice(FIRST_NAMES), draw.choice(LAST_NAMES)
            email = f"{fold(first)}.{fold(last)}{start + n}@example.com"
            phone = f"+34 6{draw.randrange(10**8):08d}"
            company = draw.randrange(COMPANIES)
            firm = f"{COMPANY_HEADS[company % len(COMPANY_HEADS)]} {company}"
            name = f"{first} {last}"
            keys.append(("contact", "email", email, first_id + n))
            yield (
                first_id + n,
                first,
                last,
                name,
                json.dumps([email]),
                json.dumps([phone]),
                company + 1,
                draw.choice(("Madrid", "Berlin", "Oslo", "Paris")),
                draw.choice(("web", "event", "referral")),
                1,
                key(f"{last} {first}"),
                "|".join((fold(name), email, phone, fold(firm))),
                to_micros(START + timedelta(minutes=draw.randrange(900_000))),
            )

    _put(
        session,
        Contact,
        (
            *("id", "first_name", "last_name", "name", "emails", "phones", "company_id", "city", "source", "owner_id"),
            *("sort_key", "search", "created_at"),
        ),
        made(),
    )
    search.index_new_rows(session.connection(), "contacts", first_id)
    _put(session, RecordKey, ("kind", "field", "key", "record_id"), iter(sorted(keys)))


@in_bulk
def _leads(session: Session, count: int, closed: float) -> None:
    draw = random.Random(count)  # noqa: S311 - data for a bench
    board = session.info["context"].board()
    forward = [stage for stage in board if stage.kind in {"open", "handoff"}]
    ends = {stage.kind: stage for stage in board if stage.kind in {"won", "lost"}}
    first_id = session.info["store"].allocate_ids(session, rows.table_of(Lead), count)
    ranks = {stage.id: spread(count) for stage in board}
    people = session.execute(sa.select(sa.func.coalesce(sa.func.max(Contact.id), 0))).scalar_one()
    stays: list[tuple[Any, ...]] = []

    def made() -> Iterator[tuple[Any, ...]]:
        for n in range(count):
            created = to_micros(START + timedelta(minutes=draw.randrange(500_000)))
            way = forward[: draw.choices(range(1, len(forward) + 1), [6, 4, 4, 2, 2, 1, 1])[0]]
            if draw.random() < closed:
                way = [*forward, ends["won"]] if draw.random() < 0.25 else [*way, ends["lost"]]
            moment = created
            reached: dict[str, int] = {}
            for position, stage in enumerate(way):
                if stage.milestone:
                    reached.setdefault(stage.milestone, moment)
                last, moment = moment, moment + draw.randrange(10**9, 10**12)
                stays.append((first_id + n, stage.id, last, None if position == len(way) - 1 else moment))
            state = stage.kind if stage.kind in ends else "open"
            name = f"{draw.choice(FIRST_NAMES)} {draw.choice(LAST_NAMES)}"
            yield (
                *(first_id + n, name, stage.id, state, next(ranks[stage.id]), 1, draw.choice(("web", "event"))),
                *(draw.randrange(10**6, 10**9), "EUR", created, last, key(name), fold(name), draw.randrange(100)),
                *(last if state == kind else None for kind in ("won", "lost")),
                *(reached.get(one) for one in MILESTONES),
                draw.randrange(1, people + 1) if people else None,
            )

    _put(
        session,
        Lead,
        (
            *("id", "name", "stage_id", "state", "rank", "owner_id", "source", "value", "currency", "created_at"),
            *("entered_at", "sort_key", "search", "score", "won_at", "lost_at"),
            *(f"{one}_at" for one in MILESTONES),
            "contact_id",
        ),
        made(),
    )
    search.index_new_rows(session.connection(), "leads", first_id)
    _put(session, Stay, ("lead_id", "stage_id", "entered_at", "left_at"), iter(stays))


@in_bulk
def _activities(session: Session, contacts: int) -> None:
    """Write calls and notes on a tenth of the people."""
    draw = random.Random(contacts)  # noqa: S311 - data for a bench
    made = (
        ("contact", number, draw.choice(("call", "note")), "Bench", to_micros(START) + draw.randrange(5 * 10**13))
        for number in range(1, contacts + 1, 10)
    )
    _put(session, Activity, ("kind", "record_id", "type", "text", "at"), made)
