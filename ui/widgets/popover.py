"""A small form within the window, beside what it is about: the rest lies under a veil until it is answered or put away.

It is part of the window, not a window of its own: nothing is left for a window manager to place, focus or hide.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QFrame, QMainWindow, QVBoxLayout, QWidget

from ui.theme import Theme

_MARGIN = 12
_APART = 16
_ARROW = 10
_SHADOW = (12, 9, 6, 3)
Decorate = Callable[[QPainter, QWidget], None]
"""Paints on the veil what is to be seen through it; called with the veil, in whose coordinates it paints."""


class Popover(QFrame):
    """The form. Tab goes round in it and no shortcut of the window reaches past it; Esc puts it away."""

    put_away = Signal()

    def __init__(self, theme: Theme, over: QWidget, width: int) -> None:
        window = over.window()
        central = window.centralWidget() if isinstance(window, QMainWindow) else None
        self.veil = Veil(theme, over, self, central or window)
        super().__init__(self.veil)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._width = width
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 18, 20, 16)
        self.body.setSpacing(10)

    def open_beside(self, target: Callable[[], QRect], decorate: Decorate | None = None) -> None:
        """Show it beside a rectangle of the screen, which is asked for again whenever the window changes."""
        self.veil.begin(target, decorate)
        self.sit()
        self.veil.show()
        self.veil.raise_()
        self.show()

    def sit(self) -> None:
        """Take the place beside the target, on the side where there is room."""
        target, room = self.veil.target(), self.veil.rect()
        self.setFixedWidth(min(self._width, room.width() - 2 * _MARGIN))
        most = room.height() - 2 * _MARGIN
        self.setMaximumHeight(most)
        height = min(self.heightForWidth(self.width()) if self.hasHeightForWidth() else self.sizeHint().height(), most)
        self.resize(self.width(), max(height, self.minimumSizeHint().height()))
        after = target.right() + _APART
        before = target.left() - _APART - self.width()
        sides = [before, after] if self.isRightToLeft() else [after, before]
        fits = [x for x in sides if _MARGIN <= x <= room.width() - self.width() - _MARGIN]
        x = fits[0] if fits else max(_MARGIN, min(target.center().x() - self.width() // 2, room.width() - self.width()))
        y = target.top() if fits else target.bottom() + _APART
        self.move(x, max(_MARGIN, min(y, room.height() - self.height() - _MARGIN)))
        self.veil.update()

    def end(self) -> None:
        """Go, with the veil."""
        self.veil.end()

    def event(self, event: QEvent) -> bool:
        """Keep keys here that are shortcuts elsewhere in the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            found = super().event(event)
            self.sit()
            return found
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put it away on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round within the form."""
        stops = [one for one in self.findChildren(QWidget) if _is_stop(one)]
        chain: list[QWidget] = []
        walked: QWidget | None = self.nextInFocusChain()
        while walked is not None and walked is not self and len(chain) < len(stops):
            if walked in stops:
                chain.append(walked)
            walked = walked.nextInFocusChain()
        if not chain:
            return False
        focused = self.focusWidget()
        place = chain.index(focused) if focused in chain else -1 if forward else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        chain[(place + (1 if forward else -1)) % len(chain)].setFocus(reason)
        return True


class Veil(QWidget):
    """Darkens the window but for one rectangle, and takes the clicks beside the form."""

    def __init__(self, theme: Theme, over: QWidget, form: QWidget, ground: QWidget) -> None:
        super().__init__(ground)
        self._theme, self._over, self._form, self._ground = theme, over, form, ground
        self._target: Callable[[], QRect] | None = None
        self._decorate: Decorate | None = None
        ground.installEventFilter(self)
        over.installEventFilter(self)
        theme.changed.connect(self.update)
        self.hide()

    def begin(self, target: Callable[[], QRect], decorate: Decorate | None) -> None:
        """Cover the window; `target` returns what stays in sight, in the coordinates of the screen."""
        self._target, self._decorate = target, decorate
        self.setGeometry(self._ground.rect())

    def target(self) -> QRect:
        """Return what stays in sight, in the veil's own coordinates."""
        if self._target is None:
            return QRect()
        found = self._target()
        return QRect(self.mapFromGlobal(found.topLeft()), found.size()).intersected(self.rect())

    def end(self) -> None:
        """Go for good."""
        self._ground.removeEventFilter(self)
        self._over.removeEventFilter(self)
        self._target = self._decorate = None
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; put the form away when its page goes out of sight."""
        if watched is self._ground and event.type() == QEvent.Type.Resize and self._target is not None:
            self.setGeometry(self._ground.rect())
            if isinstance(self._form, Popover):
                self._form.sit()
        elif watched is self._over and isinstance(event, QHideEvent) and isinstance(self._form, Popover):
            self._form.put_away.emit()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let no click through; what was typed is not lost to one either."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the veil, what is seen through it, and the shadow and arrow of the form."""
        del event
        target, form = self.target(), self._form.geometry()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            dark = QPainterPath()
            dark.setFillRule(Qt.FillRule.OddEvenFill)
            dark.addRect(QRectF(self.rect()))
            dark.addRoundedRect(QRectF(target), 10, 10)
            painter.fillPath(dark, self._theme.colour("veil"))
            if self._decorate is not None:
                self._decorate(painter, self)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("shade"))
            for spread in _SHADOW:
                painter.drawRoundedRect(QRectF(form).adjusted(-spread, 2 - spread, spread, spread + 4), 12, 12)
            self._arrow(painter, QRectF(target), QRectF(form))

    def _arrow(self, painter: QPainter, target: QRectF, form: QRectF) -> None:
        y = max(form.top() + 30, min(target.top() + 60, form.bottom() - 30))
        if form.left() >= target.right():
            edge, tip = form.left() + 1, form.left() - _ARROW
        elif form.right() <= target.left():
            edge, tip = form.right() - 1, form.right() + _ARROW
        else:
            return
        painter.setBrush(self._theme.colour("surface"))
        painter.drawPolygon(QPolygonF([QPointF(edge, y - _ARROW), QPointF(tip, y), QPointF(edge, y + _ARROW)]))


def _is_stop(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
