"""One company: figures, people, leads, how a win came about, next steps, its fields and what happened."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app import companies, contacts, feed, leads, relay, tasks
from app.around import LeadLine
from app.changes import Change
from app.companies import CompanyDetail
from app.errors import KnownError
from app.timeline import TimelineItem
from ui import icons
from ui.around import Surroundings
from ui.companies.cards import Figures, Line, ListCard, RelayCard, lead_lines, person_lines
from ui.companies.fields_card import FieldsCard
from ui.contacts.composer import Composer
from ui.contacts.parts import Portrait, breakable, details_column, scrolled
from ui.contacts.step_card import TaskList, due_of
from ui.contacts.timeline import Timeline
from ui.jobs import Jobs
from ui.theme import Theme, font
from ui.widgets.colleagues import Colleagues
from ui.widgets.wrapping import wrapping

_ASIDE = 360
_NARROW = 720
"""Width of the middle below which its two columns stand one above the other."""
_TOUCHING = frozenset({"company", "contact", "lead", "activity", "task", "import", "mention", "reaction"})


class CompanyView(QWidget):
    """The view. `show_company` reads; an edit is saved when its line is left."""

    said = Signal(str, object)
    failed = Signal(object)
    left = Signal()  # back to the list
    person_asked = Signal(int)  # a contact is to be shown
    people_asked = Signal(str)  # the query that shows these people among the contacts
    lead_asked = Signal(int)  # a lead is to be shown

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._theme, self._around = jobs, theme, around
        self.company_id: int | None = None
        self._called = ""
        self.detail: CompanyDetail | None = None
        self._portrait = Portrait(theme, self)
        self.colleagues = Colleagues(jobs.presence, theme, self)
        self.name = wrapping(self, font(20, 600))
        self._under = wrapping(self, font(13))
        self._under.setObjectName("muted")
        self.figures = Figures(around, self)
        self.people = ListCard(self.tr("People"), self.tr("Nobody is known here yet."), self)
        self.leads = ListCard(self.tr("Leads"), self.tr("No leads yet."), self)
        self.relay = RelayCard(self.tr("How the biggest win came about"), theme, around, self)
        self.steps = ListCard(self.tr("Next steps"), self.tr("No next steps."), self)
        self.tasks = TaskList(theme, around, self.steps)
        self.fields = FieldsCard(jobs, theme, around, self)
        self.composer = Composer(jobs, theme, around, "company", self)
        self.timeline = Timeline(jobs, theme, around, "company", self)
        self._make()
        self._build()
        self._listen()
        self.repaint_icons()

    @property
    def around(self) -> Surroundings:
        """What the words depend on."""
        return self._around

    @around.setter
    def around(self, around: Surroundings) -> None:
        self._around = around
        for part in (self.figures, self.fields, self.relay, self.tasks, self.composer, self.timeline):
            part.around = around
        if self.detail is not None:
            self._show(self.detail)

    def _make(self) -> None:
        self.back = QPushButton(" " + self.tr("Companies"), self)
        self.back.setObjectName("flat")
        self.back.setAccessibleName(self.tr("Back to the companies"))
        self.back.clicked.connect(self.left)
        self.add_button = QPushButton(" " + self.tr("Add person"), self)
        self.add_button.setAccessibleName(self.tr("Add person"))
        self.add_button.clicked.connect(self.begin_person)
        self.lead_button = QPushButton(" " + self.tr("New lead"), self)
        self.lead_button.setAccessibleName(self.tr("New lead"))
        self.lead_button.setObjectName("primary")
        self.lead_button.clicked.connect(self.open_lead)
        self.bin_button = QPushButton(self.tr("Move to the bin"), self)
        self.bin_button.setObjectName("flat")
        self.bin_button.clicked.connect(self._remove)
        self.person = QLineEdit(self)
        self.person.setMaxLength(400)
        self.person.setPlaceholderText(self.tr("First and last name, or an e-mail"))
        self.person.setAccessibleName(self.tr("Add person"))
        self.person.returnPressed.connect(self._add_person)
        self.person.hide()
        self.log_button = QPushButton(self.tr("Add a note, call or meeting"), self)
        self.log_button.clicked.connect(self.log)

    def _build(self) -> None:
        self._fill_cards()
        middle = QWidget(self)
        inner = QVBoxLayout(middle)
        inner.setContentsMargins(20, 12, 20, 18)
        inner.setSpacing(12)
        inner.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._top = self._head()
        inner.addLayout(self._top)
        inner.addWidget(self.figures)
        self._both = self._columns()
        inner.addLayout(self._both)
        inner.addStretch(1)
        self.area = scrolled(middle, self)
        self.area.setObjectName("")
        self.aside = scrolled(self._beside(), self)
        self.aside.setFixedWidth(_ASIDE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.aside)

    def _head(self) -> QBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(14)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.name)
        names.addWidget(self._under)
        names.addWidget(self.colleagues, 0, Qt.AlignmentFlag.AlignLeft)  # else all is as narrow as they are
        head.addWidget(self._portrait, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.bin_button, self.add_button, self.lead_button):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(12)
        top.addLayout(head, 1)
        top.addLayout(buttons)
        return top

    def _fill_cards(self) -> None:
        show = self.people.button(self.tr("Show in Contacts"))
        show.clicked.connect(self._ask_people)
        add = self.steps.button(self.tr("+ Add"))
        add.setAccessibleName(self.tr("Add task"))
        add.clicked.connect(self.add_task)
        self.people.body.insertWidget(1, self.person)
        self.steps.body.insertWidget(1, self.tasks)

    def _columns(self) -> QBoxLayout:
        columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        columns.setSpacing(12)
        for parts in ((self.people, self.fields), (self.leads, self.relay, self.steps)):
            column = QVBoxLayout()
            column.setSpacing(12)
            for part in parts:
                part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
                column.addWidget(part)
            column.addStretch(1)
            columns.addLayout(column, 1)
        return columns

    def _beside(self) -> QWidget:
        aside, right = details_column(self, (18, 16, 14, 16))
        right.addWidget(self.log_button)
        right.addWidget(self.composer)
        right.addWidget(self.timeline)
        right.addStretch(1)
        return aside

    def _listen(self) -> None:
        self.fields.said.connect(self.said)
        self.fields.failed.connect(self.failed)
        self.composer.said.connect(self.said)
        self.composer.failed.connect(self.failed)
        self.composer.closed.connect(self.log_button.show)
        self.tasks.ticked.connect(partial(self._task, tasks.finish))
        self.tasks.removed.connect(partial(self._task, tasks.remove))
        self.timeline.failed.connect(self.failed)
        self.timeline.said.connect(self.said)
        self.timeline.change_asked.connect(self._change_words)
        self.timeline.removal_asked.connect(self._remove_words)
        self._theme.changed.connect(self.repaint_icons)
        self._jobs.changed.connect(self._apply)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put one column above the other where there is no room for two."""
        super().resizeEvent(event)
        narrow = self.width() - _ASIDE < _NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._both.setDirection(way)
        self._top.setDirection(way)

    # What is asked of it

    def show_company(self, company_id: int) -> None:
        """Read a company and show it."""
        if company_id != self.company_id:
            self._turn_to(company_id)
        self.company_id = company_id
        self.colleagues.follow("company", company_id)
        self.read()

    def read(self) -> None:
        """Read the company that is shown anew."""
        if self.company_id is not None:
            number = self.company_id
            self._jobs.read(companies.detail, number, done=self._show, failed=self._gone, key="companies.detail")
            self._jobs.read(relay.of_biggest_win, number, done=partial(self._show_relay, number), key="companies.relay")

    def log(self) -> None:
        """Begin a note; a call, e-mail or meeting is a click away."""
        self.log_button.hide()
        self.composer.begin("note")

    def add_task(self) -> None:
        """Begin a task."""
        self.log_button.hide()
        self.composer.begin("task")

    def begin_person(self) -> None:
        """Begin to type who works there."""
        self.person.show()
        self.person.setFocus()

    def open_lead(self) -> None:
        """Open a new lead of this company in the first stage."""
        if self.company_id is not None:
            values = {"company": self.company_id, "name": self._called}
            self._do(self.tr("A lead at {name} opened."), leads.create, values)

    def repaint_icons(self) -> None:
        """Draw icons in the theme's colours."""
        self.back.setIcon(icons.icon("arrow-left", self._theme.colour("accent_text"), 16))
        self.add_button.setIcon(icons.icon("user-round-plus", self._theme.colour("text"), 16))
        self.lead_button.setIcon(icons.icon("plus", self._theme.colour("on_accent"), 16))
        self.timeline.repaint_icons()

    # Showing

    def _turn_to(self, company_id: int) -> None:
        self.person.clear()
        self.person.hide()
        self.composer.turn_to(company_id)
        self.log_button.setVisible(self.composer.isHidden())
        self.area.verticalScrollBar().setValue(0)

    def _show(self, detail: CompanyDetail) -> None:
        if detail.id != self.company_id:
            return
        self.detail = detail
        values, around = detail.values, self._around
        name = str(values.get("name") or "")
        self._portrait.tell(name)
        self._called = name
        self.name.setText(breakable(name))
        place = ", ".join(str(values[part]) for part in ("city", "country") if values.get(part))
        under = " · ".join(str(part) for part in (values.get("domain"), place, values.get("industry")) if part)
        self._under.setText(breakable(under))
        self._under.setVisible(bool(under))
        self.composer.turn_to(detail.id, name)
        self.figures.show_detail(detail)
        self.people.figure.setText(around.words.number(len(detail.people)))
        self.people.show_lines(person_lines(detail.people, self.person_asked, self._theme, around, self.people))
        self.leads.show_lines(lead_lines(detail.leads, self.lead_asked, self._theme, around, self.leads))
        self._tell_leads(detail)
        self.tasks.show_tasks(detail.tasks)
        waiting = [lead for lead in detail.leads if lead.state == "open" and lead.next_step]
        steps = [self._step(lead) for lead in waiting]
        self.steps.show_lines(steps)
        self.steps.hide_nothing(bool(detail.tasks or steps))
        self.fields.show_detail(detail)
        self.timeline.show_part(detail.id, detail.timeline, detail.before, self.fields.titles, detail.pinned)

    def _step(self, lead: LeadLine) -> QWidget:
        """Return a line for what comes next with a lead."""
        due = due_of(lead.due_at, self._around)
        owner = self._around.context.members.get(lead.owner_id or 0)
        about = " · ".join(part for part in (lead.name, owner.name if owner else "") if part)
        line = Line(self._theme, (lead.next_step, about, "", due.words if due else ""), self.steps, dot="faint")
        line.clicked.connect(partial(self.lead_asked.emit, lead.id))
        return line

    def _tell_leads(self, detail: CompanyDetail) -> None:
        states = [lead.state for lead in detail.leads]
        number = self._around.words.number
        told = self.tr("{open} open, {won} won, {lost} lost").format(
            open=number(states.count("open")), won=number(states.count("won")), lost=number(states.count("lost"))
        )
        self.leads.figure.setText(told if states else "")

    def _show_relay(self, company_id: int, found: relay.Relay | None) -> None:
        if company_id == self.company_id:
            self.relay.show_relay(found)

    def _gone(self, error: KnownError) -> None:
        self.failed.emit(error)
        self.left.emit()

    def _apply(self, change: Change) -> None:
        if self.company_id is not None and self.isVisible() and _TOUCHING & change.ids.keys():
            self.read()

    # Doing

    def _add_person(self) -> None:
        text = " ".join(self.person.text().split())
        if not text or self.company_id is None:
            return
        first, _, last = text.partition(" ")
        named = {"emails": [text]} if "@" in text and " " not in text else {"first_name": first, "last_name": last}
        told = self.tr("{person} works at {company} now.").format(person=text, company=self._called)
        self.person.clear()
        self._jobs.write(
            contacts.create,
            {**named, "company": self.company_id},
            done=partial(self._done, told),
            failed=partial(self._person_refused, text),
        )

    def _person_refused(self, text: str, error: KnownError) -> None:
        self.person.setText(text)
        self.failed.emit(error)

    def _ask_people(self) -> None:
        name = self._called.replace('"', " ")
        self.people_asked.emit(f'company:"{name}"')

    def _task(self, service: Any, task_id: int) -> None:
        self._do(self.tr("A task of {name} changed."), service, task_id)

    def _change_words(self, item: TimelineItem) -> None:
        self.log_button.hide()
        self.composer.change(item.id, item.what, item.text)

    def _remove_words(self, item: TimelineItem) -> None:
        self._do(self.tr("What you wrote on {name} moved to the bin."), feed.remove, item.id)

    def _remove(self) -> None:
        if self.company_id is not None:
            self._do(self.tr("{name} moved to the bin."), companies.remove, self.company_id)
            self.left.emit()

    def _do(self, told: str, service: Any, *args: Any) -> None:
        told = told.format(name=self._called)
        self._jobs.write(service, *args, done=partial(self._done, told), failed=self.failed.emit)

    def _done(self, told: str, change: Change) -> None:
        if change.entries:
            self.said.emit(told, change)
