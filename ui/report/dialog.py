"""What is shown when Tandem itself is at fault: what it means for one's work, and a report that can be sent on."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import filing
from app.faults import Fault
from ui.theme import font
from ui.widgets.pressing import beside_the_first

WIDTH = 560
_DETAILS_HEIGHT = 240
MOST = 20
"""Faults whose particulars are kept while the dialog is open."""


class ReportDialog(QDialog):
    """Stands beside the work and blocks nothing: what is typed stays typed. Later faults are added to it."""

    def __init__(self, fault: Fault, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.setWindowTitle(self.tr("Something went wrong in Tandem"))
        self.setMinimumWidth(WIDTH)
        self._faults: list[Fault] = []
        self._title = QLabel(self.tr("Something went wrong in Tandem itself"), self)
        self._title.setFont(font(16, 600))
        self._title.setWordWrap(True)
        words = QLabel(
            self.tr(
                "What you saved is safe, and what you are typing is still there: copy it if it matters. "
                "You can keep working. If something looks odd now, close Tandem and open it again."
            ),
            self,
        )
        words.setWordWrap(True)
        self.count = QLabel(self)
        self.count.setObjectName("muted")
        self.count.setWordWrap(True)
        self.said = QLabel(self)
        self.said.setObjectName("muted")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.details = QPlainTextEdit(self)
        self.details.setReadOnly(True)
        self.details.setFixedHeight(_DETAILS_HEIGHT)
        self.details.setAccessibleName(self.tr("Report"))
        self.details.setTabChangesFocus(True)
        self.details.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(12)
        for widget in (self._title, words, self.count, self.details, self.said):
            layout.addWidget(widget)
        self.said.hide()
        layout.addSpacing(4)
        layout.addLayout(self._buttons())
        self.add(fault)

    def _buttons(self) -> QHBoxLayout:
        self.show_button = QPushButton(self.tr("Show the report"), self)
        self.show_button.clicked.connect(self._show_details)
        self.copy_button = QPushButton(self.tr("Copy"), self)
        self.copy_button.clicked.connect(self._copy)
        self.save_button = QPushButton(self.tr("Save…"), self)
        self.save_button.clicked.connect(self._save)
        self.go_on = QPushButton(self.tr("Keep working"), self)
        self.go_on.setObjectName("primary")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(10)
        for button in (self.show_button, self.copy_button, self.save_button):
            beside_the_first(button)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.go_on)
        return row

    @property
    def report(self) -> str:
        """The report of all faults as text."""
        return "\n\n".join(fault.report for fault in self._faults)

    def add(self, fault: Fault) -> None:
        """Take one more fault in."""
        self._faults = [*self._faults, fault][-MOST:]
        kept = self.tr("%n report is ready. It holds no names, addresses or notes.", None, len(self._faults))
        self.count.setText(kept)
        self.details.setPlainText(self.report)

    def _show_details(self) -> None:
        shown = self.details.isHidden()
        self.details.setVisible(shown)
        self.show_button.setText(self.tr("Hide the report") if shown else self.tr("Show the report"))
        self.adjustSize()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self._say(self.tr("Copied."))

    def _save(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        wanted = str(Path(folder) / "tandem-report.txt")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), wanted)
        if not path:
            return
        try:
            with filing.whole(Path(path)) as place:
                place.write_text(self.report, "utf-8", "backslashreplace")
        except OSError:
            self._say(self.tr("It could not be saved there. Choose another folder, or copy it."))
        else:
            self._say(self.tr("Saved in {place}").format(place=path))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.show()
