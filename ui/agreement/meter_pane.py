"""Lead or not? Leads of the week to vote on, blind; beside them how far the teams agree and what splits them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.agreement.meter import Card, Meter
from ui.around import Surroundings
from ui.theme import Theme, font
from ui.widgets.charts import LineChart, LineData, Point, Tick
from ui.widgets.scrolling import scrolled
from ui.widgets.wrapping import wrapping

YES_KEYS, NO_KEYS = "Ctrl+Shift+Y", "Ctrl+Shift+X"


def fact_name(name: str) -> str:
    """Return what a fact about a lead is called."""
    return {
        "company.industry": QCoreApplication.translate("MeterPane", "Industry"),
        "company.size": QCoreApplication.translate("MeterPane", "Company size"),
        "company.country": QCoreApplication.translate("MeterPane", "Country"),
        "contact.job_title": QCoreApplication.translate("MeterPane", "Role"),
        "contact.city": QCoreApplication.translate("MeterPane", "City"),
        "lead.source": QCoreApplication.translate("MeterPane", "Source"),
        "lead.value": QCoreApplication.translate("MeterPane", "Value"),
        "lead.tags": QCoreApplication.translate("MeterPane", "Tags"),
    }[name]


def _decimal(value: float, around: Surroundings) -> str:
    return around.words.paper.number(Decimal(value), 2)


def _card(parent: QWidget) -> tuple[QFrame, QVBoxLayout]:
    frame = QFrame(parent)
    frame.setObjectName("card")
    inner = QVBoxLayout(frame)
    inner.setContentsMargins(18, 14, 18, 14)
    inner.setSpacing(8)
    return frame, inner


class VoteBox(QWidget):
    """One lead at a time, two buttons of one look, and which clause spoke against it."""

    voted = Signal(int, bool, str)  # poll, yes or no, the clause's key
    skipped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.card: Card | None = None
        self.progress = QLabel(self)
        self.progress.setFont(font(14, 600))
        frame, inner = _card(self)
        self._frame = frame
        self.title = QLabel(frame)
        self.title.setFont(font(20, 600))
        self.hidden = wrapping(
            frame, font(13), self.tr("Names and owners are hidden until both have voted"), name="muted"
        )
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(24)
        self._facts.setVerticalSpacing(10)
        self._facts.setColumnStretch(0, 1)
        self._facts.setColumnStretch(1, 1)
        self.words_title = QLabel(self.tr("In their own words"), frame)
        self.words_title.setObjectName("muted")
        self.words = wrapping(frame, font(14))
        for widget in (self.title, self.hidden):
            inner.addWidget(widget)
        inner.addSpacing(6)
        inner.addLayout(self._facts)
        inner.addSpacing(6)
        inner.addWidget(self.words_title)
        inner.addWidget(self.words)
        self.question = wrapping(self, font(15, 600), self.tr("Would you hand this lead to sales today?"))
        self._make_buttons()
        self._lay_out()

    def _make_buttons(self) -> None:
        # Alike in every way: nothing is to nudge.
        self.yes = QPushButton(self.tr("It’s a lead"), self)
        self.no = QPushButton(self.tr("Not a lead yet"), self)
        for button, keys in ((self.yes, YES_KEYS), (self.no, NO_KEYS)):
            button.setObjectName("tile")
            button.setFont(font(15, 600))
            named = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(named)
            button.setAccessibleDescription(named)
        self.clause = QComboBox(self)
        self.clause.setAccessibleName(self.tr("What speaks against it"))
        self.skip = QPushButton(self.tr("I know this lead, skip it"), self)
        self.skip.setObjectName("flat")
        self.note = wrapping(self, font(12), name="muted")
        self.yes.clicked.connect(lambda: self.vote(is_lead=True))
        self.no.clicked.connect(lambda: self.vote(is_lead=False))
        self.skip.clicked.connect(self._skip)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.yes, 1)
        buttons.addWidget(self.no, 1)
        against = QHBoxLayout()
        against.addWidget(self.clause, 1)
        against.addWidget(self.skip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self.progress, self._frame, self.question):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        layout.addLayout(against)
        layout.addWidget(self.note)

    def show_cards(self, cards: Sequence[Card], clauses: Mapping[str, str], around: Surroundings) -> None:
        """Show the next lead that waits for my vote; `clauses` are the definition's, in words by their keys."""
        mine = [one for one in cards if one.my_team is not None]
        waiting = [one for one in mine if one.mine is None and not one.is_settled]
        self.card = waiting[0] if waiting else None
        number = around.words.number
        parts = (self._frame, self.question, self.yes, self.no, self.clause, self.skip)
        for part in parts:
            part.setVisible(self.card is not None)
        if not mine:
            self.progress.setText(self.tr("You are asked about no lead this week"))
            self.note.setText(
                self.tr("Each week five leads go to one person of each team. This week it is others’ turn.")
            )
            return
        done = len(mine) - len(waiting)
        if self.card is None:
            self.progress.setText(self.tr("All {n} of this week are judged").format(n=number(len(mine))))
            self.note.setText(self.tr("Your answers stay hidden until your partner in the other team has voted too."))
            return
        self.progress.setText(self.tr("{n} of {all} this week").format(n=number(done + 1), all=number(len(mine))))
        self.note.setText(self.tr("Your answer stays hidden until your partner in the other team has voted too."))
        self.title.setText(self.tr("Lead {letter}").format(letter=self.card.letter))
        self._frame.setAccessibleName(self.title.text())
        self._show_facts(self.card, around)
        self.words.setText(f"“{self.card.words}”")
        for label in (self.words_title, self.words):
            label.setVisible(bool(self.card.words))
        self.clause.clear()
        self.clause.addItem(self.tr("What speaks against it? (nothing in particular)"), "")
        for key, words in clauses.items():
            self.clause.addItem(words, key)

    def _show_facts(self, card: Card, around: Surroundings) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, (name, plain) in enumerate(card.facts):
            value = plain
            if name == "lead.value":
                amount, currency = plain.split(" ", 1)
                value = around.words.money(Decimal(amount), currency)
            box = QWidget(self._frame)
            inner = QVBoxLayout(box)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(0)
            inner.addWidget(wrapping(box, font(12), fact_name(name), name="muted"))
            inner.addWidget(wrapping(box, font(13, 600), value))
            self._facts.addWidget(box, place // 2, place % 2)

    def vote(self, *, is_lead: bool) -> None:
        """Say what one thinks of the lead in sight."""
        if self.card is not None:
            card, self.card = self.card, None  # a second click finds nothing to vote on
            self.voted.emit(card.poll_id, is_lead, "" if is_lead else self.clause.currentData() or "")

    def _skip(self) -> None:
        if self.card is not None:
            card, self.card = self.card, None
            self.skipped.emit(card.poll_id)


class MeterPane(QWidget):
    """The vote and the meter."""

    voted = Signal(int, bool, str)
    skipped = Signal(int)
    lead_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.box = VoteBox(theme, self)
        self.box.voted.connect(self.voted)
        self.box.skipped.connect(self.skipped)
        self._earlier, self._earlier_inner = _card(self)
        self._agree, inner = _card(self)
        title = QLabel(self.tr("How well the teams agree"), self._agree)
        title.setFont(font(14, 600))
        self.about = wrapping(self._agree, font(12), name="muted")
        self.line = LineChart(theme, title.text(), self._agree)
        self.line.setMinimumHeight(200)
        self.range = wrapping(self._agree, font(12), name="muted")
        for widget in (title, self.about, self.line, self.range):
            inner.addWidget(widget)
        self._last, self._last_inner = _card(self)
        self._splits, self._splits_inner = _card(self)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget(self)
        inner.setObjectName("columns")
        row = QHBoxLayout(inner)
        row.setContentsMargins(20, 4, 20, 16)
        row.setSpacing(14)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, widgets in ((left, (self.box, self._earlier)), (right, (self._agree, self._last, self._splits))):
            column.setSpacing(12)
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
        row.addLayout(left, 6)
        row.addLayout(right, 5)
        scroll = scrolled(inner, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def show_meter(self, cards: Sequence[Card], meter: Meter, clauses: Mapping[str, str], around: Surroundings) -> None:
        """Show this week's leads and how far the teams agree."""
        self.box.show_cards(cards, clauses, around)
        self._show_earlier([one for one in cards if one.is_settled], clauses)
        self._show_trend(meter, around)
        self._show_last(meter, around)
        self._show_splits(meter, clauses, around)

    @staticmethod
    def _emptied(layout: QVBoxLayout) -> None:
        while (item := layout.takeAt(0)) is not None:
            widget, inner = item.widget(), item.layout()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
            elif isinstance(inner, QHBoxLayout):
                while (part := inner.takeAt(0)) is not None:
                    if (one := part.widget()) is not None:
                        one.hide()
                        one.deleteLater()

    def _show_earlier(self, settled: Sequence[Card], clauses: Mapping[str, str]) -> None:
        self._emptied(self._earlier_inner)
        self._earlier.setVisible(bool(settled))
        self._earlier_inner.addWidget(wrapping(self._earlier, font(13, 600), self.tr("Judged by both this week")))
        for one in settled:
            line = QPushButton(self._earlier)
            line.setObjectName("line")
            verdict = self.tr("same view")
            if one.marketing != one.sales:
                named = [clauses.get(key, key) for key in one.clauses]
                verdict = self.tr("split on {clause}").format(clause=named[0]) if named else self.tr("split")
            line.setText(
                self.tr("{name} · marketing: {marketing}, sales: {sales} · {verdict}").format(
                    name=one.name, marketing=self._said(one.marketing), sales=self._said(one.sales), verdict=verdict
                )
            )
            line.setAccessibleName(line.text())
            line.clicked.connect(lambda _=False, number=one.lead_id: self.lead_asked.emit(number))
            self._earlier_inner.addWidget(line)

    def _said(self, vote: bool | None) -> str:
        return self.tr("a lead") if vote else self.tr("not yet")

    def _show_trend(self, meter: Meter, around: Surroundings) -> None:
        paper, year = around.words.paper, around.now.year
        last = paper.day_short(meter.last_week, year)
        self.about.setText(
            self.tr("Agreement beyond chance (Cohen’s kappa), four weeks to that of {day}").format(day=last)
        )
        values = [kappa.value for _, _, kappa in meter.trend]
        known = [place for place, value in enumerate(values) if value is not None]
        told = {*known[:1], *known[-1:]}  # the words of all of them would meet in a narrow window
        points = tuple(
            Point(
                None if value is None else min(1.0, max(0.0, value)),
                _decimal(value, around) if value is not None and place in told else "",
                paper.day_short(week, year),
            )
            for place, ((week, _, _), value) in enumerate(zip(meter.trend, values, strict=True))
        )
        ticks = (
            Tick(0.0, self.tr("chance")),
            Tick(0.4, self.tr("fair")),
            Tick(0.6, self.tr("good")),
            Tick(1.0, self.tr("one view")),
        )
        self.line.setVisible(bool(known))
        spoken = "; ".join(f"{points[place].label}: {_decimal(values[place] or 0.0, around)}" for place in known)
        self.line.show_line(LineData(points, ticks, token="accent"), spoken)  # noqa: S106 - a colour's name
        cases = around.words.number(meter.votes.cases)
        if meter.kappa.low is None or meter.kappa.high is None:
            self.range.setText(
                self.tr("Only {n} leads judged by both: too few to say more than how many.").format(n=cases)
            )
        else:
            self.range.setText(
                self.tr("{n} leads: the true value is likely between {low} and {high}.").format(
                    n=cases, low=_decimal(meter.kappa.low, around), high=_decimal(meter.kappa.high, around)
                )
            )

    def _show_last(self, meter: Meter, around: Surroundings) -> None:
        self._emptied(self._last_inner)
        votes, number = meter.votes, around.words.number
        self._last_inner.addWidget(wrapping(self._last, font(13, 600), self.tr("The last %n leads", None, votes.cases)))
        same = self.tr("same view on {n} of {all}").format(n=number(votes.same), all=number(votes.cases))
        self._last_inner.addWidget(wrapping(self._last, font(12), same, name="muted"))
        row = QHBoxLayout()
        row.setSpacing(2)
        for count, words in (
            (votes.both, self.tr("both: a lead")),
            (votes.neither, self.tr("both: not yet")),
            (votes.only_marketing, self.tr("only marketing")),
            (votes.only_sales, self.tr("only sales")),
        ):
            label = wrapping(self._last, font(12), f"{number(count)}\n{words}")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row.addWidget(label, 1)
        self._last_inner.addLayout(row)

    def _show_splits(self, meter: Meter, clauses: Mapping[str, str], around: Surroundings) -> None:
        self._emptied(self._splits_inner)
        self._splits.setVisible(bool(meter.splits))
        title = self.tr("Where the %n splits come from", None, meter.votes.split)
        self._splits_inner.addWidget(wrapping(self._splits, font(13, 600), title))
        number = around.words.number
        for one in meter.splits:
            name = clauses.get(one.key, one.key) or self.tr("No clause was named")
            told = self.tr("{n} of {all}").format(n=number(one.count), all=number(meter.votes.split))
            whose = self.tr("Marketing takes them, sales does not")
            if one.only_sales > one.only_marketing:
                whose = self.tr("Sales takes them, marketing does not")
            self._splits_inner.addWidget(wrapping(self._splits, font(13, 600), f"{name} · {told}"))
            self._splits_inner.addWidget(wrapping(self._splits, font(12), whose, name="muted"))
