"""What the agreement asks of a lead that is to be accepted, asked beside the answer as in a drop on the board."""

from functools import partial

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from app.agreement import gates
from app.errors import KnownError
from app.handoffs.answering import accepting_stage
from app.handoffs.dossier import Brief
from ui.around import Surroundings
from ui.leads.asking import Asking
from ui.theme import Theme


class Accepting(QObject):
    """Asks beside a button of a box, and keeps what was typed for a lead until that is accepted."""

    filled = Signal(int, object)  # the lead's id, Typed

    def __init__(self, theme: Theme, box: QWidget, button: QWidget) -> None:
        super().__init__(box)
        self._box, self._button = box, button
        self.asking = Asking(theme, box)
        self.asking.ended.connect(self._back)
        self._handoff = 0

    def ask(self, error: KnownError, brief: Brief | None, around: Surroundings) -> bool:
        """Ask for what is missing of a handoff's lead; return False where that was not why it was refused."""
        if error.code != gates.UNMET or brief is None or not self._button.isVisible():
            return False
        lead = brief.handoff.lead_id
        if error.facts["lead_id"] != lead:  # another one is shown by now
            return False
        self._handoff = brief.handoff.id
        stage = accepting_stage(around.context)
        self.asking.ask_gate(error.facts, stage, around, self._place, partial(self.filled.emit, lead))
        return True

    def follow(self, brief: Brief) -> None:
        """Ask no more about a handoff that is not shown any longer, or that somebody else answered."""
        if self.asking.is_open and (brief.handoff.id != self._handoff or not brief.may_answer):
            self.asking.put_away()

    def forget(self, lead_id: int) -> None:
        """Let go of what was typed for a lead."""
        self.asking.forget([lead_id])

    def _place(self) -> QRect:
        """Return where the button is, on the screen."""
        return QRect(self._button.mapToGlobal(self._button.rect().topLeft()), self._button.size())

    def _back(self) -> None:
        if self._button.isVisible():
            self._button.setFocus()
