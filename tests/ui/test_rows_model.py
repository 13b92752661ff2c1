"""The table that holds only what is in sight."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app import contacts
from app.errors import KnownError
from app.workspace import Workspace
from ui.around import Surroundings
from ui.contacts.source import ContactSource, columns
from ui.jobs import Jobs
from ui.rows_model import FIRST, KEPT_PAGES, PAGE, RowsModel

PLENTY = 1_000_000


@dataclass(frozen=True)
class Row:
    id: int
    name: str


class Column:
    title, sort = "Name", "name"

    def text(self, row: Row) -> str:
        return row.name


class Plenty:
    """A million rows that are made up as they are read; ids run down."""

    kind = "contact"
    shows: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self.reads: list[list[int]] = []

    def first_page(self, session: Any, query: str, sort: str, limit: int) -> Sequence[Row]:
        del session, query, sort
        return [self.row(PLENTY - place) for place in range(limit)]

    def ids(self, session: Any, query: str, sort: str) -> "array[int]":
        del session, query, sort
        return array("q", range(PLENTY, 0, -1))

    def page(self, session: Any, ids: Sequence[int]) -> Sequence[Row]:
        del session
        self.reads.append(list(ids))
        return [self.row(number) for number in ids]

    def row(self, number: int) -> Row:
        return Row(number, f"row {number}")


def loaded(qtbot: QtBot, model: RowsModel, query: str = "") -> None:
    with qtbot.waitSignal(model.counted, timeout=20_000):
        model.set_query(query)


def texts(model: RowsModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def plenty(file_jobs: Jobs) -> tuple[RowsModel, Plenty]:
    source = Plenty()
    return RowsModel(file_jobs, source, [Column()]), source


def test_a_million_rows_and_only_the_pages_looked_at(plenty: tuple[RowsModel, Plenty], qtbot: QtBot) -> None:
    model, source = plenty
    loaded(qtbot, model)
    assert model.rowCount() == PLENTY
    assert model.index(0, 0).data() == f"row {PLENTY}"
    assert source.reads == []
    last = model.index(PLENTY - 1, 0)
    assert last.data() == ""
    qtbot.waitUntil(lambda: last.data() == "row 1", timeout=10_000)
    assert len(source.reads) == 1
    assert len(source.reads[0]) <= PAGE


def test_looking_at_many_cells_of_a_page_asks_once(plenty: tuple[RowsModel, Plenty], qtbot: QtBot) -> None:
    model, source = plenty
    loaded(qtbot, model)
    for row in range(5 * PAGE, 6 * PAGE):
        model.index(row, 0).data()
    qtbot.waitUntil(lambda: model.index(5 * PAGE, 0).data() != "", timeout=10_000)
    assert len(source.reads) == 1


def _is_there(index: QModelIndex) -> bool:
    return bool(index.data() != "")


def test_pages_long_out_of_sight_are_forgotten(plenty: tuple[RowsModel, Plenty], qtbot: QtBot) -> None:
    model, source = plenty
    loaded(qtbot, model)
    for page in range(1, KEPT_PAGES + 10):
        index = model.index(page * PAGE, 0)
        index.data()
        qtbot.waitUntil(partial(_is_there, index), timeout=10_000)
    assert len(model._pages) == KEPT_PAGES
    reads = len(source.reads)
    assert model.index(PAGE, 0).data() == ""
    qtbot.waitUntil(lambda: model.index(PAGE, 0).data() != "", timeout=10_000)
    assert len(source.reads) == reads + 1


@pytest.fixture
def table(file_jobs: Jobs, around: Surroundings) -> Iterator[RowsModel]:
    model = RowsModel(file_jobs, ContactSource(), columns(around))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield model
    tester.deleteLater()
    model.deleteLater()


def fill(workspace: Workspace, count: int) -> list[int]:
    return [workspace.write(contacts.create, {"first_name": f"N{number:03}"}).entries[0].id for number in range(count)]


def test_the_model_keeps_qts_rules_while_rows_come_and_go(
    table: RowsModel, file_jobs: Jobs, file_workspace: Workspace, qtbot: QtBot
) -> None:
    ids = fill(file_workspace, FIRST + 5)
    loaded(qtbot, table)
    qtbot.waitUntil(lambda: "" not in texts(table), timeout=10_000)
    assert texts(table) == [f"N{number:03}" for number in range(FIRST + 5)]
    assert table.headerData(0, Qt.Orientation.Horizontal) == "Name"
    assert table.rowCount(table.index(0, 0)) == 0
    file_jobs.write(contacts.create, {"first_name": "A first"})
    qtbot.waitUntil(lambda: texts(table)[0] == "A first", timeout=10_000)
    file_jobs.write(contacts.remove, ids[1])
    qtbot.waitUntil(lambda: table.rowCount() == FIRST + 5, timeout=10_000)
    qtbot.waitUntil(lambda: texts(table)[:3] == ["A first", "N000", "N002"], timeout=10_000)
    assert table.place_of(ids[1]) is None
    assert table.place_of(ids[2]) == 2
    assert table.id_at(2) == ids[2]


def test_an_edit_patches_its_row_where_it_stands(
    table: RowsModel, file_jobs: Jobs, file_workspace: Workspace, qtbot: QtBot
) -> None:
    ids = fill(file_workspace, 10)
    loaded(qtbot, table)
    seen: list[tuple[int, int]] = []
    resets: list[int] = []
    table.dataChanged.connect(lambda first, last: seen.append((first.row(), last.row())))
    table.modelReset.connect(lambda: resets.append(1))
    file_jobs.write(contacts.edit, ids[4], {"source": "fair"})
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    assert seen == [(4, 4)]
    row = table.row(4)
    assert row is not None
    assert row.source == "fair"
    qtbot.wait(400)
    assert not resets


def test_a_change_of_name_changes_the_order_without_a_blank_row(
    table: RowsModel, file_jobs: Jobs, file_workspace: Workspace, qtbot: QtBot
) -> None:
    ids = fill(file_workspace, 10)
    loaded(qtbot, table)
    blanks: list[list[str]] = []
    table.modelReset.connect(lambda: blanks.append([text for text in texts(table) if not text]))
    file_jobs.write(contacts.edit, ids[0], {"first_name": "Z"})
    qtbot.waitUntil(lambda: texts(table)[-1] == "Z", timeout=10_000)
    assert blanks == [[]]
    assert table.place_of(ids[0]) == 9


def test_a_query_and_a_sort(table: RowsModel, file_workspace: Workspace, qtbot: QtBot) -> None:
    for name, city in (("Ann", "Oslo"), ("Bob", "Rome"), ("Cleo", "Oslo")):
        file_workspace.write(contacts.create, {"first_name": name, "city": city})
    loaded(qtbot, table)
    assert texts(table) == ["Ann", "Bob", "Cleo"]
    loaded(qtbot, table, "city:oslo")
    assert texts(table) == ["Ann", "Cleo"]
    with qtbot.waitSignal(table.counted, timeout=10_000):
        table.set_query("", "-name")
    assert texts(table) == ["Cleo", "Bob", "Ann"]


def test_a_query_that_cannot_be_read_says_where(table: RowsModel, file_workspace: Workspace, qtbot: QtBot) -> None:
    fill(file_workspace, 3)
    loaded(qtbot, table)
    errors: list[KnownError] = []
    table.failed.connect(errors.append)
    table.set_query("nosuchfield:x")
    qtbot.waitUntil(lambda: bool(errors), timeout=10_000)
    assert "nosuchfield" in str(errors[0])
    assert table.rowCount() == 3


def test_nothing_at_all(table: RowsModel, qtbot: QtBot) -> None:
    loaded(qtbot, table)
    assert table.rowCount() == 0
    assert not table.index(0, 0).isValid()
    assert table.id_at(0) is None
    assert table.data(QModelIndex()) is None or table.data(QModelIndex()) == ""
