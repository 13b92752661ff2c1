"""One window a workspace on this computer: a second start hands over what it was given and ends.

A lock file settles who is first, also after a crash; a local socket carries the message. Another workspace, or another
member of the same one, has a seat of its own.
"""

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, Signal

from app import settings
from app.beginning import is_server, without_password

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER = b"shown\n"
PATIENCE = 4_000
"""Milliseconds that a first window may take to answer; one that hangs keeps nobody from working."""
_LONGEST = 1 << 20


def seat_of(url: str, as_member: str | None = None) -> str:
    """Return the name of the seat of a workspace on this computer, for this account."""
    place = without_password(url) if is_server(url) else os.path.normcase(Path(url).resolve())
    account = os.environ.get("USERNAME") or os.environ.get("USER") or ""
    whole = "\0".join((place, as_member or "", account, str(settings.folder())))
    return f"tandem-{hashlib.sha256(whole.encode('utf-8', 'replace')).hexdigest()[:24]}"


class Seat(QObject):
    """The place of the one window over a workspace. `asked` hands on what a second start was given."""

    asked = Signal(object)  # the files, as a tuple of texts

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._server: QLocalServer | None = None
        self._lock: QLockFile | None = None

    def take(self, files: Sequence[str] = ()) -> bool:
        """Return whether the seat is mine now; if not, the one who has it was told to show its window."""
        folder = settings.folder() / "open"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True  # nowhere to write: then nobody is kept from working
        lock = QLockFile(str(folder / f"{self._name}.lock"))
        lock.setStaleLockTime(0)
        clock = QDeadlineTimer(PATIENCE)
        while True:
            if lock.tryLock(50):
                self._lock = lock
                return True
            if lock.error() != QLockFile.LockError.LockFailedError:
                return True
            if _told(self._name, files, clock):
                return False
            if clock.hasExpired():
                return True
            QThread.msleep(50)

    def leave(self) -> None:
        """Let the seat go; the window closed."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def listen(self) -> None:
        """Hear from now on of starts that came second; the window stands."""
        if self._lock is None or self._server is not None:
            return
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - the window stands before it is loaded

        # What a crash left behind is in the way of nobody: the lock says that its owner is gone.
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)
        self._server.listen(self._name)

    def _called(self) -> None:
        while self._server is not None and (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(self._read)
            caller.disconnected.connect(caller.deleteLater)
            self._hear(caller)

    def _read(self) -> None:
        caller: Any = self.sender()
        self._hear(caller)

    def _hear(self, caller: "QLocalSocket") -> None:
        if not caller.canReadLine():
            if caller.bytesAvailable() > _LONGEST:
                caller.abort()
            return
        said = bytes(caller.readLine().data())
        caller.write(ANSWER)
        caller.flush()
        caller.disconnectFromServer()
        self.asked.emit(_files(said))


def _told(name: str, files: Sequence[str], clock: QDeadlineTimer) -> bool:
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only where a window is open already

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(200):
        return False
    socket.write(json.dumps({"files": list(files)}).encode() + b"\n")
    heard = b""
    while not heard.endswith(ANSWER) and socket.waitForReadyRead(max(1, int(clock.remainingTime()))):
        heard += bytes(socket.readAll().data())
    socket.disconnectFromServer()
    return heard.endswith(ANSWER)


def _files(said: bytes) -> tuple[str, ...]:
    try:
        found = json.loads(said)
    except ValueError:
        return ()
    files = found.get("files") if isinstance(found, dict) else None
    return tuple(str(one) for one in files) if isinstance(files, list) else ()
