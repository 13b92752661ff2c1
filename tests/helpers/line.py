"""The line between a window and its server, as it fails in an office."""

from urllib.parse import urlsplit

from tests.helpers.wire import Wire


class Line:
    """The wire to the server, which can be taken away and laid again; `url` goes over it."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        assert parts.hostname is not None
        assert parts.port is not None
        self._target = parts.hostname, parts.port
        self.wire = Wire(*self._target)
        login = parts.netloc.rpartition("@")[0]
        self.url = parts._replace(netloc=f"{login}@127.0.0.1:{self.wire.port}").geturl()

    def goes(self) -> None:
        self.wire.close()

    def comes_back(self) -> None:
        self.wire = Wire(*self._target, at=self.wire.port)
