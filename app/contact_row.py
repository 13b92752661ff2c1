"""A contact as a list shows it; nothing of the database is loaded for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol


class _Named(Protocol):
    @property
    def name(self) -> str: ...


class Lists(Protocol):
    """The small lists of a workspace that rows take names from, by id."""

    @property
    def members(self) -> Mapping[int, _Named]:
        """The members."""
        ...

    @property
    def campaigns(self) -> Mapping[int, str]:
        """The campaigns' names."""
        ...


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact as a list shows it. Moments are UTC; `stage` and `score` are those of the latest lead, open ones first.

    `custom` maps the id of a field that the team added, as text, to its value.
    """

    id: int
    version: int
    name: str
    company: str
    owner_id: int | None
    owner: str
    tags: tuple[str, ...]
    source: str
    email: str
    phone: str
    city: str
    country: str
    job_title: str
    language: str
    campaign: str
    created_at: datetime
    updated_at: datetime | None
    stage_id: int | None
    score: int | None
    active_at: datetime | None
    first_name: str
    last_name: str
    street: str
    postcode: str
    external_id: str
    custom: Mapping[str, Any]


FOUND = (
    "id",
    "version",
    "name",
    "company",
    "owner_id",
    "tags",
    "source",
    "emails",
    "phones",
    "city",
    "country",
    "job_title",
    "language",
    "campaign_id",
    "created_at",
    "updated_at",
    "stage_id",
    "score",
    "active_at",
    "first_name",
    "last_name",
    "street",
    "postcode",
    "external_id",
    "custom",
)
"""What is read of a contact, in this order, to make a row of."""


def row_of(lists: Lists, found: Sequence[Any]) -> ContactRow:
    """Return what was read of a contact, with the names that stand in the workspace's small lists."""
    number, version, name, company, owner_id, tags, source, emails, phones, city, country, *more = found
    job_title, language, campaign_id, created_at, updated_at, stage_id, score, active_at, *rest = more
    first_name, last_name, street, postcode, external_id, custom = rest
    owner = lists.members.get(owner_id)
    return ContactRow(
        number,
        version,
        name,
        company or "",
        owner_id,
        owner.name if owner else "",
        tuple(tags),
        source or "",
        emails[0] if emails else "",
        phones[0] if phones else "",
        city or "",
        country or "",
        job_title or "",
        language or "",
        lists.campaigns.get(campaign_id, ""),
        created_at,
        updated_at,
        stage_id,
        score,
        active_at,
        first_name or "",
        last_name or "",
        street or "",
        postcode or "",
        external_id or "",
        custom or {},
    )
