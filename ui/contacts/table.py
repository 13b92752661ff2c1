"""How the table of contacts paints its cells."""

from PySide6.QtWidgets import QWidget

from ui.around import Surroundings
from ui.contacts.cells import ContactCells
from ui.lists.column import Column
from ui.lists.delegate import ListDelegate
from ui.theme import Theme


class ContactDelegate(ContactCells, ListDelegate):
    """Paints the cells."""

    def __init__(self, theme: Theme, columns: tuple[Column, ...], around: Surroundings, parent: QWidget | None) -> None:
        super().__init__(theme, columns, parent)
        self.around = around

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now."""
        self.around = around
