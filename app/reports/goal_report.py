"""Where the goals stand, as a report."""

from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from app.context import Context
from app.errors import UsageError
from app.periods import local_day
from app.reports.answer import Answer, Column, Row, decimal_text
from app.reports.progress import AMOUNTS, ANSWERED, Progress, goal_rows, measured
from app.reports.question import Question


def goals(session: Session, question: Question) -> Answer:
    """Return where each goal stands whose period meets the one asked for.

    Raises:
        UsageError: a grouping is asked for.
    """
    if question.by is not None:
        raise UsageError("Goals are told one by one; leave out --by.", code="report.alone")
    context: Context = session.info["context"]
    found = measured(session, goal_rows(session, question.start, question.end), question.as_of)
    now = question.as_of or context.now
    return Answer(
        report="goals",
        population="what each goal counts, by first entry into its milestone, winning, or creation for answers; "
        "marketing: leads that came through a campaign or were entered by marketing",
        clock="days of the workspace's zone; pace by its working days that are over",
        window="each goal's own period",
        as_of=now,
        rows=tuple(_row(one) for one in found),
        total={"goals": len(found), "met": sum(one.met for one in found)},
        open=sum(one.goal.ends >= local_day(now, context.zone) for one in found),
        columns=(
            Column("actual", "actual"),
            Column("target", "target"),
            Column("attained %", "attained"),
            Column("expected", "expected"),
            Column("state", "state"),
            Column("marketing", "marketing"),
            Column("sales", "sales"),
        ),
    )


def _row(one: Progress) -> Row:
    goal = one.goal

    def shown(amount: Decimal | None) -> Any:
        if amount is None:
            return None
        if goal.metric in AMOUNTS:
            return {"amount": decimal_text(amount), "currency": one.currency}
        if goal.metric == ANSWERED:
            return float(amount / 100)
        return int(amount) if amount == int(amount) else float(amount)

    parts = goal.metric != ANSWERED
    return {
        "key": goal.name,
        "id": goal.id,
        "metric": goal.metric,
        "from": goal.starts.isoformat(),
        "to": goal.ends.isoformat(),
        "target": shown(goal.target),
        "actual": shown(one.actual),
        "attained": None if one.actual is None or goal.target == 0 else float(one.actual / goal.target),
        "met": one.met,
        "marketing": shown(one.part.marketing) if parts else None,
        "sales": shown(one.part.sales) if parts else None,
        "marketing_target": shown(goal.marketing_target),
        "sales_target": shown(goal.sales_target),
        "expected": shown(one.expected),
        "projected": shown(one.projected),
        "state": one.state,
        "working_days_gone": one.gone,
        "working_days": one.days,
        "kept": None if parts else one.part.kept,
        "cases": None if parts else one.part.cases,
    }
