"""A contact as a list shows it; nothing of the database is loaded for it."""

from collections.abc import Mapping
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


def row_of(lists: Lists, row: Any) -> ContactRow:
    """Return what the columns of a found contact say, with the names that stand in the workspace's small lists."""
    owner = lists.members.get(row.owner_id)
    return ContactRow(
        row.id,
        row.version,
        row.name,
        row.company or "",
        row.owner_id,
        owner.name if owner else "",
        tuple(row.tags),
        row.source or "",
        row.emails[0] if row.emails else "",
        row.phones[0] if row.phones else "",
        row.city or "",
        row.country or "",
        row.job_title or "",
        row.language or "",
        lists.campaigns.get(row.campaign_id, ""),
        row.created_at,
        row.updated_at,
        row.stage_id,
        row.score,
        row.active_at,
        row.first_name or "",
        row.last_name or "",
        row.street or "",
        row.postcode or "",
        row.external_id or "",
        row.custom or {},
    )
