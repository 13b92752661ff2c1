"""Dates of a whole column: in which order day and month stand is found out from all of it, never row by row."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from db.folding import fold
from db.types import to_micros

_ISO = re.compile(
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*(am|pm)?\s*"
    r"(Z|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:,?[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*(am|pm)?\s*"
    r"(Z|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_WORDY = re.compile(
    r"(?:[^\W\d_]+\.?,\s*)?(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ -](?:de |of )?([^\W\d_]+)\.?,?[ -](?:de |del )?(\d{4})"
    r"(?:,?[T ]+(\d{1,2}:\d{2}(?::\d{2})?)\s*(am|pm)?)?",
    re.IGNORECASE,
)
_WORDY_US = re.compile(
    r"(?:[^\W\d_]+\.?,\s*)?([^\W\d_]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})"
    r"(?:,?(?: at)? (\d{1,2}:\d{2}(?::\d{2})?)\s*(am|pm)?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"(\d{4,5})(?:\.(\d+))?")
_EMPTY = re.compile(r"0{1,4}[/.-]0{1,2}[/.-]0{1,4}(?: 0{1,2}:00(?::00)?)?")
_TINY_YEAR = 100
_PIVOT = 70  # 69 is 2069, 70 is 1970, as in POSIX
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 80_000  # 1927 to 2119
_EXCEL_DAY_0 = date(1899, 12, 30)
_FIRST_YEAR, _LAST_YEAR = 1000, 2999

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero ene gennaio gen janeiro januari stycznia styczen sty tammikuu janv",
            "feb february februar fevrier fev febrero febbraio fevereiro februari lutego luty lut helmikuu fevr",
            "mar march marz mrz mars marzo marco maart marca marzec maaliskuu mrt maerz",
            "apr april avril avr abril abr aprile kwietnia kwiecien kwi huhtikuu",
            "may mai mayo maggio mag maio mei maja maj toukokuu",
            "jun june juni juin junio giugno giu junho czerwca czerwiec cze kesakuu",
            "jul july juli juillet juil julio luglio lug julho lipca lipiec lip heinakuu",
            "aug august aout agosto ago augustus augusti sierpnia sierpien sie elokuu aoute",
            "sep sept september septembre septiembre settembre set setembro wrzesnia wrzesien wrz syyskuu",
            "oct okt october oktober octobre octubre ottobre ott outubro out pazdziernika pazdziernik paz lokakuu",
            "nov november novembre noviembre novembro listopada listopad lis marraskuu",
            "dec dez dic december dezember decembre diciembre dicembre dezembro grudnia grudzien gru "
            "joulukuu desember des",
        ),
        start=1,
    )
    for name in names.split()
}


@dataclass(slots=True)
class DateProfile:
    """What a column's cells say about its dates, gathered over the whole file.

    Attributes:
        filled: cells that are not empty.
        dated: cells that read as a full date in some order.
        serials: cells that are a spreadsheet's day numbers.
        compact: cells of eight digits that read as year, month, day.
        day_first: cells that can only be day before month.
        month_first: cells that can only be month before day.
        timed: cells that hold a time of day too.
        ambiguous: some cells that could be either, for the question.
    """

    filled: int = 0
    dated: int = 0
    serials: int = 0
    compact: int = 0
    day_first: int = 0
    month_first: int = 0
    timed: int = 0
    ambiguous: list[str] = field(default_factory=list)
    _seen: dict[str, str] = field(default_factory=dict)

    def add(self, cells: Iterable[str]) -> None:
        """Take in some cells."""
        seen = self._seen
        for cell in cells:
            text = cell.strip()
            if not text or _EMPTY.fullmatch(text):
                continue
            found = seen.get(text)
            if found is None:
                found = _sort_of(text)
                if len(seen) < 20_000:  # noqa: PLR2004 - enough for the days of fifty years
                    seen[text] = found
            self._count(text, found)

    def _count(self, text: str, sort: str) -> None:
        self.filled += 1
        if sort == "serial":
            self.serials += 1
        elif sort == "compact":
            self.compact += 1
        elif sort:
            self.dated += 1
            self.timed += ":" in text
            self.day_first += sort == "day"
            self.month_first += sort == "month"
            if sort == "either" and len(self.ambiguous) < 3 and text not in self.ambiguous:  # noqa: PLR2004 - samples
                self.ambiguous.append(text)

    @property
    def order(self) -> bool | None:
        """True for day before month, False for month before day, None where the column does not tell."""
        if bool(self.day_first) == bool(self.month_first):
            return None
        return bool(self.day_first)

    @property
    def only_dates(self) -> bool:
        """Whether every filled cell is a full date without a time of day."""
        return self.filled == self.dated and not self.timed

    @property
    def unsettled(self) -> bool:
        """Whether the order matters and the column does not tell."""
        return bool(self.ambiguous) and self.order is None


def _sort_of(text: str) -> str:
    """Return which kind of date a cell holds: "", iso, day, month, either, word, serial or compact."""
    if text[:4].isdigit() and _ISO.fullmatch(text):
        return "iso"
    match = _NUMERIC.fullmatch(text)
    if match:
        first, second = int(match[1]), int(match[3])
        if first == second:
            return "iso" if 1 <= first <= 12 else ""  # noqa: PLR2004 - months
        if first > 12:  # noqa: PLR2004 - months
            return "day" if 1 <= second <= 12 else ""  # noqa: PLR2004 - months
        return "month" if second > 12 else "either"  # noqa: PLR2004 - months
    if _COMPACT.fullmatch(text) and _day(*map(int, (text[:4], text[4:6], text[6:]))) is not None:
        return "compact"
    serial = _SERIAL.fullmatch(text)
    if serial and _FIRST_SERIAL <= int(serial[1]) <= _LAST_SERIAL:
        return "serial"
    return "word" if _wordy(text) else ""


def _day(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(text: str) -> int:
    year = int(text)
    if year < _TINY_YEAR and len(text) <= 2:  # noqa: PLR2004 - two digits
        return year + (1900 if year >= _PIVOT else 2000)
    return year


def _wordy(text: str) -> tuple[date, str | None, str | None] | None:
    match = _WORDY.fullmatch(text)
    if match:
        day, month, year, clock, half = match.groups()
    else:
        match = _WORDY_US.fullmatch(text)
        if not match:
            return None
        month, day, year, clock, half = match.groups()
    number = _MONTHS.get(fold(month))
    found = _day(int(year), number, int(day)) if number else None
    return (found, clock, half) if found else None


@dataclass(frozen=True, slots=True)
class DateReader:
    """Reads the dates of one column.

    Attributes:
        day_first: the order of day and month where figures alone leave it open.
        zone: what times without a zone are in.
        loose: whether day numbers and eight digits count as dates too.
    """

    day_first: bool
    zone: ZoneInfo
    loose: bool = True

    def parse(self, text: str) -> tuple[date, datetime | None] | None:
        """Return the day, and the moment where a time or zone is given; None for what is no date."""
        found = self._figures(text) or self._word(text)
        if found is None and self.loose:
            found = _loose(text)
        return found

    def moment(self, text: str) -> int | None:
        """Return the moment in microseconds since 1970 UTC; a day alone begins at midnight in the zone."""
        found = self.parse(text)
        if found is None:
            return None
        day, moment = found
        if moment is None:
            moment = datetime(day.year, day.month, day.day, tzinfo=self.zone)
        return to_micros(moment if moment.tzinfo else moment.replace(tzinfo=self.zone))

    def day(self, text: str) -> str | None:
        """Return the day as ISO text, as it is written: a zone does not shift it."""
        found = self.parse(text)
        return found[0].isoformat() if found else None

    def _figures(self, text: str) -> tuple[date, datetime | None] | None:
        match = _ISO.fullmatch(text)
        if match:
            year, _, month, day, clock, half, zone = match.groups()
            found = _day(int(year), int(month), int(day))
        else:
            match = _NUMERIC.fullmatch(text)
            if not match:
                return None
            first, _, second, year, clock, half, zone = match.groups()
            one, two = int(first), int(second)
            day_first = self.day_first if one <= 12 and two <= 12 else one > 12  # noqa: PLR2004 - months
            found = _day(_year(year), two, one) if day_first else _day(_year(year), one, two)
        return _timed(found, clock, half, zone)

    def _word(self, text: str) -> tuple[date, datetime | None] | None:
        found = _wordy(text)
        return _timed(found[0], found[1], found[2], None) if found else None


def _loose(text: str) -> tuple[date, datetime | None] | None:
    compact = _COMPACT.fullmatch(text)
    if compact:
        found = _day(int(compact[1]), int(compact[2]), int(compact[3]))
        return (found, None) if found else None
    serial = _SERIAL.fullmatch(text)
    if serial and _FIRST_SERIAL <= int(serial[1]) <= _LAST_SERIAL:
        found = _EXCEL_DAY_0 + timedelta(days=int(serial[1]))
        part = float(f"0.{serial[2]}") if serial[2] else 0.0
        if not part:
            return found, None
        whole = datetime(found.year, found.month, found.day)  # noqa: DTZ001 - the column's zone is set by the caller
        return found, whole + timedelta(seconds=round(part * 86_400))
    return None


def _timed(
    day: date | None, clock: str | None, half: str | None, zone: str | None
) -> tuple[date, datetime | None] | None:
    if day is None:
        return None
    if clock is None:
        return day, None
    parts = clock.replace(",", ".").split(":")
    hour, minute = int(parts[0]), int(parts[1])
    seconds = float(parts[2]) if len(parts) > 2 else 0.0  # noqa: PLR2004 - seconds come third
    if half:
        hour = hour % 12 + (12 if half.lower() == "pm" else 0)
    if hour > 23 or minute > 59 or seconds >= 60:  # noqa: PLR2004 - a day's clock
        return None
    whole = datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001 - the zone follows
    moment = whole + timedelta(microseconds=round(seconds * 1_000_000))
    if zone:
        moment = moment.replace(tzinfo=_zone(zone))
    return day, moment


def _zone(text: str) -> Any:
    if text.upper() == "Z":
        return UTC
    return datetime.strptime(text.replace(":", ""), "%z").tzinfo


def is_empty(text: str) -> bool:
    """Return whether a cell stands for no date: nothing, or noughts as in 0/0/00."""
    return not text or _EMPTY.fullmatch(text) is not None


def shown(text: str, *, day_first: bool) -> str:
    """Return an ambiguous date in words as it reads in one of both orders."""
    found = DateReader(day_first, ZoneInfo("UTC")).parse(text)
    return f"{found[0].day} {found[0]:%B %Y}" if found else text


def both_ways(samples: Sequence[str]) -> tuple[tuple[str, date | None, date | None], ...]:
    """Return ambiguous dates with what each is when the day comes first, and when the month does."""
    by_day, by_month = (DateReader(first, ZoneInfo("UTC")) for first in (True, False))
    found = []
    for text in samples:
        one, other = by_day.parse(text), by_month.parse(text)
        found.append((text, one[0] if one else None, other[0] if other else None))
    return tuple(found)


def choices(samples: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return the two answers to the question of order, each with what the samples would mean."""
    return tuple(
        (answer, ", ".join(shown(one, day_first=first) for one in samples))
        for answer, first in (("true", True), ("false", False))
    )
