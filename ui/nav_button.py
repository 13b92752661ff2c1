"""A line of the sidebar: an icon, a name that is cut before its figure, and the figure."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.painting import SMALL_STRONG, Brush, Face
from ui.theme import Theme

HEIGHT = 34
_ICON = 18
_INSET = 12
_NAME = Face(14, 500)
_BADGE = 20


class NavButton(QPushButton):
    """A place or a view to go to. With `alarm`, its figure is of what must not be."""

    def __init__(
        self, theme: Theme, title: str, icon: str, *, alarm: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = title
        self._icon = icon
        self._alarm = alarm
        self._figure = ""
        self._spoken_figure = ""
        self._is_rail = False
        self.setObjectName("nav")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)
        self._say()

    @property
    def figure(self) -> str:
        """The figure that is shown."""
        return self._figure

    def tell(self, figure: str, count: int) -> None:
        """Show a figure beside the name; an alarm shows none while it is nought."""
        self._figure = "" if self._alarm and not count else figure
        self._say()
        self.update()

    def show_as(self, *, rail: bool) -> None:
        """Show the name, or the icon alone."""
        self._is_rail = rail
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size, whatever the name is."""
        return QSize(100, HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show it as it is."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect = QRectF(self.rect())
            ground = "accent_soft" if self.isChecked() else "hover" if self.underMouse() else ""
            painter.setPen(Qt.PenStyle.NoPen)
            if ground:
                painter.setBrush(self._theme.colour(ground))
                painter.drawRoundedRect(rect, 8, 8)
            if self.hasFocus() or (self.isChecked() and self._theme.is_high_contrast):
                painter.setPen(QPen(self._theme.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 7, 7)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            token = "accent_text" if self.isChecked() else "muted"
            top = (HEIGHT - _ICON) / 2
            if self._is_rail:
                left = (rect.width() - _ICON) / 2
                brush.icon(left, top, self._icon, _ICON, token)
                if self._alarm and self._figure:
                    brush.dot(left + _ICON - 2, top - 3, 7, "bad")
                return
            brush.icon(_INSET, top, self._icon, _ICON, token)
            end = self._paint_figure(brush, rect)
            words = QRectF(_INSET + _ICON + 10, 0, end - _INSET - _ICON - 18, HEIGHT)
            brush.text(words, self.title, _NAME, "accent_text" if self.isChecked() else "text")

    def _paint_figure(self, brush: Brush, rect: QRectF) -> float:
        """Write the figure and return where the room for the name ends."""
        if not self._figure:
            return rect.right()
        width = SMALL_STRONG.width(self._figure)
        if self._alarm:
            wide = max(_BADGE, width + 12)
            badge = QRectF(rect.right() - _INSET + 4 - wide, (HEIGHT - _BADGE) / 2, wide, _BADGE)
            brush.painter.setPen(Qt.PenStyle.NoPen)
            brush.painter.setBrush(self._theme.colour("bad_soft"))
            brush.painter.drawRoundedRect(brush.place(badge), _BADGE / 2, _BADGE / 2)
            inner = badge.adjusted((wide - width) / 2, 0, 0, 0)
            brush.text(inner, self._figure, SMALL_STRONG, "bad")
            return badge.left()
        left = rect.right() - _INSET - width - 1
        brush.text(QRectF(left, 0, width + 4, HEIGHT), self._figure, SMALL_STRONG, "muted")
        return left

    def _say(self) -> None:
        said = f"{self.title}, {self._figure}" if self._figure else self.title
        self.setAccessibleName(said)
        self.setToolTip(said if self._is_rail else self.title)
