"""What the first start's pages are made of: a card with a choice, a refusal with its reason, a field with its name."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import icons
from ui.painting import Brush
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

_TILE = 44


class Tile(QWidget):
    """A drawing on a rounded ground; it says nothing by itself."""

    def __init__(self, theme: Theme, icon: str, token: str, ground: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawn = (icon, token, ground)
        self.setFixedSize(QSize(_TILE, _TILE))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        icon, token, ground = self._drawn
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            brush.bar(QRectF(0, 0, _TILE, _TILE), ground, 10)
            brush.icon((_TILE - 22) / 2, (_TILE - 22) / 2, icon, 22, token)


class IconButton(QPushButton):
    """A button with a drawing in the theme's colours."""

    def __init__(self, theme: Theme, words: str, icon: str, parent: QWidget, *, name: str = "") -> None:
        super().__init__(f" {words}", parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._theme = theme
        self._drawn = (icon, {"primary": "on_accent", "quiet": "muted"}.get(name, "text"))
        self.setIconSize(icons.size_of(16))
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        name, token = self._drawn
        self.setIcon(icons.icon(name, self._theme.colour(token), 16))


class ChoiceCard(QFrame):
    """One way to go on: a drawing, what it is, what it means, and its button; `below` takes more of it."""

    def __init__(
        self,
        theme: Theme,
        drawn: tuple[str, str, str],
        title: str,
        meaning: str,
        button: QPushButton | None,
        parent: QWidget,
        *,
        first: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("choice")
        self.setProperty("first", first)
        self.title = QLabel(title, self)
        self.title.setFont(font(16, 600))
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.meaning = wrapping(self, words=meaning, name="muted")
        self.button = button
        self.below = QHBoxLayout()
        self.below.setSpacing(8)
        self.below.setContentsMargins(0, 4, 0, 0)
        inner = QWidget(self)
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words = QVBoxLayout(inner)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(5)
        words.addWidget(self.title)
        words.addWidget(self.meaning)
        words.addLayout(self.below)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 18, 22, 18)
        row.setSpacing(18)
        row.addWidget(Tile(theme, *drawn, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(inner, 1)
        if button is not None:
            button.setParent(self)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


class Refusal(QFrame):
    """Why something was refused, right under what was refused."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("refusal")
        self._theme = theme
        self._shown = ("circle-alert", "bad")
        self._icon = QLabel(self)
        self._icon.setFixedSize(20, 20)
        self.title = wrapping(self, font(14, 600))
        self.words = wrapping(self)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addWidget(self.title)
        lines.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        theme.changed.connect(self._draw)
        self.hide()

    def say(self, title: str, words: str = "", icon: str = "circle-alert") -> None:
        """Say what happened, and why."""
        self._shown = (icon, "bad")
        self.title.setText(title)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.setAccessibleName(" ".join(part for part in (title, words) if part))
        self._draw()
        self.show()

    def _draw(self) -> None:
        name, token = self._shown
        self._icon.setPixmap(icons.pixmap(name, self._theme.colour(token), 20, self.devicePixelRatioF()))


def field(parent: QWidget, name: str, placeholder: str = "", *, secret: bool = False) -> QLineEdit:
    """Return a field that is called `name`."""
    made = QLineEdit(parent)
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    made.setMaxLength(4000)
    if secret:
        made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


def named(parent: QWidget, widget: QWidget, *beside: QWidget) -> QVBoxLayout:
    """Return a field under its name, with what stands beside it."""
    label = QLabel(widget.accessibleName(), parent)
    label.setFont(font(13, 600))
    label.setBuddy(widget)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(widget, 1)
    for one in beside:
        row.addWidget(one)
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(label)
    column.addLayout(row)
    return column


def side_by_side(*columns: QVBoxLayout, stretches: Sequence[int] = ()) -> QHBoxLayout:
    """Return fields in one row."""
    row = QHBoxLayout()
    row.setSpacing(14)
    for number, column in enumerate(columns):
        row.addLayout(column, stretches[number] if stretches else 1)
    return row


def mark(widget: QWidget, *, wrong: bool) -> None:
    """Frame a field in red, or as usual."""
    if widget.property("wrong") != wrong:
        widget.setProperty("wrong", wrong)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
