"""Looking after a workspace: members with their logins, checks, backups, copies, upgrades."""

from pathlib import Path
from typing import Any

from app import members
from app.context import MemberRow
from app.errors import RefusedError, UsageError
from app.workspace import Workspace, open_workspace
from db import backup as backups
from db import copying, roles
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
    store = workspace.store
    if not name:
        raise UsageError("Say who: --name NAME, and --email E-MAIL.")
    if isinstance(store, ServerStore):
        if not login or not password:
            raise UsageError("On a server a member needs --login NAME, and a password given with --password-stdin.")
        me = workspace.me
        if me is None or me.role != "admin":
            raise RefusedError("Only an admin of the workspace may add members.")
        roles.add_login(store, login, password, role)
    workspace.write(members.add, name, email, team, role, login)


def change_member(workspace: Workspace, member: MemberRow, values: dict[str, Any]) -> None:
    """Change a member's name, e-mail, team, role or login; a server's login follows the role.

    Raises:
        RefusedError: the one who acts is no admin, or the last admin would be gone.
    """
    workspace.write(members.change, member.id, values)
    if "role" in values and isinstance(workspace.store, ServerStore) and member.login:
        roles.set_role(workspace.store, member.login, values["role"])


def remove_member(workspace: Workspace, member: MemberRow) -> None:
    """Let a member go: they keep their history, and their login ends at once.

    Raises:
        RefusedError: the one who acts is no admin, or it is the last admin.
    """
    workspace.write(members.change, member.id, {"active": False})
    if isinstance(workspace.store, ServerStore) and member.login:
        roles.remove_login(workspace.store, member.login)


def check(workspace: Workspace) -> list[str]:
    """Return what does not hold together, one sentence each; nothing when all is well."""
    return backups.check(workspace.store)


def backup(workspace: Workspace, path: Path) -> None:
    """Write a copy of the workspace to a file that must not exist yet, and read it back.

    Raises:
        RefusedError: there is something there already, or the copy is not whole.
    """
    backups.write(workspace.store, path)


def restore(path: Path, target: str) -> None:
    """Put a backup in the place of a workspace; who has it open is told to load it anew.

    Raises:
        KnownError: the backup is not whole, or the place cannot be written to.
    """
    backups.restore(path, target)


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
        before, after = upgrades.upgrade(store)
    finally:
        store.close()
    message = (
        "The workspace is up to date." if before == after else f"The workspace went from schema {before} to {after}."
    )
    return {"before": before, "after": after, "message": message}
