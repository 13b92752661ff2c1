"""Blind votes of two raters, and how far they agree."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.orm import Session

from app import things
from app import workspace as door
from app.agreement import meter
from app.agreement.kappa import Votes, kappa
from app.errors import RefusedError, UsageError
from app.reports import report
from app.workspace import Workspace
from tests.helpers.agreeing import Condition, version
from tests.helpers.commands import asked, run
from tests.helpers.histories import History, load

NOW = datetime(2026, 3, 19, 12, tzinfo=ZoneInfo("Europe/Madrid"))  # a Thursday
# What statsmodels 0.15.0 (stats.inter_rater.cohens_kappa) answers: kappa and its standard error. The kappas are those
# of scikit-learn 1.9.1 (metrics.cohen_kappa_score) as well.
BY_A_PACKAGE = [
    (Votes(9, 7, 3, 1), 0.6, 0.1752712184016531),
    (Votes(20, 15, 5, 10), 0.4, 0.12699606293110033),
    (Votes(1, 2, 4, 3), -0.4, 0.2839718295887814),
    (Votes(30, 40, 2, 1), 0.9162523900573613, 0.04732644102812541),
    (Votes(6, 4, 0, 0), 1.0, 0.0),
]


@pytest.mark.parametrize(("votes", "value", "error"), BY_A_PACKAGE)
def test_kappa_and_its_interval_are_a_statistics_package_s(votes: Votes, value: float, error: float) -> None:
    found = kappa(votes)
    assert found.value == pytest.approx(value)
    assert found.low == pytest.approx(max(-1, value - 1.96 * error))
    assert found.high == pytest.approx(min(1, value + 1.96 * error))


def test_kappa_by_hand() -> None:
    # 20 leads: both say yes to 9 and no to 7, so 16/20 are judged alike. Marketing says yes to 12, sales to 10: by
    # chance they would agree on 12/20 x 10/20 + 8/20 x 10/20 = 0.5. (0.8 - 0.5) / (1 - 0.5) = 0.6.
    assert kappa(Votes(both=9, neither=7, only_marketing=3, only_sales=1)).value == pytest.approx(0.6)


def test_too_few_cases_and_one_answer_only_say_nothing() -> None:
    assert kappa(Votes(2, 1, 1, 0)).value is None
    assert kappa(Votes(both=9)).value is None


@pytest.fixture
def team(url: str) -> Any:
    """A workspace with a marketer, a seller and twelve leads that lately became MQLs, two of them Mara's own."""
    with door.open_workspace(url, clock=lambda: NOW) as opened:
        people = {name: opened.write(_member, name, kind).entries[0].id for name, kind in RATERS}
        stage = next(one.id for one in opened.context().board() if one.milestone == "mql")
        moment = NOW - timedelta(days=5)
        histories = [
            History(
                moment,
                ((moment, stage),),
                external_id=f"Lead {n}",
                source="web",
                owner_id=people["Mara"] if n < 2 else None,
            )
            for n in range(12)
        ]
        load(opened, histories)
        version(opened, 1, (Condition("source:web"),), published=NOW)
        yield opened


RATERS = (("Mara", "marketing"), ("Sol", "sales"))


def _member(session: Session, name: str, kind: str) -> None:
    values = {"name": name, "email": f"{name.lower()}@harbor.example", "team": kind, "role": "member", "active": True}
    things.create(session, "member", values | {"created_at": NOW})


def acting(opened: Workspace, name: str) -> Any:
    """Return what lets a member read and write, as their own program would on either engine."""
    member = next(one for one in opened.context().members.values() if one.name == name)

    def call(service: Any, *given: Any, **named: Any) -> Any:
        def work(session: Session, *args: Any, **more: Any) -> Any:
            session.info["context"] = replace(session.info["context"], me=member)
            return service(session, *args, **more)

        work.__module__, work.__name__ = service.__module__, service.__name__
        is_read = service in {meter.cards, meter.meter}
        return opened.read(work, *given, **named) if is_read else opened.write(work, *given, **named)

    return call


def test_five_leads_a_week_are_drawn_once_and_the_same_by_whoever_looks_first(team: Workspace) -> None:
    team.write(meter.draw)
    first = {(card.poll_id, card.letter) for card in acting(team, "Mara")(meter.cards)}
    assert len(first) == meter.A_WEEK
    team.write(meter.draw)
    assert {(card.poll_id, card.letter) for card in acting(team, "Sol")(meter.cards)} == first
    assert team.read(meter.cards) == ()  # Ada is not asked


def test_neither_sees_the_other_s_vote_nor_a_name_before_both_are_in(team: Workspace) -> None:
    team.write(meter.draw)
    mara, sol = acting(team, "Mara"), acting(team, "Sol")
    card = mara(meter.cards)[0]
    assert ("lead.source", "web") in card.facts
    assert "Lead" not in repr(card.facts)
    mara(meter.vote, card.poll_id, is_lead=True)
    theirs = next(one for one in sol(meter.cards) if one.poll_id == card.poll_id)
    assert (theirs.mine, theirs.marketing, theirs.sales, theirs.name, theirs.lead_id) == (None, None, None, "", None)
    mara(meter.vote, card.poll_id, is_lead=False, clause="c0")  # one may think again while the other has not voted
    sol(meter.vote, card.poll_id, is_lead=True)
    settled = next(one for one in mara(meter.cards) if one.poll_id == card.poll_id)
    assert (settled.marketing, settled.sales, settled.clauses) == (False, True, ("c0",))
    assert settled.name.startswith("Lead ")
    with pytest.raises(RefusedError, match="the votes stand"):
        sol(meter.vote, card.poll_id, is_lead=False)
    with pytest.raises(RefusedError, match="Somebody else"):
        team.write(meter.vote, card.poll_id, is_lead=True)
    found = team.read(meter.meter)
    assert (found.votes, found.kappa.value) == (Votes(only_sales=1), None)
    assert [(one.key, one.count, one.only_sales) for one in found.splits] == [("c0", 1, 1)]


def test_a_vote_names_a_clause_of_the_definition_now_or_as_the_leads_were_drawn(team: Workspace) -> None:
    team.write(meter.draw)
    mara = acting(team, "Mara")
    card = mara(meter.cards)[0]
    version(team, 2, (Condition("source:event"), Condition("has:value")), published=NOW)
    with pytest.raises(UsageError, match="no clause “nosuch”"):
        mara(meter.vote, card.poll_id, is_lead=False, clause="nosuch")
    assert next(one for one in mara(meter.cards) if one.poll_id == card.poll_id).mine is None
    mara(meter.vote, card.poll_id, is_lead=False, clause="c1")  # of the version in force since
    mara(meter.vote, card.poll_id, is_lead=False, clause="c0")


def test_who_knows_a_lead_passes_it_on_or_it_is_judged_by_nobody(team: Workspace) -> None:
    team.write(meter.draw)
    mara = acting(team, "Mara")
    one, other, *_ = mara(meter.cards)
    mara(meter.skip, one.poll_id)
    assert one.poll_id not in {card.poll_id for card in mara(meter.cards)}  # there is no other marketer
    team.write(_member, "Max", "marketing")
    mara(meter.skip, other.poll_id)
    assert other.poll_id in {card.poll_id for card in acting(team, "Max")(meter.cards)}


def test_weeks_of_votes_make_a_trend_and_a_report(team: Workspace) -> None:
    team.write(_votes)
    found = team.read(meter.meter)
    assert found.votes == Votes(9, 7, 3, 1)
    assert found.kappa.value == pytest.approx(0.6)
    assert [votes.cases for _, votes, _ in found.trend][-5:] == [0, 5, 10, 15, 20]
    assert [one.key for one in found.splits] == ["c0", ""]
    made = team.read(report, "disagreement")
    assert made.total["kappa"] == pytest.approx(0.6)
    assert [row["key"] for row in made.rows] == ["2026-02-23", "2026-03-02", "2026-03-09", "2026-03-16"]
    past = team.read(report, "disagreement", as_of="2026-03-01")
    assert past.total["both"] + past.total["neither"] == 5


def _votes(session: Session) -> None:
    """Write four weeks of five votes that come to 9, 7, 3 and 1."""
    marketer, seller = (
        next(one.id for one in session.info["context"].members.values() if one.name == name) for name, _ in RATERS
    )
    pairs = [(True, True)] * 9 + [(False, False)] * 7 + [(True, False)] * 3 + [(False, True)]
    monday = meter.this_week(session.info["context"])
    for place, (marketing, sales) in enumerate(pairs):
        week = monday - timedelta(weeks=3 - place // 5)
        at = datetime(week.year, week.month, week.day, 12, tzinfo=NOW.tzinfo)
        values = {"week": week, "lead_id": place % 12 + 1, "marketer_id": marketer, "seller_id": seller}
        values |= {"marketer_vote": marketing, "marketer_at": at, "seller_vote": sales, "seller_at": at}
        things.create(session, "poll", values | {"seller_clause": "c0" if marketing and not sales else None})


def test_voting_by_the_command_line(file_url: str) -> None:
    with door.open_workspace(file_url) as opened:
        for name, kind in RATERS:
            opened.write(_member, name, kind)
        stage = next(one.id for one in opened.context().board() if one.milestone == "mql")
        now = door.utc_now() - timedelta(hours=1)
        load(opened, [History(now, ((now, stage),), external_id=f"Lead {n}") for n in range(8)])
        version(opened, 1, (Condition("source:web"),), published=now)
    mine = asked("vote", file_url, "--as", "mara@harbor.example")
    assert len(mine["leads"]) == meter.A_WEEK
    number = mine["leads"][0]["poll"]
    asked("vote", file_url, number, "yes", "--as", "mara@harbor.example")
    theirs = asked("vote", file_url, "--as", "sol@harbor.example")["leads"][0]
    assert (theirs["poll"], theirs["marketing"], theirs["name"]) == (number, None, None)
    unknown = run("vote", file_url, number, "no", "--clause", "nosuch", "--as", "sol@harbor.example", code=1)
    assert "no clause “nosuch”. Its clauses are: c0." in unknown.stderr
    after = asked("vote", file_url, number, "no", "--clause", "c0", "--as", "sol@harbor.example")["leads"][0]
    assert (after["marketing"], after["sales"], after["clauses"]) == (True, False, ["c0"])
    assert "Lead A" in run("vote", file_url, "--as", "sol@harbor.example").stdout
    assert "Write: vote" in run("vote", file_url, number, "perhaps", code=2).stderr
