"""The agenda as it is arranged: steps added, renamed, given minutes, put in order, taken away."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import KnownError
from app.meetings import TOPICS
from ui import refusals
from ui.theme import Theme, font
from ui.widgets.pressing import beside_the_first
from ui.widgets.scrolling import scrolled
from ui.widgets.spinning import padded
from ui.widgets.tinted import tint
from ui.widgets.wrapping import wrapping
from ui.words import Words

_SIZE = (620, 560)
_LONGEST, _MOST = 200, 24 * 60
_USUAL = 5


class StepRow(QWidget):
    """One step: its title and minutes, and the buttons that move it or take it away."""

    move_asked = Signal(int)
    remove_asked = Signal()

    def __init__(self, theme: Theme, words: Words, step: dict[str, Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._step = step
        topic = (words.paper.said("agenda", step["topic"]) or step["topic"]) if step["topic"] else ""
        self._topic = topic
        self.title = QLineEdit(step["title"] or topic, self)
        self.title.setMaxLength(_LONGEST)
        self.title.setPlaceholderText(topic or self.tr("What it is about"))
        self.title.setAccessibleName(self.tr("Step"))
        self.minutes = padded(QSpinBox(self))
        self.minutes.setRange(0, _MOST)
        self.minutes.setValue(step["minutes"])
        self.minutes.setSuffix(self.tr(" min"))
        self.minutes.setAccessibleName(self.tr("Minutes of {step}").format(step=step["title"] or topic))
        self.minutes.setFixedWidth(104)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.title, 1)
        row.addWidget(self.minutes)
        named = step["title"] or topic
        for icon, said, act in (
            ("chevron-up", self.tr("Up: {step}"), partial(self.move_asked.emit, -1)),
            ("chevron-down", self.tr("Down: {step}"), partial(self.move_asked.emit, 1)),
            ("x", self.tr("Remove: {step}"), self.remove_asked.emit),
        ):
            button = QToolButton(self)
            tint(button, theme, icon, "muted")
            button.setFixedSize(30, 30)
            button.setToolTip(said.format(step=named))
            button.setAccessibleName(said.format(step=named))
            button.clicked.connect(act)
            row.addWidget(button)
        self.setFocusProxy(self.title)
        for box in (self.title, self.minutes):
            box.installEventFilter(self)

    def values(self) -> dict[str, Any]:
        """Return the step as it is typed."""
        title = " ".join(self.title.text().split())
        title = "" if title == self._topic else title
        return {
            "id": self._step["id"],
            "title": title,
            "topic": self._step["topic"],
            "minutes": self.minutes.value(),
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move it by Ctrl+Shift and an arrow, as cards are, whichever of its fields has the focus."""
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.modifiers() & both == both:
            way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if way:
                self.move_asked.emit(way)
                return True
        return super().eventFilter(watched, event)


class AgendaDialog(QDialog):
    """Arranges the steps of a meeting, or those with which every new meeting begins. All of it is saved as one act."""

    chosen = Signal(object, object, bool)  # the steps, those they were made from, whether they are for new meetings too

    def __init__(
        self, theme: Theme, words: Words, steps: Sequence[dict[str, Any]], parent: QWidget, *, standing: bool
    ) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.base = list(steps)
        self.steps: list[StepRow] = []
        said = self.tr("Agenda of every new meeting") if standing else self.tr("Agenda of this meeting")
        self.setWindowTitle(said)
        self.resize(min(_SIZE[0], parent.width() - 40), min(_SIZE[1], parent.height() - 40))
        head = QLabel(said, self)
        head.setFont(font(16, 600))
        inner = QWidget(self)
        inner.setObjectName("panelinner")
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(0, 0, 6, 0)
        self._rows.setSpacing(8)
        self._rows.addStretch(1)
        scroll = scrolled(inner, self)
        self._scroll, self._inner = scroll, inner
        self.add_button = QPushButton(self.tr("Add a step"), self)
        self.add_button.setMenu(self._choices())
        self.whole = QLabel(self)
        self.whole.setObjectName("muted")
        self.too = QCheckBox(self.tr("Begin every new meeting with these steps"), self)
        self.too.setVisible(not standing)
        self.problem = wrapping(self, name="problem")
        self.problem.hide()
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setObjectName("primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._choose)
        self._lay_out(head, cancel)
        for step in steps:
            self._insert(step)
        self._tell_whole()

    def _lay_out(self, head: QLabel, cancel: QPushButton) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        foot.addWidget(self.whole)
        buttons = QHBoxLayout()
        buttons.addWidget(self.too)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(head)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(foot)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
        beside_the_first(self.add_button, cancel)

    def _choices(self) -> QMenu:
        menu = QMenu(self)
        own = menu.addAction(self.tr("A step of your own"))
        own.triggered.connect(partial(self.add, ""))
        menu.addSeparator()
        for topic in TOPICS:
            entry = menu.addAction(self._words.paper.said("agenda", topic) or topic)
            entry.triggered.connect(partial(self.add, topic))
        return menu

    def add(self, topic: str) -> None:
        """Add a step at the end."""
        row = self._insert({"id": 0, "title": "", "topic": topic, "minutes": _USUAL})
        self._tell_whole()
        row.setFocus()
        self._scroll.ensureWidgetVisible(row)

    def _insert(self, step: dict[str, Any]) -> StepRow:
        row = StepRow(self._theme, self._words, step, self._inner)
        row.move_asked.connect(partial(self._move, row))
        row.remove_asked.connect(partial(self._remove, row))
        row.minutes.valueChanged.connect(self._tell_whole)
        self.steps.append(row)
        self._rows.insertWidget(self._rows.count() - 1, row)
        return row

    def _move(self, row: StepRow, by: int) -> None:
        place = self.steps.index(row) + by
        if 0 <= place < len(self.steps):
            self.steps.remove(row)
            self.steps.insert(place, row)
            self._rows.removeWidget(row)
            self._rows.insertWidget(place, row)
            self._scroll.ensureWidgetVisible(row)

    def _remove(self, row: StepRow) -> None:
        self.steps.remove(row)
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._tell_whole()

    def _tell_whole(self) -> None:
        self.whole.setText(self.tr("%n minutes in all", None, sum(row.minutes.value() for row in self.steps)))

    def refuse(self, error: KnownError) -> None:
        """Say why it was not saved; all that was typed stays."""
        self._say(refusals.said(error))

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        self.save.setEnabled(True)

    def _choose(self) -> None:
        steps = [row.values() for row in self.steps]
        nameless = next(
            (row for row, one in zip(self.steps, steps, strict=True) if not one["title"] and not one["topic"]), None
        )
        if nameless is not None:
            nameless.setFocus()
            self._say(self.tr("Say what the step is about."))
            return
        self.save.setEnabled(False)
        self.chosen.emit(steps, self.base, self.too.isChecked())
