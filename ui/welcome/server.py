"""A server's address with the name and password by which one signs in to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app import beginning
from app.errors import KnownError
from ui import refusals
from ui.theme import Theme, font
from ui.welcome.parts import IconButton, Refusal, field, mark, named, side_by_side
from ui.welcome.plan import Plan
from ui.widgets.wrapping import wrapping


class ServerFields(QWidget):
    """The three fields, and whether the password is kept."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        del theme
        self.address = field(self, self.tr("Server’s address"), beginning.EXAMPLE)
        self.login = field(self, self.tr("Your login there"))
        self.password = field(self, self.tr("Password"), secret=True)
        self.keep = QCheckBox(self.tr("Keep the password in this computer’s keyring"), self)
        self.keep.setObjectName("task")
        self.keep.setMinimumHeight(28)
        self.keep.setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(named(self, self.address))
        layout.addLayout(side_by_side(named(self, self.login), named(self, self.password)))
        layout.addWidget(self.keep)
        for one in (self.address, self.login, self.password):
            one.textChanged.connect(self.changed)

    @property
    def is_filled(self) -> bool:
        """Whether there is an address to try."""
        return bool(self.address.text().strip())

    def url(self) -> str:
        """Return the address with login and password in it.

        Raises:
            KnownError: it cannot be read.
        """
        return beginning.signed_in(self.address.text(), self.login.text(), self.password.text())


class SignIn(QWidget):
    """The page on which one signs in to a workspace on a server."""

    back_asked = Signal()
    planned = Signal(object)  # Plan

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._busy = False
        self.back = IconButton(theme, self.tr("Back to the choices"), "arrow-left", self, name="quiet")
        self.back.clicked.connect(self.back_asked)
        title = wrapping(self, font(26, 600), self.tr("Sign in to your workspace"))
        beside = wrapping(
            self,
            words=self.tr(
                "An admin of the workspace gave you a login. The server proves who it is before it hears it."
            ),
            name="muted",
        )
        self.fields = ServerFields(theme, self)
        self.fields.changed.connect(self._tell)
        self.refusal = Refusal(theme, self)
        self.go = QPushButton(self.tr("Sign in"), self)
        self.go.setObjectName("primary")
        self.go.clicked.connect(self._plan)
        for one in (self.fields.address, self.fields.login, self.fields.password):
            one.returnPressed.connect(self._plan)
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addStretch(1)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(title)
        layout.addWidget(beside)
        layout.addWidget(self.fields)
        layout.addWidget(self.refusal)
        layout.addLayout(end)
        layout.addStretch(2)
        self._tell()

    def begin(self, address: str) -> None:
        """Show it for an address."""
        self.refusal.hide()
        self.fields.address.setText(beginning.without_password(address))
        self.fields.login.setText(beginning.login_of(address))
        empty = self.fields.password if self.fields.login.text() else self.fields.login
        empty.setFocus()

    def refuse(self, title: str, words: str) -> None:
        """Say why it was not let in; what was typed stays."""
        self.busy(on=False)
        self.refusal.say(title, words)
        mark(self.fields.password, wrong=True)

    def busy(self, *, on: bool) -> None:
        """Ask once at a time."""
        self._busy = on
        self._tell()

    def _tell(self) -> None:
        mark(self.fields.password, wrong=False)
        self.go.setEnabled(self.fields.is_filled and not self._busy)
        self.go.setText(self.tr("Signing in…") if self._busy else self.tr("Sign in"))

    def _plan(self) -> None:
        if not self.go.isEnabled():
            return
        self.refusal.hide()
        try:
            url = self.fields.url()
        except KnownError as error:
            self.refuse(self.tr("Tandem cannot use that address."), refusals.said(error))
            return
        self.planned.emit(Plan(url, keep_password=self.fields.keep.isChecked()))
