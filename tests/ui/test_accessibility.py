"""What a screen reader finds: a role and a name on every control of every page, and a way round by Tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app import sample
from app.workspace import open_workspace
from tests.helpers.spoken import SILENT, walk
from tests.ui.conftest import Open
from ui.main import Desk


@pytest.fixture
def desk(open_desk: Open, file_url: str, qtbot: QtBot) -> Desk:
    """A window over the sample company."""
    with open_workspace(file_url) as workspace:
        workspace.write(sample.make, act="sample.fill")
    QAccessible.setActive(True)
    desk = open_desk(file_url)
    qtbot.waitUntil(lambda: desk.window.contacts.details.name.text() != "", timeout=15_000)
    return desk


def test_every_control_has_a_role_and_a_name(desk: Desk, qtbot: QtBot) -> None:
    nameless = set()
    for place in desk.window._pages:
        desk.window.go_to(place)
        qtbot.wait(400)
        for found in walk(desk.window):
            if found.role == QAccessible.Role.NoRole:
                nameless.add(f"no role: {found.path}")
            elif found.focusable and not found.name and found.role not in SILENT:
                nameless.add(f"no name: {found.role.name} {found.path}")
    assert not nameless, "\n".join(sorted(nameless))


def test_tab_goes_round_and_comes_back(desk: Desk, qtbot: QtBot) -> None:
    for place in desk.window._pages:
        desk.window.go_to(place)
        qtbot.wait(300)
        first = QApplication.focusWidget()
        assert first is not None, place
        seen: list[QWidget] = [first]
        for _ in range(200):
            focused = QApplication.focusWidget()
            qtbot.keyClick(focused, Qt.Key.Key_Tab)
            now = QApplication.focusWidget()
            assert now is not None
            assert now is not focused, f"{place}: Tab stays on {type(now).__name__} {now.accessibleName()}"
            if now is first:
                break
            seen.append(now)
        assert QApplication.focusWidget() is first, f"{place}: Tab never comes back"
        assert len(seen) > 2


def test_what_can_be_pressed_is_large_enough(desk: Desk, qtbot: QtBot) -> None:
    small = set()
    for place in desk.window._pages:
        desk.window.go_to(place)
        qtbot.wait(300)
        for button in desk.window.findChildren(QWidget):
            # What stands inside a line to write in is a drawing there.
            if not button.isVisible() or not hasattr(button, "click") or isinstance(button.parent(), QLineEdit):
                continue
            if min(button.width(), button.height()) < 24:
                small.add(f"{place}: {type(button).__name__} {button.accessibleName()} {button.size().toTuple()}")
    assert not small, "\n".join(sorted(small))
