"""Commands on notes: write one, reply to it, react to it, pin it to the top of its record; and how a timeline reads."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from app import feed, presenting, replies, threads
from app.changes import Change
from app.commands.common import Command, answer, integer, opened, workspace_argument
from app.context import Context
from app.fields import KINDS, to_plain
from app.threads import Placed
from app.timeline import Part
from app.workspace import Workspace


def _note_arguments(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("kind", metavar="KIND", choices=list(KINDS), help="contact, company or lead")
    parser.add_argument("id", metavar="ID", type=integer)
    parser.add_argument("text", metavar="TEXT", help="what it says; whom it names with @ is told")


def _note(given: argparse.Namespace) -> int:
    return _write(given, feed.add, given.kind, given.id, "note", given.text)


def _reply_arguments(parser: argparse.ArgumentParser) -> None:
    _which(parser)
    parser.add_argument("text", metavar="TEXT", help="what it says; whoever began the thread is told")


def _reply(given: argparse.Namespace) -> int:
    return _write(given, replies.reply, given.note, given.text)


def _react_arguments(parser: argparse.ArgumentParser) -> None:
    _which(parser)
    parser.add_argument("sign", metavar="SIGN", choices=replies.SIGNS, help=", ".join(replies.SIGNS))
    parser.add_argument("--off", action="store_true", help="take it back")


def _react(given: argparse.Namespace) -> int:
    return _write(given, replies.react, given.note, given.sign, note=given.note, on=not given.off)


def _pin_arguments(parser: argparse.ArgumentParser) -> None:
    _which(parser)
    parser.add_argument("--off", action="store_true", help="let it go")


def _pin(given: argparse.Namespace) -> int:
    return _write(given, replies.pin, given.note, note=given.note, on=not given.off)


def _write(given: argparse.Namespace, service: Callable[..., object], *args: Any, note: int = 0, **more: Any) -> int:
    """Call a service and answer with the note: the one given, else the one that it wrote."""
    with opened(given) as made:
        change = made.write(service, *args, **more)
        _tell(given, made, note or _written(change))
    return 0


def _which(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("note", metavar="NOTE", type=integer, help="its number, as “show” and “inbox” give it")


def _written(change: Change) -> int:
    return next(entry.id for entry in change.entries if entry.kind == "activity")


def _tell(given: argparse.Namespace, made: Workspace, number: int) -> None:
    """Answer with a note as it stands now."""
    found = made.read(replies.one, number)
    context = made.context()
    signs = signs_of(context, found.reactions)
    document = {
        "id": found.id,
        "kind": found.kind,
        "record": found.record_id,
        "at": to_plain(found.at),
        "who": found.by,
        "what": found.type,
        "text": found.text,
        "reply_to": found.parent_id,
        "pinned": found.is_pinned,
        "reactions": signs,
    }
    words = f"{_what(document)} on {found.kind} {found.record_id}: {found.text}{_signed(signs)}"
    answer(given, document, words)


def timeline(context: Context, part: Part) -> list[dict[str, Any]]:
    """Return a timeline as plain values in the order in which it is read: pinned notes first, replies below theirs."""
    return [_line(context, placed) for placed in threads.arranged(part.items, part.pinned)]


def _line(context: Context, placed: Placed) -> dict[str, Any]:
    item = placed.item
    return {
        "id": item.id if item.source == "activity" else None,
        "at": to_plain(item.at),
        "who": item.who,
        "what": item.what,
        "text": item.text,
        "reply_to": item.parent_id,
        "pinned": item.is_pinned,
        "reactions": signs_of(context, item.reactions),
        "fields": presenting.journal_fields(context, item.kind, item.fields),
    }


def told(line: Mapping[str, Any]) -> str:
    """Return one line of such a timeline in words."""
    below = "    " if line["reply_to"] is not None else "  "
    return f"{below}{line['at']}  {line['who']}  {_what(line)}  {line['text']}{_signed(line['reactions'])}"


def _what(line: Mapping[str, Any]) -> str:
    """Return what a line is: a note with its number, whether it is pinned, and which note it answers."""
    name = line["what"] if line["id"] is None else f"{line['what']} {line['id']}"
    about = ["pinned"] if line["pinned"] else []
    about += [] if line["reply_to"] is None else [f"reply to {line['reply_to']}"]
    return f"{name} ({', '.join(about)})" if about else name


def signs_of(context: Context, reactions: Mapping[str, Iterable[int]]) -> dict[str, list[str]]:
    """Return who gave each sign: by e-mail, or by name where there is none."""
    return {
        sign: [presenting.plain_name(context, "member", number) for number in ids] for sign, ids in reactions.items()
    }


def _signed(signs: Mapping[str, list[str]]) -> str:
    return "".join(f"  [{sign}: {', '.join(map(str, who))}]" for sign, who in signs.items())


COMMANDS = {
    "note": Command("writes a note on a contact, company or lead", _note_arguments, _note),
    "reply": Command("replies to a note, in its thread", _reply_arguments, _reply),
    "react": Command("puts a sign of yours below a note, or takes it back", _react_arguments, _react),
    "pin": Command("pins a note to the top of its record, or lets it go", _pin_arguments, _pin),
}
