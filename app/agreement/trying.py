"""One lead checked against versions of the agreement, clause by clause: what a draft says of it, and what is in force.

Nothing is kept: it says what a version would say now, whatever stage the lead is in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.agreement.judging import Finding, judge
from app.agreement.terms import DEFINED, Milestone, Terms
from app.context import Context
from app.fields import LEAD
from app.jumping import Hit, look
from app.query import record_of

_MOST = 8


@dataclass(frozen=True, slots=True)
class Side:
    """What one version says: its number, whether it is a draft, and the definitions in their order."""

    number: int
    is_draft: bool
    findings: tuple[Finding, ...]

    def finding(self, milestone: Milestone) -> Finding | None:
        """Return what its definition of a milestone says, None where it has none."""
        return next((one for one in self.findings if one.milestone == milestone), None)


@dataclass(frozen=True, slots=True)
class Tried:
    """A lead and what each version says of it."""

    lead_id: int
    name: str
    sides: tuple[Side, ...]


def try_lead(session: Session, lead_id: int, versions: Sequence[Terms]) -> Tried:
    """Return what versions say of a lead now.

    Raises:
        NotFoundError: it is gone.
    """
    context: Context = session.info["context"]
    record = record_of(session, LEAD, lead_id)
    sides = tuple(
        Side(
            terms.number,
            terms.is_draft,
            tuple(judge(terms, name, record, context) for name in DEFINED if terms.definition(name)),
        )
        for terms in versions
    )
    return Tried(lead_id, str(record.values.get("name") or ""), sides)


def leads_called(session: Session, text: str) -> list[Hit]:
    """Return the first leads that a text may mean."""
    return [one for one in look(session, text, _MOST) if one.kind == LEAD.name]
