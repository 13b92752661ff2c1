"""Keeps a meeting's notes: saved as one types, merged with a colleague's, and never lost where a save is refused."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from app import meetings
from app.changes import Change
from app.errors import ConflictError, KnownError
from ui import refusals
from ui.jobs import Jobs
from ui.meetings.notes import Notes, joined


@dataclass(slots=True)
class _Save:
    """A save under way; `later` is what was typed meanwhile, and is sent when it is through."""

    sent: str
    later: str | None = None

    @property
    def wanted(self) -> str:
        return self.sent if self.later is None else self.later


@dataclass(frozen=True, slots=True)
class _Kept:
    """What could not be saved, the text that it was typed upon, and why."""

    text: str
    base: str
    why: str


class Minutes(QObject):
    """Stands between the field and the database. Notes of a meeting that was left are saved all the same."""

    failed = Signal(object)  # KnownError, of a meeting that is not shown any more

    def __init__(self, jobs: Jobs, notes: Notes, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._notes = jobs, notes
        self._meeting: int | None = None
        self._base = ""
        self._saves: dict[int, _Save] = {}
        self._kept: dict[int, _Kept] = {}
        self._stored = ""
        notes.typed.connect(self.save)
        notes.again_asked.connect(self._try_again)
        notes.given_up.connect(self._give_up)

    @property
    def is_dirty(self) -> bool:
        """Whether something typed is not saved yet."""
        return self._notes.written != self._base

    def show(self, meeting_id: int | None, stored: str, *, writable: bool) -> None:
        """Show what is written in a meeting; what is being typed here stays, and so does what was not saved."""
        self._notes.open(on=writable and meeting_id is not None)
        self._stored = stored
        if meeting_id == self._meeting and self.is_dirty:
            return
        self._meeting = meeting_id
        kept = None if meeting_id is None else self._kept.get(meeting_id)
        save = None if meeting_id is None else self._saves.get(meeting_id)
        if kept is not None:
            self._base = kept.base
            self._notes.put(kept.text)
        else:
            self._base = stored if save is None else save.wanted
            self._notes.put(self._base)
        self._notes.refuse("" if kept is None else kept.why)

    def leave(self) -> None:
        """Let go of this meeting's notes: another one is shown."""
        self.save()
        self._meeting, self._base = None, self._notes.written

    def save(self) -> None:
        """Save now what was typed."""
        if self._meeting is not None and self.is_dirty and self._meeting not in self._kept:
            self._send(self._meeting, self._notes.written, self._base)
        elif self._meeting is not None and self._meeting in self._kept:
            kept = self._kept[self._meeting]
            self._kept[self._meeting] = _Kept(self._notes.written, kept.base, kept.why)

    def _send(self, meeting_id: int, text: str, base: str) -> None:
        under_way = self._saves.get(meeting_id)
        if under_way is not None:
            under_way.later = text
            return
        self._saves[meeting_id] = _Save(text)
        self._jobs.write(
            meetings.edit,
            meeting_id,
            {"notes": text},
            {"notes": base},
            done=partial(self._saved, meeting_id),
            failed=partial(self._refused, meeting_id, base),
        )

    def _saved(self, meeting_id: int, _: Change) -> None:
        save = self._saves.pop(meeting_id)
        if meeting_id == self._meeting:
            self._base = save.sent
        if save.wanted != save.sent:
            self._send(meeting_id, save.wanted, save.sent)

    def _refused(self, meeting_id: int, base: str, error: KnownError) -> None:
        wanted = self._saves.pop(meeting_id).wanted
        shown = meeting_id == self._meeting
        mine = self._notes.written if shown else wanted
        found = error.fields.get("notes") if isinstance(error, ConflictError) else None
        if found is not None:
            theirs = str(found[2] or "")
            both = joined(base, mine, theirs)
            if shown:
                self._base = theirs
                self._notes.put(both)
                self._notes.text.moveCursor(self._notes.text.textCursor().MoveOperation.End)
            self._send(meeting_id, both, theirs)
            return
        why = refusals.said(error)
        self._kept[meeting_id] = _Kept(mine, base, why)
        if shown:
            self._notes.refuse(why)
        else:
            self.failed.emit(KnownError(self.tr("{why} Your notes are kept with that meeting.").format(why=why)))

    def _try_again(self) -> None:
        if self._meeting is not None and self._kept.pop(self._meeting, None) is not None:
            self._notes.refuse("")
            self.save()

    def _give_up(self) -> None:
        if self._meeting is not None and self._kept.pop(self._meeting, None) is not None:
            self._notes.refuse("")
            self._base = self._stored
            self._notes.put(self._stored)
