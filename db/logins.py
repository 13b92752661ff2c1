"""Logins of members on a server, made, changed and ended through functions of the database that look at the caller."""

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from db.errors import UsageError, sentence


def _verifier(session: Session, login: str, password: str) -> str:
    """Return what the server keeps of a password; the password itself never travels nor reaches a log."""
    driver = session.connection().connection.driver_connection
    assert driver is not None  # noqa: S101 - an open session has its link
    return str(driver.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256").decode())


_REFUSALS = {
    "42939": sentence("“{login}” cannot be a login. Use letters and digits, not beginning with pg_ or tandem_."),
    "42710": sentence("The server has a login “{login}” already. Choose another name."),
}


def _call(session: Session, function: str, login: str, *more: str) -> None:
    try:
        session.execute(sa.select(getattr(sa.func.tandem, function)(login, *more))).all()
    except DBAPIError as error:
        words = _REFUSALS.get(getattr(error.orig, "sqlstate", "") or "")
        if words is None:
            raise
        raise UsageError(words, login=login) from error


def add_login(session: Session, login: str, password: str, role: str) -> None:
    """Make a login for a member, in the caller's transaction.

    Raises:
        UsageError: the name is taken or cannot be a login.
        RefusedError: the one who acts is no admin.
    """
    if not password:
        raise UsageError("A login needs a password.")
    _call(session, "add_login", login, _verifier(session, login, password), role)


def set_role(session: Session, login: str, role: str) -> None:
    """Let a login's rights follow its member's role.

    Raises:
        RefusedError: the one who acts is no admin, or the login is not this workspace's alone.
    """
    _call(session, "set_role", login, role)


def set_password(session: Session, login: str, password: str) -> None:
    """Change a login's password: one's own, or, as admin, that of a login of this workspace alone."""
    _call(session, "set_password", login, _verifier(session, login, password))


def remove_login(session: Session, login: str) -> None:
    """End a login and its open links.

    Raises:
        RefusedError: the one who acts is no admin, or the login is not this workspace's alone.
    """
    _call(session, "remove_login", login)
