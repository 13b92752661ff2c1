"""The reports: figures that state their population, clock and window wherever they are shown."""

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from app.context import Context
from app.errors import UsageError, Word
from app.reports.acceptance import acceptance
from app.reports.answer import Answer
from app.reports.bad_leads import bad_leads, disagreement
from app.reports.closed import cycle, wins
from app.reports.conversion import conversion
from app.reports.flow import flow, lead_velocity
from app.reports.goal_report import goals
from app.reports.pipeline import coverage, pipeline, pipeline_velocity
from app.reports.promises import promises
from app.reports.question import Question, ask
from app.reports.speed import speed
from app.reports.stage_time import stage_time

REPORTS: Mapping[str, Callable[[Session, Question], Answer]] = {
    "conversion": conversion,
    "flow": flow,
    "lead-velocity": lead_velocity,
    "wins": wins,
    "cycle": cycle,
    "stage-time": stage_time,
    "velocity": pipeline_velocity,
    "speed": speed,
    "goals": goals,
    "coverage": coverage,
    "pipeline": pipeline,
    "acceptance": acceptance,
    "promises": promises,
    "bad-leads": bad_leads,
    "disagreement": disagreement,
}
AWAITED = {
    "attribution": Word("needs every touch with its campaign, which this version does not record yet"),
}
NAMES = tuple(REPORTS)


def report(
    session: Session,
    name: str,
    by: str | None = None,
    start: str | None = None,
    end: str | None = None,
    window: str | None = None,
    as_of: str | None = None,
    pair: str | None = None,
) -> Answer:
    """Return the report that the words of a command line ask for; see `app.reports.question.ask` for them.

    Raises:
        UsageError: there is no such report, or one of the words cannot be read.
    """
    context: Context = session.info["context"]
    return make(session, ask(context, name, by, start, end, window, as_of, pair))


def compared(
    session: Session,
    name: str,
    by: str | None,
    period: tuple[str | None, str | None],
    before: tuple[str, str] | None,
) -> tuple[Answer, Answer | None]:
    """Return a report and the same one for the period before, where there is one to compare with.

    Raises:
        UsageError: there is no such report, or it cannot be grouped so.
    """
    return report(session, name, by, *period), None if before is None else report(session, name, by, *before)


def make(session: Session, question: Question) -> Answer:
    """Return a report.

    Raises:
        UsageError: there is no such report, or it cannot be grouped so.
    """
    if question.report in AWAITED:
        raise UsageError(
            "The report “{report}” {why}. Choose one of: {known}.",
            report=question.report,
            why=AWAITED[question.report],
            known=", ".join(NAMES),
        )
    found = REPORTS.get(question.report)
    if found is None:
        raise UsageError(
            "There is no report “{report}”. Choose one of: {known}.", report=question.report, known=", ".join(NAMES)
        )
    return found(session, question)


__all__ = ["NAMES", "REPORTS", "Answer", "Question", "ask", "compared", "make", "report"]
