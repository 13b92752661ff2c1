"""What was dropped on the window, told apart: lists, vCards, e-mails, and what cannot be taken in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app.errors import KnownError, UsageError

MOST = 20
"""Files that are taken in at a time."""
_HEAD = 4_096
_CARD = re.compile(rb"(\xef\xbb\xbf)?\s*BEGIN:VCARD\s", re.IGNORECASE)
_LETTER = re.compile(rb"(Return-Path|Received|Delivered-To|From|Message-ID|MIME-Version): ?\S.*\n", re.IGNORECASE)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_BOX = slice(4, 8)


@dataclass(frozen=True, slots=True)
class Sorted:
    """What was dropped: the files of each sort in the order they came in, and why each other one is refused."""

    lists: tuple[Path, ...] = ()
    cards: tuple[Path, ...] = ()
    letters: tuple[Path, ...] = ()
    refused: tuple[KnownError, ...] = ()


def sort(session: Session, paths: Sequence[Path]) -> Sorted:
    """Tell files apart by their names and beginnings; no more than that is read.

    Raises:
        UsageError: there are too many of them.
    """
    del session  # it is called where reads are, off the window's thread: a share may take its time
    if len(paths) > MOST:
        raise UsageError(
            f"{len(paths)} files are too many at once: up to {MOST} can be taken in. Put them in one list, or drop "
            "some of them.",
            code="drop.many",
            facts={"count": len(paths), "most": MOST},
        )
    lists: list[Path] = []
    cards: list[Path] = []
    letters: list[Path] = []
    refused: list[KnownError] = []
    for path in paths:
        try:
            head = _head(path)
        except KnownError as error:
            refused.append(error)
            continue
        suffix = path.suffix.lower()
        if suffix in {".eml", ".msg"} or (suffix in {"", ".mht"} and _LETTER.match(head)):
            letters.append(path)
        elif suffix in {".vcf", ".vcard"} or _CARD.match(head):
            cards.append(path)
        else:
            lists.append(path)
    return Sorted(tuple(lists), tuple(cards), tuple(letters), tuple(refused))


def _head(path: Path) -> bytes:
    """Return how a file begins.

    Raises:
        UsageError: there is nothing in it that could be taken in.
    """
    try:
        if path.is_dir():
            said = "is a folder, and files are taken in. Open it and drop the files that you want."
            raise _refusal(path, said, "drop.folder")
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except FileNotFoundError as error:
        said = "is not there any more. Look where it is now, and drop it from there."
        raise _refusal(path, said, "drop.gone") from error
    except OSError as error:
        said = "cannot be opened: another program holds it, or it is not yours to read. Close it there, or drop a copy."
        raise _refusal(path, said, "drop.locked") from error
    if not head:
        raise _refusal(path, "is empty: it has 0 bytes. Save it again, and drop it then.", "drop.empty")
    if head.startswith(_PICTURES) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP"):
        said = "is a picture; there is no list to be read in it. Drop the list itself, a vCard or an e-mail."
        raise _refusal(path, said, "drop.picture")
    if head[_BOX] == b"ftyp":
        said = "is a film or a picture of a telephone. Drop a list, a vCard or an e-mail."
        raise _refusal(path, said, "drop.film")
    return head


def _refusal(path: Path, said: str, code: str) -> UsageError:
    return UsageError(f"{path.name} {said}", code=code, facts={"file": path.name})
