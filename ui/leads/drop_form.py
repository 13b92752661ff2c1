"""What the forms share that ask beside a stage on which leads were dropped: put back, or move on."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.context import StageRow
from ui import icons
from ui.theme import Theme
from ui.widgets.popover import Popover
from ui.widgets.pressing import press_focused


class DropForm(Popover):
    """A form with its two buttons. Enter answers, Esc puts it away and leaves the leads where they were."""

    def __init__(self, stage: StageRow, theme: Theme, over: QWidget, width: int) -> None:
        super().__init__(theme, over, width)
        self.stage = stage
        self._theme = theme
        self.back = QPushButton(self)
        self.move_button = QPushButton(self)

    def announce_soon(self) -> None:
        """Say aloud what is asked, once the focus is where it belongs."""
        QTimer.singleShot(0, self, self._announce)

    def _announce(self) -> None:
        said = self.tr("{question} Esc leaves it where it was.").format(question=self.accessibleName())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def add_foot(self, back: str) -> None:
        """Put the buttons at the end; `back` is what the first one says."""
        self.back.setText(back)
        self.back.setObjectName("askback")
        self.back.setIcon(icons.icon("undo-2", self._theme.colour("text"), 16))
        self.back.setToolTip(self.tr("Esc"))
        self.back.clicked.connect(self.put_away)
        words = self.tr("Move to {stage}").format(stage=self.stage.name[:30])
        self.move_button.setText(words.replace("&", "&&"))
        self.move_button.setObjectName("primary")
        self.move_button.setAccessibleName(words)
        self.move_button.setToolTip(self.tr("Enter"))
        self.move_button.clicked.connect(self.answer)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.move_button)
        self.body.addSpacing(4)
        self.body.addLayout(row)

    def answer(self) -> None:
        """Tell the answer, if all that is needed is there."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with Enter, which lines let through; a button that has the focus is pressed by it."""
        if press_focused(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answer()
            event.accept()
            return
        super().keyPressEvent(event)
