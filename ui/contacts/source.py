"""Where the table of contacts has its rows from, and its columns."""

from array import array
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from app import contacts
from app.contact_row import ContactRow
from ui.around import Surroundings
from ui.contacts.cells import texts
from ui.contacts.form_grid import titles
from ui.lists.column import Column
from ui.lists.fields import own_fields

_MORE = (
    ("phone", "phones"),
    ("company", "company"),
    ("job_title", "job_title"),
    ("first_name", "first_name"),
    ("last_name", "last_name"),
    ("street", "street"),
    ("postcode", "postcode"),
    ("country", "country"),
    ("language", "language"),
    ("campaign", "campaign"),
)
"""Columns that say what stands in a field, and the fields whose titles they bear."""


class ContactSource:
    """The reads of the table."""

    kind = "contact"
    shows = frozenset({"lead", "activity", "agreement"})

    def first_page(self, session: Any, query: str, sort: str, limit: int) -> Sequence[ContactRow]:
        """Return the first rows."""
        return contacts.first_page(session, query, sort, limit)

    def ids(self, session: Any, query: str, sort: str) -> "array[int]":
        """Return all ids in order."""
        return array("q", contacts.ids(session, query, sort))

    def page(self, session: Any, ids: Sequence[int]) -> Sequence[ContactRow]:
        """Return the rows of these ids."""
        return contacts.page(session, ids)


def columns(around: Surroundings) -> tuple[Column, ...]:
    """Return all columns: first those that a list shows at first, of which the last go where there is no room."""
    said = texts(around)
    named = titles()
    return (
        Column("name", QCoreApplication.translate("Contacts", "Name"), "name", said["name"], 6, 190),
        Column("stage", QCoreApplication.translate("Contacts", "Stage"), "stage", said["stage"], 4, 130),
        Column("owner", QCoreApplication.translate("Contacts", "Owner"), "owner", said["owner"], 4, 136),
        Column("tags", QCoreApplication.translate("Contacts", "Tags"), "tags", said["tags"], 5, 120),
        Column("active", QCoreApplication.translate("Contacts", "Last activity"), "-active", said["active"], 3, 116),
        Column("score", QCoreApplication.translate("Contacts", "Score"), "-score", said["score"], 1, 72),
        Column("email", QCoreApplication.translate("Contacts", "E-mail and phone"), "email", said["email"], 6, 190),
        Column("city", QCoreApplication.translate("Contacts", "City"), "city", said["city"], 3, 110),
        Column("source", QCoreApplication.translate("Contacts", "Source"), "source", said["source"], 3, 100),
        Column("added", QCoreApplication.translate("Contacts", "Added"), "-created", said["added"], 3, 115),
        *(Column(name, named[title], name, said[name], 3, 110, at_first=False) for name, title in _MORE),
        Column(
            "external_id",
            QCoreApplication.translate("Contacts", "Own number"),
            "external_id",
            said["external_id"],
            2,
            110,
            at_first=False,
        ),
        Column(
            "updated",
            QCoreApplication.translate("Contacts", "Changed"),
            "-updated",
            said["updated"],
            3,
            115,
            at_first=False,
        ),
        *own_fields(around, "contact"),
    )
