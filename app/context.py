"""The few small lists that nearly every read needs: members, stages, reasons, campaigns, fields a team added."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.agreement import agreed_rows
from app.agreement.terms import Terms
from app.errors import UsageError, Word
from app.stays import StageFacts
from db.folding import fold
from db.gathered import rows
from db.models import (
    Campaign,
    CustomField,
    Journal,
    Member,
    Reason,
    Stage,
    WorkspaceInfo,
)
from db.types import from_micros


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member as lists and cards need them."""

    id: int
    name: str
    email: str
    login: str
    external_id: str
    team: str
    role: str
    active: bool


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage of the board."""

    id: int
    name: str
    team: str
    kind: str
    milestone: str | None
    position: int
    rot_days: int | None
    wip_limit: int | None
    wip_hard: bool
    probability: int
    archived: bool

    @property
    def facts(self) -> StageFacts:
        """What of it matters to a lead's history."""
        return StageFacts(self.id, self.kind, self.milestone)


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """An entry of one of the four lists of reasons."""

    id: int
    list: str
    name: str
    position: int
    note_required: bool
    archived: bool


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field that a team added; `form` is text, number, date or yesno."""

    id: int
    kind: str
    name: str
    form: str


@dataclass(frozen=True, slots=True)
class Info:
    """Which workspace this is. `timezone` names its zone, `currency` the one amounts are in unless said."""

    uuid: str
    epoch: int
    company: str
    timezone: str
    currency: str
    created_at: datetime
    working_hours: dict[str, Any]
    holidays: tuple[str, ...]
    schema: int
    min_client: int


@dataclass(frozen=True, slots=True)
class Context:
    """What a read may take for granted. `seq` is the journal's last line when it was loaded.

    `agreement` is the version in force, or None as long as none was published.
    """

    me: MemberRow | None
    now: datetime
    zone: ZoneInfo
    info: Info
    members: Mapping[int, MemberRow]
    stages: Mapping[int, StageRow]
    reasons: Mapping[int, ReasonRow]
    campaigns: Mapping[int, str]
    fields: Mapping[int, FieldRow]
    agreement: Terms | None
    seq: int

    def at(self, now: datetime) -> "Context":
        """Return the same at another moment."""
        return replace(self, now=now)

    def member(self, text: str) -> MemberRow:
        """Return the member of that e-mail, name, login, id of their own or number.

        Raises:
            UsageError: there is none, or there are several.
        """
        wanted = fold(text.strip())
        if wanted == "me" and self.me is not None:
            return self.me
        found = [
            one
            for one in self.members.values()
            if wanted in {fold(one.email), fold(one.name), fold(one.login), fold(one.external_id), str(one.id)}
            and wanted
        ]
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(
                "There are {count} members called “{text}”. Name one by e-mail.", count=len(found), text=text
            )
        raise UsageError("There is no member “{text}”. “tandem members list” shows who there is.", text=text)

    def stage(self, text: str) -> StageRow:
        """Return the stage of that name or number.

        Raises:
            UsageError: there is none.
        """
        wanted = " ".join(fold(text).split())
        for stage in self.stages.values():
            if wanted in {" ".join(fold(stage.name).split()), str(stage.id)}:
                return stage
        names = ", ".join(stage.name for stage in self.board())
        raise UsageError("There is no stage “{text}”. The stages are: {names}.", text=text, names=names)

    def board(self) -> list[StageRow]:
        """Return the stages in use, in the order of the board."""
        return sorted(
            (stage for stage in self.stages.values() if not stage.archived),
            key=lambda one: (one.position, one.id),
        )

    def reason(self, text: str, *lists: str) -> ReasonRow:
        """Return the reason of that name or number in one of the lists.

        Raises:
            UsageError: there is none.
        """
        wanted = " ".join(fold(text).split())
        known = [one for one in self.reasons.values() if not lists or one.list in lists]
        for reason in known:
            if wanted in {" ".join(fold(reason.name).split()), str(reason.id)}:
                return reason
        names = "; ".join(one.name for one in sorted(known, key=lambda one: (one.list, one.position)))
        raise UsageError("There is no reason “{text}” here. Choose one of: {names}.", text=text, names=names)

    def field(self, kind: str, name: str) -> FieldRow:
        """Return the added field of that name.

        Raises:
            UsageError: there is none.
        """
        wanted = " ".join(fold(name).split())
        for one in self.fields.values():
            if one.kind == kind and " ".join(fold(one.name).split()) == wanted:
                return one
        raise UsageError("There is no field “custom:{name}” on a {kind}.", name=name, kind=Word(kind))


class StaleContextError(Exception):
    """What an act took for granted has changed meanwhile: it is to be done again with what holds now."""


def load(session: Session, me: int | None, login: str | None, now: datetime) -> Context:
    """Return the context in one statement.

    Args:
        session: a read.
        me: the id of the member who acts, or None to find them by `login`.
        login: the account's name.
        now: the moment that stands for the present.
    """
    lists: dict[str, list[sa.Row[Any]]] = {
        name: []
        for name in (
            *("info", "member", "stage", "reason", "campaign", "field", "seq"),
            *("agreement", "clause", "play", "promise"),
        )
    }
    for row in session.execute(_everything()).all():
        lists[row.what].append(row)
    members = {
        row.id: MemberRow(row.id, row.a, row.b or "", row.c or "", row.d or "", row.e, row.f, bool(row.m))
        for row in lists["member"]
    }
    stages = {
        row.id: StageRow(row.id, row.a, row.b, row.c, row.d, row.m, row.n, row.o, bool(row.r), row.p, row.q is not None)
        for row in lists["stage"]
    }
    reasons = {
        row.id: ReasonRow(row.id, row.a, row.b, row.m, bool(row.n), row.q is not None) for row in lists["reason"]
    }
    fields = {row.id: FieldRow(row.id, row.a, row.b, row.c) for row in lists["field"]}
    row = lists["info"][0]
    info = Info(
        uuid=row.a,
        epoch=row.m,
        company=row.b,
        timezone=row.c,
        currency=row.d,
        created_at=from_micros(row.n),
        working_hours=json.loads(row.e),
        holidays=tuple(json.loads(row.f)),
        schema=row.o,
        min_client=row.p,
    )
    acting = members.get(me) if me is not None else None
    if acting is None and login is not None:
        acting = next((one for one in members.values() if one.login == login and one.active), None)
    return Context(
        me=acting,
        now=now,
        zone=ZoneInfo(info.timezone),
        info=info,
        members=members,
        stages=stages,
        reasons=reasons,
        campaigns={row.id: row.a for row in lists["campaign"]},
        fields=fields,
        agreement=agreed_rows.terms_of(lists),
        seq=lists["seq"][0].m,
    )


def _everything() -> sa.CompoundSelect[*tuple[Any, ...]]:
    """Return the one statement that reads all the small lists, told apart by their first column."""
    active = sa.case((Member.active, 1), else_=0)
    noted = sa.case((Reason.note_required, 1), else_=0)
    hard = sa.case((Stage.wip_hard, 1), else_=0)
    # One whose making was undone is named by history like one that was archived.
    gone: Any = sa.func.coalesce(Stage.archived_at, Stage.deleted_at)
    info = WorkspaceInfo
    newest = sa.select(sa.func.coalesce(sa.func.max(Journal.seq), 0)).scalar_subquery()
    return sa.union_all(
        rows(
            "info",
            info.id,
            (info.uuid, info.company, info.timezone, info.currency, info.working_hours, info.holidays),
            (info.epoch, info.created_at, info.schema, info.min_client),
        ),
        rows(
            "member",
            Member.id,
            (Member.name, Member.email, Member.login, Member.external_id, Member.team, Member.role),
            (active,),
        ),
        rows(
            "stage",
            Stage.id,
            (Stage.name, Stage.team, Stage.kind, Stage.milestone),
            (Stage.position, Stage.rot_days, Stage.wip_limit, Stage.probability, gone, hard),
        ),
        rows(
            "reason",
            Reason.id,
            (Reason.list, Reason.name),
            (Reason.position, noted, sa.null(), sa.null(), Reason.archived_at),
        ),
        *agreed_rows.parts(),
        rows("campaign", Campaign.id, (Campaign.name,), ()),
        rows("field", CustomField.id, (CustomField.kind, CustomField.name, CustomField.form), ()).where(
            CustomField.deleted_at.is_(None)
        ),
        rows("seq", info.id, (), (newest,)),
    )
