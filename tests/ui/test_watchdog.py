"""What keeps the window's thread is found, with its place; what does not is not."""

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from ui.watchdog import Blocked, Watchdog


def working(seconds: float) -> None:
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def paint() -> None:
    working(0.3)


def seen(work: Callable[[], None], *, own_work_only: bool = True) -> list[Blocked]:
    found: list[Blocked] = []
    dog = Watchdog(found.append, 0.1, own_work_only=own_work_only)
    QTimer.singleShot(0, work)
    QTest.qWait(500)
    dog.close()
    return found


def test_work_that_takes_long_is_told_with_its_place() -> None:
    def slow() -> None:
        working(0.3)

    (blocked,) = seen(slow)
    assert blocked.seconds > 0.1
    assert "slow" in blocked.where
    assert "working" in blocked.where


def test_painting_and_many_short_turns_are_no_trouble() -> None:
    turns: list[int] = []
    timer = QTimer(interval=0)

    def turn() -> None:
        turns.append(1)
        working(0.01)

    timer.timeout.connect(turn)
    timer.start()
    assert seen(paint) == []
    timer.stop()
    assert turns


def test_waiting_counts_by_the_wall() -> None:
    def asleep() -> None:
        time.sleep(0.3)

    assert seen(asleep) == []
    (blocked,) = seen(asleep, own_work_only=False)
    assert "asleep" in blocked.where
