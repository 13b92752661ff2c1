"""What a screen reader finds: a role and a name on every control of every page, and a way round by Tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app import sample
from app.workspace import open_workspace
from tests.helpers.spoken import SILENT, walk
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.meetings.stepper import Stepper
from ui.theme import Theme
from ui.widgets.choices import Choices


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
        for patience in (0, 400):  # as it is shown, before anything of it was read, and with what was read
            qtbot.wait(patience)
            for found in walk(desk.window):
                if found.role == QAccessible.Role.NoRole:
                    nameless.add(f"no role: {found.path}")
                elif found.focusable and not found.name and found.role not in SILENT:
                    nameless.add(f"no name: {found.role.name} {found.path}")
    assert not nameless, "\n".join(sorted(nameless))


def told(widget: QWidget) -> QAccessible.State:
    """Return the state of a control as a screen reader hears it."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found.state()


def state_of(widget: QWidget) -> dict[str, bool]:
    """Return the state that a control is in, by what a screen reader calls it."""
    found = {"disabled": not widget.isEnabled()}
    if isinstance(widget, QAbstractButton):
        found |= {"checkable": widget.isCheckable(), "checked": widget.isChecked()}
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        found["readOnly"] = widget.isReadOnly()
    if isinstance(widget, QComboBox):
        found |= {"expandable": True, "expanded": widget.view().isVisible()}
    return found


def test_every_control_tells_the_state_that_it_is_in(desk: Desk, qtbot: QtBot) -> None:
    wrong, met = set(), set()
    for place in desk.window._pages:
        desk.window.go_to(place)
        qtbot.wait(400)
        for widget in desk.window.findChildren(QWidget):
            if not widget.isVisible():
                continue
            heard = told(widget)
            for name, is_so in state_of(widget).items():
                met.add((name, is_so))
                if bool(getattr(heard, name)) != is_so:
                    wrong.add(f"{place}: {type(widget).__name__}#{widget.objectName()} {name} is {is_so}")
    assert not wrong, "\n".join(sorted(wrong))
    both = {(name, is_so) for name in ("disabled", "checkable", "checked") for is_so in (True, False)}
    assert met >= both | {("readOnly", False), ("expanded", False)}, "the pages show no control in such a state"


def test_a_state_that_changes_is_told_as_it_is_now(desk: Desk, qtbot: QtBot) -> None:
    window = desk.window
    chips = window.contacts.filters.chips
    qtbot.mouseClick(chips[2].label, Qt.MouseButton.LeftButton)
    values = window.contacts.filters.findChildren(Choices)[-1]
    qtbot.waitUntil(lambda: values.list.isVisible() and values.list.count() > 1, timeout=15_000)
    values.list.setFocus()
    values.list.setCurrentRow(0)
    qtbot.keyClick(values.list, Qt.Key.Key_Space)
    entries = QAccessible.queryAccessibleInterface(values.list)
    assert entries is not None
    states = [entry.state() for row in range(2) if (entry := entries.child(row)) is not None]
    ticks = [(state.checkable, state.checked) for state in states]
    assert ticks == [(1, 1), (1, 0)]
    values.close()
    window.go_to("board")
    board = window.board
    board.part_by("owner")
    qtbot.waitUntil(lambda: len(board.lane_view.strips) > 1, timeout=15_000)
    head = board.lane_view.strips[0].head
    spoken = QAccessible.queryAccessibleInterface(head)
    assert spoken is not None
    heard = [(told(head).checked, spoken.text(QAccessible.Text.Description))]
    qtbot.keyClick(head, Qt.Key.Key_Space)
    heard.append((told(head).checked, spoken.text(QAccessible.Text.Description)))
    assert heard == [(1, "unfolded"), (0, "folded")]
    window.go_to("reports")
    qtbot.wait(400)
    box = next(one for one in window.findChildren(QComboBox) if one.isVisible() and one.isEnabled())
    box.showPopup()
    qtbot.waitUntil(box.view().isVisible, timeout=5_000)
    assert told(box).expanded
    box.hidePopup()
    qtbot.waitUntil(lambda: not told(box).expanded, timeout=5_000)


def test_a_meetings_steps_tell_which_is_on_and_which_are_done(theme: Theme, qtbot: QtBot) -> None:
    row = Stepper(theme)
    qtbot.addWidget(row)
    row.show_steps([("Goals", 5), ("Wins", 5), ("Actions", 5)], [True, False, False], 1)
    row.show()
    described = [one.accessibleDescription() for one in row.buttons]
    assert [bool(told(one).checked) for one in row.buttons] == [False, True, False]
    assert described == ["done", "", ""]


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
