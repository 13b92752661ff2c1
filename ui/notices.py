"""What the window says by itself: toasts that tell what was done, a bar for trouble, the state of saving."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui import icons
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

SHOWN = 8_000
"""Milliseconds that a toast stays."""
_ABOVE = 22
_MARGIN = 16


def announce(widget: QWidget, sentence: str, *, at_once: bool = False) -> None:
    """Let screen readers say a sentence; `at_once` breaks into what they are saying."""
    told = QAccessibleAnnouncementEvent(widget, sentence)
    level = QAccessible.AnnouncementPoliteness
    told.setPoliteness(level.Assertive if at_once else level.Polite)
    QAccessible.updateAccessibility(told)


class Toast(QFrame):
    """One sentence at the foot of the window, with a way to undo. It stays while it is hovered or focused."""

    undo_asked = Signal(str)  # the op to take back

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._op = ""
        self._act: Callable[[], None] | None = None
        self._over = parent
        self.words = QLabel(self)
        self.words.setWordWrap(False)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.undo = QPushButton(self.tr("Undo"), self)
        self.undo.clicked.connect(self._ask_undo)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 7, 10, 7)
        self._row.setSpacing(12)
        self._row.addWidget(self.words)
        self._row.addWidget(self.undo)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN)
        self._timer.timeout.connect(self._leave)
        self.undo.installEventFilter(self)
        parent.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, op: str = "") -> None:
        """Say what was done; `op` is what Undo takes back."""
        self._op, self._act = op, None
        self._show(sentence, self.tr("Undo") if op else "")

    def offer(self, sentence: str, words: str, act: Callable[[], None]) -> None:
        """Say something with a button of these words that does `act`."""
        self._op, self._act = "", act
        self._show(sentence, words)

    def _show(self, sentence: str, button: str) -> None:
        self.undo.setText(button)
        aside = self.undo.sizeHint().width() + 70 if button else 40
        most = max(260, self._over.width() - 2 * _MARGIN - aside)
        metrics = self.words.fontMetrics()
        self.words.setWordWrap(metrics.horizontalAdvance(sentence) > most)
        self.words.setMinimumWidth(min(metrics.horizontalAdvance(sentence) + 2, most))
        self.words.setMaximumWidth(most)
        self.words.setText(sentence)
        self.setAccessibleName(sentence)
        self.undo.setVisible(bool(button))
        self._row.activate()
        self.adjustSize()
        self._sit()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, sentence)

    def stop(self) -> None:
        """Go at once."""
        self._timer.stop()
        self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go some time after the pointer left."""
        super().leaveEvent(event)
        if self.isVisible():
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; stay while the button has the focus."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._sit()
        elif watched is self.undo and event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif watched is self.undo and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._timer.start()
        return False

    def _sit(self) -> None:
        parent = self._over
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - _ABOVE)

    def _ask_undo(self) -> None:
        op, act = self._op, self._act
        self.stop()
        if act is not None:
            act()
        else:
            self.undo_asked.emit(op)

    def _leave(self) -> None:
        if self.undo.hasFocus():
            return
        self.hide()


class Bar(QFrame):
    """Trouble that lasts, on top of the page: what it is, and what to do."""

    retry_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._theme = theme
        self._shown = "wifi-off"
        self._icon = QLabel(self)
        self._icon.setFixedSize(20, 20)
        self.words = wrapping(self)
        self.button = QPushButton(self.tr("Try again"), self)
        self.button.clicked.connect(self.retry_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 8, 14, 8)
        layout.setSpacing(12)
        layout.addWidget(self._icon)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.button)
        theme.changed.connect(self._draw)
        self._draw()
        self.hide()

    def say(self, sentence: str, *, retry: bool, icon: str = "wifi-off") -> None:
        """Say what is wrong; once, however often it is tried again."""
        is_new = self.isHidden() or self.words.text() != sentence
        self._shown = icon
        self.words.setText(sentence)
        self.button.setVisible(retry)
        self.setAccessibleName(sentence)
        self._draw()
        self.show()
        if is_new:
            announce(self, sentence, at_once=True)

    def _draw(self) -> None:
        self._icon.setPixmap(icons.pixmap(self._shown, self._theme.colour("warn"), 20, self.devicePixelRatioF()))


class SaveState(QWidget):
    """Whether all is saved; always in sight."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QLabel(self)
        self._icon.setFixedSize(18, 18)
        self.words = QLabel(self)
        self.words.setFont(font(13, 500))
        self._shown = ("cloud-check", "good")
        self._is_read_only = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(7)
        layout.addWidget(self._icon)
        layout.addWidget(self.words)
        theme.changed.connect(self._draw)
        self.tell(0, waiting=False)

    def tell(self, saves: int, *, waiting: bool) -> None:
        """Say how many saves are on their way, and whether they wait for the connection."""
        if self._is_read_only:
            self.words.setText(self.tr("Read only"))
            self._shown = ("lock", "warn")
        elif saves and waiting:
            self.words.setText(self.tr("Waiting for connection (%n)", None, saves))
            self._shown = ("wifi-off", "warn")
        elif saves:
            self.words.setText(self.tr("Saving…"))
            self._shown = ("cloud-upload", "muted")
        else:
            self.words.setText(self.tr("Saved"))
            self._shown = ("cloud-check", "good")
        self._draw()

    def tell_read_only(self) -> None:
        """Say, for good, that nothing can be saved from here."""
        self._is_read_only = True
        self.tell(0, waiting=False)

    def _draw(self) -> None:
        name, token = self._shown
        self._icon.setPixmap(icons.pixmap(name, self._theme.colour(token), 18, self.devicePixelRatioF()))
