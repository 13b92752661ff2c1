"""By what the rows of a file are known: the keys of the fields that make two rows one record."""

from collections.abc import Mapping, Sequence

from app.importing.converting import Column
from db.folding import KEY_LENGTH, key

OTHERS = "\0"
"""In front of the name of a company with an id of its own: another's namesake, unless that one has no id yet."""
ANYWHERE = "*"
"""In place of the company of a person who is looked for by name alone."""
KEYED = {"emails": "email", "phones": "phone", "tags": "tag"}
Parties = Sequence[tuple[int, int]]
"""The references of each row's contact and company, 0 for none."""


def row_keys(kind: str, name: str, values: Mapping[str, Column], size: int, parties: Parties | None) -> Column:
    """Return the key of each row in a field, None where it has none; of e-mails, all of them."""
    if name == "party":
        return _parties(values, size, parties)
    if name in {"person", "anyone"}:
        return _people(values, size, parties if name == "person" else None)
    column = values.get(name)
    if column is None:
        return [None] * size
    if name == "emails":
        return [
            None if entry is None else (_email(entry[0]),) if len(entry) == 1 else tuple(_email(one) for one in entry)
            for entry in column
        ]
    if name == "external_id":
        return column
    if name in KEYED:
        return [None if entry is None else _digits(entry[0]) for entry in column]
    found: Column = [None if entry is None else key(str(entry)) or None for entry in column]
    numbers = values.get("external_id")
    if kind == "company" and name == "name" and numbers is not None:
        return [
            OTHERS + entry if entry is not None and number is not None else entry
            for entry, number in zip(found, numbers, strict=True)
        ]
    return found


def _parties(values: Mapping[str, Column], size: int, parties: Parties | None) -> Column:
    names, numbers = values.get("name") or [None] * size, values.get("external_id") or [None] * size
    return [
        f"{contact}|{0 if contact else company}|{key(title) if title else ''}"
        if number is None and (contact or company)
        else None
        for (contact, company), title, number in zip(parties or [(0, 0)] * size, names, numbers, strict=True)
    ]


def _people(values: Mapping[str, Column], size: int, parties: Parties | None) -> Column:
    """Return name and company of the people of a list of leads who have neither e-mail nor id."""
    nothing: Column = [None] * size
    columns = (values.get(name, nothing) for name in ("external_id", "emails", "name", "first_name", "last_name"))
    found: Column = []
    for row, (number, emails, name, first, last) in enumerate(zip(*columns, strict=True)):
        shown = name or " ".join(part for part in (first, last) if part)
        company = parties[row][1] if parties is not None else ANYWHERE
        found.append(None if number or emails or not shown else f"{key(shown)}|{company}")
    return found


def _email(text: str) -> str:
    """Return the key of an e-mail; a plain one is merely in small letters."""
    return text.lower() if text.isascii() and " " not in text and len(text) <= KEY_LENGTH else key(text)


def _digits(text: str) -> str | None:
    return "".join(letter for letter in text if letter.isdigit()) or key(text) or None
