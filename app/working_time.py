"""When the workspace works: its hours by weekday, and the days off of a country with those of one's own.

The days are kept in the workspace, by name, years ahead: all laptops reckon with the same ones, whatever they know of a
country, and a clock of last year stays what it was when a country changes its law. `holidays` of the workspace has the
same days for the clocks to read; every clock is right again with the next read.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app import things
from app.context import Context
from app.errors import RefusedError, UsageError
from app.periods import local_day
from db.journal import write_of

YEARS_BACK, YEARS_AHEAD = 2, 9
"""Which years of a country's days are kept, counted from this one."""
_LEFT = 5
"""With fewer years than these ahead, those that follow are filled in."""
_MINUTES = 24 * 60
_WEEK = range(7)
LONGEST_NAME = 200
_KIND, _ROW = "workspace", 1


@dataclass(frozen=True, slots=True)
class DaysOff:
    """The days off: `names` by day, in order; those in `own` were added by hand, those in `worked` taken away by hand.

    `country` is an ISO 3166 code, "" where no country is followed; `subdivision` one of its parts, or "". `until` is
    the last year that was filled in.
    """

    country: str = ""
    subdivision: str = ""
    until: int = 0
    names: Mapping[date, str] = field(default_factory=dict)
    own: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    def of_year(self, year: int) -> list[tuple[date, str]]:
        """Return a year's days with their names, in order."""
        return [(day, name) for day, name in self.names.items() if day.year == year]


def countries(session: Session) -> Mapping[str, Sequence[str]]:
    """Return the codes of all countries whose days are known, each with those of its subdivisions."""
    del session
    known = _library().list_supported_countries(include_aliases=False)
    return {code: tuple(parts) for code, parts in sorted(known.items())}


def days_off(session: Session) -> DaysOff:
    """Return the days off as they are kept."""
    row = things.read(session, _KIND, _ROW)
    return _read(row["calendar"] or {}, row["holidays"])


def follow(session: Session, country: str, subdivision: str = "") -> None:
    """Take over a country's days off, "" for no country's; days of one's own stay, days taken away come back.

    Raises:
        RefusedError: the one who acts is no admin.
        UsageError: no days are known of such a country or such a part of it.
    """
    _check_right(session)
    found = days_off(session)
    country, subdivision = country.strip().upper(), subdivision.strip()
    year = _year(session)
    kept = {day: found.names[day] for day in found.own}
    until = year + YEARS_AHEAD if country else 0
    more = _of_country(country, subdivision, range(year - YEARS_BACK, until + 1)) if country else {}
    _write(session, DaysOff(country, subdivision if country else "", until, more | kept, found.own))


def add(session: Session, day: date, name: str = "") -> None:
    """Make a day one on which nobody works, or give it another name.

    Raises:
        RefusedError: the one who acts is no admin.
        UsageError: the name is too long.
    """
    _check_right(session)
    if len(name) > LONGEST_NAME:
        raise UsageError("A day's name may have {most} characters at most.", most=LONGEST_NAME)
    found = days_off(session)
    own = found.own | {day}
    names = dict(found.names) | {day: " ".join(name.split())}
    _write(session, DaysOff(found.country, found.subdivision, found.until, names, own, found.worked - {day}))


def remove(session: Session, day: date) -> None:
    """Make a day off an ordinary one again; one of the country's stays so when years are filled in.

    Raises:
        RefusedError: the one who acts is no admin.
        UsageError: it is no day off.
    """
    _check_right(session)
    found = days_off(session)
    if day not in found.names:
        raise UsageError("{day} is no day off.", day=day.isoformat())
    names = {one: name for one, name in found.names.items() if one != day}
    worked = found.worked | ({day} if found.country else set())
    _write(session, DaysOff(found.country, found.subdivision, found.until, names, found.own - {day}, worked))


def set_hours(session: Session, week: Mapping[int, Iterable[tuple[int, int]]]) -> None:
    """Set the hours of work: by weekday (0 is Monday) spans from and to minutes of the day, in order.

    Raises:
        RefusedError: the one who acts is no admin.
        UsageError: a span ends before it begins, two overlap, or nobody would ever work.
    """
    _check_right(session)
    kept: dict[str, list[list[int]]] = {}
    for weekday, spans in sorted(week.items()):
        last = 0
        for start, end in spans:
            if weekday not in _WEEK or not last <= start < end <= _MINUTES:
                raise UsageError("Hours of work go forward, without overlapping, from 00:00 to 24:00.")
            kept.setdefault(str(weekday), []).append([start, end])
            last = end
    if not kept:
        raise UsageError("Somebody has to work at some time of the week, or no clock ever runs out.")
    _save(session, {"working_hours": kept})


def lacking(session: Session) -> int:
    """Return the last year of which the country's days are kept where more are to be filled in by me, else 0."""
    context: Context = session.info["context"]
    if not may_change(context):
        return 0
    found = days_off(session)
    near = found.until < local_day(context.now, context.zone).year + _LEFT
    return found.until if found.country and near else 0


def extend(session: Session) -> None:
    """Fill in the country's days of the years that follow; done twice, it changes nothing more."""
    if not lacking(session):
        return
    found = days_off(session)
    until = _year(session) + YEARS_AHEAD
    more = _of_country(found.country, found.subdivision, range(found.until + 1, until + 1))
    names = {day: name for day, name in more.items() if day not in found.worked} | dict(found.names)
    _write(session, DaysOff(found.country, found.subdivision, until, names, found.own, found.worked))


def may_change(context: Context) -> bool:
    """Return whether whoever acts may change when the workspace works: an admin."""
    return context.me is not None and context.me.role == "admin"


def _check_right(session: Session) -> None:
    if not may_change(session.info["context"]):
        raise RefusedError("Only an admin may change when the workspace works.")


def _year(session: Session) -> int:
    context: Context = session.info["context"]
    return local_day(write_of(session).now, context.zone).year


def _library() -> Any:
    import holidays  # noqa: PLC0415 - takes as long as the rest of the program, and is wanted once a year

    return holidays


def _of_country(country: str, subdivision: str, years: Iterable[int]) -> dict[date, str]:
    holidays = _library()
    known = holidays.list_supported_countries(include_aliases=False)
    if country not in known:
        raise UsageError("No days off are known of “{country}”. Write its two letters, as in ES.", country=country)
    if subdivision and subdivision not in known[country]:
        raise UsageError(
            "“{part}” is no part of {country}. Choose one of: {known}.",
            part=subdivision,
            country=country,
            known=", ".join(known[country]) or "–",
        )
    # In the country's own language, whatever this computer speaks: all see the same.
    language = getattr(holidays, country).default_language
    found = holidays.country_holidays(country, subdiv=subdivision or None, years=years, language=language)
    return {day: str(name) for day, name in sorted(found.items())}


def _read(kept: Mapping[str, Any], holidays: Iterable[str]) -> DaysOff:
    names = dict.fromkeys(holidays, "") | dict(kept.get("names", {}))
    return DaysOff(
        country=kept.get("country", ""),
        subdivision=kept.get("subdivision", ""),
        until=kept.get("until", 0),
        names={date.fromisoformat(day): names[day] for day in sorted(holidays)},
        own=frozenset(map(date.fromisoformat, kept.get("own", ()))),
        worked=frozenset(map(date.fromisoformat, kept.get("worked", ()))),
    )


def _write(session: Session, found: DaysOff) -> None:
    days = sorted(found.names)
    kept = {
        "country": found.country,
        "subdivision": found.subdivision,
        "until": found.until,
        "names": {day.isoformat(): found.names[day] for day in days if found.names[day]},
        "own": sorted(day.isoformat() for day in found.own),
        "worked": sorted(day.isoformat() for day in found.worked),
    }
    _save(session, {"calendar": kept, "holidays": [day.isoformat() for day in days]})


def _save(session: Session, values: Mapping[str, Any]) -> None:
    write_of(session).subject = things.edit(session, _KIND, _ROW, values)["company"]
