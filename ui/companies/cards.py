"""The cards of a company's page: figures, people, leads, the relay of a win."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.around import LeadLine
from app.companies import CompanyDetail, PersonLine
from app.relay import Leg, Relay
from ui.around import Surroundings
from ui.leads.colours import stage_token
from ui.painting import NORMAL, NORMAL_STRONG, SMALL, SMALL_STRONG, Brush
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

_ROW = 44
_SHOWN = 6


class Card(QFrame):
    """A framed part with a title, a figure beside it and, at the end, a button."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stepcard")
        self.heading = QLabel(title, self)
        self.heading.setFont(font(14, 600))
        self.figure = QLabel(self)
        self.figure.setObjectName("muted")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.heading)
        self.head.addWidget(self.figure)
        self.head.addStretch(1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 14, 12)
        self.body.setSpacing(4)
        self.body.addLayout(self.head)

    def button(self, words: str) -> QPushButton:
        """Return a button at the end of the head."""
        made = QPushButton(words, self)
        made.setObjectName("flat")
        self.head.addWidget(made)
        return made


class Line(QPushButton):
    """One line of a card: a portrait or a dot, two lines of text, something in the middle and at the end."""

    def __init__(self, theme: Theme, texts: tuple[str, str, str, str], parent: QWidget, *, dot: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("step")
        self._theme, self._texts, self._dot = theme, texts, dot
        self.setFixedHeight(_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(", ".join(text for text in texts if text))

    def sizeHint(self) -> QSize:
        """Return the size of a line."""
        return QSize(200, _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        first, second, middle, end = self._texts
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            if self.underMouse() or self.hasFocus():
                painter.setPen(self._theme.colour("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour("hover"))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
            left = 6.0
            if not self._dot:
                brush.avatar(left, 6, 32, first)
                left += 42
            width, tail = self.width() - left - 6, SMALL.width(end) + 8 if end else 0
            part = width * 0.47 if middle else width - tail
            if second:
                brush.text(QRectF(left, 4, part - 8, 18), first, NORMAL_STRONG, "text")
                brush.text(QRectF(left, 22, part - 8, 17), second, SMALL, "muted")
            else:
                brush.text(QRectF(left, 0, part - 8, _ROW), first, NORMAL_STRONG, "text")
            if middle:
                if self._dot:
                    brush.dot(left + part, _ROW / 2 - 4, 8, self._dot)
                brush.text(QRectF(left + part + 14, 0, width - part - tail - 20, _ROW), middle, NORMAL, "text")
            if end:
                brush.text(QRectF(left + width - tail, 0, tail, _ROW), end, SMALL_STRONG, "text", trailing=True)


class Figures(QFrame):
    """What was won, what is open, when something last happened, what is owed, whose it is."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stepcard")
        self.around = around
        self.values: dict[str, QLabel] = {}
        self._notes: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 14, 12)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(2)
        for place, (name, title) in enumerate(
            (
                ("won", self.tr("Won so far")),
                ("open", self.tr("Open")),
                ("last", self.tr("Last contact")),
                ("owed", self.tr("Reply owed")),
            )
        ):
            head = wrapping(self, font(12), title, name="muted")
            value = wrapping(self, font(17, 600, figures=True))
            note = wrapping(self, font(12), name="muted")
            for row, label in enumerate((head, value, note)):
                grid.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)
            self.values[name], self._notes[name] = value, note

    def show_detail(self, detail: CompanyDetail) -> None:
        """Show a company's figures."""
        words, now = self.around.words, self.around.now
        states = [lead.state for lead in detail.leads]
        self.values["won"].setText(words.totals(detail.won))
        self._notes["won"].setText(self.tr("%n leads", None, states.count("won")))
        self.values["open"].setText(words.totals(detail.open))
        self._notes["open"].setText(self.tr("%n leads", None, states.count("open")))
        talk = next((one for one in detail.timeline if one.source == "activity" and one.what != "note"), None)
        self.values["last"].setText(words.day(talk.at, now) if talk else self.tr("never"))
        self._notes["last"].setText(talk.who if talk else "")
        waiting = sorted(
            (one for one in detail.leads if one.state == "open" and one.due_at is not None),
            key=lambda one: one.due_at or now,
        )
        first = waiting[0] if waiting else None
        due = words.due_by(first.due_at, now) if first is not None and first.due_at is not None else None
        self.values["owed"].setText(due.words if due else self.tr("Nobody owes one"))
        late = first is not None and first.due_at is not None and first.due_at < now
        self.values["owed"].setObjectName("problem" if late else "")
        self.values["owed"].style().polish(self.values["owed"])
        owner = self.around.context.members.get(first.owner_id or 0) if first else None
        self._notes["owed"].setText(owner.name if owner else "")


def clear(card: Card, lines: list[QWidget]) -> None:
    """Take a card's lines out."""
    for line in lines:
        card.body.removeWidget(line)
        line.hide()
        line.deleteLater()
    lines.clear()


class ListCard(Card):
    """A card with lines, the first ones at once, the rest on demand."""

    def __init__(self, title: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.lines: list[QWidget] = []
        self._nothing = QLabel(nothing, self)
        self._nothing.setObjectName("muted")
        self._nothing.setWordWrap(True)
        self.more = QPushButton(self.tr("Show all"), self)
        self.more.setObjectName("flat")
        self.more.clicked.connect(self._show_all)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def show_lines(self, lines: Sequence[QWidget]) -> None:
        """Show these lines."""
        clear(self, self.lines)
        for place, line in enumerate(lines):
            self.body.insertWidget(1 + place, line)
            line.setVisible(place < _SHOWN)
        self.lines = list(lines)
        self._nothing.setVisible(not lines and bool(self._nothing.text()))
        self.more.setVisible(len(lines) > _SHOWN)

    def hide_nothing(self, something: bool) -> None:
        """Hide the words for an empty card where there is something beside its lines."""
        self._nothing.setVisible(not something and bool(self._nothing.text()))

    def _show_all(self) -> None:
        for line in self.lines:
            line.show()
        self.more.hide()


def person_lines(
    people: Sequence[PersonLine], opened: SignalInstance, theme: Theme, around: Surroundings, parent: QWidget
) -> list[QWidget]:
    """Return a line for each of these people."""
    made: list[QWidget] = []
    for one in people:
        last = around.words.day(one.last, around.now) if one.last else ""
        line = Line(theme, (one.name, one.job_title, "", last), parent)
        line.clicked.connect(partial(opened.emit, one.id))
        made.append(line)
    return made


def lead_lines(
    leads: Sequence[LeadLine], opened: SignalInstance, theme: Theme, around: Surroundings, parent: QWidget
) -> list[QWidget]:
    """Return a line for each of these leads."""
    made: list[QWidget] = []
    for one in leads:
        stage = around.context.stages.get(one.stage_id)
        value = "" if one.value is None else around.words.money(one.value, one.currency or around.context.info.currency)
        owner = around.context.members.get(one.owner_id or 0)
        # A lead is mostly called after its contact: then the line below says what is to be done, or by whom.
        below = one.contact if one.contact != one.name else one.next_step or (owner.name if owner else "")
        texts = (one.name, below, stage.name if stage else "", value)
        line = Line(theme, texts, parent, dot=stage_token(stage) if stage else "faint")
        line.clicked.connect(partial(opened.emit, one.id))
        made.append(line)
    return made


class _Legs(QWidget):
    """The legs of a relay side by side: a portrait, the part, who and when."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: list[tuple[str, str, str, str]] = []
        self.setFixedHeight(112)
        self.setMinimumWidth(300)

    def tell(self, shown: list[tuple[str, str, str, str]]) -> None:
        """Show legs: the part's name, who, when, and the token of the team's colour."""
        self._shown = shown
        self.setAccessibleName("; ".join(f"{part}: {who}, {when}" for part, who, when, _ in shown))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint them."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            mirrored = self.isRightToLeft()
            brush = Brush(painter, self._theme, self.rect(), mirrored=mirrored)
            step = self.width() / max(1, len(self._shown))
            for place, (part, who, when, token) in enumerate(self._shown):
                left = place * step
                brush.avatar(left + 2, 4, 32, who)
                if place + 1 < len(self._shown):
                    piece = brush.place(QRectF(left + 40, 19, step - 44, 2))
                    brush.line(QPointF(piece.left(), 20), QPointF(piece.right(), 20), token, 2)
                for line, (text, face, ink) in enumerate(
                    ((part, SMALL_STRONG, token), (who, NORMAL_STRONG, "text"), (when, SMALL, "muted"))
                ):
                    brush.text(QRectF(left + 2, 44 + line * 20, step - 10, 20), text, face, ink)


def legs_of(relay: Relay, names: dict[str, str], nobody: str, around: Surroundings) -> list[tuple[str, str, str, str]]:
    """Return the legs of a relay as they are shown."""

    def shown(leg: Leg) -> tuple[str, str, str, str]:
        member = around.context.members.get(leg.member_id or 0)
        team = member.team if member else ""
        token = {"marketing": "marketing", "sales": "sales"}.get(team, "accent_text")
        who = member.name if member else leg.source or nobody
        return names[leg.part], who, around.words.day(leg.at, around.now), token

    return [shown(leg) for leg in relay.legs]


class RelayCard(Card):
    """How the biggest win came about."""

    def __init__(self, title: str, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.around = around
        self._legs = _Legs(theme, self)
        self._under = QLabel(self)
        self._under.setObjectName("muted")
        self._under.setTextFormat(Qt.TextFormat.PlainText)
        self._under.setWordWrap(True)
        self.body.addWidget(self._legs)
        self.body.addWidget(self._under)

    def show_relay(self, relay: Relay | None) -> None:
        """Show a relay, or nothing where nothing was won."""
        self.setVisible(relay is not None)
        if relay is None:
            return
        names = {
            "touch": self.tr("First touch"),
            "qualified": self.tr("Qualified by"),
            "accepted": self.tr("Accepted by"),
            "closed": self.tr("Closed by"),
        }
        self._legs.tell(legs_of(relay, names, self.tr("Nobody"), self.around))
        value = self.around.words.money(relay.value, relay.currency) if relay.value is not None else ""
        took = "" if relay.days is None else self.tr("%n days from qualified to won", None, relay.days)
        self._under.setText(" · ".join(part for part in (relay.name, value, took) if part))
