"""What a meeting settles: its decisions, who owes what, and what there is to celebrate.

A decision belongs to a meeting that is still open. Actions go on when it is closed: they are ticked off whenever they
are done, and what is still open stands on the next meeting's agenda.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, get_args

from sqlalchemy.orm import Session

from app import mentions, things
from app.context import Context
from app.errors import UsageError
from app.meeting_rows import belonging, next_place, only, open_meeting, said
from app.periods import day_start, local_day
from app.wording import Language, load
from db.folding import fold
from db.journal import write_of
from db.models import Decision

_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """An action as it was typed: what is owed, who owes it and by when."""

    title: str
    owner_id: int | None
    due: date | None


def wanted(context: Context, text: str) -> Wanted:
    """Return what an action typed in one line says, as in “Call Amelia @Tom Friday”.

    “@” stands before a member's first name, whole name or e-mail. The day is the last word: a weekday (the next one
    after today), today, tomorrow, or a date as in 2026-11-27; English and Spanish are understood. What names nobody
    and no day stays in the title; a word that only leads to the day, as “on” or “by”, goes with it.
    """
    today = local_day(context.now, context.zone)
    words = text.split()
    due = day_of(words[-1], today) if len(words) > 1 else None
    if due is not None:
        words.pop()
        while len(words) > 1 and _leads_to_day(words[-1]):
            words.pop()
    title = " ".join(words)
    found = next(mentions.named(context, title), None)
    if found is not None:
        title = " ".join((title[: found.start] + title[found.end :]).split())
        return Wanted(title, found.member_id, due)
    return Wanted(title, None, due)


def _leads_to_day(word: str) -> bool:
    return any(fold(word) in map(fold, load(one).table["calendar"]["before_day"]) for one in get_args(Language))


def day_of(word: str, today: date) -> date | None:
    """Return the day that a word names: a weekday, today, tomorrow, or a date as in 2026-11-27; else None."""
    said = fold(word.strip(".,;"))
    for language in get_args(Language):
        calendar = load(language).table["calendar"]
        for ahead, name in enumerate(calendar["soon"]):
            if said == fold(name):
                return today + timedelta(days=ahead)
        for names in (calendar["days"], calendar["days_short"]):
            for weekday, name in enumerate(names):
                if said == fold(name):
                    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def decide(session: Session, meeting_id: int, text: str) -> int:
    """Write a decision down and return its id.

    Raises:
        UsageError: it says nothing.
        RefusedError: the meeting is closed.
    """
    open_meeting(session, meeting_id)
    values = {"meeting_id": meeting_id, "text": said(text, "decision")}
    return things.create(session, "decision", values | {"position": next_place(session, Decision, meeting_id)})


def edit_decision(session: Session, decision_id: int, text: str, base: str | None = None) -> None:
    """Save the text of a decision.

    Raises:
        ConflictError: a colleague changed it; nothing is written.
        RefusedError: the meeting is closed.
    """
    belonging(session, "decision", decision_id)
    before = None if base is None else {"text": base}
    things.edit(session, "decision", decision_id, {"text": said(text, "decision")}, before)


def remove_decision(session: Session, decision_id: int) -> None:
    """Take a decision back.

    Raises:
        RefusedError: the meeting is closed.
    """
    belonging(session, "decision", decision_id)
    things.remove(session, "decision", decision_id)


def add_action(
    session: Session, meeting_id: int, title: str, owner_id: int | None = None, due: date | None = None
) -> int:
    """Write down what somebody owes after the meeting, by the end of a day, and return its id.

    Raises:
        UsageError: it says nothing, or there is no such member.
        RefusedError: the meeting is closed.
    """
    context: Context = session.info["context"]
    open_meeting(session, meeting_id)
    values = {"meeting_id": meeting_id, "created_at": write_of(session).now}
    return things.create(session, "task", values | _action(context, {"title": title, "owner_id": owner_id, "due": due}))


def edit_action(
    session: Session, action_id: int, mine: Mapping[str, Any], base: Mapping[str, Any] | None = None
) -> None:
    """Save an action's title, owner_id or due day, merged by field; also after its meeting was closed.

    Raises:
        ConflictError: a colleague changed the same field; nothing is written.
        UsageError: there is no such field or member.
    """
    only(mine, ("title", "owner_id", "due"), "action")
    context: Context = session.info["context"]
    before = None if base is None else _action(context, base)
    things.edit(session, "task", action_id, _action(context, mine), before)


def finish_action(session: Session, action_id: int, *, done: bool = True) -> None:
    """Tick an action off, or take the tick away; the first one to do so is who did it."""
    write = write_of(session)
    if (things.read(session, "task", action_id, lock=True)["done_at"] is not None) != done:
        values = (
            {"done_at": write.now, "done_by": write.facts.member_id} if done else {"done_at": None, "done_by": None}
        )
        things.edit(session, "task", action_id, values)


def reopen_action(session: Session, action_id: int) -> None:
    """Take an action's tick away."""
    finish_action(session, action_id, done=False)


def remove_action(session: Session, action_id: int) -> None:
    """Move an action to the bin."""
    things.remove(session, "task", action_id)


def add_win(session: Session, title: str, detail: str = "", at: datetime | None = None) -> int:
    """Write down something to celebrate and return its id; won leads and goals met are wins by themselves.

    Raises:
        UsageError: it says nothing.
    """
    write = write_of(session)
    values = {"title": said(title, "win"), "detail": detail.strip()}
    return things.create(session, "win", values | {"at": at or write.now, "member_id": write.facts.member_id})


def edit_win(session: Session, win_id: int, mine: Mapping[str, Any], base: Mapping[str, Any] | None = None) -> None:
    """Save a win's title or detail, merged by field.

    Raises:
        ConflictError: a colleague changed the same field; nothing is written.
        UsageError: there is no such field, or it says nothing.
    """
    only(mine, ("title", "detail"), "win")
    if "title" in mine:
        said(mine["title"], "win")
    things.edit(session, "win", win_id, mine, base)


def remove_win(session: Session, win_id: int) -> None:
    """Move a win to the bin."""
    things.remove(session, "win", win_id)


def _action(context: Context, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return an action's values as columns; it is due when its day ends."""
    columns = {name: value for name, value in values.items() if name != "due"}
    if "title" in values:
        columns["title"] = said(values["title"], "action")
    owner = values.get("owner_id")
    if owner is not None and owner not in context.members:
        raise UsageError("There is no member {owner}.", owner=owner)
    if "due" in values:
        due: date | None = values["due"]
        columns["due_at"] = None if due is None else day_start(due + timedelta(days=1), context.zone) - _INSTANT
    return columns
