"""The button over the board that says in what order the cards stand, and changes it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui import icons
from ui.theme import Theme


class SortButton(QPushButton):
    """The order in words; a click or Space opens the others."""

    chosen = Signal(str)  # one of `stage_model.ORDERS`

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.order = "hand"
        self.titles = {
            "hand": self.tr("By hand"),
            "age": self.tr("Longest here first"),
            "value": self.tr("Highest value first"),
            "score": self.tr("Highest score first"),
        }
        self.setObjectName("quiet")
        self.setIconSize(icons.size_of(16))
        self.menu_of_orders = QMenu(self)
        group = QActionGroup(self.menu_of_orders)
        for order, title in self.titles.items():
            action = self.menu_of_orders.addAction(title)
            action.setCheckable(True)
            action.setChecked(order == self.order)
            action.triggered.connect(partial(self._choose, order))
            group.addAction(action)
        self.clicked.connect(self._open)
        self.renew()

    def renew(self) -> None:
        """Say the order, in the colours of now."""
        title = self.titles[self.order]
        self.setText(f" {title}")
        self.setIcon(icons.icon("arrow-up-down", self._theme.colour("muted"), 16))
        self.setAccessibleName(self.tr("Order of the cards: {order}").format(order=title))

    def _open(self) -> None:
        self.menu_of_orders.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _choose(self, order: str, *_: object) -> None:
        self.order = order
        self.renew()
        self.chosen.emit(order)
