"""Tables made of vCards: a row a card, its e-mails, phones and all else it holds in columns of their own."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from app.errors import KnownError
from app.importing.cardlines import Card, Property, read_cards
from app.importing.charsets import guess_encoding, known_encoding, opening_mark
from app.importing.header import MAX_COLUMNS
from app.importing.remarks import Remarks
from app.importing.source import Source
from app.importing.table import Choice, Chunk, FileOptions, Notice, Table

CHUNK_ROWS = 2_000
ODD = 64 * 1024
_TEXTS = {
    "NICKNAME": "Nickname",
    "TITLE": "Job title",
    "ROLE": "Role",
    "NOTE": "Notes",
    "URL": "URL",
    "LANG": "Language",
    "GENDER": "Gender",
    "IMPP": "IMPP",
    "X-ABRELATEDNAMES": "Related",
    "RELATED": "Related",
}
_DATES = {
    "BDAY": "Birthday",
    **dict.fromkeys(("ANNIVERSARY", "X-ANNIVERSARY", "X-MS-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY"), "Anniversary"),
}
_LISTED = {"EMAIL": "E-mail", "TEL": "Phone"}
_ORDER = (
    "UID", "Full Name", "Name prefix", "First name", "Middle name", "Last name", "Name suffix", "Nickname",
    "Organization", "Department", "Job title", "Role", "E-mail", "Phone", "Street", "City", "Region", "Postcode",
    "Country", "Address", "Categories", "Birthday", "Anniversary", "URL", "Language", "Notes",
)  # fmt: skip
_RANKS = {name: place for place, name in enumerate(_ORDER)}
_NUMBERED = re.compile(r"(.+?)(?: ([0-9]{1,6}))?( Label)?")
_TECHNICAL = frozenset(
    (
        *("VERSION", "PRODID", "CLASS", "SORT-STRING", "MAILER", "SOURCE", "NAME", "PROFILE", "KIND", "CLIENTPIDMAP"),
        *("XML", "TZ", "X-ABLABEL", "X-ABADR", "X-ABSHOWAS", "X-ABUID", "X-IMAGEHASH", "X-IMAGETYPE"),
    )
)
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_COMPACT = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:T.*)?")
_NO_YEAR = "1604"  # what an Apple card writes for a birthday whose year is not told
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_KINDS = {"work", "home", "cell", "fax", "pager", "car", "other", "main"}


def open_cards(source: Source, options: FileOptions) -> Table:
    """Return the cards of a file as a table.

    Raises:
        KnownError: there is no whole card in it, or the encoding a person chose is unknown.
    """
    notices: list[Notice] = []
    rejections: list[Notice] = []
    remarks = Remarks(notices)
    cards = read_cards(source, remarks, rejections)
    if not cards and not rejections:
        raise KnownError("{file} holds no card: there is nothing to import.", file=source.path.name)
    encoding, question = _encoding(source, cards, options.encoding)
    rows = _newest_last([_Maker(card, encoding, remarks).row() for card in cards])
    remarks.close()
    names = _columns(rows)
    return Table(
        form="vcf",
        encoding=encoding,
        delimiter="",
        header_line=0,
        sheet="",
        columns=names,
        source=_chunks(rows, names),
        questions=[question] if question else [],
        notices=notices,
        rejections=rejections,
    )


@dataclass(slots=True)
class CardRow:
    """A card as a row: the line it begins on, its cells by column, and when it was last revised."""

    line: int
    cells: dict[str, str] = field(default_factory=dict)
    revised: str = ""


def _encoding(source: Source, cards: list[Card], chosen: str | None) -> tuple[str, Choice | None]:
    """Return in which encoding the values are that do not name theirs, and what to ask where it is not certain."""
    if chosen is not None:
        return known_encoding(chosen), None
    mark, _ = opening_mark(source.head())
    if mark:
        return mark, None
    given = (prop for card in cards for prop in card.properties if not prop.head.param("CHARSET"))
    odd = [prop.value for prop in given if not prop.value.isascii() and not _decodes(prop.value)]
    if not odd:
        return "utf-8", None
    return guess_encoding(b"\n".join(odd)[:ODD])


def _decodes(value: bytes) -> bool:
    try:
        value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class _Maker:
    """Turns one card into a row."""

    def __init__(self, card: Card, encoding: str, remarks: Remarks) -> None:
        self._card = card
        self._encoding = encoding
        self._remarks = remarks
        self._row = CardRow(card.line)
        self._counts: Counter[str] = Counter()
        self._old = card.version.startswith("2")
        self._takers: dict[str, Callable[[Property], None]] = {
            "REV": self._revision,
            "UID": self._uid,
            "FN": self._full_name,
            "N": self._name,
            "ORG": self._organization,
            "ADR": self._address,
            "LABEL": self._printed_label,
            "CATEGORIES": self._categories,
            "AGENT": self._agent,
        }
        self._labels = {
            prop.head.group.lower(): self._text(prop)
            for prop in card.properties
            if prop.head.name == "X-ABLABEL" and prop.head.group
        }

    def row(self) -> CardRow:
        """Return the card's row."""
        for prop in sorted(self._card.properties, key=_preferred):
            self._take(prop)
        cells = self._row.cells
        named = any(name in cells for name in ("Full Name", "First name", "Last name"))
        if not named and "Nickname" in cells:
            cells["Full Name"] = cells.pop("Nickname")
        return self._row

    def _take(self, prop: Property) -> None:
        name = prop.head.name
        take = self._takers.get(name)
        if take:
            take(prop)
        elif name in _LISTED:
            self._listed(_LISTED[name], prop)
        elif name in _DATES:
            self._put(_DATES[name], self._date(prop))
        elif name in _TEXTS:
            self._put(_TEXTS[name], self._text(prop))
        elif name not in _TECHNICAL:
            self._put(f"vCard {name}", self._other(prop))

    def _revision(self, prop: Property) -> None:
        self._row.revised = self._text(prop)

    def _uid(self, prop: Property) -> None:
        self._put("UID", self._text(prop).removeprefix("urn:uuid:"))

    def _full_name(self, prop: Property) -> None:
        self._put("Full Name", self._text(prop))

    def _organization(self, prop: Property) -> None:
        first, *others = self._parts(prop)
        self._put("Organization", first)
        self._put("Department", " / ".join(one for one in others if one))

    def _categories(self, prop: Property) -> None:
        self._put("Categories", "\n".join(one for one in self._parts(prop, ",") if one))

    def _printed_label(self, prop: Property) -> None:
        """Take an address as it is printed where the card does not give its parts."""
        if not any(one.head.name == "ADR" for one in self._card.properties):
            self._put("Address", self._text(prop))

    def _agent(self, prop: Property) -> None:
        self._remarks.say(prop.line, "", "", "A card inside a card, its agent's, was left out.")

    def _put(self, column: str, text: str) -> None:
        """Put a text under a column, below what stands there already."""
        text = text.strip()
        if not text:
            return
        cells = self._row.cells
        held = cells.get(column)
        if held is None:
            cells[column] = text
        elif text not in held.split("\n"):
            cells[column] = f"{held}\n{text}"

    def _name(self, prop: Property) -> None:
        columns = ("Last name", "First name", "Middle name", "Name prefix", "Name suffix")
        for column, part in zip(columns, self._parts(prop), strict=False):
            self._put(column, part.replace("\n", " "))

    def _listed(self, column: str, prop: Property) -> None:
        text = self._text(prop).strip()
        for scheme in ("tel:", "mailto:"):
            if text.lower().startswith(scheme):
                text = text[len(scheme) :].replace(";ext=", " ext. ")
        if not text:
            return
        self._counts[column] += 1
        number = self._counts[column]
        own = self._own_label(prop)
        self._put("Own labels", f"{own}: {text}" if own else "")
        label = ", ".join(sorted(prop.head.types & _KINDS))
        if label:
            self._row.cells[f"{column} {number} Label"] = label
        self._row.cells[f"{column} {number}"] = text

    def _own_label(self, prop: Property) -> str:
        """Return a label of a person's own; a word before the dot is one too where it is not just counted."""
        group = prop.head.group
        own = self._labels.get(group.lower(), "") if group else ""
        found = _APPLE_LABEL.fullmatch(own)
        if found:
            return found[1]
        return own or (group if not group.lower().startswith("item") else "")

    def _address(self, prop: Property) -> None:
        box, more, street, city, region, code, country = ([*self._parts(prop)] + [""] * 7)[:7]
        whole = "\n".join(part for part in (box, more, street) if part)
        found = {"Street": whole, "City": city, "Region": region, "Postcode": code, "Country": country}
        if not any(found.values()):
            return
        self._counts["ADR"] += 1
        own = self._own_label(prop)
        self._put("Own labels", f"{own}: {', '.join(whole.splitlines())}" if own else "")
        if self._counts["ADR"] == 1:
            for column, text in found.items():
                self._put(column, text)
        else:
            text = "\n".join(part for part in found.values() if part)
            self._put(f"Address {self._counts['ADR']}", text)

    def _date(self, prop: Property) -> str:
        text = self._text(prop).strip()
        found = _COMPACT.fullmatch(text)
        if not found:
            return text
        year, month, day = found.groups()
        omitted = prop.head.param("X-APPLE-OMIT-YEAR") or _NO_YEAR
        return f"--{month}-{day}" if year == omitted else f"{year}-{month}-{day}"

    def _other(self, prop: Property) -> str:
        """Return a property that nothing is known of: one text, whatever parts it may have."""
        label = self._own_label(prop)
        text = " ".join(one for one in self._parts(prop) if one)
        return f"{label}: {text}" if label and text else text

    # Values -------------------------------------------------------------------------------------------------------

    def _text(self, prop: Property) -> str:
        return _undone(self._decoded(prop), old=self._old)

    def _parts(self, prop: Property, sign: str = ";") -> list[str]:
        """Return the parts of a value, each with its escapes undone."""
        text = self._decoded(prop)
        parts = re.split(rf"(?<!\\)((?:\\\\)*){sign}", text)
        joined = [parts[at] + (parts[at + 1] if at + 1 < len(parts) else "") for at in range(0, len(parts), 2)]
        return [_undone(part, old=self._old).strip() for part in joined]

    def _decoded(self, prop: Property) -> str:
        value = prop.value
        if value.isascii():
            return value.decode("ascii").replace("\r\n", "\n").replace("\r", "\n")
        names = [prop.head.param("CHARSET"), "" if self._encoding.startswith("utf-") else self._encoding, "utf-8"]
        if not names[0] and _decodes(value):
            names = ["utf-8"]
        for name in names:
            try:
                text = value.decode(known_encoding(name)) if name else None
            except (KnownError, UnicodeDecodeError):
                text = None
            if text is not None:
                return text.replace("\r\n", "\n").replace("\r", "\n")
        shown = value.decode("utf-8", "backslashreplace")
        said = "Bytes of this line mean nothing in its encoding; they stand as \\x and two digits."
        self._remarks.say(prop.line, "", shown, said)
        return shown


def _undone(text: str, *, old: bool) -> str:
    r"""Return a value with its escapes undone; in cards of old only \; and \, are ones."""
    if "\\" not in text:
        return text
    if old:
        return text.replace("\\;", ";").replace("\\,", ",")
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


_RANK_DIGITS = 3
_UNRANKED = 101  # a rank goes from 1 to 100


def _preferred(prop: Property) -> int:
    """Return what sorts a preferred e-mail, phone or address before the others of its kind."""
    if prop.head.name not in {"EMAIL", "TEL", "ADR"}:
        return 0
    rank = prop.head.param("PREF")
    if rank.isdigit() and len(rank) <= _RANK_DIGITS:
        return int(rank)
    return 0 if "pref" in prop.head.types else _UNRANKED


def _newest_last(rows: list[CardRow]) -> list[CardRow]:
    """Return the rows with the revisions of one card in the order of their dates, in the places that they have."""
    places: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        if row.revised and "UID" in row.cells:
            places.setdefault(row.cells["UID"], []).append(place)
    for several in places.values():
        if len(several) > 1:
            for place, row in zip(several, sorted((rows[at] for at in several), key=_revised), strict=True):
                rows[place] = row
    return rows


def _revised(row: CardRow) -> str:
    return re.sub(r"\D", "", row.revised)


def _columns(rows: list[CardRow]) -> tuple[str, ...]:
    """Return the columns that any card has; a label stands before what it is of."""
    names = {"UID", "Full Name"}.union(*(row.cells for row in rows))
    if len(names) > MAX_COLUMNS:
        raise KnownError(
            "The cards hold {count:,} different things; a list has {most:,} columns at most.",
            count=len(names),
            most=MAX_COLUMNS,
        )
    return tuple(sorted(names, key=_rank))


def _rank(name: str) -> tuple[int, str, int, bool]:
    found = _NUMBERED.fullmatch(name)
    base, number, label = found.groups() if found else (name, None, None)
    place = _RANKS.get(base, len(_ORDER))
    return place, "" if base in _RANKS else name, int(number or 0), not label


def _chunks(rows: list[CardRow], names: tuple[str, ...]) -> Iterator[Chunk]:
    for start in range(0, len(rows), CHUNK_ROWS):
        some = rows[start : start + CHUNK_ROWS]
        yield Chunk([row.line for row in some], [[row.cells.get(name, "") for row in some] for name in names])
