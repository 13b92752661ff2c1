"""One value to choose in a comparison: a box to tick or a point to set, with the value cut where it does not fit."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

_INDICATOR = 48
_LONGEST = 400


def _fit(button: QAbstractButton, words: str) -> None:
    room = max(20, button.width() - _INDICATOR)
    shown = button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
    button.setText(shown.replace("&", "&&"))
    button.setToolTip(words if shown != words else "")


def _prepare(button: QAbstractButton, words: str, name: str) -> None:
    button.setObjectName("choice")
    button.setAccessibleName(name)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setText(words[:20].replace("&", "&&"))


class OneOf(QRadioButton):
    """A value of which one is taken."""

    def __init__(self, words: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = " ".join(words[:_LONGEST].split())
        _prepare(self, self.words, name)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: the value is cut before the page grows."""
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the value to the room there is."""
        super().resizeEvent(event)
        _fit(self, self.words)


class AnyOf(QCheckBox):
    """A value of which several are taken."""

    def __init__(self, words: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = " ".join(words[:_LONGEST].split())
        _prepare(self, self.words, name)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: the value is cut before the page grows."""
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the value to the room there is."""
        super().resizeEvent(event)
        _fit(self, self.words)
