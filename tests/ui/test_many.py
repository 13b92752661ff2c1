"""Many rows at once: selected, tagged, assigned, changed, exported, binned, and taken back as one act."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app import bulk, contacts, settings
from app.workspace import Workspace, open_workspace
from tests.helpers.histories import add_fields
from tests.ui.conftest import Open
from ui.lists.dialogs import FieldDialog, OwnerDialog, TagsDialog
from ui.lists.table import ListTable
from ui.rows_model import FIRST
from ui.window import Window

COUNT = FIRST + 40


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.FOLDER, str(tmp_path / "config"))


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=20_000)


def fill(workspace: Workspace, count: int = COUNT) -> list[int]:
    return [
        workspace.write(contacts.create, {"first_name": f"N{number:03}", "city": "Rome"}).entries[0].id
        for number in range(count)
    ]


def opened(open_desk: Open, url: str, qtbot: QtBot, count: int = COUNT) -> Window:
    with open_workspace(url) as workspace:
        fill(workspace, count)
    window = open_desk(url).window
    page = window.contacts
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    until(qtbot, lambda: page.model.is_whole and page.model.rowCount() == count and page.details.isVisible())
    return window


def click(qtbot: QtBot, table: ListTable, row: int, *, held: Any = Qt.KeyboardModifier.NoModifier) -> None:
    at = table.visualRect(table.model().index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, at)


def answered(qtbot: QtBot, window: Window, kind: type) -> Any:
    until(qtbot, lambda: window.contacts.findChild(kind) is not None)
    dialog: Any = window.contacts.findChild(kind)
    until(qtbot, dialog.isVisible)
    return dialog


def found(url: str, query: str) -> int:
    with open_workspace(url) as workspace:
        return len(workspace.read(contacts.ids, query))


def test_rows_are_picked_tagged_and_taken_back(open_desk: Open, url: str, qtbot: QtBot) -> None:
    window = opened(open_desk, url, qtbot)
    page, table, bar = window.contacts, window.contacts.table, window.contacts.acts.bar
    top = table.mapTo(window, QPoint()).y()
    click(qtbot, table, 2)
    assert not bar.isVisible()
    click(qtbot, table, 4, held=Qt.KeyboardModifier.ControlModifier)
    assert bar.isVisible()
    assert bar.label.text() == "2 selected"
    assert table.mapTo(window, QPoint()).y() == top  # nothing moves under the pointer
    click(qtbot, table, 7, held=Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
    assert bar.label.text() == "5 selected"
    qtbot.mouseClick(bar.buttons["contacts.tag"], Qt.MouseButton.LeftButton)
    dialog = answered(qtbot, window, TagsDialog)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert dialog.problem.text() == "Write a tag."
    qtbot.keyClicks(dialog.value, "VIP, cold chain")
    qtbot.keyClick(dialog.value, Qt.Key.Key_Return)
    until(qtbot, lambda: "“VIP”, “cold chain” added to 5 contacts." in window.toast.words.text())
    until(qtbot, lambda: row_of(window, 4).tags == ("VIP", "cold chain"))
    assert page.acts.picks.count == 5
    assert found(url, "tag:vip") == 5
    window.toast.undo.click()
    until(qtbot, lambda: window.toast.words.text() == "Undone: 5 contacts")
    assert found(url, "tag:vip") == 0
    window.redo()
    until(qtbot, lambda: found(url, "tag:vip") == 5)


def test_all_rows_are_more_than_those_at_hand(
    open_desk: Open, url: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "BLOCK", 30)
    window = opened(open_desk, url, qtbot)
    page, table = window.contacts, window.contacts.table
    table.setFocus()
    # The head would ask each selected row for each column whether it can be selected, a million of them too.
    assert not table.horizontalHeader().selectionModel().hasSelection()
    window.actions_by_id["contacts.all"].trigger()
    assert not table.horizontalHeader().selectionModel().hasSelection()
    assert page.acts.picks.count == COUNT
    click(qtbot, table, 3, held=Qt.KeyboardModifier.ControlModifier)
    assert page.acts.bar.label.text() == f"{COUNT - 1} selected"
    page.sort_by("-name")  # the rows move; all but that one stay selected
    until(qtbot, lambda: page.model.is_whole and row_of(window, 0) and row_of(window, 0).name == "N103")
    until(qtbot, lambda: page.acts.picks.count == COUNT - 1)
    window.actions_by_id["contacts.owner"].trigger()
    dialog = answered(qtbot, window, OwnerDialog)
    dialog.value.setCurrentIndex(dialog.value.findText("Ada Admin"))
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: f"Ada Admin owns {COUNT - 1} contacts now." in window.toast.words.text())
    assert found(url, "owner:Ada") == COUNT - 1
    page.search("owner:none")
    until(qtbot, lambda: page.model.rowCount() == 1)
    assert page.acts.picks.count <= 1
    assert not page.acts.bar.isVisible()
    window.undo()
    until(qtbot, lambda: window.toast.words.text() == f"Undone: {COUNT - 1} contacts")
    assert found(url, "owner:none") == COUNT
    until(qtbot, lambda: page.model.rowCount() == COUNT)


def test_a_field_of_many_takes_whatever_is_pasted(open_desk: Open, url: str, qtbot: QtBot) -> None:
    with open_workspace(url) as workspace:
        add_fields(workspace, ["Budget"], "number", "contact")
    window = opened(open_desk, url, qtbot, 6)
    page = window.contacts
    page.acts.picks.choose_all()
    window.actions_by_id["contacts.field"].trigger()
    dialog = answered(qtbot, window, FieldDialog)
    dialog.field.setCurrentIndex(dialog.field.findData("custom:Budget"))
    dialog.value.setText("many")
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert dialog.problem.isVisible()
    assert dialog.isVisible()
    dialog.field.setCurrentIndex(dialog.field.findData("job_title"))
    assert not dialog.problem.isVisible()
    pasted = "<b>Head</b>\u202e\x07 & " + "x" * 50_000
    dialog.value.setText(pasted)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: window.toast.words.text() == "Job title changed for 6 contacts.")
    until(qtbot, lambda: table_says(window, "job_title").startswith("<b>Head</b>"))
    assert len(table_says(window, "job_title")) > 50_000
    page.table.choose_columns(["name", "job_title", "tags"])
    assert not page.table.grab().isNull()
    window.undo()
    until(qtbot, lambda: table_says(window, "job_title") == "")


def said_at_end(window: Window, words: str) -> bool:
    return window.toast.words.text().endswith(words)


def row_of(window: Window, row: int) -> Any:
    return window.contacts.model.row(row)


def name_at(window: Window, row: int) -> str:
    found = row_of(window, row)
    return "" if found is None else str(found.name)


def table_says(window: Window, name: str) -> str:
    row = window.contacts.model.row(0)
    return "" if row is None else str(getattr(row, name))


def test_what_a_colleague_changed_since_is_told(open_desk: Open, url: str, qtbot: QtBot) -> None:
    window = opened(open_desk, url, qtbot, 5)
    page = window.contacts
    page.acts.picks.choose_all()
    page.acts._edit("city", "City", "Oslo")
    until(qtbot, lambda: window.toast.words.text() == "City changed for 5 contacts.")
    with open_workspace(url) as colleague:
        colleague.write(contacts.edit, page.model.id_at(1), {"city": "Bern"})
    until(qtbot, lambda: row_of(window, 1).city == "Bern")
    window.toast.undo.click()
    until(qtbot, lambda: "1 was changed by a colleague since and stays as it is." in window.toast.words.text())
    until(qtbot, lambda: [row_of(window, row).city for row in range(5)] == ["Rome", "Bern", "Rome", "Rome", "Rome"])


def test_the_list_holds_still_while_colleagues_work(open_desk: Open, url: str, qtbot: QtBot) -> None:
    window = opened(open_desk, url, qtbot, 6)
    page, pill = window.contacts, window.contacts.pill
    page.search("city:Rome")
    until(qtbot, lambda: page.model.is_whole and page.model.query == "city:Rome")
    page.table.choose(3)
    names = [row_of(window, row).name for row in range(6)]
    with open_workspace(url) as colleague:
        colleague.write(contacts.create, {"first_name": "A first", "city": "Rome"})
        colleague.write(contacts.edit, page.model.id_at(2), {"city": "Oslo", "job_title": "Chef"})
    until(qtbot, lambda: pill.isVisible() and pill.text().strip() == "1 new, 1 left the list")
    until(qtbot, lambda: row_of(window, 2).job_title == "Chef")  # what changed is seen where it stands
    assert [row_of(window, row).name for row in range(6)] == names
    assert page.model.is_gone(row_of(window, 2).id)
    spoken = page.model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "N002, no longer in this list"
    assert not page.table.grab().isNull()
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: name_at(window, 0) == "A first")
    assert page.model.rowCount() == 6
    assert not pill.isVisible()
    assert row_of(window, page.table.currentIndex().row()).name == names[3]
    with open_workspace(url) as colleague:
        colleague.write(contacts.remove, page.model.id_at(0))
    until(qtbot, pill.isVisible)
    window.refresh()
    until(qtbot, lambda: page.model.rowCount() == 5 and not pill.isVisible())


def test_keys_and_the_menu_of_rows(open_desk: Open, url: str, qtbot: QtBot) -> None:
    window = opened(open_desk, url, qtbot, 6)
    page, table = window.contacts, window.contacts.table
    table.setFocus()
    table.choose(1)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert not page.details.isVisible()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert page.details.isVisible()
    assert table.hasFocus()
    city = next(place for place, one in enumerate(table.columns) if one.name == "city")
    table.choose_columns(["name", "city"])
    model = table.selectionModel()
    model.setCurrentIndex(table.model().index(1, city), QItemSelectionModel.SelectionFlag.NoUpdate)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    assert page.details.fields["city"].hasFocus()
    table.setFocus()
    table.choose(1)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.acts.picks.count == 2
    window.actions_by_id["contacts.copy"].trigger()
    until(qtbot, lambda: window.toast.words.text() == "2 contacts copied.")
    assert QGuiApplication.clipboard().text() == "N001\tRome\nN002\tRome"
    table.menu_asked.emit(table.mapToGlobal(QPoint(40, 60)))
    menu = next(one for one in page.findChildren(QMenu) if one.isVisible())
    said = [action.text().partition("\t")[0] for action in menu.actions()]
    assert "Move to &bin" in said
    assert "&Open" not in said  # of one row only
    next(action for action in menu.actions() if action.objectName() == "contacts.bin").trigger()
    menu.close()
    until(qtbot, lambda: window.toast.words.text() == "2 contacts moved to the bin.")
    until(qtbot, lambda: page.model.rowCount() == 4)
    window.toast.undo.click()
    until(qtbot, lambda: page.model.rowCount() == 6)


def test_those_picked_are_exported(open_desk: Open, file_url: str, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(open_desk, file_url, qtbot, 6)
    page = window.contacts
    page.acts.picks.choose_all()
    for name in ("out.csv", "out.xlsx"):
        page.acts.export.write(page.acts.picks.ids(), tmp_path / name)
        until(qtbot, (tmp_path / name).exists)
        until(qtbot, partial(said_at_end, window, f"{name}."))
    page.acts.export.write(page.acts.picks.ids(), tmp_path / "none" / "out.csv")
    until(qtbot, lambda: "cannot be written" in window.toast.words.text())


def test_a_long_act_can_be_stopped(
    open_desk: Open, file_url: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "BLOCK", 1)
    window = opened(open_desk, file_url, qtbot, 40)
    page = window.contacts
    page.acts.picks.choose_all()
    page.acts._work._slow.setInterval(0)
    page.acts._tag(["slow"])
    until(qtbot, page.acts.bar.progress.isVisible)
    page.acts.bar.stop.click()
    until(qtbot, lambda: "Stopped;" in window.toast.words.text())
    tagged = found(file_url, "tag:slow")
    assert 0 < tagged < 40
    assert page.acts.bar.buttons["contacts.tag"].isVisible()
    window.undo()
    until(qtbot, lambda: window.toast.words.text().startswith("Undone"))
    assert found(file_url, "tag:slow") == 0


def beside(window: Window) -> str:
    """Return whom the pane shows."""
    detail = window.contacts.details.detail
    return "" if detail is None else str(detail.values["name"])


def test_the_pane_stays_with_whom_one_works_on(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    window = opened(open_desk, file_url, qtbot, 6)
    page = window.contacts
    page.search("city:Rome")
    until(qtbot, lambda: page.model.is_whole and page.model.query == "city:Rome")
    page.table.choose(2)
    until(qtbot, lambda: beside(window) == "N002")
    page.acts._edit("city", "City", "Oslo")  # that one leaves the list by what I do
    until(qtbot, lambda: page.model.rowCount() == 5)
    assert beside(window) == "N002"
    page.table.choose(1)
    until(qtbot, lambda: beside(window) == "N001")
    window.actions_by_id["contacts.bin"].trigger()
    until(qtbot, lambda: page.model.rowCount() == 4)
    until(qtbot, lambda: beside(window) == "N003")  # the next one takes the place of what was binned


def test_rows_are_seen_before_all_are_counted_after_a_search_that_found_nothing(
    open_desk: Open, url: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(open_desk, url, qtbot)
    page = window.contacts
    page.search("nobody")
    until(qtbot, lambda: page.model.is_whole and not page.table.isVisible())
    gate = threading.Event()
    every = page.model.source.ids

    def late(*asked: Any) -> Any:
        gate.wait(20)
        return every(*asked)

    monkeypatch.setattr(page.model.source, "ids", late)
    try:
        page.search("")
        until(qtbot, page.table.isVisible)
        assert page.model.rowCount() == FIRST
        assert not page.model.is_whole
    finally:
        gate.set()
    until(qtbot, lambda: page.model.rowCount() == COUNT)
