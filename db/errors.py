"""Errors that a person is told about: what happened, and what to do."""

from collections.abc import Mapping


class KnownError(Exception):
    """Something a person can act on; its text is one sentence (or two) ready to be shown.

    Attributes:
        code: the name of the sentence, by which the window says it in its own language; "" where it has none.
        facts: what the sentence names.
    """

    def __init__(self, said: str = "", *, code: str = "", facts: Mapping[str, object] | None = None) -> None:
        super().__init__(said)
        self.code = code
        self.facts = facts or {}


class UsageError(KnownError):
    """The request itself is wrong: an unknown field, stage, member or option."""


class RefusedError(KnownError):
    """A rule of the workspace forbids the act."""


class NotFoundError(KnownError):
    """The record that was asked for is not there."""


class BusyError(KnownError):
    """The database is held by others for longer than we wait."""


class UnreachableError(KnownError):
    """The server or the shared folder does not answer."""


class ReadOnlyError(KnownError):
    """The workspace can be read but not written."""


class DamagedError(KnownError):
    """The file is no workspace, or its content is damaged."""


class TooNewError(KnownError):
    """The workspace belongs to a later release of the program."""


class TooOldError(KnownError):
    """The workspace must be upgraded before this release can write to it."""


class LostCommitError(KnownError):
    """A commit that was acknowledged is gone: broken locks, a restored backup or a sync program."""


class RestoredError(KnownError):
    """A backup was put in the place of the workspace; it has to be opened anew."""


class DiskFullError(KnownError):
    """No room is left on the disk that holds the workspace."""


class ConflictError(KnownError):
    """A colleague changed the same field meanwhile; nothing was written.

    Attributes:
        fields: field -> (value when editing began, mine, theirs).
    """

    def __init__(self, message: str, fields: dict[str, tuple[object, object, object]] | None = None) -> None:
        super().__init__(message)
        self.fields = fields or {}


RESTORED = (
    "A backup was put in the place of this workspace, so what is shown here is out of date. Open it again; "
    "what you had not saved is still on the screen."
)
