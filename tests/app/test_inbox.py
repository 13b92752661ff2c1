"""What waits for a member as the service reads it: clocks by working time."""

from datetime import UTC, datetime, timedelta

from app import inbox, leads, working_time
from app.agreement import drafts
from app.inbox_items import Item
from app.workspace import open_workspace
from tests.helpers.parties import Parties, draft_of, parties

FRIDAY = datetime(2026, 11, 27, 15, 30, tzinfo=UTC)  # 16:30 in Madrid
PLAYS = [
    {"key": "ring", "title": "First call", "within_minutes": 4 * 60, "doer": "owner"},
    {"key": "visit", "title": "Visit", "within_minutes": 12 * 60, "doer": "owner"},
]


def promised(both: Parties) -> None:
    """Publish a version that asks for two tasks of whoever has a new lead."""
    number = draft_of(both.marketing)
    both.marketing.write(drafts.rewrite, number, {"mql_points": None}, {"clause": [], "play": PLAYS})
    both.settle(number)


def test_a_promised_task_is_about_to_run_out_by_working_time(file_url: str) -> None:
    moment = [FRIDAY]
    with parties(file_url) as both:
        promised(both)
    with open_workspace(file_url, "mia@harbor.example", clock=lambda: moment[0]) as mine:
        assert mine.me is not None
        mine.write(leads.create, {"name": "Forty seats", "owner": mine.me.id})

        def waits() -> list[tuple[str, str, timedelta | None]]:
            items: list[Item] = list(mine.read(inbox.found).items)
            return [(one.group, one.text, one.left) for one in items]

        # On Monday at half past twelve: 68 hours by the clock on the wall, four of them worked.
        assert waits() == [("clocks", "First call", timedelta(hours=4)), ("tasks", "Visit", None)]
        moment[0] += timedelta(days=2)  # on Sunday half an hour is used, as on Friday evening
        assert waits()[0] == ("clocks", "First call", timedelta(hours=3, minutes=30))
        moment[0] = datetime(2026, 11, 30, 16, tzinfo=UTC)  # Monday evening: the first is late, the other near
        assert [(group, text) for group, text, _left in waits()] == [("clocks", "First call"), ("clocks", "Visit")]
        assert waits()[0][2] == timedelta(0)


def test_days_off_keep_a_clock_in_the_inbox_however_far_its_end(file_url: str) -> None:
    with parties(file_url) as both:
        promised(both)
    with open_workspace(file_url) as admin:
        for days in range(1, 15):
            admin.write(working_time.add, (FRIDAY + timedelta(days=days)).date(), "Closed")
    with open_workspace(file_url, "mia@harbor.example", clock=lambda: FRIDAY) as mine:
        assert mine.me is not None
        mine.write(leads.create, {"name": "Forty seats", "owner": mine.me.id})
        (one,) = mine.read(inbox.found).items
        assert (one.group, one.text, one.left) == ("clocks", "First call", timedelta(hours=4))
