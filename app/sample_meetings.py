"""The goals, meetings and views of the sample."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from app import sample_words as words
from app.meeting_agenda import STANDARD
from app.periods import following, unit_start
from app.sample_base import Sample
from db.models import Decision, Goal, Meeting, MeetingItem, Task, Win

MEETINGS = 8


def goals(made: Sample) -> None:
    """Set the goals of the quarter."""
    starts = unit_start(made.today.date(), "quarter")
    period = {"starts": starts, "ends": following(starts, "quarter") - timedelta(days=1)}
    currency = made.context.info.currency
    made.add(
        Goal,
        [
            {
                "name": name,
                "metric": metric,
                "target": Decimal(target),
                "marketing_target": part(target, marketing),
                "sales_target": part(target, 100 - marketing),
                "currency": money,
                "hours": hours,
                "position": position,
                **period,
            }
            for position, (name, metric, target, marketing, money, hours) in enumerate(
                (
                    ("New qualified leads", "mqls", 120, 40, None, None),
                    ("Pipeline created", "pipeline", 3_600_000, 40, currency, None),
                    ("Leads answered within 4 h", "answered_within", 60, 0, None, 4),
                    ("Leads won", "won", 30, 40, None, None),
                )
            )
        ],
    )


def meetings(made: Sample) -> None:
    """Hold the meetings of the last months, all but the latest closed."""
    everybody = [*made.people["marketing"], *made.people["sales"]]
    meetings, items, decisions, tasks = [], [], [], []
    for back, number in zip(range(MEETINGS - 1, -1, -1), made.ids(Meeting, MEETINGS), strict=True):
        monday = made.today - timedelta(days=made.today.weekday() + 7 * back)
        starts = monday.replace(hour=10)
        closed = starts + timedelta(minutes=31) if back else None
        meetings.append(
            {
                "id": number,
                "title": "Marketing + sales weekly",
                "starts_at": starts,
                "ended_at": closed,
                "closed_at": closed,
                "present": everybody,
            }
        )
        items += [
            {"meeting_id": number, "title": "", "topic": topic, "position": position, "minutes": minutes}
            for position, (topic, minutes) in enumerate(STANDARD)
        ]
        decisions += [
            {"meeting_id": number, "text": text, "position": position}
            for position, text in enumerate(words.DECISIONS[: 3 if back == 0 else 1])
        ]
        tasks += _actions(number, starts, everybody, back)
    made.add(Meeting, meetings)
    made.add(MeetingItem, items)
    made.add(Decision, decisions)
    made.add(Task, tasks)
    made.add(
        Win,
        [
            {"title": title, "detail": detail, "at": made.ago(day), "member_id": everybody[day]}
            for day, (title, detail) in enumerate(words.WINS, 1)
        ],
    )


def _actions(meeting: int, starts: datetime, everybody: Sequence[int], back: int) -> list[dict[str, Any]]:
    done = words.ACTIONS_DONE
    chosen = words.ACTIONS if back == 0 else done[back % len(done) : back % len(done) + 1]
    return [
        {
            "meeting_id": meeting,
            "title": title,
            "owner_id": everybody[(position + back) % len(everybody)],
            "due_at": starts + timedelta(days=1 + 2 * position),
            "created_at": starts,
            "done_at": starts + timedelta(days=1) if back or position == len(words.ACTIONS) - 1 else None,
        }
        for position, title in enumerate(chosen)
    ]


def part(target: int, percent: int) -> Decimal | None:
    """Return a share of a target, None for nothing."""
    return Decimal(target * percent) / 100 if percent else None
