"""What a start shows before it has loaded the database: the same rows as the window, in the same places."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import contacts, glimpsing, leads, settings
from app.glimpse import Glimpse
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui import main
from ui.contacts.details import Details
from ui.desk import Desk
from ui.errors import Watchman
from ui.glimpse import Frame, GlimpseWindow, show_glimpse
from ui.glimpsing import Glimpsing
from ui.theme import Theme
from ui.welcome.plan import Plan
from ui.words import Words

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = 30
SECRET = "Zoraida Quintanilla"
LONG = 20_000
SIZE = (1280, 728)
ENGLISH = Words.plain("en")


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings of one's own."""
    monkeypatch.setenv(settings.FOLDER, str(tmp_path / "config"))
    # No screen here is as large as the window.
    monkeypatch.setattr("ui.kept.first_size", lambda: QSize(*SIZE))
    monkeypatch.setattr("ui.glimpsing._SETTLED", 200)
    monkeypatch.setattr("ui.glimpsing._LATER", 500)
    return tmp_path / "config"


@pytest.fixture
def file(file_url: str) -> str:
    """A workspace with people, of whom the first has a lead."""
    with open_workspace(file_url) as workspace:
        for number in range(PEOPLE):
            values: dict[str, Any] = {
                "name": f"{'Ana' if number % 2 else 'Łukasz'} Núñez {number:02}",
                "emails": [f"person{number}@harbor.example"],
                "tags": ["coffee", "fair 2026", "key account"][: number % 4],
                "job_title": "Buyer" if number % 3 else "",
            }
            made = workspace.write(contacts.create, values)
            if not number % 5:
                workspace.write(
                    leads.create, {"name": f"Lead {number}", "contact": made.entries[0].id, "score": 7 * number}
                )
        workspace.write(contacts.create, {"name": SECRET})
    return file_url


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot) -> Iterator[Callable[[str], GlimpseWindow | None]]:
    """Shows a glimpse as a start does."""
    made: list[GlimpseWindow] = []

    def show(url: str, words: Words = ENGLISH) -> GlimpseWindow | None:
        window = show_glimpse(Plan(url), theme, words, 1.0)
        if window is not None:
            made.append(window)
            qtbot.waitUntil(lambda: window._rows is not None, timeout=LONG)
        return window

    yield show
    for window in made:
        window.end()


def kept(open_desk: Open, theme: Theme, qtbot: QtBot, url: str, prepare: Callable[[Desk], None] | None = None) -> Desk:
    """Open a window, let it be kept as the next start shows it, and return it."""
    desk = open_desk(url)
    desk.window.resize(*SIZE)
    if prepare is not None:
        prepare(desk)
    Glimpsing(desk.window, desk.jobs, theme, Plan(url))

    def is_kept() -> None:
        window = desk.window
        over = (window.toast, window.palette_, window.inbox, window.bar)
        assert Frame.read() is not None, (
            window.place,
            window.contacts.is_plain,
            [type(one).__name__ for one in over if one.isVisible()],
            QApplication.activePopupWidget(),
            QApplication.activeModalWidget(),
        )

    qtbot.waitUntil(is_kept, timeout=LONG)
    return desk


def picture(window: QWidget, area: QRect) -> QImage:
    return window.grab(area).toImage()


def rows_of(desk: Desk) -> QRect:
    viewport = desk.window.contacts.table.viewport()
    return QRect(viewport.mapTo(desk.window, QPoint()), viewport.size())


@pytest.mark.parametrize("look", ["plain", "dark", "compact", "mirrored", "columns", "newest"])
def test_it_shows_what_the_window_shows(
    open_desk: Open,
    theme: Theme,
    qtbot: QtBot,
    file: str,
    shown: Callable[[str], GlimpseWindow],
    look: str,
    qapp: QApplication,
) -> None:
    def prepare(desk: Desk) -> None:
        page = desk.window.contacts
        if look == "columns":
            page.table.choose_columns(["name", "email", "job_title", "added", "tags"])
        elif look == "newest":
            page.sort_by("-created")
        qtbot.waitUntil(lambda: page.model.loaded(0) is not None and page.model.is_whole, timeout=LONG)
        page.select(0)
        page.table.scrollToTop()

    if look == "dark":
        theme.choose("dark")
    elif look == "compact":
        theme.choose_density("compact")
    elif look == "mirrored":
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        desk = kept(open_desk, theme, qtbot, file, prepare)
        page = desk.window.contacts
        qtbot.waitUntil(lambda: not page.table.horizontalScrollBar().isVisible(), timeout=LONG)
        page.heading.setFocus()
        area = rows_of(desk)
        window = shown(file)
        assert window.size() == desk.window.size()
        assert window._rows is not None
        assert [row.id for row in window._rows] == [page.model.id_at(n) for n in range(len(window._rows))]
        mine, its = picture(window, area), picture(desk.window, area)
        if mine != its:
            mine.save(str(Path(file).parent / "mine.png"))
            its.save(str(Path(file).parent / "its.png"))
        assert mine == its, f"other rows than the window's: see {Path(file).parent}"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        theme.choose_density("comfortable")


def test_nothing_of_a_contact_is_kept(open_desk: Open, theme: Theme, qtbot: QtBot, file: str, config: Path) -> None:
    def search(desk: Desk) -> None:
        page = desk.window.contacts
        page.open_record(next(n for n in range(PEOPLE + 1, 1, -1) if page.model.place_of(n) is not None))
        qtbot.waitUntil(lambda: page.details.detail is not None, timeout=LONG)

    desk = kept(open_desk, theme, qtbot, file, search)
    text = (config / "glimpse.json").read_text(encoding="utf-8")
    assert "Núñez" not in text
    assert SECRET not in text
    image = QImage(str(config / "glimpse.png"))
    details = desk.window.contacts.details
    pane = QRect(details.mapTo(desk.window, QPoint()), details.size())
    assert details.isVisible()
    for part in (rows_of(desk), pane):
        found = {image.pixel(x, y) for x in range(part.left(), part.right()) for y in range(part.top(), part.bottom())}
        assert len(found) == 1


def test_rows_are_those_of_now(
    open_desk: Open, theme: Theme, qtbot: QtBot, file: str, shown: Callable[[str], GlimpseWindow]
) -> None:
    kept(open_desk, theme, qtbot, file)
    with open_workspace(file) as colleague:
        colleague.write(contacts.create, {"name": "Aaron First"})
    rows = shown(file)._rows
    assert rows is not None
    assert rows[0].name == "Aaron First"


@pytest.mark.parametrize(
    "change", ["language", "theme", "density", "page", "first page", "file", "workspace", "version", "torn", "size"]
)
def test_it_is_not_shown_where_the_start_would_show_something_else(
    open_desk: Open,
    theme: Theme,
    qtbot: QtBot,
    file: str,
    tmp_path: Path,
    config: Path,
    shown: Callable[..., GlimpseWindow | None],
    monkeypatch: pytest.MonkeyPatch,
    change: str,
) -> None:
    kept(open_desk, theme, qtbot, file)
    frame = Frame.read()
    assert frame is not None
    place, words = file, ENGLISH
    told = config / "glimpse.json"
    if change == "language":
        words = Words.plain("es")
    elif change == "theme":
        theme.choose("dark")
    elif change == "density":
        theme.choose_density("compact")
    elif change == "page":
        settings.write(windows={frame.owner: {"page": "board"}})
    elif change == "first page":
        settings.write(first_page="board")
    elif change == "file":
        place = str(tmp_path / "other.tandem")
    elif change == "version":
        told.write_text(json.dumps(json.loads(told.read_text("utf-8")) | {"version": "0"}), encoding="utf-8")
    elif change == "torn":
        told.write_text(told.read_text("utf-8")[:200], encoding="utf-8")
    elif change == "size":
        monkeypatch.setattr("ui.kept.first_size", lambda: QSize(SIZE[0], SIZE[1] + 1))
    else:
        plain = frame.glimpse | {"workspace": "another"}
        replace(frame, glimpse=plain).write((config / "glimpse.png").read_bytes())
        window = show_glimpse(Plan(file), theme, words, 1.0)
        assert window is not None
        qtbot.waitUntil(lambda: window._errand.result is None and not window._errand._thread.is_alive(), timeout=LONG)
        assert window._rows is None
        window.end()
        return
    try:
        assert shown(place, words) is None
    finally:
        theme.choose_density("comfortable")


def test_a_score_fades_on_and_an_order_by_it_is_not_known_by_heart(file: str) -> None:
    with open_workspace(file) as workspace, workspace.reading() as session:
        found = glimpsing.glimpse(session, "-score", 20)
        assert found is None
        by_name = glimpsing.glimpse(session, "name", 20)
        assert by_name is not None
        again = Glimpse.of(json.loads(json.dumps(by_name.plain())))
        assert again.rows(Path(file), workspace.clock()) == contacts.first_page(session, "", "name", 20)


class _Application:
    """The application, but for its loop, which a test runs itself."""

    def __init__(self, application: QApplication, loop: Callable[[], None]) -> None:
        self._application = application
        self._loop = loop

    def __getattr__(self, name: str) -> Any:
        return getattr(self._application, name)

    def exec(self) -> int:
        """Run what the test does."""
        self._loop()
        return 0


def started(qapp: QApplication, theme: Theme, file: str, loop: Callable[[], None]) -> int:
    """Run the program on a file as a start does, with a loop of the test's own."""
    watchman = Watchman()
    application: Any = _Application(qapp, loop)
    try:
        return main._run(application, theme, ENGLISH, watchman, Plan(file))
    finally:
        watchman.stand_down()


def test_a_start_shows_it_and_then_the_window(
    open_desk: Open, theme: Theme, qtbot: QtBot, qapp: QApplication, file: str
) -> None:
    kept(open_desk, theme, qtbot, file).window.close()
    seen: list[str] = []

    def windows() -> list[str]:
        return [type(one).__name__ for one in qapp.topLevelWidgets() if one.isVisible() and one.isWindow()]

    def loop() -> None:
        seen.extend(windows())
        qtbot.waitUntil(lambda: "Window" in windows(), timeout=LONG)
        found: Any = next(one for one in qapp.topLevelWidgets() if type(one).__name__ == "Window" and one.isVisible())
        assert found.contacts.model.loaded(0) is not None
        qtbot.waitUntil(lambda: windows() == ["Window"], timeout=LONG)
        found.close()

    assert started(qapp, theme, file, loop) == 0
    assert seen == ["GlimpseWindow"]


def colours(pane: Details) -> list[int]:
    """Return the colours of what scrolls in a pane."""
    image = picture(pane, pane.area.geometry())
    return [image.pixel(x, y) for x in range(image.width()) for y in range(image.height())]


def begun(theme: Theme, qtbot: QtBot, url: str, early: tuple[str, Any]) -> Desk:
    """Return a window as a start makes it once it has shown a glimpse."""
    desk = Desk(open_workspace(url), theme, ENGLISH, size=QSize(*SIZE), early=early)
    qtbot.addWidget(desk.window)
    desk.window.show()
    return desk


def test_the_window_begins_with_its_rows_and_reads_them_anew(
    open_desk: Open, theme: Theme, qtbot: QtBot, file: str, shown: Callable[[str], GlimpseWindow]
) -> None:
    first = kept(open_desk, theme, qtbot, file)
    qtbot.waitUntil(lambda: first.window.contacts.model.is_whole, timeout=LONG)
    first.window.close()
    early = shown(file).early
    assert early is not None
    order, rows = early
    assert order == "name"
    rows = rows[:5]
    with open_workspace(file) as colleague:
        colleague.write(contacts.edit, rows[0].id, {"job_title": "Head of all"})
        colleague.write(contacts.remove, rows[1].id)
        added = colleague.write(contacts.create, {"name": "Zzz Last"}).entries[0].id
    desk = begun(theme, qtbot, file, (order, rows))
    model, table = desk.window.contacts.model, desk.window.contacts.table
    assert [model.id_at(place) for place in range(model.rowCount())] == [row.id for row in rows]
    assert model.loaded(0) == rows[0]
    assert table.currentIndex().row() == 0
    pane = desk.window.contacts.details
    assert pane.isVisible()
    assert len(set(colours(pane))) == 1  # nothing that belongs to nobody
    qtbot.waitUntil(lambda: pane.detail is not None, timeout=LONG)
    assert len(set(colours(pane))) > 1
    qtbot.waitUntil(lambda: model.is_whole, timeout=LONG)
    qtbot.waitUntil(lambda: getattr(model.row(0), "job_title", "") == "Head of all", timeout=LONG)
    assert model.rowCount() == PEOPLE + 1
    assert model.id_at(model.rowCount() - 1) == added
    assert model.place_of(rows[1].id) is None
    assert desk.window.contacts.heading.figure.text() == str(PEOPLE + 1)
    desk.window.close()


def test_rows_in_an_order_that_is_not_the_windows_are_left(
    open_desk: Open, theme: Theme, qtbot: QtBot, file: str, shown: Callable[[str], GlimpseWindow]
) -> None:
    kept(open_desk, theme, qtbot, file).window.close()
    early = shown(file).early
    assert early is not None
    desk = begun(theme, qtbot, file, ("-created", early[1]))
    model = desk.window.contacts.model
    assert model.rowCount() == 0
    qtbot.waitUntil(lambda: model.is_whole, timeout=LONG)
    assert model.rowCount() == PEOPLE + 1
    desk.window.close()


def test_who_closes_it_leaves_the_program(
    open_desk: Open, theme: Theme, qtbot: QtBot, qapp: QApplication, file: str
) -> None:
    kept(open_desk, theme, qtbot, file).window.close()

    def leave() -> None:
        for one in qapp.topLevelWidgets():
            if isinstance(one, GlimpseWindow):
                one.close()

    def loop() -> None:
        raise AssertionError("it went on")

    QTimer.singleShot(0, leave)
    assert started(qapp, theme, file, loop) == 0


def test_nothing_of_the_database_is_loaded_for_it() -> None:
    names = ("sqlalchemy", "db.models", "app.context")
    code = f"import sys, ui.main; print([name for name in {names} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout.strip() == "[]", done.stderr
