"""The stages of the board, edited where they stand."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app import leads, stages
from app.workspace import open_workspace
from tests.ui.conftest import Open
from tests.ui.test_board import column, names, opened
from ui.desk import Desk
from ui.leads.column import STAGE_MIME
from ui.leads.stage_form import ArchiveForm, StageForm


def order(desk: Desk) -> list[str]:
    return [one.model.stage.name for one in desk.window.board.columns]


def entry(menu: QMenu, words: str) -> QAction:
    return next(one for one in menu.actions() if one.text().startswith(words))


def menu(desk: Desk, name: str) -> QMenu:
    stage = column(desk, name).model.stage
    return desk.window.board.stage_acts.menu(stage, desk.window)


def form(desk: Desk, qtbot: QtBot) -> StageForm:
    qtbot.waitUntil(lambda: desk.window.board.stage_acts.form is not None, timeout=15_000)
    found = desk.window.board.stage_acts.form
    assert isinstance(found, StageForm)
    return found


def test_a_stage_is_edited_at_its_head_and_colleagues_see_it(open_desk: Open, url: str, qtbot: QtBot) -> None:
    with open_workspace(url) as workspace:
        for name in "ab":
            workspace.write(leads.create, {"name": name}, stage=workspace.context().stage("Qualified").id)
    desk, other = opened(open_desk, url, qtbot), opened(open_desk, url, qtbot)
    qtbot.waitUntil(lambda: names(desk, "Qualified") == ["b", "a"], timeout=15_000)
    desk.window.board.select(column(desk, "Qualified").model.cards[1].id)
    desk.window.actions_by_id["stage.edit"].trigger()
    ask = form(desk, qtbot)
    assert ask.window().focusWidget() is ask.name
    assert ask.name.selectedText() == "Qualified"
    assert not ask.milestone.isEnabled()  # leads stood here
    qtbot.keyClicks(ask.name, "Ready & <b>set</b>")
    ask.days.setText("nine")
    qtbot.keyClick(ask.name, Qt.Key.Key_Return)
    assert ask.problem.text() == "Agreed days: write a whole number."
    ask.days.setText("9")
    ask.limit.setText("1")
    ask.hard.setChecked(True)
    qtbot.keyClick(ask.limit, Qt.Key.Key_Return)
    for one in (desk, other):
        qtbot.waitUntil(lambda one=one: "Ready & <b>set</b>" in order(one), timeout=15_000)  # type: ignore[misc]  # a bound default
    assert desk.window.board.stage_acts.form is None
    stage = column(other, "Ready & <b>set</b>").model.stage
    assert (stage.rot_days, stage.wip_limit, stage.wip_hard) == (9, 1, True)
    assert [card.name for card in desk.window.board.choice.cards()] == ["a"]  # it stays the chosen one
    desk.window.undo()
    qtbot.waitUntil(lambda: "Qualified" in order(other), timeout=15_000)


def test_a_name_that_is_taken_is_refused_beside_the_field(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    desk = opened(open_desk, file_url, qtbot)
    entry(menu(desk, "New"), "Add a stage").trigger()
    ask = form(desk, qtbot)
    ask.name.setText("won")
    ask.save.click()
    qtbot.waitUntil(lambda: "called won already" in ask.problem.text(), timeout=15_000)
    assert ask.name.text() == "won"
    ask.name.setText("Contacted")
    ask.team.setCurrentIndex(0)
    ask.save.click()
    qtbot.waitUntil(lambda: order(desk)[:3] == ["New", "Contacted", "Nurturing"], timeout=15_000)
    qtbot.waitUntil(lambda: desk.window.toast.words.text() == "Contacted added.", timeout=15_000)
    desk.window.actions_by_id["stage.add"].trigger()
    qtbot.keyClick(form(desk, qtbot).name, Qt.Key.Key_Escape)
    assert desk.window.board.stage_acts.form is None


def test_stages_change_places_by_menu_and_by_dragging(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    desk = opened(open_desk, file_url, qtbot)
    entry(menu(desk, "Nurturing"), "Move on").trigger()
    qtbot.waitUntil(lambda: order(desk)[:3] == ["New", "Qualified", "Nurturing"], timeout=15_000)
    assert not entry(menu(desk, "New"), "Move back").isEnabled()
    data = QMimeData()
    data.setData(STAGE_MIME, str(column(desk, "Proposal").model.stage.id).encode())
    head = column(desk, "New").head
    event = QDropEvent(
        QPointF(40, 20), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    head.dropEvent(event)
    qtbot.waitUntil(lambda: order(desk)[:2] == ["Proposal", "New"], timeout=15_000)
    desk.window.undo()
    qtbot.waitUntil(lambda: order(desk)[0] == "New", timeout=15_000)


@pytest.mark.parametrize("refused", [False, True])
def test_archiving_asks_where_the_leads_go(open_desk: Open, file_url: str, qtbot: QtBot, *, refused: bool) -> None:
    with open_workspace(file_url) as workspace:
        for name in "ab":
            workspace.write(leads.create, {"name": name})
        if refused:
            limits = {"wip_limit": 1, "wip_hard": True}
            workspace.write(stages.edit, workspace.context().stage("Nurturing").id, limits)
    desk = opened(open_desk, file_url, qtbot)
    board = desk.window.board
    qtbot.waitUntil(lambda: names(desk, "New") == ["b", "a"], timeout=15_000)
    with open_workspace(file_url) as workspace:  # another open stage, so that New is not the last of its kind
        assert len([one for one in workspace.context().board() if one.kind == "open"]) > 1
    entry(menu(desk, "New"), "Archive").trigger()
    qtbot.waitUntil(lambda: board.stage_acts.form is not None, timeout=15_000)
    ask = board.stage_acts.form
    assert isinstance(ask, ArchiveForm)
    assert ask.target.currentText() == "Nurturing"
    ask.save.click()
    if refused:
        qtbot.waitUntil(lambda: "takes 1 leads at most" in ask.problem.text(), timeout=15_000)
        assert order(desk)[0] == "New"
        return
    qtbot.waitUntil(lambda: order(desk)[0] == "Nurturing", timeout=15_000)
    qtbot.waitUntil(lambda: names(desk, "Nurturing") == ["b", "a"], timeout=15_000)
    back = entry(menu(desk, "Nurturing"), "Bring back").menu()
    assert isinstance(back, QMenu)
    entry(back, "New").trigger()
    qtbot.waitUntil(lambda: order(desk)[0] == "New", timeout=15_000)
