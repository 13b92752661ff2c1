"""What the database counts is what one counts by hand, on random histories, on both engines."""

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import reports
from app.reports import Question
from app.reports.answer import Answer
from app.workspace import Workspace
from tests.app.reports import recount
from tests.app.reports.recount import Life, lives
from tests.helpers.histories import History, add_members, clear, load

NOW = datetime(2026, 3, 30, 12, tzinfo=UTC)
START = datetime(2025, 2, 1, tzinfo=UTC)
STAGES = 9
few = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def histories(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Leads by the numbers of members and stages, which differ from workspace to workspace."""
    found = []
    for _ in range(draw(st.integers(0, 25))):
        created = START + timedelta(minutes=draw(st.integers(0, 400 * 24 * 60)))
        moment, entries = created, []
        for _ in range(draw(st.integers(1, 6))):
            entries.append((moment, draw(st.integers(0, STAGES - 1))))
            moment += timedelta(minutes=draw(st.integers(1, 60 * 24 * 60)))
        found.append(
            {
                "created": created - timedelta(minutes=draw(st.sampled_from([0, 0, 90]))),
                "entries": [entry for entry in entries if entry[0] <= NOW] or entries[:1],
                "source": draw(st.sampled_from([None, "", "web", "Messe", "unknown"])),
                "owner": draw(st.sampled_from([None, 0, 1])),
                "value": draw(st.one_of(st.none(), st.integers(0, 10**9).map(lambda cents: Decimal(cents) / 100))),
                "currency": draw(st.sampled_from([None, "EUR", "USD"])),
                "expected": draw(st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2026, 12, 31)))),
                "deleted": draw(st.integers(0, 9)) == 0,
            }
        )
    return found


def fill(workspace: Workspace, drawn: list[dict[str, Any]]) -> list[History]:
    members = workspace.context().members
    if len(members) < 3:
        add_members(workspace, ["Mia"], "marketing")
        add_members(workspace, ["Sam"], "sales")
        members = workspace.context().members
    owners = [number for number, member in sorted(members.items()) if member.name in {"Mia", "Sam"}]
    stages = [stage.id for stage in workspace.context().board()]
    found = [
        History(
            one["created"],
            tuple((moment, stages[place]) for moment, place in one["entries"]),
            source=one["source"],
            owner_id=None if one["owner"] is None else owners[one["owner"]],
            value=one["value"],
            currency=one["currency"],
            expected_close=one["expected"],
            deleted_at=NOW if one["deleted"] else None,
        )
        for one in drawn
    ]
    clear(workspace)
    load(workspace, found)
    return found


def answer(workspace: Workspace, question: Question, now: datetime = NOW) -> Answer:
    with workspace.reading() as session:
        session.info["context"] = session.info["context"].at(now)
        return reports.make(session, question)


def by_source(life: Life) -> str:
    return life.history.source or ""


def owner_name(workspace: Workspace) -> Any:
    members = workspace.context().members
    return lambda life: "" if life.history.owner_id is None else members[life.history.owner_id].name


periods = st.sampled_from([(None, None), (date(2025, 4, 1), date(2025, 10, 26)), (date(2025, 3, 30), None)])
moments = st.sampled_from([None, datetime(2025, 10, 26, 0, 30, tzinfo=UTC), datetime(2025, 12, 1, tzinfo=UTC)])


@few
@given(
    drawn=histories(),
    window=st.sampled_from([None, 0, 30, 90]),
    pair=st.sampled_from([("lead", "customer"), ("lead", "mql"), ("mql", "sql"), ("sal", "opportunity")]),
    period=periods,
    as_of=moments,
)
def test_conversion(
    shared: Workspace,
    drawn: list[dict[str, Any]],
    window: int | None,
    pair: tuple[str, str],
    period: tuple[date | None, date | None],
    as_of: datetime | None,
) -> None:
    found = lives(shared.context(), fill(shared, drawn), as_of)
    now = as_of or NOW
    for by, key in (("month", None), ("source", by_source), ("owner", owner_name(shared))):
        expected = recount.conversion(found, pair, window, now, period, key)
        got = answer(shared, Question("conversion", by, *period, window, as_of, pair))
        assert {row["key"]: (row["entered"], row["converted"], row["open"]) for row in got.rows} == expected
        sums = tuple(sum(one[place] for one in expected.values()) for place in range(3))
        assert (got.total["entered"], got.total["converted"], got.total["open"]) == sums
        assert got.open == sums[2]


@few
@given(drawn=histories(), period=periods, as_of=moments)
def test_pairs_and_flow(
    shared: Workspace, drawn: list[dict[str, Any]], period: tuple[date | None, date | None], as_of: datetime | None
) -> None:
    context = shared.context()
    found = lives(context, fill(shared, drawn), as_of)
    got = answer(shared, Question("conversion", None, *period, 90, as_of))
    pairs = list(zip(recount.MILESTONES, recount.MILESTONES[1:], strict=False))
    assert [row["key"] for row in got.rows] == [":".join(pair) for pair in pairs]
    for pair, row in zip(pairs, got.rows, strict=True):
        expected = recount.conversion(found, pair, 90, as_of or NOW, period, lambda _: "all").get("all", (0, 0, 0))
        assert (row["entered"], row["converted"], row["open"]) == expected
    flow = answer(shared, Question("flow", None, *period, 90, as_of))
    for pair, row in zip(pairs, flow.rows, strict=True):
        counts = [sum(recount.inside(context, life.first(one), *period) for life in found) for one in pair]
        assert [row["entered"], row["reached"]] == counts
    by_month = answer(shared, Question("flow", "month", *period, 90, as_of))
    for row in by_month.rows:
        both = [
            sum(
                recount.inside(context, moment, *period)
                and recount.local(context, moment).strftime("%Y-%m") == row["key"]
                for life in found
                if (moment := life.first(one)) is not None
            )
            for one in ("lead", "customer")
        ]
        assert [row["entered"], row["reached"]] == both


@few
@given(drawn=histories(), period=periods, as_of=moments)
def test_wins_and_cycles(
    shared: Workspace, drawn: list[dict[str, Any]], period: tuple[date | None, date | None], as_of: datetime | None
) -> None:
    context = shared.context()
    found = lives(context, fill(shared, drawn), as_of)
    closed = [life for life in found if recount.inside(context, life.closed, *period)]
    keys = {"source": by_source, "month": lambda life: recount.local(context, life.closed).strftime("%Y-%m")}
    for by, key in keys.items():
        groups: dict[str, list[Life]] = defaultdict(list)
        for life in closed:
            groups[key(life)].append(life)
        wins = answer(shared, Question("wins", by, *period, 90, as_of))
        assert {row["key"] for row in wins.rows} == groups.keys()
        for row in [*wins.rows, wins.total | {"key": None}]:
            lot = closed if row["key"] is None else groups[row["key"]]
            assert [row["won"], row["lost"]] == [sum(life.state == one for life in lot) for one in ("won", "lost")]
            for state, name in (("won", "value"), ("lost", "lost_value")):
                sums: dict[str, Decimal] = defaultdict(Decimal)
                for life in lot:
                    if life.state == state and life.history.value is not None:
                        sums[life.history.currency or "EUR"] += life.history.value
                assert {one["currency"]: Decimal(one["amount"]) for one in row[name]} == sums
        assert wins.open == sum(life.state == "open" for life in found)
        cycles = answer(shared, Question("cycle", by, *period, 90, as_of))
        for row in [*cycles.rows, cycles.total | {"key": None}]:
            _check_cycle(row, closed if row["key"] is None else groups[row["key"]])


def _check_cycle(row: dict[str, Any], lot: list[Life]) -> None:
    for state, prefix in (("won", ""), ("lost", "lost_")):
        mine = [life for life in lot if life.state == state]
        for name, begin in (
            ("cycle", lambda one: one.first("opportunity")),
            ("to_close", lambda one: one.history.created),
        ):
            spans = [(life, begin(life), life.closed) for life in mine if begin(life) is not None]
            exact = [recount.days(before, after) for _, before, after in spans if after]
            dates = [recount.calendar(life.context, before, after) for life, before, after in spans if after]
            assert_spread(row[f"{prefix}{name}"], exact)
            assert_spread(row[f"{prefix}{name}_calendar"], dates)


def assert_spread(block: dict[str, Any], values: list[Any]) -> None:
    assert block["n"] == len(values)
    parts = {"min": 0.0, "p25": 0.25, "median": 0.5, "p75": 0.75, "p90": 0.9, "max": 1.0}
    assert {name: block[name] for name in parts} == {
        name: None if not values else pytest.approx(recount.share(values, part), abs=1e-6)
        for name, part in parts.items()
    }
    assert block["mean"] == (pytest.approx(sum(values) / len(values), abs=1e-6) if values else None)


@few
@given(drawn=histories(), period=periods, as_of=moments, by=st.sampled_from([None, "source", "team"]))
def test_time_in_stage(
    shared: Workspace,
    drawn: list[dict[str, Any]],
    period: tuple[date | None, date | None],
    as_of: datetime | None,
    by: str | None,
) -> None:
    context = shared.context()
    found = lives(context, fill(shared, drawn), as_of)
    members = context.members
    team = lambda life: "" if life.history.owner_id is None else members[life.history.owner_id].team  # noqa: E731
    key = {None: lambda _: "", "source": by_source, "team": team}[by]
    got = answer(shared, Question("stage-time", by, *period, 90, as_of))
    seen = {(key(life), context.stages[stage].name) for life in found for stage, *_ in life.stays()}
    rows = {(row["key"] if by else "", row["stage"] if by else row["key"]): row for row in got.rows}
    assert rows.keys() == seen
    for (group, name), row in rows.items():
        mine = [life for life in found if key(life) == group]
        _check_stage(context.stage(name).id, mine, row, period, as_of or NOW)


def _check_stage(
    stage: int, mine: list[Life], row: dict[str, Any], period: tuple[date | None, date | None], now: datetime
) -> None:
    sums, dates, ages, forward, entered, count = [], [], [], [], 0, 0
    for life in mine:
        context = life.context
        stays = [one for one in life.stays() if one[0] == stage]
        count += len(stays)
        if stays and recount.inside(context, stays[0][1], *period):
            entered += 1
        for _, came, left, following in stays:
            if left is None:
                ages.append(recount.days(came, now))
            elif following is not None and recount.inside(context, left, *period):
                after = context.stages[following]
                if after.kind != "lost" and after.position > context.stages[stage].position:
                    forward.append(recount.days(came, left))
        lefts = [left for _, _, left, _ in stays]
        if stays and None not in lefts and recount.inside(context, lefts[-1], *period):
            sums.append(sum(recount.days(came, left) for _, came, left, _ in stays if left))
            dates.append(sum(recount.calendar(context, came, left) for _, came, left, _ in stays if left))
    assert (row["stays"], row["entered"], row["left"], row["open"]) == (count, entered, len(sums), len(ages))
    assert_spread(row["time"], sums)
    assert_spread(row["time_calendar"], dates)
    assert_spread(row["age"], ages)
    agreed = mine[0].context.stages[stage].rot_days
    assert row["agreed_days"] == agreed
    assert row["over"] == (None if agreed is None else sum(age > agreed for age in ages))
    limit = recount.share(forward, 0.75) if len(forward) >= 20 else agreed
    assert row["rot_sample"] == len(forward)
    assert row["rot_limit"] == (None if limit is None else pytest.approx(limit, abs=1e-6))


@few
@given(drawn=histories(), as_of=moments)
def test_weighted_pipeline(shared: Workspace, drawn: list[dict[str, Any]], as_of: datetime | None) -> None:
    context = shared.context()
    found = [life for life in lives(context, fill(shared, drawn), as_of) if life.state == "open"]
    names = {
        "stage": lambda life: context.stages[life.stage].name,
        "month": lambda life: life.history.expected_close.strftime("%Y-%m") if life.history.expected_close else "",
    }
    for by, name in names.items():
        got = answer(shared, Question("pipeline", by, as_of=as_of))
        assert {row["key"] for row in got.rows} == {name(life) for life in found}
        for row in got.rows:
            lot = [life for life in found if name(life) == row["key"]]
            assert row["leads"] == len(lot)
            sums: dict[str, Decimal] = defaultdict(Decimal)
            for life in lot:
                if life.history.value is not None:
                    chance = Decimal(context.stages[life.stage].probability) / 100
                    part = (life.history.value * chance).quantize(Decimal("0.01"), ROUND_HALF_UP)
                    sums[life.history.currency or "EUR"] += part
            assert {one["currency"]: Decimal(one["amount"]) for one in row["weighted"]} == sums
