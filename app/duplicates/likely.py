"""Who may be there already, while a new contact is being typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import derived
from app.context import Context
from app.duplicates import blocking, index, profile
from app.duplicates.scoring import GRADES, judge
from db.models import Company, Contact, DuplicateKey, RecordKey
from db.rows import by_name

MOST = 3
_CANDIDATES = 200
_NAMED = frozenset({"name", "turned_name", "close_name"})
_REACHED = frozenset({"email", "shared_email", "phone", "shared_phone"})


@dataclass(frozen=True, slots=True)
class Match:
    """A contact that may be meant: `why` lists the reasons as `scoring` names them."""

    id: int
    name: str
    company: str
    email: str
    why: tuple[str, ...]


def alike(session: Session, values: Mapping[str, Any]) -> list[Match]:
    """Return the contacts that a new one with these plain values may be, the likeliest first; `company` is a name."""
    context: Context = session.info["context"]
    typed = profile.of({**values, "custom": {}}, context.fields)
    rarity = index.rarity(session)
    keys = blocking.keys(typed, rarity)
    # Before the list was compared there are no such keys; whole addresses and numbers are always found.
    exact = [("email", text) for text in values.get("emails") or ()] + [
        ("phone", text) for text in values.get("phones") or ()
    ]
    sharing = sa.select(DuplicateKey.contact_id.label("id")).where(DuplicateKey.key.in_(keys)).limit(_CANDIDATES)
    reached = (
        sa.select(RecordKey.record_id).where(
            RecordKey.kind == "contact", RecordKey.field == field, RecordKey.key == derived.folded(field, text)
        )
        for field, text in exact
    )
    found = sa.union(sa.select(sharing.subquery()), *reached).subquery()
    statement = (
        sa.select(*index.columns())
        .outerjoin(Company, Company.id == Contact.company_id)
        .where(Contact.id.in_(sa.select(found.c.id)), Contact.deleted_at.is_(None))
    )
    judged = []
    for row in session.execute(statement).all():
        verdict = judge(typed, profile.of(dict(by_name(row)), context.fields), rarity)
        why = set(verdict.why)
        if verdict.grade or why & _REACHED or (why & _NAMED and len(typed.words) > 1):
            grade = GRADES.index(verdict.grade) if verdict.grade else len(GRADES)
            judged.append((grade, -verdict.score, row.id, row, verdict.why))
    judged.sort(key=lambda one: one[:3])
    return [
        Match(row.id, row.name or "", row.company or "", row.emails[0] if row.emails else "", why)
        for *_, row, why in judged[:MOST]
    ]
