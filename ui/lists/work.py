"""An act on many rows, a piece at a time: others' saves come in between, it says how far it is and can be stopped."""

import uuid
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app import bulk
from app.changes import Change
from app.errors import KnownError
from ui import refusals
from ui.jobs import Jobs

SLOW = 1_000
"""Milliseconds after which it is said how far an act is."""


@dataclass(frozen=True, slots=True)
class Act:
    """What is done: a service of `app.bulk` with what it is given besides the ids, and what is said of it.

    Attributes:
        service: called with the kind and the ids of a piece.
        given: what else it is called with.
        name: the act's name in the journal.
        subject: what undo calls it; "" leaves it to the service.
        going: what is said while it goes on, with {done} and {whole}.
        said: returns the sentence about so many records.
        size: how many records a piece has.
    """

    service: Callable[..., None]
    given: tuple[Any, ...]
    name: str
    subject: str
    going: str
    said: Callable[[int], str]
    size: int


class Work(QObject):
    """Does one act at a time."""

    said = Signal(str, object)  # the sentence about it, and the change by which undo finds the whole act
    failed = Signal(object)  # KnownError
    went = Signal(str, int, int)  # what is done, how many are through and of how many; 0 of 0 when nothing is done

    def __init__(self, jobs: Jobs, kind: str, number: Callable[[int], str], parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._kind, self._number = jobs, kind, number
        self._act: Act | None = None
        self._ids: array[int] = array("q")
        self._group = ""
        self._place = self._changed = 0
        self._last: Change | None = None
        self._is_stopped = False
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(self._tell)

    @property
    def is_busy(self) -> bool:
        """Whether an act is under way."""
        return self._act is not None

    def begin(self, act: Act, ids: "array[int]") -> None:
        """Do an act on records, unless another one is still under way."""
        if self._act is not None or not ids:
            return
        self._act, self._ids, self._group = act, ids, uuid.uuid4().hex
        self._place = self._changed = 0
        self._last, self._is_stopped = None, False
        self._slow.start()
        self._next()

    def stop(self) -> None:
        """Do no further piece; what is done stays and can be undone."""
        self._is_stopped = True

    # Inside

    def _next(self) -> None:
        act = self._act
        if act is None:
            return
        if self._place >= len(self._ids) or self._is_stopped:
            self._end()
            return
        some: Sequence[int] = self._ids[self._place : self._place + act.size].tolist()
        self._jobs.write(
            act.service,
            self._kind,
            some,
            *act.given,
            subject=act.subject,
            act=act.name,
            op=bulk.piece(self._group, self._place // act.size),
            done=self._through,
            failed=self._refused,
        )

    def _through(self, change: Change) -> None:
        if self._act is None:
            return
        self._place = min(self._place + self._act.size, len(self._ids))
        self._changed += (change.result or {}).get("changed", 0)
        if change.entries:
            self._last = change
        if not self._slow.isActive():
            self._tell()
        self._next()

    def _refused(self, error: KnownError) -> None:
        act, done = self._act, self._changed
        self._clear()
        if act is not None and done:
            self.failed.emit(KnownError(f"{refusals.said(error)} {act.said(done)}"))
        else:
            self.failed.emit(error)

    def _end(self) -> None:
        act, last, done, stopped = self._act, self._last, self._changed, self._is_stopped
        left = len(self._ids) - self._place
        self._clear()
        if act is None:
            return
        sentence = act.said(done)
        if stopped and left:
            sentence += " " + self.tr("Stopped; {count} are as they were.", None, left).format(count=self._number(left))
        self.said.emit(sentence, last)

    def _tell(self) -> None:
        if self._act is not None and self._place < len(self._ids):
            done, whole = self._place, len(self._ids)
            words = self._act.going.format(done=self._number(done), whole=self._number(whole))
            self.went.emit(words, done, whole)

    def _clear(self) -> None:
        self._act = None
        self._slow.stop()
        self.went.emit("", 0, 0)
