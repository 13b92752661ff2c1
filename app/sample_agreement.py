"""The sample's agreement: two versions signed, a third in the making, and what was passed, answered and voted since."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import sample_words as words
from app import things
from app.agreement import drafts, meter
from app.agreement.gates import record_of
from app.agreement.judging import judge
from app.agreement.papers import names_of, paper
from app.agreement.starting import of_workspace
from app.agreement.terms import ClauseTerms, Milestone, Terms
from app.handoffs.sending import plain
from app.sample_base import Sample
from db.journal import in_bulk, write_of
from db.models import Activity, Agreement, Handoff, Lead, Meeting, Mention, Poll, Reaction, Stay
from db.rows import by_name, table_of

_ANSWER_MINUTES = 240
_LOOK_BACK = timedelta(days=100)
_WEEKS = 10
_A_WEEK = 5


@in_bulk
def make(session: Session) -> None:
    """Write it into a workspace that holds the rest of the sample."""
    made = _Agreed(session)
    made.versions()
    made.passed()
    made.sent_back()
    made.votes()
    made.talk()
    write_of(session).act = "sample.fill"


class _Agreed(Sample):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.now = write_of(session).now
        members = [one for one in self.context.members.values() if one.active]
        for team in self.people:
            self.people[team] = sorted(one.id for one in members if one.team == team)
        me = self.context.me
        self.me = me if me is not None and me.id in self.context.members else self.context.members[members[0].id]
        reasons = self.context.reasons.values()
        self.reasons = [one.id for one in reasons if one.list == "reject" and not one.note_required]
        self.later = [one.id for one in reasons if one.list == "recycle"]
        self.leads = self.session.execute(
            sa.select(table_of(Lead)).where(table_of(Lead).c.deleted_at.is_(None)).order_by(table_of(Lead).c.id)
        ).all()

    # The versions

    def versions(self) -> None:
        table = table_of(Agreement)
        begun = sa.select(table.c.id).where(table.c.published_at.is_(None), table.c.deleted_at.is_(None))
        for number in self.session.execute(begun).scalars().all():
            drafts.discard(self.session, number)
        start = replace(of_workspace(self.context), answer_minutes=_ANSWER_MINUTES, halving_days=45)
        first = replace(start, mql_points=20, clauses=tuple(self._clauses(words.CLAUSES[:4])))
        second = replace(start, mql_points=35, clauses=tuple(self._clauses(words.CLAUSES)))
        self._published(first, 200)
        number = self._published(second, 90)
        self.terms: Terms = paper(self.session, number).terms
        key, query, label = words.NO_STUDENTS
        more = ClauseTerms(0, key, "mql", len(self.terms.clauses), query, label, None, fades=False)
        draft = drafts.write(self.session, replace(self.terms, mql_points=45, clauses=(*self.terms.clauses, more)))
        self._sign(draft, "marketing", self.today - timedelta(hours=8))  # yesterday at four

    def _clauses(self, chosen: Sequence[tuple[str, str, int | None, bool, str]]) -> Iterator[ClauseTerms]:
        place = 0
        for key, query, points, fades, label in chosen:
            yield ClauseTerms(0, key, "mql", place, query, label, points, fades)
            place += 1
        later: tuple[tuple[Milestone, Sequence[tuple[str, str, str]]], ...] = (("sal", words.SAL), ("sql", words.SQL))
        for milestone, lines in later:
            for key, query, label in lines:
                yield ClauseTerms(0, key, milestone, place, query, label, None, fades=False)
                place += 1

    def _published(self, wanted: Terms, days: int) -> int:
        moment = self.today - timedelta(days=days) + timedelta(hours=11)
        number = drafts.write(self.session, wanted)
        for team in ("marketing", "sales"):
            self._sign(number, team, moment - timedelta(hours=2))
        values = {"created_at": moment - timedelta(days=9), "names": names_of(self.context), "published_at": moment}
        things.edit(self.session, "agreement", number, values)
        return number

    def _sign(self, number: int, team: str, moment: datetime) -> None:
        # Whoever plays the part of a team's lead may be an admin.
        ranks = [(self.context.members[one].role == "member", one) for one in self.people[team]]
        values = {
            "agreement_id": number,
            "team": team,
            "member_id": min(ranks)[1],
            "digest": paper(self.session, number).terms.digest(),
        }
        things.create(self.session, "signature", values | {"at": moment})

    # What passed

    def passed(self) -> None:
        """Hand over what stands, or stood lately, where leads are handed over."""
        stay, stages = table_of(Stay), self.context.stages
        between = [one.id for one in stages.values() if one.kind == "handoff"]
        stood = self.session.execute(
            sa.select(stay)
            .where(stay.c.stage_id.in_(between), stay.c.entered_at >= self.now - _LOOK_BACK)
            .order_by(stay.c.entered_at, stay.c.id)
        ).all()
        leads = {one.id: one for one in self.leads}
        handoffs, touches = [], []
        for place, one in enumerate(stood):
            lead = leads[one.lead_id]
            values = self._handoff(lead, place)
            if one.left_at is None:
                values |= self._open(place)
            else:
                # Late ones are few, or nobody would believe the rest.
                wait = timedelta(days=3) if place % 9 == 0 else timedelta(minutes=self.random.randint(10, 150))
                values["sent_at"] = max(one.entered_at, one.left_at - wait)
                accepted = lead.sal_at is not None
                values |= self._answer("accepted" if accepted else "rejected", one.left_at, place)
                touches += self._tries(lead, one.left_at) if accepted else [self._effort(values)]
            handoffs.append(values)
        self.add(Handoff, handoffs)
        self.add(Activity, touches)

    def _handoff(self, lead: Any, place: int) -> dict[str, Any]:
        sellers = self.people["sales"]
        record = record_of(self.session, self.context, by_name(lead))
        return {
            "lead_id": lead.id,
            "agreement_id": self.terms.id,
            "from_member_id": lead.qualified_by_id or self.people["marketing"][0],
            "from_stage_id": next(one.id for one in self.context.board() if one.milestone == "mql"),
            "to_team": "sales",
            "to_member_id": sellers[place % len(sellers)],
            "answer_minutes": _ANSWER_MINUTES,
            "note": words.SENT[place % len(words.SENT)],
            "evidence": plain(judge(self.terms, "mql", record, self.context)),
            "answer": None,
            "answered_at": None,
            "answered_by": None,
            "reason_id": None,
            "answer_note": None,
        }

    def _open(self, place: int) -> dict[str, Any]:
        """Return what one that waits has: some lie in the pool, some wait for me where I sell."""
        mine = self.me.team in {"sales", "both"}
        return {
            "sent_at": self.now - timedelta(minutes=15 + (place * 37) % 200),
            "to_member_id": None if place % 3 == 0 else self.me.id if mine and place % 3 == 1 else self._seller(place),
        }

    def _seller(self, place: int) -> int:
        return self.people["sales"][place % len(self.people["sales"])]

    def _answer(self, answer: str, moment: datetime, place: int) -> dict[str, Any]:
        values: dict[str, Any] = {"answer": answer, "answered_at": moment, "answered_by": self._seller(place)}
        if answer == "rejected":
            # One reason stands out, so that the table of bad leads has something to say.
            reason = self.reasons[0] if self.chance(0.5) else self.random.choice(self.reasons)
            values["reason_id"] = reason if place % 7 else None
            values["answer_note"] = words.REFUSED[place % len(words.REFUSED)] or None
        elif answer == "recycled":
            values["reason_id"] = self.random.choice(self.later)
        return values

    def _tries(self, lead: Any, moment: datetime) -> list[dict[str, Any]]:
        """Return how often sales tried to reach an accepted lead: three times, mostly."""
        days = (0.05, 1, 2) if lead.id % 8 else (1,)
        moments = [moment + timedelta(days=one) for one in days]
        return [self._touch(lead.id, at, lead.owner_id) for at in moments if at < self.now]

    def _effort(self, values: dict[str, Any]) -> dict[str, Any]:
        at = values["answered_at"] - timedelta(minutes=12)
        return self._touch(values["lead_id"], at, values["to_member_id"]) | {"minutes": self.random.randint(8, 55)}

    def _touch(self, lead_id: int, at: datetime, member: int | None) -> dict[str, Any]:
        told = {"kind": "lead", "record_id": lead_id, "type": "call", "direction": "out", "minutes": 6}
        return told | {"text": self.random.choice(words.NOTES[2:]), "at": at, "member_id": member}

    def sent_back(self) -> None:
        """Let sales have refused some that marketing works on again; of four, marketing thought otherwise."""
        ready = [one for one in self.leads if one.state == "open" and one.mql_at and not one.sal_at]
        standing = [one for one in ready if self.context.stages[one.stage_id].kind == "open"]
        standing.sort(key=lambda one: (one.source != "web", one.id))
        meeting = self.session.execute(
            sa.select(Meeting.id).where(Meeting.closed_at.is_not(None)).order_by(Meeting.starts_at.desc()).limit(1)
        ).scalar_one_or_none()
        handoffs, touches = [], []
        for place, lead in enumerate(standing):
            answered = self.now - timedelta(days=(2 if place < len(words.DISPUTES) else 6) + place, hours=3)
            values = self._handoff(lead, place) | {"sent_at": answered - timedelta(minutes=70 + 9 * place)}
            values |= self._answer("recycled" if place in {5, 9} else "rejected", answered, place + 1)
            values |= {"until": (self.now + timedelta(days=20 + place)).date() if place in {5, 9} else None}
            disputed = answered + timedelta(hours=5)
            ruled = place - len(words.DISPUTES)
            if place < len(words.DISPUTES) + len(words.RULINGS):
                said = words.DISPUTES[place % len(words.DISPUTES)]
                values |= {"disputed_at": disputed, "disputed_by": values["from_member_id"], "dispute_note": said}
            if 0 <= ruled < len(words.RULINGS):
                ruling, note = words.RULINGS[ruled]
                values |= {"ruled_at": disputed + timedelta(days=2), "ruled_by": self._seller(0), "ruling": ruling}
                values |= {"ruling_note": note, "meeting_id": meeting}
            handoffs.append(values)
            touches.append(self._effort(values))
        names = {name for one in handoffs for name in one}
        self.add(Handoff, [dict.fromkeys(names) | one for one in handoffs])
        self.add(Activity, touches)

    # What was said

    def votes(self) -> None:
        """Let both teams have voted on five leads a week, more and more alike; this week's wait."""
        monday = meter.this_week(self.context)
        sellers, marketers = self.people["sales"], self.people["marketing"]
        ready = [one for one in self.leads if one.mql_at is not None]
        polls = []
        for place, lead in enumerate(ready[-_WEEKS * _A_WEEK :]):
            week = monday - timedelta(weeks=_WEEKS - 1 - place // _A_WEEK)
            mine = {"marketing": "marketer_id", "sales": "seller_id"}.get(self.me.team, "seller_id")
            people = {"marketer_id": marketers[place % len(marketers)], "seller_id": sellers[place % len(sellers)]}
            polls.append(
                {"week": week, "lead_id": lead.id, "agreement_id": self.terms.id}
                | people
                | ({mine: self.me.id} if week == monday else {})
                | self._vote(place, week, is_open=week == monday)
            )
        self.add(Poll, polls)

    def _vote(self, place: int, week: date, *, is_open: bool) -> dict[str, Any]:
        names = ("vote", "at", "clause")
        none = {f"{who}_{name}": None for who in ("marketer", "seller") for name in names}
        if is_open:
            return none
        said = self.chance(0.65)
        alike = self.chance(0.55 + place / 120)  # they come to say the same
        at = datetime(week.year, week.month, week.day, 12, tzinfo=self.context.zone)
        other = said if alike else not said
        clause = self.random.choice(("buyer", "buyer", "value"))
        return none | {
            "marketer_vote": said,
            "marketer_at": at,
            "marketer_clause": None if said else clause,
            "seller_vote": other,
            "seller_at": at + timedelta(hours=2),
            "seller_clause": None if other else clause,
        }

    def talk(self) -> None:
        """Let colleagues ask me something."""
        others = [one for one in (*self.people["marketing"], *self.people["sales"]) if one != self.me.id]
        open_ = [one for one in self.leads if one.state == "open" and one.sal_at is not None]
        numbers = list(self.ids(Activity, len(words.MENTIONS)))
        notes = [
            self._touch(lead.id, self.now - timedelta(hours=2 + 3 * place), others[place % len(others)])
            | {"id": number, "type": "note", "direction": None, "text": text.format(me=self.me.name), "minutes": None}
            for place, (number, text, lead) in enumerate(zip(numbers, words.MENTIONS, open_, strict=False))
        ]
        self.add(Activity, notes)
        self.add(Mention, [{"activity_id": one["id"], "member_id": self.me.id} for one in notes])
        reply = {"type": "note", "direction": None, "text": words.REPLY, "minutes": None, "parent_id": numbers[0]}
        told = self._touch(open_[0].id, self.now - timedelta(hours=1), others[-1])
        self.add(Activity, [told | reply])
        self.add(Reaction, [{"activity_id": one, "member_id": others[-1], "sign": "agree"} for one in numbers[:1]])
