"""Records written to files that spreadsheets cannot be attacked through and that import again to the same records.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, which an import of our own files takes
away again. A list is written as `a; b`, an entry that holds a semicolon or quote in quotes.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import finding, presenting, scores
from app.context import Context
from app.errors import NotFoundError, RefusedError, UsageError, Word
from app.fields import CONSENT, CUSTOM, KINDS, Field, Kind, to_plain
from app.filing import sheet_file, text_file, whole
from app.timeline import timeline
from app.workspace import Workspace
from db import rows as db_rows
from db.models import Campaign, Company, Consent, Contact, Journal, Member, Reason, Stage
from db.textual import RISKY, amount, guarded, iso, listed, separated

_NEEDS_QUOTES = re.compile(r'^$|^\s|\s$|[;"\r\n]').search
BATCH = 20_000
_TELLING = 1_000
WORKSPACE = "workspace"


def export(workspace: Workspace, what: str, form: str, path: Path, query: str = "", number: int | None = None) -> int:
    """Write contacts, companies, leads, the journal or one person's data to a file; return the count of rows.

    Raises:
        UsageError: this cannot be written in that form.
        RefusedError: the file cannot be written, or there are more rows than a sheet holds.
    """
    try:
        with workspace.reading() as session, whole(path) as target:
            if what == "person":
                return _person(session, form, target, number)
            if what == "journal":
                return _journal(session, form, target)
            kind = next(kind for kind in KINDS.values() if kind.plural == what)
            return _records(session, kind, form, target, query)
    except OSError as error:
        raise RefusedError(
            "{path} cannot be written ({why}). Choose another place.", path=path, why=error.strerror
        ) from error


def _records(session: Session, kind: Kind, form: str, path: Path, query: str) -> int:
    if form == "csv":
        return _text(session, path, kind, query)
    if form == "xlsx":
        return sheet_file(path, kind.plural, heads(session, kind), lines(session, kind, query, guard=False))
    ids = finding.ids(session, kind, query)
    if form == "json":
        shown = presenting.shown(session, kind, ids)
        path.write_text(json.dumps(shown, ensure_ascii=False, indent=1), encoding="utf-8")
        return len(shown)
    if kind.name != "contact":
        raise UsageError(
            "Only contacts can be written as vcf. Choose csv, xlsx or json for {kinds}.", kinds=Word(kind.plural)
        )
    from app.cards import card  # noqa: PLC0415 - other forms need no vCards

    shown = presenting.shown(session, kind, ids)
    with path.open("w", encoding="utf-8", newline="") as file:
        for one in shown:
            file.write(card(one))
    return len(shown)


def picked(
    session: Session, kind: str, form: str, path: Path, ids: Sequence[int], went: Callable[[int], None] | None = None
) -> int:
    """Write the named contacts or companies to a csv or xlsx file, in the order of their ids; return how many.

    `went` hears how many are through; what it raises ends the export, and nothing is left of the file.

    Raises:
        RefusedError: the file cannot be written, or there are more rows than a sheet holds.
    """
    found = KINDS[kind]
    try:
        with whole(path) as target:
            rows = _told(lines(session, found, guard=form == "csv", ids=sorted(ids)), went)
            if form == "csv":
                return text_file(target, heads(session, found), rows)
            return sheet_file(target, found.plural, heads(session, found), rows)
    except OSError as error:
        raise RefusedError(
            "{path} cannot be written ({why}). Choose another place.", path=path, why=error.strerror
        ) from error


def _told(rows: Iterator[Sequence[Any]], went: Callable[[int], None] | None) -> Iterator[Sequence[Any]]:
    for number, row in enumerate(rows, 1):
        if went is not None and number % _TELLING == 0:
            went(number)
        yield row


def heads(session: Session, kind: Kind) -> list[str]:
    """Return the column names of an export."""
    context: Context = session.info["context"]
    names = [WORKSPACE, *(one.name for one in kind.fields.values())]
    names += [f"{CUSTOM}{one.name}" for one in _added(context, kind)]
    return names + [f"{CONSENT}{purpose}" for purpose in _purposes(session, kind)]


def _added(context: Context, kind: Kind) -> list[Any]:
    return sorted((one for one in context.fields.values() if one.kind == kind.name), key=lambda one: one.id)


def _purposes(session: Session, kind: Kind) -> list[str]:
    if kind.name != "contact":
        return []
    found = session.execute(sa.select(Consent.purpose).where(Consent.deleted_at.is_(None)).distinct())
    return sorted(found.scalars().all())


def lines(
    session: Session, kind: Kind, query: str = "", *, guard: bool = True, ids: Sequence[int] | None = None
) -> Iterator[Sequence[Any]]:
    """Yield the rows of an export in the order of their ids, read in pieces; of `ids`, which are sorted, those alone.

    With `guard`, cells are text that no spreadsheet takes for a formula; without, they are as they stand.
    """
    statement = _statement(session, kind, query, guard=guard)
    number = db_rows.table_of(kind.table).c.id
    if ids is not None:
        for start in range(0, len(ids), presenting.BATCH):
            some = statement.where(number.in_(ids[start : start + presenting.BATCH])).order_by(number)
            yield from _cells(kind, session.execute(some).all(), guard=guard)
        return
    last = 0
    while True:
        piece = session.execute(statement.where(number > last).order_by(number).limit(BATCH)).all()
        if not piece:
            return
        last = int(piece[-1].id)
        yield from _cells(kind, piece, guard=guard)


def _cells(kind: Kind, piece: Iterable[Sequence[Any]], *, guard: bool = True) -> Iterator[Sequence[Any]]:
    """Yield rows with the lists that the engine left as JSON as one cell each."""
    lists = [position + 1 for position, one in enumerate(kind.fields.values()) if one.type == "list"]
    for row in piece:
        if any(row[position][:1] == "[" for position in lists):
            cells = list(row)
            for position in lists:
                if cells[position][:1] == "[":
                    cells[position] = joined(json.loads(cells[position]), guard=guard)
            yield cells
        else:
            yield row


def _text(session: Session, path: Path, kind: Kind, query: str) -> int:
    """Write a csv file of lines that the engine made, but for those with a cell that must be quoted."""
    names = heads(session, kind)
    cells = _statement(session, kind, query, guard=True)
    number = db_rows.table_of(kind.table).c.id
    whole = cells.with_only_columns(separated(*cells.selected_columns))
    commas, count, last = len(names) - 1, 0, 0
    # With the mark in front, spreadsheets take the file for what it is.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerow(names)
        while made := _made(session, whole.where(number > last).order_by(number).limit(BATCH)):
            odd = {
                _id_of(line): place
                for place, line in enumerate(made)
                if line.count(",") != commas or '"' in line or "\n" in line or "\r" in line
            }
            last = _id_of(made[-1])
            count += len(made)
            _quote(session, kind, cells, made, odd)
            file.write("\r\n".join([*made, ""]))
    return count


def _made(session: Session, statement: sa.Select[*tuple[Any, ...]]) -> list[str]:
    """Return the one column of text as the driver gives it: a hundred thousand rows need no objects of their own."""
    return [line for (line,) in db_rows.fetched(session, statement)]


def _id_of(line: str) -> int:
    """Return the id in a line that an engine made: the second cell, after the workspace."""
    return int(line.split(",", 2)[1])


def _quote(session: Session, kind: Kind, cells: Any, made: list[str], odd: Mapping[int, int]) -> None:
    """Put lines with quotes in the places of those that need some; `odd` has the places by id."""
    number = db_rows.table_of(kind.table).c.id
    ids = list(odd)
    for start in range(0, len(ids), presenting.BATCH):
        piece = session.execute(cells.where(number.in_(ids[start : start + presenting.BATCH]))).all()
        for row in _cells(kind, piece):
            line = io.StringIO()
            csv.writer(line).writerow(row)  # quotes what holds an end of line, so that end must be the usual one
            made[odd[row[1]]] = line.getvalue().removesuffix("\r\n")


def joined(entries: Sequence[str], *, guard: bool = True) -> str:
    """Return a list as one cell, entries separated by semicolons, as `split` reads it."""
    if any(_NEEDS_QUOTES(entry) for entry in entries):
        target = io.StringIO()
        csv.writer(target, delimiter=";", lineterminator="", quoting=csv.QUOTE_ALL).writerow(entries)
        text = target.getvalue()
    else:
        text = "; ".join(entries)
    return "'" + text if guard and text[:1] and text[0] in RISKY else text


def split(cell: str) -> list[str]:
    """Return the entries of a cell that `joined` wrote."""
    if not cell:
        return []
    return [entry.strip() for entry in next(csv.reader([cell], delimiter=";", skipinitialspace=True))]


def unguarded(cell: str) -> str:
    """Return a cell as it was before an export put an apostrophe in front."""
    return cell[1:] if len(cell) > 1 and cell[0] == "'" and cell[1] in RISKY else cell


def _statement(session: Session, kind: Kind, query: str, *, guard: bool) -> sa.Select[*tuple[Any, ...]]:
    context: Context = session.info["context"]
    model: Any = kind.model
    table = db_rows.table_of(kind.table)
    source: Any = table
    columns: list[Any] = [sa.literal(context.info.uuid[:8]).label(WORKSPACE)]
    text: Any = guarded if guard else _plain
    for one in kind.fields.values():
        column, source = _column(context, table, source, one, text)
        columns.append(column.label(one.name))
    columns += [_custom(model, added, text).label(f"{CUSTOM}{added.name}") for added in _added(context, kind)]
    for position, purpose in enumerate(_purposes(session, kind)):
        consent = sa.orm.aliased(Consent, name=f"consent_{position}")
        granted = sa.select(sa.case((consent.granted, "yes"), else_="no")).where(
            consent.contact_id == table.c.id, consent.purpose == purpose, consent.deleted_at.is_(None)
        )
        columns.append(sa.func.coalesce(granted.scalar_subquery(), ""))
    condition = finding.condition_of(session, kind, query)
    return sa.select(*columns).select_from(source).where(table.c.deleted_at.is_(None), condition)


def _custom(model: Any, added: Any, text: Any) -> Any:
    value = model.custom[str(added.id)].as_string()
    if added.form == "yesno":
        # The engines write a JSON truth as 1 or as true.
        return sa.case((value.in_(["1", "true"]), "true"), (value.is_not(None), "false"), else_="")
    return text(value)


def _plain(column: Any) -> Any:
    return sa.func.coalesce(column, "")


def _column(context: Context, table: sa.Table, source: Any, one: Field, text: Any) -> tuple[Any, Any]:
    """Return the expression of a field's cell, and the tables it needs."""
    if one.name in {"team", "milestone"}:
        return text(getattr(Stage, one.name)), source  # the stage's own column joined it already
    if one.name == "score":
        return scores.column(context, table.c).element, source
    column = table.c[one.column]
    if one.type in _REFERRED:
        model, name = _REFERRED[one.type]
        target = model.__table__.alias(f"{one.name}_of") if one.type != "stage" else model.__table__
        shown: Any = sa.func.coalesce(target.c[name], target.c.name) if name != "name" else target.c.name
        return text(shown), source.outerjoin(target, target.c.id == column)
    if one.type == "moment":
        return iso(column), source
    if one.type == "money":
        return amount(column), source
    if one.type == "list":
        return listed(column) if text is guarded else sa.cast(column, sa.Text), source
    if one.type == "date":
        return sa.func.coalesce(sa.cast(column, sa.Text), ""), source
    if one.type in {"id", "number"}:
        return column, source
    return text(column), source


_REFERRED: dict[str, tuple[Any, str]] = {
    "member": (Member, "email"),
    "company": (Company, "name"),
    "contact": (Contact, "name"),
    "campaign": (Campaign, "name"),
    "stage": (Stage, "name"),
    "reason": (Reason, "name"),
}


def _journal(session: Session, form: str, path: Path) -> int:
    context: Context = session.info["context"]
    if form == "vcf":
        raise UsageError("The journal can be written as csv, xlsx or json.")
    names = ["seq", "at", "actor", "act", "kind", "id", "fields", "op", "import_id"]

    def found() -> Iterator[list[Any]]:
        last = 0
        while True:
            piece = session.execute(
                sa.select(Journal.__table__).where(Journal.seq > last).order_by(Journal.seq).limit(BATCH)
            ).all()
            if not piece:
                return
            last = piece[-1].seq
            for row in piece:
                actor = context.members.get(row.actor_id)
                who = (actor.email or actor.name) if actor else ""
                shown = presenting.journal_fields(context, row.kind, row.fields)
                yield [
                    row.seq,
                    to_plain(row.at),
                    who if form != "csv" or who[:1] not in RISKY else f"'{who}",
                    row.act,
                    row.kind,
                    row.record_id,
                    shown if form == "json" else json.dumps(shown, ensure_ascii=False),
                    row.op,
                    row.import_id,
                ]

    if form == "csv":
        return text_file(path, names, found())
    if form == "xlsx":
        return sheet_file(path, "journal", names, found())
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for line in found():
            file.write("[\n" if count == 0 else ",\n")
            file.write(json.dumps(dict(zip(names, line, strict=True)), ensure_ascii=False))
            count += 1
        file.write("\n]\n" if count else "[]\n")
    return count


def _person(session: Session, form: str, path: Path, number: int | None) -> int:
    """Write all that is known of one contact."""
    context: Context = session.info["context"]
    if form != "json":
        raise UsageError("A person's data is written as json: --format json.")
    if number is None:
        raise UsageError("Say whose data: --id NUMBER of the contact.")
    contact = KINDS["contact"]
    shown = presenting.shown(session, contact, [number])
    if not shown:
        raise NotFoundError("There is no contact {number}.", number=number)
    consents = [
        {
            "purpose": row.purpose,
            "granted": row.granted,
            "basis": row.basis,
            "source": row.source,
            "wording": row.wording,
            "at": to_plain(row.at),
        }
        for row in session.execute(sa.select(Consent.__table__).where(Consent.contact_id == number)).all()
    ]
    lead_ids = finding.ids_where(session, KINDS["lead"], "contact_id", number)
    document = {
        "contact": shown[0],
        "consents": consents,
        "leads": presenting.shown(session, KINDS["lead"], lead_ids),
        "timeline": [
            {
                "at": to_plain(item.at),
                "who": item.who,
                "what": item.what,
                "text": item.text,
                "kind": item.kind,
                "record": item.record_id,
                "fields": presenting.journal_fields(context, item.kind, item.fields),
            }
            for item in timeline(session, "contact", number, limit=None)
        ],
    }
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
    return 1


__all__ = ["export", "heads", "joined", "lines", "picked", "split", "unguarded"]
