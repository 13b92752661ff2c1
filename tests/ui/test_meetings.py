"""A meeting on the screen: run, written down, presented, closed, printed; the same on a colleague's."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app import meetings, outcomes
from app.meeting_print import printed
from app.meeting_screen import screen
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui.main import Desk
from ui.meetings.notes import joined
from ui.meetings.page import MeetingsPage
from ui.printing.preview import PrintPreview, paint


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)


def opened(desk: Desk, qtbot: QtBot) -> MeetingsPage:
    desk.window.go_to("meetings")
    page = desk.window.meetings
    until(qtbot, lambda: page.agenda is not None)
    return page


def prepared(url: str) -> int:
    with open_workspace(url) as workspace:
        change = workspace.write(meetings.prepare)
        return next(entry.id for entry in change.entries if entry.kind == "meeting")


def texts(page: MeetingsPage) -> str:
    return "\n".join(label.text() for card in (page.decisions, page.actions_card) for label in labels(card))


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


def test_time_is_counted_and_written_down(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    prepared(file_url)
    desk = open_desk(file_url)
    page = opened(desk, qtbot)
    qtbot.mouseClick(page.head.run_button, Qt.MouseButton.LeftButton)
    assert page.clock.step is not None
    page.clock._began -= 61
    page._tell_time()
    assert page.head.time.text() == "01:01"
    page.move_step(1)
    until(qtbot, lambda: page.agenda is not None and page.agenda.steps[0].seconds >= 61)
    assert page.stepper.buttons[0].is_done
    qtbot.mouseClick(page.head.run_button, Qt.MouseButton.LeftButton)
    assert page.clock.step is None
    until(qtbot, lambda: desk.jobs.is_idle)


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
