"""Folders that a shared workspace must not lie in: those that a sync program copies behind our back.

Two laptops that each write to a synced copy lose one another's changes without a word, so such a place is refused
for writing; the file can still be looked at.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from db.errors import RefusedError

_PARTS = (
    "onedrive",
    "google drive",
    "googledrive",
    "my drive",
    "cloudstorage",
    "mobile documents",
    "dropbox",
    "icloud drive",
    "nextcloud",
    "owncloud",
    "pcloud drive",
    "box sync",
    "syncthing",
)
_MARKS = (".stfolder", ".dropbox", ".dropbox.cache", ".sync", ".owncloudsync.log", ".nextcloudsync.log", ".tresorit")
_CONFLICTS = ("conflicted copy", "conflict-", "sync-conflict", "in konflikt stehende", "copia en conflicto")
_SIDE_FILES = ("-wal", "-shm")


def uri(path: PurePath, mode: str) -> str:
    """Return how the engine of files is told to open one, to read ("ro"), to write ("rw") or to make it ("rwc").

    A computer of the network stands in the path: as the name of a host, where it belongs in other addresses, the engine
    refuses it.
    """
    found = path.as_uri()
    if not found.startswith("file:///"):
        found = found.replace("file://", "file:////", 1)
    return f"{found}?mode={mode}"


def check(path: Path) -> None:
    """Raise a RefusedError if a file must not be written to where it lies.

    Raises:
        RefusedError: it lies in a synced folder, beside conflict copies of itself, or another program left it in a
            journal mode that does not work on shares.
    """
    service = synced_by(path)
    if service is not None:
        raise RefusedError(
            "{file} lies in a folder that {service} copies, and two laptops would overwrite each other "
            "there without a word. Move it to a shared folder of the office network, or use a PostgreSQL "
            "database.",
            file=path.name,
            service=service,
        )
    for other in _siblings(path):
        if other.name in {path.name + end for end in _SIDE_FILES}:
            raise RefusedError(
                "Another program opened {file} in a way that loses changes on shared folders: {other} lies "
                "beside it. Close that program and open the workspace again once that file is gone.",
                file=path.name,
                other=other.name,
            )
        if other.stem.startswith(path.stem) and any(mark in other.name.lower() for mark in _CONFLICTS):
            raise RefusedError(
                "A sync program made a second copy of this workspace ({other}), so changes may be in either. "
                "Compare the two, move the copy away, and open the workspace from a folder that is not "
                "synced.",
                other=other.name,
            )


def synced_by(path: Path) -> str | None:
    """Return the name of the sync program that copies the folder of a file, or None."""
    folder = path.parent
    for root, service in _roots():
        if folder.is_relative_to(root):
            return service
    for part in folder.parts:
        lowered = part.lower()
        for known in _PARTS:
            if lowered == known or lowered.startswith((f"{known} - ", f"{known}-")):
                return part
    for parent in (folder, *folder.parents):
        for mark in _MARKS:
            if (parent / mark).exists():
                return f"a sync program (it left {mark})"
    return None


def _roots() -> Iterator[tuple[Path, str]]:
    for name, value in os.environ.items():
        if name.upper().startswith("ONEDRIVE") and value:
            yield Path(value), "OneDrive"
    for base in (os.environ.get("APPDATA"), os.environ.get("LOCALAPPDATA"), str(Path.home() / ".dropbox")):
        for info in (Path(base or "") / "Dropbox" / "info.json", Path(base or "") / "info.json"):
            yield from _dropbox(info)


def _dropbox(info: Path) -> Iterator[tuple[Path, str]]:
    try:
        accounts = json.loads(info.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    if isinstance(accounts, dict):
        for account in accounts.values():
            if isinstance(account, dict) and account.get("path"):
                yield Path(str(account["path"])), "Dropbox"


def _siblings(path: Path) -> list[Path]:
    try:
        return list(path.parent.iterdir())
    except OSError:
        return []
