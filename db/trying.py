"""Trying out a folder before a workspace is put there: what lies under it, and how long a save takes."""

import ctypes
import os
import statistics
import sys
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from db.errors import KnownError
from db.filestore import FileStore
from db.locks import opened, try_lock
from db.places import synced_by

Problem: TypeAlias = Literal["", "missing", "synced", "unwritable", "unlocked", "slow"]
SLOW = 400.0
"""Milliseconds of a save from which colleagues would wait for each other: some 5 ms for each way to the share."""
_SAVES = 5
_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "fuse.sshfs"})
_REMOTE = 4
"""What Windows calls a drive that lies on another computer (DRIVE_REMOTE)."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What trying a folder out found.

    Attributes:
        folder: the folder.
        problem: why no workspace should be put there; "slow" is advice, the others forbid it.
        service: the sync program that copies the folder, where that is the problem.
        is_network: whether the folder lies on another computer.
        milliseconds: how long a save took, the middle one of a few.
    """

    folder: Path
    problem: Problem = ""
    service: str = ""
    is_network: bool = False
    milliseconds: float = 0.0


def try_folder(folder: Path) -> Trial:
    """Return what a folder is good for, after saving there a few times; nothing of it is left behind."""
    try:
        is_there = folder.is_dir()
    except OSError:  # a name that no system takes
        is_there = False
    if not is_there:
        return Trial(folder, "missing")
    service = synced_by((folder / "Tandem.tandem").resolve())
    if service is not None:
        return Trial(folder, "synced", service)
    far = is_network(folder)
    probe = folder / f".tandem-try-{uuid.uuid4().hex[:12]}"
    queue = probe.with_name(f"{probe.name}.queue")
    try:
        descriptor = opened(queue)
        try:
            if not try_lock(descriptor, 0):
                return Trial(folder, "unlocked", is_network=far)
        finally:
            os.close(descriptor)
        took = _saves(probe)
    except (OSError, KnownError):
        return Trial(folder, "unwritable", is_network=far)
    finally:
        for name in (probe.name, f"{probe.name}-journal", queue.name):
            probe.with_name(name).unlink(missing_ok=True)
    return Trial(folder, "slow" if took > SLOW else "", is_network=far, milliseconds=took)


def _saves(path: Path) -> float:
    store = FileStore(path, create=True)
    times = []
    try:
        with store.altering() as connection:
            connection.exec_driver_sql("CREATE TABLE tried (n INTEGER)")
        for number in range(_SAVES):
            start = time.perf_counter()
            with store.altering() as connection:
                connection.exec_driver_sql("INSERT INTO tried VALUES (?)", (number,))
            times.append(time.perf_counter() - start)
    finally:
        store.close()
    return statistics.median(times) * 1000


def is_network(folder: Path, mounts: str | None = None) -> bool:
    """Return whether a folder lies on another computer; `mounts` is Linux's table, where it is not this computer's."""
    if sys.platform == "win32":  # pragma: no cover - the tests run on Linux
        drive = folder.resolve().drive
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE
    resolved = folder.resolve()
    best = max(
        ((point, kind) for point, kind in _mounted(mounts) if resolved.is_relative_to(point)),
        key=lambda one: len(one[0].parts),
        default=None,
    )
    return best is not None and best[1] in _NETWORK


def network_folders(mounts: str | None = None) -> list[Path]:
    """Return the folders of the office network that this computer has at hand, none that a sync program copies."""
    if sys.platform == "win32":  # pragma: no cover - the tests run on Linux
        letters = (Path(f"{letter}:\\") for letter in "DEFGHIJKLMNOPQRSTUVWXYZ")
        found = [one for one in letters if ctypes.windll.kernel32.GetDriveTypeW(str(one)) == _REMOTE]
    elif sys.platform == "darwin":  # pragma: no cover - as above
        found = [one for one in sorted(Path("/Volumes").glob("*")) if os.path.ismount(one)]
    else:
        found = [point for point, kind in _mounted(mounts) if kind in _NETWORK]
    return [one for one in found if synced_by(one / "Tandem.tandem") is None and os.access(one, os.W_OK)]


def _mounted(mounts: str | None) -> Iterator[tuple[Path, str]]:
    if mounts is None:
        try:
            mounts = _MOUNTS.read_text("utf-8", "replace")
        except OSError:
            return
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        place, kind = before.split(), after.split()
        if len(place) > 4 and kind:  # noqa: PLR2004 - the fifth column is where it is mounted
            yield Path(place[4].encode().decode("unicode_escape", "replace")), kind[0]
