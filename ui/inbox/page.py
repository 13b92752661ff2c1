"""The inbox: all that waits for a member, what presses most first; each thing is dealt with where it stands."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import inbox, inbox_thread, replies, tasks
from app.changes import Change
from app.errors import KnownError
from app.handoffs.dossier import Dossier
from app.inbox import Inbox
from app.inbox_items import GROUPS, Item, newest
from app.inbox_thread import Thread
from app.outcomes import Wanted
from app.periods import day_start
from ui.actions import Action
from ui.around import Surroundings
from ui.handoffs import actions as handoff_actions
from ui.handoffs.pane import AnswerPane
from ui.inbox.digest import DigestBar
from ui.inbox.item_list import ItemList
from ui.inbox.item_view import ItemView, key_hints
from ui.inbox.item_words import ItemWords
from ui.inbox.pause_button import PauseButton
from ui.jobs import Jobs
from ui.page import Page
from ui.theme import Theme, font
from ui.widgets.heading import Heading

SETTLING = 200
EVERY = 60_000
"""Milliseconds after which it is read anew, whoever does nothing: time itself brings things and takes them."""
_LIST = 500
_BESIDE = 384
"""What the cards of a handoff need: narrower, their trailing edge is cut."""
_INSTANT = timedelta(microseconds=1)
_KINDS = frozenset(
    {"task", "mark", "mention", "activity", "reaction", "handoff", "lead", "contact", "company", "meeting"}
)


class InboxPage(Page):
    """The page: chips that narrow it, the list, and the chosen thing beside it."""

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__("inbox", QCoreApplication.translate("InboxPage", "Inbox"), "inbox", around, parent)
        self._jobs, self._theme = jobs, theme
        self._words = ItemWords()
        self.found = Inbox()
        self.narrowed = ""
        self.by_newest = False
        self._wants_list = False
        self._again = QTimer(self, singleShot=True, interval=SETTLING)
        self._again.timeout.connect(self.load)
        self._every = QTimer(self, interval=EVERY)
        self._every.timeout.connect(self.load)
        self.heading = Heading(self.title, self)
        self.next_button = QPushButton(self.tr("Answer next handoff"), self)
        self.next_button.clicked.connect(self.answer_next)
        self.pause = PauseButton(theme, around, self)
        self.pause.said.connect(self.said)
        self.heading.add(self.pause)
        self.heading.add(self.next_button)
        self.order = QPushButton(self)
        self.order.setObjectName("quiet")
        self.order.clicked.connect(self.turn_order)
        self.chips: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        for group in ("", *GROUPS):
            chip = QPushButton(self)
            chip.setObjectName("pillchip")
            chip.setCheckable(True)
            chip.setChecked(not group)
            chip.clicked.connect(partial(self.narrow, group))
            self._group.addButton(chip)
            self.chips[group] = chip
        self.list = ItemList(theme, around, self)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open_item)
        self.view = ItemView(theme, around, self)
        self.answers = AnswerPane(jobs, theme, around, self)
        self.sides = QStackedWidget(self)
        self.sides.addWidget(self.view)
        self.sides.addWidget(self.answers)
        self.digest = DigestBar(jobs, theme, around, self)
        self.nothing = QLabel(self)
        self.nothing.setObjectName("muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.nothing.setFont(font(14))
        self._lay_out()
        self._listen()
        self._tell()

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setContentsMargins(20, 2, 20, 10)
        chips.setSpacing(8)
        for chip in self.chips.values():
            chips.addWidget(chip)
        chips.addStretch(1)
        chips.addWidget(self.order)
        self.splitter = QSplitter(self)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.sides)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([_LIST, _LIST + 160])
        self.list.setMinimumWidth(300)
        self.sides.setMinimumWidth(_BESIDE)
        hints = (
            ("↑ ↓", self.tr("choose")),
            ("Enter", self.tr("open")),
            ("Ctrl+Shift+Y", self.tr("accept")),
            ("Ctrl+Enter", self.tr("reply")),
            ("Ctrl+D", self.tr("done")),
            ("Ctrl+Shift+D", self.tr("later")),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heading)
        top = QVBoxLayout()
        top.setContentsMargins(20, 6, 20, 4)
        top.addWidget(self.digest)
        layout.addLayout(top)
        layout.addLayout(chips)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.nothing, 1)
        layout.addWidget(key_hints(self, hints))

    def _listen(self) -> None:
        view = self.view
        view.opened.connect(self.record_asked)
        view.done_asked.connect(self.finish)
        view.later_asked.connect(self.put_off)
        view.reply_asked.connect(self._reply)
        view.task_asked.connect(self._add_task)
        view.reacted.connect(self._react)
        view.pin_asked.connect(self._pin)
        self.answers.said.connect(self.said)
        self.answers.failed.connect(self.failed)
        self.answers.record_asked.connect(self.record_asked)
        self.answers.place_asked.connect(self.turned_to)
        self.answers.closed.connect(self.take_focus)
        self.answers.answered.connect(self._go_on)
        self.answers.read_anew.connect(self._follow)
        self._jobs.changed.connect(self._changed)

    # Going about

    def load(self) -> None:
        """Read what waits; from then on also as time goes by."""
        self._jobs.read(inbox.found, done=self._take, failed=self.failed.emit, key="inbox.page")
        if not self._every.isActive():
            self._every.start()

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now."""
        super().take_around(around)
        self.view.around = self.list.model_.around = self.answers.around = self.digest.around = around
        self.pause.around = around

    def take_focus(self) -> None:
        """Put the focus on the list; where it is empty as yet, it comes there with the first things."""
        self._wants_list = not self.found.items
        (self.list if self.found.items else self.pause).setFocus()

    def panes(self) -> Sequence[QWidget]:
        """Return the list and the chosen thing."""
        return (self.list, self.sides)

    def stop(self) -> None:
        """End what goes on by itself."""
        self._every.stop()
        self._again.stop()
        self.list.stop()
        self.answers.stop()

    def actions_here(self) -> Sequence[Action]:
        """Return what can be done here."""
        place = self.place
        return (
            *handoff_actions.table(place, self._answer),
            Action(
                "inbox.reply", "edit", self.tr("&Reply"), ("Ctrl+Return",), self.begin_reply, place=place, rule=True
            ),
            Action("inbox.done", "edit", self.tr("&Done"), ("Ctrl+D",), self.finish, place=place),
            Action("inbox.later", "edit", self.tr("&Later…"), ("Ctrl+Shift+D",), self.ask_later, place=place),
            Action("inbox.task", "edit", self.tr("Make the reply a &task"), (), self.view.take_offer, place=place),
            Action(
                "inbox.quiet", "view", self.tr("&Quiet for an hour, or notify again"), (), self.pause.turn, place=place
            ),
            Action("inbox.next", "edit", self.tr("Answer next &handoff"), (), self.answer_next, place=place),
            Action(
                "inbox.order", "view", self.tr("Inbox: newest or most &urgent first"), (), self.turn_order, place=place
            ),
        )

    # Showing

    def narrow(self, group: str) -> None:
        """Show one group alone, or all of them ("")."""
        self.narrowed = group
        self._show()

    def turn_order(self) -> None:
        """Show the newest of each group first, or what runs out first."""
        self.by_newest = not self.by_newest
        self._show()

    def answer_next(self) -> None:
        """Choose the handoff whose time runs out first."""
        self.narrow("")
        one = next((one for one in self.found.items if one.sort == "handoff"), None)
        row = self.list.model_.row_of(one.key) if one is not None else None
        if row is not None:
            self.list.choose(row)
            self.list.setFocus()

    def _take(self, found: Inbox) -> None:
        self.found = found
        if self.narrowed and all(one.group != self.narrowed for one in found.items):
            self.narrowed = ""
        self._show()
        shown = self.answers.dossier
        if shown is not None and self._words.as_said(self.found.items, shown.brief.handoff, self.around) is not None:
            self.answers.read()

    def _follow(self, dossier: Dossier) -> None:
        """Say in the list what the pane says is left: the two are read at different moments."""
        items = self._words.as_said(self.found.items, dossier.brief.handoff, self.around)
        if items is not None:
            self.found = replace(self.found, items=items)
            self._show()

    def _show(self) -> None:
        items = [one for one in self.found.items if self.narrowed in ("", one.group)]
        self.list.show_items(newest(items) if self.by_newest else items)
        self._tell()
        if items and self._wants_list:
            self._wants_list = False
            if self.pause.hasFocus():
                self.list.setFocus()

    def _tell(self) -> None:
        items = self.found.items
        self.digest.show_items(items)
        number = self.around.words.number
        self.heading.tell(self.tr("%n wait for you", None, len(items)) if items else "")
        for group, chip in self.chips.items():
            count = sum(group in ("", one.group) for one in items)
            chip.setText(f"{self._words.chip(group)} {number(count)}")
            chip.setChecked(group == self.narrowed)
            chip.setVisible(not group or count > 0)
        self.order.setText(self.tr("Newest first") if self.by_newest else self.tr("Most urgent first"))
        self.next_button.setEnabled(any(one.sort == "handoff" for one in items))
        self.pause.tell()
        if not items and self.splitter.isAncestorOf(self.focusWidget() or self):
            self.pause.setFocus()
        self.splitter.setVisible(bool(items))
        self.nothing.setVisible(not items)
        self.nothing.setText(
            self.tr("Nothing waits for you. Handoffs to answer, notes that name you and tasks that fall due come here.")
        )

    def _choose(self, item: Item | None) -> None:
        self.view.show_item(item)
        if item is not None and item.sort == "handoff":
            self.sides.setCurrentWidget(self.answers)
            self.answers.show_handoff(item.id)
            return
        self.sides.setCurrentWidget(self.view)
        if item is not None:
            self._read_thread(item)

    def _read_thread(self, item: Item) -> None:
        self._jobs.read(
            inbox_thread.of,
            item.kind,
            item.record_id or 0,
            item.activity_id,
            done=partial(self._take_thread, item.key),
            failed=self.failed.emit,
            key="inbox.thread",
        )

    def _take_thread(self, key: tuple[str, int], thread: Thread) -> None:
        if self.view.item is not None and self.view.item.key == key:
            self.view.show_thread(thread)

    def _open_item(self, item: Item) -> None:
        if item.record_id is not None and item.kind:
            self.record_asked.emit(item.kind, item.record_id)

    # Doing

    def finish(self) -> None:
        """Take the chosen thing out of the inbox."""
        item = self.list.current()
        if item is not None:
            said = self.tr("Done: {what}").format(what=self._words.title(item))
            self._write(inbox.done, item.sort, item.id, said=said)

    def put_off(self, moment: datetime) -> None:
        """Put the chosen thing off until a moment."""
        item = self.list.current()
        if item is not None:
            when = self.around.words.moment(moment, self.around.now)
            said = self.tr("{what} comes back {when}.").format(what=self._words.title(item), when=when)
            self._write(inbox.later, item.sort, item.id, moment, said=said)

    def ask_later(self) -> None:
        """Ask until when the chosen thing is put off."""
        if self.list.current() is not None:
            self.view.later.showMenu()

    def _answer(self, answer: str) -> None:
        if self.sides.currentWidget() is self.answers:
            self.answers.begin(answer)

    def _go_on(self) -> None:
        """After an answer go on in the list: the button that had the focus is gone, and that may be anywhere."""
        if self.isVisible():
            self.take_focus()

    def begin_reply(self) -> None:
        """Go to where a reply is written; from there the same keys send it, and a handoff's answer, too."""
        if self.sides.currentWidget() is self.answers:
            self.answers.box.answer_now()
        elif self.view.answer.isVisible():
            if self.view.reply.hasFocus():
                self.view.send()
            else:
                self.view.reply.setFocus()

    def _reply(self, text: str) -> None:
        item = self.view.item
        if item is None or item.record_id is None:
            return
        failed = partial(self._not_sent, item.key, text)
        said = self.tr("Replied.")
        self._write(inbox.answer, item.sort, item.id, item.kind, item.record_id, text, said=said, failed=failed)
        self.list.setFocus()

    def _not_sent(self, key: tuple[str, int], text: str, error: KnownError) -> None:
        self.view.give_back(key, text)
        self.failed.emit(error)

    def _add_task(self, found: Wanted) -> None:
        item = self.view.item
        if item is None or item.record_id is None or found.due is None:
            return
        due = day_start(found.due + timedelta(days=1), self.around.context.zone) - _INSTANT
        said = self.tr("Task added: {task}").format(task=found.title)
        self._write(tasks.add, item.kind, item.record_id, found.title, found.owner_id, due, said=said)

    def _react(self, note: int, sign: str, on: bool) -> None:
        self._write(replies.react, note, sign, on=on)

    def _pin(self, note: int, on: bool) -> None:
        said = self.tr("Pinned to the top.") if on else self.tr("No longer pinned.")
        self._write(replies.pin, note, said=said, on=on)

    def _write(self, service: Any, *args: Any, said: str = "", failed: Any = None, **more: Any) -> None:
        done = partial(self._done, said)
        self._jobs.write(service, *args, done=done, failed=failed or self._refused, **more)

    def _done(self, said: str, change: Change) -> None:
        if said:
            self.said.emit(said, change)
        self.load()

    def _refused(self, error: KnownError) -> None:
        self.failed.emit(error)
        self.load()

    def _changed(self, change: Change) -> None:
        if _KINDS & change.ids.keys():
            self._again.start()
            item = self.view.item
            if item is not None and {"activity", "reaction"} & change.ids.keys():
                self._read_thread(item)
