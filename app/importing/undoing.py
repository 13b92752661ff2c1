"""Taking a whole import back, and doing it again.

What it made goes to the bin, what it changed gets its old values, field by field. What a colleague did since is never
overwritten: it stays, and is told.
"""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import derived, records
from app.errors import NotFoundError, RefusedError, Word
from app.fields import CONSENT, CUSTOM, KINDS, to_plain
from app.importing import histories, stored
from app.importing.making import foot
from app.importing.updating import Updates
from app.leads import facts
from app.merging import merge
from app.stays import StayTimes
from db.journal import write_of
from db.models import Activity, Company, Contact, Import, ImportChange, Journal, Lead, Op, Task

_BLOCK = 2_000
_BY_STAYS = {stored.STAYS, "stage", "entered", "won_at", "lost_at"}
_TOLD = 50


def undo_import(session: Session, import_id: int) -> dict[str, Any]:
    """Take an import back; return how many records were removed and restored, and what was kept and why.

    Raises:
        NotFoundError: there is no such import.
        RefusedError: it was taken back already.
    """
    return _turn(session, import_id, back=True)


def redo_import(session: Session, import_id: int) -> dict[str, Any]:
    """Do an import again that was taken back.

    Raises:
        NotFoundError: there is no such import.
        RefusedError: it was not taken back.
    """
    return _turn(session, import_id, back=False)


def take_back(session: Session, import_id: int, outcome: dict[str, Any]) -> None:
    """Take an import back as an act of its own; what came of it is put into `outcome`."""
    row = _head(session, import_id)
    writing = write_of(session)
    writing.undoes = row.op
    outcome |= undo_import(session, import_id)
    session.execute(sa.update(Op).where(Op.op == row.op).values(state="undone"))


def _head(session: Session, import_id: int) -> Any:
    row = session.execute(
        sa.select(Import.op, Import.file, Import.undone_at).where(Import.id == import_id)
    ).one_or_none()
    if row is None:
        raise NotFoundError("There is no import {import_id}. “tandem imports” lists them.", import_id=import_id)
    return row


def _turn(session: Session, import_id: int, *, back: bool) -> dict[str, Any]:
    row = _head(session, import_id)
    if (row.undone_at is not None) == back:
        state = Word("was taken back already") if back else Word("was not taken back")
        raise RefusedError("Import {import_id} ({file}) {state}.", import_id=import_id, file=row.file, state=state)
    kept: list[str] = []
    now = write_of(session).now
    restored = _put_back(session, import_id, kept, back=back)
    removed = _bin(session, import_id, kept) if back else _unbin(session, import_id, row.undone_at)
    session.execute(sa.update(Import).where(Import.id == import_id).values(undone_at=now if back else None))
    writing = write_of(session)
    writing.subject = writing.subject or row.file
    moment = to_plain(now) if back else None
    writing.record("import", import_id, {"undone": (to_plain(row.undone_at), moment)}, import_id=import_id)
    if len(kept) > _TOLD:
        kept = [*kept[:_TOLD], f"{len(kept) - _TOLD} more records were changed since and stay as they are."]
    return {"import_id": import_id, "removed": removed, "restored": restored, "kept": kept}


# What it made -----------------------------------------------------------------------------------------------------


def _bin(session: Session, import_id: int, kept: list[str]) -> int:
    """Move what the import made to the bin, but for what others have changed or built on since."""
    removed = 0
    for kind, model in (("lead", Lead), ("contact", Contact), ("company", Company)):
        made = sa.and_(model.import_id == import_id, model.deleted_at.is_(None))
        later = _later(kind, model, import_id)
        stay = session.execute(sa.select(model.id, model.name).where(made, later).order_by(model.id)).all()
        kept += [f"The {kind} {row.name} ({row.id}) was changed or used since, so it stays." for row in stay]
        count = session.execute(sa.select(sa.func.count()).select_from(model).where(made, ~later)).scalar_one()
        session.execute(sa.update(model).where(made, ~later).values(_stamped(session, model, write_of(session).now)))
        removed += int(count)
    return removed


def _later(kind: str, model: Any, import_id: int) -> sa.ColumnElement[bool]:
    changed = (
        sa.exists()
        .where(Journal.kind == kind, Journal.record_id == model.id, Journal.op == Op.op)
        .where(Op.state == "done", Op.undoes.is_(None))
    )
    imported = (
        sa.exists()
        .where(ImportChange.kind == kind, ImportChange.record_id == model.id, ImportChange.import_id == Import.id)
        .where(Import.undone_at.is_(None), Import.id != import_id)
    )
    touched = [
        sa.exists().where(thing.kind == kind, thing.record_id == model.id, thing.deleted_at.is_(None))
        for thing in (Activity, Task)
    ]
    used: list[sa.ColumnElement[bool]] = []
    if kind in {"contact", "company"}:
        column = Lead.contact_id if kind == "contact" else Lead.company_id
        used.append(sa.exists().where(column == model.id, Lead.deleted_at.is_(None)))
    if kind == "company":
        used.append(sa.exists().where(Contact.company_id == model.id, Contact.deleted_at.is_(None)))
    return sa.or_(changed, imported, *touched, *used)


def _unbin(session: Session, import_id: int, undone_at: Any) -> int:
    """Take out of the bin what taking the import back had put there."""
    restored = 0
    for model in (Company, Contact, Lead):
        made: Any = sa.and_(model.import_id == import_id, model.deleted_at == undone_at)
        restored += int(session.execute(sa.select(sa.func.count()).select_from(model).where(made)).scalar_one())
        session.execute(sa.update(model).where(made).values(_stamped(session, model, None)))
    return restored


def _stamped(session: Session, model: Any, deleted_at: Any) -> dict[str, Any]:
    values: dict[str, Any] = {"deleted_at": deleted_at}
    if not session.info["store"].stamps:
        writing = write_of(session)
        values |= {"version": model.version + 1, "updated_at": writing.now, "updated_by": writing.member_id}
    return values


# What it changed --------------------------------------------------------------------------------------------------


def _put_back(session: Session, import_id: int, kept: list[str], *, back: bool) -> int:
    restored = 0
    for kind in ("company", "contact", "lead"):
        found = session.execute(
            sa.select(ImportChange.record_id, ImportChange.fields)
            .where(ImportChange.import_id == import_id, ImportChange.kind == kind)
            .order_by(ImportChange.record_id)
        ).all()
        for start in range(0, len(found), _BLOCK):
            block = found[start : start + _BLOCK]
            held = stored.read(session, KINDS[kind], [row.record_id for row in block], consents=kind == "contact")
            updates = Updates(kind)
            for row in block:
                if row.record_id in held:
                    restored += _restore(session, updates, row, held[row.record_id], kept, back=back)
            updates.write(session, None)
    return restored


def _restore(session: Session, updates: Updates, row: Any, held: dict[str, Any], kept: list[str], *, back: bool) -> int:
    kind, number = updates.kind, row.record_id
    fields: Mapping[str, Mapping[str, Any]] = row.fields
    wanted_side, expected_side = ("before", "after") if back else ("after", "before")
    names = [name for name in fields if name not in _BY_STAYS]
    expected = {name: stored.from_plain(kind, name, fields[name][expected_side]) for name in names}
    wanted = {name: stored.from_plain(kind, name, fields[name][wanted_side]) for name in names}
    settled, conflicts = merge(expected, wanted, {name: held.get(name) for name in names})
    changed = {name: value for name, value in settled.items() if (value or None) != (held.get(name) or None)}
    left = sorted(conflicts)
    columns = _columns(session, kind, held, changed)
    stays = fields.get(stored.STAYS)
    if stays is not None:
        if held[stored.STAYS] == stays[expected_side]:
            columns |= _restore_stays(session, updates, number, stays[wanted_side], held)
        else:
            left.append("stage")
    if left:
        kept.append(f"{held['name']} ({kind} {number}): {', '.join(left)} changed since, so it stays.")
    updates.add(number, held["version"], columns)
    updates.add_keys(number, held | changed, changed)
    updates.add_name(number, columns, held.get("name"))
    for name, value in changed.items():
        if name.startswith(CONSENT):
            records.set_consent(session, number, name.removeprefix(CONSENT), value)
    return int(bool(columns or changed))


def _columns(session: Session, kind: str, held: dict[str, Any], changed: dict[str, Any]) -> dict[str, Any]:
    context = session.info["context"]
    fields = KINDS[kind].fields
    found: dict[str, Any] = {}
    custom = dict(held["custom"])
    for name, value in changed.items():
        if name.startswith(CUSTOM):
            number = str(context.field(kind, name.removeprefix(CUSTOM)).id)
            custom.pop(number, None)
            if value not in (None, ""):
                custom[number] = value
            found["custom"] = custom
        elif name in fields and fields[name].column:
            known = fields[name]
            found[known.column] = list(value or []) if known.type == "list" else stored.typed(name, value, known.type)
    both = {one.column: held.get(one.name) for one in fields.values() if one.column} | found
    named = derived.columns(session, KINDS[kind], both, changed=set(found)) if found else {}
    if changed.get("name"):
        named.pop("name", None)
    return found | named


def _restore_stays(
    session: Session, updates: Updates, number: int, wanted: list[list[Any]], held: dict[str, Any]
) -> dict[str, Any]:
    stays = [StayTimes(*one) for one in wanted]
    moved = histories.columns(stays, facts(session.info["context"]))
    updates.stays[number] = stays
    columns = {name: stored.typed(name, value) for name, value in moved.items()}
    if moved["stage_id"] != held["stage"]:
        columns["rank"] = _free_place(session, updates, moved["stage_id"])
    return columns


def _free_place(session: Session, updates: Updates, stage: int) -> str:
    if stage not in updates.places:
        session.info["store"].lock(session, stage)
        last = session.execute(sa.select(sa.func.max(Lead.rank)).where(Lead.stage_id == stage)).scalar_one()
        updates.places[stage] = foot(last)
    return next(updates.places[stage])
