"""Which record a row is: one of the workspace, one that an earlier row of the file made, or a new one.

A reference is a number: above nought the id of a record that stands, below nought a record this import makes (-1 is the
first), nought none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import UsageError
from app.fields import CUSTOM, KINDS
from app.importing.converting import Column
from app.importing.names import same_person
from app.importing.table import Choice
from db.models import Company, Contact, Lead, RecordKey
from db.search import KEY_LENGTH, key

SHARED = "shared_email"
MERGE, APART, SKIP = "merge", "keep apart", "skip"
OTHERS = "\0"
_BLOCK = 5_000
_KEYED = {"emails": "email", "phones": "phone", "tags": "tag"}


def new_ref(number: int) -> int:
    """Return the reference of the n-th record (from 0) that this import makes."""
    return -number - 1


@dataclass(slots=True)
class Found:
    """What each row of a chunk is: its reference, and whether the row makes the record."""

    refs: list[int]
    new: list[bool]
    skipped: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Finder:
    """Finds the records of one kind.

    Attributes:
        kind: contact, company or lead.
        match: the fields that make two rows one record, tried in order.
        answer: what to do with people who share an e-mail.
        count: the records this import makes so far.
        shared: samples of people who share an e-mail: the line, the e-mail, both names.
    """

    kind: str
    match: tuple[str, ...]
    answer: str | None = None
    count: int = 0
    shared: list[tuple[int, str, str, str]] = field(default_factory=list)
    shares: int = 0
    empty: bool | None = None
    made: dict[str, dict[str, Any]] = field(default_factory=dict)
    names: list[tuple[str, str]] = field(default_factory=list)
    known: dict[int, tuple[str, str]] = field(default_factory=dict)
    custom_ids: dict[str, str] = field(default_factory=dict)

    def find(
        self,
        session: Session,
        lines: list[int],
        values: dict[str, Column],
        present: Sequence[bool],
        ids: Column | None = None,
        parties: Sequence[tuple[int, int]] | None = None,
    ) -> Found:
        """Return what each row is; `present` says which rows hold a record of this kind at all."""
        size = len(lines)
        if self.empty is None:
            table = KINDS[self.kind].table
            self.empty = (
                session.execute(
                    sa.select(sa.func.count()).select_from(sa.select(table).limit(1).subquery())
                ).scalar_one()
                == 0
            )
        keys = [(name, self._keys(name, values, size, parties)) for name in self.match]
        stored = [{} if self.empty else self._stored(session, name, column, parties) for name, column in keys]
        own = self._own(session, ids)
        ways = [
            (name == "emails", column, self.made.setdefault(name, {}), db)
            for (name, column), db in zip(keys, stored, strict=True)
        ]
        firsts = values.get("first_name") or [None] * size
        fulls = values.get("name") or [None] * size
        lasts = values.get("last_name") or [None] * size
        found = Found([0] * size, [False] * size)
        people = self.kind == "contact"
        for row in range(size):
            if not present[row]:
                continue
            ref = own.get(ids[row], 0) if ids is not None and ids[row] is not None else 0
            name = (
                (firsts[row] or "", fulls[row] or (lasts[row] or "" if not firsts[row] else "")) if people else ("", "")
            )
            if not ref:
                ref = self._matched(ways, row, name, lines[row], found)
                if row in found.skipped:
                    continue
            if not ref:
                ref = new_ref(self.count)
                self.count += 1
                found.new[row] = True
                if people:
                    self.names.append(name)
            found.refs[row] = ref
            for many, column, made, _ in ways:
                entry = column[row]
                if entry is None:
                    continue
                if many:
                    for one in entry:
                        held = made.get(one)
                        if held is None:
                            made[one] = ref
                        elif held != ref:
                            made[one] = _joined(held, ref)
                elif entry[:1] == OTHERS:
                    made.setdefault(entry[1:], ref)
                else:
                    made.setdefault(entry, ref)
        return found

    def _matched(self, ways: list[Any], row: int, name: tuple[str, str], line: int, found: Found) -> int:
        for many, column, made, stored in ways:
            entry = column[row]
            if entry is None:
                continue
            if not many:
                ref = made.get(entry) or stored.get(entry) or 0
                if ref:
                    return int(ref)
                continue
            others: list[int] = []
            for one in entry:
                held = made.get(one)
                kept = stored.get(one)
                if held is None and kept is None:
                    continue
                for ref in (*_several(kept), *_several(held)):
                    if ref not in others:
                        others.append(ref)
                    first, full = self._name(ref)
                    if same_person(name[0], name[1], first, full):
                        return ref
            if others:
                return self._share(others[0], next(iter(entry)), row, name, line, found)
        return 0

    def _share(self, other: int, email: str, row: int, name: tuple[str, str], line: int, found: Found) -> int:
        self.shares += 1
        if len(self.shared) < 3:  # noqa: PLR2004 - samples for the question
            theirs = self._name(other)
            self.shared.append((line, email, name[0] or name[1], theirs[0] or theirs[1]))
        if self.answer == MERGE:
            return other
        if self.answer == SKIP:
            found.skipped.add(row)
        return 0

    def _name(self, ref: int) -> tuple[str, str]:
        return self.names[-ref - 1] if ref < 0 else self.known.get(ref, ("", ""))

    # Keys ---------------------------------------------------------------------------------------------------------

    def _keys(
        self, name: str, values: dict[str, Column], size: int, parties: Sequence[tuple[int, int]] | None
    ) -> Column:
        column = values.get(name)
        if name == "party":
            names, numbers = values.get("name") or [None] * size, values.get("external_id") or [None] * size
            return [
                f"{contact}|{0 if contact else company}|{key(title) if title else ''}"
                if number is None and (contact or company)
                else None
                for (contact, company), title, number in zip(parties or [(0, 0)] * size, names, numbers, strict=True)
            ]
        if name == "person":
            return self._people(values, size, parties)
        if column is None:
            return [None] * size
        if name == "emails":
            return [
                None if entry is None else (_key(entry[0]),) if len(entry) == 1 else tuple(_key(one) for one in entry)
                for entry in column
            ]
        if name == "external_id":
            return column
        if name in {"phones", "tags"}:
            return [None if entry is None else _digits(entry[0]) for entry in column]
        found: Column = [None if entry is None else key(str(entry)) or None for entry in column]
        numbers = values.get("external_id")
        if self.kind == "company" and name == "name" and numbers is not None:
            # A company with an id of its own is another's namesake, unless that one has no id yet.
            return [
                OTHERS + entry if entry is not None and number is not None else entry
                for entry, number in zip(found, numbers, strict=True)
            ]
        return found

    @staticmethod
    def _people(values: dict[str, Column], size: int, parties: Sequence[tuple[int, int]] | None) -> Column:
        """Return name and company of the people of a list of leads who have neither e-mail nor id."""
        nothing: Column = [None] * size
        columns = (values.get(name, nothing) for name in ("external_id", "emails", "name", "first_name", "last_name"))
        found: Column = []
        for row, (number, emails, name, first, last) in enumerate(zip(*columns, strict=True)):
            shown = name or " ".join(part for part in (first, last) if part)
            company = parties[row][1] if parties else 0
            found.append(None if number or emails or not shown else f"{key(shown)}|{company}")
        return found

    def _stored(
        self, session: Session, name: str, column: Column, parties: Sequence[tuple[int, int]] | None
    ) -> dict[str, Any]:
        if name == "party":
            return self._stored_parties(session, parties or [])
        if name == "person":
            return self._stored_people(session, column)
        if name in _KEYED:
            return self._stored_keys(session, name, column)
        wanted = [entry for entry in dict.fromkeys(column) if entry is not None]
        model: Any = KINDS[self.kind].model
        if name == "external_id":
            target: Any = model.external_id
        elif name == "name" and self.kind == "company":
            return self._stored_companies(session, wanted)
        elif name == "name":
            return self._stored_names(session, wanted)
        elif name.startswith(CUSTOM):
            number = self.custom_ids.get(name)
            if number is None:
                return {}
            target = model.custom[number].as_string()
        else:
            target = sa.func.lower(getattr(model, KINDS[self.kind].fields[name].column))
        found: dict[str, Any] = {}
        for block in _blocks(wanted):
            statement = sa.select(target.label("found"), model.id).where(target.in_(block), model.deleted_at.is_(None))
            for row in session.execute(statement.order_by(model.id)).all():
                found.setdefault(row.found if name == "external_id" else key(str(row.found)), row.id)
        self._remember(session, found.values())
        return found

    def _stored_companies(self, session: Session, wanted: list[str]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for block in _blocks([entry.removeprefix(OTHERS) for entry in wanted]):
            statement = sa.select(Company.id, Company.name_key, Company.external_id)
            statement = statement.where(Company.name_key.in_(block), Company.deleted_at.is_(None)).order_by(Company.id)
            for row in session.execute(statement).all():
                found.setdefault(row.name_key, row.id)
                if row.external_id is None:
                    found.setdefault(OTHERS + row.name_key, row.id)
        return found

    def _stored_names(self, session: Session, wanted: list[str]) -> dict[str, Any]:
        model: Any = KINDS[self.kind].model
        found: dict[str, Any] = {}
        for block in _blocks(wanted):
            statement = sa.select(model.id, model.name).where(model.sort_key.in_(block), model.deleted_at.is_(None))
            for row in session.execute(statement.order_by(model.id)).all():
                found.setdefault(key(row.name), row.id)
        return found

    def _stored_keys(self, session: Session, name: str, column: Column) -> dict[str, Any]:
        if name == "emails":
            wanted = list(dict.fromkeys(one for entry in column if entry is not None for one in entry))
        else:
            wanted = [entry for entry in dict.fromkeys(column) if entry is not None]
        model: Any = KINDS[self.kind].model
        found: dict[str, Any] = {}
        for block in _blocks(wanted):
            rows = session.execute(
                sa.select(RecordKey.key, RecordKey.record_id)
                .join(model, model.id == RecordKey.record_id)
                .where(
                    RecordKey.kind == self.kind,
                    RecordKey.field == _KEYED[name],
                    RecordKey.key.in_(block),
                    model.deleted_at.is_(None),
                )
                .order_by(RecordKey.record_id)
            ).all()
            for row in rows:
                held = found.get(row.key)
                found[row.key] = row.record_id if held is None else _joined(held, row.record_id)
        self._remember(session, (ref for held in found.values() for ref in _several(held)))
        if name != "emails":
            return {one: _several(held)[0] for one, held in found.items()}
        return found

    @staticmethod
    def _stored_people(session: Session, column: Column) -> dict[str, Any]:
        found: dict[str, Any] = {}
        names = list(dict.fromkeys(entry.rpartition("|")[0] for entry in column if entry is not None))
        for block in _blocks(names):
            # The index is in the order of the last name, so both orders of two words are looked up.
            turned = [" ".join([*one.split()[-1:], *one.split()[:-1]]) for one in block]
            statement = sa.select(Contact.id, Contact.name, Contact.company_id).where(
                Contact.sort_key.in_([*block, *turned]), Contact.deleted_at.is_(None)
            )
            for row in session.execute(statement.order_by(Contact.id)).all():
                found.setdefault(f"{key(row.name)}|{row.company_id or 0}", row.id)
        return found

    @staticmethod
    def _stored_parties(session: Session, parties: Sequence[tuple[int, int]]) -> dict[str, Any]:
        contacts = sorted({contact for contact, _ in parties if contact > 0})
        companies = sorted({company for contact, company in parties if company > 0 and not contact})
        found: dict[str, Any] = {}
        for target, numbers in ((Lead.contact_id, contacts), (Lead.company_id, companies)):
            for block in _blocks(numbers):
                statement = sa.select(
                    Lead.id, Lead.name, Lead.contact_id, Lead.company_id, Contact.name.label("contact")
                )
                statement = statement.outerjoin(Contact, Contact.id == Lead.contact_id).where(
                    target.in_(block), Lead.deleted_at.is_(None)
                )
                for row in session.execute(statement.order_by(Lead.id)).all():
                    company = 0 if row.contact_id else row.company_id
                    start = f"{row.contact_id or 0}|{company}|"
                    found.setdefault(start + key(row.name), row.id)
                    found.setdefault(start, row.id)
        return found

    def _own(self, session: Session, ids: Column | None) -> dict[int, int]:
        wanted = [number for number in ids or [] if number is not None]
        if not wanted:
            return {}
        model: Any = KINDS[self.kind].model
        found = {}
        for block in _blocks(wanted):
            statement = sa.select(model.id).where(model.id.in_(block), model.deleted_at.is_(None))
            found.update({number: number for number in session.execute(statement).scalars().all()})
        return found

    def _remember(self, session: Session, refs: Iterable[int]) -> None:
        if self.kind != "contact":
            return
        for block in _blocks(sorted(set(refs) - self.known.keys())):
            for row in session.execute(
                sa.select(Contact.id, Contact.first_name, Contact.name, Contact.last_name).where(Contact.id.in_(block))
            ).all():
                self.known[row.id] = (row.first_name or "", "" if row.first_name else row.name)

    def question(self) -> Choice | None:
        """Return the question of people who share an e-mail, where it is open."""
        if not self.shares or self.answer is not None:
            return None
        line, email, mine, theirs = self.shared[0]
        return Choice(
            SHARED,
            f"{self.shares} rows share an e-mail with somebody of another first name; line {line}: {mine} and {theirs} "
            f"both have {email}. One person or two?",
            ((MERGE, "one person each"), (APART, "two people each"), (SKIP, "leave the second of each out")),
        )


def answered(text: str | None) -> str | None:
    """Return the answer to the question of shared e-mails as it is meant.

    Raises:
        UsageError: it is none of the choices.
    """
    if text is None:
        return None
    short = {"merge": MERGE, "keep": APART, "keep apart": APART, "keep_apart": APART, "apart": APART, "skip": SKIP}
    found = short.get(text.strip().lower())
    if found is None:
        raise UsageError(f"{SHARED} was answered with “{text}”. Choose {MERGE}, {APART} or {SKIP}.")
    return found


def _key(text: str) -> str:
    """Return the key of an e-mail; a plain one is merely in small letters."""
    return text.lower() if text.isascii() and " " not in text and len(text) <= KEY_LENGTH else key(text)


def _digits(text: str) -> str | None:
    return "".join(letter for letter in text if letter.isdigit()) or key(text) or None


def _several(held: Any) -> tuple[int, ...]:
    return () if held is None else held if isinstance(held, tuple) else (held,)


def _joined(held: Any, ref: int) -> tuple[int, ...]:
    several = _several(held)
    return several if ref in several else (*several, ref)


def _blocks(wanted: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (wanted[start : start + _BLOCK] for start in range(0, len(wanted), _BLOCK))
