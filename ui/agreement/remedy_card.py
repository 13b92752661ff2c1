"""What would have spared refused leads, and the button that puts it into the draft of the agreement."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.agreement.fixing import Remedy
from app.agreement.plain import field_words
from ui.around import Surroundings
from ui.theme import font
from ui.widgets.wrapping import wrapping


class RemedyCard(QFrame):
    """The card; hidden until there is a remedy. Once it is in the draft its button leads there."""

    wanted = Signal(str)  # the query of the clause
    draft_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.remedy: Remedy | None = None
        self._is_done = False
        self.title = wrapping(self, font(13, 600))
        self.title.setText(self.tr("Ask before the handoff"))
        self.words = wrapping(self, font(12), name="muted")
        self.button = QPushButton(self)
        self.button.setObjectName("primary")
        self.button.clicked.connect(self._press)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 8, 0, 0)
        body.setSpacing(6)
        for widget in (self.title, self.words, self.button):
            body.addWidget(widget)
        self.hide()

    def show_remedy(self, found: Remedy | None, source: str | None, around: Surroundings) -> None:
        """Say what is proposed, for a source or for all."""
        self.remedy, self._is_done = found, False
        self.setVisible(found is not None)
        if found is None:
            return
        field, number = field_words(found.field, around.words.paper), around.words.number
        asked = self.tr("Require this of every lead: {field}.").format(field=field)
        if source is not None:
            asked = self.tr("Require this of leads from {source}: {field}.").format(source=source, field=field)
        spared = self.tr("It could have spared {n} of these {all}.")
        self.words.setText(f"{asked} {spared.format(n=number(found.spared), all=number(found.leads))}")
        self.button.setText(self.tr("Add it to the draft"))

    def show_done(self) -> None:
        """Offer the way to the draft."""
        self._is_done = True
        self.button.setText(self.tr("Show the draft"))

    def _press(self) -> None:
        if self._is_done:
            self.draft_asked.emit()
        elif self.remedy is not None:
            self.wanted.emit(self.remedy.query)
