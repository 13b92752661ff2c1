"""The ledger: both teams' promises side by side, the same weight and the same red on either side."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.agreement.ledger import Kept, Ledger, Side
from ui.agreement import promise_words as said
from ui.agreement.ledger_card import PromiseCard, SideHead
from ui.around import Surroundings
from ui.theme import Theme, font
from ui.widgets.scrolling import scrolled
from ui.widgets.wrapping import wrapping

_MOST_CARRIED = 6


class LedgerPane(QWidget):
    """The ledger that it is given; every figure asks for the leads behind it."""

    leads_asked = Signal(object)  # ids of leads
    lead_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.ledger: Ledger | None = None
        self.cards: list[PromiseCard] = []
        self.heads: list[SideHead] = []
        self.empty = wrapping(self, font(14), name="muted")
        self.foot = wrapping(self, font(12), name="faint")
        self.foot.setText(
            self.tr(
                "Kept share = kept ÷ (kept + overdue). Not due, paused, forgiven and volumes are left out. "
                "Any number opens the leads behind it."
            )
        )
        self._inner = QWidget(self)
        self._inner.setObjectName("columns")
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        holder = QVBoxLayout(self._inner)
        holder.setContentsMargins(20, 4, 20, 16)
        holder.setSpacing(12)
        holder.addWidget(self.empty)
        holder.addLayout(self._grid)
        holder.addWidget(self.foot)
        holder.addStretch(1)
        scroll = scrolled(self._inner, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def show_ledger(self, ledger: Ledger, around: Surroundings) -> None:
        """Show a ledger."""
        self.ledger = ledger
        self._clear()
        nothing = self.tr(
            "Nothing is owed yet. Once both teams have signed an agreement, what they promised stands here."
        )
        if ledger.is_past:
            nothing = self.tr("Nothing was owed then: the teams had signed no agreement.")
        self.empty.setText(nothing)
        self.empty.setVisible(ledger.version is None)
        self.foot.setVisible(ledger.version is not None)
        if ledger.version is None:
            return
        for column, side in enumerate(ledger.sides):
            head = SideHead(self._theme, said.side(side), self)
            head.show_side(side, around)
            head.opened.connect(partial(self._open_side, side))
            self.heads.append(head)
            self._grid.addWidget(head, 0, column)
            for row, kept in enumerate(side.promises, start=1):
                card = PromiseCard(self._theme, kept, around, self, is_past=ledger.is_past)
                card.opened.connect(partial(self._open, kept))
                self.cards.append(card)
                self._grid.addWidget(card, row, column)
        last = max(len(side.promises) for side in ledger.sides) + 1
        for column, side in enumerate(ledger.sides):
            box = self._carried(side, around, ledger)
            if box is not None:
                self._grid.addWidget(box, last, column, Qt.AlignmentFlag.AlignTop)

    def _clear(self) -> None:
        self.cards, self.heads = [], []
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _carried(self, side: Side, around: Surroundings, ledger: Ledger) -> QFrame | None:
        """Return the box of what is still owed of before, and of what a meeting forgave."""
        box = QFrame(self)
        box.setObjectName("card")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.setSpacing(4)
        head = QHBoxLayout()
        title = QLabel(self.tr("Carried over"), box)
        title.setFont(font(13, 600))
        count = sum(len(kept.carried) + bool(kept.short_before) for kept in side.promises)
        open_ = QLabel(self.tr("{n} open").format(n=around.words.number(count)), box)
        open_.setObjectName("muted")
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(open_)
        inner.addLayout(head)
        shown = 0
        for kept in side.promises:
            if kept.short_before:
                missing = self.tr("{promise}: %n leads missing from the period before", None, kept.short_before)
                inner.addWidget(wrapping(box, font(13), missing.format(promise=said.promise(kept.terms, around.words))))
            for case in kept.carried[: max(0, _MOST_CARRIED - shown)]:
                shown += 1
                line = QPushButton(box)
                line.setObjectName("line")
                age = around.words.days(max(0, (ledger.as_of - case.began).days))
                line.setText(f"{said.carried(case, kept.terms, around)} · {age}")
                line.setAccessibleName(line.text())
                line.clicked.connect(partial(self.lead_asked.emit, case.lead_id))
                inner.addWidget(line)
            for pardon in kept.pardons:
                by = around.context.members.get(pardon.member_id)
                words = self.tr("Forgiven by {who}: {note}")
                if pardon.meeting_at is not None:
                    words = self.tr("Forgiven in the meeting of {day} by {who}: {note}")
                told = words.format(
                    day="" if pardon.meeting_at is None else around.words.day(pardon.meeting_at, around.now),
                    who=by.name if by else "–",
                    note=pardon.note or said.promise(kept.terms, around.words),
                )
                inner.addWidget(wrapping(box, font(13), told, name="muted"))
        if count == 0 and not any(kept.pardons for kept in side.promises):
            inner.addWidget(wrapping(box, font(13), self.tr("Nothing from before is open."), name="muted"))
        return box

    def _open(self, kept: Kept, name: str) -> None:
        if kept.is_volume:
            self.leads_asked.emit(kept.ids)
        else:
            self.leads_asked.emit(tuple(dict.fromkeys(one.lead_id for one in kept.cases if one.state == name)))

    def _open_side(self, side: Side, name: str) -> None:
        cases = (one for kept in side.promises for one in kept.cases)
        self.leads_asked.emit(tuple(dict.fromkeys(one.lead_id for one in cases if one.state == name)))
