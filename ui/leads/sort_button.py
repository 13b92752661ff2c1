"""The buttons over the board that say in what order and in what lanes the cards stand, and change it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui import icons
from ui.theme import Theme

translate = QCoreApplication.translate


class _Picking(QPushButton):
    """One of several ways in words; a click or Space opens the others."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, icon: str, titles: Mapping[str, str], first: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self.order = first
        self.titles = titles
        self.setObjectName("quiet")
        self.setIconSize(icons.size_of(16))
        self.menu_of_orders = QMenu(self)
        group = QActionGroup(self.menu_of_orders)
        for order, title in self.titles.items():
            action = self.menu_of_orders.addAction(title)
            action.setData(order)
            action.setCheckable(True)
            action.setChecked(order == self.order)
            action.triggered.connect(partial(self._choose, order))
            group.addAction(action)
        self.clicked.connect(self._open)
        self.renew()

    def put(self, order: str) -> None:
        """Show another way as the one in force."""
        self.order = order
        for action in self.menu_of_orders.actions():
            action.setChecked(action.data() == order)
        self.renew()

    def renew(self) -> None:
        """Say the way, in the colours of now."""
        title = self.titles[self.order]
        self.setText(f" {title}")
        self.setIcon(icons.icon(self._icon, self._theme.colour("muted"), 16))
        self.setAccessibleName(self.said(title))

    def said(self, title: str) -> str:
        """Return what is read aloud."""
        return title

    def _open(self) -> None:
        self.menu_of_orders.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _choose(self, order: str, *_: object) -> None:
        self.put(order)
        self.chosen.emit(order)


class SortButton(_Picking):
    """The order of the cards, one of `stage_model.ORDERS`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        titles = {
            "hand": translate("SortButton", "By hand"),
            "age": translate("SortButton", "Longest here first"),
            "value": translate("SortButton", "Highest value first"),
            "score": translate("SortButton", "Highest score first"),
        }
        super().__init__(theme, "arrow-up-down", titles, "hand", parent)

    def said(self, title: str) -> str:
        """Return what is read aloud."""
        return self.tr("Order of the cards: {order}").format(order=title)


class LaneButton(_Picking):
    """The lanes of the board, one of `lanes.KINDS`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        titles = {
            "": translate("LaneButton", "No lanes"),
            "owner": translate("LaneButton", "By owner"),
            "team": translate("LaneButton", "By team"),
            "source": translate("LaneButton", "By source"),
            "campaign": translate("LaneButton", "By campaign"),
        }
        super().__init__(theme, "list", titles, "", parent)

    def said(self, title: str) -> str:
        """Return what is read aloud."""
        return self.tr("Lanes: {lanes}").format(lanes=title)
