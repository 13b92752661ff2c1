"""A draft run over past leads, beside a recount that is written plainly over what the journal's export says."""

import json
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app import companies, contacts, leads
from app import workspace as door
from app.agreement import replay
from app.importing.progress import StoppedError
from app.workspace import Workspace, utc_now
from db.engine import is_server
from tests.helpers.agreeing import Condition, version
from tests.helpers.commands import asked, imported, run

DEFINITION = (
    Condition("city:Madrid"),
    Condition("-tag:student", label="No student"),
    Condition("source:web", points=30),
    Condition("job_title:director", points=25),
    Condition("value>=1000", points=20),
    Condition("industry:hotel or tag:vip", points=15),
)
SOURCES = ("web", "event", "referral")
TITLES = ("Director of purchasing", "Office manager", "Chief", None)
CITIES = ("Madrid", "Madrid", "Madrid", "Oslo")


@pytest.fixture
def pasts(url: str) -> Any:
    """A workspace whose leads were made and changed at random; on a file over weeks, on a server by its own clock."""
    moment = [datetime.now(UTC) - timedelta(days=60)]

    def clock() -> datetime:
        moment[0] += timedelta(hours=1)
        return moment[0]

    with door.open_workspace(url, clock=utc_now if is_server(url) else clock) as opened:
        fill(opened)
        yield opened


def made(workspace: Workspace, service: Any, *given: Any) -> int:
    """Write something new and return its id."""
    kind = service.__module__.rpartition(".")[2]
    wanted = {"contacts": "contact", "companies": "company", "leads": "lead"}[kind]
    return next(one.id for one in workspace.write(service, *given).entries if one.kind == wanted)


def fill(workspace: Workspace) -> None:
    draw = random.Random(4)  # noqa: S311 - data for a test
    stages = {stage.name: stage.id for stage in workspace.context().stages.values()}
    reason = workspace.context().reason("Price", "lost").id
    firms = [made(workspace, companies.create, {"name": f"Firm {n}", "industry": n}) for n in ("hotel", "bank", "bar")]
    people = [
        made(
            workspace,
            contacts.create,
            {"name": f"Person {n}", "city": draw.choice(CITIES), "job_title": draw.choice(TITLES)},
        )
        for n in range(12)
    ]
    mine = []
    for number in range(40):
        values: dict[str, Any] = {
            "name": f"Lead {number}",
            "source": draw.choice(SOURCES),
            "value": draw.choice(("500", "1500")),
        }
        values |= {"contact": draw.choice([*people, None]), "company": draw.choice([*firms, None])}
        mine.append(made(workspace, leads.create, values))
    open_ = list(mine)
    for _ in range(130):
        one, person, firm = draw.choice(open_), draw.choice(people), draw.choice(firms)
        changes = (
            (leads.edit, one, {"source": draw.choice(SOURCES)}),
            (leads.edit, one, {"tags": draw.choice((["student"], ["vip"], []))}),
            (leads.edit, one, {"contact": person, "value": draw.choice(("200", "3000.50"))}),
            (contacts.edit, person, {"job_title": draw.choice(TITLES)}),
            (contacts.edit, person, {"city": draw.choice(CITIES)}),
            (companies.edit, firm, {"industry": draw.choice(("hotel", "bank"))}),
        )
        act = draw.randrange(len(changes) + 1)
        if act < len(changes):
            workspace.write(*changes[act])
        elif len(open_) > 12:
            open_.remove(one)
            is_won = draw.random() < 0.7
            workspace.write(leads.move, one, stages["Won" if is_won else "Lost"], reason=None if is_won else reason)


def recount(journal: list[dict[str, Any]], needed: int) -> dict[str, tuple[set[str], float]]:
    """Step through the exported journal; return the won leads that never met the definition, with what failed.

    What failed is told of when a lead came nearest: fewest required conditions unmet, most points, latest.
    """
    records: dict[tuple[str, int], dict[str, Any]] = {}
    best: dict[int, tuple[tuple[int, float], set[str]]] = {}
    met: set[int] = set()
    missed: dict[str, tuple[set[str], float]] = {}
    for line in journal:
        if line["kind"] not in {"lead", "contact", "company"}:
            continue
        record = records.setdefault((line["kind"], line["id"]), {})
        for name, both in line["fields"].items():
            record[name] = both["after"]
        for (kind, number), lead in records.items():
            if kind != "lead" or lead.get("closed"):
                continue
            if lead["stage"] in {"Won", "Lost"}:
                lead["closed"] = True
                if lead["stage"] == "Won" and number not in met:
                    (_, points), failed = best[number]
                    missed[lead["name"]] = failed, points
                continue
            contact = records.get(("contact", lead.get("contact") or 0), {})
            company = records.get(("company", lead.get("company") or 0), {})
            tags = lead.get("tags") or []
            required = {"c0": contact.get("city") == "Madrid", "c1": "student" not in tags}
            worth = {
                "c2": (30, lead.get("source") == "web"),
                "c3": (25, "director" in (contact.get("job_title") or "").lower()),
                "c4": (20, float(lead.get("value") or 0) >= 1000),
                "c5": (15, company.get("industry") == "hotel" or "vip" in tags),
            }
            unmet = {key for key, holds in required.items() if not holds}
            points = float(sum(amount for amount, holds in worth.values() if holds))
            if not unmet and points >= needed:
                met.add(number)
            failed = unmet | ({key for key, (_, holds) in worth.items() if not holds} if points < needed else set())
            near = (-len(unmet), points)
            if number not in best or near >= best[number][0]:
                best[number] = near, failed
    return missed


def found(url: str, number: int) -> dict[str, tuple[set[str], float]]:
    answer = asked("replay", url, number)
    return {
        one["name"]: ({clause["key"] for clause in one["failed"]}, one["points"]) for one in answer["missed"]["leads"]
    }


def test_a_raised_threshold_names_the_won_leads_that_it_misses_as_a_recount_of_the_journal_does(
    pasts: Workspace, tmp_path: Path
) -> None:
    before = version(pasts, 1, DEFINITION, published=datetime.now(UTC), mql_points=40)
    version(pasts, 2, DEFINITION, mql_points=60, based_on_id=before)
    file = tmp_path / "journal.json"
    asked("export", pasts.url, "journal", "--format", "json", "-o", file)
    journal = json.loads(file.read_text(encoding="utf-8"))
    low, high = recount(journal, 40), recount(journal, 60)
    assert set(low) < set(high)  # the higher threshold costs some more, or the test shows nothing
    assert found(pasts.url, 1) == low
    assert found(pasts.url, 2) == high
    answer = asked("replay", pasts.url, 2)
    assert answer["compared"] == 1
    assert {one["name"] for one in answer["missed"]["leads"] if one["caught_before"]} == set(high) - set(low)
    assert answer["before"]["won"] - answer["after"]["won"] == len(high) - len(low)
    assert answer["won"]["count"] == answer["after"]["won"] + len(high)
    said = run("replay", pasts.url, 2).stdout
    assert all(name in said for name in high)


def test_counts_add_up_and_are_spread_over_the_months(pasts: Workspace) -> None:
    draft = version(pasts, 1, DEFINITION, mql_points=40)
    with pasts.reading() as session:
        made_ = replay.replay(session, draft, months=3)
    assert made_.compared is None  # nothing is in force: beside it stands what really went to sales
    assert made_.leads == 40
    assert made_.after.ready == made_.after.accepted + made_.after.refused + made_.after.open
    assert sum(after for _, _, after in made_.by_month) == made_.after.ready > 0
    assert made_.after.ready < made_.leads
    assert sum(count for _, count in made_.spared) == len(made_.spared_ids)


def test_what_an_import_updated_is_taken_back_too(file_url: str, tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("external_id,name,source\na,Ann,web\nb,Bo,event\n", encoding="utf-8")
    second.write_text("external_id,name,source\na,Ann,event\nb,Bo,web\n", encoding="utf-8")
    imported(file_url, first, "--kind", "leads")
    with door.open_workspace(file_url) as opened:
        for number in (1, 2):
            opened.write(leads.move, number, opened.context().stage("Won").id)
        version(opened, 1, (Condition("source:web"),))
    imported(file_url, second, "--kind", "leads")
    answer = asked("replay", file_url, 1)
    # Both were brought again after they had been won: until then Ann came from the web, and Bo did not.
    assert [one["name"] for one in answer["missed"]["leads"]] == ["Bo"]


def test_points_that_fade_are_judged_with_the_age_that_the_lead_had_then(file_url: str) -> None:
    moment = [datetime(2026, 3, 2, 9, tzinfo=UTC)]
    with door.open_workspace(file_url, clock=lambda: moment[0]) as opened:
        won = opened.context().stage("Won").id
        old = made(opened, leads.create, {"name": "Old", "source": "web"})
        moment[0] += timedelta(days=11)
        opened.write(leads.edit, old, {"tags": ["webinar"]})
        young = made(opened, leads.create, {"name": "Young", "source": "web"})
        moment[0] += timedelta(days=9)
        opened.write(leads.edit, young, {"tags": ["webinar"]})
        moment[0] += timedelta(days=1)
        for one in (old, young):
            opened.write(leads.move, one, won)
        draft = version(opened, 1, (Condition("tag:webinar", 40, fades=True),), mql_points=20, halving_days=10)
        with opened.reading() as session:
            answer = replay.replay(session, draft)
    # After eleven days 40 points are worth 18.7, after nine 21.4.
    assert [one.name for one in answer.missed] == ["Old"]
    assert answer.missed[0].points == pytest.approx(40 * 2 ** -(11 / 10))
    assert answer.missed[0].why() == "18.6 of 20 points"


def test_a_clause_that_cannot_be_followed_stops_nobody_and_is_named(pasts: Workspace) -> None:
    draft = version(pasts, 1, (Condition("custom:gone:1"),))
    with pasts.reading() as session:
        answer = replay.replay(session, draft)
    assert list(answer.broken) == ["custom:gone:1"]
    assert answer.after.ready == answer.leads


def test_a_replay_can_be_stopped(pasts: Workspace) -> None:
    draft = version(pasts, 1, DEFINITION, mql_points=40)
    progress = replay.watched()
    progress.stop()
    with pasts.reading() as session, pytest.raises(StoppedError, match="replay was stopped"):
        replay.replay(session, draft, progress=progress)


def test_what_is_no_version_is_said(file_url: str) -> None:
    assert "no version 7" in run("replay", file_url, 7, code=1).stderr
    assert "Write: replay" in run("replay", file_url, "draft", code=2).stderr
    with door.open_workspace(file_url) as opened:
        version(opened, 1)
    assert "1 to 120 months" in run("replay", file_url, 1, "--months", 0, code=1).stderr


def test_a_real_chance_that_was_lost_was_refused_by_nobody(workspace: Workspace) -> None:
    """Rejected, recycled and disqualified are refusals; lost is another list of reasons."""
    context = workspace.context()
    stages = {stage.name: stage.id for stage in context.stages.values()}
    for name, reason, kept in (("Dear", "Price", "lost"), ("Twice", "Duplicate", "disqualify")):
        lead = made(workspace, leads.create, {"name": name, "source": "fax"})
        workspace.write(leads.move, lead, stages["Lost"], reason=context.reason(reason, kept).id)
    draft = version(workspace, 1, [Condition("source:fax")])
    found = workspace.read(replay.replay, draft)
    assert (found.after.ready, found.after.refused, found.after.open) == (2, 1, 1)
