"""The terms of one version of the agreement, as everything that acts on them reads them."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.agreement.clause_text import ClauseText, clause_text
from db import models
from db.rows import by_name, table_of

Milestone: TypeAlias = Literal["mql", "sal", "sql"]
Team: TypeAlias = Literal["marketing", "sales"]
DEFINED: tuple[Milestone, ...] = ("mql", "sal", "sql")
TEAMS: tuple[Team, ...] = ("marketing", "sales")
ROUNDING = 0.5 + 1e-6
"""What is added to a sum before its fraction is cut: half a point, so that what faded for a moment is still whole, and
a little, since powers of two are not exact to the last digit."""


@dataclass(frozen=True, slots=True)
class ClauseTerms:
    """A condition of a definition: required where `points` is None. Points of one that fades halve with age."""

    id: int
    key: str
    milestone: Milestone
    position: int
    query: str
    label: str
    points: int | None
    fades: bool

    @property
    def said(self) -> ClauseText:
        """What it asks for, as it is written."""
        return clause_text(self.label, self.query)


@dataclass(frozen=True, slots=True)
class PlayTerms:
    """A required action, within working minutes of the arrival (no stage) or of the entry into a stage."""

    id: int
    key: str
    stage_id: int | None
    position: int
    title: str
    within_minutes: int
    doer: Literal["owner", "marketing", "sales"]
    query: str


@dataclass(frozen=True, slots=True)
class PromiseTerms:
    """What one team owes the other in a period; what the metrics mean is said at `db.models.Promise`."""

    id: int
    key: str
    team: Team
    position: int
    metric: Literal["volume", "answers", "attempts", "complete", "returns", "reasons"]
    title: str
    milestone: str | None
    query: str
    amount: int | None
    period: Literal["week", "month", "quarter"]
    within_minutes: int | None
    goal_percent: int | None


@dataclass(frozen=True, slots=True)
class RouteRule:
    """Whose the leads are that meet a query, unless they have their hands full or are away."""

    query: str
    member_id: int


@dataclass(frozen=True, slots=True)
class Terms:
    """One version, whole. It is a draft while `published_at` is None; `version` counts the writes on its first row."""

    id: int
    number: int
    based_on_id: int | None
    published_at: datetime | None
    mql_points: int | None
    sal_points: int | None
    sql_points: int | None
    halving_days: int | None
    route: Literal["person", "turn", "pool"]
    route_member_id: int | None
    route_members: tuple[int, ...]
    capacity: int | None
    answer_minutes: int
    on_silence: Literal["pool", "sender"]
    review_months: int | None
    review_on: date | None
    route_rules: tuple[RouteRule, ...] = ()
    clauses: tuple[ClauseTerms, ...] = ()
    plays: tuple[PlayTerms, ...] = ()
    promises: tuple[PromiseTerms, ...] = ()

    @property
    def is_draft(self) -> bool:
        """Whether it may still be changed."""
        return self.published_at is None

    def needed(self, milestone: Milestone) -> int | None:
        """Return the points that a definition asks for, or None where it asks for none."""
        points: int | None = getattr(self, f"{milestone}_points")
        return points

    def definition(self, milestone: Milestone) -> tuple[ClauseTerms, ...]:
        """Return the clauses of a definition in their order."""
        return tuple(one for one in self.clauses if one.milestone == milestone)

    def most(self, milestone: Milestone) -> int:
        """Return the points that a lead has which meets every clause of a definition, none of them faded."""
        return sum(one.points for one in self.definition(milestone) if one.points is not None and one.points > 0)

    def out_of_reach(self, milestone: Milestone) -> bool:
        """Return whether a definition asks for more points than all of its clauses give together: no lead meets it."""
        return (self.needed(milestone) or 0) > self.most(milestone)

    def digest(self) -> str:
        """Return the SHA-256, as hexadecimal text, of all that a signature stands under.

        Ids, places in a list and the number are no terms: the same words, moved or numbered anew, stay signed.
        """
        left_out = {"id", "position", "based_on_id", "published_at", "number"}
        plain = {name: value for name, value in asdict(self).items() if name not in left_out}
        for part in ("clauses", "plays", "promises"):
            kept = [{name: value for name, value in one.items() if name not in left_out} for one in plain[part]]
            plain[part] = sorted(kept, key=lambda one: str(one["key"]))
        text = json.dumps(plain, sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(text.encode()).hexdigest()


def in_force(as_of: datetime | None = None) -> sa.ScalarSelect[Any]:
    """Return, as part of a statement, the id of the version in force, now or at a moment: the one published last."""
    table = table_of(models.Agreement)
    published = sa.select(table.c.id).where(table.c.published_at.is_not(None), table.c.deleted_at.is_(None))
    if as_of is not None:
        published = published.where(table.c.published_at <= as_of)
    return published.order_by(table.c.published_at.desc(), table.c.number.desc()).limit(1).scalar_subquery()


def terms(session: Session, agreement_id: int) -> Terms | None:
    """Return a version, a draft or a published one, or None where it is gone."""
    table = table_of(models.Agreement)
    row = session.execute(
        sa.select(table).where(table.c.id == agreement_id, table.c.deleted_at.is_(None))
    ).one_or_none()
    if row is None:
        return None
    parts: dict[str, Sequence[Any]] = {}
    for name, model in (("clauses", models.Clause), ("plays", models.Play), ("promises", models.Promise)):
        part = table_of(model)
        here = sa.select(part).where(part.c.agreement_id == agreement_id, part.c.deleted_at.is_(None))
        parts[name] = session.execute(here.order_by(part.c.position, part.c.id)).all()
    return assembled(by_name(row), parts["clauses"], parts["plays"], parts["promises"])


def rows_of(found: Terms) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]:
    """Return a version's own columns, and those of its parts by kind: what a copy of it is made of."""
    parts = ("clauses", "plays", "promises")
    plain = asdict(found)
    own = {name: value for name, value in plain.items() if name not in {"id", "number", "published_at", *parts}}
    own |= {name: list(plain[name]) for name in ("route_members", "route_rules")}
    own |= {"based_on_id": found.id or None}
    kinds = dict(zip(parts, ("clause", "play", "promise"), strict=True))
    return own, {
        kinds[name]: [
            {field: value for field, value in one.items() if field != "id"} | {"position": position}
            for position, one in enumerate(plain[name])
        ]
        for name in parts
    }


def assembled(row: Mapping[Any, Any], clauses: Iterable[Any], plays: Iterable[Any], promises: Iterable[Any]) -> Terms:
    """Return the terms made of the stored rows of a version and of its parts, which are in their order."""
    own = {name: row[name] for name in Terms.__dataclass_fields__ if name not in {"clauses", "plays", "promises"}}
    own["route_members"] = tuple(own["route_members"] or ())
    own["route_rules"] = tuple(RouteRule(**one) for one in own["route_rules"] or ())
    return Terms(
        **own,
        clauses=tuple(_made(ClauseTerms, one) for one in clauses),
        plays=tuple(_made(PlayTerms, one) for one in plays),
        promises=tuple(_made(PromiseTerms, one) for one in promises),
    )


def _made(part: Any, row: Any) -> Any:
    return part(**{name: getattr(row, name) for name in part.__dataclass_fields__})
