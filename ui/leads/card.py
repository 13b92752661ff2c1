"""A card of the board, painted."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.lead_cards import LeadCard
from ui.around import Surroundings
from ui.leads.stage_model import CARD, DUE, VIEWERS, is_rotten
from ui.painting import NORMAL_STRONG, SMALL, SMALL_STRONG, STRONG, Brush
from ui.theme import CLEAR, Theme
from ui.words import Due

CARD_HEIGHT = 132
"""The card with the space around it."""
COMPACT_HEIGHT = 82
_STACKED = 6
_SPACE = 5
_INSET = 13
_RING = 34
_TILT = 1.5
_VIEWER = 18
_GROUNDS = {"bad": "bad_soft", "warn": "warn_soft", "good": "good_soft", "muted": "pill"}


class CardDelegate(QStyledItemDelegate):
    """Paints cards; `dragged` are the leads that are in the air."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.around: Surroundings | None = None
        self.dragged: frozenset[int] = frozenset()

    @property
    def height(self) -> int:
        """How high every card is, with the space around it."""
        return height_of(self._theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of every card."""
        del option, index
        return QSize(120, self.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one card."""
        card = index.data(CARD)
        if card is None:
            return
        state = option.state
        area: QRect = option.rect
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = selected and bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        try:
            if card.id in self.dragged:
                painter.setOpacity(0.35)
            room, due = self.room(area), index.data(DUE)
            self._paint_card(painter, room, card, due, selected=selected, focused=focused, mirrored=mirrored)
            self._paint_viewers(painter, room, index.data(VIEWERS), mirrored=mirrored)
        finally:
            painter.restore()

    def room(self, area: QRect) -> QRect:
        """Return what of an item a card takes: as much as if there always were a scroll bar."""
        view = self.parent()
        if isinstance(view, QAbstractScrollArea) and not view.verticalScrollBar().isVisible():
            bar = view.verticalScrollBar().sizeHint().width()
            return area.adjusted(bar, 0, 0, 0) if view.isRightToLeft() else area.adjusted(0, 0, -bar, 0)
        return area

    def lifted(
        self, card: LeadCard, due: Due | None, width: int, ratio: float, *, mirrored: bool, count: int = 1
    ) -> QPixmap:
        """Return the card as it hangs from the pointer, a little tilted over its shadow; of several, as a stack."""
        area = QRect(0, 0, width, self.height)
        below = min(count - 1, 2) * _STACKED
        flat = _empty(area.size() + QSize(0, below), ratio)
        with QPainter(flat) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("shade"))
            for spread in range(_SPACE):
                shadow = QRectF(area).adjusted(_SPACE - spread, _SPACE + 2, spread - _SPACE, spread - _SPACE)
                painter.drawRoundedRect(shadow, 9 + spread, 9 + spread)
            for depth in range(below, 0, -_STACKED):
                inset = _SPACE + depth
                self._ground(
                    painter,
                    QRectF(area).adjusted(inset, _SPACE + depth, -inset, depth - _SPACE),
                    selected=True,
                    focused=False,
                )
            self._paint_card(painter, area, card, due, selected=True, focused=False, mirrored=mirrored)
            if count > 1:
                self._paint_count(painter, area, count, mirrored=mirrored)
        turned = flat.transformed(QTransform().rotate(_TILT), Qt.TransformationMode.SmoothTransformation)
        turned.setDevicePixelRatio(ratio)
        return turned

    def _paint_count(self, painter: QPainter, area: QRect, count: int, *, mirrored: bool) -> None:
        words = str(count) if self.around is None else self.around.words.number(count)
        brush = Brush(painter, self._theme, area, mirrored=mirrored)
        wide = max(24.0, SMALL_STRONG.width(words) + 14.0)
        badge = QRectF(area.right() - wide, area.top(), wide, 24)
        brush.bar(badge, "accent", 12)
        brush.centred(badge, words, SMALL_STRONG, "on_accent")

    def _paint_viewers(self, painter: QPainter, area: QRect, names: Sequence[str], *, mirrored: bool) -> None:
        """Paint on a card's corner who has it open, or how many do."""
        brush = Brush(painter, self._theme, area, mirrored=mirrored)
        left, top = area.x() + area.width() - _VIEWER - 1, area.y() + 1
        if names:
            brush.dot(left - 1, top - 1, _VIEWER + 2, "surface")
        if len(names) == 1:
            brush.avatar(left, top, _VIEWER, names[0])
        elif names:
            brush.dot(left, top, _VIEWER, "accent")
            brush.centred(QRectF(left, top, _VIEWER, _VIEWER), str(min(len(names), 99)), SMALL_STRONG, "on_accent")

    def _paint_card(
        self,
        painter: QPainter,
        area: QRect,
        card: LeadCard,
        due: Due | None,
        *,
        selected: bool,
        focused: bool,
        mirrored: bool,
    ) -> None:
        around = self.around
        if around is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(area).adjusted(_SPACE, _SPACE, -_SPACE, -_SPACE)
        self._ground(painter, rect, selected=selected, focused=focused)
        brush = Brush(painter, self._theme, area, mirrored=mirrored)
        now, words = around.now, around.words
        left, right = rect.left() + _INSET, rect.right() - _INSET
        width = right - left
        top = rect.top()
        if self._theme.is_compact:
            self._paint_compact(brush, rect, card, due, around)
            return
        ringed = card.score is not None
        beside = width - (_RING + 8 if ringed else 0)
        brush.text(QRectF(left, top + 9, beside, 22), card.name, STRONG, "text")
        brush.text(QRectF(left, top + 31, beside, 18), card.company or "", SMALL, "muted")
        if card.score is not None:
            brush.ring(right - _RING + 3, top + 11, _RING, card.score)
        value = "" if card.value is None else words.money(card.value, card.currency, short=card.value >= 1_000_000)
        taken = 0.0
        room = width - (NORMAL_STRONG.width(value) + 12 if value else 0)
        if due is not None:
            taken = brush.pill(left, top + 54, due.words, due.token, _GROUNDS[due.token], due.icon, most=room)
        elif card.state == "open" and card.next_step:
            taken = brush.pill(left, top + 54, words.no_day(), "muted", "pill", most=room)
        brush.text(
            QRectF(left + taken + 8, top + 54, width - taken - 8, 22), value, NORMAL_STRONG, "text", trailing=True
        )
        age = words.days(max(0, (now - card.entered_at).days))
        age_width = SMALL.width(age) + 2
        bottom = top + 85
        rotten = is_rotten(card, around.context.stages.get(card.stage_id), now)
        age_token, icon_token, icon = ("bad", "bad", "triangle-alert") if rotten else ("muted", "faint", "hourglass")
        brush.text(QRectF(right - age_width, bottom, age_width, 22), age, SMALL, age_token, trailing=True)
        brush.icon(right - age_width - 17, bottom + 4, icon, 14, icon_token)
        start = left
        owner = around.name_of(card.owner_id)
        if owner:
            brush.avatar(left, bottom, 22, owner)
            start = left + 30
        step, token, face = card.next_step or "", "muted", SMALL
        if not step and card.state == "open":
            step, token, face = words.no_step(), "warn", SMALL_STRONG
        brush.text(QRectF(start, bottom, right - age_width - 24 - start, 22), step, face, token)

    def _paint_compact(self, brush: Brush, rect: QRectF, card: LeadCard, due: Due | None, around: Surroundings) -> None:
        """Paint a card in two lines: who and how good; what is due and how much it is worth."""
        now, words = around.now, around.words
        left, right, top = rect.left() + _INSET - 3, rect.right() - _INSET + 3, rect.top() + 7
        start, end = left, right
        owner = around.name_of(card.owner_id)
        if owner:
            brush.avatar(left, top + 2, 22, owner)
            start += 30
        if card.score is not None:
            token = "good" if card.score >= 75 else "warn" if card.score >= 50 else "faint"
            width = SMALL_STRONG.width(str(card.score)) + 4
            brush.text(QRectF(end - width, top, width, 26), str(card.score), SMALL_STRONG, token, trailing=True)
            end -= width + 6
        brush.text(QRectF(start, top, end - start, 26), card.name, STRONG, "text")
        line = top + 30
        end = right
        if is_rotten(card, around.context.stages.get(card.stage_id), now):
            age = words.days((now - card.entered_at).days)
            width = SMALL.width(age) + 2
            brush.text(QRectF(end - width, line, width, 22), age, SMALL, "bad", trailing=True)
            brush.icon(end - width - 17, line + 4, "triangle-alert", 14, "bad")
            end -= width + 26
        value = "" if card.value is None else words.money(card.value, card.currency, short=card.value >= 1_000_000)
        taken = 0.0
        room = end - left - (NORMAL_STRONG.width(value) + 12 if value else 0)
        if due is not None:
            taken = brush.pill(left, line, due.words, due.token, _GROUNDS[due.token], due.icon, most=room)
        elif card.state == "open" and not card.next_step:
            brush.text(QRectF(left, line, room, 22), words.no_step(), SMALL_STRONG, "warn")
            taken = min(room, SMALL_STRONG.width(words.no_step()) + 4.0)
        brush.text(
            QRectF(left + taken + 8, line, end - left - taken - 8, 22), value, NORMAL_STRONG, "text", trailing=True
        )

    def _ground(self, painter: QPainter, rect: QRectF, *, selected: bool, focused: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("shade"))
        painter.drawRoundedRect(rect.translated(0, 1.5), 9, 9)
        border: QColor = self._theme.colour("accent" if selected else "line")
        painter.setPen(QPen(border, 2 if selected else 1))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(rect, 9, 9)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if focused:
            ring = QPen(self._theme.colour("accent"), 1.5)
            painter.setPen(ring)
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), 11.5, 11.5)


def height_of(theme: Theme) -> int:
    """Return how high a card is in the density in force, with the space around it."""
    return COMPACT_HEIGHT if theme.is_compact else CARD_HEIGHT


def _empty(size: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(CLEAR)
    return pixmap
