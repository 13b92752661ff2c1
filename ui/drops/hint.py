"""What lies over the window while files are dragged over it: where they would go, and what would become of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import icons
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

_WIDTH = 440
_ALONE = 400
"""Milliseconds in which a drag that has left the window's own parts must have come here, or it is gone."""
_EDGE = 12
_INSIDE, _ABOVE, _BESIDE = 20, 16, 14
_BORDER = 2  # both sides of the line around the card
_ROUND = 12
_CARDS = frozenset({".vcf", ".vcard"})
_LETTERS = frozenset({".eml", ".msg"})


@dataclass(frozen=True, slots=True)
class Under:
    """The contact under the pointer, and the part of the screen that stands for it."""

    contact_id: int
    name: str
    area: QRect


Find = Callable[[QPoint], Under | None]
"""Returns the contact at a place of the screen."""


class Hint(QWidget):
    """The sheet over the window. It takes the drag over from whatever lies below it."""

    dropped = Signal(list, object)  # the files' paths, and the contact that they were dropped on, or None

    def __init__(self, theme: Theme, find: Find, over: QWidget) -> None:
        super().__init__(over)
        self._theme, self._find, self._over = theme, find, over
        self._paths: list[Path] = []
        self._is_here = False
        self.under: Under | None = None
        self.setObjectName("drophint")
        self.setAcceptDrops(True)
        self._card = QFrame(self)
        self._card.setObjectName("popover")
        self._sign = QLabel(self._card)
        self._sign.setFixedSize(28, 28)
        self.title = wrapping(self._card, font(16, 600))
        self.words = wrapping(self._card, font(13), name="muted")
        texts = QVBoxLayout()
        texts.setSpacing(3)
        texts.addWidget(self.title)
        texts.addWidget(self.words)
        layout = QHBoxLayout(self._card)
        layout.setContentsMargins(_INSIDE, _ABOVE, _INSIDE, _ABOVE)
        layout.setSpacing(_BESIDE)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)
        self.hide()

    def begin(self, paths: Sequence[Path], place: QPoint) -> None:
        """Lie down over the window; `place` is where the pointer is on the screen."""
        self._paths = list(paths)
        self._is_here = False
        self.setGeometry(self._over.rect())
        self._look(place, anew=True)
        self.show()
        self.raise_()

    def leave_if_alone(self) -> None:
        """Go, unless the drag comes here."""
        QTimer.singleShot(_ALONE, self, self._leave_if_alone)

    def _leave_if_alone(self) -> None:
        if not self._is_here:
            self.hide()

    # The drag

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take the drag over."""
        self._is_here = True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._look(self.mapToGlobal(event.position().toPoint()))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where a drop would go."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._look(self.mapToGlobal(event.position().toPoint()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go when the files are carried away, or Esc is pressed."""
        event.accept()
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files on."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._look(self.mapToGlobal(event.position().toPoint()))
        self.hide()
        self.dropped.emit(local_paths(event), self.under)

    # What it says

    def _look(self, place: QPoint, *, anew: bool = False) -> None:
        under = self._find(place) if self._goes_on_a_contact() else None
        if under != self.under or anew:
            self.under = under
            self._say()
            self._sit()
            self.update()

    def _suffixes(self) -> set[str]:
        return {path.suffix.lower() for path in self._paths}

    def _goes_on_a_contact(self) -> bool:
        return bool(self._paths) and (
            self._suffixes() <= _LETTERS or (self._suffixes() <= _CARDS and len(self._paths) == 1)
        )

    def _say(self) -> None:
        are_letters, are_cards = self._suffixes() <= _LETTERS, self._suffixes() <= _CARDS
        count = len(self._paths)
        if not count:
            title, words = self.tr("It lies in the web"), self.tr("Save it as a file, and drop that.")
        elif are_letters and self.under is not None:
            title = self.tr("Write %n e-mails down on {name}", None, count).format(name=self.under.name)
            words = self.tr("Found in the timeline from then on, under the day of sending.")
        elif are_letters:
            title = self.tr("Write %n e-mails down", None, count)
            words = self.tr("The contact is found by the address; somebody new becomes one.")
        elif are_cards and self.under is not None:
            title = self.tr("Lay the card on {name}").format(name=self.under.name)
            words = self.tr("It fills in what is missing and brings the rest up to date. You can undo it.")
        elif are_cards:
            title = self.tr("Import %n files of contacts", None, count)
            words = self.tr("Drop a single card on a contact to fill that one in.")
        else:
            title = self.tr("Import %n files", None, count)
            words = self.tr("Nothing is written before you have seen what would change.")
        self.title.setText(title)
        self.words.setText(words)
        name = "mail" if are_letters else "user-round-plus" if are_cards else "upload"
        self._sign.setPixmap(icons.pixmap(name, self._theme.colour("accent"), 28, self.devicePixelRatioF()))
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)

    def _sit(self) -> None:
        width = min(_WIDTH, self.width() - 4 * _EDGE)
        self._card.setFixedWidth(width)
        room = width - 2 * _INSIDE - self._sign.width() - _BESIDE - _BORDER
        height = self.title.heightForWidth(room) + self.words.heightForWidth(room) + 3 + 2 * _ABOVE + _BORDER
        self._card.setFixedHeight(max(height, self._sign.height() + 2 * _ABOVE))
        area = self._marked()
        place = QPoint((self.width() - width) // 2, (self.height() - height) // 2)
        if area is not None:
            # Beside what is marked, so that one sees whose card it would be.
            below = area.bottom() + _EDGE
            place.setY(below if below + height < self.height() else max(_EDGE, area.top() - _EDGE - height))
            if area.height() > self.height() // 2:
                free = area.left() if not self.isRightToLeft() else area.right()
                x = free - width - _EDGE if not self.isRightToLeft() else free + _EDGE
                place = QPoint(min(max(_EDGE, x), self.width() - width - _EDGE), (self.height() - height) // 2)
        self._card.move(place)

    def _marked(self) -> QRect | None:
        """Return the place of the contact under the pointer, as this sheet counts."""
        if self.under is None:
            return None
        area = self.under.area
        return QRect(self.mapFromGlobal(area.topLeft()), area.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the drop would go to: the whole window, or a contact."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            marked = self._marked()
            # What is marked stays as clear as it was.
            veiled = QRegion(self.rect()) - QRegion(marked or QRect())
            painter.setClipRegion(veiled)
            painter.setOpacity(0.72)
            painter.fillRect(self.rect(), self._theme.colour("canvas"))
            painter.setClipping(False)
            area = QRectF(marked or self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)).adjusted(1, 1, -1, -1)
            painter.setPen(QPen(self._theme.colour("accent"), 2, Qt.PenStyle.DashLine))
            painter.setOpacity(0.35)
            painter.setBrush(self._theme.colour("accent_soft"))
            painter.drawRoundedRect(area, _ROUND, _ROUND)
            painter.setOpacity(1)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, _ROUND, _ROUND)


def local_paths(event: QDropEvent) -> list[Path]:
    """Return the files that a drag carries; what lies in the web is none."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
