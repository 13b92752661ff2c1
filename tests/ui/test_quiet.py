"""Quiet hours and the pause: nothing comes to the desktop meanwhile, the digest tells it after, the words say when."""

from datetime import UTC, datetime, time, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app import contacts, digest, quiet, tasks
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui.desk import Desk

NOON = datetime(2026, 11, 27, 11, tzinfo=UTC)  # in Madrid, on a Friday


class Watched:
    """A window that lies behind others, its clock, and what it told on the desktop."""

    def __init__(self, open_desk: Open, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("ui.inbox.panel.EVERY", 50)
        digest.want(on=True)
        self.now = NOON
        with open_workspace(url, clock=lambda: NOON) as mine:
            mine.write(contacts.create, {"name": "Amelia Okafor"})
            for minutes, title in ((30, "Send the quote"), (90, "Ring again")):
                mine.write(tasks.add, "contact", 1, title, due_at=NOON + timedelta(minutes=minutes))
        self.desk: Desk = open_desk(url, clock=lambda: self.now)
        monkeypatch.setattr(type(self.desk.window), "isActiveWindow", lambda _self: False)
        self.told: list[str] = []
        self.desk.window.inbox.notifier.show = lambda title, _words: self.told.append(title)

    @property
    def toast(self) -> str:
        toast = self.desk.window.toast
        return toast.words.text() if toast.isVisible() else ""


def test_quiet_hours_keep_the_desktop_free_and_the_digest_tells_after(
    open_desk: Open, file_url: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiet.keep(time(12), time(13))
    seen = Watched(open_desk, file_url, monkeypatch)
    window = seen.desk.window
    qtbot.waitUntil(lambda: len(window.inbox.lines) == 2, timeout=10_000)
    seen.now = NOON + timedelta(minutes=40)
    qtbot.waitUntil(lambda: window.title.bell.count == 1, timeout=10_000)
    assert (seen.told, seen.toast) == ([], "")
    seen.now = NOON + timedelta(minutes=61)
    qtbot.waitUntil(lambda: seen.toast == "Waiting for you: 2 tasks due today.", timeout=10_000)
    seen.now = NOON + timedelta(minutes=91)
    qtbot.waitUntil(lambda: seen.told == ["Due now: Ring again"], timeout=10_000)


def test_a_pause_keeps_the_desktop_free_and_the_digest_tells_after(
    open_desk: Open, file_url: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = Watched(open_desk, file_url, monkeypatch)
    window = seen.desk.window
    qtbot.waitUntil(lambda: seen.toast.startswith("Waiting for you"), timeout=10_000)  # it is the first time today
    window.go_to("inbox")
    pause = window.waiting.pause
    pause.click()
    assert (pause.text(), seen.toast) == ("Quiet until 13:00", "No notifications until 13:00.")
    seen.now = NOON + timedelta(minutes=40)
    qtbot.waitUntil(lambda: window.title.bell.count == 1, timeout=10_000)
    assert seen.told == []
    pause.click()  # taken back before its end: what came meanwhile is told all the same
    qtbot.waitUntil(lambda: seen.toast == "Waiting for you: 2 tasks due today.", timeout=10_000)
    assert pause.text() == "Quiet…"
    seen.now = NOON + timedelta(minutes=91)
    qtbot.waitUntil(lambda: seen.told == ["Due now: Ring again"], timeout=10_000)

    quiet.keep(time(14), time(18))  # it is 13:31: a pause runs into quiet hours
    pause.click()
    assert pause.text() == "Quiet until 18:00"
    assert seen.toast == "No notifications until 18:00, since your quiet hours follow the pause."
    seen.now = NOON + timedelta(hours=3)
    pause.tell()
    assert pause.text() == "Quiet hours until 18:00"
    pause.click()  # within quiet hours
    assert pause.text() == "Quiet until 19:00"
    assert seen.toast == "No notifications until 19:00, an hour longer than your quiet hours."
    assert pause.toolTip() == "Take the pause back; your quiet hours last until 18:00"
    pause.click()
    assert (pause.text(), seen.toast) == (
        "Quiet hours until 18:00",
        "The pause is taken back. Your quiet hours last until 18:00.",
    )


def test_it_is_quiet_until_the_last_of_what_follows_upon_each_other() -> None:
    late = datetime(2026, 11, 27, 21, 30, tzinfo=UTC)  # a Friday
    quiet.keep(time(22), time(8))
    assert quiet.until(late, UTC) is None
    quiet.pause(late + timedelta(hours=1))
    assert quiet.until(late, UTC) == datetime(2026, 11, 28, 8, tzinfo=UTC)
    quiet.pause(datetime(2026, 11, 28, 9, tzinfo=UTC))
    assert quiet.until(late, UTC) == datetime(2026, 11, 28, 9, tzinfo=UTC)
    quiet.pause(None)
    quiet.keep(time(0), time(0), (5, 6))  # the whole weekend
    assert quiet.until(datetime(2026, 11, 28, 3, tzinfo=UTC), UTC) == datetime(2026, 11, 30, tzinfo=UTC)
    quiet.keep(time(0), time(0))  # for good
    assert quiet.until(late, UTC) is not None
