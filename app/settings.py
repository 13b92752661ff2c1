"""What this computer remembers for its user: the workspace opened last, and where logs and keys of ours lie."""

import json
import os
from pathlib import Path
from typing import Any

from app.errors import UsageError

ENVIRONMENT = "TANDEM_WORKSPACE"
FOLDER = "TANDEM_CONFIG"


def folder() -> Path:
    """Return the folder of the user's settings; `TANDEM_CONFIG` names another one."""
    named = os.environ.get(FOLDER)
    if named:
        return Path(named)
    from platformdirs import user_config_path  # noqa: PLC0415 - not needed where the folder is named

    return user_config_path("Tandem", appauthor=False)


def read() -> dict[str, Any]:
    """Return the settings; empty when there are none or they cannot be read."""
    try:
        found = json.loads((folder() / "settings.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write(**values: Any) -> None:
    """Keep these settings beside the others; a folder that cannot be written to is no reason to stop."""
    merged = read() | values
    try:
        folder().mkdir(parents=True, exist_ok=True)
        fresh = folder() / "settings.json.new"
        fresh.write_text(json.dumps(merged, indent=1, ensure_ascii=False), encoding="utf-8")
        fresh.replace(folder() / "settings.json")
    except OSError:
        return


def workspace(named: str | None) -> str:
    """Return the workspace to open: the named one, else the environment's, else the last one opened.

    Raises:
        UsageError: none of the three says.
    """
    found = named or os.environ.get(ENVIRONMENT) or read().get("last_workspace")
    if not found:
        raise UsageError(
            "Say which workspace: a file such as team.tandem, or the address of a PostgreSQL database "
            "(or set {variable}).",
            variable=ENVIRONMENT,
        )
    return str(found)
