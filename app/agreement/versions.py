"""The versions of the agreement one after the other: who signed each and when, and what two of them say otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.agreement.difference import Changed, difference
from app.agreement.papers import Signed, Version, paper, versions
from app.agreement.terms import Team
from db import models
from db.rows import table_of


@dataclass(frozen=True, slots=True)
class Past:
    """A version with its signatures, the latest of each team."""

    version: Version
    signatures: Mapping[Team, Signed]


@dataclass(frozen=True, slots=True)
class Apart:
    """What the version of `later` says otherwise than that of `earlier`, by their ids."""

    earlier: int
    later: int
    changes: tuple[Changed, ...]


def history(session: Session) -> list[Past]:
    """Return all versions, the latest first, in two statements and one more for a draft."""
    known = versions(session)
    table = table_of(models.Signature)
    statement = sa.select(table.c.agreement_id, table.c.team, table.c.member_id, table.c.at)
    statement = statement.where(table.c.deleted_at.is_(None)).order_by(table.c.at, table.c.id)
    signed: dict[int, dict[Team, Signed]] = {}
    for row in session.execute(statement).all():
        signed.setdefault(row.agreement_id, {})[row.team] = Signed(row.team, row.member_id, row.at, holds=True)
    for one in known:
        if one.published_at is None:  # whether a draft's signatures hold depends on its terms as they are
            signed[one.id] = dict(paper(session, one.id).signatures)
    return [Past(one, signed.get(one.id, {})) for one in known]


def apart(session: Session, earlier: int, later: int) -> Apart:
    """Return what one version says otherwise than another.

    Raises:
        NotFoundError: one of them is gone.
    """
    before, after = (paper(session, number).terms for number in (earlier, later))
    return Apart(earlier, later, difference(before, after))
