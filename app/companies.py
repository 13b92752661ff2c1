"""Companies: finding, showing and editing organisations."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import records
from app.errors import UsageError
from app.fields import COMPANY
from db.models import Company
from db.search import key


def create(session: Session, values: Mapping[str, Any]) -> int:
    """Write a new company from plain values and return its id."""
    return records.create(session, COMPANY, values)


def edit(
    session: Session, company_id: int, mine: Mapping[str, Any], base: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Save an edit of a company; see `records.edit`."""
    return records.edit(session, COMPANY, company_id, mine, base)


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
        raise UsageError(f"There are several companies called “{name}”. Name one by its number, as in company=12.")
    return found[0] if found else None


def found_or_made(session: Session, name: str) -> int:
    """Return the company of that name; it is made if there is none."""
    return by_name(session, name) or create(session, {"name": name})
