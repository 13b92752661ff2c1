"""The people who work in the workspace."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import things
from app.context import Context, MemberRow
from app.errors import RefusedError, UsageError, Word
from app.fields import fold
from db.journal import write_of
from db.models import Absence, Handoff

TEAMS = ("marketing", "sales", "both")
ROLES = ("member", "lead", "admin")


def require_admin(session: Session, act: Word) -> None:
    """Raise a RefusedError unless an admin acts."""
    context: Context = session.info["context"]
    if context.me is None or context.me.role != "admin":
        raise RefusedError(
            "Only an admin of the workspace may {act}. Ask one of: {admins}.", act=act, admins=_admins(context)
        )


def has_left(context: Context) -> bool:
    """Return whether who acts is a member no more; on a file nothing but this keeps them from writing."""
    return context.me is not None and not context.me.active


def refusal(context: Context) -> RefusedError:
    """Return what is said to who has left and would change something."""
    return RefusedError(
        "{member} is no active member of this workspace, so nothing is changed in that name. Ask an admin: {admins}.",
        member="" if context.me is None else context.me.name,
        admins=_admins(context),
    )


def _admins(context: Context) -> str:
    return ", ".join(one.name for one in context.members.values() if one.role == "admin" and one.active) or Word(
        "nobody"
    )


def add(
    session: Session, name: str, email: str | None, team: str, role: str = "member", login: str | None = None
) -> int:
    """Write a new member and return their id.

    Raises:
        RefusedError: the one who acts is no admin.
        UsageError: team or role is none, or e-mail or login is taken.
    """
    require_admin(session, Word("add members"))
    if team not in TEAMS:
        raise UsageError("“{team}” is no team. Choose one of: {known}.", team=team, known=", ".join(TEAMS))
    if role not in ROLES:
        raise UsageError("“{role}” is no role. Choose one of: {known}.", role=role, known=", ".join(ROLES))
    context: Context = session.info["context"]
    for one in context.members.values():
        if email and fold(one.email) == fold(email):
            raise UsageError("{member} has the e-mail {email} already.", member=one.name, email=email)
        if login and one.login == login:
            raise UsageError("The login “{login}” belongs to {member} already.", login=login, member=one.name)
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
    require_admin(session, Word("change members"))
    context: Context = session.info["context"]
    loses_admin = values.get("active") is False or values.get("role", "admin") != "admin"
    others = [one for one in context.members.values() if one.role == "admin" and one.active and one.id != member_id]
    if loses_admin and context.members[member_id].role == "admin" and not others:
        raise RefusedError("A workspace needs at least one active admin. Make somebody else admin first.")
    things.edit(session, "member", member_id, values)
    if values.get("active") is False:
        # What waits for somebody who has left would wait for good.
        waiting = sa.and_(Handoff.to_member_id == member_id, Handoff.answered_at.is_(None))
        things.carry(session, "handoff", waiting, "to_member_id", None)


def set_away(session: Session, member_id: int, first: date, last: date, note: str = "") -> int:
    """Write down that a member is away from one day to another, the last included; return the absence's id.

    Raises:
        RefusedError: it is somebody else, and the one who acts leads no team.
        UsageError: the last day comes before the first.
    """
    context: Context = session.info["context"]
    if context.me is None or (context.me.id != member_id and context.me.role not in {"lead", "admin"}):
        raise RefusedError("Only a member themselves, a team lead or an admin may say when they are away.")
    if last < first:
        raise UsageError("The last day away comes before the first one.")
    values = {"member_id": member_id, "first_day": first, "last_day": last, "note": note}
    return things.create(session, "absence", values)


def away(session: Session) -> dict[int, list[tuple[date, date]]]:
    """Return by member the days on which they are away, from and to, the earliest first."""
    found: dict[int, list[tuple[date, date]]] = {}
    statement = sa.select(Absence.member_id, Absence.first_day, Absence.last_day).where(Absence.deleted_at.is_(None))
    for row in session.execute(statement.order_by(Absence.first_day, Absence.id)).all():
        found.setdefault(row.member_id, []).append((row.first_day, row.last_day))
    return found


def listed(context: Context) -> list[MemberRow]:
    """Return all members, active ones first, by name."""
    return sorted(context.members.values(), key=lambda one: (not one.active, fold(one.name)))
