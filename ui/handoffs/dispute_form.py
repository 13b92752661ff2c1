"""What the sender of a rejected lead says against the rejection, once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.handoffs.form import Form


class DisputeForm(Form):
    """The form. `sent` with the note."""

    def __init__(self, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__("muted", parent, compact=compact)
        self.note_title.setText(self.tr("Why was the lead as agreed?"))
        self.note.setAccessibleName(self.note_title.text())
        self.send.setText(self.tr("Dispute"))
        self.hint.setText(
            self.tr("Once only. The next meeting rules on it, and the ruling becomes an example in the agreement.")
        )
        self.add_foot()
        self.note.textChanged.connect(self._look)
        self._look()

    @property
    def typed(self) -> str:
        """What is typed so far."""
        return self.note.toPlainText()

    def put(self, text: str) -> None:
        """Show what was typed before."""
        if text != self.typed:
            self.note.setPlainText(text)

    def take_focus(self) -> None:
        """Put the focus where one types."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def answer_now(self) -> None:
        """Send what is typed, if anything is."""
        if self.typed.strip() and self.isEnabled():
            self.sent.emit(self.typed.strip())

    def _look(self) -> None:
        self.complain("")
        self.send.setEnabled(bool(self.typed.strip()))
