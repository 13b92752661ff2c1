"""Says, beside what is being typed, who may be in the list already, with a way to each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.duplicates.likely import Match
from ui.around import Surroundings
from ui.contacts.parts import breakable
from ui.duplicates.words import reasons
from ui.theme import font
from ui.widgets.pressing import beside_the_first
from ui.widgets.wrapping import wrapping


class LikelyBox(QFrame):
    """The box; out of sight while nobody comes into question."""

    open_asked = Signal(int)  # the contact

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("conflict")
        self.around = around
        self.matches: tuple[Match, ...] = ()
        self.buttons: list[QPushButton] = []
        self._lines: list[QWidget] = []
        self._title = QLabel(self)
        self._title.setFont(font(13, 600))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 12, 10)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._title)
        self.hide()

    def show_matches(self, matches: Sequence[Match]) -> None:
        """Show these; the same ones stay as they stand, so that nothing moves under the pointer."""
        if tuple(matches) == self.matches:
            return
        self.matches = tuple(matches)
        for line in self._lines:
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines, self.buttons = [], []
        for match in self.matches:
            self._add(match)
        self._title.setText(self.tr("%n people who may be the same one", None, len(self.matches)))
        said = [self._title.text(), *(match.name for match in self.matches)]
        self.setAccessibleName(", ".join(said))
        self.setVisible(bool(self.matches))

    def _add(self, match: Match) -> None:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(wrapping(line, font(13, 600), breakable(match.name)))
        about = " · ".join(part for part in (reasons(match.why, self.around), match.company, match.email) if part)
        words.addWidget(wrapping(line, font(12), breakable(about), name="muted"))
        row.addLayout(words, 1)
        button = QPushButton(self.tr("Open that one"), line)
        button.setAccessibleName(self.tr("Open {name}").format(name=match.name[:80]))
        beside_the_first(button)
        button.clicked.connect(partial(self.open_asked.emit, match.id))
        row.addWidget(button)
        self._layout.addWidget(line)
        self._lines.append(line)
        self.buttons.append(button)
