"""Starting a workspace: whose it is, and where it lies. The place is tried out before anything is made."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTimer, QTimeZone, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import beginning, trying
from app.errors import KnownError
from app.trying import Trial
from ui import refusals
from ui.errand import Errand
from ui.theme import Theme, font
from ui.welcome.parts import ChoiceCard, IconButton, Refusal, field, mark, named, side_by_side
from ui.welcome.plan import Plan
from ui.welcome.server import ServerFields
from ui.widgets.wrapping import wrapping

TYPING = 500
"""Milliseconds after a letter before a folder is tried out."""
_PARTS = frozenset(
    ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"]
)
"""Parts of the world; the other names of zones are old ones for the same, or no place's."""
CURRENCIES = ("EUR", "USD", "GBP", "CHF", "MXN", "ARS", "CLP", "COP", "PEN", "BRL", "CAD", "AUD", "JPY", "INR", "CNY")


class StartForm(QWidget):
    """Step 1 of the first start."""

    back_asked = Signal()
    planned = Signal(object)  # Plan

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._trial: Trial | None = None
        self._errand: Errand[Trial] | None = None
        self._office: Errand[list[Path]] | None = None
        self._busy = False
        self.on_server = False
        self.back = IconButton(theme, self.tr("Back to the choices"), "arrow-left", self, name="quiet")
        self.back.clicked.connect(self.back_asked)
        title = wrapping(self, font(26, 600), self.tr("Start a workspace"))
        self.step = wrapping(self, name="muted")
        self.company = field(self, self.tr("Company"), self.tr("Its name, as colleagues know it"))
        self.company.textChanged.connect(self._tell)
        self.zone = self._box(self.tr("Time zone"), _zones(), _zone())
        self.currency = self._box(self.tr("Currency"), list(CURRENCIES), _currency())
        self.me = field(self, self.tr("Your name"), self.tr("As colleagues see it"))
        self.folder = field(self, self.tr("Folder"))
        self.folder.textChanged.connect(self._typed)
        self.browse = QPushButton(self.tr("Browse…"), self)
        self.browse.clicked.connect(self._browse)
        self.verdict = wrapping(self, name="muted")
        self.refusal = Refusal(theme, self)
        self.by_folder = QWidget(self)
        folder = named(self.by_folder, self.folder, self.browse)
        folder.setContentsMargins(0, 0, 0, 0)
        self.by_folder.setLayout(folder)
        self.server = ServerFields(theme, self)
        self.server.changed.connect(self._tell)
        self.server.hide()
        self._soon = QTimer(self, singleShot=True, interval=TYPING)
        self._soon.timeout.connect(self._try)
        self._lay_out(title)
        self._tell()

    def _lay_out(self, title: QLabel) -> None:
        self.instead = QLabel(self.tr("What works instead"), self)
        self.instead.setFont(font(15, 600))
        self.use_office = QPushButton(self.tr("Use this folder"), self)
        self.office = self._card(
            ("folder-open", "accent_text", "accent_soft"),
            self.tr("A folder on your office network"),
            self.use_office,
            self._use_office,
        )
        self.use_server = QPushButton(self.tr("Enter address"), self)
        self.postgres = self._card(
            ("database", "sales", "sales_soft"), self.tr("A PostgreSQL server"), self.use_server, self._use_server
        )
        self.postgres.meaning.setText(
            self.tr(
                "The first choice for more than about ten people, or for any work from home. "
                "Ask whoever runs your servers for the address."
            )
        )
        self.use_own = QPushButton(self.tr("Use this computer"), self)
        self.own = self._card(
            ("hard-drive", "marketing", "marketing_soft"),
            self.tr("This computer, only for me"),
            self.use_own,
            self.use_this_computer,
        )
        self.own.meaning.setText(self.tr("You alone reach it. Copy it to a shared place whenever you like."))
        self.use_folder = QPushButton(self.tr("Choose a folder"), self)
        self.folders = self._card(
            ("folder", "accent_text", "accent_soft"),
            self.tr("A file in a folder"),
            self.use_folder,
            self._use_folder,
        )
        self.folders.meaning.setText(self.tr("On this computer or on the office share: up to about ten people."))
        self.go = QPushButton(self.tr("Start the workspace"), self)
        self.go.setObjectName("primary")
        self.go.clicked.connect(self._plan)
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addStretch(1)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(title)
        layout.addWidget(self.step)
        layout.addLayout(side_by_side(named(self, self.company), named(self, self.me)))
        layout.addLayout(side_by_side(named(self, self.zone), named(self, self.currency), stretches=(2, 1)))
        layout.addWidget(self.by_folder)
        layout.addWidget(self.server)
        layout.addWidget(self.verdict)
        layout.addWidget(self.refusal)
        layout.addLayout(end)
        layout.addWidget(self.instead)
        for card in (self.office, self.folders, self.postgres, self.own):
            layout.addWidget(card)
        layout.addStretch(2)

    def begin(self) -> None:
        """Show it with this computer's folder, and look for a better place."""
        if not self.folder.text():
            self.use_this_computer()
        self._office = Errand(trying.office_folders, self._take_office)
        self.company.setFocus()

    def refuse(self, title: str, words: str) -> None:
        """Say why it could not be made; nothing was written."""
        self.busy(on=False)
        self.refusal.say(title, words)

    def busy(self, *, on: bool) -> None:
        """Take no second plan while one is on its way."""
        self._busy = on
        self._tell()

    def stop(self) -> None:
        """Hear nothing more of what is tried out; the window closes."""
        self._soon.stop()
        for errand in (self._errand, self._office):
            if errand is not None:
                errand.give_up()

    def use_this_computer(self) -> None:
        """Take the account's own folder."""
        own = beginning.own_folder()
        own.mkdir(parents=True, exist_ok=True)
        self._to_server(on=False)
        self.folder.setText(str(own))

    # The place

    def _typed(self) -> None:
        self._trial = None
        self.refusal.hide()
        mark(self.folder, wrong=False)
        self._soon.start()
        self._tell()

    def _try(self) -> None:
        if self._errand is not None:
            self._errand.give_up()
        self._errand = Errand(partial(trying.try_folder, self.folder.text()), self._tried)

    def _tried(self, errand: Errand[Trial]) -> None:
        if errand is not self._errand or errand.result is None:
            return
        self._errand = None
        self._trial = errand.result
        self._tell()

    def _take_office(self, errand: Errand[list[Path]]) -> None:
        self._office = None
        self._offer(errand.result or [])

    def show_trial(self, trial: Trial, office: Sequence[Path] = ()) -> None:
        """Show what trying a folder out found, and the folders of the office network."""
        self._trial = trial
        self._offer(office)

    def _offer(self, found: Sequence[Path]) -> None:
        if found:
            self.office.setProperty("place", str(found[0]))
            self.office.meaning.setText(
                self.tr("Everyone in the office reaches it. Found here: {folder}").format(folder=found[0])
            )
        self._tell()

    def _tell(self) -> None:
        """Say what is known of the place, and offer what works where it does not."""
        trial = None if self.on_server else self._trial
        bad = trial is not None and trial.problem not in ("", "slow")
        self.step.setText(
            self.tr("Step 1 of 3: your company, and the server that keeps its data")
            if self.on_server
            else self.tr("Step 1 of 3: your company, and where the shared file lives")
        )
        if trial is not None and bad:
            mark(self.folder, wrong=True)
            self.refusal.say(*self._reason(trial))
        self.verdict.setText("" if bad else self._verdict(trial))
        self.verdict.setVisible(bool(self.verdict.text()))
        self.instead.setText(self.tr("What works instead") if bad else self.tr("Or another place"))
        self.office.setVisible(bool(self.office.property("place")) and not self.on_server)
        self.folders.setVisible(self.on_server)
        self.postgres.setVisible(not self.on_server)
        self.own.setVisible(not self.on_server and self._own_is_elsewhere())
        ready = bool(self.company.text().strip()) and (
            self.server.is_filled if self.on_server else trial is not None and not bad
        )
        self.go.setEnabled(ready and not self._busy)
        self.go.setText(self.tr("Making it…") if self._busy else self.tr("Start the workspace"))

    def _own_is_elsewhere(self) -> bool:
        return beginning.folder_of(self.folder.text() or ".") != beginning.own_folder()

    def _verdict(self, trial: Trial | None) -> str:
        if self.on_server:
            return ""
        if trial is None:
            return self.tr("Trying this folder out…") if self.folder.text().strip() else ""
        took = max(1, round(trial.milliseconds))
        if trial.problem == "slow":
            return self.tr(
                "Tried just now: a save takes {time} ms here, so colleagues would wait for each other. "
                "A PostgreSQL server is the better place."
            ).format(time=took)
        if trial.is_network:
            return self.tr(
                "Tried just now: files can be locked here and a save takes {time} ms. Good for up to about ten people "
                "in one office; for more, or from home, take a PostgreSQL server."
            ).format(time=took)
        return self.tr(
            "Tried just now: a save takes {time} ms. This folder is on this computer; colleagues reach it only if you "
            "share it."
        ).format(time=took)

    def _reason(self, trial: Trial) -> tuple[str, str, str]:
        same = self.tr("The same goes for folders of OneDrive, Dropbox, Google Drive, iCloud and Nextcloud.")
        if trial.problem == "synced":
            return (
                self.tr("This folder is copied by {service}, so Tandem won’t put the file there").format(
                    service=trial.service
                ),
                self.tr(
                    "It copies the file while colleagues write in it. Sooner or later there are two copies, and "
                    "someone’s work is gone. Nothing was written."
                )
                + f" {same}",
                "cloud-off",
            )
        if trial.problem == "unlocked":
            return (
                self.tr("This folder does not let programs lock a file"),
                self.tr("Two people who save at once would spoil each other’s work. Nothing was written."),
                "lock",
            )
        if trial.problem == "unwritable":
            return (
                self.tr("This account may not write to that folder"),
                self.tr("Ask whoever looks after the folder for write permission, or take another one."),
                "lock",
            )
        return (
            self.tr("There is no such folder"),
            self.tr("Check how it is written, or choose it with Browse. Is the network drive connected?"),
            "folder",
        )

    # Going on

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where the file lives"), self.folder.text())
        if folder:
            self.folder.setText(folder)

    def _use_office(self) -> None:
        self.folder.setText(str(self.office.property("place")))

    def _use_server(self) -> None:
        self._to_server(on=True)
        self.server.address.setFocus()

    def _use_folder(self) -> None:
        self._to_server(on=False)
        self.folder.setFocus()

    def _to_server(self, *, on: bool) -> None:
        self.on_server = on
        self.by_folder.setVisible(not on)
        self.server.setVisible(on)
        self.refusal.hide()
        self._tell()

    def _plan(self) -> None:
        self.refusal.hide()
        company = " ".join(self.company.text().split())[:120]
        try:
            url = (
                self.server.url()
                if self.on_server
                else str(beginning.free_name(beginning.folder_of(self.folder.text()), company))
            )
        except KnownError as error:
            self.refuse(self.tr("Tandem cannot use that address."), refusals.said(error))
            return
        self.planned.emit(
            Plan(
                url,
                kind="start",
                company=company,
                timezone=self.zone.currentText().strip(),
                currency=self.currency.currentText().strip().upper(),
                member=" ".join(self.me.text().split())[:120],
                keep_password=self.on_server and self.server.keep.isChecked(),
            )
        )

    def _box(self, name: str, choices: list[str], chosen: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(choices)
        box.setCurrentText(chosen)
        box.setMinimumContentsLength(6)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        line = box.lineEdit()
        if line is not None:
            line.setAccessibleName(name)
        return box

    def _card(
        self, drawn: tuple[str, str, str], title: str, button: QPushButton, run: Callable[[], None]
    ) -> ChoiceCard:
        button.clicked.connect(run)
        return ChoiceCard(self._theme, drawn, title, "", button, self)


def _zones() -> list[str]:
    known = (bytes(one.data()).decode() for one in QTimeZone.availableTimeZoneIds())
    return ["UTC", *sorted(one for one in known if one.split("/")[0] in _PARTS and "/" in one)]


def _zone() -> str:
    found = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return found if found.split("/")[0] in _PARTS else "UTC"


def _currency() -> str:
    found = QLocale.system().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
    return found if len(found) == 3 else "EUR"
