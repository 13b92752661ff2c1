"""What will come out on paper, and where to: the preview of every page that can be printed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QSize, QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QPageSize, QPainter, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import filing, settings
from app.errors import KnownError
from app.wording import Language
from ui import refusals
from ui.jobs import Jobs
from ui.theme import font
from ui.widgets.pressing import beside_the_first
from ui.words import LANGUAGES

SIZE = (1080, 760)
_SIDE = 280
_DPI = 300
PAPERS = ("a4", "letter")
_KEPT = "printing"  # in this computer's settings


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be printed.

    Attributes:
        kind: under what the choices are remembered.
        heading: what the preview says it is, as "Print summary".
        title: what the paper is called, for the file's name.
        make: a reading service that returns the PDF: it takes a session, `args`, and `paper`, `language`, `parts`.
        args: what it is called with.
        parts: what can be left out: its name, its words, and whether it is on unless something else was chosen.
        language: the paper's to begin with.
        languages: whether another one can be chosen.
    """

    kind: str
    heading: str
    title: str
    make: Callable[..., bytes]
    args: tuple[Any, ...]
    parts: tuple[tuple[str, str, bool], ...]
    language: Language
    languages: bool = True


class PrintPreview(QDialog):
    """The preview. The PDF is made in a reader's thread; what is shown is what is printed and saved, byte for byte."""

    def __init__(self, jobs: Jobs, wanted: Wanted, parent: QWidget, *, save: bool = False) -> None:
        super().__init__(parent)
        self._jobs, self._wanted = jobs, wanted
        self._save_at_once = save
        self.pdf = b""
        self.setWindowTitle(self.tr("Print: {title}").format(title=wanted.title))
        self.resize(min(SIZE[0], parent.width() - 40), min(SIZE[1], parent.height() - 40))
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(self.tr("Preview"))
        self._buffer = QBuffer(self)
        kept = _kept()
        self.paper = self._box(self.tr("Paper"), (("a4", "A4"), ("letter", self.tr("Letter"))))
        self.paper.setCurrentIndex(max(0, self.paper.findData(kept.get("paper", _usual_paper()))))
        names = {"en": "English", "es": "Español"}
        self.language = self._box(self.tr("Language"), tuple((one, names[one]) for one in LANGUAGES))
        self.language.setCurrentIndex(self.language.findData(wanted.language))
        chosen = kept.get(wanted.kind)
        self.parts: dict[str, QCheckBox] = {}
        for name, words, usual in wanted.parts:
            box = QCheckBox(words, self)
            box.setMinimumHeight(28)
            box.setChecked(name in chosen if isinstance(chosen, list) else usual)
            box.toggled.connect(self._chosen)
            self.parts[name] = box
        self.said = QLabel(self)
        self.said.setObjectName("muted")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self._build()
        for combo in (self.paper, self.language):
            combo.currentIndexChanged.connect(self._chosen)
        self.load()

    def _build(self) -> None:
        title = QLabel(self._wanted.heading, self)
        title.setFont(font(18, 600))
        title.setWordWrap(True)
        title.setTextFormat(Qt.TextFormat.PlainText)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        self.language.setVisible(self._wanted.languages)
        for box in (self.paper, self.language) if self._wanted.languages else (self.paper,):
            label = QLabel(box.accessibleName(), self)
            label.setBuddy(box)
            form.addRow(label, box)
        self.print_button = QPushButton(self.tr("Print…"), self)
        self.print_button.setObjectName("primary")
        self.print_button.setDefault(True)
        self.print_button.clicked.connect(self._print)
        self.save_button = QPushButton(self.tr("Save as PDF…"), self)
        self.save_button.clicked.connect(self._save)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        side = QVBoxLayout()
        side.setContentsMargins(20, 20, 20, 18)
        side.setSpacing(14)
        side.addWidget(title)
        side.addWidget(self.said)
        side.addLayout(form)
        if self.parts:
            include = QLabel(self.tr("Include"), self)
            include.setFont(font(13, 600))
            side.addWidget(include)
            boxes = QVBoxLayout()
            boxes.setSpacing(2)
            for one in self.parts.values():
                boxes.addWidget(one)
            side.addLayout(boxes)
        side.addStretch(1)
        for button in (close, self.save_button, self.print_button):
            side.addWidget(button)
        beside_the_first(close, self.save_button)
        holder = QWidget(self)
        holder.setFixedWidth(_SIDE)
        holder.setLayout(side)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(holder)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self._save)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self._print)

    def _box(self, name: str, choices: tuple[tuple[str, str], ...]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        for value, title in choices:
            box.addItem(title, value)
        return box

    def _parts(self) -> tuple[str, ...]:
        return tuple(name for name, box in self.parts.items() if box.isChecked())

    def _chosen(self) -> None:
        """Remember what was chosen on this computer, and make the pages anew."""
        chosen = {self._wanted.kind: list(self._parts())} if self.parts else {}
        settings.write(**{_KEPT: _kept() | {"paper": self.paper.currentData()} | chosen})
        self.load()

    def load(self) -> None:
        """Make the pages anew, as they are asked for."""
        for button in (self.print_button, self.save_button):
            button.setEnabled(False)
        self._jobs.read(
            self._wanted.make,
            *self._wanted.args,
            paper=self.paper.currentData(),
            language=self.language.currentData(),
            parts=self._parts(),
            done=self._take,
            failed=self._fail,
            key=f"{id(self)}.pdf",
        )

    def _take(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.said.setText(self.tr("%n page", None, self.document.pageCount()))
        for button in (self.print_button, self.save_button):
            button.setEnabled(True)
        if self._save_at_once:
            self._save_at_once = False
            self._save()

    def _fail(self, error: KnownError) -> None:
        self.said.setText(refusals.said(error))

    def _print(self) -> None:
        if not self.pdf:
            return
        if not QPrinterInfo.availablePrinters():
            self.said.setText(self.tr("This computer knows no printer. Save the PDF and print it elsewhere."))
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(_PAGES[self.paper.currentData()]))
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            paint(self.document, printer)
            self.accept()

    def _save(self) -> None:
        if not self.pdf:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = "".join(letter if letter.isalnum() or letter in " -+" else "-" for letter in self._wanted.title).strip()
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), str(Path(folder) / f"{name}.pdf"), "PDF (*.pdf)"
        )
        if not path:
            return
        try:
            with filing.whole(Path(path)) as place:
                place.write_bytes(self.pdf)
        except OSError:
            self.said.setText(self.tr("It could not be saved there. Choose another folder."))
        else:
            self.said.setText(self.tr("Saved in {place}").format(place=path))


def _kept() -> dict[str, Any]:
    found = settings.read().get(_KEPT)
    return found if isinstance(found, dict) else {}


def _usual_paper() -> str:
    """Return the paper that is usual where this computer stands."""
    return "letter" if QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem else "a4"


_PAGES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


def paint(document: QPdfDocument, printer: QPrinter) -> None:
    """Put every page on a printer's paper, sharp enough for small type."""
    printer.setResolution(_DPI)
    printer.setFullPage(True)
    with QPainter(printer) as painter:
        for number in range(document.pageCount()):
            if number:
                printer.newPage()
            points = document.pagePointSize(number)
            size = QSize(round(points.width() * _DPI / 72), round(points.height() * _DPI / 72))
            painter.drawImage(0, 0, document.render(number, size))
