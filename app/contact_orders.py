"""The orders that a list of contacts can stand in.

Some are a column's; others come from what belongs to a contact: leads, activities, the company, e-mails. Those are
walked in *their* order, so that the first rows come without a look at every contact; who has no such value follows
by name.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app import finding, orders, scores
from app.context import Context
from app.fields import CONTACT
from db.models import Activity, Campaign, Company, Contact, Lead, Member, RecordKey, Stage
from db.rows import table_of
from db.textual import in_order, unindexed
from db.types import given

_PART = 20_000
_LIKELY = 1_000
_DENSE = 64_000_000


@dataclass(frozen=True, slots=True)
class ByValue:
    """Where the value of each contact comes from that has one; `without` is the condition that a contact has none.

    `source` has the values and the contact that each belongs to, or, where many share one, is joined to them by `on`.
    Where several have one value, its `tie` parts them before the contacts' ids do: what an index gives needs no
    sorting then. `whole` has the same values as `source`, made for being read to the end; where it `repeats` a contact,
    its least value counts.
    """

    source: Any
    without: Any
    on: Any = None
    whole: Any = None
    repeats: bool = False

    def first(self, met: Any, *, backwards: bool) -> sa.Select[*tuple[Any, ...]]:
        """Return the ids of contacts that have a value and meet a condition, in order, and what they are ordered by."""
        number = self._number(self.source)
        keys = (key.label(f"key{place}") for place, key in enumerate(_keys(self.source)))
        statement = sa.select(number.label("id"), *keys)
        if self.on is None:
            # Asked of each in the order of the values: a join might as well begin with all contacts.
            is_met = sa.exists().where(Contact.id == unindexed(number), met).correlate(self.source)
            statement = statement.where(is_met)
        else:
            statement = statement.select_from(Contact).join(self.source, self.on).where(met)
        return statement.order_by(*self._order(self.source, backwards=backwards))

    def every(self, *, backwards: bool) -> sa.Select[*tuple[Any, ...]]:
        """Return the ids of all contacts that have a value, in order, with those that lie in the bin, and repeated."""
        source = self.source if self.whole is None else self.whole
        statement = sa.select(self._number(source))
        if self.on is not None:
            statement = statement.select_from(Contact).join(source, self.on)
        return statement.order_by(*self._order(source, backwards=backwards))

    def _number(self, source: Any) -> Any:
        return source.c.contact_id if self.on is None else Contact.id

    def _order(self, source: Any, *, backwards: bool) -> tuple[Any, ...]:
        return _directed(*_keys(source), self._number(source), backwards=backwards)


def _directed(*keys: Any, backwards: bool) -> tuple[Any, ...]:
    return tuple(key.desc() for key in keys) if backwards else keys


def _keys(source: Any) -> tuple[Any, ...]:
    return (source.c.value, source.c.tie) if "tie" in source.c else (source.c.value,)


def by_value(session: Session, sort: str) -> ByValue | None:
    """Return how to walk an order that is no column's, or None."""
    make = _BY_VALUE.get(sort.removeprefix("-"))
    return None if make is None else make(session.info["context"])


def is_looked_up(sort: str) -> bool:
    """Return whether the first contacts in an order are looked up before their rows are read, in a statement apart."""
    return sort.removeprefix("-") == "score"


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
    if is_looked_up(sort):
        some = _scored(session, met, limit, backwards=backwards)
        if some is not None:
            return some, _directed(some.c.value, some.c.id, backwards=backwards)
    valued = found.first(met, backwards=backwards).limit(limit).subquery()
    rest = (
        sa.select(Contact.id).where(met, found.without).order_by(Contact.sort_key, Contact.id).limit(limit).subquery()
    )
    names = [one.name for one in valued.c if one.name != "id"]
    nothing = (sa.cast(sa.null(), valued.c[name].type).label(name) for name in names)
    # An engine goes on to the second part only where the first gave too few.
    both = sa.select(valued.c.id, sa.literal(0).label("part"), *(valued.c[name] for name in names)).union_all(
        sa.select(rest.c.id, sa.literal(1).label("part"), *nothing)
    )
    ids = both.limit(limit).subquery()
    keys = (ids.c[name].desc() if backwards else ids.c[name].asc() for name in names)
    by_name = sa.case((ids.c.part == 1, Contact.sort_key))
    return ids, (ids.c.part, *keys, by_name, Contact.id.desc() if backwards else Contact.id)


def _scored(session: Session, met: Any, limit: int, *, backwards: bool) -> Any:
    """Return the first contacts by score that meet a condition, with their scores, None where they are not so near.

    No index has what is reckoned for each lead, so all are sorted by it. Which lead stands for its contact, and whether
    that one is wanted, is asked of the leads with the first scores only.
    """
    lead = aliased(Lead)
    score = scores.column(session.info["context"], lead).element
    likely = (
        sa.select(lead.contact_id, lead.id, lead.state, lead.created_at, score.label("value"))
        .where(lead.deleted_at.is_(None), lead.contact_id.is_not(None), score.is_not(None))
        .order_by(*_directed(score, lead.contact_id, backwards=backwards))
        .limit(max(_LIKELY, 2 * limit))
        .subquery()
    )
    wanted = sa.exists().where(Contact.id == unindexed(likely.c.contact_id), met).correlate(likely)
    found = session.execute(
        sa.select(likely.c.contact_id, likely.c.value)
        .where(~_better(likely), wanted)
        .order_by(*_directed(likely.c.value, likely.c.contact_id, backwards=backwards))
        .limit(limit)
    ).all()
    if len(found) < limit:
        return None
    return given(session, "scored", {"id": sa.BigInteger(), "value": sa.BigInteger()}, [list(row) for row in found])


def all_ids(session: Session, query: str, sort: str) -> Sequence[int]:
    """Return the ids of all contacts that a query meets, in order.

    Raises:
        QueryError: the query cannot be read; it says where.
        UsageError: there is no such order.
    """
    found = by_value(session, sort)
    if found is None:
        return orders.ids(session, CONTACT, query, sort)
    every = orders.ids(session, CONTACT, query)
    backwards = sort.startswith("-")
    walked = finding.every(session, found.every(backwards=backwards and not found.repeats))
    if not walked:
        return every
    # Asking the database of each would read a million rows from as many places.
    left = _marked(every, walked)
    valued = array("q", _taken(walked, left))
    if found.repeats and backwards:
        valued.reverse()
    if len(valued) < len(every):
        valued.extend(_taken(every, left))
    return valued


def _marked(every: Sequence[int], walked: Sequence[int]) -> bytearray | defaultdict[int, int]:
    """Return a mark for each of all ids, and none for what else is walked.

    A byte for each number up to the highest takes a hundredth of what a set of a million does, and a quarter of the
    time; ids that are far apart, as no workspace gives them by itself, are kept one by one.
    """
    highest = max((max(some) for some in (*_parts(every), *_parts(walked))), default=0)
    marks = bytearray(highest + 1) if highest < _DENSE else defaultdict[int, int](int)
    for one in every:
        marks[one] = 1
    return marks


def _taken(numbers: Sequence[int], marks: bytearray | defaultdict[int, int]) -> Iterator[int]:
    """Give the numbers that are marked, each of them once."""
    for one in numbers:
        if marks[one]:
            marks[one] = 0
            yield one


def _parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """Cut numbers into parts: one call over a million of them would hold up the thread that paints."""
    return (numbers[start : start + _PART] for start in range(0, len(numbers), _PART))


def _better(lead: Any) -> Any:
    """Return the condition that another lead stands for the contact of one: open before closed, then the later one."""
    other = aliased(Lead)
    is_open, other_is = (sa.case((state == "open", 1), else_=0) for state in (lead.c.state, other.state))
    later = sa.or_(
        other.created_at > lead.c.created_at, sa.and_(other.created_at == lead.c.created_at, other.id > lead.c.id)
    )
    before = sa.or_(other_is > is_open, sa.and_(other_is == is_open, later))
    return sa.exists().where(other.contact_id == lead.c.contact_id, other.deleted_at.is_(None), before)


@cache
def _stage() -> ByValue:
    lead = table_of(Lead).alias()
    # Along the stages, and in each along its leads, but for those that do not stand for their contact.
    source = (
        sa.select(lead.c.contact_id, Stage.position.label("value"), Stage.id.label("tie"))
        .join(Stage, unindexed(Stage.id) == lead.c.stage_id)
        .where(lead.c.deleted_at.is_(None), lead.c.contact_id.is_not(None), ~_better(lead))
        .subquery()
    )
    own = aliased(Lead)
    has = sa.exists().where(own.contact_id == Contact.id, own.deleted_at.is_(None))
    return ByValue(source, ~has)


def _score(context: Context) -> ByValue:
    lead = table_of(Lead).alias()
    score = scores.column(context, lead.c).element
    source = (
        sa.select(lead.c.contact_id, score.label("value"))
        .where(lead.c.deleted_at.is_(None), lead.c.contact_id.is_not(None), score.is_not(None), ~_better(lead))
        .subquery()
    )
    return ByValue(source, Contact.id.not_in(sa.select(source.c.contact_id)))


@cache
def _active() -> ByValue:
    """Go along what was done, newest or oldest first, but for what something later was done after."""
    lead = aliased(Lead)
    whose = sa.case((Activity.kind == "contact", Activity.record_id), else_=lead.contact_id)
    done = (
        sa.select(whose.label("contact_id"), Activity.id, Activity.at)
        .outerjoin(lead, sa.and_(unindexed(Activity.kind) == "lead", lead.id == Activity.record_id))
        .where(Activity.deleted_at.is_(None))
        .subquery()
    )
    later, of_lead, other = aliased(Activity), aliased(Activity), aliased(Lead)

    def after(one: Any) -> Any:
        since = sa.or_(one.at > done.c.at, sa.and_(one.at == done.c.at, one.id > done.c.id))
        return sa.and_(one.deleted_at.is_(None), one.at >= done.c.at, since)

    own = sa.exists().where(later.kind == "contact", later.record_id == done.c.contact_id, after(later))
    # Of each of the contact's leads, whether it has something; never through all that was done with leads.
    of_it = sa.exists().where(of_lead.kind == "lead", of_lead.record_id == other.id, after(of_lead))
    on_leads = sa.exists().where(other.contact_id == done.c.contact_id, of_it.correlate(other, done))
    source = (
        sa.select(done.c.contact_id, sa.type_coerce(done.c.at, sa.BigInteger).label("value"))
        .where(~own, ~on_leads)
        .subquery()
    )
    any_own, any_lead, held = aliased(Activity), aliased(Activity), aliased(Lead)
    has_own = sa.exists().where(
        any_own.kind == "contact", any_own.record_id == Contact.id, any_own.deleted_at.is_(None)
    )
    of_held = sa.exists().where(any_lead.kind == "lead", any_lead.record_id == held.id, any_lead.deleted_at.is_(None))
    has_lead = sa.exists().where(held.contact_id == Contact.id, of_held.correlate(held))
    return ByValue(source, sa.and_(~has_own, ~has_lead), whole=_all_active())


def _all_active() -> Any:
    own = sa.select(Activity.record_id.label("contact_id"), Activity.at).where(
        Activity.kind == "contact", Activity.deleted_at.is_(None)
    )
    on_leads = (
        sa.select(Lead.contact_id, Activity.at)
        .join(Lead, sa.and_(Activity.kind == "lead", Activity.record_id == Lead.id))
        .where(Activity.deleted_at.is_(None), Lead.contact_id.is_not(None))
    )
    both = own.union_all(on_leads).subquery()
    latest = sa.type_coerce(sa.func.max(both.c.at), sa.BigInteger).label("value")
    return sa.select(both.c.contact_id, latest).group_by(both.c.contact_id).subquery()


@cache
def _company() -> ByValue:
    source = sa.select(Company.id, Company.sort_key.label("value"), Company.id.label("tie")).subquery()
    # Along the companies, whose names stand in order, and from each to its people; never the other way.
    return ByValue(source, Contact.company_id.is_(None), unindexed(source.c.id) == Contact.company_id)


@cache
def _owner() -> ByValue:
    source = sa.select(Member.id, in_order(Member.name).label("value"), Member.id.label("tie")).subquery()
    return ByValue(source, Contact.owner_id.is_(None), unindexed(source.c.id) == Contact.owner_id)


@cache
def _campaign() -> ByValue:
    source = sa.select(Campaign.id, Campaign.name_key.label("value"), Campaign.id.label("tie")).subquery()
    return ByValue(source, Contact.campaign_id.is_(None), unindexed(source.c.id) == Contact.campaign_id)


@cache
def _keyed(field: str) -> ByValue:
    """Return the first by the alphabet of what a contact has several of."""
    held, before = aliased(RecordKey), aliased(RecordKey)
    earlier = sa.exists().where(
        before.kind == "contact", before.record_id == held.record_id, before.field == field, before.key < held.key
    )
    source = (
        sa.select(held.record_id.label("contact_id"), held.key.label("value"))
        .where(held.kind == "contact", held.field == field, ~earlier)
        .subquery()
    )
    own, all_ = aliased(RecordKey), aliased(RecordKey)
    has = sa.exists().where(own.kind == "contact", own.record_id == Contact.id, own.field == field)
    # Along the keys as they lie in order: the first by the alphabet comes first, and nothing needs sorting.
    whole = (
        sa.select(all_.record_id.label("contact_id"), all_.key.label("value"))
        .where(all_.kind == "contact", all_.field == field)
        .subquery()
    )
    return ByValue(source, ~has, whole=whole, repeats=True)


# Those that depend on nothing are made once: making them takes longer than a database needs for the first rows.
_BY_VALUE: Mapping[str, Callable[[Context], ByValue]] = {
    "stage": lambda _: _stage(),
    "score": _score,
    "active": lambda _: _active(),
    "company": lambda _: _company(),
    "owner": lambda _: _owner(),
    "campaign": lambda _: _campaign(),
    "email": lambda _: _keyed("email"),
    "phone": lambda _: _keyed("phone"),
    "tags": lambda _: _keyed("tag"),
}
