"""Cells turned into stored values, column by column."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from app.exporting import unguarded
from app.fields import CONSENT, CUSTOM, KINDS
from app.importing import amounts, dates
from app.importing import cells as single
from app.importing.dates import DateReader
from app.importing.layouts import Layout
from app.importing.lists import Lists
from app.importing.mapping import ENTERED, Target
from app.importing.notices import Notices
from app.importing.several import LISTS, Several

Column = list[Any]
_DIGITS = 18


@dataclass(slots=True)
class Batch:
    """Some rows as stored values, by kind and field; None is empty.

    Attributes:
        lines: the line of each row.
        values: kind -> field -> one value a row. Custom fields and consents are fields of their own.
        entries: per row, the stages entered (moment, stage), or None.
        changes: whether each row is one change of stage, so that several rows make one lead.
        ids: per row, the record's own number in our exports, or None; below nought it is another workspace's.
        companies: per row, whether the row is a company in a file of people, or None where none are told apart.
    """

    lines: list[int]
    values: dict[str, dict[str, Column]]
    entries: list[list[tuple[int, int]] | None] | None = None
    ids: Column | None = None
    companies: list[bool] | None = None


@dataclass(slots=True)
class Converter:
    """Turns the chunks of one file into batches."""

    columns: Sequence[str]
    targets: Sequence[Target | None]
    kind: str
    layout: Layout
    ways: Mapping[int, DateReader]
    separators: Mapping[int, str]
    truths: frozenset[int]
    lists: Lists
    notices: Notices
    zone: ZoneInfo
    region: str | None = None
    own: bool = False
    own_csv: bool = False
    uuid: str = ""
    cards: str = ""
    places: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    defaults: dict[tuple[str, str], str] = field(default_factory=dict)
    _several: Several = field(init=False)

    def __post_init__(self) -> None:
        """Group the columns by where they go, and see that the custom fields will be there."""
        self._several = Several(
            self.columns, self.targets, self.notices, self.region, own=self.own, cards=bool(self.cards)
        )
        for position, target in enumerate(self.targets):
            if target is not None and target.kind:
                self.places.setdefault((target.kind, target.field), []).append(position)
        for (kind, name), positions in self.places.items():
            if name.startswith(CUSTOM):
                self.lists.custom(kind, name.removeprefix(CUSTOM), self._form(positions[0]))

    def _form(self, position: int) -> str:
        if position in self.ways:
            return "date"
        return "yesno" if position in self.truths else "text"

    def batch(self, lines: list[int], cells: list[list[str]]) -> Batch:
        """Return a chunk's rows as stored values."""
        made = Batch(lines, {"contact": {}, "company": {}, "lead": {}})
        if self.own_csv:
            cells = [[unguarded(cell) for cell in column] for column in cells]
        self._several.remember(cells)
        ready = [self._translated(position, column) for position, column in enumerate(cells)]
        entered: dict[str, Column] = {}
        for (kind, name), positions in self.places.items():
            if kind != "row":
                self._fill(made, kind, name, positions, ready, entered)
        for (kind, name), text in self.defaults.items():
            if (kind, name) not in self.places:
                self._constant(made, kind, name, text, entered)
        self._middle(made)
        if self.cards and "external_id" in made.values["contact"]:
            self._own_cards(made)
        self._beside(made, ready)
        if entered:
            made.entries = self._entries(entered, len(lines))
            if "stage" in entered:
                made.values["lead"]["stage"] = entered["stage"]
        return made

    def _fill(
        self,
        made: Batch,
        kind: str,
        name: str,
        positions: list[int],
        ready: list[list[str]],
        entered: dict[str, Column],
    ) -> None:
        """Put the values of one field into a batch, out of all columns that go there."""
        lines = made.lines
        default = self.defaults.get((kind, name))
        if default is not None:
            ready[positions[-1]] = [cell if cell.strip() else default for cell in ready[positions[-1]]]
        if name.startswith(ENTERED) or name in {"stage", "stage_changed"}:
            entered[name] = self._entered(lines, name, ready[positions[0]], positions[0])
        elif name in LISTS:
            made.values[kind][name] = self._several.column(lines, name, [ready[one] for one in positions], positions)
        else:
            found = [self._scalar(lines, kind, name, ready[one], one) for one in positions]
            made.values[kind][name] = found[0] if len(found) == 1 else self._first(made, kind, name, found, positions)

    def _translated(self, position: int, column: list[str]) -> list[str]:
        target = self.targets[position]
        table = self.layout.values.get(self.columns[position]) or (
            self.layout.values.get(target.field) if target is not None else None
        )
        if not table:
            return column
        return [table.get(cell, table.get(cell.strip(), cell)) for cell in column]

    def _constant(self, made: Batch, kind: str, name: str, text: str, entered: dict[str, Column]) -> None:
        column = [text] * len(made.lines)
        if name == "stage":
            entered[name] = [self.lists.stage(text)] * len(made.lines)
        elif name in LISTS:
            made.values[kind][name] = self._several.column(made.lines, name, [column], [-1])
        else:
            made.values[kind][name] = self._scalar(made.lines, kind, name, column, -1)

    # One column ---------------------------------------------------------------------------------------------------

    def _scalar(self, lines: list[int], kind: str, name: str, column: list[str], position: int) -> Column:
        if name.startswith(CONSENT):
            return self._consent(lines, column, position)
        if name.startswith(CUSTOM):
            form = self.lists.form_of(kind, name.removeprefix(CUSTOM)) or self._form(position)
            if position in self.ways and form == "date":
                return self._dates(lines, column, position, self.ways[position].day, keep=True)
            if form == "yesno":
                return [found if (found := single.yes(cell)) is not None else cell.strip() or None for cell in column]
            return self._text(column)
        known = KINDS[kind].fields.get(name)
        type_ = known.type if known else "text"
        if type_ in {"moment", "date"}:
            reader = self.ways.get(position) or DateReader(True, self.zone)
            return self._dates(lines, column, position, reader.moment if type_ == "moment" else reader.day)
        if type_ in {"money", "number"}:
            return self._amounts(lines, column, position, whole=type_ == "number")
        if type_ in {"member", "campaign", "reason"}:
            return self._references(lines, column, position, type_)
        return self._text(column)

    def _text(self, column: list[str]) -> Column:
        if self.own:
            return [cell or None for cell in column]
        if single.is_clean("".join(column)):
            return [cell.strip() or None for cell in column]
        return [single.text(cell) or None for cell in column]

    def _dates(
        self, lines: list[int], column: list[str], position: int, read: Callable[[str], Any], *, keep: bool = False
    ) -> Column:
        memo: dict[str, Any] = {"": None}
        found: Column = []
        for row, cell in enumerate(column):
            if cell in memo:
                found.append(memo[cell])
                continue
            text = cell.strip()
            value = None if dates.is_empty(text) else read(text)
            if value is None and not dates.is_empty(text):
                kept = "is kept as it stands" if keep else "is left out"
                self.notices.warn(lines[row], self._name(position), cell, f"This is not a date; it {kept}.")
                value = text if keep else None
            else:
                memo[cell] = value
            found.append(value)
        return found

    def _amounts(self, lines: list[int], column: list[str], position: int, *, whole: bool) -> Column:
        sign = self.separators.get(position, ".")
        found: Column = []
        for row, cell in enumerate(column):
            if not cell or not cell.strip():
                found.append(None)
                continue
            parsed = amounts.parse(cell, sign)
            value: int | None = None
            if parsed is not None and whole:
                value = int(parsed[0]) if parsed[0] == parsed[0].to_integral_value() else None
            elif parsed is not None:
                value = amounts.units(parsed[0])
            if value is None:
                self.notices.warn(lines[row], self._name(position), cell, "This is not an amount; it is left out.")
            found.append(value)
        return found

    def _references(self, lines: list[int], column: list[str], position: int, type_: str) -> Column:
        memo: dict[str, int | None] = {"": None}
        for row, cell in enumerate(column):
            if cell in memo:
                continue
            text = single.text(cell)
            if not text:
                memo[cell] = None
            elif type_ == "reason":
                memo[cell] = self.lists.reason(text)
                if memo[cell] is None:
                    self.notices.warn(
                        lines[row], self._name(position), cell, "There is no such reason in the list; it is left out."
                    )
            else:
                memo[cell] = self.lists.member(text) if type_ == "member" else self.lists.campaign(text)
        return [memo[cell] for cell in column]

    def _consent(self, lines: list[int], column: list[str], position: int) -> Column:
        target = self.targets[position] if position >= 0 else None
        found: Column = []
        for row, cell in enumerate(column):
            said = single.yes(cell)
            if said is None and cell.strip():
                self.notices.warn(lines[row], self._name(position), cell, "This is neither yes nor no; it is left out.")
            if said is None or (target is not None and target.answer == "no" and not said):
                found.append(None)
            elif target is not None and target.answer == "no":
                found.append("no")
            else:
                found.append("yes" if said else "no")
        return found

    # Rows ---------------------------------------------------------------------------------------------------------

    def _first(self, made: Batch, kind: str, name: str, found: list[Column], positions: list[int]) -> Column:
        """Return the first value of several columns of one field; what else they hold becomes fields of its own."""
        chosen = [next((value for value in row if value is not None), None) for row in zip(*found, strict=True)]
        for column, position in zip(found, positions, strict=True):
            rest = [
                str(value) if value is not None and value != main else None
                for value, main in zip(column, chosen, strict=True)
            ]
            if any(rest) and known_text(kind, name):
                header = CUSTOM + " ".join(self.columns[position].split())[:200]
                self.lists.custom(kind, header.removeprefix(CUSTOM), "text")
                made.values[kind][header] = rest
            elif any(rest):
                self.notices.warn(0, self._name(position), "", f"Another column gives {name} too; its values count.")
        return chosen

    def _middle(self, made: Batch) -> None:
        people = made.values["contact"]
        middle = people.pop("middle_name", None)
        if middle is None or not any(middle):
            return
        self.lists.custom("contact", "Middle name", "text")
        people[f"{CUSTOM}Middle name"] = middle
        size = len(middle)
        nothing: Column = [None] * size
        names = people.setdefault("name", [None] * size)
        firsts, lasts = people.get("first_name", nothing), people.get("last_name", nothing)
        for row, name in enumerate(middle):
            if name and not names[row]:
                names[row] = " ".join(part for part in (firsts[row], name, lasts[row]) if part)

    def _own_cards(self, made: Batch) -> None:
        """Know our own cards again by the number that an export wrote as their UID."""
        start = len(self.cards)
        people = made.values["contact"]
        numbers: Column = [
            int(text[start:]) if text is not None and text.startswith(self.cards) and _numbered(text[start:]) else None
            for text in people["external_id"]
        ]
        if any(numbers):
            made.ids = numbers
            people["external_id"] = [
                text if number is None else None for text, number in zip(people["external_id"], numbers, strict=True)
            ]

    def _beside(self, made: Batch, ready: list[list[str]]) -> None:
        """Take in what steers the rows: our own numbers, and which rows are companies."""
        numbers, places = self.places.get(("row", "id")), self.places.get(("row", "workspace"))
        if numbers and places:
            ours = self.uuid[:8]
            made.ids = [
                (int(number) if place == ours else -int(number)) if _numbered(number) and place else None
                for number, place in zip(ready[numbers[0]], ready[places[0]], strict=True)
            ]
        kinds = self.places.get(("row", "kind"))
        if kinds:
            made.companies = [single.yes(cell) is True or "company" in cell.lower() for cell in ready[kinds[0]]]

    # Stages -------------------------------------------------------------------------------------------------------

    def _entered(self, lines: list[int], name: str, column: list[str], position: int) -> Column:
        if name == "stage":
            memo: dict[str, int | None] = {}
            for cell in column:
                if cell not in memo:
                    text = single.text(cell)
                    memo[cell] = self.lists.stage(text) if text else None
            return [memo[cell] for cell in column]
        reader = self.ways.get(position) or DateReader(True, self.zone)
        return self._dates(lines, column, position, reader.moment)

    def _entries(self, entered: dict[str, Column], size: int) -> list[list[tuple[int, int]] | None]:
        found: list[list[tuple[int, int]] | None] = [None] * size
        for name, column in entered.items():
            if not name.startswith(ENTERED) or not any(column):
                continue
            stage = self.lists.stage(name.removeprefix(ENTERED))
            if stage is None:
                continue
            for row, moment in enumerate(column):
                if moment is not None:
                    found[row] = [*(found[row] or ()), (moment, stage)]
        changed, stages = entered.get("stage_changed"), entered.get("stage")
        if changed is not None and stages is not None:
            for row, (moment, stage) in enumerate(zip(changed, stages, strict=True)):
                if moment is not None and stage is not None:
                    found[row] = [*(found[row] or ()), (moment, stage)]
        return found

    def _name(self, position: int) -> str:
        return self.columns[position][:200] if position >= 0 else ""


def _numbered(text: str) -> bool:
    """Return whether text is a number that a record can have."""
    return text.isascii() and text.isdigit() and len(text) <= _DIGITS


def known_text(kind: str, name: str) -> bool:
    """Return whether a field is plain text, so that a second column of it can be kept beside."""
    known = KINDS[kind].fields.get(name)
    return name.startswith(CUSTOM) or known is None or known.type == "text"
