"""Companies: finding, showing and editing organisations."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import around, finding, orders, records, timeline
from app.around import LeadLine
from app.context import Context
from app.errors import UsageError
from app.fields import COMPANY
from app.tasks import TaskRow
from app.timeline import TimelineItem
from db.folding import key
from db.models import Activity, Company, Contact, Lead
from db.types import Moment

OFFERED = 12
PEOPLE = 200


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """A company as a list shows it. `people` and `open_leads` are counts; moments are UTC.

    `custom` maps the id of a field that the team added, as text, to its value.
    """

    id: int
    version: int
    name: str
    domain: str
    industry: str
    city: str
    country: str
    owner_id: int | None
    owner: str
    tags: tuple[str, ...]
    people: int
    open_leads: int
    created_at: datetime
    updated_at: datetime | None
    size: str
    external_id: str
    custom: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody who works there: what they are, and when something last happened with them."""

    id: int
    name: str
    job_title: str
    last: datetime | None


@dataclass(frozen=True, slots=True)
class CompanyDetail:
    """Everything a page shows of one company. `won` and `open` are sums by currency over its leads."""

    id: int
    values: Mapping[str, Any]
    people: tuple[PersonLine, ...]
    leads: tuple[LeadLine, ...]
    tasks: tuple[TaskRow, ...]
    timeline: tuple[TimelineItem, ...]
    before: datetime | None
    won: Mapping[str, Decimal]
    open: Mapping[str, Decimal]
    pinned: tuple[TimelineItem, ...] = ()


def _counted(model: type[Contact | Lead], *more: sa.ColumnElement[bool]) -> Any:
    return (
        sa.select(sa.func.count())
        .select_from(model)
        .where(model.company_id == Company.id, model.deleted_at.is_(None), *more)
        .scalar_subquery()
    )


_COLUMNS = (
    Company.id,
    Company.version,
    Company.name,
    Company.domain,
    Company.industry,
    Company.city,
    Company.country,
    Company.owner_id,
    Company.tags,
    Company.created_at,
    Company.updated_at,
    Company.size,
    Company.external_id,
    Company.custom,
    _counted(Contact).label("people"),
    _counted(Lead, Lead.state == "open").label("open_leads"),
)


_BY_COUNT: Mapping[str, Any] = {"people": _counted(Contact), "leads": _counted(Lead, Lead.state == "open")}
"""Orders that are no field's."""


def page(session: Session, ids: Sequence[int]) -> list[CompanyRow]:
    """Return the rows of these companies, in the order of `ids`; one that is gone is left out."""
    found = {row.id: row for row in _rows(session, sa.select(*_COLUMNS).where(Company.id.in_(ids)))}
    return [found[number] for number in ids if number in found]


def first_page(session: Session, query: str = "", sort: str = "name", limit: int = 50) -> list[CompanyRow]:
    """Return the first rows that a query meets.

    Raises:
        QueryError: the query cannot be read; it says where.
        UsageError: there is no such sort.
    """
    order = _order(session, sort)
    first = (
        sa.select(Company.id)
        .where(Company.deleted_at.is_(None), finding.first_condition(session, COMPANY, query, sort, limit))
        .order_by(*order)
        .limit(limit)
        .subquery()
    )
    return _rows(session, sa.select(*_COLUMNS).join(first, first.c.id == Company.id).order_by(*order))


def ids(session: Session, query: str = "", sort: str = "name") -> Sequence[int]:
    """Return the ids of all companies that a query meets, in order."""
    if sort.removeprefix("-") in _BY_COUNT:
        return finding.ids_along(session, COMPANY, query, lambda _: _order(session, sort), sort)
    return orders.ids(session, COMPANY, query, sort)


def _order(session: Session, sort: str) -> tuple[Any, ...]:
    counted = _BY_COUNT.get(sort.removeprefix("-"))
    if counted is None:
        return orders.column_order(session, COMPANY, sort)
    return orders.ordered(counted, Company.id, backwards=sort.startswith("-"))


def _rows(session: Session, statement: sa.Select[*tuple[Any, ...]]) -> list[CompanyRow]:
    context: Context = session.info["context"]
    found = []
    for row in session.execute(statement).all():
        owner = context.members.get(row.owner_id)
        found.append(
            CompanyRow(
                id=row.id,
                version=row.version,
                name=row.name,
                domain=row.domain or "",
                industry=row.industry or "",
                city=row.city or "",
                country=row.country or "",
                owner_id=row.owner_id,
                owner=owner.name if owner else "",
                tags=tuple(row.tags),
                people=row.people,
                open_leads=row.open_leads,
                created_at=row.created_at,
                updated_at=row.updated_at,
                size=row.size or "",
                external_id=row.external_id or "",
                custom=row.custom or {},
            )
        )
    return found


def detail(session: Session, company_id: int) -> CompanyDetail:
    """Return one company with its people, leads, next steps and timeline.

    Raises:
        NotFoundError: it is gone.
    """
    context: Context = session.info["context"]
    values = records.require(session, COMPANY, company_id)
    parts = (
        _people(company_id),
        *around.leads(session.info["context"], timeline.of_company(company_id)),
        *around.tasks("company", company_id),
        _people_s_tasks(company_id),
    )
    rows = session.execute(sa.union_all(*parts, *timeline.happened("company", company_id))).all()
    leads = around.lead_lines(rows)
    happened = timeline.part(session, rows)
    people = (
        PersonLine(row.number, row.text, row.what or "", row.at)
        for row in sorted((row for row in rows if row.sort == "person"), key=lambda row: key(row.text))
    )
    return CompanyDetail(
        id=company_id,
        values=values,
        people=tuple(people),
        leads=leads,
        tasks=around.task_rows(session, rows),
        timeline=happened.items,
        before=happened.before,
        won=_sum(context, leads, "won"),
        open=_sum(context, leads, "open"),
        pinned=happened.pinned,
    )


def _people(company_id: int) -> sa.Select[Any]:
    last = (
        sa.select(sa.func.max(Activity.at))
        .where(Activity.kind == "contact", Activity.record_id == Contact.id, Activity.deleted_at.is_(None))
        .scalar_subquery()
    )
    statement = timeline.line(
        "person", number=Contact.id, text=Contact.name, what=Contact.job_title, at=sa.type_coerce(last, Moment())
    ).where(Contact.company_id == company_id, Contact.deleted_at.is_(None))
    return sa.select(statement.order_by(Contact.sort_key, Contact.id).limit(PEOPLE).subquery())


def _people_s_tasks(company_id: int) -> sa.Select[Any]:
    people = sa.select(Contact.id).where(Contact.company_id == company_id, Contact.deleted_at.is_(None))
    return around.tasks_of("contact", people, Contact)


def _sum(context: Context, leads: Sequence[LeadLine], state: str) -> Mapping[str, Decimal]:
    found: dict[str, Decimal] = defaultdict(Decimal)
    for lead in leads:
        if lead.state == state and lead.value is not None:
            found[lead.currency or context.info.currency] += lead.value
    return dict(found)


def create(session: Session, values: Mapping[str, Any]) -> int:
    """Write a new company from plain values and return its id."""
    return records.create(session, COMPANY, values)


def edit(
    session: Session, company_id: int, mine: Mapping[str, Any], base: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Save an edit of a company; see `records.edit`."""
    return records.edit(session, COMPANY, company_id, mine, base)


def remove(session: Session, company_id: int) -> None:
    """Move a company to the bin; its people and leads stay."""
    records.remove(session, COMPANY, company_id)


def named_like(session: Session, text: str, limit: int = OFFERED) -> dict[int, str]:
    """Return the names of companies that begin with a text, by id, in order."""
    wanted = key(text)
    if not wanted:
        return {}
    statement = (
        sa.select(Company.id, Company.name)
        .where(Company.deleted_at.is_(None), Company.name_key.startswith(wanted, autoescape=True))
        .order_by(Company.name_key, Company.id)
        .limit(limit)
    )
    return {row.id: row.name for row in session.execute(statement).all()}


def by_name(session: Session, name: str) -> int | None:
    """Return the company of that name, case and accents aside, or None.

    Raises:
        UsageError: there are several.
    """
    found = (
        session.execute(
            sa.select(Company.id).where(Company.name_key == key(name), Company.deleted_at.is_(None)).limit(2)
        )
        .scalars()
        .all()
    )
    if len(found) > 1:
        raise UsageError(
            "There are several companies called “{name}”. Name one by its number, as in company=12.", name=name
        )
    return found[0] if found else None


def found_or_made(session: Session, name: str) -> int:
    """Return the company of that name; it is made if there is none."""
    return by_name(session, name) or create(session, {"name": name})
