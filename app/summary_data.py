"""What a meeting's summary says, as plain values: numbers stay numbers, moments stay moments.

`app.summary` prints it in a language, so words are of two kinds. What people typed (names, titles, decisions, notes)
is printed as it stands. What the program itself says (labels, populations, clocks, windows) is a key of
`resources/translations/paper.*.toml`; a text that is no key there is printed as it stands. A key may carry a number
after a colon, as in "answered_within:4".

A window may also be an ISO 8601 interval of days ("2026-10-01/2026-11-23"), a day ("2026-11-23") or a moment with
its offset ("2026-11-23T10:29:00+01:00"): they are printed as a date of the paper's language.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, TypeAlias

Unit: TypeAlias = Literal["count", "money", "percent", "hours", "days"]
"""How an amount is counted. A percentage is given out of 100: 88 is 88 %. Money is in the summary's currency."""

DeltaKind: TypeAlias = Literal["plain", "week", "meeting", "target"]
"""What a tile's difference is against: said without words, this week, since the last meeting, from the target."""

State: TypeAlias = Literal["ahead", "on_pace", "behind", "met", "missed", "not_started", "no_pace"]
"""Where a goal stands. `no_pace` is a goal whose state cannot be told; it gets no pill."""

Team: TypeAlias = Literal["marketing", "sales", "both"]

Day: TypeAlias = date  # where a field of the name "date" hides the type


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who was present."""

    name: str
    team: Team


@dataclass(frozen=True, slots=True)
class Tile:
    """A headline figure.

    Attributes:
        label: a key of [label] or a text.
        value: None where there are too few cases to say; printed as a dash.
        delta: the difference to show beside it, in the same unit (percentages differ by points), or None.
        good: whether the difference is welcome; None prints it without a colour.
        population, clock, window: what the figure counts; see the module.
    """

    label: str
    value: Decimal | None
    unit: Unit = "count"
    delta: Decimal | None = None
    delta_kind: DeltaKind = "plain"
    good: bool | None = None
    population: str = ""
    clock: str = ""
    window: str = ""


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A shared goal and where it stands.

    Attributes:
        name: as people named it; where it is empty, the label of `metric` is printed.
        metric: a key of [label].
        marketing, sales: both teams' parts of `actual`, or None where a part is not told.
        expected: what should be reached by the day of the meeting, or None.
        population, clock, window: what the figure counts; see the module.
    """

    name: str
    metric: str
    unit: Unit
    target: Decimal
    actual: Decimal
    marketing: Decimal | None
    sales: Decimal | None
    expected: Decimal | None
    state: State
    population: str
    clock: str
    window: str


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A figure of one day or week; None leaves a gap in the line. `at` is its day, or a text."""

    at: date | str
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class ChartData:
    """A line of figures over time with the goal they are held against; `title` is a key of [label] or a text."""

    title: str
    unit: Unit
    goal: Decimal | None
    points: tuple[ChartPoint, ...]
    population: str = ""
    clock: str = ""
    window: str = ""


@dataclass(frozen=True, slots=True)
class Win:
    """Something to celebrate: a text, with what it brought and out of which target, where that is a figure.

    What a member added has its `id`; a lead won or a goal met has none.
    """

    title: str
    detail: str = ""
    value: Decimal | None = None
    target: Decimal | None = None
    unit: Unit = "count"
    currency: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class ActionLine:
    """What somebody owes; late when it is due before the meeting's day and not done."""

    what: str
    who: str
    due: date | None
    done: date | None


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """Somebody who waits longer than agreed, by how many hours of the agreed clock."""

    contact: str
    company: str
    owner: str
    value: Decimal | None
    currency: str
    overdue: Decimal


@dataclass(frozen=True, slots=True)
class DisputeClause:
    """A clause that a disputed lead was judged by as it was sent; `key` names it in the agreement."""

    key: str
    said: str
    met: bool


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """A rejection that its sender disputes, with what speaks for the lead and the meeting's ruling.

    Attributes:
        lead, reason, rejected_by, note: what was rejected, why, by whom, and what was said beside it.
        disputed_by, words: who disputes it, and what they say.
        ruling: "upheld", "overturned", or "" while it is still to come.
        ruling_note, ruled_by: why, and who said so.
        example_of: the clause that the ruling is an example of, "" for the definition as a whole.
        points, needed: the lead's score as it was sent, and what the definition asked for; None without one.
        clauses: what made it.
        milestone: the definition that the lead was sent under: mql, sal or sql.
        id, lead_id: the handoff's and the lead's.
    """

    lead: str
    reason: str
    rejected_by: str
    note: str
    disputed_by: str
    words: str
    ruling: Literal["", "upheld", "overturned"] = ""
    ruling_note: str = ""
    ruled_by: str = ""
    example_of: str = ""
    points: Decimal | None = None
    needed: int | None = None
    clauses: tuple[DisputeClause, ...] = ()
    milestone: str = "mql"
    id: int = 0
    lead_id: int = 0


@dataclass(frozen=True, slots=True)
class ForgivenLine:
    """What a meeting let a team off.

    Attributes:
        team: who owed it.
        title: the promise in the teams' own words; where it is empty, the words of `metric` are printed.
        metric: a key of [forgiven].
        lead: whose case it was, "" where all that was overdue is forgiven.
        leads: of an amount that was promised, so many leads; 0 for all.
        note, who: why, and who said so.
    """

    team: Team
    title: str
    metric: str
    lead: str
    leads: int
    note: str
    who: str


@dataclass(frozen=True, slots=True)
class Summary:
    """A meeting on paper.

    Of `goals`, `wins`, `decisions`, `actions` and `waiting`, None leaves the section out; an empty tuple says kindly
    that there was nothing. `tiles`, `chart`, `disputes`, `forgiven` and `notes` are left out when empty.

    Attributes:
        date: the meeting's day: "today" on the paper.
        starts, ends: aware moments; `ends` is None while the meeting runs.
        period_end: the last day of the goals' period, or None.
        printed_at: the aware moment of printing. It is the file's time stamp, so the same summary with the same
            `printed_at` prints the same bytes.
        timezone: the workspace's zone by its IANA name; all moments are shown in it.
        currency: the ISO 4217 code of all money that carries none of its own.
        show_overdue_names: False prints how many wait and how long instead of who.
        more_waiting: how many wait beside those in `waiting`.
        since: the day of the meeting before, for the heading of the wins.
        waiting_population, waiting_clock, waiting_window: what `waiting` counts; see the module.
    """

    company: str
    title: str
    date: Day
    starts: datetime
    ends: datetime | None
    period_end: Day | None
    printed_at: datetime
    timezone: str
    currency: str
    present: tuple[Person, ...] = ()
    tiles: tuple[Tile, ...] = ()
    goals: tuple[GoalLine, ...] | None = ()
    chart: ChartData | None = None
    wins: tuple[Win, ...] | None = ()
    decisions: tuple[str, ...] | None = ()
    actions: tuple[ActionLine, ...] | None = ()
    waiting: tuple[WaitingLine, ...] | None = ()
    notes: str = ""
    show_overdue_names: bool = True
    more_waiting: int = 0
    since: Day | None = None
    waiting_population: str = ""
    waiting_clock: str = ""
    waiting_window: str = ""
    disputes: tuple[DisputeLine, ...] | None = None
    forgiven: tuple[ForgivenLine, ...] | None = None
