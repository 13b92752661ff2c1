"""Fields with small arrows, padded as other fields are; and what a field lets go by once it is saved."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QSpinBox, QWidget

Spun = TypeVar("Spun", bound=QAbstractSpinBox)
_PADDING = 8


def padded(box: Spun) -> Spun:
    """Return a field with room before its text; Qt leaves out what a style sheet says of that."""
    line = box.lineEdit()
    if line is not None:
        line.setTextMargins(_PADDING, 0, _PADDING // 2, 0)
    return box


class _TurningBack(QObject):
    """Keeps the fields that it watches from taking the keys of undo and redo for themselves."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the window have the keys, unless something is typed that is not saved."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return False
        turns = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        if not turns or _is_typed_in(watched):
            return False
        event.ignore()
        return True


def leave_undo_to_the_window(field: QWidget) -> None:
    """Let undo and redo take back what was saved while the focus is in a field in which nothing else is typed.

    Qt's fields take these keys even where they have nothing to take back.
    """
    field.installEventFilter(_TurningBack(field))


def _is_typed_in(field: QObject) -> bool:
    if isinstance(field, QSpinBox):
        shown = field.specialValueText() if field.value() == field.minimum() else ""
        return field.cleanText() not in {shown, field.textFromValue(field.value())}
    return isinstance(field, QLineEdit) and field.isModified()
