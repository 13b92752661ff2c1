"""A day is typed as people write it, in the order of their country."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.day_field import DayField

TODAY = QDate(2026, 11, 27)


@pytest.fixture
def country() -> Iterator[Callable[[str], None]]:
    """Return a function that makes fields write days as in a country, for this test."""
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An empty window."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def field_in(window: QWidget, qtbot: QtBot) -> tuple[DayField, list[str]]:
    """Return a field with the focus, in a window with another one behind it, and the days that it tells."""
    field = DayField(window)
    field.setKeyboardTracking(False)
    field.setMaximumDate(TODAY)
    field.setDate(TODAY)
    rows = QVBoxLayout(window)
    rows.addWidget(field)
    rows.addWidget(QLineEdit(window))
    told: list[str] = []
    field.dateChanged.connect(lambda day: told.append(day.toString(Qt.DateFormat.ISODate)))
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    field.setSelectedSection(field.sectionAt(0))
    return field, told


@pytest.mark.parametrize(
    ("place", "typed", "day"),
    [
        ("en_US", "11/13/26", "2026-11-13"),
        ("en_US", "9/30/2026", "2026-09-30"),
        ("en_US", "01/01/2020", "2020-01-01"),
        ("en_US", "111326", "2026-11-13"),
        ("en_US", "12/1/25", "2025-12-01"),  # December of the year shown has not come
        ("en_US", "2/29/24", "2024-02-29"),  # and its February has no such day
        ("en_US", "9-30", "2026-09-30"),
        ("en_US", "2025-12-01", "2025-12-01"),
        ("es_ES", "30/9/2026", "2026-09-30"),
        ("es_ES", "30.9.26", "2026-09-30"),
        ("de_DE", "31.12.2025", "2025-12-31"),
        ("de_DE", "31122025", "2025-12-31"),
        ("sv_SE", "2025-12-01", "2025-12-01"),
    ],
)
def test_a_day_is_typed_with_separators_or_without(
    place: str, typed: str, day: str, country: Callable[[str], None], window: QWidget, qtbot: QtBot
) -> None:
    country(place)
    field, told = field_in(window, qtbot)
    qtbot.keyClicks(field, typed)
    assert (field.hasFocus(), told) == (True, [])
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.date().toString(Qt.DateFormat.ISODate) == day
    assert set(told) == {day}


@pytest.mark.parametrize("typed", ["13/11/26", "9/31/2026", "12/31/99"])
def test_what_is_no_day_that_was_leaves_the_day(
    typed: str, country: Callable[[str], None], window: QWidget, qtbot: QtBot
) -> None:
    country("en_US")
    field, _ = field_in(window, qtbot)
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert not field.hasFocus()
    assert field.date() == TODAY
    assert field.text() == "11/27/2026"
