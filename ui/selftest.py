"""The window's part of the self-test: what Qt needs to draw, print and show."""

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QEventLoop, QRectF, QSize, qVersion
from PySide6.QtGui import QFontDatabase, QImage, QPainter, QTextDocument
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory

from app import selftest
from app.selftest import SAMPLE, SUMMARY, Check, ensure
from app.workspace import open_workspace
from ui import theme, words
from ui.desk import Desk
from ui.words import Words

_PATIENCE = 30.0
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
        "words": partial(_words, application),
        "window": partial(_window, application, Path(output).with_suffix(".png") if output else None),
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


def _words(application: QApplication, folder: Path) -> object:
    """Look for the window's translations and Qt's own."""
    del folder
    translators = words.install(application, "es")
    for translator in translators:
        application.removeTranslator(translator)
    ensure(len(translators) == 2, f"only {len(translators)} of the window's own words and Qt's are there")
    return "es"


def _window(application: QApplication, picture: Path | None, folder: Path) -> object:
    """Open the sample in the window, see contacts and board come in, move a card, and draw it."""
    theme.load_fonts(application)
    ensure(theme.FAMILY in QFontDatabase.families(), f"the font {theme.FAMILY} is missing")
    look = theme.Theme(application, "light")
    desk = Desk(open_workspace(str(folder / SAMPLE)), look, Words.plain("en"))
    try:
        window = desk.window
        window.resize(1440, 900)
        window.show()
        _wait(application, lambda: window.contacts.heading.figure.text() and window.board.columns, "rows and cards")
        window.go_to("board")
        stages = window.board.board.stages
        lead = stages[0].cards[0]
        window.board.board.move(lead.id, stages[1].stage.id, None)
        _wait(application, lambda: not desk.jobs.unsaved, "a save")
        ensure(window.board.board.stage_of(lead.id) is stages[1], "a moved card went back")
        drawn = window.grab().toImage()
        ensure(_inked(drawn), "the window is blank")
        if picture is not None:
            drawn.save(str(picture))
        return f"{window.contacts.model.rowCount()} rows, {sum(len(stage.cards) for stage in stages)} cards"
    finally:
        desk.window.close()
        look.stop_listening()


def _wait(application: QApplication, holds: Callable[[], object], what: str) -> None:
    end = time.monotonic() + _PATIENCE
    while not holds():
        ensure(time.monotonic() < end, f"the window waits for {what}")
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _summary_shown(folder: Path) -> object:
    document = QPdfDocument()
    error = document.load(str(folder / SUMMARY))
    ensure(error == QPdfDocument.Error.None_, error)
    page = document.render(0, QSize(600, 850))
    ensure(_inked(page), "the summary's first page is blank")
    return f"{document.pageCount()} pages"
