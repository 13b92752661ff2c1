"""What a folder is good for, before a workspace is put there."""

from pathlib import Path

from app.beginning import folder_of
from db import trying
from db.trying import Trial


def try_folder(text: str) -> Trial:
    """Return what a folder is good for, after saving there a few times; nothing of it is left behind."""
    return trying.try_folder(folder_of(text))


def office_folders() -> list[Path]:
    """Return the folders of the office network that are at hand."""
    return trying.network_folders()


__all__ = ["Trial", "office_folders", "try_folder"]
