"""A window whose server goes away and comes back: nothing typed or moved is lost, nothing is saved twice."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app import bulk, contacts, leads
from app.workspace import open_workspace
from tests.helpers.line import Line
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.lists.dialogs import TagsDialog


@pytest.fixture
def line(server_url: str) -> Iterator[Line]:
    made = Line(server_url)
    yield made
    made.wire.close()


@pytest.fixture
def desk(line: Line, server_url: str, open_desk: Open, qtbot: QtBot) -> Desk:
    with open_workspace(server_url) as workspace:
        workspace.write(contacts.create, {"first_name": "Ann"})
        workspace.write(leads.create, {"name": "Al"})
    desk = open_desk(line.url)
    qtbot.waitUntil(lambda: desk.window.contacts.details.name.text() == "Ann", timeout=15_000)
    return desk


@pytest.mark.slow
def test_work_goes_on_while_the_server_is_away(desk: Desk, line: Line, server_url: str, qtbot: QtBot) -> None:
    window = desk.window
    line.goes()
    field = window.contacts.details.fields["city"]
    field.setFocus()
    qtbot.keyClicks(field, "Oslo")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    board = window.board.board
    board.move(board.stages[0].cards[0].id, board.stages[1].stage.id, None)
    qtbot.waitUntil(lambda: window.title.saving.words.text() == "Waiting for connection (2)", timeout=20_000)
    qtbot.waitUntil(window.bar.isVisible, timeout=20_000)
    assert "You can keep working" in window.bar.words.text()
    assert [card.name for card in board.stages[1].cards] == ["Al"]
    assert field.text() == "Oslo"
    line.comes_back()
    qtbot.mouseClick(window.bar.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.title.saving.words.text() == "Saved", timeout=20_000)
    qtbot.waitUntil(lambda: not window.bar.isVisible(), timeout=30_000)
    with open_workspace(server_url) as workspace:
        (row,) = workspace.read(contacts.first_page)
        assert row.city == "Oslo"
        columns = workspace.read(leads.board).columns
        assert [card.name for card in columns[1].cards] == ["Al"]
        edits = [item.what for item in workspace.read(contacts.detail, row.id).timeline]
        assert edits.count("contacts.edit") == 1


@pytest.mark.slow
def test_closing_asks_before_a_save_is_lost(desk: Desk, line: Line, qtbot: QtBot) -> None:
    window = desk.window
    line.goes()
    board = window.board.board
    board.move(board.stages[0].cards[0].id, board.stages[1].stage.id, None)
    qtbot.waitUntil(lambda: desk.jobs.is_waiting, timeout=20_000)
    asked: list[str] = []

    def answer(name: str) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        next(button for button in box.buttons() if button.text() == name).click()

    QTimer.singleShot(300, lambda: answer("Keep Tandem open"))
    assert not window.close()
    assert window.isVisible()
    QTimer.singleShot(300, lambda: answer("Close and lose them"))
    assert window.close()
    assert asked == ["1 change has not reached the database yet."] * 2


@pytest.mark.slow
def test_an_act_on_many_waits_for_the_server_and_is_done_once(
    desk: Desk, line: Line, server_url: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "BLOCK", 1)
    window = desk.window
    for name in ("Bea", "Cyd"):
        desk.jobs.write(contacts.create, {"first_name": name})
    acts = window.contacts.acts
    qtbot.waitUntil(lambda: window.contacts.model.rowCount() == 3, timeout=15_000)
    acts.picks.choose_all()
    line.goes()
    window.actions_by_id["contacts.tag"].trigger()
    dialog = window.contacts.findChild(TagsDialog)
    assert isinstance(dialog, TagsDialog)
    qtbot.keyClicks(dialog.value, "away")
    qtbot.keyClick(dialog.value, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.jobs.is_waiting, timeout=30_000)
    line.comes_back()
    qtbot.waitUntil(lambda: "added to 3 contacts" in window.toast.words.text(), timeout=60_000)
    with open_workspace(server_url) as workspace:
        rows = workspace.read(contacts.first_page, "tag:away")
    assert [row.tags for row in rows] == [("away",)] * 3
