"""Return presses the button that has the focus, whatever the platform's own way is."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

_RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def press_focused(event: QKeyEvent, focused: QObject | None = None) -> bool:
    """Press the button that has the focus where the key is Return; return whether there was one to press."""
    button = focused or QApplication.focusWidget()
    if event.key() not in _RETURN or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    if not isinstance(button, QAbstractButton) or not button.isEnabled():
        return False
    button.click()
    return True


class _Return(QObject):
    """Presses the buttons that it watches."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press the button, and let nobody else have the key."""
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and press_focused(event, watched)


def beside_the_first(*buttons: QPushButton) -> None:
    """Let Return press these in a dialog when they have the focus, and never from elsewhere in it."""
    for button in buttons:
        button.setAutoDefault(False)
        button.installEventFilter(_Return(button))
