"""The columns and keys that follow from a record's fields: shown name, sort key, search text, record keys."""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.fields import COMPANY, CONTACT, LEAD, Kind
from db import rows
from db.folding import KEY_LENGTH, fold, key
from db.models import Company, Contact, Lead, RecordKey

_NAMED_BY = {
    "contact": {"name", "first_name", "last_name", "emails", "phones", "company_id", "external_id"},
    "company": {"name", "domain", "external_id"},
    "lead": {"name", "contact_id", "company_id", "external_id"},
}
KEYS = {"emails": "email", "phones": "phone", "tags": "tag"}


def columns(session: Session, kind: Kind, values: Mapping[str, Any], changed: set[str] | None = None) -> dict[str, Any]:
    """Return name, sort key and search text for a record whose columns are `values`.

    With `changed`, nothing is computed unless one of the columns they depend on is among them.
    """
    if changed is not None and not changed & _NAMED_BY[kind.name]:
        return {}
    if kind is COMPANY:
        return company_columns(values)
    company = _name(session, Company, values.get("company_id"))
    if kind is CONTACT:
        renamed = changed is None or bool(changed & {"first_name", "last_name"}) or not values.get("name")
        return contact_columns(values, company, renamed=renamed)
    return lead_columns(values, _name(session, Contact, values.get("contact_id")), company)


def contact_columns(values: Mapping[str, Any], company: str | None, *, renamed: bool = True) -> dict[str, Any]:
    """Return a contact's shown name, sort key and search text."""
    emails, phones = values.get("emails") or [], values.get("phones") or []
    full = " ".join(part for part in (values.get("first_name"), values.get("last_name")) if part)
    given = full if renamed and full else values.get("name")
    name = given or company or next(iter([*emails, *phones]), None) or values.get("external_id") or ""
    by_last = " ".join(part for part in (values.get("last_name"), values.get("first_name")) if part)
    return {
        "name": name,
        "sort_key": key(by_last or name),
        "search": searched(name, *emails, *phones, company),
    }


def company_columns(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a company's shown name, its keys and search text."""
    name = values.get("name") or values.get("domain") or values.get("external_id") or ""
    return {
        "name": name,
        "name_key": key(name),
        "sort_key": key(name),
        "search": searched(name, values.get("domain")),
    }


def lead_columns(values: Mapping[str, Any], contact: str | None, company: str | None) -> dict[str, Any]:
    """Return a lead's shown name, sort key and search text."""
    name = values.get("name") or contact or company or values.get("external_id") or ""
    return {"name": name, "sort_key": key(name), "search": searched(name, contact, company)}


def searched(*parts: str | None) -> str:
    """Return what a search for words looks at: the parts folded, with bars between them."""
    return "|".join(fold(part) for part in parts if part)


def keys_of(kind: str, record_id: int, values: Mapping[str, Any]) -> set[tuple[str, str, str, int]]:
    """Return the rows of `record_keys` for a record's lists: kind, field, folded value, id."""
    return {
        (kind, field, folded(field, entry), record_id)
        for column, field in KEYS.items()
        for entry in values.get(column) or []
        if folded(field, entry)
    }


def has_keys(column: str, entries: Iterable[str]) -> bool:
    """Return whether `keys_of` makes any row of a list."""
    return any(folded(KEYS[column], entry) for entry in entries)


def folded(field: str, value: str) -> str:
    """Return an e-mail, phone or tag as its key; of a phone only the digits and a leading plus count."""
    if field == "phone":
        digits = "".join(letter for letter in value if letter.isdigit())
        return digits[:KEY_LENGTH] or key(value)
    return key(value)


def write_keys(session: Session, kind: Kind, record_id: int, values: Mapping[str, Any]) -> None:
    """Write a new record's keys."""
    found = keys_of(kind.name, record_id, values)
    if found:
        session.execute(sa.insert(RecordKey), [_key_row(one) for one in sorted(found)])


def rewrite_keys(session: Session, kind: Kind, record_id: int, values: Mapping[str, Any], changed: set[str]) -> None:
    """Bring the keys of the changed lists up to date."""
    fields = [field for column, field in KEYS.items() if column in changed]
    if not fields:
        return
    session.execute(
        sa.delete(RecordKey).where(
            RecordKey.kind == kind.name, RecordKey.record_id == record_id, RecordKey.field.in_(fields)
        )
    )
    found = [one for one in sorted(keys_of(kind.name, record_id, values)) if one[1] in fields]
    if found:
        session.execute(sa.insert(RecordKey), [_key_row(one) for one in found])


def _key_row(one: tuple[str, str, str, int]) -> dict[str, Any]:
    return dict(zip(("kind", "field", "key", "record_id"), one, strict=True))


def spread_names(
    session: Session, kind: Kind, record_id: int, values: Mapping[str, Any], before: Mapping[str, Any]
) -> None:
    """Carry a contact's or company's changed name on into the search text of what belongs to it."""
    if kind is LEAD or values.get("name") == before.get("name"):
        return
    if kind is COMPANY:
        _refresh_contacts(session, record_id)
        _refresh_leads(session, Lead.company_id == record_id)
    else:
        _refresh_leads(session, Lead.contact_id == record_id)


def _refresh_contacts(session: Session, company_id: int) -> None:
    found = session.execute(
        sa.select(Contact.id, Contact.name, Contact.emails, Contact.phones, Company.name.label("company"))
        .join(Company, Company.id == Contact.company_id)
        .where(Contact.company_id == company_id)
    ).all()
    if found:
        session.execute(
            sa.update(rows.table_of(Contact))
            .where(rows.table_of(Contact).c.id == sa.bindparam("key"))
            .values(search=sa.bindparam("found")),
            [{"key": row.id, "found": searched(row.name, *row.emails, *row.phones, row.company)} for row in found],
        )


def _refresh_leads(session: Session, condition: sa.ColumnElement[bool]) -> None:
    found = session.execute(
        sa.select(Lead.id, Lead.name, Contact.name.label("contact"), Company.name.label("company"))
        .outerjoin(Contact, Contact.id == Lead.contact_id)
        .outerjoin(Company, Company.id == Lead.company_id)
        .where(condition)
    ).all()
    if found:
        session.execute(
            sa.update(rows.table_of(Lead))
            .where(rows.table_of(Lead).c.id == sa.bindparam("key"))
            .values(search=sa.bindparam("found")),
            [{"key": row.id, "found": searched(row.name, row.contact, row.company)} for row in found],
        )


def _name(session: Session, model: type[Contact | Company], record_id: int | None) -> str | None:
    if record_id is None:
        return None
    return session.execute(sa.select(model.name).where(model.id == record_id)).scalar_one_or_none()
