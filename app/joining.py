"""Who somebody is in a workspace that they opened for the first time.

On a server the login says it. On a file the computer's account does, once its owner has said which member they are:
there anybody who may write to the file may say so, which its folder's permissions alone can forbid.
"""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app import things
from app.context import Context, MemberRow
from app.errors import RefusedError, UsageError
from app.fields import clean, fold
from app.members import TEAMS
from app.workspace import account
from db.journal import write_of


def free_members(context: Context) -> Sequence[MemberRow]:
    """Return the members whom no account acts for yet, by name."""
    free = [one for one in context.members.values() if one.active and not one.login]
    return sorted(free, key=lambda one: fold(one.name))


def claim(session: Session, member_id: int, login: str | None = None) -> None:
    """Let this computer's account act for a member from now on.

    Raises:
        RefusedError: another account acts for them, or the workspace is on a server.
    """
    _only_on_files(session)
    row = things.read(session, "member", member_id, lock=True)
    own = login or account()
    if row["login"] and row["login"] != own:
        raise RefusedError(
            "{member} opens this workspace from another account ({login}) already.",
            member=row["name"],
            login=row["login"],
        )
    things.edit(session, "member", member_id, {"login": own})


def introduce(session: Session, name: str, email: str, team: str, login: str | None = None) -> int:
    """Write oneself down as a new member and return the id.

    Raises:
        UsageError: there is no name, or the e-mail is somebody else's.
    """
    _only_on_files(session)
    context: Context = session.info["context"]
    called, address = " ".join(clean(name).split())[:120], clean(email).strip()[:200]
    if not called:
        raise UsageError("Write your name: colleagues see it beside what you do.")
    if team not in TEAMS:
        raise UsageError("“{team}” is no team. Choose one of: {known}.", team=team, known=", ".join(TEAMS))
    taken = next((one for one in context.members.values() if address and fold(one.email) == fold(address)), None)
    if taken is not None:
        raise UsageError(
            "{member} has the e-mail {address} already. Choose them above if that is you.",
            member=taken.name,
            address=address,
        )
    values = {"name": called, "email": address or None, "team": team, "role": "member", "login": login or account()}
    return things.create(session, "member", values | {"active": True, "created_at": write_of(session).now})


def _only_on_files(session: Session) -> None:
    if session.info["store"].stamps:
        raise RefusedError("On a server your login says who you are. Ask an admin of the workspace to add you.")
