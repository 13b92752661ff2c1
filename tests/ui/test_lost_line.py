"""The connection is lost in the middle of typing, of a drag and of a merge: nothing is lost, nothing is done twice.

Both ways in which it fails are tried: the server is away for a while, and the answer to a save that was made is lost.
"""

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from app import contacts, leads
from app.workspace import Workspace, open_workspace
from tests.helpers.line import Line
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.leads.card_list import CardList

pytestmark = pytest.mark.slow
Kind = Literal["away", "answer lost"]
LONG = 30_000
ONE = {"first_name": "Amelia", "last_name": "Okafor", "emails": ["amelia@labs.example"], "job_title": "Head"}
OTHER = ONE | {"emails": ["amelia@labs.example", "a.okafor@post.example"], "job_title": "Ops lead"}


class Trouble:
    """What befalls a window: `begins` and `ends`; while the server is away, the window says so in between."""

    def __init__(self, kind: Kind, line: Line, desk: Desk, qtbot: QtBot) -> None:
        self.is_away = kind == "away"
        self._line, self._window, self._qtbot = line, desk.window, qtbot

    def begins(self) -> None:
        if self.is_away:
            self._line.goes()
            self._qtbot.waitUntil(self._window.bar.isVisible, timeout=LONG)
        else:
            self._line.wire.cut_at(b"COMMIT", arriving=True)

    def is_told(self, saves: int) -> None:
        """Wait until the window says how many saves wait, and what can be done."""
        if self.is_away:
            words = f"Waiting for connection ({saves})"
            self._qtbot.waitUntil(lambda: self._window.title.saving.words.text() == words, timeout=LONG)
            assert "You can keep working" in self._window.bar.words.text()
            assert self._window.bar.button.isVisible()

    def ends(self) -> None:
        if self.is_away:
            self._line.comes_back()
            self._qtbot.mouseClick(self._window.bar.button, Qt.MouseButton.LeftButton)
        self._qtbot.waitUntil(lambda: self._window.title.saving.words.text() == "Saved", timeout=LONG)
        self._qtbot.waitUntil(lambda: not self._window.bar.isVisible(), timeout=LONG)


@pytest.fixture
def line(server_url: str) -> Iterator[Line]:
    made = Line(server_url)
    yield made
    made.wire.close()


@pytest.fixture
def near(server_url: str) -> Iterator[Workspace]:
    """The workspace over a line that holds, with a contact, a lead and two who are one."""
    with open_workspace(server_url) as workspace:
        workspace.write(contacts.create, {"first_name": "Ann"})
        workspace.write(leads.create, {"name": "Al"})
        for values in (ONE, OTHER):
            workspace.write(contacts.create, values)
        yield workspace


@pytest.fixture
def desk(line: Line, near: Workspace, open_desk: Open, qtbot: QtBot) -> Desk:
    del near
    desk = open_desk(line.url)
    qtbot.waitUntil(lambda: desk.window.contacts.details.name.text() != "", timeout=LONG)
    return desk


@pytest.fixture(params=["away", "answer lost"])
def trouble(request: pytest.FixtureRequest, line: Line, desk: Desk, qtbot: QtBot) -> Trouble:
    return Trouble(request.param, line, desk, qtbot)


def acts_on(near: Workspace, contact_id: int) -> list[str]:
    return [item.what for item in near.read(contacts.detail, contact_id).timeline]


def test_in_the_middle_of_typing(desk: Desk, near: Workspace, trouble: Trouble, qtbot: QtBot) -> None:
    pane = desk.window.contacts.details
    number = pane.contact_id
    assert number is not None
    pane.composer.begin("note")
    qtbot.keyClicks(pane.composer.writing, "Call ")
    field = pane.fields["city"]
    field.setFocus()
    qtbot.keyClicks(field, "Os")
    trouble.begins()
    assert (field.text(), field.hasFocus()) == ("Os", True)
    qtbot.keyClicks(field, "lo")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    pane.composer.writing.setFocus()
    qtbot.keyClicks(pane.composer.writing, "back")
    trouble.is_told(1)
    assert field.text() == "Oslo"
    shown: list[str] = []
    field.textChanged.connect(shown.append)
    trouble.ends()
    assert shown == []  # what is stored never takes its place, though it is read before the save is made
    assert (field.text(), pane.composer.writing.toPlainText()) == ("Oslo", "Call back")
    qtbot.keyClick(pane.composer.writing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.jobs.is_idle, timeout=LONG)
    assert near.read(contacts.detail, number).values["city"] == "Oslo"
    assert acts_on(near, number).count("contacts.edit") == 1


def test_a_note_that_was_sent_off_comes_back_or_arrives_once(
    desk: Desk, near: Workspace, trouble: Trouble, qtbot: QtBot
) -> None:
    pane = desk.window.contacts.details
    number = pane.contact_id
    assert number is not None
    pane.composer.begin("note")
    qtbot.keyClicks(pane.composer.writing, "Wants two sites")
    trouble.begins()
    qtbot.keyClick(pane.composer.writing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    trouble.is_told(1)
    trouble.ends()
    notes = [item.text for item in near.read(contacts.detail, number).timeline if item.text]
    assert notes == ["Wants two sites"]


class Air:
    """A card in the air: what befalls while Qt's own loop of a drag runs, and where it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.onto: CardList | None = None
        self.befalls: Any = None
        monkeypatch.setattr(QDrag, "exec", lambda drag, *_: self._fly(drag))

    def _fly(self, drag: QDrag) -> Qt.DropAction:
        self.befalls()
        if self.onto is None:  # Esc
            return Qt.DropAction.IgnoreAction
        middle = QPointF(self.onto.viewport().rect().center())
        keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entering = QDragEnterEvent(middle.toPoint(), Qt.DropAction.MoveAction, drag.mimeData(), *keys)
        self.onto.dragEnterEvent(entering)
        assert entering.isAccepted()
        self.onto.dropEvent(QDropEvent(middle, Qt.DropAction.MoveAction, drag.mimeData(), *keys))
        return Qt.DropAction.MoveAction


def stood(desk: Desk) -> list[list[str]]:
    return [[card.name for card in one.model.cards] for one in desk.window.board.columns[:2]]


def on_board(desk: Desk, qtbot: QtBot) -> CardList:
    desk.window.go_to("board")
    qtbot.waitUntil(lambda: stood(desk) == [["Al"], []], timeout=LONG)
    cards = desk.window.board.columns[0].cards
    cards.setCurrentIndex(cards.model().index(0, 0))
    return cards


def test_in_the_middle_of_a_drag(
    desk: Desk, near: Workspace, trouble: Trouble, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = on_board(desk, qtbot)
    air = Air(monkeypatch)
    air.onto, air.befalls = desk.window.board.columns[1].cards, trouble.begins
    cards.startDrag(Qt.DropAction.MoveAction)
    assert stood(desk) == [[], ["Al"]]  # where it was let go, at once
    trouble.is_told(1)
    trouble.ends()
    assert stood(desk) == [[], ["Al"]]
    there = [[card.name for card in one.cards] for one in near.read(leads.board).columns[:2]]
    assert there == [[], ["Al"]]
    desk.window.undo()
    qtbot.waitUntil(lambda: stood(desk) == [["Al"], []], timeout=LONG)


def test_a_drag_is_given_up_while_the_connection_is_lost(
    desk: Desk, trouble: Trouble, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = on_board(desk, qtbot)
    air = Air(monkeypatch)
    air.befalls = trouble.begins
    cards.startDrag(Qt.DropAction.MoveAction)
    assert stood(desk) == [["Al"], []]
    assert not desk.jobs.is_waiting
    trouble.ends()
    assert stood(desk) == [["Al"], []]


def test_in_the_middle_of_a_merge(desk: Desk, near: Workspace, trouble: Trouble, qtbot: QtBot) -> None:
    desk.window.go_to("duplicates")
    page = desk.window.duplicates
    qtbot.waitUntil(lambda: page.view.pair is not None and page.progress.isHidden() and desk.jobs.is_idle, timeout=LONG)
    theirs = next(box for box in page.view.card.choices["job_title"] if box.words == "Ops lead")
    qtbot.mouseClick(theirs, Qt.MouseButton.LeftButton)
    chosen = page.view.card.values()
    assert chosen["job_title"] == "Ops lead"
    trouble.begins()
    assert page.view.card.values() == chosen
    qtbot.mouseClick(page.view.merge_button, Qt.MouseButton.LeftButton)
    trouble.is_told(1)
    if trouble.is_away:
        assert page.view.card.values() == chosen
        assert not page.view.merge_button.isEnabled()  # it is on its way already
    trouble.ends()
    qtbot.waitUntil(lambda: bool(page.merged.buttons), timeout=LONG)
    people = [row.name for row in near.read(contacts.first_page)]
    assert sorted(people) == ["Amelia Okafor", "Ann"]
    kept = next(row.id for row in near.read(contacts.first_page) if row.name == "Amelia Okafor")
    assert near.read(contacts.detail, kept).values["job_title"] == "Ops lead"
    assert "merged" in desk.window.toast.words.text()
    desk.window.undo()
    qtbot.waitUntil(lambda: len(near.read(contacts.first_page)) == 3, timeout=LONG)
