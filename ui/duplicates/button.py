"""The way to the suspected pairs, with how many are certain or likely."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from app.changes import Change
from app.errors import KnownError
from ui.jobs import Jobs

_SOON = 1_500
_OURS = frozenset({"contact", "apart", "merge", "import"})


class DuplicatesButton(QPushButton):
    """A button that counts by itself."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.load)
        jobs.changed.connect(self._changed)
        self._tell(0)

    def load(self) -> None:
        """Count."""
        from app.duplicates import pairs  # noqa: PLC0415 - wanted once the window stands

        self._jobs.read(pairs.counted, done=self._tell, failed=self._ignore, key="duplicates.count")

    def stop(self) -> None:
        """Count no more."""
        self._soon.stop()

    def _tell(self, count: int) -> None:
        self.setText(self.tr("Duplicates (%n)", None, count) if count else self.tr("Duplicates"))

    def _changed(self, change: Change) -> None:
        if _OURS & change.ids.keys() or change.act == "duplicates.index":
            self._soon.start()

    def _ignore(self, error: KnownError) -> None:
        """Leave the number be: whatever is wrong is said elsewhere, and the way is open without it."""
