"""What the engines complain of, said as errors that a person can act on."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError

from db.errors import (
    BusyError,
    ConflictError,
    DamagedError,
    DiskFullError,
    KnownError,
    ReadOnlyError,
    RefusedError,
    TooOldError,
    UnreachableError,
    sentence,
)


@contextmanager
def translated(url: str) -> Iterator[None]:
    """Turn the engines' own errors into known ones; anything else passes."""
    try:
        yield
    except DBAPIError as error:
        known = known_error(error.orig, url)
        if known is None:
            raise
        raise known from error
    except OSError as error:
        known = _system(error, url)
        if known is None:
            raise
        raise known from error
    except _drivers() as error:
        known = known_error(error, url)
        if known is None:
            raise
        raise known from error


def _drivers() -> tuple[type[Exception], ...]:
    """Return the error classes of the drivers in use; a file workspace never imports the server's."""
    server = sys.modules.get("psycopg")
    return (sqlite3.Error,) if server is None else (sqlite3.Error, server.Error)


def known_error(error: BaseException | None, url: str) -> KnownError | None:
    """Return the known error that an engine's error stands for, or None when it is a bug."""
    if isinstance(error, sqlite3.Error):
        return _file(error, Path(url).name)
    if error is not None and type(error).__module__.startswith("psycopg"):
        return _server(error)
    return None


def _file(error: sqlite3.Error, name: str) -> KnownError | None:
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if code is not None else None
    words = str(error)
    if primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return BusyError(
            "{file} is held by another program for too long. Nothing was lost; try again in a moment.", file=name
        )
    if primary == sqlite3.SQLITE_NOTADB:
        return DamagedError(_NO_WORKSPACE_FILE, file=name)
    if primary == sqlite3.SQLITE_CORRUPT:
        return DamagedError(
            "{file} is damaged and is left as it is. Restore the last backup, from the folder {file}.backups.",
            file=name,
        )
    if code == sqlite3.SQLITE_READONLY_ROLLBACK:
        return ReadOnlyError(
            "{file} was left in the middle of a save, and this account may not finish it. Let somebody "
            "who may write to the folder open it once.",
            file=name,
        )
    if primary in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}:
        return ReadOnlyError("{file} can be read but not written. Ask for write permission on its folder.", file=name)
    if primary == sqlite3.SQLITE_FULL or "disk is full" in words:
        return DiskFullError(
            "The disk that holds {file} is full, so the change was not saved. Free some space and try again.", file=name
        )
    if primary in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}:
        return UnreachableError(
            "{file} cannot be reached. Check that the folder is there and the network is up, then try again.", file=name
        )
    if words.startswith("no such table"):
        return DamagedError(_NO_WORKSPACE_FILE, file=name)
    if "no such function: tandem_client_" in words:
        return TooOldError("This workspace was upgraded by a newer Tandem. Please update this program.")
    return None


_NO_WORKSPACE_FILE = sentence("{file} is not a Tandem workspace. Choose a file made by Tandem, or make a new one.")


def _server(error: BaseException) -> KnownError | None:
    state = getattr(error, "sqlstate", None)
    detail = str(error).strip().splitlines()[0] if str(error).strip() else ""
    if state is None:
        away = type(error).__name__ in {"OperationalError", "ConnectionTimeout", "InterfaceError"}
        return UnreachableError(_away(detail)) if away else None
    if state.startswith(("08", "57P")):
        return UnreachableError(_away(detail))
    if state == "55000" and "client" not in detail:
        return None
    found = _STATES.get(state)
    return None if found is None else found[0](found[1])


_BUSY = sentence("A colleague is saving the same record and it did not become free. Nothing was lost; try again.")
_NO_LOGIN = sentence("The server refused this name or password. Check both, or ask your administrator.")
_NO_WORKSPACE = sentence("That database is not a Tandem workspace. Make one with “tandem new”.")
_NO_ROOM = sentence("The server has no connection to spare. Try again in a moment.")
_STATES: dict[str, tuple[type[KnownError], str]] = {
    "28P01": (RefusedError, _NO_LOGIN),
    "28000": (RefusedError, _NO_LOGIN),
    "3D000": (UnreachableError, sentence("The server has no database of that name. Check the address.")),
    "42501": (RefusedError, sentence("Your role in this workspace does not allow that. Ask an administrator of it.")),
    "55000": (TooOldError, sentence("This workspace was upgraded by a newer Tandem. Please update this program.")),
    "55P03": (BusyError, _BUSY),
    "40P01": (BusyError, _BUSY),
    "40001": (BusyError, _BUSY),
    "57014": (BusyError, _BUSY),
    "53100": (
        DiskFullError,
        sentence("The server's disk is full, so the change was not saved. Tell your administrator."),
    ),
    "53300": (UnreachableError, _NO_ROOM),
    "53400": (UnreachableError, _NO_ROOM),
    "25006": (ReadOnlyError, sentence("The server accepts no changes at the moment. Try again later.")),
    "3F000": (DamagedError, _NO_WORKSPACE),
    "42P01": (DamagedError, _NO_WORKSPACE),
}


def _away(detail: str) -> str:
    if "password" in detail or "authentication" in detail:
        return sentence("The server refused this name or password. Check both, or ask your administrator.")
    if "permission denied" in detail:
        return sentence("This login has no access to that workspace. Ask an admin of it to add you as a member.")
    if "does not exist" in detail and "database" in detail:
        return sentence("The server has no database of that name. Check the address.")
    if "does not answer" in detail or "timeout" in detail:
        return sentence("The server does not answer. Wait a moment and try again; nothing was lost.")
    if "certificate" in detail or "SSL" in detail:
        return sentence(
            "The server's identity could not be proved, so nothing was sent to it. "
            "Ask your administrator for its certificate (sslrootcert=FILE in the address)."
        )
    return sentence(
        "The server cannot be reached. Check the network and the address, then try again; nothing was lost."
    )


def _system(error: OSError, url: str) -> KnownError | None:
    name = Path(url).name
    if error.errno == 28:  # noqa: PLR2004 - ENOSPC
        return DiskFullError(
            "The disk that holds {file} is full, so the change was not saved. Free some space and try again.", file=name
        )
    if isinstance(error, PermissionError):
        return ReadOnlyError("{file} cannot be opened with your permissions. Ask for access to its folder.", file=name)
    return None


def is_duplicate(error: IntegrityError) -> bool:
    """Return whether a uniqueness rule was broken, on either engine."""
    words = str(error.orig)
    return "UNIQUE constraint" in words or getattr(error.orig, "sqlstate", "") == "23505"


__all__ = ["ConflictError", "is_duplicate", "known_error", "translated"]
