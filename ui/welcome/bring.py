"""The last of the first steps: bringing in the list that one has already."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import font
from ui.welcome.steps import STEPS, WIDTH, Progress
from ui.widgets.wrapping import wrapping


class BringDialog(QDialog):
    """The dialog. What follows is the page on which files come in; nothing is read before."""

    import_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("First steps"))
        self.setFixedWidth(min(WIDTH, max(520, parent.width() - 60)))
        title = wrapping(self, font(20, 600), self.tr("Bring in the list that you have"))
        words = self.tr(
            "A spreadsheet, a text file, vCards, or what another program exported. Before anything is written you see "
            "how its columns are understood, what is new, and who is there already. It can be taken back whole."
        )
        self.skip = QPushButton(self.tr("Skip for now"), self)
        self.skip.setObjectName("quiet")
        self.skip.clicked.connect(self.reject)
        self.bring = QPushButton(self.tr("Choose a file…"), self)
        self.bring.setObjectName("primary")
        self.bring.setDefault(True)
        self.bring.clicked.connect(self._bring)
        buttons = QHBoxLayout()
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        buttons.addWidget(self.bring)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(34, 26, 34, 24)
        layout.setSpacing(10)
        layout.addWidget(Progress(STEPS, self))
        layout.addWidget(QLabel(self.tr("Step {step} of {steps}").format(step=STEPS, steps=STEPS), self))
        layout.addWidget(title)
        layout.addWidget(wrapping(self, words=words, name="muted"))
        layout.addSpacing(20)
        layout.addLayout(buttons)

    def _bring(self) -> None:
        self.accept()
        self.import_asked.emit()
