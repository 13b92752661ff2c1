"""The stages of a lead as a bar: the ones it passed are filled, a click moves it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.around import LeadLine
from app.context import StageRow
from ui.around import Surroundings
from ui.leads.colours import stage_token
from ui.painting import Brush
from ui.theme import Theme

_HEIGHT = 28
_THICK = 7
_APART = 8
_ENDS = {"won", "lost"}
"""The kinds of stages that a lead ends in: they stand apart, since the steps are counted without them."""


class _Step(QPushButton):
    """One stage. Left and Right go to the next one, Return moves the lead there."""

    def __init__(self, stage: StageRow, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.stage, self._theme = stage, theme
        self.filled = False
        self.setObjectName("step")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(14)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the size of a step."""
        return QSize(28, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the bar."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            forward = (event.key() == Qt.Key.Key_Right) != self.isRightToLeft()
            self.focusNextPrevChild(forward)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the piece of the bar."""
        del event
        token = stage_token(self.stage) if self.filled else "track"
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            thick = _THICK + (3 if self.underMouse() else 0)
            piece = QRectF(1, (self.height() - thick) / 2, self.width() - 2, thick)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(token))
            painter.drawRoundedRect(brush.place(piece), thick / 2, thick / 2)
            if self.hasFocus():
                painter.setPen(self._theme.colour("accent"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


class StageBar(QWidget):
    """The bar with the stage's name and how long the lead stands there."""

    asked = Signal(int)  # the stage to move to

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.around = theme, around
        self.steps: list[_Step] = []
        self._bar = QHBoxLayout()
        self._bar.setSpacing(4)
        self._bar.setContentsMargins(0, 0, 0, 0)
        self._stage = QLabel(self)
        self._place = QLabel(self)
        self._place.setObjectName("muted")
        for label in (self._stage, self._place):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._stage.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        under = QHBoxLayout()
        under.addWidget(self._stage, 1)
        under.addWidget(self._place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._bar)
        layout.addLayout(under)

    def show_lead(self, lead: LeadLine) -> None:
        """Show where a lead stands."""
        stages = self.around.context.board()
        if [step.stage for step in self.steps] != stages:
            self._lay(stages)
        place = next((number for number, stage in enumerate(stages) if stage.id == lead.stage_id), -1)
        here = self.around.context.stages.get(lead.stage_id)
        counted = [stage for stage in stages if stage.kind not in _ENDS]
        for number, step in enumerate(self.steps):
            closed = here is not None and here.kind in _ENDS
            step.filled = number == place if closed else number <= place
            name = step.stage.name
            step.setToolTip(self.tr("Move to {stage}").format(stage=name) if number != place else name)
            here_word = self.tr("{stage}: the lead is here").format(stage=name)
            step.setAccessibleName(here_word if number == place else step.toolTip())
            step.update()
        self._stage.setText(here.name if here is not None else "")
        age = self.around.words.days((self.around.now - lead.entered_at).days)
        if here in counted:
            told = self.tr("Step {n} of {all} · {days} here").format(
                n=counted.index(here) + 1, all=len(counted), days=age
            )
        else:
            told = self.around.words.day(lead.entered_at, self.around.now)
        self._place.setText(told)

    def _lay(self, stages: list[StageRow]) -> None:
        for step in self.steps:
            step.deleteLater()
        while self._bar.count():
            self._bar.takeAt(0)
        self.steps = []
        for stage in stages:
            if self.steps and (stage.kind in _ENDS) != (self.steps[-1].stage.kind in _ENDS):
                self._bar.addSpacing(_APART)
            step = _Step(stage, self._theme, self)
            step.clicked.connect(self._clicked)
            self._bar.addWidget(step, 1)
            self.steps.append(step)

    def _clicked(self) -> None:
        step = self.sender()
        if isinstance(step, _Step):
            self.asked.emit(step.stage.id)
