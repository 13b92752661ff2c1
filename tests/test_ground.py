"""The test ground itself: what it forbids does fail, and the toolkit bears what a day of work asks of it."""

import socket
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.helpers.network import OutsideError, is_inside

pytest_plugins = ["pytester"]

LEAKS = """
import threading
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QWidget
kept = []

def test_thread():
    threading.Thread(target=threading.Event().wait, args=(4,), name="stays").start()

def test_timer(qapp):
    timer = QTimer(interval=1000)
    timer.start()
    kept.append(timer)

def test_window(qapp):
    kept.append(QWidget())

def test_qt_thread(qapp):
    thread = QThread()
    thread.start()
    kept.append(thread)

def test_qt_warning(qapp):
    from PySide6.QtCore import qWarning
    qWarning("something is wrong")

def test_warning():
    import warnings
    warnings.warn("something is old")

def test_clean(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    timer = QTimer(window, interval=10)
    timer.start()

def test_clean_without_help(qapp):
    window = QWidget()
    window.show()
"""


def test_what_is_left_behind_fails(pytester: pytest.Pytester, pytestconfig: pytest.Config) -> None:
    root = pytestconfig.rootpath
    pytester.makepyprojecttoml((root / "pyproject.toml").read_text().replace('["."]', f'["{root.as_posix()}"]'))
    pytester.mkdir("tests").joinpath("test_leaks.py").write_text(LEAKS)
    done = pytester.runpytest_subprocess("-p", "tests.conftest", "-p", "no:xdist", "-p", "no:randomly")
    done.assert_outcomes(passed=6, failed=2, errors=4)
    done.stdout.fnmatch_lines_random(
        [
            "*left behind: thread stays*",
            "*left behind: timer QTimer('') of nothing*",
            "*left behind: window QWidget('')*",
            "*left behind: thread QThread('')*",
            "FAILED *::test_qt_warning*",
            "FAILED *::test_warning*",
        ]
    )


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.3.2.1", b"::1", "", None])
def test_this_computer_is_inside(host: object) -> None:
    assert is_inside(host)


@pytest.mark.parametrize("host", ["example.org", "10.0.0.1", "192.168.1.1", "0.0.0.0", b"example.org"])  # noqa: S104 - not bound to
def test_everything_else_is_outside(host: object) -> None:
    assert not is_inside(host)


def test_reaching_out_fails(outside_calls: list[str]) -> None:
    with pytest.raises(OutsideError):
        socket.getaddrinfo("example.org", 443)
    with socket.socket() as one, pytest.raises(OutsideError):
        one.connect(("192.0.2.1", 9))
    assert len(outside_calls) == 2
    outside_calls.clear()


def test_the_home_is_not_the_persons_own() -> None:
    assert Path.home().name.startswith("tandem-home-")


def test_thirty_thousand_clicks(qtbot: QtBot) -> None:
    """Some releases of the bindings lose a reference at each signal and crash after some twenty thousand."""
    counts = [0]

    def clicked() -> None:
        counts[0] += 1

    button = QPushButton("Again")
    qtbot.addWidget(button)
    button.clicked.connect(clicked)
    none = sys.getrefcount(None)
    for _ in range(30_000):
        button.click()
    assert counts == [30_000]
    assert sys.getrefcount(None) > none - 10_000


@pytest.mark.xvfb
def test_a_real_screen(qtbot: QtBot) -> None:
    button = QPushButton("Press")
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    assert QApplication.platformName() == "xcb"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
