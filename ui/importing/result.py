"""What is going on, and what came of it: progress with Cancel, the figures, the way back."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.importing.answer import Answer
from app.importing.progress import PLANNING, READING, Progress
from ui import icons
from ui.around import Surroundings
from ui.importing.parts import Card
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

_LOOKED = 100
_WIDE = 560
_KEPT = 8


class Busy(QWidget):
    """Says how far it is; Cancel stops it."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.around = around
        self._progress: Progress | None = None
        self._timer = QTimer(self, interval=_LOOKED)
        self._timer.timeout.connect(self._look)
        self.title = QLabel(self)
        self.title.setFont(font(17, 600))
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.words = QLabel(self)
        self.words.setObjectName("muted")
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self.stop)
        inner = QVBoxLayout()
        inner.setSpacing(12)
        for widget in (self.title, self.bar, self.words):
            widget.setFixedWidth(_WIDE)
            inner.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        inner.addLayout(buttons)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(inner)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(row)
        layout.addStretch(3)

    def begin(self, progress: Progress) -> None:
        """Follow what goes on."""
        self._progress = progress
        self.cancel.setEnabled(True)
        self.words.clear()
        self._look()
        self._timer.start()

    def end(self) -> None:
        """It is over."""
        self._timer.stop()
        self._progress = None

    def stop(self) -> None:
        """Stop what goes on."""
        if self._progress is not None:
            self._progress.stop()
            self.cancel.setEnabled(False)
            self.words.setText(self.tr("Stopping; nothing is written."))

    def _look(self) -> None:
        progress = self._progress
        if progress is None or progress.is_stopped:
            return
        words, done, total = self.around.words, progress.done, progress.total
        if progress.stage == READING:
            self.title.setText(self.tr("Reading the file"))
        elif progress.stage == PLANNING:
            self.title.setText(self.tr("Comparing with what is here"))
        else:
            self.title.setText(self.tr("Importing"))
        self.bar.setRange(0, total)
        self.bar.setValue(min(done, total))
        if total:
            self.words.setText(
                self.tr("{done} of {total} lines").format(done=words.number(done), total=words.number(total))
            )
        else:
            self.words.setText(self.tr("{done} lines so far").format(done=words.number(done)))


class Result(QWidget):
    """What came of it."""

    undo_asked = Signal()
    show_asked = Signal()
    another_asked = Signal()

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.around = theme, around
        self._sign = QLabel(self)
        self._sign.setFixedSize(44, 44)
        self._shown = ("circle-check", "good")
        self.title = wrapping(self, font(20, 600))
        self.words = wrapping(self, font(13), name="muted")
        self.kept = Card(self.tr("What stayed as it is"), self)
        self.kept_words = wrapping(self.kept, font(13), name="muted")
        self.kept.body.addWidget(self.kept_words)
        self.undo = QPushButton(self.tr("Undo import"), self)
        self.undo.clicked.connect(self.undo_asked)
        self.show_list = QPushButton(self.tr("Show the list"), self)
        self.show_list.setObjectName("primary")
        self.show_list.clicked.connect(self.show_asked)
        self.another = QPushButton(self.tr("Import another file"), self)
        self.another.clicked.connect(self.another_asked)
        self._note = wrapping(self, font(12), name="muted")
        inside = QWidget(self)
        inside.setFixedWidth(_WIDE)
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        for widget in (self._sign, self.title, self.words, self.kept):
            inner.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.show_list, self.another, self.undo):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inner.addLayout(buttons)
        inner.addWidget(self._note)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inside)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(row)
        layout.addStretch(3)
        theme.changed.connect(self._draw)
        self._draw()

    def show_answer(self, answer: Answer, waiting: int) -> None:
        """Say what was imported; `waiting` files come after this one."""
        words = self.around.words
        titles = {
            "companies": self.tr("%Ln new companies are in", None, answer.created),
            "leads": self.tr("%Ln new leads are in", None, answer.created),
        }
        done = titles.get(answer.kind, self.tr("%Ln new people are in", None, answer.created))
        if not answer.created:
            done = self.tr("%Ln were brought up to date", None, answer.updated)
        if answer.import_id is None:
            done = self.tr("Nothing was to be changed")
        self.title.setText(done)
        self.words.setText(
            self.tr(
                "{updated} updated, {unchanged} unchanged, {skipped} skipped, {refused} refused, out of {file}."
            ).format(
                updated=words.number(answer.updated),
                unchanged=words.number(answer.unchanged),
                skipped=words.number(answer.skipped),
                refused=words.number(len(answer.rejections)),
                file=answer.file,
            )
        )
        self.kept.hide()
        self.undo.setVisible(answer.import_id is not None)
        self.undo.setEnabled(True)
        self.show_list.setVisible(True)
        self._say_next(waiting)
        self._note.setText(
            self.tr("Undo takes the whole import back; what colleagues change later stays as they made it.")
        )
        self._note.setVisible(answer.import_id is not None)
        self._shown = ("circle-check", "good")
        self._draw()

    def show_undone(self, outcome: Mapping[str, Any], waiting: int) -> None:
        """Say what was taken back, and what stayed because somebody had changed it since."""
        kept: Sequence[str] = outcome.get("kept", ())
        self.title.setText(self.tr("The import was taken back"))
        words = self.around.words
        self.words.setText(
            self.tr("{removed} moved to the bin, {restored} as they were before.").format(
                removed=words.number(outcome.get("removed", 0)), restored=words.number(outcome.get("restored", 0))
            )
        )
        self.kept_words.setText("\n".join(kept[:_KEPT]))
        self.kept.setVisible(bool(kept))
        self.undo.hide()
        self._note.setText(self.tr("Redo (Ctrl+Shift+Z) brings it in again."))
        self._note.setVisible(True)
        self._say_next(waiting)
        self._shown = ("undo-2", "accent")
        self._draw()

    def _say_next(self, waiting: int) -> None:
        self.another.setText(
            self.tr("Next file (%Ln waiting)", None, waiting) if waiting else self.tr("Import another file")
        )

    def _draw(self) -> None:
        name, token = self._shown
        self._sign.setPixmap(icons.pixmap(name, self._theme.colour(token), 44, self.devicePixelRatioF()))
