"""One part of the agreement, line by line, edited where it stands."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QWidget,
)

from app.agreement import conditions
from app.agreement.checking import RECEIVING
from app.agreement.counts import Counts
from app.agreement.terms import DEFINED, ClauseTerms, Milestone, PlayTerms, PromiseTerms, Terms
from app.handoffs.routing import receives
from ui.agreement import terms_words as said
from ui.agreement.clause_chips import ClauseChips
from ui.agreement.examples import WHOLE, ExampleButtons
from ui.agreement.found_card import FoundCard
from ui.agreement.part_lines import PartLines
from ui.agreement.route_rules import RouteRules
from ui.around import Surroundings
from ui.theme import Theme, font
from ui.widgets.spinning import padded
from ui.widgets.tinted import tint
from ui.widgets.wrapping import wrapping

_MOST = 1_000
_WIDE = 560  # from this width on, points stand beside the chips


class PartPane(PartLines):
    """A part: a definition, or one of the others. The conditions of a definition are chips, or text to write."""

    chip_opened = Signal(object, int)  # the clause, None for a new one, and the place of its condition
    chip_removed = Signal(object, int)
    text_wanted = Signal(bool)

    def __init__(
        self,
        name: str,
        terms: Terms,
        around: Surroundings,
        theme: Theme,
        parent: QWidget,
        *,
        base: Terms | None = None,
        as_text: bool = False,
    ) -> None:
        super().__init__(terms, around, theme, parent)
        self.name, self._base, self._as_text = name, base, as_text
        self._wide = not as_text and parent.width() >= _WIDE
        self._counts: dict[str, QLabel] = {}
        self.examples = ExampleButtons(self)
        self.chips: dict[str, ClauseChips] = {}
        self.text_button: QPushButton | None = None
        self.add_button: QPushButton | None = None
        title = QLabel(said.part_names()[name], self)
        title.setFont(font(16, 600))
        hint = wrapping(self, font(13), name="muted")
        hint.setText(said.part_hints()[name])
        self.found = FoundCard(theme, self)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        if name in DEFINED:
            head.addWidget(self._text_switch())
        self.body.addLayout(head)
        for widget in (hint, self.found):
            self.body.addWidget(widget)
        build = {"play": self._plays, "rule": self._rule, "promise": self._promises, "review": self._review}
        build.get(name, self._definition)()
        self.body.addStretch(1)

    # Definitions

    def _text_switch(self) -> QPushButton:
        button = self.text_button = QPushButton(self.tr("Show as text"), self)
        button.setObjectName("flat")
        button.setCheckable(True)
        button.setChecked(self._as_text)
        button.setText(self.tr("Show as chips") if self._as_text else self.tr("Show as text"))
        button.toggled.connect(self.text_wanted)
        return button

    def _definition(self) -> None:
        milestone: Milestone = next(one for one in DEFINED if one == self.name)
        clauses = self._terms.definition(milestone)
        examples = self.examples.add(WHOLE, said.part_names()[self.name], self)
        self.body.addWidget(examples, 0, Qt.AlignmentFlag.AlignLeft)
        self._title(self.tr("Must all be true"))
        for one in clauses:
            if one.points is None:
                self._clause(one)
        needed = self._number(f"{milestone}_points", self._terms.needed(milestone), self.tr("none"))
        self._say_number(self.tr("Adds up to a score of"), needed)
        if milestone == "mql" or any(one.fades for one in clauses):
            halving = self._number("halving_days", self._terms.halving_days, self.tr("never"))
            self._say_number(self.tr("Fading points halve every"), halving, self.tr("days"))
        for one in clauses:
            if one.points is not None:
                self._clause(one)
        if self._as_text:
            self._add_line(self.tr("Add a condition, as in country:Spain"), self._new_clause)
            return
        button = self.add_button = QPushButton(" " + self.tr("Add a condition"), self)
        button.setAccessibleName(self.tr("Add a condition"))
        button.setObjectName("flat")
        tint(button, self._theme, "plus", "accent_text")
        button.setVisible(self._terms.is_draft)
        button.clicked.connect(lambda: self.chip_opened.emit(None, 0))
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def _say_number(self, before: str, box: QSpinBox, after: str = "") -> None:
        row = QHBoxLayout()
        title = QLabel(before, self)
        title.setFont(font(13, 600))
        title.setBuddy(box)
        row.addWidget(title)
        row.addWidget(box)
        row.addWidget(QLabel(after, self))
        row.addStretch(1)
        self.body.addLayout(row)

    def _clause(self, one: ClauseTerms) -> None:
        row, under = self._rows()
        words = said.clause_words(one, self._around.words.paper)
        shown, label = (self._lines if self._as_text else self._chips)(one)
        count = QLabel(self)
        count.setObjectName("muted")
        count.setMinimumWidth(48)
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._counts[one.key] = count
        points = padded(QSpinBox(self))
        points.setRange(0, _MOST)
        points.setPrefix("+")
        points.setSpecialValueText(self.tr("Required"))
        points.setValue(one.points or 0)
        points.setAccessibleName(self.tr("Points for {condition}").format(condition=words))
        points.setKeyboardTracking(False)
        points.valueChanged.connect(lambda value: self._say_part("clause", one, "points", value or None))
        self._keep(f"{one.key}.points", points)
        fades = QCheckBox(self.tr("fades"), self)
        fades.setAccessibleName(self.tr("Points for {condition} fade").format(condition=words))
        fades.setChecked(one.fades)
        fades.setVisible(one.points is not None)
        fades.toggled.connect(lambda on: self._say_part("clause", one, "fades", on))
        self._keep(f"{one.key}.fades", fades)
        points.setFixedWidth(124)
        row.addWidget(shown, 1)
        badge = self._badge(one)
        if badge is not None:
            row.addWidget(badge)
        row.addWidget(count)
        for widget in (fades, points) if self._wide else (points, fades):
            (row if self._wide else under).addWidget(widget)
        row.addWidget(self._bin("clause", one.id, words))
        under.insertWidget(0, label, 1)
        under.insertWidget(1, self.examples.add(one.key, words, self))
        label.setVisible(self._as_text or bool(one.label))

    def _lines(self, one: ClauseTerms) -> tuple[QWidget, QWidget]:
        query = self._line(f"{one.key}.query", one.query, self.tr("Condition"), "clause", one.id, "query")
        query.setFont(font(13, 600))
        return query, self._line(f"{one.key}.label", one.label, self.tr("In your own words"), "clause", one.id, "label")

    def _chips(self, one: ClauseTerms) -> tuple[QWidget, QWidget]:
        found = conditions.parts(one.query, self._around.words.paper)
        chips = self.chips[one.key] = ClauseChips(found, self._theme, self, edited=self._terms.is_draft)
        chips.opened.connect(partial(self.chip_opened.emit, one))
        chips.removed.connect(partial(self.chip_removed.emit, one))
        for place, chip in enumerate(chips.chips):
            self.boxes[f"{one.key}.chip.{place}"] = chip.label
        return chips, wrapping(self, font(12), one.label, name="muted")

    def chip(self, clause: ClauseTerms | None, place: int) -> QWidget:
        """Return what was pressed for a condition; for a new clause, the button that adds one."""
        if clause is None:
            return self.add_button or self
        chips = self.chips[clause.key]
        last = chips if chips.add is None else chips.add.label
        return chips.chips[place].label if place < len(chips.chips) else last

    def _badge(self, one: ClauseTerms) -> QLabel | None:
        """Return what a clause of a draft is beside the version in force: new, or changed."""
        if self._base is None or not self._terms.is_draft:
            return None
        was = {each.key: each for each in self._base.clauses}.get(one.key)
        if was is not None and (was.query, was.points, was.fades) == (one.query, one.points, one.fades):
            return None
        badge = QLabel(self.tr("New") if was is None else self.tr("Changed"), self)
        badge.setObjectName("clausebadge")
        badge.setFixedHeight(22)
        badge.setProperty("tone", "good" if was is None else "warn")
        return badge

    def _new_clause(self, text: str) -> None:
        self.added.emit("clause", {"milestone": self.name, "query": text})

    def show_counts(self, counts: Counts) -> None:
        """Show how many leads each clause finds, and the whole of it."""
        number = self._around.words.paper.number
        for key, label in self._counts.items():
            found = counts.clauses.get(key)
            label.setText("" if found is None else number(found.leads))
            if found is None and key in counts.broken:
                label.setText("!")
                label.setToolTip(counts.broken[key])
        self.found.show_counts(counts, self._around)

    # What we do

    def _plays(self) -> None:
        for one in self._terms.plays:
            self._play(one)
        self._add_line(self.tr("Add what is to be done, as in First call"), self._new_play)

    def _play(self, one: PlayTerms) -> None:
        row, under = self._rows()
        row.addWidget(self._line(f"{one.key}.title", one.title, self.tr("What is done"), "play", one.id, "title"), 1)
        row.addWidget(self._bin("play", one.id, one.title))
        stages = {0: self.tr("a lead comes in")} | {
            stage.id: self.tr("it enters {stage}").format(stage=stage.name)
            for stage in self._around.context.board()
            if stage.kind in {"open", "handoff"}
        }
        when = self._choice(f"{one.key}.stage", stages, one.stage_id or 0, self.tr("When"))
        when.activated.connect(lambda: self._say_part("play", one, "stage_id", when.currentData() or None))
        doer = self._choice(f"{one.key}.doer", said.choices("doer"), one.doer, self.tr("Who does it"))
        doer.activated.connect(lambda: self._say_part("play", one, "doer", doer.currentData()))
        hours = self._hours(f"{one.key}.hours", one.within_minutes)
        hours.valueChanged.connect(lambda value: self._say_part("play", one, "within_minutes", value * said.HOUR))
        for widget in (when, hours, doer):
            under.addWidget(widget)
        under.addStretch(1)

    def _new_play(self, text: str) -> None:
        self.added.emit("play", {"title": text, "within_minutes": 8 * said.HOUR, "doer": "owner"})

    # When it passes

    def _rule(self) -> None:
        terms, context = self._terms, self._around.context
        # Who stands there already stays in sight, so that it can be seen and taken out.
        named = {terms.route_member_id, *terms.route_members, *(one.member_id for one in terms.route_rules)}
        able = [one for one in context.members.values() if one.active and (receives(one, RECEIVING) or one.id in named)]
        members = {one.id: one.name for one in able}
        route = self._choice("route", said.choices("route"), terms.route, said.term_name("route"))
        route.activated.connect(lambda: self._say_term("route", route.currentData()))
        person = self._choice("route_member_id", {0: "–"} | members, terms.route_member_id or 0, self.tr("The person"))
        person.activated.connect(lambda: self._say_term("route_member_id", person.currentData() or None))
        turn = QListWidget(self)
        turn.setObjectName("choosing")
        turn.setAccessibleName(said.term_name("route_members"))
        for number, name in members.items():
            item = QListWidgetItem(name, turn)
            item.setData(Qt.ItemDataRole.UserRole, number)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if number in terms.route_members else Qt.CheckState.Unchecked)
        turn.setMaximumHeight(150)
        turn.itemChanged.connect(lambda _: self._say_term("route_members", _ticked(turn)))
        self._keep("route_members", turn)
        hours = self._hours("answer", terms.answer_minutes)
        hours.valueChanged.connect(lambda value: self._say_term("answer_minutes", value * said.HOUR))
        silence = self._choice("on_silence", said.choices("on_silence"), terms.on_silence, said.term_name("on_silence"))
        silence.activated.connect(lambda: self._say_term("on_silence", silence.currentData()))
        capacity = self._number("capacity", terms.capacity, self.tr("as many as come"))
        lines: list[tuple[str, QWidget, bool]] = [
            (said.term_name("route"), route, True),
            (said.term_name("route_member_id"), person, terms.route == "person"),
            (said.term_name("route_members"), turn, terms.route == "turn"),
            (said.term_name("capacity"), capacity, True),
            (said.term_name("answer_minutes"), hours, True),
            (said.term_name("on_silence"), silence, True),
        ]
        self._form(lines)
        self._title(said.term_name("route_rules"))
        rules = RouteRules(terms.route_rules, members, self._theme, self, edited=terms.is_draft)
        rules.wanted.connect(lambda found: self._say_term("route_rules", found))
        self.boxes |= rules.lines
        self.body.addWidget(rules)

    # What we owe each other

    def _promises(self) -> None:
        for team, name in said.choices("team").items():
            self._title(self.tr("{team} promises").format(team=name))
            for one in self._terms.promises:
                if one.team == team:
                    self._promise(one)
            metrics = ("volume", "complete") if team == "marketing" else ("answers", "attempts", "returns", "reasons")
            known = {one.metric for one in self._terms.promises if one.team == team}
            self._offer(team, [one for one in metrics if one not in known])

    def _promise(self, one: PromiseTerms) -> None:
        above, row = self._rows()
        title = QLabel(one.title or said.choices("metric")[one.metric], self)
        title.setFont(font(13, 600))
        above.addWidget(title, 1)
        above.addWidget(self._bin("promise", one.id, title.text()))
        if one.amount is not None:
            amount = self._spin(f"{one.key}.amount", one.amount, self.tr("Amount"))
            amount.valueChanged.connect(lambda value: self._say_part("promise", one, "amount", value))
            row.addWidget(amount)
        if one.within_minutes is not None:
            hours = self._hours(f"{one.key}.hours", one.within_minutes)
            hours.valueChanged.connect(
                lambda value: self._say_part("promise", one, "within_minutes", value * said.HOUR)
            )
            row.addWidget(hours)
        if one.goal_percent is not None:
            share = self._spin(f"{one.key}.percent", one.goal_percent, self.tr("Share"), 100)
            share.setSuffix(self.tr(" % of them"))
            share.valueChanged.connect(lambda value: self._say_part("promise", one, "goal_percent", value))
            row.addWidget(share)
        period = self._choice(f"{one.key}.period", said.choices("period"), one.period, self.tr("Period"))
        period.activated.connect(lambda: self._say_part("promise", one, "period", period.currentData()))
        row.addWidget(period)
        row.addStretch(1)

    def _offer(self, team: str, metrics: Sequence[str]) -> None:
        if not metrics or not self._terms.is_draft:
            return
        row = QHBoxLayout()
        for metric in metrics:
            button = QPushButton(f"+ {said.choices('metric')[metric]}", self)
            button.setObjectName("flat")
            button.clicked.connect(partial(self._new_promise, team, metric))
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _new_promise(self, team: str, metric: str) -> None:
        values: dict[str, Any] = {"team": team, "metric": metric, "period": "month"}
        own: dict[str, dict[str, Any]] = {
            "volume": {"amount": 20, "milestone": "mql"},
            "complete": {"query": "has:company has:phone", "goal_percent": 90},
            "answers": {"within_minutes": 8 * said.HOUR, "goal_percent": 90},
            "attempts": {"amount": 3, "within_minutes": 40 * said.HOUR, "goal_percent": 90},
            "returns": {"within_minutes": 40 * said.HOUR, "goal_percent": 90},
            "reasons": {"goal_percent": 95},
        }
        self.added.emit("promise", values | own[metric])

    # When we review

    def _review(self) -> None:
        months = self._number("review_months", self._terms.review_months, self.tr("not settled"))
        day = QDateEdit(self)
        day.setCalendarPopup(True)
        day.setAccessibleName(said.term_name("review_on"))
        on = self._terms.review_on or self._around.now.date()
        day.setDate(QDate(on.year, on.month, on.day))
        day.setKeyboardTracking(False)
        day.dateChanged.connect(lambda found: self._say_term("review_on", found.toPython()))
        self._keep("review_on", day)
        self._form([(said.term_name("review_months"), months, True), (said.term_name("review_on"), day, True)])


def _ticked(turn: QListWidget) -> list[int]:
    items = (turn.item(row) for row in range(turn.count()))
    return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]
