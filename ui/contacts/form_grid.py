"""The fields of one contact, a line each, edited in place; each line says itself how its saving went."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app import choices, companies
from app.contacts import ContactDetail
from app.errors import ConflictError, KnownError
from app.fields import CUSTOM
from app.timeline import TimelineItem
from ui import refusals
from ui.around import Surroundings
from ui.contacts.field import Field, Row
from ui.contacts.form import Form
from ui.contacts.many_field import ManyField
from ui.contacts.picker import Picker
from ui.contacts.tag_field import TagField
from ui.jobs import Jobs
from ui.theme import Theme

_LINES = (
    "emails",
    "phones",
    "company",
    "job_title",
    "owner",
    "tags",
    "first_name",
    "last_name",
    "city",
    "country",
    "street",
    "postcode",
    "language",
    "source",
)
_TITLE_WIDTH = 92


def titles() -> dict[str, str]:
    """Return the names of a contact's fields for people."""
    return {
        "first_name": QCoreApplication.translate("Contacts", "First name"),
        "last_name": QCoreApplication.translate("Contacts", "Last name"),
        "name": QCoreApplication.translate("Contacts", "Name"),
        "emails": QCoreApplication.translate("Contacts", "E-mail"),
        "phones": QCoreApplication.translate("Contacts", "Phone"),
        "company": QCoreApplication.translate("Contacts", "Company"),
        "job_title": QCoreApplication.translate("Contacts", "Job title"),
        "street": QCoreApplication.translate("Contacts", "Street"),
        "city": QCoreApplication.translate("Contacts", "City"),
        "postcode": QCoreApplication.translate("Contacts", "Postcode"),
        "country": QCoreApplication.translate("Contacts", "Country"),
        "language": QCoreApplication.translate("Contacts", "Language"),
        "source": QCoreApplication.translate("Contacts", "Source"),
        "owner": QCoreApplication.translate("Contacts", "Owner"),
        "tags": QCoreApplication.translate("Contacts", "Tags"),
        "value": QCoreApplication.translate("Contacts", "Value"),
        "currency": QCoreApplication.translate("Contacts", "Currency"),
        "score": QCoreApplication.translate("Contacts", "Score"),
        "next_step": QCoreApplication.translate("Contacts", "Next step"),
        "due": QCoreApplication.translate("Contacts", "Due"),
        "campaign": QCoreApplication.translate("Contacts", "Campaign"),
        "domain": QCoreApplication.translate("Contacts", "Website"),
        "industry": QCoreApplication.translate("Contacts", "Industry"),
        "size": QCoreApplication.translate("Contacts", "Size"),
    }


class FormGrid(QWidget):
    """The lines. `edited` asks to save one; `sent`, `saved` and `refused` tell how it goes."""

    edited = Signal(str, object, object)  # the field, what it should be, what it was shown as

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._theme, self.around = jobs, theme, around
        self.titles = titles()
        self.record: int | None = None
        self._drafts: dict[int, dict[str, Any]] = {}
        self.rows: dict[str, Row] = {}
        self.many: dict[str, ManyField] = {}
        self.tags = TagField(self.titles["tags"], theme, self)
        self.tags.edited.connect(self.edited)
        self.tags.wanted.connect(self._offer_tags)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(8)
        self._layout.setVerticalSpacing(3)
        self._layout.setColumnMinimumWidth(0, _TITLE_WIDTH)
        self._layout.setColumnStretch(1, 1)
        for name in _LINES:
            self._add_line(name)
        self._custom: tuple[Any, ...] = ()
        self._add_custom()

    def field(self, name: str) -> Field:
        """Return the line in which a field is typed."""
        return self.rows[name].field

    def show_detail(self, detail: ContactDetail) -> None:
        """Show a contact; what was typed and is not saved stays, or comes back where another was shown between."""
        self._turn_to(detail.id)
        values = detail.values
        company = self.field("company")
        owner = self.field("owner")
        if isinstance(company, Picker) and isinstance(owner, Picker):
            company.know({values["company"]: detail.company} if values.get("company") else {})
            owner.offer({one.id: one.name for one in self.around.context.members.values() if one.active})
            owner.know({one.id: one.name for one in self.around.context.members.values()})
        if self._custom != self._custom_fields():
            self._add_custom()
        for name, row in self.rows.items():
            row.show_value(values.get(name), _who(detail.timeline, name))
        for name, many in self.many.items():
            many.show_value(values.get(name))
        self.tags.show_value(values.get("tags"))

    def sent(self, name: str, base: Any) -> None:
        """Take note that a field is on its way to be saved; `base` is what it was typed over."""
        if name in self.rows:
            self.rows[name].sent(base)

    def saved(self, record: int, name: str) -> None:
        """Take note that a field was saved."""
        if name in self.rows and record == self.record:
            self.rows[name].settled()

    def refused(
        self, record: int, name: str, mine: Any, base: Any, error: KnownError, detail: ContactDetail | None
    ) -> bool:
        """Say beside the field why it was not saved, or ask whose value stays; return whether that was said."""
        if record != self.record:
            if name in self.rows:  # it comes back with its record
                self._drafts.setdefault(record, {})[name] = (self.rows[name].written(mine), base)
            return False
        if name in self.rows:
            row = self.rows[name]
            if isinstance(error, ConflictError) and name in error.fields:
                row.disputed(mine, error.fields[name][2], _who(detail.timeline, name) if detail else "")
            else:
                row.refused(refusals.said(error))
            return True
        if name in self.many:
            self.many[name].refused(refusals.said(error))
            return True
        return False

    # Inside

    def _turn_to(self, record: int) -> None:
        if record == self.record:
            return
        if self.record is not None:
            kept: dict[str, Any] = {name: row.draft for name, row in self.rows.items() if row.draft}
            kept |= {name: many.draft for name, many in self.many.items() if many.draft}
            if self.tags.draft.strip():
                kept["tags"] = self.tags.draft
            self._drafts.pop(self.record, None)
            if kept:
                self._drafts[self.record] = kept
        self.record = record
        drafts = self._drafts.pop(record, {})
        for name, row in self.rows.items():
            draft = drafts.get(name)
            row.turn_to(draft if isinstance(draft, tuple) else None)
        for name, many in self.many.items():
            many.turn()
            if isinstance(drafts.get(name), dict):
                many.put_drafts(drafts[name])
        self.tags.put_draft(str(drafts.get("tags") or ""))

    def _add_line(self, name: str) -> None:
        title = self.titles[name]
        if name in {"emails", "phones"}:
            form = Form("email" if name == "emails" else "phone")
            many = ManyField(name, title, partial(self._read, form), self._theme, self)
            many.edited.connect(self.edited)
            self.many[name] = many
            self._put(name, title, many)
        elif name == "tags":
            self._put(name, title, self.tags)
        else:
            self._put_row(self._made(name, title))

    def _made(self, name: str, title: str) -> Field:
        if name == "owner":
            return Picker(name, title, self._no_member, free=False, parent=self)
        if name == "company":
            picker = Picker(name, title, str, free=True, parent=self)
            picker.looked_for.connect(self._look_for_companies)
            return picker
        return Field(name, title, partial(self._read, Form()), partial(self._written, Form()), self)

    def _put_row(self, field: Field) -> None:
        row = Row(field, self)
        row.asked.connect(self.edited)
        self.rows[field.name] = row
        self._put(field.name, field.title, row)

    def _put(self, name: str, title: str, widget: QWidget) -> None:
        del name
        label = QLabel(title, self)
        label.setObjectName("muted")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setMaximumWidth(_TITLE_WIDTH + 40)
        label.setWordWrap(True)
        label.setContentsMargins(0, 7, 0, 0)
        label.setBuddy(widget)
        line = self._layout.rowCount()
        self._layout.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(widget, line, 1)

    def _custom_fields(self) -> tuple[Any, ...]:
        return tuple(one for one in self.around.context.fields.values() if one.kind == "contact")

    def _add_custom(self) -> None:
        for one in self._custom_fields():
            name = f"{CUSTOM}{one.name}"
            if name not in self.rows:
                form = Form(one.form)
                self.titles[name] = one.name
                self._put_row(Field(name, one.name, partial(self._read, form), partial(self._written, form), self))
        self._custom = self._custom_fields()

    def _read(self, form: Form, text: str) -> Any:
        return form.read(text, self.around)

    def _written(self, form: Form, value: Any) -> str:
        return form.written(value, self.around)

    def _no_member(self, text: str) -> str:
        return self.tr("There is no member “{name}”.").format(name=text[:60])

    def _look_for_companies(self, text: str) -> None:
        self._jobs.read(companies.named_like, text, done=self._offer_companies, key="companies.named_like")

    def _offer_companies(self, found: Mapping[int, str]) -> None:
        field = self.field("company")
        if isinstance(field, Picker):
            field.offer(found)

    def _offer_tags(self) -> None:
        self._jobs.read(choices.values, "contact", "tags", done=self.tags.offer, key="contacts.tags")


def _who(happened: tuple[TimelineItem, ...], name: str) -> str:
    """Return who changed a field last."""
    return next((item.who for item in happened if item.kind == "contact" and name in item.fields), "")
