"""The lines of vCards, 2.1 to 4.0: unfolded and put together as bytes, before anything is decoded."""

import binascii
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import BinaryIO

from app.errors import KnownError
from app.importing.charsets import opening_mark
from app.importing.remarks import Remarks
from app.importing.source import MAX_HELD, MEGABYTE, Source
from app.importing.table import Notice

BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
LONGEST = MEGABYTE
LONGEST_HEAD = 64 * 1024
_SPLIT = re.compile(rb"\r\n|\n|\r")
_QP = re.compile(rb"(ENCODING=)?QUOTED-PRINTABLE", re.IGNORECASE)
_BASE64 = re.compile(rb"(ENCODING=)?(BASE64|;B\b|ENCODING=B\b)", re.IGNORECASE)
_PROPERTY = re.compile(
    rb"([\w-]+\.)?(BEGIN|END|VERSION|N|FN|TEL|EMAIL|ADR|LABEL|ORG|TITLE|ROLE|NOTE|URL|BDAY|CATEGORIES|NICKNAME|UID|REV|"
    rb"PHOTO|KEY|AGENT|X-[\w-]+)[;:]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the value of a property.

    Attributes:
        group: the word before the dot, "" without.
        name: in capitals.
        types: its types in small letters, wherever they were written.
        params: the other parameters, name in capitals -> values.
    """

    group: str
    name: str
    types: frozenset[str]
    params: dict[str, list[str]]

    def param(self, name: str) -> str:
        """Return the first value of a parameter, "" without one."""
        return (self.params.get(name) or [""])[0]


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a card: its value in bytes, with any quoted-printable undone."""

    line: int
    head: Head
    value: bytes


@dataclass(slots=True)
class Card:
    """A card as it stands in the file."""

    line: int
    properties: list[Property] = field(default_factory=list)
    version: str = "3.0"


def read_cards(source: Source, remarks: Remarks, rejections: list[Notice]) -> list[Card]:
    """Return the whole cards of a file; one without its end is rejected with the line where it begins."""
    pile = _Pile(remarks, rejections)
    for number, line in _logical_lines(source):
        text = line.strip().upper()
        if text == b"BEGIN:VCARD":
            pile.begin(number)
        elif text == b"END:VCARD":
            pile.end(number, line)
        elif text:
            pile.take(number, line, text)
    return pile.close()


class _Pile:
    """Puts lines together to cards, those of a card inside a card left out."""

    def __init__(self, remarks: Remarks, rejections: list[Notice]) -> None:
        self._cards: list[Card] = []
        self._remarks = remarks
        self._rejections = rejections
        self._card: Card | None = None
        self._depth = 0
        self._agent = False
        self._size = 0

    def begin(self, number: int) -> None:
        if self._card and (self._agent or self._depth):
            self._depth += 1
            self._agent = False
            self._remarks.say(number, "", "", "A card inside a card, its agent's, was left out.")
            return
        self._reject()
        self._card = Card(number)

    def end(self, number: int, line: bytes) -> None:
        if self._card is None:
            self._stray(number, line)
        elif self._depth:
            self._depth -= 1
        else:
            self._cards.append(self._card)
            self._card = None

    def take(self, number: int, line: bytes, text: bytes) -> None:
        if self._card is None:
            self._stray(number, line)
        elif not self._depth:
            self._agent = text == b"AGENT:" or (text.startswith(b"AGENT;") and text.endswith(b":"))
            self._size += _take(self._card, number, line, self._remarks)
            if self._size > MAX_HELD:
                raise KnownError(
                    "The cards hold more than {most} MB of text. Split the file.", most=MAX_HELD // MEGABYTE
                )

    def close(self) -> list[Card]:
        self._reject()
        return self._cards

    def _stray(self, number: int, line: bytes) -> None:
        self._remarks.say(number, "", line.decode("utf-8", "replace"), "This line stands outside any card.")

    def _reject(self) -> None:
        """Reject a card that has begun and not ended."""
        if self._card is None:
            return
        named = next(
            (prop.value for prop in self._card.properties if prop.head.name in {"FN", "N", "EMAIL", "ORG"}), b""
        )
        value = named.decode("utf-8", "backslashreplace")[:200]
        self._rejections.append(Notice(self._card.line, "", value, "The card is cut off: it has no END:VCARD."))


def _take(card: Card, number: int, line: bytes, remarks: Remarks) -> int:
    """Add the property on a line to its card; return the bytes that are kept."""
    place = _colon(line)
    head = parse_head(line[:place]) if place > 0 else None
    if head is None:
        remarks.say(
            number, "", line.decode("utf-8", "replace"), "This line of the card is no property; it was left out."
        )
        return 0
    value = line[place + 1 :]
    if head.name == "VERSION":
        card.version = value.strip().decode("ascii", "replace")
        return 0
    if head.name in BINARY and b"http" not in value[:16]:
        remarks.once(number, "", "Pictures, sounds and keys of cards are left out.")
        return 0
    if _QP.search(line, 0, place):
        value = binascii.a2b_qp(value)
    card.properties.append(Property(number, head, value))
    return len(value)


def _colon(line: bytes | bytearray) -> int:
    """Return the place of the colon before the value, one inside a quoted parameter not counted; -1 without."""
    place = line.find(b":")
    while place >= 0 and line.count(b'"', 0, place) % 2:
        place = line.find(b":", place + 1)
    return place


@lru_cache(maxsize=2048)
def parse_head(head: bytes) -> Head | None:
    """Return the parts of what stands before a value, None when it is no property's head."""
    from vobject.base import ParseError, textLineToContentLine  # noqa: PLC0415 - heavy, and needed only for vCards

    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError:
        text = head.decode("latin-1")
    try:
        line = textLineToContentLine(_unencoded(text.strip()) + ":")
    except ParseError:
        return None
    types = [*line.singletonparams, *line.params.get("TYPE", [])]
    words = frozenset(word.strip().lower() for kind in types for word in kind.split(","))
    return Head(
        line.group or "", line.name.upper(), words, {name.upper(): given for name, given in line.params.items()}
    )


def _unencoded(head: str) -> str:
    """Return a head without its mark of quoted-printable, which is undone here."""
    return re.sub(r";(ENCODING=)?QUOTED-PRINTABLE", "", head, flags=re.IGNORECASE)


def _logical_lines(source: Source) -> Iterator[tuple[int, bytes]]:
    """Give the lines with folds undone: number of the first line of each, and its bytes without the end."""
    start = place = 0
    kept = bytearray()
    soft = based = False
    for number, line in _lines(source):
        follows = soft and not _PROPERTY.match(line)
        if start and follows:
            del kept[-1:]
            _append(kept, line)
        elif start and line[:1] in {b" ", b"\t"}:
            _append(kept, line[1:])
        elif start and based and line and b":" not in line:
            _append(kept, line)
        else:
            if start:
                yield start, bytes(kept)
            start, kept = number, bytearray(line)
            place = _colon(kept)
            based = place > 0 and bool(_BASE64.search(kept, 0, place))
        if place <= 0 and len(kept) < LONGEST_HEAD:
            place = _colon(kept)
        soft = kept.endswith(b"=") and place > 0 and bool(_QP.search(kept, 0, place))
        if soft and follows and not line:
            soft = False
    if start:
        yield start, bytes(kept)


def _append(kept: bytearray, line: bytes) -> None:
    if len(kept) < LONGEST:
        kept += line


def _lines(source: Source) -> Iterator[tuple[int, bytes]]:
    number = 0
    with _utf8(source) as stream:
        for raw in stream:
            line = raw[:-1] if raw.endswith(b"\n") else raw
            line = line.removesuffix(b"\r")
            for part in _SPLIT.split(line) if b"\r" in line else (line,):
                number += 1
                yield number, part.replace(b"\0", b"")


@contextmanager
def _utf8(source: Source) -> Iterator[BinaryIO]:
    """Give the bytes of the file without its mark, UTF-16 and UTF-32 turned into UTF-8."""
    mark, skip = opening_mark(source.head())
    if mark and mark != "utf-8":
        text = source.held()[skip:].decode(mark, "replace")
        yield io.BytesIO(text.encode("utf-8"))
        return
    with source.open() as stream:
        stream.read(skip)
        yield stream
