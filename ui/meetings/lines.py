"""What a meeting settles, in lists one types into: decisions, actions, and what there was to celebrate."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.meeting_agenda import Owed, Settled
from app.outcomes import Wanted, wanted
from ui import icons
from ui.around import Surroundings
from ui.meetings.card import Card, emptied
from ui.painting import Brush
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

_LONGEST = 2000


def wrapped(text: str, parent: QWidget, name: str = "") -> QLabel:
    """Return a label of any text, in as many lines as it takes."""
    return wrapping(parent, words=text[:_LONGEST], name=name)


class Disc(QWidget):
    """Somebody's initials, or a drawing on a soft square."""

    def __init__(self, theme: Theme, size: int, name: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name, self._icon = theme, name, icon
        self.setFixedSize(QSize(size, size))
        self.setToolTip(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=False)
            size = self.width()
            if self._icon:
                brush.bar(QRectF(self.rect()), "good_soft", 8)
                brush.icon((size - 18) / 2, (size - 18) / 2, self._icon, 18, "good")
            elif self._name:
                brush.avatar(0, 0, size, self._name)


class _Typed(Card):
    """A card with a list that scrolls and a line to type at its foot."""

    entered = Signal(str)

    def __init__(self, theme: Theme, title: str, hint: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._theme = theme
        inner = QWidget(self)
        inner.setObjectName("panelinner")
        self.rows = QVBoxLayout(inner)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(8)
        scroll = QScrollArea(self)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.setMaxLength(_LONGEST)
        self.field.returnPressed.connect(self._enter)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self.field)

    def _enter(self) -> None:
        text = " ".join(self.field.text().split())
        if text:
            self.entered.emit(text)

    def taken(self) -> None:
        """Empty the line: what stood there is saved."""
        self.field.clear()

    def open(self, *, on: bool) -> None:
        """Let things be written, or not: the meeting is closed."""
        self.field.setVisible(on)

    def _remove_button(self, said: str, parent: QWidget) -> QToolButton:
        button = QToolButton(parent)
        button.setIcon(icons.icon("x", self._theme.colour("faint"), 14))
        button.setFixedSize(28, 28)
        button.setToolTip(said)
        button.setAccessibleName(said)
        return button


class Decisions(_Typed):
    """What was decided."""

    removed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, self.tr("Decisions"), self.tr("Write a decision, press Enter"), parent)

    def show_decisions(self, found: Sequence[Settled], *, writable: bool) -> None:
        """Show them, numbered."""
        emptied(self.rows)
        self.beside.setText(str(len(found)) if found else "")
        for number, one in enumerate(found, 1):
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(10)
            place = QLabel(str(number), line)
            place.setObjectName("muted")
            row.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(wrapped(one.text, line), 1)
            if writable:
                button = self._remove_button(self.tr("Remove: {text}").format(text=one.text[:80]), line)
                button.clicked.connect(partial(self.removed.emit, one.id))
                row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.rows.addWidget(line)
        self.rows.addStretch(1)
        self.open(on=writable)


class Actions(_Typed):
    """Who owes what by when."""

    ticked = Signal(int, bool)
    removed = Signal(int)

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
        emptied(self.rows)
        done = sum(one.done is not None for one in found)
        said = self.tr("{done} of {count} done").format(done=done, count=len(found))
        self.beside.setText(said if found else "")
        for one in sorted(found, key=lambda one: one.done is not None):
            self.rows.addWidget(self._line(one, writable=writable))
        self.rows.addStretch(1)
        self.open(on=writable)

    def _line(self, one: Owed, *, writable: bool) -> QWidget:
        line = QWidget(self)
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
            age = self.tr("open for {days}").format(days=self.around.words.days(one.age))
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
        if writable and one.done is None:
            button = self._remove_button(self.tr("Remove: {text}").format(text=one.what[:80]), line)
            button.clicked.connect(partial(self.removed.emit, one.id))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

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


class Wins(Card):
    """What there was to celebrate."""

    entered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Wins"), parent)
        self._theme = theme
        self.rows = QVBoxLayout()
        self.rows.setSpacing(10)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Add a win, press Enter"))
        self.field.setAccessibleName(self.tr("Add a win, press Enter"))
        self.field.setMaxLength(_LONGEST)
        self.field.returnPressed.connect(self._enter)
        self.body.addLayout(self.rows)
        self.body.addStretch(1)
        self.body.addWidget(self.field)

    def show_wins(self, found: Sequence[tuple[str, str]], *, writable: bool) -> None:
        """Show them, the words and what stands below."""
        emptied(self.rows)
        for title, detail in found:
            line = QWidget(self)
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
            self.rows.addWidget(line)
        if not found:
            self.rows.addWidget(wrapped(self.tr("None since the last meeting yet."), self, "muted"))
        self.field.setVisible(writable)

    def _enter(self) -> None:
        text = " ".join(self.field.text().split())
        if text:
            self.entered.emit(text)
