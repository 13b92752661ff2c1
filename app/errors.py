"""The errors of the house, by the name under which every room above the database knows them."""

from db.errors import (
    BusyError,
    ConflictError,
    DamagedError,
    DiskFullError,
    KnownError,
    LostCommitError,
    NotFoundError,
    ReadOnlyError,
    RefusedError,
    TooNewError,
    TooOldError,
    UnreachableError,
    UsageError,
)

__all__ = [
    "BusyError",
    "ConflictError",
    "DamagedError",
    "DiskFullError",
    "KnownError",
    "LostCommitError",
    "NotFoundError",
    "ReadOnlyError",
    "RefusedError",
    "TooNewError",
    "TooOldError",
    "UnreachableError",
    "UsageError",
]
