"""A workspace on the screen: its threads and its window."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from app import settings
from app.workspace import Workspace
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.silence import Silence
from ui.sync import Sync
from ui.theme import Theme
from ui.window import Window
from ui.words import Words

if TYPE_CHECKING:
    from app.contact_row import ContactRow

_SHOWING = 60
"""Milliseconds that a window with rows at hand is given to come on the screen, before anything else is read."""


class Desk(QObject):
    """An open workspace with its threads and its window. It ends with `close`, which closing the window calls."""

    closed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        words: Words,
        *,
        size: QSize | None = None,
        early: "tuple[str, Sequence[ContactRow]] | None" = None,
    ) -> None:
        """Make it; with a `size`, the window comes where it was left, or in that size where it never was.

        Contacts that were read already, in an order from its first on, are shown `early`, and read anew after that.
        """
        super().__init__()
        context = workspace.context()
        around = Surroundings(context, words.at(context.zone, context.info.currency), workspace.clock)
        self.workspace = workspace
        self._is_closed = False
        self.jobs = Jobs(workspace)
        with theme.undressed():
            self.window = Window(self.jobs, theme, around)
        self.sync = Sync(self.jobs, context.seq)
        self.sync.trouble.connect(self.window.trouble)
        self.window.closing.connect(self.close)
        self.window.theme_chosen.connect(self._keep_theme)
        if size is not None and not self.window.restore():
            self.window.resize(size)
        self.jobs.hold()
        if early is not None and self.window.contacts.model.begin_with(*early):
            QTimer.singleShot(_SHOWING, self, self._begin)
        else:
            self._begin()
        self.silence = Silence(self.jobs)
        self.silence.start()

    def _begin(self) -> None:
        self.window.load()
        self.jobs.go()

    def take_files(self, files: Sequence[str]) -> None:
        """Bring in the files that a start was given, step by step."""
        if files:
            self.window.importing.start([Path(one) for one in files])

    def close(self) -> None:
        """End the threads and close the workspace."""
        if not self._is_closed:
            self._is_closed = True
            self.silence.stop()
            self.sync.close()
            self.jobs.close()
            self.workspace.close()
            self.closed.emit()

    def _keep_theme(self, choice: str) -> None:
        settings.write(theme=choice)
