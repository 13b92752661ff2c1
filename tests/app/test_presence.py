"""Who has what open, between processes, on both engines."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.administration import add_member
from app.workspace import Present, Workspace, open_workspace
from db.locks import opened, try_lock
from db.presence import FIRST_LOCK, SLOT, FileRoom, Here, Seat
from tests.helpers.workspaces import add_login

ROOT = Path(__file__).resolve().parents[2]
SITTING = """
import sys, threading
from app.workspace import open_workspace
with open_workspace(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None) as workspace:
    here, stop = workspace.presence(lambda present: None), threading.Event()
    watching = threading.Thread(target=workspace.watch, args=(0, lambda lines: None, stop, None, here))
    watching.start()
    for line in sys.stdin:
        kind, number = line.split()
        here.sit(kind, int(number)) if number != "0" else here.leave()
    stop.set()
    watching.join()
"""


@contextmanager
def watching(workspace: Workspace) -> Iterator[tuple[Here, list[Present]]]:
    seen: list[Present] = []
    here, stop = workspace.presence(seen.append), threading.Event()
    thread = threading.Thread(target=workspace.watch, args=(0, lambda _: None, stop, None, here))
    thread.start()
    try:
        yield here, seen
    finally:
        stop.set()
        thread.join()


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_colleague_is_seen_where_they_are_and_gone_with_their_program(url: str) -> None:
    with open_workspace(url) as workspace:
        if workspace.store.stamps:
            who = [add_login(url, "Bo")]
        else:
            add_member(workspace, name="Bo", email="bo@harbor.example", team="sales", role="member")
            who = [url, "bo@harbor.example"]
        with watching(workspace) as (here, seen):
            here.sit("contact", 5)
            child = subprocess.Popen(
                [sys.executable, "-c", SITTING, *who], cwd=ROOT, stdin=subprocess.PIPE, text=True, bufsize=1
            )
            assert child.stdin is not None
            child.stdin.write("contact 7\n")
            until(lambda: bool(seen))
            bo = workspace.context().member("Bo").id
            assert seen[-1] == {("contact", 7): (bo,)}
            child.stdin.write("lead 3\n")
            until(lambda: seen[-1] == {("lead", 3): (bo,)})
            child.stdin.write("lead 0\n")
            until(lambda: seen[-1] == {})
            child.stdin.write("lead 4\n")
            until(lambda: seen[-1] == {("lead", 4): (bo,)})
            child.kill()
            child.wait()
            child.stdin.close()
            until(lambda: seen[-1] == {})


@pytest.mark.parametrize("rubbish", [b"", b"\xff" * 3 * SLOT, b'["1", "contact"]'.ljust(SLOT), b"[" * SLOT * 64])
def test_what_others_left_in_the_file_is_no_trouble(tmp_path: Path, rubbish: bytes) -> None:
    path = tmp_path / "team.tandem.here"
    path.write_bytes(rubbish)
    seen: list[frozenset[Seat]] = []
    here, room = Here("1", seen.append), FileRoom(path)
    here.sit("contact", 1)
    room.step(here)
    room.close()
    assert seen == []
    assert b'["1", "contact", 1]' in path.read_bytes()


def test_more_people_than_places(tmp_path: Path) -> None:
    path = tmp_path / "team.tandem.here"
    holding = (
        "import sys\nfrom pathlib import Path\nfrom db.locks import opened, try_lock\n"
        "descriptor = opened(Path(sys.argv[1]))\n"
        f"assert all(try_lock(descriptor, {FIRST_LOCK} + slot) for slot in range(64))\nprint(flush=True)\ninput()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", holding, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    child.stdout.readline()
    here, room = Here("1", lambda _: None), FileRoom(path)
    here.sit("contact", 1)
    room.step(here)
    room.close()
    child.communicate("\n")
    assert child.returncode == 0
    assert path.read_bytes() == b""
    assert try_lock(opened(path), FIRST_LOCK)


def test_a_folder_that_cannot_be_written_to_is_no_trouble(tmp_path: Path) -> None:
    here, room = Here("1", lambda _: None), FileRoom(tmp_path / "missing" / "team.tandem.here")
    here.sit("contact", 1)
    room.step(here)
    room.close()
