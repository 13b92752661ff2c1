"""What was done with records, as the database has it: by whose it is, with the moment that counts."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import sqlalchemy as sa

from app.fields import COMPANY, CONTACT, Kind, fold
from db.models import Activity, Contact, Lead

DID = "did"


class Touch(NamedTuple):
    """An activity as clauses see it: its type, subject and text folded, and since when it counts (microseconds)."""

    type: str
    text: str
    at: int


def moment() -> Any:
    """Return when an activity counts from: what is dated later than it was written down, from when it was."""
    at, written = (sa.type_coerce(one, sa.BigInteger) for one in (Activity.at, Activity.recorded_at))
    return sa.case((at > written, written), else_=at)


def done(kind: Kind, *columns: Any) -> sa.CompoundSelect[Any]:
    """Return the activities of all records of a kind, each under `owner`, whose it is, with these columns.

    Of a lead these are its own and its contact's; of a contact its own and those of its leads; of a company its own,
    its people's and its leads'. What lies in the bin lends nothing.
    """
    own = sa.select(Activity.record_id.label("owner"), *columns).where(
        Activity.kind == kind.name, Activity.deleted_at.is_(None)
    )
    return sa.union_all(own, *(_lent(columns, *one) for one in _lenders(kind)))


def _lenders(kind: Kind) -> tuple[tuple[str, Any], ...]:
    """Return who lends activities to a kind: the lender's kind, and the pairs of owner and lender."""
    if kind is COMPANY:
        people: Any = sa.select(Contact.company_id.label("owner"), Contact.id.label("lender"))
        leads: Any = sa.select(Lead.company_id.label("owner"), Lead.id.label("lender"))
        return (
            ("contact", people.where(Contact.deleted_at.is_(None), Contact.company_id.is_not(None))),
            ("lead", leads.where(Lead.deleted_at.is_(None), Lead.company_id.is_not(None))),
        )
    if kind is CONTACT:
        leads = sa.select(Lead.contact_id.label("owner"), Lead.id.label("lender"))
        return (("lead", leads.where(Lead.deleted_at.is_(None), Lead.contact_id.is_not(None))),)
    people = sa.select(Lead.id.label("owner"), Contact.id.label("lender"))
    return (("contact", people.join(Contact, Contact.id == Lead.contact_id).where(Contact.deleted_at.is_(None))),)


def _lent(columns: tuple[Any, ...], lender: str, pairs: Any) -> sa.Select[Any]:
    between = pairs.subquery()
    joined = sa.and_(Activity.kind == lender, Activity.record_id == between.c.lender)
    statement = sa.select(between.c.owner.label("owner"), *columns).join_from(between, Activity, joined)
    return statement.where(Activity.deleted_at.is_(None))


def columns() -> tuple[Any, ...]:
    """Return the columns that `touches` reads, for `done`."""
    return Activity.type, Activity.subject, Activity.text, moment().label("at")


def touches(rows: Iterable[Any]) -> tuple[Touch, ...]:
    """Return activities, rows of `columns`, as clauses see them, the latest first."""
    found = [Touch(row.type, " ".join(fold(f"{row.subject or ''} {row.text}").split()), row.at) for row in rows]
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))
