"""Numbers, days and moments in a query, as ranges of the whole numbers that are stored."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, InvalidOperation

from app.context import Context
from app.periods import day_start, following, local_day, unit_start
from app.query.nodes import QueryError, Value
from db.types import MONEY_SCALE, to_micros

_MOST = 2**63 - 1
_SIZES = {"k": 1_000, "m": 1_000_000}
_MONTHS = 12
_NO_TIME = (
    "“{value}” is no time; write a day as 2026-01-31, a month as 2026-01, or today, yesterday, -7d, +2w, -3m, "
    "this-month, last-quarter, next-week"
)
_NO_DAY = (
    "“{value}” is no day; write a day as 2026-01-31, a month as 2026-01, or today, yesterday, -7d, +2w, -3m, "
    "this-month, last-quarter, next-week"
)


@dataclass(frozen=True, slots=True)
class Range:
    """Whole numbers from `low` to `high`, both included; None is no limit."""

    low: int | None
    high: int | None

    def holds(self, number: int | None) -> bool:
        """Return whether a number lies in the range; nothing lies in none."""
        if number is None:
            return False
        return (self.low is None or number >= self.low) and (self.high is None or number <= self.high)


def compared(op: str, first: int, last: int) -> Range:
    """Return the range that an operator makes of what lies between two numbers."""
    return {
        "<": Range(None, first - 1),
        "<=": Range(None, last),
        ">": Range(last + 1, None),
        ">=": Range(first, None),
    }.get(op, Range(first, last))


def number(op: str, value: Value, *, money: bool) -> Range:
    """Return the range of stored numbers that a comparison with a number means.

    Raises:
        QueryError: it is no number.
    """
    scale = MONEY_SCALE if money else 1
    return _spanned(op, value, lambda text: _number(text, value, scale))


def _number(text: str, value: Value, scale: int) -> tuple[int, int]:
    found = re.fullmatch(r"([+-]?\d+(?:\.\d+)?)([kKmM]?)", text.replace("_", ""))
    try:
        exact = Decimal(found[1]) * _SIZES.get(found[2].lower(), 1) * scale if found else None
    except InvalidOperation:
        exact = None
    if exact is None or abs(exact) > _MOST:
        sentence = "“{value}” is no number; write it as in 40, 2.5, 10k or 10..20"
        raise QueryError(sentence, value.start, value.end, value=value.text[:40])
    # A bound between two whole numbers: nothing is equal to it.
    return int(exact.to_integral_value(ROUND_CEILING)), int(exact.to_integral_value(ROUND_FLOOR))


def days(context: Context, op: str, value: Value) -> Range:
    """Return the range of days, counted as ordinals, that a comparison with a date means.

    Raises:
        QueryError: it is no day, month, year or relative time.
    """

    def span(text: str) -> tuple[int, int]:
        first, last = _days(context, text, value)
        return first.toordinal(), last.toordinal()

    return _spanned(op, value, span)


def moments(context: Context, op: str, value: Value) -> Range:
    """Return the range of microseconds that a comparison with a time means, days being those of the workspace.

    Raises:
        QueryError: it is no day, month, year, moment or relative time.
    """

    def span(text: str) -> tuple[int, int]:
        exact = _moment(context, text, value)
        if exact is not None:
            return exact
        first, last = _days(context, text, value)
        try:
            start, end = day_start(first, context.zone), day_start(last, context.zone) + _one_day(last, context)
        except OverflowError:
            raise QueryError("“{value}” is too far away", value.start, value.end, value=text) from None
        return to_micros(start), to_micros(end)

    return _spanned(op, value, span)


def _one_day(last: date, context: Context) -> timedelta:
    # One microsecond short of the next day's start, which need not be 24 hours on.
    if last == date.max:
        return timedelta(days=1) - timedelta(microseconds=1)
    return day_start(last + timedelta(days=1), context.zone) - day_start(last, context.zone) - timedelta(microseconds=1)


def _spanned(op: str, value: Value, read: Callable[[str], tuple[int, int]]) -> Range:
    first, dots, last = value.text.partition("..")
    if not dots:
        return compared(op, *read(value.text))
    if op not in {":", "="}:
        raise QueryError("From two dots to a range goes with a colon only, as in score:10..20", value.start, value.end)
    return Range(read(first)[0] if first else None, read(last)[1] if last else None)


def _moment(context: Context, text: str, value: Value) -> tuple[int, int] | None:
    if text.lower() == "now":
        now = to_micros(context.now)
        return now, now
    found = re.fullmatch(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?", text)
    if not found:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise QueryError(_NO_TIME, value.start, value.end, value=text) from None
    start = to_micros((moment if moment.tzinfo else moment.replace(tzinfo=context.zone)).astimezone(UTC))
    length = 1 if found[2] else 1_000_000 if found[1] else 60_000_000
    return start, start + length - 1


def _days(context: Context, text: str, value: Value) -> tuple[date, date]:
    today = local_day(context.now, context.zone)
    word = text.lower()
    try:
        if word in _NEAR:
            day = today + timedelta(days=_NEAR[word])
            return day, day
        if found := re.fullmatch(r"([+-]\d{1,5})([dwmy])", word):
            day = _moved(today, int(found[1]), found[2])
            return day, day
        if found := re.fullmatch(r"(last|this|next)-(week|month|quarter|year)", word):
            return _unit(today, found[1], found[2])
        if re.fullmatch(r"\d{4}", word):
            return date(int(word), 1, 1), date(int(word), 12, 31)
        if re.fullmatch(r"\d{4}-\d\d", word):
            first = date.fromisoformat(f"{word}-01")
            return first, _last_of_month(first)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", word):
            day = date.fromisoformat(word)
            return day, day
    except (ValueError, OverflowError):
        pass
    raise QueryError(_NO_DAY, value.start, value.end, value=value.text[:40])


_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1}


def _moved(today: date, count: int, unit: str) -> date:
    if unit in "dw":
        return today + timedelta(days=count * (7 if unit == "w" else 1))
    months = today.year * _MONTHS + today.month - 1 + count * (_MONTHS if unit == "y" else 1)
    first = date(months // _MONTHS, months % _MONTHS + 1, 1)
    return first.replace(day=min(today.day, _last_of_month(first).day))


def _unit(today: date, which: str, unit: str) -> tuple[date, date]:
    start = unit_start(today, unit)
    if which == "last":
        start = unit_start(start - timedelta(days=1), unit)
    elif which == "next":
        start = following(start, unit)
    return start, following(start, unit) - timedelta(days=1)


def _last_of_month(first: date) -> date:
    year, month = divmod(first.year * _MONTHS + first.month, _MONTHS)
    return date.max if year > date.max.year else date(year, month + 1, 1) - timedelta(days=1)
