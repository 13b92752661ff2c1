"""What was merged and stands so: each can be taken apart again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.duplicates.merging import MergeRow
from ui.around import Surroundings
from ui.contacts.parts import breakable, rule, scrolled
from ui.theme import font
from ui.widgets.wrapping import wrapping


class Merged(QWidget):
    """The list, the newest first."""

    asked = Signal(object)  # MergeRow: take it apart
    left = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self.buttons: list[QPushButton] = []
        self._lines: list[QWidget] = []
        title = wrapping(self, font(20, 600), self.tr("Merged before"))
        hint = wrapping(
            self,
            font(13),
            self.tr(
                "Taken apart, each gets back its own notes, leads and fields, with what was written into them since. "
                "What was added to them both stays with the first."
            ),
            name="muted",
        )
        back = QPushButton(self.tr("Back to the pairs"), self)
        back.clicked.connect(self.left)
        head = QHBoxLayout()
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addWidget(title)
        lines.addWidget(hint)
        head.addLayout(lines, 1)
        head.addWidget(back)
        content = QWidget(self)
        content.setObjectName("columns")
        self._body = QVBoxLayout(content)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        layout.addLayout(head)
        scroll = scrolled(content, self)
        scroll.setObjectName("columns")
        layout.addWidget(scroll, 1)

    def show_rows(self, rows: Sequence[MergeRow]) -> None:
        """Show these merges."""
        for line in self._lines:
            self._body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.buttons, self._lines = [], []
        for place, row in enumerate(rows):
            line = self._line(row)
            self._body.insertWidget(place, line)
            self._lines.append(line)

    def _line(self, row: MergeRow) -> QWidget:
        line = QWidget(self)
        outer = QVBoxLayout(line)
        outer.setContentsMargins(0, 6, 0, 0)
        who = self.around.context.members.get(row.member_id or 0)
        when = self.around.words.moment(row.at, self.around.now)
        names = self.tr("{gone} was merged into {kept}").format(gone=breakable(row.gone), kept=breakable(row.kept))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(wrapping(line, font(13, 600), names))
        words.addWidget(wrapping(line, font(12), " · ".join(part for part in (when, who.name if who else "") if part)))
        button = QPushButton(self.tr("Take apart again"), line)
        button.setAccessibleName(self.tr("Take {gone} and {kept} apart again").format(gone=row.gone, kept=row.kept))
        button.clicked.connect(lambda: self.asked.emit(row))
        self.buttons.append(button)
        inner = QHBoxLayout()
        inner.addLayout(words, 1)
        inner.addWidget(button)
        outer.addLayout(inner)
        outer.addWidget(rule(line))
        return line
