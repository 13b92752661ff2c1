"""The first pass over a file: every row is put aside, and every column says what it holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from app.errors import UsageError
from app.fields import CUSTOM, KINDS
from app.importing import amounts, dates
from app.importing.amounts import DecimalProfile
from app.importing.dates import DateProfile, DateReader
from app.importing.layouts import Layout
from app.importing.mapping import ENTERED, Target
from app.importing.progress import Progress
from app.importing.spool import Spool
from app.importing.table import Choice, Notice, Table

_TRUTH = frozenset({"true", "false"})
TOTALS = frozenset(
    {"total", "totals", "grand total", "grand totals", "sum", "summe", "gesamt", "gesamtsumme", "somme"}
    | {"total general", "suma", "totale", "totaal", "razem"}
)


@dataclass(slots=True)
class Profile:
    """What the columns hold.

    Attributes:
        rows: the rows put aside.
        count: how many.
        filled: per column, whether any cell holds something.
        dates: per column that may hold dates, what its cells say.
        decimals: per column of amounts, what its cells say.
        truths: columns of nothing but true and false.
        feet: lines of a report's footer, which are no records.
    """

    rows: Spool
    count: int = 0
    filled: list[bool] = field(default_factory=list)
    dates: dict[int, DateProfile] = field(default_factory=dict)
    decimals: dict[int, DecimalProfile] = field(default_factory=dict)
    truths: set[int] = field(default_factory=set)
    feet: set[int] = field(default_factory=set)


def is_date(target: Target) -> bool:
    """Return whether a target takes dates or moments."""
    if target.kind not in KINDS:
        return False
    if target.field.startswith(ENTERED) or target.field == "stage_changed" or target.form == "date":
        return True
    known = KINDS[target.kind].fields.get(target.field)
    return known is not None and known.type in {"moment", "date"}


def is_amount(target: Target) -> bool:
    """Return whether a target takes amounts or numbers."""
    known = KINDS[target.kind].fields.get(target.field) if target.kind in KINDS else None
    return known is not None and known.type in {"money", "number"}


def profile(table: Table, targets: tuple[Target | None, ...], progress: Progress) -> Profile:
    """Read the whole table, put its rows aside and return what its columns hold."""
    width = len(table.columns)
    found = Profile(Spool(), filled=[False] * width)
    open_columns = _begin(found, targets)
    foot: list[int] = []
    last_full = 0
    for chunk in table.chunks():
        _learn(found, chunk.cells, open_columns)
        if width > 2:  # noqa: PLR2004 - a list of one or two columns has no footer that stands out
            foot, last_full = _foot(chunk.lines, chunk.cells, foot, last_full)
        found.count += len(chunk.lines)
        found.rows.put((chunk.lines, chunk.cells), len(chunk.lines) * width)
        progress.step(len(chunk.lines))
    if foot and foot[0] > last_full + 1:
        found.feet = set(foot)
    found.truths = {position for position in found.truths if found.filled[position]}
    return found


def _begin(found: Profile, targets: tuple[Target | None, ...]) -> set[int]:
    """Say of which columns what is to be learned; return those of which nothing is known yet."""
    open_columns: set[int] = set()
    for position, target in enumerate(targets):
        if target is None or (target.field.startswith(CUSTOM) and not target.form):
            found.dates[position] = DateProfile()
            found.truths.add(position)
            open_columns.add(position)
        elif is_date(target):
            found.dates[position] = DateProfile()
        elif is_amount(target):
            found.decimals[position] = DecimalProfile()
    return open_columns


def _learn(found: Profile, cells: list[list[str]], open_columns: set[int]) -> None:
    """Take in the cells of a chunk."""
    for position, column in enumerate(cells):
        if not found.filled[position]:
            found.filled[position] = any(column)
    for position in list(found.truths):
        if not {cell.strip().lower() for cell in cells[position]} <= _TRUTH | {""}:
            found.truths.discard(position)
    for position, seen in list(found.dates.items()):
        seen.add(cells[position])
        if position in open_columns and not seen.only_dates:
            del found.dates[position]  # text: nothing more to learn
    for position, counted in found.decimals.items():
        counted.add(cells[position])


def _foot(lines: list[int], cells: list[list[str]], foot: list[int], last_full: int) -> tuple[list[int], int]:
    """Return the lines at the end so far that hold only a first cell, and the last line before them."""
    for row in range(len(lines) - 1, -1, -1):
        if any(column[row] for column in cells[1:]):
            after = [lines[later] for later in range(row + 1, len(lines))]
            height = max(column[row].count("\n") for column in cells)
            return after, lines[row] + height
    return [*foot, *lines], last_full


def readers(
    found: Profile,
    columns: tuple[str, ...],
    targets: tuple[Target | None, ...],
    layout: Layout,
    answers: Mapping[str, str],
    zone: ZoneInfo,
    numbers: set[str],
) -> tuple[dict[int, DateReader], dict[int, str], list[Choice], list[Notice]]:
    """Return how to read each column of dates and of amounts, what must be asked, and what to say.

    Raises:
        UsageError: an answer is none of the choices.
    """
    day_first = layout.day_first if "day_first" not in answers else _truth(answers["day_first"])
    decimal = answers.get("decimal", layout.decimal)
    if decimal not in {None, ".", ","}:
        raise UsageError(
            "decimal is “.” or “,”, not “{decimal}”. Write --answer decimal=, or --answer decimal=.", decimal=decimal
        )
    shared = _shared(found.dates.values()) if day_first is None else day_first
    ways: dict[int, DateReader] = {}
    questions: list[Choice] = []
    notices: list[Notice] = []
    for position, seen in found.dates.items():
        target = targets[position]
        known = target is not None and is_date(target)
        if not known and not seen.only_dates:
            continue
        order = seen.order if seen.order is not None else day_first
        if order is None and seen.unsettled:
            if not known and shared is None:
                notices.append(_kept_text(columns[position], seen.ambiguous[0]))
                continue
            if shared is None:
                questions.append(_ask_order(columns[position], seen))
        ways[position] = DateReader(bool(order if order is not None else shared), zone, loose=known)
    separators: dict[int, str] = {}
    for position, counted in found.decimals.items():
        sign = "." if columns[position] in numbers else decimal or counted.decimal
        if sign is None and counted.unsettled:
            questions.append(_ask_decimal(columns[position], counted))
        separators[position] = sign or "."
    return ways, separators, _once(questions), notices


def _shared(profiles: object) -> bool | None:
    orders = {one.order for one in profiles if one.order is not None}  # type: ignore[attr-defined]  # any collection of profiles
    return None if len(orders) != 1 else orders.pop()


def _truth(text: str) -> bool:
    if text.strip().lower() in {"true", "yes", "1", "day"}:
        return True
    if text.strip().lower() in {"false", "no", "0", "month"}:
        return False
    raise UsageError(
        "day_first is true or false, not “{text}”. Write --answer day_first=true where 3/4 is 3 April.", text=text
    )


def _kept_text(column: str, sample: str) -> Notice:
    return Notice(
        0,
        column,
        sample,
        "These look like dates but do not tell day from month; they are kept as text. "
        "Send the column to a date field and answer day_first to have them read.",
    )


def _ask_order(column: str, seen: DateProfile) -> Choice:
    sample = seen.ambiguous[0]
    both = " or ".join(dates.shown(sample, day_first=first) for first in (True, False))
    return Choice(
        "day_first",
        f"{sample}: {both}? None of the {seen.filled} dates in “{column}” tells day from month.",
        dates.choices(seen.ambiguous),
        {"column": column, "count": seen.filled, "samples": dates.both_ways(seen.ambiguous)},
    )


def _ask_decimal(column: str, counted: DecimalProfile) -> Choice:
    return Choice(
        "decimal",
        f"{counted.ambiguous[0]}: does the sign in it part decimals or thousands? None of the {counted.filled} "
        f"amounts in “{column}” tells.",
        amounts.choices(counted.ambiguous),
        {"column": column, "count": counted.filled, "samples": tuple(counted.ambiguous)},
    )


def _once(questions: list[Choice]) -> list[Choice]:
    return list({one.key: one for one in reversed(questions)}.values())[::-1]
