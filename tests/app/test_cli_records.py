"""The commands on records as processes, on both engines: what they answer, and what they leave behind."""

import json
import re

import pytest

from app import companies, contacts, leads
from app import workspace as door
from tests.helpers.commands import asked, run
from tests.helpers.workspaces import add_login

CONTACT = (
    "id external_id first_name last_name name emails phones company job_title street city postcode country language "
    "source campaign owner tags consent created updated"
)
COMPANY = "id external_id name domain industry size city country owner tags created updated"
LEAD = (
    "id external_id name contact company stage team milestone owner qualified_by source campaign value currency "
    "expected_close score created entered won_at lost_at reason note tags"
)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


@pytest.fixture
def filled(url: str) -> str:
    """A workspace with a company, two people and a lead; ids are 1, 1 and 2, 1."""
    with door.open_workspace(url) as made:
        company = made.write(companies.create, {"name": "Freude GmbH", "domain": "freude.example"}).entries[0].id
        person = {"emails": ["ida@freude.example", "i@x.example"], "company": company, "consent:email": "yes"}
        ida = made.write(contacts.create, {"first_name": "Ida", "last_name": "Müller", **person}).entries[0].id
        made.write(contacts.create, {"first_name": "王芳", "city": "北京", "tags": ["vip"]})
        values = {"contact": ida, "value": "1200.5", "owner": 1, "source": "Fair"}
        assert made.write(leads.create, values).entries[0].id == 1
    return url


def test_every_field_has_its_name(filled: str) -> None:
    for kind, names in (("contact", CONTACT), ("company", COMPANY), ("lead", LEAD)):
        shown = asked("show", filled, kind, 1)
        assert shown["kind"] == kind
        assert set(names.split()) <= shown.keys()
        (first, *_) = asked("find", filled, "", "--what", f"{kind}s" if kind != "company" else "companies")["rows"]
        assert set(names.split()) <= first.keys()
        assert all(MOMENT.fullmatch(shown[name]) for name in ("created", "updated"))
    lead = asked("show", filled, "lead", 1)
    assert (lead["value"], lead["owner"], lead["contact"]) == ("1200.50", "ada@harbor.example", "Ida Müller")
    assert (lead["stage"], lead["team"], lead["milestone"]) == ("New", "marketing", "lead")
    contact = asked("show", filled, "contact", 1)
    assert contact["emails"] == ["ida@freude.example", "i@x.example"]
    assert (contact["company"], contact["consent"]) == ("Freude GmbH", {"email": "yes"})


def test_a_timeline_tells_who_did_what(filled: str) -> None:
    run("set", filled, "contact", 1, "city=Rome")
    newest, lead, oldest = asked("show", filled, "contact", 1)["timeline"]
    assert (lead["what"], lead["fields"]["stage"]["after"]) == ("leads.create", "New")
    assert (newest["what"], newest["who"], newest["fields"]) == (
        "contacts.edit",
        "Ada Admin",
        {"city": {"before": None, "after": "Rome"}},
    )
    assert oldest["what"] == "contacts.create"
    assert "contacts.edit" in run("show", filled, "contact", 1).stdout


def test_find_counts_all_and_shows_some(filled: str) -> None:
    found = asked("find", filled, "", "--limit", 1)
    assert (found["count"], [row["name"] for row in found["rows"]]) == (2, ["Ida Müller"])
    assert asked("find", filled, "", "--count") == {"count": 2, "rows": []}
    backwards = asked("find", filled, "", "--sort", "-name")["rows"]
    assert [row["name"] for row in backwards] == ["王芳", "Ida Müller"]
    assert "1 of 2" in run("find", filled, "", "--limit", 1).stdout
    assert run("find", filled, "", "--count").stdout == "2\n"


def test_find_speaks_the_query_language(filled: str) -> None:
    assert [row["id"] for row in asked("find", filled, "tag:vip")["rows"]] == [2]
    assert [row["id"] for row in asked("find", filled, "-tag:vip")["rows"]] == [1]
    assert [row["id"] for row in asked("find", filled, "王芳")["rows"]] == [2]
    assert asked("find", filled, "stage:New value>1000", "--what", "leads")["count"] == 1
    done = run("find", filled, "city:Rome colour:blue", code=1)
    assert "colour" in done.stderr


def test_set_is_an_act_that_is_merged_journalled_and_undone(filled: str) -> None:
    changed = asked("set", filled, "contact", 1, "city=São Paulo", "tags=b; a", "owner=Ada Admin", "consent:email=no")
    (entry,) = changed["changes"]
    assert (changed["act"], entry["kind"], entry["id"]) == ("contacts.edit", "contact", 1)
    assert entry["fields"]["city"] == {"before": None, "after": "São Paulo"}
    assert entry["fields"]["owner"]["after"] == "ada@harbor.example"
    shown = asked("show", filled, "contact", 1)
    assert (shown["city"], shown["tags"], shown["consent"]) == ("São Paulo", ["b", "a"], {"email": "no"})
    assert asked("set", filled, "contact", 1, "city=São Paulo")["changes"] == []
    assert asked("undo", filled)["subject"] == "Ida Müller"
    shown = asked("show", filled, "contact", 1)
    assert (shown["city"], shown["tags"], shown["consent"]) == (None, [], {"email": "yes"})
    assert asked("redo", filled)["act"] == "undo.redo"
    assert asked("show", filled, "contact", 1)["city"] == "São Paulo"


@pytest.mark.parametrize("text", ["a'b\"c;--", "%_\\", "=1+1", "<b>&amp;", "\u202e\u200fشركة", "x" * 50_000, "a=b=c"])
def test_any_text_is_a_value(file_url: str, text: str) -> None:
    with door.open_workspace(file_url) as made:
        made.write(contacts.create, {"first_name": "Ida"})
    run("set", file_url, "contact", 1, f"job_title={text}")
    assert asked("show", file_url, "contact", 1)["job_title"] == text


def test_what_a_field_cannot_hold_is_refused_with_the_remedy(filled: str) -> None:
    for word, remedy in (
        ("value=lots", "1234.50"),
        ("expected_close=soon", "2026-11-23"),
        ("owner=Nobody", "members list"),
        ("colour=blue", "Its fields are"),
        ("stage=Won", "kept by Tandem"),
    ):
        assert remedy in run("set", filled, "lead", 1, word, code=1).stderr


def test_move_passes_the_gates(filled: str) -> None:
    moved = asked("move", filled, 1, "qualified")
    assert moved["changes"][0]["fields"]["stage"] == {"before": "New", "after": "Qualified"}
    assert "reason" in run("move", filled, 1, "Lost", code=1).stderr
    assert "note" in run("move", filled, 1, "Lost", "--reason", "Other", code=1).stderr
    lost = asked("move", filled, 1, "Lost", "--reason", "other", "--note", "-5 %, too little")
    assert lost["changes"][0]["fields"]["reason"]["after"] == "Other"
    shown = asked("show", filled, "lead", 1)
    assert (shown["stage"], shown["note"], shown["won_at"]) == ("Lost", "-5 %, too little", None)
    assert MOMENT.fullmatch(shown["lost_at"])


def test_as_names_who_acts_on_a_file_and_on_a_server_only_oneself(filled: str) -> None:
    if filled.startswith("postgresql"):
        add_login(filled, "Bo")
        assert "acts as themselves" in run("--as", "Bo", "set", filled, "contact", 1, "city=Oslo", code=1).stderr
        run("--as", "ada@harbor.example", "set", filled, "contact", 1, "city=Oslo")
        return
    run("members", filled, "add", "--name", "Bo", "--email", "bo@x.example", "--team", "sales")
    run("--as", "bo@x.example", "set", filled, "contact", 1, "city=Oslo")
    assert asked("show", filled, "contact", 1)["timeline"][0]["who"] == "Bo"
    # Undo is one's own: Ada's last act is adding Bo.
    assert asked("undo", filled)["subject"] == "Bo"


def test_answers_hold_one_document_and_nothing_else(filled: str) -> None:
    for words in (("find", filled, ""), ("show", filled, "lead", "1"), ("set", filled, "contact", "1", "city=Rome")):
        done = run(*words, "--json")
        assert len(done.stdout.splitlines()) == 1
        json.loads(done.stdout)
        assert done.stderr == ""
