"""The first step: a file is dropped or chosen; below, what was imported before, with the way back."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons
from ui.around import Surroundings
from ui.importing.parts import Card
from ui.theme import Theme, font
from ui.widgets.scrolling import scrolled
from ui.widgets.wrapping import wrapping

_SHOWN = 12


class Choosing(QWidget):
    """Where a file is chosen."""

    file_asked = Signal()
    undo_asked = Signal(int)  # the number of an import

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.around = theme, around
        self.undo_buttons: dict[int, QPushButton] = {}
        self.problem = Card("", self, name="question")
        self.problem.setObjectName("problemcard")
        self.problem_title = wrapping(self.problem, font(14, 600))
        self.problem_words = wrapping(self.problem, font(13))
        self.problem.body.addWidget(self.problem_title)
        self.problem.body.addWidget(self.problem_words)
        self.problem.hide()
        drop = self._zone()
        self._lay_out(drop)
        theme.changed.connect(self._draw)
        self._draw()

    def _zone(self) -> QFrame:
        drop = QFrame(self)
        drop.setObjectName("dropzone")
        self._sign = QLabel(drop)
        self._sign.setFixedSize(40, 40)
        title = QLabel(self.tr("Drop a file here, or anywhere on the window"), drop)
        title.setFont(font(17, 600))
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = QLabel(
            self.tr(
                "CSV and text, Excel workbooks (.xlsx) and vCards. Lists of HubSpot, Salesforce, Pipedrive, Outlook, "
                "Google and others are recognised. Nothing is written before you have seen the plan."
            ),
            drop,
        )
        words.setObjectName("muted")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setFixedWidth(520)
        # In a row of its own, so that the height of its lines is reckoned from its own width, not from the page's.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(words)
        row.addStretch(1)
        self.choose = QPushButton(" " + self.tr("Choose a file…"), drop)
        self.choose.setAccessibleName(self.tr("Choose a file…"))
        self.choose.setObjectName("primary")
        self.choose.clicked.connect(self.file_asked)
        inner = QVBoxLayout(drop)
        inner.setContentsMargins(24, 30, 24, 30)
        inner.setSpacing(12)
        inner.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(title)
        inner.addLayout(row)
        inner.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        return drop

    def _lay_out(self, drop: QFrame) -> None:
        self.before = Card(self.tr("Imported before"), self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.before.body.addLayout(self._lines)
        self.before.hide()
        inside = QWidget(self)
        inside.setObjectName("columns")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 4, 20, 20)
        column.setSpacing(12)
        for card in (self.problem, drop, self.before):
            column.addWidget(card)
        column.addStretch(1)
        scroll = scrolled(inside, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def complain(self, title: str, words: str) -> None:
        """Say why a file could not be read, and what to do; empty words take it away."""
        self.problem_title.setText(title)
        self.problem_words.setText(words)
        self.problem.setAccessibleName(f"{title}. {words}")
        self.problem.setVisible(bool(title))

    def show_before(self, imports: Sequence[Mapping[str, Any]]) -> None:
        """Show what was imported, the newest first."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.undo_buttons = {}
        for one in imports[:_SHOWN]:
            self._lines.addWidget(self._line(one))
        self.before.setVisible(bool(imports))

    def _line(self, one: Mapping[str, Any]) -> QWidget:
        line = QWidget(self)
        words, context = self.around.words, self.around.context
        at = datetime.fromisoformat(str(one["at"]))
        member = context.members.get(one["member"])
        name = QLabel(one["file"], line)
        name.setFont(font(13, 600))
        name.setTextFormat(Qt.TextFormat.PlainText)
        who = self.tr("{day} by {name}").format(
            day=words.moment(at, self.around.now), name=member.name if member else self.tr("somebody")
        )
        counts = self.tr("{new} new, {updated} updated, {refused} refused").format(
            new=words.number(one["created"]),
            updated=words.number(one["updated"]),
            refused=words.number(one["rejected"]),
        )
        under = wrapping(line, font(12), f"{who} · {counts}", name="muted")
        texts = QVBoxLayout()
        texts.setSpacing(1)
        name.setSizePolicy(under.sizePolicy())
        texts.addWidget(name)
        texts.addWidget(under)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(10)
        row.addLayout(texts, 1)
        if one["undone"]:
            done = QLabel(self.tr("Taken back"), line)
            done.setObjectName("faint")
            row.addWidget(done)
        else:
            button = QPushButton(self.tr("Undo import"), line)
            button.setObjectName("flat")
            button.setAccessibleName(self.tr("Undo import of {file}").format(file=one["file"]))
            button.clicked.connect(partial(self._ask_undo, int(one["id"])))
            row.addWidget(button)
            self.undo_buttons[int(one["id"])] = button
        return line

    def _ask_undo(self, number: int) -> None:
        self.undo_buttons[number].setEnabled(False)
        self.undo_asked.emit(number)

    def _draw(self) -> None:
        colour = self._theme.colour("accent")
        self._sign.setPixmap(icons.pixmap("file-up", colour, 40, self.devicePixelRatioF()))
        self.choose.setIcon(icons.icon("file-spreadsheet", self._theme.colour("on_accent"), 16))
        self.choose.setIconSize(QSize(16, 16))
