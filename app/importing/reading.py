"""The door of the import: any file a person chooses, opened as one table, told by its content and not its name."""

import re
from pathlib import Path

from app.errors import KnownError, Word
from app.importing.charsets import opening
from app.importing.source import GZIP, Source, find_source
from app.importing.table import FileOptions, Table
from app.importing.text import open_text

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OTHERS = (
    (b"%PDF", Word("a PDF"), Word("Export the list from the program that made it, as CSV.")),
    (b"{\\rtf", Word("a text document"), Word("Save its table as CSV or .xlsx.")),
    (b"\x89PNG", Word("a picture"), Word("Choose the list itself.")),
    (b"\xff\xd8\xff", Word("a picture"), Word("Choose the list itself.")),
    (b"GIF8", Word("a picture"), Word("Choose the list itself.")),
    (b"SQLite format 3\0", Word("a database"), Word("Open it as a workspace, or export its table as CSV.")),
    (b"BZh", Word("a packed file"), Word("Unpack it first.")),
    (b"\xfd7zXZ\0", Word("a packed file"), Word("Unpack it first.")),
    (b"7z\xbc\xaf\x27\x1c", Word("a packed file"), Word("Unpack it first.")),
    (b"Rar!", Word("a packed file"), Word("Unpack it first.")),
    (b"\x28\xb5\x2f\xfd", Word("a packed file"), Word("Unpack it first.")),
)
_MARKUP = re.compile(r"\s*<(\?xml|!doctype|html|head|body|table|svg)\b", re.IGNORECASE)
_JSON = re.compile(r"\s*(\{\s*[\"}]|\[\s*[\[{\"\]])")
_CARD = re.compile(r"\s*BEGIN:VCARD\s", re.IGNORECASE)


def open_table(path: Path, options: FileOptions) -> Table:
    """Open a csv, tsv, txt, xlsx or vcf file, or a .gz of one, as a table whose rows are read as they are asked for.

    Args:
        path: the file; it is only read, and nothing it points to is fetched.
        options: what a person or a layout says of it; the rest is found out, and asked where it is not certain.

    Raises:
        KnownError: when it cannot be read, with a sentence that says why; also while its chunks are read, should the
            file change under the reader.
    """
    source = find_source(path)
    head = source.head()
    if head.startswith((ZIP, EMPTY_ZIP)):
        from app.importing.sheets import open_sheets  # noqa: PLC0415 - only workbooks need it

        return open_sheets(source, options)
    _refuse_others(source, head)
    start = opening(head)
    if not start.strip("\0\ufeff \t\r\n"):
        if not head:
            raise KnownError("{file} is empty: it unpacks to 0 bytes.", file=path.name)
        if source.size <= len(head):
            raise KnownError("{file} holds blank lines only: there is nothing to import.", file=path.name)
    if _CARD.match(start):
        from app.importing.cards import open_cards  # noqa: PLC0415 - only cards need it

        return open_cards(source, options)
    if _MARKUP.match(start):
        raise KnownError(
            "{file} is a web page or XML, not a table. Open it in a spreadsheet and save it as CSV.", file=path.name
        )
    if _JSON.match(start):
        raise KnownError("{file} is JSON, not a table. Export the list as CSV.", file=path.name)
    return open_text(source, options)


def _refuse_others(source: Source, head: bytes) -> None:
    name = source.path.name
    if head.startswith(GZIP):
        raise KnownError("{file} is packed twice. Unpack it first.", file=name)
    if head.startswith(OLE):
        if ENCRYPTED in head:
            raise KnownError(
                "{file} is protected by a password. Open it, take the password off and save it again.", file=name
            )
        raise KnownError("{file} is a workbook or document of an old kind. Save it as .xlsx or CSV.", file=name)
    for magic, kind, remedy in OTHERS:
        if head.startswith(magic):
            raise KnownError("{file} is {kind}, not a table. {remedy}", file=name, kind=kind, remedy=remedy)
