"""Looking after a workspace: members with their logins, checks, backups, copies, upgrades."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app import members
from app.context import MemberRow
from app.errors import RefusedError, UsageError
from app.workspace import Workspace, open_workspace
from db import backup as backups
from db import copying, logins
from db import upgrade as upgrades
from db.engine import FileStore, ServerStore, is_server, open_store


def add_member(
    workspace: Workspace,
    *,
    name: str,
    email: str | None,
    team: str,
    role: str = "member",
    login: str | None = None,
    password: str | None = None,
) -> None:
    """Add a member; on a server, make their login as well.

    Raises:
        RefusedError: the one who acts is no admin.
        UsageError: something is missing or taken.
    """
    if not name:
        raise UsageError("Say who: --name NAME, and --email E-MAIL.")
    if isinstance(workspace.store, ServerStore) and not (login and password):
        raise UsageError("On a server a member needs --login NAME, and a password given with --password-stdin.")
    workspace.write(_add, name, email, team, role, login, password, act="members.add")


def _add(
    session: Session, name: str, email: str | None, team: str, role: str, login: str | None, password: str | None
) -> None:
    members.add(session, name, email, team, role, login)
    if session.info["store"].stamps and login and password:
        logins.add_login(session, login, password, role)


def change_member(workspace: Workspace, member: MemberRow, values: dict[str, Any]) -> None:
    """Change a member's name, e-mail, team, role or login; a server's login follows the role.

    Raises:
        RefusedError: the one who acts is no admin, or the last admin would be gone.
    """
    workspace.write(_change, member, values, act="members.change")


def _change(session: Session, member: MemberRow, values: dict[str, Any]) -> None:
    members.change(session, member.id, values)
    if "role" in values and session.info["store"].stamps and member.login:
        logins.set_role(session, member.login, values["role"])


def remove_member(workspace: Workspace, member: MemberRow) -> None:
    """Let a member go: they keep their history, and their login ends at once.

    Raises:
        RefusedError: the one who acts is no admin, or it is the last admin.
    """
    workspace.write(_remove, member, act="members.change")


def _remove(session: Session, member: MemberRow) -> None:
    ends = session.info["store"].stamps and bool(member.login)
    # A login that has ended may be given to somebody else one day: it must not lead to this member then.
    members.change(session, member.id, {"active": False} | ({"login": None} if ends else {}))
    if ends:
        logins.remove_login(session, member.login)


def check(workspace: Workspace) -> list[str]:
    """Return what does not hold together, one sentence each; nothing when all is well."""
    return backups.check(workspace.store)


def backup(workspace: Workspace, path: Path) -> None:
    """Write a copy of the workspace to a file that must not exist yet, and read it back.

    Raises:
        RefusedError: there is something there already, or it cannot be written to.
        DamagedError: the copy is not whole.
    """
    with _place(path):
        backups.write(workspace.store, path)


def restore(path: Path, target: str) -> None:
    """Put a backup in the place of a workspace; who has it open is told to load it anew.

    Raises:
        KnownError: the backup is not whole, or the place cannot be written to.
    """
    with _place(target):
        backups.restore(path, target)


@contextmanager
def _place(path: Path | str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise RefusedError(
            "{path} cannot be written ({why}). Choose another place.", path=path, why=error.strerror
        ) from error


def copy(source: str, target: str) -> dict[str, int]:
    """Copy a whole workspace, history included, to a new place; return the count of rows a table.

    Raises:
        KnownError: there is a workspace at the target already, or either cannot be reached.
    """
    with open_workspace(source) as opened:
        return copying.copy(opened.store, target)


def upgrade(url: str) -> dict[str, Any]:
    """Bring a workspace up to date; return the schema before and after, and a message.

    Raises:
        KnownError: it is newer than this program, or somebody holds it.
    """
    store = open_store(url) if is_server(url) else FileStore(Path(url))
    try:
        before, after = upgrades.upgrade(store, backups.keep)
    finally:
        store.close()
    message = (
        "The workspace is up to date." if before == after else f"The workspace went from schema {before} to {after}."
    )
    return {"before": before, "after": after, "message": message}
