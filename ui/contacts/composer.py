"""Where a note is written, a call, e-mail or meeting logged, a task set. What was begun is kept for each record."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app import feed, tasks
from app.changes import Change
from app.errors import KnownError
from app.outcomes import wanted
from app.periods import day_start, local_day
from ui import refusals
from ui.around import Surroundings
from ui.contacts import form
from ui.contacts.writing import Writing
from ui.jobs import Jobs
from ui.theme import Theme
from ui.widgets.spinning import padded

SORTS = ("note", "call", "email", "meeting", "task")
_INSTANT = timedelta(microseconds=1)
_LONGEST = 24 * 60


@dataclass(frozen=True, slots=True)
class Draft:
    """What was begun on a record. `editing` is the note that is being changed, with the text it had."""

    sort: str = "note"
    text: str = ""
    direction: str = "out"
    minutes: int = 0
    when: str = ""
    editing: int | None = None
    base: str = ""
    open: bool = False


class Composer(QFrame):
    """The composer of one record at a time; `turn_to` another keeps what was begun on this one."""

    said = Signal(str, object)  # what was done, and the Change
    failed = Signal(object)  # KnownError
    closed = Signal()

    def __init__(
        self, jobs: Jobs, theme: Theme, around: Surroundings, kind: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self._jobs, self._theme, self.around, self._kind = jobs, theme, around, kind
        self._record: int | None = None
        self._name = ""
        self._drafts: dict[int, Draft] = {}
        self._draft = Draft()
        self.sorts = QButtonGroup(self)
        self.sorts.setExclusive(True)
        self.writing = Writing(self)
        self.writing.saved.connect(self.save)
        self.writing.left.connect(self.close_it)
        self.task = QLineEdit(self)
        self.task.setMaxLength(2_000)
        self.task.textChanged.connect(self._read_task)
        self.task.returnPressed.connect(self.save)
        self.direction = QComboBox(self)
        self.minutes = padded(QSpinBox(self))
        self.minutes.setRange(0, _LONGEST)
        self.when = QLineEdit(self)
        self.when.setMaxLength(40)
        self.when.setMinimumWidth(66)
        self.problem = QLabel(self)
        self.problem.setObjectName("problem")
        self.told = QLabel(self)
        self.told.setObjectName("muted")
        for label in (self.problem, self.told):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.save_button = QPushButton(self)
        self.save_button.setObjectName("primary")
        self.save_button.clicked.connect(self.save)
        self.leave_button = QPushButton(self.tr("Cancel"), self)
        self.leave_button.setObjectName("flat")
        self.leave_button.clicked.connect(self.give_up)
        self._build()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)
        self.hide()

    def _build(self) -> None:
        names = {
            "note": self.tr("Note"),
            "call": self.tr("Call"),
            "email": self.tr("E-mail"),
            "meeting": self.tr("Meeting"),
            "task": self.tr("Task"),
        }
        sorts = QHBoxLayout()
        sorts.setSpacing(0)
        for place, sort in enumerate(SORTS):
            button = QPushButton(names[sort], self)
            button.setObjectName("sort")
            button.setCheckable(True)
            button.clicked.connect(partial(self._choose, sort))
            self.sorts.addButton(button, place)
            sorts.addWidget(button)
        sorts.addStretch(1)
        self.direction.addItem(self.tr("Outgoing"), "out")
        self.direction.addItem(self.tr("Incoming"), "in")
        self.direction.setAccessibleName(self.tr("Direction"))
        self.minutes.setSuffix(self.tr(" min"))
        self.minutes.setSpecialValueText(self.tr("minutes"))
        self.minutes.setAccessibleName(self.tr("Minutes"))
        self.when.setPlaceholderText(self.tr("Now"))
        self.when.setAccessibleName(self.tr("When: a day and a time, such as yesterday 16:30"))
        self.when.setToolTip(self.when.accessibleName())
        self.task.setPlaceholderText(self.tr("Call back @Tom Friday"))
        self.task.setAccessibleName(self.tr("Task: what is to be done, @ whom, and the day"))
        facts = QHBoxLayout()
        facts.setSpacing(6)
        facts.addWidget(self.direction, 3)
        facts.addWidget(self.minutes, 2)
        facts.addWidget(self.when, 3)
        buttons = QHBoxLayout()
        buttons.addWidget(self.told, 1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addLayout(sorts)
        layout.addWidget(self.writing)
        layout.addWidget(self.task)
        layout.addLayout(facts)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)

    # One record after the other

    def turn_to(self, record_id: int | None, name: str = "") -> None:
        """Stand for another record; what was begun on it earlier comes back."""
        if record_id != self._record:
            self._keep()
            self._record = record_id
            self._show(self._drafts.get(record_id, Draft()) if record_id is not None else Draft())
        self._name = name or self._name

    def begin(self, sort: str = "note", direction: str = "out") -> None:
        """Open it for a sort; what was typed already stays."""
        now = self._now()
        self._show(replace(now, sort=sort, direction=direction, open=True))
        (self.task if sort == "task" else self.writing).setFocus()

    def change(self, activity_id: int, sort: str, text: str) -> None:
        """Open a note of one's own to change its words."""
        if self._now().text.strip():
            self.problem.setText(self.tr("Save or cancel first what you began here."))
            self.problem.show()
            self.writing.setFocus()
            return
        self._show(Draft(sort=sort, text=text, editing=activity_id, base=text, open=True))
        self.writing.setFocus()

    def save(self) -> None:
        """Save what stands here."""
        draft = self._now()
        if self._record is None or not draft.open:
            return
        try:
            at = self._when(draft.when) if draft.sort in {"call", "email", "meeting"} else None
        except ValueError as error:
            self.complain(str(error))
            return
        if draft.sort in {"note", "task"} and not draft.text.strip():
            self.complain(self.tr("It says nothing yet. Write a word or two."))
            return
        record = self._record
        answers: dict[str, Any] = {
            "done": partial(self._saved, record, draft, self._name),
            "failed": partial(self._not_saved, record, draft),
        }
        self._drafts.pop(record, None)
        self._show(Draft())
        self.closed.emit()
        if draft.editing is not None:
            self._jobs.write(feed.edit, draft.editing, {"text": draft.text}, {"text": draft.base}, **answers)
        elif draft.sort == "task":
            found = wanted(self.around.context, draft.text)
            due = None
            if found.due is not None:
                due = day_start(found.due + timedelta(days=1), self.around.context.zone) - _INSTANT
            self._jobs.write(tasks.add, self._kind, record, found.title, found.owner_id, due, **answers)
        else:
            facts: dict[str, Any] = {"direction": draft.direction, "minutes": draft.minutes or None, "at": at}
            more = {} if draft.sort == "note" else facts
            self._jobs.write(feed.add, self._kind, record, draft.sort, draft.text, **more, **answers)

    def close_it(self) -> None:
        """Go out of sight; what was typed stays for when it is opened again."""
        self._show(replace(self._now(), open=False))
        self.closed.emit()

    def give_up(self) -> None:
        """Go, and forget what was typed."""
        self._show(Draft())
        self.closed.emit()

    def complain(self, words: str) -> None:
        """Say why it was not saved."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    # Inside

    def _keep(self) -> None:
        if self._record is not None:
            draft = self._now()
            if draft.text.strip():
                self._drafts[self._record] = draft
            else:
                self._drafts.pop(self._record, None)

    def _now(self) -> Draft:
        sort = SORTS[self.sorts.checkedId()] if self.sorts.checkedId() >= 0 else "note"
        text = self.task.text() if sort == "task" else self.writing.toPlainText()
        return replace(
            self._draft,
            sort=sort,
            text=text,
            direction=str(self.direction.currentData()),
            minutes=self.minutes.value(),
            when=self.when.text(),
        )

    def _show(self, draft: Draft) -> None:
        self._draft = draft
        self.sorts.button(SORTS.index(draft.sort)).setChecked(True)
        if self.writing.toPlainText() != draft.text:
            self.writing.setPlainText(draft.text)
            self.writing.moveCursor(QTextCursor.MoveOperation.End)
        if self.task.text() != draft.text:
            self.task.setText(draft.text if draft.sort == "task" else " ".join(draft.text.split())[:2_000])
        self.direction.setCurrentIndex(self.direction.findData(draft.direction))
        self.minutes.setValue(draft.minutes)
        self.when.setText(draft.when)
        me = self.around.context.me
        self.writing.offer(
            sorted(one.name for one in self.around.context.members.values() if one.active and one is not me)
        )
        self.complain("")
        self._arrange(draft)
        self.setVisible(draft.open)

    def _arrange(self, draft: Draft) -> None:
        task, timed = draft.sort == "task", draft.sort in {"call", "email", "meeting"} and draft.editing is None
        self.writing.setVisible(not task)
        self.task.setVisible(task)
        self.direction.setVisible(timed and draft.sort != "meeting")
        self.minutes.setVisible(timed and draft.sort != "email")
        self.when.setVisible(timed)
        for button in self.sorts.buttons():
            button.setEnabled(draft.editing is None or button.isChecked())
        hints = {
            "note": self.tr("Write a note, @ to call somebody"),
            "call": self.tr("What came of the call?"),
            "email": self.tr("What was written?"),
            "meeting": self.tr("What came of the meeting?"),
        }
        self.writing.setPlaceholderText(hints.get(draft.sort, ""))
        self.writing.setAccessibleName(hints.get(draft.sort, ""))
        saves = {
            "note": self.tr("Save note"),
            "call": self.tr("Log call"),
            "email": self.tr("Log e-mail"),
            "meeting": self.tr("Log meeting"),
            "task": self.tr("Add task"),
        }
        self.save_button.setText(saves[draft.sort])
        self.save_button.setToolTip(self.tr("Ctrl+Enter"))
        self._read_task()

    def _choose(self, sort: str) -> None:
        """Change the sort; the words go along."""
        draft = self._now()
        text = self.writing.toPlainText() if self.writing.isVisibleTo(self) else self.task.text()
        self._show(replace(draft, sort=sort, text=text))
        (self.task if sort == "task" else self.writing).setFocus()

    def _read_task(self) -> None:
        """Say how a task is understood as it is typed."""
        if self.task.isHidden() or not self.task.text().strip():
            self.told.setText("")
            return
        found = wanted(self.around.context, self.task.text())
        owner = self.around.context.members.get(found.owner_id or 0) or self.around.context.me
        day = self.around.words.paper.day_short(found.due, self.around.now.year) if found.due else self.tr("no day")
        self.told.setText(f"{owner.name if owner else ''} · {day}")

    def _when(self, text: str) -> datetime | None:
        """Return the moment that was typed: a day, a time of day, or both."""
        words = text.split()
        if not words:
            return None
        today = local_day(self.around.now, self.around.words.zone)
        hours, _, minutes = words[-1].replace(".", ":").partition(":")
        time = None
        if hours.isdecimal() and minutes.isdecimal() and int(hours) < 24 and int(minutes) < 60:
            time = timedelta(hours=int(hours), minutes=int(minutes))
            words.pop()
        said = " ".join(words)
        if said.casefold() in {self.tr("yesterday").casefold(), "yesterday"}:
            day = today - timedelta(days=1)
        else:
            found = form.day(said, self.around) if said else today
            if found is None:
                raise ValueError(self.tr("Write when as a day and a time, such as yesterday 16:30."))
            day = found
        at = day_start(day, self.around.words.zone) + (time if time is not None else timedelta(hours=12))
        return min(at, self.around.now) if time is None and day == today else at

    def _saved(self, record: int, draft: Draft, name: str, change: Change) -> None:
        del record
        if not change.entries:
            return
        sentences = {
            "note": self.tr("Note on {name} saved."),
            "call": self.tr("Call with {name} logged."),
            "email": self.tr("E-mail with {name} logged."),
            "meeting": self.tr("Meeting with {name} logged."),
            "task": self.tr("Task on {name} added."),
        }
        self.said.emit(sentences[draft.sort].format(name=name), change)

    def _not_saved(self, record: int, draft: Draft, error: KnownError) -> None:
        """Put back what was typed, and say why it was not saved."""
        if record == self._record and not self._now().text.strip():
            self._show(draft)
            self.complain(refusals.said(error))
        else:
            kept = self._drafts.get(record)
            text = f"{draft.text}\n{kept.text}" if kept else draft.text
            self._drafts[record] = replace(draft, text=text)
            self.failed.emit(error)
