"""The terms as one document of plain values, which people and programs read, edit and hand back; and as plain text."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from app.agreement.checking import PARTS, TERMS, checked
from app.agreement.papers import Paper
from app.agreement.terms import DEFINED, TEAMS, ClauseTerms, Terms
from app.context import Context
from app.errors import UsageError, Word
from app.fields import to_plain

_NAMES = {"clauses": "clause", "plays": "play", "promises": "promise"}
_NUMBERS = frozenset({"points", "position", "within_minutes", "amount", "goal_percent"})
_HOUR = 60


def to_document(paper: Paper, context: Context) -> dict[str, Any]:
    """Return a version as plain values, members and stages by name; its parts in their order."""
    terms = paper.terms
    people = {number: one.email or one.name for number, one in context.members.items()}
    found: dict[str, Any] = {
        "version": terms.number,
        "state": "draft" if terms.is_draft else "published",
        "published_at": to_plain(terms.published_at),
        "digest": terms.digest(),
    }
    found |= {name: to_plain(getattr(terms, name)) for name in TERMS}
    found["route_member"] = people.get(found.pop("route_member_id") or 0)
    found["route_members"] = [people.get(one, str(one)) for one in terms.route_members]
    found["route_rules"] = [
        {"query": one.query, "member": people.get(one.member_id, str(one.member_id))} for one in terms.route_rules
    ]
    for name, kind in _NAMES.items():
        found[name] = [_part(one, kind, context) for one in getattr(terms, name)]
    found["signatures"] = {
        team: {"member": people.get(one.member_id, ""), "at": to_plain(one.at), "holds": one.holds}
        for team, one in paper.signatures.items()
    }
    return found


def _part(one: Any, kind: str, context: Context) -> dict[str, Any]:
    plain = {name: value for name, value in asdict(one).items() if name not in {"id", "position"}}
    if kind == "play":
        stage = context.stages.get(plain.pop("stage_id") or 0)
        plain["stage"] = None if stage is None else stage.name
    return plain


def terms_of(document: Mapping[str, Any], context: Context) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]:
    """Return what a document says: the terms of the version that it names, and its parts by kind, if it names them.

    Raises:
        UsageError: it names something that an agreement does not have.
    """
    values: dict[str, Any] = {}
    parts: dict[str, list[dict[str, Any]]] = {}
    for name, value in document.items():
        if name in _NAMES:
            parts[_NAMES[name]] = [_read(_NAMES[name], one, context) for one in _list(name, value)]
        elif name == "route_member":
            values["route_member_id"] = None if not value else context.member(str(value)).id
        elif name == "route_members":
            values[name] = [context.member(str(one)).id for one in _list(name, value)]
        elif name == "route_rules":
            values[name] = [_rule_of(one, context) for one in _list(name, value)]
        elif name == "review_on":
            values[name] = None if not value else value if isinstance(value, date) else _day(str(value))
        elif name in TERMS:
            values[name] = value
        elif name not in {"version", "state", "published_at", "digest", "signatures"}:
            raise UsageError(
                "The agreement has no “{name}”. It has: {known}.", name=name, known=", ".join((*TERMS, *_NAMES))
            )
    return values, parts


def _list(name: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise UsageError("“{name}” is to be a list.", name=name)
    return value


def _rule_of(found: Any, context: Context) -> dict[str, Any]:
    if not isinstance(found, Mapping) or set(found) != {"query", "member"}:
        raise UsageError("A rule of the route has a query and a member.")
    return {"query": checked("query", found["query"]), "member_id": context.member(str(found["member"])).id}


def value_of(name: str, text: str, context: Context) -> tuple[str, Any]:
    """Return a term, or a field of a part, from what was typed, with the name under which it is kept.

    Raises:
        UsageError: it is no value of that term.
    """
    stripped = text.strip()
    if name in {"route_member", "route_member_id"}:
        return "route_member_id", context.member(stripped).id if stripped else None
    if name == "route_members":
        return name, [context.member(one).id for one in stripped.split(",") if one.strip()]
    if name == "route_rules":
        return name, [_typed_rule(one, context) for one in stripped.split(";") if one.strip()]
    if name == "stage":
        return "stage_id", context.stage(stripped).id if stripped else None
    if name == "review_on":
        return name, _day(stripped) if stripped else None
    if name == "fades":
        if stripped not in {"yes", "no"}:
            raise UsageError("“{text}” is neither yes nor no.", text=text)
        return name, stripped == "yes"
    if name in _NUMBERS or (name in TERMS and name not in {"route", "on_silence"}):
        return name, _number(name, stripped)
    return name, stripped


def _typed_rule(text: str, context: Context) -> dict[str, Any]:
    query, arrow, member = text.rpartition("=>")
    if not arrow:
        raise UsageError("“{text}” is no rule. Write QUERY => MEMBER, with “;” between two of them.", text=text.strip())
    return {"query": query.strip(), "member_id": context.member(member.strip()).id}


def _number(name: str, text: str) -> int | None:
    if not text:
        return None
    if not text.removeprefix("-").isdecimal():
        raise UsageError("“{text}” is no whole number for {name}.", text=text, name=name)
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError("“{text}” is no date. Write it as 2026-11-23.", text=text) from error


def _read(kind: str, part: Any, context: Context) -> dict[str, Any]:
    if not isinstance(part, Mapping):
        raise UsageError("“{text}” is no {kind}: it has no fields.", text=part, kind=Word(kind))
    found = dict(part)
    if kind == "play" and "stage" in found:
        stage = found.pop("stage")
        found["stage_id"] = None if not stage else context.stage(str(stage)).id
    unknown = sorted(found.keys() - set(PARTS[kind].__dataclass_fields__))
    if unknown:
        raise UsageError("A {kind} has no “{field}”.", kind=Word(kind), field=unknown[0])
    return found


# In words


def to_text(paper: Paper, context: Context) -> str:
    """Return a version as plain text."""
    terms = paper.terms
    head = f"Agreement, version {terms.number}"
    state = (
        "draft"
        if terms.published_at is None
        else f"in force since {terms.published_at.astimezone(context.zone):%Y-%m-%d %H:%M}"
    )
    lines = [f"{head} ({state})"]
    for milestone in DEFINED:
        lines += ["", f"What is a lead: {milestone.upper()}", *_definition(terms, milestone)]
    lines += ["", "What is done", *(f"  {one}" for one in _plays(terms, context))]
    lines += ["", "When it passes", *(f"  {one}" for one in _rule(terms, context))]
    lines += ["", "What both teams owe each other", *(f"  {one}" for one in _promises(terms))]
    lines += ["", "When it is reviewed", f"  {_review(terms)}", "", "Signatures"]
    for team in TEAMS:
        signed = paper.signatures.get(team)
        if signed is None:
            lines.append(f"  {team}: not signed")
        else:
            member = context.members.get(signed.member_id)
            name = member.name if member else str(signed.member_id)
            day = f"{signed.at.astimezone(context.zone):%Y-%m-%d %H:%M}"
            lines.append(f"  {team}: {name}, {day}{'' if signed.holds else ' (for other terms; to be signed anew)'}")
    return "\n".join(lines)


def _definition(terms: Terms, milestone: Any) -> Iterator[str]:
    clauses = terms.definition(milestone)
    for one in clauses:
        if one.points is None:
            yield f"  {_clause(one)} required"
    needed = terms.needed(milestone)
    if needed is not None:
        beyond = f" (out of reach: all clauses together give {terms.most(milestone)})"
        yield f"  and {needed} points or more:{beyond if terms.out_of_reach(milestone) else ''}"
    for one in clauses:
        if one.points is not None:
            fades = f", halving every {terms.halving_days} days" if one.fades and terms.halving_days else ""
            yield f"  {_clause(one)} +{one.points}{fades}"
    if not clauses and needed is None:
        yield "  nothing is asked"


def _clause(one: ClauseTerms) -> str:
    said = f"{one.label} ({one.query})" if one.label else one.query
    return f"[{one.key}] {said}:"


def _plays(terms: Terms, context: Context) -> Iterator[str]:
    for one in terms.plays:
        stage = context.stages.get(one.stage_id or 0)
        when = "a lead comes in" if stage is None else f"it enters {stage.name}"
        only = f", for {one.query}" if one.query else ""
        yield f"[{one.key}] {one.title}: when {when}, within {_time(one.within_minutes)}, by {one.doer}{only}"
    if not terms.plays:
        yield "nothing is asked"


def _rule(terms: Terms, context: Context) -> Iterator[str]:
    names = {number: one.name for number, one in context.members.items()}
    for one in terms.route_rules:
        yield f"{one.query}: to {names.get(one.member_id, 'nobody')}"
    if terms.route == "person":
        yield f"to {names.get(terms.route_member_id or 0, 'nobody')}"
    elif terms.route == "turn":
        yield "to the next in turn of " + (
            ", ".join(names.get(one, str(one)) for one in terms.route_members) or "nobody"
        )
    else:
        yield "to the pool"
    if terms.capacity is not None:
        yield f"at most {terms.capacity} unanswered ones for each"
    yield f"answered within {_time(terms.answer_minutes)}; on silence it returns to the {terms.on_silence}"


def _promises(terms: Terms) -> Iterator[str]:
    for one in terms.promises:
        said = one.title or one.metric
        parts = [
            None if one.amount is None else f"{one.amount}",
            None if one.milestone is None else one.milestone.upper(),
            one.query or None,
            None if one.within_minutes is None else f"within {_time(one.within_minutes)}",
            None if one.goal_percent is None else f"{one.goal_percent} % of them",
        ]
        yield f"[{one.key}] {one.team}: {said}, {', '.join(part for part in parts if part)}, each {one.period}"
    if not terms.promises:
        yield "nothing is promised"


def _review(terms: Terms) -> str:
    if terms.review_months is None:
        return "not settled"
    on = f", next on {terms.review_on}" if terms.review_on else ""
    return f"every {terms.review_months} months{on}"


def _time(minutes: int) -> str:
    hours, rest = divmod(minutes, _HOUR)
    if not hours:
        return f"{rest} working minutes"
    return f"{hours} working hours" + (f" {rest} minutes" if rest else "")
