"""Keeping what the next start shows before it is loaded (`ui.glimpse`): the window's picture without its contacts."""

from functools import partial
from typing import Any

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from app import glimpsing
from app.beginning import is_server
from app.glimpse import Glimpse
from ui import kept
from ui.errand import Errand
from ui.glimpse import Frame, forget, look_of, place_of
from ui.jobs import Jobs
from ui.theme import Theme
from ui.welcome.plan import Plan
from ui.window import Window

_SETTLED = 2_000
"""Milliseconds after the last change of how the window looks."""
_LATER = 15_000
"""Milliseconds to wait where it does not show the plain list."""


class Glimpsing(QObject):
    """Keeps a glimpse of a window over a file whenever its list stands as a start would show it."""

    def __init__(self, window: Window, jobs: Jobs, theme: Theme, plan: Plan) -> None:
        super().__init__(window)
        self._window, self._jobs, self._theme, self._plan = window, jobs, theme, plan
        self._saving: Errand[None] | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SETTLED)
        self._soon.timeout.connect(self._look)
        if is_server(plan.url):
            return
        contacts = window.contacts
        contacts.table.laid_out.connect(self._stir)
        contacts.table.head_clicked.connect(self._stir)
        contacts.filters.sorted.connect(self._stir)
        theme.changed.connect(self._stir)
        theme.density_changed.connect(self._stir)
        window.closing.connect(self._soon.stop)
        window.installEventFilter(self)
        self._stir()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again once the window has another size or place."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._stir()
        return super().eventFilter(watched, event)

    def _stir(self, *_: object) -> None:
        self._soon.start(_SETTLED)

    def _look(self) -> None:
        contacts = self._window.contacts
        if not self._is_plain():
            self._soon.start(_LATER)
            return
        rows = contacts.table.viewport().height() // contacts.delegate.height + 1
        order = contacts.model.order
        wanted, keep = partial(_glimpse, order, rows), partial(self._keep, order)
        self._jobs.read(wanted, done=keep, failed=self._leave, key="glimpse", behind=True)

    def _is_plain(self) -> bool:
        """Return whether the window shows what it would show after a start, and nothing over it."""
        window = self._window
        contacts = window.contacts
        overlays = (window.toast, window.palette_, window.inbox, window.bar)
        return (
            window.isVisible()
            and window.place == "contacts"
            and contacts.is_plain
            and not any(one.isVisible() for one in overlays)
            and QApplication.activePopupWidget() is None
            and QApplication.activeModalWidget() is None
        )

    def _keep(self, order: str, glimpse: Glimpse | None) -> None:
        if glimpse is None:
            forget()
            return
        if not self._is_plain():
            self._soon.start(_LATER)
            return
        window, contacts = self._window, self._window.contacts
        words = window.around.words
        table, viewport = contacts.table, contacts.table.viewport()
        heads = table.horizontalHeader()
        columns = [
            [column.name, heads.sectionViewportPosition(place), heads.sectionSize(place)]
            for column in table.seen()
            for place in (table.columns.index(column),)
        ]
        area = _within(viewport, window)
        frame = Frame(
            place_of(self._plan),
            self._plan.as_member,
            kept.owner(window.around.context),
            look_of(self._theme, words, window.devicePixelRatioF()),
            window.windowTitle(),
            [window.width(), window.height()],
            window.isRightToLeft(),
            [area.x(), area.y(), area.width(), area.height()],
            order,
            columns,
            glimpse.plain(),
        )
        image = _emptied(window, [viewport, contacts.details])
        self._saving = Errand(partial(_save, frame, image), self._saved)

    def _saved(self, _: Errand[None]) -> None:
        self._saving = None

    def _leave(self, _: object) -> None:
        """Leave it be where the database is away: the window says so."""


def _glimpse(sort: str, rows: int, session: Any) -> Glimpse | None:
    return glimpsing.glimpse(session, sort, rows)


def _within(part: QWidget, window: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint()), part.size())


def _emptied(window: QWidget, parts: list[QWidget]) -> QImage:
    """Return a window's picture in which parts show nothing but their ground."""
    image = window.grab().toImage()
    painter = QPainter(image)
    for part in parts:
        if part.isVisible():
            area = _within(part, window).intersected(window.rect())
            inside = QPoint(area.right() - 2, area.bottom() - 2) * image.devicePixelRatio()
            painter.fillRect(area, image.pixelColor(inside))
    painter.end()
    return image


def _save(frame: Frame, image: QImage) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image)
    frame.write(bytes(buffer.data().data()))
