"""The clocks of many handoffs judged at one moment, beside the bare sums of working time by day over the same rows.

python -m bench.clocks [HANDOFFS]
"""

import random
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from app import workspace as door
from app.clocks import day_span
from app.handoffs.many_clocks import clocks
from app.handoffs.times import MINUTE, Times
from bench.common import machine, pair
from db.types import to_micros

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Madrid")
DAYS = 180
RECEIVERS = 20
Row = tuple[int | None, int, int, int | None]


def made(count: int) -> list[Row]:
    """Return handoffs of the last months: a quarter in the pool, nine in ten answered."""
    draw = random.Random(count)  # noqa: S311 - data for a bench
    rows: list[Row] = []
    for _ in range(count):
        sent = to_micros(NOW) - draw.randrange(DAYS * 24 * 60) * MINUTE
        answered = sent + draw.randrange(3 * 24 * 60) * MINUTE if draw.random() < 0.9 else None
        receiver = None if draw.random() < 0.25 else draw.randrange(1, RECEIVERS + 1)
        rows.append((receiver, sent, draw.choice((240, 480, 960)), answered))
    return rows


def bare(rows: list[Row]) -> Any:
    """Return the worked time from sending to answer by sums over days of eight hours: nobody away, no due time."""
    first = date(2026, 1, 1)
    starts = [day_span(first + timedelta(days=n), first + timedelta(days=n), ZONE)[0] for n in range(400)]
    edges = np.array(starts, np.int64)
    worked = np.array([8 * 60 * MINUTE if (first + timedelta(days=n)).weekday() < 5 else 0 for n in range(400)])
    sums = np.concatenate(([0], np.cumsum(worked)))
    now = to_micros(NOW)
    sent = np.array([row[1] for row in rows], np.int64)
    ends = np.array([now if row[3] is None else row[3] for row in rows], np.int64)

    def done(moments: Any) -> Any:
        day = np.searchsorted(edges, moments, "right") - 1
        return sums[day] + np.clip(moments - edges[day] - 9 * 60 * MINUTE, 0, worked[day])

    return done(ends) - done(sent)


def main() -> None:
    """Measure."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    rows = made(count)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.tandem"
        with door.create(str(path), "Bench", ZONE.key, "EUR", clock=lambda: NOW) as opened:
            context = opened.context()
            me = context.me
            assert me is not None
            known = replace(context, members=dict.fromkeys(range(1, RECEIVERS + 1), me))
    week = [day_span(date(2026, 8, 3), date(2026, 8, 14), ZONE)]
    away = dict.fromkeys(range(1, RECEIVERS // 2 + 1), week)  # half of them were on holiday
    print(machine(), f"{count} handoffs")
    found = pair(
        "clocks, their calendars laid out anew", lambda: clocks(Times(known, away), rows, NOW), lambda: bare(rows)
    )
    print(found.line("promise: < 200 ms"))


if __name__ == "__main__":
    main()
