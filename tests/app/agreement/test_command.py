"""The agreement from the command line, as processes on both engines."""

import json
from pathlib import Path

import pytest

from app import leads
from app import workspace as door
from app.handoffs import answering
from tests.app.test_leads import new_lead
from tests.helpers.commands import asked, run
from tests.helpers.parties import clause, parties
from tests.helpers.workspaces import add_login


def test_a_draft_is_edited_signed_and_published(url: str, file_url: str) -> None:
    document = asked("agreement", url, "show")
    assert (document["version"], document["state"], document["signatures"]) == (1, "draft", {})
    changed = asked(
        *("agreement", url, "draft", "--set", "mql_points=45", "--set", "role.points=20", "--drop", "event"),
        *("--add", "mql:value>=5000", "--points", 10, "--fades"),
    )
    keys = {one["key"]: one for one in changed["clauses"]}
    assert (changed["mql_points"], keys["role"]["points"], "event" in keys) == (45, 20, False)
    assert any(one["query"] == "value>=5000" and one["points"] == 10 and one["fades"] for one in keys.values())
    if url == file_url:
        run("members", url, "add", "--name", "Mia", "--email", "mia@harbor.example", "--team", "marketing")
        mia = [url, "--as", "mia@harbor.example"]
    else:
        mia = [add_login(url, "Mia", team="marketing")]
    assert run("agreement", mia[0], "publish", *mia[1:], code=1).stderr.count("missing") == 1
    signed = asked("agreement", mia[0], "sign", *mia[1:])
    assert signed["signatures"]["marketing"]["holds"]
    asked("agreement", url, "sign", "--team", "sales")
    published = asked("agreement", url, "publish")
    assert published["state"] == "published"
    assert published["digest"] == changed["digest"]
    assert "in force since" in run("agreement", url, "show").stdout


def test_a_document_goes_out_and_comes_in(file_url: str, tmp_path: Path) -> None:
    before = asked("agreement", file_url, "draft")
    wanted = before | {"route": "turn", "route_members": ["ada@harbor.example"], "review_on": "2027-01-11"}
    wanted["clauses"] = [one for one in before["clauses"] if one["milestone"] != "sql"]
    wanted["clauses"][0]["label"] = "We can reach them"
    wanted["plays"].append({"title": "Send the deck", "stage": "Accepted", "within_minutes": 90, "doer": "owner"})
    file = tmp_path / "terms.json"
    file.write_text(json.dumps(wanted), encoding="utf-8")
    after = asked("agreement", file_url, "draft", "--file", file)
    assert (after["route"], after["route_members"], after["review_on"]) == (
        "turn",
        ["ada@harbor.example"],
        "2027-01-11",
    )
    assert [one["key"] for one in after["clauses"]] == [one["key"] for one in wanted["clauses"]]
    assert after["clauses"][0]["label"] == "We can reach them"
    assert after["plays"][-1]["title"] == "Send the deck"
    ruled = asked(
        "agreement",
        file_url,
        "draft",
        "--set",
        "route_rules=city:Rome => ada@harbor.example; has:value=>ada@harbor.example",
    )
    assert ruled["route_rules"] == [
        {"query": query, "member": "ada@harbor.example"} for query in ("city:Rome", "has:value")
    ]
    file.write_text(json.dumps(ruled | {"route_rules": ruled["route_rules"][:1]}), encoding="utf-8")
    assert asked("agreement", file_url, "draft", "--file", file)["route_rules"] == ruled["route_rules"][:1]
    toml = tmp_path / "terms.toml"
    toml.write_text('mql_points = 33\n[[clauses]]\nmilestone = "mql"\nquery = "has:value"\n', encoding="utf-8")
    short = asked("agreement", file_url, "draft", "--file", toml)
    assert (short["mql_points"], [one["query"] for one in short["clauses"]]) == (33, ["has:value"])
    assert len(short["plays"]) == len(after["plays"])


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("agree",), 2, "show, draft, sign, publish, print, examples, count or check"),
        (("sign",), 2, "--team"),
        (("show", "--version", 7), 1, "no version 7"),
        (("draft", "--set", "mql_points=many"), 1, "no whole number"),
        (("draft", "--set", "nothing"), 2, "sets nothing"),
        (("draft", "--set", "gone.points=3"), 1, "no part"),
        (("draft", "--set", "route_rules=city:Rome"), 1, "is no rule"),
        (("draft", "--set", "route_rules=ctiy:Rome => ada@harbor.example"), 1, "city"),
        (("draft", "--set", "route_rules=city:Rome => Nobody"), 1, "Nobody"),
        (("draft", "--add", "mql:ctiy:Rome"), 1, "city"),
        (("draft", "--add", "won:has:value"), 2, "adds nothing"),
        (("draft", "--file", "nowhere.toml"), 1, "cannot be read"),
    ],
)
def test_what_is_wrong_is_said(file_url: str, words: tuple[str | int, ...], code: int, said: str) -> None:
    ended = run("agreement", file_url, *words, code=code)
    assert said in ended.stderr
    assert ended.stdout == ""


CLAUSE = {"milestone": "mql", "query": "has:value"}


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ({"clauses": "x"}, "“clauses” is to be a list"),
        ({"clauses": None}, "“clauses” is to be a list"),
        ({"clauses": [5]}, "“5” is no clause"),
        ({"clauses": [CLAUSE | {"query": 5}]}, "“5” is no text for query"),
        ({"clauses": [CLAUSE | {"points": "x"}]}, "“x” is no whole number for points"),
        ({"clauses": [CLAUSE | {"fades": "maybe"}]}, "“maybe” is neither yes nor no"),
        ({"clauses": [CLAUSE | {"key": 5}]}, "“5” is no text for key"),
        ({"clauses": [CLAUSE | {"key": "one"}, {"key": "one", "milestone": "mql", "query": "has:owner"}]}, "“one”"),
        ({"plays": {"title": "Call"}}, "“plays” is to be a list"),
        ({"plays": [{"title": "Call", "stage_id": [], "within_minutes": 5, "doer": "owner"}]}, "no whole number"),
        ({"promises": [None]}, "is no promise"),
        ({"mql_points": "x"}, "“x” is no whole number for mql_points"),
        ({"mql_points": 3.5}, "“3.5” is no whole number for mql_points"),
        ({"mql_points": True}, "no whole number"),
        ({"answer_minutes": None}, "The agreement needs its answer minutes"),
        ({"route": None}, "The agreement needs its route"),
        ({"route_rules": 5}, "“route_rules” is to be a list"),
        ({"route_rules": ["x"]}, "A rule of the route has a query and a member"),
        ({"route_members": 5}, "“route_members” is to be a list"),
    ],
)
def test_a_document_with_values_of_another_type_is_refused_in_words(
    file_url: str, tmp_path: Path, terms: dict[str, object], said: str
) -> None:
    file = tmp_path / "terms.json"
    file.write_text(json.dumps(terms), encoding="utf-8")
    assert said in run("agreement", file_url, "draft", "--file", file, code=1).stderr


def test_what_a_document_leaves_empty_is_empty(url: str, tmp_path: Path) -> None:
    file = tmp_path / "terms.json"
    empty = CLAUSE | {"key": None, "label": None, "fades": None, "points": None}
    file.write_text(json.dumps({"clauses": [empty], "mql_points": None}), encoding="utf-8")
    after = asked("agreement", url, "draft", "--file", file)
    (clause,) = after["clauses"]
    assert (clause["label"], clause["fades"], clause["points"], after["mql_points"]) == ("", False, None, None)
    assert clause["key"]


def test_a_move_that_the_agreement_refuses_is_refused_here_too(file_url: str) -> None:
    run("members", file_url, "add", "--name", "Mia", "--email", "mia@harbor.example", "--team", "marketing")
    run("agreement", file_url, "sign", "--as", "mia@harbor.example")
    run("agreement", file_url, "sign", "--team", "sales")
    run("agreement", file_url, "publish")
    with door.open_workspace(file_url) as made:
        made.write(leads.create, {"name": "Ida"})
    assert "no MQL by version 1" in run("move", file_url, 1, "Qualified", code=1).stderr
    assert "no MQL by version 1" in run("move", file_url, 1, "Qualified", "--override", " \t ", code=1).stderr
    run("move", file_url, 1, "Qualified", "--override", "They called us")


def test_what_is_missing_to_accept_is_set_or_let_be(url: str) -> None:
    with parties(url) as both:
        both.agree({}, clause("has:value", "sal"))
        numbers = [new_lead(both.marketing, name) for name in ("Ann", "Bob")]
        sol = both.sales.me
        for lead in numbers:
            both.marketing.write(answering.send, lead, sol)
        seat = [both.sales.url] if both.sales.store.stamps else [url, "--as", "sol@harbor.example"]
    ann, bob = numbers
    assert "has:value" in run("answer", *seat, ann, "accept", code=1).stderr
    assert "has:value" in run("answer", *seat, ann, "accept", "--override", " ", code=1).stderr
    run("answer", *seat, ann, "reject", "--reason", "Wrong person", "--override", "Old friends", code=2)
    run("set", *seat, "lead", ann, "value=1200")
    assert asked("answer", *seat, ann, "accept")["handoffs"][0]["answer"] == "accepted"
    let_in = asked("answer", *seat, bob, "accept", "--override", "Old friends")
    assert let_in["handoffs"][0]["answer"] == "accepted"
    with door.open_workspace(url) as made, made.reading() as session:
        kept = session.connection().exec_driver_sql("SELECT lead_id, override FROM stays WHERE override IS NOT NULL")
        assert [tuple(row) for row in kept] == [(bob, "Old friends")]


def test_what_no_lead_can_ever_meet_is_not_signed(url: str, tmp_path: Path) -> None:
    file = tmp_path / "terms.json"
    for clauses, most in (([], 0), ([CLAUSE | {"points": 29}, CLAUSE], 29)):
        file.write_text(json.dumps({"mql_points": 30, "clauses": clauses}), encoding="utf-8")
        drafted = run("agreement", url, "draft", "--file", file).stdout
        assert f"30 points or more: (out of reach: all clauses together give {most})" in drafted
        refused = run("agreement", url, "sign", "--team", "sales", code=1).stderr
        assert f"No lead can reach MQL: 30 points are needed, and all clauses together give {most}." in refused
    run("agreement", url, "draft", "--set", "mql_points=29")
    run("agreement", url, "sign", "--team", "sales")


def test_a_number_out_of_its_range_says_the_range(file_url: str) -> None:
    for word, said in (
        ("answer_minutes=-5", "-5 cannot be the answer minutes: it goes from 1 to"),
        ("answer_minutes=99999999999", "it goes from 1 to"),
        ("mql_points=ten", "“ten” is no whole number for mql_points"),
    ):
        assert said in run("agreement", file_url, "draft", "--set", word, code=1).stderr


@pytest.mark.parametrize(
    "words", [("--fades",), ("--points", "5"), ("--set", "company.key=other"), ("--set", "company.id=7")]
)
def test_what_would_change_nothing_is_refused(file_url: str, words: tuple[str, ...]) -> None:
    before = asked("agreement", file_url, "draft")
    assert run("agreement", file_url, "draft", *words, code=2).stderr
    assert asked("agreement", file_url, "draft") == before


def test_a_lead_is_checked_and_the_draft_is_counted(url: str) -> None:
    with door.open_workspace(url) as made:
        web = made.write(leads.create, {"name": "Ida", "source": "web"}).entries[0].id
        made.write(leads.create, {"name": "Per"})
    asked("agreement", url, "draft", "--set", "mql_points=25", "--add", "mql:source:web", "--points", 30)
    run("agreement", url, "check", "web", code=2)
    found = asked("agreement", url, "check", web)
    (side,) = found["versions"]
    assert (found["name"], side["state"]) == ("Ida", "draft")
    mql = side["definitions"]["mql"]
    clause = next(one for one in mql["clauses"] if one["query"] == "source:web")
    assert (clause["met"], clause["points"], clause["worth"]) == (True, 30, 30)
    assert mql["points"] >= 30
    assert not mql["met"]  # nobody can be reached
    assert "source:web: met, +30 of 30" in run("agreement", url, "check", web).stdout
    counted = asked("agreement", url, "count")
    assert counted["definitions"]["mql"]["clauses"][clause["key"]] == {"leads": 1, "won": 0}
    assert counted["changes"] == []
    assert "MQL: 0 leads meet it, 0 of them won" in run("agreement", url, "count").stdout
