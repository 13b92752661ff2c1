"""Asking before leads are won or lost: the form beside their stage, and the cards where they would land.

Nothing is moved until it is answered. What was typed stays for the next time, also when the save is refused.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from app.context import StageRow
from ui.around import Surroundings
from ui.leads.ask import Answer, Ask, Asked, values_of
from ui.leads.card_list import CardList
from ui.leads.gate import GateForm, Typed
from ui.painting import NORMAL_STRONG, Brush
from ui.theme import Theme

_NEVER_MORE = 50
"""Drafts that are kept."""


class Asking(QObject):
    """Shows the form over a page and keeps what was typed."""

    ended = Signal()

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme, self._over = theme, over
        self._drafts: dict[tuple[int, ...], Answer] = {}
        self.form: Ask | None = None
        self.gate: GateForm | None = None
        self._typed: dict[int, Typed] = {}

    @property
    def is_open(self) -> bool:
        """Whether something is being asked."""
        return self.form is not None or self.gate is not None

    def ask(
        self,
        asked: Asked,
        stage: StageRow,
        around: Surroundings,
        target: Callable[[], QRect],
        go: Callable[[Answer, dict[str, Any]], None],
        decorate: Callable[[QPainter, QWidget], None] | None = None,
    ) -> None:
        """Ask beside `target` (on the screen); `go` is called with the answer and the fields that it sets."""
        self.put_away()
        form = Ask(asked, stage, around, self._theme, self._over, self._drafts.get(asked.leads))
        self.form = form
        form.answered.connect(partial(self._answered, form, go))
        form.put_away.connect(self.put_away)
        form.open_beside(target, decorate)
        form.begin()

    def ask_gate(
        self,
        facts: Mapping[str, Any],
        stage: StageRow,
        around: Surroundings,
        target: Callable[[], QRect],
        go: Callable[[Typed], None],
        decorate: Callable[[QPainter, QWidget], None] | None = None,
    ) -> None:
        """Ask beside `target` for what the agreement misses; `go` is called with what was typed."""
        self.put_away()
        typed = self._typed.get(int(facts["lead_id"]), Typed())
        form = self.gate = GateForm(facts, stage, around, self._theme, self._over, typed)
        form.answered.connect(partial(self._passed, form, go))
        form.put_away.connect(self.put_away)
        form.open_beside(target, decorate)
        form.begin()

    def _passed(self, form: GateForm, go: Callable[[Typed], None], typed: Typed) -> None:
        if form is self.gate:
            self._end_gate()
            self.ended.emit()
            go(typed)

    def _end_gate(self) -> None:
        form, self.gate = self.gate, None
        if form is not None:
            self._typed[form.lead_id] = form.typed
            while len(self._typed) > _NEVER_MORE:
                self._typed.pop(next(iter(self._typed)))
            form.end()

    def put_away(self) -> None:
        """Leave the leads where they are; what was typed is kept."""
        if self.gate is not None:
            self._end_gate()
            self.ended.emit()
        form, self.form = self.form, None
        if form is not None:
            self._keep(form.asked.leads, form.draft)
            form.end()
            self.ended.emit()

    def forget(self, leads: Sequence[int]) -> None:
        """Let go of what was typed about leads that have moved."""
        self._drafts.pop(tuple(leads), None)
        for lead in leads:
            self._typed.pop(lead, None)

    def _answered(self, form: Ask, go: Callable[[Answer, dict[str, Any]], None], answer: Answer) -> None:
        if form is not self.form:
            return
        self._keep(form.asked.leads, form.draft)
        self.form = None
        form.end()
        self.ended.emit()
        go(answer, values_of(answer, form.asked, form.stage))

    def _keep(self, leads: tuple[int, ...], draft: Answer) -> None:
        if draft != Answer():
            self._drafts[leads] = draft
            while len(self._drafts) > _NEVER_MORE:
                self._drafts.pop(next(iter(self._drafts)))


class Landing:
    """Paints where cards would land, and where Esc puts them back."""

    def __init__(
        self, theme: Theme, cards: CardList, row: int, picture: QPixmap, homes: Callable[[], list[QRect]], words: str
    ) -> None:
        self._theme, self._cards, self._row = theme, cards, row
        self._picture, self._homes, self._words = picture, homes, words
        self._below = cards.viewport().grab()

    def __call__(self, painter: QPainter, veil: QWidget) -> None:
        """Paint it on the veil."""
        slot = _local(veil, self._cards.place_of(self._row))
        view = self._cards.viewport()
        area = _local(veil, QRect(view.mapToGlobal(QPoint()), view.size()))
        ratio = self._below.devicePixelRatio()
        top = max(0, slot.top() - area.top())
        if self._cards.model().rowCount() > self._row:
            # The cards below make room, as they will when the lead has moved.
            kept = QRect(0, round(top * ratio), self._below.width(), self._below.height())
            painter.save()
            painter.setClipRect(area)
            painter.fillRect(QRect(area.left(), area.top() + top, area.width(), area.height()), self._ground())
            painter.drawPixmap(QPoint(area.left(), slot.bottom() + 1), self._below.copy(kept))
            painter.restore()
        for home in self._homes():
            self._home(painter, veil, _local(veil, home))
        box = QRectF(slot).adjusted(5, 5, -5, -5)
        painter.setPen(QPen(self._theme.colour("accent"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(self._ground())
        painter.drawRoundedRect(box, 9, 9)
        painter.drawPixmap(QPointF(slot.left() + 4, slot.top() + 2), self._picture)

    def _ground(self) -> Any:
        return self._theme.colour("canvas")

    def _home(self, painter: QPainter, veil: QWidget, home: QRect) -> None:
        box = QRectF(home).adjusted(5, 5, -5, -5)
        painter.setPen(QPen(self._theme.colour("edge"), 1))
        painter.setBrush(self._theme.colour("sunken"))
        painter.drawRoundedRect(box, 9, 9)
        brush = Brush(painter, self._theme, veil.rect(), mirrored=False)
        brush.centred(box.adjusted(8, 0, -8, 0), self._words, NORMAL_STRONG, "text")


def _local(veil: QWidget, rect: QRect) -> QRect:
    return QRect(veil.mapFromGlobal(rect.topLeft()), rect.size())
