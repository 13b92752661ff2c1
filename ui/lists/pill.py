"""What colleagues did to a list that holds still: a pill above its rows; a click takes it in."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QPushButton, QWidget

from ui import icons
from ui.rows_news import News
from ui.theme import Theme
from ui.words import Words


class NewsPill(QPushButton):
    """The pill; it is in sight while there is something to take in."""

    def __init__(self, theme: Theme, words: Words, over: QWidget, parent: QWidget) -> None:
        super().__init__(parent)  # not of the table: a screen reader finds nothing but cells in one
        self.setObjectName("news")
        self._theme, self.words, self._over, self._page = theme, words, over, parent
        self.setIconSize(icons.size_of(14))
        theme.changed.connect(self._draw)
        over.installEventFilter(self)
        self._draw()
        self.hide()

    def tell(self, news: News) -> None:
        """Say what came and what went."""
        parts = []
        if news.fresh:
            parts.append(self.tr("{count} new", None, news.fresh).format(count=self.words.number(news.fresh)))
        if news.gone:
            gone = len(news.gone)
            parts.append(self.tr("{count} left the list", None, gone).format(count=self.words.number(gone)))
        if news.moved:
            parts.append(self.tr("Order changed"))
        self.setText(f" {', '.join(parts)}")
        self.setAccessibleName(self.tr("{what}: show").format(what=", ".join(parts)))
        self.setToolTip(self.tr("Colleagues changed the list. A click shows it as it is now."))
        self.setVisible(bool(parts))
        self.adjustSize()
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def place(self) -> None:
        """Stand in the middle, above the first row."""
        self.move(self._over.mapTo(self._page, QPoint((self._over.width() - self.width()) // 2, 46)))
        self.raise_()

    def _draw(self) -> None:
        self.setIcon(icons.icon("refresh-cw", self._theme.colour("on_accent"), 14))
