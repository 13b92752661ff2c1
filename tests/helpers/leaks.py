"""Fails a test that leaves a thread, a running timer or a window behind."""

import gc
import sys
import threading
import time
from collections.abc import Generator, Iterator
from typing import Any

import pytest

_PASSED = pytest.StashKey[bool]()
_GRACE = 2.0  # seconds a thread gets to end after it was told to


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note how the test itself went: one that failed has its own news."""
    report = yield
    if call.when == "call":
        item.stash[_PASSED] = report.passed
    return report


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Look after the test for what was not there before it."""
    threads = set(threading.enumerate())
    windows = _windows()
    # What is alive now is set aside, so that only the test's own objects are gone through afterwards.
    gc.freeze()
    try:
        yield
        if request.node.stash.get(_PASSED, False):
            left = _threads_left(threads) + _qt_left(windows)
            assert not left, f"left behind: {', '.join(left)}"
    finally:
        gc.unfreeze()


def _threads_left(before: set[threading.Thread]) -> list[str]:
    end = time.monotonic() + _GRACE
    while True:
        left = [
            thread
            for thread in threading.enumerate()
            # threads of Qt's own that once ran Python stand in the list as dummies until the process ends
            if thread not in before and not isinstance(thread, threading._DummyThread)
        ]
        if not left or time.monotonic() > end:
            return [f"thread {thread.name}" for thread in left]
        time.sleep(0.01)


def _windows() -> set[Any]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or not isinstance(widgets.QApplication.instance(), widgets.QApplication):
        return set()
    return set(widgets.QApplication.topLevelWidgets())


def _qt_left(windows: set[Any]) -> list[str]:
    core = sys.modules.get("PySide6.QtCore")
    if core is None or core.QCoreApplication.instance() is None:
        return []
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    gc.collect()
    main = core.QCoreApplication.instance().thread()
    left = [f"window {_called(window)}" for window in _windows() - windows if not _is_qt_own(window)]
    for thing in gc.get_objects():
        if isinstance(thing, core.QTimer) and _is_alive(thing) and thing.isActive():
            left.append(f"timer {_called(thing)} of {_called(thing.parent())}")
        elif isinstance(thing, core.QThread) and _is_alive(thing) and thing.isRunning() and thing is not main:
            left.append(f"thread {_called(thing)}")
    return left


def _is_alive(thing: Any) -> bool:
    from shiboken6 import isValid  # noqa: PLC0415 - tests without Qt load none of it

    return bool(isValid(thing))


def _is_qt_own(window: Any) -> bool:
    # Qt keeps one tooltip and lets it fade by itself.
    return str(window.metaObject().className()) == "QTipLabel"


def _called(thing: Any) -> str:
    return "nothing" if thing is None else f"{type(thing).__name__}({thing.objectName()!r})"
