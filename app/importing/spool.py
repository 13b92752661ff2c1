"""Rows put aside between two passes: in memory while they are few, in a temporary file beyond."""

import marshal
import tempfile
from collections.abc import Iterator
from typing import IO, Any

IN_MEMORY = 3_000_000


class Spool:
    """Things made of plain lists, dicts, text and numbers, put in once and taken out in order, any number of times.

    Attributes:
        size: about how many values it holds.
    """

    def __init__(self) -> None:
        self._kept: list[Any] = []
        self._file: IO[bytes] | None = None
        self.size = 0

    def put(self, thing: Any, size: int) -> None:
        """Put a thing in; `size` is about the number of values it holds."""
        self.size += size
        if self._file is None and self.size > IN_MEMORY:
            self._file = tempfile.TemporaryFile(prefix="tandem-import-")  # noqa: SIM115 - closed by close()
            for one in self._kept:
                marshal.dump(one, self._file)
            self._kept = []
        if self._file is None:
            self._kept.append(thing)
        else:
            marshal.dump(thing, self._file)

    def __iter__(self) -> Iterator[Any]:
        """Take everything out in order."""
        if self._file is None:
            yield from self._kept
            return
        self._file.seek(0)
        while True:
            try:
                yield marshal.load(self._file)  # noqa: S302 - our own temporary file, without a name on the disk
            except EOFError:
                return

    def close(self) -> None:
        """Let go of everything."""
        self._kept = []
        if self._file is not None:
            self._file.close()
