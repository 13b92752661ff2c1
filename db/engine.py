"""One workspace on one of two engines.

`FileStore` and `ServerStore` answer to the same calls; nothing above this module asks which one it has.
"""

from pathlib import Path

from db.connect import is_server
from db.filestore import FileStore
from db.serverstore import ServerStore

Store = FileStore | ServerStore


def open_store(url: str, *, read_only: bool = False) -> Store:
    """Return the store behind a file's path or a server's address; nothing is read yet.

    Raises:
        KnownError: there is nothing there, or it cannot be reached or read.
    """
    return ServerStore(url) if is_server(url) else FileStore(Path(url), read_only=read_only)


__all__ = ["FileStore", "ServerStore", "Store", "is_server", "open_store"]
