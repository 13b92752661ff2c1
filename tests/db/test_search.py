"""The search for letters reads an index and nothing beside it, on both engines."""

import re

import pytest
import sqlalchemy as sa

from app import contacts, finding
from app.fields import CONTACT
from app.workspace import Workspace
from db import rows, search
from db.models import Contact

ALONG = re.compile("INDEX ix_contacts_(sort|cover)")


def added(workspace: Workspace, *names: str) -> list[int]:
    return [workspace.write(contacts.create, {"first_name": name}).entries[0].id for name in names]


def plan(workspace: Workspace, query: str) -> str:
    """Return how a file's engine means to find the first page of what a query meets."""
    with workspace.reading() as session:
        table = rows.table_of(Contact)
        statement = (
            sa.select(table.c.id)
            .where(table.c.deleted_at.is_(None), finding.first_condition(session, CONTACT, query))
            .order_by(*finding.order(session, CONTACT, "name"))
            .limit(50)
        )
        compiled = statement.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
        return "\n".join(str(row[3]) for row in session.execute(sa.text(f"EXPLAIN QUERY PLAN {compiled}")))


def test_two_rare_words_in_one_query(workspace: Workspace) -> None:
    wanted, *_ = added(workspace, "Hiroshi Naka", "Hiroshi Sato", "Noor Naka")
    assert workspace.read(finding.ids, CONTACT, "hiroshi naka") == [wanted]
    assert workspace.read(finding.count, CONTACT, "hiroshi or naka") == 3


def test_names_are_walked_along_an_index_that_knows_all(file_workspace: Workspace) -> None:
    added(file_workspace, "Ana", "Bo")
    assert re.search(r"COVERING INDEX ix_contacts_cover", plan(file_workspace, "an"))
    assert "TEMP B-TREE" not in plan(file_workspace, "an")
    assert re.search(r"COVERING INDEX ix_contacts_sort", plan(file_workspace, ""))


def test_few_are_found_by_their_letters_and_many_along_the_names(
    file_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "RARE_IN_FILE", 2)
    added(file_workspace, "Hiroshi", "Noor Hanae", "Noor Hana", "Noor Hanako")
    assert "ix_contacts_cover" not in plan(file_workspace, "hiroshi")
    assert "ix_contacts_cover" in plan(file_workspace, "noor")
    assert file_workspace.read(finding.count, CONTACT, "noor") == 3


def test_what_lies_in_the_bin_is_not_found(workspace: Workspace) -> None:
    kept, gone = added(workspace, "Hiroshi Naka", "Hiroshi Sato")
    workspace.write(contacts.remove, gone)
    for query in ("hi", "hiroshi", "name:hiroshi", ""):
        assert workspace.read(finding.ids, CONTACT, query) == [kept], query


def test_a_long_word_is_met_whole_though_its_head_alone_is_rare(workspace: Workspace) -> None:
    wanted, *_ = added(workspace, "Hiroshinaka", "Hiroshinoor")
    assert workspace.read(finding.ids, CONTACT, "hiroshinaka") == [wanted]
    assert workspace.read(finding.ids, CONTACT, "hiroshinaga") == []


def test_a_long_word_is_rare_though_its_head_is_common(
    file_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "RARE_IN_FILE", 1)
    wanted, *_ = added(file_workspace, "Hiroshinaka", "Hiroshinoor", "Hiroshinara")
    assert "ix_contacts_cover" not in plan(file_workspace, "hiroshinaka")
    assert file_workspace.read(finding.ids, CONTACT, "hiroshinaka") == [wanted]


def test_few_are_sorted_and_many_met_along_the_names_whatever_is_asked_for(
    file_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "FEW", 2)
    for place, name in enumerate(("Cy", "Bo", "Ana", "Di")):
        file_workspace.write(
            contacts.create, {"first_name": name, "city": "Rome", "source": ("web", "fair")[place > 1]}
        )
    assert ALONG.search(plan(file_workspace, "city:rome"))
    assert not ALONG.search(plan(file_workspace, "source:web"))
    assert ALONG.search(plan(file_workspace, "created>=2000-01-01"))
    assert [row.name for row in file_workspace.read(contacts.first_page, "city:rome")] == ["Ana", "Bo", "Cy", "Di"]
    assert [row.name for row in file_workspace.read(contacts.first_page, "source:web")] == ["Bo", "Cy"]


@pytest.mark.parametrize("sort", ["name", "-name", "city", "-created"])
def test_the_first_are_the_head_of_all(workspace: Workspace, sort: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "FEW", 2)
    for number, name in enumerate(("Cy", "Bo", "Ána", "Di", "Ana", "Bo")):
        workspace.write(contacts.create, {"first_name": name, "city": ("Rome", None, "Oslo")[number % 3]})
    for query in ("", "o", "has:city", "city:rome", "-city:rome", "created>=2000-01-01", "ana or city:rome"):
        found = list(workspace.read(finding.ids, CONTACT, query, sort))
        assert workspace.read(finding.first_ids, CONTACT, query, sort, 2) == found[:2]
        assert [row.id for row in workspace.read(contacts.first_page, query, sort, 2)] == found[:2]
        assert workspace.read(finding.count, CONTACT, query) == len(found) > 0, query


def test_longer_than_any_index_is_asked_for(workspace: Workspace) -> None:
    wanted, *_ = added(workspace, "x" * 300 + "y", "x" * 301)
    assert workspace.read(finding.ids, CONTACT, "x" * 300 + "y") == [wanted]
    assert workspace.read(finding.ids, CONTACT, "z" * 300) == []


def test_one_letter_of_any_script(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third = added(workspace, "木村", "Łódź", "Łuk")
    for limit in (0, 1, 2):
        monkeypatch.setattr(search, "RARE_UNINDEXED", limit)
        assert workspace.read(finding.ids, CONTACT, "木") == [first]
        assert set(workspace.read(finding.ids, CONTACT, "ł")) == {second, third}
