"""Who has a record open besides me: told to colleagues, heard from them, shown as a small avatar."""

from collections import deque

from PySide6.QtCore import QObject, Qt, Signal

from app.context import MemberRow
from app.workspace import Present, Workspace


class Presence(QObject):
    """What I have open, and what colleagues have. `changed` is emitted on the window's thread."""

    changed = Signal()

    _arrived = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._present: Present = {}
        self._news: deque[Present] = deque()
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.here = workspace.presence(self._heard)

    def open(self, kind: str, record_id: int) -> None:
        """Say that I have a record open, and no other."""
        self.here.sit(kind, record_id)

    def close(self, kind: str, record_id: int) -> None:
        """Say that I have nothing open, unless it is another record by now."""
        mine = self.here.mine
        if mine is not None and (mine.kind, mine.record_id) == (kind, record_id):
            self.here.leave()

    def colleagues(self, kind: str, record_id: int) -> tuple[MemberRow, ...]:
        """Return who else has a record open."""
        members = self._workspace.context().members
        return tuple(members[one] for one in self._present.get((kind, record_id), ()) if one in members)

    def names(self, *records: tuple[str, int | None]) -> tuple[str, ...]:
        """Return the names of those who have one of these records open, each once."""
        found = [self.colleagues(kind, number) for kind, number in records if number is not None]
        return tuple(dict.fromkeys(member.name for each in found for member in each))

    def _heard(self, present: Present) -> None:
        self._news.append(present)
        self._arrived.emit()

    def _take(self) -> None:
        while self._news:
            self._present = self._news.popleft()
        self.changed.emit()
