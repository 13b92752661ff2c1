"""The agreement in force as part of the few small lists that nearly every read needs."""

import json
from collections.abc import Mapping
from datetime import date
from operator import attrgetter
from typing import Any

import sqlalchemy as sa

from app.agreement.terms import ClauseTerms, PlayTerms, PromiseTerms, RouteRule, Terms, in_force
from db.gathered import rows
from db.models import Agreement, Clause, Play, Promise
from db.types import from_micros


def terms_of(lists: Mapping[str, list[sa.Row[Any]]]) -> Terms | None:
    """Return the agreement in force from its rows."""
    if not lists["agreement"]:
        return None
    row = lists["agreement"][0]
    clauses = [ClauseTerms(one.id, one.a, one.b, one.m, one.c, one.d, one.n, bool(one.o)) for one in lists["clause"]]
    plays = [PlayTerms(one.id, one.a, one.m, one.n, one.b, one.o, one.c, one.d) for one in lists["play"]]
    promises = [
        PromiseTerms(one.id, one.a, one.b, one.m, one.c, one.d, one.e, one.f, one.n, one.g, one.o, one.p)
        for one in lists["promise"]
    ]
    by_place: Any = attrgetter("position", "id")
    return Terms(
        id=row.id,
        number=row.m,
        based_on_id=row.n,
        published_at=from_micros(row.o),
        mql_points=row.p,
        sal_points=row.q,
        sql_points=row.r,
        halving_days=row.s,
        route=row.a,
        route_member_id=row.u,
        route_members=tuple(json.loads(row.b)),
        route_rules=tuple(RouteRule(**one) for one in json.loads(row.e)),
        capacity=row.v,
        answer_minutes=row.w,
        on_silence=row.c,
        review_months=row.x,
        review_on=None if row.d is None else date.fromisoformat(row.d),
        clauses=tuple(sorted(clauses, key=by_place)),
        plays=tuple(sorted(plays, key=by_place)),
        promises=tuple(sorted(promises, key=by_place)),
    )


def parts() -> tuple[sa.Select[*tuple[Any, ...]], ...]:
    """Return the statements for the version in force and its parts, to be read together with the other lists."""
    one, clause, play, promise = Agreement, Clause, Play, Promise
    fades = sa.case((clause.fades, 1), else_=0)
    parts = (
        rows(
            "agreement",
            one.id,
            (one.route, one.route_members, one.on_silence, one.review_on, one.route_rules),
            (
                *(one.number, one.based_on_id, one.published_at, one.mql_points, one.sal_points, one.sql_points),
                *(one.halving_days, one.route_member_id, one.capacity, one.answer_minutes, one.review_months),
            ),
        ),
        rows(
            "clause",
            clause.id,
            (clause.key, clause.milestone, clause.query, clause.label),
            (clause.position, clause.points, fades),
        ),
        rows(
            "play",
            play.id,
            (play.key, play.title, play.doer, play.query),
            (play.stage_id, play.position, play.within_minutes),
        ),
        rows(
            "promise",
            promise.id,
            (
                *(promise.key, promise.team, promise.metric, promise.title, promise.milestone, promise.query),
                promise.period,
            ),
            (promise.position, promise.amount, promise.within_minutes, promise.goal_percent),
        ),
    )
    keys: tuple[Any, ...] = (one.id, clause.agreement_id, play.agreement_id, promise.agreement_id)
    here = (
        sa.true(),
        *(part.deleted_at.is_(None) for part in (clause, play, promise)),
    )
    return tuple(part.where(key == in_force(), kept) for part, key, kept in zip(parts, keys, here, strict=True))
