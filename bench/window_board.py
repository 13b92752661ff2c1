"""The board with ten thousand open leads in the running window, offscreen, beside a bare QListView a stage.

python -m bench.window_board [LEADS]

Bare is what Qt costs at the least: a list view a stage over a plain model, each card a delegate that draws its name.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QDragMoveEvent, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.workspace import open_workspace
from bench.common import machine
from bench.fill import filled
from ui import theme as look
from ui.desk import Desk
from ui.leads.card import CARD_HEIGHT
from ui.leads.card_list import CardList
from ui.leads.stage_model import carried
from ui.theme import Theme
from ui.words import Words

SIZE = (1440, 900)
STEPS = 120
BREATH = 0.0002
"""Seconds between two looks at whether something came."""
_NO_INDEX = QModelIndex()


class BareModel(QAbstractListModel):
    """Names, and nothing else."""

    def __init__(self, names: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._names = names

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        return self._names[index.row()] if role == Qt.ItemDataRole.DisplayRole else None


class BareDelegate(QStyledItemDelegate):
    """A rounded card with a name in it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        del option, index
        return QSize(120, CARD_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = QRectF(option.rect).adjusted(5, 5, -5, -5)
        painter.drawRoundedRect(rect, 9, 9)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), index.data())


def bare(stages: Sequence[Sequence[str]]) -> tuple[QWidget, list[QListView]]:
    """Return a window with a list view a stage."""
    window = QWidget()
    row = QHBoxLayout(window)
    views = []
    for names in stages:
        view = QListView(window)
        view.setModel(BareModel(names, window))
        view.setItemDelegate(BareDelegate(view))
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        row.addWidget(view)
        views.append(view)
    window.resize(*SIZE)
    return window, views


def until(holds: Callable[[], object]) -> None:
    """Handle events until something holds, and let the readers have Python meanwhile, as an event loop at rest does."""
    end = time.perf_counter() + 60
    while not holds():
        QApplication.processEvents()
        time.sleep(BREATH)
        assert time.perf_counter() < end, "it never came about"


def took(work: Callable[[], object]) -> float:
    """Return the milliseconds of one call."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def percentiles(times: list[float]) -> str:
    """Return the median and the 95th percentile in words."""
    ordered = sorted(times)
    return f"p50 {ordered[len(ordered) // 2]:6.1f}  p95 {ordered[int(len(ordered) * 0.95)]:6.1f} ms"


def wheel(view: QListView) -> list[float]:
    """Return how long each step of the wheel took, its frame painted."""
    times = []
    for step in range(STEPS):
        down = -120 if step < STEPS * 3 // 4 else 120
        at = QPointF(view.viewport().rect().center())
        event = QWheelEvent(
            at,
            QPointF(view.viewport().mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(0, down),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )

        def turn(event: QWheelEvent = event) -> None:
            QApplication.sendEvent(view.viewport(), event)
            view.viewport().repaint()

        times.append(took(turn))
    return times


def hover(view: CardList, leads: Sequence[int]) -> list[float]:
    """Return how long it took until the line showed where a card would land, as one is dragged over a stage."""
    times = []
    data = carried(leads)
    for step in range(STEPS):
        at = QPoint(view.viewport().width() // 2, 20 + step * 5)
        event = QDragMoveEvent(
            at, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )

        def move(event: QDragMoveEvent = event) -> None:
            view.dragMoveEvent(event)
            view.viewport().repaint()

        times.append(took(move))
    return times


def lanes(desk: Desk) -> list[float]:
    """Return how long it took to part the board by each kind of lane, until it was painted."""

    def part(by: str) -> None:
        desk.window.board.part_by(by)
        QApplication.processEvents()
        desk.window.repaint()

    return [took(partial(part, by)) for by in ("owner", "source", "team", "campaign") * 2]


def drops(desk: Desk, longest: int, *, whole: bool) -> list[float]:
    """Return how long it took until a dropped card was shown in its new place.

    What changed is painted, or the `whole` window.
    """
    board = desk.window.board.board

    def drop(lead: int, stage: int) -> None:
        board.drop([lead], stage, None)
        if whole:
            desk.window.repaint()
        else:
            QApplication.sendPostedEvents(desk.window, QEvent.Type.UpdateRequest.value)

    times = []
    for step in range(20):
        card, target = board.stages[longest].cards[0], board.stages[1 + step % 5]
        times.append(took(partial(drop, card.id, target.stage.id)))
        until(lambda: desk.jobs.unsaved == 0)
    return times


def first_frames(desk: Desk) -> list[float]:
    """Return how long it took from asking for the board until its cards stood in the painted window."""
    came: list[bool] = []
    board = desk.window.board
    board.board.laid_out.connect(partial(came.append, True))

    def ask() -> None:
        came.clear()
        board.load()
        until(lambda: came)
        desk.window.repaint()

    times = []
    for _ in range(11):
        times.append(took(ask))
        until(lambda: desk.jobs.is_idle)
    return times


def built(desk: Desk, count: int) -> list[float]:
    """Return how long it took to read the board, lay all cards out and paint the window."""
    board = desk.window.board

    def build() -> None:
        board.load()
        until(lambda: desk.jobs.is_idle)
        until(lambda: sum(one.model.rowCount() for one in board.columns) >= count)
        desk.window.repaint()

    return [took(build) for _ in range(11)]


def searched(desk: Desk) -> list[float]:
    """Return how long it took from a word in the filter to the cards that meet it, painted."""
    board = desk.window.board

    def search(words: str) -> None:
        board.show_query(words)
        until(lambda: desk.jobs.is_idle)
        QApplication.processEvents()
        desk.window.repaint()

    times = [took(partial(search, words)) for words in ("ana", "luz", "nobody at all", "ana garcia") * 3]
    search("")
    return times


def main(arguments: list[str]) -> int:
    """Measure and print."""
    count = int(arguments[0]) if arguments else 10_000
    print(machine())
    application = QApplication.instance() or QApplication(["bench"])
    assert isinstance(application, QApplication)
    look.load_fonts(application)
    theme = Theme(application, "light")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TANDEM_CONFIG"] = folder
        url = filled(Path(folder) / "board.tandem", count, count)
        desk = Desk(open_workspace(url), theme, Words.plain("en"))
        board = desk.window.board
        desk.window.resize(*SIZE)
        desk.window.show()
        until(lambda: board.columns and sum(one.model.rowCount() for one in board.columns) >= count)
        desk.window.go_to("board")
        until(lambda: desk.jobs.is_idle)
        names = [[card.name for card in model.cards] for model in board.board.stages]
        longest = max(range(len(names)), key=lambda place: len(names[place]))
        made, views = bare(names)
        made.show()
        QTest.qWaitForWindowExposed(made)
        ours, theirs = wheel(board.columns[longest].cards), wheel(views[longest])
        print(
            f"wheel, {len(names[longest]):,} cards in a stage   ours {percentiles(ours)}   bare {percentiles(theirs)}"
        )
        lead = board.board.stages[longest].cards[0].id
        print(f"drag over a stage   ours {percentiles(hover(board.columns[0].cards, [lead]))}")
        print(f"board, first frame  ours {percentiles(first_frames(desk))}")
        print(f"board built         ours {percentiles(built(desk, count))}")
        print(f"board searched      ours {percentiles(searched(desk))}")
        print(f"a drop shown        ours {percentiles(drops(desk, longest, whole=False))}")
        print(f"the same, all drawn ours {percentiles(drops(desk, longest, whole=True))}")
        print(f"the window drawn    ours {percentiles([took(desk.window.repaint) for _ in range(20)])}")
        print(f"lanes shown         ours {percentiles(lanes(desk))}")
        made.close()
        desk.window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
