"""Seeing what others did: the journal read on from the last line seen, woken by whatever the engine offers.

A file is polled (`PRAGMA data_version` costs next to nothing); a server sends a hint, which is only a hint: the
journal is what is read, so a hint that is lost or forged changes nothing.
"""

import random
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.engine import FileStore, ServerStore, Store
from db.errors import RESTORED, KnownError, RestoredError
from db.faults import translated
from db.models.journal import Journal
from db.models.workspace import WorkspaceInfo
from db.presence import FileRoom, Here, ServerRoom

CHANNEL = "tandem_change"
BATCH = 1000
FASTEST_POLL = 0.2
POLL_COST_SHARE = 20
SLOWEST_POLL = 5.0
HINT_WAIT = 5.0
RETRY_FIRST = 0.5
RETRY_LONGEST = 10.0


def since(session: Session, seq: int, limit: int = BATCH) -> Sequence[Any]:
    """Return the journal's lines after `seq`, oldest first, at most `limit` of them."""
    columns = Journal.__table__.c
    return session.execute(
        sa.select(
            columns.seq,
            columns.at,
            columns.actor_id,
            columns.act,
            columns.kind,
            columns.record_id,
            columns.fields,
            columns.op,
            columns.import_id,
        )
        .where(columns.seq > seq)
        .order_by(columns.seq)
        .limit(limit)
    ).all()


def latest(session: Session) -> int:
    """Return the number of the journal's last line, 0 when it is empty."""
    newest: Any = session.execute(sa.select(sa.func.coalesce(sa.func.max(Journal.seq), 0))).scalar_one()
    return int(newest)


def follow(
    store: Store,
    seq: int,
    seen: Callable[[Sequence[Any]], None],
    stop: threading.Event,
    trouble: Callable[[KnownError | None], None] | None = None,
    here: Here | None = None,
) -> None:
    """Hand every journal line after `seq` to `seen`, in order, until `stop` is set.

    Runs in the caller's thread. `here` says what I have open and hears what others have.
    `trouble` hears a known error when the database goes away, and None when it is
    back; nothing is missed meanwhile. When a backup is put in the place of the workspace it hears a RestoredError,
    and watching ends: what was seen so far is of another history.
    """
    wait = RETRY_FIRST
    position = seq
    epoch: int | None = None
    while not stop.is_set():
        try:
            source = _FilePoll(store) if isinstance(store, FileStore) else _ServerHint(store)
            try:
                while not stop.is_set():
                    epoch = _same_epoch(store, epoch)
                    position = _catch_up(store, position, seen, stop)
                    if wait != RETRY_FIRST and trouble is not None:
                        trouble(None)
                    wait = RETRY_FIRST
                    source.wait(stop, here)
            finally:
                source.close()
        except KnownError as error:
            if trouble is not None:
                trouble(error)
            if isinstance(error, RestoredError):
                return
            stop.wait(wait * random.uniform(0.7, 1.3))  # noqa: S311 - jitter, nothing secret
            wait = min(wait * 2, RETRY_LONGEST)


def _same_epoch(store: Store, known: int | None) -> int | None:
    """Return the epoch of a file, which a restored backup raises; a server's history never goes back."""
    if not isinstance(store, FileStore):
        return None
    with store.reading() as session:
        found = int(session.execute(sa.select(WorkspaceInfo.epoch)).scalar_one())
    if known is not None and found != known:
        raise RestoredError(RESTORED)
    return found


def _catch_up(store: Store, position: int, seen: Callable[[Sequence[Any]], None], stop: threading.Event) -> int:
    while not stop.is_set():
        with store.reading() as session:
            rows = since(session, position)
        if not rows:
            break
        seen(rows)
        position = int(rows[-1].seq)
        if len(rows) < BATCH:
            break
    return position


class _FilePoll:
    """Waits until another connection has committed to the file."""

    def __init__(self, store: FileStore) -> None:
        self._name = store.url
        self._connection = store.connect()
        self._version = self._read()
        self._room = FileRoom(store.path.with_name(store.path.name + ".here"))
        self._cost = 0.0

    def _read(self) -> int:
        with translated(self._name):
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def wait(self, stop: threading.Event, here: Here | None) -> None:
        while not stop.is_set():
            pause = min(max(FASTEST_POLL, POLL_COST_SHARE * self._cost), SLOWEST_POLL)
            if stop.wait(pause * random.uniform(0.7, 1.3)):  # noqa: S311 - jitter, nothing secret
                return
            if here is not None:
                self._room.step(here)
            began = time.monotonic()
            version = self._read()
            self._cost = time.monotonic() - began
            if version != self._version:
                self._version = version
                return

    def close(self) -> None:
        self._room.close()
        self._connection.close()


class _ServerHint:
    """Waits for the server's hint that something was committed, or for some seconds."""

    def __init__(self, store: ServerStore) -> None:
        self._url = store.url
        self._connection = store.connect()
        with translated(self._url):
            self._connection.autocommit = True
            self._connection.execute(f"LISTEN {CHANNEL}")
        self._room = ServerRoom(self._url, self._connection)

    def wait(self, stop: threading.Event, here: Here | None) -> None:
        deadline = time.monotonic() + HINT_WAIT
        while not stop.is_set() and time.monotonic() < deadline:
            if here is not None:
                self._room.step(here)
            with translated(self._url):
                if list(self._connection.notifies(timeout=0.25, stop_after=1)):
                    return

    def close(self) -> None:
        self._connection.close()
