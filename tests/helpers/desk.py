"""A window in a process of its own, which says what stands on its board: `python -m tests.helpers.desk URL [MEMBER]`.

It reads words from standard input, one a line ("board", "where NAME", "picture PATH", "close"), and answers each with
a line of JSON. Hands and keys come from outside, through the X server, as a person's would; "where" tells them what a
screen reader would find under a name, and at which point of the screen it is.
"""

import json
import os
import sys
from typing import Any

from PySide6.QtCore import QObject, QPoint, QSocketNotifier
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from app.workspace import open_workspace
from tests.helpers.spoken import walk
from ui import theme as look
from ui import words as language
from ui.desk import Desk
from ui.theme import Theme
from ui.words import Words


class Answers(QObject):
    """Answers on standard output what is asked on standard input."""

    def __init__(self, application: QApplication, desk: Desk) -> None:
        super().__init__()
        self._application = application
        self._desk = desk
        self._rest = b""
        self._notifier = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def _read(self) -> None:
        data = os.read(0, 65536)
        if not data:
            self._desk.window.close()
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            word, _, rest = line.decode().partition(" ")
            sys.stdout.write(json.dumps(self._answer(word, rest)) + "\n")
            sys.stdout.flush()

    def _answer(self, word: str, rest: str) -> Any:
        window = self._desk.window
        if word == "close":
            window.close()
        elif word == "go":
            window.go_to(rest)
        elif word == "where":
            return [
                [found.role.name, found.name, found.value, *found.place, found.is_on, found.is_enabled, found.is_seen]
                for top in self._application.topLevelWidgets()
                if top.isVisible()
                for found in walk(top, 2000)
                if rest.casefold() in found.name.casefold()
            ]
        elif word == "active":
            return int((self._application.activeModalWidget() or window).winId())
        elif word == "chosen":
            here = window.board.current()
            return None if here is None else here[1].name
        elif word == "rows":
            return window.contacts.model.rowCount()
        elif word == "focus":
            focused = self._application.focusWidget()
            spoken = None if focused is None else QAccessible.queryAccessibleInterface(focused)
            return [type(focused).__name__, "" if spoken is None else spoken.text(QAccessible.Text.Name)]
        elif word == "picture":
            screen = self._application.primaryScreen()
            return screen.grabWindow(0).save(rest)
        elif word == "board":
            return {
                "window": int(window.winId()),
                "edges": edges(window.board),
                "unsaved": self._desk.jobs.unsaved,
                "toast": window.toast.words.text() if window.toast.isVisible() else "",
                "undo": place(window.toast.undo) if window.toast.isVisible() else None,
                "bar": window.bar.words.text() if window.bar.isVisible() else "",
                "stages": [
                    {
                        "name": column.model.stage.name,
                        "count": column.model.count,
                        "cards": [
                            [card.name, *place(column.cards.viewport(), column.cards.visualRect(index).center())]
                            for row, card in enumerate(column.model.cards)
                            for index in [column.model.index(row)]
                        ],
                        "place": place(column.cards.viewport()),
                    }
                    for column in window.board.columns
                ],
            }
        return None


def edges(widget: QWidget) -> list[int]:
    """Return where a widget begins and ends from left to right on the screen."""
    left = widget.mapToGlobal(QPoint()).x()
    return [left, left + widget.width()]


def place(widget: QWidget, point: QPoint | None = None) -> list[int]:
    """Return a point of a widget, its middle by default, on the screen."""
    where = widget.mapToGlobal(widget.rect().center() if point is None else point)
    return [where.x(), where.y()]


def main(url: str, as_member: str | None = None) -> int:
    """Show the window until it is told to close."""
    application = QApplication(["tandem"])
    QAccessible.setActive(True)
    look.load_fonts(application)
    theme = Theme(application, "light")
    translators = language.install(application, "en")
    desk = Desk(open_workspace(url, as_member), theme, Words.plain("en"))
    desk.window.resize(1600, 900)
    desk.window.move(0, 0)
    desk.window.go_to("board")
    desk.window.show()
    answers = Answers(application, desk)
    code = application.exec()
    answers.deleteLater()
    for translator in translators:
        application.removeTranslator(translator)
    theme.stop_listening()
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
