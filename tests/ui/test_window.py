"""The window as a person uses it, over a real workspace with the real threads."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import contacts, leads, undo
from app import workspace as door
from app.administration import add_member
from app.errors import UnreachableError
from app.views import ICONS
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.theme import DARK, RESOURCES, Theme


def people(url: str, *names: str) -> list[int]:
    with open_workspace(url) as workspace:
        return [workspace.write(contacts.create, {"first_name": name}).entries[0].id for name in names]


def cards(desk: Desk) -> dict[str, list[str]]:
    return {
        model.stage.name: [card.name for card in model.cards] for model in desk.window.board.board.stages if model.cards
    }


def listed(desk: Desk) -> list[str]:
    model = desk.window.contacts.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)


def test_searching_as_one_types_and_esc(open_desk: Open, url: str, qtbot: QtBot) -> None:
    people(url, "Ann", "Bob", "Anton")
    desk = open_desk(url)
    until(qtbot, lambda: listed(desk) == ["Ann", "Anton", "Bob"])
    qtbot.keyClicks(desk.window.contacts.query, "ann")
    until(qtbot, lambda: listed(desk) == ["Ann"])
    assert desk.window.contacts.heading.figure.text() == "1"
    qtbot.keyClick(desk.window.contacts.query, Qt.Key.Key_Escape)
    until(qtbot, lambda: listed(desk) == ["Ann", "Anton", "Bob"])
    qtbot.keyClicks(desk.window.contacts.query, "nosuch:x")
    until(qtbot, desk.window.contacts.problem.isVisible)
    assert "nosuch" in desk.window.contacts.problem.text()
    assert listed(desk) == ["Ann", "Anton", "Bob"]


def test_an_edit_in_the_pane_is_saved_told_and_undone(open_desk: Open, url: str, qtbot: QtBot) -> None:
    (number,) = people(url, "Ann")
    desk = open_desk(url)
    pane = desk.window.contacts.details
    until(qtbot, lambda: pane.name.text() == "Ann")
    field = pane.fields["city"]
    field.setFocus()
    qtbot.keyClicks(field, "Oslo")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    until(qtbot, desk.window.toast.isVisible)
    assert desk.window.toast.words.text() == "City of Ann saved."
    with open_workspace(url) as workspace:
        assert workspace.read(contacts.detail, number).values["city"] == "Oslo"
    redo = desk.window.actions_by_id["edit.redo"]
    with qtbot.waitSignal(desk.window.undoing.said):
        qtbot.mouseClick(desk.window.toast.undo, Qt.MouseButton.LeftButton)
    assert redo.isEnabled()  # at once: whoever presses the keys without waiting for its name is not left unheard
    until(qtbot, lambda: field.text() == "")
    until(qtbot, lambda: redo.text() == "&Redo: Ann")
    redo.trigger()
    until(qtbot, lambda: field.text() == "Oslo")


def test_a_colleagues_word_is_asked_about_never_overwritten(open_desk: Open, url: str, qtbot: QtBot) -> None:
    (number,) = people(url, "Ann")
    desk = open_desk(url)
    pane = desk.window.contacts.details
    until(qtbot, lambda: pane.name.text() == "Ann")
    field = pane.fields["city"]
    field.setFocus()
    qtbot.keyClicks(field, "Oslo")
    with open_workspace(url) as workspace:
        workspace.write(contacts.edit, number, {"city": "Rome"})
    qtbot.wait(600)  # their news arrives while mine is being typed
    assert field.text() == "Oslo"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    choice = pane.form.rows["city"].choice
    until(qtbot, choice.isVisible)
    assert (choice.theirs.text(), choice.mine.text()) == ("Rome", "Oslo")
    qtbot.mouseClick(choice.keep_mine, Qt.MouseButton.LeftButton)
    with open_workspace(url) as workspace:
        until(qtbot, lambda: workspace.read(contacts.detail, number).values["city"] == "Oslo")
    until(qtbot, lambda: field.text() == "Oslo")


def test_what_a_colleague_does_appears(open_desk: Open, url: str, qtbot: QtBot) -> None:
    desk = open_desk(url)
    with open_workspace(url) as workspace:
        workspace.write(contacts.create, {"first_name": "Zoe"})
        number = workspace.write(leads.create, {"name": "Big deal", "value": "9000"}).entries[0].id
        until(qtbot, lambda: listed(desk) == ["Zoe"] and cards(desk) == {"New": ["Big deal"]})
        workspace.write(leads.move, number, workspace.context().stage("Accepted").id)
        until(qtbot, lambda: cards(desk) == {"Accepted": ["Big deal"]})
        workspace.write(undo.undo)
        until(qtbot, lambda: cards(desk) == {"New": ["Big deal"]})
    assert desk.window.board.heading.figure.text() == "1 open · €9,000"


def test_moving_a_card_by_keys_and_undoing_it(open_desk: Open, url: str, qtbot: QtBot) -> None:
    with open_workspace(url) as workspace:
        for name in ("Cy", "Bo", "Al"):
            workspace.write(leads.create, {"name": name})
    desk = open_desk(url)
    window = desk.window
    window.go_to("board")
    board = window.board
    board.select(board.board.stages[0].cards[1].id)
    window.actions_by_id["lead.on"].trigger()
    assert cards(desk) == {"New": ["Al", "Cy"], "Nurturing": ["Bo"]}
    window.actions_by_id["lead.on"].trigger()
    assert cards(desk) == {"New": ["Al", "Cy"], "Qualified": ["Bo"]}  # it stayed the chosen one
    until(qtbot, lambda: desk.jobs.unsaved == 0)
    assert window.toast.words.text() == "Bo moved to Qualified."
    board.select(board.board.stages[0].cards[0].id)
    window.actions_by_id["lead.down"].trigger()
    assert cards(desk)["New"] == ["Cy", "Al"]
    until(qtbot, lambda: desk.jobs.unsaved == 0)

    def stands(wanted: dict[str, list[str]]) -> bool:
        return cards(desk) == wanted

    for wanted in ({"New": ["Al", "Cy"], "Qualified": ["Bo"]}, {"New": ["Al", "Cy"], "Nurturing": ["Bo"]}):
        window.undo()
        qtbot.waitUntil(partial(stands, wanted), timeout=15_000)
    window.undo()
    until(qtbot, lambda: cards(desk) == {"New": ["Al", "Bo", "Cy"]})


def test_arrows_go_from_stage_to_stage(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with open_workspace(file_url) as workspace:
        workspace.write(leads.create, {"name": "Al"})
        workspace.write(leads.create, {"name": "Di"}, stage=workspace.context().stage("Qualified").id)
    desk = open_desk(file_url)
    board = desk.window.board
    desk.window.go_to("board")
    board.select(board.board.stages[0].cards[0].id)
    qtbot.keyClick(board.columns[0].cards, Qt.Key.Key_Right)
    chosen = board.current()
    assert chosen is not None
    assert chosen[1].name == "Di"
    qtbot.keyClick(board.columns[2].cards, Qt.Key.Key_Left)
    chosen = board.current()
    assert chosen is not None
    assert chosen[1].name == "Al"


def test_undo_leaves_a_colleagues_later_change_alone(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with open_workspace(file_url) as workspace:
        add_member(workspace, name="Eve", email="eve@harbor.example", team="sales", role="member")
        number = workspace.write(leads.create, {"name": "Al"}).entries[0].id
    desk = open_desk(file_url)
    board = desk.window.board.board
    board.move(number, board.stages[1].stage.id, None)
    until(qtbot, lambda: desk.jobs.unsaved == 0)
    with door.open_workspace(file_url, "eve@harbor.example") as eve:
        eve.write(leads.move, number, eve.context().stage("Accepted").id)
    until(qtbot, lambda: cards(desk) == {"Accepted": ["Al"]})
    desk.window.undo()
    until(qtbot, lambda: "moved by a colleague" in desk.window.toast.words.text())
    assert cards(desk) == {"Accepted": ["Al"]}


def test_the_bar_says_that_the_server_is_away_and_goes(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    desk = open_desk(file_url)
    desk.sync.trouble.emit(UnreachableError("The server does not answer."))
    assert desk.window.bar.isVisible()
    assert desk.window.bar.words.text().startswith("The server does not answer.")
    desk.sync.trouble.emit(None)
    assert not desk.window.bar.isVisible()
    qtbot.wait(50)


def test_an_empty_workspace_offers_a_sample(open_desk: Open, url: str, qtbot: QtBot) -> None:
    desk = open_desk(url)
    button = desk.window.contacts._empty.sample
    until(qtbot, button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: desk.window.contacts.model.rowCount() == 1200)
    until(qtbot, lambda: sum(map(len, cards(desk).values())) > 200)


@pytest.mark.parametrize("size", [(1024, 640), (1440, 900)])
def test_nothing_said_in_many_lines_is_cut(open_desk: Open, file_url: str, qtbot: QtBot, size: tuple[int, int]) -> None:
    desk = open_desk(file_url)
    desk.window.resize(*size)
    desk.window.show()
    until(qtbot, desk.window.contacts.heading.figure.text)
    shown = [label for label in desk.window.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    assert shown
    cut = {label.text(): label.height() for label in shown if label.height() < label.heightForWidth(label.width())}
    assert not cut


def test_themes_change_while_it_stands(open_desk: Open, file_url: str, theme: Theme, qtbot: QtBot) -> None:
    desk = open_desk(file_url)
    desk.window.actions_by_id["theme.dark"].trigger()
    assert theme.is_dark
    qtbot.wait(20)
    assert desk.window.grab().toImage().pixelColor(2, 300).name() == DARK.frame
    desk.window.actions_by_id["theme.light"].trigger()
    assert not theme.is_dark


def test_everything_that_takes_the_focus_has_a_name(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    people(file_url, "Ann")
    desk = open_desk(file_url)
    until(qtbot, lambda: listed(desk) == ["Ann"])
    for place in ("contacts", "board"):
        desk.window.go_to(place)
        qtbot.wait(120)
        nameless = [
            widget.metaObject().className()
            for widget in desk.window.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        ]
        assert nameless == []


def test_it_mirrors_for_writing_from_right_to_left(
    open_desk: Open, file_url: str, qtbot: QtBot, application: QApplication
) -> None:
    people(file_url, "Ann")
    with open_workspace(file_url) as workspace:
        workspace.write(leads.create, {"name": "Al"})
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        desk = open_desk(file_url)
        window = desk.window
        until(qtbot, lambda: window.contacts.details.name.text() == "Ann")
        assert window.menus.width() > 150
        assert window.sidebar.x() > window.contacts.x()
        window.go_to("board")
        window.board.select(window.board.board.stages[0].cards[0].id)
        window.actions_by_id["lead.back"].trigger()  # Ctrl+Shift+Left points to the next stage
        assert cards(desk) == {"Nurturing": ["Al"]}
        until(qtbot, lambda: desk.jobs.unsaved == 0)
    finally:
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_board_has_the_focus_on_a_card(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with open_workspace(file_url) as workspace:
        workspace.write(leads.create, {"name": "Al"})
    desk = open_desk(file_url)
    board = desk.window.board
    desk.window.go_to("board")
    until(qtbot, lambda: board.columns and board.columns[0].cards.hasFocus())
    board.query.setFocus()
    with qtbot.waitSignal(board.board.laid_out, timeout=15_000):
        board.load()
    assert board.query.hasFocus()  # who began to type goes on


def test_shortcuts_and_ids_do_not_clash(open_desk: Open, file_url: str) -> None:
    window = open_desk(file_url).window
    places = {action.place for action in window.table} - {""}
    for place in places:  # what can be done everywhere stands beside what can be done on one page
        keys = [QKeySequence(key).toString() for one in window.table if one.place in ("", place) for key in one.keys]
        assert len(keys) == len(set(keys)), place
    assert len(window.table) == len({action.id for action in window.table})
    for place in places:
        window.go_to(place)
        for one in window.table:
            offered = one.place == place and (one.when is None or one.when())
            assert not one.place or window.actions_by_id[one.id].isEnabled() == offered


def test_thirty_thousand_clicks(qtbot: QtBot) -> None:
    """A version of Qt's bindings lost a reference at every signal and died after some thousands."""
    button = QPushButton()
    qtbot.addWidget(button)
    clicks: list[int] = []
    button.clicked.connect(lambda: clicks.append(1))
    for _ in range(30_000):
        button.click()
    assert len(clicks) == 30_000
    QTest.qWait(1)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None has no count of references any more")
def test_painting_and_going_about_lose_no_reference(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    people(file_url, *(f"N{number}" for number in range(40)))
    with open_workspace(file_url) as workspace:
        for number in range(10):
            workspace.write(leads.create, {"name": f"L{number}"})
    desk = open_desk(file_url)
    until(qtbot, lambda: len(listed(desk)) == 40)
    table, board = desk.window.contacts.table, desk.window.board

    def once(number: int) -> None:
        table.choose(number % 40)
        table.viewport().repaint()
        board.columns[0].cards.viewport().repaint()
        board.columns[0].head.repaint()
        desk.window.toast.say(str(number))
        qtbot.keyClick(board.columns[0].cards, Qt.Key.Key_Down)

    for number in range(20):
        once(number)
    before = sys.getrefcount(None)
    for number in range(200):
        once(number)
    assert sys.getrefcount(None) - before > -100


def test_the_palette_finds_commands_people_and_views(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    people(file_url, "Fiona")
    window = open_desk(file_url).window
    for name in {action.icon for action in window.table} | {page.icon for page in window._pages.values()} | {*ICONS}:
        assert (RESOURCES / "icons" / f"{name}.svg").is_file(), name
    window.actions_by_id["go.find"].trigger()
    palette = window.palette_
    qtbot.keyClicks(palette.field, "fio")
    until(qtbot, lambda: any(item.title == "Fiona" for item in palette.lines.items))
    window.grab()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    until(qtbot, lambda: window.contacts.details.name.text() == "Fiona")
    assert not palette.isVisible()
    window.actions_by_id["go.find"].trigger()
    qtbot.keyClicks(palette.field, "my lea")
    until(qtbot, lambda: any(item.title == "My leads" for item in palette.lines.items))
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.place == "board"
    assert window.board.query_in_force() == "owner:me state:open"
    window.actions_by_id["go.find"].trigger()
    qtbot.keyClicks(palette.field, "goals")
    window.grab()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.place == "goals"
