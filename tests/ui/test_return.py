"""Return presses the button that has the focus: on pages, and in dialogs that have another one for the fields."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import contacts, leads
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui.leads.ask import Ask
from ui.lists.dialogs import Asking

RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def button_of(parent: QWidget, name: str) -> QPushButton:
    found: list[QPushButton] = parent.findChildren(QPushButton)
    return next(one for one in found if one.isVisible() and one.text().strip() == name)


@pytest.mark.parametrize("key", RETURNS)
def test_on_a_page(open_desk: Open, file_url: str, qtbot: QtBot, key: Qt.Key) -> None:
    window = open_desk(file_url).window
    button = window.contacts.new_button
    button.setFocus()
    qtbot.keyClick(button, key)
    assert window.contacts.newcomer is not None
    assert window.contacts.newcomer.isVisible()
    window.contacts.newcomer.reject()


def test_in_the_sidebar_and_in_the_title_row(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    window = open_desk(file_url).window
    entry = next(one for one in window.sidebar.findChildren(QPushButton) if one.accessibleName().startswith("Board"))
    entry.setFocus()
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert window.place == "board"
    window.title.bell.setFocus()
    qtbot.keyClick(window.title.bell, Qt.Key.Key_Return)
    assert window.inbox.isVisible()
    window.inbox.end()


def test_a_button_that_is_off_is_not_pressed(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    window = open_desk(file_url).window
    button = window.contacts.new_button
    button.setFocus()
    button.setEnabled(False)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert window.contacts.newcomer is None


@pytest.mark.parametrize("key", RETURNS)
def test_cancel_is_pressed_and_not_the_verb(open_desk: Open, file_url: str, qtbot: QtBot, key: Qt.Key) -> None:
    dialog = Asking("Remove 3 contacts?", "Remove", open_desk(file_url).window)
    answered: list[bool] = []
    dialog.go.clicked.connect(lambda: answered.append(True))
    dialog.rejected.connect(lambda: answered.append(False))
    dialog.open()
    cancel = button_of(dialog, "Cancel")
    cancel.setFocus()
    qtbot.keyClick(cancel, key)
    assert answered == [False]


def test_closing_a_new_contact_saves_none(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    desk = open_desk(file_url)
    desk.window.contacts.new_contact()
    dialog = desk.window.contacts.newcomer
    assert dialog is not None
    qtbot.keyClicks(dialog.focusWidget(), "Ann")
    dialog.cancel.setFocus()
    qtbot.keyClick(dialog.cancel, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: desk.jobs.is_idle)
    with open_workspace(file_url) as workspace:
        assert workspace.read(contacts.first_page) == []


def test_going_back_from_the_question_moves_nothing(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with open_workspace(file_url) as workspace:
        workspace.write(leads.create, {"name": "Al"})
    desk = open_desk(file_url)
    window = desk.window
    window.go_to("board")
    board = window.board.board
    qtbot.waitUntil(lambda: bool(board.stages and board.stages[0].cards), timeout=15_000)
    won = next(one for one in board.stages if one.stage.kind == "won")
    board.drop([board.stages[0].cards[0].id], won.stage.id, None)
    (ask,) = [one for one in window.findChildren(Ask) if one.isVisible()]
    ask.back.setFocus()
    qtbot.keyClick(ask.back, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not ask.isVisible(), timeout=5_000)
    qtbot.waitUntil(lambda: desk.jobs.is_idle)
    assert [card.name for card in board.stages[0].cards] == ["Al"]
    assert not won.cards
