"""Records that stand, looked up by the keys of a file's rows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.fields import CUSTOM, KINDS
from app.importing.rowkeys import ANYWHERE, KEYED, OTHERS, Parties
from db.folding import key
from db.models import Company, Contact, Lead, RecordKey

_BLOCK = 5_000
Held = dict[str, int | tuple[int, ...]]
"""Key -> the one record that has it, or several, the oldest first."""


@dataclass(slots=True)
class Standing:
    """Finds records of one kind that stand.

    Attributes:
        kind: contact, company or lead.
        known: id -> first name and name of the people found so far.
        custom_ids: custom field -> its number as the records keep it.
    """

    kind: str
    known: dict[int, tuple[str, str]] = field(default_factory=dict)
    custom_ids: dict[str, str] = field(default_factory=dict)
    none: bool | None = None

    def is_empty(self, session: Session) -> bool:
        """Return whether there is no record at all, found out once."""
        if self.none is None:
            some = sa.select(KINDS[self.kind].table).limit(1).subquery()
            self.none = session.execute(sa.select(sa.func.count()).select_from(some)).scalar_one() == 0
        return self.none

    def find(self, session: Session, name: str, column: Sequence[Any], parties: Parties | None) -> Held:
        """Return the records that have one of the keys that rows have in a field."""
        if self.is_empty(session):
            return {}
        if name in KEYED:
            return self._by_keys(session, name, column)
        wanted = [entry for entry in dict.fromkeys(column) if entry is not None]
        if name == "party":
            return _by_party(session, parties or [])
        if name in {"person", "anyone"}:
            return _people(session, wanted)
        if name == "name" and self.kind == "company":
            return _companies(session, wanted)
        if name == "name":
            return self._by_name(session, wanted)
        return self._by_field(session, name, wanted)

    def by_id(self, session: Session, ids: Sequence[int | None] | None) -> set[int]:
        """Return which of some ids are those of a record that stands."""
        wanted = [number for number in dict.fromkeys(ids or ()) if number is not None and number > 0]
        model: Any = KINDS[self.kind].model
        found: set[int] = set()
        for block in _blocks(wanted):
            statement = sa.select(model.id).where(model.id.in_(block), model.deleted_at.is_(None))
            found.update(session.execute(statement).scalars().all())
        return found

    def _by_field(self, session: Session, name: str, wanted: Sequence[str]) -> Held:
        model: Any = KINDS[self.kind].model
        if name == "external_id":
            target: Any = model.external_id
        elif name.startswith(CUSTOM):
            number = self.custom_ids.get(name)
            if number is None:
                return {}
            target = model.custom[number].as_string()
        else:
            target = sa.func.lower(getattr(model, KINDS[self.kind].fields[name].column))
        found: Held = {}
        for block in _blocks(wanted):
            statement = sa.select(target.label("found"), model.id).where(target.in_(block), model.deleted_at.is_(None))
            for row in session.execute(statement.order_by(model.id)).all():
                _add(found, row.found if name == "external_id" else key(str(row.found)), row.id)
        self._remember(session, found)
        return found

    def _by_name(self, session: Session, wanted: Sequence[str]) -> Held:
        model: Any = KINDS[self.kind].model
        found: Held = {}
        for block in _blocks(wanted):
            statement = sa.select(model.id, model.name).where(model.sort_key.in_(block), model.deleted_at.is_(None))
            for row in session.execute(statement.order_by(model.id)).all():
                _add(found, key(row.name), row.id)
        return found

    def _by_keys(self, session: Session, name: str, column: Sequence[Any]) -> Held:
        if name == "emails":
            wanted = list(dict.fromkeys(one for entry in column if entry is not None for one in entry))
        else:
            wanted = [entry for entry in dict.fromkeys(column) if entry is not None]
        model: Any = KINDS[self.kind].model
        found: Held = {}
        for block in _blocks(wanted):
            statement = sa.select(RecordKey.key, RecordKey.record_id).join(model, model.id == RecordKey.record_id)
            statement = statement.where(
                RecordKey.kind == self.kind,
                RecordKey.field == KEYED[name],
                RecordKey.key.in_(block),
                model.deleted_at.is_(None),
            )
            for row in session.execute(statement.order_by(RecordKey.record_id)).all():
                _add(found, row.key, row.record_id)
        self._remember(session, found)
        return found

    def _remember(self, session: Session, found: Held) -> None:
        """Keep the names of people that were found, to tell whether a row is one of them."""
        if self.kind != "contact":
            return
        refs = {ref for held in found.values() for ref in several(held)}
        for block in _blocks(sorted(refs - self.known.keys())):
            statement = sa.select(Contact.id, Contact.first_name, Contact.name).where(Contact.id.in_(block))
            for row in session.execute(statement).all():
                self.known[row.id] = (row.first_name or "", "" if row.first_name else row.name)


def _companies(session: Session, wanted: Sequence[str]) -> Held:
    found: Held = {}
    for block in _blocks([entry.removeprefix(OTHERS) for entry in wanted]):
        statement = sa.select(Company.id, Company.name_key, Company.external_id)
        statement = statement.where(Company.name_key.in_(block), Company.deleted_at.is_(None)).order_by(Company.id)
        for row in session.execute(statement).all():
            _add(found, row.name_key, row.id)
            if row.external_id is None:
                _add(found, OTHERS + row.name_key, row.id)
    return found


def _people(session: Session, wanted: Sequence[str]) -> Held:
    """Return people by name and company, and by name alone."""
    found: Held = {}
    for block in _blocks(list(dict.fromkeys(entry.rpartition("|")[0] for entry in wanted))):
        # The index begins with the last name, which may be any of the words and those after it.
        turned = dict.fromkeys(one for name in block for one in _turned(name))
        statement = sa.select(Contact.id, Contact.name, Contact.company_id)
        statement = statement.where(Contact.sort_key.in_(list(turned)), Contact.deleted_at.is_(None))
        for row in session.execute(statement.order_by(Contact.id)).all():
            _add(found, f"{key(row.name)}|{row.company_id or 0}", row.id)
            _add(found, f"{key(row.name)}|{ANYWHERE}", row.id)
    return found


def _turned(name: str) -> Iterator[str]:
    words = name.split()
    yield name
    for place in range(1, min(len(words), _WORDS)):
        yield " ".join([*words[place:], *words[:place]])


_WORDS = 6


def _by_party(session: Session, parties: Parties) -> Held:
    """Return leads by the contact, or else the company, and the name."""
    contacts = sorted({contact for contact, _ in parties if contact > 0})
    companies = sorted({company for contact, company in parties if company > 0 and not contact})
    found: Held = {}
    for target, numbers in ((Lead.contact_id, contacts), (Lead.company_id, companies)):
        for block in _blocks(numbers):
            statement = sa.select(Lead.id, Lead.name, Lead.contact_id, Lead.company_id)
            statement = statement.where(target.in_(block), Lead.deleted_at.is_(None)).order_by(Lead.id)
            for row in session.execute(statement).all():
                start = f"{row.contact_id or 0}|{0 if row.contact_id else row.company_id}|"
                _add(found, start + key(row.name), row.id)
                _add(found, start, row.id)
    return found


def several(held: int | tuple[int, ...] | None) -> tuple[int, ...]:
    """Return the records that have a key."""
    return () if held is None else held if isinstance(held, tuple) else (held,)


def joined(held: int | tuple[int, ...] | None, ref: int) -> tuple[int, ...]:
    """Return the records that have a key, with one more."""
    have = several(held)
    return have if ref in have else (*have, ref)


def _add(found: Held, entry: str, ref: int) -> None:
    held = found.get(entry)
    found[entry] = ref if held is None else joined(held, ref)


def _blocks(wanted: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (wanted[start : start + _BLOCK] for start in range(0, len(wanted), _BLOCK))
