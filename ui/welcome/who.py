"""Who somebody is who joins a workspace in a file: one of the members, or somebody new."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from app import joining
from app.changes import Change
from app.errors import KnownError
from ui import refusals
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.theme import font
from ui.welcome.parts import field, named, side_by_side
from ui.widgets.wrapping import wrapping


class WhoDialog(QDialog):
    """The dialog. Until it is answered, what somebody does here carries no name."""

    said = Signal(str, object)  # what was done, and the Change

    def __init__(self, jobs: Jobs, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._free = list(joining.free_members(around.context))
        self.setWindowTitle(self.tr("Who are you?"))
        self.setFixedWidth(520)
        title = wrapping(self, font(20, 600), self.tr("Who are you here?"))
        beside = wrapping(
            self,
            words=self.tr("Colleagues see it beside what you do. This computer remembers it."),
            name="muted",
        )
        self.members = QListWidget(self)
        self.members.setAccessibleName(self.tr("Members without an account"))
        self.members.setObjectName("contents")
        self.members.addItems([one.name or one.email for one in self._free])
        self.members.setFixedHeight(min(190, 38 * len(self._free) + 8))
        self.members.currentRowChanged.connect(self._tell)
        self.members.setVisible(bool(self._free))
        self.name = field(self, self.tr("Your name"))
        self.email = field(self, self.tr("E-mail"))
        self.team = QComboBox(self)
        self.team.setAccessibleName(self.tr("Team"))
        for team, words in (
            ("marketing", self.tr("Marketing")),
            ("sales", self.tr("Sales")),
            ("both", self.tr("Both teams")),
        ):
            self.team.addItem(words, team)
        self.name.textChanged.connect(self._typed)
        self.problem = wrapping(self, name="problem")
        self.problem.hide()
        self.later = QPushButton(self.tr("Later"), self)
        self.later.setObjectName("quiet")
        self.later.clicked.connect(self.reject)
        self.go = QPushButton(self.tr("That’s me"), self)
        self.go.setObjectName("primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self._answer)
        buttons = QHBoxLayout()
        buttons.addWidget(self.later)
        buttons.addStretch(1)
        buttons.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(beside)
        layout.addWidget(self.members)
        if self._free:
            layout.addWidget(QLabel(self.tr("Or somebody new:"), self))
        layout.addLayout(side_by_side(named(self, self.name), named(self, self.team), stretches=(2, 1)))
        layout.addLayout(named(self, self.email))
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
        self._tell()

    def _typed(self) -> None:
        if self.name.text():
            self.members.setCurrentRow(-1)
        self._tell()

    def _tell(self) -> None:
        if self.members.currentRow() >= 0 and self.name.text():
            self.name.clear()
        self.go.setEnabled(self.members.currentRow() >= 0 or bool(self.name.text().strip()))

    def _answer(self) -> None:
        self.problem.hide()
        row = self.members.currentRow()
        if row >= 0:
            self._jobs.write(joining.claim, self._free[row].id, done=self._done, failed=self._refused)
        else:
            told = (self.name.text(), self.email.text(), str(self.team.currentData()))
            self._jobs.write(joining.introduce, *told, done=self._done, failed=self._refused)

    def _done(self, change: Change) -> None:
        row = self.members.currentRow()
        name = self._free[row].name if row >= 0 else " ".join(self.name.text().split())
        self.said.emit(self.tr("You are {name} here.").format(name=name), change)
        self.accept()

    def _refused(self, error: KnownError) -> None:
        self.problem.setText(refusals.said(error))
        self.problem.show()
