"""The first rows of the list of contacts before the rest of the program is loaded.

What is needed for it is written down by `app.glimpsing` once a list stands: the statement that reads its first rows,
and the names of the workspace's small lists; nothing of the contacts themselves. The rows are read anew each time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Self

from app.agreement import fading
from app.contact_row import ContactRow, row_of
from db import glimpse
from db.glimpse import Written

LEFT = "left_of_heat"
"""The name by which a statement is given the one factor that ages the heat of all scores."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What the first rows are read and told with.

    Attributes:
        workspace: the id of the workspace.
        written: the statement.
        fades: when the agreement was published, in microseconds since 1970, and in how many days its points halve;
            None where the statement reckons no score.
        members, campaigns: their names by id.
        stages: name, team and kind by id.
        zone, currency: as the workspace has them.
    """

    workspace: str
    written: Written
    fades: tuple[int, int] | None
    members: Mapping[int, str]
    campaigns: Mapping[int, str]
    stages: Mapping[int, tuple[str, str, str]]
    zone: str
    currency: str

    def rows(self, file: Path, now: datetime) -> Sequence[ContactRow] | None:
        """Return the first rows as they are in a workspace's file now; None where they cannot be had at once."""
        values = dict(self.written.values)
        if self.fades is not None:
            values[LEFT] = fading.left(*self.fades, int(now.timestamp() * 1_000_000))
        found = glimpse.read(file, self.workspace, Written(self.written.sql, values, self.written.kinds))
        if found is None:
            return None
        members = {number: SimpleNamespace(name=name) for number, name in self.members.items()}
        lists = SimpleNamespace(members=members, campaigns=self.campaigns)
        return [row_of(lists, row) for row in found]

    def plain(self) -> dict[str, Any]:
        """Return it as plain values, which `of` reads."""
        return {
            "workspace": self.workspace,
            "sql": self.written.sql,
            "values": dict(self.written.values),
            "kinds": dict(self.written.kinds),
            "fades": self.fades,
            "members": list(self.members.items()),
            "campaigns": list(self.campaigns.items()),
            "stages": list(self.stages.items()),
            "zone": self.zone,
            "currency": self.currency,
        }

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> Self:
        """Return what `plain` returned.

        Raises:
            KeyError, TypeError, ValueError: it is something else.
        """
        fades = plain["fades"]
        return cls(
            plain["workspace"],
            Written(plain["sql"], plain["values"], plain["kinds"]),
            None if fades is None else (int(fades[0]), int(fades[1])),
            {int(number): str(name) for number, name in plain["members"]},
            {int(number): str(name) for number, name in plain["campaigns"]},
            {int(number): (str(name), str(team), str(kind)) for number, (name, team, kind) in plain["stages"]},
            plain["zone"],
            plain["currency"],
        )
