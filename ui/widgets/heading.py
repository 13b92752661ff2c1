"""The head of a page: its title, a figure beside it, and the page's buttons."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.theme import font

_HEIGHT = 50
_EDGE = 20
_APART = 10


class Heading(QWidget):
    """Title, figure, buttons."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(title, self)
        self.title.setFont(font(20, 600))
        self.figure = QLabel(self)
        self.figure.setObjectName("muted")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(10)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_EDGE, 12, _EDGE, 0)
        self.setFixedHeight(_HEIGHT)
        layout.setSpacing(_APART)
        layout.addWidget(self.title)
        layout.addWidget(self.figure)
        layout.addStretch(1)
        layout.addLayout(self._buttons)

    def add(self, widget: QWidget, *, first: bool = False) -> None:
        """Put a button at the end, or before all others."""
        self._buttons.insertWidget(0 if first else self._buttons.count(), widget)

    def tell(self, figure: str) -> None:
        """Say the figure; where it does not fit beside the buttons, it is left out rather than cut."""
        self.figure.setText(figure)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the figure where there is room for it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * _EDGE - self.title.sizeHint().width() - self._buttons.sizeHint().width()
        self.figure.setVisible(self.figure.sizeHint().width() + 3 * _APART <= room)
