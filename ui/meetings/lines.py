"""What a meeting settles, in lists one types into: decisions, actions, and what there was to celebrate."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.meeting_agenda import Owed, Settled
from app.outcomes import Wanted, wanted
from app.periods import local_day
from app.summary_data import Win
from ui.around import Surroundings
from ui.meetings.editing import EditAction, EditLine
from ui.meetings.listing import Disc, Editable, Line, Typed, more_button, wrapped
from ui.theme import Theme, font


class Decisions(Typed):
    """What was decided."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Decisions"), self.tr("Write a decision, press Enter"), parent)

    def show_decisions(self, found: Sequence[Settled], *, writable: bool) -> None:
        """Show them, numbered."""
        self.start()
        self.beside.setText(str(len(found)) if found else "")
        for number, one in enumerate(found, 1):
            if self.put(one.id):
                continue
            line = Line(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(10)
            place = QLabel(str(number), line)
            place.setObjectName("muted")
            row.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(wrapped(one.text, line), 1)
            if writable:
                edit = partial(self._edit, one)
                button = more_button(self._theme, one.text, edit, partial(self.removed.emit, one.id), line)
                line.twice.connect(edit)
                row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.rows.addWidget(line)
        self.end({one.id for one in found})
        self.rows.addStretch(1)
        self.open(on=writable)

    def _edit(self, one: Settled) -> None:
        self.edited(EditLine(one.id, one.text, "text", self))


class Actions(Typed):
    """Who owes what by when."""

    ticked = Signal(int, bool)

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Actions"), self.tr("Call Amelia @Tom Friday"), parent)
        self.around = around
        self.field.setAccessibleName(self.tr("New action, e.g. “Call Amelia @Tom Friday”"))
        self.understood = QLabel(self)
        self.understood.setObjectName("muted")
        self.understood.setFont(font(12))
        self.understood.setTextFormat(Qt.TextFormat.PlainText)
        self.understood.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.understood.hide()
        self.body.insertWidget(self.body.count() - 1, self.understood)
        self.field.textChanged.connect(self._say_understood)

    def show_actions(self, found: Sequence[Owed], *, writable: bool) -> None:
        """Show them, the open ones first; a tick is possible whenever it is done."""
        self.start()
        done = sum(one.done is not None for one in found)
        said = self.tr("{done} of {count} done").format(done=done, count=len(found))
        self.beside.setText(said if found else "")
        for one in sorted(found, key=lambda one: one.done is not None):
            if not self.put(one.id):
                self.rows.addWidget(self._line(one, writable=writable))
        self.end({one.id for one in found})
        self.rows.addStretch(1)
        self.open(on=writable)

    def _line(self, one: Owed, *, writable: bool) -> QWidget:
        line = Line(self)
        box = QCheckBox(line)
        box.setFixedSize(28, 28)
        box.setChecked(one.done is not None)
        box.setAccessibleName(self.tr("Done: {text}").format(text=one.what[:200]))
        box.clicked.connect(partial(self._tick, one.id))
        what = wrapped(one.what, line, "faint" if one.done is not None else "")
        if one.done is not None:
            struck = font(13)
            struck.setStrikeOut(True)
            what.setFont(struck)
        paper = self.around.words.paper
        year = self.around.now.year
        when = ""
        if one.done is not None:
            when = self.tr("Done {day}").format(day=paper.day_short(one.done, year))
        elif one.due is not None:
            when = paper.day_short(one.due, year)
        age = ""
        if one.age > 0 and one.done is None:
            age = self.tr("open for {days}").format(days=self.around.words.days(one.age).replace(" ", "\u00a0"))
        below = QHBoxLayout()
        below.setSpacing(6)
        if one.who:
            below.addWidget(Disc(self._theme, 22, one.who, parent=line), 0, Qt.AlignmentFlag.AlignTop)
        late = one.late and one.done is None
        told = wrapped(" · ".join(part for part in (one.who, when, age) if part), line, "problem" if late else "muted")
        told.setContentsMargins(0, 2, 0, 0)
        below.addWidget(told, 1)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.setContentsMargins(0, 5, 0, 0)
        words.addWidget(what)
        words.addLayout(below)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if writable:
            edit = partial(self._edit, one)
            button = more_button(self._theme, one.what, edit, partial(self.removed.emit, one.id), line)
            line.twice.connect(edit)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _edit(self, one: Owed) -> None:
        members = sorted(self.around.context.members.values(), key=lambda member: member.name.casefold())
        today = local_day(self.around.now, self.around.context.zone)
        self.edited(EditAction(one.id, one.what, one.owner_id, one.due, members, today, self))

    def _tick(self, number: int, on: bool) -> None:
        self.ticked.emit(number, on)

    def _say_understood(self, text: str) -> None:
        said = self.told(wanted(self.around.context, text)) if text.strip() else ""
        self.understood.setText(said)
        self.understood.setVisible(bool(said))

    def told(self, one: Wanted) -> str:
        """Return what was understood of what is being typed."""
        member = self.around.context.members.get(one.owner_id) if one.owner_id is not None else None
        day = "" if one.due is None else self.around.words.paper.day_short(one.due, self.around.now.year)
        return " · ".join(part for part in (one.title, member.name if member else "", day) if part)


class Wins(Editable):
    """What there was to celebrate."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Wins"), self.tr("Add a win, press Enter"), parent)
        self.rows.setSpacing(10)
        self.body.addLayout(self.rows)
        self.body.addStretch(1)
        self.body.addWidget(self.field)

    def show_wins(self, found: Sequence[tuple[Win, str, str]], *, writable: bool) -> None:
        """Show them, the words and what stands below; those that a member added can be changed."""
        self.start()
        for one, title, detail in found:
            if self.put(one.id):
                continue
            line = Line(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            row.addWidget(Disc(self._theme, 32, icon="trophy", parent=line), 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(1)
            what = wrapped(title, line)
            what.setFont(font(13, 600))
            words.addWidget(what)
            if detail:
                words.addWidget(wrapped(detail, line, "muted"))
            words.addStretch(1)
            row.addLayout(words, 1)
            if writable and one.id:
                edit = partial(self._edit, one)
                button = more_button(self._theme, title, edit, partial(self.removed.emit, one.id), line)
                line.twice.connect(edit)
                row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.rows.addWidget(line)
        self.end({one.id for one, _, _ in found})
        if not found:
            self.rows.addWidget(wrapped(self.tr("None since the last meeting yet."), self, "muted"))
        self.open(on=writable)

    def _edit(self, one: Win) -> None:
        self.edited(EditLine(one.id, one.title, "title", self))
