"""The window from outside, over the bus that screen readers use: a card is found and read."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app import contacts, leads
from app.workspace import open_workspace

ROOT = Path(__file__).resolve().parents[2]
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
PATIENCE = 30.0
BUS = "/" + "org.a11y.bus".replace(".", "/")
ROOM = "/" + "org.a11y.atspi.accessible.root".replace(".", "/")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("screen"),
    pytest.mark.skipif(
        not (shutil.which("dbus-daemon") and Path(LAUNCHER).exists()), reason="needs the bus of Linux desktops"
    ),
]


@pytest.fixture
def session_bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A desktop's bus of one's own, and on it the one that screen readers use."""
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    )
    assert bus.stdout is not None
    address = bus.stdout.readline().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    launcher = subprocess.Popen([LAUNCHER, "--launch-immediately"], stderr=subprocess.DEVNULL)
    yield address
    for process in (launcher, bus):
        process.terminate()
        process.wait(PATIENCE)
    bus.stdout.close()


class Reader:
    """A screen reader of the simplest kind."""

    def __init__(self, address: str) -> None:
        from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415 - Linux alone has it

        session = open_dbus_connection(address)
        (found,) = self._call(session, "org.a11y.Bus", BUS, "org.a11y.Bus", "GetAddress")
        session.close()
        self._bus = open_dbus_connection(found.partition(",")[0])

    def close(self) -> None:
        self._bus.close()

    @staticmethod
    def _call(bus: Any, name: str, path: str, interface: str, method: str, *given: Any) -> Any:
        from jeepney import DBusAddress, new_method_call  # noqa: PLC0415 - as above

        signature, body = given or ("", ())
        message = new_method_call(DBusAddress(path, bus_name=name, interface=interface), method, signature, body)
        return bus.send_and_get_reply(message, timeout=PATIENCE).body

    def children(self, name: str, path: str) -> list[tuple[str, str]]:
        (found,) = self._call(self._bus, name, path, "org.a11y.atspi.Accessible", "GetChildren")
        return [(one[0], one[1]) for one in found]

    def says(self, name: str, path: str) -> str:
        asked = ("ss", ("org.a11y.atspi.Accessible", "Name"))
        (found,) = self._call(self._bus, name, path, "org.freedesktop.DBus.Properties", "Get", *asked)
        return str(found[1])

    def role(self, name: str, path: str) -> str:
        (found,) = self._call(self._bus, name, path, "org.a11y.atspi.Accessible", "GetRoleName")
        return str(found)

    def applications(self) -> list[tuple[str, str]]:
        return self.children("org.a11y.atspi.Registry", ROOM)

    def below(self, name: str, path: str, depth: int = 25) -> Iterator[tuple[str, str]]:
        yield self.role(name, path), self.says(name, path)
        if depth:
            for child in self.children(name, path)[:60]:
                yield from self.below(*child, depth - 1)


def test_a_card_is_read_from_outside(session_bus: str, file_url: str, tmp_path: Path) -> None:
    with open_workspace(file_url) as workspace:
        made = workspace.write(contacts.create, {"first_name": "Amelia", "last_name": "Okafor"})
        workspace.write(leads.create, {"name": "Amelia Okafor", "contact": made.entries[0].id, "value": "48000"})
    window = subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.desk", file_url],
        cwd=ROOT,
        env=os.environ
        | {
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "TANDEM_CONFIG": str(tmp_path / "config"),
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    reader = Reader(session_bus)
    try:
        found: list[tuple[str, str]] = []
        end = time.monotonic() + PATIENCE
        while not any(role == "list item" and "Amelia Okafor" in said for role, said in found):
            assert time.monotonic() < end, found
            assert window.poll() is None
            time.sleep(0.3)
            found = [line for one in reader.applications() for line in reader.below(*one)]
        said = [said for role, said in found if role == "list item" and "Amelia Okafor" in said]
        assert any("€48,000" in one for one in said)
    finally:
        reader.close()
        window.communicate("close\n", timeout=PATIENCE)
    assert window.returncode == 0
