"""The steps from each schema to the next, oldest first.

A step is a module of its own here, named after the schema that it leads to (`m0002.py`), never changed once released,
and entered in `MIGRATIONS`. It speaks to both engines through Alembic's operations and names no model: models show
the schema of today. `db.upgrade` runs the steps and puts guards, triggers and grants back afterwards.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from alembic.operations import Operations

from db.migrations import m0002


@dataclass(frozen=True, slots=True)
class Migration:
    """A step to the schema `number`.

    `min_client` is the oldest schema a program may know to write afterwards: the one before for a step that only
    adds, the new one otherwise. `rows` says for which tables the count of rows changes, and by how much at most.
    """

    number: int
    run: Callable[[Operations], None]
    min_client: int
    rows: Mapping[str, int] = field(default_factory=dict)


MIGRATIONS: tuple[Migration, ...] = (Migration(2, m0002.run, min_client=2),)
