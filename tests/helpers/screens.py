"""Screens that nobody looks at."""

import itertools
import os
import subprocess

_FIRST = 100
_MOST = 50_000
_COUNT = itertools.count()


class Screen:
    """An X server of one's own.

    It chooses no free number by itself: one that ends takes the socket away of another that began under its number in
    that moment. It does not begin anew when its last window goes: meanwhile it would turn away who comes next.
    """

    def __init__(self, size: str) -> None:
        self.name = f":{_FIRST + (os.getpid() * 16 + next(_COUNT)) % _MOST}"
        self._server = subprocess.Popen(
            ["Xvfb", self.name, "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._server.stdout is not None
        assert f":{self._server.stdout.readline().strip()}" == self.name  # it is there

    def close(self) -> None:
        """End it."""
        assert self._server.stdout is not None
        self._server.stdout.close()
        self._server.terminate()
        self._server.wait()
