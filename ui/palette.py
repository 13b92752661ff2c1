"""The palette: people, companies, leads, views and everything that can be done, found by a few letters (Ctrl+K)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app import jumping, settings
from app.errors import KnownError
from app.jumping import Hit
from ui import icons
from ui.jobs import Jobs
from ui.painting import NORMAL, NORMAL_STRONG, SMALL, TINY_STRONG, Brush
from ui.ranking import Item, at_word, in_order
from ui.theme import Theme, font
from ui.words import matches

WIDTH, TOP = 580, 64
ROW, HEAD = 38, 32
TYPING = 60
"""Milliseconds after a letter before records are looked for; commands are there at once."""
MOST_COMMANDS = 8
MOST_USED = 20
"""Commands of which it is kept that they were used."""
_MOST_HEIGHT = 460
_ITEM = int(Qt.ItemDataRole.UserRole)
_NO_INDEX = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


def _shared(groups: Sequence[tuple[bool, str, list[Item]]]) -> list[tuple[str, list[Item]]]:
    """Return the groups with as many lines as are in sight: each has its share, what one leaves goes to the first."""
    room = (_MOST_HEIGHT - HEAD * len(groups)) // ROW
    shares = [min(len(lines), max(1, room // max(1, len(groups)))) for _, _, lines in groups]
    for number, (_, _, lines) in enumerate(groups):
        shares[number] += max(0, min(len(lines) - shares[number], room - sum(shares)))
    return [(title, lines[:share]) for (_, title, lines), share in zip(groups, shares, strict=True)]


def _used_before() -> list[str]:
    """Return the commands that were used on this computer, the last one first."""
    kept = settings.read().get("commands_used", [])
    return [str(one) for one in kept] if isinstance(kept, list) else []


class _Lines(QAbstractListModel):
    """The lines with their heads."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: Sequence[Item] = ()

    def put(self, items: Sequence[Item]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many lines there are, heads included."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return a line's text, or the line itself for painting."""
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == _ITEM:
            return item
        if role == int(Qt.ItemDataRole.DisplayRole):
            return item.title
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (item.title, item.beside) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a head cannot be chosen."""
        if not index.isValid() or self.items[index.row()].run is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Delegate(QStyledItemDelegate):
    """Paints the lines; what was typed stands out in them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.typed = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a line."""
        del option
        item: Item = index.data(_ITEM)
        return QSize(100, HEAD if item.run is None else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line."""
        item: Item = index.data(_ITEM)
        area: QRect = option.rect
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            brush = Brush(painter, self._theme, area, mirrored=mirrored)
            rect = QRectF(area)
            if item.run is None:
                brush.text(rect.adjusted(10, 8, -10, 0), item.title, TINY_STRONG, "muted")
                return
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour("accent_soft"))
                painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 8, 8)
            brush.icon(rect.left() + 12, rect.top() + 10, item.icon, 18, "muted")
            side = min(SMALL.width(item.beside) + 4, rect.width() / 2) if item.beside else 0
            words = rect.adjusted(44, 0, -side - 24, 0)
            self._title(brush, words, item.title)
            if item.beside:
                beside = QRectF(rect.right() - side - 12, rect.top(), side, rect.height())
                brush.text(beside, item.beside, SMALL, "muted", trailing=True)
        finally:
            painter.restore()

    def _title(self, brush: Brush, rect: QRectF, title: str) -> None:
        found = matches(title, self.typed)
        if not found or NORMAL.width(title) > rect.width():
            brush.text(rect, title, NORMAL, "text")
            return
        start, end = found
        left = rect.left()
        for part, face, token in (
            (title[:start], NORMAL, "text"),
            (title[start:end], NORMAL_STRONG, "accent_text"),
            (title[end:], NORMAL, "text"),
        ):
            if part:
                width = face.metrics.horizontalAdvance(part)
                brush.text(QRectF(left, rect.top(), width + 6, rect.height()), part, face, token)
                left += width


class Palette(QWidget):
    """Lies over the window while it is open. `commands` are what can be done; `open_asked` names a record."""

    open_asked = Signal(str, int)  # kind, id

    def __init__(self, jobs: Jobs, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._theme = theme
        self._commands: Sequence[Item] = ()
        self._hits: Sequence[Hit] = ()
        self._over = parent
        self._before: QWidget | None = None
        self._used = _used_before()
        self._was_moved = False  # whether the chosen line was chosen by hand
        self.panel = QFrame(self)
        self.panel.setObjectName("palette")
        self.field = QLineEdit(self.panel)
        self.field.setObjectName("palette")
        self.field.setFont(font(16))
        self.field.setPlaceholderText(self.tr("Search or run a command"))
        self.field.setAccessibleName(self.tr("Search or run a command"))
        self._glass = QAction(self)
        self.field.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.lines = _Lines(self)
        self._delegate = _Delegate(theme, self)
        self.list = QListView(self.panel)
        self.list.setObjectName("palette")
        self.list.setModel(self.lines)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Results"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._run)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.nothing = QLabel(self.panel)
        self.nothing.setObjectName("muted")
        self.nothing.setWordWrap(True)
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setContentsMargins(14, 10, 14, 14)
        rule = QFrame(self.panel)
        rule.setObjectName("rule")
        layout = QVBoxLayout(self.panel)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(4)
        for widget in (self.field, rule, self.list, self.nothing):
            layout.addWidget(widget)
        self._soon = QTimer(self, singleShot=True, interval=TYPING)
        self._soon.timeout.connect(self._look)
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        parent.installEventFilter(self)
        theme.changed.connect(self._draw)
        self._draw()
        self.hide()

    def _draw(self) -> None:
        self._glass.setIcon(icons.icon("search", self._theme.colour("muted"), 18))

    # Opening and closing

    def begin(self, commands: Sequence[Item], text: str = "") -> None:
        """Open over the window with what can be done now."""
        self._before = QApplication.focusWidget()
        self._commands = commands
        self._hits = ()
        self.field.setText(text)
        self._show()
        self._sit()
        self.show()
        self.raise_()
        self.field.setFocus()

    def end(self) -> None:
        """Close, and give the focus back."""
        self._soon.stop()
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field go about the list; the palette follows the window's size."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._sit()
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
            key = Qt.Key(event.key())
            if key in steps:
                self._step(steps[key])
                return True
            if key == Qt.Key.Key_Escape:
                self.end()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentIndex())
                return True
        return bool(super().eventFilter(watched, event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel closes it."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.end()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies below."""
        del event
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("veil"))

    # Finding

    def _typed(self) -> None:
        self._show()
        self._soon.start()

    def _look(self) -> None:
        self._jobs.read(
            jumping.look, self.field.text(), done=self._take, failed=self._ignore, key=f"{id(self)}.palette"
        )

    def _take(self, hits: Sequence[Hit]) -> None:
        self._hits = hits
        self._show()

    def _ignore(self, error: KnownError) -> None:
        """Leave the commands alone on the list; that the database is away is said by the bar already."""

    def _show(self) -> None:
        typed = self.field.text()
        titles = {
            "contact": (self.tr("Contacts"), "user-round"),
            "company": (self.tr("Companies"), "building-2"),
            "lead": (self.tr("Leads"), "square-kanban"),
        }
        groups: list[tuple[bool, str, list[Item]]] = []
        for kind, (title, icon) in titles.items():
            hits = [hit for hit in self._hits if hit.kind == kind] if typed.strip() else []
            if hits:
                named = any(at_word(hit.name, typed) for hit in hits)
                lines = [Item(hit.name, icon, hit.beside, partial(self._open, hit)) for hit in hits]
                groups.append((named, title, lines))
        commands = in_order(self._commands, typed, self._used)
        if commands:
            meant = at_word(commands[0].title, typed)
            groups.append((meant, self.tr("Commands"), commands[:MOST_COMMANDS]))
        # A name or command in which a word begins so is meant before letters in the middle of an address.
        groups.sort(key=lambda one: not one[0])
        found = [line for title, lines in _shared(groups) for line in (Item(title), *lines)]
        self._delegate.typed = typed
        chosen = self._chosen_title()
        self.lines.put(found)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.nothing.setText(self.tr("Nothing is called “{words}”.").format(words=typed[:80]))
        rows = [row for row, item in enumerate(found) if item.run is not None]
        again = next((row for row in rows if found[row].title == chosen), None) if self._was_moved else None
        if rows:
            self.list.setCurrentIndex(self.lines.index(rows[0] if again is None else again, 0))
            if again is None:
                self.list.scrollToTop()
        self._was_moved = again is not None
        self._sit()

    def _chosen_title(self) -> str:
        index = self.list.currentIndex()
        item: Item | None = index.data(_ITEM) if index.isValid() else None
        return item.title if item is not None else ""

    def _step(self, step: int) -> None:
        rows = [row for row, item in enumerate(self.lines.items) if item.run is not None]
        if not rows:
            return
        self._was_moved = True
        now = self.list.currentIndex().row()
        place = rows.index(now) if now in rows else -1
        row = rows[(place + step) % len(rows)]
        self.list.setCurrentIndex(self.lines.index(row, 0))
        if row == rows[0]:
            self.list.scrollToTop()

    def _run(self, index: QModelIndex) -> None:
        item: Item | None = index.data(_ITEM) if index.isValid() else None
        if item is not None and item.run is not None:
            self.end()
            if item.key:
                self._used = [item.key, *(one for one in self._used if one != item.key)][:MOST_USED]
                settings.write(commands_used=self._used)
            item.run()

    def _open(self, hit: Hit) -> None:
        self.open_asked.emit(hit.kind, hit.id)

    def _sit(self) -> None:
        parent = self._over
        self.setGeometry(parent.rect())
        rows = sum(HEAD if item.run is None else ROW for item in self.lines.items)
        most = min(_MOST_HEIGHT, parent.height() - TOP - 120)
        self.list.setFixedHeight(max(ROW, min(rows, most)))
        width = min(WIDTH, parent.width() - 40)
        self.panel.setFixedWidth(width)
        self.panel.adjustSize()
        self.panel.move((parent.width() - width) // 2, TOP)
