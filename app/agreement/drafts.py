"""Drafting, signing and publishing the agreement.

There is one draft at a time, and everybody edits it. A signature carries the digest of what was signed, so it stops
counting as soon as a term is changed, and counts again should the term come back. A published version stays as it is:
the database itself refuses to change it.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import things
from app.agreement import checking
from app.agreement.papers import Paper, draft_id, may_sign, names_of, paper, versions
from app.agreement.starting import of_workspace
from app.agreement.terms import (
    TEAMS,
    Team,
    Terms,
    in_force,
    rows_of,
    terms,
)
from app.context import Context
from app.errors import RefusedError, UsageError, Word
from app.fields import LEAD
from app.query import QueryError, parse
from db import models
from db.journal import alone, write_of
from db.rows import table_of

# Drafting


def begin(session: Session) -> int:
    """Return the id of the draft; where there is none, one is made from the version in force, or a sensible start."""
    _one_at_a_time(session)
    known = draft_id(session)
    if known is not None:
        return known
    current = session.execute(sa.select(in_force())).scalar_one_or_none()
    base = None if current is None else terms(session, current)
    return write(session, of_workspace(session.info["context"]) if base is None else base)


def write(session: Session, base: Terms) -> int:
    """Write a draft with the terms of another version, numbered after the last one; return its id."""
    numbers = [one.number for one in versions(session)]
    values, parts = rows_of(base)
    values |= {"number": max(numbers, default=0) + 1, "created_at": write_of(session).now}
    made = things.create(session, "agreement", values)
    for kind, rows in parts.items():
        for row in rows:
            things.create(session, kind, row | {"agreement_id": made})
    write_of(session).subject = f"{values['number']}"
    return made


def change(session: Session, agreement_id: int, mine: Mapping[str, Any], base: Mapping[str, Any] | None = None) -> None:
    """Save an edit of a draft's own terms, merged by field.

    Raises:
        RefusedError: it is published.
        UsageError: there is no such term, or the value is none.
        ConflictError: a colleague changed the same term to something else.
    """
    _open(session, agreement_id)
    unknown = sorted(mine.keys() - set(checking.TERMS))
    if unknown:
        raise UsageError(
            "The agreement has no term “{field}”. Its terms are: {known}.",
            field=unknown[0],
            known=", ".join(checking.TERMS),
        )
    values = {name: checking.checked(name, value) for name, value in mine.items()}
    checking.check_rules(session, values.get("route_rules") or ())
    checking.check_people(session, values)
    things.edit(session, "agreement", agreement_id, values, base)


def add(session: Session, agreement_id: int, kind: str, values: Mapping[str, Any]) -> int:
    """Add a clause, a required action (“play”) or a promise at the end of its list; return its id.

    Raises:
        RefusedError: the version is published.
        UsageError: a value is missing, unknown or none.
        QueryError: the query cannot be followed; it says where.
    """
    _open(session, agreement_id)
    given = checking.checked_part(session, kind, values)
    checking.whole(kind, given)
    checking.check_still(kind, given, session.info["context"])
    table = table_of(things.MODELS[kind])
    last = sa.select(sa.func.max(table.c.position)).where(table.c.agreement_id == agreement_id)
    position = session.execute(last).scalar_one()
    given.setdefault("position", 0 if position is None else position + 1)
    given |= {"key": checking.checked("key", values.get("key")) or uuid4().hex[:12], "agreement_id": agreement_id}
    return things.create(session, kind, given)


def edit(
    session: Session, kind: str, number: int, mine: Mapping[str, Any], base: Mapping[str, Any] | None = None
) -> None:
    """Save an edit of a clause, required action or promise, merged by field.

    Raises:
        RefusedError: its version is published.
        UsageError: a value is unknown or none.
        QueryError: the query cannot be followed; it says where.
        ConflictError: a colleague changed the same field to something else.
    """
    row = _part(session, kind, number)
    checked = checking.checked_part(session, kind, mine)
    checking.whole(kind, row | checked)
    checking.check_still(kind, row | checked, session.info["context"])
    things.edit(session, kind, number, checked, base)


def remove(session: Session, kind: str, number: int) -> None:
    """Take a clause, required action or promise out of a draft.

    Raises:
        RefusedError: its version is published.
    """
    _part(session, kind, number)
    things.remove(session, kind, number)


def place(session: Session, kind: str, numbers: Sequence[int]) -> None:
    """Put the parts of a kind in this order.

    Raises:
        RefusedError: their version is published.
    """
    for position, number in enumerate(numbers):
        row = _part(session, kind, number)
        if row["position"] != position:
            things.edit(session, kind, number, {"position": position})


def discard(session: Session, agreement_id: int) -> None:
    """Move a draft to the bin.

    Raises:
        RefusedError: it is published.
    """
    _open(session, agreement_id)
    things.remove(session, "agreement", agreement_id)


# Signing and publishing


def sign(session: Session, agreement_id: int, team: Team, digest: str | None = None) -> None:
    """Sign a draft for a team; `digest` is that of the terms which were read.

    Raises:
        RefusedError: it is published, its terms are others by now, no lead can ever meet one of its definitions, or I
            may not sign for that team, or signed for the other one already.
        UsageError: by its route leads go to somebody who may not receive them.
    """
    context: Context = session.info["context"]
    found = _open(session, agreement_id)
    me = context.me
    if me is None or not may_sign(me, team):
        raise RefusedError("Only somebody of {team} signs for {team}.", team=Word(team))
    if digest is not None and digest != found.terms.digest():
        raise RefusedError("The draft was changed since you read it. Read it again, then sign.")
    broken = _broken(session, found.terms)
    if broken:
        raise RefusedError("“{clause}” cannot be followed any more. Change or remove it, then sign.", clause=broken[0])
    checking.check_route(session, found.terms)
    checking.check_reach(found.terms)
    others = [one for name, one in found.signatures.items() if name != team and one.holds]
    if any(one.member_id == me.id for one in others):
        raise RefusedError("You have signed for the other team already; each team needs a signature of its own.")
    mine = found.signatures.get(team)
    if mine is not None and mine.holds:
        if mine.member_id == me.id:
            return
        raise RefusedError(
            "{member} has signed for {team} already.", member=context.members[mine.member_id].name, team=Word(team)
        )
    now = write_of(session).now
    values = {"agreement_id": agreement_id, "team": team, "member_id": me.id, "digest": found.terms.digest(), "at": now}
    things.create(session, "signature", values)
    write_of(session).subject = str(found.terms.number)


def unsign(session: Session, agreement_id: int) -> None:
    """Take my signatures under a draft back.

    Raises:
        RefusedError: it is published.
    """
    context: Context = session.info["context"]
    _open(session, agreement_id)
    table = table_of(models.Signature)
    statement = sa.select(table.c.id).where(table.c.agreement_id == agreement_id, table.c.deleted_at.is_(None))
    mine = statement.where(table.c.member_id == (context.me.id if context.me else None))
    for number in session.execute(mine).scalars().all():
        things.remove(session, "signature", number)


@alone
def publish(session: Session, agreement_id: int) -> None:
    """Put a draft in force that both teams have signed.

    Raises:
        RefusedError: it is published, a signature is missing, or was given for other terms, or no lead can ever meet
            one of the definitions.
        UsageError: by its route leads go to somebody who may not receive them.
    """
    found = _open(session, agreement_id)
    for team in TEAMS:
        signed = found.signatures.get(team)
        if signed is None:
            raise RefusedError("The signature of {team} is missing.", team=Word(team))
        if not signed.holds:
            raise RefusedError(
                "{team} signed other terms than these, or by somebody else. Sign anew.", team=Word(team.capitalize())
            )
    if not found.ready:
        raise RefusedError("One person signed for both teams; each team needs a signature of its own.")
    broken = _broken(session, found.terms)
    if broken:
        raise RefusedError(
            "“{clause}” cannot be followed any more. Change or remove it, and sign anew.", clause=broken[0]
        )
    checking.check_route(session, found.terms)
    checking.check_reach(found.terms)
    called = names_of(session.info["context"])
    things.edit(session, "agreement", agreement_id, {"published_at": write_of(session).now, "names": called})
    write_of(session).subject = str(found.terms.number)


def _broken(session: Session, found: Terms) -> list[str]:
    """Return the queries that cannot be followed in this workspace."""
    parts: tuple[Sequence[Any], ...] = (found.clauses, found.plays, found.promises, found.route_rules)
    queries = [one.query for part in parts for one in part if one.query]
    return [query for query in queries if not _follows(session, query)]


def _follows(session: Session, query: str) -> bool:
    try:
        parse(query, LEAD.name).bind(session.info["context"])
    except QueryError:
        return False
    return True


# What is checked


def _one_at_a_time(session: Session) -> None:
    # Whoever begins a draft, changes it, signs or publishes waits for who is at it: a lock of no stage's number.
    session.info["store"].lock(session, 0)


def _open(session: Session, agreement_id: int) -> Paper:
    _one_at_a_time(session)
    found = paper(session, agreement_id)
    if not found.terms.is_draft:
        raise RefusedError(
            "Version {number} is published and stays as it is. Begin a new draft to change it.",
            number=found.terms.number,
        )
    return found


def _part(session: Session, kind: str, number: int) -> dict[str, Any]:
    row = things.read(session, kind, number)
    _open(session, row["agreement_id"])
    return row


def rewrite(session: Session, agreement_id: int, values: Mapping[str, Any], parts: Mapping[str, Any]) -> None:
    """Give a draft the terms and lists of parts of a document; a part whose key is known is edited, others come and go.

    Raises:
        RefusedError: it is published.
        UsageError: a value is missing, unknown or none.
        QueryError: a query cannot be followed; it says where.
    """
    found = _open(session, agreement_id).terms
    if values:
        change(session, agreement_id, values)
    known: Mapping[str, Sequence[Any]] = {"clause": found.clauses, "play": found.plays, "promise": found.promises}
    for kind, wanted in parts.items():
        checking.check_keys(kind, wanted)
        mine = {one.key: one.id for one in known[kind]}
        kept = {str(one.get("key") or "") for one in wanted}
        for key, number in mine.items():
            if key not in kept:
                remove(session, kind, number)
        for position, one in enumerate(wanted):
            plain = dict(one) | {"position": position}
            if plain.get("key") in mine:
                edit(session, kind, mine[plain.pop("key")], plain)
            else:
                add(session, agreement_id, kind, plain)
