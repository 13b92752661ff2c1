"""What can be done with the selected rows of a list: the one table that its bar, menus, shortcuts and palette show."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QDialog

from app import bulk, choices, companies
from app.errors import KnownError
from app.fields import CUSTOM
from ui import actions
from ui.actions import Action
from ui.jobs import Jobs
from ui.lists.bulk_bar import BulkBar, Head
from ui.lists.choosing import Columns
from ui.lists.dialogs import FieldDialog, OwnerDialog, TagsDialog
from ui.lists.keep_file import Export
from ui.lists.selection import Picks
from ui.lists.table import ListTable
from ui.lists.work import Act, Work
from ui.page import Page
from ui.rows_model import RowsModel
from ui.theme import Theme
from ui.widgets.heading import Heading

COPIED = 10_000
"""Rows that are copied at most."""
_IN_MENU = ("open", "copy", "tag", "untag", "owner", "field", "leads", "export", "bin")


class ListActs(QObject):
    """Does things with what is selected."""

    said = Signal(str, object)
    failed = Signal(object)
    open_asked = Signal()  # the current row

    def __init__(
        self,
        page: Page,
        jobs: Jobs,
        theme: Theme,
        table: ListTable,
        model: RowsModel,
        heading: Heading,
        columns: Columns,
    ) -> None:
        super().__init__(page)
        self._place, self._kind, self._jobs, self.around = page.place, page.kind, jobs, page.around
        self._table, self._model, self._page, self._columns = table, model, page, columns
        self.picks = Picks(table, model)
        self._work = Work(jobs, page.kind, self._number, self)
        self.export = Export(jobs, page.kind, page)
        self.table = self._actions()
        self._by_name = {one.id.rpartition(".")[2]: one for one in self.table}
        self.bar = BulkBar(theme, [(self._by_name[name], words) for name, words in self._short().items()], page)
        self.head = Head(heading, self.bar, page)
        self.bar.all_asked.connect(self.picks.choose_all)
        self.bar.cleared.connect(self._clear)
        self.bar.stop_asked.connect(self._stop)
        self.picks.changed.connect(self._tell)
        model.counted.connect(self._tell_again)
        table.menu_asked.connect(self.open_menu)
        self._work.said.connect(self.said)
        self._work.failed.connect(self.failed)
        self._work.went.connect(self._went)
        self.export.said.connect(self._exported)
        self.export.failed.connect(self.failed)
        self.export.went.connect(self._export_went)

    # What there is to do

    def _actions(self) -> tuple[Action, ...]:
        place = self._place

        def made(
            name: str, title: str, keys: tuple[str, ...], run: Callable[[], None], icon: str, **more: Any
        ) -> Action:
            return Action(f"{place}.{name}", "contact", title, keys, run, place=place, icon=icon, **more)

        return (
            made("open", self.tr("&Open"), ("Ctrl+O",), self._open, "arrow-right", rule=True),
            made("all", self.tr("Select &all"), ("Ctrl+A",), self.picks.choose_all, "list"),
            made("copy", self.tr("&Copy"), ("Ctrl+C",), self.copy, "copy"),
            made("tag", self.tr("Add &tags…"), ("Ctrl+T",), partial(self._ask_tags, True), "tag-plus"),
            made("untag", self.tr("&Remove tags…"), ("Ctrl+Shift+T",), partial(self._ask_tags, False), "tag-x"),
            made("owner", self.tr("Assign o&wner…"), ("Ctrl+Shift+O",), self._ask_owner, "user-round-check"),
            made("field", self.tr("Change a &field…"), ("Ctrl+E",), self._ask_field, "pencil"),
            made("leads", self.tr("&Make leads"), (), self._make_leads, "square-kanban"),
            made("export", self.tr("E&xport…"), ("Ctrl+Shift+E",), self._ask_export, "download"),
            made("bin", self.tr("Move to &bin"), ("Del",), self._bin, "trash-2"),
            made("columns", self.tr("C&olumns…"), (), self._columns.open, "columns-3", rule=True),
        )

    def _short(self) -> Mapping[str, str]:
        """Return what the bar offers, in a word each."""
        return {
            "tag": self.tr("Tag"),
            "untag": self.tr("Untag"),
            "owner": self.tr("Assign"),
            "field": self.tr("Edit"),
            "export": self.tr("Export"),
            "bin": self.tr("Bin"),
        }

    def open_menu(self, at: QPoint) -> None:
        """Show what can be done with the selected rows at a place on the screen."""
        if self.picks.count:
            names = [name for name in _IN_MENU if name != "open" or self.picks.count == 1]
            actions.menu(self._page, [self._by_name[name] for name in names]).popup(at)

    def stop(self) -> None:
        """Let go of what is still to do: the window closes."""
        self._stop()

    def copy(self) -> None:
        """Put the cells of the selected rows, as the columns in sight say them, on the clipboard."""
        ids = self.picks.ids()[:COPIED].tolist()
        if ids:
            self._jobs.read(self._model.source.page, ids, done=self._copied, failed=self.failed.emit)

    # Asking

    def _open(self) -> None:
        self.open_asked.emit()

    def _ask_tags(self, adding: bool) -> None:
        if not self._may():
            return
        what = self._what(self.picks.count)
        verb = self.tr("Add tags") if adding else self.tr("Remove tags")
        title = self.tr("Add tags to {what}") if adding else self.tr("Remove tags from {what}")
        dialog = TagsDialog(title.format(what=what), verb, self._page)
        dialog.chosen.connect(self._tag if adding else self._untag)
        self._jobs.read(choices.values, self._kind, "tags", done=dialog.offer, failed=self._ignore)
        self._show(dialog)

    def _ask_owner(self) -> None:
        if self._may():
            title = self.tr("Who owns {what}?").format(what=self._what(self.picks.count))
            dialog = OwnerDialog(title, self.tr("Assign"), self.around, self._page)
            dialog.chosen.connect(self._assign)
            self._show(dialog)

    def _ask_field(self) -> None:
        if self._may():
            title = self.tr("Change a field of {what}").format(what=self._what(self.picks.count))
            dialog = FieldDialog(title, self.tr("Change"), self._fields(), self.around, self._page)
            dialog.chosen.connect(self._edit)
            dialog.looked_for.connect(partial(self._look_for, dialog))
            self._show(dialog)

    def _ask_export(self) -> None:
        if self._may():
            names = {"contact": self.tr("Contacts"), "company": self.tr("Companies")}
            self.export.ask(self.picks.ids(), names[self._kind])

    def _show(self, dialog: QDialog) -> None:
        dialog.adjustSize()
        dialog.open()

    def _look_for(self, dialog: FieldDialog, name: str, text: str) -> None:
        if name == "company":
            self._jobs.read(companies.named_like, text, done=partial(self._offer_companies, dialog), key="bulk.values")
        elif not name.startswith(CUSTOM) and not text:
            self._jobs.read(
                choices.values,
                self._kind,
                name,
                done=partial(dialog.offer, name),
                failed=self._ignore,
                key="bulk.values",
            )

    def _offer_companies(self, dialog: FieldDialog, found: Mapping[int, str]) -> None:
        dialog.offer("company", list(found.values()))

    def _fields(self) -> Mapping[str, str]:
        """Return the fields that many records can share a value of, with their titles."""
        shared = (
            ("job_title", "company", "city", "country", "postcode", "street", "language", "source", "campaign", "owner")
            if self._kind == "contact"
            else ("industry", "size", "city", "country", "domain", "owner")
        )
        from ui.contacts.form_grid import titles  # noqa: PLC0415 - the pane's room, which knows this one's table

        named = titles()
        own = {one.name: one.title for one in self._table.columns if one.name.startswith(CUSTOM)}
        return {name: named[name] for name in shared} | own

    # Doing

    def _tag(self, tags: list[str]) -> None:
        said = self.tr("{tags} added to {what}.")
        self._begin(bulk.tag, (tags,), "edit", self.tr("Adding tags: {done} of {whole}"), said, tags=_quoted(tags))

    def _untag(self, tags: list[str]) -> None:
        said = self.tr("{tags} removed from {what}.")
        going = self.tr("Removing tags: {done} of {whole}")
        self._begin(bulk.tag, ((), tags), "edit", going, said, tags=_quoted(tags))

    def _assign(self, member: int | None, name: str) -> None:
        said = self.tr("{what} have no owner now.") if member is None else self.tr("{member} owns {what} now.")
        going = self.tr("Assigning: {done} of {whole}")
        self._begin(bulk.edit, ({"owner": member},), "edit", going, said, member=name)

    def _edit(self, field: str, title: str, value: Any) -> None:
        said = self.tr("{field} changed for {what}.")
        going = self.tr("Changing: {done} of {whole}")
        self._begin(bulk.edit, ({field: value},), "edit", going, said, field=title)

    def _bin(self) -> None:
        if self._may():
            said = self.tr("{what} moved to the bin.")
            self._begin(bulk.remove, (), "remove", self.tr("Moving to the bin: {done} of {whole}"), said)

    def _make_leads(self) -> None:
        if self._may():
            going = self.tr("Making leads: {done} of {whole}")
            said = self.tr("Leads made for {what}; who has an open one already keeps it.")
            self._begin(bulk.make_leads, (), "leads", going, said, size=bulk.LEADS)

    def _begin(
        self,
        service: Callable[..., None],
        given: tuple[Any, ...],
        name: str,
        going: str,
        said: str,
        size: int = 0,
        **words: str,
    ) -> None:
        ids = self.picks.ids()
        plural = {"contact": "contacts", "company": "companies"}[self._kind]
        named = "leads.create" if name == "leads" else f"{plural}.{name}"
        subject = self._what(len(ids)) if len(ids) > 1 else ""
        self._work.begin(
            Act(service, given, named, subject, going, partial(self._sentence, said, words), size or bulk.BLOCK), ids
        )

    def _sentence(self, said: str, words: Mapping[str, str], count: int) -> str:
        return said.format(what=self._what(count), **words)

    def _may(self) -> bool:
        return bool(self.picks.count) and self.picks.is_ready and not self._work.is_busy

    def _what(self, count: int) -> str:
        """Return so many records in words."""
        if self._kind == "contact":
            words = self.tr("{count} contact(s)", None, count)
        else:
            words = self.tr("{count} company(ies)", None, count)
        return words.format(count=self._number(count))

    def _number(self, count: int) -> str:
        return self.around.words.number(count)

    # Answers

    def _copied(self, rows: Sequence[Any]) -> None:
        seen = self._table.seen()
        lines = ["\t".join(" ".join(column.text(row).split()) for column in seen) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.said.emit(self.tr("{what} copied.").format(what=self._what(len(rows))), None)

    def _exported(self, count: int, place: str) -> None:
        self.said.emit(self.tr("{what} saved in {place}.").format(what=self._what(count), place=place), None)

    def _export_went(self, done: int, whole: int) -> None:
        words = self.tr("Exporting: {done} of {whole}").format(done=self._number(done), whole=self._number(whole))
        self._went(words, done, whole)

    def _went(self, words: str, done: int, whole: int) -> None:
        self.head.setCurrentIndex(1 if whole or self.picks.count > 1 else 0)
        self.bar.tell_progress(words, done, whole)
        if not whole:
            self._tell_again()

    def _tell(self, count: int) -> None:
        if self._work.is_busy and not self.bar.progress.isHidden():
            return
        many = count > 1
        had = self.head.currentIndex() == 1
        whole = self._model.rowCount()
        words = self.tr("{count} selected", None, count).format(count=self._number(count))
        every = "" if count >= whole else self.tr("Select all {count}").format(count=self._number(whole))
        self.bar.tell(words, every, ready=self.picks.is_ready)
        self.head.setCurrentIndex(1 if many else 0)
        if many or had:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._table, words))

    def _tell_again(self, *_: int) -> None:
        self._tell(self.picks.count)

    def _clear(self) -> None:
        self.picks.clear()
        self._table.setFocus()

    def _stop(self) -> None:
        self._work.stop()
        self.export.stop()

    def _ignore(self, error: KnownError) -> None:
        """Offer nothing; what is in use is only a help in typing."""


def _quoted(tags: Sequence[str]) -> str:
    return ", ".join(f"“{tag[:60]}”" for tag in tags)
