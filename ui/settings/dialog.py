"""Settings: language, colours, density, which page comes first, what is notified. What can be applied at once is."""

from collections.abc import Sequence
from datetime import time
from functools import partial

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from app import digest, quiet, settings
from ui.inbox import notifying
from ui.kept import LAST_PAGE
from ui.theme import CHOICES, DENSITIES, Theme, font
from ui.widgets.spinning import padded
from ui.widgets.wrapping import wrapping
from ui.words import LANGUAGES

SYSTEM = "system"


class SettingsDialog(QDialog):
    """The dialog; a choice is kept as soon as it is made."""

    theme_chosen = Signal(str)

    def __init__(self, theme: Theme, pages: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(540)
        self._theme = theme
        kept = settings.read()
        title = QLabel(self.tr("Settings"), self)
        title.setFont(font(18, 600))
        languages = {"en": "English", "es": "Español"}
        self.language = self._box(
            self.tr("Language"),
            [(SYSTEM, self.tr("As this computer"))] + [(one, languages[one]) for one in LANGUAGES],
            kept.get("language", SYSTEM),
        )
        themes = {"system": self.tr("As this computer"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        self.theme = self._box(self.tr("Colours"), [(one, themes[one]) for one in CHOICES], theme.choice)
        densities = {"comfortable": self.tr("Comfortable"), "compact": self.tr("Compact")}
        self.density = self._box(self.tr("Rows and cards"), [(one, densities[one]) for one in DENSITIES], theme.density)
        self.page = self._box(
            self.tr("First page"), [(LAST_PAGE, self.tr("Where I left off")), *pages], kept.get("first_page", LAST_PAGE)
        )
        self.said = QLabel(self.tr("The language changes when Tandem is opened the next time."), self)
        self.said.setObjectName("muted")
        self.said.setWordWrap(True)
        self.said.hide()
        self.language.currentIndexChanged.connect(self._choose_language)
        self.theme.currentIndexChanged.connect(self._choose_theme)
        self.density.currentIndexChanged.connect(self._choose_density)
        self.page.currentIndexChanged.connect(self._choose_page)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        for box in (self.language, self.theme, self.density, self.page):
            label = QLabel(box.accessibleName(), self)
            label.setBuddy(box)
            form.addRow(label, box)
        self._offer_notes(form)
        self._offer_quiet(form)
        close = QPushButton(self.tr("Close"), self)
        close.setObjectName("primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(16)
        layout.addWidget(title)
        layout.addLayout(form)
        layout.addWidget(self.said)
        layout.addLayout(buttons)

    def _offer_notes(self, form: QFormLayout) -> None:
        kinds = {
            "mentions": self.tr("Mentions of me"),
            "tasks": self.tr("Tasks that fall due"),
            "overdue": self.tr("Overdue replies of my leads"),
        }
        self.notify = {kind: self._tick(kind, words) for kind, words in kinds.items()}
        ticks = QVBoxLayout()
        ticks.setSpacing(0)
        for tick in self.notify.values():
            ticks.addWidget(tick)
        form.addRow(QLabel(self.tr("Notify me of"), self), ticks)
        where = self.tr("On the desktop, while Tandem is open behind other windows.")
        nowhere = self.tr("This desktop shows no notifications; the bell does.")
        form.addRow("", wrapping(self, words=where if notifying.is_possible() else nowhere, name="muted"))
        self.digest = QCheckBox(self.tr("Sum up what waits for me, once a day"), self)
        self.digest.setMinimumHeight(28)
        self.digest.setChecked(digest.is_wanted())
        self.digest.toggled.connect(lambda on: digest.want(on=on))
        form.addRow(QLabel(self.tr("On start"), self), self.digest)

    def _offer_quiet(self, form: QFormLayout) -> None:
        kept = quiet.hours()
        self.quiet_from, self.quiet_to = padded(QTimeEdit(self)), padded(QTimeEdit(self))
        self.quiet_from.setAccessibleName(self.tr("Quiet hours: from"))
        self.quiet_to.setAccessibleName(self.tr("Quiet hours: to"))
        first, last = (time(18), time(8)) if kept is None else kept[:2]
        for edit, at in ((self.quiet_from, first), (self.quiet_to, last)):
            edit.setDisplayFormat("HH:mm")
            edit.setTime(QTime(at.hour, at.minute))
            edit.timeChanged.connect(self._keep_quiet)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.quiet_from)
        row.addWidget(QLabel(self.tr("to"), self))
        row.addWidget(self.quiet_to)
        row.addStretch(1)
        self.quiet_days = QComboBox(self)
        self.quiet_days.setAccessibleName(self.tr("Quiet hours"))
        for words, days in (
            (self.tr("No quiet hours"), None),
            (self.tr("Every day"), tuple(range(7))),
            (self.tr("Monday to Friday"), tuple(range(5))),
            (self.tr("Saturday and Sunday"), (5, 6)),
        ):
            self.quiet_days.addItem(words, days)
        chosen = {tuple(range(7)): 1, tuple(range(5)): 2, (5, 6): 3}
        self.quiet_days.setCurrentIndex(chosen.get(kept[2], 1) if kept is not None else 0)
        self.quiet_days.currentIndexChanged.connect(self._keep_quiet)
        form.addRow(QLabel(self.quiet_days.accessibleName(), self), self.quiet_days)
        form.addRow("", row)
        self._keep_quiet()

    def _keep_quiet(self) -> None:
        place = self.quiet_days.currentIndex()
        for edit in (self.quiet_from, self.quiet_to):
            edit.setEnabled(place > 0)
        if place == 0:
            quiet.keep(None, None)
        else:
            days = ((), tuple(range(7)), tuple(range(5)), (5, 6))[place]
            start, end = self.quiet_from.time(), self.quiet_to.time()
            quiet.keep(time(start.hour(), start.minute()), time(end.hour(), end.minute()), days)

    def _tick(self, kind: str, words: str) -> QCheckBox:
        box = QCheckBox(words, self)
        box.setMinimumHeight(28)
        box.setChecked(kind in notifying.wanted())
        box.setEnabled(notifying.is_possible())
        box.toggled.connect(partial(self._want, kind))
        return box

    def _want(self, kind: str, on: bool) -> None:
        notifying.want(kind, on=on)

    def _box(self, name: str, choices: Sequence[tuple[str, str]], chosen: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setMinimumWidth(220)
        for value, title in choices:
            box.addItem(title, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    def _choose_language(self) -> None:
        settings.write(language=self.language.currentData())
        self.said.show()

    def _choose_theme(self) -> None:
        self.theme_chosen.emit(self.theme.currentData())

    def _choose_density(self) -> None:
        settings.write(density=self.density.currentData())
        self._theme.choose_density(self.density.currentData())

    def _choose_page(self) -> None:
        settings.write(first_page=self.page.currentData())
