"""The day as of which a page is looked at: a field for it, the way back to now, and a bar that says it is the past."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.as_of import day_end
from app.periods import local_day
from ui import icons
from ui.around import Surroundings
from ui.theme import Theme, font
from ui.widgets.day_field import DayField
from ui.widgets.wrapping import wrapping

_HEIGHT = 32  # of the buttons beside it


class AsOf(QWidget):
    """The field. Today stands for now, and goes on with the calendar; an earlier day stands for its end."""

    changed = Signal()

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = around
        self.is_past = False
        self.label = QLabel(self.tr("As of"), self)
        self.label.setObjectName("muted")
        self.field = DayField(self)
        self.field.setCalendarPopup(True)
        self.field.setKeyboardTracking(False)  # a day that is half typed is asked for by nobody
        self.field.setFixedHeight(_HEIGHT)
        self.field.setAccessibleName(self.label.text())
        self.label.setBuddy(self.field)
        self.button = QPushButton(self.tr("Now"), self)
        self.button.clicked.connect(self.go_to_now)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.label, self.field, self.button):
            row.addWidget(widget)
        self.follow(around)
        self.field.dateChanged.connect(self._choose)

    @property
    def day(self) -> date:
        """The day in the field."""
        chosen = self.field.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    @property
    def moment(self) -> datetime | None:
        """The moment for which the day stands, None for the present."""
        return day_end(self._around.context.at(self._around.now), self.day) if self.is_past else None

    def follow(self, around: Surroundings) -> None:
        """Take what is known now: which day it is, above all."""
        self._around = around
        today = local_day(around.now, around.context.zone)
        last = QDate(today.year, today.month, today.day)
        with QSignalBlocker(self.field):
            self.field.setMaximumDate(last)
            if not self.is_past:
                self.field.setDate(last)
        self.button.setEnabled(self.is_past)

    def begin(self) -> None:
        """Let a day be typed."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.setSelectedSection(self.field.sectionAt(0))

    def go_to_now(self) -> None:
        """Look at the present again."""
        if self.is_past:
            self.field.setFocus()  # the button is of no more use, and would take the focus with it
            self.field.setDate(self.field.maximumDate())

    def _choose(self) -> None:
        self.is_past = self.field.date() < self.field.maximumDate()
        self.button.setEnabled(self.is_past)
        self.changed.emit()


class PastBar(QFrame):
    """Says above what is shown that it is the past; hidden in the present."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("hint")
        self._theme = theme
        self._icon = QLabel(self)
        self._icon.setFixedSize(20, 20)
        self.words = wrapping(self, font(13, 500))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        theme.changed.connect(self._draw)
        self._draw()
        self.hide()

    def tell(self, sentence: str) -> None:
        """Say what is looked at; nothing where it is the present."""
        self.words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def _draw(self) -> None:
        pixels = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap("history", self._theme.colour("accent_text"), 20, pixels))
