"""The kept search for duplicates: keys and pairs, made once for the whole list and then for what changed.

Whoever looks brings it up to date, a block a transaction, so that nobody who saves waits long. First all contacts get
their keys, then they are compared: whether a telephone is one person's is known only when all are there.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

import sqlalchemy as sa
from sqlalchemy import BigInteger
from sqlalchemy.orm import Session

from app.context import Context
from app.duplicates import blocking, profile
from app.duplicates.profile import Profile
from app.duplicates.rarity import Rarity, measured
from app.duplicates.scoring import judge
from db import rows
from db.journal import in_bulk
from db.models import Company, Contact, DuplicateKey, DuplicatePair, DuplicateState, ImportChange, Journal
from db.types import given
from db.watch import latest

RULES = 1
"""Raised whenever contacts are judged in another way: then all is made anew."""
BLOCK = 300
"""Contacts a transaction: others who save wait for no more than this takes."""
_SAMPLE = 20_000
_LINES = 4_000
"""Lines of the journal that are taken in at a time."""
_GROWN = 2
_REJUDGED = 12
"""An address that more contacts than this share is nobody's own anyway."""

_KEYS = rows.table_of(DuplicateKey)
_PAIRS = rows.table_of(DuplicatePair)
_STATE = rows.table_of(DuplicateState)


@in_bulk
def refresh(session: Session, told: dict[str, int]) -> None:
    """Take in a block of what is not compared yet; `told["left"]` says how many contacts are left after it."""
    state = _state(session)
    changed = _changed(session, state)
    if len(changed) > BLOCK:
        # So many at once come from an import: walking over them again is as good.
        state["keyed"] = min(state["keyed"], min(changed) - 1)
        state["judged"] = min(state["judged"], state["keyed"])
        changed = set()
    fresh = _after(session, state["keyed"], BLOCK)
    rarity = Rarity.from_json(state["rarity"])
    if fresh or changed:
        _rekey(session, [*changed, *fresh], rarity)
    if changed:
        _compare(session, {one for one in changed if one <= state["judged"]}, rarity, state["judged"])
    if fresh:
        state["keyed"] = fresh[-1]
    else:
        block = _after(session, state["judged"], BLOCK, until=state["keyed"])
        _compare(session, set(block), rarity, state["judged"])
        state["judged"] = block[-1] if block else state["keyed"]
    session.execute(sa.update(_STATE).where(_STATE.c.id == 1).values(**state))
    told["left"] = left(session, state["keyed"], state["judged"], state["seq"])


def outstanding(session: Session) -> int:
    """Return how many contacts have not been compared yet, 0 where everything is taken in."""
    row = session.execute(sa.select(_STATE).where(_STATE.c.id == 1)).one_or_none()
    if row is None or row.rules != RULES:
        return left(session, 0, 0, 0)
    return left(session, row.keyed, row.judged, row.seq)


def left(session: Session, keyed: int, judged: int, seq: int) -> int:
    """Return how many contacts wait for their keys or for being compared; those that changed count as one at least."""
    alive = Contact.deleted_at.is_(None)
    waiting = sa.select(sa.func.count()).where(Contact.id > judged, alive).scalar_subquery()
    unkeyed = sa.select(sa.func.count()).where(Contact.id > keyed, alive).scalar_subquery()
    lines = sa.exists().where(Journal.seq > seq, Journal.kind.in_(_KINDS))
    found = session.execute(sa.select(waiting, unkeyed, sa.case((lines, 1), else_=0))).one()
    return int(max(found[0], found[1], found[2]))


_KINDS = ("contact", "company", "import")


def _state(session: Session) -> dict[str, Any]:
    """Return the locked state, made anew where there is none or where the list has grown beyond what is known."""
    people = session.execute(sa.select(sa.func.count()).where(Contact.deleted_at.is_(None))).scalar_one()
    empty = {"id": 1, "rules": 0, "keyed": 0, "judged": 0, "seq": 0, "people": 0, "rarity": "{}"}
    session.execute(
        sa.text(
            "INSERT INTO duplicate_state (id, rules, keyed, judged, seq, people, rarity) "
            "VALUES (:id, :rules, :keyed, :judged, :seq, :people, :rarity) ON CONFLICT (id) DO NOTHING"
        ),
        empty,
    )
    row = session.execute(sa.select(_STATE).where(_STATE.c.id == 1).with_for_update()).one()
    state = {name: getattr(row, name) for name in empty if name != "id"}
    if state["rules"] != RULES or people > _GROWN * max(state["people"], 10):
        session.execute(sa.delete(_KEYS))
        session.execute(sa.delete(_PAIRS))
        sample = _profiles(session, _sampled(session, people))
        return {
            "rules": RULES,
            "keyed": 0,
            "judged": 0,
            "seq": latest(session),
            "people": people,
            # The sample stands for all of them, so what is rare in it is believed of as many.
            "rarity": replace(measured(sample.values()), people=people).to_json(),
        }
    return state


def _sampled(session: Session, people: int) -> list[int]:
    every = max(1, people // _SAMPLE)
    statement = sa.select(Contact.id).where(Contact.deleted_at.is_(None), Contact.id % every == 0)
    return list(session.execute(statement).scalars().all())


def rarity(session: Session) -> Rarity:
    """Return what is rare in the list, as it was measured last."""
    kept = session.execute(sa.select(_STATE.c.rarity).where(_STATE.c.id == 1)).scalar_one_or_none()
    return Rarity.from_json(kept or {})


# What changed ---------------------------------------------------------------------------------------------------


def _changed(session: Session, state: dict[str, Any]) -> set[int]:
    """Return the contacts that changed since, up to where they have their keys, and move on in the journal."""
    lines = session.execute(
        sa.select(Journal.seq, Journal.kind, Journal.record_id, Journal.import_id)
        .where(Journal.seq > state["seq"])
        .order_by(Journal.seq)
        .limit(_LINES)
    ).all()
    found = {line.record_id for line in lines if line.kind == "contact"}
    companies = {line.record_id for line in lines if line.kind == "company"}
    imports = {line.import_id for line in lines if line.kind == "import"}
    if companies:
        found |= set(session.execute(sa.select(Contact.id).where(Contact.company_id.in_(companies))).scalars())
    if imports:
        made = sa.select(Contact.id).where(Contact.import_id.in_(imports))
        updated = sa.select(ImportChange.record_id).where(
            ImportChange.import_id.in_(imports), ImportChange.kind == "contact"
        )
        found |= set(session.execute(sa.union(made, updated)).scalars())
    if lines:
        state["seq"] = lines[-1].seq
    return {number for number in found if number <= state["keyed"]}


def _after(session: Session, number: int, limit: int, until: int | None = None) -> list[int]:
    statement = sa.select(Contact.id).where(Contact.id > number)
    if until is not None:
        statement = statement.where(Contact.id <= until)
    return list(session.execute(statement.order_by(Contact.id).limit(limit)).scalars())


# Keys -----------------------------------------------------------------------------------------------------------


def _numbers(session: Session, name: str, numbers: Iterable[int]) -> sa.CTE:
    return given(session, name, {"number": BigInteger()}, [[number] for number in numbers])


def _rekey(session: Session, ids: Sequence[int], rarity: Rarity) -> None:
    wanted = _numbers(session, "rekeyed", ids)
    those = sa.select(wanted.c.number)
    session.execute(sa.delete(_KEYS).where(_KEYS.c.contact_id.in_(those)))
    session.execute(sa.delete(_PAIRS).where(_PAIRS.c.first_id.in_(those)))
    session.execute(sa.delete(_PAIRS).where(_PAIRS.c.second_id.in_(those)))
    made = [
        {"key": key, "contact_id": number}
        for number, one in _profiles(session, ids).items()
        for key in blocking.keys(one, rarity)
    ]
    made.sort(key=lambda row: row["key"])
    rows.insert_all(session, DuplicateKey, made)


def _profiles(session: Session, ids: Collection[int]) -> dict[int, Profile]:
    """Return what contacts that stand are compared by."""
    context: Context = session.info["context"]
    wanted = _numbers(session, "profiled", ids)
    statement = (
        sa.select(*columns()).outerjoin(Company, Company.id == Contact.company_id).where(Contact.deleted_at.is_(None))
    ).where(Contact.id.in_(sa.select(wanted.c.number)))
    found = session.execute(statement).all()
    return {row.id: profile.of(dict(row._mapping), context.fields) for row in found}  # noqa: SLF001 - public in SA


def columns() -> tuple[Any, ...]:
    """Return the columns that a profile is made of."""
    own = (
        *(Contact.id, Contact.first_name, Contact.last_name, Contact.name, Contact.external_id),
        *(Contact.emails, Contact.phones, Contact.company_id, Contact.street, Contact.city, Contact.postcode),
    )
    return (*own, Contact.custom, Company.name.label("company"))


# Pairs ----------------------------------------------------------------------------------------------------------


def _compare(session: Session, ids: Collection[int], rarity: Rarity, until: int) -> None:
    """Judge contacts against all that share a key; a pair is judged in the turn of its later contact.

    `until` is the last contact whose turn has come. Of contacts before it, which changed, every pair up to there is
    judged. So are the pairs of others who share an address or number with one: it may be nobody's own any more.
    """
    if not ids:
        return
    groups = _groups(session, ids)
    wanted: set[tuple[int, int]] = set()
    for members in groups.values():
        for pair in combinations(sorted(members), 2):
            if pair[1] in ids or (pair[0] in ids and pair[1] <= until):
                wanted.add(pair)
    profiles = _profiles(session, {number for pair in wanted for number in pair} | set(ids))
    others = {pair for pair in _sharing(groups, profiles, ids) if pair[1] <= until}
    if others:
        wanted |= others
        profiles |= _profiles(session, {number for pair in others for number in pair} - profiles.keys())
        _forget(session, others)
    shared = _shared(session, profiles.values())
    made = []
    for first, second in wanted:
        if first in profiles and second in profiles:
            verdict = judge(profiles[first], profiles[second], rarity, shared)
            if verdict.grade:
                why = list(verdict.why)
                row = {"grade": verdict.grade, "score": round(verdict.score * 10), "why": why}
                made.append({"first_id": first, "second_id": second, **row})
    made.sort(key=lambda row: (row["first_id"], row["second_id"]))
    rows.insert_all(session, DuplicatePair, made)


def _groups(session: Session, ids: Collection[int]) -> Mapping[int, set[int]]:
    """Return the contacts by the keys that some of them have, those that too many share left out."""
    mine = _KEYS.alias("mine")
    wanted = _numbers(session, "compared", ids)
    keys = sa.select(mine.c.key).where(mine.c.contact_id.in_(sa.select(wanted.c.number))).distinct().cte("own_keys")
    each = _KEYS.alias("each_of")
    few = (
        sa.select(each.c.key)
        .join(keys, keys.c.key == each.c.key)
        .group_by(each.c.key)
        .having(sa.func.count().between(2, blocking.CROWD))
        .cte("few")
    )
    found = session.execute(sa.select(_KEYS.c.key, _KEYS.c.contact_id).join(few, few.c.key == _KEYS.c.key)).all()
    groups: dict[int, set[int]] = defaultdict(set)
    for key, number in found:
        groups[key].add(number)
    return groups


def _sharing(
    groups: Mapping[int, set[int]], profiles: Mapping[int, Profile], ids: Collection[int]
) -> set[tuple[int, int]]:
    """Return the pairs of others who have an address or a number together with one of these contacts."""
    reached = {key for number in ids if number in profiles for key in blocking.reached(profiles[number])}
    return {
        pair
        for key in reached
        if len(groups.get(key, ())) <= _REJUDGED
        for pair in combinations(sorted(groups.get(key, ())), 2)
        if pair[0] not in ids and pair[1] not in ids
    }


def _forget(session: Session, pairs: Collection[tuple[int, int]]) -> None:
    session.execute(
        sa.delete(_PAIRS).where(_PAIRS.c.first_id == sa.bindparam("a"), _PAIRS.c.second_id == sa.bindparam("b")),
        [{"a": first, "b": second} for first, second in pairs],
    )


def _shared(session: Session, profiles: Iterable[Profile]) -> set[str]:
    """Return the addresses and numbers that people of three names and more have."""
    texts = {key: text for one in profiles for key, text in blocking.reached(one).items()}
    if not texts:
        return set()
    wanted = _numbers(session, "reached", texts)
    statement = (
        sa.select(_KEYS.c.key)
        .join(wanted, wanted.c.number == _KEYS.c.key)
        .join(Contact, Contact.id == _KEYS.c.contact_id)
        .where(Contact.deleted_at.is_(None))
        .group_by(_KEYS.c.key)
        .having(sa.func.count(sa.distinct(Contact.sort_key)) > 2)  # noqa: PLR2004 - a pair is two
    )
    return {texts[key] for key in session.execute(statement).scalars()}
