"""A fault of Tandem's own: told beside the work, with a report that holds nobody's data."""

import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app import VERSION, faults
from tests.ui.conftest import Open
from ui.errors import Watchman

ROOT = Path(__file__).resolve().parents[2]


def broken() -> None:
    people: dict[str, int] = {}
    try:
        people["ann@secret.example"] += 1
    except KeyError as error:
        raise ZeroDivisionError("Ann Secret") from error


def test_the_report_names_places_and_versions_and_nobody() -> None:
    try:
        broken()
    except ZeroDivisionError as error:
        fault = faults.fault_of(type(error), error, error.__traceback__)
    assert fault.kind == "ZeroDivisionError"
    assert "Secret" not in fault.report.replace('raise ZeroDivisionError("Ann Secret")', "")
    assert f"Tandem {VERSION}" in fault.report
    assert "in broken" in fault.report
    assert str(ROOT) not in fault.report
    assert "Ann Secret" in fault.whole
    assert fault.report.index("KeyError") < fault.report.index("builtins.ZeroDivisionError")


def test_the_version_is_the_projects() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == VERSION


def test_a_fault_is_told_beside_the_work(
    open_desk: Open, file_url: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TANDEM_CONFIG", str(tmp_path))
    window = open_desk(file_url).window
    window.contacts.query.setFocus()
    qtbot.keyClicks(window.contacts.query, "half a wo")
    watchman = Watchman()
    watchman.seen.connect(window.say_fault)
    try:
        for _ in range(2):
            with qtbot.captureExceptions():  # what pytest-qt does with such errors is put aside
                sys.excepthook = watchman._hear
                QTimer.singleShot(0, broken)
                qtbot.waitUntil(lambda: window.dialogs.report is not None)
        dialog = window.dialogs.report
        assert dialog is not None
        qtbot.waitUntil(lambda: dialog.count.text().startswith("2 reports"))
        assert not dialog.isModal()
        qtbot.keyClicks(window.contacts.query, "rd")
        assert window.contacts.query.text() == "half a word"
        assert "ZeroDivisionError" in (tmp_path / faults.TROUBLE).read_text("utf-8")
        qtbot.mouseClick(dialog.show_button, Qt.MouseButton.LeftButton)
        assert dialog.details.isVisible()
        qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
        assert QGuiApplication.clipboard().text() == dialog.report
        for place, said in ((tmp_path / "report.txt", "Saved in"), (tmp_path / "no" / "report.txt", "could not")):
            monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, place=place: (str(place), ""))
            qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
            assert said in dialog.said.text()
        assert (tmp_path / "report.txt").read_text("utf-8") == dialog.report
        qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: window.dialogs.report is None)
    finally:
        watchman.stand_down()
