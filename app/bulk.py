"""One act on many contacts or companies, done in pieces so that nobody else's save waits for all of them.

The pieces are acts of their own whose ops are named alike up to a dot (see `db.journal.piece`): undo takes them for
one. Each piece is one transaction: its records are read, on a server locked, and written with their version asked for.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import companies, derived, leads, records
from app.errors import ConflictError, UsageError, Word
from app.fields import CONSENT, CONTACT, KINDS, Kind, clean
from app.importing.updating import Updates
from app.merging import merge
from db import journal
from db.journal import write_of
from db.models import Company, Lead
from db.rows import table_of

BLOCK = 500
"""Records of a piece: it is through within a tenth of a second or so."""
LEADS = 50
"""Leads made in a piece, which take longer."""
LONGEST_TAG = 200
_NAMED = frozenset({"name", "first_name", "last_name", "emails", "phones"})
_DERIVED = frozenset({"company_id", "domain", "external_id"})

Values = Mapping[str, Any]


def piece(group: str, number: int) -> str:
    """Return the op of a piece of an act, by the name that all its pieces share."""
    return journal.piece(group, number)


def edit(session: Session, kind: str, ids: Sequence[int], values: Values, subject: str = "") -> None:
    """Set fields of many records to the same values; a company may be given by a name, and is made if there is none.

    Raises:
        UsageError: a field is unknown, may not be set, or is a person's own.
    """
    found = KINDS[kind]
    records.check_fields(session.info["context"], found, values)
    own = sorted(name for name in values if name in _NAMED or name.startswith(CONSENT))
    if own:
        raise UsageError(
            "{fields}: each {kind} has its own, so it is not set for many at once.",
            fields=", ".join(own),
            kind=Word(kind),
        )
    given = dict(values)
    company = given.get("company")
    if isinstance(company, str):
        given["company"] = companies.found_or_made(session, company) if company.strip() else None
    wanted = {name: records.cleaned(found, name, value) for name, value in given.items()}

    def changed(theirs: Values) -> Values:
        return {name: value for name, value in wanted.items() if (value or None) != (theirs.get(name) or None)}

    _change(session, found, ids, changed, subject)


def tag(
    session: Session, kind: str, ids: Sequence[int], add: Sequence[str], remove: Sequence[str] = (), subject: str = ""
) -> None:
    """Give many records tags, or take tags from them; case and accents don't make another tag.

    Raises:
        UsageError: no tag is named, or one is too long.
    """
    more = [" ".join(clean(one).split()) for one in add]
    more = [one for one in dict.fromkeys(more) if one]
    away = {derived.folded("tag", one) for one in remove if one.strip()}
    if not more and not away:
        raise UsageError("Name a tag.")
    if any(len(one) > LONGEST_TAG for one in more):
        raise UsageError("A tag has at most {most} characters.", most=LONGEST_TAG)

    def changed(theirs: Values) -> Values:
        held: list[str] = theirs.get("tags") or []
        kept = [one for one in held if derived.folded("tag", one) not in away]
        known = {derived.folded("tag", one) for one in kept}
        tags = kept + [one for one in more if derived.folded("tag", one) not in known]
        return {} if tags == held else {"tags": tags}

    _change(session, KINDS[kind], ids, changed, subject)


def remove(session: Session, kind: str, ids: Sequence[int], subject: str = "") -> None:
    """Move many records to the bin."""
    _change(session, KINDS[kind], ids, lambda _: {records.EXISTS: False}, subject)


def make_leads(session: Session, kind: str, ids: Sequence[int], subject: str = "") -> None:
    """Make a lead of each of these contacts or companies that has no open one, in the first stage."""
    column = Lead.contact_id if kind == "contact" else Lead.company_id
    statement = sa.select(column).where(column.in_(ids), Lead.state == "open", Lead.deleted_at.is_(None))
    busy = set(session.execute(statement).scalars())
    held = _held(session, KINDS[kind], [number for number in ids if number not in busy])
    made = 0
    for number, theirs in held.items():
        if theirs[records.EXISTS]:
            values = {kind: number, "name": theirs["name"], "owner": theirs.get("owner")}
            if kind == "contact":
                values |= {name: theirs.get(name) for name in ("company", "source", "campaign")}
            leads.create(session, values)
            made += 1
    _answer(session, subject, made)


def _change(
    session: Session, kind: Kind, ids: Sequence[int], changed: Callable[[Values], Values], subject: str
) -> None:
    held = _held(session, kind, ids)
    wanted = {number: changed(theirs) for number, theirs in held.items() if theirs[records.EXISTS]}
    _write(session, kind, held, {number: values for number, values in wanted.items() if values})
    first = next(iter(held.values()), None)
    _answer(session, subject or (str(first["name"]) if first else ""), len(wanted))


def _answer(session: Session, subject: str, count: int) -> None:
    write = write_of(session)
    write.subject = subject or write.subject
    write.result = {"changed": count}


# Taking back ------------------------------------------------------------------------------------------------------


def put_back(session: Session, kind: Kind, wanted: Iterable[tuple[int, Values, Values]]) -> list[str]:
    """Give records fields back that still are as an act left them; return the names of those where one is not.

    Args:
        session: a write.
        kind: what they are.
        wanted: a record's id, the fields as they should be, and as the act left them.
    """
    pieces = list(wanted)
    held = _held(session, kind, [number for number, _, _ in pieces])
    changes: dict[int, dict[str, Any]] = {}
    kept: list[str] = []
    for number, values, expected in pieces:
        theirs = held.get(number)
        if theirs is None:
            kept.append(f"{kind.name} {number}")
            continue
        settled, conflicts = _settled(kind, values, expected, theirs)
        if conflicts:
            kept.append(str(theirs["name"]))
        different = {name: one for name, one in settled.items() if (one or None) != (theirs.get(name) or None)}
        if different:
            changes[number] = different
    _write(session, kind, held, changes)
    return kept


def _settled(kind: Kind, values: Values, expected: Values, theirs: Values) -> tuple[dict[str, Any], bool]:
    """Return what a record's fields should be now, and whether one of them stays as a colleague made it."""
    exists = records.EXISTS
    if exists in values and values[exists] != expected[exists]:
        # What was made goes to the bin unless somebody changed it since; what was binned comes back as it is.
        later = not values[exists] and any((theirs.get(name) or None) != (expected[name] or None) for name in expected)
        return ({} if later else {exists: values[exists]}), later
    settled, conflicts = merge(expected, values, {name: theirs.get(name) for name in expected}, kind)
    return settled, bool(conflicts)


def put_each(put: Callable[..., None], wanted: Iterable[tuple[Any, ...]]) -> list[str]:
    """Call `put` with each, and return what it said of those that a colleague changed since."""
    kept = []
    for one in wanted:
        try:
            put(*one)
        except ConflictError as error:
            kept.append(str(error))
    return kept


# Inside -----------------------------------------------------------------------------------------------------------


def _held(session: Session, kind: Kind, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Return records as plain values by id, in the order of their ids; nobody else writes them until the end."""
    table = table_of(kind.table)
    statement = sa.select(table).where(table.c.id.in_(ids)).order_by(table.c.id).with_for_update()
    context = session.info["context"]
    return {row["id"]: records.plain(context, kind, dict(row)) for row in session.execute(statement).mappings()}


def _write(session: Session, kind: Kind, held: Mapping[int, Values], changes: Mapping[int, Values]) -> None:
    updates = Updates(kind.name)
    names = _companies(session, kind, held, changes)
    write = write_of(session)
    for number, changed in changes.items():
        theirs = held[number]
        columns = records.columns_of(session, kind, changed, theirs)
        if columns.keys() & _DERIVED:
            whole = records.all_columns(kind, theirs) | columns
            if kind is CONTACT:
                company = names.get(whole.get("company_id"))
                columns |= derived.contact_columns(whole, company, renamed=False)
            else:
                columns |= derived.company_columns(whole)
        updates.add(number, theirs["version"], columns)
        updates.add_keys(number, {**theirs, **changed}, changed)
        updates.add_name(number, columns, theirs["name"])
        write.record(kind.name, number, {name: (theirs.get(name), value) for name, value in changed.items()})
    updates.write(session, None)


def _companies(
    session: Session, kind: Kind, held: Mapping[int, Values], changes: Mapping[int, Values]
) -> dict[int | None, str]:
    """Return the names that contacts' search text needs where a company is among what changes."""
    if kind is not CONTACT or not any(changed.keys() & {"company", "external_id"} for changed in changes.values()):
        return {}
    wanted = {{**held[number], **changed}.get("company") for number, changed in changes.items()} - {None}
    rows = session.execute(sa.select(Company.id, Company.name).where(Company.id.in_(wanted))).all()
    return {row.id: row.name for row in rows}
