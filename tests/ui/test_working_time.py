"""The dialog of working time, by keys and mouse, on both engines."""

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app import administration, working_time
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.settings.working_time import WorkingTimeDialog


def opened(desk: Desk, qtbot: QtBot) -> WorkingTimeDialog:
    desk.window.actions_by_id["view.hours"].trigger()
    dialog = desk.window.dialogs.working_time
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.country.count() > 1, timeout=20_000)
    return dialog


def test_a_country_is_followed_days_are_added_and_taken_away(url: str, open_desk: Open, qtbot: QtBot) -> None:
    desk = open_desk(url)
    dialog = opened(desk, qtbot)
    place = dialog.country.findData("DE")
    dialog.country.setFocus()
    qtbot.keyClicks(dialog.country, "Deutschland")
    assert dialog.country.currentIndex() == place
    qtbot.keyClick(dialog.country, Qt.Key.Key_Return)
    dialog.country.activated.emit(place)
    dialog.year.setValue(2026)
    qtbot.waitUntil(lambda: dialog.days.count() == 9, timeout=20_000)
    dialog.part.setCurrentIndex(dialog.part.findData("BY"))
    dialog.part.activated.emit(dialog.part.currentIndex())
    qtbot.waitUntil(lambda: dialog.days.count() > 9, timeout=20_000)
    before = dialog.days.count()
    dialog.days.setCurrentRow(0)
    qtbot.keyClick(dialog.days, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: dialog.days.count() == before - 1, timeout=20_000)
    assert "1" in desk.window.toast.words.text()
    dialog.day.setDate(dialog.day.date().fromString("2026-12-24", Qt.DateFormat.ISODate))
    qtbot.keyClicks(dialog.name, "Closed early")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.days.count() == before, timeout=20_000)
    assert any("Closed early" in dialog.days.item(row).text() for row in range(dialog.days.count()))
    with open_workspace(url) as there:
        found = there.read(working_time.days_off)
    assert (found.country, found.subdivision) == ("DE", "BY")
    assert date(2026, 12, 24) in found.own
    assert date(2026, 1, 1) in found.worked
    dialog.accept()
    qtbot.waitUntil(lambda: desk.window.dialogs.working_time is None)


def test_hours_are_written_as_they_are_said(url: str, open_desk: Open, qtbot: QtBot) -> None:
    desk = open_desk(url)
    dialog = opened(desk, qtbot)
    assert dialog.hours[0].text() == "9:00–17:00"
    dialog.hours[0].setFocus()
    dialog.hours[0].selectAll()
    qtbot.keyClicks(dialog.hours[0], "8-12, 13:30-17")
    qtbot.keyClick(dialog.hours[0], Qt.Key.Key_Tab)
    qtbot.waitUntil(
        lambda: desk.window.around.context.info.working_hours["0"] == [[480, 720], [810, 1020]], timeout=20_000
    )
    qtbot.waitUntil(lambda: dialog.hours[0].text() == "8:00–12:00, 13:30–17:00", timeout=20_000)
    dialog.hours[5].setFocus()
    qtbot.keyClicks(dialog.hours[5], "in the morning")
    qtbot.keyClick(dialog.hours[5], Qt.Key.Key_Tab)
    assert "in the morning" in dialog.refused.text()
    assert dialog.refused.isVisible()
    dialog.hours[5].clear()
    dialog.days.setFocus()  # in a field, undo is the field's own
    desk.window.actions_by_id["edit.undo"].trigger()
    qtbot.waitUntil(lambda: dialog.hours[0].text() == "9:00–17:00", timeout=20_000)


def test_whoever_is_no_admin_looks_only(file_url: str, open_desk: Open, qtbot: QtBot) -> None:
    with open_workspace(file_url) as made:
        administration.add_member(made, name="Sol", email="sol@x.example", team="sales", role="member")
        made.write(working_time.add, date(2026, 12, 24), "Eve")
    dialog = opened(open_desk(file_url, "sol@x.example"), qtbot)
    dialog.year.setValue(2026)
    qtbot.waitUntil(lambda: dialog.days.count() == 1, timeout=20_000)
    assert not dialog.country.isEnabled()
    assert not dialog.add.isEnabled()
    dialog.days.setCurrentRow(0)
    assert not dialog.remove.isEnabled()
    assert dialog.hours[0].isReadOnly()


def test_years_are_filled_in_as_an_admin_opens_the_window(file_url: str, open_desk: Open, qtbot: QtBot) -> None:
    with open_workspace(file_url, clock=lambda: datetime(2026, 6, 1, tzinfo=UTC)) as made:
        made.write(working_time.follow, "ES")
    desk = open_desk(file_url, clock=lambda: datetime(2033, 2, 1, tzinfo=UTC))
    workspace = desk.jobs.workspace
    qtbot.waitUntil(
        lambda: workspace.read(working_time.days_off).until == 2033 + working_time.YEARS_AHEAD, timeout=20_000
    )
