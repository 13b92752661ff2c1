"""The title row: menus, the way into the palette, the state of saving, what waits for me, who I am."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QPushButton, QSizePolicy, QWidget

from app.context import MemberRow
from ui.notices import SaveState
from ui.painting import NORMAL, SMALL, TINY_STRONG, Brush
from ui.theme import Theme

HEIGHT = 46
_DISC = 26
_AROUND_MENU = 20  # padding and space, as `ui.sheet` has them
_MENU_HEIGHT = 28
_FIELD_HEIGHT = 32
_BADGE = 15


class FindButton(QPushButton):
    """Looks like a field and opens the palette, in which one types."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("find")
        self.setFixedHeight(_FIELD_HEIGHT)
        self.setMinimumWidth(260)
        self.setMaximumWidth(420)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Search or run a command"))
        self.setToolTip(self.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._keys = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as a field with its key."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            focused = self.hasFocus()
            edge = self._theme.colour("accent" if focused else "line")
            painter.setPen(QPen(edge, 2 if focused else 1))
            painter.setBrush(self._theme.colour("surface"))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5) if focused else rect, 8, 8)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            brush.icon(11, (self.height() - 16) / 2, "search", 16, "muted")
            wide = SMALL.width(self._keys) + 14
            key = QRectF(self.width() - wide - 7, 7, wide, self.height() - 14)
            painter.setPen(QPen(self._theme.colour("line"), 1))
            painter.setBrush(self._theme.colour("sunken"))
            painter.drawRoundedRect(brush.place(key), 5, 5)
            brush.text(key.adjusted(7, 0, 0, 0), self._keys, SMALL, "muted")
            words = QRectF(38, 0, self.width() - wide - 54, self.height())
            brush.text(words, self.accessibleName(), NORMAL, "faint")


class Bell(QPushButton):
    """How much waits for me."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = 0
        self.setObjectName("bell")
        self.setFixedSize(QSize(34, 32))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.update)
        self.tell(0)

    @property
    def count(self) -> int:
        """How much is said to wait."""
        return self._count

    def tell(self, count: int) -> None:
        """Say how much waits for me."""
        self._count = count
        said = self.tr("%n waiting for you", None, count) if count else self.tr("Nothing waits for you")
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            if self.underMouse() or self.isDown():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour("hover"))
                painter.drawRoundedRect(rect, 7, 7)
            if self.hasFocus():
                painter.setPen(QPen(self._theme.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect, 7, 7)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            brush.icon(8, 7, "bell", 18, "muted")
            if self._count:
                figure = str(self._count) if self._count < 100 else "99+"
                wide = max(_BADGE, TINY_STRONG.width(figure) + 8)
                badge = QRectF(min(18, 33 - wide), 2, wide, _BADGE)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour("bad"))
                painter.drawRoundedRect(brush.place(badge), _BADGE / 2, _BADGE / 2)
                inner = badge.adjusted((wide - TINY_STRONG.width(figure)) / 2, 0, 4, 0)
                brush.text(inner, figure, TINY_STRONG, "frame")


class Me(QPushButton):
    """Whose window this is; opens what concerns oneself."""

    def __init__(self, theme: Theme, me: MemberRow | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ""
        self.setObjectName("me")
        self.setFixedSize(QSize(_DISC + 6, _DISC + 6))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tell(me)

    def tell(self, me: MemberRow | None) -> None:
        """Say who acts."""
        self._name = me.name if me is not None else ""
        self.setToolTip(self._name)
        self.setAccessibleName(self._name or self.tr("Nobody"))
        self.setVisible(bool(self._name))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            Brush(painter, self._theme, self.rect(), mirrored=False).avatar(3, 3, _DISC, self._name)
            if self.hasFocus():
                painter.setPen(QPen(self._theme.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(QRectF(1, 1, _DISC + 4, _DISC + 4))


class _Menus(QWidget):
    """Room for the menus.

    Written from right to left, Qt's own bar asks for as much as it has already: a row beside it would never be laid out
    twice alike. There the room is reckoned from the words.
    """

    def __init__(self, menus: QMenuBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._menus = menus
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        # Not aligned in the row: written from right to left, the menus would shrink to nothing.
        menus.setFixedHeight(_MENU_HEIGHT)
        row.addWidget(menus, 1)

    def minimumSizeHint(self) -> QSize:
        """Return what all menus need beside each other."""
        found = super().minimumSizeHint()
        if not self.isRightToLeft():
            return found
        metrics = self._menus.fontMetrics()
        flag = Qt.TextFlag.TextShowMnemonic.value
        wide = sum(metrics.size(flag, one.text()).width() + _AROUND_MENU for one in self._menus.actions())
        return QSize(wide, found.height())


class TitleBar(QWidget):
    """The row over everything."""

    find_asked = Signal()
    inbox_asked = Signal()
    me_asked = Signal()

    def __init__(self, theme: Theme, menus: QMenuBar, me: MemberRow | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("titlebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self.finder = FindButton(theme, self)
        self.finder.clicked.connect(self.find_asked)
        self.saving = SaveState(theme, self)
        self.bell = Bell(theme, self)
        self.bell.clicked.connect(self.inbox_asked)
        self.me = Me(theme, me, self)
        self.me.clicked.connect(self.me_asked)
        right = QWidget(self)
        right_row = QHBoxLayout(right)
        right_row.setContentsMargins(0, 0, 0, 0)
        right_row.setSpacing(10)
        right_row.addStretch(1)
        right_row.addWidget(self.saving)
        right_row.addWidget(self.bell)
        right_row.addWidget(self.me)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(14)
        layout.addWidget(_Menus(menus, self), 1)
        layout.addWidget(self.finder, 1)
        layout.addWidget(right, 1)
