"""Who has what open just now. Nothing of it is kept: it goes with the process or the connection that says it.

On a file each program holds a slot of a small file beside the database, which is its own as long as it holds the
slot's lock; what the dead left there is not looked at. On a server the connection that watches the journal says it in
its name, which the server shows to all with the login that nobody can put on.
"""

import json
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.faults import translated
from db.locks import opened, try_lock, unlock

SLOTS = 64
SLOT = 128
FIRST_LOCK = 1 << 20
EVERY = 2.0
"""Seconds between two looks at what others have open."""
_SAYS = "Tandem "
_QUERY = (
    "SELECT usename, application_name FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'Tandem %'"
)


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody with a record open: `who` is a login on a server, else the member's id in digits."""

    who: str
    kind: str
    record_id: int


class Here:
    """What I have open, and what others have: between the window, which says and hears it, and the watching thread."""

    def __init__(self, who: str, seen: Callable[[frozenset[Seat]], None]) -> None:
        self._who = who
        self._seen = seen
        self._mine: Seat | None = None
        self._others: frozenset[Seat] = frozenset()
        self._lock = threading.Lock()

    def sit(self, kind: str, record_id: int) -> None:
        """Say that I have a record open, and no other."""
        with self._lock:
            self._mine = Seat(self._who, kind, record_id)

    def leave(self) -> None:
        """Say that I have nothing open."""
        with self._lock:
            self._mine = None

    @property
    def mine(self) -> Seat | None:
        """What I have open."""
        with self._lock:
            return self._mine

    def tell(self, others: frozenset[Seat]) -> None:
        """Take what others have open; whoever listens hears of it only when it is something else."""
        if others != self._others:
            self._others = others
            self._seen(others)


class FileRoom:
    """The small file beside the database."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._slot: int | None = None
        self._said: Seat | None = None
        self._next = 0.0

    def step(self, here: Here) -> None:
        """Say what is to be said and look around, if it is time. A folder that cannot be written to is no trouble."""
        mine, now = here.mine, time.monotonic()
        if mine == self._said and now < self._next:
            return
        try:
            if self._descriptor is None:
                self._descriptor = opened(self._path)
            if mine != self._said:
                self._say(self._descriptor, mine)
            self._next = now + EVERY
            here.tell(self._look(self._descriptor))
        except OSError:
            self._next = now + EVERY

    def close(self) -> None:
        """Leave; the lock goes with the descriptor."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _say(self, descriptor: int, mine: Seat | None) -> None:
        if self._slot is None:
            free = (slot for slot in range(SLOTS) if try_lock(descriptor, FIRST_LOCK + slot))
            self._slot = next(free, None)
        self._said = mine
        if self._slot is None:  # as many are here as there are slots
            return
        words = "" if mine is None else json.dumps([mine.who, mine.kind, mine.record_id])
        os.lseek(descriptor, self._slot * SLOT, os.SEEK_SET)
        os.write(descriptor, words.encode().ljust(SLOT))

    def _look(self, descriptor: int) -> frozenset[Seat]:
        os.lseek(descriptor, 0, os.SEEK_SET)
        whole = os.read(descriptor, SLOTS * SLOT)
        found = set()
        for slot in range(len(whole) // SLOT):
            seat = _read(whole[slot * SLOT : (slot + 1) * SLOT])
            if seat is not None and slot != self._slot and not self._is_free(descriptor, slot):
                found.add(seat)
        return frozenset(found)

    @staticmethod
    def _is_free(descriptor: int, slot: int) -> bool:
        if not try_lock(descriptor, FIRST_LOCK + slot):
            return False
        unlock(descriptor, FIRST_LOCK + slot)
        return True


class ServerRoom:
    """The names of the connections to a server's database."""

    def __init__(self, url: str, connection: Any) -> None:
        self._url = url
        self._connection = connection
        self._said: Seat | None = None
        self._next = 0.0

    def step(self, here: Here) -> None:
        """Say what is to be said and look around, if it is time."""
        mine, now = here.mine, time.monotonic()
        if mine == self._said and now < self._next:
            return
        with translated(self._url):
            if mine != self._said:
                name = "Tandem" if mine is None else f"{_SAYS}{mine.kind} {mine.record_id}"
                self._connection.execute("SELECT set_config('application_name', %s, false)", (name,))
                self._said = mine
            found = self._connection.execute(_QUERY).fetchall()
        self._next = now + EVERY
        here.tell(frozenset(seat for login, name in found if (seat := _named(login, name)) is not None))

    def close(self) -> None:
        """Nothing to do: what was said goes with the connection."""


def _read(slot: bytes) -> Seat | None:
    try:
        who, kind, record_id = json.loads(slot.decode())
    except (ValueError, TypeError):
        return None
    return Seat(str(who), str(kind), record_id) if isinstance(record_id, int) else None


def _named(login: str, name: str) -> Seat | None:
    kind, _, number = name.removeprefix(_SAYS).partition(" ")
    return Seat(login, kind, int(number)) if number.isascii() and number.isdecimal() else None
