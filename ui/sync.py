"""What colleagues do, as it happens: the journal is watched in a thread and told through `Jobs.changed`."""

import threading
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from app.changes import Change, Entry, Noticed
from app.errors import KnownError
from ui.jobs import CLOSING, Jobs


class Sync(QObject):
    """Follows a workspace from a line of its journal on. `close` ends its thread.

    Our own acts come by a second time here, in their place among those of others: where a colleague's act before ours
    is seen after ours, the last word is then the right one.
    """

    trouble = Signal(object)  # KnownError when the database went away, None when it is back

    _arrived = Signal()

    def __init__(self, jobs: Jobs, since: int) -> None:
        super().__init__()
        self._jobs = jobs
        self.seen = since
        """The number of the last line of the journal of which everybody has been told."""
        self._news: deque[Change | KnownError | int | None] = deque()
        self._stop = threading.Event()
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._watch, name="tandem-watch", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop watching."""
        self._stop.set()
        self._thread.join(CLOSING)
        self._news.clear()

    def _watch(self) -> None:
        jobs = self._jobs
        jobs.workspace.watch(self.seen, self._seen, self._stop, self._troubled, jobs.presence.here)

    def _seen(self, lines: list[Noticed]) -> None:
        for change in changes_of(lines, self._jobs.workspace.is_own):
            self._tell(change)
        self._tell(lines[-1].seq)

    def _troubled(self, error: KnownError | None) -> None:
        self._tell(error)

    def _tell(self, news: Change | KnownError | int | None) -> None:
        self._news.append(news)
        if not self._stop.is_set():
            self._arrived.emit()

    def _deliver(self) -> None:
        while self._news and not self._stop.is_set():
            news = self._news.popleft()
            if isinstance(news, Change):
                self._jobs.changed.emit(news)
            elif isinstance(news, int):
                self.seen = news
            else:
                if news is None:
                    self._jobs.retry()
                self.trouble.emit(news)


def changes_of(lines: list[Noticed], is_own: Callable[[str], bool]) -> list[Change]:
    """Return the acts that lines of the journal tell of, in order."""
    found: dict[str, list[Noticed]] = {}
    for line in lines:
        found.setdefault(line.op, []).append(line)
    return [Change(op, of[0].act, "", tuple(map(_entry, of)), own=is_own(op)) for op, of in found.items()]


def _entry(line: Noticed) -> Entry:
    fields = {name: (both["before"], both["after"]) for name, both in line.fields.items()}
    return Entry(line.act, line.kind, line.id, fields, line.import_id)
