"""Changing many records that stand, with as few statements as there are kinds of change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import derived
from app.fields import KINDS
from app.stays import StayTimes
from db.journal import write_of
from db.models import RecordKey, Stay
from db.rows import insert_all, table_of
from db.textual import unindexed
from db.types import from_micros

_BLOCK = 2_000
_LISTS = frozenset({"emails", "phones", "tags"})


@dataclass(slots=True)
class Updates:
    """The changes of one kind of record, gathered and then written at once.

    The records were read, and on a server locked, within the same transaction; the version is asked for all the same.
    """

    kind: str
    rows: dict[tuple[str, ...], list[dict[str, Any]]] = field(default_factory=dict)
    keys: dict[str, list[int]] = field(default_factory=dict)
    fresh_keys: list[dict[str, Any]] = field(default_factory=list)
    names: list[tuple[int, Mapping[str, Any], Any]] = field(default_factory=list)
    stays: dict[int, Sequence[StayTimes]] = field(default_factory=dict)
    places: dict[int, Iterator[str]] = field(default_factory=dict)

    def add(self, number: int, version: int, columns: Mapping[str, Any]) -> None:
        """Take in the changed columns of a record."""
        if columns:
            row = {f"new_{name}": value for name, value in columns.items()}
            self.rows.setdefault(tuple(sorted(columns)), []).append({"key_id": number, "key_version": version, **row})

    def add_keys(self, number: int, values: Mapping[str, Any], changed: Mapping[str, Any]) -> None:
        """Take in the lists that changed; `values` is the whole record as it will be."""
        lists = _LISTS & changed.keys()
        for name in lists:
            self.keys.setdefault(derived.KEYS[name], []).append(number)
        if lists:
            found = derived.keys_of(self.kind, number, {name: values.get(name) for name in lists})
            self.fresh_keys += [
                {"kind": kind, "field": name, "key": key, "record_id": one} for kind, name, key, one in found
            ]

    def add_name(self, number: int, columns: Mapping[str, Any], before: Any) -> None:
        """Take in a shown name that others show too."""
        if "name" in columns and self.kind != "lead" and columns["name"] != before:
            self.names.append((number, columns, before))

    def write(self, session: Session, import_id: int | None) -> None:
        """Write everything that was taken in."""
        self._write_rows(session)
        self._write_keys(session)
        self._write_stays(session, import_id)
        for number, columns, before in self.names:
            derived.spread_names(session, KINDS[self.kind], number, columns, {"name": before})

    def _write_rows(self, session: Session) -> None:
        table = table_of(KINDS[self.kind].table)
        stamps: dict[str, Any] = {}
        if not session.info["store"].stamps:
            writing = write_of(session)
            stamps = {
                "version": table.c.version + 1,
                "updated_at": writing.now,
                "updated_by": writing.facts.member_id,
            }
        for names, given in self.rows.items():
            values = {name: sa.bindparam(f"new_{name}", type_=table.c[name].type) for name in names}
            statement = (
                sa.update(table)
                .where(table.c.id == sa.bindparam("key_id"), table.c.version == sa.bindparam("key_version"))
                .values(**values, **stamps)
            )
            for start in range(0, len(given), _BLOCK):
                session.connection().execute(statement, given[start : start + _BLOCK])

    def _write_keys(self, session: Session) -> None:
        for name, numbers in self.keys.items():
            for start in range(0, len(numbers), _BLOCK):
                session.execute(
                    sa.delete(RecordKey).where(
                        RecordKey.kind == self.kind,
                        # By the records: along the keys of one field, a file would go through all that there are.
                        unindexed(table_of(RecordKey).c.field) == name,
                        RecordKey.record_id.in_(numbers[start : start + _BLOCK]),
                    )
                )
        for start in range(0, len(self.fresh_keys), _BLOCK):
            session.execute(sa.insert(RecordKey), self.fresh_keys[start : start + _BLOCK])

    def _write_stays(self, session: Session, import_id: int | None) -> None:
        leads = list(self.stays)
        for start in range(0, len(leads), _BLOCK):
            self._write_block(session, leads[start : start + _BLOCK], import_id)

    def _write_block(self, session: Session, leads: list[int], import_id: int | None) -> None:
        """Put stays in place of those that leads had; one that stays as it was keeps its row."""
        writing = write_of(session)
        held: dict[int, list[Any]] = {}
        statement = sa.select(Stay.id, Stay.lead_id, Stay.stage_id, Stay.entered_at, Stay.left_at)
        for row in session.execute(statement.where(Stay.lead_id.in_(leads)).order_by(Stay.lead_id, Stay.id)).all():
            held.setdefault(row.lead_id, []).append(row)
        left: list[dict[str, Any]] = []
        gone: list[int] = []
        fresh: list[dict[str, Any]] = []
        for number in leads:
            stays, rows = self.stays[number], held.get(number, [])
            same = 0
            while same < min(len(rows), len(stays)) and _begins(rows[same], stays[same]):
                same += 1
            left += [
                {"key_id": row.id, "left": _moment(stay.left_at)}
                for row, stay in zip(rows[:same], stays[:same], strict=True)
                if row.left_at != _moment(stay.left_at)
            ]
            gone += [row.id for row in rows[same:]]
            fresh += [
                {
                    "lead_id": number,
                    "stage_id": stay.stage_id,
                    "entered_at": _moment(stay.entered_at),
                    "left_at": _moment(stay.left_at),
                    "member_id": writing.facts.member_id,
                    "op": writing.op,
                    "import_id": import_id,
                }
                for stay in stays[same:]
            ]
        table = table_of(Stay)
        if left:
            session.connection().execute(
                sa.update(table)
                .where(table.c.id == sa.bindparam("key_id"))
                .values(left_at=sa.bindparam("left", type_=table.c.left_at.type)),
                left,
            )
        if gone:
            session.execute(sa.delete(Stay).where(Stay.id.in_(gone)))
        insert_all(session, Stay, fresh)


def _begins(row: Any, stay: StayTimes) -> bool:
    return bool(row.stage_id == stay.stage_id and row.entered_at == _moment(stay.entered_at))


def _moment(micros: Any) -> Any:
    """Return microseconds as a moment; an import keeps its stays in microseconds."""
    return None if micros is None else from_micros(micros)
