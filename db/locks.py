"""Locks on single bytes of a file beside the database, by which processes on all machines know of each other.

The system drops them when a process dies. They are the process's: closing any descriptor of the file drops them all,
and within one process they exclude nobody.
"""

import os
import sys
from pathlib import Path

if sys.platform == "win32":  # pragma: no cover - the tests run on Linux
    import msvcrt

    def try_lock(descriptor: int, offset: int) -> bool:
        """Return whether the byte is mine now."""
        os.lseek(descriptor, offset, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def unlock(descriptor: int, offset: int) -> None:
        """Let go of a byte."""
        os.lseek(descriptor, offset, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def try_lock(descriptor: int, offset: int) -> bool:
        """Return whether the byte is mine now."""
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, offset)
        except OSError:
            return False
        return True

    def unlock(descriptor: int, offset: int) -> None:
        """Let go of a byte."""
        fcntl.lockf(descriptor, fcntl.LOCK_UN, 1, offset)


def opened(path: Path) -> int:
    """Return a descriptor of a file for reading, writing and locking, made if it is not there.

    Raises:
        OSError: the folder cannot be written to.
    """
    return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
