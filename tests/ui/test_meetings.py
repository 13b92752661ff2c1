"""A meeting on the screen: run, written down, presented, closed, printed; the same on a colleague's."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app import goals, leads, meeting_time, meetings, outcomes
from app.meeting_print import printed
from app.meeting_screen import screen
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.meetings.editing import EditAction
from ui.meetings.listing import Line
from ui.meetings.notes import joined
from ui.meetings.page import MeetingsPage
from ui.printing.preview import PrintPreview, paint


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=60_000)


def opened(desk: Desk, qtbot: QtBot) -> MeetingsPage:
    desk.window.go_to("meetings")
    page = desk.window.meetings
    until(qtbot, lambda: page.agenda is not None)
    return page


def twice(card: Any, qtbot: QtBot) -> None:
    qtbot.mouseDClick(card.findChildren(Line)[0], Qt.MouseButton.LeftButton)


def missing(page: MeetingsPage, text: str) -> bool:
    return text not in texts(page) + words_of(page.wins)


def words_of(card: Any) -> str:
    return "\n".join(label.text() for label in labels(card))


def paper_of(desk: Desk, page: MeetingsPage, qtbot: QtBot) -> bytes:
    page.print_summary()
    preview = next(one for one in desk.window.findChildren(PrintPreview) if one.isVisible())
    until(qtbot, lambda: preview.pdf)
    made = preview.pdf
    preview.close()
    return made


def prepared(url: str) -> int:
    with open_workspace(url) as workspace:
        change = workspace.write(meetings.prepare)
        return next(entry.id for entry in change.entries if entry.kind == "meeting")


def texts(page: MeetingsPage) -> str:
    shown = [label.text() for card in (page.decisions, page.actions_card) for label in labels(card)]
    return "\n".join(shown).replace("\u00a0", " ")


def labels(card: Any) -> list[Any]:
    from PySide6.QtWidgets import QLabel  # noqa: PLC0415 - for this alone

    return [label for label in card.findChildren(QLabel) if label.isVisibleTo(card)]


def test_decisions_and_actions_are_typed_understood_and_undone(open_desk: Open, url: str, qtbot: QtBot) -> None:
    prepared(url)
    desk = open_desk(url)
    page = opened(desk, qtbot)
    qtbot.keyClicks(page.decisions.field, "Webinar leads go to sales")
    qtbot.keyClick(page.decisions.field, Qt.Key.Key_Return)
    until(qtbot, lambda: "Webinar leads go to sales" in texts(page))
    assert page.decisions.field.text() == ""
    qtbot.keyClicks(page.actions_card.field, "Call Amelia @Ada tomorrow")
    assert page.actions_card.understood.text().startswith("Call Amelia · Ada Admin · ")
    qtbot.keyClick(page.actions_card.field, Qt.Key.Key_Return)
    until(qtbot, lambda: "Call Amelia" in texts(page))
    with open_workspace(url) as workspace:
        lines = [line for step in workspace.read(screen).agenda.steps for line in step.lines]
    assert {type(line).__name__ for line in lines} == {"Settled", "Owed"}
    desk.window.undo()
    until(qtbot, lambda: "Call Amelia" not in texts(page))


def test_what_a_colleague_writes_is_seen(open_desk: Open, url: str, qtbot: QtBot) -> None:
    number = prepared(url)
    page = opened(open_desk(url), qtbot)
    with open_workspace(url) as colleague:
        colleague.write(outcomes.decide, number, "Decided elsewhere")
    until(qtbot, lambda: "Decided elsewhere" in texts(page))


def test_notes_of_two_who_type_at_once_are_both_kept(open_desk: Open, url: str, qtbot: QtBot) -> None:
    number = prepared(url)
    page = opened(open_desk(url), qtbot)
    qtbot.keyClicks(page.notes.text, "mine")
    with open_workspace(url) as colleague:
        colleague.write(meetings.edit, number, {"notes": "theirs"})
        until(qtbot, lambda: colleague.read(screen).notes == "theirs\nmine")


def test_a_meeting_whose_making_is_undone_is_left(open_desk: Open, url: str, qtbot: QtBot) -> None:
    number = prepared(url)
    desk = open_desk(url)
    page = opened(desk, qtbot)
    with open_workspace(url) as workspace:
        made = next(e.id for e in workspace.write(meetings.prepare).entries if e.kind == "meeting")
    page.show_meeting(made)
    until(qtbot, lambda: page.agenda is not None and page.agenda.id == made)
    with open_workspace(url) as workspace:
        workspace.write(meetings.remove, made)
    until(qtbot, lambda: page.agenda is not None and page.agenda.id == number)
    assert not desk.window.toast.isVisible()


def test_notes_that_are_refused_are_kept_with_their_meeting(open_desk: Open, url: str, qtbot: QtBot) -> None:
    first = prepared(url)
    second = prepared(url)
    desk = open_desk(url)
    page = opened(desk, qtbot)
    page.show_meeting(first)
    until(qtbot, lambda: page.agenda is not None and page.agenda.id == first)
    until(qtbot, lambda: desk.jobs.is_idle)
    # A colleague closes the meeting, and we learn of it by the save alone.
    desk.jobs.changed.disconnect(page._changed)
    with open_workspace(url) as colleague:
        colleague.write(meetings.close, first)
    qtbot.keyClicks(page.notes.text, "what I typed")
    page.show_meeting(second)
    until(qtbot, lambda: page.agenda is not None and page.agenda.id == second)
    until(qtbot, desk.window.toast.isVisible)
    assert page.notes.written == ""
    page.show_meeting(first)
    until(qtbot, lambda: page.notes.written == "what I typed")
    assert page.notes.problem.isVisible()
    assert page.notes.text.isReadOnly()
    qtbot.mouseClick(page.notes.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "what I typed"
    qtbot.mouseClick(page.notes.drop, Qt.MouseButton.LeftButton)
    assert page.notes.written == ""
    assert not page.notes.problem.isVisible()


def test_what_is_typed_while_a_save_is_under_way_is_not_doubled(open_desk: Open, url: str, qtbot: QtBot) -> None:
    number = prepared(url)
    desk = open_desk(url)
    page = opened(desk, qtbot)
    until(qtbot, lambda: desk.jobs.is_idle)
    page.notes.text.insertPlainText("Hel")
    page.minutes.save()
    page.notes.text.insertPlainText("lo")
    page.minutes.save()
    until(qtbot, lambda: desk.jobs.is_idle and not page.minutes.is_dirty)
    with open_workspace(url) as colleague:
        assert colleague.read(screen, number).notes == "Hello"


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        ("a\nb", "a\nb\nc", "a\nx", "a\nx\nc"),
        ("Hello wor", "Hello world", "Hello wor\nX", "Hello world\nX"),
        ("yes", "yes\nTom\nyes", "yes\nB", "yes\nB\nTom\nyes"),
        ("a\nb\nc", "a\nc", "a\nb\nc\nd", "a\nc\nd"),
        ("a", "mine", "theirs", "theirs\nmine"),
        ("a", "same", "same", "same"),
        ("", "mine", "theirs", "theirs\nmine"),
    ],
)
def test_notes_are_merged_by_line(base: str, mine: str, theirs: str, both: str) -> None:
    assert joined(base, mine, theirs) == both


def test_every_window_shows_the_same_step_and_its_seconds(open_desk: Open, url: str, qtbot: QtBot) -> None:
    number = prepared(url)
    first, second = open_desk(url), open_desk(url)
    mine, theirs = opened(first, qtbot), opened(second, qtbot)
    qtbot.mouseClick(mine.head.run_button, Qt.MouseButton.LeftButton)
    assert mine.clock.is_running
    until(qtbot, lambda: theirs.clock.is_running)
    mine.move_step(1)
    until(qtbot, lambda: theirs.step == 1 and theirs.clock.is_running)
    assert theirs.head.ring.toolTip() == "Ada Admin let the time run"
    theirs.clock._began -= 61
    theirs._tell_time()
    assert "01:01" <= theirs.head.time.text() < "01:30"
    qtbot.mouseClick(theirs.head.run_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: not mine.clock.is_running)
    assert mine.step == 1
    until(qtbot, lambda: first.jobs.is_idle and second.jobs.is_idle)
    with open_workspace(url) as workspace:
        found = workspace.read(screen, number).running
        assert found is not None
        assert found.seconds is None


def test_the_time_runs_on_when_a_window_is_gone(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    number = prepared(file_url)
    began = datetime.now(UTC) - timedelta(seconds=90)
    with open_workspace(file_url, clock=lambda: began) as gone:
        gone.write(meeting_time.run, gone.read(screen, number).agenda.steps[2].id)
    page = opened(open_desk(file_url), qtbot)
    assert page.step == 2
    assert page.clock.is_running
    assert 90 <= page.clock.seconds < 150
    qtbot.mouseClick(page.head.run_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: page.agenda is not None and page.agenda.steps[2].seconds >= 90 and not page.timing.is_busy)
    assert page.head.time.text() >= "01:30"


def test_lines_are_changed_where_they_stand(open_desk: Open, url: str, qtbot: QtBot) -> None:
    number = prepared(url)
    with open_workspace(url) as workspace:
        workspace.write(outcomes.decide, number, "Webinar leads go first")
        workspace.write(outcomes.add_action, number, "Call Amelia")
        workspace.write(outcomes.add_win, "Landing page live")
    desk = open_desk(url)
    page = opened(desk, qtbot)
    twice(page.decisions, qtbot)
    assert page.decisions.editor is not None
    page.decisions.editor.text.setText("Webinar leads go last")
    with open_workspace(url) as colleague:
        colleague.write(outcomes.add_win, "Another")
    until(qtbot, lambda: "Another" in words_of(page.wins))
    assert page.decisions.editor.text.text() == "Webinar leads go last"
    qtbot.keyClick(page.decisions.editor.text, Qt.Key.Key_Return)
    until(qtbot, lambda: "Webinar leads go last" in texts(page) and page.decisions.editor is None)
    twice(page.actions_card, qtbot)
    editor = page.actions_card.editor
    assert isinstance(editor, EditAction)
    editor.owner.setCurrentIndex(editor.owner.findText("Ada Admin"))
    editor.has_day.setChecked(True)
    editor.day.setDate(QDate(2031, 5, 6))
    qtbot.mouseClick(editor.save_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: "Ada Admin · 6 May 2031" in texts(page))
    twice(page.wins, qtbot)
    assert page.wins.editor is not None
    page.wins.editor.text.setText("Spanish page live")
    qtbot.keyClick(page.wins.editor.text, Qt.Key.Key_Return)
    until(qtbot, lambda: "Spanish page live" in words_of(page.wins))
    for gone in ("Spanish page live", "6 May 2031", "Webinar leads go last"):
        until(qtbot, lambda: desk.jobs.is_idle)
        desk.window.undo()
        until(qtbot, partial(missing, page, gone))


def test_a_line_that_a_colleague_changed_meanwhile_is_asked_about(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    number = prepared(file_url)
    with open_workspace(file_url) as workspace:
        decision = workspace.write(outcomes.decide, number, "One").entries[0].id
    page = opened(open_desk(file_url), qtbot)
    twice(page.decisions, qtbot)
    editor = page.decisions.editor
    assert editor is not None
    editor.text.setText("Mine")
    with open_workspace(file_url) as colleague:
        colleague.write(outcomes.edit_decision, decision, "Theirs")
    qtbot.keyClick(editor.text, Qt.Key.Key_Return)
    until(qtbot, editor.problem.isVisible)
    assert "Theirs" in editor.problem.text()
    assert editor.text.text() == "Mine"
    qtbot.keyClick(editor.text, Qt.Key.Key_Return)
    until(qtbot, lambda: "Mine" in texts(page) and page.decisions.editor is None)


def test_a_meeting_is_made_by_enter_and_changed_later(open_desk: Open, url: str, qtbot: QtBot) -> None:
    desk = open_desk(url)
    page = opened(desk, qtbot)
    page.new_meeting()
    until(qtbot, lambda: page.asking.meeting is not None and page.asking.meeting.isVisible())
    assert page.asking.meeting is not None
    qtbot.keyClick(page.asking.meeting.name, Qt.Key.Key_Return)
    until(qtbot, lambda: page.meeting_id is not None and page.agenda is not None and page.agenda.id)
    page.edit_meeting()
    dialog = page.asking.meeting
    dialog.name.setText("Marketing <b>meets</b> sales")
    dialog.day.setDate(QDate(2031, 5, 6))
    dialog.time.setTime(QTime(9, 30))
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    until(qtbot, lambda: page.head.name.text() == "Marketing <b>meets</b> sales")
    assert "6 May 2031, 09:30" in page.head.when.text().replace("\u00a0", " ")
    desk.window.undo()
    until(qtbot, lambda: page.head.name.text() != "Marketing <b>meets</b> sales")


def test_the_agenda_is_arranged_and_kept_for_new_meetings(open_desk: Open, url: str, qtbot: QtBot) -> None:
    prepared(url)
    desk = open_desk(url)
    page = opened(desk, qtbot)
    count = len(page.stepper.buttons)
    qtbot.mouseClick(page.stepper.arrange, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: page.asking.agenda is not None and page.asking.agenda.isVisible())
    dialog = page.asking.agenda
    assert dialog is not None
    qtbot.keyClick(
        dialog.steps[0].title, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    dialog.steps[0].minutes.setValue(9)
    dialog.add("")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog.problem.isVisible()
    dialog.steps[-1].title.setText("Trade fair")
    dialog.too.setChecked(True)
    assert dialog.whole.text() == "38 minutes in all"
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: len(page.stepper.buttons) == count + 1)
    assert page.stepper.buttons[0].accessibleName() == f"Step 1 of {count + 1}: Shared goals, 9 min"
    with open_workspace(url) as workspace:
        assert workspace.read(meetings.standing)[-1]["title"] == "Trade fair"
    desk.window.undo()
    until(qtbot, lambda: len(page.stepper.buttons) == count)


def test_a_closed_meeting_is_printed_to_the_same_byte_after_later_changes(
    open_desk: Open, url: str, qtbot: QtBot
) -> None:
    number = prepared(url)
    with open_workspace(url) as workspace:
        workspace.write(outcomes.decide, number, "Settled")
        action = workspace.write(outcomes.add_action, number, "Still to do").entries[0].id
        workspace.write(meetings.close, number)
    desk = open_desk(url)
    page = opened(desk, qtbot)
    before = paper_of(desk, page, qtbot)
    with open_workspace(url) as workspace:
        workspace.write(outcomes.finish_action, action)
        workspace.write(outcomes.edit_action, action, {"title": "Something else"})
        workspace.write(outcomes.add_win, "Later")
        workspace.write(leads.create, {"name": "Later", "value": "10"})
        values = {"name": "Later", "metric": "won", "target": Decimal(3)}
        workspace.write(goals.create, values | {"starts": date(2020, 1, 1), "ends": date(2040, 1, 1)})
    until(qtbot, lambda: desk.jobs.is_idle)
    assert paper_of(desk, page, qtbot) == before


def test_presenting_goes_by_arrows(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    prepared(file_url)
    page = opened(open_desk(file_url), qtbot)
    page.present()
    shown = page.presentation
    assert shown is not None
    first = shown.step.text()
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert shown.step.text() != first
    assert page.step == 1
    qtbot.keyClick(shown, Qt.Key.Key_Left)
    assert shown.step.text() == first
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_a_closed_meeting_stands_and_its_open_actions_come_back(open_desk: Open, url: str, qtbot: QtBot) -> None:
    number = prepared(url)
    with open_workspace(url) as workspace:
        workspace.write(outcomes.add_action, number, "Still to do")
    page = opened(open_desk(url), qtbot)
    page.close_meeting()
    until(qtbot, lambda: page.agenda is not None and page.agenda.closed is not None)
    assert not page.decisions.field.isVisible()
    with open_workspace(url) as workspace:
        first = workspace.read(printed, number)
        assert workspace.read(printed, number) == first
    page.new_meeting()
    until(qtbot, lambda: page.asking.meeting is not None)
    assert page.asking.meeting is not None
    page.asking.meeting._choose()
    until(qtbot, lambda: page.meeting_id != number and page.agenda is not None and page.agenda.closed is None)
    until(qtbot, lambda: "Still to do" in texts(page))


def test_the_summary_is_shown_saved_and_printed(
    open_desk: Open, file_url: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = prepared(file_url)
    desk = open_desk(file_url)
    page = opened(desk, qtbot)
    page.print_summary()
    (preview,) = desk.window.findChildren(PrintPreview)
    until(qtbot, lambda: preview.document.pageCount() == 1)
    assert preview.said.text() == "1 page"
    saved = tmp_path / "summary.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    qtbot.mouseClick(preview.save_button, Qt.MouseButton.LeftButton)
    with open_workspace(file_url) as workspace:
        assert saved.read_bytes()[:5] == workspace.read(printed, number)[:5] == b"%PDF-"
    before = preview.pdf
    preview.paper.setCurrentIndex(1)
    until(qtbot, lambda: preview.pdf != before and preview.print_button.isEnabled())
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    paint(preview.document, printer)
    assert (tmp_path / "paper.pdf").stat().st_size > 10_000
    preview.close()
