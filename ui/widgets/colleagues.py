"""Who else has a record open: small avatars in a row, with their names for those who ask."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.painting import Brush
from ui.presence import Presence
from ui.theme import Theme

DISC = 22
_STEP = 16
_MOST = 3


class Colleagues(QWidget):
    """The avatars of those who have a record open; nothing while nobody has."""

    def __init__(self, presence: Presence, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presence = presence
        self._theme = theme
        self._record: tuple[str, int] | None = None
        self.names: tuple[str, ...] = ()
        presence.changed.connect(self._look)
        theme.changed.connect(self.update)
        self._look()

    def follow(self, kind: str, record_id: int) -> None:
        """Show who has this record open."""
        self._record = (kind, record_id)
        self._look()

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
        listed = ", ".join(names)
        said = self.tr("{names} have this open") if len(names) > 1 else self.tr("{name} has this open")
        self.setToolTip(said.format(names=listed, name=listed) if names else "")
        self.setAccessibleName(said.format(names=listed, name=listed) if names else "")
        self.setFixedSize(self.sizeHint())
        self.setVisible(bool(names))
        self.update()
