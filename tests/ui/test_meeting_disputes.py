"""Disputed rejections on the meeting's page: ruled on by key and by click, seen by colleagues, undone, kept."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app import leads, meetings
from app.handoffs import answering, disputes, reading
from app.workspace import open_workspace
from tests.helpers.agreeing import Condition, version
from tests.helpers.commands import asked, run
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.meetings.page import MeetingsPage


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)


@pytest.fixture
def disputed(url: str) -> tuple[str, list[int]]:
    """A workspace with a meeting and two leads whose rejection is disputed, judged by a definition."""
    with open_workspace(url) as opened:
        version(
            opened, 1, (Condition("has:source", 20, label="Has a source"),), published=datetime(2026, 1, 5, tzinfo=UTC)
        )
    with open_workspace(url) as opened:
        opened.write(meetings.prepare)
        reason = opened.context().reason("Wrong person", "reject").id
        found = []
        for name in ("Nora Vidal", "Omar Haddad"):
            change = opened.write(leads.create, {"name": name, "source": "web"})
            lead = next(entry.id for entry in change.entries if entry.kind == "lead")
            opened.write(answering.send, lead, None, pool=True)
            opened.write(answering.reject, lead, reason, "Not who decides")
            opened.write(disputes.dispute, lead, "She signs the orders")
            found.append(lead)
    return url, found


def opened(desk: Desk, qtbot: QtBot) -> MeetingsPage:
    desk.window.go_to("meetings")
    page = desk.window.meetings
    until(qtbot, lambda: len(page.disputes.views) == 2)
    return page


def said(page: MeetingsPage) -> str:
    return "\n".join(one.text() for one in page.disputes.findChildren(QLabel) if one.isVisibleTo(page.disputes))


def shows(page: MeetingsPage, words: str) -> bool:
    return words in said(page)


def rulings(url: str, lead: int) -> tuple[str | None, str, str | None]:
    with open_workspace(url) as workspace:
        found = workspace.read(reading.of_lead, lead)[0]
    return found.ruling, found.ruling_note, found.clause_key


def test_a_dispute_is_ruled_on_by_keys_and_the_second_window_sees_it(
    open_desk: Open, disputed: tuple[str, list[int]], qtbot: QtBot
) -> None:
    url, (nora, omar) = disputed
    desk, colleague = open_desk(url), open_desk(url)
    page, other = opened(desk, qtbot), opened(colleague, qtbot)
    for words in ("Wrong person", "Not who decides", "She signs the orders", "Has a source"):
        assert words in said(page)
    desk.window.actions_by_id["meeting.overturn"].trigger()
    form = page.disputes.form
    assert form is not None
    assert form.note.hasFocus() or not desk.window.isActiveWindow()
    qtbot.keyClicks(form.note, "Who signs is the right person")
    form.example.setCurrentIndex(form.example.findData("c0"))
    qtbot.keyClick(form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    for each in (page, other):
        until(qtbot, partial(shows, each, "Who signs is the right person"))
        assert [bool(one.buttons) for one in each.disputes.views] == [False, True]
    assert page.disputes.form is None
    assert rulings(url, nora) == ("overturned", "Who signs is the right person", "c0")
    desk.window.undo()
    until(qtbot, lambda: all(one.buttons for one in other.disputes.views))
    assert rulings(url, nora) == (None, "", None)
    assert rulings(url, omar)[0] is None


def test_by_clicks_upheld_printed_and_kept_when_the_meeting_is_closed(
    open_desk: Open, disputed: tuple[str, list[int]], qtbot: QtBot
) -> None:
    url, (_, omar) = disputed
    desk = open_desk(url)
    page = opened(desk, qtbot)
    qtbot.mouseClick(page.disputes.views[1].buttons["upheld"], Qt.MouseButton.LeftButton)
    form = page.disputes.form
    assert form is not None
    assert not form.send.isEnabled()
    qtbot.keyClicks(form.note, "A demo alone is not enough")
    qtbot.keyClick(form.note, Qt.Key.Key_Escape)
    assert page.disputes.form is None
    assert rulings(url, omar)[0] is None
    qtbot.mouseClick(page.disputes.views[1].buttons["upheld"], Qt.MouseButton.LeftButton)
    form = page.disputes.form
    assert form is not None
    assert form.note.toPlainText() == "A demo alone is not enough"
    qtbot.mouseClick(form.send, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: "Upheld by" in said(page))
    assert rulings(url, omar) == ("upheld", "A demo alone is not enough", None)
    page.close_meeting()
    until(qtbot, lambda: page.agenda is not None and page.agenda.closed is not None)
    until(qtbot, lambda: "Upheld by" in said(page))
    assert not any(one.buttons for one in page.disputes.views)
    with open_workspace(url) as workspace:
        frozen = workspace.read(meetings.summary_of)
    assert [one.ruling for one in frozen.disputes or ()] == ["", "upheld"]


def test_a_ruling_that_a_colleague_was_quicker_with_is_refused_and_what_was_typed_stays(
    open_desk: Open, disputed: tuple[str, list[int]], qtbot: QtBot
) -> None:
    url, (nora, _) = disputed
    desk = open_desk(url)
    page = opened(desk, qtbot)
    page.disputes.begin("overturned")
    form = page.disputes.form
    assert form is not None
    qtbot.keyClicks(form.note, "Mine")
    with open_workspace(url) as colleague:
        colleague.write(disputes.rule, nora, "upheld", "Theirs", page.meeting_id)
    until(qtbot, lambda: "Theirs" in said(page))
    qtbot.mouseClick(form.send, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: form.problem.isVisibleTo(form) and form.problem.text())
    assert form.note.toPlainText() == "Mine"
    assert rulings(url, nora)[0] == "upheld"


def test_a_click_opens_the_handoff(open_desk: Open, disputed: tuple[str, list[int]], qtbot: QtBot) -> None:
    desk = open_desk(disputed[0])
    page = opened(desk, qtbot)
    qtbot.mouseClick(page.disputes.views[0].lead, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: desk.window.place == "handoffs")
    pane = desk.window.handoffs.pane
    until(qtbot, lambda: pane.dossier is not None and pane.dossier.brief.handoff.lead == "Nora Vidal")


def test_a_ruling_is_an_example_at_its_clause_and_its_definition(
    open_desk: Open, disputed: tuple[str, list[int]], qtbot: QtBot
) -> None:
    url, (nora, omar) = disputed
    with open_workspace(url) as workspace:
        workspace.write(disputes.rule, nora, "overturned", "Who signs is the right person", None, "c0")
    desk = open_desk(url)
    desk.window.actions_by_id["go.agreement"].trigger()
    page = desk.window.agreement
    until(qtbot, lambda: page.pane is not None and page.pane.examples.buttons["c0"].text() == "Examples: 1")
    with open_workspace(url) as colleague:
        colleague.write(disputes.rule, omar, "upheld", "A demo alone is not enough")
    until(qtbot, lambda: page.pane is not None and page.pane.examples.buttons[""].text() == "Examples: 2")
    desk.window.actions_by_id["agreement.examples"].trigger()
    dialog = page.examples.dialog
    assert dialog is not None
    assert {one.text() for one in dialog.leads} == {"Nora Vidal", "Omar Haddad"}
    dialog.accept()
    assert page.pane is not None
    qtbot.mouseClick(page.pane.examples.buttons["c0"], Qt.MouseButton.LeftButton)
    dialog = page.examples.dialog
    assert dialog is not None
    told = "\n".join(one.text() for one in dialog.findChildren(QLabel))
    for words in ("Has a source", "“Who signs is the right person”", "Wrong person", "A lead"):
        assert words in told
    qtbot.mouseClick(dialog.leads[0], Qt.MouseButton.LeftButton)
    until(qtbot, lambda: desk.window.place == "handoffs")
    found = asked("agreement", url, "examples")["examples"]
    assert [one["clause_key"] for one in found["mql"]] == [None, "c0"]
    assert "MQL, c0: Nora Vidal" in run("agreement", url, "examples").stdout
