"""A score is explained where it stands: in the list of contacts, beside the lead, on a card; by pointer and by key."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from app import contacts, feed, leads, undo
from tests.helpers.parties import Parties, clause, parties
from tests.ui.conftest import Open
from ui.desk import Desk

LABEL = "Came from the web"


@pytest.fixture
def both(url: str) -> Iterator[Parties]:
    with parties(url) as found:
        yield found


@pytest.fixture
def desk(both: Parties, open_desk: Open, qtbot: QtBot) -> Desk:
    """Mia's window: one contact, whose lead has what the agreement gives for its source."""
    both.agree({"mql_points": 40}, clause("has:source"), clause("source:web", points=50, label=LABEL))
    change = both.marketing.write(contacts.create, {"first_name": "Ann"})
    ann = next(one.id for one in change.entries if one.kind == "contact")
    both.marketing.write(leads.create, {"contact": ann, "source": "web"})
    made = open_desk(both.marketing.url, None if both.marketing.store.stamps else "mia@harbor.example")
    qtbot.waitUntil(lambda: made.window.contacts.details.name.text() == "Ann", timeout=15_000)
    return made


def rest(qtbot: QtBot, over: QWidget, at: QPoint) -> None:
    """Let the pointer rest on a place, once what it rested on before is gone."""
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=15_000)
    QApplication.sendEvent(over, QHelpEvent(QEvent.Type.ToolTip, at, over.mapToGlobal(at)))


def explained() -> bool:
    return LABEL in QToolTip.text() and "Score 50" in QToolTip.text()


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)


def test_in_the_list_by_pointer_and_by_key(desk: Desk, qtbot: QtBot) -> None:
    table = desk.window.contacts.table
    place = next(number for number, one in enumerate(table.columns) if one.name == "score")
    rest(qtbot, table.viewport(), table.visualRect(table.model().index(0, place)).center())
    until(qtbot, explained)
    rest(qtbot, table.viewport(), table.visualRect(table.model().index(0, 0)).center())
    until(qtbot, lambda: desk.jobs.is_idle)
    assert not QToolTip.isVisible()
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, explained)


def test_beside_the_lead_and_on_its_card(desk: Desk, qtbot: QtBot) -> None:
    line = desk.window.contacts.details.lead_part.score
    until(qtbot, line.isVisible)
    assert line.button.text() == "50"
    rest(qtbot, line.button, line.button.rect().center())
    until(qtbot, explained)
    QToolTip.hideText()
    until(qtbot, lambda: not QToolTip.isVisible())
    line.button.setFocus()
    qtbot.keyClick(line.button, Qt.Key.Key_Space)
    until(qtbot, explained)
    desk.window.go_to("board")
    column = next(one for one in desk.window.board.columns if one.model.rowCount())
    cards = column.cards
    rest(qtbot, cards.viewport(), cards.visualRect(cards.model().index(0, 0)).center())
    until(qtbot, explained)


def test_a_card_has_its_score_anew_after_a_call(both: Parties, open_desk: Open, qtbot: QtBot) -> None:
    both.agree({"mql_points": 30}, clause("did:call", points=30, label="Was called"))
    change = both.marketing.write(leads.create, {"name": "Ann"})
    lead = next(one.id for one in change.entries if one.kind == "lead")
    board = open_desk(both.marketing.url, None if both.marketing.store.stamps else "mia@harbor.example").window.board

    def score() -> int | None:
        card = board.board.card(lead)
        return None if card is None else card.score

    until(qtbot, lambda: score() == 0)
    both.marketing.write(feed.add, "lead", lead, "call", "Spoke for a while", "out")
    until(qtbot, lambda: score() == 30)
    both.marketing.write(undo.undo)
    until(qtbot, lambda: score() == 0)


def test_a_card_has_its_score_anew_after_an_agreement(both: Parties, open_desk: Open, qtbot: QtBot) -> None:
    change = both.marketing.write(leads.create, {"name": "Ann", "source": "web"})
    lead = next(one.id for one in change.entries if one.kind == "lead")
    contact = both.marketing.write(contacts.create, {"first_name": "Bea"}).entries[0].id
    both.marketing.write(leads.create, {"contact": contact, "source": "web"})
    desk = open_desk(both.marketing.url, None if both.marketing.store.stamps else "mia@harbor.example")
    board, rows = desk.window.board.board, desk.window.contacts.model
    until(qtbot, lambda: board.card(lead) and rows.rowCount() == 1)
    both.agree({"mql_points": 30}, clause("source:web", points=30, label=LABEL))
    until(qtbot, lambda: [card.score for stage in board.stages for card in stage.cards] == [30, 30])
    until(qtbot, lambda: getattr(rows.row(0), "score", None) == 30)
