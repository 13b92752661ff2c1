"""A meeting's agenda, which writes itself: every step says what there is to talk about at it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeAlias

from sqlalchemy.orm import Session

from app import wording
from app.context import Context, MemberRow
from app.fields import to_plain
from app.freezing import thaw
from app.meeting_figures import Figures
from app.meeting_papers import Action, Item, Papers, papers
from app.minutes import actions_at, measured, told
from app.periods import local_day
from app.reports.progress import ANSWERED
from app.summary_data import DisputeLine, GoalLine, Summary, WaitingLine, Win
from app.summary_layout import zone_of
from app.wording import Language, Wording

STANDARD = (
    ("wins", 4),
    ("goals", 6),
    ("replies", 3),
    ("refusals", 2),
    ("waiting", 3),
    ("disputes", 3),
    ("campaigns", 2),
    ("actions", 3),
    ("decisions", 4),
)
"""The topics of the agenda that Tandem proposes, with their minutes."""
_PROPOSED = tuple(Item(0, "", topic, place, minutes, 0, "") for place, (topic, minutes) in enumerate(STANDARD))
TOPICS = tuple(topic for topic, _ in STANDARD)
_AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Refusal:
    """How many leads were lost for a reason since the meeting before; "" where none was given."""

    reason: str
    leads: int


@dataclass(frozen=True, slots=True)
class News:
    """A campaign that runs, or begins within two weeks."""

    name: str
    channel: str
    starts: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class Owed:
    """An action that is open, or was done since the meeting before; `age` is in days, `late` if past its day."""

    id: int
    what: str
    who: str
    due: date | None
    done: date | None
    age: int
    late: bool
    owner_id: int | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """A decision of this meeting."""

    id: int
    text: str


Line: TypeAlias = Win | GoalLine | WaitingLine | DisputeLine | Refusal | News | Owed | Settled


@dataclass(frozen=True, slots=True)
class Step:
    """A step with what there is to talk about; "" as its title stands for the words of its topic."""

    id: int
    title: str
    topic: str
    minutes: int
    seconds: int
    notes: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting's agenda. `as_of` is the moment of its figures, `since` the one from which it tells.

    The id of a meeting that nobody wrote down yet, and of its steps, is 0.
    """

    id: int
    title: str
    starts: datetime
    ended: datetime | None
    closed: datetime | None
    since: datetime
    as_of: datetime
    present: tuple[MemberRow, ...]
    steps: tuple[Step, ...]
    summary: Summary

    @property
    def minutes(self) -> int:
        """The minutes planned for all steps."""
        return sum(step.minutes for step in self.steps)

    def counted(self, step: Step) -> tuple[str, str, str]:
        """Return population, clock and window of all a step's figures; goals have their own, so theirs are empty."""
        if step.topic == "waiting":
            return self.summary.waiting_population, self.summary.waiting_clock, self.summary.waiting_window
        if step.topic == "refusals":
            zone = zone_of(self.summary.timezone)
            days = (at.astimezone(zone).date().isoformat() for at in (self.since, self.as_of))
            return "lost", "lost_day", "/".join(days)
        return "", "", ""

    def to_json(self, language: Language = "en") -> dict[str, Any]:
        """Return the agenda as plain JSON values."""
        words = wording.load(language)
        return {
            "meeting": self.id or None,
            "title": self.title or words.text("meeting"),
            "starts": to_plain(self.starts),
            "ended": to_plain(self.ended),
            "closed": to_plain(self.closed),
            "since": to_plain(self.since),
            "as_of": to_plain(self.as_of),
            "minutes": self.minutes,
            "company": self.summary.company,
            "present": [{"id": one.id, "name": one.name, "team": one.team} for one in self.present],
            "steps": [
                {
                    "id": step.id or None,
                    "title": step_title(words, step),
                    "topic": step.topic,
                    "minutes": step.minutes,
                    "seconds": step.seconds,
                    "notes": step.notes,
                    "lines": [_plain(line) for line in step.lines],
                    **self._said(step),
                }
                for step in self.steps
            ],
        }

    def _said(self, step: Step) -> dict[str, Any]:
        said = dict(zip(("population", "clock", "window"), self.counted(step), strict=True))
        more = {"more": self.summary.more_waiting} if step.topic == "waiting" else {}
        return more | {name: text for name, text in said.items() if text}


def agenda(session: Session, meeting_id: int | None = None) -> Agenda:
    """Return the agenda of a meeting, the latest if none is named, in two statements.

    Of a closed meeting, what was frozen is told as it was frozen, and the rest as it stood.

    Raises:
        NotFoundError: there is no meeting of that number.
    """
    context: Context = session.info["context"]
    found = papers(session, meeting_id)
    now = context.now if found.closed_at is None else min(found.closed_at, context.now)
    shown = measured(session, found, now if found.closed_at is not None else None)
    summary = told(context, found, shown, now) if found.minutes is None else thaw(found.minutes)
    lines = _lines(context, found, shown, summary, now)
    return Agenda(
        id=found.id,
        title=found.title,
        starts=found.starts_at,
        ended=found.ended_at,
        closed=found.closed_at,
        since=found.since,
        as_of=now,
        present=tuple(context.members[number] for number in found.present if number in context.members),
        steps=tuple(
            Step(one.id, one.title, one.topic, one.minutes, one.seconds, one.notes, tuple(lines.get(one.topic, ())))
            for one in (found.items if found.id else _PROPOSED)
        ),
        summary=summary,
    )


def _lines(
    context: Context, found: Papers, shown: Figures, summary: Summary, now: datetime
) -> Mapping[str, Sequence[Line]]:
    goals = summary.goals or ()
    day = local_day(now, context.zone)
    return {
        "wins": summary.wins or (),
        "goals": goals,
        "replies": [one for one in goals if one.metric.startswith(ANSWERED)],
        "refusals": [Refusal(reason, leads) for reason, leads in shown.lost],
        "waiting": summary.waiting or (),
        "disputes": summary.disputes or (),
        "campaigns": _news(context, found, day),
        "actions": [_owed(context, one, now, day) for one in actions_at(found, now)],
        "decisions": [Settled(one.id, one.text) for one in found.decisions],
    }


def _news(context: Context, found: Papers, day: date) -> list[News]:
    since = local_day(found.since, context.zone)
    return [
        News(one.name, one.channel, one.starts, one.ends)
        for one in found.campaigns
        if one.starts is not None and one.starts <= day + _AHEAD and (one.ends is None or one.ends >= since)
    ]


def _owed(context: Context, one: Action, now: datetime, today: date) -> Owed:
    owner = context.members.get(one.owner_id or 0)
    due, done = (None if at is None else local_day(at, context.zone) for at in (one.due_at, one.done_at))
    late = done is None and due is not None and due < today
    age = max(0, (now - one.created_at).days)
    return Owed(one.id, one.title, owner.name if owner else "", due, done, age, late, one.owner_id)


def step_title(words: Wording, step: Step) -> str:
    """Return the title of a step, or else the words of its topic."""
    return step.title or words.said("agenda", step.topic) or step.topic


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, Decimal) else to_plain(value)
