"""Takes files in that are dropped on the window: lists go to the import, cards and e-mails to their contacts."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QStandardPaths
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from app.changes import Change
from app.errors import KnownError, UsageError
from ui.contacts.page import ContactsPage
from ui.contacts.parts import breakable
from ui.drops.hint import Hint, Under, local_paths
from ui.jobs import Jobs
from ui.refusals import said
from ui.theme import Theme

if TYPE_CHECKING:
    from app import drops
    from app.card_on_contact import CardRead
    from app.letters import Found

_SPELT_OUT = 2
_SHORT = 80


class Drops(QObject):
    """Watches the window that the contacts lie in. `begin_import` takes the lists; the page says what was done."""

    def __init__(
        self, jobs: Jobs, theme: Theme, page: ContactsPage, begin_import: Callable[[Sequence[Path]], None]
    ) -> None:
        super().__init__(page)
        self._jobs, self._theme, self._page, self._begin_import = jobs, theme, page, begin_import
        self._window = page.window()
        self._hint: Hint | None = None
        self._window.setAcceptDrops(True)
        self._window.installEventFilter(self)
        page.file_asked.connect(self.ask)

    @property
    def hint(self) -> Hint:
        """The sheet over the window, made when something is first dragged over it."""
        if self._hint is None:
            self._hint = Hint(self._theme, self._page.contact_at, self._window)
            self._hint.dropped.connect(self.take)
        return self._hint

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lay the sheet over the window when files come over it; take what is dropped beside the sheet.

        The screen's window hears of a drag before any field in it does: then the sheet lies over the field, which would
        take a file's name for text.
        """
        if isinstance(event, QDragEnterEvent):
            if not event.mimeData().hasUrls():
                return False
            self.hint.begin(local_paths(event), self._window.mapToGlobal(event.position().toPoint()))
            if watched is not self._window:
                return False  # it goes on to what lies there now: the sheet
            event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Show:
            handle = self._window.windowHandle()
            if watched is self._window and handle is not None:
                handle.installEventFilter(self)
            return False
        if watched is not self._window:
            return False
        if event.type() == QEvent.Type.DragLeave:
            # Into the sheet as a rule, which is told of the drag next; else out of the window.
            if self._hint is not None:
                self._hint.leave_if_alone()
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.hint.hide()
            event.acceptProposedAction()
            self.take(local_paths(event), None)
            return True
        return super().eventFilter(watched, event)

    def take(self, paths: Sequence[Path], under: Under | None) -> None:
        """Take files in that were dropped on a contact, or on none."""
        if not paths:
            self._refuse("What was dropped lies in the web, not on this computer.", "drop.remote")
            return
        from app import drops  # noqa: PLC0415 - loaded when something is dropped, no part of a start

        self._jobs.read(drops.sort, list(paths), done=partial(self._sorted, under), failed=self._page.failed.emit)

    def ask(self) -> None:
        """Let a person choose e-mails or a card for the contact in sight."""
        under = self._page.contact_shown()
        if under is None:
            return
        dialog = QFileDialog(self._window, self.tr("Choose e-mails or a vCard for {name}").format(name=under.name))
        dialog.setObjectName("contactfile")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        dialog.setNameFilters([self.tr("E-mails and vCards (*.eml *.vcf *.vcard)"), self.tr("All files (*)")])
        dialog.filesSelected.connect(partial(self._chosen, under))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, under: Under, names: list[str]) -> None:
        self.take([Path(name) for name in names], under)

    # What came of it

    def _sorted(self, under: Under | None, found: "drops.Sorted") -> None:
        from app import card_on_contact, letters  # noqa: PLC0415 - loaded when something is dropped, no part of a start

        if found.refused:
            self._say_refused(
                found.refused, len(found.refused) + len(found.lists) + len(found.cards) + len(found.letters)
            )
        if found.letters:
            self._jobs.read(
                letters.look_at, found.letters, done=partial(self._read_letters, under), failed=self._page.failed.emit
            )
        lists = found.lists
        if under is not None and len(found.cards) == 1:
            path = found.cards[0]
            self._jobs.read(
                card_on_contact.look, path, done=partial(self._read_card, under, path), failed=self._page.failed.emit
            )
        else:
            lists = (*found.cards, *lists)
        if lists:
            self._begin_import(lists)

    def _say_refused(self, refused: Sequence[KnownError], count: int) -> None:
        if len(refused) == 1:
            self._page.failed.emit(refused[0])
            return
        sentences = [said(one) for one in refused[:_SPELT_OUT]]
        head = self.tr("{refused} of {count} files can't be taken in.").format(refused=len(refused), count=count)
        more = len(refused) - len(sentences)
        tail = [self.tr("And %n more.", None, more)] if more else []
        self._page.said.emit(" ".join([head, *sentences, *tail]), None)

    def _refuse(self, sentence: str, code: str) -> None:
        self._page.failed.emit(UsageError(sentence, code=code))

    def _read_card(self, under: Under, path: Path, cards: "tuple[CardRead, ...]") -> None:
        from app import card_on_contact  # noqa: PLC0415 - loaded when something is dropped, no part of a start

        if len(cards) != 1:
            self._begin_import((path,))
            return
        self._jobs.write(
            card_on_contact.lay,
            under.contact_id,
            cards[0],
            done=partial(self._laid, under.name, path.name),
            failed=self._page.failed.emit,
        )

    def _laid(self, name: str, file: str, change: Change) -> None:
        names = {"name": breakable(name), "file": breakable(file)}
        if not change.entries:
            self._page.said.emit(
                self.tr("{file} says nothing of {name} that isn't here already.").format(**names), None
            )
        elif (change.result or {}).get("sure"):
            self._page.said.emit(self.tr("{name} is up to date with {file}.").format(**names), change)
        else:
            told = self.tr("{name} has what was missing from {file}. What stood there stays: it may be another's card.")
            self._page.said.emit(told.format(**names), change)

    def _read_letters(self, under: Under | None, read: "tuple[tuple[Found, ...], tuple[KnownError, ...]]") -> None:
        from app import letters  # noqa: PLC0415 - loaded when something is dropped, no part of a start

        found, refused = read
        if refused:
            self._say_refused(refused, len(found) + len(refused))
        if found:
            self._jobs.write(
                letters.take_in,
                found,
                None if under is None else under.contact_id,
                done=partial(self._written, under, found),
                failed=self._page.failed.emit,
            )

    def _written(self, under: Under | None, found: "Sequence[Found]", change: Change) -> None:
        result: dict[str, Any] = change.result or {}
        written, made, shown = result.get("written", 0), result.get("made", 0), result.get("contact")
        first = found[0]
        facts = {
            "subject": breakable(first.letter.subject[:_SHORT] or self.tr("without a subject")),
            "name": breakable(change.subject or (under.name if under else "")),
        }
        if result.get("nobody") == len(found):
            self._refuse("This e-mail names no address but those of members.", "letter.nobody")
            return
        if not written:
            told = self.tr("Those e-mails are in the timeline already.", None, len(found))
        elif len(found) > 1:
            told = self.tr("%n e-mails were written down.", None, written)
        elif made:
            told = self.tr("{name} is a new contact, with the e-mail “{subject}”.").format(**facts)
        else:
            told = self.tr("The e-mail “{subject}” is in the timeline of {name}.").format(**facts)
        if written and under is not None and len(found) == 1 and under.contact_id not in first.known and first.others:
            told += " " + self.tr("Its address, {address}, isn't one of theirs.").format(
                address=breakable(first.others[0].address)
            )
        if shown and under is None:
            self._page.record_asked.emit("contact", shown)
        self._page.said.emit(told, change if written else None)
