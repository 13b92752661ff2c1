"""People, what they consented to, the fields a team adds, and the keys by which records are found."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Record, Stamped
from db.types import CLUSTERED, Id, Key, on_files, on_servers, present


def _walked(column: str) -> tuple[Index, Index]:
    """Return the index along which a list goes, and in each of its values from contact to contact.

    A server holds what is equal in one entry, ordered by place and not by id; it sorts the few, and an import is spared
    a wider index.
    """
    name = f"ix_contacts_{column}"
    return on_files(Index(name, column, "id", "deleted_at")), on_servers(Index(name, column))


class Contact(Base, Record):
    """A person. `emails` and `phones` are lists, the first is the main one.

    `name` is what is shown: first and last name, else the company's, the first e-mail, the first phone or the
    external id.
    """

    __tablename__ = "contacts"
    __table_args__ = (
        Index("ix_contacts_sort", "sort_key", "id", "deleted_at"),
        Index("ix_contacts_external_id", "external_id"),
        # A list goes along companies, owners or campaigns, and from each along its people.
        *_walked("company_id"),
        *_walked("owner_id"),
        Index("ix_contacts_campaign_id", "campaign_id", "id", "deleted_at", **present("campaign_id")),
        *_walked("created_at"),
        Index("ix_contacts_import_id", "import_id"),
        # The other orders of a list, from the first row on.
        *(
            on_files(Index(f"ix_contacts_{column}", column, "id", "deleted_at"))
            for column in ("city", "country", "source", "job_title", "language", "updated_at")
        ),
    )

    first_name: Mapped[str | None]
    last_name: Mapped[str | None]
    emails: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    phones: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    company_id: Mapped[int | None] = mapped_column(ForeignKey("companies.id"))
    job_title: Mapped[str | None]
    street: Mapped[str | None]
    city: Mapped[str | None]
    postcode: Mapped[str | None]
    country: Mapped[str | None]
    language: Mapped[str | None]
    source: Mapped[str | None]
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaigns.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))


class RecordKey(Base):
    """Where a folded e-mail, phone or tag leads: derived from the records.

    `kind` is contact, company or lead; `field` is email, phone or tag; `key` is the folded value.
    """

    __tablename__ = "record_keys"
    __table_args__ = (
        Index("ix_record_keys_record", "kind", "record_id"),
        CLUSTERED,
    )

    kind: Mapped[str] = mapped_column(Key, primary_key=True)
    field: Mapped[str] = mapped_column(Key, primary_key=True)
    key: Mapped[str] = mapped_column(Key, primary_key=True)
    record_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class Consent(Base, Stamped):
    """What a contact agreed to for one purpose: the state in force; the journal keeps what was before."""

    __tablename__ = "consents"
    __table_args__ = (UniqueConstraint("contact_id", "purpose"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contacts.id"))
    purpose: Mapped[str] = mapped_column(Key)
    granted: Mapped[bool]
    basis: Mapped[str | None]
    source: Mapped[str | None]
    wording: Mapped[str | None]
    at: Mapped[datetime]
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))


class CustomField(Base, Stamped):
    """A field that a team added to contacts, companies or leads. `form` is text, number, date or yesno."""

    __tablename__ = "custom_fields"
    __table_args__ = (UniqueConstraint("kind", "name_key"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(Key)
    form: Mapped[str] = mapped_column(default="text")
