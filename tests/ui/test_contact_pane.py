"""The pane of a contact as a person uses it: notes, calls, tasks, fields, the stage bar, colleagues meanwhile."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from app import contacts, feed, leads, members, timeline
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui.desk import Desk


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)


def made(url: str, **values: Any) -> int:
    with open_workspace(url) as workspace:
        return workspace.write(contacts.create, values).entries[0].id


def opened(open_desk: Open, url: str, qtbot: QtBot, name: str) -> Desk:
    desk = open_desk(url)
    until(qtbot, lambda: desk.window.contacts.details.name.text() == name)
    for _ in range(10):  # what is read a second time at the start replaces the lines of lists
        until(qtbot, lambda: desk.jobs.is_idle)
        qtbot.wait(50)
    return desk


def whats(url: str, number: int) -> list[str]:
    with open_workspace(url) as workspace:
        return [item.what for item in workspace.read(timeline.timeline, "contact", number)]


def test_a_note_in_two_keys_and_back(open_desk: Open, url: str, qtbot: QtBot) -> None:
    number = made(url, first_name="Ann")
    with open_workspace(url) as workspace:
        workspace.write(members.add, "Tom Becker", "tom@harbor.example", "sales")
    desk = opened(open_desk, url, qtbot, "Ann")
    pane = desk.window.contacts.details
    desk.window.actions_by_id["contacts.log"].trigger()
    assert pane.composer.isVisible()
    until(qtbot, pane.composer.writing.hasFocus)
    qtbot.keyClicks(pane.composer.writing, "Look here, @to")
    assert pane.composer.writing.completer.currentCompletion() == "Tom Becker"
    qtbot.keyClick(pane.composer.writing, Qt.Key.Key_Return)
    assert pane.composer.writing.toPlainText() == "Look here, @Tom Becker "
    qtbot.keyClick(pane.composer.writing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not pane.composer.isVisible()
    until(qtbot, lambda: desk.window.toast.words.text() == "Note on Ann saved.")
    assert whats(url, number) == ["note", "contacts.create"]
    desk.window.undo()
    until(qtbot, lambda: whats(url, number) == ["contacts.create"])


def test_what_was_begun_comes_back_with_its_contact(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    made(file_url, first_name="Ann")
    made(file_url, first_name="Bob")
    desk = opened(open_desk, file_url, qtbot, "Ann")
    page = desk.window.contacts
    pane = page.details
    pane.composer.begin("call")
    pane.composer.writing.setPlainText("Wants two")
    pane.fields["city"].setFocus()
    phones = pane.form.many["phones"]
    phones.begin()
    qtbot.keyClicks(phones.rows[0].field, "no")
    desk.window.actions_by_id["contacts.next"].trigger()
    until(qtbot, lambda: pane.name.text() == "Bob")
    assert pane.composer.writing.toPlainText() == ""
    assert not pane.composer.isVisible()
    assert not phones.rows
    desk.window.actions_by_id["contacts.previous"].trigger()
    until(qtbot, lambda: pane.name.text() == "Ann")
    assert pane.composer.writing.toPlainText() == "Wants two"
    assert pane.composer.isVisible()
    assert phones.rows[0].field.text() == "no"


def test_the_next_contact_alone_is_chosen_though_a_key_is_held(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    for name in ("Ann", "Bob", "Cid"):
        made(file_url, first_name=name)
    desk = opened(open_desk, file_url, qtbot, "Ann")
    page = desk.window.contacts
    table, pane = page.table, page.details
    begin = table.visualRect(page.model.index(0, 0)).center()
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=begin)
        until(qtbot, lambda: pane.name.text() == "Ann")
        qtbot.keyPress(table, Qt.Key.Key_Control, modifier)  # it is held as long as nobody lets it go
        desk.window.actions_by_id["contacts.next"].trigger()
        assert page.acts.picks.count == 1
        assert table.currentIndex().row() == 1
        until(qtbot, lambda: pane.name.text() == "Bob")
        qtbot.keyRelease(table, Qt.Key.Key_Control)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.acts.picks.ids().tolist() == [page.model.id_at(1), page.model.id_at(2)]  # from where one stood


def test_what_was_refused_after_one_went_on_comes_back(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    number = made(file_url, first_name="Ann", city="Rome")
    made(file_url, first_name="Bob")
    desk = opened(open_desk, file_url, qtbot, "Ann")
    page = desk.window.contacts
    pane = page.details
    field = pane.fields["city"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Oslo")
    with open_workspace(file_url) as workspace:
        workspace.write(contacts.edit, number, {"city": "Hull"})
    desk.window.actions_by_id["contacts.next"].trigger()
    until(qtbot, lambda: pane.name.text() == "Bob" and desk.jobs.unsaved == 0)
    assert field.text() == ""
    desk.window.actions_by_id["contacts.previous"].trigger()
    until(qtbot, lambda: pane.name.text() == "Ann")
    assert field.text() == "Oslo"
    until(qtbot, pane.form.rows["city"].choice.isVisible)
    assert pane.form.rows["city"].choice.theirs.text() == "Hull"


def test_what_is_no_value_is_said_under_its_field(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    number = made(file_url, first_name="Ann", emails=["ann@x.example"])
    desk = opened(open_desk, file_url, qtbot, "Ann")
    pane = desk.window.contacts.details
    row = pane.form.many["emails"].rows[0]
    row.field.setFocus()
    row.field.selectAll()
    qtbot.keyClicks(row.field, "ann at x")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert row.problem.isVisible()
    assert row.field.text() == "ann at x"
    row.field.selectAll()
    qtbot.keyClicks(row.field, "ann@y.example")
    assert not row.problem.isVisible()
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    with open_workspace(file_url) as workspace:
        until(qtbot, lambda: workspace.read(contacts.detail, number).values["emails"] == ["ann@y.example"])


def test_a_new_company_by_typing_it_and_tags(open_desk: Open, url: str, qtbot: QtBot) -> None:
    number = made(url, first_name="Ann", tags=["vip"])
    desk = opened(open_desk, url, qtbot, "Ann")
    pane = desk.window.contacts.details
    field = pane.fields["company"]
    field.setFocus()
    qtbot.keyClicks(field, "Fjord Freight")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    with open_workspace(url) as workspace:
        until(qtbot, lambda: workspace.read(contacts.detail, number).company == "Fjord Freight")
        until(qtbot, lambda: field.text() == "Fjord Freight")
        pane.form.tags.begin()
        qtbot.keyClicks(pane.form.tags.entry, "press")
        qtbot.keyClick(pane.form.tags.entry, Qt.Key.Key_Return)
        until(qtbot, lambda: workspace.read(contacts.detail, number).values["tags"] == ["vip", "press"])
        desk.window.undo()
        desk.window.undo()
        until(qtbot, lambda: workspace.read(contacts.detail, number).company == "")


def test_the_stage_bar_moves_the_lead_and_the_step_is_ticked_off(open_desk: Open, url: str, qtbot: QtBot) -> None:
    number = made(url, first_name="Ann")
    with open_workspace(url) as workspace:
        lead = workspace.write(leads.create, {"contact": number, "name": "Big"}).entries[0].id
    desk = opened(open_desk, url, qtbot, "Ann")
    part = desk.window.contacts.details.lead_part
    until(qtbot, lambda: part.card.step.text() == "No next step")
    qtbot.mouseClick(part.card.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(part.card.entry, "Send the offer tomorrow")
    qtbot.keyClick(part.card.entry, Qt.Key.Key_Return)
    until(qtbot, lambda: part.card.step.text() == "Send the offer")
    assert part.card.pill.isVisible()
    qtbot.mouseClick(part.card.done_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: part.card.step.text() == "No next step")
    step = next(one for one in part.bar.steps if one.stage.name == "Qualified")
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: part.lead is not None and part.lead.stage_id == step.stage.id)
    until(qtbot, lambda: desk.window.toast.words.text() == "Big moved to Qualified.")
    value = part.value.field
    value.setFocus()
    qtbot.keyClicks(value, "1,250.50 USD")
    qtbot.keyClick(value, Qt.Key.Key_Return)
    until(qtbot, lambda: part.lead is not None and part.lead.currency == "USD")
    assert part.lead is not None
    assert (part.lead.id, str(part.lead.value)) == (lead, "1250.50")


def test_calling_opens_the_telephone_and_offers_to_log(
    open_desk: Open, file_url: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = made(file_url, first_name="Ann", phones=["+44 20 7946 0958"])
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    desk = opened(open_desk, file_url, qtbot, "Ann")
    pane = desk.window.contacts.details
    qtbot.mouseClick(pane.call_button, Qt.MouseButton.LeftButton)
    assert asked == ["tel:+442079460958"]
    pane.composer.minutes.setValue(12)
    pane.composer.when.setText("yesterday 16:30")
    qtbot.keyClicks(pane.composer.writing, "Wants two sites")
    pane.composer.save_button.click()
    with open_workspace(file_url) as workspace:
        until(qtbot, lambda: len(workspace.read(timeline.page, "contact", number, "talks").items) == 1)
        (item,) = workspace.read(timeline.page, "contact", number, "talks").items
    assert (item.what, item.direction, item.minutes, item.text) == ("call", "out", 12, "Wants two sites")


def test_own_words_are_changed_and_the_timeline_narrowed(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    number = made(file_url, first_name="Ann")
    with open_workspace(file_url) as workspace:
        for place in range(70):
            workspace.write(feed.add, "contact", number, "note", f"Note {place}")
    desk = opened(open_desk, file_url, qtbot, "Ann")
    line = desk.window.contacts.details.timeline
    until(qtbot, lambda: len(line.lines) == timeline.NEWEST)
    line.show_older()
    until(qtbot, lambda: len(line.lines) == 71)
    line.narrow("edits")
    until(qtbot, lambda: len(line.lines) == 1)
    line.narrow("notes")
    until(qtbot, lambda: len(line.lines) > 1)
    composer = desk.window.contacts.details.composer
    line.change_asked.emit(line.items[0])
    assert composer.writing.toPlainText() == "Note 69"
    composer.writing.setPlainText("Better")
    composer.save()
    until(qtbot, lambda: line.items[0].text == "Better")
