"""What a workspace that has no agreement begins with: a sensible draft, for both teams to talk over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from app.agreement.terms import ClauseTerms, Milestone, PlayTerms, PromiseTerms, Terms
from app.context import Context

HOUR = 60
_WORKDAY = 8 * HOUR


@dataclass(frozen=True, slots=True)
class Answers:
    """What the welcome asks.

    Attributes:
        lead: queries that say who is worth a call; each becomes a required clause.
        answer_minutes: working time in which a handed over lead is answered.
        route: who receives it: the next in turn, or the pool.
    """

    lead: Sequence[str] = ()
    answer_minutes: int = _WORKDAY
    route: Literal["turn", "pool"] = "pool"


def starting(stages: Mapping[str, int], sellers: Sequence[int], answers: Answers | None = None) -> Terms:
    """Return the terms that a first draft has.

    Args:
        stages: by milestone, the first open stage of it.
        sellers: the ids of the members who sell.
        answers: what the welcome was told.
    """
    given = answers or Answers()
    return Terms(
        id=0,
        number=1,
        based_on_id=None,
        published_at=None,
        mql_points=30,
        sal_points=None,
        sql_points=None,
        halving_days=30,
        route=given.route,
        route_member_id=None,
        route_members=tuple(sellers) if given.route == "turn" else (),
        capacity=10,
        answer_minutes=given.answer_minutes,
        on_silence="pool",
        review_months=3,
        review_on=None,
        clauses=tuple(_clauses(given)),
        plays=tuple(_plays(stages)),
        promises=_PROMISES,
    )


def _clauses(given: Answers) -> list[ClauseTerms]:
    made: list[ClauseTerms] = []

    def say(key: str, milestone: Milestone, query: str, points: int | None = None, *, fades: bool = False) -> None:
        made.append(ClauseTerms(0, key, milestone, len(made), query, "", points, fades))

    say("reachable", "mql", "has:email or has:phone")
    say("source", "mql", "has:source")
    for number, query in enumerate(given.lead, start=1):
        say(f"who-{number}", "mql", query)
    say("company", "mql", "has:company", 15)
    say("role", "mql", "has:job_title", 15)
    say("event", "mql", "source:event or source:webinar", 20, fades=True)
    say("answered", "mql", "source:web or source:referral", 20, fades=True)
    say("owner", "sal", "has:owner")
    say("step", "sal", "has:next_step")
    say("value", "sql", "has:value")
    say("close", "sql", "has:expected_close")
    return made


def of_workspace(context: Context) -> Terms:
    """Return the terms that a first draft has in a workspace that has none."""
    board = [one for one in reversed(context.board()) if one.kind == "open" and one.milestone is not None]
    sellers = [one.id for one in context.members.values() if one.active and one.team in {"sales", "both"}]
    return starting({str(one.milestone): one.id for one in board}, sellers)


def _plays(by_milestone: Mapping[str, int]) -> list[PlayTerms]:
    made = [PlayTerms(0, "greet", None, 0, "Say hello", _WORKDAY, "marketing", "")]
    if "sal" in by_milestone:
        made.append(PlayTerms(0, "call", by_milestone["sal"], 1, "First call", 4 * HOUR, "owner", ""))
    if "opportunity" in by_milestone:
        stage = by_milestone["opportunity"]
        made.append(PlayTerms(0, "proposal", stage, 2, "Send the proposal", 2 * _WORKDAY, "owner", ""))
    return made


_PROMISES = (
    PromiseTerms(0, "volume", "marketing", 0, "volume", "", "mql", "", 20, "month", None, None),
    PromiseTerms(0, "complete", "marketing", 1, "complete", "", None, "has:company has:phone", None, "month", None, 90),
    PromiseTerms(0, "answers", "sales", 2, "answers", "", None, "", None, "month", _WORKDAY, 90),
    PromiseTerms(0, "attempts", "sales", 3, "attempts", "", None, "", 3, "month", 5 * _WORKDAY, 90),
    PromiseTerms(0, "reasons", "sales", 4, "reasons", "", None, "", None, "month", None, 95),
)
