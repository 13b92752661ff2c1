"""Errors that a person is told about: what happened, and what to do."""

from collections.abc import Mapping


class Word(str):
    """One of Tandem's own words among a sentence's values ("contact", "nobody"), which a window says in its language.

    What people wrote themselves stays a plain text, and is shown as they wrote it.
    """

    __slots__ = ()


def sentence(said: str) -> str:
    """Return a sentence as it stands: the mark by which one is found that is raised elsewhere than it is written."""
    return said


class KnownError(Exception):
    """Something a person can act on; its text is one sentence (or two) ready to be shown.

    Attributes:
        said: the sentence in English; with values given it is a template that names them in braces. A window says it
            in its own language.
        values: what stands in those places.
        code: the name of the refusal, where a window words it in a way of its own or acts on it; "" where it has none.
        facts: what goes with the code.
    """

    def __init__(
        self, said: str = "", /, *, code: str = "", facts: Mapping[str, object] | None = None, **values: object
    ) -> None:
        super().__init__(said.format(**values) if values else said)
        self.said = said
        self.values = values
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

    def __init__(
        self, said: str, conflicts: dict[str, tuple[object, object, object]] | None = None, /, **values: object
    ) -> None:
        super().__init__(said, code="", facts=None, **values)
        self.fields = conflicts or {}


RESTORED = sentence(
    "A backup was put in the place of this workspace, so what is shown here is out of date. Open it again; "
    "what you had not saved is still on the screen."
)
