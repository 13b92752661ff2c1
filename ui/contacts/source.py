"""Where the table of contacts has its rows from, and its columns."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from app import contacts
from app.contacts import ContactRow
from ui.around import Surroundings


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


@dataclass(frozen=True, slots=True)
class ContactColumn:
    """A column; `share` is how much of the free width it takes, `least` its least width in pixels."""

    name: str
    title: str
    sort: str
    text: Callable[[ContactRow], str]
    share: int
    least: int


def columns(around: Surroundings) -> tuple[ContactColumn, ...]:
    """Return the columns in order; the last ones are left out first where there is no room."""
    tell = _Tell(around)

    return (
        ContactColumn("name", QCoreApplication.translate("Contacts", "Name"), "name", _named, 6, 190),
        ContactColumn("stage", QCoreApplication.translate("Contacts", "Stage"), "stage", tell.stage, 4, 130),
        ContactColumn("owner", QCoreApplication.translate("Contacts", "Owner"), "owner", _owned, 4, 136),
        ContactColumn("tags", QCoreApplication.translate("Contacts", "Tags"), "tags", _tagged, 5, 120),
        ContactColumn(
            "active", QCoreApplication.translate("Contacts", "Last activity"), "-active", tell.active, 3, 116
        ),
        ContactColumn("score", QCoreApplication.translate("Contacts", "Score"), "-score", _scored, 1, 72),
        ContactColumn("email", QCoreApplication.translate("Contacts", "E-mail and phone"), "email", _reached, 6, 190),
        ContactColumn("city", QCoreApplication.translate("Contacts", "City"), "city", _lives, 3, 110),
        ContactColumn("source", QCoreApplication.translate("Contacts", "Source"), "source", _came, 3, 100),
        ContactColumn("added", QCoreApplication.translate("Contacts", "Added"), "-created", tell.added, 3, 115),
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
        """Return how long ago something was last done."""
        if row.active_at is None:
            return ""
        return self.around.words.moment(row.active_at, self.around.now)

    def added(self, row: ContactRow) -> str:
        """Return the day on which the contact came in."""
        words = self.around.words
        return words.paper.day_short(row.created_at.astimezone(words.zone).date(), None)


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


def _scored(row: ContactRow) -> str:
    return "" if row.score is None else str(row.score)


def _lives(row: ContactRow) -> str:
    return ", ".join(text for text in (row.city, row.country) if text)
