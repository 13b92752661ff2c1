"""The command for when the workspace works: hours by weekday, days off of a country and of one's own."""

import argparse
import re
from datetime import MAXYEAR, MINYEAR

from app import working_time
from app.commands.common import Command, WrongUsageError, answer, day, integer, opened, workspace_argument
from app.workspace import Workspace

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SPAN = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")


def _arguments(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument(
        "--hours",
        metavar="DAY=SPANS",
        action="append",
        default=[],
        help="as in mon=09:00-13:00,14:00-18:00, or sat= for none; again for each day",
    )
    parser.add_argument("--country", metavar="CODE", help="follow a country's days off, as in ES or ES-MD; - for none")
    parser.add_argument("--off", metavar="DAY[=NAME]", action="append", default=[], help="nobody works on that day")
    parser.add_argument("--on", metavar="DAY", action="append", default=[], help="people work on that day after all")
    parser.add_argument("--year", type=integer, help="list the days off of that year; else of this one")


def _calendar(given: argparse.Namespace) -> int:
    if given.year is not None and not MINYEAR <= given.year <= MAXYEAR:
        raise WrongUsageError(f"“{given.year}” is no year. Write it as in --year 2027.")
    with opened(given) as made:
        _change(given, made)
        info, found = made.info, made.read(working_time.days_off)
        year = given.year or made.context().now.astimezone(made.context().zone).year
    days = found.of_year(year)
    document = {
        "timezone": info.timezone,
        "hours": {name: info.working_hours.get(str(place), []) for place, name in enumerate(_DAYS)},
        "country": found.country,
        "subdivision": found.subdivision,
        "days_off": [{"day": one.isoformat(), "name": name, "own": one in found.own} for one, name in days],
    }
    hours = [f"  {name}  {_said(info.working_hours.get(str(place), []))}" for place, name in enumerate(_DAYS)]
    whose = "-".join(part for part in (found.country, found.subdivision) if part) or "no country's"
    listed = [f"  {one.isoformat()}  {name}{' (own)' if one in found.own else ''}".rstrip() for one, name in days]
    text = [f"Working hours, {info.timezone}", *hours, "", f"Days off of {year} ({whose})", *(listed or ["  none"])]
    answer(given, document, "\n".join(text))
    return 0


def _change(given: argparse.Namespace, made: Workspace) -> None:
    if given.hours:
        week = {int(place): [(start, end) for start, end in spans] for place, spans in made.info.working_hours.items()}
        made.write(working_time.set_hours, week | dict(map(_hours, given.hours)))
    if given.country is not None:
        country, _, part = given.country.strip("-").partition("-")
        made.write(working_time.follow, country, part)
    for text in given.off:
        off, _, name = text.partition("=")
        made.write(working_time.add, day("--off", off), name)
    for text in given.on:
        made.write(working_time.remove, day("--on", text))


def _hours(text: str) -> tuple[int, list[tuple[int, int]]]:
    name, _, spans = text.partition("=")
    found = [_SPAN.fullmatch(span.strip()) for span in spans.split(",") if span.strip()]
    if name.strip().lower() not in _DAYS or not all(found):
        raise WrongUsageError(f"“{text}” are no hours. Write them as in mon=09:00-13:00,14:00-18:00.")
    numbers = [tuple(map(int, one.groups())) for one in found if one is not None]
    return _DAYS.index(name.strip().lower()), [(a * 60 + b, c * 60 + d) for a, b, c, d in numbers]


def _said(spans: list[list[int]]) -> str:
    return ", ".join(f"{a // 60:02}:{a % 60:02}-{b // 60:02}:{b % 60:02}" for a, b in spans) or "-"


COMMANDS = {"calendar": Command("shows or sets working hours and days off", _arguments, _calendar)}
