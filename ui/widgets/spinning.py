"""Fields with small arrows, padded as other fields are."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractSpinBox

Spun = TypeVar("Spun", bound=QAbstractSpinBox)
_PADDING = 8


def padded(box: Spun) -> Spun:
    """Return a field with room before its text; Qt leaves out what a style sheet says of that."""
    line = box.lineEdit()
    if line is not None:
        line.setTextMargins(_PADDING, 0, _PADDING // 2, 0)
    return box
