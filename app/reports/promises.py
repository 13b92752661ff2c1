"""Both teams' promises as a report: how far each was kept."""

from sqlalchemy.orm import Session

from app.agreement import ledger
from app.agreement.ledger_words import said
from app.errors import UsageError
from app.metrics import rate_of
from app.reports.answer import RATE, Answer, Column, Row, rate_fields
from app.reports.question import Question


def promises(session: Session, question: Question) -> Answer:
    """Return kept / (kept + overdue) of each promise in force (formula 5); `by` may be “team”.

    Volumes stand among the rows with what was delivered and what is missing, and are added to no cases.

    Raises:
        UsageError: it is to be grouped by something else.
    """
    if question.by not in {None, "team"}:
        raise UsageError("Promises can be grouped by team alone.", code="report.by", facts={"by": question.by or ""})
    made = ledger.ledger(session, question.start, question.end, question.as_of)
    rows: list[Row] = []
    for side in made.sides:
        if question.by == "team":
            rows.append({"key": side.team} | _fields(side))
            continue
        for one in side.promises:
            shown = {"key": said(one.terms), "team": side.team, "metric": one.terms.metric, "state": one.pace}
            rows.append(shown | _fields(one) | {"carried": len(one.carried) or one.short_before})
    kept, overdue = (sum(getattr(side, name) for side in made.sides) for name in ("kept", "overdue"))
    total: Row = {"kept": kept, "owed": sum(side.owed for side in made.sides), "overdue": overdue}
    total |= {"forgiven": sum(side.forgiven for side in made.sides)} | rate_fields(rate_of(kept, kept + overdue))
    version = "no version in force" if made.version is None else f"agreement version {made.version}"
    return Answer(
        report="promises",
        population=f"promises of {version}, cases that began from {made.first_day} to {made.last_day}",
        clock="working hours of who owes, less holidays and absences",
        window="the period itself; a volume's own week, month or quarter",
        as_of=made.as_of,
        rows=tuple(rows),
        total=total,
        open=sum(side.owed for side in made.sides),
        columns=(*(Column(name, name) for name in ("kept", "owed", "overdue", "forgiven")), *RATE),
    )


def _fields(one: ledger.Side | ledger.Kept) -> Row:
    return {name: getattr(one, name) for name in ("kept", "owed", "overdue", "forgiven")} | rate_fields(one.rate)
