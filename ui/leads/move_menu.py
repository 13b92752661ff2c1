"""Where a card can go, for hands that do not drag: the menu of a card, and a list of stages with type-ahead."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from app.context import StageRow
from ui.leads.column import StageColumn
from ui.widgets.choices import Choices, Option

Go = Callable[[int], None]
"""What is called with the stage that was chosen."""


def stages_under(card: QWidget, stages: Sequence[StageRow], go: Go) -> Choices:
    """Open a list of stages under a card; letters find one, Enter takes it, Esc leaves the card where it is."""
    window = Choices(QCoreApplication.translate("MoveMenu", "Move to stage"), card)
    window.chosen.connect(lambda values: go(int(values[0])))
    window.offer([Option(stage.name, str(stage.id), alone=True) for stage in stages], [], free=False)
    window.open_under(card)
    if window.list.isVisible():
        window.list.setCurrentRow(0)
    return window


def menu_of(column: StageColumn, stages: Sequence[StageRow], go: Go) -> QMenu:
    """Return the menu of the chosen card of a column."""
    menu = QMenu(column)
    menu.setObjectName("card")
    where = menu.addMenu(QCoreApplication.translate("MoveMenu", "Move to"))
    for stage in stages:
        action = where.addAction(stage.name.replace("&", "&&")[:60])
        action.triggered.connect(lambda _=False, number=stage.id: go(number))
    return menu
