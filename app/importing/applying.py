"""Writing a plan: in one transaction, in bulk, with what is needed to take it back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import derived, records
from app.context import Context
from app.fields import CONSENT, CUSTOM, KINDS
from app.importing import histories, stored
from app.importing.making import Maker, Numbers, foot, rows
from app.importing.planning import ORDER, Changed, Plan
from app.importing.progress import WRITING, Progress
from app.importing.spool import IN_MEMORY, Spool
from app.importing.updating import Updates
from app.stays import StayTimes
from db import search
from db.journal import write_of
from db.models import Company, Consent, Contact, Import, ImportChange, Lead, RecordKey, Stage, Stay
from db.rows import insert_all, table_of
from db.types import to_micros

_SHARED = {"company": Company, "contact": Contact}


@dataclass(frozen=True, slots=True)
class Source:
    """What is imported: the file's name, the layout's and the answer that is kept of it."""

    file: str
    layout: str
    answer: dict[str, Any]


def write(session: Session, plan: Plan, source: Source, *, fill: bool, progress: Progress) -> int:
    """Write the plan; return the import's number."""
    store, writing = session.info["store"], write_of(session)
    context: Context = session.info["context"]
    now = to_micros(writing.now)
    progress.begin(WRITING, sum(plan.counts.values()))
    plan.lists.write(session)
    import_id = _import(session, plan, source)
    numbers = Numbers()
    for kind in ORDER:
        if plan.counts[kind]:
            numbers.first[kind] = store.allocate_ids(session, table_of(KINDS[kind].table), plan.counts[kind])
    _held_names(session, plan, numbers)
    ranks = _ranks(session, plan)
    facts = plan.lists.facts()
    makers = {
        kind: Maker(
            kind,
            numbers,
            plan.lists,
            now,
            context.info.currency,
            facts,
            plan.patches[kind],
            fill,
            keep_names=bool(plan.counts["lead"] or plan.changes["lead"]),
            ranks=ranks,
        )
        for kind in ORDER
    }
    sizes = {table_of(KINDS[kind].table).name: plan.counts[kind] for kind in ORDER}
    with store.bulk(session, sizes | {table_of(RecordKey).name: sum(sizes.values())}):
        for kind in ORDER:
            _make(session, plan, makers[kind], import_id, now, progress)
    for kind in ORDER:
        _change(session, kind, plan, numbers, import_id, makers["lead"])
    counts = {"created": plan.created, "updated": plan.updated, "unchanged": plan.unchanged}
    writing.act = "import"
    writing.subject = source.file
    writing.record(
        "import",
        import_id,
        {
            name: (None, value)
            for name, value in (counts | {"file": source.file, "kind": KINDS[plan.kind].plural}).items()
        },
        import_id=import_id,
    )
    return import_id


def _import(session: Session, plan: Plan, source: Source) -> int:
    writing = write_of(session)
    number = int(session.info["store"].allocate_ids(session, table_of(Import), 1))
    values: dict[str, Any] = {
        "id": number,
        "file": source.file,
        "kind": KINDS[plan.kind].plural,
        "layout": source.layout,
        "op": writing.op,
        "answer": source.answer | {"import_id": number},
    }
    values |= {"member_id": writing.facts.member_id, "at": writing.now}
    session.execute(sa.insert(Import).values(**values))
    return number


def _held_names(session: Session, plan: Plan, numbers: Numbers) -> None:
    """Look up the names of companies and contacts that stand and that new records refer to."""
    for kind, name in (("contact", "company"), ("lead", "company"), ("lead", "contact")):
        model: Any = _SHARED[name]
        wanted: set[int] = set()
        for _, columns in plan.fresh[kind]:
            wanted |= {ref for ref in columns.get(name) or () if ref is not None and ref > 0}
        for changed in plan.changes[kind].values():
            wanted |= {ref for ref in (changed.base.get(name), changed.after.get(name)) if ref is not None and ref > 0}
        found = sorted(wanted - numbers.held[name].keys())
        for start in range(0, len(found), 5_000):
            statement = sa.select(model.id, model.name).where(model.id.in_(found[start : start + 5_000]))
            numbers.held[name] |= {row.id: row.name for row in session.execute(statement).all()}


def _ranks(session: Session, plan: Plan) -> dict[int, Any]:
    """Hold every stage that may get cards, and return where its next ones go."""
    if not plan.counts["lead"] and not plan.changes["lead"]:
        return {}
    stages = session.execute(sa.select(Stage.id)).scalars().all()
    for number in sorted(stages):
        session.info["store"].lock(session, number)
    feet = session.execute(sa.select(Lead.stage_id, sa.func.max(Lead.rank).label("foot")).group_by(Lead.stage_id)).all()
    last: dict[int, str] = {row.stage_id: row.foot for row in feet}
    return {number: foot(last.get(number)) for number in stages}


# New records ------------------------------------------------------------------------------------------------------


def _make(session: Session, plan: Plan, maker: Maker, import_id: int, now: int, progress: Progress) -> None:
    if not plan.counts[maker.kind]:
        return
    store, writing = session.info["store"], write_of(session)
    table = table_of(KINDS[maker.kind].table)
    member = writing.facts.member_id
    stamps = (
        {}
        if store.stamps
        else {"version": 1, "recorded_at": now, "recorded_by": member, "updated_at": now, "updated_by": member}
    )
    constants = {"import_id": import_id} | stamps
    keys, stays, consents = Spool(), Spool(), Spool()

    def made() -> Iterator[tuple[list[str], Iterator[tuple[Any, ...]]]]:
        for lines, values in plan.fresh[maker.kind]:
            progress.step(len(lines))
            one = maker.make(len(lines), values)
            keys.put(sorted(one.keys), 4 * len(one.keys))
            stays.put(
                [(lead, stay.stage_id, stay.entered_at, stay.left_at) for lead, stay in one.stays], 4 * len(one.stays)
            )
            consents.put(one.consents, 3 * len(one.consents))
            yield rows(one.columns, constants)

    try:
        # Rows are made while the engine takes in those before them: as many as have the same columns go in one stream.
        for names, several in groupby(made(), key=itemgetter(0)):
            store.bulk_insert(session, table, names, chain.from_iterable(found for _, found in several))
        if keys.size:
            _write_keys(session, keys)
        if stays.size:
            _write_stays(session, stays, import_id)
        for several in consents:
            _consents(session, several)
    finally:
        for spool in (keys, stays, consents):
            spool.close()
    search.index_new_rows(session.connection(), table.name, maker.numbers.first[maker.kind])


def _write_keys(session: Session, keys: Spool) -> None:
    # In the order of their index, which then grows at its end: all of them, or as many as memory should hold.
    found = _distinct(sorted(chain.from_iterable(keys))) if keys.size <= IN_MEMORY else _by_chunk(keys)
    session.info["store"].bulk_insert(session, table_of(RecordKey), ["kind", "field", "key", "record_id"], found)


def _write_stays(session: Session, stays: Spool, import_id: int) -> None:
    writing = write_of(session)
    stamps = (writing.facts.member_id, import_id, writing.op)
    names = ["lead_id", "stage_id", "entered_at", "left_at", "member_id", "import_id", "op"]
    found = ((*one, *stamps) for several in stays for one in several)
    session.info["store"].bulk_insert(session, table_of(Stay), names, found)


def _by_chunk(keys: Spool) -> Iterator[tuple[str, str, str, int]]:
    return chain.from_iterable(map(_distinct, keys))


def _distinct(keys: Iterable[tuple[str, str, str, int]]) -> Iterator[tuple[str, str, str, int]]:
    last = None
    for one in keys:
        if one != last:
            yield one
        last = one


def _consents(session: Session, given: Sequence[tuple[int, str, bool]]) -> None:
    writing = write_of(session)
    insert_all(
        session,
        Consent,
        [
            {
                "contact_id": number,
                "purpose": purpose,
                "granted": granted,
                "source": "import",
                "at": writing.now,
                "member_id": writing.facts.member_id,
            }
            for number, purpose, granted in given
        ],
    )


# Records that stand -----------------------------------------------------------------------------------------------


def _change(session: Session, kind: str, plan: Plan, numbers: Numbers, import_id: int, maker: Maker) -> None:
    changes = plan.changes[kind]
    if not changes:
        return
    updates = Updates(kind)
    kept: list[dict[str, Any]] = []
    for number, changed in changes.items():
        after = _real(kind, changed.after, plan, numbers)
        stays = _real_stays(changed, plan)
        fields = {
            name: {
                "before": stored.plain(kind, name, changed.before.get(name)),
                "after": stored.plain(kind, name, value),
            }
            for name, value in after.items()
        }
        columns = _columns(kind, changed, after, plan, numbers)
        if stays is not None:
            moved = histories.columns(stays, maker.facts)
            if moved["stage_id"] != changed.base["stage"]:
                moved["rank"] = maker.place(moved["stage_id"])
            fields |= _moved(changed, moved, stays)
            columns |= {name: stored.typed(name, value) for name, value in moved.items()}
            updates.stays[number] = stays
        updates.add(number, changed.version, columns)
        updates.add_keys(number, {**changed.base, **after}, after)
        updates.add_name(number, columns, changed.base.get("name"))
        for name, value in after.items():
            if name.startswith(CONSENT):
                records.set_consent(session, number, name.removeprefix(CONSENT), value)
        kept.append({"import_id": import_id, "kind": kind, "record_id": number, "fields": fields})
    updates.write(session, import_id)
    session.execute(sa.insert(ImportChange), kept)


def _real(kind: str, after: Mapping[str, Any], plan: Plan, numbers: Numbers) -> dict[str, Any]:
    """Return changed values with every reference to something new as its id."""
    found = dict(after)
    for name, value in after.items():
        known = KINDS[kind].fields.get(name)
        if known is None or value is None:
            continue
        if known.type in {"member", "campaign"}:
            found[name] = plan.lists.real(known.type, value)
        elif known.type in {"company", "contact"} and value < 0:
            found[name] = numbers.real(known.type, value)
    return found


def _real_stays(changed: Changed, plan: Plan) -> list[StayTimes] | None:
    if changed.stays is None:
        return None
    return [
        StayTimes(plan.lists.real("stage", one.stage_id) or one.stage_id, one.entered_at, one.left_at)
        for one in changed.stays
    ]


def _columns(kind: str, changed: Changed, after: Mapping[str, Any], plan: Plan, numbers: Numbers) -> dict[str, Any]:
    """Return changed values as columns, with what is derived from them."""
    fields = KINDS[kind].fields
    found: dict[str, Any] = {}
    custom = dict(changed.custom)
    for name, value in after.items():
        if name.startswith(CUSTOM):
            custom[str(plan.lists.field_id(kind, name.removeprefix(CUSTOM)))] = value
            found["custom"] = custom
        elif name in fields and fields[name].column:
            found[fields[name].column] = stored.typed(name, value, fields[name].type)
    both = {**changed.base, **after}
    if kind == "contact" and found.keys() & {
        "name",
        "first_name",
        "last_name",
        "emails",
        "phones",
        "company_id",
        "external_id",
    }:
        found |= derived.contact_columns(both, _name(numbers, "company", both), renamed=False)
    elif kind == "company" and found.keys() & {"name", "domain", "external_id"}:
        found |= derived.company_columns(both)
    elif kind == "lead" and found.keys() & {"name", "contact_id", "company_id", "external_id"}:
        found |= derived.lead_columns(both, _name(numbers, "contact", both), _name(numbers, "company", both))
    return found


def _name(numbers: Numbers, kind: str, values: Mapping[str, Any]) -> str | None:
    ref = values.get(kind)
    if ref is None:
        return None
    held = numbers.held[kind].get(ref)
    if held is None and kind in numbers.first and numbers.names[kind]:
        place = ref - numbers.first[kind]
        held = numbers.names[kind][place] if 0 <= place < len(numbers.names[kind]) else None
    return held


def _moved(changed: Changed, moved: Mapping[str, Any], stays: list[StayTimes]) -> dict[str, Any]:
    """Return what an import did to a lead's stages, for the record of the import."""
    before = changed.base
    found: dict[str, Any] = {
        stored.STAYS: {
            "before": before[stored.STAYS],
            "after": [[one.stage_id, one.entered_at, one.left_at] for one in stays],
        }
    }
    for name, column in (
        ("stage", "stage_id"),
        ("entered", "entered_at"),
        ("won_at", "won_at"),
        ("lost_at", "lost_at"),
    ):
        if before.get(name) != moved[column]:
            found[name] = {
                "before": stored.plain("lead", name, before.get(name)),
                "after": stored.plain("lead", name, moved[column]),
            }
    return found
