"""What columns say of a record's plain fields, and of those that the team added."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.fields import CUSTOM
from ui.around import Surroundings
from ui.contacts.form import Form
from ui.lists.column import Column


@dataclass(frozen=True, slots=True)
class Plain:
    """What a row holds as text under a name."""

    name: str

    def __call__(self, row: Any) -> str:
        """Return it."""
        return str(getattr(row, self.name))


@dataclass(frozen=True, slots=True)
class Own:
    """What a row holds in a field that the team added."""

    key: str
    form: Form
    around: Surroundings

    def __call__(self, row: Any) -> str:
        """Return it as it is written."""
        value = row.custom.get(self.key)
        try:
            return self.form.written(value, self.around)
        except (ArithmeticError, ValueError):
            return str(value)  # what an import took as it came


def day(around: Surroundings, moment: datetime) -> str:
    """Return the day of a moment in the workspace's zone, written short."""
    words = around.words
    return words.paper.day_short(moment.astimezone(words.zone).date(), None)


def own_fields(around: Surroundings, kind: str) -> tuple[Column, ...]:
    """Return the columns of the fields that the team added to a kind of record."""
    return tuple(
        Column(
            f"{CUSTOM}{one.name}",
            one.name,
            f"{CUSTOM}{one.name}",
            Own(str(one.id), Form(one.form), around),
            3,
            110,
            at_first=False,
        )
        for one in around.context.fields.values()
        if one.kind == kind
    )
