"""What happened with a record: pinned notes first, then the newest, replies below what they answer."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from app import replies, threads, timeline
from app.changes import Change
from app.errors import KnownError
from app.threads import Placed
from app.timeline import Part, TimelineItem
from ui import icons
from ui.around import Surroundings
from ui.contacts.reply_box import ReplyBox
from ui.contacts.timeline_line import TimelineLine
from ui.jobs import Jobs
from ui.theme import Theme, font


class Timeline(QWidget):
    """The timeline of one record. Its holder hands it the newest part; it reads filters and older parts itself."""

    change_asked = Signal(object)  # TimelineItem
    removal_asked = Signal(object)  # TimelineItem
    said = Signal(str, object)  # what was done, and the Change
    failed = Signal(object)  # KnownError

    def __init__(
        self, jobs: Jobs, theme: Theme, around: Surroundings, kind: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._theme, self.around, self._kind = jobs, theme, around, kind
        self._record: int | None = None
        self._titles: Mapping[str, str] = {}
        self.items: list[TimelineItem] = []
        self._pinned: Sequence[TimelineItem] = ()
        self._before: datetime | None = None
        self._shown = "all"
        self.lines: list[TimelineLine] = []
        title = QLabel(self.tr("Timeline"), self)
        title.setFont(font(14, 600))
        self._names = {
            "all": self.tr("Everything"),
            "notes": self.tr("Notes"),
            "talks": self.tr("Calls and e-mails"),
            "moves": self.tr("Moves"),
            "edits": self.tr("Edits"),
        }
        self.filter = self._filter()
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.filter)
        self._more = QPushButton(self.tr("Show older"), self)
        self._more.setObjectName("flat")
        self._more.hide()
        self._more.clicked.connect(self.show_older)
        self._nothing = QLabel(self)
        self._nothing.setObjectName("muted")
        self._nothing.setWordWrap(True)
        self._tops = self._head(self.tr("Pinned"))
        self._rest = self._head(self.tr("What happened"))
        self.box = ReplyBox(self)
        self.box.sent.connect(self._reply)
        self.box.left.connect(self._back_to_note)
        self._answered: tuple[object, ...] | None = None
        self._layout = QVBoxLayout()
        self._layout.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(self._layout)
        layout.addWidget(self._nothing)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._tell_filter()

    def _filter(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("quiet")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(icons.size_of(16))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        group = QActionGroup(menu)
        for shown, name in self._names.items():
            action = menu.addAction(name, partial(self.narrow, shown))
            action.setCheckable(True)
            action.setChecked(shown == "all")
            group.addAction(action)
        button.setMenu(menu)
        return button

    def show_part(
        self,
        record_id: int,
        items: Sequence[TimelineItem],
        before: datetime | None,
        titles: Mapping[str, str],
        pinned: Sequence[TimelineItem] = (),
    ) -> None:
        """Show the newest part of a record's timeline; narrowed, it is read anew."""
        fresh = record_id != self._record
        if fresh:
            self.box.put_away()
        self._record, self._titles = record_id, titles
        if self._shown != "all":
            self._read()
            return
        known = {item.key for item in items}
        kept = [] if fresh else [item for item in self.items if item.key not in known and _older(item, items)]
        self._lay([*items, *kept], pinned)
        self._before = before if not kept else self._before
        self._more.setVisible(self._before is not None)

    def narrow(self, shown: str) -> None:
        """Show one sort of lines only."""
        self._shown = shown
        self._tell_filter()
        self._read()

    def show_older(self) -> None:
        """Read the part before the oldest line."""
        self._more.setEnabled(False)
        self._read(self._before)

    def repaint_icons(self) -> None:
        """Draw icons in the theme's colours."""
        self._tell_filter()

    # Inside

    def _read(self, before: datetime | None = None) -> None:
        if self._record is None:
            return
        self._jobs.read(
            timeline.page,
            self._kind,
            self._record,
            self._shown,
            before,
            done=partial(self._take, self._record, self._shown, before),
            failed=self._not_read,
            key=f"timeline.{self._kind}",
        )

    def _take(self, record_id: int, shown: str, before: datetime | None, part: Part) -> None:
        self._more.setEnabled(True)
        if record_id != self._record or shown != self._shown:
            return
        if before is None:
            self._lay(part.items, part.pinned)
        else:
            known = {item.key for item in self.items}
            self._lay([*self.items, *(item for item in part.items if item.key not in known)], self._pinned)
        self._before = part.before
        self._more.setVisible(self._before is not None)

    def _not_read(self, error: KnownError) -> None:
        self._more.setEnabled(True)
        self.failed.emit(error)

    def _head(self, words: str) -> QLabel:
        head = QLabel(words, self)
        head.setObjectName("muted")
        head.setFont(font(12, 600))
        head.setContentsMargins(0, 2, 0, 6)
        head.hide()
        return head

    def _lay(self, items: Sequence[TimelineItem], pinned: Sequence[TimelineItem]) -> None:
        """Show these lines; a line that stands as it stood is kept, with the focus that it may have."""
        self.items, self._pinned = list(items), pinned
        placed = threads.arranged(items, pinned)
        if [line.placed for line in self.lines] != list(placed):
            self._put(placed)
        self._nothing.setVisible(not placed)
        self._nothing.setText(
            self.tr("Nothing has happened yet.") if self._shown == "all" else self.tr("Nothing of this sort yet.")
        )

    def _put(self, placed: Sequence[Placed]) -> None:
        known = {line.sort: line for line in self.lines}
        focused = next((line.sort for line in self.lines if line.isAncestorOf(self._focused())), None)
        self.lines = []
        for one in placed:
            line = known.get((*one.item.key, one.is_on_top))
            if line is not None and line.placed == one:
                del known[(*one.item.key, one.is_on_top)]
            else:
                line = self._line(one)
            self.lines.append(line)
        for place, line in enumerate(self.lines):
            line.last = place + 1 == len(self.lines) or line.placed.is_on_top != self.lines[place + 1].placed.is_on_top
        self._place()
        for gone in known.values():
            gone.hide()
            gone.deleteLater()
        self._focus(focused)

    def _line(self, placed: Placed) -> TimelineLine:
        line = TimelineLine(placed, self._titles, self.around, self._theme, self)
        line.changed.connect(self.change_asked)
        line.removed.connect(self.removal_asked)
        line.reply_asked.connect(self._begin_reply)
        line.reacted.connect(self._react)
        line.pin_asked.connect(self._pin)
        line.step_asked.connect(partial(self._step, line))
        return line

    def _place(self) -> None:
        """Put heads, lines and the box for a reply, which stands below the thread that it answers, in order."""
        while self._layout.count():
            self._layout.takeAt(0)
        tops = any(line.placed.is_on_top for line in self.lines)
        rest = any(not line.placed.is_on_top for line in self.lines)
        self._tops.setVisible(tops)
        self._rest.setVisible(tops and rest)
        if tops:
            self._layout.addWidget(self._tops)
        below = self._below()
        above: QWidget = self.filter
        for place, line in enumerate(self.lines):
            if tops and not line.placed.is_on_top and (not place or self.lines[place - 1].placed.is_on_top):
                self._layout.addWidget(self._rest)
            self._layout.addWidget(line)
            line.show()
            if line.acts is not None:
                self.setTabOrder(above, line.acts)
                above = line.acts
            if place == below:
                self._layout.addWidget(self.box)
                self.setTabOrder(above, self.box.writing)
                self.setTabOrder(self.box.writing, self.box.send_button)
                above = self.box.send_button
        if below is None and not self.box.isHidden():
            self.box.put_away()

    def _below(self) -> int | None:
        """Return the place of the last line of the thread that a reply is being written to."""
        if self.box.note_id is None:
            return None
        answered = next((place for place, line in enumerate(self.lines) if line.sort == self._answered), None)
        if answered is None:  # it was pinned or let go meanwhile
            keys = [line.item.id if line.item.source == "activity" else None for line in self.lines]
            answered = keys.index(self.box.note_id) if self.box.note_id in keys else None
        if answered is None:
            return None
        while answered + 1 < len(self.lines) and self.lines[answered + 1].placed.is_below:
            answered += 1
        return answered

    def _focus(self, sort: tuple[object, ...] | None) -> None:
        """Put the focus to the line that had it, or that stands for it now."""
        if sort is None:
            return
        there = [line for line in self.lines if line.item.key == sort[:-1] and line.acts is not None]
        line = next((one for one in there if one.sort == sort), there[0] if there else None)
        if line is not None and line.acts is not None and not line.isAncestorOf(self._focused()):
            line.acts.setFocus()

    def _focused(self) -> QWidget:
        """Return what has the focus in the window, be the window in front or not."""
        return self.window().focusWidget() or self

    def _step(self, line: TimelineLine, places: int) -> None:
        ways = [one.acts for one in self.lines if one.acts is not None]
        if line.acts in ways:
            at = ways.index(line.acts) + places
            if 0 <= at < len(ways):
                ways[at].setFocus()

    # Doing

    def _begin_reply(self, placed: Placed) -> None:
        self._answered = (*placed.item.key, placed.is_on_top)
        self.box.begin(placed.item.id, self.around)
        self._place()
        self.box.writing.setFocus()

    def _back_to_note(self) -> None:
        line = next((one for one in self.lines if one.sort == self._answered), None)
        if line is not None and line.acts is not None:
            line.acts.setFocus()

    def _reply(self, note: int, text: str) -> None:
        self._write(replies.reply, note, text, said=self.tr("Replied."), failed=partial(self._not_sent, note, text))

    def _not_sent(self, note: int, text: str, error: KnownError) -> None:
        self.box.give_back(note, text)
        self.failed.emit(error)

    def _react(self, note: int, sign: str, on: bool) -> None:
        self._write(replies.react, note, sign, on=on)

    def _pin(self, note: int, on: bool) -> None:
        self._write(
            replies.pin, note, said=self.tr("Pinned to the top.") if on else self.tr("No longer pinned."), on=on
        )

    def _write(self, service: Any, *args: Any, said: str = "", failed: Any = None, **more: Any) -> None:
        self._jobs.write(service, *args, done=partial(self._done, said), failed=failed or self.failed.emit, **more)

    def _done(self, said: str, change: Change) -> None:
        if said and change.entries:
            self.said.emit(said, change)

    def _tell_filter(self) -> None:
        self.filter.setText(self._names[self._shown])
        self.filter.setAccessibleName(self.tr("Show in the timeline: {what}").format(what=self._names[self._shown]))
        self.filter.setIcon(icons.icon("list-filter", self._theme.colour("muted"), 16))


def _older(item: TimelineItem, items: Sequence[TimelineItem]) -> bool:
    """Return whether a line that stood there is older than what was read anew: it is kept then."""
    return bool(items) and item.at < items[-1].at
