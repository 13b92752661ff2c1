"""The command that lists contacts which may be there twice."""

import argparse
from typing import Any

from app.commands.common import Command, answer, opened, say, table, workspace_argument
from app.workspace import Workspace


def _arguments(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--all", action="store_true", help="also those that are merely worth a look")


def _duplicates(given: argparse.Namespace) -> int:
    from app.duplicates import pairs, reasons  # noqa: PLC0415 - other commands compare nobody
    from app.duplicates.scoring import LOOK  # noqa: PLC0415 - as above

    with opened(given) as made:
        _bring_up(made)
        found = made.read(pairs.found, None)
        fields = made.context().fields
    shown = [pair for pair in found.pairs if given.all or pair.grade != LOOK]
    whys = [reasons.said(pair.why, fields) for pair in shown]
    document = [
        {
            "class": pair.grade,
            "score": pair.score,
            "why": why,
            "contacts": [_side(pair.first), _side(pair.second)],
        }
        for pair, why in zip(shown, whys, strict=True)
    ]
    lines = [
        [pair.grade, *(f"{one.name} ({one.id})" for one in (pair.first, pair.second)), ", ".join(why)]
        for pair, why in zip(shown, whys, strict=True)
    ]
    if found.outstanding:
        say(f"{found.outstanding} contacts were not compared yet: this workspace can only be read from here.")
    answer(given, document, table(["class", "contact", "contact", "why"], lines) if lines else "There are none.")
    return 0


def _side(side: Any) -> dict[str, Any]:
    return {"id": side.id, "external_id": side.external_id or None, "name": side.name, "company": side.company or None}


def _bring_up(made: Workspace) -> None:
    """Compare what was not compared yet."""
    from app.duplicates import index  # noqa: PLC0415 - as above

    told = {"left": 1}
    while told["left"] and not made.read_only:
        made.write(index.refresh, told)


COMMANDS = {"duplicates": Command("lists contacts that may be there twice", _arguments, _duplicates)}
