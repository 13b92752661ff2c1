"""The picture beside the first choice: a lead on its way from one team to the other, and what Tandem is for."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.painting import SMALL, SMALL_STRONG, Brush, Face
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

WIDTH = 540
_MARGIN = 44
_CARD = (142, 88)
_GAP = 14
_LARGE = Face(20, 600)
# Made-up people of the picture: column, row, name, company, words of the pill, its colour, its drawing.
_PEOPLE = (
    (0, 0, "Yusuf Demir", "Anadolu Tek", "54", "muted", "gauge"),
    (0, 1, "Li Ming", "Huaxin Trading", "66", "muted", "gauge"),
    (0, 2, "Ana Costa", "Luz Clara", "41", "muted", "gauge"),
    (1, 0, "Jonas Weber", "Weber Bau", "15 h", "muted", "clock"),
    (2, 0, "Chiara Bellini", "Bellini Foods", "55 min", "good", "check"),
    (2, 2, "Noor Al-Sayed", "Al Manar", "2 h", "good", "check"),
)


LIFTED = ("Amelia Okafor", "Northwind Labs")
NAMES = frozenset({*LIFTED, *(name for _, _, *told in _PEOPLE for name in told[:2])})


class _Board(QWidget):
    """A small board, painted; it is decoration and says nothing to screen readers."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(3 * _CARD[0] + 2 * _GAP, 52 + 3 * (_CARD[1] + 12))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bands, columns and cards."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            step = _CARD[0] + _GAP
            for left, width, words, token in (
                (0, 2 * _CARD[0] + _GAP, self.tr("Marketing"), "marketing"),
                (2 * step, _CARD[0], self.tr("Sales"), "sales"),
            ):
                band = QRectF(left, 0, width, 24)
                brush.bar(band, token, 6)
                brush.text(band.adjusted(12, 0, -8, 0), words, SMALL_STRONG, "surface")
            for column, words in enumerate((self.tr("Nurturing"), self.tr("Qualified"), self.tr("Accepted"))):
                brush.text(QRectF(column * step + 2, 30, _CARD[0], 22), words, SMALL_STRONG, "muted")
            self._gap(brush, QRectF(step, 58 + _CARD[1] + 12, *_CARD))
            for column, row, *told in _PEOPLE:
                self._card(brush, QRectF(column * step, 58 + row * (_CARD[1] + 12), *_CARD), *told)
            self._lifted(brush, QRectF(step + 100, 58 + _CARD[1] + 8, *_CARD))

    def _gap(self, brush: Brush, rect: QRectF) -> None:
        pen = QPen(self._theme.colour("edge"), 1.2, Qt.PenStyle.DashLine)
        brush.painter.setPen(pen)
        brush.painter.setBrush(Qt.BrushStyle.NoBrush)
        brush.painter.drawRoundedRect(brush.place(rect.adjusted(1, 1, -1, -1)), 9, 9)

    def _card(
        self, brush: Brush, rect: QRectF, name: str, company: str, words: str, token: str, icon: str, edge: str = "line"
    ) -> None:
        painter = brush.painter
        painter.setPen(QPen(self._theme.colour(edge), 2 if edge == "accent" else 1))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(brush.place(rect), 9, 9)
        brush.avatar(rect.left() + 10, rect.top() + 12, 26, name)
        room = rect.width() - 50
        brush.text(QRectF(rect.left() + 44, rect.top() + 9, room, 18), name, SMALL_STRONG, "text")
        brush.text(QRectF(rect.left() + 44, rect.top() + 25, room, 16), company, SMALL, "muted")
        ground = {"muted": "pill"}.get(token, f"{token}_soft")
        brush.pill(rect.left() + 10, rect.bottom() - 32, words, token, ground, icon)

    def _lifted(self, brush: Brush, rect: QRectF) -> None:
        painter = brush.painter
        painter.save()
        middle = brush.place(rect).center()
        painter.translate(middle)
        painter.rotate(2.5 if self.isRightToLeft() else -2.5)
        painter.translate(-middle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("shade"))
        painter.drawRoundedRect(brush.place(rect.translated(3, 7)), 9, 9)
        self._card(brush, rect, *LIFTED, "4 h", "warn", "clock", "accent")
        painter.restore()


class _Reason(QWidget):
    """One line of what Tandem is for."""

    def __init__(self, theme: Theme, icon: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._label = wrapping(self, font(14, 500), words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(30, 0, 0, 0)
        layout.addWidget(self._label)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon before the words."""
        del event
        with QPainter(self) as painter:
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            brush.icon(0, 0, self._icon, 18, "accent_text")


class _Brand(QWidget):
    """The sign and the name."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(44)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            brush.bar(QRectF(0, 0, 44, 44), "accent", 11)
            brush.dot(8, 14, 16, "on_accent")
            painter.setOpacity(0.6)
            brush.dot(19, 14, 16, "on_accent")
            painter.setOpacity(1)
            brush.text(QRectF(58, 0, 300, 44), "Tandem", _LARGE, "text")


class Art(QWidget):
    """The leading half of the first window."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        promise = wrapping(self, font(30, 600), self.tr("One list, one board,\none agreement."))
        whom = QLabel(self.tr("For marketing and sales that work as one team."), self)
        whom.setFont(font(15))
        whom.setWordWrap(True)
        whom.setObjectName("muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(8)
        layout.addWidget(_Brand(theme, self))
        layout.addSpacing(14)
        layout.addWidget(promise)
        layout.addWidget(whom)
        layout.addStretch(2)
        layout.addWidget(_Board(theme, self), 0, Qt.AlignmentFlag.AlignLeading)
        layout.addStretch(1)
        for icon, words in (
            ("users", self.tr("Both teams see the same people, leads and goals")),
            ("clock", self.tr("It is plain who owes the next step")),
            ("presentation", self.tr("The meeting shows the goals of both teams")),
        ):
            layout.addWidget(_Reason(theme, icon, words, self))
            layout.addSpacing(8)
        layout.addStretch(2)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground: the colours of both teams, from one corner to the other."""
        del event
        with QPainter(self) as painter:
            ground = QLinearGradient(QPointF(0, 0), QPointF(self.width(), self.height()))
            for place, token in ((0.0, "marketing_soft"), (0.45, "accent_soft"), (1.0, "sales_soft")):
                ground.setColorAt(place, self._theme.colour(token))
            painter.fillRect(self.rect(), ground)
