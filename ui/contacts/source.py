"""Where the table of contacts has its rows from, and its columns."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from app import contacts
from app.contacts import ContactRow
from ui.words import Words


class ContactSource:
    """The reads of the table."""

    kind = "contact"

    def first_page(self, session: Any, query: str, sort: str, limit: int) -> Sequence[ContactRow]:
        """Return the first rows."""
        return contacts.first_page(session, query, sort, limit)

    def ids(self, session: Any, query: str, sort: str) -> "array[int]":
        """Return all ids in order."""
        return array("q", contacts.ids(session, query, sort))

    def page(self, session: Any, ids: Sequence[int]) -> Sequence[ContactRow]:
        """Return the rows of these ids."""
        return contacts.page(session, ids)


@dataclass(frozen=True, slots=True)
class ContactColumn:
    """A column; `share` is how much of the free width it takes, `least` its least width in pixels."""

    name: str
    title: str
    sort: str
    text: Callable[[ContactRow], str]
    share: int
    least: int


def columns(words: Words) -> tuple[ContactColumn, ...]:
    """Return the columns in order; the last ones are left out first where there is no room."""

    def added(row: ContactRow) -> str:
        return words.paper.day_short(row.created_at.astimezone(words.zone).date(), None)

    return (
        ContactColumn("name", QCoreApplication.translate("Contacts", "Name"), "name", _named, 6, 200),
        ContactColumn("email", QCoreApplication.translate("Contacts", "E-mail and phone"), "", _reached, 6, 190),
        ContactColumn("owner", QCoreApplication.translate("Contacts", "Owner"), "", _owned, 4, 140),
        ContactColumn("tags", QCoreApplication.translate("Contacts", "Tags"), "", _tagged, 5, 130),
        ContactColumn("source", QCoreApplication.translate("Contacts", "Source"), "source", _came, 3, 100),
        ContactColumn("added", QCoreApplication.translate("Contacts", "Added"), "-created", added, 3, 115),
    )


def _named(row: ContactRow) -> str:
    return f"{row.name}, {row.company}" if row.company else row.name


def _reached(row: ContactRow) -> str:
    return ", ".join(text for text in (row.email, row.phone) if text)


def _owned(row: ContactRow) -> str:
    return row.owner


def _tagged(row: ContactRow) -> str:
    return ", ".join(row.tags)


def _came(row: ContactRow) -> str:
    return row.source
