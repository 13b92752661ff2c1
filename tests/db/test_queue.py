"""The queue of writers: first come, first served, and nobody waits for the dead."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from db.errors import BusyError, ReadOnlyError
from db.queue import WriteQueue

ROOT = Path(__file__).resolve().parents[2]
HOLD = """
import sys, time
from pathlib import Path
from db.queue import WriteQueue
queue = WriteQueue(Path(sys.argv[1]))
with queue:
    print("in", flush=True)
    time.sleep(float(sys.argv[2]))
print("out", flush=True)
time.sleep(5)
"""


def hold(path: Path, seconds: float) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), str(seconds)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "in\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_the_second_waits_for_the_first(tmp_path: Path) -> None:
    path = tmp_path / "x.queue"
    first = hold(path, 0.5)
    queue = WriteQueue(path)
    began = time.monotonic()
    with queue:
        assert time.monotonic() - began > 0.3
    queue.close()
    end(first)


def test_the_dead_are_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "x.queue"
    first = hold(path, 60)
    os.kill(first.pid, signal.SIGKILL)
    first.communicate()
    queue = WriteQueue(path)
    began = time.monotonic()
    with queue:
        assert time.monotonic() - began < 1
    queue.close()


def test_who_waits_too_long_is_told_and_does_not_block_the_next(tmp_path: Path) -> None:
    path = tmp_path / "x.queue"
    first = hold(path, 1.0)
    queue = WriteQueue(path)
    with pytest.raises(BusyError, match="try again"):
        queue.enter(timeout=0.1)
    with queue:
        pass
    queue.close()
    end(first)


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReadOnlyError, match="write permission"):
        WriteQueue(tmp_path / "nowhere" / "x.queue")
