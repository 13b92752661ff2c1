"""The first window: where a workspace is started, joined or tried."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import beginning
from app.errors import KnownError, NotFoundError, ReadOnlyError, RefusedError, UnreachableError
from app.wording import Language
from ui import icons, refusals
from ui.help.guide import GuideWindow
from ui.theme import Theme
from ui.welcome.art import WIDTH, Art
from ui.welcome.choices import Choices
from ui.welcome.parts import IconButton
from ui.welcome.plan import Plan
from ui.welcome.server import SignIn
from ui.welcome.start import StartForm

COLUMN = 690
SMALLEST = (760, 600)


class Welcome(QWidget):
    """The window. `chosen` carries the Plan; it stays until the workspace is open, and says why if it is not."""

    chosen = Signal(object)  # Plan
    sample_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, language: Language) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._refused: Plan | None = None
        self._guide: GuideWindow | None = None
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Tandem")
        self.setMinimumSize(*SMALLEST)
        self.art = Art(theme, self)
        self.choices = Choices(theme, self)
        self.start = StartForm(theme, self)
        self.sign_in = SignIn(theme, self)
        self.stack = QStackedWidget(self)
        for page in (self.choices, self.start, self.sign_in):
            self.stack.addWidget(self._scrolled(page))
        self._lay_out()
        self.choices.start_asked.connect(self.show_start)
        self.choices.file_asked.connect(self._open_file)
        self.choices.server_asked.connect(self.show_sign_in)
        self.choices.look_asked.connect(self._look)
        self.choices.read_asked.connect(self._read)
        self.start.back_asked.connect(self.show_choices)
        self.start.planned.connect(self._go)
        self.sign_in.back_asked.connect(self.show_choices)
        self.sign_in.planned.connect(self._go)
        self.choices.tell_recent(list(beginning.recent()))
        self.choices.start.setFocus()

    def _lay_out(self) -> None:
        self._drive = QLabel(self)
        self._drive.setFixedSize(18, 18)
        stays = QLabel(self.tr("Your data stays in your file or on your server. No account needed."), self)
        stays.setObjectName("muted")
        stays.setWordWrap(True)
        self.help = IconButton(self._theme, self.tr("Help"), "circle-help", self, name="quiet")
        self.help.clicked.connect(self._show_help)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._drive)
        foot.addWidget(stays, 1)
        foot.addWidget(self.help)
        column = QWidget(self)
        column.setMaximumWidth(COLUMN + 48)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(24, 24, 24, 20)
        inner.setSpacing(8)
        inner.addWidget(self.stack, 1)
        inner.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.art)
        row.addStretch(1)
        row.addWidget(column, 100)
        row.addStretch(1)
        self._theme.changed.connect(self._draw)
        self._draw()

    def _scrolled(self, page: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame = QWidget(area)
        frame.setObjectName("page")
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.addWidget(page)
        area.setWidget(frame)
        return area

    # Pages

    def show_choices(self) -> None:
        """Show the three ways."""
        self.stack.setCurrentIndex(0)
        self.choices.start.setFocus()

    def show_start(self) -> None:
        """Show where a workspace is started."""
        self.stack.setCurrentIndex(1)
        self.start.begin()

    def show_sign_in(self, address: str) -> None:
        """Show where one signs in to a server."""
        self.stack.setCurrentIndex(2)
        self.sign_in.begin(address)

    # Going on

    def refuse(self, plan: Plan, error: KnownError) -> None:
        """Say under its field why a plan came to nothing."""
        self._refused = plan
        self._busy(on=False)
        title = self._title(plan, error)
        if plan.kind == "start":
            self.stack.setCurrentIndex(1)
            self.start.refuse(title, refusals.said(error))
        elif beginning.is_server(plan.url):
            if self.stack.currentIndex() != 2:
                self.show_sign_in(plan.url)
            self.sign_in.refuse(title, refusals.said(error))
        else:
            self.show_choices()
            self.choices.place.setText(plan.url)
            can = plan.may_be_read and not plan.read_only and isinstance(error, RefusedError | ReadOnlyError)
            self.choices.refuse(title, refusals.said(error), may_be_read=can)

    def _title(self, plan: Plan, error: KnownError) -> str:
        if plan.kind == "start":
            return self.tr("The workspace wasn’t made")
        if isinstance(error, NotFoundError):
            return self.tr("There is nothing at that place")
        if isinstance(error, UnreachableError):
            return self.tr("The workspace can’t be reached")
        return self.tr("The workspace wasn’t opened")

    def _open_file(self, path: str) -> None:
        self._go(Plan(path))

    def _look(self) -> None:
        self._busy(on=True)
        self.sample_asked.emit()

    def _read(self) -> None:
        if self._refused is not None:
            self._go(self._refused.to_read())

    def _go(self, plan: Plan) -> None:
        self._busy(on=True)
        self.chosen.emit(plan)

    def _busy(self, *, on: bool) -> None:
        for page in (self.choices, self.start, self.sign_in):
            page.busy(on=on)

    def _show_help(self) -> None:
        if self._guide is None:
            self._guide = GuideWindow(self._theme, self._language)
        self._guide.show()
        self._guide.raise_()

    def _draw(self) -> None:
        self._drive.setPixmap(icons.pixmap("hard-drive", self._theme.colour("muted"), 18, self.devicePixelRatioF()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture out where there is no room for it."""
        super().resizeEvent(event)
        self.art.setVisible(self.width() >= WIDTH + SMALLEST[0] - 60)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End what is tried out."""
        super().closeEvent(event)
        self.start.stop()
        if self._guide is not None:
            self._guide.close()
            self._guide.deleteLater()
            self._guide = None
        self.closed.emit()
