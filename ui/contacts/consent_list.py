"""What a contact agreed to: a line a purpose, given and withdrawn alike, with basis, source and wording."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.consents import ConsentRow
from ui.around import Surroundings
from ui.theme import font
from ui.widgets.wrapping import wrapping

_LONGEST = 2_000


class _Form(QFrame):
    """Asks for what a consent, or its end, rests on."""

    given = Signal(str, bool, dict)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self._granted = True
        self._title = QLabel(self)
        self._title.setFont(font(13, 600))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.purpose = QComboBox(self)
        self.purpose.setEditable(True)
        self.basis = QComboBox(self)
        self.basis.setEditable(True)
        for basis in (
            self.tr("Consent"),
            self.tr("Contract"),
            self.tr("Legitimate interest"),
            self.tr("Legal obligation"),
        ):
            self.basis.addItem(basis)
        self.source = QLineEdit(self)
        self.source.setPlaceholderText(self.tr("Web form, call, trade show…"))
        self.wording = QLineEdit(self)
        self.wording.setPlaceholderText(self.tr("What they were asked"))
        for line in (self.source, self.wording):
            line.setMaxLength(_LONGEST)
            line.returnPressed.connect(self._give)
        form = QGridLayout()
        form.setVerticalSpacing(6)
        self._labels = []
        for row, (name, widget) in enumerate(
            (
                (self.tr("For"), self.purpose),
                (self.tr("Basis"), self.basis),
                (self.tr("Source"), self.source),
                (self.tr("Wording"), self.wording),
            )
        ):
            label = QLabel(name, self)
            label.setObjectName("muted")
            label.setBuddy(widget)
            widget.setAccessibleName(name)
            inner = widget.lineEdit() if isinstance(widget, QComboBox) else None
            if inner is not None:
                inner.setAccessibleName(name)
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            form.addWidget(label, row, 0)
            form.addWidget(widget, row, 1)
            self._labels.append(label)
        form.setColumnStretch(1, 1)
        self.save = QPushButton(self)
        self.save.setObjectName("primary")
        self.save.clicked.connect(self._give)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setObjectName("flat")
        cancel.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addLayout(form)
        layout.addLayout(buttons)

    def ask(self, purpose: str, purposes: Sequence[str], *, granted: bool) -> None:
        """Ask for a purpose, or which one where it is empty."""
        self._granted = granted
        self._title.setText(self.tr("Write down consent") if granted else self.tr("Withdraw consent"))
        self.save.setText(self.tr("Save") if granted else self.tr("Withdraw"))
        self.purpose.clear()
        self.purpose.addItems(list(purposes))
        self.purpose.setEditText(purpose)
        self.purpose.setEnabled(not purpose)
        for widget in (self._labels[1], self.basis, self._labels[3], self.wording):
            widget.setVisible(granted)
        self.source.clear()
        self.wording.clear()
        self.show()
        (self.source if purpose else self.purpose).setFocus()

    def _give(self) -> None:
        purpose = self.purpose.currentText().strip()
        if not purpose:
            self.purpose.setFocus()
            return
        more = {"source": self.source.text()}
        if self._granted:
            more |= {"basis": self.basis.currentText(), "wording": self.wording.text()}
        self.given.emit(purpose, self._granted, more)
        self.hide()


class ConsentList(QWidget):
    """The lines, and “+ Add”. `asked` tells purpose, whether it is given, and what it rests on."""

    asked = Signal(str, bool, dict)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self._rows: tuple[ConsentRow, ...] = ()
        self.buttons: list[QPushButton] = []
        self.form = _Form(self)
        self.form.given.connect(self.asked)
        self.form.left.connect(self.form.hide)
        self.form.hide()
        title = QLabel(self.tr("Consent"), self)
        title.setFont(font(14, 600))
        self.add = QPushButton(self.tr("+ Add"), self)
        self.add.setObjectName("flat")
        self.add.setAccessibleName(self.tr("Write down a consent"))
        self.add.clicked.connect(self._begin)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.add)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(self._lines)
        layout.addWidget(self.form)

    def show_rows(self, rows: Sequence[ConsentRow]) -> None:
        """Show what was agreed to."""
        self._rows = tuple(rows)
        self.buttons = []
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self._lines.addWidget(self._line(row))

    def turn(self) -> None:
        """Go to another contact."""
        self.form.hide()

    def _line(self, row: ConsentRow) -> QWidget:
        line = QWidget(self)
        state = self.tr("given {day}") if row.granted else self.tr("withdrawn {day}")
        day = self.around.words.day(row.at, self.around.now)
        member = self.around.context.members.get(row.member_id or 0)
        title = wrapping(line, words=f"{row.purpose} · {state.format(day=day)}")
        about = " · ".join(part for part in (row.basis, row.source, member.name if member else "") if part)
        under = wrapping(line, words=about)
        under.setObjectName("muted")
        under.setFont(font(12))
        under.setVisible(bool(about))
        button = QPushButton(self.tr("Withdraw") if row.granted else self.tr("Give"), line)
        button.setObjectName("flat")
        button.setAccessibleName(f"{button.text()}: {row.purpose}")
        button.clicked.connect(partial(self._turn, row))
        self.buttons.append(button)
        if row.wording:
            line.setToolTip(f"“{row.wording[:300]}”")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(under)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(words, 1)
        layout.addWidget(button)
        return line

    def _begin(self) -> None:
        taken = {row.purpose for row in self._rows}
        usual: tuple[Any, ...] = ("email", "phone", self.tr("post"), "newsletter")
        self.form.ask("", [one for one in usual if one not in taken], granted=True)

    def _turn(self, row: ConsentRow) -> None:
        self.form.ask(row.purpose, [row.purpose], granted=not row.granted)
