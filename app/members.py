"""The people who work in the workspace."""

from typing import Any

from sqlalchemy.orm import Session

from app import things
from app.context import Context, MemberRow
from app.errors import RefusedError, UsageError
from app.fields import fold
from db.journal import write_of

TEAMS = ("marketing", "sales", "both")
ROLES = ("member", "lead", "admin")


def require_admin(session: Session, act: str) -> None:
    """Raise a RefusedError unless an admin acts."""
    context: Context = session.info["context"]
    if context.me is None or context.me.role != "admin":
        raise RefusedError(f"Only an admin of the workspace may {act}. Ask one of: {_admins(context)}.")


def _admins(context: Context) -> str:
    return ", ".join(one.name for one in context.members.values() if one.role == "admin" and one.active) or "nobody"


def add(
    session: Session, name: str, email: str | None, team: str, role: str = "member", login: str | None = None
) -> int:
    """Write a new member and return their id.

    Raises:
        RefusedError: the one who acts is no admin.
        UsageError: team or role is none, or e-mail or login is taken.
    """
    require_admin(session, "add members")
    if team not in TEAMS:
        raise UsageError(f"“{team}” is no team. Choose one of: {', '.join(TEAMS)}.")
    if role not in ROLES:
        raise UsageError(f"“{role}” is no role. Choose one of: {', '.join(ROLES)}.")
    context: Context = session.info["context"]
    for one in context.members.values():
        if email and fold(one.email) == fold(email):
            raise UsageError(f"{one.name} has the e-mail {email} already.")
        if login and one.login == login:
            raise UsageError(f"The login “{login}” belongs to {one.name} already.")
    return things.create(
        session,
        "member",
        {
            "name": name,
            "email": email,
            "team": team,
            "role": role,
            "login": login,
            "active": True,
            "created_at": write_of(session).now,
        },
    )


def change(session: Session, member_id: int, values: dict[str, Any]) -> None:
    """Change a member's name, e-mail, team, role, login or whether they are active.

    Raises:
        RefusedError: the one who acts is no admin, or the last admin would be gone.
    """
    require_admin(session, "change members")
    context: Context = session.info["context"]
    loses_admin = values.get("active") is False or values.get("role", "admin") != "admin"
    others = [one for one in context.members.values() if one.role == "admin" and one.active and one.id != member_id]
    if loses_admin and context.members[member_id].role == "admin" and not others:
        raise RefusedError("A workspace needs at least one active admin. Make somebody else admin first.")
    things.edit(session, "member", member_id, values)


def listed(context: Context) -> list[MemberRow]:
    """Return all members, active ones first, by name."""
    return sorted(context.members.values(), key=lambda one: (not one.active, fold(one.name)))
