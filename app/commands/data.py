"""Commands on records: new, import, find, show, set, move, export, watch."""

import argparse
import json
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app import companies, contacts, entering, finding, leads, presenting, records, settings, timeline, workspace
from app.changes import Change, Noticed
from app.commands import handing, notes
from app.commands.common import Command, WrongUsageError, answer, integer, opened, say, table, workspace_argument
from app.context import Context
from app.errors import NotFoundError
from app.fields import KINDS, Kind, kind_of, to_plain
from app.handoffs import reading
from app.handoffs.reading import HandoffRow
from app.workspace import Workspace

_CELL = 40
_LINES = 200
_SHOWN = {
    "contact": ("id", "name", "company", "emails", "phones", "owner"),
    "company": ("id", "name", "domain", "city", "owner"),
    "lead": ("id", "name", "company", "stage", "owner", "value", "currency"),
}


def _new_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("workspace", metavar="WORKSPACE")
    parser.add_argument("--company", default="My company", help="the company's name")
    parser.add_argument("--timezone", default="UTC", help="as in Europe/Madrid")
    parser.add_argument("--currency", default="EUR", help="as in EUR")
    parser.add_argument("--member", help="the name of the first member, an admin")
    parser.add_argument("--email", help="the e-mail of the first member")
    parser.add_argument("--sample", action="store_true", help="fill it with a plausible small company")


def _new(given: argparse.Namespace) -> int:
    with workspace.create(
        given.workspace, given.company, given.timezone, given.currency, given.member, given.email
    ) as made:
        if given.sample:
            from app import sample  # noqa: PLC0415 - most workspaces start empty

            sample.fill(made)
        info = made.info
        if not made.store.stamps:
            settings.write(last_workspace=made.url)
    document = {
        "workspace": given.workspace,
        "uuid": info.uuid,
        "company": info.company,
        "timezone": info.timezone,
        "currency": info.currency,
    }
    answer(given, document, f"{info.company} is ready at {given.workspace}.")
    return 0


def _find_arguments(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("query", metavar="QUERY", help="as in 'city:Madrid -tag:student'")
    parser.add_argument("--what", default="contacts", choices=[kind.plural for kind in KINDS.values()])
    parser.add_argument("--limit", type=integer, default=50)
    parser.add_argument("--sort", default="name", metavar="FIELD", help="with - in front for the other way round")
    parser.add_argument("--count", action="store_true", help="only how many")


def _find(given: argparse.Namespace) -> int:
    kind = kind_of(given.what)
    with opened(given, settled=True) as made, made.reading() as session:
        total = finding.count(session, kind, given.query)
        rows: list[dict[str, Any]] = []
        if not given.count:
            ids = finding.first_ids(session, kind, given.query, given.sort, max(given.limit, 0))
            rows = presenting.shown(session, kind, ids)
    if given.count:
        answer(given, {"count": total, "rows": []}, str(total))
    else:
        answer(given, {"count": total, "rows": rows}, _listing(kind, rows, total))
    return 0


def _listing(kind: Kind, rows: list[dict[str, Any]], total: int) -> str:
    heads = list(_SHOWN[kind.name])
    lines = [[_cell(row.get(head)) for head in heads] for row in rows]
    return table(heads, lines) + f"\n{len(rows)} of {total}"


def _cell(value: Any) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    line = " ".join(text.split())
    return line if len(line) <= _CELL else line[: _CELL - 1] + "…"


def _record_arguments(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("kind", metavar="KIND", choices=list(KINDS), help="contact, company or lead")
    parser.add_argument("id", metavar="ID", type=integer)


def _show(given: argparse.Namespace) -> int:
    kind = kind_of(given.kind)
    with opened(given, settled=True) as made:
        handed = _handed(made, given.id) if kind.name == "lead" else []
        with made.reading() as session:
            document = _record(session, kind, given.id)
        if kind.name == "lead":
            document["handoffs"] = [one.to_json() for one in handed]
        context = made.context()
    lines = [
        f"{name}: {_plain(value)}" for name, value in document.items() if name not in {"timeline", "handoffs"} and value
    ]
    lines += [f"handoff: {line}" for line in handing.told(context, handed).splitlines()]
    lines += map(notes.told, document["timeline"])
    answer(given, document, "\n".join(lines))
    return 0


def _handed(made: Workspace, lead_id: int) -> list[HandoffRow]:
    """Return a lead's handoffs."""
    return made.read(reading.of_lead, lead_id)


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _record(session: Session, kind: Kind, number: int) -> dict[str, Any]:
    context: Context = session.info["context"]
    records.require(session, kind, number)
    found = presenting.shown(session, kind, [number])[0]
    happened = notes.timeline(context, timeline.page(session, kind.name, number, limit=_LINES))
    return {"kind": kind.name, **found, "timeline": happened}


def _set_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", metavar="[WORKSPACE] KIND ID FIELD=VALUE", nargs="+")


def _set(given: argparse.Namespace) -> int:
    words: list[str] = given.words
    given.workspace = None if words[0] in KINDS else words.pop(0)
    try:
        kind, number, fields = KINDS[words[0]], integer(words[1]), words[2:]
    except (LookupError, ValueError):
        fields = []
    if not fields:
        raise WrongUsageError("Write: set WORKSPACE KIND ID FIELD=VALUE, as in: set team.tandem contact 12 city=Madrid")
    pairs = {}
    for word in fields:
        name, equals, text = word.partition("=")
        if not equals:
            raise WrongUsageError(f"“{word}” names no value. Write FIELD=VALUE, as in city=Madrid.")
        pairs[name] = text
    with opened(given) as made:
        change = made.write(_set_fields, kind, number, pairs, act=f"{kind.plural}.edit")
        _answer_change(given, made, change, "Nothing changed.")
    return 0


def _set_fields(session: Session, kind: Kind, number: int, pairs: dict[str, str]) -> None:
    values = {name: entering.value(session, kind, name, text) for name, text in pairs.items()}
    edit = {"contact": contacts.edit, "company": companies.edit, "lead": leads.edit}[kind.name]
    edit(session, number, values)


def _answer_change(given: argparse.Namespace, made: workspace.Workspace, change: Change, nothing: str) -> None:
    context = made.context()
    entries = [
        {
            "kind": entry.kind,
            "id": entry.id,
            "fields": presenting.journal_fields(
                context,
                entry.kind,
                {name: {"before": before, "after": after} for name, (before, after) in entry.fields.items()},
            ),
        }
        for entry in change.entries
    ]
    lines = [
        f"{entry['kind']} {entry['id']}: "
        + ", ".join(f"{name} → {_plain(both['after'])}" for name, both in fields.items())
        for entry in entries
        if isinstance(fields := entry["fields"], dict)
    ]
    answer(given, {"op": change.op, "act": change.act, "changes": entries}, "\n".join(lines) or nothing)


def _move_arguments(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("lead", metavar="LEAD", type=integer)
    parser.add_argument("stage", metavar="STAGE")
    parser.add_argument("--reason", help="why it was lost")
    parser.add_argument("--note", help="what there is to say about it")
    parser.add_argument("--override", metavar="WHY", help="let it in against the agreement, as a lead of a team")


def _move(given: argparse.Namespace) -> int:
    with opened(given) as made:
        context = made.context()
        stage = context.stage(given.stage)
        reason = context.reason(given.reason, "lost", "disqualify").id if given.reason else None
        change = made.write(leads.move, given.lead, stage.id, reason=reason, note=given.note, override=given.override)
        _answer_change(given, made, change, "It stands there already.")
    return 0


def _watch_arguments(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--since", type=integer, metavar="N", help="from the line after number N of the journal")


def _watch(given: argparse.Namespace) -> int:
    stop = threading.Event()
    with opened(given) as made:

        def seen(lines: list[Noticed]) -> None:
            context = made.context()
            for line in lines:
                sys.stdout.write(json.dumps(_line(context, line), ensure_ascii=False) + "\n")
            sys.stdout.flush()

        def trouble(error: Exception | None) -> None:
            say(str(error) if error else "The workspace is back.")

        with suppress(KeyboardInterrupt):  # this is how a person ends it
            made.watch(made.latest() if given.since is None else given.since, seen, stop, trouble)
    return 0


def _line(context: Context, line: Noticed) -> dict[str, Any]:
    actor = context.members.get(line.actor_id) if line.actor_id is not None else None
    return {
        "seq": line.seq,
        "at": to_plain(line.at),
        "actor": (actor.email or actor.name) if actor else None,
        "act": line.act,
        "kind": line.kind,
        "id": line.id,
        "fields": presenting.journal_fields(context, line.kind, line.fields),
        "op": line.op,
        "import_id": line.import_id,
    }


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--kind", choices=[kind.plural for kind in KINDS.values()])
    parser.add_argument("--layout", metavar="NAME|FILE.toml")
    parser.add_argument("--answer", action="append", default=[], metavar="KEY=VALUE", help="settles a question")
    parser.add_argument("--on-existing", default="update", choices=["update", "skip", "fill"])
    parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")


def _import(given: argparse.Namespace) -> int:
    from app import imports  # noqa: PLC0415 - reading files is not needed by other commands

    answers = {}
    for word in given.answer:
        key, equals, text = word.partition("=")
        if not equals:
            raise WrongUsageError(f"“{word}” settles nothing. Write --answer KEY=VALUE.")
        answers[key] = text
    with opened(given) as made:
        result = imports.run(
            made,
            given.file,
            kind=given.kind,
            layout=given.layout,
            answers=answers,
            on_existing=given.on_existing,
            dry_run=given.dry_run,
        )
    answer(given, result.to_json(), result.to_text())
    if result.questions and not given.dry_run:
        say("Nothing was written: answer the question first, with --answer KEY=VALUE.")
        return 3
    return 0


def _imports(given: argparse.Namespace) -> int:
    from app import imports  # noqa: PLC0415 - reading files is not needed by other commands

    with opened(given) as made:
        found = made.read(imports.listed)
    lines = [
        [
            str(one["id"]),
            one["at"],
            one["file"],
            one["kind"],
            str(one["created"]),
            str(one["updated"]),
            one["undone"] or "",
        ]
        for one in found
    ]
    answer(given, found, table(["id", "at", "file", "kind", "created", "updated", "undone"], lines))
    return 0


def _import_undo_arguments(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("number", metavar="N", type=integer)


def _import_undo(given: argparse.Namespace) -> int:
    from app import imports  # noqa: PLC0415 - reading files is not needed by other commands

    with opened(given) as made:
        if given.number not in {one["id"] for one in made.read(imports.listed)}:
            raise NotFoundError(f"There is no import {given.number}. “tandem imports” lists them.")
        result = imports.take_back(made, given.number)
    answer(
        given,
        result,
        f"Import {given.number} was taken back: {result['removed']} removed, {result['restored']} restored.",
    )
    for kept in result["kept"]:
        say(kept)
    return 3 if result["kept"] else 0


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("what", choices=["contacts", "companies", "leads", "journal", "person"])
    parser.add_argument("--format", default="csv", choices=["csv", "xlsx", "vcf", "json"])
    parser.add_argument("--query", default="", help="only what this query meets")
    parser.add_argument("--id", type=integer, help="the contact, for a person")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True)


def _export(given: argparse.Namespace) -> int:
    from app import exporting  # noqa: PLC0415 - not needed by other commands

    with opened(given, settled=True) as made:
        count = exporting.export(made, given.what, given.format, given.output, given.query, given.id)
    answer(given, {"file": str(given.output), "rows": count}, f"{count} rows are in {given.output}.")
    return 0


COMMANDS = {
    "new": Command("makes a workspace", _new_arguments, _new),
    "import": Command("reads csv, tsv, txt, xlsx or vcf files", _import_arguments, _import),
    "imports": Command("lists the imports", workspace_argument, _imports),
    "import-undo": Command("takes an import back in full", _import_undo_arguments, _import_undo),
    "find": Command("lists what a query meets", _find_arguments, _find),
    "show": Command("shows one record with its timeline", _record_arguments, _show),
    "set": Command("changes fields of a record", _set_arguments, _set),
    "move": Command("moves a lead into a stage", _move_arguments, _move),
    "export": Command("writes records to a file", _export_arguments, _export),
    "watch": Command("prints a JSON line for every change, until ended", _watch_arguments, _watch),
}
