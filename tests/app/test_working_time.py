"""Working hours and days off: of a country, of one's own, right in every clock at once."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import things, working_time
from app import workspace as door
from app.clocks import Calendar, hours_of
from app.context import Context
from app.errors import RefusedError, UsageError
from app.undo import undo
from app.workspace import Workspace
from db.models import Journal
from tests.helpers.commands import run

HOUR = 3_600_000_000
LONG_AGO = 2025


def calendar(context: Context) -> Calendar:
    return Calendar(hours_of(context.info.working_hours, context.info.holidays, context.zone))


def worked(workspace: Workspace, first: datetime, last: datetime) -> float:
    """Return the hours worked between two moments, as every clock reckons them."""
    starts, ends = (int(one.timestamp() * 1_000_000) for one in (first, last))
    return calendar(workspace.context()).elapsed(starts, ends) / HOUR


def test_a_country_brings_its_days_and_every_clock_leaves_them_out(workspace: Workspace) -> None:
    christmas = datetime(2026, 12, 24, 0, tzinfo=UTC), datetime(2026, 12, 26, 0, tzinfo=UTC)
    assert worked(workspace, *christmas) == 16
    workspace.write(working_time.follow, "es", "MD")
    assert worked(workspace, *christmas) == 8
    found = workspace.read(working_time.days_off)
    assert (found.country, found.subdivision) == ("ES", "MD")
    assert found.names[date(2026, 12, 25)] == "Natividad del Señor"
    assert date(2026, 5, 2) in found.names  # Madrid's own
    assert workspace.info.holidays == tuple(day.isoformat() for day in found.names)
    workspace.write(undo)
    assert workspace.read(working_time.days_off).names == {}
    assert worked(workspace, *christmas) == 16


def test_days_of_ones_own_outlive_a_change_of_country(workspace: Workspace) -> None:
    workspace.write(working_time.follow, "DE", "")
    workspace.write(working_time.add, date(2026, 12, 24), "  Closed   early ")
    workspace.write(working_time.remove, date(2026, 10, 3))
    found = workspace.read(working_time.days_off)
    assert found.names[date(2026, 12, 24)] == "Closed early"
    assert date(2026, 10, 3) not in found.names
    assert found.worked == {date(2026, 10, 3)}
    workspace.write(working_time.follow, "FR")
    found = workspace.read(working_time.days_off)
    assert date(2026, 12, 24) in found.own
    assert date(2026, 7, 14) in found.names
    workspace.write(working_time.follow, "")
    assert list(workspace.read(working_time.days_off).names) == [date(2026, 12, 24)]


def test_a_day_off_that_is_put_on_today_stops_the_clock_at_once(workspace: Workspace) -> None:
    day = workspace.context().now.astimezone(workspace.context().zone).date()
    while day.weekday() > 4:
        day = date.fromordinal(day.toordinal() + 1)
    zone = workspace.context().zone
    whole = datetime(day.year, day.month, day.day, tzinfo=zone), datetime(day.year, day.month, day.day, 23, tzinfo=zone)
    assert worked(workspace, *whole) == 8
    workspace.write(working_time.add, day, "Flooded")
    assert worked(workspace, *whole) == 0
    workspace.write(working_time.remove, day)
    assert worked(workspace, *whole) == 8
    assert workspace.read(working_time.days_off).worked == frozenset()  # no country's day, so nothing to remember


def test_years_are_filled_in_once_by_whoever_may(file_url: str) -> None:
    with door.open_workspace(file_url, clock=lambda: datetime(2026, 6, 1, tzinfo=UTC)) as made:
        made.write(working_time.follow, "GB", "ENG")
        made.write(working_time.remove, date(2026, 8, 31))
        assert not made.read(working_time.lacking)
        assert made.write(working_time.extend).entries == ()
    with door.open_workspace(file_url, clock=lambda: datetime(2033, 1, 2, tzinfo=UTC)) as made:
        before = made.read(working_time.days_off)
        assert made.read(working_time.lacking) == 2026 + working_time.YEARS_AHEAD
        made.write(working_time.extend)
        after = made.read(working_time.days_off)
        assert after.until == 2033 + working_time.YEARS_AHEAD
        assert date(2040, 12, 25) in after.names
        assert after.names.items() >= before.names.items()
        assert after.worked == before.worked
        assert made.write(working_time.extend).entries == ()


def test_of_two_who_open_it_at_once_one_fills_the_years_in(url: str) -> None:
    with door.open_workspace(url) as made:
        made.write(working_time.follow, "ES")
        made.write(_as_of_long_ago)
    with door.open_workspace(url) as one, door.open_workspace(url) as other, ThreadPoolExecutor() as pool:
        until = one.read(working_time.lacking)
        assert until == other.read(working_time.lacking) == LONG_AGO
        writes = [pool.submit(each.write, working_time.extend, op=f"days-off-{until}") for each in (one, other)]
        assert any(write.result().entries for write in writes)
        assert one.read(_times_extended) == 1
        for each in (one, other):
            found = each.read(working_time.days_off)
            assert date(found.until, 12, 25) in found.names
            assert not each.read(working_time.lacking)
            assert each.write(working_time.extend).entries == ()
    with door.open_workspace(url) as made:
        kept = made.info.holidays
        assert len(kept) == len(set(kept))
        assert list(kept) == sorted(kept)


def _times_extended(session: Session) -> int:
    written = sa.select(sa.func.count()).where(Journal.act == "working_time.extend")
    return session.execute(written).scalar_one()


def _as_of_long_ago(session: Session) -> None:
    """Let no year be known beyond one that is past."""
    found = working_time.days_off(session)
    days = [day.isoformat() for day in found.names if day.year <= LONG_AGO]
    calendar = {"country": found.country, "subdivision": "", "until": LONG_AGO, "names": {}, "own": [], "worked": []}
    things.edit(session, "workspace", 1, {"calendar": calendar, "holidays": days})


def test_hours_of_work_are_set_by_the_day(workspace: Workspace) -> None:
    workspace.write(working_time.set_hours, {0: [(540, 780), (840, 1080)], 5: [(600, 720)]})
    monday = datetime(2026, 6, 1, tzinfo=UTC), datetime(2026, 6, 2, tzinfo=UTC)
    assert worked(workspace, *monday) == 8
    assert worked(workspace, datetime(2026, 6, 6, tzinfo=UTC), datetime(2026, 6, 7, tzinfo=UTC)) == 2
    for week in ({}, {0: [(600, 540)]}, {0: [(540, 780), (700, 800)]}, {7: [(0, 60)]}, {0: [(0, 1441)]}):
        with pytest.raises(UsageError):
            workspace.write(working_time.set_hours, week)


def test_what_is_no_country_no_part_and_no_day_off_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="XX"):
        workspace.write(working_time.follow, "XX")
    with pytest.raises(UsageError, match="Bavaria"):
        workspace.write(working_time.follow, "DE", "Bavaria")
    with pytest.raises(UsageError, match="no day off"):
        workspace.write(working_time.remove, date(2026, 3, 3))
    with pytest.raises(UsageError, match="200"):
        workspace.write(working_time.add, date(2026, 3, 3), "x" * 201)


def test_only_an_admin_changes_them(file_url: str) -> None:
    run("members", file_url, "add", "--name", "Sol", "--email", "sol@x.example", "--role", "lead")
    with (
        door.open_workspace(file_url, "sol@x.example") as made,
        pytest.raises(RefusedError, match="admin"),
    ):
        made.write(working_time.follow, "ES")


def test_the_command_shows_and_sets_them(url: str) -> None:
    for year in ("0", "-4", "10000"):
        assert "is no year" in run("calendar", url, "--year", year, code=2).stderr
    run("--json", "calendar", url, "--country", "ES-MD", "--off", "2026-12-24=Eve", "--on", "2026-01-06")
    days = {one["day"]: one for one in json.loads(run("--json", "calendar", url, "--year", "2026").stdout)["days_off"]}
    assert days["2026-12-24"] == {"day": "2026-12-24", "name": "Eve", "own": True}
    assert "2026-12-25" in days
    assert "2026-01-06" not in days
    run("calendar", url, "--hours", "fri=09:00-13:00,14:00-15:30", "--hours", "mon=")
    shown = run("calendar", url, "--year", "2026").stdout
    assert "fri  09:00-13:00, 14:00-15:30" in shown
    assert "mon  -" in shown
    assert "2026-12-24  Eve (own)" in shown
    assert "mon=09:00" in run("calendar", url, "--hours", "today=9", code=2).stderr
    assert "XX" in run("calendar", url, "--country", "XX", code=1).stderr
