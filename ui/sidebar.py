"""The sidebar: whose workspace this is, its places, the saved views. Narrow windows show it as a rail of icons."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.views import Counts, View
from ui.nav_button import NavButton
from ui.painting import flat
from ui.theme import Theme, font
from ui.widgets.scrolling import scrolled
from ui.words import Words

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
    """Places and views to go to."""

    chosen = Signal(str)  # the place's id
    view_chosen = Signal(object)  # app.views.View
    menu_asked = Signal(object, QPoint)  # a View and where on the screen its menu is wanted
    new_view_asked = Signal()
    settings_asked = Signal()
    help_asked = Signal()

    def __init__(
        self, theme: Theme, places: tuple[tuple[str, str, str], ...], company: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
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
        self.buttons: dict[str, NavButton] = {}
        self.view_buttons: dict[int, NavButton] = {}
        self._views = QVBoxLayout()
        self._views.setSpacing(2)
        self._inner = QWidget(self)
        self._inner.setObjectName("sidebarinner")
        self._fill(places)
        self.settings = self._button(self.tr("Settings"), "settings", check=False)
        self.settings.clicked.connect(self.settings_asked)
        self.help = self._button(self.tr("Help and shortcuts"), "circle-help", check=False)
        self.help.clicked.connect(self.help_asked)
        scroll = scrolled(self._inner, self)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(2)
        self._layout.addLayout(self._head)
        self._layout.addSpacing(10)
        self._layout.addWidget(scroll, 1)
        self._layout.addWidget(self.settings)
        self._layout.addWidget(self.help)
        self.show_as(rail=False)

    def _fill(self, places: tuple[tuple[str, str, str], ...]) -> None:
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for name, title, icon in places:
            button = self._button(title, icon)
            button.clicked.connect(partial(self._go, name))
            column.addWidget(button)
            self.buttons[name] = button
        self._views_head = QLabel(self.tr("Saved views"), self._inner)
        self._views_head.setObjectName("faint")
        self._views_head.setFont(font(12, 500))
        self._views_head.setContentsMargins(9, 14, 0, 4)
        column.addWidget(self._views_head)
        column.addLayout(self._views)
        self.new_view = self._button(self.tr("New view"), "plus", check=False)
        self.new_view.clicked.connect(self.new_view_asked)
        column.addWidget(self.new_view)
        column.addStretch(1)

    def show_as(self, *, rail: bool) -> None:
        """Show names, or icons only."""
        self._is_rail = rail
        self.setFixedWidth(RAIL if rail else WIDE)
        edge = 8 if rail else 10
        self._layout.setContentsMargins(edge, 14, edge, 12)
        self._head.setContentsMargins(6, 0, 4, 0)
        for widget in (self._name, self._teams, self._views_head):
            widget.setVisible(not rail)
        for button in self._all():
            button.show_as(rail=rail)
        self.tell_company(self._company)

    @property
    def is_rail(self) -> bool:
        """Whether only icons are shown."""
        return self._is_rail

    def tell_company(self, company: str) -> None:
        """Say whose workspace it is."""
        self._company = company
        room = WIDE - 74
        cut = QFontMetrics(self._name.font()).elidedText(flat(company), Qt.TextElideMode.ElideRight, room)
        self._name.setText(cut)
        self._name.setToolTip(company)

    def show_views(self, views: Sequence[View]) -> None:
        """Show these views; the count of one that was there stays until a new one comes."""
        old = {number: button.figure for number, button in self.view_buttons.items()}
        chosen = next((number for number, button in self.view_buttons.items() if button.isChecked()), None)
        for button in self.view_buttons.values():
            self._views.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.view_buttons = {}
        for view in views:
            button = self._button(view.name, view.icon, alarm=view.is_alarm)
            button.clicked.connect(partial(self._go_view, view))
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(partial(self._ask_menu, view))
            button.show_as(rail=self._is_rail)
            button.setChecked(view.id == chosen)
            if old.get(view.id):
                button.tell(old[view.id], 1)
            self._views.addWidget(button)
            self.view_buttons[view.id] = button

    def show_counts(self, counts: Counts, words: Words) -> None:
        """Show how many there are."""
        figures = {"contacts": counts.contacts, "board": counts.open_leads}
        for name, count in figures.items():
            if name in self.buttons:
                self.buttons[name].tell(words.number(count), count)
        for number, button in self.view_buttons.items():
            found = counts.views.get(number)
            button.tell("" if found is None else words.number(found), found or 0)

    def show_waiting(self, count: int, figure: str) -> None:
        """Show how much waits in the inbox."""
        self.buttons["inbox"].tell(figure if count else "", count)

    def go_to(self, name: str, view: int | None = None) -> None:
        """Show a place, and the view on it, as what is in sight."""
        for one, button in self.buttons.items():
            button.setChecked(one == name and view is None)
        for number, button in self.view_buttons.items():
            button.setChecked(number == view)

    def _button(self, title: str, icon: str, *, alarm: bool = False, check: bool = True) -> NavButton:
        button = NavButton(self._theme, title, icon, alarm=alarm, parent=self)
        button.setCheckable(check)
        return button

    def _all(self) -> list[NavButton]:
        return [*self.buttons.values(), *self.view_buttons.values(), self.new_view, self.settings, self.help]

    def _go(self, name: str) -> None:
        self.chosen.emit(name)

    def _go_view(self, view: View) -> None:
        self.view_chosen.emit(view)

    def _ask_menu(self, view: View, place: QPoint) -> None:
        self.menu_asked.emit(view, self.view_buttons[view.id].mapToGlobal(place))
