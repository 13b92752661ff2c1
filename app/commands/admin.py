"""Commands for whoever looks after a workspace: members, check, backup, restore, copy, upgrade, undo, redo."""

import argparse
import sys
from pathlib import Path

from app import members, undo
from app.commands.common import Command, WrongUsageError, answer, day, opened, table, workspace_argument
from app.periods import local_day
from app.workspace import Workspace


def _members_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", metavar="[WORKSPACE] list|add|change|remove|away [WHO]", nargs="+")
    parser.add_argument("--name")
    parser.add_argument("--from", dest="first", metavar="D", help="the first day away, as in 2026-01-31; else today")
    parser.add_argument("--to", dest="last", metavar="D", help="the last day away; else the first one")
    parser.add_argument("--email")
    parser.add_argument("--team", choices=members.TEAMS)
    parser.add_argument("--role", choices=members.ROLES)
    parser.add_argument("--login", help="the computer's account, or the server's login")
    parser.add_argument(
        "--password-stdin", action="store_true", help="read the server login's password from standard input"
    )


_VERBS = ("list", "add", "change", "remove", "away")


def _members(given: argparse.Namespace) -> int:
    from app import administration  # noqa: PLC0415 - other commands need none of it

    words: list[str] = given.words
    given.workspace = None if words[0] in _VERBS else words.pop(0)
    if not words or words[0] not in _VERBS:
        raise WrongUsageError(f"Write one of: members WORKSPACE {' | '.join(_VERBS)}.")
    verb, who = words[0], words[1] if len(words) > 1 else None
    with opened(given) as made:
        if verb == "add":
            password = sys.stdin.readline().rstrip("\n") if given.password_stdin else None
            administration.add_member(
                made,
                name=given.name or who or given.email or "",
                email=given.email or (who if who and "@" in who else None),
                team=given.team or "both",
                role=given.role or "member",
                login=given.login,
                password=password,
            )
        elif verb != "list":
            if who is None:
                raise WrongUsageError(f"Say whom to {verb}, by e-mail or name.")
            _change(given, made, verb, who)
        listed, away = members.listed(made.context()), made.read(members.away)
    document = [
        {
            "id": one.id,
            "name": one.name,
            "email": one.email,
            "login": one.login,
            "team": one.team,
            "role": one.role,
            "active": one.active,
            "away": [{"from": first.isoformat(), "to": last.isoformat()} for first, last in away.get(one.id, ())],
        }
        for one in listed
    ]
    lines = [
        [str(one.id), one.name, one.email, one.team, one.role, "" if one.active else "inactive", one.login]
        for one in listed
    ]
    answer(given, document, table(["id", "name", "email", "team", "role", "", "login"], lines))
    return 0


def _change(given: argparse.Namespace, made: Workspace, verb: str, who: str) -> None:
    from app import administration  # noqa: PLC0415 - other commands need none of it

    member = made.context().member(who)
    if verb == "away":
        first = day("--from", given.first) if given.first else local_day(made.context().now, made.context().zone)
        made.write(members.set_away, member.id, first, day("--to", given.last) if given.last else first)
        return
    if verb == "remove":
        administration.remove_member(made, member)
        return
    wanted = {name: getattr(given, name) for name in ("name", "email", "team", "role", "login")}
    values = {name: value for name, value in wanted.items() if value is not None}
    if not values:
        raise WrongUsageError("Say what to change: --name, --email, --team, --role or --login.")
    administration.change_member(made, member, values)


def _check(given: argparse.Namespace) -> int:
    from app import administration  # noqa: PLC0415 - other commands need none of it

    with opened(given) as made:
        findings = administration.check(made)
    answer(given, {"ok": not findings, "findings": findings}, "\n".join(findings) or "All is well.")
    return 1 if findings else 0


def _backup_arguments(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True)


def _backup(given: argparse.Namespace) -> int:
    from app import administration  # noqa: PLC0415 - other commands need none of it

    with opened(given) as made:
        administration.backup(made, given.output)
    answer(given, {"file": str(given.output)}, f"The backup is {given.output}; it was read back and is whole.")
    return 0


def _restore_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("workspace", metavar="WORKSPACE")


def _restore(given: argparse.Namespace) -> int:
    from app import administration  # noqa: PLC0415 - other commands need none of it

    administration.restore(given.file, given.workspace)
    answer(given, {"workspace": given.workspace}, f"{given.workspace} holds what {given.file} held.")
    return 0


def _copy_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="FROM")
    parser.add_argument("target", metavar="TO")


def _copy(given: argparse.Namespace) -> int:
    from app import administration  # noqa: PLC0415 - other commands need none of it

    counts = administration.copy(given.source, given.target)
    answer(given, {"tables": counts}, f"{sum(counts.values())} rows are in {given.target}.")
    return 0


def _upgrade(given: argparse.Namespace) -> int:
    from app import administration  # noqa: PLC0415 - other commands need none of it

    document = administration.upgrade(given.workspace)
    answer(given, document, str(document["message"]))
    return 0


def _turn(given: argparse.Namespace, verb: str) -> int:
    with opened(given) as made:
        turn = undo.undo if verb == "undo" else undo.redo
        change = made.write(turn)
        while change.result and change.result.get("next"):
            change = made.write(turn, change.result["next"])
    document = {"op": change.op, "act": change.act, "subject": change.subject}
    answer(given, document, f"{verb.capitalize()}: {change.subject or change.act}")
    return 0


def _undo(given: argparse.Namespace) -> int:
    return _turn(given, "undo")


def _redo(given: argparse.Namespace) -> int:
    return _turn(given, "redo")


COMMANDS = {
    "members": Command("lists, adds, changes or removes members", _members_arguments, _members),
    "check": Command("looks whether everything in the workspace holds together", workspace_argument, _check),
    "backup": Command("writes a copy that was read back", _backup_arguments, _backup),
    "restore": Command("puts a backup in place of a workspace", _restore_arguments, _restore),
    "copy": Command(
        "copies a whole workspace, history included, from one kind of database to the other", _copy_arguments, _copy
    ),
    "upgrade": Command("brings an older workspace up to date", workspace_argument, _upgrade),
    "undo": Command("turns my latest act back", workspace_argument, _undo),
    "redo": Command("does again what I undid last", workspace_argument, _redo),
}
