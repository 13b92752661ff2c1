"""What a workbook says of itself: its sheets, how its numbers are shown, the texts its cells share, its tables."""

import math
import re
from array import array
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.errors import KnownError
from app.importing.packages import Attributes, Package, whole
from app.importing.source import MAX_HELD, MEGABYTE

DATE, DURATION, PLAIN = "date", "duration", ""
MAX_SHARED = MAX_HELD
MAX_SHEETS = 1_000
MAX_STYLES = 70_000
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DATES = {*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)}
_HOURS = 46  # the built-in format [h]:mm:ss
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_DAY_1900, _DAY_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - cells know no zone
_LEAP_1900 = 60  # spreadsheets take 1900 for a leap year; before its 29 February a day is missing
_LAST_SERIAL = 2_958_466  # the end of the year 9999
_TRUE = {"1", "true", "on"}
_EXACT = 1e15  # a cell keeps fifteen digits


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet: its name, its part, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Framed:
    """A table that a sheet declares: the rows of its header and of its totals; 0 is none."""

    header: int
    totals: int


class Shared:
    """The texts that cells refer to by number: packed, as a large list has a million of them."""

    def __init__(self) -> None:
        """Begin without any."""
        self._letters = bytearray()
        self._ends = array("Q")

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._ends)

    @property
    def size(self) -> int:
        """The bytes they take."""
        return len(self._letters) + self._ends.itemsize * len(self._ends)

    def add(self, text: str) -> None:
        """Add the next text."""
        self._letters += text.encode()
        self._ends.append(len(self._letters))

    def __getitem__(self, number: int) -> str:
        """Return a text by its number, the first is 0."""
        return self._letters[self._ends[number - 1] if number else 0 : self._ends[number]].decode()


@dataclass(slots=True)
class Book:
    """A workbook.

    Attributes:
        sheets: its worksheets in their order, charts and dialogs left out.
        formats: per cell style how a number is shown: DATE, DURATION, PLAIN or noughts as wide as it is padded.
        shared: the texts that cells refer to by number.
        first_day: day 0 of its dates.
    """

    package: Package
    sheets: list[Sheet] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    shared: Shared = field(default_factory=Shared)
    first_day: datetime = _DAY_1900

    def number(self, text: str, style: int) -> tuple[str, bool]:
        """Return a number as text, and whether it stays a number rather than a date or a padded code."""
        shown = self.formats[style] if 0 <= style < len(self.formats) else PLAIN
        try:
            value = float(text)
        except ValueError:
            return text, False
        if shown in {DATE, DURATION}:
            found = self._moment(value) if shown == DATE else _duration(value)
            if found:
                return found, False
        plain = _plain(text, value)
        if shown.startswith("0") and plain.isdigit():
            return plain.zfill(len(shown)), len(plain) >= len(shown)
        return plain, True

    def _moment(self, value: float) -> str:
        """Return a day number as ISO text, "" when it is out of range."""
        if not 0 <= value < _LAST_SERIAL:
            return ""
        try:
            moment = self.first_day + timedelta(days=int(value), seconds=round((value % 1) * 86_400, 3))
        except OverflowError:
            return ""
        if value < 1 and self.first_day == _DAY_1900:
            return f"{moment:%H:%M:%S}"
        if value < _LEAP_1900 and self.first_day == _DAY_1900:
            moment += timedelta(days=1)
        return shown_moment(moment)


def shown_moment(moment: datetime) -> str:
    """Return a moment as ISO text, a midnight as its day."""
    if not moment.time().isoformat().strip("0:."):
        return moment.date().isoformat()
    return moment.isoformat(" ")


def unescape(text: str) -> str:
    """Return a cell's text with the spreadsheets' own notation of odd characters, as in _x000D_, undone."""
    if "_x" not in text:
        return text
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    # A letter beyond the first 65,536 is written as two halves.
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def open_book(package: Package) -> Book:
    """Return what a workbook says of itself.

    Raises:
        KnownError: the package is no workbook, or more than memory should hold.
    """
    root = next((part for kind, part in package.relations("").values() if kind == "officeDocument"), "xl/workbook.xml")
    if root not in package or "xl/workbook.bin" in package or root.startswith(("word/", "ppt/")):
        package.refuse_others()
    book = Book(package)
    relations = package.relations(root)
    _sheets(book, root, relations)
    parts = dict(relations.values())
    if parts.get("styles", "") in package:
        book.formats = _formats(package, parts["styles"])
    if parts.get("sharedStrings", "") in package:
        book.shared = _shared(package, parts["sharedStrings"])
    return book


def _sheets(book: Book, root: str, relations: dict[str, tuple[str, str]]) -> None:
    def start(name: str, attributes: Attributes) -> None:
        if name == "workbookPr" and attributes.get("date1904", "").lower() in _TRUE:
            book.first_day = _DAY_1904
        elif name == "sheet":
            kind, part = relations.get(attributes.get("id", ""), ("", ""))
            if kind == "worksheet" and part in book.package and len(book.sheets) < MAX_SHEETS:
                hidden = attributes.get("state", "visible") != "visible"
                book.sheets.append(Sheet(attributes.get("name", ""), part, hidden))

    book.package.parse(root, start)
    if not book.sheets:
        raise KnownError("{file} holds no sheet of cells, so there is nothing to import.", file=book.package.name)


def _formats(package: Package, part: str) -> list[str]:
    """Return how each style of cells shows numbers."""
    own: dict[int, str] = {}
    found: list[str] = []
    inside = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal inside
        if name == "numFmt":
            own[whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            inside = True
        elif name == "xf" and inside and len(found) < MAX_STYLES:
            number = whole(attributes.get("numFmtId"))
            found.append(_form(own[number]) if number in own else _built_in(number))

    def end(name: str) -> None:
        nonlocal inside
        if name == "cellXfs":
            inside = False

    package.parse(part, start, end)
    return found


def _built_in(number: int) -> str:
    return DATE if number in _DATES else DURATION if number == _HOURS else PLAIN


def _form(code: str) -> str:
    """Return what a number format makes of a number."""
    bare = _LITERAL.sub("", code.split(";", maxsplit=1)[0])
    if _ELAPSED.search(bare):
        return DURATION
    if bare and not bare.strip("0"):
        return bare
    if bare.lower() in {"general", "standard"}:
        return PLAIN
    return DATE if set("dmyhs") & set(bare.lower()) else PLAIN


def _shared(package: Package, part: str) -> Shared:
    """Return the texts that cells share."""
    texts = _Texts(package.name)
    for _ in package.parsing(part, texts.start, texts.end, texts.take):
        pass
    return texts.found


class _Texts:
    """Gathers the texts that cells share; what helps to pronounce them is no part of them."""

    def __init__(self, name: str) -> None:
        self.found = Shared()
        self._name = name
        self._pieces: list[str] = []
        self._inside = self._spoken = False

    def start(self, name: str, _: Attributes) -> None:
        if name == "t":
            self._inside = not self._spoken
        elif name == "rPh":
            self._spoken = True

    def end(self, name: str) -> None:
        if name == "t":
            self._inside = False
        elif name == "rPh":
            self._spoken = False
        elif name == "si":
            self.found.add(unescape("".join(self._pieces)))
            self._pieces.clear()
            if self.found.size > MAX_SHARED:
                size = MAX_SHARED // MEGABYTE
                raise KnownError(
                    "{file} holds more than {size} MB of texts. Save it as CSV and import that.",
                    file=self._name,
                    size=size,
                )

    def take(self, text: str) -> None:
        if self._inside:
            self._pieces.append(text)


def framed(package: Package, part: str) -> Framed:
    """Return where the one table of a sheet has its header and totals; noughts when it has none, or several."""
    tables = [name for kind, name in package.relations(part).values() if kind == "table" and name in package]
    if len(tables) != 1:
        return Framed(0, 0)
    header = totals = 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal header, totals
        if name != "table":
            return
        rows = [whole(row) for row in re.findall(r"\d+", attributes.get("ref", "")[:40])]
        if rows and attributes.get("headerRowCount", "1") == "1":
            header = rows[0]
        if rows and whole(attributes.get("totalsRowCount")) == 1:
            totals = rows[-1]

    package.parse(tables[0], start)
    return Framed(header, totals)


def _plain(text: str, value: float) -> str:
    """Return a number in plain digits, as many as a spreadsheet keeps: no ".0", no power of ten."""
    if value.is_integer():
        return str(int(value)) if abs(value) < _EXACT or not text.lstrip("-").isdigit() else text
    if not math.isfinite(value):
        return text
    short = f"{value:.15g}"
    if "e" not in short:
        return short
    return f"{value:.20f}".rstrip("0") if abs(value) > 1 / _EXACT else text


def _duration(value: float) -> str:
    """Return a part of days as hours, minutes and seconds."""
    if abs(value) > _LAST_SERIAL:
        return ""
    seconds = round(abs(value) * 86_400)
    minus = "-" if value < 0 else ""
    return f"{minus}{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
