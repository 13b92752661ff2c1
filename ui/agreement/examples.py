"""The examples of a definition: disputed rejections that were ruled on, each with its lead, the ruling and why."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import KnownError
from app.handoffs import disputes
from app.handoffs.reading import HandoffRow
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.theme import font
from ui.widgets.scrolling import scrolled
from ui.widgets.wrapping import wrapping

_WIDTH, _HEIGHT = 560, 420
WHOLE = ""
"""Stands for the definition as a whole in the place of a clause's key."""


class ExampleButtons(QObject):
    """The buttons that say how many examples a definition and its clauses have; hidden where there are none."""

    asked = Signal(str)  # the key of a clause, or WHOLE

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self.found: Sequence[HandoffRow] = ()

    def add(self, key: str, about: str, parent: QWidget) -> QPushButton:
        """Return a new button for a clause, or for the definition as a whole."""
        button = QPushButton(parent)
        button.setObjectName("flat")
        button.setToolTip(self.tr("Rulings on disputed rejections that show what is meant"))
        button.setProperty("about", about)
        button.clicked.connect(partial(self.asked.emit, key))
        button.hide()
        self.buttons[key] = button
        return button

    def show_examples(self, found: Sequence[HandoffRow]) -> None:
        """Say how many there are: of the whole definition, all of them."""
        self.found = found
        for key, button in self.buttons.items():
            count = len(self.of(key))
            words = self.tr("Examples: {n}").format(n=count)
            button.setText(words)
            button.setAccessibleName(f"{words}, {button.property('about')}")
            button.setVisible(count > 0)

    def of(self, key: str) -> list[HandoffRow]:
        """Return the examples of a clause, or all of them."""
        return [one for one in self.found if key in (WHOLE, one.clause_key)]


class ExamplesDialog(QDialog):
    """The list. A click on a lead asks for its handoff."""

    handoff_asked = Signal(int)

    def __init__(
        self, about: str, found: Sequence[HandoffRow], said: Callable[[str], str], around: Surroundings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Examples"))
        self.resize(_WIDTH, _HEIGHT)
        self.leads: list[QPushButton] = []
        title = QLabel(self.tr("Examples of: {about}").format(about=about), self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setFont(font(15, 600))
        title.setWordWrap(True)
        inner = QWidget(self)
        inner.setObjectName("panelinner")
        self.rows = QVBoxLayout(inner)
        self.rows.setSpacing(14)
        for one in found:
            self._add(one, said, around)
        self.rows.addStretch(1)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(scrolled(inner, self), 1)
        layout.addLayout(foot)

    def _add(self, one: HandoffRow, said: Callable[[str], str], around: Surroundings) -> None:
        box = QWidget(self)
        lead = QPushButton(one.lead, box)
        lead.setObjectName("flat")
        lead.clicked.connect(partial(self._open, one.id))
        self.leads.append(lead)
        verdict = QLabel(self.tr("No lead") if one.ruling == "upheld" else self.tr("A lead"), box)
        verdict.setFont(font(12, 600))
        head = QHBoxLayout()
        head.addWidget(lead)
        head.addStretch(1)
        head.addWidget(verdict)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(3)
        inside.addLayout(head)
        inside.addWidget(wrapping(box, font(13), f"“{one.ruling_note}”"))
        clause = "" if one.clause_key is None else said(one.clause_key)
        day = "" if one.ruled_at is None else around.words.day(one.ruled_at, around.now)
        rejected = self.tr("rejected: {reason}").format(reason=one.reason) if one.reason else ""
        told = " · ".join(part for part in (clause, rejected, one.ruled_by, day) if part)
        inside.addWidget(wrapping(box, font(12), told, name="muted"))
        self.rows.addWidget(box)

    def _open(self, number: int) -> None:
        self.accept()
        self.handoff_asked.emit(number)


class Examples(QObject):
    """Reads the examples of the definition in sight, and shows the list of them."""

    handoff_asked = Signal(int)
    failed = Signal(object)  # KnownError

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._page = jobs, parent
        self._shown: tuple[ExampleButtons, str, Surroundings] | None = None
        self.dialog: ExamplesDialog | None = None

    def read(self, buttons: ExampleButtons, milestone: str, around: Surroundings) -> None:
        """Read them for the buttons of a definition."""
        if self._shown is None or self._shown[0] is not buttons:
            buttons.asked.connect(self.open)
        self._shown = buttons, milestone, around
        self._jobs.read(
            disputes.examples, milestone, done=partial(self._take, buttons), failed=self._fail, key="agreement.examples"
        )

    def open_all(self) -> None:
        """Show the examples of the definition in sight."""
        self.open(WHOLE)

    def open(self, key: str) -> None:
        """Show the examples of a clause, or of the whole definition."""
        if self._shown is None:
            return
        buttons, milestone, around = self._shown
        found = buttons.of(key)
        if not found:
            return
        whole = around.words.paper.said("contract", milestone) or milestone

        def said(clause: str) -> str:
            button = buttons.buttons.get(clause)
            return clause if button is None else str(button.property("about"))

        about = whole if key == WHOLE else said(key)
        dialog = self.dialog = ExamplesDialog(about, found, said, around, self._page.window())
        dialog.handoff_asked.connect(self.handoff_asked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, buttons: ExampleButtons, found: Sequence[HandoffRow]) -> None:
        # Another part may be in sight by now.
        if self._shown is not None and self._shown[0] is buttons and isValid(buttons):
            buttons.show_examples(found)

    def _fail(self, error: KnownError) -> None:
        self.failed.emit(error)
