"""Where the table of companies has its rows from, and its columns."""

from array import array
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from app import companies
from app.companies import CompanyRow
from ui.around import Surroundings
from ui.contacts.form_grid import titles
from ui.lists.column import Column
from ui.lists.fields import own_fields
from ui.lists.plain import Plain, day


class CompanySource:
    """The reads of the table."""

    kind = "company"
    shows: frozenset[str] = frozenset()

    def first_page(self, session: Any, query: str, sort: str, limit: int) -> Sequence[CompanyRow]:
        """Return the first rows."""
        return companies.first_page(session, query, sort, limit)

    def ids(self, session: Any, query: str, sort: str) -> "array[int]":
        """Return all ids in order."""
        return array("q", companies.ids(session, query, sort))

    def page(self, session: Any, ids: Sequence[int]) -> Sequence[CompanyRow]:
        """Return the rows of these ids."""
        return companies.page(session, ids)


_MORE = ("domain", "industry", "size", "city", "country")


def columns(around: Surroundings) -> tuple[Column, ...]:
    """Return all columns: first those that a list shows at first, of which the last go where there is no room."""
    tell = _Tell(around)
    named = titles()
    return (
        Column("name", QCoreApplication.translate("Companies", "Company"), "name", _named, 6, 220),
        Column("people", QCoreApplication.translate("Companies", "People"), "-people", tell.people, 2, 90),
        Column("leads", QCoreApplication.translate("Companies", "Open leads"), "-leads", tell.open_leads, 2, 124),
        Column("place", QCoreApplication.translate("Companies", "Place"), "city", _placed, 4, 140),
        Column("owner", QCoreApplication.translate("Companies", "Owner"), "owner", _owned, 4, 140),
        Column("tags", QCoreApplication.translate("Companies", "Tags"), "", _tagged, 4, 120),
        Column("added", QCoreApplication.translate("Companies", "Added"), "-created", tell.added, 3, 115),
        *(Column(name, named[name], name, Plain(name), 3, 110, at_first=False) for name in _MORE),
        Column(
            "external_id",
            QCoreApplication.translate("Companies", "Own number"),
            "external_id",
            Plain("external_id"),
            2,
            110,
            False,
        ),
        Column("updated", QCoreApplication.translate("Companies", "Changed"), "-updated", tell.updated, 3, 115, False),
        *own_fields(around, "company"),
    )


class _Tell:
    """What rows say that depends on the language and the time."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def people(self, row: CompanyRow) -> str:
        """Return how many people work there."""
        return self.around.words.number(row.people)

    def open_leads(self, row: CompanyRow) -> str:
        """Return how many leads are open, if any."""
        return self.around.words.number(row.open_leads) if row.open_leads else ""

    def added(self, row: CompanyRow) -> str:
        """Return the day on which the company came in."""
        return day(self.around.words, row.created_at)

    def updated(self, row: CompanyRow) -> str:
        """Return the day on which the company was last changed."""
        return "" if row.updated_at is None else day(self.around.words, row.updated_at)


def under(row: CompanyRow) -> str:
    """Return what stands below a company's name."""
    return " · ".join(part for part in (row.domain, row.industry) if part)


def _named(row: CompanyRow) -> str:
    return f"{row.name}, {under(row)}" if under(row) else row.name


def _placed(row: CompanyRow) -> str:
    return ", ".join(part for part in (row.city, row.country) if part)


def _owned(row: CompanyRow) -> str:
    return row.owner


def _tagged(row: CompanyRow) -> str:
    return ", ".join(row.tags)
