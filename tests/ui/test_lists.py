"""Lists as people arrange them: columns, their order and width, kept for a member and in a view."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import event
from sqlalchemy.engine.interfaces import CacheStats

from app import companies, contacts, feed, leads, settings, views
from app.workspace import Workspace, open_workspace
from tests.helpers.agreeing import Condition, version
from tests.helpers.histories import add_fields, add_members
from tests.ui.conftest import Open
from ui import view_names, words
from ui.lists import page
from ui.lists.cells import CLOSE, ROOMY
from ui.lists.column import Layout, read
from ui.lists.columns import ColumnsPanel
from ui.lists.table import ListTable
from ui.window import Window


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.FOLDER, str(tmp_path / "config"))


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)


def seen(table: ListTable) -> list[str]:
    return [one.name for one in table.seen()]


def people(workspace: Workspace) -> None:
    add_fields(workspace, ["Budget"], "number", "contact")
    for name, budget, city in (("Ann", "9", "Rome"), ("Bob", "10", "Oslo"), ("Cyd", "", "Bern"), ("Dee", "-2.5", "")):
        workspace.write(
            contacts.create, {"first_name": name, "custom:Budget": budget, "city": city, "job_title": "CEO"}
        )


def panel_of(table: ListTable) -> ColumnsPanel:
    found = table.findChild(ColumnsPanel)
    assert isinstance(found, ColumnsPanel)
    return found


def shown(window: Window) -> list[str]:
    model = window.contacts.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_first_click_on_a_head_finds_its_statement_put_together(
    open_desk: Open, file_url: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "LONG", 3)
    with open_workspace(file_url) as workspace:
        people(workspace)
    desk = open_desk(file_url)
    window = desk.window
    until(qtbot, lambda: len(shown(window)) == 4 and desk.jobs.is_idle)
    compiled: list[str] = []

    @event.listens_for(desk.jobs.workspace.store.engine, "before_cursor_execute")
    def _(_link: Any, _cursor: Any, statement: str, _parameters: Any, context: Any, _many: bool) -> None:
        if "ORDER BY" in statement and context.cache_hit is CacheStats.CACHE_MISS:
            compiled.append(statement)

    orders = [one.sort for one in window.contacts.table.seen() if one.sort and one.sort != "-score"]
    assert len(orders) > 3
    for order in orders:
        with qtbot.waitSignal(window.contacts.model.arrived, timeout=15_000):
            window.contacts.sort_by(order)
        assert compiled == [], order


def ready(open_desk: Open, url: str, qtbot: QtBot, names: list[str]) -> Window:
    window = open_desk(url).window
    until(qtbot, lambda: sorted(shown(window)) == names)
    return window


def test_columns_are_chosen_moved_and_sized_and_come_back(open_desk: Open, url: str, qtbot: QtBot) -> None:
    with open_workspace(url) as workspace:
        people(workspace)
    window = ready(open_desk, url, qtbot, ["Ann", "Bob", "Cyd", "Dee"])
    page = window.contacts
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    assert seen(page.table)[0] == "name"
    page.layout_.button.click()
    panel = panel_of(page.table)
    rows = {panel.list.item(row).text(): panel.list.item(row) for row in range(panel.list.count())}
    rows["Job title"].setCheckState(Qt.CheckState.Checked)
    rows["Tags"].setCheckState(Qt.CheckState.Unchecked)
    assert "job_title" in seen(page.table)
    assert "tags" not in seen(page.table)
    panel.list.setCurrentItem(rows["Budget"])
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    while seen(page.table)[1] != "custom:Budget":
        qtbot.keyClick(panel.list, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    width = page.table.columnWidth(page.table.columns.index(page.table.seen()[1]))
    qtbot.keyClick(panel.list, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    panel.close()
    wanted = seen(page.table)
    section = page.table.columns.index(page.table.seen()[1])
    assert page.table.columnWidth(section) == width + 20
    budget = page.model.index(shown(window).index("Ann"), section)
    assert budget.data() == "9"
    window.close()
    again = ready(open_desk, url, qtbot, ["Ann", "Bob", "Cyd", "Dee"])
    table = again.contacts.table
    assert seen(table) == wanted
    assert table.columnWidth(table.columns.index(table.seen()[1])) == width + 20
    again.contacts.layout_.open()
    panel_of(table).first.click()
    assert "tags" in seen(table)
    assert "custom:Budget" not in seen(table)
    panel_of(table).close()


def test_a_click_on_a_head_sorts_and_a_drag_moves_it(open_desk: Open, url: str, qtbot: QtBot) -> None:
    with open_workspace(url) as workspace:
        people(workspace)
    window = ready(open_desk, url, qtbot, ["Ann", "Bob", "Cyd", "Dee"])
    page = window.contacts
    until(qtbot, page.details.isVisible)  # from now on the columns have their width
    page.table.choose_columns(["name", "city", "custom:Budget"])
    heads = page.table.horizontalHeader()
    budget = next(place for place, one in enumerate(page.table.columns) if one.name == "custom:Budget")
    at = QPoint(heads.sectionViewportPosition(budget) + 20, 10)
    qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=at)
    until(qtbot, lambda: shown(window) == ["Dee", "Ann", "Bob", "Cyd"])
    qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=at)
    until(qtbot, lambda: shown(window) == ["Bob", "Ann", "Dee", "Cyd"])
    heads.moveSection(2, 1)
    assert seen(page.table) == ["name", "custom:Budget", "city"]
    heads.resizeSection(budget, 300)
    qtbot.wait(20)
    assert page.table.columnWidth(budget) == 300
    assert page.layout_.layout.sort == "-custom:Budget"


def test_a_view_keeps_its_columns_and_order(open_desk: Open, url: str, qtbot: QtBot) -> None:
    with open_workspace(url) as workspace:
        people(workspace)
    window = ready(open_desk, url, qtbot, ["Ann", "Bob", "Cyd", "Dee"])
    page = window.contacts
    page.table.choose_columns(["name", "city"])
    page.sort_by("-city")
    kept = page.view_settings()
    page.table.choose_columns(["name", "owner"])
    page.sort_by("name")
    with open_workspace(url) as workspace:
        workspace.write(views.save, "contact", "By city", "has:city", settings=kept)
    until(qtbot, lambda: any(view.name == "By city" for view in window.views.views))
    window.show_view(next(view for view in window.views.views if view.name == "By city"))
    until(qtbot, lambda: shown(window) == ["Ann", "Bob", "Cyd"])
    assert seen(page.table) == ["name", "city"]
    page.table.choose_columns(["name", "city", "job_title"])
    window.show_list("contact", "")
    until(qtbot, lambda: shown(window) == ["Ann", "Bob", "Cyd", "Dee"])
    assert seen(page.table) == ["name", "owner"]
    window.show_view(next(view for view in window.views.views if view.name == "By city"))
    assert seen(page.table) == ["name", "city", "job_title"]  # as I left that view on this computer


def test_what_stands_in_settings_may_be_anything() -> None:
    odd: list[Any] = [None, 7, [], {"columns": 3}, {"columns": [[1, 2], ["name"], ["city", "x"]], "sort": 4}]
    for kept in odd:
        assert read(kept) == Layout()
    assert read({"columns": [["city", 10], ["name", 10**9], ["tags", -4]], "sort": "-city"}) == Layout(
        (("city", 60), ("name", 2_000), ("tags", 0)), "-city"
    )


def test_density_is_followed_by_rows(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with open_workspace(file_url) as workspace:
        people(workspace)
    window = ready(open_desk, file_url, qtbot, ["Ann", "Bob", "Cyd", "Dee"])
    table = window.contacts.table
    assert table.rowHeight(0) == ROOMY
    window.dialogs._theme.choose_density("compact")
    assert table.rowHeight(0) == CLOSE
    assert not table.grab().isNull()
    window.dialogs._theme.choose_density("comfortable")


def test_companies_are_sorted_by_what_belongs_to_them(workspace: Workspace) -> None:
    add_fields(workspace, ["Segment"], kind="company")
    owners = add_members(workspace, ["Zoe", "Abe"])
    ids = {}
    for name, owner in (("First", "Zoe"), ("Second", "Abe"), ("Third", None)):
        values: dict[str, Any] = {"name": name} | ({"owner": owners[owner]} if owner else {})
        ids[name] = workspace.write(companies.create, values).entries[0].id
    for company in ("Second", "Second", "Third"):
        workspace.write(contacts.create, {"first_name": "P", "company": ids[company]})
    for sort, wanted in {
        "owner": ["Second", "First", "Third"],
        "-people": ["Second", "Third", "First"],
        "leads": ["First", "Second", "Third"],
        "-custom:Segment": ["Third", "Second", "First"],
    }.items():
        rows = [row.name for row in workspace.read(companies.first_page, "", sort)]
        every = list(workspace.read(companies.ids, "", sort))
        assert rows == wanted, sort
        assert [ids[name] for name in wanted] == every, sort


def test_a_view_takes_over_the_list_as_it_stands(open_desk: Open, url: str, qtbot: QtBot) -> None:
    with open_workspace(url) as workspace:
        people(workspace)
        workspace.write(views.save, "contact", "Mine", "city:Rome", settings={"icon": "star"})
    window = ready(open_desk, url, qtbot, ["Ann", "Bob", "Cyd", "Dee"])
    page = window.contacts
    page.search("has:city")
    until(qtbot, lambda: page.model.rowCount() == 3)
    page.table.choose_columns(["name", "city"])
    until(qtbot, lambda: any(view.name == "Mine" for view in window.views.views))
    window.views._take_list(next(view for view in window.views.views if view.name == "Mine"))
    until(qtbot, lambda: any(view.query == "has:city" for view in window.views.views))
    view = next(view for view in window.views.views if view.name == "Mine")
    assert read(view.settings).columns == (("name", 0), ("city", 0))
    assert view.icon == "star"


def test_first_views_have_names_in_the_window_s_language(
    open_desk: Open, file_url: str, qtbot: QtBot, qapp: QApplication
) -> None:
    window = open_desk(file_url).window
    until(qtbot, lambda: window.views.views)
    assert [view.name for view in window.views.views] == list(view_names.FIRST)
    translators = words.install(qapp, "es")
    try:
        window.views.load()
        until(qtbot, lambda: [view.name for view in window.views.views][:2] == ["Vencidas", "Mis leads"])
        first = window.views.views[0]
        window.views._take_change(first, first.name, first.shared, first.is_alarm)  # saved without another name
        qtbot.wait(100)
        with open_workspace(file_url) as workspace:
            assert workspace.read(views.views)[0].name == "Reply overdue"
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)


def test_a_view_counts_again_what_colleagues_did_with_leads_and_agreed_on(
    open_desk: Open, url: str, qtbot: QtBot
) -> None:
    """What was done with a lead, and what gives it points, decides which views it meets, though no field changes."""
    with open_workspace(url) as workspace:
        lead = workspace.write(leads.create, {"name": "Ida", "source": "web"}).entries[0].id
        called = workspace.write(views.save, "lead", "Called", "did:call").entries[0].id
        hot = workspace.write(views.save, "lead", "Hot", "score>=20").entries[0].id
        buttons = open_desk(url).window.sidebar.view_buttons
        until(qtbot, lambda: buttons[called].figure == "0" and buttons[hot].figure == "0")
        workspace.write(feed.add, "lead", lead, "call", "She asks for a price")
        until(qtbot, lambda: buttons[called].figure == "1")
        version(workspace, 7, [Condition("source:web", points=20)], published=workspace.clock(), mql_points=20)
        until(qtbot, lambda: buttons[hot].figure == "1")
