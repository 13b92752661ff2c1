"""What a file was taken for, and the row in which that is corrected."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.importing.charsets import NAMES
from app.importing.drafts import Found
from app.imports import Matching
from ui import icons
from ui.importing import fields
from ui.importing.asking import delimiter_name, encoding_name
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

_DELIMITERS = (",", ";", "tab", "|", "space", "none")
_ENCODINGS = ("utf-8", *NAMES)
_LINES = 30


class FoundCard(QFrame):
    """The card on top of the matching. Signals tell what somebody corrected."""

    answered = Signal(str, str)  # question and answer: encoding, delimiter, header_line, sheet
    kind_asked = Signal(str)
    matching_asked = Signal(str)  # the name of a matching that was kept

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self._sign = QLabel(self)
        self._sign.setFixedSize(36, 36)
        self._sign.setObjectName("sign")
        self.title = wrapping(self, font(14, 600))
        self.words = wrapping(self, font(13), name="muted")
        self.other = QPushButton(" " + self.tr("Read it another way"), self)
        self.other.setAccessibleName(self.tr("Read it another way"))
        self.other.setObjectName("quiet")
        self.other.setCheckable(True)
        self.other.toggled.connect(self._unfold)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.words)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._sign)
        head.addLayout(texts, 1)
        head.addWidget(self.other)
        self._make_ways()
        body = QVBoxLayout(self)
        body.setContentsMargins(16, 11, 12, 11)
        body.setSpacing(6)
        body.addLayout(head)
        body.addWidget(self.ways)
        theme.changed.connect(self._draw)
        self._draw()

    def _make_ways(self) -> None:
        self.ways = QWidget(self)
        self._grid = QGridLayout(self.ways)
        self._grid.setContentsMargins(48, 6, 0, 2)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self.encoding = self._box("encoding")
        self.delimiter = self._box("delimiter")
        self.header = self._box("header_line")
        self.sheet = self._box("sheet")
        self.kind = QComboBox(self.ways)
        self.kind.activated.connect(self._kind_chosen)
        self.matching = QComboBox(self.ways)
        self.matching.activated.connect(self._matching_chosen)
        self._parts: list[tuple[QLabel, QComboBox]] = []
        for title, widget in (
            (self.tr("Rows are"), self.kind),
            (self.tr("Letters"), self.encoding),
            (self.tr("Between cells"), self.delimiter),
            (self.tr("Names of columns"), self.header),
            (self.tr("Sheet"), self.sheet),
            (self.tr("Matching kept"), self.matching),
        ):
            label = QLabel(title, self.ways)
            label.setObjectName("muted")
            label.setFont(font(12, 500))
            label.setBuddy(widget)
            widget.setAccessibleName(title)
            self._parts.append((label, widget))
        self.ways.hide()

    def _box(self, key: str) -> QComboBox:
        box = QComboBox(self.ways)
        box.setProperty("key", key)
        box.activated.connect(self._box_chosen)
        return box

    def show_found(self, found: Found, matchings: Sequence[Matching], used: str) -> None:
        """Say what a file was taken for; `used` is the name of the kept matching that was applied."""
        parts = [found.layout or self.tr("A list of no known program")]
        if found.form == "csv":
            parts += [delimiter_name(found.delimiter), encoding_name(found.encoding)]
        elif found.form == "xlsx":
            parts.append(self.tr("sheet “{sheet}”").format(sheet=found.sheet))
        self.title.setText(", ".join(parts))
        self.words.setText(self._said(found, used))
        self._fill(
            self.encoding, [(one, encoding_name(one)) for one in _with(_ENCODINGS, found.encoding)], found.encoding
        )
        mark = "tab" if found.delimiter == "\t" else "space" if found.delimiter == " " else found.delimiter
        mark = "none" if mark in {"", "\x1e"} else mark
        self._fill(self.delimiter, [(one, delimiter_name(one)) for one in _with(_DELIMITERS, mark)], mark)
        self._fill(self.sheet, [(one, one) for one in _with(found.sheets, found.sheet)], found.sheet)
        self._fill(self.kind, list(fields.kinds().items()), found.kind)
        kept = [("", self.tr("none")), *((one.name, one.name) for one in matchings)]
        self._fill(self.matching, kept, used)
        lines = _with([str(one) for one in range(1, _LINES + 1)], str(found.header_line or 1))
        numbered = [(one, self.tr("line {line}").format(line=one)) for one in lines]
        self._fill(self.header, [("0", self.tr("nowhere")), *numbered], str(found.header_line))
        text, book = found.form == "csv", found.form == "xlsx"
        shown = {
            self.kind: not found.is_own and found.form != "vcf",
            self.encoding: text,
            self.delimiter: text,
            self.header: text or book,
            self.sheet: book and len(found.sheets) > 1,
            self.matching: bool(matchings),
        }
        place = 0
        for label, widget in self._parts:
            on = shown[widget]
            label.setVisible(on)
            widget.setVisible(on)
            if on:
                self._grid.addWidget(label, 2 * (place // 5), place % 5)
                self._grid.addWidget(widget, 2 * (place // 5) + 1, place % 5)
                place += 1
        for column in range(5):
            self._grid.setColumnStretch(column, 1)
        self.other.setVisible(place > 0)

    def _said(self, found: Found, used: str) -> str:
        known = sum(1 for one in found.columns if one.field and not one.is_new)
        if used:
            words = self.tr("Matched as you kept it under “{name}”.").format(name=used)
        elif found.layout:
            words = self.tr("Recognised from the names of its columns.")
        else:
            words = self.tr("%Ln of its columns were understood by their names.", None, known)
        odd = [text for one in found.columns for text in one.samples if not text.isascii()][:3]
        if odd and found.form == "csv":
            words += " " + self.tr("Accents read: {samples}.").format(samples=", ".join(one[:40] for one in odd))
        return words

    def _fill(self, box: QComboBox, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        with QSignalBlocker(box):
            box.clear()
            for value, title in choices:
                box.addItem(title, value)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    def _unfold(self, on: bool) -> None:
        self.ways.setVisible(on)

    def _box_chosen(self, place: int) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            self.answered.emit(str(box.property("key")), str(box.itemData(place)))

    def _kind_chosen(self, place: int) -> None:
        self.kind_asked.emit(str(self.kind.itemData(place)))

    def _matching_chosen(self, place: int) -> None:
        self.matching_asked.emit(str(self.matching.itemData(place)))

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(icons.pixmap("file-spreadsheet", self._theme.colour("good"), 20, ratio))
        self.other.setIcon(icons.icon("sliders-horizontal", self._theme.colour("muted"), 16))


def _with(values: Sequence[str], one: str) -> list[str]:
    return list(values) if one in values or not one else [one, *values]
