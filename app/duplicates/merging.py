"""Two contacts made one, and taken apart again at any later time.

What is merged is one act: the journal holds each thing that it moved and each field that it changed, which is what Undo
and taking apart go by. Undo gives back only what nobody touched since; taking apart goes on with what happened
meanwhile: each thing and each edit goes to whom it belongs to.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app import derived, records, things
from app.duplicates import parting
from app.duplicates.parting import LISTS
from app.errors import ConflictError, NotFoundError, RefusedError, UsageError, Word
from app.fields import CONTACT, CUSTOM, LEAD, to_plain
from db import rows
from db.journal import write_of
from db.models import Activity, Company, Consent, Contact, ContactMerge, Lead, Task

_UNDECIDED = frozenset({"id", "created", "updated", "version", records.EXISTS})
"""What nobody chooses between: it is the record's own."""
_MOVED = {"lead": "contact", "activity": "record_id", "task": "record_id", "consent": "contact_id"}
"""What goes along with a contact: kind, and its field that says whose it is."""
_SAID = ("granted", "basis", "source", "wording", "at", "member_id")


@dataclass(frozen=True, slots=True)
class MergeRow:
    """A merge that stands: whom it took in, when, and who did it."""

    id: int
    kept_id: int
    gone_id: int
    kept: str
    gone: str
    at: datetime
    member_id: int | None


def suggested(kept: Mapping[str, Any], gone: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values after a merge where nobody chooses: what the kept one has, else the other's; lists joined."""
    return {name: _joined(name, kept.get(name), gone.get(name)) for name in decided(kept, gone)}


def decided(*sides: Mapping[str, Any]) -> list[str]:
    """Return the fields that a choice can be made for, in the order of the fields."""
    known = [name for name in CONTACT.fields if name not in _UNDECIDED and name != "name"]
    added = [name for one in sides for name in one if name.startswith(CUSTOM)]
    return [*known, *dict.fromkeys(added)]


def compared(name: str, entry: str) -> str:
    """Return an entry as it is compared: an address in other letters, a number with other gaps, is the same."""
    return derived.folded(derived.KEYS[name], entry)


def _joined(name: str, mine: Any, theirs: Any) -> Any:
    if name in LISTS:
        found: dict[str, str] = {}
        for entry in (*(mine or ()), *(theirs or ())):
            found.setdefault(compared(name, entry), entry)
        return list(found.values())
    return theirs if mine in (None, "") else mine


def merge(
    session: Session,
    kept_id: int,
    gone_id: int,
    values: Mapping[str, Any] | None = None,
    seen: tuple[int, int] | None = None,
) -> None:
    """Make two contacts one: fields as chosen, leads, notes, tasks and consents to the kept one, the other to the bin.

    Args:
        session: a write.
        kept_id: the one that stays.
        gone_id: the one that leads to it from now on.
        values: the fields of the kept one as they shall be, of those in `decided`; what is left out is `suggested`.
        seen: the versions of both as they were looked at.

    Raises:
        ConflictError: one of them was changed since it was looked at; nothing is written.
        NotFoundError: one of them is gone, merged or in the bin.
        UsageError: they are the same, or a field cannot be chosen.
    """
    if kept_id == gone_id:
        raise UsageError("Choose two contacts to merge.")
    # Always in one order, so that two who merge the same pair the other way round wait for each other.
    found = {number: _standing(session, number) for number in sorted((kept_id, gone_id))}
    kept, gone = found[kept_id], found[gone_id]
    if seen is not None and seen != (kept["version"], gone["version"]):
        raise ConflictError(
            "{name} was changed meanwhile; look at both again.", name=kept["name"] or Word("One of them")
        )
    wanted = suggested(kept, gone) | dict(values or {})
    unknown = [name for name in wanted if name not in decided(kept, gone)]
    if unknown:
        raise UsageError("“{field}” cannot be chosen in a merge.", field=unknown[0])
    write = write_of(session)
    write.subject = write.subject or str(kept["name"] or gone["name"] or "")
    changed = {name: value for name, value in wanted.items() if (value or None) != (kept.get(name) or None)}
    if changed:
        records.store(session, CONTACT, kept_id, kept, changed)
    _move_leads(session, _leads_of(session, gone_id), kept_id)
    for kind, model in (("activity", Activity), ("task", Task)):
        mine = sa.and_(model.kind == "contact", model.record_id == gone_id)
        things.carry(session, kind, mine, "record_id", kept_id)
    _join_consents(session, kept_id, gone_id)
    records.store(session, CONTACT, gone_id, gone, {records.EXISTS: False})
    values_ = {"kept_id": kept_id, "gone_id": gone_id, "op": write.op, "member_id": write.facts.member_id}
    things.create(session, "merge", values_ | {"at": write.now})


def merge_all(session: Session, pairs: Iterable[tuple[int, int]], told: dict[str, int]) -> None:
    """Merge many pairs in one act, each as `suggested`; `told["merged"]` and `told["left"]` say how many.

    A contact that stands in several of the pairs is merged once: what is left of its pairs wants another look. So does
    a pair of which one is gone by now.
    """
    met: set[int] = set()
    told.update(merged=0, left=0)
    for kept_id, gone_id in pairs:
        if kept_id in met or gone_id in met:
            told["left"] += 1
            continue
        try:
            merge(session, kept_id, gone_id)
        except NotFoundError:
            told["left"] += 1
            continue
        met |= {kept_id, gone_id}
        told["merged"] += 1
    write_of(session).subject = ""


def _standing(session: Session, number: int) -> dict[str, Any]:
    try:
        return records.require(session, CONTACT, number, lock=True)
    except NotFoundError as error:
        raise NotFoundError("One of them is no longer there; it may have been merged or moved to the bin.") from error


def _leads_of(session: Session, contact_id: int) -> list[int]:
    return list(session.execute(sa.select(Lead.id).where(Lead.contact_id == contact_id).order_by(Lead.id)).scalars())


def _move_leads(session: Session, ids: Iterable[int], contact_id: int) -> None:
    for number in ids:
        lead = records.read(session, LEAD, number, lock=True)
        if lead is not None:
            records.store(session, LEAD, number, lead, {"contact": contact_id})


def _join_consents(session: Session, kept_id: int, gone_id: int) -> None:
    """Let the kept one have both ones' consents; where both said something, what is stricter is in force."""
    found = session.execute(
        sa.select(Consent).where(Consent.contact_id.in_((kept_id, gone_id))).order_by(Consent.id).with_for_update()
    ).scalars()
    by_purpose: dict[str, dict[int, Consent]] = defaultdict(dict)
    for one in found:
        by_purpose[one.purpose][one.contact_id] = one
    moved = []
    for both in by_purpose.values():
        mine, theirs = both.get(kept_id), both.get(gone_id)
        if theirs is None or theirs.deleted_at is not None:
            continue
        if mine is None:
            moved.append(theirs.id)
        elif mine.deleted_at is not None or (mine.granted and not theirs.granted):
            said = {name: getattr(theirs, name) for name in _SAID}
            things.edit(session, "consent", mine.id, {"deleted_at": None, **said})
    if moved:
        things.carry(session, "consent", Consent.id.in_(moved), "contact_id", kept_id)


# Taken apart ----------------------------------------------------------------------------------------------------


def unmerge(session: Session, merge_id: int) -> None:
    """Take a merged contact apart again: each thing and each edit goes back to whom it belongs to.

    A field that was taken from the other goes back to it with what was written into it since; what was added meanwhile
    stays with the kept one.

    Raises:
        NotFoundError: there was no such merge.
        RefusedError: it was taken apart already, or the kept one is not there itself.
    """
    row = things.read(session, "merge", merge_id, lock=True)
    if row["deleted_at"] is not None:
        raise RefusedError("They were taken apart already.")
    kept_id, gone_id = int(row["kept_id"]), int(row["gone_id"])
    found = {number: records.read(session, CONTACT, number, lock=True) for number in sorted((kept_id, gone_id))}
    kept, gone = found[kept_id], found[gone_id]
    if kept is None or gone is None or not kept[records.EXISTS]:
        raise RefusedError(
            "The contact that they were merged into is not there itself: it was merged into another one, which has to "
            "be taken apart first, or it lies in the bin."
        )
    write = write_of(session)
    write.subject = str(kept["name"] or "")
    entries = parting.entries(session, row["op"], gone_id)
    others = parting.others(session, kept_id, merge_id)
    mine, theirs = parting.parted(kept, gone, parting.fields_of(entries, kept_id), others)
    if mine:
        records.store(session, CONTACT, kept_id, kept, mine)
    records.store(session, CONTACT, gone_id, gone, {records.EXISTS: True, **theirs})
    _give_back(session, entries, kept_id, gone_id)
    things.remove(session, "merge", merge_id)


def _give_back(session: Session, entries: Iterable[Any], kept_id: int, gone_id: int) -> None:
    moved: dict[str, list[int]] = defaultdict(list)
    for one in entries:
        whose = _MOVED.get(one.kind)
        if whose is not None and one.fields.get(whose, {}).get("before") == gone_id:
            moved[one.kind].append(one.record_id)
        elif one.kind == "consent":
            _unsay(session, one.record_id, kept_id, one.fields)
    still = session.execute(sa.select(Lead.id).where(Lead.id.in_(moved["lead"]), Lead.contact_id == kept_id))
    _move_leads(session, sorted(still.scalars()), gone_id)
    for kind, table in (("activity", Activity), ("task", Task), ("consent", Consent)):
        if moved[kind]:
            column = rows.table_of(table).c[_MOVED[kind]]
            things.carry(session, kind, sa.and_(table.id.in_(moved[kind]), column == kept_id), column.name, gone_id)


def _unsay(session: Session, number: int, kept_id: int, fields: Mapping[str, Mapping[str, Any]]) -> None:
    """Put a consent back that the merge made stricter, unless somebody wrote down another since."""
    now = things.read(session, "consent", number, lock=True)
    if now["contact_id"] != kept_id:
        return  # of another pair that was merged in the same act
    said = {name: to_plain(now[name]) for name in fields if name != things.EXISTS}
    exists = now["deleted_at"] is None
    wanted = {name: both["after"] for name, both in fields.items()}
    if said | ({things.EXISTS: exists} if things.EXISTS in fields else {}) == wanted:
        things.put(session, "consent", number, {name: both["before"] for name, both in fields.items()}, wanted)


# Looking --------------------------------------------------------------------------------------------------------


def into(session: Session, contact_id: int) -> int | None:
    """Return the contact that one was merged into, through as many merges as there are; None where it was not."""
    seen, number = {contact_id}, contact_id
    while True:
        statement = sa.select(ContactMerge.kept_id).where(
            ContactMerge.gone_id == number, ContactMerge.deleted_at.is_(None)
        )
        found = session.execute(statement.order_by(ContactMerge.id.desc()).limit(1)).scalar_one_or_none()
        if found is None or found in seen:
            return number if number != contact_id else None
        seen.add(found)
        number = found


def standing(session: Session, contact_id: int | None = None, most: int = 200) -> list[MergeRow]:
    """Return the merges that stand, of one contact or of all, the newest first."""
    kept, gone = aliased(Contact), aliased(Contact)
    statement = (
        sa.select(ContactMerge, kept.name, gone.name)
        .join(kept, kept.id == ContactMerge.kept_id)
        .join(gone, gone.id == ContactMerge.gone_id)
        .where(ContactMerge.deleted_at.is_(None), kept.deleted_at.is_(None))
    )
    if contact_id is not None:
        statement = statement.where(ContactMerge.kept_id == contact_id)
    found = session.execute(statement.order_by(ContactMerge.id.desc()).limit(most)).all()
    return [
        MergeRow(one.id, one.kept_id, one.gone_id, kept_name, gone_name, one.at, one.member_id)
        for one, kept_name, gone_name in found
    ]


@dataclass(frozen=True, slots=True)
class Facing:
    """One of two contacts that are laid side by side: its values, and what would go along with it."""

    id: int
    values: Mapping[str, Any]
    company: str
    leads: int
    notes: int
    consents: Mapping[str, str]


def facing(session: Session, one: int, other: int) -> tuple[Facing, Facing]:
    """Return two contacts to be compared.

    Raises:
        NotFoundError: one of them is gone.
    """
    return _facing(session, one), _facing(session, other)


def _facing(session: Session, number: int) -> Facing:
    values = records.require(session, CONTACT, number)
    leads = sa.select(sa.func.count()).where(Lead.contact_id == number, Lead.deleted_at.is_(None))
    notes = sa.select(sa.func.count()).where(
        Activity.kind == "contact", Activity.record_id == number, Activity.deleted_at.is_(None)
    )
    company = sa.select(Company.name).where(Company.id == values.get("company"))
    counts = session.execute(
        sa.select(leads.scalar_subquery(), notes.scalar_subquery(), company.scalar_subquery())
    ).one()
    return Facing(number, values, counts[2] or "", counts[0], counts[1], records.consents(session, number))
