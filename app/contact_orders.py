"""The orders that a list of contacts can stand in.

Some are a column's; others come from what belongs to a contact: leads, activities, the company, e-mails. Those are
walked in *their* order, so that the first rows come without a look at every contact; who has no such value follows
by name.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app import orders
from app.context import Context
from app.fields import CONTACT
from db.models import Activity, Company, Contact, Lead, RecordKey
from db.rows import fetched
from db.textual import unindexed


@dataclass(frozen=True, slots=True)
class ByValue:
    """Where the value of each contact comes from that has one.

    `source` has the values, `on` joins a contact to its own; `without` is the condition that a contact has none.
    """

    source: Any
    on: Any
    without: Any


def by_value(session: Session, sort: str) -> ByValue | None:
    """Return how to walk an order that is no column's, or None."""
    make = _BY_VALUE.get(sort.removeprefix("-"))
    return None if make is None else make(session.info["context"])


def first(session: Session, sort: str, met: Any, limit: int) -> tuple[Any, tuple[Any, ...]]:
    """Return the ids of the first contacts that meet a condition, as a subquery, and the order of their rows.

    Raises:
        UsageError: there is no such order.
    """
    found = by_value(session, sort)
    if found is None:
        order = orders.column_order(session, CONTACT, sort)
        return sa.select(Contact.id).where(met).order_by(*order).limit(limit).subquery(), order
    backwards = sort.startswith("-")
    valued = _valued(found, backwards=backwards).where(met).limit(limit).subquery()
    rest = (
        sa.select(Contact.id, sa.literal(1).label("part"), sa.null().label("value"))
        .where(met, found.without)
        .order_by(Contact.sort_key, Contact.id)
        .limit(limit)
        .subquery()
    )
    # An engine goes on to the second part only where the first gave too few.
    both = sa.select(valued.c.id, sa.literal(0).label("part"), valued.c.value).union_all(
        sa.select(rest.c.id, rest.c.part, sa.cast(rest.c.value, valued.c.value.type))
    )
    ids = both.limit(limit).subquery()
    value = ids.c.value.desc() if backwards else ids.c.value.asc()
    by_name = sa.case((ids.c.part == 1, Contact.sort_key))
    return ids, (ids.c.part, value, by_name, Contact.id.desc() if backwards else Contact.id)


def valued_ids(session: Session, found: ByValue, sort: str, condition: Any) -> Sequence[int]:
    """Return the ids of all contacts that have a value and meet a condition, in order."""
    statement = _valued(found, backwards=sort.startswith("-")).where(Contact.deleted_at.is_(None), condition)
    return [row[0] for row in fetched(session, statement)]


def _valued(found: ByValue, *, backwards: bool) -> sa.Select[*tuple[Any, ...]]:
    value, number = found.source.c.value, Contact.id
    order = (value.desc(), number.desc()) if backwards else (value.asc(), number.asc())
    statement = sa.select(Contact.id, value.label("value")).join(found.source, found.on)
    return statement.order_by(*order)


def _of_leads(pick: Callable[[Any], Any]) -> ByValue:
    """Return a value of the lead that stands for each contact: the latest, open ones first."""
    place = sa.func.row_number().over(
        partition_by=Lead.contact_id,
        order_by=(sa.case((Lead.state == "open", 0), else_=1), Lead.created_at.desc(), Lead.id.desc()),
    )
    leads = (
        sa.select(Lead.contact_id, pick(Lead).label("value"), place.label("place"))
        .where(Lead.deleted_at.is_(None), Lead.contact_id.is_not(None))
        .subquery()
    )
    source = (
        sa.select(leads.c.contact_id, leads.c.value).where(leads.c.place == 1, leads.c.value.is_not(None)).subquery()
    )
    return ByValue(source, source.c.contact_id == Contact.id, Contact.id.not_in(sa.select(source.c.contact_id)))


def _stage(context: Context) -> ByValue:
    order = sorted(context.stages.values(), key=lambda stage: (stage.position, stage.id))
    places = {stage.id: place for place, stage in enumerate(order)}
    return _of_leads(lambda lead: sa.case(places, value=lead.stage_id))


def _score(context: Context) -> ByValue:
    del context
    return _of_leads(lambda lead: lead.score)


def _active(context: Context) -> ByValue:
    del context
    own = sa.select(Activity.record_id.label("contact_id"), Activity.at).where(
        Activity.kind == "contact", Activity.deleted_at.is_(None)
    )
    on_leads = (
        sa.select(Lead.contact_id, Activity.at)
        .join(Lead, sa.and_(Activity.kind == "lead", Activity.record_id == Lead.id))
        .where(Activity.deleted_at.is_(None), Lead.contact_id.is_not(None))
    )
    all_ = own.union_all(on_leads).subquery()
    source = (
        sa.select(all_.c.contact_id, sa.type_coerce(sa.func.max(all_.c.at), sa.BigInteger).label("value"))
        .group_by(all_.c.contact_id)
        .subquery()
    )
    return ByValue(source, source.c.contact_id == Contact.id, Contact.id.not_in(sa.select(source.c.contact_id)))


def _company(context: Context) -> ByValue:
    del context
    source = sa.select(Company.id, Company.sort_key.label("value")).subquery()
    # Along the companies, whose names stand in order, and from each to its people; never the other way.
    return ByValue(source, unindexed(source.c.id) == Contact.company_id, Contact.company_id.is_(None))


def _keyed(field: str) -> Callable[[Context], ByValue]:
    """Return the first by the alphabet of what a contact has several of."""

    def make(context: Context) -> ByValue:
        del context
        held, before = aliased(RecordKey), aliased(RecordKey)
        earlier = sa.exists().where(
            before.kind == "contact", before.record_id == held.record_id, before.field == field, before.key < held.key
        )
        source = (
            sa.select(held.record_id.label("contact_id"), held.key.label("value"))
            .where(held.kind == "contact", held.field == field, ~earlier)
            .subquery()
        )
        own = aliased(RecordKey)
        has = sa.exists().where(own.kind == "contact", own.record_id == Contact.id, own.field == field)
        return ByValue(source, source.c.contact_id == Contact.id, ~has)

    return make


_BY_VALUE: Mapping[str, Callable[[Context], ByValue]] = {
    "stage": _stage,
    "score": _score,
    "active": _active,
    "company": _company,
    "email": _keyed("email"),
    "phone": _keyed("phone"),
    "tags": _keyed("tag"),
}
