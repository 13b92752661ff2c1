"""All work on the database that the window asks for, done off its thread.

`read` goes to a few readers, of which one is always free for what a person waits for; `write` goes to one writer in the
order of asking. Answers come back on the window's thread.
An act that was committed is told to everybody by `changed`; so is what colleagues do (see `ui.sync`), so that there
is one way for a view to learn of a change.
"""

import sys
import threading
import uuid
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from shiboken6 import isValid

from app.changes import Change
from app.errors import KnownError, UnreachableError
from app.long_reads import LongRead
from app.workspace import Workspace
from ui.collecting import Collecting
from ui.presence import Presence

READERS = 3
_TURN = 0.0005
"""Seconds that a thread may hold Python while another waits for it. A frame asks for it again in each cell that it
paints, and would wait ten times as long each time while a reader goes through a million ids."""
CLOSING = 10.0
"""Seconds that a job under way gets when the window closes."""
_FIRST_WAIT = 1.0
_LONGEST_WAIT = 15.0

Done = Callable[[Any], None]
Failed = Callable[[KnownError], None]


@dataclass(slots=True)
class _Job:
    service: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    done: Done | None
    failed: Failed | None
    key: str | None = None
    number: int = 0
    op: str | None = None
    act: str | None = None
    long: LongRead | None = None  # of a read that stands behind the others

    @property
    def behind(self) -> bool:
        """Whether nobody waits for it."""
        return self.long is not None


@dataclass(slots=True)
class _Answer:
    job: _Job
    result: Any = None
    error: BaseException | None = field(default=None)


class Jobs(QObject):
    """The one door to the database. Made on the window's thread; `close` ends its threads."""

    changed = Signal(object)  # app.changes.Change: committed here or by a colleague
    saving = Signal(int, bool)  # saves that are not through yet; whether they wait for the connection
    refused = Signal(object)  # KnownError that nobody else takes
    _arrived = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.presence = Presence(workspace, self)
        self._collecting = Collecting(self, self._is_quiet)
        self._reads: deque[_Job] = deque()
        self._behind: deque[_Job] = deque()
        self._behind_under_way = 0
        self._writes: deque[_Job] = deque()
        self._answers: deque[_Answer] = deque()
        self._newest: dict[str, int] = {}
        self._long: dict[str, LongRead] = {}  # the latest of each key
        self._count = 0
        self._saves = 0
        self._asked = self._asked_before = 0  # reads and writes so far, and those when it was last looked
        self._under_way = 0  # reads and writes asked for whose answer was not handed over yet
        self._waiting = False
        self._held = False
        self._closed = False
        self._wake = threading.Condition()
        self._retry = threading.Event()
        sys.setswitchinterval(_TURN)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._threads = [
            threading.Thread(target=self._work_reads, name=f"tandem-read-{number}", daemon=True)
            for number in range(READERS)
        ] + [threading.Thread(target=self._work_writes, name="tandem-write", daemon=True)]
        for thread in self._threads:
            thread.start()

    # Asked for on the window's thread

    def read(
        self,
        service: Callable[..., Any],
        *args: Any,
        done: Done,
        failed: Failed | None = None,
        key: str | None = None,
        behind: bool = False,
        **kwargs: Any,
    ) -> None:
        """Call a reading service and hand its result to `done`.

        Of reads with one `key` only the newest is answered. A known error goes to `failed`, else to `refused`. Reads
        that may take long and that nobody waits for stand `behind` all others; a newer one of their key ends them.
        """
        if key is not None:
            self.drop(key)
        long = LongRead() if behind else None
        if key is not None and long is not None:
            self._long[key] = long
        line = self._behind if behind else self._reads
        self._queue(line, _Job(service, args, kwargs, done, failed, key, self._count, long=long))

    def hold(self) -> None:
        """Begin no read until `go`: what is read while a window paints itself takes Python away from it."""
        self._held = True

    def go(self) -> None:
        """Begin the reads that were asked for meanwhile."""
        with self._wake:
            self._held = False
            self._wake.notify_all()

    def drop(self, key: str) -> None:
        """Answer no read of a key that was asked for before; one that goes on behind the others is given up."""
        self._count += 1
        self._newest[key] = self._count
        long = self._long.pop(key, None)
        if long is not None:
            long.give_up()

    def write(
        self,
        service: Callable[..., Any],
        *args: Any,
        done: Done | None = None,
        failed: Failed | None = None,
        act: str | None = None,
        op: str | None = None,
        **kwargs: Any,
    ) -> None:
        """Call a writing service in one transaction; its change goes to `changed`, then to `done`.

        While the database cannot be reached the save waits, and those after it; it is sent again under the same id,
        so that nothing is written twice. Any other known error goes to `failed`, else to `refused`.
        """
        self._saves += 1
        self._queue(self._writes, _Job(service, args, kwargs, done, failed, op=op or uuid.uuid4().hex, act=act))
        self.saving.emit(self._saves, self._waiting)

    def tend(self, service: Callable[..., Any], *args: Any, done: Done, failed: Failed) -> None:
        """Call a writing service that only keeps what is derived from the rest: no act, nothing that could be lost.

        It waits in the line of the saves, is not counted as one, and is not sent again where it did not get through.
        """
        self._queue(self._writes, _Job(service, args, {}, done, failed))

    @property
    def unsaved(self) -> int:
        """How many saves are not through yet."""
        return self._saves

    @property
    def is_idle(self) -> bool:
        """Whether everything that was asked for has been answered."""
        return self._under_way == 0

    @property
    def is_waiting(self) -> bool:
        """Whether saves wait for the connection."""
        return self._waiting

    def retry(self) -> None:
        """Try a save that waits for the connection again at once."""
        self._retry.set()

    def close(self) -> None:
        """Let saves that are under way end, then stop; a save that waits for the connection is given up."""
        with self._wake:
            self._closed = True
            self._reads.clear()
            self._behind.clear()
            self._wake.notify_all()
        for long in self._long.values():
            long.give_up()
        self._retry.set()
        for thread in self._threads:
            thread.join(CLOSING)
        self._collecting.end()
        self._answers.clear()

    # In the threads

    def _queue(self, line: deque[_Job], job: _Job) -> None:
        with self._wake:
            if self._closed:
                return
            line.append(job)
            self._asked += 1
            self._under_way += 1
            self._wake.notify_all()

    def _next(self, lines: Callable[[], Iterable[deque[_Job]]]) -> _Job | None:
        """Return the first job of the lines from which one may be taken now, waiting for it; None at the end."""
        with self._wake:
            while True:
                for line in lines():
                    if line:
                        self._behind_under_way += line[0].behind
                        return line.popleft()
                if self._closed:
                    return None
                self._wake.wait()

    def _lines_to_read(self) -> Sequence[deque[_Job]]:
        if self._held:
            return ()
        return (self._reads, self._behind) if self._behind_under_way < READERS - 1 else (self._reads,)

    def _is_quiet(self) -> bool:
        """Return whether nothing is being asked, and nothing was since this was looked at last."""
        asked, self._asked_before = self._asked_before, self._asked
        return self.is_idle and asked == self._asked

    def _work_reads(self) -> None:
        while (job := self._next(self._lines_to_read)) is not None:
            if self._is_stale(job):
                self._ended()
            else:
                answer = _Answer(job)
                try:
                    answer.result = self._read(job)
                except Exception as error:  # noqa: BLE001 - told on the window's thread, whatever it is
                    answer.error = error
                self._tell(answer)
            if job.behind:
                with self._wake:
                    self._behind_under_way -= 1
                    self._wake.notify_all()

    def _read(self, job: _Job) -> Any:
        if job.long is None:
            return self.workspace.read(job.service, *job.args, **job.kwargs)
        return self.workspace.read_through(job.long.run, job.service, *job.args, **job.kwargs)

    def _work_writes(self) -> None:
        while (job := self._next(lambda: (self._writes,))) is not None:
            answer = _Answer(job)
            try:
                answer.result = self._written(job) if job.op else self.workspace.write(job.service, *job.args)
            except Exception as error:  # noqa: BLE001 - told on the window's thread, whatever it is
                answer.error = error
            self._tell(answer)

    def _written(self, job: _Job) -> Change:
        pause = _FIRST_WAIT
        while True:
            try:
                made = self.workspace.write(job.service, *job.args, op=job.op, act=job.act, **job.kwargs)
            except UnreachableError:
                if self._closed:
                    raise
            else:
                self._set_waiting(on=False)
                return made
            self._set_waiting(on=True)
            self._retry.wait(pause)
            if not self._closed:
                self._retry.clear()
            pause = min(pause * 2, _LONGEST_WAIT)

    def _ended(self) -> None:
        with self._wake:
            self._under_way -= 1

    def _set_waiting(self, *, on: bool) -> None:
        if self._waiting != on:
            self._waiting = on
            self._arrived.emit()

    def _is_stale(self, job: _Job) -> bool:
        return job.key is not None and self._newest.get(job.key) != job.number

    def _tell(self, answer: _Answer) -> None:
        self._answers.append(answer)
        if not self._closed:
            self._arrived.emit()

    # Back on the window's thread

    def _deliver(self) -> None:
        told_waiting = False
        while self._answers and not self._closed:
            answer = self._answers.popleft()
            if answer.job.op is not None:
                self._saves -= 1
                told_waiting = True
                self.saving.emit(self._saves, self._waiting)
            try:
                self._hand_over(answer)
            finally:
                self._ended()
        if not told_waiting and not self._closed:
            self.saving.emit(self._saves, self._waiting)

    def _hand_over(self, answer: _Answer) -> None:
        job, error = answer.job, answer.error
        if job.op is None and self._is_stale(job):
            return
        if error is None:
            if job.op is not None:
                self.changed.emit(answer.result)
            if job.done is not None and _is_alive(job.done):
                job.done(answer.result)
            return
        if isinstance(error, KnownError):
            told = error
        else:
            sys.excepthook(type(error), error, error.__traceback__)
            told = KnownError(
                QCoreApplication.translate("Jobs", "Something went wrong in Tandem itself; nothing was changed.")
            )
        if job.failed is None:
            self.refused.emit(told)
        elif _is_alive(job.failed):
            job.failed(told)


def _is_alive(callback: Callable[..., None]) -> bool:
    """Return whether the view that asked is still there."""
    if isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or bool(isValid(owner))
