"""What a start shows while the program is loaded: the window as it was left, and the first rows as they are now.

Half of a start goes into loading what the database is spoken to with. The list of contacts is read before that, by a
statement written down last time (`ui.glimpsing`), and painted into a picture of the window in which nothing of any
contact was kept. Nothing can be done with it: the window takes its place as soon as it is made, and begins with the
same rows.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Self
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QObject,
    QRect,
    QSize,
    Qt,
    QThread,
    QTimer,
    SignalInstance,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from app import VERSION, settings
from app.contact_row import ContactRow
from app.glimpse import Glimpse
from ui import kept
from ui.contacts.cells import ContactCells, texts
from ui.errand import Errand
from ui.leads.colours import StageLook
from ui.lists.column import Column
from ui.painting import Brush
from ui.theme import Theme
from ui.welcome.plan import Plan
from ui.words import Words

_SLOWEST = 3_000
"""Milliseconds after which the window takes its place whether it has rows or not."""
_AT_ONCE = 200
"""Milliseconds that a start gives to the first rows before it goes on: they are read in a few."""
_STEP = 2
"""Milliseconds between two looks at whether they are there."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A window as it was left, but for what stood in its list.

    Attributes:
        url, member, owner: which workspace it was over, as whom, and under which name the window's state is kept.
        look: language, theme and density, and how sharp the screen was; of another look it is of no use.
        title, size: the window's, the latter in pixels.
        mirrored: whether it was laid out from right to left.
        table: where the rows lay: from left, from top, width, height.
        order: what the rows are sorted by.
        columns: the columns in sight: name, from left within the table, width.
        glimpse: what the rows are read with, as plain values.
    """

    url: str
    member: str | None
    owner: str
    look: list[Any]
    title: str
    size: list[int]
    mirrored: bool
    table: list[int]
    order: str
    columns: list[list[Any]]
    glimpse: dict[str, Any]

    def write(self, picture: bytes) -> None:
        """Keep it for the next start, with its picture; where that cannot be, there is none."""
        forget()
        try:
            _picture().write_bytes(picture)
            _file().write_text(json.dumps({"version": VERSION, **asdict(self)}, ensure_ascii=False), encoding="utf-8")
        except OSError:
            forget()

    @classmethod
    def read(cls) -> Self | None:
        """Return the one that was kept by this version of the program; None where there is none that can be read."""
        try:
            found = json.loads(_file().read_text(encoding="utf-8"))
            return cls(**found) if found.pop("version") == VERSION else None
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None

    def fits(self, plan: Plan, look: Sequence[Any]) -> bool:
        """Return whether a start would show just this window, with the list of contacts."""
        if plan.kind != "open" or plan.files or (place_of(plan), plan.as_member) != (self.url, self.member):
            return False
        first = settings.read().get("first_page", kept.LAST_PAGE)
        if first == kept.LAST_PAGE:
            first = kept.state(self.owner).get("page", "contacts")
        return first == "contacts" and list(look) == self.look


def look_of(theme: Theme, words: Words, sharpness: float) -> list[Any]:
    """Return what a window looks like beside its size and what it shows."""
    return [words.language, theme.is_dark, theme.is_high_contrast, theme.density, sharpness]


def place_of(plan: Plan) -> str:
    """Return where the file lies that a plan names, whichever way it names it."""
    return str(Path(plan.url).resolve())


def forget() -> None:
    """Keep no glimpse."""
    for file in (_file(), _picture()):
        try:
            file.unlink(missing_ok=True)
        except OSError:
            return


@dataclass(frozen=True, slots=True)
class _Stage:
    name: str
    team: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Lists:
    stages: Mapping[int, StageLook]


@dataclass(frozen=True, slots=True)
class _Around:
    context: _Lists
    words: Words
    now: datetime


class _Painter(ContactCells):
    def __init__(self, theme: Theme, around: _Around) -> None:
        self.theme = theme
        self.around = around


class GlimpseWindow(QWidget):
    """The picture of a window, with the first rows of its list. To close it is to leave the program."""

    def __init__(
        self, frame: Frame, glimpse: Glimpse, picture: QPixmap, theme: Theme, words: Words, now: datetime
    ) -> None:
        super().__init__()
        self._frame = frame
        self._picture = picture
        self._theme = theme
        stages = {number: _Stage(*told) for number, told in glimpse.stages.items()}
        words = words.at(ZoneInfo(glimpse.zone), glimpse.currency)
        around = _Around(_Lists(stages), words, now)
        said = texts(around)
        self._painter = _Painter(theme, around)
        self._columns = [
            (Column(name, "", "", said[name], 0, 0) if name in said else None, x, width)
            for name, x, width in frame.columns
        ]
        self._rows: Sequence[ContactRow] | None = None
        self._is_painted = False
        self._has_ended = False
        self.setWindowTitle(frame.title)
        self.setAccessibleName(frame.title)
        self.setCursor(Qt.CursorShape.BusyCursor)
        if not kept.put_geometry(self, kept.state(frame.owner).get("geometry")):
            self.resize(kept.first_size())
        self._errand = Errand(partial(glimpse.rows, Path(frame.url), now), self._take)

    @property
    def early(self) -> tuple[str, Sequence[ContactRow]] | None:
        """What the rows are sorted by, and they themselves as they were at the start; None where they are not there."""
        return None if self._rows is None else (self._frame.order, self._rows)

    @property
    def is_as_kept(self) -> bool:
        """Whether it comes in the size that it had when it was kept; one that fills its screen does so once shown."""
        return self.isMaximized() or self.size() == QSize(*self._frame.size)

    def wait(self) -> None:
        """Stay until the rows are painted, but not for long."""
        patience = QDeadlineTimer(_AT_ONCE)
        while not self._is_painted and not patience.hasExpired():
            QCoreApplication.processEvents()
            QThread.msleep(_STEP)

    def give_way(self, window: QWidget, ready: SignalInstance | None, stand: Callable[[], None]) -> None:
        """Call `stand`, which shows the window, as soon as that is ready, and go once it has painted itself."""
        swap = partial(self._swap, window, stand)
        if ready is None:
            swap()
            return
        ready.connect(swap, Qt.ConnectionType.SingleShotConnection)
        QTimer.singleShot(_SLOWEST, self, swap)

    def end(self) -> None:
        """Go out of sight; it was not the person who closed it."""
        self._has_ended = True
        self._errand.give_up()
        self.close()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the window's picture, and the rows in it."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("canvas"))
        painter.drawPixmap(0, 0, self._picture)
        table = QRect(*self._frame.table)
        painter.setClipRect(table)
        painter.fillRect(table, self._theme.colour("surface"))
        self._is_painted = self._rows is not None
        height = self._painter.height
        places = -(-table.height() // height) if self._rows is None else len(self._rows)
        for place in range(places):
            top = table.top() + place * height
            if top > table.bottom():
                break
            for number, (column, x, width) in enumerate(self._columns):
                self._paint_cell(painter, QRect(table.left() + x, top, width, height), place, number, column)

    def _paint_cell(self, painter: QPainter, area: QRect, place: int, number: int, column: Column | None) -> None:
        painter.save()
        brush = Brush(painter, self._theme, area, mirrored=self._frame.mirrored)
        self._painter.ground(brush, area, number, selected=place == 0, focused=False)
        if column is None or self._rows is None:
            self._painter.bone(brush, area, number)
        else:
            self._painter.cell(brush, area, self._rows[place], column)
        painter.restore()

    def _take(self, errand: Errand[Sequence[ContactRow] | None]) -> None:
        self._rows = errand.result
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go once the window has painted itself."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.end)
        return super().eventFilter(watched, event)

    def _swap(self, window: QWidget, stand: Callable[[], None]) -> None:
        if not self._has_ended:
            self._has_ended = True
            window.installEventFilter(self)
            stand()


def window_of(frame: Frame, theme: Theme, words: Words, sharpness: float, now: datetime) -> GlimpseWindow:
    """Return the window that shows what was kept last, with the rows of now.

    Raises:
        KeyError, TypeError, ValueError: what was kept is something else.
    """
    picture = QPixmap(str(_picture()))
    picture.setDevicePixelRatio(sharpness)
    return GlimpseWindow(frame, Glimpse.of(frame.glimpse), picture, theme, words, now)


def show_glimpse(plan: Plan, theme: Theme, words: Words, sharpness: float) -> GlimpseWindow | None:
    """Show what a start is going to show, where it is known; return its window."""
    frame = Frame.read()
    if frame is None or not frame.fits(plan, look_of(theme, words, sharpness)):
        return None
    try:
        window = window_of(frame, theme, words, sharpness, datetime.now(UTC))
    except (KeyError, TypeError, ValueError):
        return None
    if not window.is_as_kept:
        window.end()
        return None
    window.show()
    window.wait()
    return window


def _file() -> Path:
    return settings.folder() / "glimpse.json"


def _picture() -> Path:
    return settings.folder() / "glimpse.png"
