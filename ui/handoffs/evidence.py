"""What speaks for a lead that was handed over, as cards: the sender's note, its score, its company, leads like it."""

from decimal import Decimal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.agreement.plain import in_words
from app.handoffs.dossier import BAND, Alike, ClauseLine, Dossier
from app.metrics import Rate
from app.wording import Wording
from ui import icons
from ui.around import Surroundings
from ui.contacts.parts import Portrait, breakable
from ui.handoffs import words
from ui.handoffs.rings import Ring
from ui.painting import Brush
from ui.theme import Theme, font
from ui.widgets.flow import Flow
from ui.widgets.wrapping import wrapping

_LONGEST = 2_000
_MOST_CLAUSES = 40


class EvidenceCard(QFrame):
    """A card with a title row."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 14, 18, 14)
        self.body.setSpacing(8)


class NoteCard(EvidenceCard):
    """Who sent the lead, when, and what they said about it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.portrait = Portrait(theme, self, 26)
        self._who = QLabel(self)
        self._who.setFont(font(13, 600))
        self._how = wrapping(self, font(12), name="muted")
        self._note = wrapping(self, font(13))
        self._edge = "marketing"
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.portrait, self._who):
            head.addWidget(widget)
        head.addWidget(self._how, 1)
        self.body.setContentsMargins(28, 14, 18, 14)
        self.body.addLayout(head)
        self.body.addWidget(self._note)

    def show_dossier(self, found: Dossier, around: Surroundings) -> None:
        """Show a handoff's."""
        handoff = found.brief.handoff
        sender = handoff.sender or self.tr("Nobody named")
        member = around.context.members.get(handoff.from_member_id or 0)
        self._edge = "sales" if member is not None and member.team == "sales" else "marketing"
        self.portrait.tell(sender)
        self._who.setText(sender[:40])
        sent = words.sent(handoff, around)
        self._how.setText(f"{sent} · {around.words.moment(handoff.sent_at, around.now)}")
        self._note.setText(f"“{handoff.note[:_LONGEST]}”" if handoff.note else self.tr("No note came with it."))
        self._note.setObjectName("" if handoff.note else "muted")
        self.setAccessibleName(f"{sender} {self._how.text()}: {self._note.text()}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card with the sender's team at its edge."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            brush.bar(QRectF(14, 14, 4, self.height() - 28), self._edge, 2)


class _Bar(QWidget):
    """What a clause brings of the most that one brings."""

    def __init__(self, theme: Theme, share: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._share = theme, share
        self.setFixedHeight(8)
        self.setMinimumWidth(60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            whole = QRectF(self.rect())
            brush.bar(whole, "track", 4)
            brush.piece(QRectF(0, 0, whole.width() * self._share, whole.height()), whole, "marketing", 4)


class ReadyCard(EvidenceCard):
    """Why a lead is ready: its score, the clauses that it must meet, and those that bring points."""

    definition_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.ring = Ring(theme, 44, 3.5, self)
        self.title = wrapping(self, font(15, 600))
        self.under = wrapping(self, font(12), name="muted")
        self.definition = QPushButton(self.tr("Definition"), self)
        self.definition.setObjectName("quiet")
        self.definition.clicked.connect(self.definition_asked)
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self.title)
        names.addWidget(self.under)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.ring)
        head.addLayout(names, 1)
        head.addWidget(self.definition, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self._inner: QWidget | None = None

    def show_dossier(self, found: Dossier, around: Surroundings) -> None:
        """Show a handoff's."""
        number = around.words.number
        name = found.brief.handoff.lead
        if self._inner is not None:
            self._inner.hide()
            self._inner.deleteLater()
            self._inner = None
        self.ring.setVisible(found.points is not None)
        self.definition.setVisible(found.version is not None)
        if found.points is None:
            self.title.setText(self.tr("What speaks for {lead}").format(lead=breakable(name)))
            self.under.setText(self.tr("No agreement said what counts when this lead was sent."))
            return
        points = int(found.points)
        needed = found.needed
        self.title.setText(self.tr("Why {lead} is ready").format(lead=breakable(name)))
        enough = points >= needed if needed is not None else True
        share = 1.0 if not needed else points / max(needed, 1)
        self.ring.tell(share, "good" if enough else "warn", number(points))
        if needed is None:
            said = self.tr("Score {points} · agreement version {version}")
        else:
            said = self.tr("Score {points}, needs {needed} · agreement version {version}")
        version = "–" if found.version is None else number(found.version)
        self.under.setText(said.format(points=number(points), needed=number(needed or 0), version=version))
        self.setAccessibleName(f"{self.title.text()}. {self.under.text()}")
        self._inner = self._clauses(found.clauses[:_MOST_CLAUSES], around)
        self.body.addWidget(self._inner)

    def _clauses(self, found: tuple[ClauseLine, ...], around: Surroundings) -> QWidget:
        inner = QWidget(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(8)
        required = [one for one in found if one.worth is None]
        pointed = sorted((one for one in found if one.worth is not None), key=lambda one: -one.points)
        if required:
            holder = QWidget(inner)
            flow = Flow(holder, gap=14)
            for one in required:
                flow.addWidget(self._required(one, holder, around.words.paper))
            layout.addWidget(holder)
        if required and pointed:
            line = QFrame(inner)
            line.setObjectName("rule")
            line.setFixedHeight(1)
            layout.addWidget(line)
        most = max((float(one.worth or 0) for one in pointed), default=0.0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        for row, one in enumerate(pointed):
            self._pointed(grid, row, one, most, inner, around)
        layout.addLayout(grid)
        return inner

    def _required(self, one: ClauseLine, parent: QWidget, paper: Wording) -> QWidget:
        row = QWidget(parent)
        sign = QLabel(row)
        name, token = ("circle-check", "good") if one.met else ("circle-x", "bad")
        sign.setPixmap(icons.pixmap(name, self._theme.colour(token), 16, self.devicePixelRatioF()))
        about = in_words(one.said, paper)
        said = QLabel(about[:60], row)
        said.setFont(font(13, 600))
        said.setTextFormat(Qt.TextFormat.PlainText)
        spoken = self.tr("{clause}: met") if one.met else self.tr("{clause}: not met")
        said.setAccessibleName(spoken.format(clause=about))
        sign.setAccessibleName(said.accessibleName())
        inner = QHBoxLayout(row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(7)
        inner.addWidget(sign)
        inner.addWidget(said)
        return row

    def _pointed(
        self, grid: QGridLayout, row: int, one: ClauseLine, most: float, parent: QWidget, around: Surroundings
    ) -> None:
        number, about = around.words.number, in_words(one.said, around.words.paper)
        box = QWidget(parent)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(wrapping(box, font(13, 600), about))
        worth = one.worth or 0
        if not one.met:
            below = self.tr("not met · {worth} points").format(worth=number(worth))
        elif one.fades and round(one.points) < worth:
            below = self.tr("{worth} points, fading").format(worth=number(worth))
        else:
            below = ""
        if below:
            column.addWidget(wrapping(box, font(12), below, name="muted"))
        points = QLabel(f"+{number(round(one.points))}", parent)
        points.setFont(font(13, 600, figures=True))
        points.setAccessibleName(self.tr("{clause}: {points} points").format(clause=about, points=points.text()))
        bar = _Bar(self._theme, one.points / most if most else 0.0, parent)
        grid.addWidget(box, row, 0)
        grid.addWidget(bar, row, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(points, row, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class PeopleCard(EvidenceCard):
    """The others at the lead's company."""

    company_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._company: int | None = None
        self._title = wrapping(self, font(15, 600))
        self.button = QPushButton(self.tr("Company"), self)
        self.button.setObjectName("quiet")
        self.button.clicked.connect(self._ask)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.button)
        self.body.addLayout(head)
        self._inner: QWidget | None = None

    def show_dossier(self, found: Dossier) -> None:
        """Show a handoff's, or nothing where nobody else is known."""
        self._company = found.company_id
        self.setVisible(bool(found.people))
        self._title.setText(self.tr("Who else is at {company}").format(company=breakable(found.company)))
        if self._inner is not None:
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = QWidget(self)
        flow = Flow(self._inner, gap=18)
        for name, job in found.people:
            flow.addWidget(self._person(name, job, self._inner))
        self.body.addWidget(self._inner)

    def _person(self, name: str, job: str, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        portrait = Portrait(self._theme, box, 26)
        portrait.tell(name)
        who = QLabel(name[:40], box)
        who.setFont(font(13, 600))
        what = QLabel(job[:40], box)
        what.setFont(font(12))
        what.setObjectName("muted")
        column = QVBoxLayout()
        column.setSpacing(0)
        for label in (who, what):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setVisible(bool(label.text()))
            column.addWidget(label)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(portrait)
        row.addLayout(column)
        return box

    def _ask(self) -> None:
        if self._company is not None:
            self.company_asked.emit(self._company)


class AlikeCard(EvidenceCard):
    """How leads like this went; under five cases only counts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._title = wrapping(self, font(15, 600), self.tr("How leads like this went"))
        self._under = wrapping(self, font(12), name="muted")
        self.body.addWidget(self._title)
        self.body.addWidget(self._under)
        tiles = QHBoxLayout()
        tiles.setSpacing(10)
        self._tiles = [self._tile() for _ in range(3)]
        for tile, *_ in self._tiles:
            tiles.addWidget(tile, 1)
        self.body.addLayout(tiles)

    def _tile(self) -> tuple[QFrame, QLabel, QLabel, QLabel]:
        tile = QFrame(self)
        tile.setObjectName("handtile")
        inner = QVBoxLayout(tile)
        inner.setContentsMargins(12, 8, 12, 8)
        inner.setSpacing(1)
        figure = QLabel(tile)
        figure.setFont(font(16, 600, figures=True))
        what, more = wrapping(tile, font(12, 600)), wrapping(tile, font(11), name="muted")
        for label in (figure, what, more):
            inner.addWidget(label)
        inner.addStretch(1)
        return tile, figure, what, more

    def show_dossier(self, found: Dossier, around: Surroundings) -> None:
        """Show a handoff's."""
        alike = found.alike
        self._under.setText(self._said(alike, around))
        number = around.words.number
        of = self.tr("{n} of {all}")
        few = self.tr("too few for a rate")
        told = [
            (
                of.format(n=number(alike.accepted), all=number(alike.answered)),
                self.tr("accepted"),
                self._range(alike.acceptance) or few,
            ),
            (
                of.format(n=number(alike.won), all=number(alike.closed)),
                self.tr("of the closed ones won"),
                self._range(alike.winning) or few,
            ),
        ]
        if alike.days is None:
            told.append(("–", self.tr("from handoff to won"), self.tr("none was won yet")))
        else:
            days = self.tr("%n days", None, round(alike.days))
            middle = self.tr("middle value of {n}").format(n=number(alike.won))
            told.append((days, self.tr("from handoff to won"), middle))
        for (_, *labels), texts in zip(self._tiles, told, strict=True):
            for label, text in zip(labels, texts, strict=True):
                label.setText(text)

    def _said(self, alike: Alike, around: Surroundings) -> str:
        year = around.now.astimezone(around.context.zone).year
        since = self.tr("since {day}").format(day=around.words.paper.day_month(alike.since, year))
        source = self.tr("from {source}").format(source=alike.source) if alike.source else self.tr("without a source")
        band = ""
        if alike.floor is not None:
            band = self.tr("score {low}–{high}").format(low=alike.floor, high=alike.floor + BAND - 1)
        return ", ".join(part for part in (band, source, since) if part)

    def _range(self, rate: Rate) -> str:
        if rate.rate is None or rate.low is None or rate.high is None:
            return ""
        said = self.tr("{rate}%, likely {low}–{high}%")
        return said.format(rate=round(100 * rate.rate), low=round(100 * rate.low), high=round(100 * rate.high))


def headline(found: Dossier, around: Surroundings) -> str:
    """Return who a lead is, in the line below its name."""
    value = ""
    if found.lead.value is not None:
        currency = found.lead.currency or around.context.info.currency
        value = around.words.money(Decimal(found.lead.value), currency)
    return " · ".join(part for part in (found.job_title, found.company, found.city, found.company_size, value) if part)
