"""What the agreement asks of a lead on its way up the board, and what of it can be filled in there.

A lead that goes from a stage of one milestone to one of a later is judged by every definition on that way: from
“lead” to “SAL” by those of the MQL and of the SAL. Going back is judged by none, so a lead that comes up again is
judged anew. A lead of a team may let one in all the same, and says why; that is kept with the verdict.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from app import records
from app.agreement.clause_text import ClauseText, ClauseTexts, clause_text
from app.agreement.judging import Finding, Line, judge
from app.agreement.terms import DEFINED, Milestone, Terms
from app.context import Context, MemberRow
from app.errors import RefusedError, Word, sentence
from app.fields import COMPANY, CONTACT, LEAD, Kind
from app.query import Record, around, parse
from app.query.binding import targets_of
from app.query.nodes import Clause, Either, Node
from app.stays import MILESTONES

UNMET = "gate.unmet"
NOT_YOURS = "gate.team"
_PREFIXES = {"contact": CONTACT, "company": COMPANY}
_OVERRIDING = frozenset({"lead", "admin"})


@dataclass(frozen=True, slots=True)
class Judged:
    """What the agreement said of a lead as it entered a stage; `override` is why it was let in all the same."""

    agreement_id: int | None
    findings: tuple[Finding, ...] = ()
    override: str | None = None

    def columns(self) -> dict[str, Any]:
        """Return the columns of the stay that begins."""
        verdict = {one.milestone: _plain(one) for one in self.findings} or None
        return {"agreement_id": self.agreement_id, "verdict": verdict, "override": self.override}


def on_the_way(terms: Terms | None, before: str | None, after: str | None) -> tuple[Milestone, ...]:
    """Return the definitions that judge a lead which goes from a stage of one milestone to one of another."""
    if terms is None or after is None:
        return ()
    start = -1 if before is None else MILESTONES.index(before)
    passed = MILESTONES[start + 1 : MILESTONES.index(after) + 1]
    return tuple(one for one in DEFINED if one in passed and (terms.definition(one) or terms.needed(one)))


def judged(
    session: Session, row: Mapping[Any, Any], before: str | None, after: str | None, override: str | None = None
) -> Judged:
    """Let a lead, of which `row` holds the columns, go from a stage of one milestone to one of another.

    Its contact and company are taken from the row (`contact.…`, `company.…`) where they are among it.

    Raises:
        RefusedError: a definition is not met; its facts say what is missing and what of it can be filled in.
    """
    context: Context = session.info["context"]
    terms = context.agreement
    if terms is None:
        return Judged(None)
    milestones = on_the_way(terms, before, after)
    if not milestones:
        return Judged(terms.id)
    record = record_of(session, context, row)
    findings = tuple(judge(terms, one, record, context) for one in milestones)
    unmet = [one for one in findings if not one.met]
    if not unmet:
        return Judged(terms.id, findings)
    if override:
        if context.me is None or context.me.role not in _OVERRIDING:
            raise RefusedError("Only a lead of a team, or an admin, lets one in that the agreement does not.")
        return Judged(terms.id, findings, override)
    raise RefusedError(
        _sentence(unmet[0]),
        code=UNMET,
        facts=_facts(context, row, terms, unmet),
        lead=row["name"],
        milestone=unmet[0].milestone.upper(),
        version=terms.number,
        missing=ClauseTexts(said(one) for one in unmet[0].unmet),
        points=int(unmet[0].points),
        needed=unmet[0].needed,
    )


def check_team(context: Context, name: str, stage: Any, override: str | None = None) -> None:
    """Let me move a lead into a stage, with an agreement in force: a team's stages are filled by that team.

    Raises:
        RefusedError: the stage is the other team's.
    """
    me: MemberRow | None = context.me
    if context.agreement is None or me is None or me.team == "both" or stage.team in {me.team, "both"}:
        return
    if stage.kind in {"won", "lost"} or (override and me.role in _OVERRIDING):
        return
    raise RefusedError(
        "{stage} belongs to {team}, and you are of {mine}: {lead} goes there by being handed over.",
        code=NOT_YOURS,
        stage=stage.name,
        team=Word(stage.team),
        mine=Word(me.team),
        lead=name,
    )


def record_of(session: Session, context: Context, row: Mapping[Any, Any]) -> Record:
    """Return a lead as definitions judge it, with its contact and company where the row holds them."""
    found = {path: _beside(context, kind, path, row) for path, kind in _PREFIXES.items() if f"{path}.id" in row}
    if context.agreement is not None and any("consent" in one.query.casefold() for one in context.agreement.clauses):
        found.pop("contact", None)  # what it agreed to stands in rows of its own
    further = around(session)

    def find(path: str, values: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
        if path in found and values.get(path) == row[f"{path}.id"]:
            known = found[path]
            return [] if known is None else [known]
        return further(path, values)

    own = {name: value for name, value in row.items() if "." not in name}
    return Record(LEAD, records.plain(context, LEAD, own), find if found else further)


def _beside(context: Context, kind: Kind, path: str, row: Mapping[Any, Any]) -> dict[str, Any] | None:
    start = f"{path}."
    columns = {name[len(start) :]: value for name, value in row.items() if name.startswith(start)}
    return None if columns["id"] is None else records.plain(context, kind, columns)


def _plain(finding: Finding) -> dict[str, Any]:
    return {
        "met": finding.met,
        "points": round(finding.points, 2),
        "needed": finding.needed,
        "clauses": {one.clause.key: one.met for one in finding.lines},
    }


def _sentence(first: Finding) -> str:
    if first.enough:
        return sentence(
            "{lead} is no {milestone} by version {version} of the agreement yet: {missing}. "
            "Fill it in, or have a team's lead let it in with a reason."
        )
    if first.unmet:
        return sentence(
            "{lead} is no {milestone} by version {version} of the agreement yet: {missing}; it has {points} of the "
            "{needed} points. Fill it in, or have a team's lead let it in with a reason."
        )
    return sentence(
        "{lead} is no {milestone} by version {version} of the agreement yet: it has {points} of the {needed} points. "
        "Fill it in, or have a team's lead let it in with a reason."
    )


def said(line: Line) -> ClauseText:
    """Return what a clause asks for, in the teams' own words where they gave some."""
    return clause_text(line.clause.label, *(line.failed or (line.clause.query,)))


def _facts(context: Context, row: Mapping[Any, Any], terms: Terms, unmet: Sequence[Finding]) -> dict[str, Any]:
    first = unmet[0]
    return {
        "lead_id": row["id"],
        "lead": row["name"],
        "version": terms.number,
        "missing": [_missing(context, row, finding.milestone, one) for finding in unmet for one in finding.unmet],
        "milestone": first.milestone,
        "points": int(first.points),
        "needed": first.needed,
        "enough": first.enough,
        "more": [
            _missing(context, row, first.milestone, one, by_one=True)
            for one in first.lines
            if one.clause.points is not None and not one.met and not one.broken
        ],
    }


def _missing(
    context: Context, row: Mapping[Any, Any], milestone: Milestone, line: Line, *, by_one: bool = False
) -> dict[str, Any]:
    """Return what is missing with the fields to fill in; `by_one` leaves out what no single field would mend."""
    node = _lacking(line) if by_one else parse(line.clause.query, LEAD.name).node
    asks, without = _asks(context, row, node)
    return {
        "key": line.clause.key,
        "milestone": milestone,
        "said": said(line),
        "query": line.clause.query,
        "points": line.clause.points,
        "asks": asks,
        "without": without,
    }


def _lacking(line: Line) -> Node | None:
    """Return the part of a clause that one field would mend, None where there is none."""
    failed = line.failed or (line.clause.query,)
    node = parse(failed[0], LEAD.name).node if len(failed) == 1 else None
    parts = node.parts if isinstance(node, Either) else (node,)
    return node if all(isinstance(one, Clause) for one in parts) else None


def _asks(context: Context, row: Mapping[Any, Any], node: Node | None) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the fields of a query that can be filled in: of the lead, its contact or company; and who is not there.

    The latter are "contact" and "company", where the query asks about one that the lead does not have.
    """
    owners = {"": (LEAD, row["id"]), "contact": (CONTACT, row["contact_id"]), "company": (COMPANY, row["company_id"])}
    found: dict[tuple[str, str], dict[str, Any]] = {}
    without: dict[str, None] = {}
    for target, value in targets_of(node, LEAD, context):
        kind, number = owners.get(target.path, (LEAD, None))
        field = kind.fields.get(target.name)
        editable = target.custom is not None or (field is not None and field.edit)
        if number is None and editable and target.path in owners:
            without[target.path] = None
        if number is None or not editable or (kind.name, target.name) in found:
            continue
        asked = {"kind": kind.name, "id": number, "field": target.name, "type": target.type, "wanted": value}
        found[kind.name, target.name] = asked
    return list(found.values()), list(without)
