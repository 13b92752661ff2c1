"""A label for words of any length."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def wrapping(parent: QWidget, face: QFont | None = None, words: str = "", *, name: str = "") -> QLabel:
    """Return a label in as many lines as its words take at the width it is given, never read as markup.

    Args:
        parent: the widget it lies in.
        face: its font, where it is not its parent's.
        words: its words.
        name: its object name, which the style sheet goes by.
    """
    label = QLabel(words, parent)
    if face is not None:
        label.setFont(face)
    if name:
        label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    wrap_at_width(label)
    return label


def wrap_at_width(label: QLabel) -> None:
    """Let a label's height follow from the width it is given: without it, it keeps the height of a narrower one."""
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
