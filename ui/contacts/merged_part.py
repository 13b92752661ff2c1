"""Who was merged into the contact in sight, each to be taken apart again."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.around import MergedLine
from ui.around import Surroundings
from ui.contacts.parts import breakable
from ui.theme import font
from ui.widgets.wrapping import wrapping


class MergedPart(QWidget):
    """The lines; nothing where nobody was merged."""

    asked = Signal(int, str)  # the merge to take apart, and the name of the one that comes out of it

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self.buttons: list[QPushButton] = []
        self._lines: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.hide()

    def show_lines(self, lines: Sequence[MergedLine]) -> None:
        """Show these merges."""
        for line in self._lines:
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines, self.buttons = [], []
        for one in lines:
            self._layout.addWidget(self._line(one))
        self.setVisible(bool(lines))

    def _line(self, one: MergedLine) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        said = self.tr("{name} was merged into this contact · {day}").format(
            name=breakable(one.name), day=self.around.words.day(one.at, self.around.now)
        )
        row.addWidget(wrapping(line, font(13), said, name="muted"), 1)
        button = QPushButton(self.tr("Take apart"), line)
        button.setObjectName("flat")
        button.setAccessibleName(self.tr("Take {name} apart again").format(name=one.name))
        button.clicked.connect(partial(self.asked.emit, one.id, one.name))
        row.addWidget(button)
        self._lines.append(line)
        self.buttons.append(button)
        return line
