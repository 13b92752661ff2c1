"""A plausible small company, made from a fixed seed: a year of contacts, leads, goals and meetings."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from app import derived, leads, rank, sample_agreement
from app import sample_words as words
from app.changes import Change
from app.sample_base import Sample
from app.sample_meetings import goals, meetings
from app.stays import StayTimes, stays_of
from app.workspace import Workspace
from db.folding import key
from db.journal import in_bulk, write_of
from db.models import (
    Activity,
    Campaign,
    Company,
    Consent,
    Contact,
    Lead,
    Member,
    RecordKey,
    Stay,
)

CONTACTS = 1200
COMPANIES = 320
LEADS = 300


def fill(workspace: Workspace) -> Change:
    """Fill an empty workspace; the same seed and the same day make the same company, with its agreement."""
    workspace.write(make)
    return workspace.write(sample_agreement.make)


@in_bulk
def make(session: Session) -> None:
    """Write the sample into an empty workspace."""
    made = _Records(session)
    made.members()
    made.campaigns()
    made.companies()
    made.contacts()
    made.leads()
    goals(made)
    meetings(made)
    write = write_of(session)
    write.act = "sample.fill"
    write.record("workspace", 1, {"sample": (None, made.counts)}, "sample.fill")


class _Records(Sample):
    def members(self) -> None:
        me = self.context.me
        ids = list(self.ids(Member, len(words.MEMBERS)))
        made = []
        for place, (name, _, team, _) in enumerate(words.MEMBERS):
            # Whoever is called like one of them plays that part: then something of it all is theirs.
            if me is not None and me.name == name:
                ids[place] = me.id
            else:
                made.append(place)
            self.people[team].append(ids[place])
        self.add(
            Member,
            [
                {
                    "id": ids[place],
                    "name": name,
                    "email": email,
                    "team": team,
                    "role": role,
                    "active": True,
                    "created_at": self.ago(365),
                }
                for place in made
                for name, email, team, role in [words.MEMBERS[place]]
            ],
        )

    def campaigns(self) -> None:
        self.campaign_ids = list(self.ids(Campaign, len(words.CAMPAIGNS)))
        self.add(
            Campaign,
            [
                {
                    "id": number,
                    "name": name,
                    "name_key": key(name),
                    "channel": channel,
                    "cost": Decimal(cost),
                    "currency": self.context.info.currency,
                    "starts": self.day(starts),
                    "ends": self.day(ends),
                }
                for number, (name, channel, cost, starts, ends) in zip(self.campaign_ids, words.CAMPAIGNS, strict=True)
            ],
        )

    def day(self, offset: int) -> date:
        return (self.today + timedelta(days=offset)).date()

    def companies(self) -> None:
        names = [f"{head.replace('-', ' ')} {tail}" for head in words.COMPANY_HEADS for tail in words.COMPANY_TAILS]
        self.random.shuffle(names)
        ids = self.ids(Company, COMPANIES)
        made = []
        for number, name in zip(ids, names[:COMPANIES], strict=True):
            city, country, _ = self.random.choice(words.PLACES)
            values: dict[str, Any] = {
                "id": number,
                "name": name,
                "domain": f"{key(name).replace(' ', '')}.example",
                "industry": self.random.choice(words.INDUSTRIES),
                "size": self.random.choice(["1-10", "11-50", "51-200", "200+"]),
                "city": city,
                "country": country,
                "owner_id": None,
                "created_at": self.ago(self.random.uniform(0, 365)),
            }
            made.append(values | derived.company_columns(values))
        self.company_list = made
        self.add(Company, made)

    def contacts(self) -> None:
        made: list[dict[str, Any]] = []
        keys: list[tuple[str, str, str, int]] = []
        consents: list[dict[str, Any]] = []
        taken: set[str] = set()
        for number in self.ids(Contact, CONTACTS):
            values = self._contact(number, taken)
            company = next(one["name"] for one in self.company_list if one["id"] == values["company_id"])
            values |= derived.contact_columns(values, company)
            made.append(values)
            keys += derived.keys_of("contact", number, values)
            if self.chance(0.3):
                consents.append(
                    {
                        "contact_id": number,
                        "purpose": "email",
                        "granted": self.chance(0.85),
                        "basis": "consent",
                        "source": "web form",
                        "at": values["created_at"],
                    }
                )
        self.contact_list = made
        self.add(Contact, made)
        self.add(
            RecordKey, [dict(zip(("kind", "field", "key", "record_id"), one, strict=True)) for one in sorted(set(keys))]
        )
        self.add(Consent, consents)

    def _contact(self, number: int, taken: set[str]) -> dict[str, Any]:
        pick = self.random.choice
        company = pick(self.company_list)
        first, last = pick(words.FIRST_NAMES), pick(words.LAST_NAMES)
        address = f"{key(first)}.{key(last)}".replace(" ", "")
        while address in taken:
            address += str(self.random.randint(2, 9))
        taken.add(address)
        source = self.random.choices([name for name, _ in words.SOURCES], [share for _, share in words.SOURCES])[0]
        place = next(one for one in words.PLACES if one[0] == company["city"])
        return {
            "id": number,
            "first_name": first,
            "last_name": last,
            "emails": [f"{address}@{company['domain']}"],
            "phones": [
                f"+34 6{self.random.randint(10, 99)} {self.random.randint(100, 999)} {self.random.randint(100, 999)}"
            ],
            "company_id": company["id"],
            "job_title": pick(words.JOBS),
            "city": place[0],
            "country": place[1],
            "language": place[2],
            "source": source,
            "owner_id": pick(self.people["marketing"] + self.people["sales"]),
            "campaign_id": pick(self.campaign_ids) if self.chance(0.4) else None,
            "tags": sorted(self.random.sample(words.TAGS, self.random.choice([0, 0, 1, 1, 2]))),
            "created_at": self.ago(self.random.uniform(1, 365)),
        }

    def leads(self) -> None:
        self.stages = self.context.board()
        facts = leads.facts(self.context)
        chosen = self.random.sample(self.contact_list, LEADS)
        columns: list[dict[str, Any]] = []
        stays: list[dict[str, Any]] = []
        activities: list[dict[str, Any]] = []
        keys: list[tuple[str, str, str, int]] = []
        ranks = {stage.id: rank.spread(LEADS) for stage in self.stages}
        for number, contact in zip(self.ids(Lead, LEADS), chosen, strict=True):
            created = self.ago(360 * self.random.random() ** 1.8)
            history = self._history(created)
            standing = leads.standing_columns(history, facts)
            lead = self._lead(number, contact, created, standing)
            lead["rank"] = next(ranks[lead["stage_id"]])
            columns.append(lead)
            keys += derived.keys_of("lead", number, lead)
            stays += [
                {
                    "lead_id": number,
                    "stage_id": stay.stage_id,
                    "entered_at": stay.entered_at,
                    "left_at": stay.left_at,
                    "member_id": lead["owner_id"],
                }
                for stay in history
            ]
            activities += self._activities(number, lead, created)
        self.add(Lead, columns)
        self.add(Stay, stays)
        self.add(Activity, activities)
        self.add(
            RecordKey, [dict(zip(("kind", "field", "key", "record_id"), one, strict=True)) for one in sorted(set(keys))]
        )

    def _history(self, created: datetime) -> list[StayTimes]:
        """Walk a lead through the stages as long as its luck and the calendar last."""
        forward = [stage for stage in self.stages if stage.kind in {"open", "handoff"} and stage.name != "Nurturing"]
        won = next(stage for stage in self.stages if stage.kind == "won")
        lost = next(stage for stage in self.stages if stage.kind == "lost")
        entries = [(created, forward[0].id)]
        moment = created
        for position, stage in enumerate([*forward[1:], won]):
            moment += timedelta(days=self.random.expovariate(1 / (5 + 3 * position)), hours=1)
            if moment > self.today:
                break
            if self.chance(0.12 + 0.015 * position):  # how a plausible funnel narrows
                entries.append((moment, lost.id))
                break
            entries.append((moment, stage.id))
        return stays_of(entries)

    def _lead(
        self, number: int, contact: dict[str, Any], created: datetime, standing: dict[str, Any]
    ) -> dict[str, Any]:
        owner = self.random.choice(self.people["sales" if standing["sal_at"] else "marketing"])
        open_ = standing["state"] == "open"
        lost = standing["state"] == "lost"
        reasons = [one.id for one in self.context.reasons.values() if one.list == "lost" and not one.note_required]
        values: dict[str, Any] = {
            "id": number,
            "name": contact["name"],
            "contact_id": contact["id"],
            "company_id": contact["company_id"],
            "owner_id": owner,
            "qualified_by_id": self.random.choice(self.people["marketing"]) if standing["mql_at"] else None,
            "source": contact["source"],
            "campaign_id": contact["campaign_id"],
            "value": Decimal(self.random.randrange(20, 1200)) * 100,
            "currency": self.context.info.currency,
            "expected_close": self.day(self.random.randint(5, 90)) if open_ else None,
            "score": self.random.randint(15, 98),
            "created_at": created,
            "tags": contact["tags"][:1],
            "reason_id": self.random.choice(reasons) if lost else None,
            "next_step": self.random.choice(words.STEPS) if open_ and self.chance(0.85) else None,
            "due_at": self.today + timedelta(hours=self.random.randint(-14, 150)) if open_ else None,
        } | standing
        company = next(one["name"] for one in self.company_list if one["id"] == contact["company_id"])
        return values | derived.lead_columns(values, contact["name"], company)

    def _activities(self, number: int, lead: dict[str, Any], created: datetime) -> list[dict[str, Any]]:
        found = []
        if lead["mql_at"] is not None or self.chance(0.7):
            touched = created + timedelta(hours=self.random.expovariate(1 / 5))
            if touched < self.today:
                found.append(self._activity(number, lead, self.random.choice(["call", "email"]), "out", touched))
        for _ in range(self.random.randint(0, 3)):
            moment = created + timedelta(days=self.random.uniform(0, 40))
            if moment < self.today:
                found.append(self._activity(number, lead, "note", None, moment))
        return found

    def _activity(
        self, number: int, lead: dict[str, Any], type_: str, direction: str | None, moment: datetime
    ) -> dict[str, Any]:
        return {
            "kind": "lead",
            "record_id": number,
            "type": type_,
            "direction": direction,
            "text": self.random.choice(words.NOTES),
            "minutes": self.random.randint(2, 25),
            "at": moment,
            "member_id": lead["owner_id"],
        }
