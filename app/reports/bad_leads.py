"""What bad leads cost and how far the teams disagree, as reports."""

from sqlalchemy.orm import Session

from app.agreement import costs, meter
from app.agreement.kappa import Kappa, Votes
from app.errors import UsageError
from app.reports.answer import BLANK, RATE, Answer, Column, Row, rate_fields
from app.reports.question import Question


def bad_leads(session: Session, question: Question) -> Answer:
    """Return the hours lost on rejected leads by reason and source (formula 14), with shares of all answers.

    Raises:
        UsageError: it is to be grouped otherwise.
    """
    _ungrouped(question)
    made = costs.costs(session, question.start, question.end, question.as_of)
    rows: list[Row] = []
    for (_, reason), line in zip(made.reasons, made.cells, strict=True):
        for source, cell in zip(made.sources, line, strict=True):
            if cell.refused:
                key = f"{reason or BLANK} · {source or BLANK}"
                rows.append({"key": key, "reason": reason, "source": source} | _fields(cell))
    return Answer(
        report="bad-leads",
        population=f"handoffs answered {question.period}; hours as logged on the leads that were rejected",
        clock="the day of the answer, in the workspace's zone",
        window="the period itself; rates under five rejected are left out, and count in the total",
        as_of=made.as_of,
        rows=tuple(rows),
        total=_fields(made.total),
        open=0,
        columns=(Column("rejected", "rejected"), Column("answered", "answered"), *RATE, Column("minutes", "minutes")),
    )


def _fields(cell: costs.Cell) -> Row:
    counts: Row = {"rejected": cell.refused, "answered": cell.answered, "minutes": cell.minutes, "hours": cell.hours}
    return counts | rate_fields(cell.rate) | {"ids": [one.lead_id for one in cell.leads]}


def disagreement(session: Session, question: Question) -> Answer:
    """Return Cohen's kappa (formula 16) of the blind votes by week, each over the four weeks that end with it.

    Raises:
        UsageError: it is to be grouped otherwise.
    """
    _ungrouped(question)
    made = meter.meter(session, as_of=question.as_of)
    return Answer(
        report="disagreement",
        population="leads on which one marketer and one seller voted blind",
        clock="the week in which a lead was drawn",
        window="four weeks",
        as_of=question.as_of or session.info["context"].now,
        rows=tuple(
            {"key": week.isoformat()} | _votes(votes, found) for week, votes, found in made.trend if votes.cases
        ),
        total=_votes(made.votes, made.kappa),
        open=0,
        columns=(
            *(Column(name.replace("_", " "), name) for name in ("both", "neither", "only_marketing", "only_sales")),
            *(Column(name, name) for name in ("kappa", "low", "high")),
        ),
    )


def _votes(votes: Votes, found: Kappa) -> Row:
    counts = {name: getattr(votes, name) for name in ("both", "neither", "only_marketing", "only_sales")}
    return counts | {"kappa": found.value, "low": found.low, "high": found.high}


def _ungrouped(question: Question) -> None:
    if question.by is not None:
        raise UsageError(
            "This report has its own grouping; leave out --by.", code="report.by", facts={"by": question.by}
        )
