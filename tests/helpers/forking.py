"""Processes that begin with the program loaded: loading takes most of the time that a short command runs.

One process a test run loads the program and does nothing else; each command is a child of it, with words, surroundings,
standard streams and an exit code of its own. `python -m tests.helpers.forking NUMBER` is that process, over the socket
of that number.
"""

import atexit
import contextlib
import gc
import importlib
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parents[2]
IS_POSSIBLE = sys.platform == "linux"
"""Elsewhere a child cannot be trusted with what its parent had loaded, or there are none."""
_MOST = 1 << 20


class Forks:
    """The loaded process, and the way to have a command run by a child of it."""

    def __init__(self) -> None:
        self._mine, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        for end in (self._mine, theirs):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _MOST)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.forking", str(theirs.fileno())],
            cwd=ROOT,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
        )
        theirs.close()
        self._sending = threading.Lock()

    def close(self) -> None:
        """Let the process end."""
        self._mine.close()
        self._process.wait()

    def run(self, words: Sequence[str], given: str | None, limit: float) -> subprocess.CompletedProcess[str]:
        """Run the program with these words to its end; `given` is what it reads. May be called from several threads.

        Raises:
            subprocess.TimeoutExpired: it took longer than `limit` seconds; it was killed.
        """
        with contextlib.ExitStack() as stack:
            ins, out, err = (stack.enter_context(tempfile.TemporaryFile()) for _ in range(3))
            ins.write((given or "").encode())
            ins.seek(0)
            told, tells = (stack.enter_context(one) for one in socket.socketpair())
            request = json.dumps({"words": list(words), "environment": dict(os.environ)}).encode()
            with self._sending:
                socket.send_fds(self._mine, [request], [one.fileno() for one in (ins, out, err, tells)])
            tells.close()
            told.settimeout(limit)
            with told.makefile() as lines:
                number = int(lines.readline())
                try:
                    code = int(lines.readline())
                except TimeoutError as error:
                    os.kill(number, signal.SIGKILL)
                    raise subprocess.TimeoutExpired(list(words), limit) from error
            return subprocess.CompletedProcess(list(words), code, _text(out), _text(err))


def _text(stream: IO[bytes]) -> str:
    """Return what was written, its ends of lines as Python reads them."""
    stream.seek(0)
    return stream.read().decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")


@cache
def forks() -> Forks:
    """Return the loaded process of this test run; it ends with it."""
    made = Forks()
    atexit.register(made.close)
    return made


def _serve(number: int) -> dict[str, Any] | None:
    """Fork a child for each request; return in the child, with its streams in place, what is asked of it."""
    door = socket.socket(fileno=number)
    door.setblocking(True)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those who wait for the children
    while True:
        request, given, _, _ = socket.recv_fds(door, _MOST, 4)
        if not request:
            return None
        if os.fork() == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            door.close()
            child = os.fork()
            if child == 0:
                for place, one in enumerate(given[:3]):
                    os.dup2(one, place)
                for one in given:
                    os.close(one)
                found: dict[str, Any] = json.loads(request)
                return found
            with os.fdopen(given[3], "w") as tells:
                print(child, file=tells, flush=True)
                _, status = os.waitpid(child, 0)
                with contextlib.suppress(BrokenPipeError):  # who asked has given it up
                    print(os.waitstatus_to_exitcode(status), file=tells, flush=True)
            os._exit(0)
        for one in given:
            os.close(one)


if __name__ == "__main__":
    importlib.import_module("app.cli")
    # Else each child goes through all of it as it ends, and by that copies it.
    gc.freeze()

    asked = _serve(int(sys.argv[1]))
    if asked is not None:
        os.environ.clear()
        os.environ.update(asked["environment"])
        sys.argv[1:] = asked["words"]
        runpy.run_module("app", run_name="__main__", alter_sys=True)
