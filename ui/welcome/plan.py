"""What somebody chose to begin with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from PySide6.QtCore import QTimeZone

from app import beginning

Kind: TypeAlias = Literal["open", "start", "own", "sample"]


@dataclass(frozen=True, slots=True)
class Plan:
    """A workspace to open or to make.

    Attributes:
        url: the file's path or the server's address.
        as_member: who acts, where the command line says it.
        files: what was handed over with it.
        kind: "open" what is there; "start" a company's; "own" the account's own; "sample" a made-up company.
        read_only: open it to look only.
        keep_password: keep the address' password in the computer's keyring once it has opened.
        company, timezone, currency, member, email: what a new one begins with.
    """

    url: str
    as_member: str | None = None
    files: tuple[str, ...] = ()
    kind: Kind = "open"
    read_only: bool = False
    keep_password: bool = False
    company: str = "My company"
    timezone: str = "UTC"
    currency: str = "EUR"
    member: str = ""
    email: str = ""

    @property
    def may_be_read(self) -> bool:
        """Whether it might at least be looked at: a file that is there."""
        return self.kind == "open" and "://" not in self.url

    def to_read(self) -> "Plan":
        """Return the same, to look only."""
        return replace(self, read_only=True)


def own_plan(as_member: str | None, files: Sequence[str]) -> Plan:
    """Return the plan for the workspace in the account's own folder, made if it is not there yet."""
    path = beginning.own_file()
    if path.exists():
        return Plan(str(path), as_member, tuple(files))
    return Plan(str(path), as_member, tuple(files), kind="own", timezone=system_zone())


def system_zone() -> str:
    """Return the name of this computer's time zone."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC"
