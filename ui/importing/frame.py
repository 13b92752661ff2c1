"""What stands above and below the steps: title and steps, and what is to be known with the ways on and back."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui import icons
from ui.importing.course import Course
from ui.importing.parts import Steps
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

CHOOSE, MATCH, PLAN, DONE = range(4)


class Head(QWidget):
    """The title, the file, the steps, and the cross."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = QLabel(self)
        self.title.setFont(font(20, 600))
        self.under = wrapping(self, font(13), name="muted")
        self.steps = Steps(
            theme,
            (self.tr("Choose file"), self.tr("Match columns"), self.tr("Check the plan"), self.tr("Done")),
            self,
        )
        self.close_button = QToolButton(self)
        self.close_button.setAccessibleName(self.tr("Close the import"))
        self.close_button.setToolTip(self.tr("Close the import"))
        self.close_button.setFixedSize(QSize(32, 32))
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self.title)
        texts.addWidget(self.under)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 16, 8)
        row.setSpacing(16)
        row.addLayout(texts, 1)
        row.addWidget(self.steps)
        row.addWidget(self.close_button)
        theme.changed.connect(self._draw)
        self._draw()

    def show_step(self, step: int) -> None:
        """Show which step is in sight."""
        titles = (self.tr("Import"), self.tr("Match the columns"), self.tr("Check the plan"), self.tr("Import"))
        self.title.setText(titles[step])
        self.steps.show_step(step if step < DONE else DONE + 1)
        if step == CHOOSE:
            self.under.setText(self.tr("Bring a list in from another program"))

    def _draw(self) -> None:
        self.close_button.setIcon(icons.icon("x", self._theme.colour("muted"), 18))


class Foot(QFrame):
    """What is to be known, and the ways back and on."""

    def __init__(self, theme: Theme, course: Course, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("foot")
        self._theme, self._course, self._step = theme, course, CHOOSE
        self._sign = QLabel(self)
        self._sign.setFixedSize(18, 18)
        self.hint = wrapping(self, font(13), name="muted")
        self.back = QPushButton(self.tr("Back"), self)
        self.back.setProperty("button", "import.back")
        self.next = QPushButton(self)
        self.next.setObjectName("primary")
        self.next.setProperty("button", "import.next")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self.hint, 1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        theme.changed.connect(self.tell)

    def show_step(self, step: int) -> None:
        """Say what belongs to a step."""
        self._step = step
        self.back.setVisible(step in (MATCH, PLAN))
        self.setVisible(step != CHOOSE)
        self.tell()

    def tell(self) -> None:
        """Say how things stand: what is open, what comes next, whether one can go on."""
        course, waiting = self._course, self._course.open_questions()
        icon, token, words, on = "info", "muted", "", True
        if self._step == MATCH:
            self.next.setText(self.tr("See the plan"))
            words, on = self.tr("Nothing is written yet. The plan comes first."), course.draft is not None
            if waiting:
                icon, token, on = "circle-help", "warn", False
                words = self.tr("%Ln questions are open. Answer them to see the plan.", None, waiting)
        elif self._step == PLAN and course.outline is not None:
            ready = course.outline.count("created") + course.outline.count("updated")
            self.next.setText(self.tr("Import %Ln lines", None, ready))
            icon, words = (
                "undo-2",
                self.tr("You can undo the whole import later, even after others have worked with it."),
            )
            on = ready > 0 and not waiting and not course.read_only
            if waiting:
                icon, token = "circle-help", "warn"
                words = self.tr("%Ln questions are open. Answer them to import.", None, waiting)
            elif course.read_only:
                words = self.tr("This workspace is open to read only: the plan can be looked at, not carried out.")
            elif not ready:
                words = self.tr("There is nothing in this file that is not here already.")
        elif self._step == DONE:
            self.next.setText(self.tr("Close"))
        self.next.setEnabled(on and not course.is_busy)
        self.hint.setText(words)
        self._sign.setVisible(bool(words))
        self._sign.setPixmap(icons.pixmap(icon, self._theme.colour(token), 18, self.devicePixelRatioF()))
