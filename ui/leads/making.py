"""Making leads on the board: a name typed at the top of a stage."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app import leads
from app.changes import Change
from app.context import StageRow
from app.errors import KnownError
from ui.jobs import Jobs
from ui.leads.column import StageColumn


class Making(QObject):
    """Saves the names that are typed; one that is refused is typed there again."""

    said = Signal(str, object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs

    def join(self, column: StageColumn) -> None:
        """Listen to a column's line."""
        column.named.connect(partial(self._make, column))

    def _make(self, column: StageColumn, name: str) -> None:
        stage = column.model.stage
        self._jobs.write(
            leads.create,
            {"name": name},
            stage.id,
            done=partial(self._made, name, stage),
            failed=partial(self._not_made, column, name),
        )

    def _made(self, name: str, stage: StageRow, change: Change) -> None:
        self.said.emit(self.tr("{name} added to {stage}.").format(name=name, stage=stage.name), change)

    def _not_made(self, column: StageColumn, name: str, error: KnownError) -> None:
        column.line.bring_back(name)
        self.failed.emit(error)
