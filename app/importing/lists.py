"""The small lists that rows refer to: members, campaigns, stages, reasons and fields of a team's own.

What a file names and the workspace lacks gets a number below nought while the plan is made, and is written, once,
when the import is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.context import Context, StageRow
from app.errors import UsageError
from app.fields import fold
from app.importing.table import Choice
from app.stays import StageFacts
from db import rows
from db.folding import key
from db.journal import write_of
from db.models import Campaign, CustomField, Member, Stage

NEW_STAGE = "new"
_WON = re.compile(r"\b(?:won|gewonnen|gagn\w*|ganad\w*|vint\w*|wygran\w*|vund\w*)\b")
_LOST = re.compile(r"\b(?:lost|verloren|perdu\w*|perdid\w*|pers[oaie]|przegran\w*|tabt|forlorad\w*)\b")
_LEAD_WORDS = {
    "marketingqualifiedlead": "Qualified",
    "marketing qualified lead": "Qualified",
    "salesqualifiedlead": "Sales qualified",
    "sales qualified lead": "Sales qualified",
    "closed won": "Won",
    "closedwon": "Won",
    "closed lost": "Lost",
    "closedlost": "Lost",
}


def _words(text: str) -> str:
    return " ".join(fold(text).split())


@dataclass(slots=True)
class Lists:
    """The lists of one workspace, with what this import adds to them.

    Attributes:
        context: what the workspace has.
        answers: the answers given to questions; `stage:NAME` settles an unknown stage.
    """

    context: Context
    answers: Mapping[str, str]
    members: dict[str, int] = field(default_factory=dict)
    campaigns: dict[str, int] = field(default_factory=dict)
    stages: dict[str, int | None] = field(default_factory=dict)
    new_members: list[str] = field(default_factory=list)
    new_campaigns: list[str] = field(default_factory=list)
    new_stages: list[str] = field(default_factory=list)
    new_fields: dict[tuple[str, str], str] = field(default_factory=dict)
    questions: dict[str, Choice] = field(default_factory=dict)
    made: dict[str, dict[Any, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the workspace's lists by what files may call their entries."""
        for member in sorted(self.context.members.values(), key=lambda one: (one.active, -one.id)):
            for name in (str(member.id), member.login, member.external_id, member.name, member.email):
                if name:
                    self.members[_words(name)] = member.id
        for number, name in self.context.campaigns.items():
            self.campaigns[key(name)] = number
        for stage in sorted(self.context.stages.values(), key=lambda one: not one.archived):
            self.stages[_words(stage.name)] = stage.id

    def member(self, text: str) -> int:
        """Return the member that a file calls by e-mail, name, id of their own or number; made if there is none."""
        words = _words(text)
        if words not in self.members:
            self.new_members.append(text)
            self.members[words] = -len(self.new_members)
        return self.members[words]

    def campaign(self, text: str) -> int:
        """Return the campaign of that name; made if there is none."""
        words = key(text)
        if words not in self.campaigns:
            self.new_campaigns.append(text)
            self.campaigns[words] = -len(self.new_campaigns)
        return self.campaigns[words]

    def reason(self, text: str) -> int | None:
        """Return the reason of that name for a lost lead, or None."""
        words = _words(text)
        for one in sorted(self.context.reasons.values(), key=lambda one: one.list != "lost"):
            if one.list in {"lost", "disqualify"} and _words(one.name) == words:
                return one.id
        return None

    @property
    def first_stage(self) -> StageRow:
        """The stage in which a lead without one begins."""
        return self.context.board()[0]

    def stage(self, text: str) -> int | None:
        """Return the stage of that name, or None and a question where the workspace has none like it."""
        words = _words(text)
        if words not in self.stages:
            self.stages[words] = self._asked(text, words)
        return self.stages[words]

    def _asked(self, text: str, words: str) -> int | None:
        alias = _LEAD_WORDS.get(words)
        if alias is not None and _words(alias) in self.stages:
            return self.stages[_words(alias)]
        answer = self.answers.get(f"stage:{text}", self.answers.get(f"stage:{text.lower()}"))
        if answer is None:
            choices = [(stage.name, "an existing stage") for stage in self.context.board()]
            self.questions[f"stage:{text}"] = Choice(
                f"stage:{text}",
                f"There is no stage called “{text}”. Which stage are its leads in?",
                (*choices, (NEW_STAGE, f"a new stage “{text}”")),
                {"stage": text},
            )
            return None
        if answer == NEW_STAGE:
            self.new_stages.append(text)
            return -len(self.new_stages)
        found = self.stages.get(_words(answer))
        if found is None:
            names = ", ".join(stage.name for stage in self.context.board())
            raise UsageError(
                "stage:{text} was answered with “{answer}”, which is no stage. Choose one of: {names}, or new.",
                text=text,
                answer=answer,
                names=names,
            )
        return found

    def facts(self) -> dict[int, StageFacts]:
        """Return what of every stage matters to a lead's history, those to be made included."""
        found = {number: stage.facts for number, stage in self.context.stages.items()}
        for position, name in enumerate(self.new_stages, start=1):
            number = self.made.get("stage", {}).get(-position, -position)
            found[number] = StageFacts(number, *_kind_of(name))
        return found

    def order(self) -> dict[int, int]:
        """Return each stage's place on the board; those to be made come before the closed ones."""
        found = {number: stage.position for number, stage in self.context.stages.items()}
        return found | {-position: 500 + position for position in range(1, len(self.new_stages) + 1)}

    def custom(self, kind: str, name: str, form: str) -> None:
        """See that a field of a team's own will be there; `form` counts only where it is made."""
        if self.field_id(kind, name) is None:
            self.new_fields.setdefault((kind, key(name)), f"{form}|{name}")

    def form_of(self, kind: str, name: str) -> str | None:
        """Return the form of a field that is there already, or None."""
        wanted = key(name)
        for one in self.context.fields.values():
            if one.kind == kind and key(one.name) == wanted:
                return one.form
        return None

    def field_id(self, kind: str, name: str) -> str | None:
        """Return the number of a team's own field as text, or None while it is not there."""
        wanted = key(name)
        number = self.made.get(f"field {kind}", {}).get(wanted)
        if number is not None:
            return str(number)
        for one in self.context.fields.values():
            if one.kind == kind and key(one.name) == wanted:
                return str(one.id)
        return None

    def write(self, session: Session) -> None:
        """Write what the workspace lacks; from then on `real` gives the numbers in force."""
        now = write_of(session).now
        self.made["member"] = {
            -position: rows.insert(session, Member, _member(text, now))
            for position, text in enumerate(self.new_members, start=1)
        }
        self.made["campaign"] = {
            -position: rows.insert(session, Campaign, {"name": text, "name_key": key(text)})
            for position, text in enumerate(self.new_campaigns, start=1)
        }
        self.made["stage"] = _write_stages(session, self.new_stages, self.context)
        for (kind, words), made in self.new_fields.items():
            form, _, name = made.partition("|")
            number = rows.insert(
                session, CustomField, {"kind": kind, "name": name, "name_key": words, "form": form or "text"}
            )
            self.made.setdefault(f"field {kind}", {})[words] = number

    def real(self, what: str, number: int | None) -> int | None:
        """Return the number in force of an entry that had one below nought."""
        if number is None or number >= 0:
            return number
        return self.made.get(what, {}).get(number, number)


def _member(text: str, now: Any) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": text,
        "team": "both",
        "role": "member",
        "active": False,
        "created_at": now,
        "email": None,
    }
    if "@" in text:
        found["email"] = text
    elif " " not in text:
        found["external_id"] = text
    return found


def _kind_of(name: str) -> tuple[str, str | None]:
    words = fold(name)
    if _WON.search(words):
        return "won", "customer"
    if _LOST.search(words):
        return "lost", None
    return "open", "opportunity"


def _write_stages(session: Session, names: list[str], context: Context) -> dict[int, int]:
    """Put new stages before the closed ones, in the order in which the file names them."""
    if not names:
        return {}
    closed = [stage for stage in context.board() if stage.kind in {"won", "lost"}]
    place = min((stage.position for stage in closed), default=len(context.stages))
    opened = [name for name in names if _kind_of(name)[0] == "open"]
    table = Stage.__table__
    session.execute(
        sa.update(table).where(table.c.position >= place).values(position=table.c.position + len(opened))  # type: ignore[arg-type]  # a mapped table is a table
    )
    last = max((stage.position for stage in context.stages.values()), default=0) + len(opened)
    made: dict[int, int] = {}
    for position, name in enumerate(names, start=1):
        kind, milestone = _kind_of(name)
        if kind == "open":
            spot, place = place, place + 1
        else:
            last += 1
            spot = last
        made[-position] = rows.insert(
            session,
            Stage,
            {
                "name": name,
                "name_key": key(name),
                "team": "sales",
                "kind": kind,
                "milestone": milestone,
                "position": spot,
                "probability": 100 if kind == "won" else 0 if kind == "lost" else 50,
            },
        )
    return made
