"""What happened with a contact, newest first."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.timeline import TimelineItem
from ui import icons
from ui.painting import Brush
from ui.theme import Theme, font
from ui.words import Words

SHOWN = 25
_DISC = 26
_ICONS = {
    "note": "sticky-note",
    "call": "phone",
    "email": "mail",
    "meeting": "calendar",
    "visit": "building-2",
    "importing.update": "file-down",
}


def sentence(item: TimelineItem, titles: Mapping[str, str]) -> str:
    """Return what happened, in a sentence; `titles` are the fields' names for people."""
    who = item.who or QCoreApplication.translate("Timeline", "Somebody")
    sentences = {
        "note": QCoreApplication.translate("Timeline", "{who} wrote a note"),
        "call": QCoreApplication.translate("Timeline", "{who} logged a call"),
        "email": QCoreApplication.translate("Timeline", "{who} wrote an e-mail"),
        "meeting": QCoreApplication.translate("Timeline", "{who} held a meeting"),
        "visit": QCoreApplication.translate("Timeline", "{who} paid a visit"),
        "contacts.create": QCoreApplication.translate("Timeline", "{who} added this contact"),
        "contacts.remove": QCoreApplication.translate("Timeline", "{who} moved this contact to the bin"),
        "importing.update": QCoreApplication.translate("Timeline", "{who} imported a newer version"),
    }
    known = sentences.get(item.what)
    if known is not None:
        return known.format(who=who)
    named = [titles.get(name, name) for name in item.fields if name in titles]
    if not named:
        return QCoreApplication.translate("Timeline", "{who} changed this contact").format(who=who)
    fields = ", ".join(named)
    return QCoreApplication.translate("Timeline", "{who} changed: {fields}").format(who=who, fields=fields)


class _Line(QWidget):
    """One line: a disc with what it was, the sentence, the time and the text."""

    def __init__(
        self, item: TimelineItem, words: Words, now: datetime, titles: Mapping[str, str], theme: Theme
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon = _ICONS.get(item.what, "pencil")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_DISC + 12, 3, 0, 12)
        layout.setSpacing(2)
        title = QLabel(sentence(item, titles), self)
        title.setFont(font(13, 600))
        when = QLabel(words.moment(item.at, now), self)
        when.setObjectName("faint")
        labels = [title, when]
        if item.text:
            labels.append(QLabel(item.text[:2000], self))
        for label in labels:
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            layout.addWidget(label)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc and the line down to the next."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            middle = _DISC / 2 if not self.isRightToLeft() else self.width() - _DISC / 2
            brush.line(QPointF(middle, _DISC + 6), QPointF(middle, self.height()), "line")
            brush.dot(0, 2, _DISC, "accent_soft")
            icons.draw(painter, self._icon, middle - 7, 8, 14, self._theme.colour("accent_text"))


class Timeline(QWidget):
    """The lines, the newest first, the older ones on demand."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: Sequence[TimelineItem] = ()
        self._rest: tuple[Words, datetime, Mapping[str, str]] | None = None
        self._lines: list[QWidget] = []
        self._more = QPushButton(self)
        self._more.setObjectName("flat")
        self._more.hide()
        self._more.clicked.connect(self._show_all)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._nothing = QLabel(self.tr("Nothing has happened yet."), self)
        self._nothing.setObjectName("muted")
        self._layout.addWidget(self._nothing)
        self._layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_items(self, items: Sequence[TimelineItem], words: Words, now: datetime, titles: Mapping[str, str]) -> None:
        """Show what happened."""
        for line in self._lines:
            self._layout.removeWidget(line)
            line.deleteLater()
        self._lines = []
        self._items, self._rest = items, (words, now, titles)
        self._add(items[:SHOWN])
        self._nothing.setVisible(not items)
        older = len(items) - len(self._lines)
        self._more.setText(self.tr("Show %n older", None, older))
        self._more.setVisible(older > 0)

    def _add(self, items: Sequence[TimelineItem]) -> None:
        if self._rest is None:
            return
        words, now, titles = self._rest
        for item in items:
            line = _Line(item, words, now, titles, self._theme)
            self._layout.insertWidget(len(self._lines), line)
            self._lines.append(line)

    def _show_all(self) -> None:
        self._more.hide()
        self._add(self._items[len(self._lines) :])
