"""What the agreement in force gives each lead, kept beside it (`app.scores` says what fit and heat are).

`keep` runs at the end of every write, whoever asked for it, and looks at what its journal says: a lead, its contact or
company, what was done with them, a list that a clause names. A lead that none of this is about is left alone. A version
that is published judges all leads anew, in the same act.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import records
from app.agreement.asking import asked
from app.agreement.gates import record_of
from app.agreement.judging import sheet, since
from app.agreement.terms import ClauseTerms, Terms, terms
from app.context import Context, StaleContextError, load
from app.fields import COMPANY, CONSENT, CONTACT, LEAD
from app.query import Query, QueryError, Record, parse
from app.query.binding import targets_of
from app.query.done import DID, columns, done, touches
from app.scores import scored_by, weight
from db.journal import Entry, write_of
from db.models import Activity, Company, Contact, ImportChange, Lead
from db.rows import by_name, table_of
from db.types import from_micros, given

_FEW = 50
_BATCH = 20_000
_NAMED = frozenset(
    {"name", "first_name", "last_name", "emails", "phones", "company", "domain", "external_id", "contact"}
)
_LISTS = {
    "member": "member",
    "stage": "stage",
    "team": "stage",
    "milestone": "stage",
    "state": "stage",
    "campaign": "campaign",
    "reason": "reason",
    "moment": "workspace",
    "date": "workspace",
}


@dataclass(frozen=True, slots=True)
class Scoring:
    """How a version gives points.

    Attributes:
        terms: the version.
        clauses: those of its definition that are worth points.
        looked: the fields that they look at, as (path, name).
        lists: the small lists that they name members of.
    """

    terms: Terms
    clauses: tuple[ClauseTerms, ...]
    looked: frozenset[tuple[str, str]]
    lists: frozenset[str]

    @property
    def told(self) -> bool:
        """Whether what was done counts."""
        return ("", DID) in self.looked

    @property
    def consents(self) -> bool:
        """Whether what a contact agreed to counts."""
        return any(name.startswith(CONSENT) for _, name in self.looked)


def scoring(context: Context) -> Scoring | None:
    """Return how the version in force gives points, None where it gives none."""
    milestone = scored_by(context.agreement)
    if context.agreement is None or milestone is None:
        return None
    clauses = tuple(one for one in context.agreement.definition(milestone) if one.points)
    looked: set[tuple[str, str]] = set()
    lists: set[str] = set()
    for clause in clauses:
        looked |= asked(clause.query, context).names
        lists |= set(_lists(clause.query, context))
    if ("", DID) in looked:
        looked |= {("", "contact"), ("contact", records.EXISTS)}
    return Scoring(context.agreement, clauses, frozenset(looked), frozenset(lists))


def _lists(text: str, context: Context) -> Iterator[str]:
    try:
        found = [target.type for target, _ in targets_of(parse(text, LEAD.name).node, LEAD, context)]
    except QueryError:
        found = []
        yield "field"  # it may be followed again once the field is back
    for type_ in found:
        yield "field" if type_.startswith("custom ") else _LISTS.get(type_, "")


# At the end of a write


def keep(session: Session) -> None:
    """Bring the scores up to date of all leads that the write in hand is about.

    Raises:
        StaleContextError: another version is in force than the write took for granted; it is to be done again.
    """
    write = write_of(session)
    context: Context = session.info["context"]
    published = [
        one.id for one in write.entries if one.kind == "agreement" and one.fields.get("published_at", (None, None))[1]
    ]
    if published:
        made = terms(session, published[-1])
        if made is not None and made.published_at is not None:
            score_all(session, replace(context, agreement=made))
        return
    if not any(one.kind in _ABOUT or one.import_id is not None for one in write.entries):
        return
    if write.facts.agreement_id != (None if context.agreement is None else context.agreement.id):
        raise StaleContextError
    found = scoring(context)
    if found is None:
        return
    if found.lists & {one.kind for one in write.entries}:
        score_all(session, load(session, None if context.me is None else context.me.id, None, write.now))
        return
    condition = _condition(session, found, write.entries)
    if condition is not None:
        score(session, context, found, condition)


_ABOUT = frozenset(
    {
        "lead",
        "contact",
        "company",
        "activity",
        "consent",
        "member",
        "stage",
        "campaign",
        "reason",
        "field",
        "workspace",
        "import",
    }
)


def _condition(session: Session, found: Scoring, entries: Iterable[Entry]) -> sa.ColumnElement[bool] | None:
    """Return which leads entries of the journal are about, as far as their points may change; None for none."""
    table = table_of(Lead)
    numbers: dict[str, set[int]] = {"lead": set(), "contact": set(), "company": set()}
    activities: set[int] = set()
    imports: set[int] = set()
    for one in entries:
        if one.import_id is not None or one.kind == "import":
            imports.add(one.import_id or one.id)
        elif one.kind in numbers and _looks(found, one):
            numbers[one.kind].add(one.id)
        elif one.kind == "activity" and found.told:
            activities.add(one.id)
            # A merge carries it from one contact to another: both are looked at anew.
            numbers["contact"] |= _both(one, "record_id") if "kind" not in one.fields else set()
        elif one.kind == "consent" and found.consents:
            numbers["contact"] |= _both(one, "contact_id")
    if activities:
        activity = table_of(Activity)
        statement = sa.select(activity.c.kind, activity.c.record_id).where(activity.c.id.in_(sorted(activities)))
        for kind, number in session.execute(statement).all():
            if kind != "company":  # what was done with a company is nobody's in particular
                numbers[kind].add(number)
    columns_ = {"lead": table.c.id, "contact": table.c.contact_id, "company": table.c.company_id}
    tests: list[sa.ColumnElement[bool]] = [columns_[kind].in_(sorted(some)) for kind, some in numbers.items() if some]
    tests += [_brought(table, number, told=found.told) for number in sorted(imports)]
    return sa.or_(*tests) if tests else None


def _both(entry: Entry, name: str) -> set[int]:
    """Return the ids that a field of an entry held before and holds now."""
    return {number for number in entry.fields.get(name, ()) if number is not None}


def _looks(found: Scoring, entry: Entry) -> bool:
    """Return whether points hang on what an entry changed."""
    changed = set(entry.fields)
    path = "" if entry.kind == "lead" else entry.kind
    names = {name for where, name in found.looked if where == path}
    if "name" in names:
        names |= _NAMED
    if f"{CONSENT}*" in names:
        names |= {name for name in changed if name.startswith(CONSENT)}
    if entry.kind == "lead":
        names |= {"created", records.EXISTS}
    elif len(changed) > 1 and entry.fields.get(records.EXISTS, (None, None)) == (False, True):
        return False  # made just now: what belongs to it says so itself
    return not names.isdisjoint(changed)


def _brought(table: sa.Table, number: int, *, told: bool) -> sa.ColumnElement[bool]:
    """Return the condition on the leads that an import made or changed, or whose contact or company it did."""
    if told:
        return sa.true()  # it may have brought what was done with anybody
    change = table_of(ImportChange)
    tests = []
    for kind, own, held in (
        (LEAD, table, table.c.id),
        (CONTACT, table_of(Contact), table.c.contact_id),
        (COMPANY, table_of(Company), table.c.company_id),
    ):
        tests.append(held.in_(sa.select(own.c.id).where(own.c.import_id == number)))
        updated = sa.select(change.c.record_id).where(change.c.import_id == number, change.c.kind == kind.name)
        tests.append(held.in_(updated))
    return sa.or_(*tests)


# Writing


def score(session: Session, context: Context, found: Scoring, condition: sa.ColumnElement[bool]) -> None:
    """Judge the leads that meet a condition by the version in force, and keep what it gives them."""
    table = table_of(Lead)
    beside = {} if found.consents else {"contact": table_of(Contact), "company": table_of(Company)}
    joined: Any = table
    for path, other in beside.items():
        joined = joined.outerjoin(other, other.c.id == table.c[f"{path}_id"])
    more = [one.label(f"{path}.{one.name}") for path, other in beside.items() for one in other.c]
    statement = sa.select(*table.c, *more).select_from(joined).where(condition).order_by(table.c.id)
    rows = session.execute(statement.limit(_FEW + 1)).all()
    if len(rows) > _FEW:
        score_all(session, context, condition)
        return
    bare = replace(context, agreement=None)
    known = _done(session, [row.id for row in rows]) if found.told and rows else {}
    queries = [(one, parse(one.query, LEAD.name)) for one in found.clauses]
    made = []
    for row in rows:
        record = record_of(session, context, by_name(row))
        if found.told:
            record = Record(LEAD, {**record.values, DID: known.get(row.id, ())}, record.around)
        fit, heat = _given(found, queries, record, bare)
        if (row.fit, row.heat, row.scored_by) != (fit, heat, found.terms.id):
            made.append({"key": row.id, "fits": fit, "heats": heat, "scorer": found.terms.id})
    if made:
        session.execute(_WRITE, made)


def _given(
    found: Scoring, queries: Sequence[tuple[ClauseTerms, Query]], record: Record, context: Context
) -> tuple[int, float]:
    """Return the fit and heat of a lead."""
    fit, heat = 0, 0.0
    for clause, query in queries:
        try:
            met = query.judge(record, context).met
        except QueryError:
            met = False
        if met and clause.fades:
            heat += (clause.points or 0) * weight(found.terms, since(query, record), context.now)
        elif met:
            fit += clause.points or 0
    return fit, heat


_WRITE = (
    sa.update(table_of(Lead))
    .where(table_of(Lead).c.id == sa.bindparam("key"))
    .values(fit=sa.bindparam("fits"), heat=sa.bindparam("heats"), scored_by=sa.bindparam("scorer"))
)


def _done(session: Session, numbers: Sequence[int]) -> dict[int, Any]:
    found = done(LEAD, *columns()).subquery()
    by_owner: dict[int, list[Any]] = {}
    for row in session.execute(sa.select(found).where(found.c.owner.in_(numbers))).all():
        by_owner.setdefault(row.owner, []).append(row)
    return {owner: touches(many) for owner, many in by_owner.items()}


def score_all(session: Session, context: Context, condition: sa.ColumnElement[bool] | None = None) -> None:
    """Judge all leads, or those that meet a condition, by the version in force in one statement, and write by batch."""
    found = scoring(context)
    milestone = scored_by(context.agreement)
    if found is None or milestone is None:
        return
    before = session.info["context"]
    session.info["context"] = context
    try:
        made = sheet(session, found.terms, milestone, condition)
    finally:
        session.info["context"] = before
    fits, heats = [0] * len(made.ids), [0.0] * len(made.ids)
    for clause in found.clauses:
        flags = made.met.get(clause.key, ())
        points = clause.points or 0
        if clause.fades and flags:
            starts = made.starts[clause.key]
            weights = [points * weight(found.terms, from_micros(start), context.now) for start in starts]
            heats = [one + more if met else one for one, more, met in zip(heats, weights, flags, strict=True)]
        elif flags:
            fits = [one + points if met else one for one, met in zip(fits, flags, strict=True)]
    rows = list(zip(made.ids, fits, heats, strict=True))
    table = table_of(Lead)
    for start in range(0, len(rows), _BATCH):
        kinds: dict[str, Any] = {"number": sa.BigInteger(), "fit": sa.BigInteger(), "heat": sa.Double()}
        some = given(session, f"scores_{start}", kinds, rows[start : start + _BATCH])
        values = {"fit": some.c.fit, "heat": some.c.heat, "scored_by": found.terms.id}
        session.execute(sa.update(table).where(table.c.id == some.c.number).values(values))
