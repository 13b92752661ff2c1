"""Two contacts side by side: what differs is chosen, what comes out of it stands beside it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.duplicates import merging, parting
from app.duplicates.merging import Facing
from ui.around import Surroundings
from ui.contacts.parts import Portrait, breakable, rule
from ui.duplicates import words
from ui.duplicates.choice import AnyOf, OneOf
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

_PLAIN = ("tags",)
"""Lists of which all is kept."""
_SIDES = "AB"


def _same(name: str, entry: Any) -> Any:
    """Return an entry of a list as it is compared: an address in other letters is the same one."""
    return merging.compared(name, entry) if name in parting.LISTS else entry


class Comparison(QFrame):
    """The card. `changed` says that another value was chosen."""

    changed = Signal()

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme, self.around = theme, around
        self._body: QWidget | None = None
        self.sides: tuple[Facing, Facing] | None = None
        self.choices: dict[str, list[OneOf | AnyOf]] = {}
        """The boxes of each field that differs; each bears its side and value."""
        self._results: dict[str, QLabel] = {}
        self._groups: list[QButtonGroup] = []
        self._same: list[QWidget] = []
        self._fold = QPushButton(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 1, 1, 1)
        self._fold.hide()

    def show_sides(self, sides: tuple[Facing, Facing]) -> None:
        """Show two contacts; where the same two are shown anew, what was chosen stays."""
        kept = self._kept() if self.sides and [one.id for one in self.sides] == [one.id for one in sides] else {}
        unfolded = bool(self._same) and self._same[0].isVisibleTo(self)
        self.sides = sides
        self._make(kept)
        if unfolded:
            self._unfold()

    def values(self) -> dict[str, Any]:
        """Return the fields of the kept contact as they were chosen."""
        assert self.sides is not None  # noqa: S101 - nothing is chosen before something is shown
        found = merging.suggested(self.sides[0].values, self.sides[1].values)
        for name, boxes in self.choices.items():
            taken = [box.property("value") for box in boxes if box.isChecked()]
            found[name] = list(dict.fromkeys(taken)) if name in parting.LISTS else (taken[0] if taken else None)
        return found

    def take_all(self, side: int) -> None:
        """Take each value of one side where it has one."""
        for boxes in self.choices.values():
            mine = [box for box in boxes if box.property("side") == side]
            if mine:
                for box in boxes:
                    if isinstance(box, AnyOf):
                        box.setChecked(box in mine or bool(box.property("shared")))
                if isinstance(mine[0], OneOf):
                    mine[0].setChecked(True)

    # Inside

    def _take_side(self, side: int) -> None:
        self.take_all(side)

    def _kept(self) -> dict[str, list[tuple[int, Any]]]:
        return {
            name: [(box.property("side"), box.property("value")) for box in boxes if box.isChecked()]
            for name, boxes in self.choices.items()
        }

    def _make(self, kept: Mapping[str, Sequence[tuple[int, Any]]]) -> None:
        if self._body is not None:
            self._layout.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        assert self.sides is not None  # noqa: S101 - as above
        self.choices, self._results, self._groups, self._same = {}, {}, [], []
        self._body = body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(16, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        for column, part in enumerate((5, 10, 10, 10)):
            grid.setColumnStretch(column, part)
        grid.setColumnMinimumWidth(0, 96)
        self._head(grid, body)
        one, other = self.sides
        same: list[str] = []
        for name in merging.decided(one.values, other.values):
            mine, theirs = one.values.get(name), other.values.get(name)
            if mine in (None, "", []) and theirs in (None, "", []):
                continue
            if mine == theirs or name in _PLAIN:
                same.append(name)
            else:
                self._differing(grid, body, name, kept.get(name))
        self._folded(grid, body, same)
        self._feet(grid, body)
        self._layout.addWidget(body)
        body.show()
        self._tell()

    def _head(self, grid: QGridLayout, body: QWidget) -> None:
        assert self.sides is not None  # noqa: S101 - as above
        for column, side in enumerate(self.sides):
            head = QWidget(body)
            row = QHBoxLayout(head)
            row.setContentsMargins(10, 12, 6, 12)
            row.setSpacing(10)
            portrait = Portrait(self._theme, head, 36)
            portrait.tell(str(side.values.get("name") or ""))
            lines = QVBoxLayout()
            lines.setSpacing(1)
            title = wrapping(head, font(13, 600), f"{_SIDES[column]} · {breakable(str(side.values.get('name') or ''))}")
            lines.addWidget(title)
            lines.addWidget(wrapping(head, font(12), self._about(side), name="muted"))
            row.addWidget(portrait, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(lines, 1)
            grid.addWidget(head, 0, column + 1)
        after = self._after(grid, body, 0, "top")
        lines = QVBoxLayout(after)
        lines.setContentsMargins(16, 14, 12, 12)
        lines.setSpacing(1)
        lines.addWidget(wrapping(after, font(13, 600), self.tr("After merging"), name="afterhead"))
        one, other = self.sides
        lines.addWidget(wrapping(after, font(12), self._counted(one.leads + other.leads, one.notes + other.notes)))
        lines.addStretch(1)

    def _after(self, grid: QGridLayout, body: QWidget, row: int, end: str = "") -> QFrame:
        """Return the ground of what comes out in a row; at an end of the card it is round as the card is."""
        after = QFrame(body)
        after.setObjectName("after")
        after.setProperty("end", f"{end}-{'left' if self.isRightToLeft() else 'right'}" if end else "")
        grid.addWidget(after, row, 3)
        return after

    def _about(self, side: Facing) -> str:
        made = side.values.get("created")
        day = self.around.words.day(datetime.fromisoformat(made), self.around.now) if made else ""
        added = self.tr("Added {day}").format(day=day) if day else ""
        return " · ".join(part for part in (added, self._counted(side.leads, side.notes)) if part)

    def _counted(self, leads: int, notes: int) -> str:
        return ", ".join((self.tr("%n leads", None, leads), self.tr("%n notes", None, notes)))

    def _line(self, grid: QGridLayout, body: QWidget, name: str, row: int) -> list[QWidget]:
        title = wrapping(body, font(13), words.title(name), name="muted")
        title.setContentsMargins(0, 6, 8, 6)
        grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignVCenter)
        after = self._after(grid, body, row)
        inner = QVBoxLayout(after)
        inner.setContentsMargins(16, 6, 12, 6)
        result = wrapping(after, font(13, 600))
        inner.addWidget(result)
        self._results[name] = result
        return [title, after, self._rule(grid, body, row)]

    def _rule(self, grid: QGridLayout, body: QWidget, row: int) -> QFrame:
        line = rule(body)
        grid.addWidget(line, row, 0, 1, 3, Qt.AlignmentFlag.AlignTop)
        return line

    def _differing(self, grid: QGridLayout, body: QWidget, name: str, kept: Sequence[tuple[int, Any]] | None) -> None:
        assert self.sides is not None  # noqa: S101 - as above
        row = grid.rowCount()
        self._line(grid, body, name, row)
        many = name in parting.LISTS
        group = QButtonGroup(body)
        group.setExclusive(not many)
        self._groups.append(group)
        boxes: list[OneOf | AnyOf] = []
        suggested = merging.suggested(self.sides[0].values, self.sides[1].values)[name]
        met: list[Any] = []
        theirs = [_same(name, entry) for entry in self.sides[1].values.get(name) or ()] if many else []
        for place, side in enumerate(self.sides):
            cell = QWidget(body)
            inner = QVBoxLayout(cell)
            inner.setContentsMargins(4, 4, 6, 4)
            inner.setSpacing(4)
            held = side.values.get(name)
            entries = (held or []) if many else [held] if held not in (None, "") else []
            for entry in entries:
                said = words.shown(name, entry, side, self.around)
                if many and place and _same(name, entry) in met:
                    inner.addWidget(self._plain(cell, said))  # it stands in A with its box
                    continue
                spoken = f"{words.title(name)}, {_SIDES[place]}: {said}"
                box = AnyOf(said, spoken, cell) if many else OneOf(said, spoken, cell)
                box.setProperty("side", place)
                box.setProperty("value", entry)
                box.setProperty("shared", many and _same(name, entry) in theirs)
                group.addButton(box)
                fresh = entry in suggested if many else entry == suggested
                box.setChecked((place, entry) in kept if kept is not None else fresh and _same(name, entry) not in met)
                box.toggled.connect(self._tell)
                met.append(_same(name, entry))
                boxes.append(box)
                inner.addWidget(box)
            if not entries:
                inner.addWidget(self._plain(cell, self.tr("empty"), "faint"))
            grid.addWidget(cell, row, place + 1)
        self.choices[name] = boxes

    def _plain(self, cell: QWidget, said: str, name: str = "muted") -> QLabel:
        """Return a value that is not chosen; it stands where the words of one with a box do."""
        label = wrapping(cell, font(13), breakable(said), name=name)
        label.setContentsMargins(31, 6, 0, 6)
        return label

    def _folded(self, grid: QGridLayout, body: QWidget, same: Sequence[str]) -> None:
        assert self.sides is not None  # noqa: S101 - as above
        if not same:
            return
        row = grid.rowCount()
        self._fold = QPushButton(self.tr("%n fields are kept as they are", None, len(same)), body)
        self._fold.setObjectName("flat")
        self._fold.clicked.connect(self._unfold)
        self._rule(grid, body, row)
        grid.addWidget(self._fold, row, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        self._after(grid, body, row)
        for name in same:
            row = grid.rowCount()
            found = self._line(grid, body, name, row)
            for place, side in enumerate(self.sides):
                held = words.shown(name, side.values.get(name), side, self.around) or self.tr("empty")
                label = wrapping(body, font(13), held[:400], name="muted")
                label.setContentsMargins(35, 6, 8, 6)
                grid.addWidget(label, row, place + 1)
                found.append(label)
            for widget in found:
                widget.hide()
            self._same += found

    def _unfold(self) -> None:
        for widget in self._same:
            widget.show()
        self._fold.setEnabled(False)

    def _feet(self, grid: QGridLayout, body: QWidget) -> None:
        if not self.choices:
            return
        row = grid.rowCount()
        feet = QHBoxLayout()
        feet.setContentsMargins(0, 4, 0, 8)
        for place in range(2):
            button = QPushButton(self.tr("Take all from {side}").format(side=_SIDES[place]), body)
            button.setObjectName("flat")
            button.clicked.connect(partial(self._take_side, place))
            feet.addWidget(button)
        feet.addStretch(1)
        self._rule(grid, body, row)
        grid.addLayout(feet, row, 1, 1, 2)
        self._after(grid, body, row, "bottom")

    def _tell(self) -> None:
        assert self.sides is not None  # noqa: S101 - as above
        values = self.values()
        for name, label in self._results.items():
            value = values.get(name)
            side = self.sides[0] if value == self.sides[0].values.get(name) else self.sides[1]
            entries = value if isinstance(value, list) else [value]
            shown = [breakable(words.shown(name, entry, side, self.around)) for entry in entries]
            label.setText("\n".join(shown) if any(shown) else self.tr("empty"))
        self.changed.emit()
