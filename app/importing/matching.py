"""Which record a row is: one of the workspace, one that an earlier row of the file made, or a new one.

A reference is a number: above nought the id of a record that stands, below nought a record this import makes (-1 is the
first), nought none.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from app.errors import UsageError
from app.importing.converting import Column
from app.importing.names import same_person
from app.importing.rowkeys import OTHERS, Parties, row_keys
from app.importing.standing import Held, Standing, joined, several
from app.importing.table import Choice

SHARED = "shared_email"
MERGE, APART, SKIP = "merge", "keep apart", "skip"


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
class Way:
    """One field by which rows of a chunk are found: their keys, and the records that have them."""

    many: bool
    column: Column
    made: dict[str, Any]
    stored: Held


@dataclass(slots=True)
class Finder:
    """Finds the records of one kind.

    Attributes:
        kind: contact, company or lead.
        match: the fields that make two rows one record, tried in order.
        answer: what to do with people who share an e-mail.
        count: the records this import makes so far.
        shared: samples of people who share an e-mail: the line, the e-mail, both names.
        claimed: records that stand and that a row of another workspace's export is already.
    """

    kind: str
    match: tuple[str, ...]
    standing: Standing
    answer: str | None = None
    count: int = 0
    shared: list[tuple[int, str, str, str]] = field(default_factory=list)
    shares: int = 0
    made: dict[str, dict[str, Any]] = field(default_factory=dict)
    names: list[tuple[str, str]] = field(default_factory=list)
    claimed: set[int] = field(default_factory=set)

    def find(
        self,
        session: Session,
        lines: list[int],
        values: dict[str, Column],
        present: Sequence[bool],
        ids: Column | None = None,
        parties: Parties | None = None,
    ) -> Found:
        """Return what each row is; `present` says which rows hold a record of this kind at all.

        A row with another workspace's number (below nought) is a record of its own in that file, so it is none that
        another row made.
        """
        size = len(lines)
        keys = [(name, row_keys(self.kind, name, values, size, parties)) for name in self.match]
        ways = [
            Way(
                name == "emails",
                column,
                self.made.setdefault(name, {}),
                self.standing.find(session, name, column, parties),
            )
            for name, column in keys
        ]
        own = self.standing.by_id(session, ids)
        named = self._named(values, size)
        found = Found([0] * size, [False] * size)
        for row in range(size):
            if not present[row]:
                continue
            number = ids[row] if ids is not None else None
            if number in own:
                ref = number
            else:
                ref = self._matched(ways, row, named[row], lines[row], found, apart=number is not None and number < 0)
                if row in found.skipped:
                    continue
            if not ref:
                ref = new_ref(self.count)
                self.count += 1
                found.new[row] = True
                if self.kind == "contact":
                    self.names.append(named[row])
            if number is not None:
                self.claimed.add(ref)
            found.refs[row] = ref
            _learn(ways, row, ref)
        return found

    def _named(self, values: dict[str, Column], size: int) -> list[tuple[str, str]]:
        """Return each row's first name and name, as people are compared by them."""
        if self.kind != "contact":
            return [("", "")] * size
        nothing: Column = [None] * size
        columns = (values.get(name) or nothing for name in ("first_name", "name", "last_name"))
        return [
            (first or "", full or (last or "" if not first else "")) for first, full, last in zip(*columns, strict=True)
        ]

    def _matched(
        self, ways: Sequence[Way], row: int, name: tuple[str, str], line: int, found: Found, *, apart: bool
    ) -> int:
        for way in ways:
            entry = way.column[row]
            if entry is None:
                continue
            if way.many:
                others = self._holders(way, entry, apart=apart)
                for ref in others:
                    if same_person(*name, *self._name(ref)):
                        return ref
                if others:
                    return self._share(others[0], entry[0], row, name, line, found)
                continue
            ref = self._holder(way, entry, apart=apart)
            if ref:
                return ref
        return 0

    def _holder(self, way: Way, entry: str, *, apart: bool) -> int:
        """Return which record has a row's key, 0 where none has."""
        if apart:
            return next((ref for ref in several(way.stored.get(entry)) if ref not in self.claimed), 0)
        return next(iter(several(way.made.get(entry) or way.stored.get(entry))), 0)

    def _holders(self, way: Way, entry: Sequence[str], *, apart: bool) -> list[int]:
        """Return who has one of a row's e-mails."""
        others: list[int] = []
        for one in entry:
            held, kept = None if apart else way.made.get(one), way.stored.get(one)
            if held is None and kept is None:
                continue
            for ref in (*several(kept), *several(held)):
                if ref not in others and not (apart and ref in self.claimed):
                    others.append(ref)
        return others

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
        return self.names[-ref - 1] if ref < 0 else self.standing.known.get(ref, ("", ""))

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
            {"count": self.shares, "line": line, "names": (mine, theirs), "email": email},
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
        raise UsageError(
            "{question} was answered with “{text}”. Choose {merge}, {apart} or {skip}.",
            question=SHARED,
            text=text,
            merge=MERGE,
            apart=APART,
            skip=SKIP,
        )
    return found


def _learn(ways: Sequence[Way], row: int, ref: int) -> None:
    """Remember by which keys a row's record is known."""
    for way in ways:
        entry = way.column[row]
        if entry is None:
            continue
        made = way.made
        if way.many:
            for one in entry:
                held = made.get(one)
                if held is None:
                    made[one] = ref
                elif held != ref:
                    made[one] = joined(held, ref)
        else:
            made.setdefault(entry[1:] if entry[:1] == OTHERS else entry, ref)
