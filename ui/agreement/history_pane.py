"""The history of the agreement: its versions with who signed them, and what any two of them say otherwise."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.agreement.difference import Changed
from app.agreement.terms import TEAMS, Team
from app.agreement.versions import Apart, Past
from ui.agreement.terms_words import change_part, changed_words, choices, version_words
from ui.around import Surroundings
from ui.theme import Theme, font
from ui.widgets.scrolling import scrolled
from ui.widgets.wrapping import wrapping

_LIST_WIDTH = 380


class HistoryPane(QWidget):
    """Versions on the left; on the right what a later one says otherwise than an earlier one."""

    compared = Signal(int, int)  # ids of the earlier and the later version
    opened = Signal(int)
    print_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.versions: Sequence[Past] = ()
        self.buttons: dict[int, tuple[QPushButton, QPushButton]] = {}
        self.changes: tuple[Changed, ...] = ()
        self.earlier, self.later = QComboBox(self), QComboBox(self)
        self.earlier.setAccessibleName(self.tr("Earlier version"))
        self.later.setAccessibleName(self.tr("Later version"))
        for box in (self.earlier, self.later):
            box.activated.connect(self._compare)
        self.lines: list[QLabel] = []
        self._list, self._list_body = self._column()
        self._right, self._right_body = self._column()
        self._lay_out()

    def _column(self) -> tuple[QWidget, QVBoxLayout]:
        inner = QWidget(self)
        inner.setObjectName("columns")
        body = QVBoxLayout(inner)
        body.setContentsMargins(20, 12, 20, 16)
        body.setSpacing(10)
        return inner, body

    def _lay_out(self) -> None:
        left = QWidget(self)
        left.setFixedWidth(_LIST_WIDTH)
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(scrolled(self._list, left))
        between = QHBoxLayout()
        between.setContentsMargins(20, 12, 20, 0)
        between.setSpacing(8)
        title = QLabel(self.tr("Difference"), self)
        title.setFont(font(15, 600))
        between.addWidget(title)
        between.addSpacing(8)
        between.addWidget(self.earlier)
        between.addWidget(QLabel("→", self))
        between.addWidget(self.later)
        between.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(between)
        right.addWidget(scrolled(self._right, self), 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(left)
        layout.addLayout(right, 1)

    def show_versions(self, versions: Sequence[Past], in_force: int | None, around: Surroundings) -> None:
        """Show the versions, the latest first, and ask for the difference of the two that are chosen."""
        self.versions = versions
        _clear(self._list_body)
        self.buttons.clear()
        until: datetime | None = None
        for one in versions:
            self._list_body.addWidget(self._card(one, in_force, until, around))
            until = one.version.published_at or until
        if not versions:
            self._list_body.addWidget(wrapping(self._list, font(13), self.tr("There is no version yet."), name="muted"))
        self._list_body.addStretch(1)
        kept = self.earlier.currentData(), self.later.currentData()
        for box in (self.earlier, self.later):
            box.clear()
            for one in versions:
                box.addItem(version_words(one.version, in_force), one.version.id)
            box.setEnabled(len(versions) > 1)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        ids = [one.version.id for one in versions]
        usual = (ids[1] if len(ids) > 1 else None, ids[0] if ids else None)
        chosen = kept if all(one in ids for one in kept) and kept[0] != kept[1] else usual
        for box, number in zip((self.earlier, self.later), chosen, strict=True):
            box.setCurrentIndex(box.findData(number))
        self._compare()

    def _card(self, past: Past, in_force: int | None, until: datetime | None, around: Surroundings) -> QFrame:
        one = past.version
        box = QFrame(self._list)
        box.setObjectName("card")
        layout = QVBoxLayout(box)
        layout.setContentsMargins(14, 10, 12, 12)
        layout.setSpacing(4)
        title = QLabel(version_words(one, in_force), box)
        title.setFont(font(14, 600))
        layout.addWidget(title)
        if one.published_at is None:
            when = self.tr("Begun: {day}").format(day=_day(one.created_at, around))
        elif until is None:
            when = self.tr("In force since: {day}").format(day=_day(one.published_at, around))
        else:
            first, last = (around.words.day(moment, around.now) for moment in (one.published_at, until))
            when = self.tr("In force from {first} to {last}").format(first=first, last=last)
        layout.addWidget(wrapping(box, font(12), when, name="muted"))
        for team in TEAMS:
            layout.addWidget(wrapping(box, font(12), self._signed(past, team, around)))
        row = QHBoxLayout()
        row.setSpacing(8)
        buttons = QPushButton(self.tr("Look at it"), box), QPushButton(self.tr("Print…"), box)
        for button, signal in zip(buttons, (self.opened, self.print_asked), strict=True):
            button.setAccessibleName(
                self.tr("{what}, version {n}").format(what=button.text().rstrip("…"), n=one.number)
            )
            button.clicked.connect(partial(signal.emit, one.id))
            row.addWidget(button)
        self.buttons[one.id] = buttons
        row.addStretch(1)
        layout.addLayout(row)
        return box

    def _signed(self, past: Past, team: Team, around: Surroundings) -> str:
        signed = past.signatures.get(team)
        name = choices("team")[team]
        if signed is None or not signed.holds:
            return self.tr("{team}: not signed").format(team=name)
        member = around.context.members.get(signed.member_id)
        who = "–" if member is None else member.name
        return self.tr("{team}: {name}, {day}").format(team=name, name=who, day=_day(signed.at, around))

    def _compare(self) -> None:
        earlier, later = self.earlier.currentData(), self.later.currentData()
        if earlier is not None and later is not None and earlier != later:
            self.compared.emit(earlier, later)
        else:
            self._say(self.tr("Choose two versions to see what the later one says otherwise."))

    def show_difference(self, found: Apart, around: Surroundings) -> None:
        """Show what two versions say otherwise, unless others were chosen meanwhile."""
        if (found.earlier, found.later) != (self.earlier.currentData(), self.later.currentData()):
            return
        self.changes = found.changes
        if not found.changes:
            self._say(self.tr("Both say the same."))
            return
        self._say("")
        part = ""
        for one in found.changes:
            said = change_part(one)
            if said != part:
                head = QLabel(said, self._right)
                head.setFont(font(13, 600))
                head.setObjectName("muted")
                self._right_body.addWidget(head)
                part = said
            what, how = changed_words(one, around.context, around.words.paper)
            line = wrapping(self._right, font(13), f"{what}\n{how}")
            line.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self.lines.append(line)
            self._right_body.addWidget(line)
        self._right_body.addStretch(1)

    def _say(self, words: str) -> None:
        _clear(self._right_body)
        self.lines = []
        if words:
            line = wrapping(self._right, font(13), words, name="muted")
            self.lines.append(line)
            self._right_body.addWidget(line)
            self._right_body.addStretch(1)


def _day(at: datetime, around: Surroundings) -> str:
    return around.words.moment(at, around.now)


def _clear(body: QVBoxLayout) -> None:
    while (item := body.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
