"""No test speaks to anything but this computer."""

import ipaddress
import sys
from collections.abc import Iterator
from typing import Any

import pytest

_NAMES = frozenset({"localhost", "localhost.localdomain", ""})
_tried: list[str] = []


class OutsideError(OSError):
    """Something outside this computer was asked for."""


def is_inside(host: object) -> bool:
    """Return whether a host is this computer itself."""
    if host is None:
        return True
    name = host.decode() if isinstance(host, bytes) else str(host)
    if name in _NAMES:
        return True
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _watch(event: str, details: tuple[Any, ...]) -> None:
    # An audit hook sees every socket of Python, also those that a library opened before or behind a patch.
    if event in {"socket.connect", "socket.sendto"}:
        address = details[1]
        host = address[0] if isinstance(address, tuple) else None  # a path is a socket of this computer
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        host = details[0]
    else:
        return
    if not is_inside(host):
        _tried.append(f"{event} {host}")
        raise OutsideError(f"A test asked for {host}, which is not this computer.")


def pytest_configure() -> None:
    """Begin to watch; an audit hook stays for the life of the process."""
    sys.addaudithook(_watch)


@pytest.fixture(autouse=True)
def outside_calls() -> Iterator[list[str]]:
    """Fail a test that reached out, also where the error was caught on the way; gives what was tried."""
    _tried.clear()
    yield _tried
    assert not _tried, f"asked for something outside this computer: {_tried}"
