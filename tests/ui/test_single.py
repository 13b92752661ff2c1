"""One window a workspace: two real processes, and what a crash leaves behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import settings
from ui.single import Seat, seat_of

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0
WAITING = """
import sys
from PySide6.QtCore import QCoreApplication
from ui.single import Seat
program = QCoreApplication([])
seat = Seat(sys.argv[1])
print(seat.take(), flush=True)
seat.listen()
seat.asked.connect(lambda files: (print(*files, flush=True), program.quit()))
program.exec()
"""


@pytest.fixture(autouse=True)
def _config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.FOLDER, str(tmp_path / "config"))


def waiting(name: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", WAITING, name], cwd=ROOT, env=dict(os.environ), stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "True\n"
    return process


def test_the_second_start_hands_over_and_has_no_seat(tmp_path: Path) -> None:
    name = seat_of(str(tmp_path / "a.tandem"))
    process = waiting(name)
    second = Seat(name)
    assert not second.take(["one.csv", "two ñ.vcf"])
    out, _ = process.communicate(timeout=PATIENCE)
    assert out == "one.csv two ñ.vcf\n"
    assert second.take()
    second.leave()


def test_a_crash_leaves_the_seat_free(tmp_path: Path) -> None:
    name = seat_of(str(tmp_path / "a.tandem"))
    process = waiting(name)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=PATIENCE)
    seat = Seat(name)
    assert seat.take()
    seat.listen()
    third = Seat(name)
    seat.leave()
    assert third.take()
    third.leave()


def test_other_workspaces_and_members_have_seats_of_their_own(tmp_path: Path) -> None:
    one, other = str(tmp_path / "a.tandem"), str(tmp_path / "b.tandem")
    assert len({seat_of(one), seat_of(other), seat_of(one, "tom@harbor.example")}) == 3
    link = tmp_path / "link.tandem"
    (tmp_path / "a.tandem").touch()
    link.symlink_to(one)
    assert seat_of(str(link)) == seat_of(one)
    scheme = "postgresql"
    assert seat_of(f"{scheme}://priya:secret@db/x") == seat_of(f"{scheme}://priya@db/x")


def test_one_that_hangs_keeps_nobody_from_working(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.single.PATIENCE", 300)
    name = seat_of(str(tmp_path / "a.tandem"))
    process = waiting(name)
    process.send_signal(signal.SIGSTOP)
    try:
        assert Seat(name).take()
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=PATIENCE)


def test_a_folder_that_cannot_be_written_to_keeps_nobody_from_working(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(settings.FOLDER, str(tmp_path / "file"))
    assert Seat("anything").take()


def test_two_starts_of_the_program_make_one_window(tmp_path: Path, file_url: str, qtbot: QtBot) -> None:
    del qtbot
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen", "TANDEM_CONFIG": str(tmp_path / "config")}
    command = [sys.executable, "-m", "app", file_url]
    first = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        end = time.monotonic() + PATIENCE
        while not list((tmp_path / "config" / "open").glob("*.lock")):
            assert time.monotonic() < end
            time.sleep(0.05)
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert first.poll() is None
    finally:
        first.kill()
        first.communicate(timeout=PATIENCE)
