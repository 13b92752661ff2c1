"""Goals on the screen: made, measured, changed, copied, entered by hand, and the leads behind them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTableWidget
from pytestqt.qtbot import QtBot

from app import goals, leads
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.goals.dialog import GoalDialog, next_period, number
from ui.goals.entry import EntryDialog
from ui.goals.page import GoalsPage


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)


def page_of(desk: Desk) -> GoalsPage:
    desk.window.go_to("goals")
    return desk.window.goals


def dialog_of(desk: Desk, kind: type[QDialog]) -> Any:
    return next(one for one in desk.window.findChildren(kind) if one.isVisible())


def test_a_goal_is_made_measured_changed_and_undone(open_desk: Open, url: str, qtbot: QtBot) -> None:
    desk = open_desk(url)
    page = page_of(desk)
    qtbot.mouseClick(page.new_button, Qt.MouseButton.LeftButton)
    dialog: GoalDialog = dialog_of(desk, GoalDialog)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog.problem.isVisible()
    qtbot.keyClicks(dialog.name, "New leads")
    qtbot.keyClicks(dialog.target, "ten")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert "Target" in dialog.problem.text()
    dialog.target.setText("10")
    dialog.query.setText("stgae:new")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: "stgae" in dialog.problem.text())
    dialog.query.clear()
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: page.cards)
    assert page.cards[0].bar.face.actual == "0"
    with open_workspace(url) as colleague:
        colleague.write(leads.create, {"name": "First order"})
    until(qtbot, lambda: page.cards and page.cards[0].bar.face.actual == "1")
    goal = page.cards[0].goal
    page._show_behind(goal)
    until(qtbot, lambda: desk.window.place == "board" and desk.window.board.query_in_force().startswith("id:"))
    desk.window.go_to("goals")
    page._ask(goal, goal.starts, goal.ends)
    dialog = dialog_of(desk, GoalDialog)
    dialog.target.setText("20")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: page.cards and page.cards[0].goal.target == 20)
    desk.window.undo()
    until(qtbot, lambda: page.cards and page.cards[0].goal.target == 10)
    page._copy(goal)
    page.period.setCurrentIndex(1)
    until(qtbot, lambda: page.cards and page.cards[0].goal.id != goal.id)
    page._remove(page.cards[0].goal)
    until(qtbot, lambda: not page.cards)
    assert page.nothing.isVisible()


def shown(table: QTableWidget, row: int) -> list[str]:
    items = [table.item(row, place) for place in (0, 2)]
    return [item.text() for item in items if item is not None]


def test_a_goal_is_looked_at_closely_by_keys(open_desk: Open, url: str, qtbot: QtBot) -> None:
    desk = open_desk(url)
    page = page_of(desk)
    first, last = page._period()
    with open_workspace(url) as workspace:
        for name, metric, more in (("Leads", "leads", {}), ("Answers", "answered_within", {"hours": 4})):
            values = {"name": name, "metric": metric, "target": Decimal(10), "starts": first, "ends": last, **more}
            workspace.write(goals.create, values)
        lead = workspace.write(leads.create, {"name": "First order", "value": "1000"}).entries[0].id
    until(qtbot, lambda: len(page.cards) == 2)
    pane = page.pane
    assert pane.isHidden()
    page.cards[0].look.setFocus()
    qtbot.keyClick(page.cards[0].look, Qt.Key.Key_Space)
    until(qtbot, pane.close_button.hasFocus)
    assert pane.name.text() == "Leads"
    assert pane.course.isVisible()
    assert not pane.rates.isVisible()
    assert "1, marketing 0, sales 1" in pane.course.accessibleDescription()
    assert pane.behind_title.text() == "1 lead behind it"
    assert shown(pane.leads, 0) == ["First order", "Sales"]
    assert [card.property("chosen") for card in page.cards] == [True, False]
    # It is followed while colleagues work.
    with open_workspace(url) as colleague:
        colleague.write(leads.create, {"name": "Second order"})
    until(qtbot, lambda: pane.behind_title.text() == "2 leads behind it")
    until(qtbot, lambda: page.cards[0].bar.face.actual == "2" and desk.jobs.is_idle)
    until(qtbot, lambda: page.cards[1].width() > 300 and page.cards[1].height() > 100)
    # A promise has its rate by week, in the place of a sum.
    qtbot.mouseClick(page.cards[1], Qt.MouseButton.LeftButton, pos=page.cards[1].bar.geometry().center())
    until(qtbot, lambda: pane.name.text() == "Answers")
    assert pane.rates.isVisible()
    assert not pane.course.isVisible()
    pane.edit_button.click()
    dialog: GoalDialog = dialog_of(desk, GoalDialog)
    dialog.target.setText("20")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: pane.detail is not None and pane.detail.progress.goal.target == 20)
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert pane.isHidden()
    # The goals are measured anew a moment later; the focus stays where it was.
    until(qtbot, lambda: page.cards[1].goal.target == 20)
    # No window is the active one here once a dialog has closed.
    until(qtbot, lambda: desk.window.focusWidget() is page.cards[1].look)
    # Where there is no room for both, the pane stands over the goals.
    desk.window.resize(1024, 640)
    page.cards[0].look.click()
    until(qtbot, pane.isVisible)
    assert not page.cards[0].isVisible()
    pane.leads.setCurrentCell(pane.leads.rowCount() - 1, 0)
    pane.leads.setFocus()
    qtbot.keyClick(pane.leads, Qt.Key.Key_Return)
    until(qtbot, lambda: desk.window.place == "board")
    until(qtbot, lambda: (desk.window.board.current() or [None, None])[1] is not None)
    here = desk.window.board.current()
    assert here is not None
    assert here[1].id == lead


def test_the_pane_of_a_goal_that_a_colleague_removes_goes(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    desk = open_desk(file_url)
    page = page_of(desk)
    first, last = page._period()
    with open_workspace(file_url) as workspace:
        values = {"name": "Leads", "metric": "leads", "target": Decimal(10), "starts": first, "ends": last}
        made = workspace.write(goals.create, values).entries[0].id
        until(qtbot, lambda: page.cards)
        page.open_goal(made)
        until(qtbot, page.pane.isVisible)
        workspace.write(goals.remove, made)
    until(qtbot, page.pane.isHidden)
    assert not desk.window.toast.isVisible() or "goal" not in desk.window.toast.words.text()


def test_amounts_are_entered_by_hand(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    desk = open_desk(file_url)
    page = page_of(desk)
    first, last = page._period()
    with open_workspace(file_url) as workspace:
        values = {"name": "Visitors", "metric": "manual", "target": Decimal(100), "starts": first, "ends": last}
        workspace.write(goals.create, values)
    until(qtbot, lambda: page.cards)
    page._ask_entry(page.cards[0].goal)
    dialog: EntryDialog = dialog_of(desk, EntryDialog)
    dialog.marketing.setText("no")
    dialog._choose()
    assert dialog.problem.isVisible()
    dialog.marketing.setText("30")
    dialog._choose()
    until(qtbot, lambda: page.cards and page.cards[0].bar.face.actual == "30")


def test_the_next_period_is_as_long_as_the_last() -> None:
    def goal(starts: date, ends: date) -> Any:
        made = dict.fromkeys(goals.GoalRow.__slots__) | {"starts": starts, "ends": ends}
        return goals.GoalRow(**made)  # type: ignore[arg-type]  # the days alone matter

    for given, wanted in (
        ((date(2026, 10, 1), date(2026, 12, 31)), (date(2027, 1, 1), date(2027, 3, 31))),
        ((date(2026, 1, 1), date(2026, 1, 31)), (date(2026, 2, 1), date(2026, 2, 28))),
        ((date(2026, 1, 5), date(2026, 1, 18)), (date(2026, 1, 19), date(2026, 2, 1))),
    ):
        found = next_period(goal(*given))
        assert (found["starts"], found["ends"]) == wanted


@pytest.mark.parametrize(
    ("typed", "meant"), [("1,5", "1.5"), ("1.5", "1.5"), ("12,000", "12000"), ("1 200", "1200"), ("", None)]
)
def test_numbers_as_people_type_them(typed: str, meant: str | None) -> None:
    assert number(typed) == (None if meant is None else Decimal(meant))


@pytest.mark.parametrize("typed", ["ten", "1.2.3", "nan", "inf", "١٢x"])
def test_what_is_no_number(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        number(typed)
