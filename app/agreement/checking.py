"""What may stand in an agreement: its terms, and the fields of its clauses, required actions and promises."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.agreement.asking import moving
from app.agreement.terms import DEFINED, TEAMS, ClauseTerms, PlayTerms, PromiseTerms, RouteRule, Team, Terms
from app.context import Context
from app.errors import RefusedError, UsageError, Word
from app.fields import LEAD, clean
from app.query import parse

PARTS: Mapping[str, Any] = {"clause": ClauseTerms, "play": PlayTerms, "promise": PromiseTerms}
RECEIVING: Team = "sales"
"""Whose leads the route deals out; what comes back out of a stage of sales lies in the pool unless it names both's."""
TERMS = (
    *("mql_points", "sal_points", "sql_points", "halving_days", "route", "route_member_id", "route_members"),
    *("route_rules", "capacity", "answer_minutes", "on_silence", "review_months", "review_on"),
)
_NO_TERM = frozenset({"id", "key"})
_AT_LEAST = {"mql_points": 1, "sal_points": 1, "sql_points": 1, "halving_days": 1, "capacity": 1, "answer_minutes": 1}
_AT_LEAST |= {"review_months": 1, "points": 1, "within_minutes": 1, "amount": 1, "goal_percent": 1}
_WHOLE = frozenset({*_AT_LEAST, "position", "stage_id", "route_member_id"})
_TEXTS = frozenset({"query", "label", "title", "key"})
_NEVER_EMPTY = frozenset({"route", "on_silence", "answer_minutes"})
_MOST = {"goal_percent": 100}
_MOST_OF_ALL = 1_000_000
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "route": ("person", "turn", "pool"),
    "on_silence": ("pool", "sender"),
    "milestone": DEFINED,
    "doer": ("owner", *TEAMS),
    "team": TEAMS,
    "metric": ("volume", "answers", "attempts", "complete", "returns", "reasons"),
    "period": ("week", "month", "quarter"),
}


def checked_part(session: Session, kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a part as they are kept.

    Raises:
        UsageError: a field is unknown, or its value is none.
        QueryError: the query cannot be followed; it says where.
    """
    allowed = set(PARTS[kind].__dataclass_fields__) - {"id"}
    unknown = sorted(values.keys() - allowed)
    if unknown:
        raise UsageError(
            "A {kind} has no “{field}”. It has: {known}.",
            kind=Word(kind),
            field=unknown[0],
            known=", ".join(sorted(allowed - _NO_TERM)),
        )
    kept = {name: checked(name, value) for name, value in values.items() if name not in _NO_TERM}
    if kept.get("query"):
        parse(kept["query"], LEAD.name).bind(session.info["context"])
    stage = kept.get("stage_id")
    if stage is not None and stage not in session.info["context"].stages:
        raise UsageError("There is no stage {stage}.", stage=stage)
    return kept


def checked(name: str, value: Any) -> Any:
    """Return the value of a term, or of a part's field, as it is kept.

    Raises:
        UsageError: it is none.
    """
    if value is None and name in _NEVER_EMPTY:
        raise UsageError("The agreement needs its {field}.", field=name.replace("_", " "))
    if value is None and name in _TEXTS | {"fades"}:
        return False if name == "fades" else ""
    _check_type(name, value)
    if name in _CHOICES and value is not None and value not in _CHOICES[name]:
        raise UsageError(
            "“{value}” is no {name}. Choose one of: {known}.", value=value, name=name, known=", ".join(_CHOICES[name])
        )
    most = _MOST.get(name, _MOST_OF_ALL)
    if name in _AT_LEAST and value is not None and not _AT_LEAST[name] <= value <= most:
        raise UsageError(
            "{value} cannot be the {field}: it goes from {least} to {most}.",
            value=value,
            field=name.replace("_", " "),
            least=_AT_LEAST[name],
            most=most,
        )
    return clean(value).strip() if isinstance(value, str) else value


def _check_type(name: str, value: Any) -> None:
    """Refuse what a document may well hold in the place of a number, a text or a yes."""
    if name in _WHOLE and value is not None and type(value) is not int:  # a yes is an int, too
        raise UsageError("“{text}” is no whole number for {name}.", text=value, name=name)
    if name in _TEXTS and not isinstance(value, str):
        raise UsageError("“{text}” is no text for {name}.", text=value, name=name)
    if name == "fades" and not isinstance(value, bool):
        raise UsageError("“{text}” is neither yes nor no.", text=value)


def check_keys(kind: str, parts: Sequence[Mapping[str, Any]]) -> None:
    """Refuse two parts of a kind under one key: by it a part is known from version to version."""
    seen: set[str] = set()
    for one in parts:
        key = checked("key", one.get("key"))
        if key in seen:
            raise UsageError(
                "There are two under the key “{key}”; each {kind} needs its own.", key=key, kind=Word(kind)
            )
        seen |= {key} - {""}


def check_people(session: Session, values: Mapping[str, Any]) -> None:
    """Refuse a term that names somebody who is no member, or not of the team that leads are handed over to."""
    context: Context = session.info["context"]
    by_rule = (one["member_id"] for one in values.get("route_rules") or ())
    for number in (values.get("route_member_id"), *(values.get("route_members") or ()), *by_rule):
        if number is None:
            continue
        if number not in context.members:
            raise UsageError("There is no member {number}.", number=number)
        member = context.members[number]
        if member.team not in {RECEIVING, "both"}:
            raise UsageError(
                "{member} is of {mine}, and leads are handed over to {team}. Choose somebody of {team}, or of both.",
                member=member.name,
                mine=Word(member.team),
                team=Word(RECEIVING),
            )


def check_route(session: Session, terms: Terms) -> None:
    """Refuse a version by which leads would go to somebody who may not receive them: people change teams."""
    named: dict[str, Any] = {"route_rules": [{"member_id": one.member_id} for one in terms.route_rules]}
    if terms.route == "person":
        named["route_member_id"] = terms.route_member_id
    elif terms.route == "turn":
        named["route_members"] = terms.route_members
    check_people(session, named)


def check_rules(session: Session, rules: Sequence[Mapping[str, Any]]) -> None:
    """Refuse a rule of the route that says nothing, or what cannot be followed."""
    for one in rules:
        if set(one) != set(RouteRule.__dataclass_fields__) or not str(one["query"]).strip():
            raise UsageError("A rule of the route needs a query, and a member to whom the leads go that meet it.")
        parse(str(one["query"]), LEAD.name).bind(session.info["context"])


def check_still(kind: str, values: Mapping[str, Any], context: Context) -> None:
    """Refuse points for what changes by itself as time goes by: a score is kept, and points fade by themselves."""
    part = moving(str(values["query"]), context) if kind == "clause" and values.get("points") else ""
    if part:
        raise UsageError(
            "“{part}” changes by itself as time goes by, so it cannot be worth points; let the points fade instead, or "
            "make the clause a required one.",
            part=part,
        )


def check_reach(terms: Terms) -> None:
    """Refuse a version with a definition that no lead can ever meet."""
    for milestone in DEFINED:
        if terms.out_of_reach(milestone):
            raise RefusedError(
                "No lead can reach {milestone}: {needed} points are needed, and all clauses together give {most}. Ask "
                "for fewer points, or add clauses that give some.",
                milestone=milestone.upper(),
                needed=terms.needed(milestone),
                most=terms.most(milestone),
            )


def whole(kind: str, values: Mapping[str, Any]) -> None:
    """Refuse a part that says nothing."""
    needed = {
        "clause": ("milestone", "query"),
        "play": ("title", "within_minutes", "doer"),
        "promise": ("team", "metric", "period"),
    }[kind]
    missing = [name for name in needed if values.get(name) in (None, "")]
    if kind == "promise" and not missing:
        missing = [name for name in _of_metric(str(values["metric"])) if values.get(name) in (None, "")]
    if missing:
        raise UsageError("A {kind} needs its {field}.", kind=Word(kind), field=missing[0].replace("_", " "))


def _of_metric(metric: str) -> tuple[str, ...]:
    return {
        "volume": ("amount", "milestone"),
        "answers": ("within_minutes", "goal_percent"),
        "attempts": ("amount", "within_minutes", "goal_percent"),
        "complete": ("query", "goal_percent"),
        "returns": ("within_minutes", "goal_percent"),
        "reasons": ("goal_percent",),
    }[metric]
