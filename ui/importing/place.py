"""The place in the window where files come in. It holds the wizard, which is made when it is first wanted.

Who wants to bring a file in calls `start`, with files or with the choice of one.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui import icons
from ui.actions import Action
from ui.around import Surroundings
from ui.contacts.page import ContactsPage
from ui.drops.drops import Drops
from ui.jobs import Jobs
from ui.page import Page
from ui.theme import Theme
from ui.widgets.heading import Heading

if TYPE_CHECKING:
    from ui.importing.wizard import ImportWizard

PLACE = "import"


class ImportPlace(Page):
    """Stands behind the contacts. It goes back to the page before when the wizard is left."""

    drops: Drops  # what takes files that are dropped on the window, once it stands by

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(PLACE, QCoreApplication.translate("ImportPlace", "Import"), "upload", around, parent)
        self.home = "contacts"
        self._jobs, self._theme = jobs, theme
        self._from = ""
        self._wizard: ImportWizard | None = None
        self._buttons: list[QPushButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self._draw)

    @property
    def wizard(self) -> "ImportWizard":
        """The wizard."""
        if self._wizard is None:
            from ui.importing.wizard import ImportWizard  # noqa: PLC0415 - a window that opens needs no wizard

            made = self._wizard = ImportWizard(self._jobs, self._theme, self.around, parent=self)
            made.left.connect(self._leave)
            made.said.connect(self.said)
            made.failed.connect(self.failed)
            made.list_asked.connect(self.list_asked)
            self._layout.addWidget(made)
        return self._wizard

    def start(self, paths: Sequence[Path] = ()) -> None:
        """Open the wizard, with files or with the choice of one."""
        stack = self.parentWidget()
        here = stack.currentWidget() if isinstance(stack, QStackedWidget) else None
        if isinstance(here, Page) and here is not self:
            self._from = here.place
        self.wizard.begin(paths)
        self.turned_to.emit(PLACE)

    def openers(self) -> Sequence[Action]:
        """Return what opens it, wherever one is."""
        return (Action("file.import", "file", self.tr("&Import…"), (), partial(self.start, ()), icon="upload"),)

    def stand_by(self, contacts: ContactsPage) -> None:
        """Put a button that opens it into the list's head, and take what is dropped on its window.

        The empty list has a button of its own.
        """
        self.drops = Drops(self._jobs, self._theme, contacts, self.start)
        contacts.import_asked.connect(partial(self.start, ()))
        self.put_into(contacts.heading)

    def put_into(self, head: Heading) -> None:
        """Put a button that opens it into the head of a list."""
        button = QPushButton(" " + self.tr("Import"), head)
        button.setAccessibleName(self.tr("Import a file"))
        button.setProperty("button", "import")
        button.setIconSize(icons.size_of(16))
        button.clicked.connect(partial(self.start, ()))
        head.add(button, first=True)
        self._buttons.append(button)
        self._draw()

    # What every page has

    def load(self) -> None:
        """Read what was imported before."""
        self.wizard.load()

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now."""
        super().take_around(around)
        if self._wizard is not None:
            self._wizard.take_around(around)

    def take_focus(self) -> None:
        """Put the focus where the step begins."""
        self.wizard.take_focus()

    def panes(self) -> Sequence[QWidget]:
        """Return the step and its foot."""
        return self.wizard.panes()

    def stop(self) -> None:
        """End what goes on by itself."""
        if self._wizard is not None:
            self._wizard.stop()

    def _leave(self) -> None:
        self.turned_to.emit(self._from or self.home)

    def _draw(self) -> None:
        for button in self._buttons:
            button.setIcon(icons.icon("upload", self._theme.colour("text"), 16))
