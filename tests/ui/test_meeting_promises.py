"""What is overdue, forgiven in the meeting by key and by click, told on the ledger, and undone."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app import meetings
from app.agreement import ledger
from app.workspace import open_workspace, utc_now
from tests.helpers.agreeing import version
from tests.helpers.histories import History, load
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.meetings.page import MeetingsPage

TRIES = {
    "team": "sales",
    "metric": "attempts",
    "amount": 1,
    "period": "month",
    "within_minutes": 60,
    "goal_percent": 95,
}
LATE = timedelta(days=40)


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)


@pytest.fixture
def late(url: str) -> str:
    """A workspace with a meeting, and two accepted leads that sales never tried to reach."""
    with open_workspace(url) as opened:
        sent = utc_now() - LATE
        stage = next(one.id for one in opened.context().board() if one.milestone == "sal")
        load(opened, [History(sent, ((sent, stage),), external_id=f"L{n}") for n in (1, 2)])
        opened.write(meetings.prepare)
        version(opened, 1, (), [TRIES], published=sent)
    return url


def opened(desk: Desk, qtbot: QtBot) -> MeetingsPage:
    desk.window.go_to("meetings")
    page = desk.window.meetings
    until(qtbot, lambda: len(page.owing.buttons) == 2)
    return page


def forgiven(url: str) -> list[tuple[int | None, str]]:
    with open_workspace(url) as workspace:
        day = (utc_now() - LATE).date()
        found = workspace.read(ledger.ledger, day, utc_now().date()).promise("p0")
    assert found is not None
    return [(one.lead_id, one.note) for one in found.pardons]


def told(desk: Desk) -> str:
    return "\n".join(one.text() for one in desk.window.promises.ledger.findChildren(QLabel))


def test_an_overdue_promise_is_forgiven_by_key_told_on_the_ledger_and_undone(
    open_desk: Open, late: str, qtbot: QtBot
) -> None:
    desk, colleague = open_desk(late), open_desk(late)
    page, other = opened(desk, qtbot), opened(colleague, qtbot)
    desk.window.actions_by_id["meeting.forgive"].trigger()
    form = page.owing.form
    assert form is not None
    assert not form.send.isEnabled()
    qtbot.keyClicks(form.note, "The fair was on")
    qtbot.keyClick(form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: len(page.owing.buttons) == len(other.owing.buttons) == 1)
    assert page.owing.form is None
    assert forgiven(late) == [(1, "The fair was on")]
    desk.window.actions_by_id["promises.ledger"].trigger()
    ledger_page = desk.window.promises
    ledger_page.period.setCurrentIndex(ledger_page.period.findData("year"))
    until(qtbot, lambda: "Forgiven in the meeting of" in told(desk))
    assert "by Ada Admin: The fair was on" in told(desk)
    desk.window.undo()
    until(qtbot, lambda: len(other.owing.buttons) == 2)
    assert forgiven(late) == []


def test_by_clicks_and_in_an_open_meeting_only(open_desk: Open, late: str, qtbot: QtBot) -> None:
    desk = open_desk(late)
    page = opened(desk, qtbot)
    qtbot.mouseClick(page.owing.buttons[1][1], Qt.MouseButton.LeftButton)
    form = page.owing.form
    assert form is not None
    qtbot.keyClicks(form.note, "They were ill")
    qtbot.mouseClick(form.send, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: len(page.owing.buttons) == 1)
    assert forgiven(late) == [(2, "They were ill")]
    page.close_meeting()
    until(qtbot, lambda: not page.owing.buttons)
    with open_workspace(late) as workspace:
        kept = workspace.read(meetings.summary_of).forgiven or ()
    assert [(one.lead, one.note) for one in kept] == [("L2", "They were ill")]
