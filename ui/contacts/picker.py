"""A field that names somebody or something: typed with completion, an arrow to see all."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from app.fields import clean, fold
from ui.contacts.field import Field
from ui.contacts.form import UnreadableError

_TYPING = 120


class Picker(Field):
    """The field; its value is an id. With `free`, a name that nothing has is read as that name: it is new."""

    looked_for = Signal(str)  # what was typed, a moment after the last letter: `offer` answers

    def __init__(
        self, name: str, title: str, unknown: Callable[[str], str], *, free: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, title, self._named, self._name_of, parent)
        self._names: dict[int, str] = {}
        self._unknown, self._free = unknown, free
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self._soon = QTimer(self, singleShot=True, interval=_TYPING)
        self._soon.timeout.connect(self._look)
        self.textEdited.connect(self._began)

    def know(self, names: Mapping[int, str]) -> None:
        """Learn what ids are called, without offering them."""
        self._names |= names

    def offer(self, names: Mapping[int, str]) -> None:
        """Offer these to choose from."""
        self._names |= names
        self._model.setStringList(list(names.values()))
        completer = self.completer()
        if self.hasFocus() and self.isModified() and self.text() and names and completer is not None:
            completer.setCompletionPrefix(self.text())
            completer.complete()

    def picked(self) -> Any:
        """Return what the text means: an id, a new name, or None.

        Raises:
            UnreadableError: it is no name that is known.
        """
        return self._named(self.text())

    def _began(self) -> None:
        self._soon.start()

    def _look(self) -> None:
        self.looked_for.emit(self.text())

    def _name_of(self, value: Any) -> str:
        if isinstance(value, str):
            return value
        return self._names.get(value, "") if value is not None else ""

    def _named(self, text: str) -> Any:
        words = " ".join(clean(text).split())
        if not words:
            return None
        if self.base is not None and words == self._name_of(self.base):
            return self.base
        found = [number for number, name in self._names.items() if fold(name) == fold(words)]
        if len(found) == 1:
            return found[0]
        if self._free:
            return words
        begun = [number for number, name in self._names.items() if fold(name).startswith(fold(words))]
        if len(begun) == 1:
            return begun[0]
        raise UnreadableError(self._unknown(words))
