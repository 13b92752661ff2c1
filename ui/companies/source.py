"""Where the table of companies has its rows from, and its columns."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from app import companies
from app.companies import CompanyRow
from ui.words import Words


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


@dataclass(frozen=True, slots=True)
class CompanyColumn:
    """A column; `share` is how much of the free width it takes, `least` its least width in pixels."""

    name: str
    title: str
    sort: str
    text: Callable[[CompanyRow], str]
    share: int
    least: int


def columns(words: Words) -> tuple[CompanyColumn, ...]:
    """Return the columns in order; the last ones are left out first where there is no room."""

    def added(row: CompanyRow) -> str:
        return words.paper.day_short(row.created_at.astimezone(words.zone).date(), None)

    def people(row: CompanyRow) -> str:
        return words.number(row.people)

    def open_leads(row: CompanyRow) -> str:
        return words.number(row.open_leads) if row.open_leads else ""

    return (
        CompanyColumn("name", QCoreApplication.translate("Companies", "Company"), "name", _named, 6, 220),
        CompanyColumn("people", QCoreApplication.translate("Companies", "People"), "", people, 2, 90),
        CompanyColumn("leads", QCoreApplication.translate("Companies", "Open leads"), "", open_leads, 2, 110),
        CompanyColumn("place", QCoreApplication.translate("Companies", "Place"), "city", _placed, 4, 140),
        CompanyColumn("owner", QCoreApplication.translate("Companies", "Owner"), "", _owned, 4, 140),
        CompanyColumn("tags", QCoreApplication.translate("Companies", "Tags"), "", _tagged, 4, 120),
        CompanyColumn("added", QCoreApplication.translate("Companies", "Added"), "-created", added, 3, 115),
    )


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
