"""The keys of an act, written beside it."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import font


def keychip(keys: str, parent: QWidget) -> QLabel:
    """Return a label with keys as this system writes them; screen readers hear them from what they belong to."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    label = QLabel(native.replace("+", " "), parent)
    label.setObjectName("keychip")
    label.setFont(font(11, 600))
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label
