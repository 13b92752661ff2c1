"""Return presses the button that has the focus, whatever the platform's own way is."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QPushButton, QWidget

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


def press_or(event: QKeyEvent, button: QAbstractButton) -> bool:
    """Press the button that has the focus, else this one, where the key is Return; return whether the key was used."""
    if press_focused(event):
        return True
    if event.key() not in _RETURN:
        return False
    button.click()
    event.accept()
    return True


class PressingWindow(QMainWindow):
    """A window in which Return presses the button that has the focus, which Qt does in dialogs alone.

    A button that got the focus only because a line went away with this very key is left alone.
    """

    _key_is_for: QWidget | None = None

    def event(self, event: QEvent) -> bool:
        """Note who a key is for before it is handed out."""
        if event.type() == QEvent.Type.ShortcutOverride:
            self._key_is_for = QApplication.focusWidget()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that the key was for."""
        if self._key_is_for is not QApplication.focusWidget() or not press_focused(event):
            super().keyPressEvent(event)


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
