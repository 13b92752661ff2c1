"""What is said of a handoff: whose it is, how long there is to answer it, what becomes of it, and what was answered."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.periods import local_day
from app.wording import clock_time
from ui.around import Surroundings
from ui.words import Due

if TYPE_CHECKING:
    from app.handoffs.dossier import Brief
    from app.handoffs.reading import HandoffRow
    from app.handoffs.running import Running

translate = QCoreApplication.translate
ANSWERS = ("accepted", "rejected", "recycled", "rerouted")
"""The answers in the order of their buttons."""
KEYS = {
    "accepted": "Ctrl+Shift+Y",
    "rejected": "Ctrl+Shift+R",
    "recycled": "Ctrl+Shift+L",
    "rerouted": "Ctrl+Shift+T",
}
TONES = {"accepted": "good", "rejected": "bad", "recycled": "warn", "rerouted": "muted"}
ICONS = {"accepted": "check", "rejected": "x", "recycled": "calendar-plus", "rerouted": "split"}
REASONS = {"rejected": "reject", "recycled": "recycle", "rerouted": "reject"}
"""From which list the reason of an answer is taken; the first answer needs none."""
_PRESSES_FROM = 0.75
_TINTED_FROM, _RED_FROM = 75, 100
_HOUR = 60


def title(answer: str) -> str:
    """Return what the button of an answer says."""
    return {
        "accepted": translate("Handoffs", "Accept"),
        "rejected": translate("Handoffs", "Reject"),
        "recycled": translate("Handoffs", "Recycle until…"),
        "rerouted": translate("Handoffs", "Reroute…"),
    }[answer]


def meaning(answer: str, brief: "Brief", around: Surroundings) -> str:
    """Return what an answer comes to, in the line below its name."""
    if answer == "accepted":
        if brief.first_task:
            said = translate("Handoffs", "Yours. {task} within {time}")
            return said.format(task=brief.first_task, time=minutes(brief.first_minutes, around))
        return translate("Handoffs", "It is yours from then on")
    return {
        "rejected": translate("Handoffs", "Refused as sent, with a reason"),
        "recycled": translate("Handoffs", "Back for a later try"),
        "rerouted": translate("Handoffs", "To somebody else or the pool"),
    }[answer]


def token(brief: "Brief") -> str:
    """Return the colour of the time that is left: it changes at 75 and 100 % of the time to answer."""
    if brief.share >= 1:
        return "bad"
    return "warn" if brief.share >= _PRESSES_FROM else "accent"


def minutes(count: int, around: Surroundings) -> str:
    """Return a working time, in hours and minutes where it is short."""
    number = around.words.number
    hours, rest = divmod(count, 60)
    if not hours:
        return translate("Handoffs", "{n} min").format(n=number(rest))
    if not rest:
        return translate("Handoffs", "{n} h").format(n=number(hours))
    return translate("Handoffs", "{h} h {n} min").format(h=number(hours), n=number(rest))


def left(brief: "Brief", around: Surroundings) -> str:
    """Return how much working time is left, rounded down."""
    if brief.left is None:
        return translate("Handoffs", "No time is set")
    whole = int(brief.left / timedelta(minutes=1))
    if whole < 0 or brief.share >= 1:
        return translate("Handoffs", "Time has run out")
    return translate("Handoffs", "{time} left").format(time=minutes(whole, around))


def by(moment: datetime, around: Surroundings) -> str:
    """Return a moment as it stands within a sentence after "by"; near days have names."""
    zone = around.context.zone
    time = clock_time(moment.astimezone(zone))
    ahead = (local_day(moment, zone) - local_day(around.now, zone)).days
    if ahead == 0:
        return translate("Handoffs", "{time} today").format(time=time)
    if ahead == 1:
        return translate("Handoffs", "{time} tomorrow").format(time=time)
    return translate("Handoffs", "{day}, {time}").format(day=around.words.day(moment, around.now), time=time)


def due(brief: "Brief", around: Surroundings) -> str:
    """Return by when a handoff is to be answered."""
    at = brief.handoff.due_at
    return "" if at is None else translate("Handoffs", "answer by {when}").format(when=by(at, around))


def silence(brief: "Brief", around: Surroundings) -> str:
    """Return what becomes of a handoff that nobody answers."""
    found = brief.handoff
    if found.due_at is None:
        return translate("Handoffs", "It waits until somebody answers: the calendar holds no such time.")
    if found.to_member_id is not None and brief.on_silence == "pool":
        said = translate("Handoffs", "No answer by {when}: {lead} goes back to the pool and both teams see it.")
    else:
        said = translate("Handoffs", "No answer by {when}: {lead} goes back to {stage} and both teams see it.")
    return said.format(when=by(found.due_at, around), lead=found.lead, stage=found.from_stage or "–")


def first_name(name: str) -> str:
    """Return how somebody is called in a sentence."""
    return name.split(maxsplit=1)[0] if name.split() else ""


def team(name: str) -> str:
    """Return a team's name within a sentence."""
    return {
        "marketing": translate("Handoffs", "marketing"),
        "sales": translate("Handoffs", "sales"),
        "both": translate("Handoffs", "both teams"),
    }.get(name, name)


def receiver(found: "HandoffRow") -> str:
    """Return who has a handoff: a member, or a team's pool."""
    return found.receiver or translate("Handoffs", "the pool of {team}").format(team=team(found.to_team))


def addressed(brief: "Brief", around: Surroundings) -> str:
    """Return whose answer a handoff waits for, said to me."""
    found, me = brief.handoff, around.context.me
    if me is not None and found.to_member_id == me.id:
        said = translate("Handoffs", "{name}, this lead was handed to you.")
        return said.format(name=first_name(me.name))
    if found.to_member_id is None:
        said = translate("Handoffs", "It lies in {pool}: whoever answers first has it.")
        return said.format(pool=receiver(found))
    if brief.may_answer:
        return translate("Handoffs", "It waits for {name}; you may answer too.").format(name=receiver(found))
    return translate("Handoffs", "It waits for the answer of {name}.").format(name=receiver(found))


def sent(found: "HandoffRow", around: Surroundings) -> str:
    """Return who sent a lead to whom."""
    me = around.context.me
    if me is not None and found.to_member_id == me.id:
        return translate("Handoffs", "sends {lead} to you").format(lead=found.lead)
    return translate("Handoffs", "sends {lead} to {name}").format(lead=found.lead, name=receiver(found))


def outcome(found: "HandoffRow", around: Surroundings) -> str:
    """Return what was answered, by whom, and why."""
    if found.answer is None:
        return ""
    who = found.answered_by or translate("Handoffs", "Somebody")
    said = {
        "accepted": translate("Handoffs", "{who} accepted it"),
        "rejected": translate("Handoffs", "{who} rejected it"),
        "recycled": translate("Handoffs", "{who} sent it back until {day}"),
        "rerouted": translate("Handoffs", "{who} passed it on"),
        "returned": translate("Handoffs", "Nobody answered in time, so it went back"),
    }[found.answer]
    now = around.now
    paper, year = around.words.paper, now.astimezone(around.context.zone).year
    day = "" if found.until is None else paper.day_short(found.until, year)
    at = "" if found.answered_at is None else around.words.moment(found.answered_at, now)
    return " · ".join(part for part in (said.format(who=who, day=day), at) if part)


def why(found: "HandoffRow") -> str:
    """Return the reason of an answer, with what was said beside it."""
    note = f"“{found.answer_note}”" if found.answer_note else ""
    return " ".join(part for part in (found.reason, note) if part)


def dispute(found: "HandoffRow") -> str:
    """Return how a dispute of a rejection stands; nothing where there is none."""
    if found.disputed_at is None:
        return ""
    if found.ruling is None:
        said = translate("Handoffs", "Disputed: “{note}”. The next meeting rules on it.")
        return said.format(note=found.dispute_note)
    if found.ruling == "upheld":
        said = translate("Handoffs", "Disputed, and the rejection stands: “{note}”")
    else:
        said = translate("Handoffs", "Disputed, and the rejection was overturned: “{note}”")
    return said.format(note=found.ruling_note)


def clock_due(found: "Running", around: Surroundings) -> Due:
    """Return what a card says of a clock: what is left in working time, tinted from 75 %, red when it has run out."""
    clock = found.clock
    if clock.due_at is None:
        return Due(translate("Handoffs", "No time is set"), "muted", "clock")
    if not clock.is_open:
        return around.words.due_by(clock.due_at, around.now)
    token = "bad" if clock.share >= _RED_FROM else "warn" if clock.share >= _TINTED_FROM else "muted"
    return time_left(clock.left // 60_000_000, token, around)


def time_left(count: int, token: str, around: Surroundings) -> Due:
    """Return what is said of so many minutes of working time that are left, in whole hours from an hour on."""
    time = minutes(count if count < _HOUR else count // _HOUR * _HOUR, around)
    return Due(translate("Handoffs", "{time} left").format(time=time), token, "clock")


def spoken_clock(found: "Running", around: Surroundings) -> str:
    """Return a clock as it is read aloud."""
    due = clock_due(found, around).words
    if found.awaited == "answer":
        return translate("Handoffs", "waits for an answer, {due}").format(due=due)
    return translate("Handoffs", "waits for the first call, {due}").format(due=due)
