"""The errors of the house, by the name under which every room above the database knows them."""

from db.errors import (
    RESTORED,
    BusyError,
    ConflictError,
    DamagedError,
    DiskFullError,
    KnownError,
    LostCommitError,
    NotFoundError,
    ReadOnlyError,
    RefusedError,
    RestoredError,
    TooNewError,
    TooOldError,
    UnreachableError,
    UsageError,
)

__all__ = [
    "RESTORED",
    "BusyError",
    "ConflictError",
    "DamagedError",
    "DiskFullError",
    "KnownError",
    "LostCommitError",
    "NotFoundError",
    "ReadOnlyError",
    "RefusedError",
    "RestoredError",
    "TooNewError",
    "TooOldError",
    "UnreachableError",
    "UsageError",
]
