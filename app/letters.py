"""E-mails saved as files (.eml): read, matched with contacts by address, and written into their timelines."""

import email
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import contacts, feed
from app.context import Context
from app.errors import KnownError, UsageError
from app.fields import clean
from db.folding import key
from db.journal import write_of
from db.models import Contact, RecordKey

MOST_BYTES = 64 * 1024 * 1024
LONGEST = 200_000
"""Characters of an e-mail that are kept."""
_HEADS = ("from", "to", "date", "subject", "message-id")
_OLE = b"\xd0\xcf\x11\xe0"
_BLANK = re.compile(r"\n{3,}")
_OLDEST = datetime(1990, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody an e-mail names: as they are called there, "" where they are not, and their address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail out of a file. `at` is None where it does not say when it was sent."""

    file: str
    subject: str
    text: str
    at: datetime | None
    sender: Person | None
    receivers: tuple[Person, ...]
    external_id: str


@dataclass(frozen=True, slots=True)
class Found:
    """An e-mail and whom it concerns.

    Attributes:
        letter: the e-mail.
        direction: "out" where a member sent it, else "in".
        others: who wrote it, or whom it was sent to, without the members.
        known: contacts with one of their addresses: id -> name.
    """

    letter: Letter
    direction: str
    others: tuple[Person, ...]
    known: dict[int, str]


def look(session: Session, path: Path) -> Found:
    """Read an e-mail and find whom of the contacts it concerns.

    Raises:
        UsageError: the file cannot be read, or holds no e-mail.
    """
    letter = read(path)
    context: Context = session.info["context"]
    ours = {key(one.email) for one in context.members.values() if one.email}
    is_ours = letter.sender is not None and key(letter.sender.address) in ours
    people = letter.receivers if is_ours else (letter.sender,) if letter.sender else ()
    others = tuple(one for one in people if key(one.address) not in ours)
    return Found(letter, "out" if is_ours else "in", others, _known(session, [key(one.address) for one in others]))


def _known(session: Session, addresses: Sequence[str]) -> dict[int, str]:
    rows = session.execute(
        sa.select(Contact.id, Contact.name)
        .join(RecordKey, RecordKey.record_id == Contact.id)
        .where(RecordKey.kind == "contact", RecordKey.field == "email", RecordKey.key.in_(addresses))
        .where(Contact.deleted_at.is_(None))
        .order_by(Contact.id)
    ).all()
    return {row.id: row.name for row in rows}


def look_at(session: Session, paths: Sequence[Path]) -> tuple[tuple[Found, ...], tuple[KnownError, ...]]:
    """Read several e-mails; return them, and why each of the others could not be read."""
    found: list[Found] = []
    refused: list[KnownError] = []
    for path in paths:
        try:
            found.append(look(session, path))
        except UsageError as error:
            refused.append(error)
    return tuple(found), tuple(refused)


def take_in(session: Session, found: Sequence[Found], contact_id: int | None = None) -> None:
    """Write e-mails into timelines in one act: a contact's, or else those of whom they concern.

    Whom no contact is known for becomes one. The result says how many e-mails were written, how many contacts made,
    how many e-mails name nobody but members, and which contact is to be shown.

    Raises:
        NotFoundError: the contact is gone.
    """
    write = write_of(session)
    made, written, nobody, shown = 0, 0, 0, contact_id
    for one in found:
        numbers = [contact_id] if contact_id is not None else [*_known(session, [key(p.address) for p in one.others])]
        before = len(write.entries)
        if numbers:
            keep(session, one, numbers)
            shown = shown or numbers[0]
        elif one.others:
            shown = shown or welcome(session, one)
            made += 1
        else:
            nobody += 1
        written += len(write.entries) > before
    write.result = {"written": written, "made": made, "nobody": nobody, "contact": shown}


def keep(session: Session, found: Found, contact_ids: Sequence[int]) -> None:
    """Write an e-mail into the timelines of contacts; one that has it already is left as it is.

    Raises:
        NotFoundError: one of them is gone.
    """
    letter = found.letter
    for number in contact_ids:
        feed.log_email(
            session,
            "contact",
            number,
            letter.subject,
            letter.text,
            _moment(session, letter),
            found.direction,
            letter.external_id or None,
        )


def welcome(session: Session, found: Found) -> int:
    """Make a contact of the first of whom an e-mail concerns, with the e-mail in its timeline; return its id.

    Raises:
        UsageError: it names nobody but members.
    """
    if not found.others:
        raise UsageError("This e-mail names no address but those of members.", code="letter.nobody")
    person = found.others[0]
    values: dict[str, Any] = {"emails": [person.address]}
    if person.name:
        values |= _parted(person.name)
    number = contacts.create(session, values)
    keep(session, found, [number])
    return number


def _parted(name: str) -> dict[str, str]:
    """Return a name's parts: “Okafor, Amelia” and “Amelia Okafor” are one."""
    last, comma, first = name.partition(",")
    if comma and first.strip() and last.strip():
        return {"first_name": first.strip(), "last_name": last.strip()}
    words = name.split()
    return {"first_name": words[0], "last_name": " ".join(words[1:])} if words else {}


def _moment(session: Session, letter: Letter) -> datetime | None:
    """Return when an e-mail was sent, None where it claims a time that cannot be."""
    if letter.at is None or not _OLDEST <= letter.at <= write_of(session).now:
        return None
    return letter.at


# Reading --------------------------------------------------------------------------------------------------------------


def read(path: Path) -> Letter:
    """Return the e-mail in a file; nothing that it points to is fetched, and what is attached is left out.

    Raises:
        UsageError: the file cannot be read, is too large, or holds no e-mail.
    """
    facts = {"file": path.name}
    try:
        if path.stat().st_size > MOST_BYTES:
            said = f"{path.name} is larger than an e-mail is. Save it without what is attached."
            raise UsageError(said, code="letter.large", facts=facts)
        data = path.read_bytes()
    except OSError as error:
        said = f"{path.name} cannot be read: {error.strerror or 'there is no such file'}."
        raise UsageError(said, code="letter.unread", facts=facts) from error
    if data.startswith(_OLE):
        said = f"{path.name} is a message in Outlook's own form. Drag it from Outlook on the web, or save it as .eml."
        raise UsageError(said, code="letter.outlook", facts=facts)
    message = email.message_from_bytes(data)
    heads = {name: _head(message, name) for name in _HEADS}
    if not any(heads.values()):
        said = f"{path.name} holds no e-mail. Save the e-mail from your mail program as .eml."
        raise UsageError(said, code="letter.none", facts=facts)
    senders = _people(message, "from") or _people(message, "sender") or _people(message, "reply-to")
    return Letter(
        file=path.name,
        subject=_one_line(heads["subject"]),
        text=_text(message),
        at=_date(heads["date"]),
        sender=senders[0] if senders else None,
        receivers=(*_people(message, "to"), *_people(message, "cc")),
        external_id=_one_line(heads["message-id"]),
    )


def _head(message: Message, name: str) -> str:
    return _decoded(str(message.get(name) or ""))


def _decoded(raw: str) -> str:
    """Return a head with its encoded words read; what cannot be stays as it is."""
    try:
        text = str(make_header(decode_header(raw)))
    except (HeaderParseError, LookupError, ValueError):
        text = raw
    return clean(text)


def _one_line(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _people(message: Message, name: str) -> tuple[Person, ...]:
    """Return whom a head names; parted before it is decoded, since a decoded name may hold a comma."""
    found = getaddresses([str(one) for one in message.get_all(name, [])])
    people = (Person(_one_line(_decoded(shown)), clean(address.strip())) for shown, address in found)
    return tuple(one for one in people if "@" in one.address)


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _text(message: Message) -> str:
    """Return what is written: the plain text, else that of its page."""
    plain, pages = [], []
    for part in _own_parts(message):
        if part.get_content_disposition() == "attachment":
            continue
        if part.get_content_type() == "text/plain":
            plain.append(_content(part))
        elif part.get_content_type() == "text/html":
            pages.append(_Page.text_of(_content(part)))
    text = "\n".join(plain) if any(one.strip() for one in plain) else "\n".join(pages)
    shown = "".join(letter for letter in text if letter.isprintable() or letter in "\n\t")
    return _BLANK.sub("\n\n", "\n".join(line.rstrip() for line in shown.split("\n"))).strip()[:LONGEST]


def _own_parts(message: Message) -> Iterator[Message]:
    """Return the parts of an e-mail, without those of one that is enclosed."""
    if message.get_content_maintype() == "message":
        return
    if message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _own_parts(part)
    else:
        yield message


def _content(part: Message) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    charset = part.get_content_charset() or "utf-8"
    for name in (charset, "utf-8"):
        try:
            return clean(data.decode(name)).replace("\r\n", "\n").replace("\r", "\n")
        except (LookupError, UnicodeError):
            continue
    return clean(data.decode("latin-1")).replace("\r\n", "\n").replace("\r", "\n")


class _Page(HTMLParser):
    """Reads the words of a web page, in lines."""

    _SILENT = frozenset({"style", "script", "head", "title"})
    _BREAKING = frozenset({"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "blockquote", "table"})

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[str] = []
        self._silent = 0

    @classmethod
    def text_of(cls, page: str) -> str:
        """Return the words of a page."""
        reader = cls()
        reader.feed(page)
        reader.close()
        lines = "".join(reader._parts).split("\n")
        return "\n".join(" ".join(line.split()) for line in lines)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in self._SILENT:
            self._silent += 1
        elif tag in self._BREAKING:
            self._parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in self._BREAKING and tag != "br":
            self._parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._parts.append(data.replace("\n", " "))
