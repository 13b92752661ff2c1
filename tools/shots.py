"""Draws the window's pages to pictures: contacts and board, light and dark, English and Spanish, small and large.

    python -m tools.shots FOLDER [WORKSPACE]

Without a workspace the sample is made anew. Look at every picture: nothing cut off, nothing uneven.
"""

import itertools
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import sample
from app.wording import Language
from app.workspace import create, open_workspace
from ui import theme as look
from ui import words
from ui.main import Desk
from ui.theme import Choice, Theme
from ui.words import Words

SIZES = ((1024, 640), (1440, 900))
SETTLING = 400
"""Milliseconds for rows, details and avatars to arrive."""


def ready_workspace(folder: str) -> str:
    """Return the sample company's file, made in a folder."""
    path = str(Path(folder) / "sample.tandem")
    with create(path, "Harbor Coffee Co", "Europe/Madrid", "EUR", "Priya Raman", "priya@harbor.example") as made:
        sample.fill(made)
    return path


def draw(application: QApplication, url: str, folder: Path, choice: Choice, language: Language) -> None:
    """Draw all pages in one theme and language."""
    theme = Theme(application, choice)
    translators = words.install(application, language)
    desk = Desk(open_workspace(url), theme, Words.plain(language))
    window = desk.window
    while not window.contacts.heading.figure.text():
        QTest.qWait(SETTLING)
    for width, height in SIZES:
        window.resize(width, height)
        window.show()
        for page in ("contacts", "board"):
            window.go_to(page)
            QTest.qWait(SETTLING)
            if page == "board":
                window.board.select(window.board.board.stages[0].cards[0].id)
            QTest.qWait(SETTLING)
            window.grab().save(str(folder / f"{page}-{choice}-{language}-{width}x{height}.png"))
    window.close()
    for translator in translators:
        application.removeTranslator(translator)
    theme.stop_listening()


def main(arguments: list[str]) -> int:
    """Draw everything."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(["tandem"])
    look.load_fonts(application)
    choices: tuple[Choice, ...] = ("light", "dark")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        url = arguments[1] if len(arguments) > 1 else ready_workspace(scratch)
        for choice, language in itertools.product(choices, words.LANGUAGES):
            draw(application, url, folder, choice, language)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
