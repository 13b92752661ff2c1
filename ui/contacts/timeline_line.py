"""One line of a timeline: what it was, who did it and when, the words, and what colleagues make of a note."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from app.replies import SIGNS
from app.threads import Placed
from ui import icons
from ui.around import Surroundings
from ui.contacts.body import Body
from ui.contacts.signs import Signs, is_mine
from ui.contacts.timeline_words import detail, icon, sentence, token
from ui.painting import Brush
from ui.theme import Theme, font
from ui.widgets.tinted import tint
from ui.widgets.wrapping import wrapping

_DISC = 28
_SMALL = 22
_INDENT = _DISC + 12


class ActsButton(QToolButton):
    """The button at a note: Space or Enter opens its menu, Ctrl+Enter begins a reply, arrows go to the next note."""

    replied = Signal()
    step_asked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key says."""
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and control:
            self.replied.emit()
        elif enter:
            self.showMenu()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_asked.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter from whoever else has it while the focus is here."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.accept()
                return True
        return bool(super().event(event))


class TimelineLine(QWidget):
    """The line, with a disc for what it was; a reply stands further in, under its author's initials."""

    changed = Signal(object)  # TimelineItem: its words are to be changed
    removed = Signal(object)  # TimelineItem
    reply_asked = Signal(object)  # Placed
    reacted = Signal(int, str, bool)  # the activity, the sign, whether it is given or taken back
    pin_asked = Signal(int, bool)
    step_asked = Signal(int)

    def __init__(
        self, placed: Placed, titles: Mapping[str, str], around: Surroundings, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.placed, self.item = placed, placed.item
        self._theme, self._around = theme, around
        self._icon, self._token = icon(self.item, around), token(self.item, around)
        self.last = False
        self.acts: ActsButton | None = None
        self.signs: Signs | None = None
        said = sentence(self.item, titles, around)
        when = around.words.moment(self.item.at, around.now)
        if self.item.minutes:
            when = self.tr("{when} · {minutes} min").format(when=when, minutes=around.words.number(self.item.minutes))
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(wrapping(self, font(13, 600), said))
        column.addWidget(wrapping(self, font(12), when, name="faint"))
        below = detail(self.item, titles, around)
        self.body = Body(below, around, theme, self) if below else None
        if self.body is not None:
            column.addWidget(self.body)
        if self.item.reactions:
            self.signs = Signs(self.item.reactions, around, theme, self, given_only=True)
            self.signs.reacted.connect(partial(self.reacted.emit, self.item.id))
            column.addWidget(self.signs)
        column.addStretch(1)
        layout = QHBoxLayout(self)
        inset = _INDENT + _SMALL + 10 if placed.is_below else _INDENT
        layout.setContentsMargins(inset, 3, 0, 14)
        layout.setSpacing(2)
        layout.addLayout(column, 1)
        if self.item.source == "activity":
            self.acts = self._button(said)
            layout.addWidget(self.acts, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def sort(self) -> tuple[object, ...]:
        """What tells it from every other line of its timeline: a pinned reply stands twice."""
        return (*self.item.key, self.placed.is_on_top)

    def _button(self, said: str) -> ActsButton:
        button = ActsButton(self)
        tint(button, self._theme, "ellipsis", "muted")
        button.setIconSize(icons.size_of(16))
        button.setFixedSize(28, 28)
        button.setAccessibleName(self.tr("Reply, react, pin and more: {note}").format(note=said))
        button.setToolTip(self.tr("Reply, react, pin and more"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.replied.connect(self._ask_reply)
        button.step_asked.connect(self.step_asked)
        menu = QMenu(button)
        menu.aboutToShow.connect(partial(self._fill, menu))
        button.setMenu(menu)
        return button

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        item = self.item
        menu.addAction(self.tr("&Reply"), self._ask_reply)
        pin = self.tr("Let go from the to&p") if item.is_pinned else self.tr("&Pin to the top")
        menu.addAction(pin, partial(self.pin_asked.emit, item.id, not item.is_pinned))
        menu.addSeparator()
        for sign in SIGNS:
            menu.addAction(self._sign(menu, sign))
        me = self._around.context.me
        if item.member_id == (me.id if me else None):
            menu.addSeparator()
            menu.addAction(self.tr("&Change the words"), partial(self.changed.emit, item))
            menu.addAction(self.tr("Move to the &bin"), partial(self.removed.emit, item))

    def _sign(self, menu: QMenu, sign: str) -> QAction:
        mine = is_mine(self.item.reactions, sign, self._around)
        said = {
            "agree": self.tr("&Agreed"),
            "thanks": self.tr("&Thank you"),
            "seen": self.tr("&Seen"),
            "great": self.tr("&Great"),
        }
        action = QAction(said[sign], menu)
        action.setCheckable(True)
        action.setChecked(mine)
        action.triggered.connect(partial(self.reacted.emit, self.item.id, sign, not mine))
        return action

    def _ask_reply(self) -> None:
        self.reply_asked.emit(self.placed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc, or the initials of who replied, and the line down to the next."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            middle = _DISC / 2 if not self.isRightToLeft() else self.width() - _DISC / 2
            if not self.last:
                top = 0 if self.placed.is_below else _DISC + 6
                brush.line(QPointF(middle, top), QPointF(middle, self.height()), "line")
            if self.placed.is_below:
                brush.avatar(_INDENT, 4, _SMALL, self.item.who)
                return
            ground = {"accent_text": "accent_soft"}.get(self._token, f"{self._token}_soft")
            brush.dot(0, 2, _DISC, ground)
            icons.draw(painter, self._icon, middle - 7, 9, 14, self._theme.colour(self._token))
