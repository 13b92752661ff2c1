"""Every field of a contact, a company and a lead, named once.

The names are those of the command line, of queries, layouts and exports. A field's *plain* value is what a record
holds in memory, in the journal and in exports: text, a list of text, a whole number, a decimal as text, a moment as
ISO 8601 text in UTC, a date as ISO text, true or false, or the id of what is referred to.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from app.errors import UsageError
from app.texts import clean, fold
from db.base import Base, Record
from db.models import Company, Contact, Lead
from db.types import from_units, to_units

REFERENCES = frozenset({"member", "company", "contact", "campaign", "stage", "reason"})


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind of record.

    Attributes:
        name: as people and files write it.
        type: text, list, number, money, moment, date, choice, yesno, id, or what it refers to: member, company,
            contact, campaign, stage, reason.
        column: the attribute of the model, "" where the value is derived through another field.
        edit: whether people and files may set it directly.
        coupled: fields that a merge settles together with this one.
    """

    name: str
    type: str
    column: str
    edit: bool = True
    coupled: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its names, its table and its fields by name."""

    name: str
    plural: str
    model: type[Record]
    fields: Mapping[str, Field]

    @property
    def table(self) -> type[Base]:
        """The mapped class, as SQLAlchemy's functions take it."""
        model: Any = self.model
        table: type[Base] = model
        return table

    def by_column(self, column: str) -> Field:
        """Return the field that a column holds."""
        return next(one for one in self.fields.values() if one.column == column)


def _fields(*specs: Field) -> dict[str, Field]:
    return {spec.name: spec for spec in specs}


_COMMON_START = (Field("id", "id", "id", edit=False), Field("external_id", "text", "external_id"))
_COMMON_END = (
    Field("tags", "list", "tags"),
    Field("created", "moment", "created_at"),
    Field("updated", "moment", "updated_at", edit=False),
)

CONTACT = Kind(
    "contact",
    "contacts",
    Contact,
    _fields(
        *_COMMON_START,
        Field("first_name", "text", "first_name"),
        Field("last_name", "text", "last_name"),
        Field("name", "text", "name"),
        Field("emails", "list", "emails"),
        Field("phones", "list", "phones"),
        Field("company", "company", "company_id"),
        Field("job_title", "text", "job_title"),
        Field("street", "text", "street"),
        Field("city", "text", "city"),
        Field("postcode", "text", "postcode"),
        Field("country", "text", "country"),
        Field("language", "text", "language"),
        Field("source", "text", "source"),
        Field("campaign", "campaign", "campaign_id"),
        Field("owner", "member", "owner_id"),
        *_COMMON_END,
    ),
)
COMPANY = Kind(
    "company",
    "companies",
    Company,
    _fields(
        *_COMMON_START,
        Field("name", "text", "name"),
        Field("domain", "text", "domain"),
        Field("industry", "text", "industry"),
        Field("size", "text", "size"),
        Field("city", "text", "city"),
        Field("country", "text", "country"),
        Field("owner", "member", "owner_id"),
        *_COMMON_END,
    ),
)
LEAD = Kind(
    "lead",
    "leads",
    Lead,
    _fields(
        *_COMMON_START,
        Field("name", "text", "name"),
        Field("contact", "contact", "contact_id"),
        Field("company", "company", "company_id"),
        Field("stage", "stage", "stage_id", edit=False),
        Field("team", "choice", "", edit=False),
        Field("milestone", "choice", "", edit=False),
        Field("owner", "member", "owner_id"),
        Field("qualified_by", "member", "qualified_by_id"),
        Field("source", "text", "source"),
        Field("campaign", "campaign", "campaign_id"),
        Field("value", "money", "value", coupled=frozenset({"currency"})),
        Field("currency", "text", "currency", coupled=frozenset({"value"})),
        Field("expected_close", "date", "expected_close"),
        Field("score", "number", "score"),
        Field("created", "moment", "created_at"),
        Field("entered", "moment", "entered_at", edit=False),
        Field("won_at", "moment", "won_at", edit=False),
        Field("lost_at", "moment", "lost_at", edit=False),
        Field("reason", "reason", "reason_id"),
        Field("note", "text", "note"),
        Field("next_step", "text", "next_step"),
        Field("due", "moment", "due_at"),
        Field("tags", "list", "tags"),
        Field("updated", "moment", "updated_at", edit=False),
    ),
)
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in (CONTACT, COMPANY, LEAD)}
_PLURALS = {kind.plural: kind for kind in KINDS.values()}

CUSTOM = "custom:"
CONSENT = "consent:"


def kind_of(name: str) -> Kind:
    """Return the kind called "contact" or "contacts" and so on.

    Raises:
        UsageError: there is no such kind.
    """
    found = KINDS.get(name) or _PLURALS.get(name)
    if found is None:
        raise UsageError("There is no kind of record called “{name}”. Choose contact, company or lead.", name=name)
    return found


def to_plain(column_value: Any) -> Any:
    """Return a column's value as a plain one."""
    if isinstance(column_value, datetime):
        return column_value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(column_value, date):
        return column_value.isoformat()
    if isinstance(column_value, Decimal):
        return str(column_value)
    return column_value


def from_plain(type_: str, plain: Any) -> Any:
    """Return a plain value as its column takes it.

    Raises:
        ValueError: the text is no value of this type.
    """
    if plain is None:
        return None
    if type_ == "moment":
        return datetime.fromisoformat(plain)
    if type_ == "date":
        return date.fromisoformat(plain)
    if type_ == "money":
        return Decimal(plain)
    if type_ in {"number", "id"} or type_ in REFERENCES:
        return int(plain)
    return plain


def normal(type_: str, plain: Any) -> Any:
    """Return a plain value in the one spelling that reading it back gives.

    Raises:
        ValueError: the text is no value of this type.
    """
    if plain in (None, "") or plain == []:
        return [] if type_ == "list" else None
    if type_ == "list":
        return [clean(one) for one in plain]
    if type_ == "money":
        return str(from_units(to_units(Decimal(plain))))
    if type_ in {"text", "choice"}:
        return clean(plain)
    return to_plain(from_plain(type_, plain))


def currency_code(text: str) -> str | None:
    """Return the code of a currency (ISO 4217: three letters) in capitals, None for what is none."""
    return text.upper() if re.fullmatch(r"[A-Za-z]{3}", text) else None


__all__ = [
    "COMPANY",
    "CONSENT",
    "CONTACT",
    "CUSTOM",
    "KINDS",
    "LEAD",
    "REFERENCES",
    "Field",
    "Kind",
    "clean",
    "currency_code",
    "fold",
    "from_plain",
    "kind_of",
    "to_plain",
]
