"""The queue in which the writers of a shared file wait their turn, outside the database.

Waiting inside the database lets whoever just committed win again, and each try blocks the committer. Here every
writer draws a ticket and waits for its predecessor only. The queue is for fairness: that two never write at once
is still the database's own lock's business, so a queue file that is lost or stale costs order, never data. The
system drops a dead process's locks, so nobody waits for the dead.
"""

import os
import random
import threading
import time
from pathlib import Path
from types import TracebackType

from db.errors import BusyError, ReadOnlyError, sentence
from db.locks import opened, try_lock, unlock

SLOTS = 4096
MUTEX = 1 << 20
FIRST_SLOT = MUTEX + 16
POLL = 0.010
MUTEX_POLL = 0.004


class WriteQueue:
    """First come, first served, among all processes that write to one file.

    One descriptor serves the whole life of the object: closing any descriptor of the file would drop the
    process's locks on it.
    """

    def __init__(self, path: Path) -> None:
        """Open the queue that lies beside the database file.

        Raises:
            ReadOnlyError: the folder cannot be written to.
        """
        try:
            self._fd = opened(path)
        except OSError as error:
            raise ReadOnlyError(
                "The folder of {file} cannot be written to, so changes cannot be saved there. Ask for write "
                "permission on the folder.",
                file=path.stem,
            ) from error
        self._process = threading.Lock()
        self._ticket = 0

    def enter(self, timeout: float = 30.0) -> None:
        """Wait for my turn.

        Raises:
            BusyError: it did not come within `timeout` seconds.
        """
        deadline = time.monotonic() + timeout
        if not self._process.acquire(timeout=timeout):
            raise BusyError(_BUSY)
        try:
            self._wait(MUTEX, deadline, MUTEX_POLL, keep=True)
            try:
                ticket = self._read() + 1
                self._write(ticket)
                if not try_lock(self._fd, FIRST_SLOT + ticket % SLOTS):
                    self._wait(FIRST_SLOT + ticket % SLOTS, deadline, POLL, keep=True)
                self._ticket = ticket
            finally:
                unlock(self._fd, MUTEX)
            try:
                self._wait(FIRST_SLOT + (ticket - 1) % SLOTS, deadline, POLL, keep=False)
            except BusyError:
                unlock(self._fd, FIRST_SLOT + ticket % SLOTS)
                raise
        except BaseException:
            self._process.release()
            raise

    def leave(self) -> None:
        """Let the next one go ahead."""
        unlock(self._fd, FIRST_SLOT + self._ticket % SLOTS)
        self._process.release()

    def __enter__(self) -> None:
        self.enter()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.leave()

    def close(self) -> None:
        """Close the queue; only when the workspace is closed."""
        os.close(self._fd)

    def _wait(self, offset: int, deadline: float, poll: float, *, keep: bool) -> None:
        while not try_lock(self._fd, offset):
            if time.monotonic() > deadline:
                raise BusyError(_BUSY)
            time.sleep(poll * random.uniform(0.5, 1.5))  # noqa: S311 - jitter, nothing secret
        if not keep:
            unlock(self._fd, offset)

    def _read(self) -> int:
        os.lseek(self._fd, 0, os.SEEK_SET)
        return int.from_bytes(os.read(self._fd, 8).ljust(8, b"\0"), "little")

    def _write(self, ticket: int) -> None:
        os.lseek(self._fd, 0, os.SEEK_SET)
        os.write(self._fd, (ticket % (1 << 63)).to_bytes(8, "little"))


_BUSY = sentence(
    "Others are saving to this workspace and it did not become free within 30 seconds. "
    "Nothing was lost; try again in a moment."
)
