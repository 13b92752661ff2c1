"""One write transaction as the journal sees it: an act, its entries, and what it answered."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.models.journal import Journal, Op

F = TypeVar("F", bound=Callable[..., Any])
_ADD_OP = sa.insert(Op.__table__).inline()  # type: ignore[arg-type]  # a mapped class's table is a table
_ADD_LINES = sa.insert(Journal.__table__).inline()  # type: ignore[arg-type]  # as above


@dataclass(frozen=True, slots=True)
class Entry:
    """One changed record: field -> (before, after), as plain values.

    `import_id` is set on the one entry that stands for an import.
    """

    act: str
    kind: str
    id: int
    fields: dict[str, tuple[Any, Any]]
    import_id: int | None = None


IN_FORCE = (
    "(SELECT id FROM agreements WHERE published_at IS NOT NULL AND deleted_at IS NULL "
    "ORDER BY published_at DESC, number DESC LIMIT 1)"
)
"""Which version of the agreement is in force, as part of a statement."""


@dataclass(frozen=True, slots=True)
class Preamble:
    """What the database says as a write begins: its time, who we are, whether it knows this op already, what is agreed.

    `agreement_id` is the version of the agreement in force, None where none is.
    """

    now: datetime
    member_id: int | None
    known: bool
    result: dict[str, Any] | None
    uuid: str
    epoch: int
    agreement_id: int | None


class AlreadyDoneError(Exception):
    """This op was committed before; the service must not run again."""


def in_bulk(service: F) -> F:
    """Mark a service that writes many rows at once; it runs outside the driver's pipeline, where COPY works."""
    service.in_bulk = True  # type: ignore[attr-defined]  # functions carry attributes; mypy has no type for that
    return service


def alone(service: F) -> F:
    """Mark a service that begins when all other writes have ended, and lets none begin before it has.

    What it changes is taken for granted by every other write, from its first statement to its last.
    """
    service.alone = True  # type: ignore[attr-defined]  # functions carry attributes; mypy has no type for that
    return service


def piece(group: str, number: int) -> str:
    """Return the op of a piece of an act that is done in several transactions; `group_of` finds the group in it."""
    return f"{group}.{number:06}"


def group_of(op: str) -> str:
    """Return which act an op is a piece of, "" if of none."""
    group, dot, _ = op.rpartition(".")
    return group if dot else ""


@dataclass(slots=True)
class Write:
    """A write transaction in the making; services find it in `session.info["write"]`."""

    act: str
    member_id: int | None
    clock: Callable[[], datetime]
    op: str = field(default_factory=lambda: uuid.uuid4().hex)
    pipelined: bool = True
    alone: bool = False
    subject: str = ""
    undoes: str | None = None
    state: str = "done"
    result: dict[str, Any] | None = None
    entries: list[Entry] = field(default_factory=list)
    preamble: Preamble | Callable[[], Preamble] | None = None

    @property
    def facts(self) -> Preamble:
        """What the database said; asking for it waits for the answer.

        Raises:
            AlreadyDoneError: the database knows this op already.
        """
        if callable(self.preamble):
            self.preamble = self.preamble()
        assert self.preamble is not None  # noqa: S101 - the store sets it before the service runs
        if self.preamble.known:
            raise AlreadyDoneError
        return self.preamble

    @property
    def now(self) -> datetime:
        """The time of this write, the server's where there is one."""
        return self.facts.now

    def record(
        self,
        kind: str,
        record_id: int,
        fields: dict[str, tuple[Any, Any]],
        act: str | None = None,
        import_id: int | None = None,
    ) -> None:
        """Add an entry: what changed on one record, as plain values before and after."""
        self.entries.append(Entry(act or self.act, kind, record_id, fields, import_id))

    def finish(self, session: Session, next_seq: Callable[[Session], int] | None) -> tuple[int, str] | None:
        """Write the op and the journal; return the last (seq, op) where the file numbers its own entries."""
        facts = self.facts
        stamped = next_seq is not None
        if not self.entries and self.undoes is None:
            return None
        op: dict[str, Any] = {
            "op": self.op,
            "act": self.act,
            "subject": self.subject[:200],
            "undoes": self.undoes,
            "result": self.result,
        }
        if stamped:
            op |= {"member_id": facts.member_id, "at": facts.now}
        session.execute(_ADD_OP, [op])
        rows: list[dict[str, Any]] = [
            {
                "op": self.op,
                "act": entry.act,
                "kind": entry.kind,
                "record_id": entry.id,
                "fields": {name: {"before": before, "after": after} for name, (before, after) in entry.fields.items()},
                "import_id": entry.import_id,
            }
            for entry in self.entries
        ]
        if not rows:
            return None
        last = None
        if next_seq is not None:
            first = next_seq(session)
            for position, row in enumerate(rows):
                row |= {
                    "id": first + position,
                    "seq": first + position,
                    "at": facts.now,
                    "actor_id": facts.member_id,
                }
            last = (first + len(rows) - 1, self.op)
        session.execute(_ADD_LINES, rows)
        return last


def write_of(session: Session) -> Write:
    """Return the write transaction that a session belongs to."""
    write: Write = session.info["write"]
    return write
