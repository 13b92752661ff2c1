"""The kept search for duplicates: keys and pairs, made once for the whole list and then for what changed.

Whoever looks brings it up to date, a block at a time: a reader prepares it, then it is written down if nobody came
before. First all contacts get their keys, then they are compared: whether a telephone is one person's is known only
when all are there.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from operator import itemgetter
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
from db.rows import by_name
from db.types import given
from db.watch import latest

RULES = 1
"""Raised whenever contacts are judged in another way: then all is made anew."""
BLOCK = 400
"""Contacts a transaction: what others who save wait for is no more than writing their keys down."""
_FEW = 100
"""Edited contacts that are compared while they are written."""
_SAMPLE = 20_000
_LINES = 4_000
"""Lines of the journal that are taken in at a time."""
_GROWN = 2
_REJUDGED = 12
"""An address that more contacts than this share is nobody's own anyway."""

_KEYS = rows.table_of(DuplicateKey)
_PAIRS = rows.table_of(DuplicatePair)
_STATE = rows.table_of(DuplicateState)


@dataclass(frozen=True, slots=True)
class Step:
    """A block as it was prepared by a reader: from which state to which, and the rows that belong to it.

    `changed` are contacts that were edited meanwhile: few, so that they are compared while they are written.
    """

    before: Mapping[str, Any] | None
    after: Mapping[str, Any]
    changed: frozenset[int] = frozenset()
    rekeyed: Sequence[int] = ()
    keys: Sequence[dict[str, Any]] = ()
    forgotten: Collection[tuple[int, int]] = ()
    pairs: Sequence[dict[str, Any]] = ()
    anew: bool = False


def prepare(session: Session) -> Step:
    """Return the next block with its keys or pairs: nearly all the work, done where nobody who saves waits for it."""
    people = session.execute(sa.select(sa.func.count()).where(Contact.deleted_at.is_(None))).scalar_one()
    before = _state(session)
    if before is None or before["rules"] != RULES or people > _GROWN * max(before["people"], 10):
        return Step(before, _begun(session, people), anew=True)
    after = dict(before)
    changed = _changed(session, after)
    if len(changed) > _FEW:
        # So many at once come from an import: walking over them again is as good.
        after["keyed"] = min(after["keyed"], min(changed) - 1)
        after["judged"] = min(after["judged"], after["keyed"])
    elif changed:
        return Step(before, after, changed=frozenset(changed))
    rarity = Rarity.from_json(after["rarity"])
    fresh = _after(session, after["keyed"], BLOCK)
    if fresh:
        after["keyed"] = fresh[-1]
        return Step(before, after, rekeyed=fresh, keys=_keys_of(session, fresh, rarity))
    block = _after(session, after["judged"], BLOCK, until=after["keyed"])
    forgotten, pairs = _compared(session, set(block), rarity, after["judged"])
    after["judged"] = block[-1] if block else after["keyed"]
    return Step(before, after, forgotten=forgotten, pairs=pairs)


@in_bulk
def take(session: Session, step: Step, told: dict[str, int]) -> None:
    """Write a block that was prepared, unless somebody came before; `told["left"]` says how many contacts are left."""
    session.execute(
        sa.text(
            "INSERT INTO duplicate_state (id, rules, keyed, judged, seq, people, rarity) "
            "VALUES (1, 0, 0, 0, 0, 0, '{}') ON CONFLICT (id) DO NOTHING"
        )
    )
    now = _state(session, lock=True)
    assert now is not None  # noqa: S101 - it was put there above
    if _mark(now) == _mark(step.before):
        _write(session, step)
        session.execute(sa.update(_STATE).where(_STATE.c.id == 1).values(**step.after))
        now = dict(step.after)
    told["left"] = left(session, now["keyed"], now["judged"], now["seq"])


@in_bulk
def refresh(session: Session, told: dict[str, int]) -> None:
    """Prepare a block and write it at once, where nobody else is at work; see `take`."""
    take(session, prepare(session), told)


def _write(session: Session, step: Step) -> None:
    if step.anew:
        session.execute(sa.delete(_KEYS))
        session.execute(sa.delete(_PAIRS))
    if step.changed:
        rarity, judged = Rarity.from_json(step.after["rarity"]), step.after["judged"]
        _put_keys(session, sorted(step.changed), _keys_of(session, step.changed, rarity))
        _put_pairs(session, *_compared(session, {one for one in step.changed if one <= judged}, rarity, judged))
    if step.rekeyed:
        _put_keys(session, step.rekeyed, step.keys)
    _put_pairs(session, step.forgotten, step.pairs)


def _mark(state: Mapping[str, Any] | None) -> tuple[Any, ...]:
    """Return what tells one state from another; none at all is as good as one without rules."""
    return (0, 0, 0, 0) if state is None else tuple(state[name] for name in ("rules", "keyed", "judged", "seq"))


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


def _state(session: Session, *, lock: bool = False) -> dict[str, Any] | None:
    statement = sa.select(_STATE).where(_STATE.c.id == 1)
    row = session.execute(statement.with_for_update() if lock else statement).one_or_none()
    return None if row is None else {name: value for name, value in by_name(row).items() if name != "id"}


def _begun(session: Session, people: int) -> dict[str, Any]:
    """Return the state of a search that begins anew: nobody has keys yet, what is rare is measured."""
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


def _keys_of(session: Session, ids: Collection[int], rarity: Rarity) -> list[dict[str, Any]]:
    made = [
        {"key": key, "contact_id": number}
        for number, one in _profiles(session, ids).items()
        for key in blocking.keys(one, rarity)
    ]
    made.sort(key=itemgetter("key"))
    return made


def _put_keys(session: Session, ids: Sequence[int], keys: Sequence[dict[str, Any]]) -> None:
    """Give contacts these keys instead of those that they had; their pairs are judged anew."""
    wanted = _numbers(session, "rekeyed", ids)
    those = sa.select(wanted.c.number)
    session.execute(sa.delete(_KEYS).where(_KEYS.c.contact_id.in_(those)))
    session.execute(sa.delete(_PAIRS).where(_PAIRS.c.first_id.in_(those)))
    session.execute(sa.delete(_PAIRS).where(_PAIRS.c.second_id.in_(those)))
    rows.insert_all(session, DuplicateKey, list(keys))


def _profiles(session: Session, ids: Collection[int]) -> dict[int, Profile]:
    """Return what contacts that stand are compared by."""
    context: Context = session.info["context"]
    wanted = _numbers(session, "profiled", ids)
    statement = (
        sa.select(*columns()).outerjoin(Company, Company.id == Contact.company_id).where(Contact.deleted_at.is_(None))
    ).where(Contact.id.in_(sa.select(wanted.c.number)))
    found = session.execute(statement).all()
    return {row.id: profile.of(dict(by_name(row)), context.fields) for row in found}


def columns() -> tuple[Any, ...]:
    """Return the columns that a profile is made of."""
    own = (
        *(Contact.id, Contact.first_name, Contact.last_name, Contact.name, Contact.external_id),
        *(Contact.emails, Contact.phones, Contact.company_id, Contact.street, Contact.city, Contact.postcode),
    )
    return (*own, Contact.custom, Company.name.label("company"))


# Pairs ----------------------------------------------------------------------------------------------------------


def _compared(
    session: Session, ids: Collection[int], rarity: Rarity, until: int
) -> tuple[set[tuple[int, int]], list[dict[str, Any]]]:
    """Judge contacts against all that share a key; return the pairs to forget and those to write down.

    A pair is judged in the turn of its later contact; `until` is the last contact whose turn has come. Of contacts
    before it, which changed, every pair up to there is judged. So are the pairs of others who share an address or
    number with one: it may be nobody's own any more.
    """
    if not ids:
        return set(), []
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
    shared = _shared(session, profiles.values())
    made = []
    for first, second in wanted:
        if first in profiles and second in profiles:
            verdict = judge(profiles[first], profiles[second], rarity, shared)
            if verdict.grade:
                why = list(verdict.why)
                row = {"grade": verdict.grade, "score": round(verdict.score * 10), "why": why}
                made.append({"first_id": first, "second_id": second, **row})
    made.sort(key=itemgetter("first_id", "second_id"))
    return others, made


def _put_pairs(session: Session, forgotten: Collection[tuple[int, int]], pairs: Sequence[dict[str, Any]]) -> None:
    if forgotten:
        _forget(session, forgotten)
    rows.insert_all(session, DuplicatePair, list(pairs))


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
