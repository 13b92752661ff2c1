"""Compares contacts that were not compared yet: at once where somebody looks, else by the way."""

import os
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.changes import Change
from app.duplicates import index
from app.duplicates.index import Step
from app.errors import KnownError
from ui.jobs import Jobs

_BETWEEN = 20
"""Milliseconds between two blocks, in which others' saves go first."""
_BY_THE_WAY = 20_000
"""Milliseconds after a change from which it is compared though nobody looks: then a new contact is warned of."""
_APART = 1_500
"""Milliseconds from one laptop's turn to the next one's: who comes later finds it done."""
_FEW = 20_000
"""Contacts up to which comparing goes on by the way; of more the page does it, which shows how far it is."""
_OURS = frozenset({"contact", "company", "import"})


class Comparer(QObject):
    """Goes on a block at a time. `progressed` says how many are left, `finished` that all are compared."""

    progressed = Signal(int)
    finished = Signal()
    failed = Signal(object)  # KnownError

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.is_under_way = False
        self._next = QTimer(self, singleShot=True, interval=_BETWEEN)
        self._next.timeout.connect(self._prepare)
        self._later = QTimer(self, singleShot=True, interval=_BY_THE_WAY + os.getpid() % 8 * _APART)
        self._later.timeout.connect(self._look)
        jobs.changed.connect(self._changed)

    def begin(self) -> None:
        """Compare all that is left, unless it is under way or nothing can be written."""
        if not self.is_under_way and not self._jobs.workspace.read_only:
            self.is_under_way = True
            self._prepare()

    def watch(self) -> None:
        """Look after a while whether something is left."""
        if not self._later.isActive():
            self._later.start()

    def stop(self) -> None:
        """End what goes on by itself."""
        self._next.stop()
        self._later.stop()

    def _changed(self, change: Change) -> None:
        if _OURS & change.ids.keys():
            self.watch()

    def _look(self) -> None:
        key = "duplicates.outstanding"
        self._jobs.read(index.outstanding, done=self._found, failed=self._ignore, key=key, behind=True)

    def _found(self, left: int) -> None:
        if 0 < left <= _FEW:
            self.begin()

    def _prepare(self) -> None:
        self._jobs.read(index.prepare, done=self._put_down, failed=self._fail, key="duplicates.block")

    def _put_down(self, step: Step) -> None:
        told: dict[str, int] = {}
        self._jobs.tend(index.take, step, told, done=partial(self._compared, told), failed=self._fail)

    def _compared(self, told: dict[str, int], change: Change) -> None:
        del change
        left = told.get("left", 0)
        self.progressed.emit(left)
        if left:
            self._next.start()
        else:
            self.is_under_way = False
            self.finished.emit()

    def _fail(self, error: KnownError) -> None:
        self.is_under_way = False
        self.failed.emit(error)

    def _ignore(self, error: KnownError) -> None:
        """Leave it for the next time: nobody asked for it."""
