"""Words, numbers, money and dates of a printed paper, in the paper's language.

All that differs between languages stands in `resources/translations/paper.*.toml`; nothing here knows a language.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from app.summary_data import Unit

Language: TypeAlias = Literal["en", "es"]
TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "translations"

_THOUSAND, _MILLION = Decimal(1_000), Decimal(1_000_000)
_NEARLY_A_MILLION = Decimal(999_500)  # what three digits would write as a thousand thousands
_LARGEST_ROUNDED = 20  # digits; quantize refuses what passes the context's precision
_LONG = 72  # hours
_MINUS = "\u2212"
_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Wording:
    """The table of one language and how it writes things."""

    table: Mapping[str, Any]

    def text(self, key: str, section: str = "text", **parts: str) -> str:
        """Return the words of a key with its parts filled in; KeyError for a key that is not there."""
        words: str = self.table[section][key]
        return words.format(**parts) if parts else words

    def plural(self, key: str, n: Decimal | int, written: str | None = None) -> str:
        """Return the form of a key that goes with n; `written` is n with its unit where it is not a plain count."""
        forms = self.table["plural"][key]
        return str(forms["one" if abs(n) == 1 else "other"]).format(n=self.number(n) if written is None else written)

    def said(self, section: str, key: str) -> str | None:
        """Return the words of "key" or "key:number" in a section, or None if the language has none for it."""
        name, _, argument = key.partition(":")
        if argument.isdecimal() and f"{section}_{name}" in self.table["plural"]:
            return self.plural(f"{section}_{name}", int(argument))
        words = self.table[section].get(key)
        return None if words is None else str(words)

    # Numbers

    def number(self, n: Decimal | int, places: int | None = None) -> str:
        """Return a number with its separators; without `places`, with as many decimals as it has, at most two."""
        value = Decimal(n)
        if not value.is_finite():
            return self.text("unknown")
        value = _rounded(value, 2 if places is None else places)
        whole, _, rest = f"{abs(value):f}".partition(".")
        if places is None:
            rest = rest.rstrip("0")
        rules = self.table["number"]
        if int(whole) >= rules["group_from"]:
            whole = f"{int(whole):,}".replace(",", rules["group"])
        return (_MINUS if value < 0 else "") + whole + (rules["decimal"] + rest if rest else "")

    def money(self, amount: Decimal, currency: str, *, short: bool = False) -> str:
        """Return an amount with its currency; cents only where there are some, always two of them.

        `short` writes thousands and millions as a word: exact for what `shortens` says, else to three digits.
        """
        if not amount.is_finite():
            return self.text("unknown")
        size = abs(amount)
        rules = self.table["money"]
        if short and size >= _NEARLY_A_MILLION:
            written = rules["million"].format(n=self._three_digits(size / _MILLION))
        elif short and size >= _THOUSAND:
            written = rules["thousand"].format(n=self._three_digits(size / _THOUSAND))
        else:
            written = self.number(size, 0 if _rounded(size, 2) % 1 == 0 else 2)
        symbol = rules["symbols"].get(currency)
        if symbol is None:
            written = rules["code_pattern"].format(n=written, c=currency).strip()
        else:
            written = rules["pattern"].format(n=written, c=symbol)
        return (_MINUS if amount < 0 else "") + str(written).replace(" ", _NO_BREAK)

    def _three_digits(self, n: Decimal) -> str:
        places = 2 if n < 10 else 1 if n < 100 else 0  # noqa: PLR2004 - digits before the point
        return self.number(_rounded(n, places)).replace(" ", _NO_BREAK)

    def percent(self, n: Decimal) -> str:
        """Return a percentage, given out of 100, with at most one decimal."""
        return self._in_unit("percent", _rounded(n, 1))

    def hours(self, n: Decimal) -> str:
        """Return hours rounded down, so that nothing is called later than it is.

        Under one hour they are minutes, from three days on days.
        """
        if abs(n) >= _LONG:
            return self.plural("days", (n / 24).to_integral_value(ROUND_FLOOR)).replace(" ", _NO_BREAK)
        if abs(n) < 1:
            return self._in_unit("minutes", (n * 60).to_integral_value(ROUND_FLOOR))
        return self._in_unit("hours", n.to_integral_value(ROUND_FLOOR))

    def _in_unit(self, unit: str, n: Decimal) -> str:
        return str(self.table["number"][unit]).format(n=self.number(n)).replace(" ", _NO_BREAK)

    def amount(self, n: Decimal, unit: "Unit", currency: str, *, short: bool = False) -> str:
        """Return an amount in its unit."""
        if unit == "money":
            return self.money(n, currency, short=short)
        if unit == "percent":
            return self.percent(n)
        if unit == "hours":
            return self._in_unit("hours", _rounded(n, 1))
        if unit == "days":
            return self.plural("days", _rounded(n, 1)).replace(" ", _NO_BREAK)
        return self.number(n)

    def difference(self, n: Decimal, unit: "Unit", currency: str, *, short: bool = False) -> str:
        """Return how far apart two amounts are, without a sign; percentages differ by points."""
        if unit == "percent":
            return self.plural("points", _rounded(abs(n), 1))
        return self.amount(abs(n), unit, currency, short=short)

    # Dates

    def day_long(self, day: date) -> str:
        """Return a day with its full names, as in "Monday 23 November 2026"."""
        names = self.table["calendar"]
        return str(names["long"]).format(
            weekday=names["days"][day.weekday()], day=day.day, month=names["months"][day.month - 1], year=day.year
        )

    def day_month(self, day: date, this_year: int) -> str:
        """Return a day with the full name of its month, and its year where it is another than this one."""
        names = self.table["calendar"]
        form = names["month_day"] if day.year == this_year else names["month_day_year"]
        return str(form).format(day=day.day, month=names["months"][day.month - 1], year=day.year)

    def day_short(self, day: date, this_year: int | None, *, weekday: bool = False) -> str:
        """Return a day with short names, and its year where it is another than this one."""
        names = self.table["calendar"]
        form = names["short"] if day.year == this_year else names["short_year"]
        written = str(form).format(day=day.day, month=names["months_short"][day.month - 1], year=day.year)
        if weekday:
            written = str(names["weekday_short"]).format(weekday=names["days_short"][day.weekday()], date=written)
        return written.replace(" ", _NO_BREAK)

    def weekday_and_month(self, day: date, this_year: int) -> str:
        """Return a day as one says it of the recent past: its weekday, day and month."""
        return f"{self.table['calendar']['days'][day.weekday()]} {self.day_month(day, this_year)}"

    def range(self, start: str, end: str) -> str:
        """Return two ends of a stretch of time."""
        return str(self.table["calendar"]["range"]).format(start=start, end=end)

    def days(self, start: date, end: date) -> str:
        """Return a stretch of days with the year once where it is the same."""
        return self.range(self.day_short(start, end.year), self.day_short(end, None))

    def moment(self, at: datetime) -> str:
        """Return a moment with a short date and its year."""
        return str(self.table["calendar"]["moment"]).format(date=self.day_short(at.date(), None), time=clock_time(at))


@cache  # a table is read once a process and never changes
def load(language: Language) -> Wording:
    """Return the wording of a language."""
    with (TRANSLATIONS / f"paper.{language}.toml").open("rb") as source:
        return Wording(tomllib.load(source))


def clock_time(at: datetime) -> str:
    """Return the time of day of a moment in its own zone, in 24 hours."""
    return f"{at:%H:%M}"


def shortens(amount: Decimal) -> bool:
    """Say whether an amount of money loses nothing when it is written in thousands or millions."""
    size = abs(amount)
    return size == 0 or (size >= 10 * _THOUSAND and size % _THOUSAND == 0 and (size < _MILLION or size % 10_000 == 0))


def _rounded(n: Decimal, places: int) -> Decimal:
    if not n.is_finite() or n.adjusted() > _LARGEST_ROUNDED:
        return n
    return n.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
