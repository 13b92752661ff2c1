"""A new contact by keys: who is there already is told while one types, and nothing typed is lost."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app import companies, contacts
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui.contacts.new_contact import NewContact
from ui.desk import Desk


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)


def begun(desk: Desk, qtbot: QtBot) -> NewContact:
    desk.window.actions_by_id["contacts.new"].trigger()
    dialog = desk.window.contacts.newcomer
    assert dialog is not None
    until(qtbot, dialog.isVisible)
    return dialog


def type_into(dialog: NewContact, name: str, text: str) -> None:
    dialog.fields[name].setFocus()
    QTest.keyClicks(dialog.fields[name], text)


def test_a_contact_is_made_from_any_page_and_undone(open_desk: Open, url: str, qtbot: QtBot) -> None:
    with open_workspace(url) as door:
        door.write(companies.create, {"name": "Northwind"})
    desk = open_desk(url)
    desk.window.go_to("board")
    dialog = begun(desk, qtbot)
    type_into(dialog, "first_name", "Grace")
    type_into(dialog, "last_name", "Lindqvist")
    type_into(dialog, "emails", "grace@north")
    type_into(dialog, "company", "northwind")
    QTest.keyClick(dialog.fields["company"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: desk.window.toast.words.text() == "Grace Lindqvist added.")
    assert dialog.isHidden()
    with open_workspace(url) as door:
        (row,) = door.read(contacts.first_page)
        assert (row.name, row.email, row.company) == ("Grace Lindqvist", "grace@north", "Northwind")
    desk.window.undo()
    until(qtbot, lambda: not desk.jobs.unsaved and desk.jobs.is_idle)
    with open_workspace(url) as door:
        assert door.read(contacts.first_page) == []
    assert not any(field.text() for field in begun(desk, qtbot).fields.values())


def test_who_is_there_already_is_told_and_opened(open_desk: Open, url: str, qtbot: QtBot) -> None:
    with open_workspace(url) as door:
        number = door.write(contacts.create, {"first_name": "Ann", "emails": ["ann@x.example"]}).entries[0].id
    desk = open_desk(url)
    desk.window.go_to("board")
    dialog = begun(desk, qtbot)
    type_into(dialog, "emails", "ANN@x.example")
    until(qtbot, dialog.likely.isVisible)
    assert [one.id for one in dialog.likely.matches] == [number]
    assert dialog.likely.buttons[0].accessibleName() == "Open Ann"
    qtbot.mouseClick(dialog.likely.buttons[0], Qt.MouseButton.LeftButton)
    until(qtbot, lambda: desk.window.contacts.details.contact_id == number)
    assert desk.window.place == "contacts"
    assert begun(desk, qtbot).fields["emails"].text() == "ANN@x.example"


def test_what_is_wrong_is_said_under_its_field_and_esc_loses_nothing(
    open_desk: Open, file_url: str, qtbot: QtBot
) -> None:
    desk = open_desk(file_url)
    dialog = begun(desk, qtbot)
    type_into(dialog, "phones", "12")
    dialog.save_button.click()
    assert dialog.problems["phones"].isVisible()
    assert dialog.problems["emails"].isHidden()
    type_into(dialog, "phones", "3456")
    assert dialog.problems["phones"].isHidden()
    dialog.save_button.click()
    assert dialog.problems["first_name"].isVisible()
    dialog.fields["job_title"].setText("<b>Buyer</b>\ud800 " + "x" * 50_000)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert begun(desk, qtbot).fields["phones"].text() == "123456"
    assert dialog.anew.isVisible()
    type_into(dialog, "emails", "tom@x.example")
    dialog.save_button.click()
    until(qtbot, lambda: desk.window.toast.words.text() == "tom@x.example added.")
    until(qtbot, lambda: desk.window.contacts.details.name.text().startswith("tom@x"))
    dialog = begun(desk, qtbot)
    type_into(dialog, "first_name", "Bo")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    begun(desk, qtbot).anew.click()
    assert not dialog.fields["first_name"].text()
