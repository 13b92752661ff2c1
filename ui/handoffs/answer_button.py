"""The button of one answer to a handoff."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import icons
from ui.handoffs import words
from ui.handoffs.keychip import keychip
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

_ICON = 28


class AnswerButton(QPushButton):
    """One answer: an icon on the answer's colour, its name, and below it what it comes to."""

    def __init__(self, answer: str, theme: Theme, parent: QWidget, *, keys: bool, compact: bool) -> None:
        super().__init__(parent)
        self._least = 42 if compact else 50
        self._row = QHBoxLayout(self)
        self.setObjectName("handanswer")
        self.setProperty("tone", words.TONES[answer])
        self.setCheckable(answer in words.ANSWERS[1:])
        self.answer, self._theme = answer, theme
        self._sign = QLabel(self)
        self._sign.setFixedSize(_ICON, _ICON)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sign.setObjectName("handsign")
        self._sign.setAccessibleName(words.title(answer))
        self._sign.setProperty("tone", words.TONES[answer])
        name = wrapping(self, font(13, 600), words.title(answer))
        self._below = wrapping(self, font(12), name="muted")
        self._below.setVisible(not compact)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(name)
        column.addWidget(self._below)
        self._row.setContentsMargins(*((7, 6, 7, 6) if compact else (10, 7, 10, 7)))
        self._row.setSpacing(7 if compact else 10)
        self._row.addWidget(self._sign)
        self._row.addLayout(column, 1)
        native = QKeySequence(words.KEYS[answer]).toString(QKeySequence.SequenceFormat.NativeText)
        self._keys = native if keys else ""
        self._meaning = ""
        self._folded = compact
        self._chip = keychip(words.KEYS[answer], self) if keys and not compact else None
        if self._chip is not None:
            self._row.addWidget(self._chip)
        for inner in self.findChildren(QLabel):
            inner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.tell("")
        theme.changed.connect(self.repaint_icon)
        self.repaint_icon()

    def tell(self, meaning: str) -> None:
        """Say what the answer comes to."""
        self._meaning = meaning
        self._below.setText(self._keys if self._folded else meaning)
        name = words.title(self.answer)
        self.setAccessibleName(name)
        self.setAccessibleDescription(". ".join(part for part in (meaning, self._keys) if part))
        self.setToolTip(f"{meaning}\n{self._keys}".strip() if self._folded else self._keys)

    def fold(self, *, folded: bool) -> None:
        """Be half as wide: the keys stand below the name then, and what it comes to is told by the pointer."""
        self._folded = folded
        if self._chip is not None:
            self._chip.setVisible(not folded)
        self.tell(self._meaning)

    def sizeHint(self) -> QSize:
        """Return the size of what lies in it."""
        return self._row.sizeHint().expandedTo(QSize(0, self._least))

    def minimumSizeHint(self) -> QSize:
        """Return the least size of what lies in it."""
        return QSize(self._row.minimumSize().width(), self._least)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of what lies in it at a width."""
        return max(self._least, self._row.totalHeightForWidth(width))

    def repaint_icon(self) -> None:
        """Draw the icon in the theme's colour."""
        colour = self._theme.colour(words.TONES[self.answer])
        self._sign.setPixmap(icons.pixmap(words.ICONS[self.answer], colour, 16, self.devicePixelRatioF()))
