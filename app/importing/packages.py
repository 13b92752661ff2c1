"""The parts of an .xlsx package: a zip of XML, unpacked within limits; nothing it points to is ever fetched."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, BinaryIO
from xml.parsers import expat

from app.errors import KnownError, Word
from app.importing.source import MAX_BYTES, MAX_RATIO, MEGABYTE, RATIO_FROM, Source

BLOCK = 256 * 1024
MAX_PARTS = 10_000
MAX_TOKEN = 8 * MEGABYTE
_ENCRYPTED = 0x1
_OTHERS = (
    ("mimetype", Word("an OpenDocument file")),
    ("xl/workbook.bin", Word("a binary workbook (.xlsb)")),
    ("word/document.xml", Word("a Word document")),
    ("ppt/presentation.xml", Word("a presentation")),
)

Attributes = Mapping[str, str]
_DIGITS = 9
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]


class Package:
    """The parts of a workbook's file, by name. Close it in the end."""

    def __init__(self, source: Source) -> None:
        """Open a file.

        Raises:
            KnownError: it is damaged, protected, or unpacks to absurd sizes.
        """
        self.name = source.path.name
        try:
            stream: BinaryIO = io.BytesIO(source.held()) if source.packed else source.path.open("rb")
        except OSError as error:
            raise KnownError("{file} cannot be opened: {why}.", file=self.name, why=error.strerror) from error
        try:
            self._zip = zipfile.ZipFile(stream)
            self._stream = stream
            self._parts = {info.filename.lstrip("/").lower(): info for info in self._zip.infolist()}
            self._check()
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
            stream.close()
            raise self.damaged() from error
        except KnownError:
            stream.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._zip.close()
        self._stream.close()

    def damaged(self) -> KnownError:
        """Return what to raise when the file cannot be read to its end."""
        return KnownError(
            "{file} is damaged or cut short: it cannot be unpacked. Fetch or save it again.", file=self.name
        )

    def _check(self) -> None:
        if len(self._parts) > MAX_PARTS:
            raise KnownError(
                "{file} has {count:,} parts, which no workbook does. It was not read.",
                file=self.name,
                count=len(self._parts),
            )
        for info in self._parts.values():
            if info.flag_bits & _ENCRYPTED:
                raise KnownError(
                    "{file} is protected by a password. Open it, take the password off and save it again.",
                    file=self.name,
                )
            size, packed = info.file_size, max(info.compress_size, 1)
            if size > MAX_BYTES or (size > RATIO_FROM and size > MAX_RATIO * packed):
                raise KnownError(
                    "{file} unpacks to {size:,} MB from {packed:,} bytes, which no list does. It was not read.",
                    file=self.name,
                    size=size // MEGABYTE,
                    packed=packed,
                )

    def refuse_others(self) -> None:
        """Raise KnownError when the zip is of another known kind than a workbook, or of none."""
        for part, kind in _OTHERS:
            if part in self:
                raise KnownError("{file} is {kind}. Save it as .xlsx or CSV.", file=self.name, kind=kind)
        raise KnownError(
            "{file} is a zip file without a workbook in it. If it holds the list, unpack it first.", file=self.name
        )

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._parts

    def size(self, part: str) -> int:
        """Return the unpacked bytes of a part, 0 when there is none."""
        info = self._parts.get(part.lower())
        return info.file_size if info else 0

    @contextmanager
    def _open(self, part: str) -> Iterator[IO[bytes]]:
        info = self._parts.get(part.lower())
        if info is None:
            raise self.damaged()
        try:
            with self._zip.open(info) as stream:
                yield stream
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise self.damaged() from error

    def blocks(self, part: str) -> Iterator[bytes]:
        """Give the bytes of a part piece by piece; KnownError when it is missing or damaged."""
        with self._open(part) as stream:
            while block := stream.read(BLOCK):
                yield block

    def parse(self, part: str, start: Start, end: End | None = None) -> None:
        """Tell of every element of a small part, names and attributes without their namespaces."""
        for _ in self.parsing(part, start, end, _ignore):
            pass

    def parsing(self, part: str, start: Start, end: End | None, text: Callable[[str], None]) -> Iterator[None]:
        """Parse a part, pausing after each block so that what was found can be taken away."""
        reader = Reader(start, end, text)
        for block in self.blocks(part):
            reader.feed(block, self)
            yield
        reader.feed(b"", self, last=True)
        yield

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return what a part refers to inside the package: id -> (last word of the type, name of the part)."""
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", name + ".rels")
        found: dict[str, tuple[str, str]] = {}

        def start(name: str, attributes: Attributes) -> None:
            if name == "Relationship" and attributes.get("TargetMode") != "External":
                target = attributes.get("Target", "")
                whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                kind = attributes.get("Type", "").rpartition("/")[2]
                found[attributes.get("Id", "")] = (kind, posixpath.normpath(whole))

        if listed in self:
            self.parse(listed, start)
        return found


class Reader:
    """Reads XML block by block. A document type, and with it every entity of its own, is refused."""

    def __init__(self, start: Start, end: End | None, text: Callable[[str], None]) -> None:
        self._names: dict[str, str] = {}
        self._start, self._end = start, end
        self._since = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.buffer_size = 65536
        self._parser.StartElementHandler = self._started
        self._parser.EndElementHandler = self._ended if end else None
        self._parser.CharacterDataHandler = text
        self._parser.StartDoctypeDeclHandler = self._refuse

    def feed(self, block: bytes, package: Package, *, last: bool = False) -> None:
        """Take in the next bytes; KnownError when they are no sound XML."""
        place = max(block.rfind(b">"), block.rfind(b"<"))
        self._since = len(block) - place if place >= 0 else self._since + len(block)
        if self._since > MAX_TOKEN:
            raise KnownError(
                "{file} has a cell of more than {most} MB. It was not read.",
                file=package.name,
                most=MAX_TOKEN // MEGABYTE,
            )
        try:
            self._parser.Parse(block, last)
        except _DoctypeError as error:
            raise KnownError(
                "{file} declares a document type, which no workbook does. It was not read.", file=package.name
            ) from error
        except (expat.ExpatError, UnicodeDecodeError, ValueError, LookupError) as error:
            raise package.damaged() from error

    def _local(self, name: str) -> str:
        local = self._names.get(name)
        if local is None:
            local = name.rpartition(" ")[2]
            if len(self._names) < MAX_PARTS:
                self._names[name] = local
        return local

    def _started(self, name: str, attributes: dict[str, str]) -> None:
        local = self._names.get(name) or self._local(name)
        if local not in {"c", "row", "v", "t", "si", "r"}:  # the frequent ones have no prefixed attributes
            attributes = {self._local(key): value for key, value in attributes.items()}
        self._start(local, attributes)

    def _ended(self, name: str) -> None:
        if self._end:
            self._end(self._names.get(name) or self._local(name))

    def _refuse(self, *_: object) -> None:
        raise _DoctypeError


def whole(text: str | None, otherwise: int = 0) -> int:
    """Return the number that an attribute holds, or what stands for none; more digits than 32 bits need are none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= _DIGITS else otherwise


def _ignore(_: str) -> None:
    """Take no note of a text."""


class _DoctypeError(Exception):
    pass
