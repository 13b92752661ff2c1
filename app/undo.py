"""Undo and redo of every act of a person, across restarts, from the journal alone.

An undo writes the fields back that the act changed, if they still are as the act left them; what a colleague changed
since is never overwritten. A redo does the same the other way round.

An act in pieces (`app.bulk`) is turned a piece at a time: the answer names the next one. What a colleague changed since
on one of its many records is left as it is and told; the rest goes back.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import bulk, records, things, unmoving
from app.context import Context
from app.errors import RefusedError, Word
from app.fields import KINDS
from db.journal import group_of, write_of
from db.models import Journal, Op

MOVED = frozenset({"stage", "rank"})
IMPORT = "import"
_MANY = frozenset({"contact", "company"})  # kinds whose records are put back many at a time
_TOLD = 5
# Acts that stand for good: what they made is taken away by other means, and time that went by by none.
FINAL = (
    *("drafts.publish", "sample.fill", "meeting_time.run", "meeting_time.pause", "meetings.start", "meetings.spend"),
    *("silence.expire", "silence.come_back"),
)


@dataclass(frozen=True, slots=True)
class Act:
    """An act that can be undone or redone: its op, the verb and what it was done to."""

    op: str
    act: str
    subject: str


def next_undo(session: Session) -> Act | None:
    """Return my latest act that stands, or None."""
    mine = _mine(session)
    return _act(
        session,
        sa.select(Op.op, Op.act, Op.subject)
        .where(mine, Op.state == "done", Op.undoes.is_(None), Op.act.not_in(FINAL))
        .order_by(Op.id.desc())
        .limit(1),
    )


def next_redo(session: Session) -> Act | None:
    """Return the act that I undid last, unless I did something else since; or None."""
    mine = _mine(session)
    done = sa.select(sa.func.coalesce(sa.func.max(Op.id), 0)).where(
        mine, Op.state == "done", Op.undoes.is_(None), Op.act.not_in(FINAL)
    )
    return _act(
        session,
        sa.select(Op.op, Op.act, Op.subject)
        .where(mine, Op.state == "undone", Op.undoes.is_(None), Op.id > done.scalar_subquery())
        .order_by(Op.id)
        .limit(1),
    )


def undo(session: Session, op: str | None = None) -> None:
    """Turn my latest act back, or the named one of mine.

    Raises:
        RefusedError: there is nothing to undo.
        ConflictError: a colleague changed the same field since; nothing is written.
    """
    _turn(session, op or _require(next_undo(session), Word("undo")), back=True)


def redo(session: Session, op: str | None = None) -> None:
    """Do the act again that I undid last, or the named one of mine.

    Raises:
        RefusedError: there is nothing to redo.
        ConflictError: a colleague changed the same field since; nothing is written.
    """
    _turn(session, op or _require(next_redo(session), Word("redo")), back=False)


def _require(act: Act | None, verb: Word) -> str:
    if act is None:
        raise RefusedError("There is nothing to {act}.", act=verb)
    return act.op


def _mine(session: Session) -> sa.ColumnElement[bool]:
    context: Context = session.info["context"]
    return Op.member_id == context.me.id if context.me else Op.member_id.is_(None)


def _act(session: Session, statement: sa.Select[*tuple[Any, ...]]) -> Act | None:
    row = session.execute(statement).one_or_none()
    return None if row is None else Act(row.op, row.act, row.subject)


def _turn(session: Session, op: str, *, back: bool) -> None:
    head = session.execute(
        sa.select(Op.subject, Op.state).where(Op.op == op, _mine(session)).with_for_update()
    ).one_or_none()
    if head is None or head.state != ("done" if back else "undone"):
        raise RefusedError("That act was turned back already, or it is a colleague's.")
    write = write_of(session)
    write.undoes = op
    write.subject = head.subject
    entries = session.execute(
        sa.select(Journal.kind, Journal.record_id, Journal.fields, Journal.import_id)
        .where(Journal.op == op)
        .order_by(Journal.id.desc() if back else Journal.id)
    ).all()
    kept = (
        _turn_piece(session, entries, op, back=back) if group_of(op) else _turn_whole(session, entries, op, back=back)
    )
    session.execute(sa.update(Op).where(Op.op == op).values(state="undone" if back else "done"))
    write.result = {"kept": len(kept), "names": kept[:_TOLD], "next": _next_piece(session, op, back=back)}


def _turn_whole(session: Session, entries: Sequence[Any], op: str, *, back: bool) -> list[str]:
    for entry in entries:
        if entry.kind == IMPORT:
            _turn_import(session, entry.record_id, back=back)
        else:
            _put(session, entry.kind, entry.record_id, *_sides(entry, back=back), op)
    return []


def _turn_piece(session: Session, entries: Sequence[Any], op: str, *, back: bool) -> list[str]:
    """Turn what can be turned; return what stays as a colleague made it."""
    kept: list[str] = []
    for kind in dict.fromkeys(entry.kind for entry in entries):
        of_kind = [(entry.record_id, *_sides(entry, back=back)) for entry in entries if entry.kind == kind]
        if kind in _MANY:
            kept += bulk.put_back(session, KINDS[kind], of_kind)
        else:
            kept += bulk.put_each(partial(_put, session, kind), [(*one, op) for one in of_kind])
    return kept


def _sides(entry: Any, *, back: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the fields as they should be, and as they are if nobody changed them since."""
    was = {name: both["before"] for name, both in entry.fields.items()}
    became = {name: both["after"] for name, both in entry.fields.items()}
    return (was, became) if back else (became, was)


def _next_piece(session: Session, op: str, *, back: bool) -> str | None:
    group = group_of(op)
    if not group:
        return None
    statement = sa.select(Op.op).where(
        Op.op.startswith(f"{group}.", autoescape=True), _mine(session), Op.state == ("done" if back else "undone")
    )
    found: str | None = session.execute(
        statement.order_by(Op.id.desc() if back else Op.id).limit(1)
    ).scalar_one_or_none()
    return found


def _put(
    session: Session, kind: str, number: int, wanted: Mapping[str, Any], expected: Mapping[str, Any], op: str
) -> None:
    if records.EXISTS in wanted and wanted[records.EXISTS] != expected[records.EXISTS]:
        # Making something and removing it: the fields stay, the record goes to the bin or comes out of it.
        wanted = {records.EXISTS: wanted[records.EXISTS]}
        expected = expected if not wanted[records.EXISTS] else {records.EXISTS: False}
    if kind == "lead" and MOVED & wanted.keys():
        unmoving.put_back(session, number, wanted, expected, op)
    elif kind in KINDS:
        records.put(session, KINDS[kind], number, wanted, expected)
    else:
        things.put(session, kind, number, wanted, expected)


def _turn_import(session: Session, import_id: int, *, back: bool) -> None:
    from app.importing import undoing  # noqa: PLC0415 - reading files is not needed to undo an edit

    turn: Callable[[Session, int], Any] = undoing.undo_import if back else undoing.redo_import
    turn(session, import_id)
