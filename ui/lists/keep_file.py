"""Selected rows written to a file that spreadsheets read, off the window's thread."""

import threading
from array import array
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import KnownError, RefusedError
from ui.jobs import Jobs

FORMS = ("csv", "xlsx")


class Export(QObject):
    """Writes one file at a time."""

    said = Signal(int, str)  # how many rows, and where they are
    failed = Signal(object)  # KnownError
    went = Signal(int, int)  # rows through, and of how many; 0 of 0 at the end
    _through = Signal(int)

    def __init__(self, jobs: Jobs, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._kind, self._window = jobs, kind, parent
        self._whole = 0
        self._stop = threading.Event()
        self._through.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def ask(self, ids: "array[int]", name: str) -> None:
        """Ask where the rows are to go, and write them."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        filters = self.tr("CSV (*.csv);;Excel workbook (*.xlsx)")
        path, chosen = QFileDialog.getSaveFileName(
            self._window, self.tr("Export"), str(Path(folder) / f"{name}.csv"), filters
        )
        if path:
            place = Path(path)
            if place.suffix.lower().removeprefix(".") not in FORMS:
                place = place.with_name(f"{place.name}.{'xlsx' if 'xlsx' in chosen else 'csv'}")
            self.write(ids, place)

    def write(self, ids: "array[int]", place: Path) -> None:
        """Write the rows to a file, whose name says its form."""
        if self._whole:
            return
        self._whole = len(ids)
        self._stop.clear()
        form = place.suffix.lower().removeprefix(".")
        self._jobs.read(
            _write,
            self._kind,
            form,
            place,
            ids.tolist(),
            self._went,
            done=partial(self._done, str(place)),
            failed=self._refused,
        )

    def stop(self) -> None:
        """Write no further; nothing is left of the file."""
        self._stop.set()

    def _went(self, count: int) -> None:
        """Hear of rows that are through; called in the thread that writes."""
        if self._stop.is_set():
            raise RefusedError("")
        self._through.emit(count)

    def _tell(self, count: int) -> None:
        if self._whole:
            self.went.emit(count, self._whole)

    def _done(self, place: str, count: int) -> None:
        self._whole = 0
        self.went.emit(0, 0)
        self.said.emit(count, place)

    def _refused(self, error: KnownError) -> None:
        self._whole = 0
        self.went.emit(0, 0)
        if self._stop.is_set():
            error = RefusedError(self.tr("Stopped; no file was written."))
        self.failed.emit(error)


def _write(session: Any, kind: str, form: str, place: Path, ids: list[int], went: Callable[[int], None]) -> int:
    from app import exporting  # noqa: PLC0415 - wanted once in a while

    return exporting.picked(session, kind, form, place, ids, went)
