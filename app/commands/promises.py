"""Commands on what the teams owe each other: the ledger, and a draft run over the past."""

import argparse

from app.commands.common import Command, WrongUsageError, answer, as_of, day, integer, opened, workspace_argument
from app.periods import local_day


def _ledger_arguments(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--from", dest="start", metavar="D", help="the first day, as in 2026-01-01; else the month's")
    parser.add_argument("--to", dest="end", metavar="D", help="the last day, today if left out")
    parser.add_argument("--as-of", metavar="TIME", help="as it stood then; a day is its end in the workspace's zone")


def _ledger(given: argparse.Namespace) -> int:
    from app.agreement import ledger, ledger_words  # noqa: PLC0415 - other commands keep no ledger

    start = day("--from", given.start) if given.start else None
    end = day("--to", given.end) if given.end else None
    with opened(given, settled=True) as made:
        found = made.read(ledger.ledger, start, end, as_of(made, given.as_of))
        context = made.context()
    answer(given, ledger_words.to_json(found, context), ledger_words.to_text(found, context))
    return 0


def _replay_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", metavar="[WORKSPACE] DRAFT", nargs="+", help="the number of a version")
    parser.add_argument("--months", type=integer, default=12, metavar="N", help="how far back, 12 if left out")


def _replay(given: argparse.Namespace) -> int:
    from app.agreement import replay  # noqa: PLC0415 - other commands replay nothing

    words: list[str] = given.words
    given.workspace = None if len(words) == 1 else words.pop(0)
    if len(words) != 1 or not words[0].isdecimal():
        raise WrongUsageError("Write: replay WORKSPACE DRAFT, as in: replay team.tandem 5")
    with opened(given) as made:
        version = made.read(replay.version_of, words[0])
        found = made.read(replay.replay, version.id, given.months)
    answer(given, found.to_json(), found.to_text())
    return 0


def _forgive_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "words", metavar="[WORKSPACE] PROMISE", nargs="+", help="the key of a promise, as ledger --json says"
    )
    parser.add_argument("--meeting", type=integer, required=True, metavar="N", help="the open meeting that forgives it")
    parser.add_argument("--day", metavar="D", help="a day of the period that is forgiven, today if left out")
    parser.add_argument("--lead", type=integer, metavar="LEAD", help="this case alone, else all that is overdue")
    parser.add_argument("--amount", type=integer, metavar="N", help="so many leads of an amount that was promised")
    parser.add_argument("--note", required=True, help="why")


def _forgive(given: argparse.Namespace) -> int:
    from app.agreement import ledger, ledger_words  # noqa: PLC0415 - other commands keep no ledger

    words: list[str] = given.words
    given.workspace = None if len(words) == 1 else words.pop(0)
    if len(words) != 1:
        raise WrongUsageError("Write: forgive WORKSPACE PROMISE --meeting N --note WHY")
    with opened(given) as made:
        context = made.context()
        wanted = day("--day", given.day) if given.day else local_day(context.now, context.zone)
        made.write(ledger.forgive, words[0], wanted, given.meeting, given.lead, given.amount, given.note)
        found = made.read(ledger.ledger, None, wanted)
        context = made.context()
    answer(given, ledger_words.to_json(found, context), ledger_words.to_text(found, context))
    return 0


_VOTES = {"yes": True, "no": False}


def _vote_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", metavar="[WORKSPACE] [POLL yes|no]", nargs="*", help="without a vote: what is asked")
    parser.add_argument("--clause", metavar="KEY", help="which clause speaks against it")


def _vote(given: argparse.Namespace) -> int:
    from app.agreement import meter  # noqa: PLC0415 - other commands ask nobody

    words: list[str] = given.words
    voted = words[-2:] if len(words) > 1 else []
    given.workspace = next(iter(words[: len(words) - len(voted)]), None)
    if len(words) > 1 + len(voted) or (voted and not (voted[0].isdecimal() and voted[1] in _VOTES)):
        raise WrongUsageError("Write: vote WORKSPACE, or: vote WORKSPACE POLL yes|no [--clause KEY]")
    with opened(given) as made:
        if not made.read_only:
            made.write(meter.draw)
        if voted:
            made.write(meter.vote, int(voted[0]), is_lead=_VOTES[voted[1]], clause=given.clause)
        cards = made.read(meter.cards)
    document = [
        {
            "poll": card.poll_id,
            "week": card.week.isoformat(),
            "facts": dict(card.facts),
            "words": card.words,
            "mine": card.mine,
            "marketing": card.marketing,
            "sales": card.sales,
            "clauses": list(card.clauses),
            "lead": card.lead_id,
            "name": card.name or None,
        }
        for card in cards
    ]
    lines = []
    for card in cards:
        said = {True: "a lead", False: "not yet", None: "no vote"}
        told = f"marketing: {said[card.marketing]}, sales: {said[card.sales]}" if card.is_settled else said[card.mine]
        lines.append(f"{card.poll_id}  Lead {card.letter}{f' ({card.name})' if card.name else ''}: {told}")
        lines += [f"    {what}: {value}" for what, value in card.facts]
    answer(given, {"leads": document}, "\n".join(lines) or "You are asked about no lead this week.")
    return 0


COMMANDS = {
    "vote": Command("says of this week's blind leads whether they are leads", _vote_arguments, _vote),
    "forgive": Command("forgives in a meeting what the other team owes", _forgive_arguments, _forgive),
    "ledger": Command("shows what both teams promised, kept and owe", _ledger_arguments, _ledger),
    "replay": Command("runs a draft of the agreement over the past months", _replay_arguments, _replay),
}
