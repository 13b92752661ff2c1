"""Before a workspace is open: where one may lie, which ones were open before, and how a server is signed in to.

Every start of the window asks this first, so that nothing of the database is loaded for it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from app import settings
from app.errors import KnownError, UsageError
from app.texts import clean
from db.connect import EXAMPLE, is_server, keyring_password, remember_password, with_login

FILE_NAME = "Tandem.tandem"
MOST_RECENT = 8
_LONGEST_NAME = 255
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


@dataclass(frozen=True, slots=True)
class Recent:
    """A workspace that was open before: its place, without a password, and whose it is."""

    url: str
    company: str


def own_folder() -> Path:
    """Return the folder of this account in which a workspace for oneself is kept."""
    from platformdirs import user_data_path  # noqa: PLC0415 - only where nobody names a workspace

    return user_data_path("Tandem", appauthor=False)


def own_file() -> Path:
    """Return the file of the workspace that is kept for oneself."""
    return own_folder() / FILE_NAME


def folder_of(text: str) -> Path:
    """Return the folder that somebody typed."""
    return Path(clean(text).strip().strip('"')).expanduser()


def free_name(folder: Path, company: str) -> Path:
    """Return the place of a new workspace in a folder, named after the company, where there is nothing yet."""
    cleaned = re.sub(r'[<>:"/\\|?*\x00-\x1f\ud800-\udfff]', " ", company)
    name = " ".join(cleaned.split())[:60].strip(". ") or "Tandem"
    number, path = 1, folder / f"{name}.tandem"
    while path.exists():
        number += 1
        path = folder / f"{name} {number}.tandem"
    return path


def is_address(text: str) -> bool:
    """Return whether a text names a server rather than a file."""
    stripped = text.strip()
    return is_server(stripped) or ("://" in stripped and not _DRIVE.match(stripped))


def place_of(text: str) -> str:
    """Return the address or the path of a file that somebody typed or dropped.

    Raises:
        UsageError: it is too long, or an address of something else than a PostgreSQL server.
    """
    stripped = clean(text).strip().strip('"')
    if any(len(part.encode()) > _LONGEST_NAME for part in re.split(r"[/\\]", stripped)):
        raise UsageError("That is longer than any file's name. Paste the path of a file, or a server's address.")
    if stripped.startswith("file://"):
        from urllib.request import url2pathname  # noqa: PLC0415 - brings the web with it, for which no start has time

        parts = urlsplit(stripped)
        share = "" if parts.netloc in ("", "localhost") else f"//{parts.netloc}"
        return url2pathname(share + parts.path)
    if is_address(stripped) and not is_server(stripped):
        raise UsageError(
            "Tandem cannot open {text}. Paste the path of a file, or a server's address such as {example}.",
            text=stripped[:80],
            example=EXAMPLE,
        )
    return stripped if is_server(stripped) else str(Path(stripped).expanduser())


def signed_in(address: str, login: str, password: str) -> str:
    """Return a server's address with a name and a password in it; what is left empty stays as it is.

    Raises:
        KnownError: the address cannot be read, or asks for an unsafe connection.
    """
    return with_login(address.strip(), login.strip(), password)


def login_of(url: str) -> str:
    """Return the name by which an address signs in; empty where it names none."""
    return unquote(urlsplit(url).username or "")


def without_password(url: str) -> str:
    """Return a place as it may be written down: an address loses its password."""
    if not is_server(url):
        return url
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=re.sub(r":[^@]*@", "@", parts.netloc)))


def needs_password(url: str) -> bool:
    """Return whether a server's address has no password, and the keyring knows none."""
    return is_server(url) and urlsplit(url).password is None and keyring_password(url) is None


def keep_password(url: str) -> bool:
    """Keep an address' password in the computer's keyring; return whether it is kept.

    Where there is no keyring that keeps it safe, it is asked for each time.
    """
    password = urlsplit(url).password
    if not is_server(url) or not password:
        return False
    try:
        remember_password(without_password(url), unquote(password))
    except KnownError:
        return False
    return True


def remember(url: str, company: str) -> None:
    """Keep a workspace as the last one that was open; never a password."""
    plain = without_password(url)
    kept = [{"url": plain, "company": company}]
    kept += [{"url": one.url, "company": one.company} for one in recent() if one.url != plain]
    settings.write(last_workspace=plain, recent=kept[:MOST_RECENT])


def forget(url: str) -> None:
    """Leave a workspace out of those that were open before."""
    plain = without_password(url)
    kept = [{"url": one.url, "company": one.company} for one in recent() if one.url != plain]
    last = settings.read().get("last_workspace")
    settings.write(recent=kept, last_workspace=None if last == plain else last)


def recent() -> Sequence[Recent]:
    """Return the workspaces that were open before, the last one first."""
    kept = settings.read().get("recent")
    return [
        Recent(str(one["url"]), str(one.get("company") or ""))
        for one in (kept if isinstance(kept, list) else ())
        if isinstance(one, Mapping) and isinstance(one.get("url"), str)
    ]


def known() -> str | None:
    """Return the workspace that would be opened if nobody names one, or None on the very first start."""
    try:
        return settings.workspace(None)
    except UsageError:
        return str(own_file()) if own_file().exists() else None


__all__ = [
    "EXAMPLE",
    "Recent",
    "folder_of",
    "forget",
    "free_name",
    "is_address",
    "is_server",
    "keep_password",
    "known",
    "login_of",
    "needs_password",
    "own_file",
    "own_folder",
    "place_of",
    "recent",
    "remember",
    "signed_in",
    "without_password",
]
