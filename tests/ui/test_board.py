"""The board as a person works on it: new leads, the filter, limits and age."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QMenu
from pytestqt.qtbot import QtBot

from app import leads
from app.errors import RefusedError
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.leads.column import StageColumn
from ui.widgets.choices import Choices


def column(desk: Desk, name: str) -> StageColumn:
    return next(one for one in desk.window.board.columns if one.model.stage.name == name)


def names(desk: Desk, stage: str) -> list[str]:
    return [card.name for card in column(desk, stage).model.cards]


def opened(open_desk: Open, url: str, qtbot: QtBot) -> Desk:
    desk = open_desk(url)
    desk.window.go_to("board")
    qtbot.waitUntil(lambda: bool(desk.window.board.columns), timeout=15_000)
    return desk


def test_leads_are_added_one_after_the_other_and_taken_back(open_desk: Open, url: str, qtbot: QtBot) -> None:
    with open_workspace(url) as workspace:
        workspace.write(leads.create, {"name": "Di"}, stage=workspace.context().stage("Qualified").id)
    desk = opened(open_desk, url, qtbot)
    qualified = column(desk, "Qualified")
    qtbot.mouseClick(qualified.head.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(qualified.line.hasFocus, timeout=5_000)
    qtbot.keyClicks(qualified.line, " <b>Al</b> ")
    qtbot.keyClick(qualified.line, Qt.Key.Key_Return)
    qtbot.keyClicks(qualified.line, "Bo")
    qtbot.keyClick(qualified.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(desk, "Qualified") == ["Bo", "<b>Al</b>", "Di"], timeout=15_000)
    qtbot.waitUntil(lambda: desk.window.toast.words.text() == "Bo added to Qualified.", timeout=15_000)
    assert qualified.line.isVisible()
    assert qualified.line.text() == ""
    qtbot.keyClick(qualified.line, Qt.Key.Key_Escape)
    assert not qualified.line.isVisible()
    desk.window.undo()
    qtbot.waitUntil(lambda: names(desk, "Qualified") == ["<b>Al</b>", "Di"], timeout=15_000)


def test_a_name_that_is_refused_comes_back(
    open_desk: Open, file_url: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> int:
        raise RefusedError("Not today.")

    desk = opened(open_desk, file_url, qtbot)
    first = desk.window.board.columns[0]
    monkeypatch.setattr(leads, "create", refuse)
    desk.window.actions_by_id["lead.new"].trigger()
    qtbot.waitUntil(first.line.hasFocus, timeout=5_000)
    qtbot.keyClicks(first.line, "Al")
    qtbot.keyClick(first.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: first.line.text() == "Al", timeout=15_000)
    assert not first.model.cards
    assert not column(desk, "Lost").head.add.isVisible()


def test_a_chip_narrows_the_board(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with open_workspace(file_url) as workspace:
        workspace.write(leads.create, {"name": "Al", "tags": ["vip"]})
        workspace.write(leads.create, {"name": "Bo"})
    desk = opened(open_desk, file_url, qtbot)
    board = desk.window.board
    board.show_query("tag:vip")
    qtbot.waitUntil(lambda: names(desk, "New") == ["Al"], timeout=15_000)
    assert board.query_in_force() == "tag:vip"
    qtbot.waitUntil(lambda: any(chip.cross for chip in board.filters.chips), timeout=15_000)
    cross = next(chip.cross for chip in board.filters.chips if chip.cross)
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sorted(names(desk, "New")) == ["Al", "Bo"], timeout=15_000)


@pytest.mark.parametrize("lanes", ["", "owner"])
@pytest.mark.parametrize("come", [0, 1])
def test_what_is_chosen_stays_so_when_the_board_is_read_anew(
    come: int, lanes: str, open_desk: Open, file_url: str, qtbot: QtBot
) -> None:
    with open_workspace(file_url) as workspace:
        for number in range(20):
            workspace.write(leads.create, {"name": f"L{number}", "tags": ["vip"]})
    desk = opened(open_desk, file_url, qtbot)
    board = desk.window.board
    board.part_by(lanes)
    board.show_query("tag:vip")
    qtbot.waitUntil(lambda: len(names(desk, "New")) == 20 and desk.jobs.is_idle, timeout=15_000)
    ids = {card.name: card.id for card in column(desk, "New").model.cards}
    board.select(ids["L15"])
    found = board.choice.choose([ids["L16"], ids["L15"], ids["L4"]])
    assert found is not None
    qtbot.wait(50)
    bar = found.verticalScrollBar()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
    rolled, chosen = bar.value(), {card.id for card in board.choice.cards()}
    with qtbot.waitSignal(board.board.laid_out, timeout=15_000):
        if come:
            with open_workspace(file_url) as workspace:
                workspace.write(leads.create, {"name": "Last", "tags": ["vip"]})
        else:
            board.board.reload()
    qtbot.wait(50)
    assert len(names(desk, "New")) == 20 + come
    assert {card.id for card in board.choice.cards()} == chosen == {ids["L16"], ids["L15"], ids["L4"]}
    current = board.choice.current()
    assert current == (found, column(desk, "New").model.cards[names(desk, "New").index("L16")])
    assert found.hasFocus()
    assert bar.value() == rolled > 0


def test_a_stage_is_chosen_by_typing_and_from_the_cards_menu(open_desk: Open, url: str, qtbot: QtBot) -> None:
    with open_workspace(url) as workspace:
        workspace.write(leads.create, {"name": "Al"})
    desk = opened(open_desk, url, qtbot)
    board = desk.window.board
    qtbot.waitUntil(lambda: names(desk, "New") == ["Al"], timeout=15_000)
    board.select(column(desk, "New").model.cards[0].id)
    desk.window.actions_by_id["lead.stage"].trigger()
    (window,) = board.findChildren(Choices)
    window.close()
    assert names(desk, "New") == ["Al"]
    desk.window.actions_by_id["lead.stage"].trigger()
    window = board.findChildren(Choices)[-1]
    target = window.line if window.line.isVisible() else window.list
    qtbot.keyClicks(target, "quali")
    qtbot.keyClick(target, Qt.Key.Key_Return)
    assert names(desk, "Qualified") == ["Al"]
    qtbot.waitUntil(lambda: desk.jobs.unsaved == 0, timeout=15_000)
    cards = column(desk, "Qualified").cards
    middle = cards.viewport().rect().center()
    press = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, cards.viewport().mapToGlobal(middle))
    QApplication.sendEvent(cards.viewport(), press)
    menu = next(one for one in column(desk, "Qualified").findChildren(QMenu) if one.objectName() == "card")
    where = menu.actions()[0].menu()
    assert isinstance(where, QMenu)
    assert "Qualified" not in [action.text() for action in where.actions()]
    next(action for action in where.actions() if action.text() == "Accepted").trigger()
    menu.close()
    assert names(desk, "Accepted") == ["Al"]
    qtbot.waitUntil(lambda: desk.jobs.unsaved == 0, timeout=15_000)
    desk.window.undo()
    qtbot.waitUntil(lambda: names(desk, "Qualified") == ["Al"], timeout=15_000)


def test_a_stage_that_nothing_is_called_takes_no_card(open_desk: Open, url: str, qtbot: QtBot) -> None:
    with open_workspace(url) as workspace:
        workspace.write(leads.create, {"name": "Al"})
    desk = opened(open_desk, url, qtbot)
    board = desk.window.board
    qtbot.waitUntil(lambda: names(desk, "New") == ["Al"], timeout=15_000)
    board.select(column(desk, "New").model.cards[0].id)
    desk.window.actions_by_id["lead.stage"].trigger()
    window = board.findChildren(Choices)[-1]

    def press(*keys: Qt.Key, text: str = "") -> None:
        """Type where the window has its focus, as hands do that do not look."""
        for letter in text:
            qtbot.keyClicks(window.focusWidget() or window, letter)
        for key in keys:
            qtbot.keyClick(window.focusWidget() or window, key)

    press(Qt.Key.Key_Return, text="New")  # its own stage is not among those that it can go to
    assert window.isVisible()
    assert window.note.text() == "Nothing is called so."
    press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Return)
    assert window.isVisible()  # all are offered again, and none of them is marked
    press(Qt.Key.Key_Escape)
    assert names(desk, "New") == ["Al"]
    desk.window.actions_by_id["lead.stage"].trigger()
    window = board.findChildren(Choices)[-1]
    press(Qt.Key.Key_Return, text="Handed over")
    assert names(desk, "Handed over") == ["Al"]
    qtbot.waitUntil(lambda: desk.jobs.unsaved == 0, timeout=15_000)


def test_cards_stand_in_another_order_and_are_then_not_moved_by_hand(
    open_desk: Open, file_url: str, qtbot: QtBot
) -> None:
    with open_workspace(file_url) as workspace:
        for name, value in (("Cy", "500"), ("Bo", ""), ("Al", "9000"), ("Di", "7000")):
            workspace.write(leads.create, {"name": name, "value": value})
    desk = opened(open_desk, file_url, qtbot)
    board = desk.window.board
    qtbot.waitUntil(lambda: names(desk, "New") == ["Di", "Al", "Bo", "Cy"], timeout=15_000)
    orders = board.sort_button.menu_of_orders.actions()
    orders[2].trigger()
    assert names(desk, "New") == ["Al", "Di", "Cy", "Bo"]
    assert board.sort_button.accessibleName() == "Order of the cards: Highest value first"
    board.select(column(desk, "New").model.cards[1].id)
    with qtbot.waitSignal(board.failed, timeout=5_000) as refused:
        board.move_within(-1)
    assert refused.args is not None
    assert str(refused.args[0]).startswith("Cards are not sorted by hand now.")
    board.move_sideways(1)
    assert names(desk, "Nurturing") == ["Di"]
    qtbot.waitUntil(lambda: desk.jobs.unsaved == 0, timeout=15_000)
    desk.jobs.write(leads.create, {"name": "Eve", "value": "1000"})
    qtbot.waitUntil(lambda: names(desk, "New") == ["Al", "Eve", "Cy", "Bo"], timeout=15_000)
    orders[0].trigger()
    assert names(desk, "New") == ["Eve", "Al", "Bo", "Cy"]
