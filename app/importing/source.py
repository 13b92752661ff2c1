"""The bytes of a file chosen for import: unpacked on the way, never more than the limits, read in one pass."""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from app.errors import KnownError, Word

MEGABYTE = 1 << 20
BLOCK = MEGABYTE
HEAD = 256 * 1024
MAX_BYTES = 4096 * MEGABYTE
MAX_LINE = 8 * MEGABYTE
MAX_RATIO = 250
RATIO_FROM = 64 * MEGABYTE
MAX_HELD = 256 * MEGABYTE
GZIP = b"\x1f\x8b"


class Unpacked(io.RawIOBase):
    """The unpacked bytes of a .gz file. Raises KnownError when it is damaged or unpacks to absurd sizes."""

    def __init__(self, packed: BinaryIO, size: int) -> None:
        super().__init__()
        self._packed = packed
        self._size = max(size, 1)
        self._read = 0
        self._unzip = gzip.GzipFile(fileobj=packed, mode="rb")

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the buffer with the next unpacked bytes and return their number; 0 at the end."""
        view = memoryview(cast("bytearray", buffer))
        try:
            data = self._unzip.read(len(view))
        except (EOFError, OSError, zlib.error) as error:
            raise KnownError(
                "This .gz file is damaged or cut short: it does not unpack to its end. Fetch it again."
            ) from error
        self._read += len(data)
        if self._read > MAX_BYTES or (self._read > RATIO_FROM and self._read > MAX_RATIO * self._size):
            raise KnownError(
                "This .gz file unpacks to more than {size} MB from {packed} bytes, which no list does. It "
                "was not read.",
                size=self._read // MEGABYTE,
                packed=self._size,
            )
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the packed file too."""
        if not self.closed:
            self._unzip.close()
            self._packed.close()
        super().close()


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read, as often as it takes.

    Attributes:
        path: where it lies.
        size: its bytes on disk.
        packed: whether it is a .gz.
    """

    path: Path
    size: int
    packed: bool

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Give the unpacked bytes from the start; KnownError when the file cannot be opened or is damaged."""
        try:
            stream: BinaryIO = self.path.open("rb")
        except OSError as error:
            raise KnownError("{file} cannot be opened: {why}.", file=self.path.name, why=error.strerror) from error
        if self.packed:
            stream = cast("BinaryIO", io.BufferedReader(Unpacked(stream, self.size), BLOCK))
        with stream:
            yield stream

    def head(self, size: int = HEAD) -> bytes:
        """Return the first `size` unpacked bytes."""
        with self.open() as stream:
            return _read(stream, size)

    def held(self) -> bytes:
        """Return all unpacked bytes; KnownError when they are more than memory should hold."""
        data = self.head(MAX_HELD + 1)
        if len(data) > MAX_HELD:
            raise KnownError(
                "This file is larger than {most} MB. Save it as CSV and import that.", most=MAX_HELD // MEGABYTE
            )
        return data


def find_source(path: Path) -> Source:
    """Return the file at `path`; KnownError when it is no readable file, is empty or too large."""
    try:
        if path.is_dir():
            raise KnownError("{file} is a folder. Choose a file.", file=path.name)
        size = path.stat().st_size
        with path.open("rb") as stream:
            start = stream.read(2)
    except OSError as error:
        raise KnownError(
            "{file} cannot be read: {why}.", file=path.name, why=error.strerror or Word("there is no such file")
        ) from error
    if size == 0:
        raise KnownError("{file} is empty: it has 0 bytes.", file=path.name)
    if size > MAX_BYTES:
        raise KnownError(
            "{file} is larger than {most} MB. Split it and import the parts.",
            file=path.name,
            most=MAX_BYTES // MEGABYTE,
        )
    return Source(path, size, start == GZIP)


@dataclass(frozen=True, slots=True)
class Survey:
    """What one pass over all bytes of a text file says.

    Attributes:
        size: the unpacked bytes.
        utf8: whether all of it is valid UTF-8.
        ascii: whether all of it is ASCII.
        nuls: how many bytes are NUL.
        escapes: how many of those stand before a double quote.
        lfcr: whether lines end in LF CR.
    """

    size: int
    utf8: bool
    ascii: bool
    nuls: int
    escapes: int
    lfcr: bool


def survey(source: Source) -> Survey:
    """Read a text file once and count; KnownError when a line is too long to be a row of a list."""
    size = nuls = escapes = gap = 0
    is_ascii = is_utf8 = True
    utf8 = _Utf8()
    pairs = [0, 0]
    last = b""
    with source.open() as stream:
        while block := stream.read(BLOCK):
            size += len(block)
            if not block.isascii():
                is_ascii = False
            if is_utf8:
                is_utf8 = utf8.feed(block)
            if b"\0" in block:
                nuls += block.count(b"\0")
                escapes += (last + block).count(b'\0"')
            if size <= 4 * BLOCK:
                pairs[0] += block.count(b"\n\r")
                pairs[1] += block.count(b"\r\n")
            gap = _gap(block, gap)
            if gap > MAX_LINE:
                raise KnownError(
                    "{file} has a line of more than {most} MB: it is not a table, or its line ends are lost.",
                    file=source.path.name,
                    most=MAX_LINE // MEGABYTE,
                )
            last = block[-1:] if block[-1:] == b"\0" else b""
    lfcr = pairs[0] > 0 and pairs[1] == 0
    return Survey(size, is_utf8 and utf8.ends(), is_ascii, nuls, escapes, lfcr)


class _Utf8:
    """Judges UTF-8 block by block, a character cut at a block's end counted with the next."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, block: bytes) -> bool:
        if not self._rest and block.isascii():
            return True
        data = self._rest + block
        self._rest = b""
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            if error.reason != "unexpected end of data":
                return False
            self._rest = data[error.start :]
        return True

    def ends(self) -> bool:
        return not self._rest


def _gap(block: bytes, gap: int) -> int:
    """Return the bytes since the last line end, a line that spans the block counted whole."""
    end = max(block.rfind(b"\n"), block.rfind(b"\r"))
    if end < 0:
        return gap + len(block)
    first = min(place for place in (block.find(b"\n"), block.find(b"\r")) if place >= 0)
    return max(gap + first, len(block) - end - 1) if gap + first > MAX_LINE else len(block) - end - 1


def _read(stream: BinaryIO, size: int) -> bytes:
    parts = []
    while size > 0 and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
