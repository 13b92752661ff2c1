"""Going about the pages for a day leaves nothing behind."""

import gc
import itertools

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import sample
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui.window import Window

SWITCHES = 1000


def things(window: Window) -> tuple[int, int]:
    """Count the window's own objects of Qt, and all objects of Python's."""
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    gc.collect()
    return len(window.findChildren(QObject)), len(gc.get_objects())


def test_a_thousand_switches_leave_nothing_behind(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with open_workspace(file_url) as workspace:
        workspace.write(sample.make, act="sample.fill")
    window = open_desk(file_url).window
    places = itertools.cycle(window._pages)
    for _ in range(4 * len(window._pages)):  # what is made when a page is first shown
        window.go_to(next(places))
        qtbot.wait(150)
    before = things(window)
    for number in range(SWITCHES):
        window.go_to(next(places))
        if number % 20 == 0:
            qtbot.wait(1)
    qtbot.wait(500)
    after = things(window)
    assert after[0] - before[0] <= 0
    # Rows and texts that are kept for painting come and go within their bounds.
    assert after[1] - before[1] < SWITCHES
