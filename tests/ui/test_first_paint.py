"""What a start does not wait for: libraries and pages that come once the window stands."""

import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.conftest import Open

ROOT = Path(__file__).resolve().parents[2]
LATE = (
    *("pandas", "numpy", "openpyxl", "alembic", "typst", "phonenumbers", "vobject", "rapidfuzz", "charset_normalizer"),
    *("keyring", "psycopg", "html", "PySide6.QtPdf", "PySide6.QtNetwork", "PySide6.QtPrintSupport"),
    *("app.cli", "app.sample", "app.imports", "app.reports", "app.papers", "app.press", "app.letters"),
    *("app.goals", "app.meetings", "app.meeting_papers", "app.duplicates.scoring", "app.duplicates.pairs"),
    *("ui.duplicates.page", "ui.meetings.page", "ui.goals.page", "ui.reports.page", "ui.importing.wizard"),
    *("ui.widgets.charts", "ui.contacts.new_contact", "ui.settings.dialog", "ui.welcome.page", "ui.help.guide"),
)
"""What a list of contacts on the screen needs nothing of."""
STAND = """
import sys
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from app.workspace import open_workspace
from ui import theme as look, words
from ui.desk import Desk
from ui.theme import Theme
from ui.words import Words
application = QApplication(["tandem"])
look.load_fonts(application)
theme = Theme(application, "light")
desk = Desk(open_workspace(sys.argv[1]), theme, Words.plain("en"), size=QSize(1024, 640))
desk.window.show()
while desk.window.contacts.model.rowCount() == 0:
    application.processEvents()
desk.window.repaint()
print(*sys.modules)
print(desk.window.place, *(page.place for page in desk.window._pages.made))
desk.window.close()
"""


def test_nothing_heavy_is_loaded_before_the_first_rows_stand(url: str, tmp_path: Path) -> None:
    from app import contacts  # noqa: PLC0415 - the window's own process is what is looked at
    from app.workspace import open_workspace  # noqa: PLC0415 - as above

    with open_workspace(url) as workspace:
        workspace.write(contacts.create, {"name": "Ana Núñez"})
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "TANDEM_CONFIG": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", STAND, url],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    modules, pages = done.stdout.strip().splitlines()
    loaded = set(modules.split())
    needed = {"psycopg"} if "://" in url else set()
    assert sorted(loaded.intersection(LATE) - needed) == []
    assert set(pages.split()) == {"contacts", "import"}


def test_every_late_module_is_one_of_ours_that_exists() -> None:
    """A name that nothing bears any more would be no test."""
    for name in LATE:
        if name.split(".")[0] in {"app", "ui"}:
            place = ROOT.joinpath(*name.split("."))
            assert place.with_suffix(".py").is_file() or (place / "__init__.py").is_file(), name


def test_the_other_pages_come_by_themselves(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    window = open_desk(file_url).window
    qtbot.waitUntil(lambda: len(window._pages.made) == len(window._pages), timeout=20_000)
    assert window.place == "contacts"
    assert not window.actions_by_id["meeting.present"].isEnabled()
    assert window.actions_by_id["contacts.new"].isEnabled()


def test_a_page_that_is_not_made_yet_is_made_by_whoever_goes_there(open_desk: Open, file_url: str) -> None:
    window = open_desk(file_url).window
    window._pages.stop()
    window.go_to("reports")
    assert window.place == "reports"
    assert window._actions.made["reports.print"].isEnabled()
    assert "meetings" not in {page.place for page in window._pages.made}
    window.open_record("meeting", 1)
    assert window.place == "meetings"
    window.go_to("contacts")
    assert not window._actions.made["reports.print"].isEnabled()
