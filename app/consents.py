"""What a contact agreed to, for each purpose: given and withdrawn alike, with basis, source and wording."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import records, things
from app.errors import UsageError
from app.fields import CONTACT, clean
from db.folding import KEY_LENGTH
from db.journal import write_of
from db.models import Consent


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """What a contact agreed to for one purpose: since when, who wrote it down, and on what it rests."""

    purpose: str
    granted: bool
    at: datetime
    member_id: int | None
    basis: str
    source: str
    wording: str


def say(
    session: Session,
    contact_id: int,
    purpose: str,
    *,
    granted: bool,
    basis: str = "",
    source: str = "",
    wording: str = "",
) -> None:
    """Write down that a contact agreed to a purpose, or took it back; basis, source and wording go with it.

    Raises:
        NotFoundError: the contact is gone.
        UsageError: no purpose is named.
    """
    purpose = " ".join(clean(purpose).split())[:KEY_LENGTH]
    if not purpose:
        raise UsageError("Say for what: a consent has a purpose, such as e-mail or phone.")
    contact = records.require(session, CONTACT, contact_id, lock=True)
    write = write_of(session)
    write.subject = write.subject or str(contact["name"] or "")
    values: dict[str, Any] = {
        "granted": granted,
        "basis": basis.strip() or None,
        "source": source.strip() or None,
        "wording": wording.strip() or None,
        "at": write.now,
        "member_id": write.facts.member_id,
    }
    found = session.execute(
        sa.select(Consent.id).where(Consent.contact_id == contact_id, Consent.purpose == purpose).with_for_update()
    ).scalar_one_or_none()
    if found is None:
        things.create(session, "consent", {"contact_id": contact_id, "purpose": purpose, **values})
    else:
        things.edit(session, "consent", found, {"deleted_at": None, **values})
