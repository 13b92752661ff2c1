"""A meeting's agenda, which writes itself: every step says what there is to talk about at it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any, TypeAlias

from sqlalchemy.orm import Session

from app import wording
from app.context import Context, MemberRow
from app.fields import to_plain
from app.freezing import thaw
from app.meeting_figures import Figures
from app.meeting_papers import Papers, papers
from app.minutes import actions_at, measured, told
from app.periods import local_day
from app.reports.progress import ANSWERED
from app.summary_data import GoalLine, Summary, WaitingLine, Win
from app.wording import Language, Wording, clock_time

STANDARD = (
    ("wins", 4),
    ("goals", 6),
    ("replies", 4),
    ("refusals", 3),
    ("waiting", 3),
    ("campaigns", 2),
    ("actions", 3),
    ("decisions", 5),
)
"""The topics of the agenda that Tandem proposes, with their minutes."""
TOPICS = tuple(topic for topic, _ in STANDARD)
_AHEAD = timedelta(days=14)
_INDENT = "   "


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


@dataclass(frozen=True, slots=True)
class Settled:
    """A decision of this meeting."""

    id: int
    text: str


Line: TypeAlias = Win | GoalLine | WaitingLine | Refusal | News | Owed | Settled


@dataclass(frozen=True, slots=True)
class Step:
    """A step with what there is to talk about; "" as its title stands for the words of its topic."""

    id: int | None
    title: str
    topic: str
    minutes: int
    seconds: int
    notes: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting's agenda. `as_of` is the moment of its figures, `since` the one from which it tells."""

    id: int | None
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

    def to_json(self, language: Language = "en") -> dict[str, Any]:
        """Return the agenda as plain JSON values."""
        words = wording.load(language)
        return {
            "meeting": self.id,
            "title": self.title or words.text("meeting"),
            "starts": to_plain(self.starts),
            "ended": to_plain(self.ended),
            "closed": to_plain(self.closed),
            "since": to_plain(self.since),
            "as_of": to_plain(self.as_of),
            "minutes": self.minutes,
            "present": [{"id": one.id, "name": one.name, "team": one.team} for one in self.present],
            "steps": [
                {
                    "id": step.id,
                    "title": step_title(words, step),
                    "topic": step.topic,
                    "minutes": step.minutes,
                    "seconds": step.seconds,
                    "notes": step.notes,
                    "lines": [_plain(line) for line in step.lines],
                }
                for step in self.steps
            ],
        }

    def to_text(self, language: Language = "en") -> str:
        """Return the agenda in words."""
        words = wording.load(language)
        local = self.starts.astimezone(self._zone)
        when = words.text("when", date=words.day_long(local.date()), time=clock_time(local))
        head = [self.title or words.text("meeting"), f"{when} · {_minutes(words, self.minutes)}"]
        if self.present:
            head.append(f"{words.text('present')}: {', '.join(one.name for one in self.present)}")
        for place, step in enumerate(self.steps, 1):
            head += ["", f"{place}. {step_title(words, step)} ({_minutes(words, step.minutes)})"]
            head += [f"{_INDENT}{said(words, self.summary, line)}" for line in step.lines]
            if not step.lines and step.topic in words.table["empty"]:
                head.append(_INDENT + words.text(step.topic, section="empty"))
            head += [f"{_INDENT}{note}" for note in step.notes.splitlines()]
        return "\n".join(head)

    @property
    def _zone(self) -> Any:
        from app.summary_layout import zone_of  # noqa: PLC0415 - only for words

        return zone_of(self.summary.timezone)


def agenda(session: Session, meeting_id: int | None = None) -> Agenda:
    """Return the agenda of a meeting, the latest if none is named, in two statements.

    Of a closed meeting, what was frozen is told as it was frozen, and the rest as it stood.

    Raises:
        NotFoundError: there is no such meeting.
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
            for one in found.items
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


def _owed(context: Context, one: Any, now: datetime, today: date) -> Owed:
    owner = context.members.get(one.owner_id or 0)
    due, done = (None if at is None else local_day(at, context.zone) for at in (one.due_at, one.done_at))
    late = done is None and due is not None and due < today
    return Owed(one.id, one.title, owner.name if owner else "", due, done, max(0, (now - one.created_at).days), late)


def step_title(words: Wording, step: Step) -> str:
    """Return the title of a step, or else the words of its topic."""
    return step.title or words.said("agenda", step.topic) or step.topic


def _minutes(words: Wording, minutes: int) -> str:
    return str(words.table["number"]["minutes"]).format(n=words.number(minutes))


def said(words: Wording, summary: Summary, line: Line) -> str:
    """Return a line of an agenda in words."""
    return _SAID[type(line)](words, summary, line)


def _parts(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _win(_: Wording, __: Summary, line: Win) -> str:
    return _parts(line.title, line.detail)


def _goal(words: Wording, summary: Summary, line: GoalLine) -> str:
    amount = partial(words.amount, unit=line.unit, currency=summary.currency)
    name = line.name or words.said("label", line.metric) or line.metric
    state = words.said("state", line.state) or ""
    expected = "" if line.expected is None else words.text("expected", n=amount(line.expected))
    return _parts(f"{name}: {amount(line.actual)} {words.text('of', n=amount(line.target))}", state, expected)


def _waiting(words: Wording, _: Summary, line: WaitingLine) -> str:
    worth = "" if line.value is None else words.money(line.value, line.currency)
    owner = line.owner or words.text("nobody")
    return _parts(line.contact, line.company, worth, owner, words.text("over", n=words.hours(line.overdue)))


def _refusal(words: Wording, _: Summary, line: Refusal) -> str:
    return f"{line.reason or words.text('unknown')}: {words.number(line.leads)}"


def _campaign(words: Wording, summary: Summary, line: News) -> str:
    year = summary.date.year
    days = [words.day_short(day, year) for day in (line.starts, line.ends) if day is not None]
    return _parts(line.name, line.channel, words.range(*days) if len(days) > 1 else "".join(days))


def _action(words: Wording, summary: Summary, line: Owed) -> str:
    year = summary.date.year
    if line.done is not None:
        when = words.text("done", date=words.day_short(line.done, year, weekday=True))
    elif line.due is None:
        when = words.text("no_date")
    else:
        when = words.day_short(line.due, year, weekday=True)
        when = words.text("late", date=when) if line.late else when
    age = words.plural("age", line.age) if line.done is None and line.age else ""
    return _parts(line.what, line.who or words.text("nobody"), when, age)


def _decision(_: Wording, __: Summary, line: Settled) -> str:
    return line.text


_SAID: Mapping[type, Callable[[Wording, Summary, Any], str]] = {
    Win: _win,
    GoalLine: _goal,
    WaitingLine: _waiting,
    Refusal: _refusal,
    News: _campaign,
    Owed: _action,
    Settled: _decision,
}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return str(value) if isinstance(value, Decimal) else to_plain(value)
