"""What the agreement asks about a lead that was dropped on a stage, beside that stage: filled in there, or put back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from app.agreement.plain import in_words
from app.context import StageRow
from ui.around import Surroundings
from ui.leads.drop_form import DropForm
from ui.theme import Theme, font
from ui.widgets.filter_fields import title as title_of
from ui.widgets.wrapping import wrapping

WIDTH = 420
_MOST = 6
_MOST_LINES = 8
_LONGEST = 50_000
_OVERRIDING = frozenset({"lead", "admin"})
Key = tuple[str, str]
"""Whose field it is (lead, contact or company), and which."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed so far: texts by field, and why the lead is let in all the same."""

    fields: Mapping[Key, str] = field(default_factory=dict)
    override: str = ""

    def by_kind(self) -> dict[str, dict[str, str]]:
        """Return the texts by kind of record and field."""
        found: dict[str, dict[str, str]] = {}
        for (kind, name), text in self.fields.items():
            if text.strip():
                found.setdefault(kind, {})[name] = text
        return found


class GateForm(DropForm):
    """The form. `answered` with what was typed once all that can be asked is there; `put_away` leaves the lead."""

    answered = Signal(object)  # Typed

    def __init__(
        self, facts: Mapping[str, Any], stage: StageRow, around: Surroundings, theme: Theme, over: QWidget, typed: Typed
    ) -> None:
        super().__init__(stage, theme, over, WIDTH)
        self._facts, self._around = facts, around
        self.lines: dict[Key, QLineEdit | QComboBox] = {}
        self._clauses: list[list[Key]] = []
        self._without: set[str] = set()
        self.receiver = wrapping(self, font(13))
        self.override = QLineEdit(self)
        self._head()
        for one in facts["missing"][:_MOST]:
            self._ask(one)
        if not facts["enough"]:
            self._points()
        self._offer_override()
        self._say_who_receives()
        self.add_foot(self.tr("Put back"))
        for before, after in pairwise([*self.lines.values(), self.override, self.back, self.move_button]):
            QWidget.setTabOrder(before, after)
        self._take(typed)
        self._look()

    @property
    def lead_id(self) -> int:
        """The lead that is asked about."""
        return int(self._facts["lead_id"])

    @property
    def typed(self) -> Typed:
        """What is typed so far."""
        return Typed({key: _text(line) for key, line in self.lines.items()}, self.override.text())

    def begin(self) -> None:
        """Put the focus where the first answer goes, and say aloud what is asked."""
        first = next(iter(self.lines.values()), None) or (self.override if self.override.isEnabled() else self.back)
        first.setFocus()
        self.announce_soon()

    # Building

    def _head(self) -> None:
        name = str(self._facts["lead"])
        words = self.tr("{name} is no {milestone} yet")
        said = words.format(name=name if len(name) <= 80 else f"{name[:80]}…", milestone=self._milestone())
        title = wrapping(self, font(16, 600))
        title.setText(said)
        under = wrapping(self, font(13))
        under.setObjectName("muted")
        hint = self.tr("Version {version} of the agreement asks for what is missing here.")
        under.setText(hint.format(version=self._facts["version"]))
        self.setAccessibleName(said)
        self.setAccessibleDescription(under.text())
        self.body.addWidget(title)
        self.body.addWidget(under)

    def _milestone(self) -> str:
        return str(self._facts["milestone"]).upper()

    def _ask(self, missing: Mapping[str, Any]) -> None:
        asked = wrapping(self, font(13, 600))
        asked.setText(in_words(missing["said"], self._around.words.paper))
        self.body.addWidget(asked)
        self._clauses.append(self._fields(missing["asks"]))
        if not missing["asks"]:
            self._say_what_helps(missing["without"])

    def _fields(self, asks: Sequence[Mapping[str, Any]]) -> list[Key]:
        """Put fields below what asks for them, those that are not there yet; return which they are."""
        keys: list[Key] = []
        for one in asks:
            key = (str(one["kind"]), str(one["field"]))
            keys.append(key)
            if key in self.lines:
                continue
            line = self._line(str(one["type"]), str(one["wanted"]))
            title = QLabel(title_of(key[1]), self)
            title.setBuddy(line)
            line.setAccessibleName(title_of(key[1]))
            row = QHBoxLayout()
            title.setFixedWidth(120)
            row.addWidget(title)
            row.addWidget(line, 1)
            self.body.addLayout(row)
            self.lines[key] = line
        return keys

    def _say_what_helps(self, without: Sequence[str]) -> None:
        """Say, once, why there is no field for what is missing, and what to do instead."""
        reason = next(iter(without), "")
        if reason in self._without:
            return
        self._without.add(reason)
        if reason == "contact":
            self._tell(self.tr("This lead has no contact to keep that with. Name its contact first, then move it."))
        elif reason == "company":
            self._tell(self.tr("This lead has no company to keep that with. Name its company first, then move it."))
        else:
            self._tell(self.tr("This cannot be filled in here."))

    def _tell(self, words: str) -> None:
        told = wrapping(self, font(12))
        told.setObjectName("muted")
        told.setText(words)
        self.body.addWidget(told)

    def _line(self, type_: str, wanted: str) -> QLineEdit | QComboBox:
        if type_ == "member":
            box = QComboBox(self)
            box.addItem("", "")
            members = [one for one in self._around.context.members.values() if one.active]
            for one in sorted(members, key=lambda one: one.name.casefold()):
                box.addItem(one.name, str(one.id))
            box.currentIndexChanged.connect(self._look)
            return box
        line = QLineEdit(self)
        line.setMaxLength(_LONGEST)
        example = {"date": "2026-11-30", "money": "1200"}.get(type_, wanted)
        if example:
            line.setPlaceholderText(self.tr("for example {example}").format(example=example))
        line.textChanged.connect(self._look)
        return line

    def _points(self) -> None:
        has, needed = self._facts["points"], self._facts["needed"]
        title = wrapping(self, font(13, 600))
        title.setText(self.tr("It has {has} of the {needed} points.").format(has=has, needed=needed))
        self.body.addWidget(title)
        paper, line = self._around.words.paper, self.tr("+{points}: {what}")
        for one in self._facts["more"][:_MOST]:
            self._tell(line.format(points=one["points"], what=in_words(one["said"], paper)))
            if len(self.lines) + len(one["asks"]) <= _MOST_LINES:
                self._fields(one["asks"])
            if one["without"] and not one["asks"]:
                self._say_what_helps(one["without"])

    def _say_who_receives(self) -> None:
        """Say to whom the lead goes once it passes, and by when it is answered."""
        if "receiver" not in self._facts:
            return
        due, name = self._facts["due"], self._facts["receiver"]
        words = self.tr("{name} receives it.") if name else self.tr("It goes to the pool.")
        if due is not None:
            words = (
                self.tr("{name} receives it, and answers by {moment}.")
                if name
                else self.tr("It goes to the pool, and is answered by {moment}.")
            )
        moment = "" if due is None else self._around.words.moment(due, self._around.now)
        self.receiver.setText(words.format(name=name, moment=moment))
        self.body.addWidget(self.receiver)

    def _offer_override(self) -> None:
        me = self._around.context.me
        may = me is not None and me.role in _OVERRIDING
        title = QLabel(self.tr("Let it in all the same, because…"), self)
        title.setBuddy(self.override)
        self.override.setAccessibleName(self.tr("Why it is let in all the same"))
        self.override.setPlaceholderText(self.tr("The reason is kept and counted"))
        self.override.setMaxLength(_LONGEST)
        self.override.textChanged.connect(self._look)
        for widget in (title, self.override):
            widget.setVisible(may)
            widget.setEnabled(may)
            self.body.addWidget(widget)

    def _take(self, typed: Typed) -> None:
        self.override.setText(typed.override)
        for key, text in typed.fields.items():
            line = self.lines.get(key)
            if isinstance(line, QComboBox):
                line.setCurrentIndex(max(0, line.findData(text)))
            elif line is not None:
                line.setText(text)

    # Answering

    def _look(self, *_: Any) -> None:
        """See whether all is there that can be asked; points that fields may bring are judged by the move itself."""
        typed = self.typed
        filled = all(any(typed.fields.get(key, "").strip() for key in keys) for keys in self._clauses)
        ready = filled and (self._facts["enough"] or bool(typed.by_kind()))
        ready = ready and len(self._facts["missing"]) <= _MOST
        self.move_button.setEnabled(ready or bool(typed.override.strip()))

    def answer(self) -> None:
        """Tell what was typed, if all is there that can be asked."""
        if self.move_button.isEnabled():
            self.answered.emit(self.typed)


def _text(line: QLineEdit | QComboBox) -> str:
    return str(line.currentData() or "") if isinstance(line, QComboBox) else line.text()
