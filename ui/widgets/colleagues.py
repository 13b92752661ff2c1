"""Who else has a record open: small avatars in a row, with their names for those who ask."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.painting import Brush
from ui.presence import Presence
from ui.theme import Theme

DISC = 22
_STEP = 16
_MOST = 3


class Colleagues(QWidget):
    """The avatars of those who have a record open; nothing while nobody has.

    They are told that I have it open as long as the pane that holds this is in sight.
    """

    def __init__(self, presence: Presence, theme: Theme, pane: QWidget) -> None:
        super().__init__(pane)
        pane.installEventFilter(self)
        self._presence = presence
        self._theme, self._pane = theme, pane
        self._record: tuple[str, int] | None = None
        self.names: tuple[str, ...] = ()
        presence.changed.connect(self._look)
        theme.changed.connect(self.update)
        self._look()

    def follow(self, kind: str, record_id: int) -> None:
        """Show who has this record open, and tell that I have, now or once the pane is in sight."""
        self._record = (kind, record_id)
        if self._pane.isVisible():
            self._presence.open(kind, record_id)
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the pane comes into sight and goes out of it; a window made small keeps what it has open."""
        if self._record is not None and not event.spontaneous():
            if event.type() == QEvent.Type.Show:
                self._presence.open(*self._record)
            elif event.type() == QEvent.Type.Hide:
                self._presence.close(*self._record)
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Return room for the avatars that are shown."""
        shown = min(len(self.names), _MOST)
        return QSize(DISC + _STEP * (shown - 1) if shown else 0, DISC)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint them, the first one on top."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            for place in reversed(range(min(len(self.names), _MOST))):
                brush.avatar(place * _STEP, 0, DISC, self.names[place])

    def _look(self) -> None:
        found = () if self._record is None else self._presence.colleagues(*self._record)
        self.tell(tuple(member.name for member in found))

    def tell(self, names: tuple[str, ...]) -> None:
        """Show these people."""
        self.names = names
        self.setToolTip(opened_by(names))
        self.setAccessibleName(self.toolTip())
        self.setFixedSize(self.sizeHint())
        self.setVisible(bool(names))
        self.update()


def opened_by(names: Sequence[str]) -> str:
    """Return who has a record open, in words; nothing where nobody has."""
    listed = ", ".join(names)
    if len(names) > 1:
        return QCoreApplication.translate("Colleagues", "{names} have this open").format(names=listed)
    return QCoreApplication.translate("Colleagues", "{name} has this open").format(name=listed) if names else ""
