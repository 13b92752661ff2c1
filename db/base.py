"""The declarative base and the columns that every record shares."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from db.types import Id, Key, Moment

SCHEMA = 2
"""The number of the layout of all tables, see docs/schema.md; it grows with every change of them."""

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """All tables; every constraint has a name so that a migration can find it again."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        int: BigInteger(),
        datetime: Moment(),
        dict[str, Any]: JSON(),
        list[str]: JSON(),
    }


class Stamped:
    """Who touched a row last, and how often; PostgreSQL fills these by trigger, SQLite by `db.rows`.

    `recorded_*` is when and by whom the row came into the database; `updated_*` the last write; `version`
    counts writes and guards every save. `deleted_at` is set while the record lies in the bin.
    """

    version: Mapped[int] = mapped_column(server_default="1")
    recorded_at: Mapped[datetime] = mapped_column(server_default="0")
    recorded_by: Mapped[int | None]
    updated_at: Mapped[datetime] = mapped_column(server_default="0")
    updated_by: Mapped[int | None]
    deleted_at: Mapped[datetime | None]


class Record(Stamped):
    """What a contact, a company and a lead have in common.

    `created_at` is when the record came to be in the world (an import may set it). `sort_key` and `search` are
    folded text (`db.folding.fold`) kept by `app.records`. `custom` maps a custom field's id (as text) to its
    value: text, number as text, ISO date, or true/false. `import_id` is the import that made the record.
    """

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    external_id: Mapped[str | None] = mapped_column(Key)
    name: Mapped[str] = mapped_column(default="", server_default="")
    tags: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    custom: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, server_default="{}")
    created_at: Mapped[datetime]
    import_id: Mapped[int | None]
    sort_key: Mapped[str] = mapped_column(Key, default="", server_default="")
    search: Mapped[str] = mapped_column(Key, default="", server_default="")
