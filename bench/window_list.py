"""The list of contacts in the running window, drawn off screen, beside a bare table of the same size.

python -m bench.window_list [CONTACTS] [FILE]          a million contacts when left out; FILE is made unless it is there

A tenth of the contacts have a lead. The first rows are shown in turn with those of a window over a thousand contacts;
the memory is what the process grew by from an empty window to the whole list.

A frame is what a turn of the wheel or a jump takes until the viewport is painted; pages that are not at hand are read
meanwhile and painted in a frame of their own. The bare table makes its texts up and paints them as Qt does by itself.
"""

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    Qt,
    QTimer,
)
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from app import bulk, contacts
from app.workspace import open_workspace
from bench.common import machine
from bench.fill import filled
from db.journal import piece
from ui import theme as look
from ui import words
from ui.contacts.page import ContactsPage
from ui.desk import Desk
from ui.rooms import PREPARING
from ui.theme import Theme
from ui.words import Words

STEPS = 200
FEW = 1_000
TURNS = 15
WORDS = ("h", "hi", "hir", "hiro", "hiros", "hiroshi", "example", "zzyzx", "li", "garc")
PATIENCE = 60.0
REST = 0.1
"""Seconds before somebody does the next thing: what came last is painted by then."""
STILL = 1.0
"""Seconds in which nothing is read or made: what is made in the quiet weighs the same, however long the list takes."""
BREATH = 0.0002
"""Seconds between two looks at whether something came."""
NOWHERE = QModelIndex()


class Bare(QAbstractTableModel):
    """As many rows, made up."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:  # noqa: N802 - as above
        return 0 if parent.isValid() else 6

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        return f"row {index.row()}, {index.column()}" if role == 0 else None


def until(holds: Callable[[], object]) -> None:
    """Let the window work until something holds, and the readers meanwhile, as beside an event loop at rest."""
    end = time.perf_counter() + PATIENCE
    while not holds():
        assert time.perf_counter() < end, "it never came about"
        QApplication.processEvents()
        time.sleep(BREATH)


def frame(act: Callable[[], object]) -> float:
    """Return the milliseconds that something takes until its frame is painted."""
    began = time.perf_counter()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def wheel(table: QTableView, *, down: bool) -> None:
    """Turn the wheel over a table by one notch."""
    at = QPointF(table.viewport().rect().center())
    turn = QPoint(0, -120 if down else 120)
    none = Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    given = table.viewport().mapToGlobal(at)
    event = QWheelEvent(at, given, QPoint(), turn, Qt.MouseButton.NoButton, none, phase, False)
    QApplication.sendEvent(table.viewport(), event)


def told(name: str, times: list[float]) -> None:
    """Say a row of the table."""
    ordered = sorted(times)
    print(f"{name:<48} p50 {statistics.median(ordered):8.1f} ms   p95 {ordered[int(len(ordered) * 0.95)]:8.1f} ms")


def scrolled(name: str, table: QTableView) -> None:
    """Scroll a table by the wheel and by jumps, and say what a frame takes."""
    bar = table.verticalScrollBar()
    bar.setValue(0)
    QApplication.processEvents()
    told(f"{name}: wheel down", [frame(partial(wheel, table, down=True)) for _ in range(STEPS)])
    most = bar.maximum()
    places = [most * step // 50 for step in range(50)]
    told(f"{name}: drag, a place never seen", [frame(partial(bar.setValue, place)) for place in places])
    told(f"{name}: jump to the end and back", [frame(partial(bar.setValue, at)) for at in (most, 0) * 20])


def bare(rows: int, table: QTableView) -> QTableView:
    """Return a plain table over made-up rows, of the size of another."""
    made = QTableView()
    made.setModel(Bare(rows))
    made.setShowGrid(False)
    made.verticalHeader().hide()
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    made.verticalHeader().setDefaultSectionSize(table.rowHeight(0))
    made.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    made.resize(table.size())
    made.show()
    QApplication.processEvents()
    return made


class First(QObject):
    """Sees when the first rows of a list are painted."""

    def __init__(self, page: ContactsPage) -> None:
        super().__init__()
        self._page = page
        self._came = self._painted = False
        page.model.arrived.connect(self._hear)
        page.table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self._painted = self._painted or (self._came and event.type() == QEvent.Type.Paint)
        return super().eventFilter(watched, event)

    def _hear(self) -> None:
        self._came = True

    def after(self, act: Callable[[], object]) -> tuple[float, float]:
        """Return the milliseconds until the first rows are painted, and until all ids are known."""
        rested = time.perf_counter() + REST
        until(lambda: time.perf_counter() > rested)
        self._came = self._painted = False
        began = time.perf_counter()
        act()
        # The turn of the loop that paints them has ended by then; no rows leave nothing to paint.
        until(lambda: self._painted or (self._came and not self._page.model.rowCount()))
        first = (time.perf_counter() - began) * 1000
        until(lambda: self._page.model.is_whole)
        return first, (time.perf_counter() - began) * 1000


def held() -> float:
    """Return how much memory the process holds, in megabytes; its most so far where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        import resource  # noqa: PLC0415 - no such module on Windows

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def shown(url: str, application: QApplication) -> Desk:
    """Open a workspace in a window, and wait until its list is there."""
    desk = Desk(open_workspace(url), Theme(application, "light"), Words.plain("en"))
    desk.window.resize(1440, 900)
    desk.window.show()
    gc.freeze()  # as the program does with each window that it opens
    preparing = desk.window.findChild(QTimer, PREPARING)
    assert preparing is not None
    since = time.perf_counter()

    def stands() -> bool:
        nonlocal since
        if preparing.isActive() or not (desk.window.contacts.model.is_whole and desk.jobs.is_idle):
            since = time.perf_counter()
        return time.perf_counter() - since > STILL

    until(stands)
    return desk


def put_away(desk: Desk) -> None:
    """Close a window, and let go of all that hung on it."""
    desk.window.close()
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def first_rows(many_rows: ContactsPage, few_rows: ContactsPage) -> None:
    """Show two lists from their first row on, in turn, and say how long it takes until it is painted."""
    times: dict[ContactsPage, list[float]] = {many_rows: [], few_rows: []}
    for _ in range(TURNS):
        for page, found in times.items():
            found.append(First(page).after(partial(page.search, ""))[0])
    told("first rows painted", times[many_rows])
    told(f"    the same, {FEW:,} contacts", times[few_rows])
    print(f"    ratio {statistics.median(times[many_rows]) / statistics.median(times[few_rows]):.2f}  promise: ≤ 1.5")


def asked(page: ContactsPage) -> None:
    """Type words in the filter, and say how long it takes until their first rows stand there."""
    first = First(page)
    found = [first.after(partial(page.search, word)) for word in WORDS * 3]
    told("filter, a word to its first rows painted", [one for one, _ in found])
    told("filter, a word to all its ids", [one for _, one in found])
    first.after(partial(page.search, ""))


def sorted_by(page: ContactsPage) -> None:
    """Sort by each column, and say how long it takes until the first rows stand there."""
    first = First(page)
    for order in ("name", "-created", "city", "owner", "stage", "-score", "-active", "tags", "email", "company"):
        print(f"{f'sort by {order}: first rows painted':<48} {first.after(partial(page.sort_by, order))[0]:12.1f} ms")
    first.after(partial(page.sort_by, "name"))


def many(url: str, count: int) -> None:
    """Tag many contacts in pieces, and say what it takes and how long one piece holds others up."""
    with open_workspace(url) as workspace:
        ids = list(workspace.read(contacts.ids))[:count]
        pieces = []
        began = time.perf_counter()
        for number, start in enumerate(range(0, len(ids), bulk.BLOCK)):
            one = time.perf_counter()
            some = ids[start : start + bulk.BLOCK]
            workspace.write(bulk.tag, "contact", some, [f"bench {began}"], op=piece(f"bench{began}", number))
            pieces.append((time.perf_counter() - one) * 1000)
        whole = time.perf_counter() - began
    print(f"{f'tag {len(ids):,} contacts':<48} {whole * 1000:12.0f} ms")
    told("    a piece of 500, while another's save waits", pieces)


def main(arguments: list[str]) -> int:
    """Measure."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    count = int(arguments[0]) if arguments else 1_000_000
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TANDEM_CONFIG"] = folder
        leads = count // 10
        url = filled(Path(arguments[1]) if len(arguments) > 1 else Path(folder) / "list.tandem", count, leads, 0.8)
        application = QApplication(["bench"])
        look.load_fonts(application)
        translators = words.install(application, "en")
        empty = shown(filled(Path(folder) / "empty.tandem", 0), application)
        before = held()
        put_away(empty)
        desk = shown(url, application)
        print(f"{'memory over an empty window':<48} {held() - before:12.0f} MB   promise: ≤ 80")
        page = desk.window.contacts
        few = shown(filled(Path(folder) / "few.tandem", FEW, FEW // 10, 0.8), application)
        first_rows(page, few.window.contacts)
        put_away(few)
        scrolled("our list", page.table)
        scrolled("bare table", bare(count, page.table))
        asked(page)
        sorted_by(page)
        told("select all", [frame(page.acts.picks.choose_all), frame(page.acts.picks.clear)] * 5)
        desk.window.close()
        for translator in translators:
            application.removeTranslator(translator)
        many(url, min(count, 10_000))
        many(url, min(count, 100_000))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
