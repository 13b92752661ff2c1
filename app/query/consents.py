"""The clause on what a contact agreed to, purpose by purpose."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.fields import CONSENT, CONTACT
from app.query.leaves import Leaf, spaced, yes
from app.query.nodes import Value
from app.query.records import Values
from app.query.targets import Target
from db.models import Consent


def agreed(target: Target, values: tuple[Value, ...]) -> Leaf:
    """Return the condition that a contact said yes, or no, for a purpose.

    `consent:email` asks for a yes for e-mail, `consent:email=no` for a no.

    Raises:
        QueryError: what is asked for a purpose is neither yes nor no.
    """
    if CONSENT in target.name:
        return _given({spaced(target.name.removeprefix(CONSENT))}, {yes(value) for value in values})
    return _given({spaced(value.text) for value in values}, {True})


def told(target: Target) -> Leaf:
    """Return the condition that a contact said anything, for a purpose where one is named."""
    named = {spaced(target.name.removeprefix(CONSENT))} if CONSENT in target.name else None
    return _given(named, {True, False})


def _given(purposes: set[str] | None, wanted: Iterable[bool]) -> Leaf:
    answers = set(wanted)

    def sql(session: Session) -> sa.ColumnElement[bool]:
        model: Any = CONTACT.model
        found = sa.select(Consent.contact_id).where(Consent.deleted_at.is_(None), Consent.granted.in_(sorted(answers)))
        if purposes is not None:
            known = session.execute(sa.select(Consent.purpose).distinct()).scalars()
            found = found.where(Consent.purpose.in_([one for one in known if spaced(one) in purposes]))
        return model.id.in_(found)  # type: ignore[no-any-return]  # an attribute of a model

    def met(record: Values) -> bool:
        return any(
            (value == "yes") in answers and (purposes is None or spaced(name.removeprefix(CONSENT)) in purposes)
            for name, value in record.items()
            if name.startswith(CONSENT) and value is not None
        )

    return Leaf(sql, met)
