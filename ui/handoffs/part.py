"""A lead's handoff within its details: whose answer it waits for, the time that is left, and the four answers."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.changes import Change
from app.errors import KnownError
from app.handoffs import dossier
from app.handoffs.dossier import Brief
from ui.around import Surroundings
from ui.handoffs import words
from ui.handoffs.answer_box import AnswerBox
from ui.handoffs.rings import Ring
from ui.jobs import Jobs
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

_SOON = 150
_NOTE = 300


class HandoffPart(QFrame):
    """The box. It hides where the lead waits for no answer and there is nothing to dispute."""

    said = Signal(str, object)
    failed = Signal(object)
    opened = Signal(int)  # a handoff that is to be shown with all that speaks for it

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("handbox")
        self._jobs, self._around = jobs, around
        self._lead: int | None = None
        self._begin = ""
        self.brief: Brief | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.read)
        self.ring = Ring(theme, 26, 3, self)
        self.title = wrapping(self, font(13, 600))
        self.due = wrapping(self, font(12), name="muted")
        self.note = wrapping(self, font(12), name="muted")
        self.box = AnswerBox(jobs, theme, around, self, keys=False, compact=True)
        self.box.said.connect(self.said)
        self.box.failed.connect(self.failed)
        self.box.answered.connect(self._answered)
        self.box.stale.connect(self.read)
        self._lay_out()
        jobs.changed.connect(self._changed)
        self.hide()

    def _lay_out(self) -> None:
        self.look = QPushButton(self.tr("Why it is ready"), self)
        self.look.setObjectName("quiet")
        self.look.clicked.connect(self._open)
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self.title)
        names.addWidget(self.due)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        head.addWidget(self.look, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.note)
        layout.addWidget(self.box)

    @property
    def around(self) -> Surroundings:
        """What the words depend on."""
        return self._around

    @around.setter
    def around(self, around: Surroundings) -> None:
        self._around = self.box.around = around
        self._show()

    def show_lead(self, lead_id: int | None) -> None:
        """Show a lead's handoff, if it has one that concerns me."""
        if lead_id != self._lead:
            self.brief = None
            self._begin = ""
            self.hide()
        self._lead = lead_id
        self.read()

    def begin(self, answer: str) -> None:
        """Give an answer, or begin a dispute, once the handoff is known as it stands now."""
        self._begin = answer
        self.read()

    def read(self) -> None:
        """Read the handoff anew."""
        if self._lead is not None:
            key = f"handoffs.lead.{id(self)}"
            self._jobs.read(dossier.of_lead, self._lead, done=self._take, failed=self._leave, key=key)

    # Inside

    def _take(self, found: Brief | None) -> None:
        self.brief = found if found is None or found.handoff.lead_id == self._lead else None
        self._show()
        begun, self._begin = self._begin, ""
        if not begun:
            return
        if self.brief is None:
            self.said.emit(self.tr("This lead waits for no answer: it is not handed over to anybody."), None)
        elif begun == "dispute":
            self.box.begin_dispute()
        else:
            self.box.begin(begun)

    def _show(self) -> None:
        brief = self.brief
        self.setVisible(brief is not None)
        if brief is None:
            return
        found = brief.handoff
        self.ring.setVisible(found.is_open)
        self.ring.tell(1.0 - brief.share, words.token(brief))
        if found.is_open:
            self.title.setText(self.tr("Handed over · {left}").format(left=words.left(brief, self._around)))
            self.due.setText(words.due(brief, self._around))
        else:
            self.title.setText(self.tr("This lead was refused"))
            self.due.setText("")
        self.due.setVisible(bool(self.due.text()))
        note = found.note if len(found.note) <= _NOTE else f"{found.note[:_NOTE]}…"
        self.note.setText(f"{found.sender}: “{note}”" if note else "")
        self.note.setVisible(bool(note) and found.is_open)
        self.setAccessibleName(f"{self.title.text()}. {self.due.text()}")
        self.box.show_brief(brief)

    def _open(self) -> None:
        if self.brief is not None:
            self.opened.emit(self.brief.handoff.id)

    def _answered(self, handoff_id: int) -> None:
        del handoff_id
        self.read()

    def _leave(self, error: KnownError) -> None:
        """Leave what is shown; that the database is away is said by the bar."""

    def _changed(self, change: Change) -> None:
        touched = {"handoff", "agreement", "absence", "workspace"} & change.ids.keys()
        if touched or self._lead in change.ids.get("lead", set()):
            self._soon.start()
