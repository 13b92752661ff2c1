"""Windows are drawn off screen; a test marked `xvfb` has a process of its own on a real (virtual) screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ON_SCREEN = "TANDEM_TEST_ON_SCREEN"
SCALE = "TANDEM_TEST_SCALE"
"""Names how many pixels make a point, where it is not one."""
_FONTS = Path(__file__).resolve().parents[2] / "tools" / "gallery.fonts"


def pytest_configure() -> None:
    """Choose where Qt draws, before anything imports it."""
    os.environ["QT_QPA_PLATFORM"] = "xcb" if _ON_SCREEN in os.environ else "offscreen"
    os.environ["QT_SCALE_FACTOR"] = os.environ.get(SCALE, "1")
    # Our own fonts and no others: words are as wide on every machine.
    os.environ["FONTCONFIG_FILE"] = str(_FONTS)
    os.environ.pop("QT_QPA_PLATFORMTHEME", None)
    os.environ.pop("QT_STYLE_OVERRIDE", None)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test marked `xvfb` in a process whose application stands on the screen."""
    if pyfuncitem.get_closest_marker("xvfb") is None or _ON_SCREEN in os.environ:
        return None
    if not os.environ.get("DISPLAY"):
        pytest.skip("needs a screen: ./test brings one")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:xdist", pyfuncitem.nodeid]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        command,
        env=environment | {_ON_SCREEN: "1"},
        cwd=pyfuncitem.config.rootpath,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"on the screen:\n{done.stdout}\n{done.stderr}", pytrace=False)
    return True
