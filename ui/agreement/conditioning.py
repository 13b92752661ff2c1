"""Changing the conditions of clauses by their chips: what is chosen in the form is a save of its own."""

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from app.agreement.conditions import rewritten
from app.agreement.terms import ClauseTerms
from ui.agreement.condition_form import ConditionForm
from ui.agreement.part_pane import PartPane
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.theme import Theme


class Conditioning(QObject):
    """Opens the form beside a chip. What should be saved is told by `edited`, `added` and `removed`."""

    edited = Signal(str, int, object, object)  # as those of `PartLines`
    added = Signal(str, object)
    removed = Signal(str, int)
    text_asked = Signal(str)  # the key of a clause that is changed as text only

    def __init__(self, jobs: Jobs, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._jobs, self._theme, self._over = jobs, theme, over
        self.form: ConditionForm | None = None

    def listen(self, pane: PartPane, around: Surroundings) -> None:
        """Follow the chips of a part that came into sight."""
        pane.chip_opened.connect(lambda clause, place: self._open(pane, around, clause, place))
        pane.chip_removed.connect(lambda clause, place: self._take(pane, clause, place))

    def _take(self, pane: PartPane, clause: ClauseTerms, place: int) -> None:
        found = rewritten(pane.chips[clause.key].parts, place, "")
        if found:
            self.edited.emit("clause", clause.id, {"query": found}, {"query": clause.query})
        else:
            self.removed.emit("clause", clause.id)

    def _open(self, pane: PartPane, around: Surroundings, clause: ClauseTerms | None, place: int) -> None:
        parts = () if clause is None else pane.chips[clause.key].parts
        part = parts[place] if place < len(parts) else None
        if clause is not None and part is not None and part.condition is None:
            self.text_asked.emit(clause.key)
            return
        self.close()
        condition = None if part is None else part.condition
        form = self.form = ConditionForm(self._jobs, self._theme, around, self._over, condition)
        target = pane.chip(clause, place)

        def keep() -> None:
            if not form.reads():
                return
            text = form.text
            self.close()
            if clause is None:
                self.added.emit("clause", {"milestone": pane.name, "query": text})
                return
            found = rewritten(parts, place, text)
            if found != clause.query:
                self.edited.emit("clause", clause.id, {"query": found}, {"query": clause.query})

        def away() -> None:
            self.close()
            target.setFocus()

        form.save.clicked.connect(keep)
        form.put_away.connect(away)
        area = QRect(target.mapToGlobal(QPoint(0, 0)), target.size())
        form.open_beside(lambda: area)
        (form.field if condition is None else form.first).setFocus()

    def close(self) -> None:
        """Put the form away, if there is one."""
        if self.form is not None:
            form, self.form = self.form, None
            form.end()
