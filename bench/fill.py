"""Workspaces of any size for the benches, filled through the store's own bulk door.

Of the contacts seven tenths have one of twenty owners, a third have tags, nine tenths live in one of three thousand
cities, a few of which are large. A lead belongs to a contact, as does what was done; a tenth of the contacts have
calls and notes of their own, half the leads have theirs.
"""

import itertools
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
from db.folding import fold, key
from db.journal import in_bulk, write_of
from db.models import Activity, Company, Contact, Lead, Member, RecordKey, Stay
from db.types import to_micros

START = datetime(2025, 1, 1, tzinfo=UTC)
LEAST_COMPANIES = 2_000
PEOPLE_OF_A_COMPANY = 25
MEMBERS = 20
TAGS = tuple(f"{head} {tail}" for head in ("fair", "list", "talk", "trial", "key") for tail in range(2020, 2028))
_BIG = ("Madrid", "Berlin", "Oslo", "Paris")
_PARTS = ("Al", "Bel", "Cor", "Dun", "Est", "Fal", "Gra", "Hol", "Kir", "Lau", "Mon", "Nor", "Ost", "Val", "Win")
_ENDS = ("berg", "burgo", "dal", "feld", "ham", "mouth", "nica", "ona", "stad", "ton", "vik", "ville", "yar")
CITIES = (*_BIG, *(f"{a}{b.lower()}{end}" for a, b in itertools.product(_PARTS, _PARTS) for end in _ENDS))
_CITY_WEIGHTS = tuple(itertools.accumulate(1 / (place + 4) for place in range(len(CITIES))))


def filled(path: Path, contacts: int, leads: int = 0, closed: float = 0.0) -> str:
    """Return the address of a file workspace of that size, made unless it is there."""
    if not path.exists():
        with door.create(str(path), "Bench", "Europe/Madrid", "EUR") as made:
            fill(made, contacts, leads, closed)
    return str(path)


def fill(workspace: Workspace, contacts: int, leads: int = 0, closed: float = 0.0) -> None:
    """Fill an empty workspace; `closed` is the share of leads that were won or lost, a quarter of them won."""
    workspace.write(_members)
    workspace.noticed(iter(["member"]))
    companies = max(LEAST_COMPANIES, contacts // PEOPLE_OF_A_COMPANY)
    workspace.write(_companies, companies)
    for start in range(0, contacts, 100_000):
        workspace.write(_contacts, start, min(100_000, contacts - start), companies)
    if leads:
        workspace.write(_leads, leads, closed)
    workspace.write(_activities, contacts, leads)


def put(session: Session, model: Any, columns: tuple[str, ...], values: Iterator[tuple[Any, ...]]) -> None:
    """Write rows through the store's own bulk door, within `db.journal.in_bulk`; moments are microseconds."""
    store = session.info["store"]
    with store.bulk(session):
        store.bulk_insert(session, rows.table_of(model), columns, values)


def _stamp(session: Session) -> int:
    return to_micros(write_of(session).now)


def _members(session: Session) -> None:
    names = [f"{FIRST_NAMES[n]} {LAST_NAMES[n]}" for n in range(1, MEMBERS)]
    values = {"team": "sales", "role": "member", "active": True, "created_at": START}
    rows.insert_all(session, Member, [{"name": name, **values} for name in names])


def _owners(session: Session) -> tuple[int, ...]:
    return tuple(session.info["context"].members)


def _firm(number: int) -> str:
    return f"{COMPANY_HEADS[number % len(COMPANY_HEADS)]} {number}"


@in_bulk
def _companies(session: Session, count: int) -> None:
    now = _stamp(session)
    first = session.info["store"].allocate_ids(session, rows.table_of(Company), count)
    names = [_firm(number) for number in range(count)]
    put(
        session,
        Company,
        ("id", "name", "name_key", "sort_key", "search", "created_at"),
        ((first + n, name, key(name), key(name), fold(name), now) for n, name in enumerate(names)),
    )
    search.index_new_rows(session.connection(), "companies", first)


@in_bulk
def _contacts(session: Session, start: int, count: int, companies: int) -> None:
    draw = random.Random(start)  # noqa: S311 - data for a bench
    owners = _owners(session)
    cities = draw.choices(CITIES, cum_weights=_CITY_WEIGHTS, k=count)
    first_id = session.info["store"].allocate_ids(session, rows.table_of(Contact), count)
    keys = []

    def made() -> Iterator[tuple[Any, ...]]:
        for n in range(count):
            first, last = draw.choice(FIRST_NAMES), draw.choice(LAST_NAMES)
            email = f"{fold(first)}.{fold(last)}{start + n}@example.com"
            phone = f"+34 6{draw.randrange(10**8):08d}"
            company = draw.randrange(companies)
            name = f"{first} {last}"
            tags = draw.sample(TAGS, draw.randint(1, 3)) if draw.random() < 1 / 3 else []
            keys.append(("contact", "email", email, first_id + n))
            keys.extend(("contact", "tag", tag, first_id + n) for tag in tags)
            yield (
                first_id + n,
                first,
                last,
                name,
                json.dumps([email]),
                json.dumps([phone]),
                json.dumps(tags),
                company + 1,
                cities[n] if draw.random() < 0.9 else None,
                draw.choice(("web", "event", "referral")),
                draw.choice(owners) if draw.random() < 0.7 else None,
                key(f"{last} {first}"),
                "|".join((fold(name), email, phone, fold(_firm(company)))),
                to_micros(START + timedelta(minutes=draw.randrange(900_000))),
            )

    put(
        session,
        Contact,
        (
            *("id", "first_name", "last_name", "name", "emails", "phones", "tags", "company_id", "city"),
            *("source", "owner_id", "sort_key", "search", "created_at"),
        ),
        made(),
    )
    search.index_new_rows(session.connection(), "contacts", first_id)
    put(session, RecordKey, ("kind", "field", "key", "record_id"), iter(sorted(keys)))


@in_bulk
def _leads(session: Session, count: int, closed: float) -> None:
    draw = random.Random(count)  # noqa: S311 - data for a bench
    board, owners = session.info["context"].board(), _owners(session)
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
                *(first_id + n, name, stage.id, state, next(ranks[stage.id]), draw.choice(owners)),
                draw.choice(("web", "event")),
                *(draw.randrange(10**6, 10**9), "EUR", created, last, key(name), fold(name), draw.randrange(100)),
                *(last if state == kind else None for kind in ("won", "lost")),
                *(reached.get(one) for one in MILESTONES),
                draw.randrange(1, people + 1) if people else None,
            )

    put(
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
    put(session, Stay, ("lead_id", "stage_id", "entered_at", "left_at"), iter(stays))


@in_bulk
def _activities(session: Session, contacts: int, leads: int) -> None:
    """Write one to three calls and notes on a tenth of the people, and on half of the leads."""
    draw = random.Random(contacts)  # noqa: S311 - data for a bench
    on = (("contact", range(1, contacts + 1, 10)), ("lead", range(1, leads + 1, 2)))
    made = (
        (kind, number, draw.choice(("call", "note")), "Bench", to_micros(START) + draw.randrange(5 * 10**13))
        for kind, numbers in on
        for number in numbers
        for _ in range(draw.randint(1, 3))
    )
    put(session, Activity, ("kind", "record_id", "type", "text", "at"), made)
