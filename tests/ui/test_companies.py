"""The companies as a person uses them: the list, one of them, its people and leads."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app import companies, contacts, feed, leads, members, relay
from app.workspace import Workspace, open_workspace
from tests.ui.conftest import Open


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)


def won(workspace: Workspace) -> tuple[int, int]:
    """Make a company with one person and a won lead."""
    company = workspace.write(companies.create, {"name": "Northwind"}).entries[0].id
    person = workspace.write(contacts.create, {"first_name": "Ann", "company": company}).entries[0].id
    given = {"name": "Cold chain", "contact": person, "value": "1200", "currency": "USD"}
    lead = workspace.write(leads.create, given).entries[0].id
    workspace.write(feed.add, "contact", person, "call", "Hello", "out")
    for stage in ("Qualified", "Accepted", "Won"):
        workspace.write(leads.move, lead, workspace.context().stage(stage).id)
    workspace.write(leads.create, {"name": "Second", "company": company, "value": "10"})
    return company, person


def test_a_company_holds_its_people_leads_and_history(workspace: Workspace) -> None:
    company, person = won(workspace)
    detail = workspace.read(companies.detail, company)
    assert [(one.id, one.name) for one in detail.people] == [(person, "Ann")]
    assert [(one.name, one.state) for one in detail.leads] == [("Second", "open"), ("Cold chain", "won")]
    assert ({name: str(sum_) for name, sum_ in detail.won.items()}, list(detail.open)) == ({"USD": "1200.00"}, ["EUR"])
    assert {"call", "leads.move", "companies.create"} <= {item.what for item in detail.timeline}
    run = workspace.read(relay.of_biggest_win, company)
    assert run is not None
    assert [leg.part for leg in run.legs] == ["touch", "qualified", "accepted", "closed"]
    me = workspace.context().me
    assert me is not None
    assert {leg.member_id for leg in run.legs} == {me.id}
    (row,) = workspace.read(companies.first_page)
    assert (row.people, row.open_leads) == (1, 1)


def test_making_a_company_and_adding_somebody(open_desk: Open, url: str, qtbot: QtBot) -> None:
    desk = open_desk(url)
    window = desk.window
    window.go_to("companies")
    page = window.companies
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    window.actions_by_id["companies.new"].trigger()
    qtbot.keyClicks(page.entry, "Fjord Freight")
    qtbot.keyClick(page.entry, Qt.Key.Key_Return)
    until(qtbot, lambda: page.view.name.text() == "Fjord Freight")
    qtbot.mouseClick(page.view.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.view.person, "Grace Lindqvist")
    qtbot.keyClick(page.view.person, Qt.Key.Key_Return)
    until(qtbot, lambda: page.view.people.figure.text() == "1")
    city = page.view.fields.rows["city"].field
    city.setFocus()
    qtbot.keyClicks(city, "Oslo")
    qtbot.keyClick(city, Qt.Key.Key_Return)
    until(qtbot, lambda: window.toast.words.text() == "City of Fjord Freight saved.")
    qtbot.mouseClick(page.view.lead_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: page.view.leads.figure.text() == "1 open, 0 won, 0 lost")
    for _ in range(3):
        window.undo()
    until(qtbot, lambda: page.view.people.figure.text() == "0")
    until(qtbot, lambda: city.text() == "")


def test_a_person_is_opened_among_the_contacts(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with open_workspace(file_url) as workspace:
        workspace.write(members.add, "Tom", "tom@x.example", "sales")
        company, person = won(workspace)
    desk = open_desk(file_url)
    window = desk.window
    window.go_to("companies")
    window.companies.show_company(company)
    until(qtbot, lambda: window.companies.view.people.lines)
    assert window.companies.view.relay.isVisible()
    window.companies.view.log()
    window.companies.view.composer.writing.setPlainText("@Tom look")
    window.companies.view.composer.save()
    until(qtbot, lambda: window.toast.words.text() == "Note on Northwind saved.")
    qtbot.mouseClick(window.companies.view.people.lines[0], Qt.MouseButton.LeftButton)
    until(qtbot, lambda: window.contacts.details.contact_id == person)
    assert window.place == "contacts"
    window.go_to("companies")
    window.actions_by_id["companies.back"].trigger()
    assert window.companies.table.isVisible()
    until(qtbot, lambda: window.companies.model.rowCount() == 1)
