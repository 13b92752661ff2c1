"""The pane beside the table: one contact, its fields edited in place, its leads and what happened."""

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import contacts
from app.around import LeadLine
from app.changes import Change
from app.contacts import ContactDetail
from app.errors import ConflictError, KnownError
from ui import icons
from ui.around import Surroundings
from ui.contacts.field import Conflict, Field
from ui.contacts.timeline import Timeline
from ui.jobs import Jobs
from ui.leads.column import stage_token
from ui.painting import Brush
from ui.theme import Theme, font

WIDTH = 372
_EDITED = ("first_name", "last_name", "emails", "phones", "job_title", "city", "country", "source", "tags")
_MANY = frozenset({"emails", "phones", "tags"})


def titles() -> dict[str, str]:
    """Return the names of a contact's fields for people."""
    return {
        "first_name": QCoreApplication.translate("Contacts", "First name"),
        "last_name": QCoreApplication.translate("Contacts", "Last name"),
        "emails": QCoreApplication.translate("Contacts", "E-mail"),
        "phones": QCoreApplication.translate("Contacts", "Phone"),
        "company": QCoreApplication.translate("Contacts", "Company"),
        "job_title": QCoreApplication.translate("Contacts", "Job title"),
        "city": QCoreApplication.translate("Contacts", "City"),
        "country": QCoreApplication.translate("Contacts", "Country"),
        "source": QCoreApplication.translate("Contacts", "Source"),
        "owner": QCoreApplication.translate("Contacts", "Owner"),
        "tags": QCoreApplication.translate("Contacts", "Tags"),
    }


class _Portrait(QWidget):
    """Initials in a disc."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.name = ""
        self.setFixedSize(QSize(52, 52))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            Brush(painter, self._theme, self.rect(), mirrored=False).avatar(0, 0, 52, self.name)


class Details(QFrame):
    """The pane. `show_contact` reads; an edit is saved when its line is left."""

    said = Signal(str, object)  # what was saved, and the Change
    failed = Signal(object)  # KnownError
    closed = Signal()

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailframe")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._jobs = jobs
        self._theme = theme
        self.around = around
        self._titles = titles()
        self.contact_id: int | None = None
        self._portrait = _Portrait(theme, self)
        self.name = _wrapping(font(18, 600), self)
        self._under = _wrapping(font(13), self)
        self._under.setObjectName("muted")
        self._close = QToolButton(self)
        self._close.setAccessibleName(self.tr("Close details"))
        self._close.setToolTip(self.tr("Close details"))
        self._close.setIconSize(icons.size_of(18))
        self._close.clicked.connect(self.closed)
        self.conflict = Conflict(self)
        self.conflict.chosen.connect(self._save)
        self.conflict.left.connect(self.read)
        self.fields = {name: Field(name, self._titles[name], many=name in _MANY, parent=self) for name in _EDITED}
        for field in self.fields.values():
            field.edited.connect(self._save)
        self._owner = QLabel(self)
        self._leads = QVBoxLayout()
        self._leads.setSpacing(6)
        self._leads_title = _section(self.tr("Leads"), self)
        self._timeline = Timeline(theme, self)
        self._build()
        self.repaint_icons()
        theme.changed.connect(self.repaint_icons)
        jobs.changed.connect(self._apply)

    def _build(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.name)
        names.addWidget(self._under)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._portrait, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        content = QWidget(self)
        content.setObjectName("details")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(22, 18, 16, 18)
        inner.setSpacing(10)
        inner.addLayout(head)
        inner.addWidget(self.conflict)
        inner.addSpacing(4)
        inner.addLayout(self._form())
        inner.addWidget(_rule(self))
        inner.addWidget(self._leads_title)
        inner.addLayout(self._leads)
        inner.addWidget(_section(self.tr("Timeline"), self))
        inner.addWidget(self._timeline)
        inner.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setObjectName("details")
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _form(self) -> QGridLayout:
        form = QGridLayout()
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(3)
        form.setColumnMinimumWidth(0, 92)
        form.setColumnStretch(1, 1)
        for row, (name, field) in enumerate(self.fields.items()):
            label = QLabel(self._titles[name], self)
            label.setObjectName("muted")
            label.setBuddy(field)
            form.addWidget(label, row, 0)
            form.addWidget(field, row, 1)
        owner = QLabel(self._titles["owner"], self)
        owner.setObjectName("muted")
        self._owner.setContentsMargins(10, 0, 8, 0)
        self._owner.setFixedHeight(30)
        form.addWidget(owner, len(self.fields), 0)
        form.addWidget(self._owner, len(self.fields), 1)
        return form

    def show_contact(self, contact_id: int) -> None:
        """Read a contact and show it; the one shown before is saved by leaving its line."""
        if contact_id != self.contact_id:
            self.conflict.hide()
            for field in self.fields.values():
                field.clearFocus()
        self.contact_id = contact_id
        self.read()

    def read(self) -> None:
        """Read the contact that is shown anew."""
        if self.contact_id is not None:
            self._jobs.read(contacts.detail, self.contact_id, done=self._show, failed=self._gone, key="contacts.detail")

    def repaint_icons(self) -> None:
        """Draw icons in the theme's colours."""
        self._close.setIcon(icons.icon("x", self._theme.colour("muted")))
        self.update()

    # Inside

    def _show(self, detail: ContactDetail) -> None:
        if detail.id != self.contact_id:
            return
        values = detail.values
        self._portrait.name = str(values.get("name") or "")
        self._portrait.update()
        self.name.setText(self._portrait.name)
        under = " · ".join(part for part in (values.get("job_title"), detail.company) if part)
        self._under.setText(under)
        self._under.setVisible(bool(under))
        for name, field in self.fields.items():
            field.show_value(values.get(name))
        owner = self.around.context.members.get(values.get("owner") or 0)
        self._owner.setText(owner.name if owner else "–")
        self._show_leads(detail.leads)
        self._timeline.show_items(detail.timeline, self.around.words, self.around.now, self._titles)

    def _show_leads(self, leads: tuple[LeadLine, ...]) -> None:
        while (item := self._leads.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._leads_title.setVisible(bool(leads))
        for lead in leads:
            self._leads.addWidget(_LeadLine(lead, self.around, self._theme))

    def _gone(self, error: KnownError) -> None:
        self.failed.emit(error)
        self.closed.emit()

    def _apply(self, change: Change) -> None:
        if self.contact_id is None:
            return
        touched = change.ids
        mine = self.contact_id in touched.get("contact", ())
        if mine or {"lead", "activity", "company", "import", "consent"} & touched.keys():
            self.read()

    def _save(self, name: str, mine: Any, base: Any) -> None:
        if self.contact_id is None:
            return
        self._jobs.write(
            contacts.edit,
            self.contact_id,
            {name: mine},
            {name: base},
            done=partial(self._saved, self.contact_id, name),
            failed=partial(self._not_saved, self.contact_id, name, mine),
        )

    def _saved(self, contact_id: int, name: str, change: Change) -> None:
        """Tell that a field was saved."""
        if change.entries and contact_id == self.contact_id:
            sentence = self.tr("{field} of {name} saved.").format(field=self._titles[name], name=self.name.text())
            self.said.emit(sentence, change)

    def _not_saved(self, contact_id: int, name: str, mine: Any, error: KnownError) -> None:
        """Ask whose value to keep, or say why it was not saved; what was typed stays to be tried again."""
        if isinstance(error, ConflictError) and name in error.fields and contact_id == self.contact_id:
            self.conflict.ask(name, self._titles[name], mine, error.fields[name][2])
            return
        if contact_id == self.contact_id:
            self.fields[name].take_back()
        self.failed.emit(error)


class _LeadLine(QWidget):
    """A lead of the contact: its stage's dot, its name, the stage."""

    def __init__(self, lead: LeadLine, around: Surroundings, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        stage = around.context.stages.get(lead.stage_id)
        self._token = stage_token(stage) if stage is not None else "faint"
        name = QLabel(lead.name, self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        place = QLabel(stage.name if stage is not None else "", self)
        place.setObjectName("muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 0, 0, 0)
        layout.addWidget(name, 1)
        layout.addWidget(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            brush.dot(2, self.height() / 2 - 4, 8, self._token)


def _wrapping(face: Any, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setFont(face)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def _section(title: str, parent: QWidget) -> QLabel:
    label = QLabel(title, parent)
    label.setFont(font(14, 600))
    label.setContentsMargins(0, 8, 0, 2)
    return label


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setObjectName("rule")
    rule.setFixedHeight(1)
    return rule
