"""What a meeting settles between the teams: disputes that it rules on, and overdue promises that it forgives."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from app.agreement.clause_text import ClauseText
from app.agreement.plain import kept_text
from app.context import Context
from app.handoffs.disputes import milestone_of
from app.meeting_papers import DisputeRow, ForgivenRow, Papers
from app.summary_data import DisputeClause, DisputeLine, ForgivenLine


def disputes_at(context: Context, found: Papers, moment: datetime) -> tuple[DisputeLine, ...]:
    """Return the disputes of a meeting as they stood at a moment, the earliest raised first.

    One that was raised later is left out, and what was ruled later is still open.
    """
    return tuple(_line(context, _stood(one, moment)) for one in found.disputes if one.disputed_at <= moment)


def forgiven_in(context: Context, found: Papers) -> tuple[ForgivenLine, ...]:
    """Return what a meeting let the teams off, in the order in which it did."""
    return tuple(_forgiven(context, one) for one in found.forgiven)


def _forgiven(context: Context, one: ForgivenRow) -> ForgivenLine:
    promises = () if context.agreement is None else context.agreement.promises
    terms = next((each for each in promises if each.key == one.promise_key), None)
    return ForgivenLine(
        team="both" if terms is None else terms.team,
        title=one.promise_key if terms is None else terms.title,
        metric="" if terms is None else terms.metric,
        lead=one.lead,
        leads=one.amount or 0,
        note=one.note,
        who=_name(context, one.member_id),
    )


def _stood(one: DisputeRow, moment: datetime) -> DisputeRow:
    later = one.ruled_at is not None and one.ruled_at > moment
    return replace(one, ruling="", ruling_note="", ruled_by=None, clause_key="") if later else one


def _line(context: Context, one: DisputeRow) -> DisputeLine:
    reason = context.reasons.get(one.reason_id or 0)
    labels = _labels(context)
    clauses = tuple(
        DisputeClause(each["key"], labels.get(each["key"]) or kept_text(each["said"]), bool(each["met"]))
        for each in one.evidence.get("clauses", ())
    )
    said = {each.key: each.said for each in clauses}
    points = one.evidence.get("points")
    return DisputeLine(
        lead=one.lead,
        reason=reason.name if reason is not None else "",
        rejected_by=_name(context, one.answered_by),
        note=one.answer_note,
        disputed_by=_name(context, one.disputed_by),
        words=one.dispute_note,
        ruling="upheld" if one.ruling == "upheld" else "overturned" if one.ruling == "overturned" else "",
        ruling_note=one.ruling_note,
        ruled_by=_name(context, one.ruled_by),
        example_of=labels.get(one.clause_key) or said.get(one.clause_key, one.clause_key),
        points=None if points is None else Decimal(str(points)),
        needed=one.evidence.get("needed"),
        clauses=clauses,
        milestone=milestone_of(context, one.from_stage_id),
        id=one.id,
        lead_id=one.lead_id,
    )


def _labels(context: Context) -> Mapping[str, ClauseText]:
    return {} if context.agreement is None else {one.key: one.said for one in context.agreement.clauses}


def _name(context: Context, member_id: int | None) -> str:
    member = context.members.get(member_id or 0)
    return member.name if member is not None else ""
