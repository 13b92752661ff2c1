"""What a write did, in the form in which every view patches itself and undo turns it back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.journal import Entry


@dataclass(frozen=True, slots=True)
class Change:
    """One act and the records that it changed.

    Attributes:
        op: the id of the act.
        act: a verb such as "leads.move".
        subject: what it was done to, in words, for the name of undo.
        entries: one a record, with the fields before and after.
        own: whether this program did it.
        result: what the service answered besides, if anything.
    """

    op: str
    act: str
    subject: str
    entries: tuple[Entry, ...]
    own: bool = True
    result: dict[str, Any] | None = None

    @property
    def ids(self) -> dict[str, set[int]]:
        """The changed records: kind -> ids."""
        found: dict[str, set[int]] = {}
        for entry in self.entries:
            found.setdefault(entry.kind, set()).add(entry.id)
        return found


@dataclass(frozen=True, slots=True)
class Noticed:
    """A line of the journal as `watch` hands it out."""

    seq: int
    at: datetime
    actor_id: int | None
    act: str
    kind: str
    id: int
    fields: dict[str, dict[str, Any]]
    op: str
    import_id: int | None


__all__ = ["Change", "Entry", "Noticed"]
