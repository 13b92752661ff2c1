"""What holds for every test: no real home, no network, nothing left behind, a seed of its own."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from app import settings as kept
from tools import words

pytest_plugins = (
    "tests.helpers.leaks",
    "tests.helpers.network",
    "tests.helpers.postgres",
    "tests.helpers.screen",
    "tests.helpers.workspaces",
)

# A shared machine may stall: how long one example takes says nothing.
settings.register_profile("tandem", deadline=None, print_blob=True)
settings.load_profile("tandem")


def pytest_configure(config: pytest.Config) -> None:
    """Compile the window's words, and give the run a home of its own before anything reads where the real one is."""
    if not hasattr(config, "workerinput"):
        words.main(["compile"])
    home = Path(tempfile.mkdtemp(prefix="tandem-home-"))
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
    for name in [name for name in os.environ if name.startswith(("PG", "XDG_"))]:
        del os.environ[name]
    os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
    os.environ.update(
        HOME=str(home),
        APPDATA=str(home / "roaming"),
        LOCALAPPDATA=str(home / "local"),
        XDG_CONFIG_HOME=str(home / "config"),
        XDG_DATA_HOME=str(home / "data"),
        XDG_STATE_HOME=str(home / "state"),
        XDG_CACHE_HOME=str(home / "cache"),
        XDG_RUNTIME_DIR=str(home),
        PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring",
    )


@pytest.fixture(autouse=True)
def _same_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.delenv("LC_ALL", raising=False)


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """No test finds what another one left on this computer."""
    (kept.folder() / "settings.json").unlink(missing_ok=True)
