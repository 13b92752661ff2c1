"""A record as a query judges it in memory: its values, and those of what it belongs to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import derived, records
from app.errors import UsageError, Word
from app.fields import COMPANY, CONSENT, CONTACT, KINDS, LEAD, Kind
from app.query.done import DID, Touch, columns, done, touches
from db import rows
from db.rows import by_name

Values = Mapping[str, Any]
Around = Callable[[str, Values], Sequence[Values]]
"""Returns what lies at the end of a path ("contact", "company" or "leads") from a record of the given values.

The path "did KIND" leads to one record of which the value `did` holds what was done with the given one."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record's plain values by field name; `around` finds what it belongs to, None where that is not known.

    A contact's consents are values of their own: consent:PURPOSE, "yes" or "no". What was done with it is `did`; where
    that is not among the values, it is looked for when a query asks.
    """

    kind: Kind
    values: Values
    around: Around | None = None

    def reached(self, path: str) -> list["Record"]:
        """Return the records at the end of a path; those that lie in the bin are none.

        Raises:
            UsageError: this record stands for a past moment, of which only its own fields are known.
        """
        if not path or (path == DID and DID in self.values):
            return [self]
        if self.around is None:
            raise UsageError(
                "At a past moment only the {kind}'s own fields can be asked for.", kind=Word(self.kind.name)
            )
        if path == DID:
            return [Record(self.kind, values) for values in self.around(f"{DID} {self.kind.name}", self.values)]
        kind = {"contact": CONTACT, "company": COMPANY, "leads": LEAD}[path]
        found = self.around(path, self.values)
        return [Record(kind, values, self.around) for values in found if values.get(records.EXISTS, True)]

    @property
    def search(self) -> str:
        """What a search for words looks at, as it is stored beside the record."""
        values = self.values
        if self.kind is COMPANY:
            return derived.searched(values.get("name"), values.get("domain"))
        if self.kind is CONTACT:
            listed = [*(values.get("emails") or []), *(values.get("phones") or [])]
            return derived.searched(values.get("name"), *listed, self._named("company"))
        return derived.searched(values.get("name"), self._named("contact"), self._named("company"))

    def _named(self, path: str) -> str | None:
        if not values_of(self.values, path):
            return None
        if self.around is None:
            return None
        return next((str(one.get("name") or "") for one in self.around(path, self.values)), None)


def values_of(values: Values, name: str) -> Any:
    """Return a value, None for an empty one."""
    found = values.get(name)
    return None if found in ("", []) else found


def around(session: Session) -> Around:
    """Return what finds what records belong to in the database; each is read once."""
    known: dict[tuple[str, int], Values | None] = {}

    def find(path: str, values: Values) -> Sequence[Values]:
        if path.startswith(f"{DID} "):
            return [{DID: _done(session, KINDS[path.removeprefix(f"{DID} ")], values.get("id"))}]
        if path == "leads":
            table = rows.table_of(LEAD.table)
            found = session.execute(sa.select(table).where(table.c.contact_id == values["id"])).all()
            return [records.plain(session.info["context"], LEAD, dict(by_name(row))) for row in found]
        number = values.get(path)
        if number is None:
            return []
        if (path, number) not in known:
            known[path, number] = _read(session, KINDS[path], int(number))
        one = known[path, number]
        return [] if one is None else [one]

    return find


def record_of(session: Session, kind: Kind, record_id: int) -> Record:
    """Return a record as a query judges it.

    Raises:
        NotFoundError: it is not there.
    """
    values = records.require(session, kind, record_id)
    return Record(kind, values | _consents(session, kind, record_id), around(session))


def _done(session: Session, kind: Kind, record_id: int | None) -> tuple[Touch, ...]:
    if record_id is None:
        return ()
    found = done(kind, *columns()).subquery()
    return touches(session.execute(sa.select(found).where(found.c.owner == record_id)).all())


def _read(session: Session, kind: Kind, record_id: int) -> Values | None:
    values = records.read(session, kind, record_id)
    return None if values is None else values | _consents(session, kind, record_id)


def _consents(session: Session, kind: Kind, record_id: int) -> dict[str, str]:
    if kind is not CONTACT:
        return {}
    return {f"{CONSENT}{purpose}": value for purpose, value in records.consents(session, record_id).items()}
