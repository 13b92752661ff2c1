"""Many cards at once, the question before winning and losing, the pane beside the board, and lanes."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import companies, contacts, leads, stages
from app.workspace import open_workspace
from tests.ui.conftest import Open
from tests.ui.test_board import column, names, opened
from ui.desk import Desk
from ui.leads.ask import Ask
from ui.leads.card_list import CardList
from ui.leads.stage_model import carried

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def filled(url: str, letters: str, **values: Any) -> None:
    with open_workspace(url) as workspace:
        for letter in reversed(letters):
            workspace.write(leads.create, {"name": letter, **values})


def shown(open_desk: Open, url: str, qtbot: QtBot, letters: str, **values: Any) -> Desk:
    filled(url, letters, **values)
    desk = opened(open_desk, url, qtbot)
    qtbot.waitUntil(lambda: names(desk, "New") == list(letters), timeout=15_000)
    return desk


def click(cards: CardList, row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = cards.visualRect(cards.model().index(row, 0)).center()
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, keys, at)


def chosen(desk: Desk) -> list[str]:
    return [card.name for card in desk.window.board.choice.cards()]


def drop(cards: CardList, data: QMimeData, row: int) -> None:
    rows = cards.model().rowCount()
    known = cards.visualRect(cards.model().index(min(row, rows - 1), 0))
    y = known.top() + 4 if row < rows else known.bottom() + 9
    event = QDropEvent(
        QPointF(cards.viewport().width() / 2, y),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    cards.dropEvent(event)  # Qt itself passes it on only within a drag of its own


def saved(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk.jobs.unsaved == 0, timeout=15_000)


def values(desk: Desk, stage: str) -> list[str]:
    return [f"{card.value:.2f}" for card in column(desk, stage).model.cards]


def form(desk: Desk) -> Ask:
    found = desk.window.board.moves.asking.form
    assert found is not None
    return found


def test_several_are_chosen_across_stages_and_move_in_one_act(open_desk: Open, url: str, qtbot: QtBot) -> None:
    desk = shown(open_desk, url, qtbot, "abcd")
    board = desk.window.board
    new = column(desk, "New").cards
    click(new, 0)
    click(new, 2, CTRL)
    assert chosen(desk) == ["a", "c"]
    desk.window.actions_by_id["lead.on"].trigger()
    assert names(desk, "Nurturing") == ["a", "c"]
    assert chosen(desk) == ["a", "c"]  # they stay the chosen ones
    saved(desk, qtbot)
    click(new, 1, CTRL)
    assert chosen(desk) == ["d", "a", "c"]
    click(new, 0)
    assert chosen(desk) == ["b"]  # one alone again, the others let go
    click(new, 1, SHIFT)
    assert chosen(desk) == ["b", "d"]
    board.moves.to_stage(column(desk, "Qualified").model.stage.id)
    saved(desk, qtbot)
    assert names(desk, "Qualified") == ["b", "d"]
    assert desk.window.toast.words.text() == "2 leads moved to Qualified."
    desk.window.undo()
    qtbot.waitUntil(lambda: names(desk, "New") == ["b", "d"], timeout=15_000)
    assert names(desk, "Nurturing") == ["a", "c"]
    desk.window.undo()
    qtbot.waitUntil(lambda: names(desk, "New") == ["a", "b", "c", "d"], timeout=15_000)


def test_keys_choose_several_and_move_them_as_a_block(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    desk = shown(open_desk, file_url, qtbot, "abcde")
    board, new = desk.window.board, column(desk, "New").cards
    board.select(new.stage_model.cards[0].id)
    qtbot.keyClick(new, Qt.Key.Key_Down, CTRL)
    qtbot.keyClick(new, Qt.Key.Key_Down, CTRL)
    qtbot.keyClick(new, Qt.Key.Key_Space, CTRL)
    assert chosen(desk) == ["a", "c"]
    board.move_within(1)
    assert names(desk, "New") == ["b", "a", "c", "d", "e"]
    board.move_within(1)
    assert names(desk, "New") == ["b", "d", "a", "c", "e"]
    board.move_within(-1)
    board.move_within(-1)
    assert names(desk, "New") == ["a", "c", "b", "d", "e"]
    saved(desk, qtbot)
    qtbot.keyClick(new, Qt.Key.Key_Escape)
    assert len(chosen(desk)) == 1
    qtbot.keyClick(new, Qt.Key.Key_A, CTRL)
    assert chosen(desk) == ["a", "c", "b", "d", "e"]


def test_a_stack_is_dropped_between_others(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    desk = shown(open_desk, file_url, qtbot, "abcd")
    board, new, target = desk.window.board, column(desk, "New"), column(desk, "Qualified")
    board.select(new.model.cards[3].id)
    board.moves.to_stage(target.model.stage.id)
    click(new.cards, 0)
    click(new.cards, 2, CTRL)
    assert [card.name for card in new.cards.lifting()] == ["a", "c"]
    drop(target.cards, carried(card.id for card in new.cards.lifting()), 1)
    assert names(desk, "Qualified") == ["d", "a", "c"]
    saved(desk, qtbot)
    assert new.cards.picture(new.model.cards[0], 3).height() > new.cards.picture(new.model.cards[0]).height()
    drop(target.cards, QMimeData(), 0)  # something else
    wrong = QMimeData()
    wrong.setData("application/x-tandem-lead", b"\xff\xfe,99999999,;DROP")
    drop(target.cards, wrong, 0)
    assert names(desk, "Qualified") == ["d", "a", "c"]


def _by_drag(desk: Desk, target: CardList) -> None:
    drop(target, carried(card.id for card in desk.window.board.choice.cards()), 0)


def _by_menu(desk: Desk, target: CardList) -> None:
    desk.window.board.moves.to_stage(target.stage_model.stage.id)


@pytest.mark.parametrize("way", [_by_drag, _by_menu])
def test_losing_asks_in_the_drop_and_esc_puts_it_back(
    open_desk: Open, url: str, qtbot: QtBot, way: Callable[[Desk, CardList], None]
) -> None:
    desk = shown(open_desk, url, qtbot, "ab")
    board, lost = desk.window.board, column(desk, "Lost").cards
    board.select(column(desk, "New").model.cards[0].id)
    way(desk, lost)
    ask = form(desk)
    assert ask.accessibleName() == "Why was a lost?"
    assert not ask.move_button.isEnabled()
    assert names(desk, "New") == ["a", "b"]  # nothing is moved
    qtbot.waitUntil(lambda: QApplication.focusWidget() is ask.reasons, timeout=5_000)
    qtbot.keyClicks(ask.reasons, "Oth")
    assert not ask.move_button.isEnabled()  # this one needs a note
    qtbot.keyClick(ask.reasons, Qt.Key.Key_Return)
    assert ask.note.hasFocus()
    qtbot.keyClicks(ask.note, "Moved away")
    board.move_sideways(1)  # keys of the board reach nothing meanwhile
    assert names(desk, "New") == ["a", "b"]
    qtbot.keyClick(ask.note, Qt.Key.Key_Escape)
    assert not board.moves.asking.is_open
    way(desk, lost)
    ask = form(desk)
    assert (ask.note.text(), ask.move_button.isEnabled()) == ("Moved away", True)  # what was typed is there again
    qtbot.keyClick(ask.note, Qt.Key.Key_Return)
    assert names(desk, "Lost") == ["a"]
    saved(desk, qtbot)
    assert desk.window.toast.words.text() == "a moved to Lost."
    desk.window.undo()
    qtbot.waitUntil(lambda: names(desk, "New") == ["a", "b"], timeout=15_000)


def test_a_refused_loss_comes_back_and_keeps_what_was_typed(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    desk = shown(open_desk, file_url, qtbot, "a")
    board, lost = desk.window.board, column(desk, "Lost").model.stage
    board.select(column(desk, "New").model.cards[0].id)
    board.moves.to_stage(lost.id)
    ask = form(desk)
    ask.reasons.setCurrentRow(1)
    ask.note.setText("x" * 50_000 + "\u202e<b>\ud800")
    with open_workspace(file_url) as colleague:
        colleague.write(stages.create, {"name": "Gone", "kind": "lost"})
        colleague.write(stages.archive, lost.id)
    ask.move_button.click()
    qtbot.waitUntil(lambda: names(desk, "New") == ["a"] and desk.jobs.unsaved == 0, timeout=15_000)
    assert "archived" in desk.window.toast.words.text()
    qtbot.waitUntil(lambda: any(one.model.stage.name == "Gone" for one in board.columns), timeout=15_000)
    board.moves.to_stage(column(desk, "Gone").model.stage.id)
    assert form(desk).note.text().startswith("xxx")


def test_winning_asks_for_the_amount(open_desk: Open, url: str, qtbot: QtBot) -> None:
    desk = shown(open_desk, url, qtbot, "ab", value="500")
    board = desk.window.board
    board.select(column(desk, "New").model.cards[0].id)
    board.moves.to_stage(column(desk, "Won").model.stage.id)
    ask = form(desk)
    assert ask.value.text() == "€500"
    ask.value.setText("a lot")
    assert not ask.move_button.isEnabled()
    assert ask.problem.text().startswith("Write an amount")
    ask.value.setText("48,000.50")
    qtbot.keyClick(ask.value, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: [str(card.value) for card in column(desk, "Won").model.cards] == ["48000.50"], timeout=15_000
    )
    saved(desk, qtbot)
    desk.window.undo()
    qtbot.waitUntil(
        lambda: [str(card.value) for card in column(desk, "New").model.cards] == ["500.00"] * 2, timeout=15_000
    )


def test_many_are_lost_for_one_reason_and_another_page_puts_them_back(
    open_desk: Open, file_url: str, qtbot: QtBot
) -> None:
    desk = shown(open_desk, file_url, qtbot, "abc")
    board, new = desk.window.board, column(desk, "New").cards
    new.selectAll()
    board.moves.to_stage(column(desk, "Lost").model.stage.id)
    assert form(desk).accessibleName() == "Why were 3 leads lost?"
    desk.window.go_to("contacts")
    assert not board.moves.asking.is_open
    desk.window.go_to("board")
    board.moves.to_stage(column(desk, "Lost").model.stage.id)
    form(desk).reasons.setCurrentRow(2)
    form(desk).move_button.click()
    saved(desk, qtbot)
    assert names(desk, "Lost") == ["a", "b", "c"]


def test_tab_stays_in_the_question_and_it_names_all_it_has(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    desk = shown(open_desk, file_url, qtbot, "a")
    board = desk.window.board
    board.select(column(desk, "New").model.cards[0].id)
    board.moves.to_stage(column(desk, "Lost").model.stage.id)
    ask = form(desk)
    qtbot.waitUntil(ask.reasons.hasFocus, timeout=5_000)
    ask.reasons.setCurrentRow(1)
    stops = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert ask.isAncestorOf(focused)
        stops.append(focused.accessibleName() or getattr(focused, "text", str)())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert stops == ["Reason", "Note", "Put back", "Move to Lost", "Reason"]


def test_owner_and_bin_of_several_and_the_pane(open_desk: Open, url: str, qtbot: QtBot) -> None:
    with open_workspace(url) as workspace:
        company = workspace.write(companies.create, {"name": "Ox"}).entries[0].id
        values = {"first_name": "Ana", "last_name": "Bo", "company": company}
        contact = workspace.write(contacts.create, values).entries[0].id
        me = next(iter(workspace.context().members.values()))
        workspace.write(leads.create, {"name": "z"})
        workspace.write(leads.create, {"name": "Ana", "contact": contact})
    desk = opened(open_desk, url, qtbot)
    board, new = desk.window.board, column(desk, "New").cards
    qtbot.waitUntil(lambda: names(desk, "New") == ["Ana", "z"], timeout=15_000)
    new.selectAll()
    board.moves.assign(me.id)
    qtbot.waitUntil(lambda: {card.owner_id for card in column(desk, "New").model.cards} == {me.id}, timeout=15_000)
    board.select(new.stage_model.cards[0].id)
    qtbot.keyClick(new, Qt.Key.Key_Return)
    pane = board.pane
    qtbot.waitUntil(lambda: pane.details is not None and pane.details.name.text() == "Ana Bo", timeout=15_000)
    assert pane.isVisible()
    desk.window.actions_by_id["lead.next"].trigger()
    qtbot.waitUntil(lambda: pane.alone is not None and pane.alone.name.text() == "z", timeout=15_000)
    assert pane.currentWidget() is pane.alone
    new.setFocus()
    qtbot.keyClick(new, Qt.Key.Key_Space)
    assert not pane.isVisible()
    new.selectAll()
    desk.window.actions_by_id["lead.bin"].trigger()
    qtbot.waitUntil(lambda: names(desk, "New") == [], timeout=15_000)
    qtbot.waitUntil(lambda: desk.window.toast.words.text() == "2 leads moved to the bin.", timeout=15_000)
    desk.window.undo()
    qtbot.waitUntil(lambda: names(desk, "New") == ["Ana", "z"], timeout=15_000)


def test_lanes_part_the_cards_and_a_drop_changes_the_owner(open_desk: Open, url: str, qtbot: QtBot) -> None:
    with open_workspace(url) as workspace:
        me = next(iter(workspace.context().members.values()))
        for name, owner in (("d", None), ("c", me.id), ("b", None), ("a", me.id)):
            workspace.write(leads.create, {"name": name, "owner": owner, "value": "100"})
    desk = opened(open_desk, url, qtbot)
    board = desk.window.board
    qtbot.waitUntil(lambda: names(desk, "New") == ["a", "b", "c", "d"], timeout=15_000)
    board.part_by("owner")
    qtbot.waitUntil(lambda: len(board.lane_view.lists) == 2 * len(board.columns), timeout=5_000)
    heads = [strip.head.accessibleName() for strip in board.lane_view.strips]
    assert heads == [f"{me.name}, 2 open · €200", "No owner, 2 open · €200"]
    mine, nobodys = (strip.lists[0] for strip in board.lane_view.strips)
    testers = [QAbstractItemModelTester(one.model(), FATAL) for one in (mine, nobodys)]
    assert [card.name for card in mine.stage_model.cards] == ["a", "c"]
    drop(mine, carried([nobodys.stage_model.cards[0].id]), 1)
    assert [card.name for card in mine.stage_model.cards] == ["a", "b", "c"]  # in the frame of the drop
    saved(desk, qtbot)
    assert [card.name for card in mine.stage_model.cards] == ["a", "b", "c"]
    assert column(desk, "New").model.cards[1].owner_id == me.id
    qtbot.waitUntil(lambda: "3 open" in board.lane_view.strips[0].head.accessibleName(), timeout=5_000)
    desk.window.undo()
    qtbot.waitUntil(lambda: [card.name for card in mine.stage_model.cards] == ["a", "c"], timeout=15_000)
    board.select(mine.stage_model.cards[1].id)
    board.move_within(-1)
    assert [card.name for card in mine.stage_model.cards] == ["c", "a"]
    board.move_sideways(1)
    assert [card.name for card in board.lane_view.strips[0].lists[1].stage_model.cards] == ["c"]
    saved(desk, qtbot)
    board.lane_view.strips[0].head.click()
    assert not mine.isVisible()
    board.part_by("team")
    qtbot.waitUntil(lambda: len(board.lane_view.lists) == 2 * len(board.columns), timeout=5_000)
    with qtbot.waitSignal(board.failed, timeout=5_000) as refused:
        drop(
            board.lane_view.strips[0].lists[0], carried([board.lane_view.strips[1].lists[0].stage_model.cards[0].id]), 0
        )
    assert refused.args is not None
    assert "follows from its owner" in str(refused.args[0])
    board.part_by("")
    assert column(desk, "New").cards.isVisible()
    for tester in testers:
        tester.deleteLater()


def test_a_full_stage_sends_a_card_back_in_words(open_desk: Open, url: str, qtbot: QtBot) -> None:
    filled(url, "ab")
    with open_workspace(url) as workspace:
        number = workspace.context().stage("Nurturing").id
        workspace.write(stages.edit, number, {"wip_limit": 1, "wip_hard": True})
    desk = opened(open_desk, url, qtbot)
    board = desk.window.board
    qtbot.waitUntil(lambda: names(desk, "New") == ["a", "b"], timeout=15_000)
    board.select(column(desk, "New").model.cards[0].id)
    board.move_sideways(1)
    saved(desk, qtbot)
    assert column(desk, "Nurturing").head.accessibleName() == "Nurturing, 1, full, €0"
    board.select(column(desk, "New").model.cards[0].id)
    board.move_sideways(1)
    assert names(desk, "Nurturing") == ["b", "a"]
    qtbot.waitUntil(lambda: names(desk, "New") == ["b"], timeout=15_000)
    qtbot.waitUntil(lambda: "takes 1 leads at most" in desk.window.toast.words.text(), timeout=5_000)


def test_two_windows_share_the_order(open_desk: Open, url: str, qtbot: QtBot) -> None:
    filled(url, "abcd")
    one, other = opened(open_desk, url, qtbot), opened(open_desk, url, qtbot)
    for desk in (one, other):
        qtbot.waitUntil(lambda desk=desk: names(desk, "New") == list("abcd"), timeout=15_000)  # type: ignore[misc]  # a bound default
    first = column(one, "New").cards
    click(first, 1)
    click(first, 3, CTRL)
    one.window.board.move_within(-1)
    assert names(one, "New") == ["b", "d", "a", "c"]
    qtbot.waitUntil(lambda: names(other, "New") == ["b", "d", "a", "c"], timeout=15_000)
    other.window.board.select(column(other, "New").model.cards[3].id)
    other.window.board.move_within(-1)
    qtbot.waitUntil(lambda: names(one, "New") == ["b", "d", "c", "a"], timeout=15_000)
    assert chosen(one) == ["b", "d"]  # a colleague's move takes nothing from what one chose


def test_a_card_dropped_elsewhere_on_the_screen_stays(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    desk = shown(open_desk, file_url, qtbot, "a")
    cards = column(desk, "New").cards
    cards.menu_asked.emit(cards.mapToGlobal(QPoint(20, 20)))  # nothing chosen yet but the first card
    assert names(desk, "New") == ["a"]
