"""The pane beside the table: one contact, what comes next, its fields edited in place, and what happened."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import consents, contacts, feed, tasks
from app.changes import Change
from app.contacts import ContactDetail
from app.duplicates import merging
from app.errors import KnownError
from app.timeline import TimelineItem
from ui import icons
from ui.around import Surroundings
from ui.contacts.composer import Composer
from ui.contacts.consent_list import ConsentList
from ui.contacts.field import Field
from ui.contacts.form_grid import FormGrid
from ui.contacts.lead_part import LeadPart
from ui.contacts.merged_part import MergedPart
from ui.contacts.parts import Portrait, breakable, details_column, rule, scrolled, tool_button
from ui.contacts.step_card import TaskList
from ui.contacts.timeline import Timeline
from ui.jobs import Jobs
from ui.theme import Theme, font
from ui.widgets.colleagues import Colleagues
from ui.widgets.wrapping import wrapping

WIDTH = 372
_TOUCHING = frozenset(
    {"lead", "activity", "company", "import", "consent", "task", "mention", "merge", "contact", "reaction"}
)


class Details(QFrame):
    """The pane. `show_contact` reads; an edit is saved when its line is left."""

    said = Signal(str, object)  # what was saved, and the Change
    failed = Signal(object)  # KnownError
    closed = Signal()
    step_asked = Signal(int)  # the contact so many places further down the list

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailframe")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._jobs, self._theme, self._around = jobs, theme, around
        self.contact_id: int | None = None
        self._left: int | None = None  # a contact that was moved to the bin here
        self._called = ""
        self.detail: ContactDetail | None = None
        self._portrait = Portrait(theme, self)
        self.colleagues = Colleagues(jobs.presence, theme, self)
        self.name = wrapping(self, font(18, 600))
        self._under = wrapping(self, font(13))
        self._under.setObjectName("muted")
        self.composer = Composer(jobs, theme, around, "contact", self)
        self.lead_part = LeadPart(jobs, theme, around, self)
        self.form = FormGrid(jobs, theme, around, self)
        self.tasks = TaskList(theme, around, self)
        self.consents = ConsentList(around, self)
        self.merged = MergedPart(around, self)
        self.timeline = Timeline(jobs, theme, around, "contact", self)
        self._make_buttons()
        self._build()
        self._listen()
        self.repaint_icons()

    @property
    def around(self) -> Surroundings:
        """What the pane's words depend on."""
        return self._around

    @around.setter
    def around(self, around: Surroundings) -> None:
        self._around = around
        for part in (self.composer, self.lead_part, self.form, self.tasks, self.consents, self.merged, self.timeline):
            part.around = around
        if self.detail is not None:
            self._show(self.detail)

    @property
    def fields(self) -> dict[str, Field]:
        """The lines in which fields are typed, by name; of several e-mails or phones the first."""
        found = {name: row.field for name, row in self.form.rows.items()}
        return found | {name: many.rows[0].field for name, many in self.form.many.items() if many.rows}

    def _make_buttons(self) -> None:
        self.call_button = QPushButton(" " + self.tr("Call"), self)
        self.call_button.setObjectName("primary")
        self.call_button.setAccessibleName(self.tr("Call"))
        self.call_button.clicked.connect(self.call)
        self.email_button = QPushButton(" " + self.tr("E-mail"), self)
        self.email_button.setAccessibleName(self.tr("E-mail"))
        self.email_button.clicked.connect(self.write_email)
        self.note_button = QPushButton(" " + self.tr("Note"), self)
        self.note_button.setAccessibleName(self.tr("Note"))
        self.note_button.setToolTip(self.tr("Ctrl+L"))
        self.note_button.clicked.connect(self.log)
        self._more = tool_button(self, self.tr("More"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more.setMenu(self._menu)
        self.previous_button = tool_button(self, self.tr("Previous contact (Ctrl+Page Up)"))
        self.previous_button.clicked.connect(partial(self.step_asked.emit, -1))
        self.next_button = tool_button(self, self.tr("Next contact (Ctrl+Page Down)"))
        self.next_button.clicked.connect(partial(self.step_asked.emit, 1))
        self._close = tool_button(self, self.tr("Close details"))
        self._close.clicked.connect(self.closed)

    def _build(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.name)
        names.addWidget(self._under)
        names.addWidget(self.colleagues, 0, Qt.AlignmentFlag.AlignLeft)  # else all is as narrow as they are
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._portrait, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for button in (self.previous_button, self.next_button, self._close):
            tools.addWidget(button)
        aside = QVBoxLayout()
        aside.addLayout(tools)
        aside.addStretch(1)
        head.addLayout(aside)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for act in (self.call_button, self.email_button, self.note_button):
            act.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            acts.addWidget(act, 1)
        acts.addWidget(self._more)
        content, inner = details_column(self, (22, 18, 16, 18))
        inner.addLayout(head)
        inner.addLayout(acts)
        for part in (self.composer, self.lead_part, self.tasks, self.form, rule(self), self.consents, rule(self)):
            inner.addWidget(part)
        inner.addWidget(self.merged)
        inner.addWidget(self.timeline)
        inner.addStretch(1)
        self.area = scrolled(content, self)
        self._cover: QWidget | None = details_column(self, (0, 0, 0, 0))[0]  # until there is a contact to show
        outer = QGridLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area, 0, 0)
        outer.addWidget(self._cover, 0, 0)

    def _listen(self) -> None:
        self.form.edited.connect(self._save)
        self.lead_part.said.connect(self.said)
        self.lead_part.failed.connect(self.failed)
        self.composer.said.connect(self.said)
        self.composer.failed.connect(self.failed)
        self.tasks.ticked.connect(self._tick)
        self.tasks.removed.connect(self._drop_task)
        self.consents.asked.connect(self._say_consent)
        self.merged.asked.connect(self._take_apart)
        self.timeline.change_asked.connect(self._change_words)
        self.timeline.removal_asked.connect(self._remove_words)
        self.timeline.failed.connect(self.failed)
        self.timeline.said.connect(self.said)
        self._theme.changed.connect(self.repaint_icons)
        self._jobs.changed.connect(self._apply)

    # What is asked of it

    def show_contact(self, contact_id: int) -> None:
        """Read a contact and show it; the one shown before is saved by leaving its line."""
        if contact_id != self.contact_id:
            focused = self.focusWidget()
            if isinstance(focused, Field):
                focused.clearFocus()
            self.composer.turn_to(contact_id)
            self.consents.turn()
            self.area.verticalScrollBar().setValue(0)
        self.contact_id = contact_id
        self.colleagues.follow("contact", contact_id)
        self.read()

    def read(self) -> None:
        """Read the contact that is shown anew."""
        if self.contact_id is not None:
            self._jobs.read(
                contacts.detail,
                self.contact_id,
                done=partial(self._take, self.contact_id),
                failed=self._gone,
                key="contacts.detail",
            )

    def call(self) -> None:
        """Hand the main number to the computer's telephone, and offer to write down what came of the call."""
        self._hand_over("tel", "phones")
        self.composer.begin("call")

    def write_email(self) -> None:
        """Open a letter to the main address, and offer to write down that it was sent."""
        self._hand_over("mailto", "emails")
        self.composer.begin("email")

    def log(self) -> None:
        """Begin a note; a call, e-mail or meeting is a click away."""
        self.composer.begin("note")
        self.area.ensureWidgetVisible(self.composer)

    def add_task(self) -> None:
        """Begin a task."""
        self.composer.begin("task")
        self.area.ensureWidgetVisible(self.composer)

    def repaint_icons(self) -> None:
        """Draw icons in the theme's colours."""
        muted, text = self._theme.colour("muted"), self._theme.colour("text")
        self._close.setIcon(icons.icon("x", muted))
        self.previous_button.setIcon(icons.icon("chevron-up", muted))
        self.next_button.setIcon(icons.icon("chevron-down", muted))
        self._more.setIcon(icons.icon("ellipsis", muted))
        self.call_button.setIcon(icons.icon("phone", self._theme.colour("on_accent"), 16))
        self.email_button.setIcon(icons.icon("mail", text, 16))
        self.note_button.setIcon(icons.icon("pencil", text, 16))
        self.timeline.repaint_icons()
        self.update()

    # Showing

    def _take(self, asked: int, detail: ContactDetail) -> None:
        if asked != self.contact_id:
            return
        if detail.id != asked:  # it was merged into another one
            self.show_contact(detail.id)
            return
        self._show(detail)

    def _show(self, detail: ContactDetail) -> None:
        if self._cover is not None:
            self._cover.hide()
            self._cover.deleteLater()
            self._cover = None
        self.detail = detail
        values = detail.values
        name = str(values.get("name") or "")
        self._portrait.tell(name)
        self._called = name
        self.name.setText(breakable(name))
        under = " · ".join(part for part in (values.get("job_title"), detail.company) if part)
        self._under.setText(breakable(under))
        self._under.setVisible(bool(under))
        self.call_button.setEnabled(bool(values.get("phones")))
        self.email_button.setEnabled(bool(values.get("emails")))
        for button, said, reached in (
            (self.call_button, self.tr("Call {number}"), values.get("phones")),
            (self.email_button, self.tr("Write to {address}"), values.get("emails")),
        ):
            button.setToolTip(said.format(number=reached[0][:80], address=reached[0][:80]) if reached else "")
        self.composer.turn_to(detail.id, name)
        self.lead_part.show_leads(detail.id, name, detail.leads)
        self.tasks.show_tasks(detail.tasks)
        self.form.show_detail(detail)
        self.consents.show_rows(detail.agreed)
        self.merged.show_lines(detail.merged)
        self.timeline.show_part(detail.id, detail.timeline, detail.before, self.form.titles, detail.pinned)

    def _gone(self, error: KnownError) -> None:
        if self.contact_id == self._left:
            return
        self.failed.emit(error)
        self.closed.emit()

    def _apply(self, change: Change) -> None:
        if self.contact_id is None or not _TOUCHING & change.ids.keys():
            return
        binned = any(
            (entry.kind, entry.id) == ("contact", self.contact_id)
            and entry.fields.get("exists", (None, True))[1] is False
            for entry in change.entries
        )
        # Whoever moves it to the bin knows, and the list goes on to the next one; of a colleague's doing one is told.
        self._left = self.contact_id if binned and change.own else None
        if self._left is None:
            self.read()

    # Doing

    def _hand_over(self, scheme: str, name: str) -> None:
        reached: Sequence[str] = (self.detail.values.get(name) or ()) if self.detail else ()
        if reached:
            url = QUrl()
            url.setScheme(scheme)
            url.setPath(reached[0].strip() if scheme == "mailto" else "".join(reached[0].split()))
            QDesktopServices.openUrl(url)

    def _fill_menu(self) -> None:
        self._menu.clear()
        self._menu.addAction(self.tr("Log a meeting"), partial(self.composer.begin, "meeting"))
        self._menu.addAction(self.tr("Log a call that came in"), partial(self.composer.begin, "call", "in"))
        self._menu.addAction(self.tr("Add a task"), self.add_task)
        values = self.detail.values if self.detail else {}
        self._menu.addSeparator()
        for name in ("emails", "phones"):
            for text in (values.get(name) or ())[:3]:
                shown = self.tr("Copy {text}").format(text=text[:60]).replace("&", "&&")
                self._menu.addAction(shown, partial(self._copy, text))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Move to the bin"), self._remove)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def _remove(self) -> None:
        if self.contact_id is not None:
            told = self.tr("{name} moved to the bin.").format(name=self._called)
            self._jobs.write(contacts.remove, self.contact_id, done=partial(self._removed, told))

    def _removed(self, told: str, change: Change) -> None:
        self.said.emit(told, change)
        self.closed.emit()

    def _save(self, name: str, mine: Any, base: Any) -> None:
        if self.contact_id is None:
            return
        answers: dict[str, Any] = {
            "done": partial(self._saved, self.contact_id, name, self._called),
            "failed": partial(self._not_saved, self.contact_id, name, mine, base),
        }
        self.form.sent(name, base)
        if name == "company":
            self._jobs.write(contacts.set_company, self.contact_id, mine, base, act="contacts.edit", **answers)
        else:
            self._jobs.write(contacts.edit, self.contact_id, {name: mine}, {name: base}, **answers)

    def _saved(self, contact_id: int, name: str, who: str, change: Change) -> None:
        self.form.saved(contact_id, name)
        if change.entries and contact_id == self.contact_id:
            sentence = self.tr("{field} of {name} saved.").format(field=self.form.titles[name], name=who)
            self.said.emit(sentence, change)
        elif contact_id == self.contact_id:
            self.read()

    def _not_saved(self, contact_id: int, name: str, mine: Any, base: Any, error: KnownError) -> None:
        if not self.form.refused(contact_id, name, mine, base, error, self.detail):
            self.failed.emit(error)

    def _tick(self, task_id: int) -> None:
        self._do(self.tr("A task of {name} is done."), tasks.finish, task_id)

    def _drop_task(self, task_id: int) -> None:
        self._do(self.tr("A task of {name} moved to the bin."), tasks.remove, task_id)

    def _say_consent(self, purpose: str, granted: bool, more: dict[str, str]) -> None:
        if self.contact_id is not None:
            told = self.tr("Consent of {name} written down.") if granted else self.tr("Consent of {name} withdrawn.")
            self._do(told, consents.say, self.contact_id, purpose, granted=granted, **more)

    def _take_apart(self, merge_id: int, name: str) -> None:
        told = self.tr("{name} stands by itself again.").format(name=breakable(name))
        self._do(told, merging.unmerge, merge_id)

    def _change_words(self, item: TimelineItem) -> None:
        self.composer.change(item.id, item.what, item.text)
        self.area.ensureWidgetVisible(self.composer)

    def _remove_words(self, item: TimelineItem) -> None:
        self._do(self.tr("What you wrote on {name} moved to the bin."), feed.remove, item.id)

    def _do(self, told: str, service: Any, *args: Any, **kwargs: Any) -> None:
        told = told.format(name=self._called)
        self._jobs.write(service, *args, done=partial(self._done, told), failed=self.failed.emit, **kwargs)

    def _done(self, told: str, change: Change) -> None:
        if change.entries:
            self.said.emit(told, change)
