"""Icons of buttons that come and go with what a page shows: they follow the theme by themselves."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton

from ui import icons
from ui.theme import Theme


class _Tint(QObject):
    """Belongs to its button, and goes with it: nobody has to remember whose icons are to be drawn anew."""

    def __init__(self, button: QAbstractButton, theme: Theme, name: str, token: str, size: int) -> None:
        super().__init__(button)
        self._button, self._theme = button, theme
        self._name, self._token, self._size = name, token, size
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self._button.setIcon(icons.icon(self._name, self._theme.colour(self._token), self._size))


def tint(button: QAbstractButton, theme: Theme, name: str, token: str, size: int = 16) -> None:
    """Give a button an icon in a colour of the theme, now and whenever another theme is put on."""
    _Tint(button, theme, name, token, size)
