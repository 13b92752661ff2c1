"""What the agreement says of leads, on the command line: of one, clause by clause, and how many each clause finds."""

import argparse
from typing import Any

from sqlalchemy.orm import Session

from app.agreement import counts, effects, papers, trying
from app.agreement.judging import Line
from app.agreement.terms import DEFINED, Terms
from app.agreement.trying import Side
from app.commands.common import WrongUsageError, answer, integer, opened
from app.errors import NotFoundError
from app.scores import rounded


def run(given: argparse.Namespace, words: list[str]) -> int:
    """Answer “check LEAD”, or “count”."""
    if words[0] == "count":
        with opened(given) as made:
            document = made.read(_counted)
        answer(given, document, "\n".join(_count_lines(document)))
        return 0
    try:
        lead = integer(words[1])
    except ValueError:
        raise WrongUsageError(f"“{words[1]}” is no number of a lead. “find --what leads” tells the numbers.") from None
    with opened(given) as made:
        document = made.read(_checked, lead)
    answer(given, document, "\n".join(_check_lines(document)))
    return 0


def _versions(session: Session) -> list[Terms]:
    """Return the draft and the version in force, those that there are."""
    found = papers.both(session)
    if not found:
        raise NotFoundError("There is no draft, and no version of the agreement is in force.")
    return found


def _checked(session: Session, lead_id: int) -> dict[str, Any]:
    found = trying.try_lead(session, lead_id, _versions(session))
    return {"lead": found.lead_id, "name": found.name, "versions": [_side(one) for one in found.sides]}


def _side(side: Side) -> dict[str, Any]:
    definitions = {
        one.milestone: {
            "met": one.met,
            "points": rounded(one.points),
            "needed": one.needed,
            "clauses": [_line(line) for line in one.lines],
        }
        for one in side.findings
    }
    return {"version": side.number, "state": "draft" if side.is_draft else "published", "definitions": definitions}


def _line(one: Line) -> dict[str, Any]:
    return {
        "key": one.clause.key,
        "query": one.clause.query,
        "label": one.clause.label,
        "worth": one.clause.points,
        "met": one.met,
        "points": round(one.points, 2),
        "failed": list(one.failed),
        "broken": one.broken,
    }


def _check_lines(document: dict[str, Any]) -> list[str]:
    lines = [f"{document['name']} ({document['lead']})"]
    for side in document["versions"]:
        lines.append(f"Version {side['version']}, {side['state']}")
        for name, one in side["definitions"].items():
            needed = "" if one["needed"] is None else f", {one['points']} points, needs {one['needed']}"
            lines.append(f"  {name.upper()}: {'met' if one['met'] else 'not yet'}{needed}")
            for each in one["clauses"]:
                worth = "required" if each["worth"] is None else f"+{each['points']:g} of {each['worth']}"
                said = each["broken"] or ("met" if each["met"] else "not met")
                lines.append(f"    {each['label'] or each['query']}: {said}, {worth}")
    return lines


def _counted(session: Session) -> dict[str, Any]:
    terms, *others = _versions(session)
    base = others[0] if others else None
    found: dict[str, Any] = {"version": terms.number, "state": "draft" if terms.is_draft else "published"}
    found["definitions"] = {}
    for name in DEFINED:
        one = counts.counts(session, terms, name, base)
        found["definitions"][name] = {
            "leads": one.full.leads,
            "won": one.full.won,
            "before": None if one.before is None else one.before.leads,
            "clauses": {key: {"leads": each.leads, "won": each.won} for key, each in one.clauses.items()},
            "points": {str(points): count for points, count in one.points.items()},
        }
    changes = {} if base is None else effects.effects(session, base, terms)
    found["changes"] = [
        {
            "part": part,
            "key": key,
            "gained": one.gained.leads,
            "gained_won": one.gained.won,
            "lost": one.lost.leads,
            "lost_won": one.lost.won,
        }
        for (part, key), one in changes.items()
    ]
    return found


def _count_lines(document: dict[str, Any]) -> list[str]:
    lines = [f"Version {document['version']}, {document['state']}"]
    for name, one in document["definitions"].items():
        before = "" if one["before"] is None else f" ({one['before']} meet the version in force)"
        lines.append(f"  {name.upper()}: {one['leads']} leads meet it, {one['won']} of them won{before}")
        lines += [f"    {key}: {each['leads']}" for key, each in one["clauses"].items()]
    if document["changes"]:
        lines.append("Each change by itself")
    for one in document["changes"]:
        gained, lost = f"{one['gained']} more ({one['gained_won']} won)", f"{one['lost']} fewer ({one['lost_won']} won)"
        lines.append(f"  {one['key']}: {gained}, {lost}")
    return lines
