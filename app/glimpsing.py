"""Writing down what the next start reads its first rows with (`app.glimpse`)."""

from sqlalchemy.orm import Session

from app import contact_orders, contact_rows
from app.context import Context
from app.glimpse import LEFT, Glimpse
from db.types import to_micros
from db.written import written


def glimpse(session: Session, sort: str, limit: int) -> Glimpse | None:
    """Return what the first rows of all contacts in an order are read with; None where one statement is not enough.

    Raises:
        UsageError: there is no such order.
    """
    context: Context = session.info["context"]
    if contact_orders.is_looked_up(sort):
        return None
    found = written(contact_rows.first_statement(session, "", sort, limit))
    if found is None:
        return None
    terms = context.agreement
    fades = None
    if LEFT in found.values and terms is not None and terms.published_at is not None and terms.halving_days is not None:
        fades = (to_micros(terms.published_at), terms.halving_days)
    return Glimpse(
        context.info.uuid,
        found,
        fades,
        {number: member.name for number, member in context.members.items()},
        dict(context.campaigns),
        {number: (stage.name, stage.team, stage.kind) for number, stage in context.stages.items()},
        str(context.zone),
        context.info.currency,
    )
