"""A lead of which no contact is known, beside the board: what comes next, where it stands, what happened with it."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from app import around as app_around
from app import feed, leads, tasks
from app.around import LeadAround
from app.changes import Change
from app.errors import KnownError
from app.leads import Behind
from app.timeline import TimelineItem
from ui.around import Surroundings
from ui.contacts.composer import Composer
from ui.contacts.form_grid import titles
from ui.contacts.lead_part import LeadPart
from ui.contacts.parts import breakable, details_column, rule, scrolled, tool_button
from ui.contacts.step_card import TaskList
from ui.contacts.timeline import Timeline
from ui.jobs import Jobs
from ui.theme import Theme, font
from ui.widgets.colleagues import Colleagues
from ui.widgets.tinted import tint
from ui.widgets.wrapping import wrapping

_TOUCHING = frozenset({"lead", "activity", "task", "mention", "reaction", "import"})


class LeadAlone(QFrame):
    """The lead: its name, next step, stages, value and other tasks, with what was written and done about it."""

    said = Signal(str, object)
    failed = Signal(object)
    closed = Signal()
    step_asked = Signal(int)

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailframe")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._jobs, self._theme = jobs, theme
        self._found: Behind | None = None
        self.name = wrapping(self, font(18, 600))
        self._under = wrapping(self, font(13))
        self._under.setObjectName("muted")
        self.colleagues = Colleagues(jobs.presence, theme, self)
        self.part = LeadPart(jobs, theme, around, self)
        self.tasks = TaskList(theme, around, self)
        self.composer = Composer(jobs, theme, around, "lead", self)
        self.timeline = Timeline(jobs, theme, around, "lead", self)
        self.log_button = QPushButton(self.tr("Add a note, call or meeting"), self)
        self.log_button.setToolTip(self.tr("Ctrl+L"))
        self.log_button.clicked.connect(self.log)
        self._buttons = [
            self._tool("chevron-up", self.tr("Previous lead (Ctrl+Page Up)")),
            self._tool("chevron-down", self.tr("Next lead (Ctrl+Page Down)")),
            self._tool("x", self.tr("Close")),
        ]
        self._buttons[0].clicked.connect(self._previous)
        self._buttons[1].clicked.connect(self._next)
        self._buttons[2].clicked.connect(self.closed)
        self._build()
        self._listen()

    def _build(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.name)
        names.addWidget(self._under)
        names.addWidget(self.colleagues, 0, Qt.AlignmentFlag.AlignLeft)  # else all is as narrow as they are
        head = QHBoxLayout()
        head.addLayout(names, 1)
        for button in self._buttons:
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        content, inner = details_column(self, (22, 18, 16, 18))
        inner.addLayout(head)
        for part in (self.log_button, self.composer, self.part, self.tasks, rule(self), self.timeline):
            inner.addWidget(part)
        inner.addStretch(1)
        self.area = scrolled(content, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def _listen(self) -> None:
        for part in (self.part, self.composer, self.timeline):
            part.said.connect(self.said)
            part.failed.connect(self.failed)
        self.composer.closed.connect(self.log_button.show)
        self.tasks.ticked.connect(partial(self._do, self.tr("A task of {name} is done."), tasks.finish))
        self.tasks.removed.connect(partial(self._do, self.tr("A task of {name} moved to the bin."), tasks.remove))
        self.timeline.change_asked.connect(self._change_words)
        self.timeline.removal_asked.connect(self._remove_words)
        self._theme.changed.connect(self.timeline.repaint_icons)
        self.timeline.repaint_icons()
        self._jobs.changed.connect(self._apply)

    @property
    def around(self) -> Surroundings:
        """What the words depend on."""
        return self.part.around

    @around.setter
    def around(self, around: Surroundings) -> None:
        for part in (self.part, self.tasks, self.composer, self.timeline):
            part.around = around

    def show_behind(self, found: Behind) -> None:
        """Show a lead; what happened with it is read."""
        if self._found is None or found.lead.id != self._found.lead.id:
            self.area.verticalScrollBar().setValue(0)
        self._found = found
        self.colleagues.follow("lead", found.lead.id)
        self.composer.turn_to(found.lead.id, found.lead.name)
        self.log_button.setVisible(self.composer.isHidden())
        self.name.setText(breakable(found.lead.name))
        self._under.setText(breakable(found.company) or self.tr("No contact is named yet"))
        self.part.show_lone(found.lead)
        number = found.lead.id
        self._jobs.read(
            app_around.of_lead, number, done=partial(self._take, number), failed=self._ignore, key="leads.around"
        )

    def log(self) -> None:
        """Begin a note; a call, e-mail or meeting is a click away."""
        self._begin("note")

    def add_task(self) -> None:
        """Begin a task."""
        self._begin("task")

    # Inside

    def _tool(self, icon: str, name: str) -> QToolButton:
        button = tool_button(self, name)
        tint(button, self._theme, icon, "muted", 18)
        return button

    def _previous(self) -> None:
        self.step_asked.emit(-1)

    def _next(self) -> None:
        self.step_asked.emit(1)

    def _begin(self, sort: str) -> None:
        self.log_button.hide()
        self.composer.begin(sort)
        self.area.ensureWidgetVisible(self.composer)

    def _take(self, lead_id: int, found: LeadAround) -> None:
        if self._found is None or lead_id != self._found.lead.id:
            return
        if found.lead is not None:
            self.part.show_lone(found.lead)
        self.tasks.show_tasks(found.tasks)
        self.timeline.show_part(lead_id, found.timeline, found.before, titles(), found.pinned)

    def _apply(self, change: Change) -> None:
        if self._found is not None and self.isVisible() and _TOUCHING & change.ids.keys():
            self._jobs.read(leads.behind, self._found.lead.id, done=self._again, failed=self._gone, key="leads.alone")

    def _again(self, found: Behind) -> None:
        if self._found is not None and found.lead.id == self._found.lead.id:
            self.show_behind(found)

    def _gone(self, error: KnownError) -> None:
        """The lead went to the bin; the one who did it was told."""
        del error
        self.closed.emit()

    def _ignore(self, error: KnownError) -> None:
        """Leave what is shown; that the database is away is said by the bar."""

    def _change_words(self, item: TimelineItem) -> None:
        self.log_button.hide()
        self.composer.change(item.id, item.what, item.text)
        self.area.ensureWidgetVisible(self.composer)

    def _remove_words(self, item: TimelineItem) -> None:
        self._do(self.tr("What you wrote on {name} moved to the bin."), feed.remove, item.id)

    def _do(self, told: str, service: Any, number: int) -> None:
        told = told.format(name=self._found.lead.name if self._found is not None else "")
        self._jobs.write(service, number, done=partial(self._done, told), failed=self.failed.emit)

    def _done(self, told: str, change: Change) -> None:
        if change.entries:
            self.said.emit(told, change)
