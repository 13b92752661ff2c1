"""What is done with the stages themselves, from the heads of their columns: edited, added, put in order, archived."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app import stages
from app.changes import Change
from app.context import StageRow
from app.errors import KnownError
from app.stages import Standing
from ui.jobs import Jobs
from ui.leads.board_model import BoardModel
from ui.leads.column import StageColumn
from ui.leads.stage_form import ArchiveForm, StageForm
from ui.theme import Theme


class StageActs(QObject):
    """Opens the forms and saves what they bring; what is done is said with a way back."""

    said = Signal(str, object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, board: BoardModel, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._jobs, self._board, self._theme, self._page = jobs, board, theme, page
        self._columns: dict[int, StageColumn] = {}
        self.form: StageForm | ArchiveForm | None = None

    def join(self, column: StageColumn) -> None:
        """Listen to a column's head."""
        stage = column.model.stage
        self._columns[stage.id] = column
        column.head.menu_asked.connect(partial(self._open_menu, stage.id))
        column.head.placed.connect(self._place_before)

    def edit_here(self, here: Callable[[], StageRow | None]) -> None:
        """Edit the stage in which one is."""
        stage = here()
        if stage is not None:
            self.edit(stage)

    def add_here(self, here: Callable[[], StageRow | None]) -> None:
        """Add a stage behind the one in which one is."""
        stage = here()
        if stage is not None:
            self.add(stage)

    def edit(self, stage: StageRow) -> None:
        """Open a stage's form once it is known who stood there."""
        self._jobs.read(
            stages.standing, stage.id, done=partial(self._edit, stage), failed=self.failed.emit, key="stages.standing"
        )

    def add(self, beside: StageRow) -> None:
        """Open the form of a new stage behind another."""
        form = StageForm(None, self._theme, self._page, settled=False)
        form.saved.connect(partial(self._create, form, self._place_of(beside) + 1))
        self._open(form, beside.id)

    def move(self, stage: StageRow, step: int) -> None:
        """Put a stage a place further on or back."""
        self._place(stage, self._place_of(stage) + step)

    def archive(self, stage: StageRow) -> None:
        """Take a stage off the board; ask first where its leads go."""
        asked = partial(self._archive, stage)
        self._jobs.read(stages.standing, stage.id, done=asked, failed=self.failed.emit, key="stages.standing")

    def menu(self, stage: StageRow, parent: QWidget) -> QMenu:
        """Return the menu of a stage's head."""
        menu = QMenu(parent)
        menu.setObjectName("stage")
        place, last = self._place_of(stage), len(self._board.stages) - 1
        menu.addAction(self.tr("Edit stage…\tF2"), partial(self.edit, stage))
        before = menu.addAction(self.tr("Move back"), partial(self.move, stage, -1))
        before.setEnabled(place > 0)
        on = menu.addAction(self.tr("Move on"), partial(self.move, stage, 1))
        on.setEnabled(place < last)
        menu.addSeparator()
        menu.addAction(self.tr("Add a stage after this one…"), partial(self.add, stage))
        gone = [one for one in self._board.around.context.stages.values() if one.archived]
        if gone:
            back = menu.addMenu(self.tr("Bring back"))
            for one in sorted(gone, key=lambda one: one.name.casefold()):
                back.addAction(one.name.replace("&", "&&")[:60], partial(self._bring_back, one))
        menu.addSeparator()
        menu.addAction(self.tr("Archive…"), partial(self.archive, stage))
        return menu

    # Inside

    def _open_menu(self, stage_id: int, at: QPoint) -> None:
        model, column = self._board.stage(stage_id), self._columns.get(stage_id)
        if model is not None and column is not None:
            self.menu(model.stage, column).popup(at)

    def _place_of(self, stage: StageRow) -> int:
        return next((place for place, one in enumerate(self._board.stages) if one.stage.id == stage.id), 0)

    def _place_before(self, stage_id: int, other_id: int) -> None:
        """Put a stage where another one stands, whose head it was dropped on."""
        model, other = self._board.stage(stage_id), self._board.stage(other_id)
        if model is not None and other is not None:
            self._place(model.stage, self._place_of(other.stage))

    def _place(self, stage: StageRow, place: int) -> None:
        told = self.tr("{stage} moved.").format(stage=stage.name)
        self._write(told, stages.place, stage.id, place)

    def _edit(self, stage: StageRow, found: Standing) -> None:
        form = StageForm(stage, self._theme, self._page, settled=found.ever)
        form.saved.connect(partial(self._save, form, stage))
        self._open(form, stage.id)

    def _archive(self, stage: StageRow, found: Standing) -> None:
        if not found.open:
            self._write(self.tr("{stage} archived.").format(stage=stage.name), stages.archive, stage.id)
            return
        others = [
            model.stage
            for model in self._board.stages
            if model.stage.id != stage.id and model.stage.kind not in stages.CLOSED
        ]
        form = ArchiveForm(stage, found.open, others, self._theme, self._page)
        form.chosen.connect(partial(self._archive_to, form, stage))
        self._open(form, stage.id)

    def _archive_to(self, form: ArchiveForm, stage: StageRow, to: int) -> None:
        told = self.tr("{stage} archived.").format(stage=stage.name)
        self._write(told, stages.archive, stage.id, to, form=form)

    def _bring_back(self, stage: StageRow) -> None:
        self._write(self.tr("{stage} is back.").format(stage=stage.name), stages.bring_back, stage.id)

    def _create(self, form: StageForm, place: int, values: dict[str, Any], base: dict[str, Any]) -> None:
        del base
        told = self.tr("{stage} added.").format(stage=" ".join(str(values.get("name", "")).split()))
        self._write(told, stages.create, values, place, form=form)

    def _save(self, form: StageForm, stage: StageRow, values: dict[str, Any], base: dict[str, Any]) -> None:
        if not values:
            self.put_away()
            return
        told = self.tr("{stage} saved.").format(stage=" ".join(str(values.get("name", stage.name)).split()))
        self._write(told, stages.edit, stage.id, values, base, form=form)

    def _write(self, told: str, service: Any, *args: Any, form: StageForm | ArchiveForm | None = None) -> None:
        done, failed = partial(self._done, told, form), partial(self._refused, form)
        self._jobs.write(service, *args, done=done, failed=failed)

    def _done(self, told: str, form: StageForm | ArchiveForm | None, change: Change) -> None:
        if form is not None and form is self.form:
            self.put_away()
        if change.entries:
            self.said.emit(told, change)

    def _refused(self, form: StageForm | ArchiveForm | None, error: KnownError) -> None:
        if form is not None and form is self.form:
            form.refuse(error)
        else:
            self.failed.emit(error)

    def _open(self, form: StageForm | ArchiveForm, stage_id: int) -> None:
        self.put_away()
        self.form = form
        form.setProperty("stage", stage_id)
        form.put_away.connect(self.put_away)
        form.open_beside(partial(self._head_on_screen, stage_id))
        form.begin()

    def put_away(self) -> None:
        """Put the form away that is open."""
        form, self.form = self.form, None
        if form is not None:
            form.end()
            column = self._columns.get(form.property("stage") or 0)
            if column is not None:
                column.cards.setFocus()

    def _head_on_screen(self, stage_id: int) -> QRect:
        # Columns are made anew when a stage changes; the form stays beside the one that stands there now.
        columns = [one for one in self._page.findChildren(StageColumn) if one.model.stage.id == stage_id]
        if not columns:
            return QRect(self._page.mapToGlobal(QPoint(40, 120)), self._page.size() / 8)
        head = columns[-1].head
        return QRect(head.mapToGlobal(QPoint()), head.size())
