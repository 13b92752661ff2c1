"""The three ways to begin: start a workspace, join one, look around."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from app import beginning
from app.beginning import Recent
from app.errors import KnownError
from ui import refusals
from ui.theme import Theme, font
from ui.welcome.parts import ChoiceCard, IconButton, Refusal, field, mark
from ui.widgets.wrapping import wrapping


class Choices(QWidget):
    """The first page."""

    start_asked = Signal()
    file_asked = Signal(str)  # the path of a workspace's file
    server_asked = Signal(str)  # an address
    look_asked = Signal()
    read_asked = Signal()  # what was refused is to be opened to look only

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        title = wrapping(self, font(26, 600), self.tr("Welcome. Where do you want to begin?"))
        beside = wrapping(
            self, words=self.tr("Takes about two minutes. Everything can be changed later."), name="muted"
        )
        self.start = IconButton(theme, self.tr("Start"), "plus", self, name="primary")
        self.start.clicked.connect(self.start_asked)
        first = ChoiceCard(
            theme,
            ("sprout", "accent_text", "accent_soft"),
            self.tr("Start a workspace"),
            self.tr("You are the first one here. Pick a shared folder or a PostgreSQL server, then invite the others."),
            self.start,
            self,
            first=True,
        )
        self.place = field(self, self.tr("The workspace's file, or its server's address"), self._example())
        self.place.returnPressed.connect(self._join)
        self.place.textEdited.connect(self._calm)
        self.join = QPushButton(self.tr("Join"), self)
        self.join.clicked.connect(self._join)
        self.open = IconButton(theme, self.tr("Open file…"), "folder-open", self)
        self.open.clicked.connect(self._choose)
        second = ChoiceCard(
            theme,
            ("users", "marketing", "marketing_soft"),
            self.tr("Join one"),
            self.tr("A colleague already uses Tandem. Paste where the workspace is, or open its file."),
            None,
            self,
        )
        for widget, stretch in ((self.place, 1), (self.join, 0), (self.open, 0)):
            widget.setParent(second)
            second.below.addWidget(widget, stretch)
        self.refusal = Refusal(theme, self)
        self.read = QPushButton(self.tr("Open to look only"), self)
        self.read.clicked.connect(self.read_asked)
        self.read.hide()
        self.look = IconButton(theme, self.tr("Look around"), "play", self)
        self.look.clicked.connect(self.look_asked)
        third = ChoiceCard(
            theme,
            ("eye", "sales", "sales_soft"),
            self.tr("Look around with sample data"),
            self.tr(
                "A made-up coffee company with 1,200 contacts, a board and its meetings. "
                "Nothing you do there counts, and it is gone when you close it."
            ),
            self.look,
            self,
        )
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self.recent: list[QPushButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addStretch(2)
        layout.addWidget(title)
        layout.addWidget(beside)
        layout.addSpacing(8)
        layout.addWidget(first)
        layout.addWidget(second)
        layout.addWidget(self.refusal)
        layout.addWidget(self.read)
        layout.addWidget(third)
        layout.addLayout(self._recent)
        layout.addStretch(3)

    def tell_recent(self, found: list[Recent]) -> None:
        """Offer the workspaces that were open before."""
        for button in self.recent:
            button.deleteLater()
        self.recent = []
        if not found:
            return
        if self._recent.count() == 0:
            head = QLabel(self.tr("Open before"), self)
            head.setFont(font(13, 600))
            self._recent.addWidget(head)
        for one in found[:3]:
            button = QPushButton(f"{one.company} – {one.url}".replace("&", "&&")[:120], self)
            button.setObjectName("line")
            button.setToolTip(one.url)
            button.setProperty("url", one.url)
            button.clicked.connect(self._open_recent)
            self._recent.addWidget(button)
            self.recent.append(button)

    def refuse(self, title: str, words: str, *, may_be_read: bool = False) -> None:
        """Say under the field why a workspace could not be opened."""
        mark(self.place, wrong=True)
        self.refusal.say(title, words)
        self.read.setVisible(may_be_read)
        self.place.setFocus()

    def busy(self, *, on: bool) -> None:
        """Take no second choice while one is on its way."""
        for widget in (self.start, self.join, self.open, self.look, self.place, *self.recent):
            widget.setEnabled(not on)

    def _calm(self) -> None:
        mark(self.place, wrong=False)
        self.refusal.hide()
        self.read.hide()

    def _join(self) -> None:
        self._calm()
        typed = self.place.text()
        if not typed.strip():
            self.refuse(self.tr("Paste the file's path or the server's address here first."), "")
            return
        try:
            place = beginning.place_of(typed)
        except KnownError as error:
            self.refuse(self.tr("Tandem cannot tell where that is."), refusals.said(error))
            return
        if beginning.is_server(place):
            self.server_asked.emit(place)
        else:
            self.file_asked.emit(place)

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a workspace"), "", self.tr("Workspaces (*.tandem);;All files (*)")
        )
        if path:
            self.place.setText(path)
            self._join()

    def _open_recent(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.place.setText(str(button.property("url")))
            self._join()

    def _example(self) -> str:
        return self.tr("Paste a path or a server’s address")
