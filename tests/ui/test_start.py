"""The program started as a person starts it: a process, a real screen, keys."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.workspace import open_workspace

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("screen")]


def started(tmp_path: Path, *words: str) -> subprocess.Popen[str]:
    environment = {name: value for name, value in os.environ.items() if name != "TANDEM_WORKSPACE"}
    environment |= {
        "QT_QPA_PLATFORM": "xcb",
        "TANDEM_CONFIG": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "app", *words], cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    )


def window_of(process: subprocess.Popen[str], name: str) -> str:
    end = time.monotonic() + PATIENCE
    while True:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--all", "--pid", str(process.pid), "--name", name],
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()
        if found:
            return found[-1]
        assert process.poll() is None, process.communicate()[1]
        assert time.monotonic() < end, "no window came"
        time.sleep(0.1)


def press(window: str, key: str) -> None:
    time.sleep(0.3)
    subprocess.run(["xdotool", "windowraise", window, "windowfocus", "--sync", window, "key", key], check=True)


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    said = process.communicate(timeout=PATIENCE)[1]
    return process.returncode, said


def test_it_opens_the_workspace_named_and_remembers_it(tmp_path: Path, file_url: str) -> None:
    for words in ([file_url], []):
        process = started(tmp_path, *words)
        press(window_of(process, "Harbor Coffee Co"), "ctrl+q")
        assert ended(process) == (0, "")
    assert json.loads((tmp_path / "config" / "settings.json").read_text())["last_workspace"] == file_url


def test_it_makes_a_workspace_where_nobody_names_one(tmp_path: Path) -> None:
    process = started(tmp_path)
    press(window_of(process, "My company"), "ctrl+q")
    assert ended(process) == (0, "")
    with open_workspace(str(tmp_path / "data" / "Tandem" / "Tandem.tandem")) as workspace:
        assert workspace.info.company == "My company"


def test_it_says_what_is_wrong_with_a_workspace(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.tandem"
    wrong.write_text("no workspace at all, whatever its name says" * 50)
    process = started(tmp_path, str(wrong))
    press(window_of(process, "Tandem"), "Return")
    code, said = ended(process)
    assert code == 1
    assert said.startswith("tandem: ")
    assert "wrong.tandem" in said
    assert "Traceback" not in said


def test_what_keeps_the_windows_thread_is_told_to_whoever_asks(
    tmp_path: Path, file_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TANDEM_WATCH", "1")
    process = started(tmp_path, file_url)
    press(window_of(process, "Harbor Coffee Co"), "ctrl+q")
    code, said = ended(process)
    assert code == 0
    assert all("tandem.watchdog" in line or line.startswith(" ") for line in said.splitlines() if line.strip())
    assert "tandem.watchdog" in said  # a window is not built within a frame
