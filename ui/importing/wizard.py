"""The import wizard: choose a file, match its columns, check the plan, import it, and take it back if need be.

`ImportWizard(jobs, theme, around)` can stand in any window; `begin` starts it, with files or with the choice of one.
Nothing is written before the plan was seen.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import imports
from app.changes import Change
from app.errors import KnownError
from app.imports import Progress
from ui.around import Surroundings
from ui.importing import said as words_of
from ui.importing.choosing import Choosing
from ui.importing.course import PLANNED, READ, UNDONE, WRITTEN, Course
from ui.importing.frame import CHOOSE, DONE, MATCH, PLAN, Foot, Head
from ui.importing.matching import MatchStep
from ui.importing.plan import PlanStep
from ui.importing.result import Busy, Result
from ui.jobs import Jobs
from ui.theme import Theme

_PATIENCE = 300
"""Milliseconds after which is shown that the file is being read again."""


class ImportWizard(QWidget):
    """The wizard. `path` is a file to begin with."""

    left = Signal()  # it is to be closed
    said = Signal(str, object)  # what was done, in a sentence, and the Change that undo takes back (or None)
    failed = Signal(object)  # KnownError
    list_asked = Signal(str, str)  # kind and query of the list that is to be shown
    imported = Signal(int)  # the number of an import that was written

    def __init__(
        self,
        jobs: Jobs,
        theme: Theme,
        around: Surroundings,
        path: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._jobs, self._theme, self.around = jobs, theme, around
        self.course = Course(jobs, self)
        self.step = CHOOSE
        self._progress: Progress | None = None
        self._build()
        self.course.began.connect(self._began)
        self.course.came.connect(self._came)
        self.course.stuck.connect(self._stuck)
        self.course.imported.connect(self._imported)
        jobs.changed.connect(self._changed)
        if path is not None:
            self.begin([path])

    def _build(self) -> None:
        self.head = Head(self._theme, self)
        self.head.close_button.clicked.connect(self.leave)
        self.under = self.head.under
        self.foot = Foot(self._theme, self.course, self)
        self.back, self.next = self.foot.back, self.foot.next
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.choosing = Choosing(self._theme, self.around, self)
        self.choosing.file_asked.connect(self.ask_file)
        self.choosing.undo_asked.connect(self.course.undo)
        self.matching = MatchStep(self._theme, self.around, self)
        self.matching.answered.connect(self.answer)
        self.matching.kind_asked.connect(self.course.take_kind)
        self.matching.existing_asked.connect(self.course.take_existing)
        self.matching.matching_asked.connect(self.course.use_matching)
        self.matching.keep_asked.connect(self._keep_matching)
        self.plan = PlanStep(self._theme, self.around, self)
        self.plan.answered.connect(self.answer)
        self.plan.save_asked.connect(self._ask_place)
        self.result = Result(self._theme, self.around, self)
        self.result.undo_asked.connect(self.undo)
        self.result.show_asked.connect(self._show_list)
        self.result.another_asked.connect(self._another)
        self.busy = Busy(self.around, self)
        self._stack = QStackedWidget(self)
        for widget in (self.choosing, self.matching, self.plan, self.result, self.busy):
            self._stack.addWidget(widget)
        self._busy_soon = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._busy_soon.timeout.connect(self._show_busy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.foot)
        self._show(CHOOSE)

    # Beginning and leaving

    def begin(self, paths: Sequence[Path] = ()) -> None:
        """Start with files, one after another, or with the choice of one; what was under way is given up."""
        if self.course.is_writing:
            self.said.emit(
                self.tr("An import is being written. Wait until it is through, then drop the file again."), None
            )
            return
        self.plan.forget()
        self.choosing.complain("", "")
        self._show(CHOOSE)
        self.course.begin(paths)
        if paths:
            self.under.setText(paths[0].name)
        else:
            self.load()

    def load(self) -> None:
        """Read what was imported before."""
        self._jobs.read(imports.listed, done=self.choosing.show_before, failed=self._ignore, key="import.listed")

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now."""
        self.around = around
        for part in (self.choosing, self.matching, self.plan, self.result, self.busy):
            part.around = around

    def take_focus(self) -> None:
        """Put the focus where the step begins."""
        if self._stack.currentWidget() is self.busy:
            self.busy.cancel.setFocus()
        else:
            (self.choosing.choose, self.matching.table, self.next, self.result.show_list)[self.step].setFocus()

    def panes(self) -> Sequence[QWidget]:
        """Return the step and its foot."""
        return (self._stack, self.foot)

    def ask_file(self) -> None:
        """Let a person choose files."""
        dialog = QFileDialog(self, self.tr("Choose files to import"))
        dialog.setObjectName("importfile")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setDirectory(_documents())
        dialog.setNameFilters(
            [
                self.tr("Lists and cards (*.csv *.tsv *.txt *.xlsx *.xlsm *.vcf *.gz)"),
                self.tr("All files (*)"),
            ]
        )
        dialog.filesSelected.connect(self._files_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _files_chosen(self, names: list[str]) -> None:
        self.begin([Path(name) for name in names])

    def leave(self) -> None:
        """Close the wizard; an import that is being written goes on."""
        self.course.waiting = []
        self.course.let_go()
        self.left.emit()

    def stop(self) -> None:
        """End what goes on by itself."""
        self._busy_soon.stop()
        self.busy.end()
        self.course.let_go()

    # The steps

    def go_on(self) -> None:
        """Go to the next step."""
        if not self.next.isEnabled():
            return
        if self.step == MATCH:
            self.course.plan()
        elif self.step == PLAN:
            self.course.write()
            self._show_busy()
        else:
            self.leave()

    def go_back(self) -> None:
        """Go back a step; what was answered stays."""
        if self.step == PLAN:
            self._show_match()
        elif self.step == MATCH:
            self.begin()

    def _show(self, step: int) -> None:
        self.step = step
        self._rest()
        self._stack.setCurrentIndex(step)
        self.head.show_step(step)
        self.foot.show_step(step)
        if self.isVisible():
            self.take_focus()

    def _rest(self) -> None:
        self._busy_soon.stop()
        self.busy.end()

    def _began(self, progress: Progress) -> None:
        self._progress = progress
        self._busy_soon.start()
        self.foot.tell()

    def _show_busy(self) -> None:
        if self.course.is_busy and self._progress is not None:
            self._busy_soon.stop()
            self.busy.begin(self._progress)
            self._stack.setCurrentWidget(self.busy)
            self.foot.hide()
            if self.isVisible():
                self.busy.cancel.setFocus()

    def _show_match(self) -> None:
        course = self.course
        if course.draft is None:
            return
        found = course.draft.found
        self.matching.show_found(
            found,
            course.questions(of_the_plan=False),
            course.options.answers,
            imports.matchings(),
            course.used,
            course.options.on_existing,
        )
        self._show(MATCH)
        self.under.setText(" · ".join((found.file, self.tr("%Ln lines", None, found.rows))))

    def _show_plan(self) -> None:
        course = self.course
        if course.draft is None or course.outline is None:
            return
        found, outline = course.draft.found, course.outline
        self.plan.show_outline(outline, found, course.options.answers, course.questions(of_the_plan=True))
        self._show(PLAN)
        lines = self.tr("%Ln lines", None, outline.answer.rows_read)
        self.under.setText(" · ".join((found.layout or found.file, lines, self.tr("nothing is written yet"))))

    # What comes of it

    def answer(self, key: str, value: str) -> None:
        """Answer a question, or correct what was found."""
        self.course.answer(key, value)

    def _came(self, step: str) -> None:
        if step == READ:
            self._show_match()
        elif step == PLANNED:
            self._show_plan()
        elif step == WRITTEN and self.course.draft is not None:
            answer = self.course.draft.answer
            self.result.show_answer(answer, len(self.course.waiting))
            self._show(DONE)
            self.under.setText(answer.file)
        elif step == UNDONE:
            self.result.show_undone(self.course.outcome, len(self.course.waiting))
            self._show(DONE)

    def _imported(self, number: int, change: Change) -> None:
        self.imported.emit(number)
        if not self.isVisible():
            self.said.emit(self.result.title.text(), change)

    def _stuck(self, step: str, error: KnownError, stopped: bool) -> None:
        self._rest()
        sentence = words_of.refused(error)
        if step == READ and self.course.draft is None:
            self._cannot_read(sentence, stopped=stopped)
            return
        if step == READ or (step == PLANNED and self.step != PLAN):
            self._show_match()
        elif step == PLANNED:
            self._show_plan()
        elif step == WRITTEN:
            self._show(PLAN)
            if stopped:
                sentence = self.tr("Stopped. Nothing was written.")
        else:
            self.result.undo.setEnabled(True)
            self.load()
        if not stopped or step == WRITTEN:
            self.said.emit(sentence, None)

    def _cannot_read(self, sentence: str, *, stopped: bool) -> None:
        name = self.course.path.name if self.course.path is not None else ""
        waiting = len(self.course.waiting)
        self.course.waiting = []
        self._show(CHOOSE)
        self.load()
        if stopped:
            return
        if waiting:
            more = self.tr("%Ln more files wait: choose them again.", None, waiting)
            sentence = f"{sentence} {more}"
        self.choosing.complain(self.tr("{file} can’t be imported").format(file=name), sentence)

    def undo(self) -> None:
        """Take back what was imported last."""
        number = self.course.draft.answer.import_id if self.course.draft is not None else None
        if number is not None:
            self.result.undo.setEnabled(False)
            self.course.undo(number)

    def _show_list(self) -> None:
        kind = self.course.draft.found.kind if self.course.draft is not None else "contacts"
        self.leave()
        self.list_asked.emit({"companies": "company", "leads": "lead"}.get(kind, "contact"), "")

    def _another(self) -> None:
        if self.course.waiting:
            self.plan.forget()
            self._show(CHOOSE)
            self.course.next_file()
        else:
            self.begin()

    def _keep_matching(self, name: str) -> None:
        self.course.keep_matching(name)
        self._show_match()
        words = self.tr("Kept as “{name}”: it is used for the next file with these columns.")
        self.said.emit(words.format(name=name), None)

    # The refused lines

    def _ask_place(self) -> None:
        if self.course.path is not None:
            name = self.tr("{file}, refused lines").format(file=self.course.path.stem)
            path, _ = QFileDialog.getSaveFileName(
                self, self.tr("Save the refused lines"), str(Path(_documents()) / f"{name}.csv"), "CSV (*.csv)"
            )
            if path:
                self.save_refused(Path(path))

    def save_refused(self, path: Path) -> None:
        """Write the refused lines to a file."""
        if self.course.draft is not None and self.course.outline is not None:
            self._jobs.read(
                imports.save_refused,
                self.course.draft,
                self.course.outline,
                path,
                done=partial(self._saved, path.name),
                failed=self.failed.emit,
            )

    def _saved(self, name: str, count: int) -> None:
        self.said.emit(self.tr("%Ln refused lines are in {file}.", None, count).format(file=name), None)

    # What is heard

    def _changed(self, change: Change) -> None:
        if self.step == CHOOSE and self.isVisible() and "import" in change.ids:
            self.load()

    def _ignore(self, error: KnownError) -> None:
        """Leave a side matter be that could not be read; the bar says already that the database is away."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops what goes on, or closes the wizard where nothing is lost by it."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is self.busy:
            self.busy.stop()
        elif event.key() == Qt.Key.Key_Escape and self.step in (CHOOSE, DONE):
            self.leave()
        else:
            super().keyPressEvent(event)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
