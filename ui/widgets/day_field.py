"""A field for a day that can be typed as people write it."""

import re

from PySide6.QtCore import QDate, QSignalBlocker
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QDateEdit, QWidget

_CENTURY = 2000  # of a year that is typed with two digits
_LONGEST = 20
_SEPARATORS = frozenset("/.-, ")


class DayField(QDateEdit):
    """A day that can be typed with any separators or none, its year with two digits or four, in the country's order.

    What is typed counts from Enter on, or when the field is left; `dateChanged` comes then, once for the whole day.
    The Tab key leaves it in one step; the arrows go from day to month to year.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._typed = ""  # since the field was entered or anything else was done in it
        self._before = self.date()
        self._went_on = False  # by itself, since the last digit made a part full
        pattern = self.displayFormat()
        self.setDisplayFormat(pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy"))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave the field, as a widget does that has no parts."""
        self._take_typed()
        return QWidget.focusNextPrevChild(self, forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show what is typed part by part; a separator ends a part, unless the part was full and ended by itself."""
        text, part = event.text(), self.currentSectionIndex()
        separator = bool(text) and text in _SEPARATORS
        if not separator and not text.isdecimal():
            self._take_typed()
            super().keyPressEvent(event)
            return
        if not self._typed:
            self._before = self.date()
        self._typed = (self._typed + text)[:_LONGEST]
        with QSignalBlocker(self):  # a day that is half typed is asked for by nobody
            if not separator:
                super().keyPressEvent(event)
            elif not self._went_on and part + 1 < self.sectionCount():
                self.setSelectedSection(self.sectionAt(part + 1))
        event.accept()
        self._went_on = not separator and self.currentSectionIndex() != part

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the day that was typed, and go where the mouse points."""
        self._take_typed()
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the day that was typed."""
        self._take_typed()
        super().focusOutEvent(event)

    def _take_typed(self) -> None:
        """Choose the day as a whole: part by part, 31 is refused while the month shown has 30 days.

        What is a day in no way leaves the day that was. What is only a part of one is left to the parts.
        """
        if not self._typed:
            return
        parts = self._parts()
        self._typed, self._went_on = "", False
        with QSignalBlocker(self):
            if parts is None:
                short = QDate.fromString(self.text(), self.displayFormat().replace("yyyy", "yy"), _CENTURY)
                if short.isValid():
                    self.setDate(short)
                else:
                    self.interpretText()
            else:
                day = QDate(*parts)
                self.setDate(day if day.isValid() else self._before)
        if self.date() != self._before:
            self.dateChanged.emit(self.date())

    def _parts(self) -> tuple[int, int, int] | None:
        """Return year, month and day as typed, None where not all three were."""
        order = sorted("yMd", key=self.displayFormat().index)
        texts = re.findall(r"\d+", self._typed)
        if len(texts) == 1 and len(texts[0]) in {6, 8}:
            digits = texts[0]
            wide = {"y": len(digits) - 4, "M": 2, "d": 2}
            texts = []
            for one in order:
                texts.append(digits[: wide[one]])
                digits = digits[wide[one] :]
        elif len(texts) == len(order) and len(texts[0]) == 4:
            order = ["y", "M", "d"]
        if len(texts) != len(order):
            return None
        year, month, day = (texts[order.index(one)] for one in "yMd")
        return int(year) + (_CENTURY if len(year) <= 2 else 0), int(month), int(day)
