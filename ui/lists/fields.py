"""What columns say of fields that the team added."""

from dataclasses import dataclass
from typing import Any

from app.fields import CUSTOM
from ui.around import Surroundings
from ui.contacts.form import Form
from ui.lists.column import Column


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
