"""Style and types, as one of the tests where the whole is judged (CI is set, or TANDEM_STYLE=1)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.skipif(
    not (os.environ.get("CI") or os.environ.get("TANDEM_STYLE")), reason="checked where CI or TANDEM_STYLE is set"
)


@pytest.mark.parametrize("arguments", ["ruff check", "ruff format --check", "mypy"])
def test_style_and_types(arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *arguments.split()], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
