"""The versions of the agreement with their signatures, as they are read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.agreement.terms import TEAMS, Team, Terms, in_force, terms
from app.context import Context, MemberRow
from app.errors import NotFoundError
from db import models
from db.rows import table_of


@dataclass(frozen=True, slots=True)
class Version:
    """A version as a list shows it; a draft where `published_at` is None."""

    id: int
    number: int
    created_at: datetime
    published_at: datetime | None
    updated_at: datetime
    updated_by: int | None


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature. `holds` says whether it stands under the terms as they are, by somebody who may sign for them."""

    team: Team
    member_id: int
    at: datetime
    holds: bool


@dataclass(frozen=True, slots=True)
class Names:
    """What a paper calls people, stages and the company, and the zone of its times."""

    company: str
    timezone: str
    members: Mapping[int, str]
    stages: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Paper:
    """A version with its signatures, the latest one of each team."""

    terms: Terms
    created_at: datetime
    signatures: Mapping[Team, Signed]

    @property
    def ready(self) -> bool:
        """Whether both teams have signed what stands there, each by a person of its own."""
        people = {one.member_id for one in self.signatures.values() if one.holds}
        return len(people) == len(TEAMS)


def versions(session: Session) -> list[Version]:
    """Return all versions, the latest first."""
    table = table_of(models.Agreement)
    columns = [table.c[name] for name in Version.__slots__]
    statement = sa.select(*columns).where(table.c.deleted_at.is_(None)).order_by(table.c.number.desc())
    return [Version(*row) for row in session.execute(statement).all()]


def draft_id(session: Session) -> int | None:
    """Return the id of the draft, or None where there is none."""
    table = table_of(models.Agreement)
    statement = sa.select(table.c.id).where(table.c.published_at.is_(None), table.c.deleted_at.is_(None))
    found: int | None = session.execute(statement.order_by(table.c.number.desc()).limit(1)).scalar_one_or_none()
    return found


def version_id(session: Session, number: int) -> int:
    """Return the id of the version of a number.

    Raises:
        NotFoundError: there is none.
    """
    found = next((one.id for one in versions(session) if one.number == number), None)
    if found is None:
        raise NotFoundError("There is no version {number} of the agreement.", number=number)
    return found


def paper(session: Session, agreement_id: int) -> Paper:
    """Return a version with its signatures.

    Raises:
        NotFoundError: it is gone.
    """
    found = terms(session, agreement_id)
    if found is None:
        raise NotFoundError("That version of the agreement is no longer there.")
    table, versions_ = table_of(models.Signature), table_of(models.Agreement)
    statement = sa.select(table.c.team, table.c.member_id, table.c.at, table.c.digest)
    statement = statement.where(table.c.agreement_id == agreement_id, table.c.deleted_at.is_(None))
    created = session.execute(sa.select(versions_.c.created_at).where(versions_.c.id == agreement_id)).scalar_one()
    context: Context = session.info["context"]
    digest = found.digest()
    signed: dict[Team, Signed] = {}
    for row in session.execute(statement.order_by(table.c.at, table.c.id)).all():
        # What was published was signed by who could then; a draft needs those who can now.
        may = not found.is_draft or may_sign(context.members.get(row.member_id), row.team)
        signed[row.team] = Signed(row.team, row.member_id, row.at, row.digest == digest and may)
    return Paper(found, created, signed)


def names_of(context: Context) -> dict[str, Any]:
    """Return what everything is called now, as plain values: what a version keeps as it is published."""
    return {
        "company": context.info.company,
        "timezone": context.info.timezone,
        "members": {str(one.id): one.name for one in context.members.values()},
        "stages": {str(one.id): one.name for one in context.stages.values()},
    }


def names(session: Session, agreement_id: int) -> Names:
    """Return what a version's paper calls everything: as it was on publishing, of a draft as it is now."""
    table = table_of(models.Agreement)
    kept = session.execute(sa.select(table.c.names).where(table.c.id == agreement_id)).scalar_one_or_none()
    plain = kept or names_of(session.info["context"])
    people, stages = ({int(number): name for number, name in plain[part].items()} for part in ("members", "stages"))
    return Names(plain["company"], plain["timezone"], people, stages)


def may_sign(member: MemberRow | None, team: str) -> bool:
    """Return whether a member may sign for a team: one of its own, who is still there."""
    return member is not None and member.active and member.team in {team, "both"}


def both(session: Session) -> list[Terms]:
    """Return the terms of the draft and of the version in force, those of them that there are."""
    numbers = (draft_id(session), session.execute(sa.select(in_force())).scalar_one_or_none())
    found = (None if number is None else terms(session, number) for number in numbers)
    return [one for one in found if one is not None]


def agreed(session: Session, as_of: datetime) -> Terms | None:
    """Return the terms of the version that was in force at a moment; None where none was published by then."""
    number = session.execute(sa.select(in_force(as_of))).scalar_one_or_none()
    known: Terms | None = session.info["context"].agreement
    if number is None or (known is not None and known.id == number):
        return None if number is None else known
    return terms(session, number)
