"""A vCard laid on a contact that there is: what it adds, and what it brings up to date."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app import companies, derived, feed, records
from app.context import Context
from app.errors import KnownError, UsageError
from app.fields import CONTACT, CUSTOM, clean
from app.importing.names import same_person
from app.importing.table import FileOptions, Table
from db.journal import write_of

_TEXTS = {
    "First name": "first_name",
    "Last name": "last_name",
    "Job title": "job_title",
    "Street": "street",
    "City": "city",
    "Postcode": "postcode",
    "Country": "country",
    "Language": "language",
}
_NAMES = ("first_name", "last_name", "name")


@dataclass(frozen=True, slots=True)
class CardRead:
    """A card as a contact's values: texts and lists by field, its company by name, its note, and all else by name."""

    file: str
    values: dict[str, Any]
    company: str
    note: str
    rest: dict[str, str]


def read(path: Path) -> tuple[CardRead, ...]:
    """Return the cards in a file.

    Raises:
        KnownError: it cannot be read, or holds no card.
    """
    from app.importing.reading import open_table  # noqa: PLC0415 - the readers of files are heavy

    table = open_table(path, FileOptions())
    if table.form != "vcf":
        raise UsageError(
            f"{path.name} holds no vCard. Export the person from your address book as .vcf.",
            code="card.none",
            facts={"file": path.name},
        )
    return tuple(_card(path.name, cells) for cells in _rows(table))


def look(session: Session, path: Path) -> tuple[CardRead, ...]:
    """Return the cards in a file; called where reads are, off the window's thread.

    Raises:
        KnownError: it cannot be read, or holds no card.
    """
    del session
    return read(path)


def _rows(table: Table) -> list[dict[str, str]]:
    found = []
    for chunk in table.chunks():
        for row in range(len(chunk.lines)):
            cells = zip(table.columns, (column[row] for column in chunk.cells), strict=True)
            found.append({name: clean(cell).strip() for name, cell in cells if cell.strip()})
    return found


def _card(file: str, cells: dict[str, str]) -> CardRead:
    values: dict[str, Any] = {field: cells[name] for name, field in _TEXTS.items() if name in cells}
    if "First name" not in cells and "Last name" not in cells and "Full Name" in cells:
        values["name"] = cells["Full Name"]
    for name, field in (("E-mail", "emails"), ("Phone", "phones")):
        listed = [text for column, text in cells.items() if column.startswith(f"{name} ") and "Label" not in column]
        if listed:
            values[field] = listed
    if "Categories" in cells:
        values["tags"] = cells["Categories"].split("\n")
    taken = {*_TEXTS, "Full Name", "Organization", "Notes", "Categories", "UID"}
    rest = {
        name: text
        for name, text in cells.items()
        if name not in taken and not name.startswith(("E-mail ", "Phone ", "vCard "))
    }
    return CardRead(file, values, cells.get("Organization", ""), cells.get("Notes", ""), rest)


def lay(session: Session, contact_id: int, card: CardRead) -> None:
    """Lay a card on a contact: lists grow, empty fields are filled.

    Where the card is surely this person's, since they share an e-mail, a phone or the name, what differs is brought up
    to date as well. Its note is written as one; other things go where the team has a field of that name. The result
    says whether it was sure.

    Raises:
        NotFoundError: the contact is gone.
    """
    theirs = records.require(session, CONTACT, contact_id, lock=True)
    sure = _is_same(theirs, card)
    changed = _changed(theirs, card, sure=sure)
    context: Context = session.info["context"]
    for name, text in card.rest.items():
        try:
            field = context.field("contact", name)
        except KnownError:
            continue  # the team keeps no such thing
        if field.form == "text" and not theirs.get(f"{CUSTOM}{field.name}"):
            changed[f"{CUSTOM}{field.name}"] = text
    if card.company and (sure or theirs.get("company") is None):
        number = companies.found_or_made(session, card.company)
        write_of(session).subject = ""  # the act is named after the contact, not after a company made for it
        if number != theirs.get("company"):
            changed["company"] = number
    if changed:
        records.edit(session, CONTACT, contact_id, changed)
    if card.note and not _has_note(session, contact_id, card.note):
        feed.add(session, "contact", contact_id, "note", card.note)
    write_of(session).result = {"sure": sure, "fields": sorted(changed)}


def _changed(theirs: dict[str, Any], card: CardRead, *, sure: bool) -> dict[str, Any]:
    changed: dict[str, Any] = {}
    for name, value in card.values.items():
        held = theirs.get(name)
        if isinstance(value, list):
            more = _added(name, held or [], value)
            if more:
                changed[name] = [*(held or []), *more]
        elif name in _NAMES and not sure and any(theirs.get(one) for one in _NAMES):
            continue  # nobody is called otherwise because a stranger's card was dropped on them
        elif not held or (sure and held != value):
            changed[name] = value
    return changed


def _added(name: str, held: list[str], more: list[str]) -> list[str]:
    sort = derived.KEYS[name]
    have = {derived.folded(sort, one) for one in held}
    found = []
    for one in more:
        folded = derived.folded(sort, one)
        if folded and folded not in have:
            have.add(folded)
            found.append(one)
    return found


def _is_same(theirs: dict[str, Any], card: CardRead) -> bool:
    """Return whether a card is surely this contact's."""
    for name in ("emails", "phones"):
        sort = derived.KEYS[name]
        have = {derived.folded(sort, one) for one in theirs.get(name) or []}
        if have & {derived.folded(sort, one) for one in card.values.get(name, ())}:
            return True
    full = " ".join(str(card.values.get(one) or "") for one in ("first_name", "last_name")).strip()
    name = str(card.values.get("name") or full)
    held = str(theirs.get("name") or "")
    if not name or not held:
        return False
    mine, other = name.casefold().split(), held.casefold().split()
    return sorted(mine) == sorted(other) or (
        mine[-1] == other[-1]
        and same_person(str(card.values.get("first_name") or ""), name, str(theirs.get("first_name") or ""), held)
    )


def _has_note(session: Session, contact_id: int, text: str) -> bool:
    from app import timeline  # noqa: PLC0415 - only a card with a note asks

    notes = timeline.page(session, "contact", contact_id, "notes").items
    return any(item.text == text for item in notes)
