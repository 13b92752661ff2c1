"""Windows over real workspaces, with the real threads."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import digest
from app.workspace import Workspace, open_workspace
from tests.helpers.screens import Screen
from ui import theme as look
from ui import words
from ui.around import Surroundings
from ui.desk import Desk
from ui.jobs import Jobs
from ui.theme import Theme
from ui.words import Words

Open = Callable[..., Desk]


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Signals find their thread only where there is an application."""
    return qapp


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A screen of one's own for processes with real windows: there is one pointer a screen, and one focus."""
    if shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        pytest.skip("needs a screen and hands: ./test brings Xvfb and xdotool")
    screen = Screen("1920x1200x24")
    monkeypatch.setenv("DISPLAY", screen.name)
    yield
    screen.close()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme, with the fonts that Tandem carries."""
    look.load_fonts(qapp)
    made = Theme(qapp, "light")
    yield made
    made.stop_listening()
    qapp.setStyleSheet("")


@pytest.fixture
def jobs(workspace: Workspace) -> Iterator[Jobs]:
    """The door for background work over an empty workspace, once on each engine."""
    made = Jobs(workspace)
    yield made
    made.close()


@pytest.fixture
def file_jobs(file_workspace: Workspace) -> Iterator[Jobs]:
    """The same over a file alone."""
    made = Jobs(file_workspace)
    yield made
    made.close()


@pytest.fixture
def around(file_workspace: Workspace) -> Surroundings:
    """What cards' words depend on."""
    context = file_workspace.context()
    speaker = Words("en", context.zone, context.info.currency)
    return Surroundings(context, speaker, file_workspace.clock)


@pytest.fixture
def open_desk(application: QApplication, theme: Theme, qtbot: QtBot) -> Iterator[Open]:
    """Opens windows in English; they are closed when the test ends."""
    translators = words.install(application, "en")
    digest.want(on=False)  # it would stand over what a test asks about; its own tests want it again
    made: list[Desk] = []

    def opened(url: str, as_member: str | None = None, clock: Callable[[], datetime] | None = None) -> Desk:
        given: dict[str, Any] = {} if clock is None else {"clock": clock}
        desk = Desk(open_workspace(url, as_member, **given), theme, Words.plain("en"))
        made.append(desk)
        listed: list[None] = []
        desk.window.views.listed.connect(lambda: listed.append(None))
        qtbot.addWidget(desk.window)
        desk.window.resize(1440, 900)
        desk.window.show()
        qtbot.waitExposed(desk.window)
        qtbot.waitUntil(lambda: bool(desk.window.board.columns and listed), timeout=10_000)
        return desk

    yield opened
    for desk in made:
        desk.window.close()
    # Deleted at once: the next style sheet would be worked out for these windows, too.
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for translator in translators:
        application.removeTranslator(translator)
