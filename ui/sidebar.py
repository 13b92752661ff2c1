"""The sidebar: whose workspace this is, and its places. Narrow windows show it as a rail of icons."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons
from ui.painting import flat
from ui.theme import Theme, font

WIDE, RAIL = 214, 60


class _Sign(QWidget):
    """Tandem's sign: two discs that overlap."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(QSize(32, 32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(self.rect(), 8, 8)
            painter.setBrush(self._theme.colour("on_accent"))
            painter.drawEllipse(6, 10, 12, 12)
            painter.setOpacity(0.6)
            painter.drawEllipse(14, 10, 12, 12)


class Sidebar(QWidget):
    """Places to go to."""

    chosen = Signal(str)  # the place's id

    def __init__(
        self, theme: Theme, places: tuple[tuple[str, str, str], ...], company: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._places = places
        self._company = company
        self._is_rail = False
        self._name = QLabel(self)
        self._name.setFont(font(14, 600))
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._teams = QLabel(self.tr("Marketing + Sales"), self)
        self._teams.setFont(font(12))
        self._teams.setObjectName("muted")
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self._name)
        names.addWidget(self._teams)
        self._head = QHBoxLayout()
        self._head.setSpacing(10)
        self._head.addWidget(_Sign(theme, self))
        self._head.addLayout(names, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(2)
        self._layout.addLayout(self._head)
        self._layout.addSpacing(10)
        self.buttons: dict[str, QPushButton] = {}
        for name, title, _ in places:
            button = QPushButton(self)
            button.setObjectName("place")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setAccessibleName(title)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setIconSize(icons.size_of(18))
            button.clicked.connect(partial(self.chosen.emit, name))
            self._layout.addWidget(button)
            self.buttons[name] = button
        self._layout.addStretch(1)
        theme.changed.connect(self._draw)
        self.show_as(rail=False)

    def show_as(self, *, rail: bool) -> None:
        """Show names, or icons only."""
        self._is_rail = rail
        self.setFixedWidth(RAIL if rail else WIDE)
        edge = 8 if rail else 10
        self._layout.setContentsMargins(edge, 14, edge, 12)
        self._head.setContentsMargins(6, 0, 4, 0)
        self._name.setVisible(not rail)
        self._teams.setVisible(not rail)
        for name, title, _ in self._places:
            button = self.buttons[name]
            button.setText("" if rail else f" {title}")
            button.setToolTip(title if rail else "")
        self.tell_company(self._company)
        self._draw()

    def tell_company(self, company: str) -> None:
        """Say whose workspace it is."""
        self._company = company
        room = WIDE - 74
        cut = QFontMetrics(self._name.font()).elidedText(flat(company), Qt.TextElideMode.ElideRight, room)
        self._name.setText(cut)
        self._name.setToolTip(company)

    def go_to(self, name: str) -> None:
        """Show a place as the one in sight."""
        self.buttons[name].setChecked(True)
        self._draw()

    def _draw(self) -> None:
        for name, _, drawing in self._places:
            button = self.buttons[name]
            token = "accent_text" if button.isChecked() else "muted"
            button.setIcon(icons.icon(drawing, self._theme.colour(token)))
