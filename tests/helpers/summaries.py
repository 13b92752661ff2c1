"""A weekly meeting's summary, made up, for tests and the bench."""

from datetime import UTC, date, datetime
from decimal import Decimal

from app.summary_data import (
    ActionLine,
    ChartData,
    ChartPoint,
    GoalLine,
    Person,
    Summary,
    Tile,
    WaitingLine,
    Win,
)

QUARTER = "2026-10-01/2026-11-23"
MONDAY = date(2026, 11, 23)

TILES = (
    Tile("mqls", Decimal(92), "count", Decimal(11), "week", True, "mqls", "stage_entry", QUARTER),
    Tile("pipeline", Decimal(244_000), "money", Decimal(31_000), "week", True, "pipeline", "stage_entry", QUARTER),
    Tile(
        "answered_within:4", Decimal(88), "percent", Decimal(-7), "target", False,
        "answered_within", "working_hours", QUARTER,
    ),
    Tile("won", Decimal(20), "count", Decimal(2), "week", True, "won", "won_day", QUARTER),
)  # fmt: skip

GOALS = (
    GoalLine(
        "New qualified leads", "mqls", "count", Decimal(120), Decimal(92), Decimal(74), Decimal(18), Decimal("85.7"),
        "on_pace", "mqls", "stage_entry", QUARTER,
    ),
    GoalLine(
        "Pipeline created", "pipeline", "money", Decimal(400_000), Decimal(244_000), Decimal(146_000), Decimal(98_000),
        Decimal("288461.54"), "behind", "pipeline", "stage_entry", QUARTER,
    ),
    GoalLine(
        "", "answered_within:4", "percent", Decimal(95), Decimal(88), None, Decimal(88), None,
        "behind", "answered_within", "working_hours", QUARTER,
    ),
    GoalLine(
        "Deals won", "won", "count", Decimal(24), Decimal(20), Decimal(9), Decimal(11), Decimal("17.1"),
        "ahead", "won", "won_day", QUARTER,
    ),
)  # fmt: skip

CHART = ChartData(
    "answered_within:4",
    "percent",
    Decimal(95),
    tuple(
        ChartPoint(date.fromisoformat(day), Decimal(value))
        for day, value in (
            ("2026-10-12", 71), ("2026-10-19", 76), ("2026-10-26", 74),
            ("2026-11-02", 83), ("2026-11-09", 86), ("2026-11-16", 88),
        )
    ),
    "answered_within", "working_hours", QUARTER,
)  # fmt: skip

WINS = (
    Win("Bellini Foods signed: $38,000", "Webinar lead · Diego and Priya"),
    Win("Autumn campaign: 41 qualified leads", "Best month this year · Sofia"),
    Win("Spanish landing page live", "First 12 leads from Madrid · Sofia"),
    Win("First reply time down to 3 h 10 min", "From 6 h 40 min in October · Tom"),
)

DECISIONS = (
    "Webinar leads above score 70 go to sales the same day.",
    "Marketing owns follow-up of trade-show contacts for 14 days.",
    "Drop the “Newsletter only” tag from the hand-off rule.",
)

ACTIONS = (
    ActionLine("Call back the 3 overdue hand-offs", "Tom Becker", MONDAY, None),
    ActionLine("Write the Spanish version of the pricing sheet", "Sofia Marín", date(2026, 11, 25), None),
    ActionLine("Share the list of lost-deal reasons with marketing", "Diego Fuentes", date(2026, 11, 20), None),
    ActionLine("Fix web form: company size is missing", "Priya Raman", date(2026, 11, 18), date(2026, 11, 19)),
)

WAITING = (
    WaitingLine("Amelia Okafor", "Northwind Labs", "Diego Fuentes", Decimal(48_000), "USD", Decimal("5.4")),
    WaitingLine("Noor Al-Sayed", "Al Manar Group", "Tom Becker", Decimal(54_000), "USD", Decimal(28)),
    WaitingLine("Olivia Tran", "Pixelforge", "Sofia Marín", Decimal(6_100), "EUR", Decimal("0.8")),
)


def weekly() -> Summary:
    """Return a usual meeting: four of everything and three people who wait."""
    return Summary(
        company="Harbor Coffee Co",
        title="Marketing + sales weekly",
        date=MONDAY,
        starts=datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
        ends=datetime(2026, 11, 23, 9, 29, tzinfo=UTC),
        period_end=date(2026, 12, 31),
        printed_at=datetime(2026, 11, 23, 9, 31, tzinfo=UTC),
        timezone="Europe/Madrid",
        currency="USD",
        present=(
            Person("Diego Fuentes", "sales"),
            Person("Tom Becker", "sales"),
            Person("Priya Raman", "marketing"),
            Person("Sofia Marín", "marketing"),
        ),
        tiles=TILES,
        goals=GOALS,
        chart=CHART,
        wins=WINS,
        decisions=DECISIONS,
        actions=ACTIONS,
        waiting=WAITING,
        since=date(2026, 11, 16),
        waiting_population="handoffs_overdue",
        waiting_clock="working_hours",
        waiting_window="2026-11-23T10:31:00+01:00",
    )


def empty() -> Summary:
    """Return a meeting at which there was nothing yet."""
    return Summary(
        company="",
        title="",
        date=MONDAY,
        starts=datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
        ends=None,
        period_end=None,
        printed_at=datetime(2026, 11, 23, 9, 31, tzinfo=UTC),
        timezone="Europe/Madrid",
        currency="EUR",
    )
