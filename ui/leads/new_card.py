"""The line at the top of a stage in which a new lead gets its name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class NewCardLine(QLineEdit):
    """Enter makes a lead and the line waits for the next; Esc puts it away."""

    named = Signal(str)
    put_away = Signal()

    def __init__(self, stage: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Name of a new lead in {stage}").format(stage=stage))
        self.setPlaceholderText(self.tr("Name, then Enter"))
        self.setMinimumHeight(34)
        self.returnPressed.connect(self._take)
        self.hide()

    def begin(self) -> None:
        """Wait for a name."""
        self.show()
        self.setFocus()
        self.selectAll()

    def bring_back(self, name: str) -> None:
        """Show a name that could not be saved again, unless the next one is being typed."""
        if not self.text():
            self.setText(name)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the line away on Esc; what was typed stays for the next time."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.put_away.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _take(self) -> None:
        name = self.text().strip()
        if name:
            self.clear()
            self.named.emit(name)
