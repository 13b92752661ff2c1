"""The window's part of the self-test: what Qt needs to draw, print and show."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, qVersion
from PySide6.QtGui import QFontDatabase, QImage, QPainter, QTextDocument
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory

from app import selftest
from app.selftest import SUMMARY, Check, ensure

_DISC = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><circle cx='4' cy='4' r='4'/></svg>"


def run(output: str | None) -> int:
    """Check the program and its window; see `app.selftest.run`. A picture of the window goes beside the results."""
    # Nothing shall flash up; whoever wants to check a real screen names it.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(["tandem"])
    checks: dict[str, Check] = {
        **selftest.CHECKS,
        "toolkit": partial(_toolkit, application),
        "fonts": _fonts,
        "drawings": _drawings,
        "paper": _paper,
        "summary shown": _summary_shown,
    }
    return selftest.run(checks, output)


def _toolkit(application: QApplication, folder: Path) -> object:
    del folder
    return f"Qt {qVersion()}, {application.platformName()}, styles {', '.join(QStyleFactory.keys())}"


def _fonts(folder: Path) -> object:
    del folder
    families = QFontDatabase.families()
    ensure(families, "there are no fonts")
    return len(families)


def _inked(image: QImage) -> int:
    """Return how many of some 10,000 points of a picture differ from its first."""
    points = range(100)
    first = image.pixel(0, 0)
    return sum(
        image.pixel(image.width() * x // 100, image.height() * y // 100) != first for x in points for y in points
    )


def _drawings(folder: Path) -> object:
    del folder
    image = QImage(QSize(64, 64), QImage.Format.Format_ARGB32)
    image.fill(0)
    renderer = QSvgRenderer(QByteArray(_DISC))
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, 64, 64))
    painter.end()
    ensure(_inked(image), "a drawing stays empty")
    return "svg"


def _paper(folder: Path) -> object:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "printed.pdf"))
    document = QTextDocument()
    document.setPlainText("Tandem")
    document.print_(printer)
    size = (folder / "printed.pdf").stat().st_size
    ensure(size, "the printed page is empty")
    return f"{size} bytes"


def _summary_shown(folder: Path) -> object:
    document = QPdfDocument()
    error = document.load(str(folder / SUMMARY))
    ensure(error == QPdfDocument.Error.None_, error)
    page = document.render(0, QSize(600, 850))
    ensure(_inked(page), "the summary's first page is blank")
    return f"{document.pageCount()} pages"
