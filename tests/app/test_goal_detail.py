"""A goal looked at closely equals what a plain count of the leads says, on both engines."""

from datetime import date, timedelta
from decimal import Decimal
from statistics import median
from typing import Any

import pytest
import sqlalchemy as sa

from app import goal_detail, goals, sample
from app.errors import KnownError
from app.goal_detail import GoalDetail
from app.periods import following, local_day, unit_start
from app.workspace import Workspace
from db.models import Lead
from db.rows import table_of

DAY = timedelta(days=1)


@pytest.fixture
def period(workspace: Workspace) -> tuple[date, date]:
    """Ninety days of which sixty are over, today among them, of the made-up company."""
    workspace.write(sample.make)
    today = local_day(workspace.context().now, workspace.context().zone)
    return today - 59 * DAY, today + 30 * DAY


def goal(workspace: Workspace, days: tuple[date, date], metric: str, **more: Any) -> GoalDetail:
    values = {"name": metric, "metric": metric, "target": Decimal(60), "starts": days[0], "ends": days[1], **more}
    change = workspace.write(goals.create, values)
    return workspace.read(goal_detail.detail, change.entries[0].id)


def counted(workspace: Workspace, column: str, days: tuple[date, date]) -> list[Any]:
    """Return the leads whose moment lies in these days, counted one by one."""
    context, lead = workspace.context(), table_of(Lead)
    with workspace.reading() as session:
        rows = session.execute(sa.select(lead).where(lead.c.deleted_at.is_(None), lead.c[column].is_not(None))).all()
    at = [(getattr(row, column), row) for row in rows]
    inside = [(moment, row) for moment, row in at if days[0] <= local_day(moment, context.zone) <= days[1]]
    return [row for moment, row in inside if moment <= context.now]


def by_marketing(workspace: Workspace, row: Any) -> bool:
    member = workspace.context().members.get(row.recorded_by)
    return row.campaign_id is not None or (member is not None and member.team == "marketing")


def test_a_count_with_its_teams(workspace: Workspace, period: tuple[date, date]) -> None:
    found = goal(workspace, period, "mqls")
    now = counted(workspace, "mql_at", period)
    assert found.then is not None
    then = counted(workspace, "mql_at", found.then)
    assert found.count == len(now) > 0
    assert {one.id for one in found.leads} == {row.id for row in sorted(now, key=lambda row: row.mql_at)[-100:]}
    assert [one.at for one in found.leads] == sorted((one.at for one in found.leads), reverse=True)
    assert {one.id: one.marketing for one in found.leads} == {
        row.id: by_marketing(workspace, row) for row in now if row.id in {one.id for one in found.leads}
    }
    drivers = {one.what: one for one in found.drivers}
    for driver, wanted in ((drivers["marketing"], True), (drivers["sales"], False)):
        for told, rows in ((driver.now, now), (driver.then, then)):
            assert told == sum(by_marketing(workspace, row) == wanted for row in rows)
    ages = [(row.mql_at - row.created_at) / DAY for row in now]
    assert float(drivers["days"].now or 0) == pytest.approx(median(ages))
    assert sum(part.marketing + part.sales for _, part in found.progress.within) == len(now)


def test_money_with_its_average(workspace: Workspace, period: tuple[date, date]) -> None:
    found = goal(workspace, period, "pipeline", target=Decimal(3_000_000))
    worth = [row for row in counted(workspace, "opportunity_at", period) if row.value is not None]
    drivers = {one.what: one for one in found.drivers}
    assert drivers["leads"].now == len(worth) == found.count
    assert drivers["average"].now == sum(row.value for row in worth) / len(worth)
    assert {one.id: one.amount for one in found.leads} == {row.id: row.value for row in worth}


def test_answers_in_time_tell_how_long_they_took(workspace: Workspace, period: tuple[date, date]) -> None:
    found = goal(workspace, period, "answered_within", hours=4)
    assert [one.what for one in found.drivers] == ["leads", "answer_hours", "unanswered"]
    assert found.drivers[0].now == found.count == len(counted(workspace, "created_at", period))
    part = found.progress.part
    unanswered = found.drivers[2].now
    assert unanswered is not None
    assert 0 < unanswered <= part.cases - part.kept


def test_the_pace_ends_at_the_target_and_rests_when_nobody_works(
    workspace: Workspace, period: tuple[date, date]
) -> None:
    found = goal(workspace, period, "won")
    assert found.pace[-1] == (period[1], Decimal(60))
    steps = dict(zip([day for day, _ in found.pace[1:]], zip(found.pace, found.pace[1:], strict=False), strict=True))
    weekend = [now - before for day, ((_, before), (_, now)) in steps.items() if day.weekday() >= 5]
    assert set(weekend) == {Decimal(0)}


def test_what_is_entered_by_hand_has_no_leads(workspace: Workspace) -> None:
    days = date(2026, 1, 1), date(2026, 1, 31)
    found = goal(workspace, days, "manual")
    assert (found.drivers, found.leads, found.count, found.then) == ((), (), 0, None)


def test_a_goal_that_has_not_begun_is_compared_with_nothing(workspace: Workspace) -> None:
    first = following(unit_start(local_day(workspace.context().now, workspace.context().zone), "year"), "year")
    found = goal(workspace, (first, following(first, "quarter") - DAY), "won")
    assert (found.then, found.drivers, found.count) == (None, (), 0)


def test_of_periods_that_are_no_months_as_many_days_before(workspace: Workspace) -> None:
    first = unit_start(local_day(workspace.context().now, workspace.context().zone) - timedelta(days=30), "week")
    found = goal(workspace, (first, first + timedelta(days=13)), "won")
    assert found.then == (first - timedelta(days=14), first - timedelta(days=3))  # to its second Friday


def test_days_before_that_hold_more_working_days_are_cut_short(workspace: Workspace) -> None:
    first = unit_start(local_day(workspace.context().now, workspace.context().zone) - timedelta(days=30), "week")
    found = goal(workspace, (first + timedelta(days=3), first + timedelta(days=12)), "won")  # Thursday to Saturday
    assert found.then == (first - timedelta(days=7), first + timedelta(days=1))  # seven of both, Wednesday left out


def test_a_quarter_is_compared_with_the_quarter_before(workspace: Workspace) -> None:
    first = unit_start(local_day(workspace.context().now, workspace.context().zone), "quarter")
    found = goal(workspace, (first, following(first, "quarter") - DAY), "won")
    assert found.then is not None
    assert found.then[0] == unit_start(first - DAY, "quarter")
    assert found.then[1] < first


def test_one_that_is_gone(workspace: Workspace) -> None:
    with pytest.raises(KnownError):
        workspace.read(goal_detail.detail, 404)
