"""The rules of the route: which leads go to whom before the route is asked, edited where they stand."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.agreement.terms import RouteRule
from ui.theme import Theme, font
from ui.widgets.tinted import tint

_LONGEST = 2_000


class RouteRules(QWidget):
    """Rules below one another, the first that a lead meets counts. `wanted` tells all of them as they should be."""

    wanted = Signal(object)  # the rules as plain values, in their order

    def __init__(
        self, rules: Sequence[RouteRule], members: Mapping[int, str], theme: Theme, parent: QWidget, *, edited: bool
    ) -> None:
        super().__init__(parent)
        self._rules, self._members, self._theme, self._edited = list(rules), members, theme, edited
        self.lines: dict[str, QLineEdit] = {}
        self.people: list[QComboBox] = []
        self.bins: list[QPushButton] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(6)
        for place, one in enumerate(self._rules):
            self._rule(place, one)
        self._body.addLayout(self._new())

    def _rule(self, place: int, one: RouteRule) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        line = self._line(self.tr("Condition of rule {number}").format(number=place + 1))
        line.setText(one.query)
        line.setCursorPosition(0)
        line.editingFinished.connect(partial(self._said, place, line))
        self.lines[f"rule.{place}"] = line
        person = self._person(self.tr("Who receives it by rule {number}").format(number=place + 1), one.member_id)
        person.activated.connect(lambda: self._put(place, replace(one, member_id=person.currentData())))
        self.people.append(person)
        away = QPushButton(self)
        away.setObjectName("flat")
        tint(away, self._theme, "trash-2", "muted")
        away.setFixedSize(30, 28)
        away.setAccessibleName(self.tr("Take out: {what}").format(what=one.query[:80]))
        away.setToolTip(away.accessibleName())
        away.setVisible(self._edited)
        away.clicked.connect(partial(self._put, place, None))
        self.bins.append(away)
        row.addWidget(line, 1)
        row.addWidget(QLabel(self.tr("to"), self))
        row.addWidget(person)
        row.addWidget(away)
        self._body.addLayout(row)

    def _new(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        hint = self.tr("Add a rule, as in country:Spain")
        line = self._line(hint)
        line.setPlaceholderText(hint)
        person = self._person(self.tr("Who receives it by the new rule"), None)
        line.returnPressed.connect(lambda: self._add(line, person))
        self.lines["rule.new"] = line
        self.new_person = person
        to = QLabel(self.tr("to"), self)
        row.addWidget(line, 1)
        row.addWidget(to)
        row.addWidget(person)
        for widget in (line, to, person):
            widget.setVisible(self._edited)
        return row

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setFont(font(13, 600))
        line.setMaxLength(_LONGEST)
        line.setAccessibleName(name)
        line.setEnabled(self._edited)
        line.setMinimumWidth(120)
        return line

    def _person(self, name: str, chosen: int | None) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        for number, words in self._members.items():
            box.addItem(words, number)
        if chosen is not None and chosen not in self._members:
            # Whoever left receives nothing by it; it says so rather than naming somebody else.
            box.addItem(self.tr("Somebody who left"), chosen)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.setEnabled(self._edited)
        return box

    def _said(self, place: int, line: QLineEdit) -> None:
        text = line.text().strip()
        if line.isModified() and text != self._rules[place].query:
            line.setModified(False)
            self._put(place, replace(self._rules[place], query=text) if text else None)

    def _put(self, place: int, rule: RouteRule | None) -> None:
        kept = [rule if at == place else one for at, one in enumerate(self._rules)]
        self.wanted.emit([asdict(one) for one in kept if one is not None])

    def _add(self, line: QLineEdit, person: QComboBox) -> None:
        text = line.text().strip()
        if text and person.currentData() is not None:
            added = RouteRule(text, person.currentData())
            self.wanted.emit([asdict(one) for one in (*self._rules, added)])
