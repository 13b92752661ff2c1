"""Commands on leads on their way to the other team: handoff, answer, dispute and rule."""

import argparse
from typing import Any

from app.commands.common import Command, WrongUsageError, answer, day, integer, opened, workspace_argument
from app.context import Context, MemberRow
from app.workspace import Workspace

POOL = "pool"
_ANSWERS = ("accept", "reject", "recycle", "reroute")


def _handoff_arguments(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("lead", metavar="LEAD", type=integer)
    parser.add_argument("--to", metavar="MEMBER|pool", help="else whom the agreement's route names")
    parser.add_argument("--note", help="what the receiver should know first")


def _handoff(given: argparse.Namespace) -> int:
    from app.handoffs import answering  # noqa: PLC0415 - other commands need none of it

    with opened(given, settled=True) as made:
        to = _receiver(made.context(), given.to)
        made.write(answering.send, given.lead, to, given.note, pool=given.to == POOL)
        _tell(given, made)
    return 0


def _answer_arguments(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("lead", metavar="LEAD", type=integer)
    parser.add_argument("answer", choices=_ANSWERS)
    parser.add_argument("--reason", help="why; all but accept need one")
    parser.add_argument("--until", metavar="DATE", help="when a recycled lead comes back, as in 2026-01-31")
    parser.add_argument("--to", metavar="MEMBER|pool", help="to whom it is rerouted")
    parser.add_argument("--note", help="what there is to say about it")
    parser.add_argument("--override", metavar="WHY", help="accept it against the agreement, as a lead of a team")


def _answer(given: argparse.Namespace) -> int:
    from app.handoffs import answering  # noqa: PLC0415 - other commands need none of it

    until = day("--until", given.until) if given.until else None
    if given.answer == "reroute" and not given.to:
        raise WrongUsageError("Say to whom it is rerouted: --to MEMBER, or --to pool.")
    if given.answer == "recycle" and until is None:
        raise WrongUsageError("Say on which day it comes back: --until DATE, as in 2026-01-31.")
    if given.override is not None and given.answer != "accept":
        raise WrongUsageError("Only accept goes against the agreement: leave out --override.")
    with opened(given, settled=True) as made:
        context = made.context()
        kept_in = "recycle" if given.answer == "recycle" else "reject"
        reason = context.reason(given.reason, kept_in).id if given.reason else None
        if given.answer == "accept":
            made.write(answering.accept, given.lead, override=given.override)
        elif given.answer == "reject":
            made.write(answering.reject, given.lead, reason, given.note)
        elif given.answer == "recycle":
            made.write(answering.recycle, given.lead, until, reason, given.note)
        else:
            made.write(answering.reroute, given.lead, _receiver(context, given.to), reason, given.note)
        _tell(given, made)
    return 0


def _dispute_arguments(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("lead", metavar="LEAD", type=integer)
    parser.add_argument("--note", required=True, help="why the rejection is wrong")


def _dispute(given: argparse.Namespace) -> int:
    from app.handoffs import disputes  # noqa: PLC0415 - other commands need none of it

    with opened(given) as made:
        made.write(disputes.dispute, given.lead, given.note)
        _tell(given, made)
    return 0


def _rule_arguments(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("lead", metavar="LEAD", type=integer)
    parser.add_argument("ruling", choices=("upheld", "overturned"), help="whether the rejection stands")
    parser.add_argument("--note", required=True, help="why, as an example for the next lead like it")
    parser.add_argument("--meeting", metavar="N", type=integer, help="the open meeting that rules on it")
    parser.add_argument("--clause", metavar="KEY", help="the clause that it is an example of, else the definition")


def _rule(given: argparse.Namespace) -> int:
    from app.handoffs import disputes  # noqa: PLC0415 - other commands need none of it

    with opened(given) as made:
        made.write(disputes.rule, given.lead, given.ruling, given.note, given.meeting, given.clause)
        _tell(given, made)
    return 0


def _receiver(context: Context, text: str | None) -> MemberRow | None:
    return None if not text or text == POOL else context.member(text)


def _tell(given: argparse.Namespace, made: Workspace) -> None:
    from app.handoffs import reading  # noqa: PLC0415 - other commands need none of it

    found = made.read(reading.of_lead, given.lead)
    answer(given, {"lead": given.lead, "handoffs": [one.to_json() for one in found]}, told(made.context(), found))


def told(context: Context, found: Any) -> str:
    """Return handoffs in words, a line each."""
    lines = []
    for one in found:
        ends = f"{one.due_at.astimezone(context.zone):%Y-%m-%d %H:%M}" if one.due_at else "no day"
        whose = f"{one.sender or 'nobody'} to {one.receiver or 'the pool'} ({one.to_team})"
        if one.answer is None:
            soon = ", will run out within 2 h" if one.clock.will_breach else ""
            lines.append(f"{one.lead}: {whose}, to be answered by {ends}, {_clock(one.clock)}{soon}")
            continue
        about = ", ".join(part for part in (one.reason, one.answer_note) if part)
        until = f" until {one.until.isoformat()}" if one.until else ""
        by = f" by {one.answered_by}" if one.answered_by else " by silence" if one.answer == "returned" else ""
        lines.append(
            f"{one.lead}: {whose}, {one.answer}{by}{until}{f' ({about})' if about else ''}, {_clock(one.clock)}"
        )
        if one.disputed_at is not None:
            ruling = f"{one.ruling} ({one.ruling_note})" if one.ruling else "waits for a ruling"
            lines.append(f"    disputed ({one.dispute_note}): {ruling}")
    return "\n".join(lines)


def _clock(running: Any) -> str:
    """Return the three figures of a clock, and how much of its time is used."""
    figures = (("queue", running.queue), ("response", running.response), ("total", running.total))
    said = ", ".join(f"{name} {_hours(amount)}" for name, amount in figures)
    return f"{running.share} % used ({said})"


def _hours(amount: int) -> str:
    hours, minutes = divmod(amount // 60_000_000, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


COMMANDS = {
    "handoff": Command("hands a lead over to the other team", _handoff_arguments, _handoff),
    "answer": Command("answers a handed-over lead: accept, reject, recycle or reroute", _answer_arguments, _answer),
    "dispute": Command("disputes the rejection of a lead, once", _dispute_arguments, _dispute),
    "rule": Command("rules on a dispute: the rejection is upheld or overturned", _rule_arguments, _rule),
}
