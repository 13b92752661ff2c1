"""What stands on the tabs of the agreement: how much is late this month, and how many of the week's leads I judged."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.agreement.ledger import ledger
from app.agreement.meter import this_week
from app.context import Context
from app.periods import local_day, unit_start
from db.models import Poll
from db.rows import table_of


@dataclass(frozen=True, slots=True)
class Glance:
    """Cases of both teams' promises that are late this month; leads of this week's vote, and those I voted on."""

    late: int
    polls: int
    voted: int


def glance(session: Session) -> Glance:
    """Return what the tabs say; who is no rater this week has no leads to vote on."""
    context: Context = session.info["context"]
    today = local_day(context.now, context.zone)
    late = sum(side.late for side in ledger(session, unit_start(today, "month"), today).sides)
    if context.me is None:
        return Glance(late, 0, 0)
    table = table_of(Poll)
    mine = (table.c.marketer_id == context.me.id, table.c.seller_id == context.me.id)
    votes = (sa.and_(mine[0], table.c.marketer_vote.is_not(None)), sa.and_(mine[1], table.c.seller_vote.is_not(None)))
    columns = (sa.func.count(), sa.func.count(sa.case((sa.or_(*votes), 1))))
    here = sa.and_(table.c.week == this_week(context), table.c.deleted_at.is_(None), sa.or_(*mine))
    polls, voted = session.execute(sa.select(*columns).where(here)).one()
    return Glance(late, polls, voted)
