"""In lanes the card that is chosen stands in sight, in the smallest window too."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from app import leads
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.window import SMALLEST

SOURCES = ("ads", "event", "fair", "partner", "web")
EACH = 6


@pytest.fixture
def desk(open_desk: Open, file_url: str, qtbot: QtBot) -> Desk:
    """The smallest window over a board in five lanes of six cards in one stage."""
    with open_workspace(file_url) as workspace:
        for source in SOURCES:
            for number in range(EACH):
                workspace.write(leads.create, {"name": f"{source} {number}", "source": source})
    desk = open_desk(file_url)
    window = desk.window
    window.resize(*SMALLEST)
    window.go_to("board")
    qtbot.waitUntil(lambda: len(names(desk)) == EACH * len(SOURCES), timeout=15_000)
    window.board.part_by("source")
    qtbot.waitUntil(lambda: len(window.board.lane_view.strips) >= len(SOURCES), timeout=15_000)
    return desk


def names(desk: Desk) -> Sequence[str]:
    stages = desk.window.board.board.stages
    return [card.name for card in stages[0].cards] if stages else []


def chosen_is_in_sight(desk: Desk, name: str) -> bool:
    """Return whether all of the chosen card is within both its list and the lanes."""
    view = desk.window.board.lane_view
    for cards in view.lists:
        if cards.selectedIndexes() and cards.currentIndex().data() == name:
            rect = cards.visualRect(cards.currentIndex())
            on_view = QRect(cards.viewport().mapTo(view.viewport(), rect.topLeft()), rect.size())
            return (
                cards.viewport().rect().contains(rect)
                and on_view.top() >= 0
                and on_view.bottom() <= view.viewport().rect().bottom()
            )
    return False


def test_every_card_that_is_chosen_comes_into_sight(desk: Desk, qtbot: QtBot) -> None:
    board = desk.window.board
    cards = {card.name: card.id for card in board.board.stages[0].cards}
    order = [f"{source} {number}" for number in (EACH - 1, 0, 2) for source in (*SOURCES, *reversed(SOURCES))]
    for name in order:
        board.select(cards[name])
        qtbot.wait(60)
        assert chosen_is_in_sight(desk, name), name


def test_keys_keep_the_card_in_sight(desk: Desk, qtbot: QtBot) -> None:
    board = desk.window.board
    first = board.lane_view.lists[0]
    desk.window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus, timeout=5_000)
    first.make_current(0)
    for _ in range(EACH - 1):
        qtbot.keyClick(first, Qt.Key.Key_Down)
        qtbot.wait(30)
        assert chosen_is_in_sight(desk, str(first.currentIndex().data()))


def test_a_card_that_is_moved_to_another_lane_stays_in_sight(desk: Desk, qtbot: QtBot) -> None:
    board = desk.window.board
    number = next(card.id for card in board.board.stages[0].cards if card.name == "web 0")
    board.select(number)
    board.board.move(number, board.board.stages[1].stage.id, None)
    qtbot.waitUntil(lambda: desk.jobs.unsaved == 0, timeout=15_000)
    qtbot.wait(60)
    assert chosen_is_in_sight(desk, "web 0")


def test_what_was_chosen_is_in_sight_when_the_lanes_come(desk: Desk, qtbot: QtBot) -> None:
    board = desk.window.board
    cards = {card.name: card.id for card in board.board.stages[0].cards}
    for by in ("source", "owner", "source"):
        board.part_by("")
        board.select(cards["ads 4"])
        qtbot.wait(60)
        board.part_by(by)
        qtbot.wait(200)
        assert chosen_is_in_sight(desk, "ads 4"), by


def test_it_stays_in_sight_where_the_window_becomes_smaller(desk: Desk, qtbot: QtBot) -> None:
    window = desk.window
    window.resize(1440, 1100)
    qtbot.wait(100)
    board = window.board
    board.select(next(card.id for card in board.board.stages[0].cards if card.name == "web 5"))
    qtbot.waitUntil(lambda: chosen_is_in_sight(desk, "web 5"), timeout=10_000)
    window.resize(*SMALLEST)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == SMALLEST, timeout=10_000)
    qtbot.waitUntil(lambda: chosen_is_in_sight(desk, "web 5"), timeout=10_000)
