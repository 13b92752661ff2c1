"""Where the table of contacts has its rows from, and its columns."""

from array import array
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from app import contacts
from app.contacts import ContactRow
from ui.around import Surroundings
from ui.contacts.form_grid import titles
from ui.lists.column import Column
from ui.lists.fields import Plain, day, own_fields

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


_LATELY = timedelta(days=7)


class ContactSource:
    """The reads of the table."""

    kind = "contact"
    shows = frozenset({"lead", "activity"})

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
    tell = _Tell(around)
    named = titles()
    return (
        Column("name", QCoreApplication.translate("Contacts", "Name"), "name", _named, 6, 190),
        Column("stage", QCoreApplication.translate("Contacts", "Stage"), "stage", tell.stage, 4, 130),
        Column("owner", QCoreApplication.translate("Contacts", "Owner"), "owner", _owned, 4, 136),
        Column("tags", QCoreApplication.translate("Contacts", "Tags"), "tags", _tagged, 5, 120),
        Column("active", QCoreApplication.translate("Contacts", "Last activity"), "-active", tell.active, 3, 116),
        Column("score", QCoreApplication.translate("Contacts", "Score"), "-score", _scored, 1, 72),
        Column("email", QCoreApplication.translate("Contacts", "E-mail and phone"), "email", _reached, 6, 190),
        Column("city", QCoreApplication.translate("Contacts", "City"), "city", _lives, 3, 110),
        Column("source", QCoreApplication.translate("Contacts", "Source"), "source", Plain("source"), 3, 100),
        Column("added", QCoreApplication.translate("Contacts", "Added"), "-created", tell.added, 3, 115),
        *(Column(name, named[title], name, Plain(name), 3, 110, at_first=False) for name, title in _MORE),
        Column(
            "external_id",
            QCoreApplication.translate("Contacts", "Own number"),
            "external_id",
            Plain("external_id"),
            2,
            110,
            at_first=False,
        ),
        Column(
            "updated",
            QCoreApplication.translate("Contacts", "Changed"),
            "-updated",
            tell.updated,
            3,
            115,
            at_first=False,
        ),
        *own_fields(around, "contact"),
    )


class _Tell:
    """What rows say that depends on the workspace's lists and the time."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def stage(self, row: ContactRow) -> str:
        """Return the name of the stage."""
        stage = None if row.stage_id is None else self.around.context.stages.get(row.stage_id)
        return "" if stage is None else stage.name

    def active(self, row: ContactRow) -> str:
        """Return when something was last done; of what is long past the hour is of no interest."""
        if row.active_at is None:
            return ""
        words, now = self.around.words, self.around.now
        told = words.moment if now - row.active_at < _LATELY else words.day
        return told(row.active_at, now)

    def added(self, row: ContactRow) -> str:
        """Return the day on which the contact came in."""
        return day(self.around, row.created_at)

    def updated(self, row: ContactRow) -> str:
        """Return the day on which the contact was last changed."""
        return "" if row.updated_at is None else day(self.around, row.updated_at)


def _named(row: ContactRow) -> str:
    return f"{row.name}, {row.company}" if row.company else row.name


def _reached(row: ContactRow) -> str:
    return ", ".join(text for text in (row.email, row.phone) if text)


def _owned(row: ContactRow) -> str:
    return row.owner


def _tagged(row: ContactRow) -> str:
    return ", ".join(row.tags)


def _scored(row: ContactRow) -> str:
    return "" if row.score is None else str(row.score)


def _lives(row: ContactRow) -> str:
    return ", ".join(text for text in (row.city, row.country) if text)
