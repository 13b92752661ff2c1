"""A company's fields, edited in place; each line says itself how its saving went."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app import choices, companies
from app.changes import Change
from app.companies import CompanyDetail
from app.errors import ConflictError, KnownError
from app.fields import CUSTOM
from app.timeline import TimelineItem
from ui import refusals
from ui.around import Surroundings
from ui.companies.cards import Card
from ui.contacts.field import Field, Row
from ui.contacts.form import Form
from ui.contacts.form_grid import titles
from ui.contacts.picker import Picker
from ui.contacts.tag_field import TagField
from ui.jobs import Jobs
from ui.theme import Theme

_FIELDS = ("name", "domain", "industry", "size", "city", "country", "owner")


class FieldsCard(Card):
    """The fields of one company at a time; what was typed and is not saved comes back with its company."""

    said = Signal(str, object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("Details"))
        self._jobs, self.around = jobs, around
        self.titles = titles()
        self._detail: CompanyDetail | None = None
        self._drafts: dict[int, dict[str, tuple[str, Any]]] = {}
        self.rows: dict[str, Row] = {}
        self.tags = TagField(self.titles["tags"], theme, self)
        self.tags.edited.connect(self._save)
        self.tags.wanted.connect(self._offer_tags)
        self._form = QGridLayout()
        self._form.setHorizontalSpacing(8)
        self._form.setVerticalSpacing(2)
        self._form.setColumnMinimumWidth(0, 84)
        self._form.setColumnStretch(1, 1)
        self.body.addLayout(self._form)
        self.body.addStretch(1)
        for name in _FIELDS:
            self._add(name, Form())
        self._put(self.titles["tags"], self.tags)
        self._add_custom()

    def show_detail(self, detail: CompanyDetail) -> None:
        """Show a company's fields."""
        if self._detail is None or self._detail.id != detail.id:
            self._turn(detail.id)
        self._detail = detail
        self._add_custom()
        owner = self.rows["owner"].field
        if isinstance(owner, Picker):
            members = self.around.context.members.values()
            owner.know({one.id: one.name for one in members})
            owner.offer({one.id: one.name for one in members if one.active})
        for name, row in self.rows.items():
            row.show_value(detail.values.get(name), _who(detail.timeline, name))
        self.tags.show_value(detail.values.get("tags"))

    def _turn(self, company_id: int) -> None:
        if self._detail is not None:
            kept = {name: row.draft for name, row in self.rows.items() if row.draft}
            self._drafts.pop(self._detail.id, None)
            if kept:
                self._drafts[self._detail.id] = kept
        drafts = self._drafts.pop(company_id, {})
        for name, row in self.rows.items():
            row.turn_to(drafts.get(name))
        self.tags.put_draft("")

    def _add(self, name: str, form: Form) -> None:
        title = self.titles[name]
        field: Field
        if name == "owner":
            field = Picker(name, title, self._no_member, free=False, parent=self)
        else:
            field = Field(name, title, partial(self._read, form), partial(self._written, form), self)
        row = Row(field, self)
        row.asked.connect(self._save)
        self.rows[name] = row
        self._put(title, row)

    def _add_custom(self) -> None:
        for one in self.around.context.fields.values():
            name = f"{CUSTOM}{one.name}"
            if one.kind == "company" and name not in self.rows:
                self.titles[name] = one.name
                self._add(name, Form(one.form))

    def _put(self, title: str, widget: QWidget) -> None:
        label = QLabel(title, self)
        label.setObjectName("muted")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setContentsMargins(0, 7, 0, 0)
        label.setBuddy(widget)
        line = self._form.rowCount()
        self._form.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        self._form.addWidget(widget, line, 1)

    def _read(self, form: Form, text: str) -> Any:
        return form.read(text, self.around)

    def _written(self, form: Form, value: Any) -> str:
        return form.written(value, self.around)

    def _no_member(self, text: str) -> str:
        return self.tr("There is no member “{name}”.").format(name=text[:60])

    def _offer_tags(self) -> None:
        self._jobs.read(choices.values, "company", "tags", done=self.tags.offer, key="companies.tags")

    def _save(self, name: str, mine: Any, base: Any) -> None:
        if self._detail is None:
            return
        number, called = self._detail.id, str(self._detail.values.get("name") or "")
        self.rows[name].sent(base)
        self._jobs.write(
            companies.edit,
            number,
            {name: mine},
            {name: base},
            done=partial(self._saved, number, name, called),
            failed=partial(self._not_saved, number, name, mine, base),
        )

    def _saved(self, number: int, name: str, called: str, change: Change) -> None:
        if self._detail is not None and self._detail.id == number:
            self.rows[name].settled()
        if change.entries:
            self.said.emit(self.tr("{field} of {name} saved.").format(field=self.titles[name], name=called), change)

    def _not_saved(self, number: int, name: str, mine: Any, base: Any, error: KnownError) -> None:
        detail = self._detail
        row = self.rows.get(name) if detail is not None and detail.id == number else None
        if row is None or detail is None:
            if name in self.rows:  # it comes back with its company
                self._drafts.setdefault(number, {})[name] = (self.rows[name].written(mine), base)
            self.failed.emit(error)
        elif isinstance(error, ConflictError) and name in error.fields:
            row.disputed(mine, error.fields[name][2], _who(detail.timeline, name))
        else:
            row.refused(refusals.said(error))


def _who(happened: Sequence[TimelineItem], name: str) -> str:
    return next((item.who for item in happened if item.kind == "company" and name in item.fields), "")
