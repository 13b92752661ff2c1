"""The bar that takes the place of a page's head while several rows are selected: how many, and what to do with them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStackedWidget, QToolButton, QWidget

from ui import icons
from ui.actions import Action
from ui.help.keys import plain
from ui.theme import Theme, font
from ui.widgets.heading import Heading

_AROUND = 20
_GAP = 6


class BulkBar(QWidget):
    """How many rows are selected, a button for each thing to do; while something is done, how far it is.

    Each action comes with a word of its own: there is less room than in a menu.
    """

    all_asked = Signal()
    cleared = Signal()
    stop_asked = Signal()

    def __init__(self, theme: Theme, acts: Sequence[tuple[Action, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulkbar")
        self._theme = theme
        self._icons = {one.id: one.icon for one, _ in acts}
        self._texts = {one.id: f" {words}" for one, words in acts}
        self.label = QLabel(self)
        self.label.setObjectName("selected")
        self.label.setFont(font(15, 600))
        self.all = QPushButton(self)
        self.all.setObjectName("flat")
        self.all.clicked.connect(self.all_asked)
        self.buttons: dict[str, QPushButton] = {}
        for one, _ in acts:
            button = QPushButton(self)
            button.setObjectName(one.id)
            button.setIconSize(icons.size_of(16))
            button.setAccessibleName(plain(one.title).rstrip("…"))
            button.setToolTip(plain(one.title))
            button.clicked.connect(one.run)
            self.buttons[one.id] = button
        self.clear = QToolButton(self)
        self.clear.setFixedSize(30, 30)
        self.clear.setIconSize(icons.size_of(16))
        self.clear.setToolTip(self.tr("Select one row only"))
        self.clear.setAccessibleName(self.tr("Select one row only"))
        self.clear.clicked.connect(self.cleared)
        self.progress = QProgressBar(self)
        self.progress.setObjectName("going")
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(8)
        self.progress.hide()
        self.stop = QPushButton(self.tr("Stop"), self)
        self.stop.clicked.connect(self.stop_asked)
        self.stop.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(_AROUND, 12, _AROUND, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.label)
        row.addWidget(self.all)
        row.addWidget(self.progress, 1)
        row.addStretch(1)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addWidget(self.stop)
        row.addWidget(self.clear)
        theme.changed.connect(self._draw)
        self._draw()

    def tell(self, words: str, every: str, *, ready: bool) -> None:
        """Say how many rows are selected, and how many there are besides ("" where these are all)."""
        self.label.setText(words)
        self.all.setText(every)
        self.all.setVisible(bool(every) and self.stop.isHidden())
        for button in self.buttons.values():
            button.setEnabled(ready)
        self._fit()

    def tell_progress(self, words: str, done: int, whole: int) -> None:
        """Say how far something is that takes a while; with nothing to do, show the buttons again."""
        going = whole > 0
        if going:
            self.label.setText(words)
            self.progress.setMaximum(whole)
            self.progress.setValue(done)
            self.progress.setAccessibleName(words)
        for widget in (*self.buttons.values(), self.clear, self.all):
            widget.setVisible(not going)
        self.progress.setVisible(going)
        self.stop.setVisible(going)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the buttons out where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        wide = sum(metrics.horizontalAdvance(text) + 16 + 30 + _GAP for text in self._texts.values())
        taken = self.label.sizeHint().width() + (self.all.sizeHint().width() if self.all.text() else 0)
        roomy = wide + taken + 2 * _AROUND + 30 + 4 * _GAP <= self.width()
        for name, button in self.buttons.items():
            button.setText(self._texts[name] if roomy else "")
            button.setMinimumWidth(0 if roomy else 38)

    def _draw(self) -> None:
        for name, button in self.buttons.items():
            button.setIcon(icons.icon(self._icons[name], self._theme.colour("text"), 16))
        self.clear.setIcon(icons.icon("x", self._theme.colour("muted"), 16))


class Head(QStackedWidget):
    """A page's head, or the bar in its place: of one height, so that no row moves under the pointer."""

    def __init__(self, heading: Heading, bar: BulkBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addWidget(heading)
        self.addWidget(bar)
        self.setFixedHeight(heading.height())
        self.setAttribute(Qt.WidgetAttribute.WA_LayoutUsesWidgetRect)
