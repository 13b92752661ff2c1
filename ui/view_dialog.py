"""What is asked when a view is kept or changed: its name, whose it is, whether its count is of what must not be."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.views import View
from ui.theme import font


class ViewDialog(QDialog):
    """Asks for a view's particulars; Esc leaves all as it is."""

    chosen = Signal(str, bool, bool)  # name, shared, alarm

    def __init__(self, query: str, view: View | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Saved view"))
        self.setMinimumWidth(440)
        title = QLabel(self.tr("Keep this view") if view is None else self.tr("Change this view"), self)
        title.setFont(font(16, 600))
        words = QLabel(self.tr("It shows: {query}").format(query=query[:200] or self.tr("everything")), self)
        words.setObjectName("muted")
        words.setWordWrap(True)
        label = QLabel(self.tr("Name"), self)
        self.name = QLineEdit(self)
        self.name.setMaxLength(80)
        label.setBuddy(self.name)
        self.name.setAccessibleName(self.tr("Name"))
        self.shared = QCheckBox(self.tr("Everybody sees it"), self)
        self.alarm = QCheckBox(self.tr("Count it in red: it is something that should not be"), self)
        if view is not None:
            self.name.setText(view.name)
            self.shared.setChecked(view.shared)
            self.shared.setEnabled(view.own or not view.shared)
            self.alarm.setChecked(view.is_alarm)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setObjectName("primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._choose)
        self.name.textChanged.connect(self._look)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(10)
        for widget in (title, words, label, self.name, self.shared, self.alarm):
            layout.addWidget(widget)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        self.name.selectAll()
        self._look()

    def _look(self) -> None:
        self.save.setEnabled(bool(self.name.text().strip()))

    def _choose(self) -> None:
        self.chosen.emit(self.name.text(), self.shared.isChecked(), self.alarm.isChecked())
        self.accept()
