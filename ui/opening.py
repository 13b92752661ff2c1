"""What is shown while a workspace that is far away is opened."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.theme import font


class Opening(QWidget):
    """A small window that says that the workspace is being opened."""

    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Tandem")
        title = QLabel(self.tr("Opening the workspace…"), self)
        title.setFont(font(16, 600))
        progress = QProgressBar(self)
        progress.setRange(0, 0)
        progress.setTextVisible(False)
        progress.setAccessibleName(title.text())
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(14)
        for widget in (title, progress, cancel):
            layout.addWidget(widget)
        self.setFixedWidth(380)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give up."""
        super().closeEvent(event)
        self.given_up.emit()
