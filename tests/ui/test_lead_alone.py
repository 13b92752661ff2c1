"""A lead of nobody beside the board: its own timeline, where one writes, replies, pins and undoes by keys."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app import leads
from app.workspace import open_workspace
from tests.ui.conftest import Open

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)


def test_notes_are_written_answered_pinned_and_undone(open_desk: Open, url: str, qtbot: QtBot) -> None:
    with open_workspace(url) as workspace:
        workspace.write(leads.create, {"name": "Forty seats"})
    desk = open_desk(url)
    window, board = desk.window, desk.window.board
    window.go_to("board")
    until(qtbot, lambda: board.board.stages and board.board.stages[0].cards)
    board.select(board.board.stages[0].cards[0].id)
    window.actions_by_id["lead.log"].trigger()
    until(qtbot, lambda: board.pane.alone is not None and board.pane.alone.composer.writing.hasFocus())
    alone = board.pane.alone
    assert alone is not None
    line = alone.timeline

    def shown() -> list[tuple[str, bool, bool]]:
        return [
            (one.item.text, one.placed.is_on_top, one.placed.is_below)
            for one in line.lines
            if one.item.source == "activity"
        ]

    def saved(text: str) -> bool:
        return (text, False, False) in shown()

    for text in ("Decides in May", "Never mind"):
        alone.log()
        qtbot.keyClicks(alone.composer.writing, text)
        qtbot.keyClick(alone.composer.writing, KEY.Key_Return, CONTROL)
        until(qtbot, partial(saved, text))
    assert window.toast.words.text() == "Note on Forty seats saved."
    assert line.lines[-1].findChildren(QLabel)[0].text() == "Ada Admin opened the lead"
    first = next(one for one in line.lines if one.item.text == "Decides in May")
    first.pin_asked.emit(first.item.id, True)
    until(qtbot, lambda: shown() == [("Decides in May", True, False), ("Never mind", False, False)])
    pinned = line.lines[0].acts
    assert pinned is not None
    qtbot.keyClick(pinned, KEY.Key_Return, CONTROL)
    until(qtbot, line.box.writing.hasFocus)
    qtbot.keyClicks(line.box.writing, "Or in June")
    qtbot.keyClick(line.box.writing, KEY.Key_Return, CONTROL)
    until(qtbot, lambda: ("Or in June", True, True) in shown())
    alone.add_task()
    qtbot.keyClicks(alone.composer.task, "Ring them")
    qtbot.keyClick(alone.composer.task, KEY.Key_Return)
    until(qtbot, lambda: alone.part.lead is not None and alone.part.lead.next_step == "Ring them")
    until(qtbot, lambda: desk.jobs.is_idle)
    assert not alone.tasks.boxes  # it stands in the card of the next step
    for _ in range(2):  # the task, then the reply
        window.undo()
        until(qtbot, lambda: desk.jobs.is_idle)
    until(qtbot, lambda: len(shown()) == 2)
