"""From the start of the process to the list on the screen, beside DB Browser for SQLite (C++) on the same file.

python -m bench.start [CONTACTS] [FILE]          a million contacts when left out; FILE is made unless it is there

Both are looked at from outside, on a screen of their own: a part of it is painted when it first looks as it does in the
end, but for a caret. The rows of our list are those that a start shows while it goes on loading (`ui.glimpse`): the first
start, which is not counted, has kept what they are read with. The whole of our window is there once it takes input and
has the counts and the pane beside the list; the peer's window is a list and little else, so that the whole of it stands
for the list. Input is taken from the first turn of the event loop in which our window stands, which is seen from inside,
by a start of its own. DB Browser comes from the system's packages (sqlitebrowser); without it ours stands alone.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from bench.common import machine
from bench.fill import filled
from tests.helpers.screens import Screen

SIZE = "1440x900x24"
RUNS = 5
WATCHED = 12.0
"""Seconds that a start is watched for."""
ALIKE = 0.002
"""Share of the screen that may differ: a caret, a figure that comes later."""
WIDTH, HEIGHT, DEEP = 1440, 900, 4
BEGAN = "BENCH_BEGAN"
"""Names the moment at which the process was started, on the clock that all processes share."""
INSIDE = f"""
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

class Watched(QApplication):
    def exec(self):
        self.turn = QTimer(interval=5)
        self.turn.timeout.connect(self.look)
        self.turn.start()
        return super().exec()

    def look(self):
        from ui.window import Window
        for one in self.topLevelWidgets():
            if isinstance(one, Window) and one.isVisible() and one.windowHandle().isExposed():
                self.turn.stop()
                print(time.monotonic() - float(os.environ[{BEGAN!r}]), flush=True)

watched = Watched(["tandem"])
from app.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
ROWS = (slice(200, 860), slice(216, 790))
"""Where the rows of our list stand on the screen, down and across, and nothing of the pane beside them."""


def picture(display: str) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    """Return what the screen shows."""
    command = ["xwd", "-root", "-silent", "-display", display]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:  # a window that goes in this moment is in its way
        done = subprocess.run(command, capture_output=True, check=True)
    dump = done.stdout
    return np.frombuffer(dump, np.uint8)[-WIDTH * HEIGHT * DEEP :].reshape(HEIGHT, WIDTH, DEEP)


def painted(command: list[str], environment: dict[str, str], display: str) -> tuple[float, float]:
    """Return the milliseconds from the start of a process until our rows, and all, look as they do in the end."""
    empty = picture(display)
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment | {"DISPLAY": display}, stderr=subprocess.DEVNULL)
    seen: list[tuple[float, np.ndarray[tuple[int, ...], np.dtype[np.uint8]]]] = []
    try:
        while time.perf_counter() - began < WATCHED:
            shown = picture(display)
            if not seen or not np.array_equal(shown, seen[-1][1]):
                seen.append((time.perf_counter() - began, shown))
    finally:
        process.terminate()
        process.wait()
    last = seen[-1][1]
    assert float((last != empty).mean()) > ALIKE, "nothing came on the screen"

    def stood(part: tuple[slice, slice]) -> float:
        return next(at for at, shown in seen if float((shown[part] != last[part]).mean()) < ALIKE) * 1000

    return stood(ROWS), stood((slice(None), slice(None)))


def takes_input(url: str, environment: dict[str, str], display: str) -> float:
    """Return the milliseconds from the start of a process until its window takes input."""
    told = environment | {"DISPLAY": display, BEGAN: str(time.monotonic())}
    command = [sys.executable, "-P", "-c", INSIDE, url]
    process = subprocess.Popen(command, env=told, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    try:
        return float(process.stdout.readline()) * 1000
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def main(arguments: list[str]) -> int:
    """Start both in turn."""
    count = int(arguments[0]) if arguments else 1_000_000
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        url = filled(Path(arguments[1]) if len(arguments) > 1 else Path(folder) / "start.tandem", count)
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment = kept | {"TANDEM_CONFIG": folder, "QT_QPA_PLATFORM": "xcb", "HOME": folder}
        commands = {"Tandem": [sys.executable, "-P", "-m", "app", url]}
        browser = shutil.which("sqlitebrowser")
        if browser is not None:
            commands["DB Browser"] = [browser, "-t", "contacts", url]
        screen = Screen(SIZE)
        display = screen.name
        times: dict[str, list[float]] = {}
        try:
            for run in range(RUNS + 1):
                for name, command in commands.items():
                    rows, whole = painted(command, environment, display)
                    if run:  # the first start warms the disk's cache
                        if name == "Tandem":
                            times.setdefault("its rows", []).append(rows)
                            times.setdefault("takes input", []).append(takes_input(url, environment, display))
                        times.setdefault(name, []).append(whole)
        finally:
            screen.close()
    middle = {name: statistics.median(found) for name, found in times.items()}
    for name, found in times.items():
        print(f"{name:<12} {middle[name]:8.0f} ms (from {min(found):.0f} to {max(found):.0f})")
    print(f"a window that takes input: {middle['takes input']:.0f} ms  promise: < 800 ms")
    if browser is not None:
        for name in ("its rows", "Tandem"):
            print(f"ratio of {name:<9} {middle[name] / middle['DB Browser']:.2f}  promise: ≤ 1.1")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
