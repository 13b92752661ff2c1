"""Goals, reports and a meeting's summary before they are printed: what stands on them is chosen and remembered."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app import leads, meetings
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.printing.preview import PrintPreview


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)


def preview_of(desk: Desk, qtbot: QtBot) -> PrintPreview:
    preview = next(one for one in desk.window.findChildren(PrintPreview) if one.isVisible())
    until(qtbot, lambda: preview.pdf and preview.print_button.isEnabled())
    return preview


def test_what_stands_on_a_summary_is_chosen_and_remembered(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with open_workspace(file_url) as workspace:
        workspace.write(meetings.prepare)
    desk = open_desk(file_url)
    desk.window.go_to("meetings")
    until(qtbot, lambda: desk.window.meetings.agenda is not None)
    desk.window.meetings.print_summary()
    preview = preview_of(desk, qtbot)
    assert [name for name, box in preview.parts.items() if not box.isChecked()] == ["names", "notes"]
    before = preview.pdf
    qtbot.mouseClick(preview.parts["settled"], Qt.MouseButton.LeftButton)
    until(qtbot, lambda: preview.pdf != before)
    preview.paper.setCurrentIndex(preview.paper.findData("letter"))
    until(qtbot, lambda: desk.jobs.is_idle)
    preview.close()
    desk.window.meetings.print_summary()
    again = preview_of(desk, qtbot)
    assert not again.parts["settled"].isChecked()
    assert again.paper.currentData() == "letter"
    again.close()


@pytest.mark.parametrize("place", ["goals", "reports", "meetings"])
def test_ctrl_s_saves_what_ctrl_p_shows(
    open_desk: Open, file_url: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    with open_workspace(file_url) as workspace:
        workspace.write(leads.create, {"name": "One", "source": "web", "value": "10"})
    desk = open_desk(file_url)
    desk.window.go_to(place)
    until(qtbot, lambda: desk.jobs.is_idle)
    until(qtbot, lambda: place != "reports" or desk.window.reports.answer is not None)
    saved = tmp_path / "paper.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    page = getattr(desk.window, place)
    keys = {key: one for one in page.actions_here() for key in one.keys}
    keys["Ctrl+P"].run()
    shown = preview_of(desk, qtbot)
    assert not saved.exists()
    shown.close()
    keys["Ctrl+S"].run()
    preview = preview_of(desk, qtbot)
    until(qtbot, saved.exists)
    assert saved.read_bytes() == preview.pdf
    preview.close()
