"""The disputes that a meeting rules on, as its agenda, its page and its minutes tell them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from app.context import Context
from app.handoffs.disputes import milestone_of
from app.meeting_papers import DisputeRow, Papers
from app.summary_data import DisputeClause, DisputeLine


def disputes_at(context: Context, found: Papers, moment: datetime) -> tuple[DisputeLine, ...]:
    """Return the disputes of a meeting as they stood at a moment, the earliest raised first.

    One that was raised later is left out, and what was ruled later is still open.
    """
    return tuple(_line(context, _stood(one, moment)) for one in found.disputes if one.disputed_at <= moment)


def _stood(one: DisputeRow, moment: datetime) -> DisputeRow:
    later = one.ruled_at is not None and one.ruled_at > moment
    return replace(one, ruling="", ruling_note="", ruled_by=None, clause_key="") if later else one


def _line(context: Context, one: DisputeRow) -> DisputeLine:
    reason = context.reasons.get(one.reason_id or 0)
    labels = _labels(context)
    clauses = tuple(
        DisputeClause(each["key"], labels.get(each["key"]) or each["said"], bool(each["met"]))
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


def _labels(context: Context) -> Mapping[str, str]:
    return {} if context.agreement is None else {one.key: one.label or one.query for one in context.agreement.clauses}


def _name(context: Context, member_id: int | None) -> str:
    member = context.members.get(member_id or 0)
    return member.name if member is not None else ""
