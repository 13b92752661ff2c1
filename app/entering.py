"""What a person typed for a field, as its plain value."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy.orm import Session

from app import companies
from app.context import Context
from app.errors import UsageError, Word
from app.fields import CONSENT, CUSTOM, Kind

_LIST = re.compile(r"[,;]")
YES = frozenset({"yes", "true", "1", "sí", "si"})
NO = frozenset({"no", "false", "0"})


def value(session: Session, kind: Kind, name: str, text: str) -> Any:
    """Return the plain value that a text means for a field; an empty text clears it.

    Raises:
        UsageError: the field is unknown, or the text is no value of its type; it says what would be.
    """
    context: Context = session.info["context"]
    if name.startswith(CONSENT):
        return text.strip().lower() or None
    if name.startswith(CUSTOM):
        return _custom(context, kind, name, text)
    if name not in kind.fields:
        names = ", ".join(one.name for one in kind.fields.values() if one.edit)
        raise UsageError(
            "A {kind} has no field “{name}”. Its fields are: {names}, custom:NAME.",
            kind=Word(kind.name),
            name=name,
            names=names,
        )
    type_ = kind.fields[name].type
    if text.strip() == "":
        return [] if type_ == "list" else None
    if type_ == "company":
        return int(text) if text.isdigit() else companies.found_or_made(session, text)
    return _typed(context, type_, name, text)


def _typed(context: Context, type_: str, name: str, text: str) -> Any:
    stripped = text.strip()
    if type_ == "list":
        return [part.strip() for part in _LIST.split(text) if part.strip()]
    if type_ == "member":
        return context.member(stripped).id
    if type_ == "reason":
        return context.reason(stripped).id
    if type_ == "stage":
        return context.stage(stripped).id
    if type_ == "campaign":
        return _campaign(context, stripped)
    if type_ in {"number", "contact", "id"}:
        return _number(name, stripped)
    if type_ == "money":
        return str(_amount(name, stripped))
    if type_ == "date":
        return _date(name, stripped).isoformat()
    if type_ == "moment":
        return moment(context, stripped).isoformat().replace("+00:00", "Z")
    return text


def moment(context: Context, text: str) -> datetime:
    """Return a moment written as ISO 8601, a date being its midnight in the workspace's zone.

    Raises:
        UsageError: it is neither.
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError("“{text}” is no time. Write it as 2026-11-23 or 2026-11-23T10:30.", text=text) from error
    return (found if found.tzinfo else found.replace(tzinfo=context.zone)).astimezone(UTC)


def _date(name: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError("“{text}” is no date for {name}. Write it as 2026-11-23.", text=text, name=name) from error


def _number(name: str, text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise UsageError("“{text}” is no whole number for {name}.", text=text, name=name) from error


def _amount(name: str, text: str) -> Decimal:
    try:
        found = Decimal(text)
    except InvalidOperation as error:
        raise UsageError("“{text}” is no amount for {name}. Write it as 1234.50.", text=text, name=name) from error
    if not found.is_finite() or abs(found) >= Decimal(10) ** 14 or found != round(found, 4):
        raise UsageError(
            "“{text}” cannot be kept for {name}: at most 14 digits and four decimals.", text=text, name=name
        )
    return found


def _campaign(context: Context, text: str) -> int:
    for number, name in context.campaigns.items():
        if text in {name, str(number)}:
            return number
    raise UsageError("There is no campaign “{text}”.", text=text)


def _custom(context: Context, kind: Kind, name: str, text: str) -> Any:
    one = context.field(kind.name, name.removeprefix(CUSTOM))
    stripped = text.strip()
    if stripped == "":
        return None
    if one.form == "number":
        return str(_amount(one.name, stripped))
    if one.form == "date":
        return _date(one.name, stripped).isoformat()
    if one.form == "yesno":
        if stripped.lower() not in YES | NO:
            raise UsageError("“{name}” is yes or no, not “{text}”.", name=one.name, text=stripped)
        return stripped.lower() in YES
    return text
