"""A wire to a server that counts its trips, takes a while, and can be cut: a relay on this computer."""

import contextlib
import queue
import socket
import threading
import time
from types import TracebackType
from typing import Self

_CHUNK = 65536


class Wire:
    """A relay between this computer and a server, open until `close`.

    `trips` counts how often something was sent after something had been received, which is how often somebody
    waited for the server. `at` names the port of an earlier wire to stand in for.
    `seconds` is how long a trip takes, there and back, beyond what the server needs.
    """

    def __init__(self, host: str, port: int, seconds: float = 0.0, at: int = 0) -> None:
        self.seconds = seconds
        self.trips = 0
        self._answers = True
        self._cut_at: tuple[bytes, bool] | None = None
        self._target = (host, port)
        self._threads: list[threading.Thread] = []
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", at))
        self.port = int(self._listener.getsockname()[1])
        self._start(self._accept)

    def count(self) -> int:
        """Return the trips made since this was last asked."""
        with self._lock:
            made, self.trips = self.trips, 0
        return made

    def hush(self) -> None:
        """Let nothing more come back, though the line stays open."""
        self._answers = False

    def cut_at(self, words: bytes, *, arriving: bool) -> None:
        """Drop all connections once these words come by, on their way or just after they arrived; once."""
        self._cut_at = words, arriving

    def cut(self) -> None:
        """Drop all connections that stand; new ones may be made."""
        with self._lock:
            standing, self._sockets = self._sockets, []
        for one in standing:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Drop everything and take no more."""
        with contextlib.suppress(OSError):  # wakes the thread that waits in accept
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()
        for thread in self._threads:
            thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _start(self, work: object, *args: object) -> None:
        assert callable(work)
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            far = socket.create_connection(self._target)
            for one in (near, far):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._sockets += [near, far]
            heard = threading.Event()  # set while what came last came from the server
            heard.set()
            for source, target, asks in ((near, far, True), (far, near, False)):
                line: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
                self._start(self._receive, source, line, heard, asks)
                self._start(self._send, target, line)

    def _receive(
        self, source: socket.socket, line: "queue.SimpleQueue[tuple[float, bytes]]", heard: threading.Event, asks: bool
    ) -> None:
        while True:
            try:
                data = source.recv(_CHUNK)
            except OSError:
                data = b""
            if data and asks and heard.is_set():
                heard.clear()
                with self._lock:
                    self.trips += 1
            elif data and not asks:
                heard.set()
            if data and not asks and not self._answers:
                continue
            if asks and self._cut_at is not None and self._cut_at[0] in data:
                arriving = self._cut_at[1]
                self._cut_at = None
                if arriving:
                    self._answers = False
                    line.put((time.monotonic(), data))
                    time.sleep(0.3)
                self.cut()
                self._answers = True
                continue
            line.put((time.monotonic() + self.seconds / 2, data))
            if not data:
                return

    @staticmethod
    def _send(target: socket.socket, line: "queue.SimpleQueue[tuple[float, bytes]]") -> None:
        while True:
            due, data = line.get()
            wait = due - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            with contextlib.suppress(OSError):
                if data:
                    target.sendall(data)
                else:
                    target.shutdown(socket.SHUT_RDWR)
            if not data:
                target.close()
                return
