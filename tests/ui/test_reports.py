"""Reports on the screen: the figures of the services, as charts and tables, kept as a file."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QTableWidget
from pytestqt.qtbot import QtBot

from app import leads, reports, sample, things
from app.errors import UsageError
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui import words
from ui.desk import Desk
from ui.reports import words as said
from ui.reports.page import ReportsPage


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)


def shown(page: ReportsPage) -> list[list[str]]:
    table = page.table
    cells = [[table.item(row, place) for place in range(table.columnCount())] for row in range(table.rowCount())]
    return [[item.text() if item is not None else "" for item in line] for line in cells]


def page_of(desk: Desk, qtbot: QtBot) -> ReportsPage:
    desk.window.go_to("reports")
    until(qtbot, lambda: desk.window.reports.answer is not None)
    return desk.window.reports


@pytest.mark.parametrize("name", said.REPORTS)
@pytest.mark.parametrize("by", ["", "owner", "month"])
def test_every_report_shows_what_the_service_answers_or_says_why_not(
    open_desk: Open, file_url: str, qtbot: QtBot, name: str, by: str
) -> None:
    with open_workspace(file_url) as workspace:
        workspace.write(leads.create, {"name": "First order", "source": "web", "value": "1200"})
        try:
            answer = workspace.read(reports.report, name, by or None)
        except UsageError as error:
            answer, refusal = None, str(error)
    page = page_of(open_desk(file_url), qtbot)
    page.by.setCurrentIndex(page.by.findData(by))
    page.report.setCurrentIndex(page.report.findData(name))
    if answer is None:
        until(qtbot, page.problem.isVisible)
        assert page.problem.text() == refusal
    else:
        wanted = [said.key(row) for row in answer.rows]
        until(
            qtbot,
            lambda: (
                page.answer is not None
                and page.answer.report == name
                and [line[0] for line in shown(page)][: len(wanted)] == wanted
            ),
        )


def test_conversion_by_source_of_a_company_is_drawn_and_kept(
    open_desk: Open, file_url: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_workspace(file_url) as workspace:
        workspace.write(sample.make, act="sample.fill")
        answer = workspace.read(reports.report, "conversion", "source")
    desk = open_desk(file_url)
    page = page_of(desk, qtbot)
    page.by.setCurrentIndex(page.by.findData("source"))
    until(qtbot, lambda: page.answer is not None and page.answer.rows and page.answer.rows[0]["key"] == "web")
    row = answer.rows[0]
    assert shown(page)[0][:3] == ["web", str(row["entered"]), str(row["converted"])]
    assert page.bars.isVisible()
    kept = tmp_path / "table.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(kept), ""))
    qtbot.mouseClick(page.keep_button, Qt.MouseButton.LeftButton)
    lines = list(csv.reader(kept.read_text("utf-8-sig").splitlines()))
    assert lines[1:] == shown(page)
    assert desk.window.toast.isVisible()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "table.csv"), ""))
    qtbot.mouseClick(page.keep_button, Qt.MouseButton.LeftButton)
    assert page.problem.isVisible()


def test_a_colleagues_lead_is_counted(open_desk: Open, url: str, qtbot: QtBot) -> None:
    page = page_of(open_desk(url), qtbot)
    page.report.setCurrentIndex(page.report.findData("pipeline"))
    until(qtbot, lambda: page.answer is not None and page.answer.report == "pipeline")
    with open_workspace(url) as colleague:
        colleague.write(leads.create, {"name": "Theirs", "value": "10"})
    until(qtbot, lambda: shown(page) and shown(page)[0][1] == "1")


def test_a_refusal_is_said_in_the_language_of_the_window(
    open_desk: Open, file_url: str, qtbot: QtBot, qapp: QApplication
) -> None:
    desk = open_desk(file_url)
    page = page_of(desk, qtbot)
    translators = words.install(qapp, "es")
    try:
        page.report.setCurrentIndex(page.report.findData("stage-time"))
        page.by.setCurrentIndex(page.by.findData("month"))
        until(qtbot, page.problem.isVisible)
        assert page.problem.text().startswith("El tiempo en cada etapa se mide")
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)


def test_a_figure_opens_its_leads_as_rows_list_and_file(
    open_desk: Open, url: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_workspace(url) as workspace:
        for name, source in (("One", "web"), ("Two", "web"), ("Three", "fair")):
            workspace.write(leads.create, {"name": name, "source": source, "value": "10"})
    desk = open_desk(url)
    page = page_of(desk, qtbot)
    page.report.setCurrentIndex(page.report.findData("pipeline"))
    page.by.setCurrentIndex(page.by.findData("source"))
    until(qtbot, lambda: shown(page) and [line[:2] for line in shown(page)][:2] == [["web", "2"], ["fair", "1"]])
    page.table.setFocus()
    page.table.setCurrentCell(0, 1)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    until(qtbot, page.behind.isVisible)
    assert page.behind.title.text() == "2 leads: web"
    rows = page.behind.table
    assert {cell(rows, place, 0) for place in range(2)} == {"One", "Two"}
    with open_workspace(url) as colleague:
        colleague.write(leads.create, {"name": "Four", "source": "web"})
    until(qtbot, lambda: page.behind.title.text() == "3 leads: web")
    kept = tmp_path / "behind.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(kept), ""))
    qtbot.mouseClick(page.behind.keep_button, Qt.MouseButton.LeftButton)
    assert len(kept.read_text("utf-8-sig").splitlines()) == 4
    qtbot.mouseClick(page.behind.all_button, Qt.MouseButton.LeftButton)
    until(qtbot, desk.window.board.isVisible)
    until(qtbot, lambda: desk.window.board.query_in_force().startswith("id:"))
    desk.window.go_to("reports")
    page.report.setCurrentIndex(page.report.findData("wins"))
    until(qtbot, lambda: not page.behind.isVisible())


def test_conversion_is_compared_with_the_period_before(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with open_workspace(file_url) as workspace:
        workspace.write(sample.make, act="sample.fill")
    page = page_of(open_desk(file_url), qtbot)
    page.period.setCurrentIndex(page.period.findData("last-half"))
    until(qtbot, lambda: page.before is not None)
    assert "Before: " in page.meaning.text()
    spots = page.bars.spots
    went_on = next(spot for spot in spots if spot.key is not None)
    page.charts.opened.emit(went_on.key)
    until(qtbot, page.behind.isVisible)


def test_fields_of_ones_own_can_be_grouped_by(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with open_workspace(file_url) as workspace:
        workspace.write(
            things.create, "field", {"kind": "lead", "name": "Region", "name_key": "region", "form": "text"}
        )
        workspace.write(leads.create, {"name": "One", "custom:Region": "North"})
    page = page_of(open_desk(file_url), qtbot)
    until(qtbot, lambda: page.by.findData("custom:Region") > 0)
    page.report.setCurrentIndex(page.report.findData("pipeline"))
    page.by.setCurrentIndex(page.by.findData("custom:Region"))
    until(qtbot, lambda: shown(page) and shown(page)[0][:2] == ["North", "1"])
    assert not page.problem.isVisible()


def cell(table: QTableWidget, row: int, place: int) -> str:
    item = table.item(row, place)
    return "" if item is None else item.text()
