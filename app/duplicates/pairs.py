"""The suspected pairs as a page and a command show them, and those that somebody keeps apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app import things
from app.duplicates import index
from app.duplicates.scoring import GRADES
from app.errors import NotFoundError
from db.journal import write_of
from db.models import Company, Contact, DuplicatePair, KeptApart

MOST = 300
"""How many pairs of a grade are listed; of more, the page says how many there are."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two contacts, as a list names it."""

    id: int
    name: str
    company: str
    external_id: str
    email: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two contacts that may be one person. `score` is in bits, `why` lists reasons as `scoring` names them."""

    first: Side
    second: Side
    grade: str
    score: float
    why: tuple[str, ...]

    @property
    def ids(self) -> tuple[int, int]:
        """Both ids, the lower first."""
        return self.first.id, self.second.id


@dataclass(frozen=True, slots=True)
class Found:
    """What is known: the pairs, how many there are of each grade, and how many contacts wait to be compared."""

    pairs: tuple[Pair, ...]
    counts: Mapping[str, int]
    outstanding: int


def found(session: Session, most: int | None = MOST) -> Found:
    """Return the suspected pairs, the surest first; at most so many of each grade."""
    counts = dict.fromkeys(GRADES, 0)
    first, second = aliased(Contact), aliased(Contact)
    grouped = _standing(sa.select(DuplicatePair.grade, sa.func.count().label("number")), first, second)
    for row in session.execute(grouped.group_by(DuplicatePair.grade)).all():
        counts[row.grade] = row.number
    pairs = tuple(pair for grade in GRADES if counts[grade] for pair in _of_grade(session, grade, most))
    return Found(pairs, counts, index.outstanding(session))


def counted(session: Session) -> int:
    """Return how many pairs are certain or likely."""
    first, second = aliased(Contact), aliased(Contact)
    statement = _standing(sa.select(sa.func.count()), first, second)
    return int(session.execute(statement.where(DuplicatePair.grade.in_(GRADES[:2]))).scalar_one())


def _standing(statement: Any, first: Any, second: Any) -> Any:
    """Narrow to pairs whose contacts stand and that nobody keeps apart."""
    apart = (
        sa.exists()
        .where(KeptApart.first_id == DuplicatePair.first_id, KeptApart.second_id == DuplicatePair.second_id)
        .where(KeptApart.deleted_at.is_(None))
    )
    return (
        statement.select_from(DuplicatePair)
        .join(first, sa.and_(first.id == DuplicatePair.first_id, first.deleted_at.is_(None)))
        .join(second, sa.and_(second.id == DuplicatePair.second_id, second.deleted_at.is_(None)))
        .where(~apart)
    )


def _of_grade(session: Session, grade: str, most: int | None) -> list[Pair]:
    first, second = aliased(Contact), aliased(Contact)
    firm, firm_too = aliased(Company), aliased(Company)
    sides = [
        column.label(f"{side}_{name}")
        for side, one, its in (("first", first, firm), ("second", second, firm_too))
        for name, column in (
            ("id", one.id),
            ("name", one.name),
            ("company", its.name),
            ("external_id", one.external_id),
            ("emails", one.emails),
        )
    ]
    statement = _standing(sa.select(DuplicatePair.score, DuplicatePair.why, *sides), first, second)
    statement = statement.outerjoin(firm, firm.id == first.company_id).outerjoin(
        firm_too, firm_too.id == second.company_id
    )
    statement = statement.where(DuplicatePair.grade == grade).order_by(
        DuplicatePair.score.desc(), DuplicatePair.first_id, DuplicatePair.second_id
    )
    rows = session.execute(statement if most is None else statement.limit(most)).all()
    return [Pair(_side(row, "first"), _side(row, "second"), grade, row.score / 10, tuple(row.why)) for row in rows]


def _side(row: Any, side: str) -> Side:
    emails = getattr(row, f"{side}_emails") or []
    name, company, number = (getattr(row, f"{side}_{part}") or "" for part in ("name", "company", "external_id"))
    return Side(getattr(row, f"{side}_id"), name, company, number, emails[0] if emails else "")


def keep_apart(session: Session, one: int, other: int) -> None:
    """Write down that two contacts are not the same person; they are not suspected any more.

    Raises:
        NotFoundError: one of them is gone.
    """
    names = session.execute(
        sa.select(Contact.name).where(Contact.id.in_((one, other)), Contact.deleted_at.is_(None)).order_by(Contact.id)
    ).scalars()
    found = list(names)
    if len(found) != 2:  # noqa: PLR2004 - two contacts
        raise NotFoundError("One of them is no longer there; it may have been merged or moved to the bin.")
    write = write_of(session)
    write.subject = " · ".join(dict.fromkeys(found))
    first, second = sorted((one, other))
    kept = session.execute(
        sa.select(KeptApart.id).where(
            KeptApart.first_id == first, KeptApart.second_id == second, KeptApart.deleted_at.is_(None)
        )
    ).first()
    if kept is None:
        values = {"first_id": first, "second_id": second, "member_id": write.facts.member_id, "at": write.now}
        things.create(session, "apart", values)
