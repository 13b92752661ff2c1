"""The bar over a list: its query, chips that write the query, and the order. One for contacts, companies and leads."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import KnownError
from ui import icons
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.theme import Theme
from ui.widgets import filter_fields, query_words
from ui.widgets.chip import Chip
from ui.widgets.choices import Choices, Option
from ui.widgets.filter_fields import OFFERED, SHOWN, FilterField
from ui.widgets.flow import Flow
from ui.widgets.query_field import QueryField

if TYPE_CHECKING:
    from app.query import Query
    from app.query.chips import Chip as Part

_FIELD = 200
_TOLD = 2  # values that a chip names; of more it tells how many


@dataclass(frozen=True, slots=True)
class Order:
    """An order of the list: as the list is asked for it, and what it is called."""

    sort: str
    title: str


class FilterBar(QWidget):
    """The bar. Whoever holds it shows what `asked` asks for, and tells it what could not be read (`complain`)."""

    asked = Signal(str)  # the query, a moment after the last letter or at once by a chip
    sorted = Signal(str)  # an order that was chosen
    left = Signal()  # the focus belongs to the list now
    save_asked = Signal(str)  # the query is to be kept as a view

    def __init__(
        self, jobs: Jobs, theme: Theme, around: Surroundings, kind: str, hint: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._theme, self._around, self._kind = jobs, theme, around, kind
        self._fields = filter_fields.fields(kind, around.context)
        self._query: Query | None = None
        self._orders: Sequence[Order] = ()
        self._order = ""
        self._can_save = False
        self.chips: list[Chip] = []
        self._drawn: list[Part] = []  # the parts of the query that the chips were made of
        self.field = QueryField(theme, hint, self)
        self.field.setFixedWidth(_FIELD)
        self.field.asked.connect(self._asked)
        self.field.left.connect(self.left)
        self.problem = QLabel(self)
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.hide()
        self._build()
        theme.changed.connect(self._draw)
        self._draw()

    def _build(self) -> None:
        self._place = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._place.setSizePolicy(policy)
        self._flow = Flow(self._place)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._menu = QMenu(self)
        self._save = QToolButton(self)
        self._save.setIconSize(icons.size_of(16))
        self._save.setFixedSize(30, 30)
        self._save.setToolTip(self.tr("Save as a view"))
        self._save.setAccessibleName(self.tr("Save as a view"))
        self._save.clicked.connect(self._ask_saving)
        self._save.hide()
        self._sort_menu = QMenu(self)
        self._sort = QPushButton(self)
        self._sort.setObjectName("quiet")
        self._sort.setIconSize(icons.size_of(16))
        self._sort.clicked.connect(self._open_orders)
        self._sort.hide()
        row = self.row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.field, 0, top)
        row.addWidget(self._place, 1, top)
        row.addWidget(self._save, 0, top)
        row.addWidget(self._sort, 0, top)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self.problem)

    # From outside

    def put(self, query: str) -> None:
        """Show a query that is in force already, as of a saved view."""
        self.field.put(query)
        self._look()

    def begin(self) -> None:
        """Take the focus with all that is written selected."""
        self.field.begin()

    def complain(self, error: KnownError | None) -> None:
        """Say why the query could not be followed, and mark the word; None when it could."""
        self.problem.setText("" if error is None else query_words.said(error))
        self.problem.setVisible(error is not None)
        start, end = getattr(error, "start", 0), getattr(error, "end", 0)
        self.field.mark(start, end)

    def offer_orders(self, orders: Sequence[Order], order: str) -> None:
        """Show the control with these orders, one of which is in force; a minus in front turns one round."""
        self._orders, self._order = orders, order
        self._sort.setVisible(bool(orders))
        self._draw_rest()

    def offer_saving(self) -> None:
        """Show the button that keeps a query as a view, whenever there is one to keep."""
        self._can_save = True
        self._draw_rest()

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now."""
        self._around = around
        self._fields = filter_fields.fields(self._kind, around.context)
        self._draw()

    def stop(self) -> None:
        """Ask no more."""
        self.field.stop()

    @property
    def query(self) -> str:
        """The query as it stands in the field."""
        return self.field.text()

    # The query and its chips

    def _asked(self, query: str) -> None:
        self._look()
        self.asked.emit(query)

    def _write(self, query: str) -> None:
        self.put(query)
        self.asked.emit(query)

    def _look(self) -> None:
        """Find the parts of the query, off the window's thread: a text that was pasted may be long."""
        text = self.field.text()
        if text.strip():
            self._place.setEnabled(self._query is not None and self._query.text == text)
            self._jobs.read(_read, text, self._kind, done=self._take, failed=self._unread, key=f"{id(self)}.parts")
        else:
            self._jobs.read(_nothing, done=self._take, key=f"{id(self)}.parts")

    def _take(self, query: "Query | None") -> None:
        self._query = query
        self._place.setEnabled(True)
        if self._parts() == self._drawn:
            self._draw_rest()  # bare words have no chips, which take longer to be made anew than the list to be painted
        else:
            self._draw()

    def _unread(self, error: KnownError) -> None:
        del error  # whoever shows the list says it
        self._place.setEnabled(False)

    def _draw(self) -> None:
        focused = next((place for place, chip in enumerate(self.chips) if chip.label.hasFocus()), None)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        parts = self._drawn = self._parts()
        placed = self._draw_shown(parts)
        for part in parts:
            if part not in placed:
                self._add_part(part, self._field_of(part))
        for name in OFFERED[self._kind]:
            if not any(self._field_of(part) == self._fields[name] for part in parts):
                self._offer(self._fields[name], icon="plus", words=self._fields[name].title)
        more = Chip(self._theme, self.tr("Filter"), on=False, icon="list-filter", parent=self._place)
        more.opened.connect(partial(self._open_more, more))
        self._put(more)
        if focused is not None and self.chips:
            self.chips[min(focused, len(self.chips) - 1)].label.setFocus()
        self._draw_rest()

    def _parts(self) -> list["Part"]:
        """Return the parts of the query that have a chip, with where they stand in it."""
        return [] if self._query is None else [one for one in self._query.chips() if one.field or not one.value]

    def _draw_shown(self, parts: Sequence["Part"]) -> list["Part"]:
        placed = []
        for name in SHOWN[self._kind]:
            field = self._fields[name]
            part = next((one for one in parts if self._field_of(one) == field), None)
            if part is None:
                self._offer(field, words=field.unset)
            else:
                self._add_part(part, field)
                placed.append(part)
        return placed

    def _draw_rest(self) -> None:
        muted = self._theme.colour("muted")
        self._save.setIcon(icons.icon("bookmark-plus", muted, 16))
        self._save.setVisible(self._can_save and self._query is not None)
        backwards = self._order.startswith("-")
        name = self._title(self._order)
        self._sort.setIcon(icons.icon("arrow-up-down", muted, 16))
        self._sort.setText(f" {name}")
        way = self.tr("from the end") if backwards else self.tr("from the start")
        self._sort.setAccessibleName(self.tr("Sorted by {order}, {way}").format(order=name, way=way))
        self._sort.setToolTip(self.tr("Sorted by {order}, {way}").format(order=name, way=way))

    def _put(self, chip: Chip) -> None:
        self.chips.append(chip)
        self._flow.addWidget(chip)
        chip.show()
        self._place.updateGeometry()

    def _add_part(self, part: "Part", field: FilterField | None) -> None:
        chip = Chip(self._theme, self._said(part, field), on=True, parent=self._place)
        chip.removed.connect(partial(self._remove, part))
        if field is None or field.form == "typed":
            chip.opened.connect(partial(self._point, part))
        else:
            chip.opened.connect(partial(self._open, chip, field))
        self._put(chip)

    def _offer(self, field: FilterField, *, words: str, icon: str = "") -> None:
        chip = Chip(self._theme, words, on=False, icon=icon, parent=self._place)
        chip.opened.connect(partial(self._open, chip, field))
        self._put(chip)

    def _field_of(self, part: "Part") -> FilterField | None:
        """Return the field whose chip a part is; None for what is only written by hand."""
        for field in self._fields.values():
            if any(one.value == part.text for one in self._alone(field)):
                return field
            if part.field.lower() in field.family and not part.negated and part.op in {":", "="}:
                return field
        return None

    def _alone(self, field: FilterField) -> list[Option]:
        if field.form != "options":
            return []
        return [one for one in filter_fields.options(field, self._around.context, self._around.words) if one.alone]

    def _said(self, part: "Part", field: FilterField | None) -> str:
        if field is not None and field.form == "options":
            known = filter_fields.options(field, self._around.context, self._around.words)
            whole = next((one.label for one in known if one.alone and one.value == part.text), None)
            if whole is not None:
                return f"{field.title}: {whole}"
            names = {one.value: one.label for one in known}
            return f"{field.title}: {_listed([names.get(value, value) for value in part.values])}"
        if not part.field:
            return part.label
        signs = {":": ":", "=": ":", "!=": " ≠", ">": " >", ">=": " ≥", "<": " <", "<=": " ≤"}
        said = f"{filter_fields.title(part.field)}{signs[part.op]} {_listed(part.values)}"
        return f"− {said}" if part.negated else said

    # What is done with chips

    def _remove(self, part: "Part") -> None:
        if self._query is not None:
            self._write(self._query.replaced(part))

    def _point(self, part: "Part") -> None:
        """Let a part be written anew where it stands."""
        self.field.setFocus()
        start = self.field.text().find(part.text, max(0, part.start - 1))
        if start >= 0:
            self.field.setSelection(start, len(part.text))

    def _open(self, chip: QWidget, field: FilterField) -> None:
        if field.form == "typed":
            self._prefill(field)
            return
        window = Choices(field.title, self)
        window.chosen.connect(partial(self._choose, field))
        if field.form == "options":
            known = filter_fields.options(field, self._around.context, self._around.words)
            window.offer(known, self._ticked(field), free=False)
        else:
            window.wait()
            self._jobs.read(filter_fields.values, self._kind, field.name, done=partial(self._fill, window, field))
        window.open_under(chip)

    def _fill(self, window: Choices, field: FilterField, found: Sequence[str]) -> None:
        if not isValid(window):
            return  # it was closed before they came
        ticked = self._ticked(field)
        known = dict.fromkeys([*ticked, *found])
        window.offer([Option(one, one) for one in known], ticked, free=True)

    def _ticked(self, field: FilterField) -> list[str]:
        part = self._part_of(field)
        if part is None:
            return []
        return [part.text] if any(one.value == part.text for one in self._alone(field)) else list(part.values)

    def _part_of(self, field: FilterField) -> "Part | None":
        parts = () if self._query is None else self._query.chips()
        return next((one for one in parts if one.field and self._field_of(one) == field), None)

    def _choose(self, field: FilterField, values: list[str]) -> None:
        from app.query import joined, written  # noqa: PLC0415 - a window that opens needs no grammar

        alone = {one.value for one in self._alone(field)}
        text = values[0] if len(values) == 1 and values[0] in alone else ""
        if values and not text:
            text = written(field.name, ":", values)
        part = self._part_of(field)
        if self._query is not None and part is not None:
            self._write(self._query.replaced(part, text))
        else:
            own = [] if self._query is None else [one.text for one in self._query.chips()]
            self._write(joined([*own, text]))

    def _prefill(self, field: FilterField) -> None:
        from app.query import quoted  # noqa: PLC0415 - a window that opens needs no grammar

        name = field.name.removeprefix("custom:")
        self.field.setText(f"{self.field.text().rstrip()} custom:{quoted(name)}:".lstrip())
        self.field.setFocus()
        self.field.end(False)

    def _open_more(self, chip: QWidget) -> None:
        self._menu.clear()
        for field in self._fields.values():
            action = self._menu.addAction(field.title.replace("&", "&&")[:60])
            action.triggered.connect(partial(self._open, chip, field))
        self._menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    # The order

    def _title(self, order: str) -> str:
        name = order.removeprefix("-")
        return next((one.title for one in self._orders if one.sort.removeprefix("-") == name), name)

    def _open_orders(self) -> None:
        self._sort_menu.clear()
        group = QActionGroup(self._sort_menu)
        name = self._order.removeprefix("-")
        for order in self._orders:
            action = self._sort_menu.addAction(order.title.replace("&", "&&")[:60])
            action.setCheckable(True)
            action.setChecked(order.sort.removeprefix("-") == name)
            group.addAction(action)
            action.triggered.connect(partial(self._sort_by, order.sort))
        self._sort_menu.addSeparator()
        turned = name if self._order.startswith("-") else f"-{name}"
        self._sort_menu.addAction(self.tr("The other way round")).triggered.connect(partial(self._sort_by, turned))
        self._sort_menu.popup(self._sort.mapToGlobal(self._sort.rect().bottomLeft()))

    def _sort_by(self, order: str, *_: Any) -> None:
        self._order = order
        self._draw_rest()
        self.sorted.emit(order)

    def _ask_saving(self) -> None:
        self.save_asked.emit(self.field.text())


def _listed(values: Sequence[str]) -> str:
    more = len(values) - _TOLD
    return ", ".join(values) if more <= 0 else f"{', '.join(values[:_TOLD])} +{more}"


def _read(session: Any, text: str, kind: str) -> "Query":
    from app.query import parse  # noqa: PLC0415 - a window that opens needs no grammar

    del session
    return parse(text, kind)


def _nothing(session: Any) -> None:
    """Return that there is no query; in the line of those that were asked about before."""
    del session
