"""The ledger as JSON and as plain text."""

from collections.abc import Mapping
from typing import Any

from app.agreement.cases import Case
from app.agreement.ledger import Forgiven, Kept, Ledger, Side
from app.agreement.terms import PromiseTerms
from app.context import Context
from app.fields import to_plain
from app.metrics import Rate

_OTHER = {"marketing": "sales", "sales": "marketing"}


def said(promise: PromiseTerms) -> str:
    """Return what was promised, in the team's own words or else in plain ones."""
    if promise.title:
        return promise.title
    amount, hours = promise.amount or 0, within(promise.within_minutes)
    return {
        "volume": f"{amount} leads ({promise.milestone or 'mql'}) a {promise.period}",
        "answers": f"Every handoff answered within {hours}",
        "attempts": f"{amount} tries within {hours} on each accepted lead",
        "complete": f"Every handed over lead meets {promise.query or 'what is asked'}",
        "returns": f"Leads sent back taken up again within {hours}",
        "reasons": "A reason with every refusal",
    }[promise.metric]


def within(minutes: int | None) -> str:
    """Return an amount of working time in words."""
    if not minutes:
        return "the agreed time"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h" + (f" {rest} min" if rest else "") if hours else f"{rest} min"


def to_json(made: Ledger, context: Context) -> dict[str, Any]:
    """Return the document that `ledger --json` prints."""
    return {
        "version": made.version,
        "population": f"cases that began from {made.first_day} to {made.last_day}",
        "clock": f"working hours of the workspace ({context.info.timezone}), less holidays and absences",
        "window": "the period itself; a volume's own week, month or quarter",
        "from": made.first_day.isoformat(),
        "to": made.last_day.isoformat(),
        "as_of": to_plain(made.as_of),
        "teams": [
            {
                "team": side.team,
                "to": _OTHER[side.team],
                **_counts(side),
                **_rate(side.rate),
                "promises": [_promise(one, context) for one in side.promises],
            }
            for side in made.sides
        ],
    }


def _counts(one: Side | Kept) -> dict[str, int]:
    return {name: getattr(one, name) for name in ("kept", "owed", "overdue", "forgiven")}


def _rate(rate: Rate) -> dict[str, float | None]:
    return {"rate": rate.rate, "low": rate.low, "high": rate.high}


def _promise(one: Kept, context: Context) -> dict[str, Any]:
    terms = one.terms
    rows: Mapping[str, Any] = (
        {"ids": list(one.ids), "amount": terms.amount, "expected": one.expected, "short_before": one.short_before}
        if one.is_volume
        else {
            "goal_percent": terms.goal_percent,
            "paused": one.paused,
            "cases": [case_json(each) for each in one.cases],
        }
    )
    return {
        "key": terms.key,
        "metric": terms.metric,
        "promise": said(terms),
        "from": one.first_day.isoformat(),
        "to": one.last_day.isoformat(),
        **_counts(one),
        **_rate(one.rate),
        "state": one.pace,
        **rows,
        "carried": [case_json(each) for each in one.carried],
        "forgivenesses": [_pardon(each, context) for each in one.pardons],
        "broken": one.broken or None,
    }


def case_json(one: Case) -> dict[str, Any]:
    """Return a case as a part of a document."""
    return {
        "lead": one.lead_id,
        "name": one.name,
        "owner": one.owner_id,
        "began": to_plain(one.began),
        "due": to_plain(one.due),
        "done": to_plain(one.done),
        "state": one.state,
    }


def _pardon(one: Forgiven, context: Context) -> dict[str, Any]:
    by = context.members.get(one.member_id)
    return {
        "from": one.first_day.isoformat(),
        "lead": one.lead_id,
        "amount": one.amount,
        "note": one.note,
        "meeting": one.meeting_id,
        "meeting_at": to_plain(one.meeting_at),
        "by": (by.email or by.name) if by else None,
        "at": to_plain(one.at),
    }


def to_text(made: Ledger, context: Context) -> str:
    """Return the ledger as plain text, both teams alike."""
    if made.version is None:
        if made.is_past:
            return f"No agreement was in force as of {to_plain(made.as_of)}, so nothing was owed."
        return "No agreement is in force, so nothing is owed. Publish one to begin."
    lines = [
        f"Promises under version {made.version}, {made.first_day} to {made.last_day}, "
        f"working hours of {context.info.timezone}. As of {to_plain(made.as_of)}."
    ]
    for side in made.sides:
        lines += ["", f"{side.team.capitalize()} to {_OTHER[side.team]}: {_of(side.kept, side.overdue)}"]
        for one in side.promises:
            lines.append(f"  {said(one.terms)}")
            lines.append(f"    {_figures(one)}")
            lines += [
                f"    overdue: {each.name} (lead {each.lead_id})" for each in one.cases if each.state == "overdue"
            ]
            lines += [f"    carried over: {each.name} (lead {each.lead_id})" for each in one.carried]
            if one.short_before:
                lines.append(f"    carried over: {one.short_before} leads missing from the period before")
            lines += [f"    forgiven{_met(each, context)}: {each.note or 'no note'}" for each in one.pardons]
            if one.broken:
                lines.append(f"    its query cannot be followed: {one.broken}")
    lines += ["", "Kept share = kept / (kept + overdue). Not due, paused, forgiven and volumes are left out."]
    return "\n".join(lines)


def _met(one: Forgiven, context: Context) -> str:
    at = one.meeting_at
    return "" if at is None else f" in the meeting of {at.astimezone(context.zone).date().isoformat()}"


def _of(kept: int, overdue: int) -> str:
    due = kept + overdue
    return f"{kept} of {due} kept ({kept / due * 100:.0f} %)" if due else "nothing was due"


def _figures(one: Kept) -> str:
    if one.is_volume:
        return f"{one.kept} of {one.terms.amount} delivered, {one.owed} to go, {one.overdue} missing ({one.pace})"
    rest = f", {one.paused} paused" if one.paused else ""
    rest += f", {one.forgiven} forgiven" if one.forgiven else ""
    return f"{_of(one.kept, one.overdue)}, {one.owed} not due yet, {one.overdue} overdue{rest} ({one.pace})"
