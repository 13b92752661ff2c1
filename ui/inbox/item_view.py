"""The chosen thing: what it is about, what was said of it, and where one answers."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from app import inbox
from app.inbox_items import Item
from app.inbox_thread import About, Thread
from app.outcomes import Wanted, wanted
from ui import icons
from ui.around import Surroundings
from ui.contacts.writing import Writing
from ui.handoffs.keychip import keychip
from ui.inbox.item_words import ItemWords
from ui.inbox.note_view import Face, NoteView
from ui.painting import flat
from ui.theme import Theme, font
from ui.widgets.scrolling import scrolled
from ui.widgets.wrapping import wrapping

_EDGE = 20


class ItemView(QFrame):
    """The pane at the trailing side of the inbox."""

    opened = Signal(str, int)  # kind and id of the record
    done_asked = Signal()
    later_asked = Signal(object)  # a datetime
    reply_asked = Signal(str)
    task_asked = Signal(object)  # Wanted
    reacted = Signal(int, str, bool)
    pin_asked = Signal(int, bool)

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self._theme, self.around = theme, around
        self._words = ItemWords()
        self.item: Item | None = None
        self._drafts: dict[tuple[str, int], str] = {}
        self.title = wrapping(self, font(17, 600))
        self.when = wrapping(self, font(12), name="muted")
        self.later = QPushButton(self.tr("Later"), self)
        self.later.setToolTip(self.tr("Put it off: it comes back by itself"))
        self.later.setMenu(QMenu(self.later))
        self.later.menu().aboutToShow.connect(self._offer_moments)
        self.done = QPushButton(self.tr("Done"), self)
        self.done.clicked.connect(self.done_asked)
        self._inner = QWidget(self)
        self._inner.setObjectName("panelinner")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(0)
        self._parts: list[QWidget] = []
        self.notes: list[NoteView] = []
        self._card_buttons: list[QPushButton] = []
        self.scroller = scrolled(self._inner, self)
        self.card = QFrame(self)
        self.card.setObjectName("card")
        self.reply = Writing(self)
        self.reply.setAccessibleName(self.tr("Your reply"))
        self.reply.setPlaceholderText(self.tr("Write a reply; @ names a colleague"))
        self.reply.textChanged.connect(self._read_reply)
        self.reply.saved.connect(self.send)
        self.offer = QFrame(self)
        self.offer.setObjectName("hint")
        self.offer_words = QLabel(self.offer)
        self.offer_words.setTextFormat(Qt.TextFormat.PlainText)
        self.offer_button = QPushButton(self.tr("Add task"), self.offer)
        self.offer_button.setObjectName("flat")
        self.offer_button.clicked.connect(self.take_offer)
        self.seen_by = QLabel(self.tr("both teams see this"), self)
        self.seen_by.setObjectName("muted")
        self.send_button = QPushButton(self.tr("Reply and mark done"), self)
        self.send_button.setObjectName("primary")
        self.send_button.clicked.connect(self.send)
        self._wanted: Wanted | None = None
        self._lay_out()
        self.repaint_icons()
        theme.changed.connect(self.repaint_icons)
        self.show_item(None)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.when)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        for button in (self.later, self.done):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._card = QHBoxLayout(self.card)
        self._card.setContentsMargins(14, 10, 12, 10)
        self._card.setSpacing(14)
        hint = QHBoxLayout(self.offer)
        hint.setContentsMargins(12, 2, 6, 2)
        hint.addWidget(self.offer_words, 1)
        hint.addWidget(self.offer_button)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.seen_by)
        foot.addWidget(self.send_button)
        self.answer = QWidget(self)
        answer = QVBoxLayout(self.answer)
        answer.setContentsMargins(0, 0, 0, 0)
        answer.setSpacing(8)
        answer.addWidget(self.reply)
        answer.addWidget(self.offer)
        answer.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, 16, _EDGE, 14)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.card)
        layout.addWidget(self.scroller, 1)
        layout.addWidget(self.answer)

    def show_item(self, item: Item | None) -> None:
        """Show a thing; what was begun as a reply to it earlier comes back."""
        if self.item is not None and (item is None or item.key != self.item.key):
            self._drafts[self.item.key] = self.reply.toPlainText()
        fresh = item is not None and (self.item is None or item.key != self.item.key)
        self.item = item
        for widget in (self.later, self.done, self.scroller):
            widget.setVisible(item is not None)
        self.answer.setVisible(item is not None and item.kind in {"contact", "company", "lead"})
        self.card.hide()
        if item is None:
            self.title.setText("")
            self.when.setText("")
            return
        self.title.setText(self._words.head(item))
        self.when.setText(self._words.when(item, self.around))
        ends = item.sort in {"mention", "dispute"}
        self.send_button.setText(self.tr("Reply and mark done") if ends else self.tr("Write the note"))
        if fresh:
            self._clear()
            self.reply.offer([one.name for one in self.around.context.members.values() if one.active])
            self.reply.setPlainText(self._drafts.pop(item.key, ""))

    def show_thread(self, thread: Thread) -> None:
        """Show what was said about the thing that is shown."""
        item = self.item
        if item is None:
            return
        focused = self.window().focusWidget()
        had = next(((view.note.id, name) for view in self.notes for name, one in view.stops() if one is focused), None)
        self._clear()
        self._show_about(thread.about)
        if item.sort == "dispute" and item.text:
            quoted = wrapping(self._inner, font(14), f"“{item.text}”")
            quoted.setContentsMargins(0, 4, 0, 10)
            self._put(quoted)
        for note in thread.notes:
            view = NoteView(note, self.around, self._theme, self._inner)
            view.reacted.connect(self.reacted)
            view.pin_asked.connect(self.pin_asked)
            self._put(view)
            self.notes.append(view)
            if had is not None and had[0] == note.id:
                view.show()
                dict(view.stops())[had[1]].setFocus()
        self._order()
        about = thread.about
        if about is not None and about.next_step:
            day = self.around.words.day(about.due_at, self.around.now) if about.due_at else ""
            step = ", ".join(part for part in (about.next_step, day) if part)
            self._put(wrapping(self._inner, font(13), self.tr("Next: {step}").format(step=step), name="muted"))

    def _order(self) -> None:
        """Let Tab go from what is on top through the notes to the reply."""
        before: QWidget = self.done
        after = [one for view in self.notes for _name, one in view.stops()]
        for one in (*self._card_buttons, *after, self.reply):
            self.setTabOrder(before, one)
            before = one

    def send(self) -> None:
        """Send what is written as a reply; nothing written sends nothing."""
        text = self.reply.toPlainText().strip()
        if text and self.item is not None:
            self._drafts.pop(self.item.key, None)
            self.reply.setPlainText("")
            self.reply_asked.emit(text)

    def give_back(self, key: tuple[str, int], text: str) -> None:
        """Put words back that could not be sent."""
        if self.item is not None and self.item.key == key and not self.reply.toPlainText():
            self.reply.setPlainText(text)
        else:
            self._drafts[key] = text

    def take_offer(self) -> None:
        """Make a task of what the reply says, where it names a day."""
        if self._wanted is not None:
            self.task_asked.emit(self._wanted)
            self.offer.hide()

    def repaint_icons(self) -> None:
        """Draw icons in the theme's colours."""
        muted = self._theme.colour("muted")
        self.later.setIcon(icons.icon("clock", muted, 16))
        self.done.setIcon(icons.icon("check", muted, 16))

    def _show_about(self, about: About | None) -> None:
        while self._card.count():
            taken = self._card.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._card_buttons = []
        self.card.setVisible(about is not None)
        if about is None:
            return
        self._card.addWidget(Face(self._theme, about.name, self.card))
        self._card.addWidget(_pair(self.card, about.name, about.title), 1)
        if about.stage:
            days = max(0, (self.around.now - about.entered_at).days) if about.entered_at else 0
            self._card.addWidget(_pair(self.card, about.stage, self.tr("%n days here", None, days)))
        if about.value is not None:
            score = "" if about.score is None else self.tr("score {n}").format(n=about.score)
            self._card.addWidget(_pair(self.card, self.around.words.money(about.value, about.currency), score))
        opens = QPushButton(self.tr("Open"), self.card)
        opens.setAccessibleName(self.tr("Open {record}").format(record=about.name))
        opens.clicked.connect(partial(self.opened.emit, about.kind, about.id))
        self._card.addWidget(opens)
        self._card_buttons = [opens]

    def _put(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        self._parts.append(widget)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _clear(self) -> None:
        for widget in self._parts:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._parts, self.notes = [], []

    def _offer_moments(self) -> None:
        menu = self.later.menu()
        menu.clear()
        for name, moment in inbox.moments(self.around.now, self.around.context):
            when = self.around.words.moment(moment, self.around.now)
            menu.addAction(self._moment_name(name, when), partial(self._put_off, moment))

    def _moment_name(self, name: str, when: str) -> str:
        said = {
            "hour": self.tr("In an hour ({when})"),
            "hours": self.tr("In three hours ({when})"),
            "tomorrow": self.tr("Tomorrow morning ({when})"),
            "monday": self.tr("On Monday ({when})"),
            "week": self.tr("In a week ({when})"),
        }
        return said[name].format(when=when)

    def _put_off(self, moment: datetime) -> None:
        self.later_asked.emit(moment)

    def _read_reply(self) -> None:
        """Offer a task where the reply names a day, as in “I'll ask her on Tuesday”."""
        text = " ".join(self.reply.toPlainText().split())
        found = wanted(self.around.context, text) if text else None
        self._wanted = found if found is not None and found.due is not None and found.title else None
        self.offer.setVisible(self._wanted is not None)
        self.send_button.setEnabled(bool(text))
        if self._wanted is not None and self._wanted.due is not None:
            day = self.around.words.paper.day_short(self._wanted.due, self.around.now.year)
            words = self.tr("Make it a task: {task}, {day}").format(task=self._wanted.title[:80], day=day)
            self.offer_words.setText(flat(words))


def _pair(parent: QWidget, first: str, second: str) -> QWidget:
    """Return two lines: what matters, and what explains it."""
    made = QWidget(parent)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(wrapping(made, font(13, 600), first))
    if second:
        column.addWidget(wrapping(made, font(12), second, name="muted"))
    return made


def key_hints(parent: QWidget, hints: Sequence[tuple[str, str]]) -> QWidget:
    """Return a bar that tells which keys do what."""
    bar = QFrame(parent)
    bar.setObjectName("foot")
    row = QHBoxLayout(bar)
    row.setContentsMargins(_EDGE, 6, _EDGE, 6)
    row.setSpacing(6)
    for keys, what in hints:
        key = keychip(keys, bar) if keys.isascii() else QLabel(keys, bar)
        said = QLabel(what, bar)
        said.setObjectName("muted")
        said.setFont(font(12))
        row.addWidget(key)
        row.addWidget(said)
        row.addSpacing(8)
    row.addStretch(1)
    return bar
