"""What is asked when a lead is dropped on a stage for lost ones: why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.context import Context, ReasonRow, StageRow
from app.lead_cards import LeadCard
from ui.theme import font

_LISTS = ("lost", "disqualify")


class ReasonDialog(QDialog):
    """Asks for the reason; Esc leaves the card where it was."""

    chosen = Signal(int, str)  # the reason's id and the note

    def __init__(self, card: LeadCard, stage: StageRow, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._reasons: list[ReasonRow] = sorted(
            (one for one in context.reasons.values() if one.list in _LISTS and not one.archived),
            key=lambda one: (_LISTS.index(one.list), one.position),
        )
        self.setWindowTitle(stage.name)
        self.setMinimumWidth(420)
        title = QLabel(self.tr("Why was {name} lost?").format(name=card.name), self)
        title.setFont(font(16, 600))
        title.setWordWrap(True)
        hint = QLabel(self.tr("The reason is counted in the reports of both teams."), self)
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        self.reasons = QComboBox(self)
        self.reasons.setAccessibleName(self.tr("Reason"))
        for reason in self._reasons:
            self.reasons.addItem(reason.name, reason.id)
        self.note = QLineEdit(self)
        self.note.setAccessibleName(self.tr("Note"))
        self.reasons.currentIndexChanged.connect(self._look)
        self.note.textChanged.connect(self._look)
        back = QPushButton(self.tr("Leave it where it was"), self)
        back.clicked.connect(self.reject)
        self.move_button = QPushButton(self.tr("Move to {stage}").format(stage=stage.name), self)
        self.move_button.setObjectName("primary")
        self.move_button.setDefault(True)
        self.move_button.clicked.connect(self._choose)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(back)
        buttons.addWidget(self.move_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(10)
        for widget in (title, hint, self.reasons, self.note):
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        self._look()

    def _reason(self) -> ReasonRow | None:
        row = self.reasons.currentIndex()
        return self._reasons[row] if 0 <= row < len(self._reasons) else None

    def _look(self) -> None:
        reason = self._reason()
        needed = reason is not None and reason.note_required
        self.note.setPlaceholderText(self.tr("Say more (needed here)") if needed else self.tr("Note (if you like)"))
        self.move_button.setEnabled(reason is not None and bool(not needed or self.note.text().strip()))

    def _choose(self) -> None:
        reason = self._reason()
        if reason is not None:
            self.chosen.emit(reason.id, self.note.text().strip())
            self.accept()
